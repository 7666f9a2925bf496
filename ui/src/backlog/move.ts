// What a move means, read from the finish table alone: a finish date depends on the place, not on
// which item stands there.

import type { ItemId, StakeholderId } from "../core/types";
import { type Dates, dayAt, type Line } from "./finish";

/** Days on which nobody works, as day numbers, last one included. */
export type Break = { name: string; first: number; last: number };

/** An item that comes earlier or later because others move. */
export type Shift = { id: ItemId; from: number; to: number; days: number | null };

export type MoveNote = {
  /** Place of the first moved item before and after. */
  from: number;
  to: number;
  /** Its days at the product's percentile; `null` where they can't be forecast. */
  fromDay: number | null;
  toDay: number | null;
  /** Items that come later, in their new order, and by how many days in the middle. */
  pushed: Shift[];
  pushedDays: number | null;
  /** Items that come earlier. */
  pulled: Shift[];
  pulledDays: number | null;
  /** Items that jump over days on which nobody works. */
  slips: { id: ItemId; name: string }[];
  /** Items that drop below a line or rise above it. */
  drops: { line: Line; ids: ItemId[] }[];
  rises: { line: Line; ids: ItemId[] }[];
  /** Whose wants come earlier; whose come later, hardest hit first. Nobody stands on both sides. */
  serves: StakeholderId[];
  delays: StakeholderId[];
};

/** Returns the order with `moved` taken out and put in again at `at`, an index among the rest. */
export function moveIn(ids: readonly ItemId[], moved: ReadonlySet<ItemId>, at: number): ItemId[] {
  const block = ids.filter((id) => moved.has(id));
  const rest = ids.filter((id) => !moved.has(id));
  return [...rest.slice(0, at), ...block, ...rest.slice(at)];
}

/** Says what it means to put `moved` at index `at` among the rest. */
export function noteOf(
  ids: readonly ItemId[],
  moved: ReadonlySet<ItemId>,
  at: number,
  dates: Dates,
  lines: readonly Line[],
  breaks: readonly Break[],
  wantedBy: (id: ItemId) => readonly StakeholderId[],
): MoveNote {
  const after = moveIn(ids, moved, at);
  const from = ids.findIndex((id) => moved.has(id)) + 1;
  const to = at + 1;
  const was = new Map<ItemId, number>();
  // Nothing outside of the first and last place that differs can shift.
  let low = 0;
  while (low < ids.length && ids[low] === after[low]) low++;
  let high = ids.length - 1;
  while (high > low && ids[high] === after[high]) high--;
  for (let index = low; index <= high; index++) was.set(ids[index]!, index + 1);

  const note: MoveNote = {
    from,
    to,
    fromDay: dayAt(dates.said, from),
    toDay: dayAt(dates.said, to),
    pushed: [],
    pushedDays: null,
    pulled: [],
    pulledDays: null,
    slips: [],
    drops: [],
    rises: [],
    serves: [],
    delays: [],
  };
  const shifts: Shift[] = [];
  for (let index = low; index <= high && index < after.length; index++) {
    const id = after[index]!;
    const before = was.get(id)!;
    if (before === index + 1) continue;
    const fromDay = dayAt(dates.said, before);
    const toDay = dayAt(dates.said, index + 1);
    const days = fromDay === null || toDay === null ? null : toDay - fromDay;
    const shift = { id, from: before, to: index + 1, days };
    shifts.push(shift);
    if (moved.has(id)) continue;
    (shift.to > shift.from ? note.pushed : note.pulled).push(shift);
    if (fromDay !== null && toDay !== null && toDay > fromDay) {
      const over = breaks.find((one) => fromDay < one.first && toDay > one.last);
      if (over) note.slips.push({ id, name: over.name });
    }
  }
  note.pushedDays = middle(note.pushed);
  note.pulledDays = middle(note.pulled);
  for (const line of lines) {
    const crossed = (list: Shift[], test: (shift: Shift) => boolean) => list.filter(test).map((one) => one.id);
    const drops = crossed(note.pushed, (one) => one.from <= line.said && one.to > line.said);
    const rises = crossed(note.pulled, (one) => one.from > line.said && one.to <= line.said);
    if (drops.length) note.drops.push({ line, ids: drops });
    if (rises.length) note.rises.push({ line, ids: rises });
  }
  // Those who want a moved item are on the side it goes to, whatever else they want.
  const chosen = shifts.filter((one) => moved.has(one.id));
  const raised = wanters(chosen.filter((one) => one.to < one.from), wantedBy);
  const lowered = wanters(chosen.filter((one) => one.to > one.from), wantedBy);
  const hardestFirst = [...note.pushed].sort((a, b) => (b.days ?? 0) - (a.days ?? 0) || a.to - b.to);
  note.serves = side(raised, wanters(note.pulled, wantedBy), lowered);
  note.delays = side(
    lowered.filter((id) => !raised.includes(id)),
    wanters(hardestFirst, wantedBy),
    note.serves,
  );
  return note;
}

function side(first: StakeholderId[], then: StakeholderId[], other: StakeholderId[]): StakeholderId[] {
  return [...first, ...then.filter((id) => !first.includes(id) && !other.includes(id))];
}

function wanters(
  shifts: readonly Shift[],
  wantedBy: (id: ItemId) => readonly StakeholderId[],
): StakeholderId[] {
  return [...new Set(shifts.flatMap((shift) => [...wantedBy(shift.id)]))];
}

/** The middle of the known shifts, in whole days without a sign. */
function middle(shifts: readonly Shift[]): number | null {
  const days = shifts.flatMap((shift) => (shift.days === null ? [] : [Math.abs(shift.days)]));
  if (days.length === 0) return null;
  days.sort((a, b) => a - b);
  return days[days.length >> 1]!;
}

/** Returns the first words of a title, at most about `most` characters. */
export function shortTitle(title: string, most = 24): string {
  if (title.length <= most) return title;
  const cut = title.lastIndexOf(" ", most - 1);
  return `${title.slice(0, cut > most / 3 ? cut : most - 1).replace(/[\s,:;.]+$/, "")}…`;
}
