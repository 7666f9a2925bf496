// Runs the command whose key was pressed. One listener; the command table is the authority.

import { matchKeybindingPress, parseKeybinding } from "tinykeys";
import { commands, type Command } from "./commands";
import { shell } from "./shell.svelte";

/** Keys that press what has the focus, where it can be pressed. */
const PRESSES = new Set(["Enter", " "]);
const MODIFIED = /\$mod|Alt|^F\d|^Escape$/;

/** Listens on the window; returns the function that stops it. */
export function listen(): () => void {
  const table = commands.flatMap((command) =>
    command.keys.map((keys) => ({ command, keys, press: parseKeybinding(keys)[0]! })),
  );
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    const writing = isWriting(event.target);
    if (PRESSES.has(event.key) && isPressed(event.target)) return;
    for (const { command, keys, press } of table) {
      if (!matchKeybindingPress(event, press)) continue;
      if (writing && !(command.whileWriting && MODIFIED.test(keys))) continue;
      if (!isOffered(command)) continue;
      if (event.repeat && !command.repeats) {
        event.preventDefault();
        return;
      }
      event.preventDefault();
      command.run();
      return;
    }
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}

/** Whether a command can be run now. */
export function isOffered(command: Command): boolean {
  if (shell.dialog !== null && !command.overDialogs) return false;
  return command.when?.() ?? true;
}

/** Whether keys belong to what is being written. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (isTick(target)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Whether Enter and Space belong to the control that has the focus. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof Element && (isTick(target) || target.closest("button, a, summary") !== null);
}

/** Whether it is a box that is ticked: nothing is written there. */
function isTick(target: Element): boolean {
  return target instanceof HTMLInputElement && target.type === "checkbox";
}

const isMac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

/** Says a key as it stands on the keyboard: "Ctrl K", "⌘ K", "Alt ↑". */
export function sayKey(keys: string): string {
  const names: Record<string, string> = {
    $mod: isMac ? "⌘" : "Ctrl",
    Alt: isMac ? "⌥" : "Alt",
    ArrowUp: "↑",
    ArrowDown: "↓",
    Escape: "Esc",
    "[Shift]": "",
  };
  return keys
    .split("+")
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .filter((part) => part !== "")
    .join(" ");
}
