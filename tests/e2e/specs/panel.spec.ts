import type { Page } from "@playwright/test";
import type { Item, ItemDetail } from "../core.js";
import { ask, expectAsCore, grid, history, load, openPage, openSample, openWith, ordered, row } from "../backlog.js";
import { expect, test } from "../cairn.js";
import { addPerson, somebody } from "../people.js";

const panel = (page: Page) => page.getByRole("complementary", { name: "Item details" });
const detail = (page: Page, id: number) => ask<ItemDetail>(page, { type: "item", id });

async function openItem(page: Page, position = 1): Promise<Item> {
  await row(page, position).locator("[data-title]").click();
  await expect(panel(page).getByRole("textbox", { name: "Card" })).toBeVisible();
  return ordered(await load(page))[position - 1]!;
}

test("the card is saved while it is typed, as one step, and stays when it is shown again", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  const { id } = await openItem(page);
  const card = panel(page).getByRole("textbox", { name: "Card" });
  await card.pressSequentially("A gardener wants shade");
  await expect.poll(async () => (await detail(page, id)).body).toBe("A gardener wants shade");
  await expect(card).toBeFocused();
  await card.pressSequentially(" at noon.");
  // Going to another item keeps what was typed for this one.
  await row(page, 2).locator("[data-title]").click();
  await expect(card).toHaveValue("");
  expect((await detail(page, id)).body).toBe("A gardener wants shade at noon.");
  await row(page, 1).locator("[data-title]").click();
  await expect(card).toHaveValue("A gardener wants shade at noon.");
});

test("the title changes in the panel", async ({ page }) => {
  await openWith(page, ["Ash"]);
  await openItem(page);
  const title = panel(page).getByRole("textbox", { name: "Title" });
  await title.fill("Mountain ash");
  await title.press("Enter");
  await expect(row(page, 1)).toContainText("Mountain ash");
  await expectAsCore(page);
});

test("a link is added, followed only to web and mail, and taken away", async ({ page }) => {
  await openWith(page, ["Ash"]);
  const { id } = await openItem(page);
  await panel(page).getByRole("button", { name: "Add link" }).click();
  await panel(page).getByRole("textbox", { name: "https://…" }).fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("A link starts with http://, https:// or mailto:");
  expect((await detail(page, id)).links).toEqual([]);
  await expect(panel(page).getByRole("textbox", { name: "https://…" })).toHaveValue("javascript:alert(1)");
  await panel(page).getByRole("textbox", { name: "https://…" }).fill("https://example.org/plan");
  await panel(page).getByRole("textbox", { name: "What it shows" }).fill("The plan");
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("button", { name: "The plan" })).toBeVisible();
  await expect(page.getByRole("alert")).toBeHidden();
  expect((await detail(page, id)).links).toMatchObject([{ title: "The plan", url: "https://example.org/plan" }]);
  await panel(page).getByRole("button", { name: "Remove link" }).click();
  await expect(panel(page).getByText("No link yet")).toBeVisible();
});

test("lenses are marked and say why; a risk is named", async ({ page }) => {
  await openWith(page, ["Ash"]);
  const { id } = await openItem(page);
  await panel(page).getByRole("button", { name: "Customer need: 3 of 4" }).click();
  await panel(page).getByRole("button", { name: "Urgency: 4 of 4" }).click();
  await panel(page).getByRole("textbox", { name: "Customer need: why" }).fill("Nobody sits there in July");
  await panel(page).getByRole("button", { name: "Add risk" }).first().click();
  await panel(page).getByRole("textbox", { name: "What may go wrong?" }).fill("Frost");
  await panel(page).getByRole("spinbutton", { name: "Likely in %" }).fill("30");
  await page.keyboard.press("Enter");
  await expect(panel(page).getByText("30% likely")).toBeVisible();
  await expect.poll(() => detail(page, id)).toMatchObject({
    item: { need: 3, urgency: 4 },
    needNote: "Nobody sits there in July",
    risks: [{ text: "Frost", probability: 30 }],
  });
  await panel(page).getByRole("button", { name: "Customer need: 3 of 4" }).click();
  await expect.poll(async () => (await detail(page, id)).item.need).toBe(null);
});

