/** The Stakeholders screen: people on the map and in lists, their needs, and whom the order serves. */
import type { Page } from "@playwright/test";
import { ask, grid, history, load, openPage, openSample, openWith, ordered, sayDay, toast } from "../backlog.js";
import { expect, expectGoodLooks, test } from "../cairn.js";
import type { PersonPage, Service } from "../core.js";
import { addPerson, apply, changePerson, personNamed, somebody } from "../people.js";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const bubble = (page: Page, name: string) => card(page, "Power and interest").getByRole("button", { name: new RegExp(`^${name}, `) });
const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });
const person = (page: Page, id: number) => ask<PersonPage>(page, { type: "person", id });

async function goToStakeholders(page: Page): Promise<void> {
  await page.keyboard.press("Control+3");
  await expect(heading(page, "Stakeholders")).toBeVisible();
}

async function openPerson(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search or run a command" })).toBeFocused();
  await page.keyboard.type(`@${name}`);
  await page.keyboard.press("Enter");
  await expect(heading(page, name)).toBeFocused();
}

/** The places of a person: power, interest, and those that are wished. */
async function places(page: Page, name: string): Promise<(number | null)[]> {
  const { power, interest, wishedPower, wishedInterest } = await personNamed(page, name);
  return [power, interest, wishedPower, wishedInterest];
}

test("arrow keys move a person by two of a hundred, and Shift with them the wished place, as one step", async ({ page }) => {
  await openWith(page, ["Ash"]);
  await addPerson(page, somebody("Tom Aldridge", { power: 50, interest: 50 }));
  await openPage(page);
  await goToStakeholders(page);
  await bubble(page, "Tom Aldridge").focus();
  for (const key of ["ArrowUp", "ArrowUp", "ArrowRight"]) await page.keyboard.press(key);
  await expect.poll(() => places(page, "Tom Aldridge")).toEqual([54, 52, null, null]);
  await expect(bubble(page, "Tom Aldridge")).toHaveAccessibleName(/power 54, interest 52, Work closely with/);
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => places(page, "Tom Aldridge")).toEqual([54, 52, 54, 54]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => places(page, "Tom Aldridge")).toEqual([50, 50, null, null]);
});

test("a person is dragged on the map, with Shift the wish is, and Escape puts back", async ({ page }) => {
  await openSample(page);
  await changePerson(page, "Tom Aldridge", { power: 50, interest: 50, wishedPower: null, wishedInterest: null });
  await openPage(page);
  await goToStakeholders(page);
  const drag = async (dx: number, dy: number) => {
    const box = (await bubble(page, "Tom Aldridge").boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx, y + dy, { steps: 5 });
  };
  await drag(60, -60);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await places(page, "Tom Aldridge")).toEqual([50, 50, null, null]);
  await drag(60, -60);
  await page.mouse.up();
  await expect.poll(async () => (await places(page, "Tom Aldridge"))[0]).toBeGreaterThan(60);
  const [power, interest] = await places(page, "Tom Aldridge");
  expect(interest).toBeGreaterThan(55);
  await page.keyboard.down("Shift");
  await drag(40, 0);
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await expect.poll(async () => (await places(page, "Tom Aldridge"))[3]).toBeGreaterThan(interest!);
  expect((await places(page, "Tom Aldridge")).slice(0, 2)).toEqual([power, interest]);
});

test("who has no place stands beside the map, and is placed by a press or by a drag", async ({ page }) => {
  await openWith(page, ["Ash"]);
  await addPerson(page, somebody("Ana"));
  await addPerson(page, somebody("Ben"));
  await openPage(page);
  await goToStakeholders(page);
  await page.getByRole("button", { name: "Place Ana on the map" }).press("Enter");
  await expect(bubble(page, "Ana")).toBeVisible();
  expect(await places(page, "Ana")).toEqual([50, 50, null, null]);
  const from = (await page.getByRole("button", { name: "Place Ben on the map" }).boundingBox())!;
  const map = (await page.getByRole("group", { name: /^Power and interest/ }).boundingBox())!;
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(map.x + 40, map.y + 40, { steps: 8 });
  await page.mouse.up();
  await expect(bubble(page, "Ben")).toBeVisible();
  const [power, interest] = await places(page, "Ben");
  expect(power).toBeGreaterThan(90);
  expect(interest).toBeLessThan(10);
});

