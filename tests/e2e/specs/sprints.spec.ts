/** Sprints from selection to end, what follows after a Review, and the documents of a product. */
import type { Page } from "@playwright/test";
import { ask, choose, grid, load, openSample, openWith, ordered, row, toast } from "../backlog.js";
import { expect, expectGoodLooks, test } from "../cairn.js";
import type { FollowUp, ItemDetail, SprintFields, SprintId, SprintPage } from "../core.js";
import { addPerson, apply, somebody } from "../people.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const fields = (known: Partial<SprintFields>): SprintFields => ({
  number: 1,
  first: null,
  last: null,
  goal: "",
  name: "",
  met: null,
  ...known,
});

/** Adds a Sprint through the core; the page hears of it when it is loaded. */
async function addSprint(page: Page, known: Partial<SprintFields>): Promise<SprintId> {
  await apply(page, { type: "addSprint", fields: fields(known) });
  return (await load(page)).sprints.find(({ number }) => number === (known.number ?? 1))!.id;
}

const sprint = (page: Page, id: SprintId) => ask<SprintPage>(page, { type: "sprint", id });
const list = (page: Page) => page.getByRole("listbox", { name: "All Sprints" });
const shown = (page: Page) => page.getByRole("region", { name: /^Sprint \d+$/ });
const card = (page: Page, name: string) => page.getByRole("region", { name });

async function goToSprints(page: Page, tab = "Sprints"): Promise<void> {
  await page.keyboard.press("Control+5");
  await expect(page.getByRole("heading", { name: "Reviews", level: 1 })).toBeFocused();
  await page.getByRole("tab", { name: tab }).click();
}

/** Does something to the open product beside the page, and shows it. */
async function beside(page: Page, work: () => Promise<unknown>): Promise<void> {
  await work();
  await page.reload();
  await expect(grid(page)).toBeVisible();
}

test("a Sprint without days is planned by keys, and tells its chance once they are known", async ({ page }) => {
  const { sprints } = await openSample(page);
  const number = sprints.at(-1)!.number + 1;
  await goToSprints(page);
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Number" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Number" })).toHaveValue(String(number));
  await page.getByRole("textbox", { name: "First day" }).fill("");
  await page.getByRole("textbox", { name: "Last day" }).fill("");
  await page.getByRole("textbox", { name: "Sprint Goal" }).fill("Everyone finds a branch");
  await page.keyboard.press("Enter");
  await expect(list(page).getByRole("option").first()).toContainText("days not known");
  await expect(list(page)).toBeFocused();
  await expect(shown(page)).toContainText("Nothing is selected yet.");

  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog", { name: `Select items for Sprint ${number}` });
  await expect(dialog).toContainText("Nothing is selected.");
  const boxes = dialog.getByRole("checkbox");
  await boxes.nth(8).check();
  await boxes.nth(9).check();
  await expect(dialog).toContainText("2 items are selected.");
  await page.keyboard.press("Escape");
  await expect(shown(page).getByRole("listitem")).toHaveCount(2);

  await list(page).focus();
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "First day" }).fill("2027-01-04");
  await page.getByRole("textbox", { name: "Last day" }).fill("2027-01-15");
  await page.keyboard.press("Enter");
  const id = (await load(page)).sprints.at(-1)!.id;
  const told = await sprint(page, id);
  expect(told.chance).toMatch(/All 2 open items are .+ likely to be Done by/);
  await expect(shown(page)).toContainText(told.chance!);
  for (const { item, chance } of told.items) {
    await expect(shown(page).getByRole("listitem").filter({ hasText: item.title })).toContainText(`${chance} likely`);
  }

  await page.keyboard.press("s");
  await boxes.nth(10).check();
  await expect(dialog).toContainText(/All 3 open items are .+ likely/);
  await boxes.nth(10).uncheck();
  await expect(dialog).toContainText(told.chance!);
});

