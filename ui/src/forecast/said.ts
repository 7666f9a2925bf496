// How an answer is set on the screen; what it says is the core's.

import type { Answer, KeptForecast, KeptLevel } from "../core/types";
import { strong } from "../kit/said";

/** The product's level of a kept forecast, else its 85%. */
export function levelOf(kept: KeptForecast, percentile: number): KeptLevel | undefined {
  const at = (percent: number) => kept.levels.find((level) => level.percent === percent);
  return at(percentile) ?? at(85);
}

/**
 * The clause of the sentence that answers, for large letters: from where its sentence begins to
 * where the emphasis ends. A chance that is said before it and the even chance after it stand
 * elsewhere on the screen. Without an emphasis it is the whole sentence.
 */
export function headline({ sentence, emphasis }: Pick<Answer, "sentence" | "emphasis">): string {
  const at = emphasis === null ? -1 : sentence.indexOf(emphasis);
  if (emphasis === null || at < 0) return sentence;
  const before = sentence.slice(0, at);
  const begins = before.lastIndexOf(". ");
  return before.slice(begins < 0 ? 0 : begins + 2) + strong(emphasis);
}

/** "59%"; never surer than the core says it: "<5%" and ">95%" at the ends. */
export function chance(likelihood: number): string {
  if (likelihood > 0.95) return ">95%";
  if (likelihood < 0.05) return "<5%";
  return `${(likelihood * 100).toFixed(0)}%`;
}