test("how strongly and why somebody wants an item is said beside them", async ({ page }) => {
  const snapshot = await openSample(page);
  const { id, wantedBy } = ordered(snapshot)[0]!;
  await openItem(page);
  const person = snapshot.stakeholders.find((one) => one.id === wantedBy[0])!;
  const strength = panel(page).getByRole("group", { name: `How strongly ${person.name} wants it` });
  const why = panel(page).getByRole("textbox", { name: `Why ${person.name} wants it` });
  const want = async () => (await detail(page, id)).wants.find((one) => one.stakeholder === person.id);
  await why.fill("The panel asked for it twice");
  // Not left and not saved yet: the reason goes along with the strength.
  await strength.getByRole("button", { name: "wish" }).click();
  await expect(strength.getByRole("button", { name: "wish" })).toHaveAttribute("aria-pressed", "true");
  await expect.poll(want).toMatchObject({ strength: 1, why: "The panel asked for it twice" });
  await strength.getByRole("button", { name: "must" }).click();
  await expect.poll(want).toMatchObject({ strength: 3, why: "The panel asked for it twice" });
  await page.getByRole("group", { name: "Message" }).getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(want).toMatchObject({ strength: 1, why: "The panel asked for it twice" });
  await expect(strength.getByRole("button", { name: "wish" })).toHaveAttribute("aria-pressed", "true");
  await panel(page).getByRole("button", { name: `${person.name} no longer wants it` }).click();
  await expect(strength).toBeHidden();
  expect(await want()).toBeUndefined();
});

test("asking for several items leaves alone how strongly and why one of them is wanted already", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  const ids = ordered(await load(page)).map((item) => item.id);
  const stakeholder = await addPerson(page, somebody("Maria Okafor"));
  await ask(page, { type: "apply", edit: { type: "want", stakeholder, items: [ids[0]!], strength: 3, why: "Shade" } });
  await openPage(page);
  await grid(page).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("w");
  await page.getByRole("option", { name: /Maria Okafor/ }).click();
  await expect.poll(async () => (await detail(page, ids[1]!)).wants).toMatchObject([{ strength: 2, why: "" }]);
  expect((await detail(page, ids[0]!)).wants).toMatchObject([{ strength: 3, why: "Shade" }]);
});

test("'Why here?' tells the moves of an item and takes a reason later", async ({ page }) => {
  await openWith(page, ["Ash", "Birch", "Cedar"]);
  const { id } = await openItem(page, 3);
  const why = panel(page).getByRole("button", { name: /^Why here/ });
  await expect(panel(page)).toContainText("Never moved since it was added.");
  await grid(page).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(panel(page)).toContainText("Moved 3 → 2.");
  await panel(page).getByRole("button", { name: "Say why" }).click();
  await page.keyboard.type("It shades the others");
  await page.keyboard.press("Enter");
  await expect(panel(page)).toContainText("It shades the others");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(panel(page)).toContainText("Moved 2 → 1.");
  await expect(why).toContainText("1 earlier move");
  await why.click();
  await expect(panel(page)).toContainText("Moved 3 → 2. It shades the others");
  const moves = (await history(page, 10)).filter((line) => line.moved && line.item === id);
  expect(moves.map((line) => line.reason)).toEqual([null, "It shades the others"]);
});

test("history lists every step, of one item alone, and leads to the order of past days", async ({ page }) => {
  const snapshot = await openSample(page);
  const moved = ordered(snapshot)[4]!;
  await row(page, 5).locator("[data-title]").click();
  await grid(page).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(row(page, 4)).toContainText(moved.title);
  await page.keyboard.press("Control+h");
  const dialog = page.getByRole("dialog", { name: "History" });
  const step = dialog.getByRole("listitem").filter({ hasText: `Moved “${moved.title}” from 5 to 4` }).first();
  await expect(step).toBeVisible();
  await step.getByRole("button", { name: "Only this item" }).click();
  await expect(dialog.getByRole("button", { name: "Show the steps of all items" })).toBeVisible();
  for (const text of await dialog.getByRole("listitem").allTextContents()) {
    expect(text).not.toContain("Imported");
  }
  await dialog.getByRole("button", { name: "Order ledger" }).click();
  await expect(page.getByRole("slider", { name: "As it was on" })).toBeFocused();
});

test("an undone step is marked in the history", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(row(page, 1)).toContainText("Birch");
  await page.keyboard.press("Control+z");
  await expect(row(page, 1)).toContainText("Ash");
  await page.keyboard.press("Control+h");
  const steps = page.getByRole("dialog", { name: "History" }).getByRole("listitem");
  await expect(steps.nth(0)).toContainText("Undone: Moved “Ash”");
  await expect(steps.nth(1)).toContainText("undone");
  await openPage(page);
  await expectAsCore(page);
});
