//! The honest sentences of a forecast: never one date alone, never 100%.

use super::{Note, Pace};
use crate::words::{say, tell};
use chrono::{Datelike, NaiveDate};

/// Writes `day` out ("10 February"), with the year where it is not that of `as_of`.
pub fn long_date(day: NaiveDate, as_of: NaiveDate) -> String {
    let key = if day.year() == as_of.year() { "forecast-date" } else { "forecast-date-year" };
    tell(
        key,
        &[("day", day.day().into()), ("month", day.month().into()), ("year", day.year().to_string().into())],
    )
}

/// Writes a probability in percent: ">95%" above 95%, "<5%" below 5%, never 100% or 0%.
pub fn display_likelihood(probability: f64) -> String {
    let percent = probability * 100.0;
    if percent > 95.0 + 1e-10 {
        ">95%".to_owned()
    } else if percent < 5.0 - 1e-10 {
        "<5%".to_owned()
    } else {
        format!("{percent:.0}%")
    }
}

/// When it is done: a likelihood above even and the even one, with their days.
pub(super) fn when(
    as_of: NaiveDate,
    (sure, day): (u8, Option<NaiveDate>),
    (even, even_day): (u8, Option<NaiveDate>),
) -> String {
    let args = |day, even_day| {
        [
            ("sure", sure.into()),
            ("even", even.into()),
            ("day", long_date(day, as_of).into()),
            ("even-day", long_date(even_day, as_of).into()),
        ]
    };
    match (day, even_day) {
        (Some(day), Some(even_day)) => tell("forecast-when", &args(day, even_day)),
        (None, Some(even_day)) => tell("forecast-when-even-only", &args(even_day, even_day)),
        (_, None) => tell("forecast-when-too-late", &[("sure", sure.into()), ("even", even.into())]),
    }
}

/// How much is done by a day: a likelihood above even and the even one, with their counts.
pub(super) fn how_many(as_of: NaiveDate, by: NaiveDate, sure: (u8, u32), even: (u8, u32)) -> String {
    tell(
        "forecast-how-many",
        &[
            ("sure", sure.0.into()),
            ("items", sure.1.into()),
            ("even", even.0.into()),
            ("even-items", even.1.into()),
            ("day", long_date(by, as_of).into()),
        ],
    )
}

/// How likely it is that so many items are done by a day.
pub(super) fn likelihood(as_of: NaiveDate, by: NaiveDate, items: u32, probability: f64) -> String {
    tell(
        "forecast-likelihood",
        &[
            ("likelihood", display_likelihood(probability).into()),
            ("items", items.into()),
            ("day", long_date(by, as_of).into()),
        ],
    )
}

/// Nothing is left to ask about.
pub(super) fn no_items() -> String {
    say("forecast-no-items")
}

impl Note {
    /// Says the note as a person reads it.
    pub fn sentence(&self, as_of: NaiveDate) -> String {
        match self {
            Self::NoCompleteWeek => say("forecast-no-complete-week"),
            Self::NothingFinished { weeks } => {
                tell("forecast-nothing-finished", &[("weeks", (*weeks).into())])
            }
            Self::ThinHistory { weeks, items } => {
                tell("forecast-thin-history", &[("weeks", (*weeks).into()), ("items", (*items).into())])
            }
            Self::HistoryEnds { on } => {
                tell("forecast-history-ends", &[("day", long_date(*on, as_of).into())])
            }
            Self::NotForecastable => say("forecast-not-forecastable"),
        }
    }
}

impl Pace {
    /// Says the badge as a person reads it; a steady pace has none.
    pub fn sentence(&self) -> Option<String> {
        match self {
            Self::SlowingDown => Some(say("forecast-slowing-down")),
            Self::SpeedingUp => Some(say("forecast-speeding-up")),
            Self::Steady => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::testing::day;

    #[test]
    fn a_likelihood_is_never_certain() {
        let shown = [0.0, 0.0499, 0.05, 0.5, 0.846, 0.95, 0.9501, 1.0].map(display_likelihood);
        assert_eq!(shown, ["<5%", "<5%", "5%", "50%", "85%", "95%", ">95%", ">95%"]);
    }

    #[test]
    fn a_date_says_its_year_only_when_it_is_another() {
        assert_eq!(long_date(day("2026-02-10"), day("2026-01-05")), "10 February");
        assert_eq!(long_date(day("2027-12-01"), day("2026-01-05")), "1 December 2027");
    }

    #[test]
    fn every_sentence_is_in_the_catalogue_and_reads_well() {
        let as_of = day("2026-01-05");
        let (soon, late) = (Some(day("2026-01-28")), Some(day("2026-02-10")));
        assert_eq!(when(as_of, (85, late), (50, soon)), "85% likely by 10 February, 50% by 28 January.");
        assert_eq!(
            when(as_of, (85, None), (50, soon)),
            "50% likely by 28 January; the 85% date lies more than two years ahead and is not forecastable."
        );
        assert_eq!(
            when(as_of, (85, None), (50, None)),
            "Not forecastable: even the 50% date lies more than two years ahead."
        );
        assert_eq!(
            how_many(as_of, day("2026-02-10"), (85, 1), (50, 38)),
            "85% likely at least 1 item by 10 February, 50% at least 38."
        );
        assert_eq!(
            likelihood(as_of, day("2026-02-10"), 50, 0.99),
            ">95% likely that 50 items are done by 10 February."
        );
        assert_eq!(
            likelihood(as_of, day("2026-02-10"), 1, 0.6),
            "60% likely that 1 item is done by 10 February."
        );
        let notes = [
            Note::NoCompleteWeek,
            Note::NothingFinished { weeks: 1 },
            Note::ThinHistory { weeks: 3, items: 1 },
            Note::HistoryEnds { on: day("2025-09-19") },
            Note::NotForecastable,
        ];
        assert_eq!(
            notes.map(|note| note.sentence(as_of)),
            [
                "No forecast yet: the history holds no complete week.",
                "No forecast: nothing was finished in the last complete week.",
                "Thin history: 1 item in 3 weeks. Take these dates with care.",
                "History ends on 19 September 2025; these dates assume the same pace since.",
                "What lies more than two years ahead is not forecastable.",
            ]
        );
        assert_eq!(no_items(), "No items are left to forecast.");
        assert_eq!(Pace::SlowingDown.sentence().unwrap(), "Slowing down: dates may be optimistic.");
        assert!(!Pace::SpeedingUp.sentence().unwrap().contains("forecast-"));
    }
}
