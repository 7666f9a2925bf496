// What stands in the list from top to bottom, with fixed heights, so that only what is in view
// has to be drawn.

import type { Item, ItemId } from "../core/types";
import type { Line } from "./finish";

export const HEIGHT = { row: 32, line: 24, gap: 24, done: 28, end: 40, open: 40 } as const;

export type Entry =
  | { type: "done"; key: string; top: number; height: number }
  | { type: "finished"; key: string; top: number; height: number; item: Item }
  | { type: "more"; key: string; top: number; height: number }
  | { type: "row"; key: string; top: number; height: number; id: ItemId; position: number; last: boolean }
  | { type: "line"; key: string; top: number; height: number; line: Line; level: "said" | "middle" }
  | { type: "hidden"; key: string; top: number; height: number; count: number }
  | { type: "open"; key: string; top: number; height: number; position: number }
  | { type: "slot"; key: string; top: number; height: number; id: ItemId; position: number }
  | { type: "add"; key: string; top: number; height: number }
  | { type: "end"; key: string; top: number; height: number };

export type Layout = { entries: Entry[]; height: number };

export type Plan = {
  /** The whole order. */
  ids: readonly ItemId[];
  /** The ids a filter leaves; `null`: all. */
  shown: ReadonlySet<ItemId> | null;
  lines: readonly Line[];
  /** Whether the line about finished items stands at the top, and what it has opened. */
  done: { items: readonly Item[]; more: boolean } | null;
  /** Where a new item is being written: below this item, or at the top (`null`). */
  adding?: { after: ItemId | null } | undefined;
  /** What is being dragged: `at` is an index among the rest. */
  drag?: { moved: ReadonlySet<ItemId>; at: number } | undefined;
};

type Bare = Entry extends infer One ? (One extends Entry ? Omit<One, "top" | "key"> & { key?: string } : never) : never;

/** Lays the list out. */
export function layOut(plan: Plan): Layout {
  const entries: Entry[] = [];
  let top = 0;
  const put = (entry: Bare, key: string) => {
    entries.push({ ...entry, key, top } as Entry);
    top += entry.height;
  };
  const { ids, shown, lines, drag } = plan;

  if (plan.done) {
    put({ type: "done", height: HEIGHT.done }, "done");
    for (const item of plan.done.items) put({ type: "finished", height: HEIGHT.row, item }, `f${item.id}`);
    if (plan.done.more) put({ type: "more", height: HEIGHT.row }, "more");
  }
  if (plan.adding && plan.adding.after === null) put({ type: "add", height: HEIGHT.row }, "add");

  let hidden = 0;
  const tellHidden = (position: number) => {
    if (hidden > 0) put({ type: "hidden", height: HEIGHT.gap, count: hidden }, `h${position}`);
    hidden = 0;
  };
  const linesAt = linesByPosition(lines);
  const putLines = (position: number) => {
    for (const { line, level } of linesAt.get(position) ?? []) {
      tellHidden(position);
      const last = entries[entries.length - 1];
      if (last?.type === "row") last.last = true;
      put({ type: "line", height: HEIGHT.line, line, level }, `${line.key}-${level}`);
    }
  };

  const putRow = (id: ItemId, position: number) => {
    if (shown && !shown.has(id)) {
      hidden++;
    } else {
      tellHidden(position);
      put({ type: "row", height: HEIGHT.row, id, position, last: false }, `i${id}`);
      if (plan.adding?.after === id) put({ type: "add", height: HEIGHT.row }, "add");
    }
    putLines(position);
  };

  putLines(0);
  if (!drag) {
    for (let index = 0; index < ids.length; index++) putRow(ids[index]!, index + 1);
  } else {
    let position = 0;
    let rest = 0;
    const opened = () => {
      if (rest !== drag.at) return;
      tellHidden(position + 1);
      put({ type: "open", height: HEIGHT.open, position: position + 1 }, "open");
      for (let count = drag.moved.size; count > 0; count--) putLines(++position);
    };
    opened();
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index]!;
      if (drag.moved.has(id)) {
        if (!shown || shown.has(id)) {
          tellHidden(position);
          put({ type: "slot", height: HEIGHT.row, id, position: index + 1 }, `s${id}`);
        }
        continue;
      }
      putRow(id, ++position);
      rest++;
      opened();
    }
  }
  tellHidden(ids.length + 1);
  put({ type: "end", height: HEIGHT.end }, "end");
  return { entries, height: top };
}

/** A line with nothing between its two levels is drawn once. */
function linesByPosition(lines: readonly Line[]): Map<number, { line: Line; level: "said" | "middle" }[]> {
  const at = new Map<number, { line: Line; level: "said" | "middle" }[]>();
  const add = (position: number, line: Line, level: "said" | "middle") =>
    at.set(position, [...(at.get(position) ?? []), { line, level }]);
  for (const line of lines) {
    add(line.said, line, "said");
    if (line.middle > line.said) add(line.middle, line, "middle");
  }
  return at;
}

/** Returns the index of the entry at a height; the last one below the end. */
export function entryAt(entries: readonly Entry[], y: number): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (entries[middle]!.top <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A stretch of heights, in pixels from the top of the list. */
export type Stretch = { from: number; to: number };

/** Returns the entries of a stretch of heights. */
export function inView(layout: Layout, stretch: Stretch): Entry[] {
  if (layout.entries.length === 0 || stretch.to <= stretch.from) return [];
  const first = entryAt(layout.entries, Math.max(0, stretch.from));
  const last = entryAt(layout.entries, stretch.to);
  return layout.entries.slice(first, last + 1);
}

/**
 * Returns what is drawn next on the way from `now` to `wanted`: at most `most` pixels of new rows a
 * frame, so that a fast scroll never holds up the page.
 */
export function approach(now: Stretch, wanted: Stretch, most: number): Stretch {
  const kept = { from: Math.max(now.from, wanted.from), to: Math.min(now.to, wanted.to) };
  if (kept.to <= kept.from) return { from: wanted.from, to: Math.min(wanted.to, wanted.from + most) };
  const to = Math.min(wanted.to, kept.to + most);
  const left = most - (to - kept.to);
  return { from: Math.max(wanted.from, kept.from - left), to };
}

/**
 * Returns where a drop at height `y` lands, as an index among the items that are not moved. Heights
 * are those of the list at rest, without the gap that the drag opens.
 */
export function dropIndex(rest: Layout, ids: readonly ItemId[], moved: ReadonlySet<ItemId>, y: number): number {
  const index = entryAt(rest.entries, Math.max(0, y));
  const before = restCounts(ids, moved);
  for (let at = index; at >= 0; at--) {
    const entry = rest.entries[at]!;
    if (entry.type !== "row") continue;
    const upperHalf = at === index && y < entry.top + entry.height / 2;
    const counted = before[entry.position - 1]!;
    return upperHalf ? counted : counted + (moved.has(entry.id) ? 0 : 1);
  }
  // Above the first row: before it, so that hidden ones above stay above.
  const first = rest.entries.find((entry) => entry.type === "row");
  return first?.type === "row" ? before[first.position - 1]! : 0;
}

/** Returns for each index of the order how many not moved items stand before it. */
function restCounts(ids: readonly ItemId[], moved: ReadonlySet<ItemId>): Int32Array {
  const counts = new Int32Array(ids.length + 1);
  for (let index = 0; index < ids.length; index++) {
    counts[index + 1] = counts[index]! + (moved.has(ids[index]!) ? 0 : 1);
  }
  return counts;
}
