// Dragging rows by pointer: lifts after four pixels, finds the place below the pointer, scrolls at
// the edges, and lets go or puts everything back.

import type { ItemId, Place } from "../core/types";
import { product } from "../product.svelte";
import { backlog } from "./backlog.svelte";
import { dropIndex, type Layout } from "./layout";

const THRESHOLD = 4;
const EDGE = 48;
const FASTEST = 18;

export class Dragging {
  /** Where the lifted row is drawn, from the top of the viewport. */
  top = $state(0);

  #rows: HTMLElement;
  #stop: (() => void) | null = null;

  constructor(rows: HTMLElement) {
    this.#rows = rows;
  }

  /** Watches a press on a row; nothing happens until the pointer has moved. */
  press(event: PointerEvent, id: ItemId): void {
    if (event.button !== 0 || this.#stop) return;
    const startX = event.clientX;
    const startY = event.clientY;
    const row = (event.target as Element).closest("[data-id]")!.getBoundingClientRect();
    const grabbed = startY - row.top;
    let rest: Layout | null = null;
    let pointerY = startY;
    let frame = 0;

    const follow = () => {
      const view = this.#rows.getBoundingClientRect();
      this.top = pointerY - view.top - grabbed;
      const drag = backlog.drag;
      if (!rest || !drag) return;
      const y = pointerY - view.top + this.#rows.scrollTop;
      const at = dropIndex(rest, product.order.ids, drag.moved, y);
      if (at !== drag.at) backlog.drag = { ...drag, at };
    };
    const scroll = () => {
      const view = this.#rows.getBoundingClientRect();
      const above = view.top + EDGE - pointerY;
      const below = pointerY - (view.bottom - EDGE);
      const speed = above > 0 ? -above : below > 0 ? below : 0;
      if (speed !== 0) {
        this.#rows.scrollTop += Math.sign(speed) * Math.min(FASTEST, Math.ceil(Math.abs(speed) / 3));
        follow();
      }
      frame = requestAnimationFrame(scroll);
    };
    const lift = () => {
      const moved = backlog.selected.has(id) ? new Set(backlog.selected) : new Set([id]);
      const first = product.order.ids.findIndex((one) => moved.has(one));
      rest = backlog.layout;
      backlog.why = null;
      backlog.editing = null;
      backlog.drag = { id, moved, at: first };
      frame = requestAnimationFrame(scroll);
    };
    const move = (moved: PointerEvent) => {
      pointerY = moved.clientY;
      if (!rest && Math.hypot(moved.clientX - startX, moved.clientY - startY) >= THRESHOLD) lift();
      if (rest) follow();
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", drop);
      window.removeEventListener("pointercancel", putBack);
      window.removeEventListener("blur", putBack);
      window.removeEventListener("keydown", onKey, true);
      this.#stop = null;
    };
    const drop = () => {
      const drag = backlog.drag;
      stop();
      if (!rest) return;
      swallowClick();
      backlog.drag = null;
      if (drag) void letGo(drag.moved, drag.at);
    };
    const putBack = () => {
      stop();
      if (rest) swallowClick();
      backlog.drag = null;
    };
    const onKey = (key: KeyboardEvent) => {
      if (!rest) return;
      key.preventDefault();
      key.stopPropagation();
      if (key.key === "Escape") putBack();
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", putBack);
    window.addEventListener("blur", putBack);
    window.addEventListener("keydown", onKey, true);
    this.#stop = putBack;
  }

  /** Puts everything back, such as when the list goes away. */
  end(): void {
    this.#stop?.();
  }
}

/** Moves what was dragged, unless it lies where it was. */
async function letGo(moved: ReadonlySet<ItemId>, at: number): Promise<void> {
  const ids = product.order.ids.filter((id) => moved.has(id));
  const place = placeOf(product.order.ids, moved, at);
  if (place) await backlog.moveAndAsk(ids, place);
}

/** Returns the place of index `at` among the rest, or `null` when nothing would change. */
export function placeOf(ids: readonly ItemId[], moved: ReadonlySet<ItemId>, at: number): Place | null {
  const rest = ids.filter((id) => !moved.has(id));
  const first = ids.findIndex((id) => moved.has(id));
  const together = ids.slice(first, first + moved.size).every((id) => moved.has(id));
  if (first < 0 || (together && first === at)) return null;
  if (at <= 0) return { type: "top" };
  return { type: "after", id: rest[at - 1]! };
}

/** The release of a drag is not a click on what lies below. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, true), 0);
}
