import type { Page } from "@playwright/test";
import type { Snapshot } from "../core.js";
import { daysBetween, expectAsCore, expectKept, finishDay, grid, history, load, openSample, ordered, row, sayDay, toast } from "../backlog.js";
import { expect, test } from "../cairn.js";

const FROM = 15;
const TO = 6;

const titles = (snapshot: Snapshot) => ordered(snapshot).map((item) => item.title);

/** Takes a row with the pointer and holds it over the upper part of another. */
async function lift(page: Page, from: number, over: number): Promise<void> {
  const source = (await row(page, from).locator("[data-title]").boundingBox())!;
  const target = (await row(page, over).boundingBox())!;
  await page.mouse.move(source.x + 20, source.y + source.height / 2);
  await page.mouse.down();
  await page.mouse.move(source.x + 22, source.y, { steps: 3 });
  await page.mouse.move(source.x + 20, target.y + 6, { steps: 8 });
}

/** What the finish table says about moving one item up. */
function upwards(snapshot: Snapshot, from: number, to: number) {
  const items = ordered(snapshot);
  const said = (position: number) => finishDay(snapshot.finish, snapshot.settings.percentile, position)!;
  const name = (id: number) => snapshot.stakeholders.find((one) => one.id === id)!.name.split(" ")[0]!;
  const pushed = items.slice(to - 1, from - 1).map((item, index) => ({
    item,
    days: daysBetween(said(to + index), said(to + index + 1)),
  }));
  const sorted = pushed.map((one) => one.days).sort((a, b) => a - b);
  const served = items[from - 1]!.wantedBy;
  const hardest = [...pushed].sort((a, b) => b.days - a.days).flatMap(({ item }) => item.wantedBy);
  const delayed = [...new Set(hardest)].filter((id) => !served.includes(id));
  return {
    from: sayDay(said(from), snapshot.today),
    to: sayDay(said(to), snapshot.today),
    count: pushed.length,
    days: sorted[sorted.length >> 1]!,
    serves: served.slice(0, 2).map(name),
    delays: delayed.slice(0, 2).map(name),
  };
}

test("the note while dragging says from, to, what is pushed, whom it serves and delays", async ({ page }) => {
  const snapshot = await openSample(page);
  const says = upwards(snapshot, FROM, TO);
  await lift(page, FROM, TO);
  const moves = page.getByText(/^Moves /);
  await expect(moves).toHaveText(new RegExp(` from ${says.from} to ${says.to}$`));
  const days = says.days === 0 ? "less than a day" : says.days === 1 ? "~1 day" : `~${says.days} days`;
  await expect(page.getByText(/^Pushes /)).toContainText(`Pushes ${says.count} items later by ${days}`);
  const people = page.getByText("Serves", { exact: true }).locator("xpath=../..");
  for (const name of says.serves) await expect(people).toContainText(name);
  await expect(page.getByText("Delays", { exact: true })).toBeVisible();
  for (const name of says.delays) await expect(people).toContainText(name);
  await expect(page.getByText(`Let go to place it at ${TO} Esc puts it back`)).toBeVisible();
  // Once the pointer rests it is said aloud, too.
  await expect(page.locator("[aria-live=polite]").filter({ hasText: `Let go to place it at ${TO}. Moves ` })).toHaveCount(1);
  // Rows between show what they become.
  const between = grid(page).locator("[data-id]", { hasText: ordered(snapshot)[TO]!.title });
  await expect(between.getByRole("gridcell").first()).toHaveText(String(TO + 2));
  await page.keyboard.press("Escape");
  await page.mouse.up();
});

test("Esc while dragging puts everything back", async ({ page }) => {
  const snapshot = await openSample(page);
  await lift(page, FROM, TO);
  await expect(page.getByText(/^Moves /)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText(/^Moves /)).toBeHidden();
  await page.mouse.up();
  await expect(page.getByRole("complementary", { name: "Item details" })).toBeHidden();
  expect(titles(await expectAsCore(page))).toEqual(titles(snapshot));
  expect(await load(page)).toMatchObject({ undo: snapshot.undo });
});

test("letting go moves, and the reason given under 'Why here?' stands in the history", async ({ page }) => {
  const snapshot = await openSample(page);
  const moved = ordered(snapshot)[FROM - 1]!;
  await lift(page, FROM, TO);
  await page.mouse.up();
  await expect(toast(page)).toContainText(`Moved “${moved.title}” from ${FROM} to ${TO}`);
  const why = page.getByRole("textbox", { name: "Why here?" });
  await expect(why).toBeFocused();
  await why.fill("The branch in Altona opens first");
  await page.keyboard.press("Enter");
  const order = titles(snapshot);
  order.splice(TO - 1, 0, order.splice(FROM - 1, 1)[0]!);
  expect(titles(await expectKept(page))).toEqual(order);
  const line = (await history(page)).find((one) => one.moved?.join() === `${FROM},${TO}`)!;
  const says = upwards(snapshot, FROM, TO);
  expect(line.reason).toBe("The branch in Altona opens first");
  expect(line.serves.map((name) => name.split(" ")[0])).toEqual(expect.arrayContaining(says.serves));

  await grid(page).focus();
  await page.keyboard.press("Control+h");
  await expect(page.getByRole("dialog", { name: "History" })).toContainText("The branch in Altona opens first");
  await page.keyboard.press("Escape");
  await row(page, TO).click();
  await expect(page.getByRole("complementary", { name: "Item details" })).toContainText("The branch in Altona opens first");
});

test("Esc leaves the reason empty, and the undo of the message takes the move back", async ({ page }) => {
  const snapshot = await openSample(page);
  await lift(page, FROM, TO);
  await page.mouse.up();
  await expect(page.getByRole("textbox", { name: "Why here?" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: "Why here?" })).toBeHidden();
  await toast(page).getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(async () => titles(await load(page))).toEqual(titles(snapshot));
  await expectKept(page);
});

test("selected items land together and keep their order", async ({ page }) => {
  const snapshot = await openSample(page);
  const before = titles(snapshot);
  await row(page, 10).getByRole("button", { name: "Select" }).click();
  await row(page, FROM).getByRole("button", { name: "Select" }).click();
  await lift(page, FROM, TO);
  await expect(page.getByText(/^Moves 2 items from/)).toBeVisible();
  await page.mouse.up();
  const rest = before.filter((_, index) => index !== 9 && index !== FROM - 1);
  const after = [...rest.slice(0, TO - 1), before[9]!, before[FROM - 1]!, ...rest.slice(TO - 1)];
  await expect.poll(async () => titles(await load(page))).toEqual(after);
  await expect(page.getByRole("textbox", { name: "Why here?" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expectKept(page);
});

test("a press without a move is a click: it opens the item", async ({ page }) => {
  const snapshot = await openSample(page);
  await row(page, 8).locator("[data-title]").click();
  const panel = page.getByRole("complementary", { name: "Item details" });
  await expect(panel.getByRole("textbox", { name: "Title" })).toHaveValue(ordered(snapshot)[7]!.title);
});
