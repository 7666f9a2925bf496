import type { Page } from "@playwright/test";
import { ask, expectAsCore, grid, load, openWith, ordered, row } from "../backlog.js";
import type { ItemDetail } from "../core.js";
import { expect, test } from "../cairn.js";

const FULL = {
  code: "notSaved",
  field: null,
  message: "The disk is full. What was saved before is safe; this change was not saved.",
  hint: "Make some room, then try again.",
};

/** Every change is refused until the returned function is called. */
async function refuseChanges(page: Page): Promise<() => Promise<void>> {
  await page.route("**/call", async (route) => {
    if (route.request().postData()?.includes('"apply"')) await route.fulfill({ status: 422, json: FULL });
    else await route.fallback();
  });
  return () => page.unroute("**/call");
}

test("a refused change says what happened and what to do, and what was typed stays", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  await row(page, 1).locator("[data-title]").click();
  const card = page.getByRole("complementary").getByRole("textbox", { name: "Card" });
  const allow = await refuseChanges(page);
  await card.pressSequentially("A gardener wants shade");
  const banner = page.getByRole("alert");
  await expect(banner).toContainText(FULL.message);
  await expect(banner).toContainText(FULL.hint);
  await card.blur();
  await expect(card).toHaveValue("A gardener wants shade");
  await allow();
  await banner.getByRole("button", { name: "Try again" }).click();
  await expect(banner).toBeHidden();
  const { id } = ordered(await load(page))[0]!;
  await expect.poll(async () => (await ask<ItemDetail>(page, { type: "item", id })).body).toBe("A gardener wants shade");
  await expect(card).toHaveValue("A gardener wants shade");
});

test("the title of a new item that was refused is not lost", async ({ page }) => {
  await openWith(page, ["Ash"]);
  const allow = await refuseChanges(page);
  await grid(page).focus();
  await page.keyboard.press("n");
  const field = page.getByRole("textbox", { name: "Title of the new item" });
  await field.pressSequentially("Birch");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText(FULL.message);
  await expect(field).toHaveValue("Birch");
  await allow();
  await field.press("Enter");
  await expect(row(page, 1).or(row(page, 2)).filter({ hasText: "Birch" })).toBeVisible();
  await expectAsCore(page);
});

test("a move that was refused leaves the order, and can be tried again", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  const allow = await refuseChanges(page);
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("alert")).toContainText(FULL.message);
  await expectAsCore(page);
  await allow();
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await expect(row(page, 1)).toContainText("Birch");
  await expectAsCore(page);
});

test("a core that is gone is told in a sentence that stays, with what to do", async ({ page, host }) => {
  await openWith(page, ["Ash", "Birch"]);
  await row(page, 1).locator("[data-title]").click();
  const card = page.getByRole("complementary").getByRole("textbox", { name: "Card" });
  await expect(card).toBeVisible();
  await host.stop();
  await card.pressSequentially("A gardener wants shade");
  const banner = page.getByRole("alert");
  await expect(banner).toContainText("What was saved before is safe.");
  await expect(banner).toContainText("Try again; if it happens again, start Cairn anew.");
  await expect(card).toHaveValue("A gardener wants shade");
  await page.waitForTimeout(1_000);
  await expect(banner).toBeVisible();
});
