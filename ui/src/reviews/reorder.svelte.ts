// Putting the rows of a short list in another order, by pointer or with Alt and an arrow.

import { tick } from "svelte";

const THRESHOLD = 4;
const EDGE = 40;
const STEP = 12;

export class Reorder {
  /** The row that is lifted, counted from 0. */
  from = $state<number | null>(null);
  /** Where it would be let go: its place among the others. */
  to = $state<number | null>(null);

  readonly #rows: () => HTMLElement[];
  readonly #move: (from: number, to: number) => Promise<unknown>;

  /** `rows`: the elements from top to bottom; `move` puts one at a place and waits until it is there. */
  constructor(rows: () => HTMLElement[], move: (from: number, to: number) => Promise<unknown>) {
    this.#rows = rows;
    this.#move = move;
  }

  /** On which side of a row the lifted one would go. */
  side(at: number): "before" | "after" | null {
    if (this.from === null || this.to === null || this.to === this.from || at !== this.to) return null;
    return this.to < this.from ? "before" : "after";
  }

  /** Moves a row by one with Alt and an arrow; the focus goes along. */
  key(event: KeyboardEvent, at: number): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const to = at + by;
    if (to < 0 || to >= this.#rows().length) return;
    const focused = event.target;
    void this.#move(at, to)
      .then(() => tick())
      .then(() => focused instanceof HTMLElement && focused.focus());
  }

  /** Watches a press on the handle of a row; nothing happens until the pointer has moved. */
  press(event: PointerEvent, at: number): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const startY = event.clientY;
    const over = this.#rows()[at]?.closest<HTMLElement>("[data-scrolls]");
    const move = ({ clientY }: PointerEvent) => {
      if (this.from === null && Math.abs(clientY - startY) < THRESHOLD) return;
      this.from = at;
      this.to = this.#placeAt(clientY, at);
      if (!over) return;
      const { top, bottom } = over.getBoundingClientRect();
      if (clientY < top + EDGE) over.scrollTop -= STEP;
      else if (clientY > bottom - EDGE) over.scrollTop += STEP;
    };
    const end = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", drop);
      window.removeEventListener("pointercancel", end);
      window.removeEventListener("keydown", onKey, true);
      this.from = null;
      this.to = null;
    };
    const drop = () => {
      const to = this.to;
      end();
      if (to !== null && to !== at) void this.#move(at, to);
    };
    const onKey = (pressed: KeyboardEvent) => {
      if (pressed.key !== "Escape") return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end();
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", end);
    window.addEventListener("keydown", onKey, true);
  }

  /** The place for a row at a height: so many of the others have their middle above it. */
  #placeAt(y: number, from: number): number {
    return this.#rows().filter((row, at) => {
      const { top, height } = row.getBoundingClientRect();
      return at !== from && top + height / 2 < y;
    }).length;
  }
}
