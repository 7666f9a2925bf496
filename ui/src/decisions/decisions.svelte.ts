// What the Decisions screen shows: which page of it, and what the core says beside the order.

import * as api from "../core/api";
import { failureOf } from "../core/connect";
import type { Declined, ItemId, OpenRisk, Scores } from "../core/types";
import { shell } from "../shell.svelte";

/** The pages of the screen. */
export const PAGES = ["decided", "order", "notDoing"] as const;
export type Page = (typeof PAGES)[number];

class Decisions {
  page = $state<Page>("decided");
  /** The declined item that somebody came to look at. */
  marked = $state<ItemId | null>(null);
  scores = $state.raw<Scores | null>(null);
  risks = $state.raw<OpenRisk[]>([]);
  declined = $state.raw<Declined[] | null>(null);

  #asked = 0;

  /** Shows a declined item among the others. */
  showDeclined(id: ItemId): void {
    this.marked = id;
    this.page = "notDoing";
    shell.screen = "decisions";
  }

  /** Asks the core again; a later question wins over an earlier one. */
  async read(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const [scores, risks, declined] = await Promise.all([api.scores(), api.openRisks(), api.declined()]);
      if (asked !== this.#asked) return;
      this.scores = scores;
      this.risks = risks;
      this.declined = declined;
    } catch (error) {
      if (asked === this.#asked) shell.fail(failureOf(error), () => void this.read());
    }
  }
}

export const decisions = new Decisions();
