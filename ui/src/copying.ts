// Texts that are taken elsewhere.

import { shell } from "./shell.svelte";
import { t } from "./words";

/** Copies a text and says so; where copying is refused, the text is said instead. */
export async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    shell.say(said);
  } catch {
    shell.say(t("copy-failed", { text }));
  }
}
