import type { Page } from "@playwright/test";
import { expectAsCore, expectKept, grid, load, openPage, openSample, openWith, ordered, row, toast } from "../backlog.js";
import { expect, test } from "../cairn.js";
import { delay } from "../faults.js";

const FIVE = ["Ash", "Birch", "Cedar", "Douglas fir", "Elm"];
const titles = async (page: Page) => ordered(await load(page)).map((item) => item.title);

/** Goes to a row with the arrow keys. */
async function walkTo(page: Page, position: number): Promise<void> {
  await grid(page).focus();
  await page.keyboard.press("Home");
  for (let at = 1; at < position; at++) await page.keyboard.press("ArrowDown");
  await expectActive(page, position);
}

async function expectActive(page: Page, position: number): Promise<void> {
  // Both change with a move, not in the same moment.
  await expect(async () => {
    const active = await row(page, position).getAttribute("id");
    await expect(grid(page)).toHaveAttribute("aria-activedescendant", active!, { timeout: 500 });
  }).toPass({ timeout: 10_000 });
}

test("arrow keys walk the rows, and Alt with them moves the item", async ({ page }) => {
  await openWith(page, FIVE);
  await walkTo(page, 3);
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => titles(page)).toEqual(["Ash", "Cedar", "Birch", "Douglas fir", "Elm"]);
  await expectActive(page, 2);
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => titles(page)).toEqual(["Ash", "Birch", "Douglas fir", "Cedar", "Elm"]);
  await expectActive(page, 4);
  await expectKept(page);
});

test("moves that are asked for faster than they are answered go on from each other", async ({ page }) => {
  await openWith(page, FIVE);
  await walkTo(page, 5);
  await delay(page, '"moveItems"', 250);
  for (let times = 0; times < 3; times++) await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => titles(page)).toEqual(["Ash", "Elm", "Birch", "Cedar", "Douglas fir"]);
  await expectActive(page, 2);
  await expectAsCore(page);
});

test("moves over several date lines go on from each other", async ({ page }) => {
  const before = await openSample(page);
  const lines = grid(page).getByRole("row", { name: /85% likely above this line$/ });
  await expect(lines).toHaveCount(2);
  const above = async (at: number) => Number(/: (\d+) items? 85%/.exec((await lines.nth(at).getAttribute("aria-label"))!)![1]);
  const [first, second] = [await above(0), await above(1)];
  const moved = ordered(before)[second + 1]!;
  await walkTo(page, second + 2);
  await delay(page, '"moveItems"', 250);
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect.poll(async () => (await titles(page)).indexOf(moved.title) + 1).toBe(first);
});

test("Alt Shift and an arrow move an item over the next date line", async ({ page }) => {
  const before = await openSample(page);
  const lines = grid(page).getByRole("row", { name: /85% likely above this line$/ });
  await expect(lines.first()).toBeVisible();
  const label = (await lines.first().getAttribute("aria-label"))!;
  const above = Number(/: (\d+) items? 85% likely/.exec(label)![1]);
  await walkTo(page, above + 3);
  const moved = ordered(before)[above + 2]!;
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect.poll(async () => (await titles(page)).indexOf(moved.title) + 1).toBe(above);
  await expect(row(page, above)).toContainText(moved.title);
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect.poll(async () => (await titles(page)).indexOf(moved.title) + 1).toBe(above + 1);
  await expectKept(page);
});

