// Days in fields: written in full, read with the last such day when only the past makes sense.

import { dayFrom, partsOf, readDay } from "../dates";

const full = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** "15 Jan 2027": what `readDay` reads again as the same day, whatever day it is. */
export function dayText(day: number): string {
  return full.format(new Date(day * 86_400_000)).replace("Sept", "Sep");
}

/** Reads a day as `readDay` does, but without a year it is the last such day up to `today`. */
export function readPastDay(text: string, today: number): number | null {
  const said = text.trim().toLowerCase();
  if (said === "yesterday") return today - 1;
  const day = readDay(text, today);
  if (day === null || day <= today) return day;
  if (/^[a-z]+$/.test(said)) return day - 7;
  if (/\d{4}/.test(said)) return day;
  const { year, month, date } = partsOf(day);
  return dayFrom(year - 1, month, date);
}
