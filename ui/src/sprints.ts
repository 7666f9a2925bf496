// Sprints whose days are known, and those whose days are not.

import type { Sprint } from "./core/types";

/** A Sprint whose days are known. */
export type DatedSprint = Sprint & { first: string; last: string };

export function isDated(sprint: Sprint): sprint is DatedSprint {
  return sprint.first !== null && sprint.last !== null;
}
