/** The Backlog screen as a person meets it, and what the core says it has to show. */
import { expect, type Page } from "@playwright/test";
import type {
  Failure,
  Finish,
  HistoryLine,
  HostRequest,
  Item,
  PickedFile,
  Request,
  Snapshot,
} from "./core.js";

/** Sends a request to the core, beside the page. */
export async function ask<Reply>(page: Page, request: Request | HostRequest): Promise<Reply> {
  const answer = await page.request.post("/call", { data: request });
  const reply: unknown = await answer.json();
  if (!answer.ok()) throw new Error((reply as Failure).message);
  return reply as Reply;
}

export const load = (page: Page) => ask<Snapshot>(page, { type: "load" });

export const history = (page: Page, limit = 5) =>
  ask<HistoryLine[]>(page, { type: "history", item: null, before: null, limit });

/** Gives the host a file by its bytes. */
export async function send(page: Page, name: string, text: string): Promise<PickedFile> {
  const answer = await page.request.post(`/file?name=${encodeURIComponent(name)}`, { data: text });
  return (await answer.json()) as PickedFile;
}

/** Opens the page with the sample product. */
export async function openSample(page: Page): Promise<Snapshot> {
  const snapshot = await ask<Snapshot>(page, { type: "openSample" });
  await openPage(page);
  return snapshot;
}

/** Opens the page with a new product that holds `titles`, the first one on top. */
export async function openWith(page: Page, titles: string[]): Promise<Snapshot> {
  await ask(page, { type: "createProduct", name: "Lendwell" });
  if (titles.length > 0) {
    const items = titles.map((title) => ({ title, kind: "", labels: [], wantedBy: [], body: "" }));
    await ask(page, { type: "apply", edit: { type: "addItems", items, place: { type: "bottom" } } });
  }
  await openPage(page);
  return load(page);
}

export async function openPage(page: Page): Promise<void> {
  await page.goto("/");
  await expect(grid(page)).toBeVisible();
}

/** The list itself, which has the focus while rows are walked with the arrow keys. */
export const grid = (page: Page) => page.getByRole("grid", { name: "Product Backlog" });

/** The row at a place in the order. */
export const row = (page: Page, position: number) => grid(page).getByRole("row", { name: new RegExp(`^${position}, `) });

/** The message at the foot. */
export const toast = (page: Page) => page.getByRole("group", { name: "Message" });

/** The items of a snapshot that have a place in the order, in order. */
export const ordered = (snapshot: Snapshot): Item[] => snapshot.items.filter((item) => item.position !== null);

/** What a row shows. */
export type Shown = { position: number; title: string; day: string; bar: string };

/** Reads every row of the list, scrolling through it. */
export async function shownRows(page: Page): Promise<Shown[]> {
  return grid(page).evaluate(async (rows) => {
    const frames = async (count: number) => {
      for (let at = 0; at < count; at++) await new Promise(requestAnimationFrame);
    };
    const found = new Map<number, Shown>();
    const before = rows.scrollTop;
    for (let top = 0; ; top += 400) {
      rows.scrollTop = top;
      await frames(5);
      for (const row of rows.querySelectorAll<HTMLElement>("[data-id]")) {
        const position = Number(row.getAttribute("aria-rowindex"));
        found.set(position, {
          position,
          title: row.querySelector("[data-title]")?.textContent ?? "",
          day: row.querySelector(".c-day")?.textContent?.trim() ?? "",
          bar: row.querySelector(".c-cascade")?.getAttribute("title") ?? "",
        });
      }
      if (top + rows.clientHeight >= rows.scrollHeight) break;
    }
    rows.scrollTop = before;
    return [...found.values()].sort((a, b) => a.position - b.position);
  });
}

/** What the rows have to show, by what the core says. */
export function rowsOf(snapshot: Snapshot): Shown[] {
  const percent = snapshot.settings.percentile;
  return ordered(snapshot).map((item, index) => {
    const said = finishDay(snapshot.finish, percent, index + 1);
    const middle = finishDay(snapshot.finish, 50, index + 1);
    return {
      position: index + 1,
      title: item.title,
      day: said === null ? "–" : sayDay(said, snapshot.today),
      bar:
        said === null || middle === null
          ? ""
          : `50%: ${sayWeekday(middle, snapshot.today)} · ${percent}%: ${sayWeekday(said, snapshot.today)}`,
    };
  });
}

/** Holds the list to the core: the same items in the same order with the same dates. */
export async function expectAsCore(page: Page): Promise<Snapshot> {
  let snapshot = await load(page);
  await expect(async () => {
    snapshot = await load(page);
    expect(await shownRows(page)).toEqual(rowsOf(snapshot));
  }).toPass({ timeout: 20_000 });
  return snapshot;
}

/** As `expectAsCore`, now and after the page was loaded again. */
export async function expectKept(page: Page): Promise<Snapshot> {
  await expectAsCore(page);
  await openPage(page);
  return expectAsCore(page);
}

/** The day a place is finished by at a percentile; `null` where none can be said. */
export function finishDay(finish: Finish, percent: number, position: number): string | null {
  const days = finish.days[finish.percentiles.indexOf(percent)]?.[position - 1];
  return days === undefined ? null : later(finish.asOf, days);
}

export function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** "4 Dec", with the year when it lies far off. */
export function sayDay(day: string, today: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1];
  return daysBetween(today, day) > 300 ? `${date} ${name} ${year}` : `${date} ${name}`;
}

/** "Fri 4 Dec". */
export function sayWeekday(day: string, today: string): string {
  const name = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][new Date(day).getUTCDay()];
  return `${name} ${sayDay(day, today)}`;
}

/** Chooses a file where the page asks for one. */
export async function choose(
  page: Page,
  act: () => Promise<void>,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await act();
  await (await chooser).setFiles(file);
}
