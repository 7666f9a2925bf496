//! Days as people and tools write them.
//!
//! A moment with a zone becomes the local day of the given offset; one without keeps the written
//! day. Whether `3/4/2025` means March or April is decided once for a whole column, see [`Evidence`].

use crate::mapping::fold;
use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate};

/// Which number comes first in a date written as three numbers with the year last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// `31/12/2025`
    Day,
    /// `12/31/2025`
    Month,
}

/// What the values of a column say about their order of day and month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence {
    day_first: usize,
    month_first: usize,
    either: usize,
    twelve_hours: usize,
}

impl Evidence {
    /// Takes one value into account.
    pub fn look_at(&mut self, text: &str) {
        let text = text.trim();
        let Some((numbers, separator, rest)) = three_numbers(text) else { return };
        let [first, second, third] = numbers;
        if first.digits > 2 || third.digits == 1 || third.digits == 3 {
            return;
        }
        match (first.value, second.value) {
            // Nobody writes the month first with dots.
            _ if separator == '.' => self.day_first += 1,
            (1..=12, 1..=12) if first.value != second.value => self.either += 1,
            (13..=31, 1..=12) => self.day_first += 1,
            (1..=12, 13..=31) => self.month_first += 1,
            _ => {}
        }
        if half_of_day(rest).is_some() {
            self.twelve_hours += 1;
        }
    }

    /// Adds what another column of the same file says.
    pub fn add(&mut self, other: &Evidence) {
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.either += other.either;
        self.twelve_hours += other.twelve_hours;
    }

    /// Returns the order the values prove, if they do.
    pub fn proven(&self) -> Option<First> {
        match (self.day_first, self.month_first) {
            (0, 0) => None,
            (day, month) if day >= month => Some(First::Day),
            _ => Some(First::Month),
        }
    }

    /// Returns the order to read with where nothing is proven: month first for clocks of twelve
    /// hours, as the United States write, else day first, as most of the world does.
    pub fn likely(&self) -> First {
        self.proven().unwrap_or(if self.twelve_hours > 0 { First::Month } else { First::Day })
    }

    /// Whether some value could be meant either way and nothing in the column settles it.
    pub fn is_ambiguous(&self) -> bool {
        self.either > 0 && self.proven().is_none()
    }
}

/// Whether a cell says that there is no date: blank, or one of the usual words for nothing.
pub fn is_blank(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "" | "-" | "–" | "—" | "?")
        || matches!(fold(text).as_str(), "none" | "null" | "na" | "nan" | "nat" | "never" | "undefined")
        || text.starts_with("0001-01-01")
        || text.starts_with("0000-00-00")
}

/// Reads a day in any of the shapes of [`parse_written`], or as the serial number of a spreadsheet.
pub fn parse(text: &str, first: First, offset: FixedOffset) -> Option<NaiveDate> {
    parse_written(text, first, offset).or_else(|| serial(text))
}

/// Reads a day as written out: ISO 8601, numbers in any order, month names of many languages,
/// RFC 2822, `Date.toString()`; with or without time and zone.
pub fn parse_written(text: &str, first: First, offset: FixedOffset) -> Option<NaiveDate> {
    let text = text.trim().trim_start_matches('\'').trim_start();
    if text.len() < 6 || text.len() > 80 {
        return None;
    }
    let (day, rest) = numbers_day(text, first).or_else(|| named_day(text))?;
    if !(1900..=2200).contains(&day.year()) {
        return None;
    }
    match time(rest)? {
        Some((seconds, Some(zone))) => {
            let utc = day.and_hms_opt(0, 0, 0)? + Duration::seconds(seconds - zone);
            Some(DateTime::<FixedOffset>::from_naive_utc_and_offset(utc, offset).date_naive())
        }
        _ => Some(day),
    }
}

/// A number as written.
#[derive(Debug, Clone, Copy)]
struct Number {
    value: u32,
    digits: usize,
}

