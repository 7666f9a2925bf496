// Steps of the history, grouped by day, and what an older order says beside today's.

import type { HistoryLine, Item, ItemId, OperationId } from "../core/types";

export type DayOfSteps = { day: string; steps: HistoryLine[] };

/** Groups steps, newest first, by their local day. */
export function byDay(steps: readonly HistoryLine[]): DayOfSteps[] {
  const days: DayOfSteps[] = [];
  for (const step of steps) {
    const last = days.at(-1);
    if (last?.day === step.day) last.steps.push(step);
    else days.push({ day: step.day, steps: [step] });
  }
  return days;
}

/**
 * Returns the edits among `steps`, newest first, that are taken back now. An undo takes back the
 * last edit before it that still stood; a redo brings back what the last undo took.
 */
export function takenBack(steps: readonly HistoryLine[]): Set<OperationId> {
  const back = new Set<OperationId>();
  let undos = 0;
  let redos = 0;
  for (const step of steps) {
    if (step.kind === "redo") redos++;
    else if (step.kind === "undo") {
      if (redos > 0) redos--;
      else undos++;
    } else if (undos > 0) {
      undos--;
      back.add(step.operation);
    }
  }
  return back;
}

/** An item of a past day with where it stands now. */
export type PastRow = {
  item: Item;
  then: number;
  /** Its place today; `null` when it left the order since. */
  now: number | null;
};

/** Puts the order of a past day beside today's. */
export function beside(items: readonly Item[], positions: ReadonlyMap<ItemId, number>): PastRow[] {
  const rows: PastRow[] = [];
  for (const item of items) {
    if (item.position !== null) rows.push({ item, then: item.position, now: positions.get(item.id) ?? null });
  }
  return rows;
}

/** How many items came into the order since a past day. */
export function cameSince(items: readonly Item[], positions: ReadonlyMap<ItemId, number>): number {
  const then = new Set(items.filter((item) => item.position !== null).map((item) => item.id));
  let came = 0;
  for (const id of positions.keys()) if (!then.has(id)) came++;
  return came;
}
