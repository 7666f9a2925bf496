/** The feedback inbox: a note in seconds, what it becomes, and the reply. */
import type { Page } from "@playwright/test";
import { ask, grid, load, openPage, openSample, openWith, ordered } from "../backlog.js";
import { expect, expectGoodLooks, test } from "../cairn.js";
import type { Edit, Feedback, Outcome } from "../core.js";

test.use({ permissions: ["clipboard-read", "clipboard-write"], contextOptions: { reducedMotion: "reduce" } });

const apply = (page: Page, edit: Edit) => ask<Outcome>(page, { type: "apply", edit });
const notes = async (page: Page): Promise<Feedback[]> => (await load(page)).records.feedback!;
const list = (page: Page) => page.getByRole("listbox", { name: "Inbox" });
const note = (page: Page) => page.getByRole("article", { name: "Note" });
const chosen = (page: Page) => list(page).getByRole("option", { selected: true });

async function say(page: Page, text: string, stakeholder: number | null = null): Promise<number> {
  const fields = { day: "2026-11-25", text, stakeholder, reply: "", repliedOn: null };
  return Number((await apply(page, { type: "addFeedback", fields })).created[0]);
}

/** A product with two items, a person, and nothing in the inbox. */
async function openWithInes(page: Page): Promise<number> {
  await openWith(page, ["Ash", "Birch"]);
  const outcome = await apply(page, {
    type: "addStakeholder",
    fields: { name: "Ines Duarte", role: "", group: "", power: null, interest: null, wishedPower: null, wishedInterest: null, attitude: "neutral", cadence: null },
  });
  return Number(outcome.created[0]);
}

async function goToInbox(page: Page): Promise<void> {
  await openPage(page);
  await page.keyboard.press("Control+9");
  await expect(list(page)).toBeFocused();
}

