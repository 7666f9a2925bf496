import type { Page } from "@playwright/test";
import { ask, expectAsCore, grid, load, openPage, openSample, openWith, ordered, row } from "../backlog.js";
import { expect, expectAccessible, test } from "../cairn.js";

const FIVE = ["Ash", "Birch", "Cedar", "Douglas fir", "Elm"];
const titles = async (page: Page) => ordered(await load(page)).map((item) => item.title);
const panel = (page: Page) => page.getByRole("complementary", { name: "Item details" });

/** Takes a row with the pointer and holds it over the upper part of another. */
async function lift(page: Page, from: string, over: string): Promise<void> {
  const source = (await grid(page).getByText(from, { exact: true }).boundingBox())!;
  const target = (await grid(page).getByText(over, { exact: true }).boundingBox())!;
  await page.mouse.move(source.x + 10, source.y + source.height / 2);
  await page.mouse.down();
  await page.mouse.move(source.x + 12, source.y, { steps: 3 });
  await page.mouse.move(source.x + 10, target.y + 1, { steps: 6 });
}

test("a drag under a filter names the neighbours it hides, and lands beside them", async ({ page }) => {
  await openWith(page, ["oak one", "elm", "oak two", "ash", "oak three"]);
  await page.getByRole("textbox", { name: "Filter" }).fill("oak");
  await expect(grid(page).locator("[data-id]")).toHaveCount(3);
  await lift(page, "oak three", "oak two");
  await expect(page.getByText("Lands between the hidden 2 and 3")).toBeVisible();
  // Nothing of the list is selected as text on the way.
  expect(await page.evaluate(() => String(getSelection()))).toBe("");
  await page.mouse.up();
  await expect.poll(() => titles(page)).toEqual(["oak one", "elm", "oak three", "oak two", "ash"]);
});

test("several rows are dragged under a filter together", async ({ page }) => {
  await openWith(page, ["oak one", "elm", "oak two", "ash", "oak three"]);
  await page.getByRole("textbox", { name: "Filter" }).fill("oak");
  await expect(grid(page).locator("[data-id]")).toHaveCount(3);
  for (const position of [3, 5]) await row(page, position).getByRole("button", { name: "Select" }).click();
  await lift(page, "oak three", "oak one");
  await expect(page.getByText(/^Moves 2 items/)).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => titles(page)).toEqual(["oak two", "oak three", "oak one", "elm", "ash"]);
});

test("what a drag means is said once the movement rests", async ({ page }) => {
  await page.clock.install();
  await openSample(page);
  const live = page.locator("[aria-live=polite]").first();
  const from = (await row(page, 15).locator("[data-title]").boundingBox())!;
  const to = (await row(page, 8).boundingBox())!;
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.mouse.move(from.x + 20, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, to.y + 6, { steps: 8 });
  await page.clock.runFor(399);
  await expect(live).not.toContainText("Let go to place it at 8");
  // A move on the way starts the wait anew.
  await page.mouse.move(from.x + 20, to.y + 6 + 32, { steps: 3 });
  await page.clock.runFor(399);
  await expect(live).not.toContainText("Let go to place it at");
  await page.clock.runFor(2);
  await expect(live).toContainText("Let go to place it at 9");
  await expect(live).toContainText("Moves ");
  await page.keyboard.press("Escape");
  await page.mouse.up();
});

test("keys that belong to a word being composed do nothing else", async ({ page }) => {
  await openWith(page, FIVE);
  /** A key as it comes while an input method composes, both ways engines tell it. */
  const compose = (key: string) =>
    page.evaluate((key) => {
      const target = document.activeElement!;
      const send = (init: KeyboardEventInit) =>
        target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }));
      return [send({ isComposing: true }), send({ keyCode: 229 })];
    }, key);
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  for (const key of ["d", "n", "Enter", "Delete"]) expect(await compose(key)).toEqual([true, true]);
  await page.keyboard.press("n");
  const field = page.getByRole("textbox", { name: "Title of the new item" });
  await field.fill("日本");
  for (const key of ["Enter", "Escape"]) expect(await compose(key)).toEqual([true, true]);
  await expect(field).toHaveValue("日本");
  await field.fill("");
  await page.keyboard.press("Escape");
  await page.keyboard.press("F2");
  await page.keyboard.insertText("木");
  for (const key of ["Enter", "Escape"]) expect(await compose(key)).toEqual([true, true]);
  await expect(grid(page).getByRole("textbox", { name: "Title" })).toHaveValue("木");
  await page.keyboard.press("Escape");
  await page.keyboard.press("l");
  await page.keyboard.insertText("木");
  for (const key of ["Enter", "Escape", "Tab"]) expect(await compose(key)).toEqual([true, true]);
  await expect(page.getByRole("combobox")).toHaveValue("木");
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Filter" }).focus();
  await page.keyboard.insertText("木");
  for (const key of ["Enter", "Escape", "ArrowDown"]) expect(await compose(key)).toEqual([true, true]);
  await expect(page.getByRole("textbox", { name: "Filter" })).toHaveValue("木");
  expect(await titles(page)).toEqual(FIVE);
});

