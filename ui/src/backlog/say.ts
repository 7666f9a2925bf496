// How the parts of an item are said.

import type { Item, StakeholderId, State, Stakeholder } from "../core/types";
import { firstName } from "../kit/people";
import { t } from "../words";

const STATE_WORDS: Record<State, string> = {
  idea: "status-idea",
  needs_conversation: "status-needs-conversation",
  ready: "status-ready",
  in_sprint: "status-in-sprint",
  done: "status-done",
  not_doing: "status-not-doing",
};

/** The states of an item in the order it goes through them. */
export const STATES: State[] = ["idea", "needs_conversation", "ready", "in_sprint", "done", "not_doing"];

/** Says a state; with the number of the running Sprint, which Sprint it is in. */
export function sayState(state: State, sprint?: number): string {
  if (state === "in_sprint" && sprint !== undefined) return t("status-in-sprint-number", { number: sprint });
  return t(STATE_WORDS[state]);
}

/** "Ines, Maria and 2 more". */
export function sayPeople(
  ids: readonly StakeholderId[],
  people: ReadonlyMap<StakeholderId, Stakeholder>,
  most = 2,
): string {
  const names = ids.flatMap((id) => {
    const person = people.get(id);
    return person ? [firstName(person.name)] : [];
  });
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? t("people-more", { names: shown, count: names.length - most }) : shown;
}

/** The higher of need and business; `null` when neither was marked. */
export function valueOf(item: Item): number | null {
  if (item.need === null && item.business === null) return null;
  return Math.max(item.need ?? 0, item.business ?? 0);
}

/** A size without needless zeros. */
export function saySize(size: number | null): string {
  return size === null ? "" : String(Math.round(size * 100) / 100);
}
