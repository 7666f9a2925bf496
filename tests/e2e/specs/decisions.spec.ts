/** The Decisions screen: what was decided, a second look at the order, and what is not done. */
import type { Page } from "@playwright/test";
import { ask, expectAsCore, grid, load, openPage, openSample, openWith, ordered, row, toast } from "../backlog.js";
import { expect, expectGoodLooks, test } from "../cairn.js";
import type { DecisionFields, Declined, Edit, ItemDetail, OpenRisk, Outcome, Scores } from "../core.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const apply = (page: Page, edit: Edit) => ask<Outcome>(page, { type: "apply", edit });
const nav = (page: Page) => page.getByRole("navigation", { name: "Main" });
const part = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true, level: 2 }) });
const rows = (page: Page, title: string) => part(page, title).locator(".row");

const decision = (fields: Partial<DecisionFields>): DecisionFields => ({
  day: "2026-11-02",
  title: "Which tree first",
  context: "",
  options: "",
  decision: "",
  effect: "",
  lookAgain: null,
  outcome: "",
  ...fields,
});

async function goToDecisions(page: Page, tab?: string): Promise<void> {
  await page.keyboard.press("Control+7");
  await expect(page.getByRole("heading", { name: "Decisions", level: 1 })).toBeFocused();
  if (tab) await page.getByRole("tab", { name: tab }).click();
}

test("a decision is kept by keys alone, and refusals stand at their field", async ({ page }) => {
  await openWith(page, []);
  await goToDecisions(page);
  const add = page.getByRole("button", { name: "Keep a decision" });
  await add.focus();
  await page.keyboard.press("Enter");
  const title = page.getByRole("textbox", { name: "What it is about" });
  await expect(title).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(title).toHaveAccessibleDescription(/needs/);
  await title.fill("Which tree first");
  await page.keyboard.press("Tab");
  await page.keyboard.type("The ash; it grows slowly.");
  await page.getByRole("textbox", { name: "Look again on" }).fill("2027-01-15");
  await page.keyboard.press("Enter");
  await expect(rows(page, "Decisions")).toHaveCount(1);
  await expect(rows(page, "Decisions")).toContainText("The ash; it grows slowly.");
  await expect(rows(page, "Decisions")).toContainText("look again Fri 15 Jan");
  await expect(add).toBeFocused();
  expect((await load(page)).records.decisions).toMatchObject([
    { title: "Which tree first", decision: "The ash; it grows slowly.", lookAgain: "2027-01-15", day: "2026-11-26" },
  ]);
  await page.keyboard.press("Control+z");
  await expect(rows(page, "Decisions")).toHaveCount(0);
});

test("what is due stands first, is counted, and is done once it is said what came of it", async ({ page }) => {
  await openWith(page, []);
  await apply(page, { type: "addDecision", fields: decision({ title: "Old", day: "2026-09-01", lookAgain: "2026-11-26" }) });
  await apply(page, { type: "addDecision", fields: decision({ title: "New", day: "2026-11-20" }) });
  await apply(page, {
    type: "addDelegation",
    fields: { what: "Ask about shade", who: "Marc", by: "2026-11-20", item: null, result: "", doneOn: null },
  });
  await openPage(page);
  await expect(nav(page).getByRole("button", { name: /^Decisions/ })).toContainText("2");
  await goToDecisions(page);
  await expect(rows(page, "Decisions").first()).toContainText("Old");
  await expect(rows(page, "Handed over")).toContainText("overdue since Fri 20 Nov");
  const outcome = rows(page, "Decisions").first().getByRole("textbox", { name: "What came of it" });
  await outcome.press("Enter");
  await expect(outcome).toHaveAccessibleDescription("Write a few words first.");
  await outcome.fill("It grew.");
  await outcome.press("Enter");
  await expect(rows(page, "Decisions").first()).toContainText("New");
  await expect(rows(page, "Decisions").last()).toContainText("Came of it: It grew.");
  const result = rows(page, "Handed over").getByRole("textbox", { name: "What came of it" });
  await result.fill("Two hours at noon");
  await result.press("Enter");
  await expect(rows(page, "Handed over")).toContainText("done 26 Nov");
  await expect(rows(page, "Handed over")).toContainText("Two hours at noon");
  await expect(nav(page).getByRole("button", { name: /^Decisions/ })).not.toContainText(/\d/);
  expect((await load(page)).records.delegations).toMatchObject([{ doneOn: "2026-11-26", result: "Two hours at noon" }]);
});

