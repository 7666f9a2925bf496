// The item the panel shows: its whole text, and the saving of what is typed.

import * as api from "../core/api";
import { failureOf } from "../core/connect";
import type { Field, HistoryLine, ItemDetail, ItemId } from "../core/types";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";

const PAUSE = 400;
const STEPS = 30;

/** Fields of text that are saved while they are typed. */
export type TextField = "body" | "notes" | "needNote" | "businessNote" | "feasibilityNote";

export class OpenItem {
  detail = $state.raw<ItemDetail | null>(null);
  history = $state.raw<HistoryLine[]>([]);

  #asked = 0;
  #waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; save: () => void }>();

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

  /** Saves a text when typing rests. */
  type(id: ItemId, field: TextField, value: string): void {
    const key = `${id} ${field}`;
    clearTimeout(this.#waiting.get(key)?.timer);
    const save = () => {
      this.#waiting.delete(key);
      void product.apply({ type: "changeItems", ids: [id], changes: [{ field, value } as Field] }, { quiet: true });
    };
    this.#waiting.set(key, { timer: setTimeout(save, PAUSE), save });
  }

  /** Saves at once what still waits: the field was left, or the panel goes. */
  settle(): void {
    for (const { timer, save } of [...this.#waiting.values()]) {
      clearTimeout(timer);
      save();
    }
  }
}
