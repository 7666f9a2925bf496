/** What every spec starts from: a page over a fresh product folder, at a fixed moment. */
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

export { expect };

/** A running host over one data folder. */
export type Host = { url: string; data: string; stop: () => Promise<void> };

type Given = {
  /** The moment at which every call happens; "" for the clock of this machine. */
  now: string;
  /** The host behind `page`. */
  host: Host;
  /** Fails the test, at its end, when the page broke its policy or threw. */
  watch: void;
};

export const test = base.extend<Given>({
  now: ["2026-11-26T09:42:00+01:00", { option: true }],

  host: async ({ now }, use) => {
    const data = await mkdtemp(join(tmpdir(), "cairn-e2e-"));
    const host = await startHost(data, now);
    await use(host);
    await host.stop();
    await rm(data, { recursive: true, force: true });
  },

  baseURL: async ({ host }, use) => use(host.url),

  watch: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        if (/Content.Security.Policy|Trusted/i.test(message.text())) complaints.push(message.text());
      });
      await use();
      expect(complaints, "the page threw, or broke its policy").toEqual([]);
    },
    { auto: true },
  ],
});

/** Starts a host over `data`; a test that quits and comes back calls this itself. */
export async function startHost(data: string, now: string): Promise<Host> {
  const binary = process.env.CAIRN_TEST_HOST ?? resolve(import.meta.dirname, "../../target/debug/cairn-test-host");
  if (!existsSync(binary)) throw new Error(`${binary} is not built; run: cargo xtask test`);
  const child = spawn(binary, ["--data", data, ...(now ? ["--now", now] : [])], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await address(child);
  return { url, data, stop: () => stop(child) };
}

/** Holds the page to the accessibility rules of WCAG 2.2 AA, or only to that of contrast. */
export async function expectAccessible(page: Page, what: "all" | "contrast" = "all"): Promise<void> {
  const axe = new AxeBuilder({ page });
  if (what === "all") axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  else axe.withRules(["color-contrast"]);
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join("\n  ")}`);
  expect(told).toEqual([]);
}

/** Holds the page to those rules in light and in dark, and to both sizes of the window. */
export async function expectGoodLooks(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  // Only the colours differ.
  await expectAccessible(page, "contrast");
  for (const size of [{ width: 1440, height: 900 }, { width: 1024, height: 700 }]) {
    await page.setViewportSize(size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(size.height);
  }
}

async function address(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the host says nothing");
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /^listening (http:\S+)$/.exec(line);
    if (found?.[1]) return found[1];
  }
  throw new Error("the host ended before it listened");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill();
  await ended;
}
