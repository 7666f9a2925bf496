//! Questions about what comes, and their answers: numbers, one honest sentence, what it rests on.

use super::fit::Fit;
use super::history::Window;
use super::{LEVELS, Method, Outlook, SURE, sentence};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is asked: when items are done, how many are by a day, or with both how likely that is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase")]
pub struct Question {
    /// So many items from the top.
    pub items: Option<u32>,
    /// How many of the first items are in progress.
    pub in_progress: u32,
    /// The day, included.
    pub by: Option<NaiveDate>,
}

/// What has to be known beside an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum Note {
    /// No complete week is known: there is no forecast.
    NoCompleteWeek,
    /// Nothing was finished in the window: there is no forecast.
    NothingFinished {
        /// Weeks of the window.
        weeks: u32,
    },
    /// Fewer than 5 weeks or 5 items.
    ThinHistory {
        /// Weeks of the window.
        weeks: u32,
        /// Items finished in them.
        items: u32,
    },
    /// The history ends more than two weeks before the as-of day; the pace since is assumed.
    HistoryEnds {
        /// The last known day.
        on: NaiveDate,
    },
    /// Growth from history is assumed, but nothing is known to have been added.
    NoGrowthKnown,
    /// Something asked for lies later than two years.
    NotForecastable,
}

/// One value for each of [`LEVELS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Levels<T> {
    /// At 50%.
    pub p50: T,
    /// At 70%.
    pub p70: T,
    /// At 85%.
    pub p85: T,
    /// At 95%.
    pub p95: T,
}

impl<T: Copy> Levels<T> {
    /// Takes the values in the order of [`LEVELS`]; none unless there are four.
    pub(super) fn of(values: &[T]) -> Option<Self> {
        let [p50, p70, p85, p95] = *values else { return None };
        Some(Self { p50, p70, p85, p95 })
    }

    /// Each value behind its percentage, in the order of [`LEVELS`].
    pub fn each(self) -> [(u8, T); 4] {
        let [even, likely, sure, surest] = LEVELS;
        [(even, self.p50), (likely, self.p70), (sure, self.p85), (surest, self.p95)]
    }
}

/// When so many items are done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct When {
    /// How many items.
    pub items: u32,
    /// The first day with that likelihood; none when not forecastable.
    #[serde(flatten)]
    pub days: Levels<Option<NaiveDate>>,
}

/// How many items are done by a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HowMany {
    /// The day, included.
    pub by: NaiveDate,
    /// At least so many items, with that likelihood.
    #[serde(flatten)]
    pub items: Levels<u32>,
}

/// A whole answer, with what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// How it was made.
    pub method: Method,
    /// Day 1 of the forecast.
    pub as_of: NaiveDate,
    /// The weeks it learnt from.
    pub window: Window,
    /// The fit of the default method.
    pub fit: Option<Fit>,
    /// When the items asked for are done.
    pub when: Option<When>,
    /// How many are done by the day asked for.
    pub how_many: Option<HowMany>,
    /// P(all items asked for are done by the day asked for), 0 to 1; show it with
    /// [`display_likelihood`].
    pub likelihood: Option<f64>,
    /// One honest sentence to copy.
    pub sentence: String,
    /// The part of the sentence that answers, such as "10 February"; none without an answer.
    pub emphasis: Option<String>,
    /// The second sentence: the even chance, and how often it will be later or fewer. Empty
    /// without an answer.
    pub detail: String,
    /// What it rests on: the weeks learnt from, and what is assumed beyond the default. Empty
    /// without a forecast.
    pub basis: String,
    /// What has to be known beside it.
    pub notes: Vec<Note>,
}

impl Outlook {
    /// Answers `question`. The sentence gives the percentile `sure` beside the even chance.
    pub fn answer(&self, question: &Question, sure: u8) -> Answer {
        let Question { items, in_progress, by } = *question;
        // Two likelihoods always: one date alone would be taken for a promise.
        let pair = if sure > LEVELS[0] { [sure, LEVELS[0]] } else { [SURE, sure] };
        let asked = [&LEVELS[..], &pair].concat();
        let work = items.filter(|items| *items > 0).map(|items| self.scope.work(items, in_progress));
        let days = work.as_ref().filter(|_| self.fit.is_some()).map(|work| self.when_done(work, &asked));
        let counts = by.and_then(|by| self.how_many_of(in_progress, by, &asked));
        let when = items
            .zip(days.as_ref())
            .and_then(|(items, days)| Some(When { items, days: Levels::of(&days[..LEVELS.len()])? }));
        let how_many = by
            .zip(counts.as_ref())
            .and_then(|(by, counts)| Some(HowMany { by, items: Levels::of(&counts[..LEVELS.len()])? }));
        let likelihood = work.zip(by).and_then(|(work, by)| self.likelihood_of(&work, by));
        let mut notes = self.notes.clone();
        let late = when.as_ref().is_some_and(|when| when.days.p95.is_none());
        if self.fit.is_some() && (late || by.is_some() && how_many.is_none()) {
            notes.push(Note::NotForecastable);
        }
        let days = days.map(|days| {
            let shown = |place: usize| days[LEVELS.len() + place].map(|day| self.shown(day));
            sentence::when(self.as_of, (pair[0], shown(0)), (pair[1], shown(1)))
        });
        let told = match (self.fit, days, by) {
            (None, ..) => sentence::Spoken::alone(
                self.notes.first().map(|note| note.sentence(self.as_of)).unwrap_or_default(),
            ),
            (_, None, None) => sentence::Spoken::alone(sentence::no_items()),
            (_, None, Some(by)) => match counts {
                Some(counts) => {
                    let count = |place: usize| (pair[place], counts[LEVELS.len() + place]);
                    sentence::how_many(self.as_of, by, count(0), count(1))
                }
                None => sentence::Spoken::alone(Note::NotForecastable.sentence(self.as_of)),
            },
            (_, Some(when), None) => when,
            (_, Some(when), Some(by)) => match items.zip(likelihood) {
                Some((items, likelihood)) => {
                    let likely = sentence::likelihood(self.as_of, by, items, likelihood);
                    sentence::Spoken { sentence: format!("{likely} {}", when.sentence), ..when }
                }
                None => when,
            },
        };
        Answer {
            method: self.method(),
            as_of: self.as_of,
            window: self.window.clone(),
            fit: self.fit.filter(|_| self.method() == Method::Default),
            when,
            how_many,
            likelihood,
            sentence: told.sentence,
            emphasis: told.emphasis,
            detail: told.detail,
            basis: self.fit.map(|_| sentence::basis(self)).unwrap_or_default(),
            notes,
        }
    }
}
