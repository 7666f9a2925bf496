// Words about people that several parts of the screen say.

import type { Stakeholder, StakeholderId } from "../core/types";
import { product } from "../product.svelte";
import { t } from "../words";

/** How strongly something is wanted, with the key of its word. */
export const STRENGTHS = [
  { strength: 1, word: "want-wish" },
  { strength: 2, word: "want-strong" },
  { strength: 3, word: "want-must" },
] as const;

/** Says how strongly something is wanted. */
export function sayStrength(strength: number): string {
  return t(STRENGTHS.find((one) => one.strength === strength)?.word ?? "none");
}

/** Says the name of a person, with the role where somebody else has the same name. */
export function sayPerson(id: StakeholderId, people: readonly Stakeholder[] = product.stakeholders): string {
  const person = people.find((one) => one.id === id);
  if (!person) return "";
  const alike = people.some((one) => one.id !== id && one.name === person.name);
  const beside = person.role || person.group;
  return alike && beside ? `${person.name}, ${beside}` : person.name;
}

/** Returns people as the options of a choice; those of the same name are told apart by their roles. */
export function labelled(people: readonly Stakeholder[]): { value: StakeholderId; label: string }[] {
  const counts = new Map<string, number>();
  for (const { name } of people) counts.set(name, (counts.get(name) ?? 0) + 1);
  return people.map(({ id, name, role, group }) => {
    const beside = role || group;
    return { value: id, label: counts.get(name)! > 1 && beside ? `${name}, ${beside}` : name };
  });
}
