import { expect, test } from "vitest";
import { plain } from "../kit/said";
import { chance, headline } from "./said";

test("large letters say the answer alone, and colour it", () => {
  const when = { sentence: "85% likely by 10 February, 50% by 28 January.", emphasis: "10 February" };
  expect(plain(headline(when))).toBe("85% likely by 10 February");
  expect(headline(when)).not.toBe(plain(headline(when)));
  const likely = { ...when, sentence: `59% likely that 24 items are done by 29 January. ${when.sentence}` };
  expect(plain(headline(likely))).toBe("85% likely by 10 February");
});

test("an answer without an emphasis is said whole", () => {
  const sentence = "No forecast yet: the history holds no complete week.";
  expect(headline({ sentence, emphasis: null })).toBe(sentence);
});

test("no chance is said to be certain", () => {
  expect([0, 0.049, 0.05, 0.587, 0.95, 0.951, 1].map(chance)).toEqual([
    "<5%",
    "<5%",
    "5%",
    "59%",
    "95%",
    ">95%",
    ">95%",
  ]);
});