test("a Sprint is started, ended with a reason, and stands in the history", async ({ page }) => {
  await openWith(page, ["Ash", "Birch", "Cedar", "Dogwood"]);
  const [ash, birch, cedar, dogwood] = ordered(await load(page)).map(({ id }) => id) as [number, number, number, number];
  let id = 0;
  await beside(page, async () => {
    id = await addSprint(page, { number: 4, first: "2026-11-30", last: "2026-12-11", goal: "Plant" });
    await apply(page, { type: "selectItems", id, items: [ash, birch, cedar] });
  });
  await goToSprints(page);
  await page.keyboard.press("b");
  await expect(list(page).getByRole("option")).toContainText("running");
  expect((await load(page)).items.find((item) => item.id === ash)?.state).toBe("in_sprint");

  await beside(page, () => apply(page, { type: "finishItems", ids: [ash, dogwood], on: "2026-11-26" }));
  await goToSprints(page);
  await expect(shown(page)).toContainText("Done without being selected");
  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog", { name: "End Sprint 4" });
  await dialog.getByRole("combobox", { name: "Sprint Goal met" }).selectOption({ label: "reached in part" });
  const one = dialog.getByRole("group", { name: "Birch" });
  await one.getByRole("combobox", { name: "What becomes of it" }).selectOption({ label: "Into the next Sprint" });
  await one.getByRole("textbox", { name: "Why it is not Done" }).fill("The ground was frozen");
  await one.getByRole("textbox", { name: "What happens now" }).fill("We wait for a thaw");
  await dialog.getByRole("group", { name: "Cedar" }).getByRole("combobox", { name: "What becomes of it" }).selectOption({ label: "Not doing" });
  await dialog.getByRole("button", { name: "End Sprint 4" }).click();
  await expect(dialog).toBeHidden();

  const told = await sprint(page, id);
  expect(told.sprint).toMatchObject({ endedOn: "2026-11-26", met: "partly" });
  expect(told.items.map(({ item, done, became, why, next }) => [item.id, done, became, why, next])).toEqual(
    expect.arrayContaining([
      [ash, true, null, "", ""],
      [birch, false, "carried", "The ground was frozen", "We wait for a thaw"],
      [cedar, false, "not_doing", "", ""],
    ]),
  );
  const past = list(page).getByRole("option").filter({ hasText: "Sprint 4" });
  await past.click();
  await expect(past).toContainText("1 of 3 Done, 1 more Done");
  await expect(past).toContainText("Goal reached in part");
  await expect(shown(page)).toContainText("It goes on in the next Sprint.");
  await expect(shown(page).getByRole("textbox", { name: "Why “Birch” is not Done" })).toHaveValue("The ground was frozen");
  await expect(list(page).getByRole("option").first()).toContainText("Sprint 5");
  // What was said can be said better.
  await shown(page).getByRole("textbox", { name: "Why “Cedar” is not Done" }).fill("Too dry");
  await expect.poll(async () => (await sprint(page, id)).items.find(({ item }) => item.id === cedar)?.why).toBe("Too dry");
});

test("Sprints that overlap are refused at the field, with what can be done", async ({ page }) => {
  await openWith(page, []);
  await beside(page, () => addSprint(page, { number: 1, first: "2026-11-23", last: "2026-12-04" }));
  await goToSprints(page);
  await page.keyboard.press("n");
  const first = page.getByRole("textbox", { name: "First day" });
  await first.fill("2026-12-01");
  await page.getByRole("textbox", { name: "Last day" }).fill("2026-12-11");
  await page.keyboard.press("Enter");
  await expect(first).toHaveAccessibleDescription(/Sprint 1.+\. .+/);
  expect((await load(page)).sprints).toHaveLength(1);
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeFocused();
});

test("items are selected for a Sprint from the order, and the strip leads to it", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  let id = 0;
  await beside(page, async () => (id = await addSprint(page, { number: 7, first: "2026-11-23", last: "2026-12-04", goal: "Plant" })));
  await row(page, 2).locator("[data-title]").click();
  await page.getByRole("complementary").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: /^Select for a Sprint/ }).click();
  await page.getByRole("combobox").fill("7");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await sprint(page, id)).items.map(({ item }) => item.title)).toEqual(["Birch"]);
  await page.getByRole("button", { name: /^Sprint 7, day/ }).click();
  await expect(shown(page)).toContainText("Birch");
  await shown(page).getByRole("button", { name: "Take “Birch” out of the Sprint" }).click();
  await expect(shown(page)).toContainText("Nothing is selected yet.");
  await page.keyboard.press("Control+z");
  await expect(shown(page)).toContainText("Birch");
});

