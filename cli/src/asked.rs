//! Questions and assumptions as they are typed, for every verb that tells of what comes.

use crate::args::{Day, Days, Method};
use crate::desk::Desk;
use crate::named;
use cairn_core::backlog::State;
use cairn_core::forecast::{self, Assumptions, Growth, InProgress, Span, Splitting};
use cairn_core::{About, Asked, Error, Product, Result, words};
use cairn_host::exchange;
use chrono::Weekday;
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::str::FromStr;

/// A question.
#[derive(Debug, Args)]
pub struct Question {
    /// What it is about.
    #[command(flatten)]
    pub about: Subject,
    /// How many by this day; with items also how likely they are done by it
    #[arg(long, value_name = "DATE")]
    pub by: Option<Day>,
}

/// What a question is about.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub struct Subject {
    /// So many items from the top of the order [default: all open items]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub items: Option<u32>,
    /// This item or several; one that is made of parts is done with its last part
    #[arg(long, value_name = "ITEM", num_args = 1..)]
    pub item: Vec<String>,
    /// What serves a Product Goal: its number, or the current one
    #[arg(long, value_name = "GOAL", num_args = 0..=1, default_missing_value = "current")]
    pub goal: Option<String>,
    /// What goes out with a release slice
    #[arg(long, value_name = "NAME")]
    pub slice: Option<String>,
    /// The open items that pass, as in `list`
    #[arg(long, value_name = "QUERY")]
    pub filter: Option<String>,
}

impl Question {
    /// The question put to a product; without a subject and a day it is about all open items.
    ///
    /// # Errors
    /// [`Error::NotFound`] and [`Error::Invalid`] for what is not there.
    pub fn of(&self, product: &Product) -> Result<Asked> {
        let by = self.by.as_ref().map(Day::day).transpose()?;
        let Subject { items, item, goal, slice, filter } = &self.about;
        let about = if let Some(items) = items {
            Some(About::First { items: *items })
        } else if !item.is_empty() {
            let ids = item.iter().map(|name| product.find(name)).collect::<Result<_>>()?;
            Some(About::Items { ids })
        } else if let Some(goal) = goal {
            Some(About::Goal { id: named::goal(product, goal)? })
        } else if let Some(slice) = slice {
            Some(About::Slice { id: named::slice(product, slice)? })
        } else if let Some(filter) = filter {
            let ids = product.filter(filter)?;
            if ids.is_empty() {
                return Err(Error::invalid_with(
                    "filter",
                    "cli-error-filter-empty",
                    [("filter", filter.clone())],
                ));
            }
            Some(About::Items { ids })
        } else {
            by.is_none().then_some(About::Everything)
        };
        Ok(Asked { about, by })
    }

    /// The one item asked about, where it has no place in the order any more: a Done one, one that
    /// is not being done, or one whose parts are.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn settled(&self, product: &Product) -> Result<Option<String>> {
        let [name] = self.about.item.as_slice() else { return Ok(None) };
        let id = product.find(name)?;
        let every = product.filter_all("")?;
        if crate::items::places(&every).contains_key(&id) {
            return Ok(None);
        }
        let item = every.iter().find(|item| item.id == id);
        Ok(item.map(|item| {
            let title = crate::answer::plain(&item.title);
            match (item.state, item.done_on) {
                (State::Done, Some(day)) => {
                    words::tell("cli-item-done", &[("title", title.into()), ("day", day.to_string().into())])
                }
                (State::Done, None) => words::tell("cli-item-done-undated", &[("title", title.into())]),
                (State::NotDoing, _) => words::tell("cli-item-not-doing", &[("title", title.into())]),
                _ => words::tell("cli-item-parts-done", &[("title", title.into())]),
            }
        }))
    }
}

/// What an answer assumes beside the history.
#[derive(Debug, Args)]
pub struct Assumed {
    /// How the forecast is made
    #[arg(long, value_enum, default_value_t = Method::Default)]
    pub method: Method,
    /// How many complete weeks of history to learn from
    #[arg(long, value_name = "WEEKS", default_value_t = 26, value_parser = clap::value_parser!(u16).range(1..=520))]
    pub window: u16,
    /// The weekdays worked in place of the product's, for example mon-thu or sun,mon,wed
    #[arg(long, value_name = "DAYS")]
    pub working: Option<Working>,
    /// Days nobody works, beside those of the product; again for each span
    #[arg(long, value_name = "FROM..TO")]
    pub closed: Vec<Days>,
    /// Nobody works on the holidays of this calendar file either
    #[arg(long, value_name = "FILE.ics")]
    pub holidays: Option<PathBuf>,
    /// The team from a day on, in percent of today's: 2026-03-02=150; again for each change
    #[arg(long, value_name = "DATE=PERCENT")]
    pub team: Vec<Team>,
    /// Items found on the way, in percent of those known, -90..500, or "history": as many as were
    /// added in the weeks learnt from
    #[arg(long, value_name = "LOW..HIGH", allow_hyphen_values = true)]
    pub growth: Option<Found>,
    /// What one item becomes when it is split, in percent: 100..150
    #[arg(long, value_name = "LOW..HIGH")]
    pub splitting: Option<Range<u32>>,
    /// What may add items, how likely it is and how many: "New law=30:5..12"; again for each one
    #[arg(long = "risk", value_name = "NAME=PERCENT:LOW..HIGH")]
    pub risks: Vec<Risk>,
    /// Work begins on one of these days instead of day 1
    #[arg(long, value_name = "FROM..TO")]
    pub start: Option<Days>,
    /// How much of an item in progress is still to do
    #[arg(long, value_name = "HOW", value_enum, default_value_t = Left::Whole)]
    pub in_progress: Left,
}