/// Takes up to four digits from the front.
fn number(text: &str) -> Option<(Number, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 {
        return None;
    }
    let (written, rest) = text.split_at_checked(digits)?;
    Some((Number { value: written.parse().ok()?, digits }, rest))
}

/// Takes `a.b.c` with one kind of separator from the front.
fn three_numbers(text: &str) -> Option<([Number; 3], char, &str)> {
    let (first, rest) = number(text)?;
    let separator = rest.chars().next().filter(|c| matches!(c, '/' | '.' | '-' | '年'))?;
    let rest = rest.strip_prefix(separator)?.trim_start();
    let (second, rest) = number(rest)?;
    let rest = rest.strip_prefix(if separator == '年' { '月' } else { separator })?.trim_start();
    let (third, rest) = number(rest)?;
    let rest = rest.strip_prefix('日').unwrap_or(rest);
    // Some locales end a date with its separator: "2025. 1. 5."
    Some(([first, second, third], separator, rest.strip_prefix(separator).unwrap_or(rest)))
}

fn numbers_day(text: &str, order: First) -> Option<(NaiveDate, &str)> {
    // 20250105T100000Z
    if let Some((digits, rest)) = text.split_at_checked(8)
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (rest.is_empty() || rest.starts_with('T'))
    {
        let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
        let day = NaiveDate::from_ymd_opt(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)?;
        return Some((day, rest));
    }
    let ([first, second, third], separator, rest) = three_numbers(text)?;
    let (year, month, day) = if first.digits == 4 {
        (first, second, third)
    } else if third.digits == 2 || third.digits == 4 {
        match (order, separator) {
            (_, '.') | (First::Day, _) => (third, second, first),
            (First::Month, _) => (third, first, second),
        }
    } else {
        return None;
    };
    Some((NaiveDate::from_ymd_opt(full_year(year)?, month.value, day.value)?, rest))
}

/// Completes a year of two digits: up to 69 it is of this century.
fn full_year(year: Number) -> Option<i32> {
    let value = i32::try_from(year.value).ok()?;
    match year.digits {
        4 => Some(value),
        2 if value < 70 => Some(2000 + value),
        2 => Some(1900 + value),
        _ => None,
    }
}

/// Takes a day with a month's name from the front: `22/Sep/25`, `Apr 22 2025`, `5. Januar 2024`,
/// `Tue, 22 Apr 2025`, `5 de enero de 2024`.
fn named_day(text: &str) -> Option<(NaiveDate, &str)> {
    let mut rest = text;
    let mut month = None;
    let mut numbers: Vec<Number> = Vec::with_capacity(2);
    while month.is_none() || numbers.len() < 2 {
        rest = rest.trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, '/' | '-' | '.' | ',' | '\'' | '’')
        });
        if let Some((number, after)) = number(rest) {
            rest = after;
            if let Some(after) = rest.strip_prefix('月') {
                month = Some(number.value);
                rest = after;
            } else {
                if numbers.len() == 2 {
                    return None;
                }
                numbers.push(number);
                for suffix in ["st", "nd", "rd", "th", "º", "er", "日", "年"] {
                    if let Some(after) = rest.strip_prefix(suffix) {
                        rest = after;
                        break;
                    }
                }
            }
            continue;
        }
        let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        if length == 0 {
            return None;
        }
        let (word, after) = rest.split_at_checked(length)?;
        rest = after;
        match month_of(word) {
            Some(found) if month.is_none() => month = Some(found),
            _ if is_filler(word) => {}
            _ => return None,
        }
    }
    let [first, second] = numbers.as_slice() else { return None };
    let (day, year) = if first.digits == 4 { (second, first) } else { (first, second) };
    Some((
        NaiveDate::from_ymd_opt(full_year(*year)?, month?, day.value)?,
        rest.strip_prefix('.').unwrap_or(rest),
    ))
}