test("a line said back is compared with what was built, and a difference is kept with its cause", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  const [ash] = ordered(await load(page));
  let id = 0;
  await beside(page, async () => {
    id = await addSprint(page, { number: 1, first: "2026-11-16", last: "2026-11-27", goal: "Plant" });
    await apply(page, { type: "selectItems", id, items: [ash!.id] });
  });

  await row(page, 1).locator("[data-title]").click();
  const panel = page.getByRole("complementary");
  await panel.getByRole("tab", { name: "Card" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(panel.getByRole("tab", { name: "Confirmation" })).toBeFocused();
  await panel.getByRole("button", { name: "Add example" }).click();
  await page.keyboard.type("An ash of two metres");
  await panel.getByRole("button", { name: "Add example" }).click();
  await expect(panel).toContainText("An ash of two metres");
  await panel.getByRole("button", { name: "Add what was said back" }).click();
  await page.keyboard.type("Any ash will do");
  await panel.getByRole("textbox", { name: "Who said it" }).fill("Ben");
  await page.keyboard.press("Enter");
  await expect(panel).toContainText("Ben, 26 Nov");

  await beside(page, () => apply(page, { type: "finishItems", ids: [ash!.id], on: "2026-11-26" }));
  await goToSprints(page, "After the Review");
  const compared = card(page, "Understood and built");
  await expect(compared).toContainText("Any ash will do");
  await compared.getByRole("button", { name: "Not as meant" }).click();
  await expect(compared.getByRole("textbox", { name: "Intended" })).toHaveValue("Any ash will do");
  await compared.getByRole("textbox", { name: "Built" }).fill("A shrub");
  await compared.getByRole("textbox", { name: "Where the two parted" }).fill("No example");
  await page.keyboard.press("Enter");
  await expect(compared.getByRole("button", { name: "Not as meant" })).toBeFocused();
  expect((await load(page)).records.misunderstandings).toMatchObject([{ item: ash!.id, built: "A shrub", cause: "No example" }]);
  await expect(page.getByRole("listitem").filter({ hasText: "1 ×" })).toContainText("No example");
});

test("the follow-up list leads to what waits", async ({ page }) => {
  await openWith(page, ["Ash"]);
  const [ash] = ordered(await load(page));
  let id = 0;
  await beside(page, async () => {
    const ines = await addPerson(page, somebody("Ines Duarte"));
    id = await addSprint(page, { number: 1, first: "2026-11-16", last: "2026-11-27" });
    const note = { day: "2026-11-26", text: "The bench is hot", stakeholder: ines, sprint: id, item: ash!.id, reply: "", repliedOn: null };
    await apply(page, { type: "addFeedback", fields: note });
  });
  await goToSprints(page, "After the Review");
  const { lines } = await ask<FollowUp>(page, { type: "followUp", sprint: id });
  expect(lines).toMatchObject([{ about: { type: "triage" } }]);
  await expect(card(page, "Said at the Review")).toContainText("The bench is hot");
  await card(page, "To do next").getByRole("button", { name: lines[0]!.text }).click();
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  await expect(page.getByRole("listbox", { name: "Inbox" })).toContainText("The bench is hot");
});

test("a Done item keeps the evidence that it is Done", async ({ page }) => {
  const { settings } = await openWith(page, ["Ash"]);
  const [ash] = ordered(await load(page));
  await beside(page, async () => {
    await apply(page, { type: "changeSettings", settings: { ...settings, definitionOfDone: "Watered\nLabelled" } });
    await apply(page, { type: "finishItems", ids: [ash!.id], on: "2026-11-26" });
    await apply(page, { type: "addSprint", fields: fields({ number: 1, first: "2026-11-23", last: "2026-12-04" }) });
  });
  await goToSprints(page);
  await shown(page).getByRole("button", { name: "Ash" }).click();
  const panel = page.getByRole("complementary");
  await panel.getByRole("tab", { name: "Confirmation" }).click();
  await panel.getByRole("checkbox", { name: "Watered" }).check();
  await expect(panel).toContainText("1 of 2 confirmed");
  const where = panel.getByRole("textbox", { name: "Where it can be tried" });
  await where.fill("javascript:alert(1)");
  await where.blur();
  await expect(where).toHaveAccessibleDescription(/.+/);
  await where.fill("https://try.example.org/ash");
  await where.blur();
  await expect(panel.getByRole("button", { name: "Try it" })).toBeVisible();
  const { evidence } = await ask<ItemDetail>(page, { type: "item", id: ash!.id });
  expect(evidence).toEqual({
    checks: [{ text: "Watered", met: true }, { text: "Labelled", met: false }],
    url: "https://try.example.org/ash",
  });
});

/** Writes the document that is asked about and returns its text. */
async function written(page: Page, base: string, format: string, name: RegExp): Promise<string> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Written as" }).selectOption({ label: format });
  const given = page.waitForResponse((response) => response.url().includes("/target"));
  await dialog.getByRole("button", { name: "Choose a place…" }).click();
  const { token } = (await (await given).json()) as { token: number };
  await expect(toast(page)).toContainText(name);
  return (await page.request.get(`${base}/written/${token}`)).text();
}

