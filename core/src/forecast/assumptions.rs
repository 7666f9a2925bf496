//! What an answer assumes beside the history: the what-ifs a person changes on the Forecast screen.

use super::calendar::{Calendar, Span};
use super::{Method, WINDOW_WEEKS};
use crate::error::{Error, Result};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest window, in weeks: ten years.
const LONGEST_WINDOW: u32 = 520;
/// More people than this, in percent of today's team, are taken for a slip.
const MOST_PEOPLE: u32 = 1_000;
/// The bounds of scope growth and splitting, in percent.
const LEAST_GROWTH: i32 = -90;
const MOST_GROWTH: i32 = 500;
const WHOLE: u32 = 100;
const MOST_SPLITTING: u32 = 500;
/// Items that all risks together may add, and how many entries a list may have.
const MOST_RISKED: u32 = 1_000;
const MOST_RISKS: usize = 20;
const MOST_CHANGES: usize = 100;
const MOST_CLOSED: usize = 1_000;
/// A start later than this after the as-of day lies beyond every forecast.
const LATEST_START: Days = Days::new(730);

/// What an answer assumes beside the history.
///
/// The default assumes nothing beyond the product's own history and calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase")]
pub struct Assumptions {
    /// How the forecast is made.
    pub method: Method,
    /// How many of the last complete weeks it learns from, at least 1.
    pub window_weeks: u32,
    /// The weekdays worked from the as-of day on, Monday first. A weekday less is its work less, a
    /// weekday more is a mean day's work more.
    pub working_days: Option<[bool; 7]>,
    /// Closed days beside the product's.
    pub closed: Vec<Span>,
    /// Changes of the team; a later one replaces an earlier one from its day on.
    pub team: Vec<TeamChange>,
    /// How many items are found on the way.
    pub growth: Growth,
    /// How many items one item becomes when it is split.
    pub splitting: Option<Splitting>,
    /// What may add items.
    pub risks: Vec<Risk>,
    /// When work begins; on the as-of day unless told otherwise.
    pub start: Option<Start>,
    /// How much of an item in progress is still to do.
    pub in_progress: InProgress,
}

/// So many people from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TeamChange {
    /// The first day.
    pub from: NaiveDate,
    /// Percent of today's team, 0 to 1,000.
    pub people: u32,
}

/// How many items are found on the way to the last one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Growth {
    /// The items are those that are known.
    #[default]
    None,
    /// So many percent more, each whole percent as likely; below 0 for fewer.
    Range {
        /// The least.
        low: i32,
        /// The most.
        high: i32,
    },
    /// As many as were added beside those finished in the weeks of the window.
    History,
}

/// How many items one item becomes, in percent, each whole percent as likely: 100 is not split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Splitting {
    /// The least, 100 or more.
    pub low: u32,
    /// The most.
    pub high: u32,
}

/// Something that may happen and then adds items, each number as likely.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "AssumedRisk")]
pub struct Risk {
    /// What may happen.
    pub name: String,
    /// How likely it is, in percent.
    pub probability: u32,
    /// The fewest items it adds.
    pub low: u32,
    /// The most.
    pub high: u32,
}

/// Work begins on one of the working days of a span, each as likely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "AssumedStart")]
pub struct Start {
    /// The first day it may begin.
    pub earliest: NaiveDate,
    /// The last.
    pub latest: NaiveDate,
}

/// How much of an item in progress is still to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum InProgress {
    /// All of it.
    #[default]
    Whole,
    /// Half of it.
    Half,
    /// Nothing.
    Finished,
}

impl Default for Assumptions {
    fn default() -> Self {
        Self {
            method: Method::Default,
            window_weeks: WINDOW_WEEKS,
            working_days: None,
            closed: Vec::new(),
            team: Vec::new(),
            growth: Growth::None,
            splitting: None,
            risks: Vec::new(),
            start: None,
            in_progress: InProgress::Whole,
        }
    }
}

