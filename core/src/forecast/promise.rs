//! Promises: whether what was told still holds, and what moved it since.

use super::assumptions::Assumptions;
use super::calendar::Calendar;
use super::history::{History, Window};
use super::{Answer, LEVELS, Method, Outlook, Question, sentence};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The two numbers somebody was told: the even chance and the sure one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Told {
    /// Days on which all is done; none when that was not forecastable.
    When {
        /// With an even chance.
        even: Option<NaiveDate>,
        /// At the sure level.
        sure: Option<NaiveDate>,
    },
    /// At least so many items.
    HowMany {
        /// With an even chance.
        even: u32,
        /// At the sure level.
        sure: u32,
    },
}

/// Whether today's sure answer lies in the range that was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Promise {
    /// It does.
    Holds,
    /// Today's sure day lies after the sure day told.
    Later {
        /// By so many days.
        days: u32,
    },
    /// Today's sure day lies before the even day told.
    Earlier {
        /// By so many days.
        days: u32,
    },
    /// Today's sure count is less than the sure count told.
    Fewer {
        /// By so many items.
        items: u32,
    },
    /// Today's sure count is more than the even count told.
    More {
        /// By so many items.
        items: u32,
    },
    /// Nothing can be told today, or it was not when it was asked.
    NotForecastable,
}

impl Promise {
    /// Compares what was told with what would be told today about the same.
    pub fn of(told: &Told, today: &Told) -> Self {
        let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days().unsigned_abs() as u32;
        match (*told, *today) {
            (Told::When { even: Some(even), sure: Some(sure) }, Told::When { sure: Some(now), .. }) => {
                if now > sure {
                    Self::Later { days: days(sure, now) }
                } else if now < even {
                    Self::Earlier { days: days(now, even) }
                } else {
                    Self::Holds
                }
            }
            (Told::HowMany { even, sure }, Told::HowMany { sure: now, .. }) => {
                if now < sure {
                    Self::Fewer { items: sure - now }
                } else if now > even {
                    Self::More { items: now - even }
                } else {
                    Self::Holds
                }
            }
            _ => Self::NotForecastable,
        }
    }
}

impl Outlook {
    /// What a person would be told: days for a question with items, else counts; none without a
    /// forecast.
    pub fn told(&self, question: &Question, sure: u8) -> Option<Told> {
        self.fit?;
        let pair = [LEVELS[0], sure];
        match (question.items.filter(|items| *items > 0), question.by) {
            (Some(items), _) => {
                let days = self.when_done(&self.scope.work(items, question.in_progress), &pair);
                Some(Told::When { even: days[0], sure: days[1] })
            }
            (None, by) => {
                let counts = self.how_many_of(question.in_progress, by?, &pair)?;
                Some(Told::HowMany { even: counts[0], sure: counts[1] })
            }
        }
    }
}

/// One question under both methods, and how they differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Opinions {
    /// The default method.
    pub default: Answer,
    /// "If the coming weeks replay the past".
    pub replay: Answer,
    /// How the two differ, in one sentence; empty when one of them has no answer.
    pub difference: String,
}

impl Opinions {
    /// Answers `question` with both methods; the method of `assumptions` does not matter.
    pub fn of(
        history: &History,
        calendar: &Calendar,
        as_of: NaiveDate,
        assumptions: &Assumptions,
        question: &Question,
        sure: u8,
    ) -> Self {
        let outlook =
            |method| Outlook::new(history, calendar, as_of, &Assumptions { method, ..assumptions.clone() });
        let (default, replay) = (outlook(Method::Default), outlook(Method::Replay));
        let told = |outlook: &Outlook| {
            Some(match outlook.told(question, sure)? {
                Told::When { even, sure } => Told::When { even, sure: sure.map(|day| outlook.shown(day)) },
                counts @ Told::HowMany { .. } => counts,
            })
        };
        let difference = told(&default)
            .zip(told(&replay))
            .and_then(|(default, replay)| sentence::difference(as_of, sure, default, replay));
        Self {
            default: default.answer(question, sure),
            replay: replay.answer(question, sure),
            difference: difference.unwrap_or_default(),
        }
    }
}

