// Names in the filter language.

import type { Stakeholder } from "../core/types";

/** A name as the filter takes it: the first word when nobody else has it, else all of it. */
export function filterName(person: Stakeholder, people: readonly Stakeholder[]): string {
  const first = person.name.trim().split(/\s+/)[0]?.toLowerCase() ?? "";
  const others = people.filter((one) => one.id !== person.id);
  const unique = first !== "" && !others.some((one) => one.name.toLowerCase().includes(first));
  return unique ? first : `"${person.name.replaceAll('"', "")}"`;
}
