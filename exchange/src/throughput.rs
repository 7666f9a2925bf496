//! Throughput of the past from a file: finished items per day or week, or the items themselves.
//!
//! Three shapes, with a header in any of many words or without one: a day and a count; a week and a
//! count; a row per item with the day it was finished and maybe the day it was started.

use crate::date::{self, Evidence};
use crate::draft::number;
use crate::import::{Notes, Options, Skipped};
use crate::mapping::{Field, field_of, fold};
use crate::refusal::Refusal;
use crate::table::{Fit, MOST_ROWS, Table};
use crate::text;
use chrono::{Datelike, Duration, NaiveDate, Weekday};
use csv::StringRecord;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How many rows are looked at to see what the columns hold.
const LOOKED_AT: usize = 500;

/// What a file says about throughput.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Throughput {
    /// Days with the number of items finished, oldest first, zeros as far as the file has them.
    /// Of a weekly file each day is the Monday of its week.
    pub rows: Vec<(NaiveDate, u32)>,
    /// Whether each row stands for a week.
    pub weekly: bool,
    /// How many items were finished in all.
    pub finished: u64,
    /// The first day the file tells about.
    pub first_day: Option<NaiveDate>,
    /// The last day the file tells about: that of its last row, zero rows included; of a weekly
    /// file the Sunday.
    pub known_until: Option<NaiveDate>,
    /// Rows that were left out.
    pub skipped: Vec<Skipped>,
    /// How many rows were left out.
    pub skipped_count: usize,
    /// What the reader should know, as sentences.
    pub warnings: Vec<String>,
}

/// Where the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Counts { day: usize, count: usize, weeks: bool },
    Items { started: Option<usize>, finished: usize },
}

/// Reads a throughput file; of `options`, file, fields and states don't matter.
///
/// # Errors
/// Refuses what is no text, no table, or has no column of days.
pub fn read_throughput(bytes: &[u8], options: &Options) -> Result<Throughput, Refusal> {
    let text = text::decode(bytes, options.encoding.as_deref())?;
    let mut notes = Notes::default();
    notes.warn_count("import-replaced", text.replaced);
    let table = match Table::open(&text.text, options.delimiter_byte()?, &is_known) {
        Ok(table) => table,
        Err(refusal) if refusal.key == "import-no-table" => return Err(Refusal::new("throughput-no-table")),
        Err(refusal) => return Err(refusal),
    };
    // Without a header, what was taken for one is the first row.
    let headless = table.header.iter().any(|cell| day_or_week(cell, date::First::Day, options).is_some());
    let mut rows: Vec<(usize, StringRecord, Fit)> = Vec::new();
    if headless {
        rows.push((1 + table.banner, StringRecord::from(table.header.clone()), Fit::Exact));
    }
    let mut reader = table.rows();
    let mut record = StringRecord::new();
    while let Some(row) = reader.next(&mut record) {
        if rows.len() >= MOST_ROWS {
            return Err(Refusal::with("import-too-many-rows", "most", MOST_ROWS));
        }
        rows.push((row.line, row.cells.clone(), row.fit));
    }
    let header: &[String] = if headless { &[] } else { &table.header };
    let shape = shape(header, table.header.len(), &rows, options)
        .ok_or_else(|| Refusal::new("throughput-no-table"))?;
    Ok(match shape {
        Shape::Counts { day, count, weeks } => counts(&rows, day, count, weeks, options, notes),
        Shape::Items { started, finished } => items(&rows, started, finished, options, notes),
    })
}

fn is_known(cell: &str) -> bool {
    let folded = fold(cell);
    is_day_word(&folded) || is_week_word(&folded) || is_count_word(&folded) || field_of(cell).is_some()
}

fn is_day_word(folded: &str) -> bool {
    matches!(
        folded,
        "date"
            | "day"
            | "datum"
            | "tag"
            | "jour"
            | "fecha"
            | "dia"
            | "data"
            | "giorno"
            | "dzien"
            | "dag"
            | "den"
            | "when"
    )
}

