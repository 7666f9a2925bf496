// Text as people search it: without case and accents.

/** Folds a text for comparison. */
export function fold(text: string): string {
  return [...text].map(foldOne).join("");
}

/** Whether every word of a query stands somewhere in the text. */
export function hasWords(text: string, query: string): boolean {
  const folded = fold(text);
  return wordsOf(query).every((word) => folded.includes(word));
}

export type Piece = { text: string; hit: boolean };

/** Cuts a text where the query, or else its words, stand in it. */
export function pieces(text: string, query: string): Piece[] {
  const chars = [...text];
  let folded = "";
  const owner: number[] = [];
  chars.forEach((char, index) => {
    const one = foldOne(char);
    folded += one;
    for (let count = 0; count < one.length; count++) owner.push(index);
  });
  const hits = new Set<number>();
  const whole = fold(query.trim());
  const sought = whole !== "" && folded.includes(whole) ? [whole] : wordsOf(query);
  for (const word of sought) {
    const at = folded.indexOf(word);
    for (let index = at; at >= 0 && index < at + word.length; index++) hits.add(owner[index]!);
  }
  const cut: Piece[] = [];
  chars.forEach((char, index) => {
    const hit = hits.has(index);
    const last = cut.at(-1);
    if (last?.hit === hit) last.text += char;
    else cut.push({ text: char, hit });
  });
  return cut;
}

function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

const WHOLE: Record<string, string> = { ß: "ss", æ: "ae", ø: "o", ł: "l", ς: "σ" };

function foldOne(char: string): string {
  const lower = char.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return WHOLE[lower] ?? lower;
}
