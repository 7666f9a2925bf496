import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { practiceHost } from "./dev/host.ts";

export default defineConfig({
  plugins: [svelte(), practiceHost()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  build: {
    // WebKitGTK as old as 2.40: light-dark() is compiled to two sets of variables.
    target: ["safari16.4", "chrome111"],
    // The policy allows fonts and scripts from files of our own only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { include: ["src/**/*.test.ts"] },
});
