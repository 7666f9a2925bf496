// The actions of the view of all Sprints.

import type { Command } from "../commands";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { isOver } from "../sprints";
import { reviews } from "./reviews.svelte";
import { sprints } from "./sprints.svelte";

const here = () => product.isOpen && shell.screen === "reviews" && reviews.view === "sprints";
const one = () => here() && sprints.form === null && reviews.sprint !== null;
const open = () => one() && !isOver(reviews.sprint!, product.today);

/** Whether the chosen Sprint can begin today. */
export const canStart = () => reviews.sprint !== null && product.sprint === null && !isOver(reviews.sprint, product.today);

/** Whether the chosen Sprint has begun and was not ended, and its end has something to say. */
export const canEnd = () => {
  const { sprint } = reviews;
  if (!sprint || sprint.endedOn !== null || sprint.first === null || sprint.first > product.today) return false;
  return !isOver(sprint, product.today) || (sprints.page?.items.some(({ done }) => !done) ?? false);
};

const sprint = (command: Omit<Command, "group">): Command => ({ ...command, group: "review" });

export const sprintCommands: Command[] = [
  sprint({ id: "sprint-up", label: "sprints-up", keys: ["ArrowUp", "k"], when: here, run: () => sprints.step(-1), repeats: true, keyOnly: true }),
  sprint({ id: "sprint-down", label: "sprints-down", keys: ["ArrowDown", "j"], when: here, run: () => sprints.step(1), repeats: true, keyOnly: true }),
  sprint({ id: "add-sprint", label: "sprints-add", keys: ["n"], when: here, run: () => sprints.add() }),
  sprint({ id: "change-sprint", label: "sprints-change", keys: ["F2"], when: one, run: () => (sprints.form = "change") }),
  sprint({ id: "select-items", label: "sprints-select", keys: ["s"], when: open, run: () => shell.open("selectItems") }),
  sprint({ id: "start-sprint", label: "sprints-start", keys: ["b"], when: () => one() && canStart(), run: () => startSprint() }),
  sprint({ id: "end-sprint", label: "sprints-end", keys: ["e"], when: () => one() && canEnd(), run: () => shell.open("endSprint") }),
];

/** Begins the chosen Sprint today. */
export function startSprint(): void {
  if (reviews.sprint) void product.apply({ type: "startSprint", id: reviews.sprint.id });
}
