// Text that was typed and that the core has not taken yet. It is kept for each field of each item
// until it is saved or discarded, whatever is shown meanwhile.

import { SvelteMap } from "svelte/reactivity";
import { failureOf } from "../core/connect";
import type { Edit } from "../core/types";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";

const PAUSE = 400;

type Draft = {
  /** The product it was typed in; ids mean nothing in another one. */
  product: string | null;
  text: string;
  /** What saves a text. */
  edit: (text: string) => Edit;
  state: "typing" | "saving" | "refused";
  timer: ReturnType<typeof setTimeout> | undefined;
};

class Drafts {
  #drafts = new SvelteMap<string, Draft>();

  /** Returns what was typed in a field and is not saved yet. */
  text(field: string): string | undefined {
    return this.#drafts.get(keyOf(field))?.text;
  }

  /** Whether the core refused what was typed in a field. */
  isRefused(field: string): boolean {
    return this.#drafts.get(keyOf(field))?.state === "refused";
  }

  /** Keeps what is being typed; it is saved when typing rests. */
  type(field: string, text: string, edit: (text: string) => Edit): void {
    const key = keyOf(field);
    clearTimeout(this.#drafts.get(key)?.timer);
    const timer = setTimeout(() => void this.#save(key), PAUSE);
    this.#drafts.set(key, { product: shell.current, text, edit, state: "typing", timer });
  }

  /** Saves at once what still waits for a pause: a field was left, or the window goes. */
  settle(): void {
    this.#saveAll("typing");
  }

  /** Tries again to save what was refused. */
  retry(): void {
    this.#saveAll("refused");
  }

  discard(field: string): void {
    const key = keyOf(field);
    clearTimeout(this.#drafts.get(key)?.timer);
    this.#drafts.delete(key);
  }

  #saveAll(state: Draft["state"]): void {
    for (const [key, draft] of [...this.#drafts]) {
      if (draft.state === state && draft.product === shell.current) void this.#save(key);
    }
  }

  async #save(key: string): Promise<void> {
    const draft = this.#drafts.get(key);
    if (!draft) return;
    clearTimeout(draft.timer);
    const saving: Draft = { ...draft, state: "saving" };
    this.#drafts.set(key, saving);
    // Whoever types on meanwhile has put a newer draft in its place.
    const isLast = () => this.#drafts.get(key) === saving;
    try {
      await product.tryApply(draft.edit(draft.text), { quiet: true });
      if (isLast()) this.#drafts.delete(key);
    } catch (error) {
      const failure = failureOf(error);
      shell.fail(failure, () => this.retry());
      if (!isLast()) return;
      // What it belongs to is gone: it can't be saved, nor shown.
      if (failure.code === "notFound") this.#drafts.delete(key);
      else this.#drafts.set(key, { ...saving, state: "refused" });
    }
  }
}

const keyOf = (field: string) => `${shell.current} ${field}`;

export const drafts = new Drafts();
