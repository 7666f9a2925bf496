import type { Page } from "@playwright/test";
import { choose, grid, openSample, openWith, row } from "../backlog.js";
import { expect, expectGoodLooks, test } from "../cairn.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const CSV = {
  name: "plan.csv",
  mimeType: "text/csv",
  buffer: Buffer.from("ID,Title,State,Size\n1,Water the beds,Shelved,3\n2,Prune,Open,5\n"),
};

/** Every screen, and how one comes to it. */
const SCREENS: Record<string, (page: Page) => Promise<void>> = {
  "first run": async (page) => {
    await page.goto("/");
    await expect(page.getByRole("button", { name: /^Start with a goal/ })).toBeVisible();
  },
  "start with a goal": async (page) => {
    await page.goto("/");
    await page.keyboard.press("1");
    await expect(page.getByRole("textbox", { name: "Name of the product" })).toBeVisible();
  },
  "empty backlog": async (page) => void (await openWith(page, [])),
  backlog: async (page) => void (await openSample(page)),
  "item details": async (page) => {
    await openSample(page);
    await row(page, 3).locator("[data-title]").click();
    await expect(page.getByRole("complementary").getByRole("textbox", { name: "Card" })).toBeVisible();
  },
  selection: async (page) => {
    await openSample(page);
    await grid(page).focus();
    for (const key of ["ArrowDown", "Space", "Shift+ArrowDown"]) await page.keyboard.press(key);
    await expect(page.getByRole("toolbar", { name: "Selected items" })).toBeVisible();
  },
  "move to": async (page) => {
    await openSample(page);
    await grid(page).focus();
    for (const key of ["ArrowDown", "m"]) await page.keyboard.press(key);
    await expect(page.getByRole("combobox")).toBeFocused();
  },
  forecast: async (page) => {
    await openSample(page);
    await page.keyboard.press("Control+4");
    await expect(page.getByRole("region", { name: "Items done per week" })).toBeVisible();
  },
  "how much by a day": async (page) => {
    await openSample(page);
    await page.keyboard.press("Control+4");
    await page.getByRole("button", { name: "How much by", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Who gets what by then" })).toBeVisible();
  },
  "kept forecast": async (page) => {
    await openSample(page);
    await page.keyboard.press("Control+4");
    await expect(page.getByRole("button", { name: /^Keep this forecast/ })).toBeEnabled();
    await page.keyboard.press("Control+s");
    await page.getByRole("dialog").getByRole("button", { name: "Keep this forecast" }).click();
    await page.getByRole("region", { name: "Forecast history" }).getByRole("button").first().click();
    await expect(page.getByRole("dialog").getByRole("button", { name: "Say so" })).toBeVisible();
  },
  "import preview": async (page) => {
    await openWith(page, []);
    await page.keyboard.press("Control+i");
    await choose(page, () => page.getByRole("button", { name: "Choose a file…" }).click(), CSV);
    await expect(page.getByRole("button", { name: "Bring in 2 items" })).toBeVisible();
  },
  palette: async (page) => {
    await openSample(page);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("hold");
    await expect(page.getByRole("option").first()).toBeVisible();
  },
  history: async (page) => {
    await openSample(page);
    await page.keyboard.press("Control+h");
    await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
  },
  goal: async (page) => {
    await openSample(page);
    await page.getByTitle("Change the Product Goal").click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  settings: async (page) => {
    await openSample(page);
    await page.keyboard.press("Control+,");
    await expect(page.getByRole("combobox", { name: "Dates are said at" })).toBeVisible();
  },
  keys: async (page) => {
    await openSample(page);
    await grid(page).focus();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  },
};

for (const [name, show] of Object.entries(SCREENS)) {
  test(`${name} is accessible in light and dark, and fits both window sizes`, async ({ page }) => {
    await show(page);
    await expectGoodLooks(page);
  });
}

test("the navigation is a rail in a small window", async ({ page }) => {
  await openSample(page);
  const nav = page.getByRole("navigation", { name: "Main" });
  expect((await nav.boundingBox())!.width).toBe(176);
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect.poll(async () => (await nav.boundingBox())!.width).toBe(52);
  await expect(nav.getByRole("button", { name: "Backlog" })).toBeVisible();
  // The panel lies over the list then, instead of beside it.
  const before = (await grid(page).boundingBox())!.width;
  await row(page, 3).locator("[data-title]").click();
  await expect(page.getByRole("complementary", { name: "Item details" })).toBeVisible();
  expect((await grid(page).boundingBox())!.width).toBe(before);
});
