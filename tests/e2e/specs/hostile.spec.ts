import type { Page } from "@playwright/test";
import { ask, expectAsCore, grid, load, openPage, openWith, row, send } from "../backlog.js";
import { expect, test } from "../cairn.js";

const HOSTILE = [
  '<img src=x onerror="alert(1)">',
  "<script>document.title='taken'</script>",
  "before \u202Edetrever\u202C after",
  "\u2066isolated\u2069 \u200Bzero width",
  "x".repeat(2_000),
  "many words ".repeat(180).trim(),
  "{ $title } { error-internal }",
  "العربية وعبرית in one line",
  "👩‍👩‍👧‍👦🏳️‍🌈 é́́́́́́́́",
];

/** Nothing runs, nothing breaks the policy, and nothing is wider than the window. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.dataset.brokenRule)).toBeUndefined();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.locator("main img, main script").count()).toBe(0);
  await expect(page).toHaveTitle("Cairn");
}

test("hostile titles are shown as text, in every place that shows one", async ({ page }) => {
  page.on("dialog", () => {
    throw new Error("a title opened a dialog");
  });
  await openWith(page, HOSTILE);
  const snapshot = await expectAsCore(page);
  await expectHarmless(page);
  for (let position = 1; position <= HOSTILE.length; position++) {
    expect((await grid(page).locator(`[aria-rowindex="${position}"]`).boundingBox())!.height).toBe(32);
  }
  // A sentence around a title is not turned by the marks in it.
  const bidi = snapshot.items.find((item) => item.title.includes("detrever"))!;
  await expect(grid(page).locator(`[data-id="${bidi.id}"] bdi[data-title]`)).toHaveCount(1);

  for (const position of [1, 5]) {
    await grid(page).locator(`[aria-rowindex="${position}"] [data-title]`).click({ position: { x: 5, y: 5 } });
    await expect(page.getByRole("complementary").getByRole("textbox", { name: "Title" })).toHaveValue(HOSTILE[position - 1]!);
    await page.keyboard.press("Alt+ArrowDown");
    await expect(page.getByRole("group", { name: "Message" })).toContainText("Moved");
    await expectHarmless(page);
    await page.keyboard.press("Control+z");
  }
  await page.keyboard.press("Control+h");
  await expect(page.getByRole("dialog", { name: "History" })).toContainText("Undone: Moved");
  await expectHarmless(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("img src");
  await expect(page.getByRole("option", { name: /onerror/ })).toBeVisible();
  await expectHarmless(page);
});

test("a hostile file is shown as text before it comes in", async ({ page }) => {
  await openWith(page, []);
  const text = `Title,"<b onmouseover=alert(1)>"\n${HOSTILE.map((title) => `"${title.replaceAll('"', '""')}",<i>`).join("\n")}\n`;
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("main").getByRole("button", { name: "Import a file" }).first().click();
  await page.getByRole("button", { name: "Choose a file…" }).click();
  await (await chooser).setFiles({ name: "<img src=x onerror=alert(1)>.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const dialog = page.getByRole("dialog", { name: "Import a file" });
  await expect(dialog.getByRole("row").first()).toContainText("<img src=x");
  await expectHarmless(page);
  await dialog.getByRole("button", { name: `Bring in ${HOSTILE.length} items` }).click();
  await expect(dialog).toBeHidden();
  await expectAsCore(page);
  await expectHarmless(page);
});

test("hostile names of people, views, dates and goals are shown as text", async ({ page }) => {
  await openWith(page, ["Ash"]);
  const name = HOSTILE[0]!;
  const item = (await load(page)).items[0]!.id;
  const edits = [
    { type: "addStakeholder", fields: { name, role: name, group: name } },
    { type: "addView", name, filter: "kind:story" },
    { type: "addGoal", sentence: `${name} ${"long ".repeat(200)}`, measure: { what: name, unit: name, baseline: 0, baselineOn: null, target: 1, by: null } },
    { type: "changeItems", ids: [item], changes: [{ field: "labels", value: [name] }] },
    { type: "changeItems", ids: [item], changes: [{ field: "kind", value: name }] },
    { type: "addSprint", fields: { number: 1, first: "2026-11-23", last: "2026-12-04", goal: name.repeat(20) } },
  ] as const;
  for (const edit of edits) await ask(page, { type: "apply", edit } as never);
  const { stakeholders } = await load(page);
  await ask(page, { type: "apply", edit: { type: "want", stakeholder: stakeholders[0]!.id, items: [item], strength: 2, why: name } });
  await openPage(page);
  await expect(page.getByRole("tab", { name }).first()).toBeVisible();
  await expectHarmless(page);
  await row(page, 1).locator("[data-title]").click();
  await expect(page.getByRole("complementary")).toContainText(name);
  await expectHarmless(page);
});

test("ten thousand items scroll with few rows drawn", async ({ page }) => {
  test.setTimeout(120_000);
  await openWith(page, []);
  await bringMany(page, 10_000);
  await openPage(page);
  const drawn = () => grid(page).getByRole("row").count();
  await expect(row(page, 1)).toContainText("Open item 1");
  expect(await drawn()).toBeLessThan(150);
  await grid(page).focus();
  await page.keyboard.press("End");
  await expect(row(page, 10_000)).toContainText("Open item 10000");
  expect(await drawn()).toBeLessThan(150);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(row(page, 9_999)).toContainText("Open item 10000");
  await page.keyboard.press("Home");
  await expect(row(page, 1)).toContainText("Open item 1");
  expect(await drawn()).toBeLessThan(150);
});

async function bringMany(page: Page, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => `${at + 1},Open item ${at + 1}`);
  const { token } = await send(page, "many.csv", `ID,Title\n${rows.join("\n")}\n`);
  await ask(page, { type: "import", file: token as never, options: { columns: {}, states: {} } });
}
