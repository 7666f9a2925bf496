// What can come of an assumption, and how that is said.

import type { AssumptionState } from "../core/types";

/** Every state with the key of its name. */
export const ASSUMPTION_STATES: readonly { value: AssumptionState; key: string }[] = [
  { value: "untested", key: "assumption-untested" },
  { value: "holds", key: "assumption-holds" },
  { value: "fails", key: "assumption-fails" },
];
