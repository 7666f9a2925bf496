import { expect, test } from "vitest";
import type { HistoryKind, HistoryLine, Item } from "../core/types";
import { beside, byDay, cameSince, takenBack } from "./steps";

const step = (operation: number, kind: HistoryKind = "edit", day = "2026-11-26"): HistoryLine => ({
  operation,
  at: operation,
  day,
  text: "",
  reason: null,
  item: null,
  moved: null,
  serves: [],
  delays: [],
  kind,
});
const newestFirst = (...kinds: HistoryKind[]) => kinds.map((kind, index) => step(index + 1, kind)).reverse();

test("steps are grouped by day, newest first", () => {
  const days = byDay([step(3), step(2), step(1, "edit", "2026-11-25")]);
  expect(days.map((one) => [one.day, one.steps.length])).toEqual([
    ["2026-11-26", 2],
    ["2026-11-25", 1],
  ]);
});

test("an undo marks the last edit that still stood", () => {
  expect([...takenBack(newestFirst("edit", "edit", "undo", "undo"))].sort()).toEqual([1, 2]);
  expect([...takenBack(newestFirst("edit", "undo", "edit"))]).toEqual([1]);
});

test("a redo unmarks what it brings back", () => {
  expect([...takenBack(newestFirst("edit", "edit", "undo", "undo", "redo"))]).toEqual([2]);
  expect([...takenBack(newestFirst("edit", "undo", "redo"))]).toEqual([]);
  expect([...takenBack(newestFirst("edit", "edit", "undo", "redo", "undo"))]).toEqual([2]);
});

test("a past order stands beside today's, without containers", () => {
  const item = (id: number, position: number | null) => ({ id, position }) as Item;
  const past = [item(1, 1), item(2, 2), item(9, null)];
  const today = new Map([
    [2, 1],
    [3, 2],
  ]);
  expect(beside(past, today).map((row) => [row.item.id, row.then, row.now])).toEqual([
    [1, 1, null],
    [2, 2, 1],
  ]);
  expect(cameSince(past, today)).toBe(1);
});
