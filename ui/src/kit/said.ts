// Words that stand out in a sentence of the catalogue: marked when they are filled in, so that the
// sentence stays one text for translation and for screen readers.

const OPEN = "\uE000";
const CLOSE = "\uE001";

/** Marks words that are to stand out. */
export function strong(text: string | number): string {
  return OPEN + String(text).replaceAll(OPEN, "").replaceAll(CLOSE, "") + CLOSE;
}

/** Returns the sentence without marks. */
export function plain(text: string): string {
  return text.replaceAll(OPEN, "").replaceAll(CLOSE, "");
}

/** Splits a sentence at its marks. */
export function pieces(text: string): { text: string; strong: boolean }[] {
  return text.split(OPEN).flatMap((part, index) => {
    if (index === 0) return part ? [{ text: part, strong: false }] : [];
    const [inside = "", rest = ""] = part.split(CLOSE);
    return [{ text: inside, strong: true }, ...(rest ? [{ text: rest, strong: false }] : [])];
  });
}
