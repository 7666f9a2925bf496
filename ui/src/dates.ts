// Days as the page counts them: whole days since 1970, so that adding and comparing is arithmetic.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = 86_400_000;

/** Returns the day number of "2026-11-26". */
export function dayOf(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

/** Returns "2026-11-26" for a day number. */
export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Returns year, month (0–11), day of the month and weekday (0 for Monday). */
export function partsOf(day: number): { year: number; month: number; date: number; weekday: number } {
  const at = new Date(day * DAY);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth(),
    date: at.getUTCDate(),
    weekday: (at.getUTCDay() + 6) % 7,
  };
}

/** Returns the day number of a date by year, month (0–11, may overflow) and day of the month. */
export function dayFrom(year: number, month: number, date: number): number {
  return Math.round(Date.UTC(year, month, date) / DAY);
}

const shape = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
  return (day: number) => format.format(new Date(day * DAY)).replace("Sept", "Sep").replace(/,/g, "");
};
const dayMonth = shape({ day: "numeric", month: "short" });
const dayMonthYear = shape({ day: "numeric", month: "short", year: "numeric" });
const weekday = shape({ weekday: "short" });

/** "4 Dec"; with the year only when it lies a year or more from `today`'s. */
export function shortDate(day: number, today: number): string {
  return yearsApart(day, today) ? dayMonthYear(day) : dayMonth(day);
}

/** "Fri 4 Dec". */
export function weekDate(day: number, today: number): string {
  return `${weekday(day)} ${shortDate(day, today)}`;
}

/** "Dec". */
export function monthName(month: number): string {
  return MONTHS[month] ?? "";
}

/** "9:42" of a moment in milliseconds. */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit" }).format(new Date(at));
}

/** Returns the day number of a moment in milliseconds, on the calendar of this place. */
export function dayOfMoment(at: number): number {
  const local = new Date(at);
  return dayFrom(local.getFullYear(), local.getMonth(), local.getDate());
}

/** "9:42" of a moment of today, else its day: "25 Nov". */
export function momentOf(at: number, today: number): string {
  const day = dayOfMoment(at);
  return day === today ? clockTime(at) : shortDate(day, today);
}

/** The year is said when the day lies more than ten months away, or in an earlier year. */
function yearsApart(day: number, today: number): boolean {
  return day < today ? partsOf(day).year !== partsOf(today).year : day - today > 300;
}

/**
 * Reads a day as people write it: "15 Jan", "15 January 2027", "2027-01-15", "15.1.", "fri".
 * Without a year it is the next such day from `today` on. Returns `null` when it can't be read.
 */
export function readDay(text: string, today: number): number | null {
  const said = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said);
  if (iso) return real(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  if (said === "today") return today;
  if (said === "tomorrow") return today + 1;
  const named =
    /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?$/.exec(said) ??
    swap(/^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/.exec(said));
  if (named) {
    const month = MONTHS.findIndex((name) => named[2]?.startsWith(name.toLowerCase()));
    return month < 0 ? null : next(Number(named[1]), month, named[3], today);
  }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(said);
  if (dotted) return next(Number(dotted[1]), Number(dotted[2]) - 1, dotted[3], today);
  const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const wanted = said.length < 3 ? -1 : weekdays.findIndex((name) => said.startsWith(name));
  if (wanted >= 0) return today + ((wanted - partsOf(today).weekday + 7) % 7 || 7);
  return null;
}

function swap(match: RegExpExecArray | null): [string, string, string, string | undefined] | null {
  return match && [match[0], match[2] ?? "", match[1] ?? "", match[3]];
}

function next(date: number, month: number, year: string | undefined, today: number): number | null {
  if (year) return real(Number(year), month, date);
  const thisYear = real(partsOf(today).year, month, date);
  return thisYear !== null && thisYear >= today ? thisYear : real(partsOf(today).year + 1, month, date);
}

function real(year: number, month: number, date: number): number | null {
  const day = dayFrom(year, month, date);
  const parts = partsOf(day);
  return parts.month === month && parts.date === date ? day : null;
}