fn is_week_word(folded: &str) -> bool {
    folded.starts_with("week")
        || matches!(
            folded,
            "woche"
                | "kalenderwoche"
                | "kw"
                | "wochenbeginn"
                | "semaine"
                | "semana"
                | "settimana"
                | "tydzien"
                | "tyden"
                | "vecka"
                | "isoweek"
        )
}

fn is_count_word(folded: &str) -> bool {
    matches!(
        folded,
        "count"
            | "throughput"
            | "anzahl"
            | "items"
            | "itemsdone"
            | "itemscompleted"
            | "itemsfinished"
            | "completeditems"
            | "doneitems"
            | "finisheditems"
            | "stories"
            | "tickets"
            | "durchsatz"
            | "menge"
            | "nombre"
            | "debit"
            | "cantidad"
            | "quantidade"
            | "conteggio"
            | "liczba"
            | "ilosc"
            | "aantal"
            | "pocet"
            | "antal"
            | "amount"
            | "total"
            | "delivered"
            | "n"
    )
}

/// Reads a day, or a week of ISO 8601 (`2025-W07`, `2025W07`, `W07 2025`) as its Monday; true for weeks.
fn day_or_week(cell: &str, first: date::First, options: &Options) -> Option<(NaiveDate, bool)> {
    let cell = cell.trim();
    week(cell)
        .map(|day| (day, true))
        .or_else(|| date::parse_written(cell, first, options.offset).map(|day| (day, false)))
}

fn week(cell: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = cell
        .split(|c: char| !c.is_ascii_alphanumeric())
        .flat_map(|part| match part.find(['W', 'w', 'K', 'k']) {
            Some(at) if part.is_ascii() => {
                let (before, after) = part.split_at_checked(at).unwrap_or((part, ""));
                [before, after]
            }
            _ => [part, ""],
        })
        .filter(|part| !part.is_empty())
        .collect();
    let weeks = |part: &str| -> Option<u32> {
        let digits = part
            .strip_prefix(['W', 'w'])
            .or_else(|| part.strip_prefix("KW"))
            .or_else(|| part.strip_prefix("kw"))?;
        digits.parse().ok()
    };
    let years = |part: &str| (part.len() == 4).then(|| part.parse::<i32>().ok()).flatten();
    let (year, week) = match parts.as_slice() {
        [a, b] => years(a).zip(weeks(b)).or_else(|| years(b).zip(weeks(a)))?,
        [a, b, c] if matches!(*a, "W" | "w" | "KW" | "kw" | "Week" | "week") => (years(c)?, b.parse().ok()?),
        _ => return None,
    };
    if !(1900..=2200).contains(&year) {
        return None;
    }
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
}

