// What waits for a look today. Days are "2026-11-26", so that comparing texts compares days.

import type { Decision, Delegation } from "../core/types";

/** Whether the day to look at a decision again has come, and nobody has said what came of it. */
export function isDue({ lookAgain, outcome }: Decision, today: string): boolean {
  return lookAgain != null && lookAgain <= today && outcome === "";
}

/** Whether what was handed over should have come back. */
export function isOverdue({ by, doneOn }: Delegation, today: string): boolean {
  return by != null && by < today && doneOn == null;
}

/** Puts the decisions that are due first, the longest due on top; the others keep their order. */
export function dueFirst(decisions: readonly Decision[], today: string): Decision[] {
  const due = decisions.filter((one) => isDue(one, today));
  due.sort((a, b) => (a.lookAgain ?? "").localeCompare(b.lookAgain ?? ""));
  return [...due, ...decisions.filter((one) => !isDue(one, today))];
}

/** How many decisions and delegations wait for a look. */
export function waiting(decisions: readonly Decision[], delegations: readonly Delegation[], today: string): number {
  return decisions.filter((one) => isDue(one, today)).length + delegations.filter((one) => isOverdue(one, today)).length;
}