test("scores and risks stand beside the order as the core says, and sort nothing", async ({ page }) => {
  const before = ordered(await openSample(page)).map(({ id }) => id);
  await goToDecisions(page, "A second look at the order");
  const scores = await ask<Scores>(page, { type: "scores" });
  const titles = new Map((await load(page)).items.map((item) => [item.id, item.title]));
  const table = page.getByRole("region", { name: "Second opinion" });
  const apart = (name: keyof Scores) => scores[name].filter(({ order, place }) => order !== place).slice(0, 8);
  await expect(table.locator("tbody bdi")).toHaveText(apart("value").map(({ item }) => titles.get(item)!));
  await table.getByRole("button", { name: "Cost of delay by size" }).click();
  await expect(table.locator("tbody bdi")).toHaveText(apart("delay").map(({ item }) => titles.get(item)!));
  const risks = await ask<OpenRisk[]>(page, { type: "openRisks" });
  const early = page.getByRole("region", { name: "Risks early" }).locator("tbody tr");
  await expect(early).toHaveCount(risks.length);
  for (const [index, risk] of risks.entries()) await expect(early.nth(index)).toContainText(risk.text);
  expect(ordered(await load(page)).map(({ id }) => id)).toEqual(before);
});

test("why one stands over the other is said of two selected items, and held against the order", async ({ page }) => {
  await openWith(page, ["Ash", "Birch", "Cedar"]);
  await grid(page).focus();
  for (const key of ["ArrowDown", "Space", "ArrowDown", "Space", "o"]) await page.keyboard.press(key);
  const why = page.getByRole("textbox", { name: "Why" });
  await expect(why).toBeFocused();
  await why.fill("It grows slowly");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await goToDecisions(page, "A second look at the order");
  const pair = rows(page, "Why one over the other");
  await expect(pair).toContainText("Ash");
  await expect(pair).toContainText("It grows slowly");
  await expect(pair).toContainText("the order still says so");
  const [ash] = ordered(await load(page));
  await apply(page, { type: "moveItems", ids: [ash!.id], place: { type: "bottom" }, reason: "" });
  await openPage(page);
  await goToDecisions(page);
  await page.getByRole("tab", { name: "A second look at the order" }).click();
  await expect(pair).toContainText("the order says the opposite now");
});

test("what is not done says why and when to look again, and goes back into the order", async ({ page }) => {
  const [ash, birch] = ordered(await openWith(page, ["Ash", "Birch", "Cedar"]));
  const [assumption] = (await apply(page, { type: "addAssumption", fields: { text: "Nobody needs shade", state: "untested", stateOn: "2026-11-26" } })).created;
  await apply(page, { type: "declineItems", ids: [ash!.id], reason: "Too slow", revisit: null, assumption: Number(assumption) });
  await apply(page, { type: "declineItems", ids: [birch!.id], reason: "Too tall", revisit: "2027-03-01" });
  await openPage(page);
  await goToDecisions(page, "Not doing");
  const list = rows(page, "Not doing");
  await expect(list.first()).toContainText("Birch");
  await expect(list.first()).toContainText("Look again Mon 1 Mar");
  // What was assumed turns out to be wrong: the item is worth another look.
  await rows(page, "Assumptions").getByRole("combobox").selectOption({ label: "does not hold" });
  await expect(list.first()).toContainText("Ash");
  const [first] = await ask<Declined[]>(page, { type: "declined" });
  await expect(list.first()).toContainText(first!.lookAgain!);
  await list.first().getByRole("button", { name: "Take back into the order" }).click();
  await expect(list).toHaveCount(1);
  await expect(page.getByRole("tabpanel")).toBeFocused();
  await list.first().getByRole("button", { name: /^Change/ }).click();
  await page.getByRole("textbox", { name: "Why not" }).fill("Too tall for the yard");
  await page.keyboard.press("Enter");
  await expect(list.first()).toContainText("Too tall for the yard");
  expect(ordered(await load(page)).map(({ title }) => title).sort()).toEqual(["Ash", "Cedar"]);
});

