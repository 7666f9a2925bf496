import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Backup } from "../core/types";
import { useWords } from "../words";
import { newestSound } from "./recovery.svelte";
import { itemsOfBackup, momentOfBackup, noteOfBackup } from "./said";

const backup: Backup = {
  name: "2026-11-26-094200",
  at: Date.now(),
  bytes: 4096,
  items: 44,
  occasion: "routine",
  sound: true,
};

beforeAll(() => useWords(readFileSync("../core/words/en.ftl", "utf8")));

test("a backup says its moment, its items and what is special about it", () => {
  expect(momentOfBackup(backup)).toMatch(/^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}, \d{1,2}:\d{2}$/);
  expect(itemsOfBackup(backup)).toBe("44 items");
  expect(itemsOfBackup({ ...backup, items: null })).toBe("");
  expect(noteOfBackup(backup)).toBe("");
  expect(noteOfBackup({ ...backup, occasion: "import" })).toBe("before an import");
  expect(noteOfBackup({ ...backup, occasion: "import", sound: false })).toBe("changed since it was made");
});

test("the newest backup that is sound is offered first", () => {
  const older = { ...backup, name: "older" };
  expect(newestSound([{ ...backup, sound: false }, older, backup])).toBe(older);
  expect(newestSound([{ ...backup, sound: false }])).toBeNull();
});