test("a note is kept by one key from any screen, Enter, and nothing else", async ({ page }) => {
  await openWithInes(page);
  await openPage(page);
  await page.keyboard.press("Control+4");
  await page.keyboard.press("i");
  const text = page.getByRole("textbox", { name: "What was said" });
  await expect(text).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(text).toHaveAccessibleDescription(/Write down what was said/);
  await page.keyboard.type("The bench is hot");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("at noon");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ines");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  const ines = (await load(page)).stakeholders[0]!.id;
  expect(await notes(page)).toMatchObject([{ text: "The bench is hot\nat noon", stakeholder: ines, day: "2026-11-26", became: null }]);
  await expect(page.getByRole("navigation").getByRole("button", { name: /^Inbox/ })).toContainText("1");
  // The key belongs to what is being written.
  await page.keyboard.press("Control+2");
  await page.keyboard.press("/");
  await page.keyboard.type("i");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("notes become what they are by single keys, one after the other", async ({ page }) => {
  await openWithInes(page);
  for (const text of ["Learnt", "Assumed", "Needed", "Declined", "Known", "New"]) await say(page, text);
  await goToInbox(page);
  const [ash, birch] = ordered(await load(page));

  await expect(chosen(page)).toContainText("New");
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("New");
  await page.getByRole("button", { name: /^Place/ }).click();
  await page.getByRole("combobox", { name: "Place" }).fill("2");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add the item" }).click();

  await expect(chosen(page)).toContainText("Known");
  await page.keyboard.press("e");
  await page.getByRole("combobox", { name: "Which item" }).fill("birch");
  await page.keyboard.press("Enter");

  await expect(chosen(page)).toContainText("Declined");
  await page.keyboard.press("x");
  await page.getByRole("textbox", { name: "Why not" }).fill("Too tall");
  await page.getByRole("textbox", { name: "Look again on" }).fill("2027-03-01");
  await page.keyboard.press("Enter");

  // A need belongs to somebody.
  await expect(chosen(page)).toContainText("Needed");
  await page.keyboard.press("w");
  await page.keyboard.press("Enter");
  const who = page.getByRole("combobox", { name: "By whom" });
  await expect(who).toHaveAccessibleDescription(/say first who gave the note/);
  await who.selectOption({ label: "Ines Duarte" });
  await page.getByRole("button", { name: "Keep the need" }).click();

  await expect(chosen(page)).toContainText("Assumed");
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await expect(chosen(page)).toContainText("Learnt");
  await page.keyboard.press("l");
  await page.keyboard.press("Enter");
  await expect(list(page).getByText(/^Waiting/)).toBeHidden();

  const after = await load(page);
  const titles = ordered(after).map(({ title }) => title);
  expect(titles).toEqual([ash!.title, "New", birch!.title]);
  const became = new Map(after.records.feedback!.map(({ text, became }) => [text, became?.type]));
  expect(Object.fromEntries(became)).toEqual({
    New: "item",
    Known: "item",
    Declined: "notDoing",
    Needed: "need",
    Assumed: "assumption",
    Learnt: "learning",
  });
  expect(after.records.needs).toMatchObject([{ text: "Needed", strength: 2 }]);
  await page.keyboard.press("Control+z");
  await expect(list(page).getByText("Waiting: 1")).toBeVisible();
});

test("a form is left by Esc, and the list has the focus again", async ({ page }) => {
  await openWithInes(page);
  await say(page, "Shade");
  await say(page, "Water");
  await goToInbox(page);
  await page.keyboard.press("a");
  await expect(page.getByRole("textbox", { name: "In short" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).toContainText("Shade");
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "What was said" }).fill("More shade");
  await page.keyboard.press("Enter");
  await expect(chosen(page)).toContainText("More shade");
  await page.keyboard.press("Delete");
  await expect(list(page).getByRole("option")).toHaveCount(1);
  expect((await notes(page)).map(({ text }) => text)).toEqual(["Water"]);
});

test("the person is told in a line that the core proposes, and that is kept", async ({ page }) => {
  const ines = await openWithInes(page);
  const id = await say(page, "Shade, please", ines);
  const [ash] = ordered(await load(page));
  await apply(page, { type: "triageFeedback", id, triage: { type: "known", id: ash!.id } });
  await goToInbox(page);
  await expect(list(page).getByText("Not told yet: 1")).toBeVisible();
  const line = await ask<string>(page, { type: "replyLine", id });
  const words = note(page).getByRole("textbox", { name: "What to tell" });
  await expect(words).toHaveValue(line);
  await note(page).getByRole("button", { name: "Copy" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line);
  await words.fill(`${line} Soon.`);
  await note(page).getByRole("button", { name: "Told today" }).click();
  await expect(note(page)).toContainText("Told on Thu 26 Nov.");
  await expect(list(page)).toBeFocused();
  expect(await notes(page)).toMatchObject([{ reply: `${line} Soon.`, repliedOn: "2026-11-26" }]);
  await note(page).getByRole("button", { name: /^Ash/ }).click();
  await expect(page.getByRole("complementary", { name: "Item details" }).getByRole("textbox", { name: "Title" })).toHaveValue("Ash");
});

test("an empty inbox says what it is for", async ({ page }) => {
  await openWith(page, []);
  await page.keyboard.press("Control+9");
  await expect(page.getByText("The inbox is empty.")).toBeFocused();
  await expectGoodLooks(page);
});

for (const key of ["", "n", "e", "w", "x"]) {
  test(`the inbox ${key ? `with the form of ${key.toUpperCase()}` : "itself"} is accessible and fits`, async ({ page }) => {
    const { stakeholders } = await openSample(page);
    await say(page, "x".repeat(10_000), stakeholders[0]!.id);
    await goToInbox(page);
    if (key) await page.keyboard.press(key);
    await expectGoodLooks(page);
    await expect(grid(page)).toBeHidden();
  });
}

test("the note dialog is accessible and fits", async ({ page }) => {
  await openSample(page);
  await page.keyboard.press("i");
  await expect(page.getByRole("dialog", { name: "Note what was said" })).toBeVisible();
  await expectGoodLooks(page);
});