impl Assumptions {
    /// Refuses what can't be meant, such as a range from more to less or a change in the past.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the field and a sentence for the first that does not fit.
    pub fn check(&self, as_of: NaiveDate) -> Result<()> {
        let refuse = |unfit: bool, field, key| if unfit { Err(Error::invalid(field, key)) } else { Ok(()) };
        let window = 1..=LONGEST_WINDOW;
        refuse(!window.contains(&self.window_weeks), "windowWeeks", "error-assumed-window")?;
        refuse(self.working_days == Some([false; 7]), "workingDays", "error-no-working-day")?;
        let backwards = self.closed.iter().any(|closed| closed.last < closed.first);
        refuse(backwards, "closed", "error-assumed-closed")?;
        refuse(self.closed.len() > MOST_CLOSED, "closed", "error-assumed-too-many")?;
        refuse(self.team.len() > MOST_CHANGES, "team", "error-assumed-too-many")?;
        refuse(self.team.iter().any(|change| change.from < as_of), "team", "error-assumed-team-past")?;
        let crowd = self.team.iter().any(|change| change.people > MOST_PEOPLE);
        refuse(crowd, "team", "error-assumed-people")?;
        if let Growth::Range { low, high } = self.growth {
            refuse(low > high, "growth", "error-assumed-range")?;
            refuse(low < LEAST_GROWTH || high > MOST_GROWTH, "growth", "error-assumed-growth")?;
        }
        if let Some(Splitting { low, high }) = self.splitting {
            refuse(low > high, "splitting", "error-assumed-range")?;
            refuse(low < WHOLE || high > MOST_SPLITTING, "splitting", "error-assumed-splitting")?;
        }
        refuse(self.risks.len() > MOST_RISKS, "risks", "error-assumed-too-many")?;
        refuse(self.risks.iter().any(|risk| risk.low > risk.high), "risks", "error-assumed-range")?;
        let beyond = self.risks.iter().any(|risk| risk.probability > 100);
        refuse(beyond, "risks", "error-assumed-probability")?;
        let added = self.risks.iter().fold(0, |sum: u32, risk| sum.saturating_add(risk.high));
        refuse(added > MOST_RISKED, "risks", "error-assumed-risked")?;
        if let Some(Start { earliest, latest }) = self.start {
            refuse(latest < earliest, "start", "error-assumed-start")?;
            refuse(earliest < as_of, "start", "error-assumed-start-past")?;
            let last = as_of.checked_add_days(LATEST_START).unwrap_or(NaiveDate::MAX);
            refuse(latest > last, "start", "error-assumed-start-late")?;
        }
        Ok(())
    }

    /// What is still assumed on a later day: a start that is over no longer puts work off.
    pub(crate) fn on(&self, day: NaiveDate) -> Self {
        let start = self.start.filter(|start| start.latest >= day);
        let start = start.map(|start| Start { earliest: start.earliest.max(day), ..start });
        Self { start, ..self.clone() }
    }

    /// The product's calendar with the closed days that are assumed.
    pub(super) fn calendar(&self, product: &Calendar) -> Calendar {
        let mut calendar = product.clone();
        calendar.closed.extend(&self.closed);
        calendar
    }

    /// The calendar of the days ahead, with the working days that are assumed.
    pub(super) fn ahead(&self, calendar: &Calendar) -> Calendar {
        let mut ahead = calendar.clone();
        ahead.working = self.working_days.unwrap_or(ahead.working);
        ahead
    }

    /// What of an ordinary week's work each weekday ahead does, Monday first, out of the shares the
    /// past had.
    pub(super) fn shares(&self, past: [f64; 7], calendar: &Calendar) -> [f64; 7] {
        let Some(working) = self.working_days else { return past };
        let known = past.iter().zip(calendar.working).filter(|(_, works)| *works);
        let mean = known.map(|(share, _)| share).sum::<f64>() / calendar.working_days().max(1) as f64;
        std::array::from_fn(|day| match (working[day], calendar.working[day]) {
            (false, true) => 0.0,
            (true, false) => mean,
            _ => past[day],
        })
    }

