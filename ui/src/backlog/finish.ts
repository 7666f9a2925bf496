// Looks dates up: which day a place in the order is finished by, and where a date lies in the order.

import type { Finish } from "../core/types";
import type { DatedSprint } from "../sprints";
import { dayOf } from "../dates";

/** The finish table at two percentiles, as day numbers per place from 1. Both never decrease. */
export type Dates = {
  /** The percentile dates are said at. */
  percentile: number;
  /** Days of the 50% row. */
  middle: readonly number[];
  /** Days of the row at the product's percentile. */
  said: readonly number[];
};

/** A day someone waits for, and how many items are finished by then. */
export type Line = {
  key: string;
  name: string;
  day: number;
  /** How many items are finished by then at the product's percentile. */
  said: number;
  /** How many are at 50%; never fewer. */
  middle: number;
};

/** How crisp a row is drawn: the next line is near, the rest fades with distance. */
export type Zone = "near" | "maybe" | "mid" | "far";

const NEAR = 14;
const FAR = 56;

/** Returns the 50% row and the row at `percentile`; both are empty when there is no forecast. */
export function datesOf(finish: Finish, percentile: number): Dates {
  const asOf = dayOf(finish.asOf);
  const row = (wanted: number) => {
    const at = finish.percentiles.indexOf(wanted);
    return at < 0 ? [] : (finish.days[at] ?? []).map((days) => asOf + days);
  };
  return { percentile, middle: row(50), said: row(percentile) };
}

/** Returns the day of a place in the order from 1, or `null` where dates can't be forecast. */
export function dayAt(days: readonly number[], position: number): number | null {
  return days[position - 1] ?? null;
}

/** Returns how many places are finished on or before `day`. */
export function finishedBy(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the lines to come by day: the end of the running Sprint and the named dates. */
export function linesOf(
  dates: Dates,
  named: readonly { id: number; name: string; day: string }[],
  sprint: DatedSprint | null,
  sprintName: string,
  today: number,
  count: number,
): Line[] {
  if (dates.said.length === 0 && dates.middle.length === 0) return [];
  const days = named.map((line) => ({ key: `line${line.id}`, name: line.name, day: dayOf(line.day) }));
  if (sprint) days.push({ key: "sprint", name: sprintName, day: dayOf(sprint.last) });
  return days
    .filter((line) => line.day >= today)
    .sort((a, b) => a.day - b.day)
    .map((line) => {
      const said = Math.min(count, finishedBy(dates.said, line.day));
      return { ...line, said, middle: Math.max(said, Math.min(count, finishedBy(dates.middle, line.day))) };
    });
}

/** Returns how crisp the row at a place is drawn. */
export function zoneOf(position: number, dates: Dates, lines: readonly Line[], today: number): Zone {
  const day = dayAt(dates.said, position);
  const first = lines[0];
  const second = lines[1];
  if (first && position <= first.said) return "near";
  if (first && position <= first.middle) return "maybe";
  if (day === null) return dates.said.length === 0 ? "mid" : "far";
  if (!first && day - today <= NEAR) return "near";
  if (second) return position > second.said ? "far" : "mid";
  return day - today > FAR ? "far" : "mid";
}
