//! Holidays out of a calendar file (`.ics`, RFC 5545): whole days on which nobody works.
//!
//! Holiday calendars use a small part of the format: events of whole days, some of them every
//! year. That part is read here; what else a calendar holds, such as meetings, is left out and told.

use crate::import::Notes;
use crate::refusal::Refusal;
use crate::text;
use cairn_core::settings::NewClosedDays;
use cairn_core::words;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Files above this many bytes are refused.
const MOST_BYTES: usize = 5 * 1024 * 1024;
/// Files with more events than this are refused.
const MOST_EVENTS: usize = 10_000;
/// A run of closed days longer than this is taken for no holiday, in days.
const LONGEST: i64 = 366;
/// Years that events of every year are repeated for, before and after today: the longest window
/// that a forecast learns from, and beyond the last day that is forecastable.
const YEARS_BACK: u32 = 10;
const YEARS_AHEAD: u32 = 3;

/// The closed days of a calendar file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays {
    /// Each run of days once, by first day.
    pub days: Vec<NewClosedDays>,
    /// What was left out, as sentences.
    pub warnings: Vec<String>,
}

/// Reads the whole-day events of a calendar file; those of every year come for ten years before
/// `today` and three after.
///
/// # Errors
/// Refuses what is no calendar, what is above the limits, and a calendar without whole days.
pub fn read_holidays(bytes: &[u8], today: NaiveDate) -> Result<Holidays, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::with("holidays-too-large", "megabytes", MOST_BYTES / 1024 / 1024));
    }
    let text = text::decode(bytes, None)?.text;
    let lines = unfolded(&text);
    let is = |line: &str, wanted: &str| line.trim_end().eq_ignore_ascii_case(wanted);
    if !lines.iter().find(|line| !line.trim().is_empty()).is_some_and(|line| is(line, "BEGIN:VCALENDAR")) {
        return Err(Refusal::new("holidays-no-calendar"));
    }
    let mut found = BTreeSet::new();
    let (mut events, mut timed, mut odd) = (0, 0, 0);
    let mut event: Option<Event> = None;
    // An alarm within an event has lines of its own.
    let mut inside = 0;
    for line in &lines {
        if is(line, "BEGIN:VEVENT") {
            events += 1;
            if events > MOST_EVENTS {
                return Err(Refusal::with("holidays-too-many", "most", MOST_EVENTS));
            }
            event = Some(Event::default());
        } else if is(line, "END:VEVENT") {
            let Some(event) = event.take().filter(|event| !event.cancelled) else { continue };
            let Some(days) = event.days() else {
                timed += 1;
                continue;
            };
            let Some(firsts) = event.firsts(days.0, today).filter(|_| days.1 < LONGEST) else {
                odd += 1;
                continue;
            };
            let spans = firsts.into_iter().filter_map(|first| {
                let last = first.checked_add_days(Days::new(days.1.unsigned_abs()))?;
                Some((first, last, event.name()))
            });
            found.extend(spans);
        } else if let Some(event) = &mut event {
            let (name, rest) = line.split_at(line.find([':', ';']).unwrap_or(line.len()));
            match name.to_ascii_uppercase().as_str() {
                "BEGIN" => inside += 1,
                "END" => inside -= 1,
                name if inside == 0 => event.take(name, rest),
                _ => {}
            }
        }
    }
    if found.is_empty() {
        return Err(Refusal::new("holidays-none"));
    }
    let mut notes = Notes::default();
    notes.warn_count("holidays-timed", timed);
    notes.warn_count("holidays-odd", odd);
    let days = found.into_iter().map(|(first, last, name)| NewClosedDays { name, first, last }).collect();
    Ok(Holidays { days, warnings: notes.warnings })
}

/// The lines of a calendar. A line that begins with a space or a tab goes on with the one before.
fn unfolded(text: &str) -> Vec<Cow<'_, str>> {
    let mut lines: Vec<Cow<'_, str>> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(before)) => before.to_mut().push_str(rest),
            _ => lines.push(Cow::Borrowed(line)),
        }
    }
    lines
}