/// Finds out which of the three shapes the columns make, by their values first and words second.
fn shape(
    header: &[String],
    width: usize,
    rows: &[(usize, StringRecord, Fit)],
    options: &Options,
) -> Option<Shape> {
    let mut looks = Vec::new();
    for index in 0..width {
        let (mut filled, mut days, mut counts, mut iso_weeks) = (0, 0, 0, 0);
        for (_, record, _) in rows.iter().take(LOOKED_AT) {
            let cell = record.get(index).unwrap_or_default().trim();
            if date::is_blank(cell) {
                continue;
            }
            filled += 1;
            let day = day_or_week(cell, date::First::Day, options)
                .or_else(|| day_or_week(cell, date::First::Month, options));
            days += usize::from(day.is_some());
            iso_weeks += usize::from(day.is_some_and(|(_, week)| week));
            counts += usize::from(number(cell).is_some_and(|count| count >= 0.0));
        }
        looks.push((
            filled > 0 && days * 2 > filled,
            filled > 0 && counts * 2 > filled,
            iso_weeks * 2 > filled.max(1),
        ));
    }
    let word = |index: usize| header.get(index).map(|header| fold(header)).unwrap_or_default();
    let field = |index: usize| header.get(index).and_then(|header| field_of(header)).map(|(field, _)| field);
    let days: Vec<usize> =
        (0..width).filter(|index| looks.get(*index).is_some_and(|(day, ..)| *day)).collect();
    let numbers: Vec<usize> =
        (0..width).filter(|index| looks.get(*index).is_some_and(|(day, count, _)| *count && !*day)).collect();
    let is_done = |index: &usize| field(*index) == Some(Field::Done);
    let first_day = *days
        .iter()
        .find(|index| is_week_word(&word(**index)) || is_day_word(&word(**index)))
        .or_else(|| days.iter().find(|i| is_done(i)))
        .or(days.first())?;
    let weeks = is_week_word(&word(first_day)) || looks.get(first_day).is_some_and(|(.., week)| *week);
    let count = numbers
        .iter()
        .find(|index| is_count_word(&word(**index)))
        // "Week, Done": a done column of numbers is a count.
        .or_else(|| numbers.iter().find(|index| is_done(index)))
        .or_else(|| {
            let lone = days.len() == 1 && width <= 3;
            let usable = |index: &&usize| {
                field(**index) != Some(Field::ExternalId) && (!header.is_empty() || **index > first_day)
            };
            numbers.iter().filter(|_| lone).find(usable)
        });
    if let Some(count) = count {
        return Some(Shape::Counts { day: first_day, count: *count, weeks });
    }
    let finished = days.iter().find(|i| is_done(i)).or(days.last()).copied()?;
    let started = days
        .iter()
        .find(|index| field(**index) == Some(Field::Started))
        .or_else(|| days.iter().find(|index| **index < finished && header.is_empty()))
        .copied();
    Some(Shape::Items { started, finished })
}

/// Finds the order of day and month in some columns.
fn first_of(
    rows: &[(usize, StringRecord, Fit)],
    columns: &[usize],
    options: &Options,
    notes: &mut Notes,
) -> date::First {
    let mut evidence = Evidence::default();
    for (_, record, _) in rows {
        columns.iter().filter_map(|index| record.get(*index)).for_each(|cell| evidence.look_at(cell));
    }
    if let Some(first) = options.first() {
        return first;
    }
    if evidence.is_ambiguous() {
        notes.warn(match evidence.likely() {
            date::First::Day => "throughput-day-first-guessed",
            date::First::Month => "throughput-month-first-guessed",
        });
    }
    evidence.likely()
}

fn counts(
    rows: &[(usize, StringRecord, Fit)],
    day: usize,
    count: usize,
    weeks: bool,
    options: &Options,
    mut notes: Notes,
) -> Throughput {
    let first = first_of(rows, &[day], options, &mut notes);
    let mut days: Vec<(NaiveDate, u32)> = Vec::new();
    for (line, record, fit) in rows {
        if let Some(key) = misfit(*fit) {
            notes.skip(*line, key);
            continue;
        }
        let Some((day, _)) = record.get(day).and_then(|cell| day_or_week(cell, first, options)) else {
            notes.skip(*line, "throughput-row-without-day");
            continue;
        };
        let whole = record
            .get(count)
            .and_then(number)
            .filter(|count| count.fract() == 0.0 && (0.0..=1_000_000.0).contains(count));
        match whole {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a whole number up to a million"
            )]
            Some(whole) => days.push((day, whole as u32)),
            None => notes.skip(*line, "throughput-row-without-count"),
        }
    }
    let mut written: Vec<NaiveDate> = days.iter().map(|(day, _)| *day).collect();
    written.sort_unstable();
    let steps = || {
        written
            .windows(2)
            .filter_map(|pair| if let [a, b] = pair { Some((*b - *a).num_days()) } else { None })
    };
    let seems_weekly = written.len() >= 4 && steps().all(|step| step > 0 && step % 7 == 0);
    if seems_weekly && !weeks {
        notes.warn("throughput-taken-as-weekly");
    }
    let weekly = weeks || seems_weekly;
    let mut sums: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    let mut repeated = 0;
    for (day, count) in days {
        let day = if weekly { monday(day) } else { day };
        repeated += usize::from(sums.contains_key(&day));
        let sum = sums.entry(day).or_default();
        *sum = sum.saturating_add(count);
    }
    notes.warn_count("throughput-repeated", repeated);
    if weekly {
        let keys: Vec<&NaiveDate> = sums.keys().collect();
        let missing: i64 = keys
            .windows(2)
            .filter_map(|pair| if let [a, b] = pair { Some((**b - **a).num_days() / 7 - 1) } else { None })
            .sum();
        notes.warn_count("throughput-missing-weeks", usize::try_from(missing).unwrap_or(0));
    }
    let last = sums.keys().next_back().copied();
    let known_until =
        if weekly { last.and_then(|monday| monday.checked_add_signed(Duration::days(6))) } else { last };
    finish(sums, weekly, known_until, notes)
}

