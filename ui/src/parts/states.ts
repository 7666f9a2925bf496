// How states are named and drawn: the shape carries the meaning, colour repeats it.

import type { State } from "../core/types";

/** Every state with the key of its name, in the order work goes through them. */
export const stateNames: readonly { state: State; key: string }[] = [
  { state: "idea", key: "state-idea" },
  { state: "needs_conversation", key: "state-needs-conversation" },
  { state: "ready", key: "state-ready" },
  { state: "in_sprint", key: "state-in-sprint" },
  { state: "done", key: "state-done" },
  { state: "not_doing", key: "state-not-doing" },
];

/** Returns the key of a state's name. */
export function stateKey(state: State): string {
  return stateNames.find((one) => one.state === state)?.key ?? "state-idea";
}