/// What matters of one event.
#[derive(Debug, Default)]
struct Event {
    summary: String,
    first: Option<NaiveDate>,
    /// The day after the last one.
    end: Option<NaiveDate>,
    /// Length in days, where it is told instead of the end.
    duration: Option<u64>,
    rule: Option<String>,
    /// Days on which a repeated event does not take place.
    except: BTreeSet<NaiveDate>,
    cancelled: bool,
}

impl Event {
    /// Takes one property; `rest` is what follows its name, parameters first.
    fn take(&mut self, name: &str, rest: &str) {
        let value = value(rest);
        match name {
            "SUMMARY" => self.summary = unescaped(value),
            "DTSTART" => self.first = day(value),
            "DTEND" => self.end = day(value),
            "DURATION" => self.duration = duration(value),
            "RRULE" => self.rule = Some(value.trim().to_ascii_uppercase()),
            "EXDATE" => self.except.extend(value.split(',').filter_map(day)),
            "STATUS" => self.cancelled = value.trim().eq_ignore_ascii_case("CANCELLED"),
            _ => {}
        }
    }

    fn name(&self) -> String {
        let name = self.summary.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() { words::say("holidays-unnamed") } else { name }
    }

    /// The first day, and how many days after it are the last; none for an event with a time.
    fn days(&self) -> Option<(NaiveDate, i64)> {
        let first = self.first?;
        let length = match (self.end, self.duration) {
            (Some(end), _) => (end - first).num_days(),
            (None, Some(days)) => i64::try_from(days).unwrap_or(i64::MAX),
            (None, None) => 1,
        };
        // Some tools write the end of one day as the day itself.
        Some((first, length.max(1) - 1))
    }

    /// The first days of each time it takes place; none for a rule that is not understood.
    fn firsts(&self, first: NaiveDate, today: NaiveDate) -> Option<Vec<NaiveDate>> {
        let firsts = match &self.rule {
            None => vec![first],
            Some(rule) => Yearly::read(rule, first)?.days(first, today),
        };
        Some(firsts.into_iter().filter(|day| !self.except.contains(day)).collect())
    }
}

/// A rule of once every so many years.
#[derive(Debug)]
struct Yearly {
    interval: i32,
    count: Option<usize>,
    until: Option<NaiveDate>,
    on: On,
}

/// Which day of the year.
#[derive(Debug)]
enum On {
    /// The same day of the same month.
    Day { month: u32, day: u32 },
    /// The so many-th weekday of a month, from its end where below 0.
    Weekday { month: u32, weekday: Weekday, place: i8 },
}

impl Yearly {
    /// Reads `FREQ=YEARLY` with what holiday calendars say beside it; none for anything else.
    fn read(rule: &str, first: NaiveDate) -> Option<Self> {
        let mut yearly = false;
        let mut read = Self {
            interval: 1,
            count: None,
            until: None,
            on: On::Day { month: first.month(), day: first.day() },
        };
        let (mut month, mut weekday) = (first.month(), None);
        for part in rule.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            match name {
                "FREQ" => yearly = value == "YEARLY",
                "INTERVAL" => read.interval = value.parse().ok().filter(|years| (1..=100).contains(years))?,
                "COUNT" => read.count = Some(value.parse().ok()?),
                "UNTIL" => read.until = Some(day(value.get(..8)?)?),
                "BYMONTH" => month = value.parse().ok()?,
                "BYMONTHDAY" => read.on = On::Day { month, day: value.parse().ok()? },
                "BYDAY" => weekday = Some(value),
                "WKST" => {}
                _ => return None,
            }
        }
        read.on = match (read.on, weekday) {
            (On::Day { day, .. }, None) => On::Day { month, day },
            (_, Some(written)) => {
                let (place, name) = written.split_at_checked(written.len().checked_sub(2)?)?;
                let weekday = match name {
                    "MO" => Weekday::Mon,
                    "TU" => Weekday::Tue,
                    "WE" => Weekday::Wed,
                    "TH" => Weekday::Thu,
                    "FR" => Weekday::Fri,
                    "SA" => Weekday::Sat,
                    "SU" => Weekday::Sun,
                    _ => return None,
                };
                let place = place.parse().ok().filter(|place| (-5..=5).contains(place) && *place != 0)?;
                On::Weekday { month, weekday, place }
            }
            (on, None) => on,
        };
        yearly.then_some(read)
    }

    fn days(&self, first: NaiveDate, today: NaiveDate) -> Vec<NaiveDate> {
        let back = today.checked_sub_months(Months::new(12 * YEARS_BACK)).unwrap_or(NaiveDate::MIN);
        let ahead = today.checked_add_months(Months::new(12 * YEARS_AHEAD)).unwrap_or(NaiveDate::MAX);
        let ahead = self.until.map_or(ahead, |until| until.min(ahead));
        let step = usize::try_from(self.interval).unwrap_or(1);
        let years = (first.year()..=ahead.year()).step_by(step);
        years
            .filter_map(|year| self.on.day(year))
            .filter(|day| *day >= first)
            .take(self.count.unwrap_or(usize::MAX))
            .filter(|day| back <= *day && *day <= ahead)
            .collect()
    }
}

