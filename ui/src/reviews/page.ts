// What stands on a page.

import type { ItemId, Page, Placed, Words } from "../core/types";

/** The item that a row of a page is about; its id there reads "item 138". */
export function itemOf(row: string | null): ItemId | null {
  const found = /^item (\d+)$/.exec(row ?? "");
  return found ? Number(found[1]) : null;
}

/** The items that rows of a page are about, from top to bottom. */
export function itemsOn(page: Page): ItemId[] {
  return page.boxes.flatMap(({ piece }) =>
    piece.type === "table" ? piece.table.rows.flatMap(({ id }) => itemOf(id) ?? []) : [],
  );
}

/** The texts of a page that can be edited in place, in reading order; each once. */
export function wordsOn(page: Page): Words[] {
  const all = page.boxes.flatMap(wordsIn).filter(({ key }) => key !== null);
  return [...new Map(all.map((words) => [words.key, words])).values()];
}

function wordsIn({ piece }: Placed): Words[] {
  if (piece.type === "text") return piece.passage.words ? [piece.passage.words] : [];
  if (piece.type !== "table") return [];
  return piece.table.rows.flatMap(({ cells }) => cells.flatMap(({ words }) => words ?? []));
}
