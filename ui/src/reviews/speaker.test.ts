import { expect, test } from "vitest";
import type { Stakeholder } from "../core/types";
import { speaker } from "./speaker";

const person = (id: number, name: string) => ({ id, name }) as Stakeholder;
const all = [person(1, "Maria Okafor"), person(2, "Marc Émile"), person(3, "Tom Aldridge")];
const names = (typed: string) => speaker(all, typed).people.map(({ name }) => name);

test("a digit takes the one it stands beside", () => {
  expect(speaker(all, "3").chosen?.name).toBe("Tom Aldridge");
  expect(speaker(all, "9").chosen).toBeNull();
});

test("letters take a person as soon as only one is left", () => {
  expect(names("ma")).toEqual(["Maria Okafor", "Marc Émile"]);
  expect(speaker(all, "ma").chosen).toBeNull();
  expect(speaker(all, "mari").chosen?.name).toBe("Maria Okafor");
});

test("any part of a name begins it, without accents and case", () => {
  expect(speaker(all, "EMI").chosen?.name).toBe("Marc Émile");
});

test("without letters nobody is taken, even if there is only one", () => {
  expect(speaker(all.slice(0, 1), "").chosen).toBeNull();
});

test("no more are offered than there are digits", () => {
  const many = Array.from({ length: 20 }, (_, at) => person(at, `Person ${at}`));
  expect(speaker(many, "").people).toHaveLength(9);
  expect(speaker(many, "pers").people).toHaveLength(9);
});
