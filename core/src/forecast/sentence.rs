//! The honest sentences of a forecast: never one date alone, never 100%.

use super::assumptions::{Assumptions, Growth, InProgress};
use super::{LevelScore, Method, Moved, Note, Outlook, Pace, Promise, Shift, Told, Verdict};
use crate::words::{say, tell};
use chrono::{Datelike, Days, NaiveDate};

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

/// How often something at least `percentile` likely does not happen: so many times in so many.
///
/// 85% is 1 in 7: the nearest "1 in n" where that is within a twentieth of it, the exact fraction
/// otherwise.
pub fn frequency(percentile: u8) -> (u8, u8) {
    let rare = 100 - percentile.min(99);
    let n = (100 + rare / 2) / rare;
    let off = u16::from(n) * u16::from(rare);
    if off.abs_diff(100) * 20 <= off {
        return (1, n);
    }
    let divisor =
        (1..=rare).rev().find(|by| rare.is_multiple_of(*by) && 100u8.is_multiple_of(*by)).unwrap_or(1);
    (rare / divisor, 100 / divisor)
}

/// [`frequency`] in words: "One time in seven".
fn often(percentile: u8) -> String {
    let (times, of) = frequency(percentile);
    tell("forecast-times", &[("times", times.into()), ("of", of.into())])
}

/// An answer in words.
pub(super) struct Spoken {
    pub(super) sentence: String,
    pub(super) emphasis: Option<String>,
    pub(super) detail: String,
}

impl Spoken {
    /// A sentence that gives no number.
    pub(super) fn alone(sentence: String) -> Self {
        Self { sentence, emphasis: None, detail: String::new() }
    }
}

/// When it is done: a likelihood above even and the even one, with their days.
pub(super) fn when(
    as_of: NaiveDate,
    (sure, day): (u8, Option<NaiveDate>),
    (even, even_day): (u8, Option<NaiveDate>),
) -> Spoken {
    let args = |day, even_day| {
        [
            ("sure", sure.into()),
            ("even", even.into()),
            ("day", long_date(day, as_of).into()),
            ("even-day", long_date(even_day, as_of).into()),
            ("often", often(sure).into()),
        ]
    };
    match (day, even_day) {
        (Some(day), Some(even_day)) => Spoken {
            sentence: tell("forecast-when", &args(day, even_day)),
            emphasis: Some(long_date(day, as_of)),
            detail: tell("forecast-when-detail", &args(day, even_day)),
        },
        (None, Some(even_day)) => Spoken {
            emphasis: Some(long_date(even_day, as_of)),
            ..Spoken::alone(tell("forecast-when-even-only", &args(even_day, even_day)))
        },
        (_, None) => {
            Spoken::alone(tell("forecast-when-too-late", &[("sure", sure.into()), ("even", even.into())]))
        }
    }
}

