// Numbers as people write them.

/** Reads "3.5", "3,5" or " 70 "; `null` when it is not a number. */
export function readNumber(text: string): number | null {
  const said = text.trim().replace(/\s/g, "").replace(",", ".");
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(said)) return null;
  return Number(said);
}

/** Writes a number without needless digits: "3.5", "70". */
export function sayNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
