// A small stand-in for the host while the page is being built: an invented product in memory,
// answering POST /call. Used by `npm run dev` only; never part of the page.

import type { Plugin } from "vite";
import { readFileSync } from "node:fs";

export function practiceHost(): Plugin {
  return {
    name: "practice-host",
    apply: "serve",
    async configureServer(server) {
      if (process.env.VITEST) return;
      const { answer } = (await server.ssrLoadModule("/dev/answers.ts")) as typeof import("./answers");
      const words = () => readFileSync(new URL("../../core/words/en.ftl", import.meta.url), "utf8");
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split("?")[0];
        if (request.method !== "POST" || !["/call", "/file", "/target"].includes(path ?? "")) return next();
        const parts: Buffer[] = [];
        request.on("data", (part: Buffer) => parts.push(part));
        request.on("end", () => {
          const { status, reply } = answer(request.url ?? "", Buffer.concat(parts), words());
          response.statusCode = status;
          response.setHeader("content-type", "application/json");
          response.end(JSON.stringify(reply));
        });
      });
    },
  };
}
