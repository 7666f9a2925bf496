/** The Review pack: what is in it, what a hand wrote, how it is shown, written and printed. */
import type { Page } from "@playwright/test";
import { inflateRawSync } from "node:zlib";
import { ask, grid, load, openSample, openWith } from "../backlog.js";
import { expect, expectGoodLooks, test } from "../cairn.js";
import type { Review, Snapshot, SprintId } from "../core.js";
import { apply } from "../people.js";

const outline = (page: Page) => page.getByRole("region", { name: "Sections" });
const sections = (page: Page) => outline(page).locator("[data-section]");
const section = (page: Page, id: string) => outline(page).locator(`[data-section="${id}"]`);
const stage = (page: Page) => page.locator(".stage");
const film = (page: Page) => page.getByRole("group", { name: "Pages", exact: true }).getByRole("button");
const show = (page: Page) => page.getByRole("dialog", { name: /Review$/ });

async function openPack(page: Page): Promise<{ snapshot: Snapshot; sprint: SprintId }> {
  const snapshot = await openSample(page);
  await page.keyboard.press("Control+5");
  await expect(film(page).first()).toBeVisible();
  const running = snapshot.sprints.find(({ first, last }) => first! <= snapshot.today && snapshot.today <= last!)!;
  return { snapshot, sprint: running.id };
}

const review = (page: Page, sprint: SprintId) => ask<Review>(page, { type: "review", sprint });
const idsOf = ({ sections }: Review) => sections.map(({ id }) => id);

test("after a click on the tab the arrow keys turn pages", async ({ page }) => {
  await openPack(page);
  await page.getByRole("tab", { name: "Sprints" }).click();
  await page.getByRole("tab", { name: "Review pack" }).click();
  await expect(film(page).first()).toHaveAttribute("aria-current", "page");
  await page.keyboard.press("ArrowRight");
  await expect(film(page).nth(1)).toHaveAttribute("aria-current", "page");
  await page.getByRole("tab", { name: "Review pack" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "After the Review" })).toBeFocused();
});

test("sections are taken out and brought back by undo", async ({ page }) => {
  await openPack(page);
  const pages = await film(page).count();
  await page.getByRole("checkbox", { name: "“Likely next” is in the pack" }).click();
  await expect(film(page)).toHaveCount(pages - 1);
  await expect(section(page, "next")).toContainText("off");
  await page.keyboard.press("Control+z");
  await expect(film(page)).toHaveCount(pages);
});

test("sections take another order by keys and by pointer", async ({ page }) => {
  const { sprint } = await openPack(page);
  const name = section(page, "goal").getByRole("button", { name: "Sprint Goal" });
  await name.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(sections(page).nth(1)).toHaveAttribute("data-section", "goal");
  await expect(name).toBeFocused();
  expect(idsOf(await review(page, sprint)).slice(0, 2)).toEqual(["done", "goal"]);

  const from = (await section(page, "next").locator(".grip").boundingBox())!;
  const to = (await section(page, "progress").boundingBox())!;
  await page.mouse.move(from.x + 4, from.y + 4);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 3, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => idsOf(await review(page, sprint)).indexOf("next")).toBe(3);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(sections(page).first()).toHaveAttribute("data-section", "goal");
});

test("Done items take the order of showing, with who shows them and how long", async ({ page }) => {
  const { sprint } = await openPack(page);
  const [first, second] = (await review(page, sprint)).done.map(({ item }) => item);
  const rows = section(page, "done").locator("[data-item]");
  await rows.first().getByRole("button", { name: first!.title, exact: true }).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(rows.first()).toHaveAttribute("data-item", String(second!.id));
  await page.getByLabel(`Who shows “${first!.title}”`).fill("Ayla");
  await page.getByLabel(`Minutes for “${first!.title}”`).fill("6");
  await page.keyboard.press("Tab");
  await expect(stage(page)).toContainText("6 min");
  await expect(stage(page)).toContainText("Ayla");
  const done = (await review(page, sprint)).done;
  expect(done.map(({ item }) => item.id).slice(0, 2)).toEqual([second!.id, first!.id]);
});

test("evidence is ticked, with the address where it can be tried", async ({ page }) => {
  const { sprint } = await openPack(page);
  const { item } = (await review(page, sprint)).done[0]!;
  await page.getByRole("button", { name: `Evidence that “${item.title}” is Done` }).click();
  await section(page, "done").locator(".evidence input[type=checkbox]").first().check();
  await page.getByLabel("Where it can be tried").fill("https://try.example.org/holds");
  await page.getByLabel("Where it can be tried").blur();
  await expect.poll(async () => (await review(page, sprint)).done[0]!.evidence?.url).toBe("https://try.example.org/holds");
  expect((await review(page, sprint)).done[0]!.evidence!.checks[0]!.met).toBe(true);
});