fn items(
    rows: &[(usize, StringRecord, Fit)],
    started: Option<usize>,
    finished: usize,
    options: &Options,
    mut notes: Notes,
) -> Throughput {
    let columns: Vec<usize> = started.into_iter().chain([finished]).collect();
    let first = first_of(rows, &columns, options, &mut notes);
    let mut sums: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    let mut newest: Option<NaiveDate> = None;
    let mut unfinished = 0;
    let mut backwards = 0;
    for (line, record, fit) in rows {
        // A row that ends before the finish date is an item that is not finished.
        if let Some(key) = misfit(*fit).filter(|_| *fit != Fit::Short) {
            notes.skip(*line, key);
            continue;
        }
        let day = |index: usize| record.get(index).and_then(|cell| date::parse(cell, first, options.offset));
        let start = started.and_then(day);
        let cell = record.get(finished).unwrap_or_default();
        if date::is_blank(cell) {
            unfinished += 1;
            newest = newest.max(start);
            continue;
        }
        let Some(end) = day(finished) else {
            notes.skip(*line, "throughput-row-without-day");
            continue;
        };
        backwards += usize::from(start.is_some_and(|start| start > end));
        newest = newest.max(Some(end)).max(start);
        *sums.entry(end).or_default() += 1;
    }
    notes.warn_count("throughput-unfinished", unfinished);
    notes.warn_count("throughput-started-after-end", backwards);
    finish(sums, false, newest, notes)
}

