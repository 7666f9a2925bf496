// Whoever says something at a Review is named by a digit or by the first letters of the name.

import type { Stakeholder } from "../core/types";
import { fold } from "../fold";

/** Names that are offered at once, each with a digit. */
const OFFERED = 9;

/** Who can be meant by what was typed so far. */
export type Offer = {
  /** Those who are shown, each with the digit from 1. */
  people: Stakeholder[];
  /** Who is meant for sure. */
  chosen: Stakeholder | null;
};

/**
 * Finds who is meant: a digit takes the one it stands beside; letters keep those of whom a part of
 * the name begins with them, and take the last one left.
 */
export function speaker(all: Stakeholder[], typed: string): Offer {
  const wanted = fold(typed.trim());
  if (/^[1-9]$/.test(wanted)) {
    const people = all.slice(0, OFFERED);
    return { people, chosen: people[Number(wanted) - 1] ?? null };
  }
  const begins = ({ name }: Stakeholder) => {
    const folded = fold(name);
    return folded.startsWith(wanted) || folded.split(/\s+/).some((part) => part.startsWith(wanted));
  };
  const found = wanted === "" ? all : all.filter(begins);
  return { people: found.slice(0, OFFERED), chosen: wanted !== "" && found.length === 1 ? found[0]! : null };
}
