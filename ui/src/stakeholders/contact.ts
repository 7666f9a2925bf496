// When somebody was talked to, and when it is time again.

import type { Stakeholder } from "../core/types";
import { dayOf } from "../dates";

/** How the next contact stands: its day is over, it comes within a week, or later. */
export type Due = "overdue" | "soon" | "later";

const WEEK = 7;

/** Returns how the next contact with somebody stands; `null` without a day for it. */
export function dueOf({ due }: Stakeholder, today: number): Due | null {
  if (due === null) return null;
  const days = dayOf(due) - today;
  return days < 0 ? "overdue" : days < WEEK ? "soon" : "later";
}

/** Returns the people whose next contact stands so. */
export function peopleDue(people: readonly Stakeholder[], how: Due, today: number): Stakeholder[] {
  return people.filter((person) => dueOf(person, today) === how);
}

/** Returns the people in the order in which they have to be talked to; those without a day come last, by name. */
export function byDue(people: readonly Stakeholder[]): Stakeholder[] {
  const day = ({ due }: Stakeholder) => due ?? "9999";
  return people.toSorted((a, b) => day(a).localeCompare(day(b)));
}