test("the list says what the map shows, and whom to talk to first", async ({ page }) => {
  await openWith(page, ["Ash"]);
  await addPerson(page, somebody("Ana", { power: 80, interest: 20, wishedInterest: 60, attitude: "sceptical", cadence: 7 }));
  const ben = await addPerson(page, somebody("Ben", { cadence: 5 }));
  await apply(page, { type: "addContact", fields: { stakeholder: ben, day: "2026-11-16", text: "Hello" } });
  await openPage(page);
  await expect(page.getByRole("button", { name: "Stakeholders" })).toContainText("1");
  await goToStakeholders(page);
  await page.getByRole("tab", { name: "Map" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("tab", { name: "Contacts" })).toBeFocused();
  const rows = card(page, "Everybody").getByRole("row");
  await expect(rows.nth(1)).toContainText("Ben");
  await expect(rows.nth(1)).toContainText("overdue: Sat 21 Nov");
  await expect(rows.nth(2)).toHaveText(/Ana.*sceptical.*80.*20.*Keep satisfied.*power 80, interest 60.*7 days/s);
  await rows.nth(1).getByRole("button", { name: "Ben" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(2).getByRole("button", { name: "Ana" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Ana")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(rows.nth(2).getByRole("button", { name: "Ana" })).toBeFocused();
});

test("a person is added and changed by keyboard, and what is refused is said at its field", async ({ page }) => {
  await openWith(page, []);
  await goToStakeholders(page);
  await expect(page.getByText("Nobody is named yet.", { exact: false })).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  const adding = dialog(page, "Add person");
  await expect(adding.getByRole("textbox", { name: "Name" })).toHaveAccessibleDescription(/needs a name/);
  await page.keyboard.type("Ana");
  await adding.getByRole("textbox", { name: "Power", exact: true }).fill("300");
  await expect(adding.getByRole("textbox", { name: "Power", exact: true })).toHaveAccessibleDescription(/from 0 to 100/);
  await adding.getByRole("textbox", { name: "Power", exact: true }).fill("30");
  await adding.getByRole("textbox", { name: "Interest", exact: true }).fill("70");
  await adding.getByRole("textbox", { name: "Talk every" }).fill("14");
  await page.keyboard.press("Enter");
  await expect(bubble(page, "Ana")).toBeVisible();
  await page.keyboard.press("F2");
  const changing = dialog(page, "Change stakeholder");
  await changing.getByRole("textbox", { name: "Talk every" }).fill("0");
  await page.keyboard.press("Enter");
  await expect(changing.getByRole("textbox", { name: "Talk every" })).toHaveAccessibleDescription(/at least one day/);
  await changing.getByRole("textbox", { name: "Talk every" }).fill("");
  await changing.getByRole("combobox", { name: "Attitude" }).selectOption({ label: "supports" });
  await changing.getByRole("textbox", { name: "Name" }).press("Enter");
  await expect(changing).toBeHidden();
  expect(await personNamed(page, "Ana")).toMatchObject({ power: 30, interest: 70, attitude: "supports", cadence: null });
});

test("a need is added with an item that answers it, changed, and taken away", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  const ana = await addPerson(page, somebody("Ana"));
  await apply(page, { type: "addBusinessGoal", fields: { sentence: "Fewer calls" } });
  await openPage(page);
  await goToStakeholders(page);
  await page.getByRole("tab", { name: "Needs" }).click();
  await page.getByRole("button", { name: "Add a need" }).click();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("textbox", { name: "What is needed" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "What is needed" })).toHaveAccessibleDescription(/Say what is needed/);
  await page.getByRole("textbox", { name: "What is needed" }).fill("Shade");
  await page.getByRole("combobox", { name: "How strongly" }).selectOption({ label: "must" });
  await page.getByRole("combobox", { name: "Business goal" }).selectOption({ label: "Fewer calls" });
  await page.getByRole("button", { name: "Link an item" }).click();
  await page.keyboard.type("bir");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Link an item" })).toBeFocused();
  await page.getByRole("button", { name: "Add a need" }).click();
  await expect(page.getByRole("button", { name: "Change Shade" })).toBeVisible();
  const { items, records } = await load(page);
  const birch = items.find(({ title }) => title === "Birch")!;
  expect(records.needs).toMatchObject([{ stakeholder: ana, text: "Shade", strength: 3, items: [birch.id], businessGoal: records.businessGoals![0]!.id }]);
  expect(birch.wantedBy).toEqual([ana]);
  await page.getByRole("button", { name: "Change Shade" }).press("Enter");
  await page.getByRole("button", { name: "“Birch” no longer answers it" }).click();
  await page.getByRole("textbox", { name: "Why" }).fill("It is hot");
  await page.keyboard.press("Enter");
  await expect(page.getByText("No item answers it.", { exact: true })).toBeVisible();
  expect((await load(page)).records.needs).toMatchObject([{ why: "It is hot", items: [] }]);
  await page.getByRole("button", { name: "Remove Shade" }).click();
  await expect(page.getByText("No need is noted yet.", { exact: false })).toBeVisible();
});

test("a contact is logged with a key, and takes a person off the overdue list", async ({ page }) => {
  await openWith(page, []);
  const ana = await addPerson(page, somebody("Ana", { cadence: 7 }));
  await apply(page, { type: "addContact", fields: { stakeholder: ana, day: "2026-11-02", text: "First talk" } });
  await openPage(page);
  await goToStakeholders(page);
  await expect(card(page, "Contact")).toContainText("1 overdue");
  await page.keyboard.press("c");
  const log = dialog(page, "Log a contact");
  await page.keyboard.type("She likes it");
  await log.getByRole("textbox", { name: "When" }).fill("27 Nov 2026");
  await page.keyboard.press("Enter");
  await expect(log.getByRole("textbox", { name: "When" })).toHaveAttribute("aria-invalid", "true");
  await log.getByRole("textbox", { name: "When" }).fill("25 Nov");
  await log.getByRole("textbox", { name: "Talk again on" }).fill("8 Dec");
  await page.keyboard.press("Enter");
  await expect(log).toBeHidden();
  await expect(card(page, "Contact")).not.toContainText("overdue");
  expect(await personNamed(page, "Ana")).toMatchObject({ lastContact: "2026-11-25", due: "2026-12-08" });
  await expect(card(page, "Contact").getByRole("row", { name: /Ana/ })).toContainText("Tue 8 Dec");
});

test("whose needs the order serves is what the core says, in numbers and days", async ({ page }) => {
  const { today } = await openSample(page);
  const service = await ask<Service>(page, { type: "service" });
  const { stakeholders } = await load(page);
  await goToStakeholders(page);
  const rows = card(page, "Whose needs does the order serve?").getByRole("listitem");
  await expect(rows).toHaveCount(service.people.length);
  for (const [index, served] of service.people.entries()) {
    await expect(rows.nth(index)).toContainText(stakeholders.find(({ id }) => id === served.stakeholder)!.name);
    if (served.first) await expect(rows.nth(index)).toContainText(`next: ${sayDay(served.first, today)}`);
    if (served.later > 0) await expect(rows.nth(index)).toContainText(`later: ${served.later}`);
    if (served.notPlanned > 0) await expect(rows.nth(index)).toContainText(`not planned: ${served.notPlanned}`);
  }
});

test("a conflict is recorded from needs that compete, with a follow-up, and opened again", async ({ page }) => {
  await openSample(page);
  const [first] = (await ask<Service>(page, { type: "service" })).competing.filter(({ conflict }) => conflict === null);
  const { stakeholders, records: before } = await load(page);
  const name = (id: number) => stakeholders.find((one) => one.id === id)!.name;
  const pair = `${name(first!.first.stakeholder)} and ${name(first!.second.stakeholder)}`;
  await goToStakeholders(page);
  await page.getByRole("button", { name: `Record the conflict of ${pair}` }).press("Enter");
  const record = dialog(page, "Record the conflict");
  await page.keyboard.type("It has to come first");
  await record.getByRole("textbox", { name: "What was decided" }).fill("The first goes first");
  await record.getByRole("textbox", { name: "Follow-up" }).fill("Tell the other");
  await record.getByRole("textbox", { name: "By", exact: true }).fill("30 Feb");
  await page.keyboard.press("Enter");
  await expect(record.getByRole("textbox", { name: "By", exact: true })).toHaveAttribute("aria-invalid", "true");
  await record.getByRole("textbox", { name: "By", exact: true }).fill("4 Dec");
  await record.getByRole("button", { name: "Record the conflict" }).click();
  await expect(record).toBeHidden();
  const { records } = await load(page);
  expect(records.conflicts).toHaveLength(before.conflicts!.length + 1);
  expect(records.conflicts!.find(({ followUp }) => followUp === "Tell the other")).toMatchObject({
    first: { stakeholder: first!.first.stakeholder, item: first!.first.item, position: "It has to come first" },
    second: { stakeholder: first!.second.stakeholder, item: first!.second.item },
    decision: "The first goes first",
    followUpOn: "2026-12-04",
  });
  await expect(card(page, "Competing needs")).toContainText("follow-up Fri 4 Dec");
  await page.getByRole("button", { name: `Open the record of ${pair}` }).press("Enter");
  await dialog(page, "Conflict").getByRole("button", { name: "Remove the record" }).click();
  await expect.poll(async () => (await load(page)).records.conflicts!.length).toBe(before.conflicts!.length);
});

test("the page of a person has needs, wants with their days, what changed and what to ask", async ({ page }) => {
  const { today } = await openSample(page);
  const { id } = await personNamed(page, "Tom Aldridge");
  await apply(page, { type: "addContact", fields: { stakeholder: id, day: "2026-11-20", text: "Talked about the audit" } });
  await apply(page, { type: "addFeedback", fields: { stakeholder: id, day: "2026-11-21", text: "It is slow", reply: "" } });
  await openPage(page);
  await openPerson(page, "Tom Aldridge");
  const core = await person(page, id);
  await expect(card(page, "Ask next")).toContainText(core.ask);
  for (const want of core.wants.filter(({ sure }) => sure)) {
    await expect(page.getByRole("row", { name: want.item.title })).toContainText(sayDay(want.sure!, today));
  }
  // A want on a Done item says when it was Done.
  const done = core.wants.find(({ item }) => item.doneOn)!;
  await expect(page.getByRole("row", { name: done.item.title })).toContainText(`Done ${sayDay(done.item.doneOn!, today)}`);
  for (const sentence of core.changed) await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByText("Talked about the audit")).toBeVisible();

  await page.getByRole("button", { name: "Add a question" }).click();
  await page.keyboard.type("Which provider?");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Change Which provider?" })).toBeVisible();
  await page.getByRole("button", { name: "Change Which provider?" }).press("Enter");
  await page.getByRole("textbox", { name: "Answer" }).fill("The council's own");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.getByRole("button", { name: "Change Which provider?" })).toBeHidden();

  await expect(page.getByText("It is slow", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: /^Told today about/ }).click();
  await expect(page.getByText("It is slow", { exact: true })).toBeHidden();
  const [note] = (await load(page)).records.feedback!.filter(({ text }) => text === "It is slow");
  expect(note).toMatchObject({ repliedOn: today, reply: expect.stringContaining("21 November") as unknown });
});

test("what a person was promised says whether it still holds", async ({ page }) => {
  const { kept, stakeholders } = await openSample(page);
  const told = stakeholders.find(({ id }) => kept.some((one) => one.told === id && one.alert))!;
  await openPerson(page, told.name);
  const promised = card(page, "What was promised");
  for (const one of kept.filter((forecast) => forecast.told === told.id)) {
    await expect(promised.getByRole("listitem").filter({ hasText: one.name }).first()).toContainText(one.alert ?? one.name);
  }
  await expect(promised).toContainText("has moved");
});

test("the private note is shown after a press, and printed only when it is ticked, that once", async ({ page }) => {
  await openSample(page);
  const { id } = await personNamed(page, "Tom Aldridge");
  await apply(page, { type: "noteOnStakeholder", id, text: "Plays the cello" });
  await page.addInitScript(() => {
    // The dialog of the system would stop everything; what would be on paper is what is shown.
    window.print = () => {
      document.documentElement.dataset.printed = document.querySelector(".note.paper")?.textContent ?? "";
      window.dispatchEvent(new Event("afterprint"));
    };
  });
  await openPage(page);
  await openPerson(page, "Tom Aldridge");
  const note = page.getByRole("textbox", { name: "Private note" });
  const printed = () => page.evaluate(() => document.documentElement.dataset.printed);
  await expect(page.locator("body")).not.toContainText("Plays the cello");
  await page.keyboard.press("Control+p");
  await page.keyboard.press("Enter");
  await expect.poll(printed).toBe("");
  await page.keyboard.press("Control+p");
  await dialog(page, "Print").getByRole("checkbox").check();
  await dialog(page, "Print").getByRole("button", { name: "Print" }).click();
  await expect.poll(printed).toContain("Plays the cello");
  await expect(page.locator("body")).not.toContainText("Plays the cello");
  await page.keyboard.press("Control+p");
  await expect(dialog(page, "Print").getByRole("checkbox")).not.toBeChecked();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Show the private note" }).click();
  await expect(note).toHaveValue("Plays the cello");
  await expect(note).toBeFocused();
  await page.emulateMedia({ media: "print" });
  await expect(card(page, "Private note")).toBeHidden();
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByRole("heading", { name: "Tom Aldridge" })).toBeVisible();
  const paper = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: "screen" });
  await note.fill("Plays the viola");
  await page.getByRole("button", { name: "Hide it" }).click();
  await expect.poll(() => ask<string>(page, { type: "privateNote", id })).toBe("Plays the viola");
});

