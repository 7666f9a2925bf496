import type { Page } from "@playwright/test";
import { ask, expectAsCore, expectKept, grid, load, openSample, openWith, ordered, row, rowsOf, toast } from "../backlog.js";
import { expect, test } from "../cairn.js";

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("combobox", { name: "Search or run a command" });
  await palette.fill(`>${name}`);
  await expect(page.getByRole("option", { name }).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
}

test("the goal is changed, measured, and fulfilled", async ({ page }) => {
  await openSample(page);
  await page.getByTitle("Change the Product Goal").click();
  const dialog = page.getByRole("dialog", { name: "Product Goal" });
  await dialog.getByRole("textbox", { name: "Product Goal, in one sentence" }).fill("Every reader collects without help.");
  await dialog.getByRole("button", { name: "Change the goal" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByTitle("Change the Product Goal")).toHaveText("Every reader collects without help.");
  await page.getByTitle("Change the Product Goal").click();
  await dialog.getByRole("textbox", { name: /^Value/ }).fill("many");
  await dialog.getByRole("button", { name: "Add reading" }).click();
  await expect(dialog.getByText("Write a number, for example 70.")).toBeVisible();
  await dialog.getByRole("textbox", { name: /^Value/ }).fill("61");
  await dialog.getByRole("button", { name: "Add reading" }).click();
  await expect(page.getByRole("meter")).toHaveAttribute("aria-valuenow", "61");
  await dialog.getByRole("textbox", { name: "Why", exact: true }).fill("All eleven branches");
  await dialog.getByRole("button", { name: "Fulfilled" }).click();
  await expect.poll(async () => (await load(page)).goals.filter((goal) => goal.state === "current")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Set a Product Goal" })).toBeVisible();
});

test("closed days move the dates behind them", async ({ page }) => {
  const before = await openSample(page);
  await grid(page).focus();
  await command(page, "Dates and closed days…");
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByRole("button", { name: "Add closed days" }).click();
  await dialog.getByRole("textbox", { name: "Why" }).fill("Moving house");
  await dialog.getByRole("textbox", { name: "First day" }).fill("30 Nov");
  await dialog.getByRole("textbox", { name: "Last day" }).fill("11 Dec");
  await dialog.getByRole("button", { name: "Add closed days" }).click();
  await expect(dialog.getByText("Moving house")).toBeVisible();
  await page.keyboard.press("Escape");
  const after = await expectAsCore(page);
  expect(rowsOf(after).map((one) => one.title)).toEqual(rowsOf(before).map((one) => one.title));
  const days = (snapshot: typeof before) => snapshot.finish.days[snapshot.finish.percentiles.indexOf(85)]!;
  expect(days(after)[9]).toBeGreaterThan(days(before)[9]!);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await load(page)).finish.days).toEqual(before.finish.days);
  await expectAsCore(page);
});

test("a named date is a line in the order, where the dates say", async ({ page }) => {
  const before = await openSample(page);
  await grid(page).focus();
  await command(page, "Dates and closed days…");
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByRole("button", { name: "Add date" }).click();
  await dialog.getByRole("textbox", { name: "What happens" }).fill("Trade fair");
  await dialog.getByRole("textbox", { name: "On" }).fill("sometime");
  await dialog.getByRole("button", { name: "Add date" }).click();
  await expect(dialog.getByText("Write a day such as 15 Jan or 2027-01-15.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "On" }).fill("8 Jan");
  await dialog.getByRole("button", { name: "Add date" }).click();
  await expect(dialog.getByText("Fri 8 Jan")).toBeVisible();
  await page.keyboard.press("Escape");
  const by = (Date.parse("2027-01-08") - Date.parse(before.finish.asOf)) / 86_400_000;
  const count = before.finish.days[before.finish.percentiles.indexOf(85)]!.filter((day) => day <= by).length;
  const line = grid(page).getByRole("row", { name: `Trade fair, Fri 8 Jan: ${count} items 85% likely above this line` });
  await expect(line).toBeVisible();
  // It stands between the last row that is likely by then and the next.
  const tops = await Promise.all([row(page, count), line, row(page, count + 1)].map(async (one) => (await one.boundingBox())!.y));
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
});

test("another percentile says other dates", async ({ page }) => {
  await openSample(page);
  await grid(page).focus();
  await page.keyboard.press("Control+,");
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByRole("combobox", { name: "Dates are said at" }).selectOption({ label: "70% likely" });
  await expect.poll(async () => (await load(page)).settings.percentile).toBe(70);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "70% by" })).toBeVisible();
  await expectKept(page);
});

