// The list takes the focus back when what lay over it, or in it, goes away.

/** Gives the focus to the list; it does not scroll. */
export function focusList(): void {
  document.querySelector<HTMLElement>(".rows")?.focus({ preventScroll: true });
}