impl Assumed {
    /// The assumptions, and what has to be said of the holidays.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a day that does not exist and a file that is no calendar. Whether all
    /// of it can be meant is the matter of [`Assumptions::check`].
    pub fn assumptions(&self, desk: &Desk) -> Result<(Assumptions, Vec<String>)> {
        let mut closed = self.closed.iter().map(Days::span).collect::<Result<Vec<Span>>>()?;
        let mut warnings = Vec::new();
        if let Some(file) = &self.holidays {
            let holidays = exchange::read_holidays(file, desk.now)?;
            closed.extend(holidays.days.iter().map(|days| Span { first: days.first, last: days.last }));
            warnings = holidays.warnings;
        }
        let start = self.start.as_ref().map(Days::span).transpose()?;
        let team = self
            .team
            .iter()
            .map(|team| Ok(forecast::TeamChange { from: team.from.day()?, people: team.people }));
        let assumptions = Assumptions {
            method: self.method.of_core(),
            window_weeks: self.window.into(),
            working_days: self.working.as_ref().map(|working| working.0),
            closed,
            team: team.collect::<Result<_>>()?,
            growth: self.growth.as_ref().map_or(Growth::None, |found| found.0),
            splitting: self.splitting.as_ref().map(|range| Splitting { low: range.low, high: range.high }),
            risks: self.risks.iter().map(|risk| risk.0.clone()).collect(),
            start: start.map(|span| forecast::Start { earliest: span.first, latest: span.last }),
            in_progress: match self.in_progress {
                Left::Whole => InProgress::Whole,
                Left::Half => InProgress::Half,
                Left::Finished => InProgress::Finished,
            },
        };
        Ok((assumptions, warnings))
    }
}

/// How much of an item in progress is still to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Left {
    /// All of it
    Whole,
    /// Half of it
    Half,
    /// Nothing
    Finished,
}

/// Weekdays, Monday first: mon-fri, or some with commas between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Working([bool; 7]);

impl FromStr for Working {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let weekday =
            |name: &str| name.trim().parse::<Weekday>().map_err(|_| words::say("cli-working-shape"));
        let mut working = [false; 7];
        for part in text.split(',') {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (mut day, last) = (weekday(first)?, weekday(last)?);
            while day != last {
                working[day.num_days_from_monday() as usize] = true;
                day = day.succ();
            }
            working[last.num_days_from_monday() as usize] = true;
        }
        Ok(Self(working))
    }
}

/// From a number to another, both included; a percent sign may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range<T> {
    low: T,
    high: T,
}

impl<T: FromStr> FromStr for Range<T> {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let (low, high) = text.split_once("..").ok_or_else(|| words::say("cli-range-shape"))?;
        Ok(Self { low: number(low, "cli-range-shape")?, high: number(high, "cli-range-shape")? })
    }
}

/// A number, maybe with a percent sign; `key` says how it is written.
fn number<T: FromStr>(text: &str, key: &str) -> std::result::Result<T, String> {
    let text = text.trim();
    text.strip_suffix('%').unwrap_or(text).trim_end().parse().map_err(|_| words::say(key))
}

/// How many items are found on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found(Growth);

impl FromStr for Found {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        if text.trim() == "history" {
            return Ok(Self(Growth::History));
        }
        let Range { low, high } = text.parse()?;
        Ok(Self(Growth::Range { low, high }))
    }
}

/// A change of the team.
#[derive(Debug, Clone)]
pub struct Team {
    from: Day,
    people: u32,
}

impl FromStr for Team {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let (from, people) = text.split_once('=').ok_or_else(|| words::say("cli-team-shape"))?;
        Ok(Self { from: from.parse()?, people: number(people, "cli-team-shape")? })
    }
}

/// Something that may add items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk(forecast::Risk);

impl FromStr for Risk {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let shape = || words::say("cli-risk-shape");
        let (name, numbers) = text.rsplit_once('=').ok_or_else(shape)?;
        let (probability, items) = numbers.split_once(':').ok_or_else(shape)?;
        let probability = number(probability, "cli-risk-shape")?;
        let Range { low, high } = items.parse()?;
        Ok(Self(forecast::Risk { name: name.trim().to_owned(), probability, low, high }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_ranges_and_single_days() {
        let show = |text: &str| {
            let Working(days) = text.parse().ok()?;
            Some(days.map(|works| if works { 'x' } else { '.' }).iter().collect::<String>())
        };
        assert_eq!(show("mon-fri").as_deref(), Some("xxxxx.."));
        assert_eq!(show("Sun-Thu").as_deref(), Some("xxxx..x"));
        assert_eq!(show("monday, wed,sat-sun").as_deref(), Some("x.x..xx"));
        for text in ["", "mon-", "xyz", "1111100", "mon;tue"] {
            assert_eq!(show(text), None, "{text}");
        }
    }

    #[test]
    fn ranges_and_what_holds_them_have_one_shape() {
        assert_eq!("-10%..20%".parse(), Ok(Found(Growth::Range { low: -10, high: 20 })));
        assert_eq!("history".parse(), Ok(Found(Growth::History)));
        let risk = forecast::Risk { name: "a = b".into(), probability: 30, low: 5, high: 12 };
        assert_eq!("a = b=30%:5..12".parse(), Ok(Risk(risk)));
        assert!("10".parse::<Found>().is_err() && "-1..5".parse::<Range<u32>>().is_err());
        for text in ["New law", "New law=30", "New law=x:1..2", "New law=-3:1..2"] {
            assert!(text.parse::<Risk>().is_err(), "{text}");
        }
        assert!("2026-03-02=150%".parse::<Team>().is_ok());
        assert!("2026-03-02".parse::<Team>().is_err() && "March=50".parse::<Team>().is_err());
    }
}
