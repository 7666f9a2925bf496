// A form whose refusals stand beside their fields.

import { failureOf } from "./core/connect";
import type { Failure } from "./core/types";

export class Form {
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  readonly #fields: readonly string[];

  /** `fields`: names of the fields that say their own refusals. */
  constructor(fields: readonly string[] = []) {
    this.#fields = fields;
  }

  /** Does the work of the form; whether it was done. A refusal stays until the next try. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await work();
      this.failure = null;
      return true;
    } catch (error) {
      this.failure = failureOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** What was refused at a field, as a sentence. */
  at(field: string): string | null {
    return this.failure?.field === field ? say(this.failure) : null;
  }

  /** What was refused and belongs to no field of the form. */
  get rest(): string | null {
    if (!this.failure || this.#fields.includes(this.failure.field ?? "")) return null;
    return say(this.failure);
  }
}

function say(failure: Failure): string {
  return failure.hint ? `${failure.message} ${failure.hint}` : failure.message;
}
