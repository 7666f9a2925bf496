/** The order ledger: any day's order, what moved on it and why, and what changed since. */
import type { Page } from "@playwright/test";
import { ask, expectAsCore, grid, later, openSample, openWith, ordered, row, sayWeekday } from "../backlog.js";
import { expect, expectGoodLooks, test } from "../cairn.js";
import type { HistoryLine, PastDay, Since } from "../core.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const slider = (page: Page) => page.getByRole("slider", { name: "As it was on" });
const card = (page: Page, name: string) => page.getByRole("region", { name });
const days = (page: Page) => ask<string[]>(page, { type: "days" });
const since = (page: Page, day: string | null) => ask<Since>(page, { type: "since", day });

async function openLedger(page: Page): Promise<void> {
  await page.keyboard.press("Control+Shift+h");
  await expect(slider(page)).toBeFocused();
}

/** Holds what is shown to the core's answer for a day. */
async function expectDay(page: Page, day: string, today: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`The order on ${sayWeekday(day, today)}`);
  const past = await ask<PastDay>(page, { type: "day", day });
  const titles = past.items.filter(({ position }) => position !== null).map(({ title }) => title);
  await expect(card(page, "The order then, and where it stands now").locator("tbody bdi")).toHaveText(titles);
}

async function goTo(page: Page, day: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "As it was on" });
  await field.fill(day);
  await field.press("Enter");
}

test("the arrow keys and the pointer walk the days on which something was done", async ({ page }) => {
  const { today } = await openSample(page);
  const all = (await days(page)).filter((day) => day < today);
  await openLedger(page);
  await slider(page).press("End");
  await expectDay(page, today, today);
  await slider(page).press("ArrowLeft");
  await expectDay(page, all.at(-1)!, today);
  await slider(page).press("ArrowLeft");
  await expectDay(page, all.at(-2)!, today);
  await slider(page).press("ArrowRight");
  await expectDay(page, all.at(-1)!, today);
  await slider(page).press("Home");
  await expectDay(page, all[0]!, today);
  const box = (await slider(page).boundingBox())!;
  await page.mouse.move(box.x + 2, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + 10, { steps: 4 });
  await page.mouse.up();
  await expectDay(page, today, today);
  // What was looked at changed nothing, and the list has the focus again.
  await page.keyboard.press("Escape");
  await expect(grid(page)).toBeFocused();
  await expectAsCore(page);
});

test("a day says what moved, why, whom it served and delayed", async ({ page }) => {
  const { today } = await openSample(page);
  const { moves } = await since(page, later((await days(page))[0]!, -1));
  const move = moves.find(({ reason, serves, delays }) => reason && serves.length > 0 && delays.length > 0)!;
  await openLedger(page);
  await goTo(page, move.day);
  await expectDay(page, move.day, today);
  const moved = card(page, "Moved on this day");
  await expect(moved.getByRole("listitem")).toHaveCount(moves.filter(({ day }) => day === move.day).length);
  const line = moved.getByRole("listitem").filter({ hasText: move.text });
  await expect(line).toContainText(move.reason!);
  await expect(line).toContainText(`Serves ${move.serves.join(", ")}.`);
  await expect(line).toContainText(`Delays ${move.delays.join(", ")}.`);
});

test("it opens at the end of the last Sprint and says what changed since", async ({ page }) => {
  const { today } = await openSample(page);
  const last = await since(page, null);
  await openLedger(page);
  await expectDay(page, last.day, today);
  const changed = card(page, "What changed since then");
  for (const item of [...last.added, ...last.done, ...last.declined].slice(0, 8)) await expect(changed).toContainText(item.title);
  for (const move of last.moves.slice(0, 8)) await expect(changed).toContainText(move.reason ?? move.text);
  await slider(page).press("End");
  await expect(changed).toContainText("Nothing was changed since.");
  await page.getByRole("button", { name: "Since the last Sprint ended" }).click();
  await expectDay(page, last.day, today);
});

test("an undone move is no longer in the ledger", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(row(page, 1)).toContainText("Birch");
  await openLedger(page);
  const moved = card(page, "Moved on this day");
  await expect(moved.getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(moved).toContainText("Nothing was moved on this day.");
  await expect(slider(page)).toBeFocused();
});

test("several items that move together get one reason, which can be skipped", async ({ page }) => {
  await openWith(page, ["Ash", "Birch", "Cedar", "Douglas fir"]);
  await grid(page).focus();
  for (const key of ["End", "Space", "Shift+ArrowUp", "m"]) await page.keyboard.press(key);
  await page.getByRole("combobox").fill("top");
  await page.keyboard.press("Enter");
  await expect(row(page, 1)).toContainText("Cedar");
  const why = page.getByRole("textbox", { name: "Why here?" });
  await expect(why).toBeFocused();
  await why.fill("Shade first");
  await page.keyboard.press("Enter");
  const reasons = async () =>
    (await ask<HistoryLine[]>(page, { type: "history", item: null, before: null, limit: 3 })).map(({ reason }) => reason);
  await expect.poll(reasons).toContain("Shade first");
  await page.keyboard.press("m");
  await page.getByRole("combobox").fill("bottom");
  await page.keyboard.press("Enter");
  await expect(why).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(why).toBeHidden();
  await expect(grid(page)).toBeFocused();
});

test("the panel shows every move of an item that has a reason", async ({ page }) => {
  const [item] = ordered(await openWith(page, ["Ash", "Birch", "Cedar"]));
  const move = (position: number, reason: string) =>
    ask(page, { type: "apply", edit: { type: "moveItems", ids: [item!.id], place: { type: "position", position }, reason } });
  await move(3, "Birch before frost");
  await move(2, "");
  await move(1, "Shade first");
  await page.reload();
  await row(page, 1).locator("[data-title]").click();
  const panel = page.getByRole("complementary", { name: "Item details" });
  await expect(panel).toContainText("Shade first");
  await expect(panel).not.toContainText("Birch before frost");
  await panel.getByRole("button", { name: /^Why here\?/ }).click();
  await expect(panel).toContainText("Moved 1 → 3. Birch before frost");
  await expect(panel).toContainText("Moved 2 → 1. Shade first");
  await expect(panel).not.toContainText("Moved 3 → 2.");
});

test("a reason of 10,000 characters keeps the layout, and is read on demand", async ({ page }) => {
  const snapshot = await openSample(page);
  const reason = "x".repeat(10_000);
  const ids = [ordered(snapshot)[9]!.id];
  await ask(page, { type: "apply", edit: { type: "moveItems", ids, place: { type: "position", position: 8 }, reason } });
  await page.reload();
  await row(page, 8).locator("[data-title]").click();
  await expect(page.getByRole("complementary").getByRole("button", { name: "Show all of it" })).toBeVisible();
  await expectGoodLooks(page);
  await openLedger(page);
  await slider(page).press("End");
  const moved = card(page, "Moved on this day");
  await moved.getByRole("button", { name: "Show all of it" }).click();
  await expect(moved).toContainText(reason);
  await expectGoodLooks(page);
});
