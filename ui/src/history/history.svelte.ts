// The history as it is read: steps by the page, of all or of one item.

import * as api from "../core/api";
import { failureOf } from "../core/connect";
import type { HistoryLine, ItemId } from "../core/types";

const PAGE = 100;

export class History {
  steps = $state.raw<HistoryLine[]>([]);
  item = $state<ItemId | null>(null);
  more = $state(false);
  reading = $state(false);
  problem = $state<string | null>(null);

  #asked = 0;

  /** Reads the newest steps, of one item or of all. */
  async read(item: ItemId | null): Promise<void> {
    this.item = item;
    this.steps = [];
    await this.#ask(async () => {
      const steps = await api.history(item, null, PAGE);
      return () => {
        this.steps = steps;
        this.more = steps.length === PAGE;
      };
    });
  }

  /** Reads on where the last page ended. */
  async readOn(): Promise<void> {
    const last = this.steps.at(-1);
    if (!last || this.reading) return;
    await this.#ask(async () => {
      const steps = await api.history(this.item, last.operation, PAGE);
      return () => {
        this.steps = [...this.steps, ...steps];
        this.more = steps.length === PAGE;
      };
    });
  }

  async #ask(work: () => Promise<() => void>): Promise<void> {
    const asked = ++this.#asked;
    this.reading = true;
    this.problem = null;
    try {
      const take = await work();
      if (asked === this.#asked) take();
    } catch (error) {
      const failure = failureOf(error);
      if (asked === this.#asked) this.problem = failure.hint ? `${failure.message} ${failure.hint}` : failure.message;
    }
    if (asked === this.#asked) this.reading = false;
  }
}