impl On {
    fn day(&self, year: i32) -> Option<NaiveDate> {
        match *self {
            Self::Day { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::Weekday { month, weekday, place } if place > 0 => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, place.unsigned_abs())
            }
            Self::Weekday { month, weekday, place } => {
                let of_month = |place| NaiveDate::from_weekday_of_month_opt(year, month, weekday, place);
                let last = of_month(5).or_else(|| of_month(4))?;
                let before = Days::new(7 * (u64::from(place.unsigned_abs()) - 1));
                last.checked_sub_days(before).filter(|day| day.month() == month)
            }
        }
    }
}

/// The value of a property, behind its parameters; a quoted parameter may hold a colon.
fn value(rest: &str) -> &str {
    let mut quoted = false;
    let colon = rest.find(|letter: char| {
        quoted ^= letter == '"';
        letter == ':' && !quoted
    });
    colon.and_then(|colon| rest.get(colon + 1..)).unwrap_or_default()
}

/// Reads a day such as 20261225; a moment is none.
fn day(value: &str) -> Option<NaiveDate> {
    let value = value.trim();
    let digits = value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit());
    let day = NaiveDate::parse_from_str(value, "%Y%m%d").ok().filter(|_| digits)?;
    (1900..=2200).contains(&day.year()).then_some(day)
}

/// Reads a length in whole days or weeks, such as P1D.
fn duration(value: &str) -> Option<u64> {
    let value = value.trim().strip_prefix('P')?;
    let (number, days) = match (value.strip_suffix('D'), value.strip_suffix('W')) {
        (Some(number), _) => (number, 1),
        (_, Some(number)) => (number, 7),
        _ => return None,
    };
    number.parse::<u64>().ok()?.checked_mul(days)
}

