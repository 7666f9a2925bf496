// The order ledger: the order at the end of any day, what moved on it and why, and what changed since.

import * as api from "../core/api";
import { failureOf } from "../core/connect";
import type { HistoryLine, PastDay, Since } from "../core/types";
import { dayOf, isoOf } from "../dates";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";

class Ledger {
  isOpen = $state(false);
  /** The days on which something was done, in ascending order, with today. */
  days = $state.raw<number[]>([]);
  /** Every move that still stands, the newest first. */
  moves = $state.raw<HistoryLine[]>([]);
  /** The day that is looked at. */
  day = $state(0);
  past = $state.raw<PastDay | null>(null);
  since = $state.raw<Since | null>(null);
  /** The day after which the last Sprint was over; `null` when none has ended. */
  sprintEnd = $state<number | null>(null);
  problem = $state<string | null>(null);

  /** How many moves each day had. */
  counts = $derived.by(() => {
    const counts = new Map<number, number>();
    for (const { day } of this.moves) counts.set(dayOf(day), (counts.get(dayOf(day)) ?? 0) + 1);
    return counts;
  });
  /** What moved on the day that is looked at. */
  movedThen = $derived(this.moves.filter((move) => dayOf(move.day) === this.day));

  #chosen = false;
  #wanted: number | null = null;
  #busy = false;

  /** Opens at the end of the last Sprint, or else at the last day before today. */
  open(): void {
    shell.screen = "backlog";
    shell.close();
    this.#chosen = false;
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
    this.days = [];
    this.past = null;
    this.since = null;
  }

  /** Reads the days and the moves, and the day that is looked at. */
  async read(): Promise<void> {
    const today = product.todayDay;
    try {
      const [days, latest] = await Promise.all([api.days(), api.since(null)]);
      const first = days[0];
      const all = first === undefined ? latest : await api.since(isoOf(dayOf(first) - 1));
      this.days = [...new Set([...days.map(dayOf), today])].filter((day) => day <= today);
      this.moves = all.moves;
      this.sprintEnd = dayOf(latest.day) < today ? dayOf(latest.day) : null;
      this.goTo(this.#chosen ? this.day : (this.sprintEnd ?? this.days.at(-2) ?? today));
    } catch (error) {
      shell.fail(failureOf(error), () => void this.read());
    }
  }

  /** Shows a day. While one is being read, only the last one asked for follows. */
  goTo(day: number): void {
    this.day = day;
    this.#chosen = true;
    this.#wanted = day;
    if (!this.#busy) void this.#answer();
  }

  async #answer(): Promise<void> {
    this.#busy = true;
    while (this.#wanted !== null) {
      const day = isoOf(this.#wanted);
      this.#wanted = null;
      try {
        [this.past, this.since] = await Promise.all([api.day(day), api.since(day)]);
        this.problem = null;
      } catch (error) {
        const { message, hint } = failureOf(error);
        this.problem = hint ? `${message} ${hint}` : message;
      }
    }
    this.#busy = false;
  }
}

export const ledger = new Ledger();