/// Months by their names, without accents, in lower case; a name may be cut after its first part
/// that no other month shares (`sep`, `sept`, `septem…`).
const MONTHS: [&[&str]; 12] = [
    &[
        "january",
        "januar",
        "janvier",
        "enero",
        "janeiro",
        "gennaio",
        "januari",
        "styczen",
        "stycznia",
        "leden",
        "ledna",
        "ianuarie",
        "tammikuu",
        "ocak",
        "январь",
        "января",
        "jaenner",
        "一月",
    ],
    &[
        "february",
        "februar",
        "fevrier",
        "febrero",
        "fevereiro",
        "febbraio",
        "februari",
        "luty",
        "lutego",
        "unor",
        "unora",
        "februarie",
        "helmikuu",
        "subat",
        "февраль",
        "февраля",
        "二月",
    ],
    &[
        "march",
        "marz",
        "maerz",
        "mars",
        "marzo",
        "marco",
        "maart",
        "mrt",
        "marzec",
        "marca",
        "brezen",
        "brezna",
        "martie",
        "maaliskuu",
        "mart",
        "март",
        "марта",
        "marts",
        "mrz",
        "三月",
    ],
    &[
        "april",
        "avril",
        "abril",
        "aprile",
        "kwiecien",
        "kwietnia",
        "duben",
        "dubna",
        "aprilie",
        "huhtikuu",
        "nisan",
        "апрель",
        "апреля",
        "四月",
    ],
    &[
        "may", "mai", "mayo", "maio", "maggio", "mei", "maj", "maja", "kveten", "kvetna", "toukokuu",
        "mayis", "маи", "мая", "五月",
    ],
    &[
        "june", "juni", "juin", "junio", "junho", "giugno", "czerwiec", "czerwca", "cerven", "cervna",
        "iunie", "kesakuu", "haziran", "июнь", "июня", "cvn", "六月",
    ],
    &[
        "july", "juli", "juillet", "julio", "julho", "luglio", "lipiec", "lipca", "cervenec", "cervence",
        "iulie", "heinakuu", "temmuz", "июль", "июля", "cvc", "七月",
    ],
    &[
        "august",
        "aout",
        "agosto",
        "augustus",
        "augusti",
        "sierpien",
        "sierpnia",
        "srpen",
        "srpna",
        "elokuu",
        "agustos",
        "август",
        "августа",
        "八月",
    ],
    &[
        "september",
        "septembre",
        "septiembre",
        "setembro",
        "settembre",
        "wrzesien",
        "wrzesnia",
        "zari",
        "septembrie",
        "syyskuu",
        "eylul",
        "сентябрь",
        "сентября",
        "九月",
    ],
    &[
        "october",
        "oktober",
        "octobre",
        "octubre",
        "outubro",
        "ottobre",
        "pazdziernik",
        "pazdziernika",
        "rijen",
        "rijna",
        "octombrie",
        "lokakuu",
        "ekim",
        "октябрь",
        "октября",
        "十月",
    ],
    &[
        "november",
        "novembre",
        "noviembre",
        "novembro",
        "listopad",
        "listopada",
        "noiembrie",
        "marraskuu",
        "kasim",
        "ноябрь",
        "ноября",
        "十一月",
    ],
    &[
        "december",
        "dezember",
        "decembre",
        "diciembre",
        "dezembro",
        "dicembre",
        "grudzien",
        "grudnia",
        "prosinec",
        "prosince",
        "decembrie",
        "joulukuu",
        "aralik",
        "декабрь",
        "декабря",
        "desember",
        "十二月",
    ],
];

fn month_of(word: &str) -> Option<u32> {
    let word = fold(word);
    let letters = word.chars().count();
    if letters == 0 {
        return None;
    }
    let mut cut = None;
    let mut shared = false;
    for (index, names) in (1..).zip(MONTHS) {
        if names.contains(&word.as_str()) {
            return Some(index);
        }
        if letters >= 3 && word.is_ascii() | (letters < 8) && names.iter().any(|name| name.starts_with(&word))
        {
            shared = cut.is_some();
            if !shared {
                cut = Some(index);
            }
        }
    }
    if shared {
        // "juin" and "juillet" are cut to four letters; "mar" and "cer" are settled by use.
        return match word.as_str() {
            "mar" => Some(3),
            "cer" | "cerv" => Some(6),
            "jui" => Some(6),
            _ => cut,
        };
    }
    cut
}

