// What settings are made of, without a screen.

import type { Settings, Sprint } from "../core/types";
import { dayOf, isoOf, partsOf } from "../dates";
import { isDated } from "../sprints";

/** The percentiles on offer, the one in use among them. */
export function percentiles(inUse: number): number[] {
  return [...new Set([50, 70, 80, 85, 90, 95, inUse])].sort((a, b) => a - b);
}

/** The working days with one turned over; a week keeps at least one. */
export function withWorkingDay(settings: Settings, index: number): Settings {
  const days = settings.workingDays.map((works, day) => (day === index ? !works : works));
  if (!days.some(Boolean)) return settings;
  return { ...settings, workingDays: days as Settings["workingDays"] };
}

/** The Sprint that would follow: as long as the last one, right after it; else two weeks from today's Monday. */
export function nextSprint(sprints: readonly Sprint[], today: string): { number: number; first: string; last: string } {
  const number = (sprints.at(-1)?.number ?? 0) + 1;
  const last = sprints.filter(isDated).at(-1);
  if (!last) {
    const monday = dayOf(today) - partsOf(dayOf(today)).weekday;
    return { number, first: isoOf(monday), last: isoOf(monday + 11) };
  }
  const days = dayOf(last.last) - dayOf(last.first);
  // A Sprint that ends on a Friday is followed by one that starts on Monday.
  const gap = { 4: 3, 5: 2 }[partsOf(dayOf(last.last)).weekday] ?? 1;
  const first = dayOf(last.last) + gap;
  return { number, first: isoOf(first), last: isoOf(first + days) };
}
