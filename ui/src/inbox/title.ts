// What a note is called once it is an item.

const MOST = 120;

/** Returns the first line of a note, cut at a word when it is long. */
export function titleOf(text: string): string {
  const line = text.trim().split(/\r?\n/, 1)[0] ?? "";
  if (line.length <= MOST) return line;
  const cut = line.lastIndexOf(" ", MOST);
  return line.slice(0, cut > 0 ? cut : MOST);
}
