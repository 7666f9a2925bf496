import { expect, test } from "vitest";
import { fold, hasWords, pieces } from "./fold";

const hits = (text: string, query: string) =>
  pieces(text, query)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join("");

test("case and accents do not matter", () => {
  expect(fold("Łódź Straße Ærø")).toBe("lodz strasse aero");
  expect(hasWords("Café für Ångström", "cafe angstrom")).toBe(true);
  expect(hasWords("Move to a place", "place move")).toBe(true);
  expect(hasWords("Move to a place", "move it")).toBe(false);
});

test("what was found is marked as it is written", () => {
  expect(hits("Open a locker compartment", "lock")).toBe("Open a [lock]er compartment");
  expect(hits("Große Straße", "strass")).toBe("Große [Straß]e");
});

test("a query that does not stand there whole is marked word by word", () => {
  expect(hits("Open a locker with a code", "code lock")).toBe("Open a [lock]er with a [code]");
});

test("nothing is marked without a query", () => {
  expect(hits("Open", " ")).toBe("Open");
  expect(pieces("", "x")).toEqual([]);
});
