// The way to the core: Tauri's `invoke` in the window, HTTP when a test host serves the page.
// Nothing else in the page knows which of the two it is.

import { invoke, isTauri } from "@tauri-apps/api/core";
import { t } from "../words";
import type { Failure, HostRequest, Request } from "./types";

/** A file the person chose; the host keeps the path and gives out a token. */
export type PickedFile = { token: number; name: string; product: boolean };

const inWindow = isTauri();

/** Sends a request and returns its reply; throws the `Failure` it was refused with. */
export async function call<Reply>(request: Request | HostRequest): Promise<Reply> {
  if (!inWindow) return (await post("/call", JSON.stringify(request))) as Reply;
  try {
    return await invoke<Reply>("call", { request });
  } catch (error) {
    throw failureOf(error);
  }
}

/** Lets the person choose a file to read; `null` when they choose none. */
export async function pickFile(): Promise<PickedFile | null> {
  if (inWindow) return ask<PickedFile | null>("pick_file");
  const file = await browserFile();
  return file ? sendFile(file) : null;
}

/** Lets the person choose where a file is written; `null` when they choose nothing. */
export async function pickTarget(suggested: string): Promise<PickedFile | null> {
  if (inWindow) return ask<PickedFile | null>("pick_target", { suggested });
  return (await post(`/target?name=${encodeURIComponent(suggested)}`, "")) as PickedFile | null;
}

/** Files that were double-clicked or dropped and wait to be looked at. */
export async function pendingFiles(): Promise<PickedFile[]> {
  return inWindow ? ask<PickedFile[]>("pending_files") : [];
}

/** Hands a file dropped on the page to the host (the window gets dropped files by itself). */
export async function sendFile(file: File): Promise<PickedFile> {
  return (await post(`/file?name=${encodeURIComponent(file.name)}`, file)) as PickedFile;
}

/** Opens an address outside, after the core has looked at it. */
export async function openLink(url: string): Promise<void> {
  if (inWindow) await ask("open_link", { url });
  else if (/^(https?|mailto):/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}

/** Takes the whole screen for the window; in a browser, for an element of the page. */
export async function enterFullScreen(element: HTMLElement): Promise<void> {
  if (inWindow) await ask("full_screen", { on: true });
  else await element.requestFullscreen();
}

/** Gives the screen back. */
export async function leaveFullScreen(): Promise<void> {
  if (inWindow) await ask("full_screen", { on: false });
  else if (document.fullscreenElement) await document.exitFullscreen();
}

/** Turns whatever was thrown into a `Failure` with a sentence. */
export function failureOf(error: unknown): Failure {
  if (typeof error === "object" && error !== null && "message" in error && "code" in error) {
    return error as Failure;
  }
  const detail = error instanceof Error ? error.message : String(error);
  const message = t("error-internal", { detail });
  // Before the words have come there is nothing better than what was thrown.
  if (message === "error-internal") return { code: "internal", field: null, message: detail, hint: null };
  return { code: "internal", field: null, message, hint: t("error-internal-hint") };
}

if (typeof document !== "undefined") {
  // A broken rule of the content security policy is a defect of the page; tests look here for one.
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    document.documentElement.dataset.brokenRule = `${effectiveDirective} ${blockedURI}`;
  });
}

async function ask<Reply>(command: string, args?: Record<string, unknown>): Promise<Reply> {
  try {
    return await invoke<Reply>(command, args);
  } catch (error) {
    throw failureOf(error);
  }
}

async function post(path: string, body: BodyInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, { method: "POST", body });
  } catch (error) {
    throw failureOf(error);
  }
  const text = await response.text();
  let reply: unknown;
  try {
    reply = JSON.parse(text);
  } catch {
    throw failureOf(text || `HTTP ${response.status}`);
  }
  if (!response.ok) throw failureOf(reply);
  return reply;
}

function browserFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.hidden = true;
    const finish = (file: File | null) => {
      input.remove();
      resolve(file);
    };
    input.addEventListener("change", () => finish(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => finish(null));
    document.body.append(input);
    input.click();
  });
}
