// The actions of the Stakeholders screen.

import type { Command } from "../commands";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { stakeholders } from "./stakeholders.svelte";

const here = () => product.isOpen && shell.screen === "stakeholders";
const onPage = () => here() && stakeholders.openId !== null;

const people = (command: Omit<Command, "group">): Command => ({ ...command, group: "people" });

export const stakeholderCommands: Command[] = [
  {
    id: "go-stakeholders",
    label: "sh-command-go",
    keys: ["$mod+3"],
    group: "general",
    when: () => product.isOpen,
    run: () => {
      stakeholders.leavePage();
      shell.screen = "stakeholders";
    },
    whileWriting: true,
  },
  people({ id: "add-person", label: "sh-add", keys: ["n"], when: here, run: () => stakeholders.add() }),
  people({ id: "log-contact", label: "sh-log", keys: ["c"], when: () => here() && product.stakeholders.length > 0, run: () => stakeholders.logContact() }),
  people({ id: "change-person", label: "sh-command-change", keys: ["F2"], when: () => here() && stakeholders.subject !== null, run: () => stakeholders.change(stakeholders.subject!) }),
  people({ id: "merge-people", label: "sh-command-merge", keys: [], when: () => here() && stakeholders.subject !== null && product.stakeholders.length > 1, run: () => shell.open("mergePeople") }),
  people({ id: "print-person", label: "sh-command-print", keys: ["$mod+p"], when: onPage, run: () => shell.open("printPerson") }),
  people({ id: "write-person", label: "document-person", keys: [], when: onPage, run: () => stakeholders.write(stakeholders.subject!) }),
  people({ id: "leave-person", label: "sh-command-back", keys: ["Escape"], when: onPage, run: () => stakeholders.leavePage(), keyOnly: true }),
];