/// Words that may stand around a date: days of the week and little words.
fn is_filler(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "tues",
        "thur",
        "thurs",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "de",
        "del",
        "di",
        "of",
        "den",
        "the",
        "am",
        "le",
        "mo",
        "di",
        "mi",
        "do",
        "fr",
        "sa",
        "so",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "lun",
        "mer",
        "jeu",
        "ven",
        "sam",
        "dim",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miercoles",
        "jueves",
        "viernes",
        "sabado",
        "domingo",
        "mie",
        "jue",
        "vie",
        "dom",
        "seg",
        "ter",
        "qua",
        "qui",
        "sex",
        "sab",
        "pon",
        "wt",
        "sr",
        "czw",
        "pt",
        "sob",
        "niedz",
        "ndz",
    ];
    WORDS.contains(&fold(word).as_str())
}

/// Reads what follows a day: nothing, or seconds of the day with the seconds its zone is ahead of UTC.
///
/// `None` when something stands there that is no time.
#[expect(clippy::option_option, reason = "outer: is it a time at all; inner: is there one")]
fn time(rest: &str) -> Option<Option<(i64, Option<i64>)>> {
    let rest = rest.split('(').next().unwrap_or_default().trim();
    let rest = rest.strip_prefix('T').or_else(|| rest.strip_prefix(',')).unwrap_or(rest).trim_start();
    let rest = rest.strip_prefix("at ").or_else(|| rest.strip_prefix("um ")).unwrap_or(rest).trim_start();
    if rest.is_empty() {
        return Some(None);
    }
    let (hour, rest) = if let Some((number, after)) = number(rest).filter(|(number, _)| number.digits <= 2) {
        (number, after)
    } else if rest.bytes().take(6).filter(u8::is_ascii_digit).count() == 6 {
        // 100000Z
        let seconds: i64 = rest.get(..2)?.parse::<i64>().ok()? * 3600
            + rest.get(2..4)?.parse::<i64>().ok()? * 60
            + rest.get(4..6)?.parse::<i64>().ok()?;
        return zone(rest.get(6..)?).map(|zone| Some((seconds, zone)));
    } else {
        // "Tue, 22 Apr 2025 GMT": a zone without a time does not move the day.
        return zone(rest).map(|_| None);
    };
    let rest = rest.strip_prefix([':', '.', 'h'])?;
    let (minute, mut rest) = number(rest)?;
    let mut second = 0;
    if let Some((number, after)) = rest.strip_prefix([':', '.']).and_then(number) {
        second = number.value;
        rest = after;
    }
    if let Some(after) = rest.strip_prefix(['.', ',']) {
        rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    let (half, rest) = half_of_day(rest).map_or((None, rest), |(half, rest)| (Some(half), rest));
    let hour = match half {
        Some(afternoon) if hour.value <= 12 => hour.value % 12 + if afternoon { 12 } else { 0 },
        _ => hour.value,
    };
    if hour > 24 || minute.value > 59 || second > 60 {
        return None;
    }
    let seconds = i64::from(hour) * 3600 + i64::from(minute.value) * 60 + i64::from(second);
    zone(rest).map(|zone| Some((seconds, zone)))
}

/// Finds AM or PM, also as other languages write it; true is the afternoon.
fn half_of_day(text: &str) -> Option<(bool, &str)> {
    let text =
        text.trim_start_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, ':' | ','));
    for (mark, afternoon) in [
        ("AM", false),
        ("PM", true),
        ("am", false),
        ("pm", true),
        ("a.m.", false),
        ("p.m.", true),
        ("A.M.", false),
        ("P.M.", true),
        ("a. m.", false),
        ("p. m.", true),
        ("a.\u{a0}m.", false),
        ("p.\u{a0}m.", true),
        ("上午", false),
        ("下午", true),
        ("午前", false),
        ("午後", true),
        ("오전", false),
        ("오후", true),
    ] {
        if let Some(rest) = text.strip_prefix(mark) {
            return Some((afternoon, rest));
        }
    }
    None
}

