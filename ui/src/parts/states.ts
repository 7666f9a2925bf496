// How states are named and drawn: the shape carries the meaning, colour repeats it.

import type { State } from "../core/types";

/** Every state with the key of its name, in the order work goes through them. */
export const stateNames: readonly { state: State; key: string }[] = [
  { state: "idea", key: "value-idea" },
  { state: "needs_conversation", key: "value-needs-conversation" },
  { state: "ready", key: "value-ready" },
  { state: "in_sprint", key: "value-in-sprint" },
  { state: "done", key: "value-done" },
  { state: "not_doing", key: "value-not-doing" },
];

/** Returns the key of a state's name. */
export function stateKey(state: State): string {
  return stateNames.find((one) => one.state === state)?.key ?? "value-idea";
}
