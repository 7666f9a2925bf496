// Where what lies over the screens can take the person.

import { backlog } from "./backlog/backlog.svelte";
import type { ItemId, Stakeholder } from "./core/types";
import { filterName } from "./parts/filter-name";
import { product } from "./product.svelte";

/** Opens an item beside the list. */
export function goToItem(id: ItemId): void {
  backlog.openPanel(id);
}

/** Puts the focus of the list on one item, and nothing else is selected. */
export function focusItem(id: ItemId): void {
  backlog.selected = new Set();
  backlog.focus(id);
}

/** Shows what somebody wants. */
export function goToWants(person: Stakeholder): void {
  void backlog.setFilter(`wants:${filterName(person, product.stakeholders)}`);
}