/// Reads a zone as seconds ahead of UTC. The outer `None` says that it is no zone at all; a zone
/// whose name is not known counts as none, so that the written day is kept.
#[expect(clippy::option_option, reason = "outer: is it a zone at all; inner: is it known")]
fn zone(text: &str) -> Option<Option<i64>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    let length = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (name, rest) = text.split_at_checked(length)?;
    let hours = match name.to_ascii_uppercase().as_str() {
        "" | "Z" | "UTC" | "GMT" | "UT" => Some(0),
        "EST" => Some(-5),
        "EDT" => Some(-4),
        "CST" => Some(-6),
        "CDT" => Some(-5),
        "MST" => Some(-7),
        "MDT" => Some(-6),
        "PST" => Some(-8),
        "PDT" => Some(-7),
        "CET" => Some(1),
        "CEST" | "EET" => Some(2),
        "EEST" => Some(3),
        _ if length > 5 => return None,
        _ => None,
    };
    if rest.is_empty() {
        return Some(hours.map(|hours| hours * 3600));
    }
    let (sign, digits) = if let Some(digits) = rest.strip_prefix('+') {
        (1, digits)
    } else {
        (-1, rest.strip_prefix(['-', '−'])?)
    };
    let digits: String = digits.chars().filter(|c| *c != ':').collect();
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value: i64 = digits.parse().ok()?;
    let seconds = if digits.len() <= 2 { value * 3600 } else { value / 100 * 3600 + value % 100 * 60 };
    if seconds > 16 * 3600 { None } else { Some(Some(sign * seconds)) }
}

