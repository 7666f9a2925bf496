// Items as they are chosen from a list.

import type { ItemId } from "../core/types";
import { hasWords } from "../fold";
import { product } from "../product.svelte";
import { t } from "../words";
import type { Choice } from "./Pick.svelte";

const MOST = 40;

/** Returns the open items that hold what is typed, those in the order first. */
export function itemChoices(typed: string): Choice<ItemId>[] {
  const { items, ids, containers } = product.order;
  const choices: Choice<ItemId>[] = [];
  for (const id of [...ids, ...containers]) {
    const item = items.get(id);
    if (!item || !hasWords(`${item.key} ${item.title}`, typed)) continue;
    const position = product.positions.get(id);
    const aside = position === undefined ? item.key : t("item-at", { position });
    choices.push({ key: `i${id}`, text: item.title, aside, value: id });
    if (choices.length === MOST) break;
  }
  return choices;
}