/// How much is done by a day: a likelihood above even and the even one, with their counts.
pub(super) fn how_many(as_of: NaiveDate, by: NaiveDate, sure: (u8, u32), even: (u8, u32)) -> Spoken {
    let args = [
        ("sure", sure.0.into()),
        ("items", sure.1.into()),
        ("even", even.0.into()),
        ("even-items", even.1.into()),
        ("day", long_date(by, as_of).into()),
        ("often", often(sure.0).into()),
    ];
    Spoken {
        sentence: tell("forecast-how-many", &args),
        emphasis: Some(tell("forecast-how-many-emphasis", &args)),
        detail: tell("forecast-how-many-detail", &args),
    }
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

/// How the replay differs from the default, at the percentile `sure`; none where there is nothing
/// to compare.
pub(super) fn difference(as_of: NaiveDate, sure: u8, default: Told, replay: Told) -> Option<String> {
    let direction = |by: i64| match by {
        0 => "same",
        1.. => "more",
        _ => "less",
    };
    match (default, replay) {
        (Told::When { sure: Some(default), .. }, Told::When { sure: Some(replay), .. }) => {
            let by = (replay - default).num_days();
            let args = [
                ("direction", direction(by).into()),
                ("days", by.abs().into()),
                ("sure", sure.into()),
                ("day", long_date(replay, as_of).into()),
            ];
            Some(tell("forecast-difference-when", &args))
        }
        (Told::HowMany { sure: default, .. }, Told::HowMany { sure: replay, .. }) => {
            let by = i64::from(replay) - i64::from(default);
            let args = [
                ("direction", direction(by).into()),
                ("by", by.abs().into()),
                ("sure", sure.into()),
                ("items", replay.into()),
            ];
            Some(tell("forecast-difference-how-many", &args))
        }
        _ => None,
    }
}

/// How often the sure level came true, what that says, and what has to be known beside it.
pub(super) fn calibration(sure: Option<&LevelScore>, verdict: Verdict, voids: u32) -> String {
    let score = sure.map(|score| {
        let args =
            [("level", score.level.into()), ("hits", score.hits.into()), ("count", score.count.into())];
        tell("calibration-hits", &args)
    });
    let verdict = match verdict {
        Verdict::TooFew { missing } => tell("calibration-too-few", &[("missing", missing.into())]),
        Verdict::TooOptimistic => say("calibration-too-optimistic"),
        Verdict::TooPessimistic => say("calibration-too-pessimistic"),
        Verdict::InLine => say("calibration-in-line"),
    };
    let voids = (voids > 0).then(|| tell("calibration-voids", &[("voids", voids.into())]));
    let all = score.into_iter().chain([verdict]).chain(voids).chain([say("calibration-overlap")]);
    all.collect::<Vec<String>>().join(" ")
}

impl Promise {
    /// Says whether the promise holds, as a person reads it.
    pub fn sentence(&self) -> String {
        match self {
            Self::Holds => say("promise-holds"),
            Self::Later { days } => tell("promise-later", &[("days", (*days).into())]),
            Self::Earlier { days } => tell("promise-earlier", &[("days", (*days).into())]),
            Self::Fewer { items } => tell("promise-fewer", &[("items", (*items).into())]),
            Self::More { items } => tell("promise-more", &[("items", (*items).into())]),
            Self::NotForecastable => say("promise-not-forecastable"),
        }
    }
}

impl Moved {
    /// Says by how much the date at the percentile `sure` moved and through what.
    pub fn sentence(&self, sure: u8) -> String {
        let days = |days: i64| {
            let direction = if days < 0 { "earlier" } else { "later" };
            tell("moved-days", &[("days", days.abs().into()), ("direction", direction.into())])
        };
        let parts = [
            (self.throughput, "moved-throughput"),
            (self.scope, "moved-scope"),
            (self.order, "moved-order"),
            (self.calendar, "moved-calendar"),
        ];
        let parts = parts.iter().filter(|(part, _)| *part != 0);
        let parts: Vec<String> =
            parts.map(|(part, key)| tell(key, &[("days", days(*part).into())])).collect();
        let args =
            [("sure", sure.into()), ("days", days(self.days()).into()), ("parts", parts.join(", ").into())];
        match (self.days(), parts.is_empty()) {
            (_, true) => tell("moved-not", &args),
            (0, false) => tell("moved-back", &args),
            (_, false) => tell("moved-by", &args),
        }
    }
}

impl Shift {
    /// Says a shift, or that there is none.
    pub fn sentence(shift: Option<Self>) -> String {
        shift.map_or_else(
            || say("forecast-no-shift"),
            |shift| {
                let side = if shift.above { "above" } else { "below" };
                tell("forecast-shift", &[("weeks", shift.weeks.into()), ("side", side.into())])
            },
        )
    }
}

/// What an answer rests on: the weeks learnt from, then what is assumed beyond the default.
pub(super) fn basis(outlook: &Outlook) -> String {
    let window = &outlook.window;
    let counts = &window.counts;
    let (low, high) = (counts.iter().min().copied().unwrap_or(0), counts.iter().max().copied().unwrap_or(0));
    let last = window.weeks.last().and_then(|first| first.checked_add_days(Days::new(6)));
    let learnt = tell(
        "forecast-basis",
        &[
            ("weeks", window.weeks.len().into()),
            ("day", long_date(last.unwrap_or(outlook.as_of), outlook.as_of).into()),
            ("items", window.finished().into()),
            ("low", low.into()),
            ("high", high.into()),
            ("even", if low == high { "yes" } else { "no" }.into()),
        ],
    );
    match clauses(&outlook.assumptions, outlook.as_of) {
        assumed if assumed.is_empty() => learnt,
        assumed => {
            format!("{learnt} {}", tell("forecast-assumed", &[("clauses", assumed.join("; ").into())]))
        }
    }
}

/// What is assumed beyond the default, each in a few words.
fn clauses(assumptions: &Assumptions, as_of: NaiveDate) -> Vec<String> {
    let plain = Assumptions::default();
    let date = |day| long_date(day, as_of);
    let mut clauses = Vec::new();
    if assumptions.method == Method::Replay {
        clauses.push(say("forecast-assumed-replay"));
    }
    if assumptions.window_weeks != plain.window_weeks {
        clauses.push(tell("forecast-assumed-window", &[("weeks", assumptions.window_weeks.into())]));
    }
    if let Some(working) = assumptions.working_days {
        let days = working.iter().filter(|works| **works).count();
        clauses.push(tell("forecast-assumed-working", &[("days", days.into())]));
    }
    let span = |key, first: NaiveDate, last: NaiveDate| {
        let days = last.signed_duration_since(first).num_days() + 1;
        tell(key, &[("days", days.into()), ("first", date(first).into()), ("last", date(last).into())])
    };
    clauses.extend(
        assumptions.closed.iter().map(|closed| span("forecast-assumed-closed", closed.first, closed.last)),
    );
    clauses.extend(assumptions.team.iter().map(|change| {
        let args = [("people", change.people.into()), ("day", date(change.from).into())];
        tell("forecast-assumed-team", &args)
    }));
    match assumptions.growth {
        Growth::None => {}
        Growth::Range { low, high } => {
            clauses.push(tell("forecast-assumed-growth", &[("low", low.into()), ("high", high.into())]));
        }
        Growth::History => clauses.push(say("forecast-assumed-growth-history")),
    }
    if let Some(splitting) = assumptions.splitting {
        let times = |percent: u32| (f64::from(percent) / 100.0).to_string();
        let args = [("low", times(splitting.low).into()), ("high", times(splitting.high).into())];
        clauses.push(tell("forecast-assumed-splitting", &args));
    }
    clauses.extend(assumptions.risks.iter().map(|risk| {
        let args = [
            ("name", risk.name.as_str().into()),
            ("percent", risk.probability.into()),
            ("low", risk.low.into()),
            ("high", risk.high.into()),
        ];
        tell("forecast-assumed-risk", &args)
    }));
    if let Some(start) = assumptions.start {
        clauses.push(span("forecast-assumed-start", start.earliest, start.latest));
    }
    match assumptions.in_progress {
        InProgress::Whole => {}
        InProgress::Half => clauses.push(say("forecast-assumed-half")),
        InProgress::Finished => clauses.push(say("forecast-assumed-finished")),
    }
    clauses
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
            Self::NoGrowthKnown => say("forecast-no-growth-known"),
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
    fn how_often_it_fails_is_said_in_small_numbers() {
        let told = [50, 60, 70, 75, 80, 85, 90, 95, 65, 99, 100].map(frequency);
        let expected =
            [(1, 2), (2, 5), (3, 10), (1, 4), (1, 5), (1, 7), (1, 10), (1, 20), (1, 3), (1, 100), (1, 100)];
        assert_eq!(told, expected);
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
        assert_eq!(
            when(as_of, (85, late), (50, soon)).sentence,
            "85% likely by 10 February, 50% by 28 January."
        );
        assert_eq!(
            when(as_of, (85, None), (50, soon)).sentence,
            "50% likely by 28 January; the 85% date lies more than two years ahead and is not forecastable."
        );
        assert_eq!(
            when(as_of, (85, None), (50, None)).sentence,
            "Not forecastable: even the 50% date lies more than two years ahead."
        );
        assert_eq!(
            how_many(as_of, day("2026-02-10"), (85, 1), (50, 38)).sentence,
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