/// Reads the day number of a spreadsheet, counted from 30 December 1899.
fn serial(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    if text.is_empty()
        || text.len() > 20
        || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',')
    {
        return None;
    }
    let days: i64 = text.split(['.', ',']).next()?.parse().ok()?;
    if !(20_000..80_000).contains(&days) {
        return None;
    }
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(Duration::days(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i32) -> FixedOffset {
        FixedOffset::east_opt(hours * 3600).unwrap()
    }

    fn check(text: &str, first: First, hours: i32, expected: &str) {
        let day = parse(text, first, at(hours)).map(|day| day.to_string());
        assert_eq!(day.as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn iso_dates_are_read_with_and_without_time_and_zone() {
        for text in [
            "2025-01-05",
            "2025-01-05 10:00:00",
            "2025-01-05T10:00",
            "2025/1/5",
            "2025-01-05T10:00:00.000+0000",
            "2025-01-05 10:00:00 UTC",
            "2025-01-05T23:59:59",
            "20250105T100000Z",
            "20250105",
            "2025. 1. 5.",
            "2025年1月5日",
        ] {
            check(text, First::Day, 1, "2025-01-05");
        }
    }

    #[test]
    fn a_zone_moves_the_moment_to_the_local_day() {
        check("2025-01-05T23:30:00Z", First::Day, 1, "2025-01-06");
        check("2025-01-05T23:30:00", First::Day, 1, "2025-01-05");
        check("2025-01-05T00:30:00+02:00", First::Day, 0, "2025-01-04");
        check("Tue Apr 22 2025 01:02:18 GMT+0000 (GMT)", First::Day, -5, "2025-04-21");
        check("Tue, 22 Apr 2025 23:02:18 UTC+0000", First::Day, 2, "2025-04-23");
        check("Tue, 22 Apr 2025 23:02:18 -0500", First::Day, 0, "2025-04-23");
        check("Tue, 22 Apr 2025 23:02:18 EST", First::Day, 0, "2025-04-23");
        check(
            "Tue Apr 22 2025 23:02:18 GMT+0200 (Central European Summer Time)",
            First::Day,
            2,
            "2025-04-22",
        );
        check("2025-04-22 23:02:18 IST", First::Day, 2, "2025-04-22");
    }

    #[test]
    fn month_names_of_many_languages_are_read() {
        for (text, expected) in [
            ("22/Sep/25 9:26 AM", "2025-09-22"),
            ("19/lip/23 1:05 PM", "2023-07-19"),
            ("06/abr/26 9:26 AM", "2026-04-06"),
            ("19/cze/23", "2023-06-19"),
            ("01/paź/24 9:26 AM", "2024-10-01"),
            ("22/Mär/25 9:26 AM", "2025-03-22"),
            ("22/Mrz/25", "2025-03-22"),
            ("22/Dez/25", "2025-12-22"),
            ("22. Okt. 2025 09:26", "2025-10-22"),
            ("03/févr./25 9:26 AM", "2025-02-03"),
            ("03/août/25", "2025-08-03"),
            ("03/juil./25", "2025-07-03"),
            ("03/juin/25", "2025-06-03"),
            ("03/ene/25", "2025-01-03"),
            ("03/set/25", "2025-09-03"),
            ("03/out/25", "2025-10-03"),
            ("03/mag/25", "2025-05-03"),
            ("03/giu/25", "2025-06-03"),
            ("03/ago/25", "2025-08-03"),
            ("03/mrt/25", "2025-03-03"),
            ("03/mei/25", "2025-05-03"),
            ("03/okt/25", "2025-10-03"),
            ("03/led/25", "2025-01-03"),
            ("03/čvc/25", "2025-07-03"),
            ("03/maj/25", "2025-05-03"),
            ("03/мая/25", "2025-05-03"),
            ("03/九月/25 9:26 上午", "2025-09-03"),
            ("03/十二月/25 9:26 下午", "2025-12-03"),
            ("03/9月/25 9:26 午後", "2025-09-03"),
            ("January 5, 2024 3:04 PM", "2024-01-05"),
            ("Jan 5, 2024", "2024-01-05"),
            ("5. Januar 2024", "2024-01-05"),
            ("5 de enero de 2024", "2024-01-05"),
            ("1er juillet 2024", "2024-07-01"),
            ("22-Sep-2025", "2025-09-22"),
            ("Mon, 21 Apr 2025 10:17:06 UTC+0000", "2025-04-21"),
        ] {
            check(text, First::Day, 0, expected);
        }
    }

    #[test]
    fn numbers_follow_the_order_of_their_column() {
        check("3/4/2025 2:59:28 PM", First::Month, 0, "2025-03-04");
        check("3/4/2025", First::Day, 0, "2025-04-03");
        check("7.6.2025 14:59:28", First::Month, 0, "2025-06-07");
        check("3/4/25", First::Month, 0, "2025-03-04");
        check("31/12/2025", First::Month, 0, "none");
    }

    #[test]
    fn a_column_decides_its_order() {
        let order = |values: &[&str]| {
            let mut evidence = Evidence::default();
            values.iter().for_each(|value| evidence.look_at(value));
            (evidence.likely(), evidence.is_ambiguous())
        };
        assert_eq!(order(&["3/4/2025", "13/4/2025"]), (First::Day, false));
        assert_eq!(order(&["3/4/2025", "4/13/2025"]), (First::Month, false));
        assert_eq!(order(&["3/4/2025", "4/5/2025"]), (First::Day, true));
        assert_eq!(order(&["3/4/2025 2:59:28 PM"]), (First::Month, true));
        assert_eq!(order(&["3.4.2025"]), (First::Day, false));
        assert_eq!(order(&["2025-03-04", ""]), (First::Day, false));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "v1.2.3",
            "1.2",
            "5",
            "99/99/2025",
            "2025-02-30",
            "May the force",
            "12345678901234567890",
            "2025-01-05 and so on",
        ] {
            check(text, First::Day, 0, "none");
        }
    }

    #[test]
    fn spreadsheet_day_numbers_are_read() {
        check("45658", First::Day, 0, "2025-01-01");
        check("45658.75", First::Day, 0, "2025-01-01");
    }
}
