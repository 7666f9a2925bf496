// The actions of the inbox.

import type { Command } from "../commands";
import { product } from "../product.svelte";
import { shell } from "../shell.svelte";
import { type Becomes, inbox } from "./inbox.svelte";

const here = () => product.isOpen && shell.screen === "inbox" && inbox.note !== null;
const waits = () => here() && inbox.note?.became === null;

const note = (command: Omit<Command, "group">): Command => ({ ...command, group: "inbox" });
const becomes = (what: Becomes, label: string, key: string): Command =>
  note({ id: `inbox-${what}`, label, keys: [key], when: waits, run: () => (inbox.becomes = what) });

/** What a note can become: its name in the catalogue and its key. */
export const TRIAGE: readonly { becomes: Becomes; label: string; key: string }[] = [
  { becomes: "item", label: "inbox-to-item", key: "n" },
  { becomes: "known", label: "inbox-to-known", key: "e" },
  { becomes: "need", label: "inbox-to-need", key: "w" },
  { becomes: "assumption", label: "inbox-to-assumption", key: "a" },
  { becomes: "learning", label: "inbox-to-learning", key: "l" },
  { becomes: "notDoing", label: "inbox-to-not-doing", key: "x" },
];

export const inboxCommands: Command[] = [
  note({ id: "inbox-up", label: "inbox-up", keys: ["ArrowUp", "k"], when: here, run: () => inbox.step(-1), repeats: true, keyOnly: true }),
  note({ id: "inbox-down", label: "inbox-down", keys: ["ArrowDown", "j"], when: here, run: () => inbox.step(1), repeats: true, keyOnly: true }),
  ...TRIAGE.map(({ becomes: what, label, key }) => becomes(what, label, key)),
  note({ id: "inbox-change", label: "inbox-change", keys: ["F2"], when: here, run: () => inbox.write(inbox.note) }),
  note({ id: "inbox-remove", label: "inbox-remove", keys: ["Delete"], when: here, run: () => void (inbox.note && inbox.remove(inbox.note)) }),
];
