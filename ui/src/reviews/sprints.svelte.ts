// The Sprints as the core tells them, and what is being done with the chosen one.

import * as api from "../core/api";
import { failureOf } from "../core/connect";
import type { Fate, ItemId, Met, SprintId, SprintLine, SprintPage } from "../core/types";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { reviews } from "./reviews.svelte";

/** What can be said of a Sprint Goal, with the key of its words. */
export const METS: readonly { value: Met; word: string }[] = [
  { value: "reached", word: "review-met-reached" },
  { value: "partly", word: "review-met-partly" },
  { value: "missed", word: "review-met-missed" },
];

/** What can become of an item that is not Done: the key that chooses it, and the one that tells it. */
export const FATES: readonly { value: Fate; word: string; became: string }[] = [
  { value: "returned", word: "sprints-fate-returned", became: "review-fate-returned" },
  { value: "carried", word: "sprints-fate-carried", became: "review-fate-carried" },
  { value: "not_doing", word: "sprints-fate-not-doing", became: "review-fate-not-doing" },
];

class Sprints {
  /** The chosen Sprint as it goes. */
  page = $state.raw<SprintPage | null>(null);
  lines = $state.raw<ReadonlyMap<SprintId, SprintLine>>(new Map());
  /** The form that stands in place of the page: of a new Sprint, or of the chosen one. */
  form = $state<"add" | "change" | null>(null);

  /** The item of which it is said why it is not Done. */
  saying = $state<ItemId | null>(null);

  /** The newest first. */
  all = $derived(product.sprints.toReversed());

  #asked = 0;
  #before: ReadonlySet<SprintId> = new Set();

  /** Asks the core again; a later question wins over an earlier one. */
  async read(id: SprintId | null): Promise<void> {
    const asked = ++this.#asked;
    try {
      const [lines, page] = await Promise.all([api.sprints(), id === null ? null : api.sprint(id)]);
      if (asked !== this.#asked) return;
      this.lines = new Map(lines.map((line) => [line.id, line]));
      this.page = page;
    } catch (error) {
      if (asked === this.#asked) shell.fail(failureOf(error), () => void this.read(id));
    }
  }

  choose(id: SprintId): void {
    reviews.chosenId = id;
    this.form = null;
    this.saying = null;
  }

  step(by: number): void {
    const at = this.all.findIndex(({ id }) => id === reviews.sprint?.id);
    const next = this.all[Math.min(this.all.length - 1, Math.max(0, at + by))];
    if (next) this.choose(next.id);
  }

  /** Begins a new Sprint on the view of all. */
  add(): void {
    reviews.open("sprints");
    this.#before = new Set(product.sprints.map(({ id }) => id));
    this.form = "add";
  }

  /** Closes the form; a Sprint that was added is the chosen one. */
  closeForm(): void {
    const added = product.sprints.find(({ id }) => !this.#before.has(id));
    if (this.form === "add" && added) this.choose(added.id);
    this.form = null;
  }

  /** Opens a Sprint where it is said why an item of it is not Done. */
  sayLeftover(sprint: SprintId, item: ItemId): void {
    reviews.open("sprints", sprint);
    this.saying = item;
  }
}

export const sprints = new Sprints();
