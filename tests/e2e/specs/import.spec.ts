import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { choose, expectAsCore, expectKept, grid, load, openWith, ordered, row, rowsOf, shownRows, toast } from "../backlog.js";
import { expect, test } from "../cairn.js";

/** Real exports that are too much to keep here; `CAIRN_EXPORTS` names their folder. */
const exports = process.env.CAIRN_EXPORTS ?? resolve(import.meta.dirname, "../../../../shared/data/exports");

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

async function look(page: Page, file: Parameters<typeof choose>[2]) {
  await grid(page).focus();
  await page.keyboard.press("Control+i");
  const dialog = page.getByRole("dialog", { name: "Import a file" });
  await choose(page, () => dialog.getByRole("button", { name: "Choose a file…" }).click(), file);
  return dialog;
}

/** What a file brings: how many items are in it, in the order (one with parts is not), and Done. */
const REAL = [
  { file: "jira-cloud-en.csv", format: "Jira CSV", all: 22, inOrder: 12, done: 10 },
  { file: "ado-query-deCH-dates.csv", format: "Azure DevOps CSV", all: 117, inOrder: 22, done: 88 },
];

for (const { file, format, all, inOrder, done } of REAL) {
  test(`${file} comes in with order and dates, and undo takes it back`, async ({ page }) => {
    const path = join(exports, file);
    test.skip(!existsSync(path), "the real exports are not here");
    await openWith(page, []);
    const dialog = await look(page, path);
    await expect(dialog.getByText(format)).toBeVisible();
    await expect(dialog.getByRole("definition").nth(0)).toHaveText(String(all));
    await expect(dialog.getByRole("definition").nth(3)).toHaveText(String(done));
    // The preview has them in the order of the file; those in the Sprint come above the others.
    const open = dialog.getByRole("row").filter({ hasNot: page.getByRole("img", { name: /^(Done|not doing)$/ }) });
    const coming = (await open.all()).map(async (one) => ({
      title: await one.locator(".title bdi").textContent(),
      inSprint: (await one.getByRole("img", { name: "in Sprint" }).count()) > 0,
    }));
    const seen = await Promise.all(coming);
    const expected = [...seen.filter((one) => one.inSprint), ...seen.filter((one) => !one.inSprint)];
    await dialog.getByRole("button", { name: `Bring in ${all} items` }).click();
    await expect(dialog).toBeHidden();
    await expect(toast(page)).toContainText(file);
    await expect(row(page, 1)).toBeVisible();

    const snapshot = await expectKept(page);
    expect(ordered(snapshot)).toHaveLength(inOrder);
    expect(snapshot.counts.done).toBe(done);
    const titles = ordered(snapshot).map((item) => item.title);
    const shown = expected.map((one) => one.title!).filter((title) => titles.includes(title));
    expect(shown.length).toBeGreaterThan(0);
    // The preview shows a hundred at most.
    if (all <= 100) expect(titles.slice(0, shown.length)).toEqual(shown);

    await grid(page).focus();
    await page.keyboard.press("Control+z");
    await expect(page.getByText("Nothing is in the Product Backlog yet")).toBeVisible();
    expect(ordered(await load(page))).toEqual([]);
    await page.keyboard.press("Control+Shift+z");
    await expect(row(page, 1)).toBeVisible();
    expect(rowsOf(await expectAsCore(page))).toEqual(rowsOf(snapshot));
  });
}

test("a file with a history gives every row both dates", async ({ page }) => {
  await openWith(page, []);
  const rows = ["ID,Title,State,Created,Closed"];
  // Two finished a week, for twelve weeks up to yesterday.
  for (let at = 0; at < 24; at++) {
    const day = new Date(Date.UTC(2026, 8, 4) + Math.floor(at / 2) * 7 * 86_400_000).toISOString().slice(0, 10);
    rows.push(`${at + 1},Finished ${at + 1},Done,2026-08-01,${day}`);
  }
  for (let at = 0; at < 30; at++) rows.push(`${at + 25},Open ${at + 1},New,2026-11-25,`);
  const dialog = await look(page, csv("history.csv", rows.join("\n")));
  await dialog.getByRole("button", { name: "Bring in 54 items" }).click();
  await expect(row(page, 1)).toContainText("Open 1");
  const shown = rowsOf(await expectAsCore(page));
  expect(shown).toHaveLength(30);
  for (const { day, bar } of shown) {
    expect(day).toMatch(/^\d{1,2} [A-Z][a-z]{2}( \d{4})?$/);
    expect(bar).toMatch(/^50%: .+ · 85%: .+$/);
  }
  expect(await shownRows(page)).toEqual(shown);
});

