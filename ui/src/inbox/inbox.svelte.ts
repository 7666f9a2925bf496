// The feedback inbox: which note is looked at, and what is being made of it.

import type { Feedback, FeedbackId, Triage } from "../core/types";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";

/** What a note can become. */
export type Becomes = Triage["type"];

class Inbox {
  focusId = $state<FeedbackId | null>(null);
  /** What the focused note is about to become. */
  becomes = $state<Becomes | null>(null);
  /** The note that the dialog changes; `null` when it writes a new one. */
  written = $state.raw<Feedback | null>(null);

  /** Notes that nobody has looked at. */
  waiting = $derived(product.records.feedback.filter((note) => note.became === null));
  /** Notes whose giver has not heard what became of them. */
  toTell = $derived(product.records.feedback.filter((note) => isToTell(note)));
  done = $derived(product.records.feedback.filter((note) => note.became !== null && !isToTell(note)));
  /** All notes as they are shown. */
  notes = $derived([...this.waiting, ...this.toTell, ...this.done]);
  /** The note that is looked at: the first one, unless another was chosen. */
  note = $derived(this.notes.find((note) => note.id === this.focusId) ?? this.notes[0] ?? null);

  /** Opens the dialog that writes a note, or changes one. */
  write(note: Feedback | null): void {
    this.written = note;
    shell.open("capture");
  }

  focus(id: FeedbackId): void {
    this.focusId = id;
    this.becomes = null;
  }

  step(by: number): void {
    const at = this.notes.findIndex((note) => note.id === this.note?.id);
    const next = this.notes[Math.min(this.notes.length - 1, Math.max(0, at + by))];
    if (next) this.focus(next.id);
  }

  /** Makes of a note what it is and goes on to the next that waits; a refusal is thrown. */
  async triage(note: Feedback, triage: Triage): Promise<void> {
    const at = this.waiting.findIndex((one) => one.id === note.id);
    const next = this.waiting[at + 1] ?? this.waiting[at - 1] ?? note;
    await product.tryApply({ type: "triageFeedback", id: note.id, triage });
    this.focus(next.id);
  }

  /** Keeps that the person heard these words today; a refusal is thrown. */
  async told({ id, became: _, ...said }: Feedback, reply: string): Promise<void> {
    const fields = { ...said, reply, repliedOn: product.today };
    await product.tryApply({ type: "changeFeedback", id, fields });
  }

  async remove(note: Feedback): Promise<void> {
    const at = this.notes.findIndex((one) => one.id === note.id);
    const next = this.notes[at + 1] ?? this.notes[at - 1];
    if ((await product.apply({ type: "removeFeedback", id: note.id })) && next) this.focus(next.id);
  }
}

function isToTell({ became, stakeholder, repliedOn }: Feedback): boolean {
  return became !== null && stakeholder != null && repliedOn == null;
}

export const inbox = new Inbox();