test("a hand edit stays when data change, beside what data say now", async ({ page }) => {
  const { sprint } = await openPack(page);
  const { item } = (await review(page, sprint)).done[0]!;
  await film(page).nth(1).click();
  await page.keyboard.press("e");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(stage(page).locator(":focus")).toHaveValue(item.title);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("The waiting list, in order");
  await page.keyboard.press("Enter");
  await expect(stage(page)).toContainText("The waiting list, in order");
  await expect(page.getByText(`Written by hand. Data say: “${item.title}”`)).toBeVisible();

  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await apply(page, { type: "changeItems", ids: [item.id], changes: [{ field: "title", value: "Sorted holds" }] });
  await page.reload();
  await expect(grid(page)).toBeVisible();
  await page.keyboard.press("Control+5");
  await film(page).nth(1).click();
  await expect(stage(page)).toContainText("The waiting list, in order");
  await expect(page.getByText("Data say now: “Sorted holds”")).toBeVisible();
  await page.getByRole("button", { name: "Take over “Sorted holds”" }).click();
  await expect(stage(page)).toContainText("Sorted holds");
  await expect(page.getByText(/Data say/)).toHaveCount(0);
});

test("Escape leaves the text as it was", async ({ page }) => {
  await openPack(page);
  const before = await stage(page).innerText();
  await page.keyboard.press("e");
  await page.keyboard.type("Something else");
  await page.keyboard.press("Escape");
  await expect(stage(page).locator("textarea")).toHaveCount(0);
  expect(await stage(page).innerText()).toBe(before);
  await expect(stage(page)).toBeFocused();
});

test("a Review is presented by keys, and feedback is kept in two", async ({ page }) => {
  const { snapshot, sprint } = await openPack(page);
  const { item } = (await review(page, sprint)).done[0]!;
  await page.keyboard.press("p");
  await expect(show(page)).toContainText(/Sprint Goal/);
  await page.keyboard.press("Space");
  await expect(show(page)).toContainText("What is Done");
  await page.keyboard.press("End");
  await expect(show(page)).not.toContainText("What is Done");
  await page.keyboard.press("Home");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("b");
  await expect(show(page)).toContainText("The screen is blank");
  await page.keyboard.press("b");
  await expect(show(page)).toContainText("What is Done");

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("f");
  await page.keyboard.press("2");
  await page.keyboard.type("Please put the date first");
  await page.keyboard.press("Enter");
  await expect(show(page)).toContainText("Kept: Please put the date first");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("f");
  await page.keyboard.type("leila");
  await page.keyboard.type("p");
  await page.keyboard.press("Escape");
  await expect(show(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(show(page)).toBeHidden();

  const { feedback } = (await load(page)).records;
  const kept = feedback!.filter(({ text }) => text === "Please put the date first");
  expect(kept).toMatchObject([{ stakeholder: snapshot.stakeholders[1]!.id, sprint, item: item.id }]);
  expect(feedback!.some((one) => one.sprint === sprint && one.text !== kept[0]!.text)).toBe(false);
});

for (const ticked of [false, true]) {
  test(`the pack is written ${ticked ? "with" : "without"} private notes`, async ({ page, host }) => {
    test.slow();
    const { snapshot, sprint } = await openPack(page);
    await apply(page, { type: "noteOnStakeholder", id: snapshot.stakeholders[0]!.id, text: "Quincunx" });
    const [goal] = (await review(page, sprint)).sections;
    const fields = { ...goal!.fields, notes: "Borborygmus" };
    await apply(page, { type: "changeSection", sprint, section: goal!.id, fields });
    for (const [format, ending] of [["PDF", "pdf"], ["PowerPoint", "pptx"], ["HTML", "html"], ["Markdown", "md"]] as const) {
      await page.getByRole("group", { name: "Write the pack" }).getByRole("button", { name: format }).click();
      const dialog = page.getByRole("dialog", { name: "Write the pack" });
      await expect(dialog.getByText("Private notes stay here")).toBeVisible();
      if (ticked) {
        await dialog.getByRole("checkbox").check();
        await expect(dialog.getByText("Private notes stay here")).toBeHidden();
      }
      const given = page.waitForResponse((response) => response.url().includes("/target"));
      await dialog.getByRole("button", { name: "Choose a place…" }).click();
      const { token, name } = (await (await given).json()) as { token: number; name: string };
      expect(name).toMatch(new RegExp(`^Sprint 15 Review\\.${ending}$`));
      await expect(dialog).toBeHidden({ timeout: 30_000 });
      await expect(page.getByText(`Written to ${name}`).last()).toBeVisible();
      const bytes = await (await page.request.get(`${host.url}/written/${token}`)).body();
      if (ending === "pdf") expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
      else {
        const text = ending === "pptx" ? unpacked(bytes) : bytes.toString();
        expect(text.includes("Quincunx")).toBe(ticked);
        // What is for the one who presents goes where there is a place for it.
        if (ending === "pptx" || !ticked) expect(text.includes("Borborygmus")).toBe(ticked);
      }
    }
  });
}

/** Everything that a ZIP file holds, as one text. */
function unpacked(bytes: Buffer): string {
  const texts: string[] = [];
  for (let at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 4)) {
    const [packed, method] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 10)];
    const local = bytes.readUInt32LE(at + 42);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(begin, begin + packed);
    texts.push((method === 8 ? inflateRawSync(content) : content).toString());
  }
  return texts.join("\n");
}

