// A product that did not open since its file is damaged or gone: what is known of it.

import * as api from "../core/api";
import { failureOf } from "../core/connect";
import type { Backup, Failure } from "../core/types";
import { product } from "../product.svelte";

class Recovery {
  /** Id of the product; `null` while there is nothing to recover. */
  id = $state<string | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Its backups, newest first; `null` until they are known. */
  backups = $state.raw<Backup[] | null>(null);
  /** How many items can still be read of the damaged file. */
  readable = $state(0);

  newest = $derived(newestSound(this.backups ?? []));

  /** Shows the ways on; the product that was open before stays open behind. */
  begin(id: string, failure: Failure): void {
    product.leave();
    this.id = id;
    this.failure = failure;
    this.backups = null;
    this.readable = 0;
    void this.#look(id);
    if (failure.code === "damaged") void this.#read(id);
  }

  leave(): void {
    this.id = null;
    this.failure = null;
  }

  async #look(id: string): Promise<void> {
    try {
      const { backups } = await api.backups(id);
      if (this.id === id) this.backups = backups;
    } catch (error) {
      this.failure = failureOf(error);
      this.backups = [];
    }
  }

  async #read(id: string): Promise<void> {
    try {
      const { items } = await api.readable(id);
      if (this.id === id) this.readable = items;
    } catch {
      // Nothing can be read; then nothing is offered.
    }
  }
}

/** Whether a failure to open is one that backups help with. */
export function isLost(failure: Failure): boolean {
  return failure.code === "damaged" || failure.code === "missing";
}

/** The newest backup that is what it was when it was made. */
export function newestSound(backups: readonly Backup[]): Backup | null {
  return backups.find((backup) => backup.sound) ?? null;
}

export const recovery = new Recovery();