test("M moves to a place that is typed", async ({ page }) => {
  await openWith(page, FIVE);
  await walkTo(page, 5);
  await page.keyboard.press("m");
  await expect(page.getByRole("dialog", { name: "Move Elm to" })).toBeVisible();
  await page.keyboard.type("3");
  await expect(page.getByRole("option", { name: "To place 3" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect.poll(() => titles(page)).toEqual(["Ash", "Birch", "Elm", "Cedar", "Douglas fir"]);
  await expect(page.getByRole("textbox", { name: "Why here?" })).toBeFocused();
  await page.keyboard.type("the storm");
  await page.keyboard.press("Enter");
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press("m");
  await page.keyboard.type("before birch");
  await page.keyboard.press("Enter");
  await expect.poll(() => titles(page)).toEqual(["Ash", "Elm", "Birch", "Cedar", "Douglas fir"]);
  await page.keyboard.press("Escape");
  await expectKept(page);
});

test("M moves to a date", async ({ page }) => {
  const before = await openSample(page);
  const last = ordered(before)[20]!;
  await walkTo(page, 21);
  await page.keyboard.press("m");
  await page.keyboard.type("by 18 Dec");
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Moved “");
  const after = await expectAsCore(page);
  const position = ordered(after).findIndex((item) => item.id === last.id) + 1;
  expect(position).toBeLessThan(21);
  const { asOf, days, percentiles } = after.finish;
  const by = (Date.parse("2026-12-18") - Date.parse(asOf)) / 86_400_000;
  const said = days[percentiles.indexOf(85)]!;
  expect(said[position - 1]).toBeLessThanOrEqual(by);
  expect(said[position]).toBeGreaterThan(by);
});

test("N adds an item below the focused row, and a pasted list adds several", async ({ page }) => {
  await openWith(page, FIVE);
  await walkTo(page, 2);
  await page.keyboard.press("n");
  const field = page.getByRole("textbox", { name: "Title of the new item" });
  await expect(field).toBeFocused();
  await page.keyboard.type("Beech");
  await page.keyboard.press("Enter");
  await expect(row(page, 3)).toContainText("Beech");
  await expect(field).toBeFocused();
  await field.evaluate((node) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "- Chestnut\n- [ ] Cypress\n3. Dogwood\n");
    node.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect.poll(() => titles(page)).toEqual([
    "Ash", "Birch", "Beech", "Chestnut", "Cypress", "Dogwood", "Cedar", "Douglas fir", "Elm",
  ]);
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await expect(grid(page)).toBeFocused();
  await expectKept(page);
});

test("the first item of an empty product is written at its button", async ({ page }) => {
  await openWith(page, []);
  await page.getByRole("main").getByRole("button", { name: /^New item/ }).first().click();
  await page.keyboard.type("Ash");
  await page.keyboard.press("Enter");
  await expect(row(page, 1)).toContainText("Ash");
  await page.keyboard.type("Birch");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expectKept(page);
});

test("F2 changes the title in its row; Esc leaves it as it was", async ({ page }) => {
  await openWith(page, FIVE);
  await walkTo(page, 2);
  await page.keyboard.press("F2");
  const field = grid(page).getByRole("textbox", { name: "Title" });
  await expect(field).toHaveValue("Birch");
  await page.keyboard.type("Silver birch");
  await page.keyboard.press("Enter");
  await expect(row(page, 2)).toContainText("Silver birch");
  await page.keyboard.press("F2");
  await page.keyboard.type("Nothing");
  await page.keyboard.press("Escape");
  await expect(row(page, 2)).toContainText("Silver birch");
  await expect(grid(page)).toBeFocused();
  await expectKept(page);
});

test("Enter opens the item beside the list, and Esc closes it", async ({ page }) => {
  await openWith(page, FIVE);
  await walkTo(page, 2);
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Item details" });
  await expect(panel.getByRole("textbox", { name: "Title" })).toHaveValue("Birch");
  await page.keyboard.press("ArrowDown");
  await expect(panel.getByRole("textbox", { name: "Title" })).toHaveValue("Cedar");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
});

test("selected items move together and are Done together", async ({ page }) => {
  await openWith(page, FIVE);
  await walkTo(page, 2);
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  const bar = page.getByRole("toolbar", { name: "Selected items" });
  await expect(bar).toContainText("3 selected");
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => titles(page)).toEqual(["Birch", "Cedar", "Douglas fir", "Ash", "Elm"]);
  await bar.getByRole("button", { name: /^Status/ }).click();
  await page.keyboard.type("ready");
  await page.keyboard.press("Enter");
  await expect.poll(async () => ordered(await load(page)).map((item) => item.state).slice(0, 3)).toEqual(["ready", "ready", "ready"]);
  await page.keyboard.press("d");
  await expect.poll(() => titles(page)).toEqual(["Ash", "Elm"]);
  await expect(bar).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect.poll(() => titles(page)).toEqual(["Birch", "Cedar", "Douglas fir", "Ash", "Elm"]);
  await expectKept(page);
});

test("D is Done, Ctrl Z takes it back and Ctrl Shift Z brings it again", async ({ page }) => {
  await openWith(page, FIVE);
  await walkTo(page, 1);
  await page.keyboard.press("d");
  await expect.poll(() => titles(page)).toEqual(FIVE.slice(1));
  await expect(toast(page)).toContainText("“Ash” is Done");
  await toast(page).getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => titles(page)).toEqual(FIVE);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => titles(page)).toEqual(FIVE.slice(1));
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(() => titles(page)).toEqual([]);
  await expect(page.getByText("Nothing is in the Product Backlog yet")).toBeVisible();
});

