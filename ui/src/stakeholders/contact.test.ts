import { expect, it } from "vitest";
import type { Stakeholder } from "../core/types";
import { dayOf } from "../dates";
import { fieldsOf } from "../kit/people";
import { byDue, dueOf, peopleDue } from "./contact";

const today = dayOf("2026-11-26");
const person = (id: number, due: string | null): Stakeholder => ({ id, lastContact: null, due, ...fieldsOf(null) });

it("a contact is overdue when its day is over, and not on the day itself", () => {
  expect(dueOf(person(1, "2026-11-25"), today)).toBe("overdue");
  expect(dueOf(person(1, "2026-11-26"), today)).toBe("soon");
  expect(dueOf(person(1, "2026-12-02"), today)).toBe("soon");
  expect(dueOf(person(1, "2026-12-03"), today)).toBe("later");
  expect(dueOf(person(1, null), today)).toBeNull();
});

it("those who wait longest come first, and those without a day last", () => {
  const people = [person(1, null), person(2, "2026-12-03"), person(3, "2026-11-19")];
  expect(byDue(people).map(({ id }) => id)).toEqual([3, 2, 1]);
  expect(peopleDue(people, "overdue", today).map(({ id }) => id)).toEqual([3]);
});
