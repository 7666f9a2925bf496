import { expect, test } from "vitest";
import type { Misunderstanding } from "../core/types";
import { causesOf } from "./causes";

const because = (...causes: string[]): Misunderstanding[] =>
  causes.map((cause, at) => ({ id: at + 1, item: null, day: "2026-11-26", intended: "", built: "B", cause }));

test("causes are counted whatever their letters, the most frequent first", () => {
  expect(causesOf(because("No example", "Not asked", "not asked ", ""))).toEqual([
    { text: "Not asked", count: 2 },
    { text: "No example", count: 1 },
  ]);
});
