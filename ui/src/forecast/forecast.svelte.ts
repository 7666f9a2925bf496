// What the Forecast screen asks, what it assumes, and the answer it shows.

import * as api from "../core/api";
import { copy } from "../copying";
import { failureOf } from "../core/connect";
import type { About, Asked, Assumptions, Failure, Forecast, ForecastId, KeptForecast } from "../core/types";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { t } from "../words";
import { type Assumption, isUsual, USUAL } from "./assumed";
import { firstAbout, nextDay } from "./asked";

/** An answer with the question it is to. */
export type Answered = { asked: Asked; assumptions: Assumptions; forecast: Forecast };

class Forecasting {
  mode = $state<"when" | "howMany">("when");
  /** The day somebody needs it by; `null` when nobody waits. */
  neededBy = $state<string | null>(null);
  assumptions = $state.raw<Assumptions>(USUAL);
  /** The last answer; it stays while what is asked now is refused. */
  answered = $state.raw<Answered | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The kept forecast that is open. */
  keptId = $state<ForecastId | null>(null);

  #about = $state.raw<About | null>(null);
  #by = $state<string | null>(null);

  /** What is asked about. */
  about = $derived(this.#about ?? firstAbout());
  /** The day up to which is asked how much. */
  by = $derived(this.#by ?? nextDay());
  asked = $derived<Asked>(
    this.mode === "when" ? { about: this.about, by: this.neededBy } : { about: null, by: this.by },
  );
  kept = $derived<KeptForecast | null>(product.kept.find((one) => one.id === this.keptId) ?? null);
  /** Whether there is an answer to hand on. */
  canCopy = $derived((this.answered?.forecast.answer.emphasis ?? null) !== null);
  /** Whether it can be kept: not while what stands on the screen is refused. */
  canKeep = $derived(this.canCopy && this.failure === null);

  #product: string | null = null;
  #sent = 0;
  #taken = 0;

  /** Begins anew when another product is open; what was asked of one means nothing in another. */
  enter(product: string | null): void {
    if (product === this.#product) return;
    this.#product = product;
    this.#taken = this.#sent;
    this.answered = null;
    this.failure = null;
    this.mode = "when";
    this.#about = null;
    this.neededBy = null;
    this.#by = null;
    this.assumptions = USUAL;
  }

  /** Asks the core. Answers come as fast as they can; one that a newer one has overtaken is left out. */
  async ask(asked: Asked, assumptions: Assumptions): Promise<void> {
    const mine = ++this.#sent;
    const take = (result: () => void) => {
      if (mine <= this.#taken) return;
      this.#taken = mine;
      result();
    };
    try {
      const forecast = await api.forecast(asked, assumptions);
      take(() => {
        this.answered = { asked, assumptions, forecast };
        this.failure = null;
      });
    } catch (error) {
      take(() => (this.failure = failureOf(error)));
    }
  }

  /** Asks when something is done. */
  askWhen(about: About): void {
    this.mode = "when";
    this.#about = about;
  }

  /** Asks how much is done by a day. */
  askHowMany(by: string): void {
    this.mode = "howMany";
    this.#by = by;
  }

  assume(change: Partial<Assumptions>): void {
    this.assumptions = { ...this.assumptions, ...change };
  }

  putBack(field: Assumption): void {
    this.assume({ [field]: USUAL[field] });
  }

  isUsual(field: Assumption): boolean {
    return isUsual(this.assumptions, field);
  }

  /** Why an assumption was refused, as the core says it. */
  refusal(field: Assumption): string | null {
    return this.failure?.field === field ? this.#sentence(this.failure) : null;
  }

  /** What was refused and is no assumption. */
  get trouble(): string | null {
    if (!this.failure || (this.failure.field ?? "") in USUAL) return null;
    return this.#sentence(this.failure);
  }

  /** Asks what goes along before the answer is written down on one page. */
  write(): void {
    if (!this.answered) return;
    const { asked, assumptions } = this.answered;
    shell.openDocument({ type: "forecast", asked, assumptions, told: null }, t("document-forecast"));
  }

  async copy(): Promise<void> {
    const sentence = this.answered?.forecast.answer.sentence;
    if (sentence) await copy(sentence, t("fc-copied"));
  }

  open(id: ForecastId): void {
    this.keptId = id;
    shell.open("keptForecast");
  }

  /** Puts the question of a kept forecast again, as it was meant then. */
  askAgain(kept: KeptForecast): void {
    if (kept.asked.about) {
      this.askWhen(kept.asked.about);
      this.neededBy = kept.asked.by;
    } else if (kept.asked.by) {
      this.askHowMany(kept.asked.by);
    }
    this.assumptions = kept.assumptions;
  }

  #sentence({ message, hint }: Failure): string {
    return hint ? `${message} ${hint}` : message;
  }
}

export const forecasting = new Forecasting();
