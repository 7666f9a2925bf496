import { expect, test } from "vitest";
import { groupsOf, groupTint } from "./people";

const person = (id: number, group: string) => ({ id, group });

test("a group that becomes known later leaves the tints of the others alone", () => {
  const people = [person(2, "Readers"), person(1, "Staff")];
  const before = groupsOf(people);
  expect(before).toEqual(["Staff", "Readers"]);
  const after = groupsOf([...people, person(3, "Council"), person(4, "Staff")]);
  expect(after).toEqual(["Staff", "Readers", "Council"]);
  for (const { group } of people) expect(groupTint(group, after)).toBe(groupTint(group, before));
});
