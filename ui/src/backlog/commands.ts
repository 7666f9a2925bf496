// The actions of the Backlog screen.

import type { Command } from "../commands";
import { ledger } from "../history/ledger.svelte";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { backlog } from "./backlog.svelte";

/** Whether keys mean the list now. */
export const isOnBacklog = () =>
  shell.screen === "backlog" && product.isOpen && backlog.question === null && !ledger.isOpen;
const some = () => isOnBacklog() && backlog.targets().length > 0;
const several = () => isOnBacklog() && backlog.targets().length > 1;
const two = () => isOnBacklog() && backlog.targets().length === 2;
const one = () => isOnBacklog() && backlog.focusId !== null;

const order = (command: Omit<Command, "group">): Command => ({ ...command, group: "order" });
const item = (command: Omit<Command, "group">): Command => ({ ...command, group: "item" });

export const backlogCommands: Command[] = [
  order({ id: "up", label: "command-up", keys: ["ArrowUp", "k"], when: isOnBacklog, run: () => backlog.step(-1), repeats: true, keyOnly: true }),
  order({ id: "down", label: "command-down", keys: ["ArrowDown", "j"], when: isOnBacklog, run: () => backlog.step(1), repeats: true, keyOnly: true }),
  order({ id: "page-up", label: "command-page-up", keys: ["PageUp"], when: isOnBacklog, run: () => backlog.step(-15), repeats: true, keyOnly: true }),
  order({ id: "page-down", label: "command-page-down", keys: ["PageDown"], when: isOnBacklog, run: () => backlog.step(15), repeats: true, keyOnly: true }),
  order({ id: "first", label: "command-first", keys: ["Home"], when: isOnBacklog, run: () => backlog.stepTo("first"), keyOnly: true }),
  order({ id: "last", label: "command-last", keys: ["End"], when: isOnBacklog, run: () => backlog.stepTo("last"), keyOnly: true }),
  order({ id: "select", label: "command-select", keys: ["Space"], when: one, run: () => backlog.toggle(backlog.focusId!) }),
  order({ id: "select-up", label: "command-select-up", keys: ["Shift+ArrowUp"], when: isOnBacklog, run: () => backlog.step(-1, true), repeats: true, keyOnly: true }),
  order({ id: "select-down", label: "command-select-down", keys: ["Shift+ArrowDown"], when: isOnBacklog, run: () => backlog.step(1, true), repeats: true, keyOnly: true }),
  order({ id: "select-all", label: "command-select-all", keys: ["$mod+a"], when: isOnBacklog, run: () => backlog.selectAll() }),
  order({ id: "move-up", label: "command-move-up", keys: ["Alt+ArrowUp"], when: some, run: () => void backlog.nudge(-1), repeats: true }),
  order({ id: "move-down", label: "command-move-down", keys: ["Alt+ArrowDown"], when: some, run: () => void backlog.nudge(1), repeats: true }),
  order({ id: "line-up", label: "command-line-up", keys: ["Alt+Shift+ArrowUp"], when: some, run: () => void backlog.nudgeToLine(-1) }),
  order({ id: "line-down", label: "command-line-down", keys: ["Alt+Shift+ArrowDown"], when: some, run: () => void backlog.nudgeToLine(1) }),
  order({ id: "move", label: "command-move", keys: ["m"], when: some, run: () => backlog.ask("move") }),
  order({ id: "filter", label: "command-filter", keys: ["/"], when: isOnBacklog, run: () => backlog.filterFocus++ }),
  order({ id: "escape", label: "command-escape", keys: ["Escape"], when: () => product.isOpen && shell.screen === "backlog", run: () => (ledger.isOpen ? ledger.close() : backlog.escape()), keyOnly: true }),
  order({ id: "ledger", label: "command-ledger", keys: ["$mod+Shift+h"], when: () => product.isOpen && !ledger.isOpen, run: () => ledger.open() }),
  item({ id: "new-item", label: "command-new-item", keys: ["n"], when: isOnBacklog, run: () => backlog.startAdding() }),
  item({ id: "open", label: "command-open", keys: ["Enter"], when: one, run: () => backlog.openPanel(backlog.focusId!) }),
  item({ id: "rename", label: "command-rename", keys: ["F2"], when: one, run: () => (backlog.editing = { id: backlog.focusId!, field: "title" }) }),
  item({ id: "wants", label: "command-wants", keys: ["w"], when: some, run: () => backlog.ask("wants") }),
  item({ id: "part-of", label: "command-part-of", keys: ["p"], when: some, run: () => backlog.ask("partOf") }),
  item({ id: "state", label: "command-state", keys: ["s"], when: some, run: () => backlog.ask("state") }),
  item({ id: "kind", label: "command-kind", keys: [], when: some, run: () => backlog.ask("kind") }),
  item({ id: "size", label: "command-size", keys: [], when: some, run: () => backlog.ask("size") }),
  item({ id: "labels", label: "command-labels", keys: ["l"], when: some, run: () => backlog.ask("labels") }),
  item({ id: "into-sprint", label: "command-into-sprint", keys: ["t"], when: some, run: () => backlog.ask("sprint") }),
  item({ id: "split", label: "command-split", keys: ["Shift+s"], when: one, run: () => backlog.startSplit(backlog.focusId!) }),
  item({ id: "merge", label: "command-merge", keys: ["Shift+m"], when: several, run: () => backlog.ask("merge") }),
  item({ id: "pair", label: "command-pair", keys: ["o"], when: two, run: () => shell.open("pair") }),
  item({ id: "finish", label: "command-finish", keys: ["d"], when: some, run: () => void backlog.finish(backlog.targets()) }),
  item({ id: "decline", label: "command-decline", keys: [], when: some, run: () => backlog.ask("decline") }),
  item({ id: "delete", label: "command-delete", keys: ["Delete"], when: some, run: () => void backlog.delete(backlog.targets()) }),
];
