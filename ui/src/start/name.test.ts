import { expect, test } from "vitest";
import { proposeName } from "./name";

test("a name is what remains of the file's name without tool, date and copy number", () => {
  expect(proposeName("Jira export_lendwell 2026-11-26 (1).csv")).toBe("Lendwell");
  expect(proposeName("reader-app-backlog.xlsx")).toBe("Reader app");
  expect(proposeName("ReaderApp.json")).toBe("Reader App");
  expect(proposeName("Café Zürich.csv")).toBe("Café Zürich");
});

test("a file's name of nothing but a tool proposes nothing", () => {
  expect(proposeName("jira.csv")).toBe("");
  expect(proposeName("export 20261126.csv")).toBe("");
});