/// A text with its escapes taken off.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        plain.push(match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') | None => ' ',
                Some(other) => other,
            },
            other => other,
        });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn calendar(events: &str) -> String {
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
    }

    fn event(lines: &[&str]) -> String {
        format!("BEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\n", lines.join("\r\n"))
    }

    fn read(text: &str) -> Result<Holidays, Refusal> {
        read_holidays(text.as_bytes(), "2026-11-22".parse().unwrap())
    }

    /// Each run of days on a line.
    fn show(events: &[&[&str]]) -> String {
        let events: String = events.iter().map(|lines| event(lines)).collect();
        let lines = read(&calendar(&events)).unwrap().days.into_iter().map(|days| {
            let NewClosedDays { name, first, last } = days;
            if first == last { format!("{first} {name}") } else { format!("{first}..{last} {name}") }
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_end_of_an_event_is_the_day_after_its_last() {
        assert_eq!(
            show(&[
                &["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227", "SUMMARY:Christmas"],
                &["DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20270102", "SUMMARY:New Year"],
                &["DTSTART;VALUE=DATE:20270326", "SUMMARY:Good Friday"],
                &["DTSTART;VALUE=DATE:20270501", "DTEND;VALUE=DATE:20270501", "SUMMARY:May Day"],
                &["DTSTART;VALUE=DATE:20270705", "DURATION:P1W", "SUMMARY:Shutdown"],
            ]),
            "2026-12-24..2026-12-26 Christmas\n2027-01-01 New Year\n2027-03-26 Good Friday\n\
             2027-05-01 May Day\n2027-07-05..2027-07-11 Shutdown"
        );
    }

    #[test]
    fn folded_lines_escapes_and_parameters_are_read() {
        assert_eq!(
            show(&[&[
                "DTSTART;X-NOTE=\"a:b\";VALUE=DATE:20261",
                " 226",
                "SUMMARY;LANGUAGE=en:St Stephen\\, and\\nall ",
                "\tthe rest \\\\ others",
                "BEGIN:VALARM",
                "SUMMARY:Not this",
                "END:VALARM",
            ]]),
            "2026-12-26 St Stephen, and all the rest \\ others"
        );
    }

    #[test]
    fn what_comes_every_year_is_there_for_three_years_to_come() {
        let days = show(&[
            &["DTSTART;VALUE=DATE:20251225", "RRULE:FREQ=YEARLY", "SUMMARY:Christmas"],
            &["DTSTART;VALUE=DATE:20251127", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "SUMMARY:Thanks"],
            &[
                "DTSTART;VALUE=DATE:20260525",
                "RRULE:FREQ=YEARLY;COUNT=2;BYMONTH=5;BYDAY=-1MO",
                "SUMMARY:Memorial",
            ],
            &["DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY;UNTIL=20281231T000000Z", "SUMMARY:Leap"],
        ]);
        assert_eq!(
            days,
            "2024-02-29 Leap\n2025-11-27 Thanks\n2025-12-25 Christmas\n2026-05-25 Memorial\n\
             2026-11-26 Thanks\n2026-12-25 Christmas\n2027-05-31 Memorial\n2027-11-25 Thanks\n\
             2027-12-25 Christmas\n2028-02-29 Leap\n2028-11-23 Thanks\n2028-12-25 Christmas\n2029-11-22 Thanks"
        );
    }

    #[test]
    fn a_year_that_is_left_out_is_left_out_and_an_old_rule_begins_ten_years_back() {
        let days = show(&[&[
            "DTSTART;VALUE=DATE:19000101",
            "RRULE:FREQ=YEARLY",
            "EXDATE;VALUE=DATE:20200101,20210101",
            "SUMMARY:New Year",
        ]]);
        assert!(days.starts_with("2017-01-01") && days.ends_with("2029-01-01 New Year"), "{days}");
        assert!(!days.contains("2020-") && !days.contains("2021-"), "{days}");
    }

    #[test]
    fn meetings_cancelled_days_and_odd_rules_stay_out_and_are_told() {
        let events = [
            event(&["DTSTART:20261224T090000Z", "DTEND:20261224T100000Z", "SUMMARY:Meeting"]),
            event(&["DTSTART;VALUE=DATE:20261224", "STATUS:CANCELLED", "SUMMARY:Off"]),
            event(&["DTSTART;VALUE=DATE:20261224", "RRULE:FREQ=WEEKLY", "SUMMARY:Fridays"]),
            event(&["DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20990101", "SUMMARY:Ever"]),
            event(&["DTSTART;VALUE=DATE:20261225"]),
            event(&["DTSTART;VALUE=DATE:20261225"]),
        ];
        let read = read(&calendar(&events.concat())).unwrap();
        assert_eq!(read.days.len(), 1);
        assert_eq!(read.days[0].name, "Holiday");
        assert_eq!(read.warnings.len(), 2, "{:?}", read.warnings);
    }

    #[test]
    fn what_is_no_calendar_or_too_large_is_refused_with_a_sentence() {
        let events = event(&["DTSTART;VALUE=DATE:20261225"]).repeat(MOST_EVENTS + 1);
        for (text, key) in [
            ("Title,State\nA,Done\n".to_owned(), "holidays-no-calendar"),
            (calendar(""), "holidays-none"),
            (calendar(&events), "holidays-too-many"),
            (" ".repeat(MOST_BYTES + 1), "holidays-too-large"),
        ] {
            let refusal = read(&text).unwrap_err();
            assert_eq!(refusal.key, key);
            assert!(refusal.message().ends_with('.') && !refusal.message().contains("holidays-"));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(
            bytes in proptest::collection::vec(any::<u8>(), 0..200),
            lines in proptest::collection::vec("(DTSTART|DTEND|RRULE|DURATION|SUMMARY|BEGIN|END|EXDATE)[;:][A-Z0-9;=:,\\\\ -]{0,30}", 0..12),
        ) {
            let _ = read_holidays(&bytes, NaiveDate::MAX);
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let _ = read(&calendar(&event(&lines)));
        }
    }
}
