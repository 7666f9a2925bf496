// Every action of the page: its name, its keys, when it can be done, and what it does. The keymap,
// the palette and the sheet of keys read this one table.

import { backlogCommands, isOnBacklog } from "./backlog/commands";
import { backlog } from "./backlog/backlog.svelte";
import { forecastCommands } from "./forecast/commands";
import { inboxCommands } from "./inbox/commands";
import { inbox } from "./inbox/inbox.svelte";
import { goToForecastOf } from "./going";
import { documents } from "./parts/documents";
import { product } from "./product.svelte";
import { reviewCommands } from "./reviews/commands";
import { sprintCommands } from "./reviews/sprint-commands";
import { stakeholderCommands } from "./stakeholders/commands";
import { shell } from "./shell.svelte";
import { dialogs } from "./slots";
import { t } from "./words";
import type { DialogName, ScreenName } from "./shell.svelte";

export type Command = {
  /** Unique; also what tests call it by. */
  id: string;
  /** Key of its name in the catalogue. */
  label: string;
  /** Keys as tinykeys writes them; the first is the one that is shown. */
  keys: string[];
  /** Under which heading the sheet of keys shows it. */
  group: "general" | "order" | "item" | "people" | "forecast" | "review" | "inbox" | "product";
  /** Whether it can be done now; always, if it is missing. */
  when?: () => boolean;
  run: () => void;
  /** Whether holding the key runs it again. */
  repeats?: boolean;
  /** Whether it also works while the person writes in a field (keys with a modifier only). */
  whileWriting?: boolean;
  /** Whether it also works while a dialog is open. */
  overDialogs?: boolean;
  /** Left out of the palette: it only makes sense as a key. */
  keyOnly?: boolean;
};

const exists = (name: DialogName) => () => product.isOpen && name in dialogs;

const goTo = (screen: ScreenName, label: string, key: string): Command => ({
  id: `go-${screen}`,
  label,
  keys: [key],
  group: "general",
  when: () => product.isOpen,
  run: () => (shell.screen = screen),
  whileWriting: true,
});

const general: Command[] = [
  {
    id: "palette",
    label: "command-palette",
    keys: ["$mod+k"],
    group: "general",
    when: () => "palette" in dialogs,
    run: () => shell.open("palette"),
    whileWriting: true,
    keyOnly: true,
  },
  {
    id: "keys",
    label: "command-keys",
    keys: ["[Shift]+?"],
    group: "general",
    when: () => "keys" in dialogs,
    run: () => shell.open("keys"),
  },
  {
    id: "undo",
    label: "command-undo",
    keys: ["$mod+z"],
    group: "general",
    when: () => product.undoLine !== null,
    run: () => void product.undo(),
    repeats: true,
  },
  {
    id: "redo",
    label: "command-redo",
    keys: ["$mod+Shift+z", "$mod+y"],
    group: "general",
    when: () => product.redoLine !== null,
    run: () => void product.redo(),
    repeats: true,
  },
  goTo("backlog", "fc-command-backlog", "$mod+2"),
  goTo("forecast", "fc-command-forecast", "$mod+4"),
  goTo("decisions", "command-decisions", "$mod+7"),
  goTo("inbox", "command-inbox", "$mod+9"),
  {
    id: "capture",
    label: "inbox-capture",
    keys: ["i"],
    group: "general",
    when: exists("capture"),
    run: () => inbox.write(null),
  },
  {
    id: "theme-light",
    label: "command-theme-light",
    keys: [],
    group: "general",
    run: () => shell.setTheme("light"),
  },
  {
    id: "theme-dark",
    label: "command-theme-dark",
    keys: [],
    group: "general",
    run: () => shell.setTheme("dark"),
  },
  {
    id: "theme-system",
    label: "command-theme-system",
    keys: [],
    group: "general",
    run: () => shell.setTheme("system"),
  },
  {
    id: "import",
    label: "command-import",
    keys: ["$mod+i"],
    group: "product",
    when: exists("import"),
    run: () => shell.open("import"),
  },
  {
    id: "history",
    label: "command-history",
    keys: ["$mod+h"],
    group: "product",
    when: exists("history"),
    run: () => shell.openHistory(null),
  },
  {
    id: "goal",
    label: "command-goal",
    keys: [],
    group: "product",
    when: exists("goal"),
    run: () => shell.open("goal"),
  },
  {
    id: "dates",
    label: "command-dates",
    keys: [],
    group: "product",
    when: exists("dates"),
    run: () => shell.open("dates"),
  },
  {
    id: "people",
    label: "command-people",
    keys: [],
    group: "product",
    when: exists("people"),
    run: () => shell.open("people"),
  },
  {
    id: "sprints",
    label: "command-sprints",
    keys: [],
    group: "product",
    when: exists("sprints"),
    run: () => shell.open("sprints"),
  },
  {
    id: "settings",
    label: "command-settings",
    keys: ["$mod+,"],
    group: "product",
    when: exists("settings"),
    run: () => shell.open("settings"),
  },
];

const writing = documents.map(
  ({ id, label, report }): Command => ({
    id,
    label,
    keys: [],
    group: "product",
    when: exists("document"),
    run: () => shell.openDocument(report, t(label)),
  }),
);

/** What leads from the list to another screen. */
const onwards: Command[] = [
  {
    id: "forecast",
    label: "fc-command-items",
    keys: ["f"],
    group: "item",
    when: () => isOnBacklog() && backlog.targets().length > 0,
    run: () => goToForecastOf(backlog.targets()),
  },
];

export const commands: Command[] = [
  ...general,
  ...writing,
  ...backlogCommands,
  ...onwards,
  ...stakeholderCommands,
  ...forecastCommands,
  ...reviewCommands,
  ...sprintCommands,
  ...inboxCommands,
];
