// What the Reviews screen shows, and the Sprint it is about.

import type { Sprint, SprintId } from "../core/types";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";

export const VIEWS = ["sprints", "pack", "after"] as const;

/** The three views of the screen: all Sprints, the pack of a Review, what waits after it. */
export type View = (typeof VIEWS)[number];

class Reviews {
  view = $state<View>("pack");
  /** The Sprint that was chosen; `null`: the one that runs, else the newest. */
  chosenId = $state<SprintId | null>(null);

  /** The Sprint the views are about; `null` where there is none. */
  sprint = $derived<Sprint | null>(
    product.sprints.find((sprint) => sprint.id === this.chosenId) ?? product.sprint ?? newest(product.sprints),
  );

  #product: string | null = null;

  /** Begins anew when another product is open. */
  enter(product: string | null): void {
    if (product === this.#product) return;
    this.#product = product;
    this.view = "pack";
    this.chosenId = null;
  }

  /** Opens a view, of a Sprint where one is named. */
  open(view: View, sprint: SprintId | null = null): void {
    // Before the screen enters, which would begin anew with another product.
    this.enter(shell.current);
    this.view = view;
    if (sprint !== null) this.chosenId = sprint;
    shell.screen = "reviews";
  }
}

/** The Sprint that began last, not counting those to come; else the one with the highest number. */
function newest(sprints: Sprint[]): Sprint | null {
  const begun = sprints.filter(({ first }) => first !== null && first <= product.today);
  const last = (one: Sprint, other: Sprint) =>
    (one.first ?? "") > (other.first ?? "") || (one.first === other.first && one.number > other.number) ? one : other;
  const among = begun.length > 0 ? begun : sprints;
  return among.length > 0 ? among.reduce(last) : null;
}

export const reviews = new Reviews();