fn misfit(fit: Fit) -> Option<&'static str> {
    match fit {
        Fit::Exact => None,
        Fit::Short => Some("throughput-row-short"),
        Fit::Long => Some("import-row-long"),
        Fit::Huge => Some("import-row-huge"),
        Fit::Unclosed => Some("import-row-unclosed"),
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_signed(Duration::days(i64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

fn finish(
    sums: BTreeMap<NaiveDate, u32>,
    weekly: bool,
    known_until: Option<NaiveDate>,
    mut notes: Notes,
) -> Throughput {
    if sums.is_empty() {
        notes.warn("throughput-nothing-finished");
    }
    Throughput {
        finished: sums.values().map(|count| u64::from(*count)).sum(),
        first_day: sums.keys().next().copied(),
        known_until,
        rows: sums.into_iter().collect(),
        weekly,
        skipped: notes.skipped,
        skipped_count: notes.skipped_count,
        warnings: notes.warnings,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::FixedOffset;

    fn options() -> Options {
        Options::new("history.csv", FixedOffset::east_opt(0).unwrap())
    }

    /// Shows a file as its rows, whether they are weeks, and up to when it knows.
    fn show(text: &str) -> String {
        match read_throughput(text.as_bytes(), &options()) {
            Err(refusal) => refusal.key.to_owned(),
            Ok(read) => {
                let rows: Vec<String> =
                    read.rows.iter().map(|(day, count)| format!("{day}={count}")).collect();
                let kind = if read.weekly { "weeks" } else { "days" };
                let until = read.known_until.map(|day| day.to_string()).unwrap_or_default();
                let skipped: String = read.skipped.iter().map(|row| format!(" !{}", row.line)).collect();
                format!("{kind} {} until {until}{skipped}", rows.join(" "))
            }
        }
    }

    #[test]
    fn days_with_counts_are_read_with_many_words_or_none() {
        let expected = "days 2025-01-06=2 2025-01-07=0 2025-01-09=1 until 2025-01-09";
        for text in [
            "date,count\n2025-01-06,2\n2025-01-07,0\n2025-01-09,1\n",
            "Datum;Anzahl\n06.01.2025;2\n07.01.2025;0\n09.01.2025;1\n",
            "2025-01-06,2\n2025-01-07,0\n2025-01-09,1\n",
            "Fecha\tCantidad\n06/01/2025\t2\n07/01/2025\t0\n09/01/2025\t1\n",
            "Closed Date,Items\n2025-01-06,2\n2025-01-07,0\n2025-01-09,1\n",
            "Day,Done\n2025-01-09,1\n2025-01-06,2\n2025-01-07,0.0\n",
        ] {
            assert_eq!(show(text), expected, "{text}");
        }
    }

    #[test]
    fn weeks_are_told_by_any_of_their_days() {
        let expected = "weeks 2025-02-10=3 2025-02-17=0 until 2025-02-23";
        for text in [
            "week,throughput\n2025-02-10,3\n2025-02-17,0\n",
            "week,throughput\n2025-02-12,3\n2025-02-23,0\n",
            "Week,Throughput\n2025-W07,3\n2025-W08,0\n",
            "KW;Durchsatz\nKW07 2025;3\nKW 08/2025;0\n",
            "Woche;Anzahl\n2025W07;3\n2025W08;0\n",
            "2025-W07,3\n2025-W08,0\n",
        ] {
            assert_eq!(show(text), expected, "{text}");
        }
    }

    #[test]
    fn rows_a_week_apart_are_weeks_even_when_called_dates() {
        let text = "date,count\n2025-01-05,1\n2025-01-12,2\n2025-01-19,0\n2025-01-26,4\n";
        assert_eq!(show(text), "weeks 2024-12-30=1 2025-01-06=2 2025-01-13=0 2025-01-20=4 until 2025-01-26");
    }

    #[test]
    fn items_are_counted_by_the_day_they_were_finished() {
        let expected = "days 2025-01-03=2 2025-01-06=1 until 2025-01-08";
        for text in [
            "id,started,finished\n1,2025-01-01,2025-01-03\n2,,2025-01-03\n3,2025-01-02,2025-01-06\n4,2025-01-08,\n",
            "Item ID,Start Date,End Date\n1,2025-01-01,2025-01-03\n2,,2025-01-03\n3,2025-01-02,2025-01-06\n4,2025-01-08\n",
            "1,2025-01-01,2025-01-03\n2,,2025-01-03\n3,2025-01-02,2025-01-06\n4,2025-01-08,\n",
            "Key;Gestartet;Erledigt\nA-1;01.01.2025;03.01.2025\nA-2;;03.01.2025\nA-3;02.01.2025;06.01.2025\nA-4;08.01.2025;\n",
        ] {
            assert_eq!(show(text), expected, "{text}");
        }
        assert_eq!(
            show("completed\n2025-01-03\n2025-01-06\n2025-01-03\n"),
            "days 2025-01-03=2 2025-01-06=1 until 2025-01-06"
        );
        assert_eq!(
            show("id,completed\n7,2025-01-03\n8,2025-01-06\n"),
            "days 2025-01-03=1 2025-01-06=1 until 2025-01-06"
        );
    }

    #[test]
    fn bad_rows_are_named_by_line() {
        let text = "date,count\n2025-01-06,2\nsoon,1\n2025-01-07,-1\n2025-01-08,1.5\n2025-01-09\n2025-01-10,1,2\n2025-01-11,4\n";
        assert_eq!(show(text), "days 2025-01-06=2 2025-01-11=4 until 2025-01-11 !3 !4 !5 !6 !7");
    }

    #[test]
    fn what_is_no_throughput_is_refused() {
        assert_eq!(show("Hello there"), "throughput-no-table");
        assert_eq!(show("Title,State\nA,Done\n"), "throughput-no-table");
        assert_eq!(show(""), "import-empty");
    }
}