test("a Sprint and a stakeholder are added and changed", async ({ page }) => {
  await openWith(page, ["Ash"]);
  await grid(page).focus();
  await command(page, "Sprints…");
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByRole("button", { name: "Add Sprint" }).click();
  await dialog.getByRole("textbox", { name: "Number" }).fill("7");
  await dialog.getByRole("textbox", { name: "First day" }).fill("2026-11-23");
  await dialog.getByRole("textbox", { name: "Last day" }).fill("2026-12-04");
  await dialog.getByRole("textbox", { name: "Sprint Goal" }).fill("Shade by noon");
  await dialog.getByRole("button", { name: "Add Sprint" }).click();
  await expect(dialog.getByText("running")).toBeVisible();
  await dialog.getByRole("tab", { name: "Stakeholders" }).click();
  await dialog.getByRole("button", { name: "Add stakeholder" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Maria Okafor");
  await dialog.getByRole("button", { name: "Add stakeholder" }).click();
  await dialog.getByRole("button", { name: "Change Maria Okafor" }).click();
  await dialog.getByRole("textbox", { name: "Role" }).fill("Gardener");
  await dialog.getByRole("button", { name: "Change stakeholder" }).click();
  await expect(dialog.getByText("Gardener")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("main")).toContainText("Sprint 7, day 4 of 10");
  await expect(page.getByRole("main")).toContainText("Shade by noon");
  expect((await load(page)).stakeholders).toMatchObject([{ name: "Maria Okafor", role: "Gardener" }]);
});

test("the order is written as CSV", async ({ page, host }) => {
  const snapshot = await openSample(page);
  await page.getByTitle("Switch product").click();
  const given = page.waitForResponse((response) => response.url().includes("/target"));
  await page.getByRole("menuitem", { name: "Export the order as CSV…" }).click();
  const { token, name } = (await (await given).json()) as { token: number; name: string };
  expect(name).toBe("Lendwell.csv");
  await expect(toast(page)).toContainText(/\d+ items written to Lendwell.csv/);
  const text = await (await page.request.get(`${host.url}/written/${token}`)).text();
  for (const item of ordered(snapshot)) expect(text).toContain(item.title.split(/[",]/)[0]);
  expect(text).toContain("Position,ID,Title");
});

for (const ticked of [false, true]) {
  test(`everything is written ${ticked ? "with" : "without"} private notes`, async ({ page, host }) => {
    const snapshot = await openSample(page);
    const edit = { type: "noteOnStakeholder", id: snapshot.stakeholders[0]!.id, text: "Quincunx" } as const;
    await ask(page, { type: "apply", edit });
    for (const [entry, title] of [
      ["Export everything as JSON…", "Everything as JSON"],
      ["Save a copy of the product…", "A copy of the product"],
    ] as const) {
      await page.getByTitle("Switch product").click();
      await page.getByRole("menuitem", { name: entry }).click();
      const dialog = page.getByRole("dialog", { name: title });
      await expect(dialog.getByText("Not the private notes about people")).toBeVisible();
      await expect(dialog.getByText("9 people", { exact: false })).toBeVisible();
      if (ticked) await dialog.getByRole("checkbox").check();
      const given = page.waitForResponse((response) => response.url().includes("/target"));
      await dialog.getByRole("button", { name: "Choose a place…" }).click();
      const { token } = (await (await given).json()) as { token: number };
      await expect(dialog).toBeHidden();
      const bytes = await (await page.request.get(`${host.url}/written/${token}`)).body();
      expect(bytes.includes("Quincunx")).toBe(ticked);
    }
  });
}

test("one goes from product to product", async ({ page }) => {
  await openWith(page, ["Ash"]);
  const tile = page.getByTitle("Switch product");
  await tile.click();
  await page.getByRole("menuitem", { name: "Look around the sample" }).click();
  await expectAsCore(page);
  await tile.click();
  await page.getByRole("menuitem", { name: "New product…" }).click();
  await expect(page.getByRole("heading", { name: "Where is your product going?" })).toBeVisible();
  await page.getByRole("group", { name: "Open again" }).getByRole("button").last().click();
  await expect(row(page, 1)).toContainText("Ash");
});

test("the palette finds an item by a part of a word without its accents", async ({ page }) => {
  await openWith(page, ["Straßenbäume gießen", "Café für Gäste", "Plain tree"]);
  await grid(page).focus();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search or run a command" });
  await field.fill("gaste");
  await expect(page.getByRole("option", { name: /Café für Gäste/ })).toHaveAttribute("aria-selected", "true");
  await field.fill("enbaum");
  await expect(page.getByRole("option", { name: /Straßenbäume/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Item details" }).getByRole("textbox", { name: "Title" })).toHaveValue("Straßenbäume gießen");
  await page.keyboard.press("Control+k");
  await field.fill("qqq");
  await expect(page.getByText("Nothing is called “qqq”.")).toBeVisible();
});

test("the palette runs commands, and Tab does them with the item found", async ({ page }) => {
  await openWith(page, ["Ash", "Birch", "Cedar"]);
  await grid(page).focus();
  await command(page, "Use the dark theme");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search or run a command" });
  await field.fill("cedar");
  await expect(page.getByRole("option", { name: /^Cedar|Cedar/ }).first()).toBeVisible();
  await page.keyboard.press("Tab");
  await field.fill("one place up");
  await page.keyboard.press("Enter");
  await expect(row(page, 2)).toContainText("Cedar");
  await expectAsCore(page);
});
