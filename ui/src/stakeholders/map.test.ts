import { describe, expect, it } from "vitest";
import type { Stakeholder } from "../core/types";
import { fieldsOf } from "../kit/people";
import { arrowOf, onMap, quadrantOf, radiusOf, spotOf, stepped, wishOf } from "./map";

const person = (fields: Partial<Stakeholder>): Stakeholder => ({
  id: 1,
  lastContact: null,
  due: null,
  ...fieldsOf(null),
  ...fields,
});

describe("a place on the map", () => {
  it("needs both power and interest", () => {
    expect(spotOf(person({ power: 40 }))).toBeNull();
    expect(spotOf(person({ power: 0, interest: 0 }))).toEqual({ power: 0, interest: 0 });
  });
  it("moves by two with an arrow key and stays on the map", () => {
    expect(stepped({ power: 50, interest: 50 }, "ArrowUp")).toEqual({ power: 52, interest: 50 });
    expect(stepped({ power: 50, interest: 1 }, "ArrowLeft")).toEqual({ power: 50, interest: 0 });
    expect(stepped({ power: 50, interest: 50 }, "Enter")).toBeNull();
  });
  it("is a whole number from 0 to 100", () => {
    expect(onMap({ power: -3, interest: 100.6 })).toEqual({ power: 0, interest: 100 });
  });
  it("means a way to keep in touch", () => {
    expect(quadrantOf({ power: 80, interest: 20 })).toBe("satisfied");
    expect(quadrantOf({ power: 50, interest: 50 })).toBe("close");
    expect(quadrantOf({ power: 49, interest: 49 })).toBe("watch");
    expect(quadrantOf({ power: 0, interest: 100 })).toBe("informed");
  });
});

describe("the wished place", () => {
  it("keeps what nobody has wished to change", () => {
    expect(wishOf(person({ power: 40, interest: 30, wishedInterest: 70 }))).toEqual({ power: 40, interest: 70 });
  });
  it("is none without a wish, or without a place to start from", () => {
    expect(wishOf(person({ power: 40, interest: 30 }))).toBeNull();
    expect(wishOf(person({ wishedPower: 40 }))).toBeNull();
  });
  it("is pointed at from the edge of the bubble", () => {
    expect(arrowOf([0, 0], [100, 0], 18)).toEqual({ x1: 20, y1: 0, x2: 100, y2: 0 });
    expect(arrowOf([0, 0], [20, 0], 18)).toBeNull();
  });
});

it("a bubble grows with what is wanted, up to a size that leaves room for others", () => {
  expect(radiusOf(9)).toBeGreaterThan(radiusOf(2));
  expect(radiusOf(0)).toBeGreaterThan(10);
  expect(radiusOf(10_000)).toBe(radiusOf(1_000));
});
