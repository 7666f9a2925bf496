/**
 * The only way out of the page: to the shell in Cairn's window, to the test host in a browser.
 *
 * Nothing else in the page imports Tauri. Paths never come in here: a file that a person chose,
 * dropped or double-clicked is known by its token.
 */
import { invoke, isTauri } from "@tauri-apps/api/core";

/** A file that a person chose or brought, or the place in which they want one. */
export type PickedFile = { token: number; name: string };

/** What a refused call throws; the generated type of the same name has the same shape. */
export type Failure = { code: string; field: string | null; message: string; hint: string | null };

/** Tells the failures of Cairn from anything else that may be thrown. */
export function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown;
}

/** Sends one request to the core and gives its reply; throws a `Failure`. */
export function call<Reply>(request: unknown): Promise<Reply> {
  return isTauri() ? invoke<Reply>("call", { request }) : post<Reply>("/call", JSON.stringify(request));
}

/** Asks for a file to read; `null` when the person thought better of it. */
export function pickFile(): Promise<PickedFile | null> {
  return isTauri() ? invoke<PickedFile | null>("pick_file") : chooseInBrowser();
}

/** Asks where to write a file, offering the name `suggested`; `null` when the person thought better of it. */
export function pickTarget(suggested: string): Promise<PickedFile | null> {
  if (isTauri()) return invoke<PickedFile | null>("pick_target", { suggested });
  return post<PickedFile>(`/target?name=${encodeURIComponent(suggested)}`, "");
}

/** Takes the files that were dropped, double-clicked or named on the command line since the last call. */
export function pendingFiles(): Promise<PickedFile[]> {
  return isTauri() ? invoke<PickedFile[]>("pending_files") : Promise.resolve(dropped.splice(0));
}

/** Shows a file in the file manager of the system. */
export async function reveal(token: number): Promise<void> {
  if (isTauri()) await invoke("reveal", { token });
}

/** Opens a web or mail address outside of Cairn; the shell refuses every other kind. */
export async function openLink(url: string): Promise<void> {
  if (isTauri()) await invoke("open_link", { url });
  else window.open(url, "_blank", "noopener,noreferrer");
}

/** Says when files wait to be taken with `pendingFiles`; returns how to stop listening. Look once at start, too. */
export function onFiles(arrived: () => void): () => void {
  return listen("cairn:files", () => arrived());
}

/** Says when files are dragged over the window (`true`) and when no longer (`false`); returns how to stop listening. */
export function onDragging(changed: (over: boolean) => void): () => void {
  return listen("cairn:dragging", (event) => changed(event instanceof CustomEvent && event.detail === true));
}

if (typeof document !== "undefined") {
  // A broken rule of the content security policy is a defect of the page; the tests look here for one.
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    document.documentElement.dataset.brokenRule = `${effectiveDirective} ${blockedURI}`;
  });
}

function listen(name: string, heard: (event: Event) => void): () => void {
  window.addEventListener(name, heard);
  return () => window.removeEventListener(name, heard);
}

// What follows serves only the page in a browser, as the tests open it.

const dropped: PickedFile[] = [];

async function post<Reply>(address: string, body: BodyInit): Promise<Reply> {
  let response: Response;
  try {
    response = await fetch(address, { method: "POST", body });
  } catch (error) {
    throw unanswered(String(error));
  }
  if (response.ok || response.status === 422) {
    const answer: unknown = await response.json();
    if (!response.ok) throw answer;
    return answer as Reply;
  }
  throw unanswered(await response.text());
}

function unanswered(message: string): Failure {
  return { code: "internal", field: null, message, hint: null };
}

function sendFile(file: File): Promise<PickedFile> {
  return post<PickedFile>(`/file?name=${encodeURIComponent(file.name)}`, file);
}

function chooseInBrowser(): Promise<PickedFile | null> {
  const input = document.createElement("input");
  input.type = "file";
  return new Promise((resolve, reject) => {
    input.addEventListener("cancel", () => resolve(null));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (file) sendFile(file).then(resolve, reject);
      else resolve(null);
    });
    input.click();
  });
}

if (typeof window !== "undefined" && !isTauri()) {
  const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const dragging = (over: boolean) => window.dispatchEvent(new CustomEvent("cairn:dragging", { detail: over }));
  window.addEventListener("dragover", (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    dragging(true);
  });
  window.addEventListener("dragleave", (event) => {
    if (bringsFiles(event) && event.relatedTarget === null) dragging(false);
  });
  window.addEventListener("drop", (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    dragging(false);
    void Promise.all(Array.from(event.dataTransfer?.files ?? [], sendFile)).then((files) => {
      dropped.push(...files);
      window.dispatchEvent(new Event("cairn:files"));
    });
  });
}