test("two who are the same become one in one step, and undo makes them two again", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  const [ash, birch] = ordered(await load(page));
  const ana = await addPerson(page, somebody("Ana Silva", { role: "Gardener" }));
  const other = await addPerson(page, somebody("Ana Silva", { role: "gardener, twice" }));
  await apply(page, { type: "want", stakeholder: ana, items: [ash!.id], strength: 2, why: "" });
  await apply(page, { type: "want", stakeholder: other, items: [birch!.id], strength: 3, why: "" });
  await openPage(page);
  await goToStakeholders(page);
  // Of the same name, they are told apart by their roles.
  await page.keyboard.press("c");
  await expect(dialog(page, "Log a contact").getByRole("option", { name: "Ana Silva, Gardener", exact: true })).toHaveCount(1);
  await page.keyboard.press("Escape");
  await card(page, "Contact").getByRole("row", { name: /Gardener/ }).getByRole("button").click();
  await page.getByRole("button", { name: "More about Ana Silva" }).press("Enter");
  await page.getByRole("menuitem", { name: "Merge with somebody…" }).press("Enter");
  await page.keyboard.type("twice");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(dialog(page, "Merge").getByRole("button", { name: "Merge one person" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog(page, "Merge")).toBeHidden();
  expect((await load(page)).stakeholders.map(({ id }) => id)).toEqual([ana]);
  expect((await person(page, ana)).wants.map(({ item }) => item.title)).toEqual(["Ash", "Birch"]);
  await expect(toast(page)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await load(page)).stakeholders.length).toBe(2);
  expect((await person(page, other)).wants.map(({ item }) => item.title)).toEqual(["Birch"]);
});