test("the filter leaves what fits, says what it cannot read, and Esc clears it", async ({ page }) => {
  const before = await openSample(page);
  const big = ordered(before).filter((item) => item.size !== null && item.size > 5);
  expect(big.length).toBeGreaterThan(0);
  await grid(page).focus();
  await page.keyboard.press("/");
  const field = page.getByRole("textbox", { name: "Filter" });
  await expect(field).toBeFocused();
  await page.keyboard.type("size:>5");
  await expect(page.getByText(`${big.length} of 44`)).toBeVisible();
  await expect(grid(page).locator("[data-id]")).toHaveCount(big.length);
  await field.fill("size:>big");
  await expect(page.getByText("Size compares with a number, for example size:>3.")).toBeVisible();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("");
  await expect(page.getByText("Size compares with a number")).toBeHidden();
  await expectAsCore(page);
});

test("a filtered order is moved in, past what is hidden", async ({ page }) => {
  await openWith(page, ["oak one", "elm", "oak two", "ash", "oak three"]);
  await page.getByRole("textbox", { name: "Filter" }).fill("oak");
  await expect(grid(page).locator("[data-id]")).toHaveCount(3);
  await page.keyboard.press("Enter");
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => titles(page)).toEqual(["oak one", "elm", "oak three", "oak two", "ash"]);
  await expect(grid(page).getByText("1 hidden by the filter")).toHaveCount(2);
});

test("a filter is kept as a view, shown on a tab, renamed and taken away", async ({ page }) => {
  const before = await openSample(page);
  const views = page.getByRole("tablist", { name: "Views" });
  await expect(views.getByRole("tab", { name: /^Whole order/ })).toHaveAttribute("aria-selected", "true");
  await views.getByRole("tab", { name: /^Needs conversation/ }).click();
  const talk = ordered(before).filter((item) => item.state === "needs_conversation").length;
  await expect(page.getByText(`${talk} of 44`)).toBeVisible();
  await page.getByRole("textbox", { name: "Filter" }).fill("size:>5");
  await page.getByRole("button", { name: "Save as view" }).click();
  await page.getByRole("textbox", { name: "Name of the view" }).fill("Big ones");
  await page.keyboard.press("Enter");
  const tab = views.getByRole("tab", { name: /^Big ones/ });
  await expect(tab).toHaveAttribute("aria-selected", "true");
  await views.getByRole("tab", { name: /^Whole order/ }).click();
  await openPage(page);
  await tab.click();
  // With the keyboard alone, from the tab on.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "The view Big ones" })).toBeFocused();
  for (const key of ["Enter", "Enter"]) await page.keyboard.press(key);
  const name = page.getByRole("textbox", { name: "Name of the view" });
  await expect(name).toHaveValue("Big ones");
  await page.keyboard.type("Too big");
  await page.keyboard.press("Enter");
  const renamed = views.getByRole("tab", { name: /^Too big/ });
  await expect(renamed).toHaveAttribute("aria-selected", "true");
  await expect(renamed).toBeFocused();
  expect((await load(page)).views).toContainEqual(expect.objectContaining({ name: "Too big", filter: "size:>5" }));
  await page.getByRole("button", { name: "The view Too big" }).click();
  await page.getByRole("menuitem", { name: "Remove this view" }).click();
  await expect(renamed).toBeHidden();
  await expect(views.getByRole("tab", { name: /^Whole order/ })).toHaveAttribute("aria-selected", "true");
  await toast(page).getByRole("button", { name: /^Undo/ }).click();
  await expect(renamed).toBeVisible();
  await expectAsCore(page);
});

test("W, P, S and L set who wants it, what it is part of, its state and its labels", async ({ page }) => {
  await openWith(page, FIVE);
  await walkTo(page, 1);
  await page.keyboard.press("w");
  await page.keyboard.type("Maria Okafor");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: /Maria Okafor/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  await page.keyboard.type("ready");
  await page.keyboard.press("Enter");
  await page.keyboard.press("l");
  await page.keyboard.type("green");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect.poll(async () => ordered(await load(page))[0]).toMatchObject({ state: "ready", labels: ["green"] });
  await expect(row(page, 1)).toHaveAccessibleName("1, Ash, Ready, wanted by Maria, no date");
  await page.keyboard.press("p");
  await page.keyboard.type("elm");
  await page.keyboard.press("Enter");
  // Elm has a part now, so it is no longer in the order itself.
  await expect.poll(() => titles(page)).toEqual(FIVE.slice(0, 4));
  await expectKept(page);
});

test("? shows every key", async ({ page }) => {
  await openWith(page, FIVE);
  await grid(page).focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet).toContainText("Move above the next date line");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});
