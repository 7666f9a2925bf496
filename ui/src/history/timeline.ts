// Days on a line of time: where each stands, which one is next, and which months are named.

import { dayFrom, monthName, partsOf } from "../dates";

/** Most months that are named on the line. */
const MONTHS = 12;

/** How far along the line from `first` to `last` a day stands, 0 to 1; on a line of one day, at its end. */
export function along(day: number, first: number, last: number): number {
  return last === first ? 1 : Math.min(1, Math.max(0, (day - first) / (last - first)));
}

/** Returns the day of `days`, in ascending order, that is `by` steps from `day`, which need not be one of them. */
export function stepFrom(days: readonly number[], day: number, by: number): number {
  const at = by > 0 ? days.findIndex((one) => one > day) - 1 : days.findLastIndex((one) => one < day) + 1;
  const begin = by > 0 && at < -1 ? days.length - 1 : at;
  return days[Math.min(days.length - 1, Math.max(0, begin + by))] ?? day;
}

/** Returns the day of `days`, in ascending order, that is nearest to `day`. */
export function nearest(days: readonly number[], day: number): number {
  return days.reduce((best, one) => (Math.abs(one - day) < Math.abs(best - day) ? one : best), days[0] ?? day);
}

/** Months that begin on the line, a few at most, with the year at each January. */
export function monthsOn(first: number, last: number): { day: number; name: string }[] {
  const begin = partsOf(first);
  const months: { day: number; name: string }[] = [];
  for (let month = begin.month + 1; ; month++) {
    const day = dayFrom(begin.year, month, 1);
    if (day > last) break;
    const parts = partsOf(day);
    months.push({ day, name: parts.month === 0 ? `${monthName(0)} ${parts.year}` : monthName(parts.month) });
  }
  const every = Math.ceil(months.length / MONTHS);
  return months.filter((_, index) => index % every === 0);
}