test("columns nobody knows are named by hand, and states are given a meaning", async ({ page }) => {
  await openWith(page, []);
  const text = "Nr;Was;Stand;Wie groß\n1;Beete gießen;offen;3\n2;Rosen schneiden;im Regal;5\n3;Hecke;fertig;1\n";
  const dialog = await look(page, csv("garten.csv", text));
  const column = (name: string) => dialog.getByRole("combobox", { name: `What the column “${name}” holds` });
  await expect(column("Was")).toBeVisible();
  await column("Was").selectOption({ label: "Title" });
  await column("Wie groß").selectOption({ label: "Size" });
  await column("Stand").selectOption({ label: "State" });
  await dialog.getByRole("combobox", { name: "What “im Regal” means" }).selectOption({ label: "ready" });
  await expect(dialog.getByRole("button", { name: "Bring in 3 items" })).toBeEnabled();
  await dialog.getByRole("button", { name: "Bring in 3 items" }).click();
  await expect(dialog).toBeHidden();
  const snapshot = await expectKept(page);
  const item = ordered(snapshot).find(({ title }) => title === "Rosen schneiden");
  expect(item).toMatchObject({ state: "ready", size: 5 });
});

test("the same file again changes nothing, and a changed one updates", async ({ page }) => {
  await openWith(page, []);
  const file = (size: number) => csv("plan.csv", `ID,Title,Size\nA-1,Water the beds,${size}\nA-2,Prune,2\n`);
  const first = await look(page, file(3));
  await first.getByRole("button", { name: "Bring in 2 items" }).click();
  await expect(row(page, 2)).toBeVisible();
  const again = await look(page, file(3));
  await expect(again.getByText("All 2 items of this file are here already")).toBeVisible();
  await page.keyboard.press("Escape");
  const changed = await look(page, file(8));
  await changed.getByRole("button", { name: "Update 1 item" }).click();
  await expect(changed).toBeHidden();
  await expect(row(page, 1).getByRole("gridcell", { name: "8" })).toBeVisible();
  await expectKept(page);
});

test("a file that is no table is refused with a way on, and nothing changes", async ({ page }) => {
  await openWith(page, ["Ash"]);
  const dialog = await look(page, { name: "photo.csv", mimeType: "text/csv", buffer: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\0", "latin1") });
  await expect(dialog.getByRole("alert")).toContainText("This is a picture. Nothing was read.");
  await expect(dialog.getByRole("alert").getByRole("button", { name: "Another file…" })).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expectAsCore(page);
});

test("a history of counts by week brings dates", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  await expect(page.getByText("No dates yet.")).toBeVisible();
  const weeks = Array.from({ length: 12 }, (_, at) => {
    const day = new Date(Date.UTC(2026, 7, 31) + at * 7 * 86_400_000).toISOString().slice(0, 10);
    return `${day},${(at % 3) + 1}`;
  });
  const dialog = await look(page, csv("throughput.csv", `Week,Finished\n${weeks.join("\n")}\n`));
  await dialog.getByRole("button", { name: "This is a throughput history" }).first().click();
  await expect(dialog).toBeHidden();
  const snapshot = await expectKept(page);
  expect(rowsOf(snapshot)[0]!.day).not.toBe("–");
});

test("a file dropped on the page is looked at", async ({ page }) => {
  await openWith(page, ["Ash"]);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["Title\nBirch\n"], "dropped.csv", { type: "text/csv" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  const dialog = page.getByRole("dialog", { name: "Import a file" });
  await expect(dialog).toContainText("dropped.csv");
  await dialog.getByRole("button", { name: "Bring in 1 item" }).click();
  await expectAsCore(page);
});

test("a calendar dropped on the page closes its days, and undo opens them again", async ({ page }) => {
  await openWith(page, ["Ash"]);
  const drop = () =>
    page.evaluate(() => {
      const event = "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas\r\nEND:VEVENT";
      const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event}\r\nEND:VCALENDAR\r\n`;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "holidays.ics", { type: "text/calendar" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
  await drop();
  const closed = async () => (await load(page)).closedDays.map(({ name, first, last }) => [name, first, last]);
  await expect.poll(closed).toEqual([["Christmas", "2026-12-25", "2026-12-26"]]);
  await drop();
  await expect(page.getByText("All days of holidays.ics were closed already.").first()).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(closed).toEqual([]);
});
