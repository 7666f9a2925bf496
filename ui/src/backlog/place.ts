// Reads where an item should go, as people say it: "7", "top", "by 15 Jan", "before LW-12".

import type { Item, ItemId, Place } from "../core/types";
import { isoOf, readDay } from "../dates";
import type { Line } from "./finish";

/** What is needed to understand a place. */
export type Known = {
  ids: readonly ItemId[];
  item: (id: ItemId) => Item | undefined;
  lines: readonly Line[];
  today: number;
};

/** Returns the place that `text` names, or `null` when it names none. */
export function readPlace(text: string, known: Known): Place | null {
  const said = text.trim();
  const lower = said.toLowerCase();
  if (lower === "") return null;
  if (/^\d+$/.test(lower)) return Number(lower) > 0 ? { type: "position", position: Number(lower) } : null;
  if (["top", "first"].includes(lower)) return { type: "top" };
  if (["bottom", "last", "end"].includes(lower)) return { type: "bottom" };
  const beside = /^(before|above|after|below|behind)\s+(.+)$/.exec(lower);
  if (beside) {
    const id = findItem(beside[2]!, known);
    if (id === null) return null;
    return { type: beside[1] === "before" || beside[1] === "above" ? "before" : "after", id };
  }
  const by = lower.replace(/^(by|until|for|at)\s+/, "");
  const day = readDay(by, known.today);
  if (day !== null) return { type: "byDay", day: isoOf(day) };
  const line = known.lines.find((one) => one.name.toLowerCase().startsWith(by));
  return line ? { type: "byDay", day: isoOf(line.day) } : null;
}

/** Finds an item by key, number, other tool's id, or the start of its title. */
function findItem(text: string, known: Known): ItemId | null {
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (number > 0 && number <= known.ids.length) return known.ids[number - 1]!;
  const items = known.ids.flatMap((id) => known.item(id) ?? []);
  const same = (value: string | null) => value !== null && value.toLowerCase() === text;
  const found =
    items.find((item) => same(item.key) || same(item.externalId)) ??
    items.find((item) => item.title.toLowerCase().startsWith(text));
  return found?.id ?? null;
}

/** Returns the position just above the next line up, or just below the next line down. */
export function nextLine(position: number, direction: -1 | 1, lines: readonly Line[], count: number): number {
  const ends = [...new Set(lines.map((line) => line.said))].sort((a, b) => a - b);
  if (direction < 0) return Math.max(1, [...ends].reverse().find((end) => end > 0 && end < position) ?? 1);
  const below = ends.find((end) => end >= position && end < count);
  return below === undefined ? count : below + 1;
}

/** Returns the titles of a pasted list: one a line, without bullets, numbers or check boxes. */
export function titlesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•+–]|\d+[.)])?\s*(?:\[[ xX]?\])?\s*/, "").trim())
    .filter((line) => line !== "");
}
