// How a backup is told to a person.

import type { Backup } from "../core/types";
import { clockTime, dayOfMoment, weekDate } from "../dates";
import { t } from "../words";

/** "Thu 26 Nov, 9:42". */
export function momentOfBackup(backup: Backup): string {
  return `${weekDate(dayOfMoment(backup.at), dayOfMoment(Date.now()))}, ${clockTime(backup.at)}`;
}

/** "44 items"; nothing where it was not noted. */
export function itemsOfBackup(backup: Backup): string {
  return backup.items === null ? "" : t("backup-items", { count: backup.items });
}

/** Why it was made, or that it can't be trusted. */
export function noteOfBackup(backup: Backup): string {
  if (!backup.sound) return t("backup-unsound");
  return backup.occasion === null || backup.occasion === "routine" ? "" : t(`backup-before-${backup.occasion}`);
}
