/** People of a product, added and changed through the core. */
import type { Page } from "@playwright/test";
import { ask, load } from "./backlog.js";
import type { Edit, Outcome, Stakeholder, StakeholderFields } from "./core.js";

export const apply = (page: Page, edit: Edit) => ask<Outcome>(page, { type: "apply", edit });

export async function personNamed(page: Page, name: string): Promise<Stakeholder> {
  return (await load(page)).stakeholders.find((person) => person.name === name)!;
}

/** Returns all that can be said of a person, with a part of it changed. */
function changed(
  { id: _, lastContact: __, due: ___, ...fields }: Stakeholder,
  change: Partial<StakeholderFields>,
): StakeholderFields {
  return { ...fields, ...change };
}

export async function changePerson(page: Page, name: string, change: Partial<StakeholderFields>): Promise<void> {
  const person = await personNamed(page, name);
  await apply(page, { type: "changeStakeholder", id: person.id, fields: changed(person, change) });
}

/** Somebody of whom nothing is known but what is given. */
export const somebody = (name: string, known: Partial<StakeholderFields> = {}): StakeholderFields => ({
  name,
  role: "",
  group: "",
  power: null,
  interest: null,
  wishedPower: null,
  wishedInterest: null,
  attitude: "neutral",
  cadence: null,
  ...known,
});

export async function addPerson(page: Page, fields: StakeholderFields): Promise<number> {
  return Number((await apply(page, { type: "addStakeholder", fields })).created[0]);
}
