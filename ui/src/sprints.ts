// What the days of a Sprint say about it.

import type { Sprint } from "./core/types";

/** A Sprint whose days are known. */
export type DatedSprint = Sprint & { first: string; last: string };

export function isDated(sprint: Sprint): sprint is DatedSprint {
  return sprint.first !== null && sprint.last !== null;
}

/** Whether a Sprint was ended, or its last day has gone by. */
export function isOver(sprint: Sprint, today: string): boolean {
  return sprint.endedOn !== null || (sprint.last !== null && sprint.last < today);
}
