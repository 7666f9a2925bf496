// How people look: two letters and one of four tints.

import type { Stakeholder, StakeholderFields } from "../core/types";

const TINTS = ["g-staff", "g-council", "g-reader", "g-vendor"];

/** Returns the first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? "")][0] ?? "?";
  const last = words.length > 1 ? ([...(words[words.length - 1] ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}

/** Returns the tint of a group: groups take the tints in turn, in the order they are known. */
export function groupTint(group: string, groups: readonly string[]): string {
  const at = groups.indexOf(group);
  return TINTS[Math.max(0, at) % TINTS.length]!;
}

/** Returns the groups of some people, each once, in the order they became known: a new one keeps the others' tints. */
export function groupsOf(people: readonly { id: number; group: string }[]): string[] {
  return [...new Set([...people].sort((a, b) => a.id - b.id).map((person) => person.group))];
}

/** Returns the first word of a name. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** Returns what can be said of a person, to change a part of it; of nobody, what a new person starts with. */
export function fieldsOf(person: Stakeholder | null): StakeholderFields {
  return {
    name: person?.name ?? "",
    role: person?.role ?? "",
    group: person?.group ?? "",
    power: person?.power ?? null,
    interest: person?.interest ?? null,
    wishedPower: person?.wishedPower ?? null,
    wishedInterest: person?.wishedInterest ?? null,
    attitude: person?.attitude ?? "neutral",
    cadence: person?.cadence ?? null,
  };
}
