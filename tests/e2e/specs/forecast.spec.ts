/** The Forecast screen: what it shows is what the core says, and each assumption moves it. */
import type { Locator, Page } from "@playwright/test";
import { ask, grid, load, openPage, openSample, openWith, ordered, row, sayDay, sayWeekday, toast } from "../backlog.js";
import { expect, expectAccessible, startHost, test } from "../cairn.js";
import type { Asked, Assumptions, BacktestScore, Forecast, Snapshot } from "../core.js";

const USUAL: Assumptions = {
  method: "default",
  windowWeeks: 26,
  workingDays: null,
  closed: [],
  team: [],
  growth: { type: "none" },
  splitting: null,
  risks: [],
  start: null,
  inProgress: "whole",
};
const EVERYTHING: Asked = { about: { type: "everything" }, by: null };

const forecast = (page: Page, asked: Asked, change: Partial<Assumptions> = {}) =>
  ask<Forecast>(page, { type: "forecast", asked, assumptions: { ...USUAL, ...change } });

const answer = (page: Page) => page.getByRole("region", { name: "The answer" });
const assumption = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const weeks = (page: Page) => page.getByRole("textbox", { name: "Weeks it learns from" });
const kept = (page: Page) => page.getByRole("region", { name: "Forecast history" });
const pick = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}: `) });

async function goToForecast(page: Page): Promise<void> {
  await page.keyboard.press("Control+4");
  await expect(page.getByRole("heading", { name: "Forecast", level: 1 })).toBeFocused();
}

async function choose(page: Page, what: string, typed: string): Promise<void> {
  await pick(page, what).click();
  await page.getByRole("combobox", { name: what }).fill(typed);
  await page.keyboard.press("Enter");
}

/** Opens the screen with the question that the specs begin with, whatever the sample is about. */
async function askEverything(page: Page): Promise<void> {
  await goToForecast(page);
  await choose(page, "What it is about", "Everything in the order");
}

/** Holds what stands on the screen to what the core answers. */
async function expectAnswer(page: Page, { answer: said }: Forecast): Promise<void> {
  await expect(answer(page)).toContainText(said.emphasis!);
  await expect(answer(page)).toContainText(said.detail);
  // The large letters say a part of the very sentence.
  const large = (await answer(page).locator("p").first().textContent())!;
  expect(said.sentence).toContain(large);
  expect(large.endsWith(said.emphasis!)).toBe(true);
}

/** The cells of a table as text, row by row. */
const cells = (table: Locator) =>
  table.evaluate((node) =>
    [...node.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, " ").trim()),
    ),
  );

test("the answer, its levels and its second opinion are what the core says", async ({ page }) => {
  const { today } = await openSample(page);
  await askEverything(page);
  const core = await forecast(page, EVERYTHING);
  await expectAnswer(page, core);
  const when = core.answer.when!;
  const table = page.getByRole("table").filter({ has: page.getByText("1 in 7 later") });
  expect((await cells(table)).map((row) => row[1])).toEqual(
    [when.p50, when.p70, when.p85, when.p95].map((day) => sayWeekday(day!, today)),
  );
  await expect(page.getByText(core.opinions.difference)).toBeVisible();
  const other = core.opinions.replay.when!;
  await expect(page.getByRole("definition")).toHaveText([other.p50, other.p70, other.p85, other.p95].map((day) => sayDay(day!, today)));
  await expect(page.getByText(core.answer.basis)).toBeVisible();
});

test("how much by a day is what the core says, down to the last title", async ({ page }) => {
  const snapshot = await openSample(page);
  await goToForecast(page);
  await choose(page, "The day up to which is asked how much", "29 Jan");
  const core = await forecast(page, { about: null, by: "2027-01-29" });
  await expectAnswer(page, core);
  const many = core.answer.howMany!;
  const last = snapshot.items.find((item) => item.position === many.p85)!;
  await expect(page.getByRole("row", { name: /^85%/ }).first()).toContainText(`at least ${many.p85}`);
  await expect(page.getByRole("row", { name: /^85%/ }).first()).toContainText(last.title);
});

test("a day someone needs it by shows how likely it is held", async ({ page }) => {
  await openSample(page);
  await goToForecast(page);
  await choose(page, "What it is about", "12");
  await choose(page, "The day someone needs it by", "29 Jan");
  const asked: Asked = { about: { type: "first", items: 12 }, by: "2027-01-29" };
  const core = await forecast(page, asked);
  await expect(page.getByText(`${Math.round(core.answer.likelihood! * 100)}% likely`, { exact: true })).toBeVisible();
  await expectAnswer(page, core);
  await page.getByRole("button", { name: "Nobody needs it by a day" }).click();
  await expectAnswer(page, await forecast(page, { ...asked, by: null }));
});

test("each assumption moves the answer, and goes back to the usual", async ({ page }) => {
  await openSample(page);
  await askEverything(page);
  const usual = await forecast(page, EVERYTHING);
  const changes: [string, Partial<Assumptions>, () => Promise<unknown>][] = [
    ["Throughput", { windowWeeks: 8 }, () => weeks(page).fill("8")],
    [
      "Scope growth",
      { growth: { type: "range", low: 0, high: 40 } },
      async () => {
        await page.getByRole("combobox", { name: "Scope growth" }).selectOption("range");
        await assumption(page, "Scope growth").getByRole("textbox", { name: "To" }).fill("40");
      },
    ],
    [
      "Splitting",
      { splitting: { low: 100, high: 130 } },
      () => page.getByRole("combobox", { name: "Splitting" }).selectOption("range"),
    ],
    [
      "Working days",
      { workingDays: [false, false, true, true, true, false, false] },
      async () => {
        await page.getByRole("button", { name: /^Working days:/ }).click();
        for (const name of ["Monday", "Tuesday"]) await page.getByRole("button", { name }).click();
      },
    ],
    [
      "Closed days",
      { closed: [{ first: "2026-12-07", last: "2026-12-18" }] },
      async () => {
        await page.getByRole("button", { name: /^Closed days:/ }).click();
        await page.getByRole("button", { name: "Close more days" }).click();
        await page.getByRole("textbox", { name: "Last day" }).fill("18 Dec");
        await page.getByRole("textbox", { name: "First day" }).fill("7 Dec");
        await page.keyboard.press("Enter");
      },
    ],
    [
      "Team",
      { team: [{ from: "2026-11-30", people: 60 }] },
      async () => {
        await page.getByRole("button", { name: /^Team:/ }).click();
        await page.getByRole("button", { name: "Change the team" }).click();
        await page.getByRole("textbox", { name: "Of today’s team" }).fill("60");
      },
    ],
    [
      "Risks",
      { risks: [{ name: "The van breaks down", probability: 80, low: 1, high: 30 }] },
      async () => {
        await page.getByRole("button", { name: /^Risks:/ }).click();
        await page.getByRole("button", { name: "Name a risk" }).click();
        await page.getByRole("textbox", { name: "What may happen" }).fill("The van breaks down");
        await page.getByRole("textbox", { name: "Likely" }).fill("80");
        await page.getByRole("textbox", { name: "to", exact: true }).fill("30");
      },
    ],
    [
      "Start",
      { start: { earliest: "2026-11-26", latest: "2027-01-29" } },
      async () => {
        await page.getByRole("button", { name: /^Start:/ }).click();
        await page.getByRole("textbox", { name: "Latest" }).fill("29 Jan");
        await page.keyboard.press("Enter");
      },
    ],
    [
      "In progress",
      { inProgress: "finished" },
      () => page.getByRole("combobox", { name: "In progress" }).selectOption("finished"),
    ],
    ["Method", { method: "replay" }, () => page.getByRole("combobox", { name: "Method" }).selectOption("replay")],
  ];
  for (const [name, change, make] of changes) {
    await expectAnswer(page, usual);
    await make();
    const core = await forecast(page, EVERYTHING, change);
    expect(core.answer.basis, name).not.toBe(usual.answer.basis);
    await expect(page.getByText(core.answer.basis)).toBeVisible();
    await expectAnswer(page, core);
    await page.getByRole("button", { name: `Put back: ${name}` }).click();
  }
  await expectAnswer(page, usual);
});

test("a refused assumption says why at its field, and the last answer stays", async ({ page }) => {
  await openSample(page);
  await askEverything(page);
  const core = await forecast(page, EVERYTHING, { windowWeeks: 12 });
  await weeks(page).fill("12");
  await expectAnswer(page, core);
  await weeks(page).fill("0");
  const refusal = await forecast(page, EVERYTHING, { windowWeeks: 0 }).catch((error: Error) => error.message);
  await expect(assumption(page, "Throughput").getByRole("alert")).toContainText(refusal as string);
  await expectAnswer(page, core);
  await expect(page.getByRole("button", { name: /^Keep this forecast/ })).toBeDisabled();
  await page.getByRole("button", { name: "Put all back" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expectAnswer(page, await forecast(page, EVERYTHING));
});

test("an answer that a newer one has overtaken is left out", async ({ page }) => {
  await openSample(page);
  await askEverything(page);
  let late = () => {};
  const held = new Promise<void>((resolve) => (late = resolve));
  await page.route("**/call", async (route) => {
    if (route.request().postData()?.includes('"forecast"') && route.request().postData()?.includes('"windowWeeks":4,')) await held;
    await route.continue();
  });
  const slow = page.waitForRequest((request) => !!request.postData()?.includes('"windowWeeks":4,'));
  await weeks(page).fill("4");
  const answered = (await slow).response();
  await weeks(page).fill("10");
  const core = await forecast(page, EVERYTHING, { windowWeeks: 10 });
  await expectAnswer(page, core);
  late();
  await answered;
  await expectAnswer(page, core);
});

test("a forecast is kept with person and words, stands in the history, and is undone", async ({ page }) => {
  const { stakeholders, kept: before } = await openSample(page);
  await askEverything(page);
  const core = await forecast(page, EVERYTHING);
  await expectAnswer(page, core);
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: "Keep this forecast" });
  await expect(dialog.getByRole("textbox", { name: "In these words" })).toHaveValue(core.answer.sentence);
  await dialog.getByRole("combobox", { name: "Told to" }).selectOption({ label: stakeholders[0]!.name });
  await dialog.getByRole("textbox", { name: "In these words" }).fill("Late in April, most likely.");
  await dialog.getByRole("button", { name: "Keep this forecast" }).click();
  await expect(dialog).toBeHidden();
  const [one] = (await load(page)).kept;
  expect(one).toMatchObject({ told: stakeholders[0]!.id, words: "Late in April, most likely.", sentence: core.answer.sentence });

  await kept(page).getByRole("button", { name: core.name }).click();
  const open = page.getByRole("dialog", { name: core.name });
  await expect(open.getByText(core.answer.sentence, { exact: true })).toBeVisible();
  await expect(open.getByRole("textbox", { name: "In these words" })).toHaveValue("Late in April, most likely.");
  await page.keyboard.press("Escape");
  await toast(page).getByRole("button", { name: /^Undo/ }).click();
  await expect(kept(page).getByRole("button", { name: core.name })).toBeHidden();
  expect((await load(page)).kept).toEqual(before);
});

test("what became of a forecast is said, refused where it can't be, and left to the dates again", async ({ page }) => {
  await openSample(page);
  await ask(page, {
    type: "apply",
    edit: { type: "keepForecast", asked: EVERYTHING, assumptions: USUAL, told: null, words: "" },
  });
  await openPage(page);
  await goToForecast(page);
  await kept(page).getByRole("button", { name: "Everything in the order" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Leave it unscored" }).click();
  await expect(dialog).toContainText("Say why this forecast can't be scored.");
  await dialog.getByRole("textbox", { name: "Done on" }).fill("yesterday");
  await dialog.getByRole("button", { name: "Say so" }).click();
  await expect(dialog).toContainText("That day lies before the forecast was made.");
  await dialog.getByRole("textbox", { name: "Or why it can’t be scored" }).fill("The question was dropped");
  await dialog.getByRole("button", { name: "Leave it unscored" }).click();
  await expect(dialog).toContainText("Not scored: The question was dropped");
  expect((await load(page)).kept[0]?.standing).toEqual({ type: "void", reason: "The question was dropped" });
  await dialog.getByRole("button", { name: "Leave it to the done dates" }).click();
  await expect(dialog.getByRole("button", { name: "Say so" })).toBeVisible();
  expect((await load(page)).kept[0]?.standing).toEqual({ type: "open" });
});

test("the navigation counts the forecasts that no longer hold", async ({ page, host }) => {
  await openSample(page);
  await ask(page, {
    type: "apply",
    edit: { type: "keepForecast", asked: { about: { type: "first", items: 10 }, by: null }, assumptions: USUAL, told: null, words: "" },
  });
  await host.stop();
  const later = await startHost(host.data, "2026-12-17T09:00:00+01:00");
  try {
    await page.goto(later.url);
    const to = page.getByRole("navigation").getByRole("button", { name: /^Forecast/ });
    const answer = await page.request.post(`${later.url}/call`, { data: { type: "load" } });
    const told = ((await answer.json()) as Snapshot).kept;
    const alerts = told.filter((one) => one.alert !== null);
    expect(alerts).toContain(told[0]);
    await expect(to).toContainText(`${alerts.length}`);
    await to.click();
    await expect(kept(page).getByRole("row").nth(1)).toContainText(told[0]!.alert!);
  } finally {
    await later.stop();
  }
});

test("a person who was told a forecast that no longer holds has a mark in the list", async ({ page }) => {
  await openSample(page);
  const item = ordered(await load(page))[6]!;
  const who = item.wantedBy[0]!;
  const asked = { about: { type: "items" as const, ids: [item.id] }, by: null };
  await ask(page, { type: "apply", edit: { type: "keepForecast", asked, assumptions: USUAL, told: who, words: "" } });
  await openPage(page);
  const person = (await load(page)).stakeholders.find((one) => one.id === who)!;
  await ask(page, { type: "apply", edit: { type: "moveItems", ids: [item.id], place: { type: "bottom" }, reason: "" } });
  const { alert } = (await load(page)).kept[0]!;
  await page.reload();
  await expect(page.getByRole("img", { name: `${person.name}. ${alert}` }).first()).toBeVisible();
});

test("both methods are tried on the team's own past", async ({ page }) => {
  await openSample(page);
  await openPage(page);
  await goToForecast(page);
  const card = page.getByRole("region", { name: "On your own past" });
  await card.getByRole("button", { name: "Try both methods" }).click();
  await expect(card.getByRole("table").or(card.getByText("more than 26 complete weeks"))).toBeVisible();
  const scores = await ask<BacktestScore[]>(page, { type: "backtest", windowWeeks: 26, horizons: [2, 4, 8, 13], every: 1 });
  const expected = scores.filter((score) => score.count > 0);
  if (expected.length > 0) await expect(card.getByRole("table")).toBeVisible();
  for (const { held, count } of expected) await expect(card).toContainText(`${held.p85} of ${count}`);
});

test("F asks about the focused row, and about all that is selected", async ({ page }) => {
  const snapshot = await openSample(page);
  await grid(page).focus();
  for (const key of ["ArrowDown", "ArrowDown", "f"]) await page.keyboard.press(key);
  const [first, second, third] = [...snapshot.items].filter((item) => item.position !== null);
  await expect(pick(page, "What it is about")).toHaveText(second!.title);
  await expectAnswer(page, await forecast(page, { about: { type: "items", ids: [second!.id] }, by: null }));
  await page.keyboard.press("Control+2");
  await grid(page).focus();
  for (const key of ["Home", "Space", "Shift+ArrowDown", "Shift+ArrowDown", "f"]) await page.keyboard.press(key);
  await expect(pick(page, "What it is about")).toHaveText("3 items");
  const ids = [first!.id, second!.id, third!.id];
  await expectAnswer(page, await forecast(page, { about: { type: "items", ids }, by: null }));
  // The selection can be chosen again after another question.
  await choose(page, "What it is about", "Everything");
  await expect(pick(page, "What it is about")).toHaveText("Everything in the order");
  await choose(page, "What it is about", "3 items");
  await expect(pick(page, "What it is about")).toHaveText("3 items");
});

test("keys of the list do nothing on the Forecast screen", async ({ page }) => {
  await openSample(page);
  await row(page, 1).locator("[data-title]").click();
  await goToForecast(page);
  const before = await load(page);
  for (const key of ["Delete", "d", "Alt+ArrowDown", "n"]) await page.keyboard.press(key);
  expect((await load(page)).items).toEqual(before.items);
  await expect(page.getByRole("heading", { name: "Forecast", level: 1 })).toBeVisible();
});

test("question, assumption and keeping work from the keyboard alone", async ({ page }) => {
  await openSample(page);
  await goToForecast(page);
  const to = async (target: Locator) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate((node) => node === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    await expect(target).toBeFocused();
  };
  await to(pick(page, "What it is about"));
  await page.keyboard.press("Enter");
  await page.keyboard.type("locker");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(pick(page, "What it is about")).toBeFocused();
  await expect(pick(page, "What it is about")).toHaveText(/locker/i);
  await to(weeks(page));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("13");
  await expect(page.getByText(/13 complete weeks/).first()).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("combobox", { name: "Told to" })).toBeFocused();
  await to(page.getByRole("dialog").getByRole("button", { name: "Keep this forecast" }));
  await page.keyboard.press("Enter");
  await expect(kept(page).getByRole("button", { name: /locker/i })).toBeVisible();
});

test("the sentence is copied whole", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSample(page);
  await askEverything(page);
  const core = await forecast(page, EVERYTHING);
  await expectAnswer(page, core);
  await page.getByRole("button", { name: "Copy the sentence" }).click();
  await expect(toast(page)).toContainText("Copied the sentence");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(core.answer.sentence);
});

test("the sentence is said once what moves has rested", async ({ page }) => {
  await openSample(page);
  await askEverything(page);
  const live = page.locator("[aria-live=polite]").first();
  await expect(live).toHaveText((await forecast(page, EVERYTHING)).answer.sentence);
  await weeks(page).fill("9");
  await expect(live).toHaveText((await forecast(page, EVERYTHING, { windowWeeks: 9 })).answer.sentence);
});

test("each chart shows the same facts as a table", async ({ page }) => {
  await openSample(page);
  await goToForecast(page);
  const cards = page.locator("main section", { has: page.getByText("Show as table") });
  await expect(cards).toHaveCount(6);
  for (const card of await cards.all()) {
    const name = (await card.getByRole("heading").textContent())!;
    await expect(card.getByRole("img")).toBeVisible();
    await card.getByText("Show as table").click();
    await expect(card.getByRole("table", { name }).getByRole("row").nth(2)).toBeVisible();
  }
});

test("without a history it says what gives dates, and draws nothing", async ({ page }) => {
  await openWith(page, ["Ash", "Birch"]);
  await goToForecast(page);
  const core = await forecast(page, EVERYTHING);
  await expect(answer(page)).toContainText(core.answer.sentence);
  await expect(page.getByRole("heading", { name: "What gives dates" })).toBeVisible();
  await expect(page.locator("main svg[role=img]")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import a file…" }).click();
  await expect(page.getByRole("dialog", { name: "Import a file" })).toBeVisible();
});

test("an open chooser and open assumptions are accessible in light and dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await openSample(page);
  await goToForecast(page);
  for (const name of ["Closed days", "Team", "Risks", "Start", "Working days"]) {
    await page.getByRole("button", { name: new RegExp(`^${name}:`) }).click();
  }
  for (const name of ["Close more days", "Change the team", "Name a risk"]) {
    await page.getByRole("button", { name }).click();
  }
  await weeks(page).fill("0");
  await expect(page.getByRole("alert")).toBeVisible();
  await pick(page, "What it is about").click();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectAccessible(page, "contrast");
});

test("the focus stays near when the button that had it goes away", async ({ page }) => {
  await openSample(page);
  await askEverything(page);
  await weeks(page).fill("8");
  await page.getByRole("button", { name: "Put back: Throughput" }).press("Enter");
  await expect(weeks(page)).toBeFocused();
  await weeks(page).fill("8");
  await page.getByRole("button", { name: "Put all back" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Assumptions" })).toBeFocused();
  await choose(page, "The day someone needs it by", "29 Jan");
  await page.getByRole("button", { name: "Nobody needs it by a day" }).press("Enter");
  await expect(pick(page, "The day someone needs it by")).toBeFocused();
  const past = page.getByRole("region", { name: "On your own past" });
  await past.getByRole("button", { name: "Try both methods" }).press("Enter");
  await expect(past.getByText(/weeks are needed|not independent/)).toBeVisible();
  await expect(past.locator(":focus")).toHaveCount(1);
});

test("a list that opens at the edge of a small window stays within it", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openSample(page);
  await goToForecast(page);
  await pick(page, "The day up to which is asked how much").click();
  const list = (await page.getByRole("listbox").boundingBox())!;
  expect(list.x + list.width).toBeLessThanOrEqual(1024);
});
