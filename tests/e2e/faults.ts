/** A host that answers slowly or not at all, put between the page and the real one. */
import type { Page } from "@playwright/test";
import type { Failure } from "./core.js";

export const FULL = {
  code: "notSaved",
  field: null,
  message: "The disk is full. What was saved before is safe; this change was not saved.",
  hint: "Make some room, then try again.",
} satisfies Failure;

/** Every change is refused until the returned function is called. */
export async function refuseChanges(page: Page): Promise<() => Promise<void>> {
  await page.route("**/call", async (route) => {
    if (route.request().postData()?.includes('"apply"')) await route.fulfill({ status: 422, json: FULL });
    else await route.fallback();
  });
  return () => page.unroute("**/call");
}

/** Calls whose request holds `what` are answered after a while. */
export async function delay(page: Page, what: string, milliseconds: number): Promise<void> {
  await page.route("**/call", async (route) => {
    if (route.request().postData()?.includes(what)) await new Promise((done) => setTimeout(done, milliseconds));
    await route.fallback();
  });
}
