// Where what lies over the screens can take the person.

import { backlog } from "./backlog/backlog.svelte";
import { failureOf, openLink } from "./core/connect";
import type { FeedbackId, ItemId, SprintId, Stakeholder, StakeholderId } from "./core/types";
import { decisions } from "./decisions/decisions.svelte";
import { forecasting } from "./forecast/forecast.svelte";
import { ledger } from "./history/ledger.svelte";
import { inbox } from "./inbox/inbox.svelte";
import { filterName } from "./parts/filter-name";
import { product } from "./product.svelte";
import { reviews } from "./reviews/reviews.svelte";
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

/** Opens a note in the inbox. */
export function goToNote(id: FeedbackId): void {
  inbox.focus(id);
  shell.screen = "inbox";
}

/** Shows the decisions that were taken, and those that are wanted. */
export function goToDecisions(): void {
  decisions.page = "decided";
  shell.screen = "decisions";
}

/** Opens a Sprint among all. */
export function goToSprint(id: SprintId): void {
  reviews.open("sprints", id);
}

/** Opens an address outside; why it can't be opened is said. */
export async function goOutside(url: string): Promise<void> {
  try {
    await openLink(url);
  } catch (error) {
    shell.fail(failureOf(error));
  }
}

/** Shows the order as it is now. */
function showOrder(): void {
  ledger.close();
  shell.screen = "backlog";
}
