// What the palette offers for what was typed.

import type { Item, ItemId, Stakeholder } from "../core/types";
import { fold, hasWords } from "../fold";

export type Mode = "all" | "commands" | "people" | "numbers";

const MARKS: Record<string, Mode> = { ">": "commands", "@": "people", "#": "numbers" };

/** Reads what was typed: a first mark chooses what is searched. */
export function readQuery(text: string): { mode: Mode; query: string } {
  const trimmed = text.trimStart();
  const mode = MARKS[trimmed.slice(0, 1)];
  return mode ? { mode, query: trimmed.slice(1).trim() } : { mode: "all", query: text.trim() };
}

type Named = { name: string };

/** Those whose names hold every word of the query, names that begin with it first. */
export function named<One extends Named>(all: readonly One[], query: string): One[] {
  const found = all.filter((one) => hasWords(one.name, query));
  const start = fold(query);
  const begins = (one: One) => (fold(one.name).startsWith(start) ? 0 : 1);
  return query === "" ? found : [...found].sort((a, b) => begins(a) - begins(b));
}

/** People whose name, role or group holds the query. */
export function peopleNamed(all: readonly Stakeholder[], query: string): Stakeholder[] {
  return all.filter((one) => hasWords(`${one.name} ${one.role} ${one.group}`, query));
}

/** The item at a place in the order, then those whose key holds the number. */
export function itemsNumbered(
  ids: readonly ItemId[],
  items: ReadonlyMap<ItemId, Item>,
  query: string,
  limit: number,
): Item[] {
  const number = fold(query).replace(/\s/g, "");
  if (number === "") return [];
  const found: Item[] = [];
  const at = /^\d+$/.test(number) ? items.get(ids[Number(number) - 1] ?? -1) : undefined;
  if (at) found.push(at);
  for (const item of items.values()) {
    if (found.length >= limit) break;
    if (item !== at && fold(`${item.key} ${item.externalId ?? ""}`).includes(number)) found.push(item);
  }
  return found;
}

/** The next index, around the ends. */
export function stepped(at: number, by: number, count: number): number {
  return count === 0 ? 0 : (((at + by) % count) + count) % count;
}