test("a person who is removed leaves the page, and comes back with undo", async ({ page }) => {
  await openWith(page, ["Ash"]);
  await addPerson(page, somebody("Ana"));
  await openPage(page);
  await openPerson(page, "Ana");
  await page.getByRole("button", { name: "More about Ana" }).click();
  await page.getByRole("menuitem", { name: "Remove from stakeholders" }).click();
  await expect(page.getByText("Nobody is named yet.", { exact: false })).toBeVisible();
  expect((await history(page, 1))[0]!.text).toContain("Ana");
  await page.keyboard.press("Control+z");
  await expect(card(page, "Contact").getByRole("button", { name: "Ana" })).toBeVisible();
});

test("a person is erased after a question, and what still mentions the name is listed", async ({ page }) => {
  await openWith(page, ["Ask Anastasia about the shade", "Birch"]);
  await addPerson(page, somebody("Anastasia"));
  await openPage(page);
  await openPerson(page, "Anastasia");
  await page.getByRole("button", { name: "More about Anastasia" }).press("Enter");
  await page.getByRole("menuitem", { name: "Erase this person…" }).press("Enter");
  await expect(dialog(page, "Erase Anastasia for good?").getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog(page, "Erase Anastasia for good?").getByRole("button", { name: "Erase for good" }).click();
  const erased = dialog(page, "The person is erased");
  await expect(erased).toContainText("These items still mention the name");
  await erased.getByRole("button", { name: /^needs conversation Ask Anastasia/ }).click();
  await expect(page.getByRole("complementary", { name: "Item details" })).toBeVisible();
  expect((await load(page)).stakeholders).toEqual([]);
});

test("names with markup, marks of direction or three hundred letters stay within their places", async ({ page }) => {
  await openWith(page, ["Ash"]);
  const names = ["<img src=x onerror=alert(1)>", "\u202Eeman\u202C", "W".repeat(300), "עברית (Ana)"];
  for (const name of names) {
    const id = await addPerson(page, somebody(name, { role: name, group: name, power: 95, interest: 98 }));
    await apply(page, { type: "addNeed", fields: { stakeholder: id, text: name, strength: 2, why: name } });
  }
  await openPage(page);
  await goToStakeholders(page);
  for (const view of ["Map", "Needs", "Contacts"]) {
    await page.getByRole("tab", { name: view }).click();
    for (const name of names) await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
    expect(await page.evaluate(() => document.querySelector(".screen-body")!.scrollWidth - document.querySelector(".screen-body")!.clientWidth)).toBe(0);
  }
  await card(page, "Everybody").getByRole("button", { name: names[2]! }).click();
  await expect(heading(page, names[2]!)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
  expect(await page.evaluate(() => document.querySelector(".screen-body")!.scrollWidth - document.querySelector(".screen-body")!.clientWidth)).toBe(0);
});

test("of many people those to talk to first are listed, and the rest on demand", async ({ page }) => {
  await openWith(page, ["Ash"]);
  for (let at = 0; at < 120; at++) {
    await addPerson(page, somebody(`Person ${at}`, { power: at % 101, interest: (at * 7) % 101, cadence: at === 119 ? 1 : 30 }));
  }
  await openPage(page);
  await goToStakeholders(page);
  const rows = card(page, "Contact").getByRole("row");
  await expect(rows).toHaveCount(101);
  await expect(rows.nth(1)).toContainText("Person 119");
  await card(page, "Contact").getByRole("button", { name: "Show all 120" }).click();
  await expect(rows).toHaveCount(121);
});

test("the person in the panel of an item leads to the page of the person, and back to the order", async ({ page }) => {
  const { items } = await openSample(page);
  const item = items.find(({ wantedBy, position }) => position === 1 && wantedBy.length > 0) ?? items.find(({ wantedBy, position }) => position && wantedBy.length > 0)!;
  const { name } = (await load(page)).stakeholders.find(({ id }) => id === item.wantedBy[0])!;
  await grid(page).getByRole("row", { name: new RegExp(`^${item.position}, `) }).locator("[data-title]").click();
  await page.getByRole("complementary", { name: "Item details" }).getByRole("button", { name, exact: true }).click();
  await expect(heading(page, name)).toBeFocused();
  await page.getByRole("button", { name: `More about ${name}` }).press("Enter");
  await page.getByRole("menuitem", { name: "Show what is wanted in the order" }).press("Enter");
  await expect(page.getByRole("textbox", { name: /filter/i })).toHaveValue(/^wants:/);
});

test("every view meets the accessibility rules and fits, in both themes and sizes", async ({ page }) => {
  test.slow();
  await openSample(page);
  await changePerson(page, "Tom Aldridge", { power: 76, interest: 52, wishedInterest: 72, attitude: "sceptical", cadence: 7 });
  const { id } = await personNamed(page, "Tom Aldridge");
  await apply(page, { type: "addContact", fields: { stakeholder: id, day: "2026-11-02", text: "Talked" } });
  await apply(page, { type: "addNeed", fields: { stakeholder: id, text: "Single sign-on", strength: 3, why: "" } });
  await apply(page, { type: "addFeedback", fields: { stakeholder: id, day: "2026-11-21", text: "It is slow", reply: "" } });
  await openPage(page);
  await goToStakeholders(page);
  for (const view of ["Map", "Needs", "Contacts"]) {
    await page.getByRole("tab", { name: view }).click();
    await expect(page.getByRole("tabpanel", { name: view })).toBeVisible();
    await expectGoodLooks(page);
  }
  await openPerson(page, "Tom Aldridge");
  await page.getByRole("button", { name: "Show the private note" }).click();
  await expectGoodLooks(page);
});
