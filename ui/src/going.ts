// Where what lies over the screens can take the person.

import { backlog } from "./backlog/backlog.svelte";
import type { ItemId, Stakeholder, StakeholderId } from "./core/types";
import { forecasting } from "./forecast/forecast.svelte";
import { ledger } from "./history/ledger.svelte";
import { filterName } from "./parts/filter-name";
import { product } from "./product.svelte";
import { shell } from "./shell.svelte";
import { stakeholders } from "./stakeholders/stakeholders.svelte";

/** Opens an item beside the list. */
export function goToItem(id: ItemId): void {
  showOrder();
  backlog.openPanel(id);
}

/** Puts the focus of the list on one item, and nothing else is selected. */
export function focusItem(id: ItemId): void {
  showOrder();
  backlog.selected = new Set();
  backlog.focus(id);
}

/** Opens the page about somebody. */
export function goToPerson(id: StakeholderId): void {
  stakeholders.open(id);
}

/** Shows what somebody wants. */
export function goToWants(person: Stakeholder): void {
  showOrder();
  void backlog.setFilter(`wants:${filterName(person, product.stakeholders)}`);
}

/** Asks when some items are done. */
export function goToForecastOf(ids: ItemId[]): void {
  // Before the question, which entering would set to that of a fresh screen.
  forecasting.enter(shell.current);
  forecasting.askWhen({ type: "items", ids });
  shell.screen = "forecast";
}

/** Shows the order as it is now. */
function showOrder(): void {
  ledger.close();
  shell.screen = "backlog";
}