test("with reduced motion nothing takes time to move", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openSample(page);
  await row(page, 3).locator("[data-title]").click();
  await expect(panel(page)).toBeVisible();
  const slow = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .map((node) => ({ name: `${node.tagName} ${node.className}`, style: getComputedStyle(node) }))
        .filter(({ style }) => /[1-9]/.test(`${style.transitionDuration} ${style.animationDuration}`))
        .map(({ name }) => name),
    );
  expect(await slow()).toEqual([]);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect((await slow()).length).toBeGreaterThan(0);
});

test.describe("at 200% in the smallest window", () => {
  test.use({ viewport: { width: 512, height: 350 }, deviceScaleFactor: 2 });

  test("order and panel can be read and used", async ({ page }) => {
    await openSample(page);
    const fits = () => page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]);
    expect(await fits()).toEqual([0, 0]);
    expect((await grid(page).boundingBox())!.height).toBeGreaterThan(100);
    await row(page, 2).locator("[data-title]").click();
    const card = panel(page).getByRole("textbox", { name: "Card", exact: true });
    await card.scrollIntoViewIfNeeded();
    await expect(card).toBeInViewport();
    await card.click();
    await expect(card).toBeFocused();
    await panel(page).getByRole("button", { name: /^Why here/ }).scrollIntoViewIfNeeded();
    await expect(panel(page).getByRole("button", { name: /^Why here/ })).toBeInViewport();
    await expectAccessible(page);
    expect(await fits()).toEqual([0, 0]);
    await panel(page).getByRole("button", { name: "Close" }).click();
    await grid(page).focus();
    for (const key of ["ArrowDown", "m"]) await page.keyboard.press(key);
    await expect(page.getByRole("combobox")).toBeInViewport();
    expect(await fits()).toEqual([0, 0]);
  });
});

test("forced colours keep bars, the row that has the focus, and marks", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const { id } = ordered(await openSample(page))[2]!;
  await ask(page, { type: "apply", edit: { type: "changeItems", ids: [id], changes: [{ field: "need", value: null }] } });
  await openPage(page);
  const border = (selector: string) =>
    page.locator(selector).first().evaluate((node) => getComputedStyle(node).borderTopWidth);
  expect(await border(".c-cascade .bar")).toBe("1px");
  await row(page, 3).locator("[data-title]").click();
  const outline = await row(page, 3).evaluate((node) => getComputedStyle(node).outlineStyle);
  expect(outline).toBe("solid");
  await panel(page).getByRole("group", { name: "Customer need" }).scrollIntoViewIfNeeded();
  const marks = panel(page).getByRole("group", { name: "Customer need" });
  const ground = (name: string) =>
    marks.getByRole("button", { name }).locator("i").evaluate((node) => getComputedStyle(node).backgroundColor);
  await marks.getByRole("button", { name: "Customer need: 2 of 4" }).click();
  await expect(marks.getByRole("button", { name: "Customer need: 2 of 4" })).toHaveAttribute("aria-pressed", "true");
  expect(await ground("Customer need: 2 of 4")).not.toBe(await ground("Customer need: 3 of 4"));
  await grid(page).focus();
  await page.keyboard.press("Shift+ArrowDown");
  expect(await border(".bulk")).toBe("1px");
  expect(await border(".toast")).toBe("1px");
});

test("fifty labels, a title of 2,000 characters and right-to-left text leave room for the rest", async ({ page }) => {
  const long = "x".repeat(2_000);
  await openWith(page, [long, "عنوان طويل جدا للاختبار", "Plain"]);
  const items = ordered(await load(page));
  const labels = Array.from({ length: 50 }, (_, at) => `label ${at}`);
  await ask(page, { type: "apply", edit: { type: "labelItems", ids: [items[2]!.id], add: labels, remove: [] } });
  await openPage(page);
  for (const position of [1, 2, 3]) {
    await grid(page).locator(`[aria-rowindex="${position}"] [data-title]`).click({ position: { x: 5, y: 5 } });
    await expect(panel(page).getByRole("tab", { name: "Card" })).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
  await expect(panel(page).getByText("and 38 more")).toBeVisible();
  await grid(page).focus();
  for (const key of ["Home", "Shift+S"]) await page.keyboard.press(key);
  const dialog = page.getByRole("dialog", { name: /^Split “x+/ });
  const box = (await dialog.boundingBox())!;
  const close = (await dialog.getByRole("button", { name: "Close" }).boundingBox())!;
  expect(close.x + close.width).toBeLessThan(box.x + box.width);
  await page.keyboard.press("Escape");
  await expectAsCore(page);
});