const SECRET = "Promised a raise in spring";

test("documents are written from where one looks for them, private notes only when ticked", async ({ page, host }) => {
  const { stakeholders } = await openSample(page);
  const person = stakeholders[0]!;
  await beside(page, () => apply(page, { type: "noteOnStakeholder", id: person.id, text: SECRET }));
  const dialog = page.getByRole("dialog");
  for (const [entry, name] of [
    ["Product Goal on one page", /Written to .+\.md/],
    ["Backlog for the Developers", /Written to .+\.md/],
    ["Backlog for stakeholders", /Written to .+\.md/],
    ["Backlog for customers", /Written to .+\.md/],
    ["Decision record", /Written to .+\.md/],
  ] as const) {
    await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: /Lendwell/ }).click();
    await page.getByRole("menuitem", { name: entry }).click();
    await expect(dialog).toContainText("Private notes stay here");
    await expect(dialog.getByRole("checkbox")).toHaveCount(0);
    const text = await written(page, host.url, "Markdown", name);
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toContain(SECRET);
  }

  await page.keyboard.press("Control+4");
  await page.getByRole("button", { name: "Forecast on one page" }).click();
  await dialog.getByRole("combobox", { name: "For" }).selectOption({ label: person.name });
  await expect(dialog).toContainText(`The name of one person: ${person.name}`);
  expect(await written(page, host.url, "HTML, one file", /Written to .+\.html/)).toContain(person.name);

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search or run a command" })).toBeFocused();
  await page.keyboard.type(`@${person.name}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: person.name, level: 1 })).toBeFocused();
  for (const ticked of [false, true]) {
    await page.getByRole("button", { name: `More about ${person.name}` }).click();
    await page.getByRole("menuitem", { name: "Write this page" }).click();
    const tick = dialog.getByRole("checkbox", { name: "With private notes, this once" });
    await expect(tick).not.toBeChecked();
    if (ticked) await tick.check();
    await expect(dialog).toContainText(ticked ? "Private notes go along" : "Private notes stay here");
    const text = await written(page, host.url, "Markdown", /Written to .+\.md/);
    if (ticked) expect(text).toContain(SECRET);
    else expect(text).not.toContain(SECRET);
  }
});

test("a document that can't be made says why, and nothing can be written", async ({ page }) => {
  await openWith(page, []);
  await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: /Lendwell/ }).click();
  await page.getByRole("menuitem", { name: "Product Goal on one page" }).click();
  await expect(page.getByRole("alert")).toContainText("There is no current Product Goal");
  await expect(page.getByRole("button", { name: "Choose a place…" })).toBeDisabled();
});

test("an import says how many Sprints come in with it", async ({ page }) => {
  await openWith(page, []);
  const csv = {
    name: "plan.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Summary,Issue key,Status,Sprint,Sprint\nPrune,P-1,Done,Sprint 1,Sprint 2\nWater,P-2,Open,Sprint 2,\n"),
  };
  await page.keyboard.press("Control+i");
  await choose(page, () => page.getByRole("dialog").getByRole("button", { name: "Choose a file…" }).click(), csv);
  await expect(page.getByRole("definition").filter({ hasText: /^2$/ }).last()).toBeVisible();
  await expect(page.getByRole("term").filter({ hasText: /^Sprints$/ })).toBeVisible();
});

test("the views look well in both themes and sizes", async ({ page }) => {
  const { sprints } = await openSample(page);
  const running = sprints.find(({ endedOn, first }) => endedOn === null && first !== null)!;
  const { items } = await sprint(page, running.id);
  await beside(page, async () => {
    const item = items[0]!.item.id;
    await apply(page, { type: "addSaidBack", fields: { item, day: "2026-11-20", who: "Ben", text: "As said" } });
    await apply(page, { type: "addMisunderstanding", fields: { item, day: "2026-11-20", intended: "A", built: "B", cause: "C" } });
  });
  await goToSprints(page);
  await expect(shown(page)).toBeVisible();
  await expectGoodLooks(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press("s");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectGoodLooks(page);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("tab", { name: "After the Review" }).click();
  await expect(card(page, "To do next")).toBeVisible();
  await expectGoodLooks(page);
});
