import type { Page } from "@playwright/test";
import { expectAsCore, expectKept, grid, load, openSample, openWith, ordered, row, toast } from "../backlog.js";
import { expect, expectAccessible, test } from "../cairn.js";

const FIVE = ["Ash", "Birch", "Cedar", "Douglas fir", "Elm"];
const titles = async (page: Page) => ordered(await load(page)).map((item) => item.title);

/** Selects rows by their places. */
async function select(page: Page, ...positions: number[]): Promise<void> {
  for (const position of positions) await row(page, position).getByRole("button", { name: "Select" }).click();
}

test("an item is split at its place: one title a line, the first keeps it", async ({ page }) => {
  await openWith(page, FIVE);
  const { id } = ordered(await load(page))[1]!;
  await grid(page).focus();
  for (const key of ["ArrowDown", "ArrowDown", "Shift+S"]) await page.keyboard.press(key);
  const dialog = page.getByRole("dialog", { name: "Split “Birch”" });
  const field = dialog.getByRole("textbox", { name: "One title a line" });
  await expect(field).toBeFocused();
  await expect(dialog.getByRole("button", { name: /^Split/ })).toBeDisabled();
  await expect(dialog.getByRole("status")).toHaveText("Write at least two titles.");
  await field.pressSequentially("Weeping birch\n- Paper birch");
  await expect(dialog.getByRole("button", { name: "Split into 3 items" })).toBeEnabled();
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  const after = ["Ash", "Birch", "Weeping birch", "Paper birch", "Cedar", "Douglas fir", "Elm"];
  await expect.poll(() => titles(page)).toEqual(after);
  expect(ordered(await load(page))[1]!.id).toBe(id);
  await toast(page).getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => titles(page)).toEqual(FIVE);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => titles(page)).toEqual(after);
  await expectKept(page);
});

test("a split that was refused keeps what was typed", async ({ page }) => {
  await openWith(page, FIVE);
  await grid(page).focus();
  for (const key of ["ArrowDown", "Shift+S"]) await page.keyboard.press(key);
  const dialog = page.getByRole("dialog", { name: "Split “Ash”" });
  const field = dialog.getByRole("textbox", { name: "One title a line" });
  await field.pressSequentially("Mountain ash");
  const refused = { code: "notSaved", field: null, message: "The disk is full.", hint: "Make some room, then try again." };
  await page.route("**/call", (route) =>
    route.request().postData()?.includes("splitItem") ? route.fulfill({ status: 422, json: refused }) : route.fallback(),
  );
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByRole("alert")).toHaveText("The disk is full. Make some room, then try again.");
  await expect(field).toHaveValue("Ash\nMountain ash");
  await page.unroute("**/call");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(row(page, 2)).toContainText("Mountain ash");
});

test("the panel's menu splits the item it shows, by keyboard", async ({ page }) => {
  await openWith(page, FIVE);
  await row(page, 3).locator("[data-title]").click();
  const more = page.getByRole("complementary", { name: "Item details" }).getByRole("button", { name: "More" });
  await more.focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("menu", { name: "More" });
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(menu.getByRole("menuitem", { name: "Delete 1 item" })).toBeFocused();
  // Keys of the page do nothing while the menu is open.
  await page.keyboard.press("d");
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(more).toBeFocused();
  expect(await titles(page)).toEqual(FIVE);
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Split “Cedar”" })).toBeVisible();
});

test("selected items are merged into the one that is chosen, and undo brings them back", async ({ page }) => {
  await openWith(page, FIVE);
  const before = ordered(await load(page));
  await select(page, 2, 3, 5);
  await page.getByRole("toolbar").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Merge 3 items…" }).click();
  const question = page.getByRole("dialog", { name: "Which one stays when 3 items are merged?" });
  await expect(question.getByRole("option")).toHaveText([/Birch/, /Cedar/, /Elm/]);
  await page.keyboard.type("ced");
  await page.keyboard.press("Enter");
  await expect.poll(() => titles(page)).toEqual(["Ash", "Cedar", "Douglas fir"]);
  expect(ordered(await load(page))[1]!.id).toBe(before[2]!.id);
  await expect(page.getByRole("toolbar")).toBeHidden();
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", `row-${before[2]!.id}`);
  await toast(page).getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => titles(page)).toEqual(FIVE);
  await expectKept(page);
});

test("Shift M merges only what is selected, and Enter presses the button that has the focus", async ({ page }) => {
  await openWith(page, FIVE);
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+M");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+M");
  await page.keyboard.press("Enter");
  await expect.poll(() => titles(page)).toEqual(["Ash", "Cedar", "Douglas fir", "Elm"]);
  // A row has the focus of the list, and yet the button is pressed.
  await page.getByRole("button", { name: /^New item/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Title of the new item" })).toBeFocused();
  await expect(page.getByRole("complementary")).toBeHidden();
});

test("the palette offers to split what it found", async ({ page }) => {
  await openSample(page);
  await grid(page).focus();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("Van list");
  await expect(page.getByRole("option", { name: /Van list/ }).first()).toBeVisible();
  await page.keyboard.press("Tab");
  await page.getByRole("combobox").fill("split");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: /^Split “Van list/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expectAsCore(page);
});