/// What a forecast rested on when it was made, as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Basis {
    /// Day 1 of the forecast.
    pub as_of: NaiveDate,
    /// The weeks it learnt from.
    pub window: Window,
    /// When was worked, as it was known then.
    #[ts(skip)]
    pub calendar: Calendar,
}

/// What happened to the items of a forecast since it was told, each a number of items.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Since {
    /// Up to the last item asked for, when it was told.
    pub then: u32,
    /// Of these and those that came ahead since, finished.
    pub finished: u32,
    /// Added ahead of the last one.
    pub added: u32,
    /// Removed ahead of it.
    pub removed: u32,
    /// Moved from behind the last one to ahead of it.
    pub ahead: u32,
    /// Moved from ahead of it to behind it.
    pub behind: u32,
}

/// By how many days the sure date moved, and through what; positive is later.
///
/// The four add up to the whole move exactly: the ingredients of the old answer are replaced by
/// today's one after another, in the order of the fields, and each is told the change of the date
/// at its turn. Another order would share the move out a little differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Moved {
    /// The days that passed, the items done in them, and the pace they showed.
    pub throughput: i64,
    /// Items added and removed.
    pub scope: i64,
    /// Items moved ahead and behind.
    pub order: i64,
    /// Working days and closed days.
    pub calendar: i64,
}

impl Moved {
    /// Splits the move of the date at the percentile `sure`; none where a date on the way is not
    /// forecastable.
    pub fn between(old: &Basis, new: &Basis, since: &Since, sure: u8) -> Option<Self> {
        let date = |basis: &Basis, calendar: &Calendar, items: i64| {
            let plain = Assumptions::default();
            let outlook = Outlook::learnt(basis.window.clone(), None, calendar.clone(), basis.as_of, &plain);
            let items = u32::try_from(items.max(0)).unwrap_or(u32::MAX);
            // Nothing left to do was done the day before.
            if items == 0 { basis.as_of.pred_opt() } else { outlook.when(items, &[sure])[0] }
        };
        let number = |items: u32| i64::from(items);
        let finished = number(since.then) - number(since.finished);
        let scoped = finished + number(since.added) - number(since.removed);
        let ordered = scoped + number(since.ahead) - number(since.behind);
        let dates = [
            date(old, &old.calendar, number(since.then))?,
            date(new, &old.calendar, finished)?,
            date(new, &old.calendar, scoped)?,
            date(new, &old.calendar, ordered)?,
            date(new, &new.calendar, ordered)?,
        ];
        let days = |step: usize| (dates[step] - dates[step - 1]).num_days();
        Some(Self { throughput: days(1), scope: days(2), order: days(3), calendar: days(4) })
    }

