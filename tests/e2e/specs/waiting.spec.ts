import type { Page } from "@playwright/test";
import { ask, grid, openSample, openWith, ordered, row } from "../backlog.js";
import { expect, test } from "../cairn.js";
import { delay } from "../faults.js";

const bars = (page: Page) => page.locator(".skel").first();

test("grey bars stand where the order will be while a product is read", async ({ page }) => {
  await ask(page, { type: "openSample" });
  await delay(page, '"start"', 1_500);
  await page.goto("/");
  await expect(bars(page)).toBeAttached();
  await expect(bars(page)).toBeVisible();
  await expect(grid(page)).toBeVisible();
  await expect(bars(page)).toBeHidden();
});

test("another product is opened behind grey bars", async ({ page }) => {
  await openWith(page, ["Ash"]);
  await delay(page, '"openSample"', 1_500);
  await page.getByTitle("Switch product").click();
  await page.getByRole("menuitem", { name: "Look around the sample" }).click();
  await expect(bars(page)).toBeVisible();
  await expect(row(page, 2)).toBeVisible();
  await expect(bars(page)).toBeHidden();
});

test("an item shows what the list knows at once, and bars for the rest", async ({ page }) => {
  const snapshot = await openSample(page);
  await delay(page, '"item"', 1_500);
  await row(page, 3).locator("[data-title]").click();
  const panel = page.getByRole("complementary", { name: "Item details" });
  await expect(panel.getByRole("textbox", { name: "Title" })).toHaveValue(ordered(snapshot)[2]!.title);
  await expect(bars(page)).toBeVisible();
  await expect(panel.getByRole("textbox", { name: "Card" })).toBeVisible();
  await expect(bars(page)).toBeHidden();
});

test("a quick answer shows no bars: they are hidden for their first 200 ms", async ({ page }) => {
  await openSample(page);
  const hidden = await page.evaluate(() => {
    const bars = document.createElement("i");
    bars.className = "late";
    document.body.append(bars);
    const [animation] = bars.getAnimations();
    animation!.pause();
    const at = (time: number) => {
      animation!.currentTime = time;
      return getComputedStyle(bars).visibility;
    };
    const seen = [at(0), at(199), at(201)];
    bars.remove();
    return seen;
  });
  expect(hidden).toEqual(["hidden", "hidden", "visible"]);
});
