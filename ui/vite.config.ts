import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// The page in a browser talks to a test host: `cairn-test-host --data DIR --port 5174`.
const host = "http://127.0.0.1:5174";

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  server: {
    port: 5173,
    strictPort: true,
    proxy: { "/call": host, "/file": host, "/target": host, "/written": host },
  },
  build: {
    // WebKitGTK as old as 2.40: light-dark() is compiled to two sets of variables.
    target: ["safari16.4", "chrome111"],
    // The policy allows fonts and scripts from files of our own only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { include: ["src/**/*.test.ts"] },
});
