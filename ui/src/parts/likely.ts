// The day a place in the order is likely to be finished by.

import type { Finish } from "../core/types";
import { dayOf } from "../dates";

/** Returns the day number a position is finished by at a percentile; `null` when there is no date. */
export function likelyBy(finish: Finish, percentile: number, position: number): number | null {
  const row = finish.days[finish.percentiles.indexOf(percentile)];
  const days = row?.[position - 1];
  return days === undefined ? null : dayOf(finish.asOf) + days;
}
