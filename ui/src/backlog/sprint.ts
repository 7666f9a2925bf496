// Which working day of the Sprint it is.

import type { ClosedDays } from "../core/types";
import { dayOf, partsOf } from "../dates";
import type { DatedSprint } from "../sprints";

/** Returns the number of today among the Sprint's working days, and how many there are. */
export function sprintDay(
  sprint: DatedSprint,
  today: string,
  workingDays: readonly boolean[],
  closed: readonly ClosedDays[],
): { day: number; days: number } {
  const now = dayOf(today);
  let day = 0;
  let days = 0;
  for (let at = dayOf(sprint.first); at <= dayOf(sprint.last); at++) {
    if (!workingDays[partsOf(at).weekday]) continue;
    if (closed.some((one) => dayOf(one.first) <= at && at <= dayOf(one.last))) continue;
    days++;
    if (at <= now) day++;
  }
  return { day, days };
}
