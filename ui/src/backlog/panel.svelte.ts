// The item the panel shows, with its whole text and what was done with it.

import * as api from "../core/api";
import { failureOf } from "../core/connect";
import type { HistoryLine, ItemDetail, ItemId } from "../core/types";
import { shell } from "../shell.svelte";

/** Steps that are read of an item: enough for every move of any that has been worked with for years. */
const STEPS = 500;

export class OpenItem {
  detail = $state.raw<ItemDetail | null>(null);
  history = $state.raw<HistoryLine[]>([]);

  #asked = 0;

  /** Reads the item; a later question wins over an earlier one. */
  async read(id: ItemId): Promise<void> {
    const asked = ++this.#asked;
    if (this.detail && this.detail.item.id !== id) this.detail = null;
    try {
      const [detail, history] = await Promise.all([api.item(id), api.history(id, null, STEPS)]);
      if (asked !== this.#asked) return;
      this.detail = detail;
      this.history = history;
    } catch (error) {
      if (asked === this.#asked) shell.fail(failureOf(error), () => void this.read(id));
    }
  }
}
