import { defineConfig } from "@playwright/test";
import { chromium } from "./chromium.js";

const root = process.getuid?.() === 0;

export default defineConfig({
  testDir: "specs",
  outputDir: "../../target/e2e",
  fullyParallel: true,
  workers: 2,
  retries: 1,
  forbidOnly: !!process.env.CI,
  grepInvert: process.env.FIGURES ? undefined : /@figures/,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    actionTimeout: 15_000,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath: chromium(), args: root ? ["--no-sandbox"] : [] },
  },
});
