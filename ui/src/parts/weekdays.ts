// The days of a week, Monday first.

/** Keys of their names. */
export const WEEKDAYS: readonly string[] = [
  "weekday-monday",
  "weekday-tuesday",
  "weekday-wednesday",
  "weekday-thursday",
  "weekday-friday",
  "weekday-saturday",
  "weekday-sunday",
];