test("when and where the Review is stands on its first page", async ({ page }) => {
  await openPack(page);
  await page.getByRole("button", { name: /^When and where/ }).click();
  const dialog = page.getByRole("dialog", { name: "When and where" });
  await dialog.getByLabel("Time").fill("14:00");
  await dialog.getByLabel("Length").fill("45");
  await dialog.getByLabel("Place").fill("Hebden branch");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: /^When and where/ })).toContainText("14:00, 45 min, Hebden branch");
  await expect(stage(page)).toContainText("14:00, Hebden branch");
});

test("a section of free text, a question and a wanted decision are added", async ({ page }) => {
  const { sprint } = await openPack(page);
  await page.getByRole("button", { name: "Add a section" }).click();
  await outline(page).getByLabel("Heading").fill("Thanks");
  await outline(page).getByLabel("Text, in Markdown").fill("To **Ines**, who tried it first.");
  await outline(page).getByRole("button", { name: "Add a section" }).click();
  await expect(sections(page).last()).toContainText("Thanks");
  await film(page).last().click();
  await expect(stage(page)).toContainText("To Ines, who tried it first.");

  await section(page, "questions").getByRole("button", { name: /^Questions/ }).click();
  await section(page, "questions").getByRole("button", { name: "Add a question" }).click();
  await section(page, "questions").getByRole("button", { name: "Add a question" }).click();
  await expect(page.getByText("Choose whom you ask.")).toBeVisible();
  await outline(page).getByLabel("For whom").selectOption({ label: "Ines Duarte" });
  await outline(page).getByLabel("Question", { exact: true }).fill("Is seven days right?");
  await page.keyboard.press("Enter");
  await expect(stage(page)).toContainText("Is seven days right?");

  await section(page, "wanted").getByRole("button", { name: /^Decisions wanted/ }).click();
  await section(page, "wanted").getByRole("button", { name: "Add a decision" }).click();
  await outline(page).getByLabel("What has to be decided").fill("Who pays for the vans");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await load(page)).records.decisions!.map(({ title }) => title)).toContain("Who pays for the vans");
  expect((await review(page, sprint)).sections.find(({ id }) => id === "wanted")!.said).toBe("2 decisions");
});

test("on paper stand the pages and nothing else", async ({ page }) => {
  await openPack(page);
  await page.keyboard.press("Control+p");
  const dialog = page.getByRole("dialog", { name: "One printed page" });
  await expect(dialog.getByText("Private notes stay here")).toBeVisible();
  await expect(dialog.getByText("What is Done")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.locator(".printed").getByText("What is Done")).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.keyboard.press("Escape");
  await expect(page.locator(".printed")).toHaveCount(0);
});

test("the pack looks good in both themes and sizes", async ({ page }) => {
  await openPack(page);
  await expectGoodLooks(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press("e");
  await expectGoodLooks(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("p");
  await page.keyboard.press("f");
  await expectGoodLooks(page);
});

test("a product without a Sprint says what comes here, and where to begin", async ({ page }) => {
  await openWith(page, []);
  await page.keyboard.press("Control+5");
  await expect(page.getByRole("tabpanel")).toContainText("There is no Sprint yet.");
  await page.getByRole("button", { name: "Add a Sprint" }).click();
  await expect(page.getByRole("tab", { name: "Sprints" })).toHaveAttribute("aria-selected", "true");
});

test("a Sprint without days, goal and Done items has a pack that says so", async ({ page }) => {
  await openWith(page, ["Ash"]);
  await apply(page, { type: "addSprint", fields: { number: 1, first: null, last: null, goal: "", name: "", met: null } });
  await page.reload();
  await expect(grid(page)).toBeVisible();
  await page.keyboard.press("Control+5");
  await expect(section(page, "goal")).toContainText("This Sprint has no Sprint Goal.");
  await expect(stage(page)).toContainText("This Sprint had no Sprint Goal.");
  await expect(page.getByRole("button", { name: /^When and where/ })).toContainText("Say when it is");
});

test("300 Done items and a title of 2,000 characters stay usable", async ({ page }) => {
  const titles = [..."x".repeat(299)].map((_, at) => `Item ${at + 1}`);
  await openWith(page, ["word ".repeat(400).trim(), ...titles]);
  const { items, today } = await load(page);
  await apply(page, { type: "addSprint", fields: { number: 1, first: today, last: today, goal: "All of it", name: "", met: null } });
  await apply(page, { type: "finishItems", ids: items.map(({ id }) => id), on: today });
  await page.reload();
  await expect(grid(page)).toBeVisible();
  await page.keyboard.press("Control+5");
  await expect(section(page, "done")).toContainText("300 items");
  await expect(section(page, "done").locator("[data-item]")).toHaveCount(300);
  await page.keyboard.press("ArrowRight");
  await expect(stage(page)).toContainText("What is Done");
  await page.keyboard.press("ArrowRight");
  await expect(stage(page)).toContainText("Item");
  await page.getByRole("button", { name: "Item 299", exact: true }).click();
  await expect(stage(page)).toContainText("Item 299");
});
