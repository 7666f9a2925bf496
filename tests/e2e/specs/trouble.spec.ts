import { ask, expectAsCore, grid, load, openWith, ordered, row } from "../backlog.js";
import type { Item, ItemDetail } from "../core.js";
import { expect, test } from "../cairn.js";
import { FULL, refuseChanges } from "../faults.js";

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

test("refused texts stay with their items until a change is taken again", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  const [ash, birch] = ordered(await load(page)) as [Item, Item];
  const body = async (id: number) => (await ask<ItemDetail>(page, { type: "item", id })).body;
  const card = page.getByRole("complementary").getByRole("textbox", { name: "Card", exact: true });
  await row(page, 1).locator("[data-title]").click();
  const allow = await refuseChanges(page);
  await card.fill("Shade at noon");
  await row(page, 2).locator("[data-title]").click();
  await expect(card).toHaveValue("");
  await card.fill("White bark");
  await row(page, 1).locator("[data-title]").click();
  await expect(card).toHaveValue("Shade at noon");
  await expect(page.getByRole("complementary")).toContainText("Not saved yet.");
  await row(page, 2).locator("[data-title]").click();
  await expect(card).toHaveValue("White bark");
  await allow();
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("alert")).toBeHidden();
  await expect.poll(() => body(ash.id)).toBe("Shade at noon");
  await expect.poll(() => body(birch.id)).toBe("White bark");
  await expect(page.getByText("Not saved yet.")).toBeHidden();
  await row(page, 1).locator("[data-title]").click();
  await expect(card).toHaveValue("Shade at noon");
});

test("a refused text is saved by itself after another change was taken", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  const { id } = ordered(await load(page))[0]!;
  await row(page, 1).locator("[data-title]").click();
  const allow = await refuseChanges(page);
  await page.getByRole("complementary").getByRole("textbox", { name: "Card", exact: true }).fill("Shade at noon");
  await expect(page.getByText("Not saved yet.")).toBeVisible();
  await allow();
  await grid(page).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(async () => (await ask<ItemDetail>(page, { type: "item", id })).body).toBe("Shade at noon");
  await expect(page.getByText("Not saved yet.")).toBeHidden();
});

test("a refused text is discarded only when that is said", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  await row(page, 1).locator("[data-title]").click();
  const panel = page.getByRole("complementary");
  const card = panel.getByRole("textbox", { name: "Card", exact: true });
  await refuseChanges(page);
  await card.fill("Shade at noon");
  await expect(panel).toContainText("Not saved yet.");
  await panel.getByRole("button", { name: "Discard" }).click();
  await expect(card).toHaveValue("");
  await expect(panel).not.toContainText("Not saved yet.");
  await row(page, 2).locator("[data-title]").click();
  await row(page, 1).locator("[data-title]").click();
  await expect(card).toHaveValue("");
});

test("a pasted list that was refused stays in its field, line by line", async ({ page }) => {
  await openWith(page, ["Ash"]);
  const allow = await refuseChanges(page);
  await grid(page).focus();
  await page.keyboard.press("n");
  const field = page.getByRole("textbox", { name: "Title of the new item" });
  await field.evaluate((node) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "- Birch\n- Cedar\n- Elm\n");
    node.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole("alert")).toContainText(FULL.message);
  await expect(field).toHaveValue("Birch\nCedar\nElm");
  await allow();
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await expect.poll(async () => ordered(await load(page)).map((item) => item.title).sort()).toEqual(["Ash", "Birch", "Cedar", "Elm"]);
  await expect(field).toHaveValue("");
  await expectAsCore(page);
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
