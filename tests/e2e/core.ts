/** The types of the core as the page has them. */
export type * from "../../ui/src/core/types.js";

/** A file the host was given. */
export type PickedFile = { token: number; name: string; product: boolean };