test("a new item that resembles a declined one says so, and never waits for it", async ({ page }) => {
  const [shade] = ordered(await openWith(page, ["Shade over the benches", "Birch"]));
  await apply(page, { type: "declineItems", ids: [shade!.id], reason: "The trees will grow", revisit: null });
  await openPage(page);
  await grid(page).focus();
  await page.keyboard.press("n");
  await page.keyboard.type("Shade for benches");
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("This resembles “Shade over the benches”, which is not done: The trees will grow");
  await expect(grid(page).getByText("Shade for benches")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "New item" })).toBeFocused();
  await expectAsCore(page);
  await toast(page).getByRole("button", { name: "Look" }).click();
  await expect(page.getByRole("tab", { name: "Not doing" })).toHaveAttribute("aria-selected", "true");
  await expect(rows(page, "Not doing")).toContainText("The trees will grow");
});

test("the panel holds the mark of risk, the claimed value, and the need a wish answers", async ({ page }) => {
  const [ash] = ordered(await openWith(page, ["Ash"]));
  const [person] = (await apply(page, {
    type: "addStakeholder",
    fields: { name: "Ines Duarte", role: "", group: "", power: null, interest: null, wishedPower: null, wishedInterest: null, attitude: "neutral", cadence: null },
  })).created;
  const stakeholder = Number(person);
  const [need] = (await apply(page, { type: "addNeed", fields: { stakeholder, text: "Sit in the shade", strength: 3, why: "", businessGoal: null } })).created;
  await apply(page, { type: "want", stakeholder, items: [ash!.id], strength: 2, why: "" });
  await openPage(page);
  await row(page, 1).locator("[data-title]").click();
  const panel = page.getByRole("complementary", { name: "Item details" });
  const detail = () => ask<ItemDetail>(page, { type: "item", id: ash!.id });
  await panel.getByRole("combobox", { name: "Which need of Ines Duarte it answers" }).selectOption({ label: "Sit in the shade" });
  await expect.poll(async () => (await detail()).wants).toMatchObject([{ stakeholder, need: Number(need), strength: 2 }]);
  await panel.getByRole("button", { name: "Risk: 3 of 4" }).click();
  await expect.poll(async () => (await detail()).item.risk).toBe(3);
  const field = (name: string) => panel.getByRole("textbox", { name, exact: true });
  await field("At least").fill("20");
  await field("At most").fill("10");
  await field("Sure in %").fill("60");
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("alert")).toContainText("A value goes from low to high");
  await field("At most").fill("40");
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await detail()).value).toEqual({ low: 20, high: 40, confidence: 60 });
  await expect(panel.getByRole("alert")).toBeHidden();
  await field("Sure in %").fill("160");
  await page.keyboard.press("Tab");
  await expect(field("Sure in %")).toHaveAccessibleDescription("Write a number from 0 to 100.");
});

for (const tab of ["Decided", "A second look at the order", "Not doing"]) {
  test(`“${tab}” is accessible and fits, with texts of 10,000 characters`, async ({ page }) => {
    const [first, second, third] = ordered(await openSample(page));
    const long = "x".repeat(10_000);
    await apply(page, { type: "addDecision", fields: decision({ title: long, context: long, decision: long, effect: long, lookAgain: "2026-11-20" }) });
    await apply(page, { type: "addDelegation", fields: { what: long, who: long, by: "2026-11-20", item: first!.id, result: "", doneOn: null } });
    await apply(page, { type: "addPair", fields: { day: "2026-11-20", above: first!.id, below: second!.id, why: long } });
    await apply(page, { type: "addRisk", item: second!.id, text: long, probability: 20 });
    await apply(page, { type: "addAssumption", fields: { text: long, state: "untested", stateOn: "2026-11-20" } });
    await apply(page, { type: "addLearning", fields: { day: "2026-11-20", text: long, assumption: null } });
    await apply(page, { type: "declineItems", ids: [third!.id], reason: long, revisit: "2026-11-26" });
    await openPage(page);
    await goToDecisions(page, tab);
    await expect(page.getByRole("button", { name: "Show all of it" }).first()).toBeVisible();
    await expectGoodLooks(page);
  });

  test(`“${tab}” of a new product says what belongs there`, async ({ page }) => {
    await openWith(page, []);
    await goToDecisions(page, tab);
    await expect(page.getByRole("tabpanel")).toContainText(/No decision is kept yet|No open item has|Nothing is declined/);
    await expectGoodLooks(page);
  });
}
