// Why what was intended and what was built parted, and how often.

import type { Misunderstanding } from "../core/types";
import { fold } from "../fold";

export type Cause = { text: string; count: number };

/** Returns the causes, the most frequent first; the same words in other letters are one cause. */
export function causesOf(log: readonly Misunderstanding[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const { cause } of log) {
    const text = cause.trim();
    if (text === "") continue;
    const known = causes.get(fold(text));
    if (known) known.count++;
    else causes.set(fold(text), { text, count: 1 });
  }
  return [...causes.values()].sort((one, other) => other.count - one.count);
}
