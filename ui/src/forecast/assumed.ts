// What a forecast assumes, without a screen: the usual, what differs from it, and how it is said.

import type { Assumptions } from "../core/types";
import { isoOf, partsOf } from "../dates";
import { WEEKDAYS } from "../parts/weekdays";
import { t } from "../words";

export type Assumption = keyof Assumptions;
export type WorkingDays = NonNullable<Assumptions["workingDays"]>;

/** What is assumed unless told otherwise: the product's own history and calendar. */
export const USUAL: Assumptions = {
  method: "default",
  windowWeeks: 26,
  workingDays: null,
  closed: [],
  team: [],
  growth: { type: "none" },
  splitting: null,
  risks: [],
  start: null,
  inProgress: "whole",
};

/** Whether an assumption is the usual one. */
export function isUsual(assumptions: Assumptions, field: Assumption): boolean {
  return JSON.stringify(assumptions[field]) === JSON.stringify(USUAL[field]);
}

/** "Mon to Fri" for days in a row, "Mon, Wed" for others. */
export function weekdaysText(days: readonly boolean[]): string {
  const worked = days.flatMap((works, index) => (works ? [index] : []));
  const short = (index: number) => t(WEEKDAYS[index] ?? "").slice(0, 3);
  const first = worked[0];
  const last = worked.at(-1);
  if (first === undefined || last === undefined) return t("fc-days-none");
  const inARow = last - first === worked.length - 1;
  return inARow && worked.length > 2
    ? t("fc-days-span", { first: short(first), last: short(last) })
    : worked.map(short).join(", ");
}

/** The Monday after a day. */
export function nextMonday(day: number): string {
  return isoOf(day + 7 - partsOf(day).weekday);
}
