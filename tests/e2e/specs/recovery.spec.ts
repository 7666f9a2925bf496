import { existsSync } from "node:fs";
import { open, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ask, choose, openWith, row, toast } from "../backlog.js";
import { expect, expectGoodLooks, type Host, startHost, test } from "../cairn.js";
import type { Backups } from "../core.js";

type Damage = "page" | "header" | "gone";

/** Makes a product, quits, does harm to its file, and comes back. Returns the new host. */
async function comeBack(page: Page, host: Host, now: string, damage: Damage): Promise<Host> {
  await openWith(page, ["Ash", "Birch"]);
  await ask(page, { type: "closeProduct" });
  await ask(page, { type: "openProduct", id: "lendwell" });
  await ask(page, { type: "apply", edit: { type: "addItems", items: [item("Cedar")], place: { type: "bottom" } } });
  await ask(page, { type: "closeProduct" });
  await host.stop();
  const file = join(host.data, "products/lendwell.cairn");
  if (damage === "gone") await rm(file);
  else if (damage === "header") await writeFile(file, "not a product");
  else await hurt(file);
  const again = await startHost(host.data, now);
  await page.goto(again.url);
  await expect(heading(page)).toBeVisible();
  return again;
}

const item = (title: string) => ({ title, kind: "", labels: [], wantedBy: [], body: "" });

/** Breaks a table that no title stands in: the last page of the file. */
async function hurt(file: string): Promise<void> {
  const handle = await open(file, "r+");
  const { size } = await handle.stat();
  await handle.write(Buffer.alloc(4096, 0x5a), 0, 4096, size - 4096);
  await handle.close();
}

const heading = (page: Page) => page.getByRole("heading", { name: "“Lendwell” did not open" });

for (const damage of ["page", "header", "gone"] as const) {
  test(`a product whose file is ${damage === "page" ? "damaged" : damage === "gone" ? "gone" : "no product"} comes back from its newest backup`, async ({ page, host, now }) => {
    const again = await comeBack(page, host, now, damage);
    try {
      await expect(page.getByText(damage === "gone" ? "is gone" : "is damaged")).toBeVisible();
      await expect(page.getByText(/\d+ backups of it are safe/)).toBeVisible();
      await expect(page.getByRole("button", { name: /^Restore the newest backup .*3 items/ })).toBeEnabled();
      await page.keyboard.press("1");
      await expect(row(page, 3)).toContainText("Cedar");
      await expect(toast(page)).toContainText("Restored the backup of");
      await page.goto(again.url);
      await expect(row(page, 1)).toContainText("Ash");
      const kept = (await readdir(join(again.data, "quarantine"))).filter((name) => name.endsWith(".cairn"));
      expect(kept).toHaveLength(damage === "gone" ? 0 : 1);
    } finally {
      await again.stop();
    }
  });
}

test("an older backup can be chosen, and the restore taken back from the settings", async ({ page, host, now }) => {
  const again = await comeBack(page, host, now, "header");
  try {
    await page.getByRole("button", { name: /^All \d+ backups$/ }).click();
    const two = page.getByRole("listitem").filter({ hasText: "2 items" }).first();
    await two.getByRole("button", { name: /^Restore the backup of/ }).click();
    await expect(row(page, 2)).toContainText("Birch");
    await page.keyboard.press("Control+,");
    await page.getByRole("tab", { name: "Backups" }).click();
    await expect(page.getByText(/^The last backup was made on/)).toBeVisible();
    const three = page.getByRole("listitem").filter({ hasText: "3 items" }).first();
    await three.getByRole("button", { name: /^Restore the backup of/ }).click();
    await expect(row(page, 3)).toContainText("Cedar");
    const answer = await page.request.post(`${again.url}/call`, { data: { type: "backups", id: "lendwell" } });
    const { backups } = (await answer.json()) as Backups;
    const taken = backups.find((backup) => backup.occasion === "restore");
    expect(taken).toMatchObject({ items: 2, sound: true });
  } finally {
    await again.stop();
  }
});

test("what can be read goes out, and another file can be chosen; nothing is replaced", async ({ page, host, now }) => {
  const again = await comeBack(page, host, now, "page");
  try {
    await page.getByRole("button", { name: /^Export what can be read/ }).click();
    await expect(page.getByRole("status")).toContainText(/items written to .+\.csv/);
    const csv = { name: "plan.csv", mimeType: "text/csv", buffer: Buffer.from("Title\nWater the beds\n") };
    await choose(page, () => page.keyboard.press("3"), csv);
    await expect(page.getByRole("textbox", { name: "Name of the product" })).toHaveValue("Plan");
    await page.getByRole("textbox", { name: "Name of the product" }).fill("Lendwell");
    await page.getByRole("button", { name: "Look at the items" }).click();
    await page.getByRole("button", { name: "Bring in 1 item" }).click();
    await expect(row(page, 1)).toContainText("Water the beds");
    expect(existsSync(join(again.data, "products/lendwell-2.cairn"))).toBe(true);
    await page.getByTitle("Product", { exact: false }).first().click();
    await page.getByRole("menuitem", { name: "Lendwell" }).first().click();
    await expect(heading(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(row(page, 1)).toContainText("Water the beds");
  } finally {
    await again.stop();
  }
});

test("recovery is accessible in light and dark, and fits both window sizes", async ({ page, host, now }) => {
  const again = await comeBack(page, host, now, "page");
  try {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await expect(page.getByRole("button", { name: /^Export what can be read/ })).toBeVisible();
    await page.getByRole("button", { name: /^All \d+ backups$/ }).click();
    await expectGoodLooks(page);
  } finally {
    await again.stop();
  }
});