    /// The people on `day`, in percent of today's team.
    pub(super) fn people(&self, day: NaiveDate) -> u32 {
        let so_far = self.team.iter().filter(|change| change.from <= day);
        so_far.max_by_key(|change| change.from).map_or(WHOLE, |change| change.people)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Failure;
    use crate::forecast::testing::day;

    fn risk(probability: u32, low: u32, high: u32) -> Risk {
        Risk { name: "New law".into(), probability, low, high }
    }

    #[test]
    fn nothing_assumed_is_fine_and_survives_an_empty_object() {
        let none = Assumptions::default();
        assert!(none.check(day("2026-01-05")).is_ok());
        assert_eq!(serde_json::from_str::<Assumptions>("{}").unwrap(), none);
        let text = serde_json::to_string(&none).unwrap();
        assert_eq!(serde_json::from_str::<Assumptions>(&text).unwrap(), none);
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_a_sentence() {
        let as_of = day("2026-01-05");
        let (before, after) = (day("2026-01-04"), day("2026-01-06"));
        let none = Assumptions::default;
        let unfit = [
            ("windowWeeks", Assumptions { window_weeks: 0, ..none() }),
            ("windowWeeks", Assumptions { window_weeks: u32::MAX, ..none() }),
            ("workingDays", Assumptions { working_days: Some([false; 7]), ..none() }),
            ("closed", Assumptions { closed: vec![Span { first: after, last: before }], ..none() }),
            ("team", Assumptions { team: vec![TeamChange { from: before, people: 50 }], ..none() }),
            ("team", Assumptions { team: vec![TeamChange { from: after, people: 1_001 }], ..none() }),
            ("team", Assumptions { team: vec![TeamChange { from: after, people: 1 }; 101], ..none() }),
            ("growth", Assumptions { growth: Growth::Range { low: 5, high: 4 }, ..none() }),
            ("growth", Assumptions { growth: Growth::Range { low: -91, high: 4 }, ..none() }),
            ("growth", Assumptions { growth: Growth::Range { low: 0, high: i32::MAX }, ..none() }),
            ("splitting", Assumptions { splitting: Some(Splitting { low: 99, high: 120 }), ..none() }),
            ("splitting", Assumptions { splitting: Some(Splitting { low: 130, high: 120 }), ..none() }),
            ("risks", Assumptions { risks: vec![risk(101, 1, 2)], ..none() }),
            ("risks", Assumptions { risks: vec![risk(10, 3, 2)], ..none() }),
            ("risks", Assumptions { risks: vec![risk(10, 3, u32::MAX); 2], ..none() }),
            ("start", Assumptions { start: Some(Start { earliest: before, latest: after }), ..none() }),
            ("start", Assumptions { start: Some(Start { earliest: after, latest: as_of }), ..none() }),
            (
                "start",
                Assumptions { start: Some(Start { earliest: after, latest: NaiveDate::MAX }), ..none() },
            ),
        ];
        for (field, assumptions) in unfit {
            let failure = Failure::from(assumptions.check(as_of).unwrap_err());
            assert_eq!(failure.field.as_deref(), Some(field), "{assumptions:?}");
            assert!(failure.message.ends_with('.') && !failure.message.contains("error-"), "{failure:?}");
        }
    }

    #[test]
    fn the_latest_change_of_the_team_counts_in_whatever_order_they_come() {
        let change = |from, people| TeamChange { from: day(from), people };
        let team = vec![change("2026-03-01", 150), change("2026-02-01", 50)];
        let assumptions = Assumptions { team, ..Assumptions::default() };
        let people =
            ["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"].map(|on| assumptions.people(day(on)));
        assert_eq!(people, [100, 50, 50, 150]);
    }
}