    /// The whole move in days.
    pub fn days(&self) -> i64 {
        self.throughput + self.scope + self.order + self.calendar
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::testing::{day, weekly};
    use crate::forecast::{SURE, Span};
    use chrono::Days;

    const COUNTS: [u32; 12] = [3, 7, 5, 0, 6, 4, 9, 5, 2, 8, 4, 7];

    fn when(even: &str, sure: &str) -> Told {
        Told::When { even: Some(day(even)), sure: Some(day(sure)) }
    }

    #[test]
    fn a_promise_holds_while_the_sure_day_lies_in_the_range_told() {
        let told = when("2026-01-28", "2026-02-10");
        let today = |even, sure| Promise::of(&told, &when(even, sure));
        assert_eq!(today("2026-01-01", "2026-01-28"), Promise::Holds);
        assert_eq!(today("2026-02-08", "2026-02-10"), Promise::Holds);
        assert_eq!(today("2026-01-28", "2026-02-11"), Promise::Later { days: 1 });
        assert_eq!(today("2026-01-08", "2026-01-25"), Promise::Earlier { days: 3 });
        let lost = Told::When { even: None, sure: None };
        assert_eq!(Promise::of(&told, &lost), Promise::NotForecastable);
        let counts = Told::HowMany { even: 38, sure: 23 };
        let today = |sure| Promise::of(&counts, &Told::HowMany { even: 50, sure });
        assert_eq!(
            [22, 23, 38, 40].map(today),
            [Promise::Fewer { items: 1 }, Promise::Holds, Promise::Holds, Promise::More { items: 2 },]
        );
        assert_eq!(
            Promise::Later { days: 1 }.sentence(),
            "Today's sure date is 1 day later than the one that was told."
        );
    }

    #[test]
    fn the_two_opinions_are_compared_in_a_sentence() {
        let history = weekly("2025-10-13", &COUNTS);
        let asked = |items, by| {
            let question = Question { items, by, ..Question::default() };
            let plain = (Calendar::default(), Assumptions::default());
            Opinions::of(&history, &plain.0, day("2026-01-05"), &plain.1, &question, SURE)
        };
        let both = asked(Some(50), None);
        assert_eq!((both.default.method, both.replay.method), (Method::Default, Method::Replay));
        assert_eq!(
            both.difference,
            "If the coming weeks replay the past, the 85% date is 27 March, 33 days earlier: that view takes \
             the pace of these weeks for certain."
        );
        let both = asked(None, Some(day("2026-03-01")));
        assert_eq!(
            both.difference,
            "If the coming weeks replay the past, at least 33 items are 85% likely, 10 more: that view takes \
             the pace of these weeks for certain."
        );
        assert_eq!(asked(Some(1_000_000), None).difference, "");
    }

    fn basis(as_of: &str, counts: &[u32], calendar: Calendar) -> Basis {
        let history = weekly("2025-10-13", counts);
        let window = Window::new(&history, &calendar, day(as_of), 26);
        Basis { as_of: day(as_of), window, calendar }
    }

    #[test]
    fn a_move_is_split_without_a_rest() {
        let closed = vec![Span { first: day("2026-02-02"), last: day("2026-02-06") }];
        let later = Calendar { closed, ..Calendar::default() };
        let old = basis("2026-01-05", &COUNTS, Calendar::default());
        let mut counts = COUNTS.to_vec();
        counts.extend([1, 2]);
        let new = basis("2026-01-19", &counts, later);
        let since = Since { then: 40, finished: 3, added: 6, removed: 2, ahead: 4, behind: 1 };
        let moved = Moved::between(&old, &new, &since, SURE).unwrap();
        let date = |basis: &Basis, items| {
            let calendar = basis.calendar.clone();
            Outlook::learnt(basis.window.clone(), None, calendar, basis.as_of, &Assumptions::default())
                .when(items, &[SURE])[0]
                .unwrap()
        };
        assert_eq!(moved.days(), (date(&new, 44) - date(&old, 40)).num_days());
        assert!(
            moved.throughput > 0 && moved.scope > 0 && moved.order > 0 && moved.calendar >= 7,
            "{moved:?}"
        );
        let told = moved.sentence(SURE);
        assert!(told.starts_with(&format!("The 85% date moved {} days later: ", moved.days())), "{told}");
        assert!(
            told.contains(&format!("{} days later through items added and removed", moved.scope)),
            "{told}"
        );
    }

    #[test]
    fn what_did_not_happen_moves_nothing() {
        let old = basis("2026-01-05", &COUNTS, Calendar::default());
        let since = Since { then: 40, ..Since::default() };
        let moved = Moved::between(&old, &old.clone(), &since, SURE).unwrap();
        assert_eq!(moved, Moved { throughput: 0, scope: 0, order: 0, calendar: 0 });
        assert_eq!(moved.sentence(SURE), "The 85% date has not moved.");
        let done = Since { then: 40, finished: 70, ..Since::default() };
        assert!(Moved::between(&old, &old.clone(), &done, SURE).unwrap().days() < 0);
        let far = Since { then: 1_000_000, ..Since::default() };
        assert_eq!(Moved::between(&old, &old.clone(), &far, SURE), None);
        let cancelling = Moved { throughput: 3, scope: 0, order: -3, calendar: 0 };
        assert_eq!(
            cancelling.sentence(SURE),
            "The 85% date has not moved: 3 days later through the pace, 3 days earlier through the order."
        );
    }

    #[test]
    fn a_clock_set_back_is_answered_without_a_crash() {
        let new = basis("2026-01-05", &COUNTS, Calendar::default());
        let old = Basis { as_of: new.as_of + Days::new(400), ..new.clone() };
        let since = Since { then: 4, finished: u32::MAX, added: u32::MAX, ..Since::default() };
        for (old, new) in [(&old, &new), (&new, &old)] {
            if let Some(moved) = Moved::between(old, new, &since, SURE) {
                moved.sentence(SURE);
            }
        }
    }
}
