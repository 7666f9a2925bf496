//! Forecasts: when items are done, how much by a day, how likely by that day.
//!
//! Pure functions over numbers and days: no storage, clock or chance. A [`Calendar`] says when is
//! worked, a [`History`] what was finished; [`Outlook`] takes the last complete weeks of both and
//! answers every question as of one day. Same input, same bits, on every machine.
//!
//! What the numbers promise was measured on real histories; the [`backtest()`] measures it again
//! on the product's own.

mod backtest;
mod calendar;
mod finish;
mod fit;
mod history;
mod replay;
mod sentence;

pub use backtest::{BacktestRow, backtest};
pub use calendar::{Calendar, Span};
pub use finish::FinishTable;
pub use fit::{Fit, slowdown};
pub use history::{History, Window};
pub use sentence::{display_likelihood, long_date};

use chrono::{Days, Months, NaiveDate};
use finish::{reaches, sweep};
use replay::Replay;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Weeks of history a forecast learns from unless told otherwise.
pub const WINDOW_WEEKS: usize = 26;
/// The percentiles every answer gives.
pub const LEVELS: [u8; 4] = [50, 70, 85, 95];
/// The percentile a product starts with for its one "sure" date.
pub const SURE: u8 = 85;
/// What lies later than this after the as-of day is not forecastable.
const HORIZON: Months = Months::new(24);

/// How a forecast is made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Method {
    /// A negative binomial that knows how uncertain the team's level is.
    #[default]
    Default,
    /// "If the coming weeks replay the past": the exact bootstrap, in whole weeks.
    Replay,
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
    /// Something asked for lies later than two years.
    NotForecastable,
}

/// Whether the last weeks differ from those before by more than chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Pace {
    /// Dates may be optimistic.
    SlowingDown,
    /// Nothing to say.
    Steady,
    /// Dates may be pessimistic.
    SpeedingUp,
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
    fn of(values: &[T]) -> Option<Self> {
        let [p50, p70, p85, p95] = *values else { return None };
        Some(Self { p50, p70, p85, p95 })
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
    /// What has to be known beside it.
    pub notes: Vec<Note>,
}

/// What can be said as of one day: answers every question about what comes.
///
/// Without a complete week, or with nothing finished in the window, its answers are empty and a
/// note says why.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// How it answers.
    pub method: Method,
    /// Day 1 of the forecast; it counts if it is worked.
    pub as_of: NaiveDate,
    /// The complete weeks it learnt from.
    pub window: Window,
    /// The level of the team; none when nothing was finished.
    pub fit: Option<Fit>,
    /// What has to be known beside every answer.
    pub notes: Vec<Note>,
    calendar: Calendar,
    /// Full weeks of work from the as-of day to the end of each day, by offset, up to the horizon.
    weeks_ahead: Vec<f64>,
    /// Offset of the last day of each of the coming periods of a week, up to the horizon.
    periods: Vec<usize>,
}

impl Outlook {
    /// Learns from the last `window_weeks` complete weeks of `history` before `as_of`.
    pub fn new(
        method: Method,
        history: &History,
        calendar: &Calendar,
        as_of: NaiveDate,
        window_weeks: usize,
    ) -> Self {
        let window = Window::new(history, calendar, as_of, window_weeks);
        let horizon = as_of.checked_add_months(HORIZON).unwrap_or(NaiveDate::MAX);
        let weeks_ahead: Vec<f64> = Span { first: as_of, last: horizon }
            .days()
            .scan(0.0, |weeks, day| {
                *weeks += window.weekday_shares[calendar::weekday(day)] * calendar.availability(day);
                Some(*weeks)
            })
            .collect();
        Self {
            method,
            as_of,
            fit: Fit::of(&window),
            notes: notes(&window, history.known_until(), as_of),
            periods: replay::periods(calendar, as_of, weeks_ahead.len().saturating_sub(1)),
            calendar: calendar.clone(),
            weeks_ahead,
            window,
        }
    }

    /// Tells when each of `positions` places of the order is done, at each of `percentiles`.
    pub fn finish(&self, positions: usize, percentiles: &[u8]) -> FinishTable {
        let days = match (&self.fit, self.method) {
            (None, _) => vec![Vec::new(); percentiles.len()],
            (Some(fit), Method::Default) => {
                let at_least = |items, offset: usize| fit.at_least(items, self.weeks_ahead[offset]);
                let row = |percentile| sweep(positions, self.weeks_ahead.len(), percentile, at_least);
                percentiles.iter().map(|percentile| row(*percentile)).collect()
            }
            (Some(_), Method::Replay) => {
                replay::finish(&self.window.counts, &self.periods, positions, percentiles)
            }
        };
        FinishTable { as_of: self.as_of, percentiles: percentiles.to_vec(), days }
    }

    /// The first day on which at least `items` are done with each of `percentiles`; none when not
    /// forecastable, and for no items.
    pub fn when(&self, items: u32, percentiles: &[u8]) -> Vec<Option<NaiveDate>> {
        let table = self.finish(items as usize, percentiles);
        percentiles.iter().map(|percentile| table.day(*percentile, items as usize)).collect()
    }

    /// The most items of which at least so many are done by the end of `by` with each of
    /// `percentiles`; none without a forecast or later than two years.
    pub fn how_many(&self, by: NaiveDate, percentiles: &[u8]) -> Option<Vec<u32>> {
        let fit = self.fit.as_ref()?;
        let most: Box<dyn Fn(u8) -> u32> = match self.method {
            Method::Default => {
                let weeks = self.weeks_by(by)?;
                Box::new(move |percentile| {
                    let bits = (0..31).rev().map(|bit| 1 << bit);
                    bits.fold(0, |items, more| {
                        let enough = reaches(fit.at_least(items + more, weeks), percentile);
                        if enough { items + more } else { items }
                    })
                })
            }
            Method::Replay => {
                let at_least: Vec<f64> = self.replay_by(by, usize::MAX)?.at_least().collect();
                Box::new(move |percentile| {
                    at_least.partition_point(|probability| reaches(*probability, percentile)) as u32
                })
            }
        };
        Some(percentiles.iter().map(|percentile| most(*percentile)).collect())
    }

    /// P(at least `items` are done by the end of `by`), 0 to 1; none without a forecast or later
    /// than two years.
    pub fn likelihood(&self, items: u32, by: NaiveDate) -> Option<f64> {
        let fit = self.fit.as_ref()?;
        match self.method {
            Method::Default => Some(fit.at_least(items, self.weeks_by(by)?)),
            Method::Replay => {
                let replay = self.replay_by(by, items as usize)?;
                let position = (items as usize).checked_sub(1);
                Some(position.map_or(1.0, |position| replay.at_least().nth(position).unwrap_or(0.0)))
            }
        }
    }

    /// Answers when `items` are done and how many are by `by`, whichever is asked; with both, how
    /// likely that is too. The sentence gives the percentile `sure` beside the even chance.
    pub fn answer(&self, items: Option<u32>, by: Option<NaiveDate>, sure: u8) -> Answer {
        let asked = items.filter(|items| *items > 0);
        let forecast = self.fit.is_some();
        let when = asked
            .filter(|_| forecast)
            .and_then(|items| Some(When { items, days: Levels::of(&self.when(items, &LEVELS))? }));
        let how_many =
            by.and_then(|by| Some(HowMany { by, items: Levels::of(&self.how_many(by, &LEVELS)?)? }));
        let likelihood = asked.zip(by).and_then(|(items, by)| self.likelihood(items, by));
        let mut notes = self.notes.clone();
        let late = when.as_ref().is_some_and(|when| when.days.p95.is_none());
        if forecast && (late || by.is_some() && how_many.is_none()) {
            notes.push(Note::NotForecastable);
        }
        Answer {
            method: self.method,
            as_of: self.as_of,
            window: self.window.clone(),
            fit: self.fit.filter(|_| self.method == Method::Default),
            when,
            how_many,
            likelihood,
            sentence: self.sentence(items, by, sure),
            notes,
        }
    }

    /// Tells whether the last 5 weeks differ from the 15 before; none with fewer than 20.
    pub fn pace(&self) -> Option<Pace> {
        slowdown(&self.window).map(|z| match z {
            z if z < -2.0 => Pace::SlowingDown,
            z if z > 2.0 => Pace::SpeedingUp,
            _ => Pace::Steady,
        })
    }

    /// The day a person reads for `day`: under replay, which speaks in whole weeks, the last
    /// working day of the week.
    pub fn shown(&self, day: NaiveDate) -> NaiveDate {
        match self.method {
            Method::Default => day,
            Method::Replay => self.calendar.last_open_day(day),
        }
    }

    fn sentence(&self, items: Option<u32>, by: Option<NaiveDate>, sure: u8) -> String {
        if self.fit.is_none() {
            return self.notes.first().map(|note| note.sentence(self.as_of)).unwrap_or_default();
        }
        // Two likelihoods always: one date alone would be taken for a promise.
        let pair = if sure > LEVELS[0] { [sure, LEVELS[0]] } else { [SURE, sure] };
        let when = |items| match self.when(items, &pair)[..] {
            [day, even] => {
                let shown = |day: Option<NaiveDate>| day.map(|day| self.shown(day));
                sentence::when(self.as_of, (pair[0], shown(day)), (pair[1], shown(even)))
            }
            _ => String::new(),
        };
        match (items, by) {
            (Some(0), None) | (None, None) => sentence::no_items(),
            (Some(items), None) => when(items),
            (None | Some(0), Some(by)) => match self.how_many(by, &pair).as_deref() {
                Some([items, even]) => {
                    sentence::how_many(self.as_of, by, (pair[0], *items), (pair[1], *even))
                }
                _ => Note::NotForecastable.sentence(self.as_of),
            },
            (Some(items), Some(by)) => match self.likelihood(items, by) {
                Some(likelihood) => {
                    let likely = sentence::likelihood(self.as_of, by, items, likelihood);
                    format!("{likely} {}", when(items))
                }
                None => when(items),
            },
        }
    }

    /// Full weeks of work from the as-of day to the end of `by`; none later than the horizon.
    fn weeks_by(&self, by: NaiveDate) -> Option<f64> {
        match usize::try_from((by - self.as_of).num_days()) {
            Ok(offset) => self.weeks_ahead.get(offset).copied(),
            Err(_) => Some(0.0),
        }
    }

    /// The replay of the periods over by the end of `by`, below `limit`; none later than the horizon.
    fn replay_by(&self, by: NaiveDate, limit: usize) -> Option<Replay> {
        self.weeks_by(by)?;
        let offset = usize::try_from((by - self.as_of).num_days()).ok();
        let mut replay = Replay::new(&self.window.counts, limit);
        for _ in self.periods.iter().take_while(|end| offset.is_some_and(|offset| **end <= offset)) {
            replay.next_week();
        }
        Some(replay)
    }
}

fn notes(window: &Window, known_until: Option<NaiveDate>, as_of: NaiveDate) -> Vec<Note> {
    let (weeks, items) = (window.weeks.len() as u32, window.finished());
    if weeks == 0 {
        return vec![Note::NoCompleteWeek];
    }
    if items == 0 {
        return vec![Note::NothingFinished { weeks }];
    }
    let thin = (weeks < 5 || items < 5).then_some(Note::ThinHistory { weeks, items });
    let two_weeks_ago = as_of.checked_sub_days(Days::new(14)).unwrap_or(as_of);
    let ended = known_until.filter(|day| *day < two_weeks_ago).map(|on| Note::HistoryEnds { on });
    thin.into_iter().chain(ended).collect()
}

#[cfg(test)]
mod testing {
    use super::{Calendar, History};
    use chrono::{Days, NaiveDate};

    /// Reads a day, `YYYY-MM-DD`.
    pub(super) fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A weekly file from the Monday `first`.
    pub(super) fn weekly(first: &str, counts: &[u32]) -> History {
        let mondays = (0..).map(|week| day(first) + Days::new(7 * week));
        History::of_weeks(mondays.zip(counts.iter().copied()), &Calendar::default())
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{day, weekly};
    use super::*;

    const REFERENCE: [u32; 12] = [3, 7, 5, 0, 6, 4, 9, 5, 2, 8, 4, 7];

    /// The outlook of the Monday after `counts`, in a calendar without closed days.
    fn outlook(method: Method, counts: &[u32]) -> Outlook {
        let as_of = day("2026-01-05");
        let first = as_of - Days::new(7 * counts.len() as u64);
        Outlook::new(method, &weekly(&first.to_string(), counts), &Calendar::default(), as_of, WINDOW_WEEKS)
    }

    /// Weeks until `items` are done, at each level.
    fn weeks(outlook: &Outlook, items: u32) -> Vec<i64> {
        let days = outlook.when(items, &LEVELS);
        days.iter().map(|day| ((day.unwrap() - outlook.as_of).num_days() + 7) / 7).collect()
    }

    fn in_weeks(outlook: &Outlook, weeks: u64) -> NaiveDate {
        outlook.as_of + Days::new(7 * weeks - 1)
    }

    #[test]
    fn four_a_week_replayed_are_four_a_week_at_every_percentile() {
        let outlook = outlook(Method::Replay, &[4; 8]);
        for items in 1..200 {
            assert_eq!(weeks(&outlook, items), [i64::from(items.div_ceil(4)); 4]);
        }
        assert_eq!(outlook.when(1, &[50]), [Some(day("2026-01-11"))]);
    }

    #[test]
    fn the_replay_gives_the_reference_answers() {
        let coin = outlook(Method::Replay, &[0, 1]);
        assert_eq!(weeks(&coin, 10), [19, 22, 25, 28]);
        assert!((coin.likelihood(10, in_weeks(&coin, 19)).unwrap() - 0.5).abs() < 1e-12);
        assert_eq!(weeks(&outlook(Method::Replay, &[0, 0, 0, 1]), 5), [19, 23, 28, 34]);
        let two_or_five = outlook(Method::Replay, &[2, 5]);
        let by = in_weeks(&two_or_five, 10);
        assert!((two_or_five.likelihood(35, by).unwrap() - 0.623046875).abs() < 1e-12);
        assert_eq!(two_or_five.how_many(by, &LEVELS), Some(vec![35, 32, 29, 26]));
    }

    #[test]
    fn the_default_gives_the_reference_answers() {
        let outlook = outlook(Method::Default, &REFERENCE);
        let fit = outlook.fit.unwrap();
        assert_eq!(format!("{:.6} {:.6} {:.6}", fit.m, fit.phi, fit.v), "5.107314 1.752941 0.149493");
        assert_eq!(weeks(&outlook, 50), [11, 13, 17, 23]);
        assert_eq!(outlook.how_many(in_weeks(&outlook, 8), &LEVELS), Some(vec![38, 30, 23, 16]));
        assert_eq!(format!("{:.6}", outlook.likelihood(15, in_weeks(&outlook, 4)).unwrap()), "0.695200");
        assert_eq!(outlook.notes, []);
    }

    /// Compares the finish table with asking for each position on each of `days`, one by one.
    fn check_finish(outlook: &Outlook, days: &[NaiveDate], positions: impl Iterator<Item = usize>) {
        let table = outlook.finish(700, &LEVELS);
        for position in positions {
            let likelihoods: Vec<f64> =
                days.iter().map(|by| outlook.likelihood(position as u32, *by).unwrap()).collect();
            for percentile in LEVELS {
                let first = likelihoods.iter().position(|likelihood| reaches(*likelihood, percentile));
                let scanned = first.map(|first| days[first]);
                assert_eq!(table.day(percentile, position), scanned, "{percentile}% of {position}");
            }
        }
    }

    #[test]
    fn the_finish_table_is_what_scanning_day_by_day_gives_for_each_position() {
        let outlook = outlook(Method::Default, &REFERENCE);
        let days: Vec<NaiveDate> = Span { first: outlook.as_of, last: day("2028-01-05") }.days().collect();
        check_finish(&outlook, &days, (1..=700).step_by(9));
    }

    #[test]
    fn the_finish_table_of_the_replay_is_what_scanning_week_by_week_gives() {
        let outlook = outlook(Method::Replay, &REFERENCE);
        let sundays: Vec<NaiveDate> = (1..=60).map(|weeks| in_weeks(&outlook, weeks)).collect();
        check_finish(&outlook, &sundays, 1..=110);
    }

    #[test]
    fn dates_never_decrease_in_the_order_and_rise_with_the_percentile() {
        for method in [Method::Default, Method::Replay] {
            let days = outlook(method, &REFERENCE).finish(300, &LEVELS).days;
            assert!(days.iter().all(|row| row.is_sorted()));
            for pair in days.windows(2) {
                assert!(pair[0].iter().zip(&pair[1]).all(|(sooner, later)| sooner <= later));
            }
        }
    }

    #[test]
    fn a_closed_fortnight_moves_every_later_date() {
        let fortnight = Span { first: day("2026-02-02"), last: day("2026-02-15") };
        let closed = Calendar { closed: vec![fortnight], ..Calendar::default() };
        let history = weekly("2025-10-13", &REFERENCE);
        let tables = |method, calendar: &Calendar| {
            Outlook::new(method, &history, calendar, day("2026-01-05"), 26).finish(200, &[85])
        };
        for method in [Method::Default, Method::Replay] {
            let (open, put_off) = (tables(method, &Calendar::default()), tables(method, &closed));
            for position in 1..=200 {
                let (before, after) = (open.day(85, position).unwrap(), put_off.day(85, position).unwrap());
                // A period of the replay lasts until work goes on after it.
                let unmoved = method == Method::Default || before < day("2026-02-01");
                let moved = if before < fortnight.first && unmoved { 0 } else { 14 };
                assert_eq!((after - before).num_days(), moved, "{method:?} {position} {before}");
            }
        }
    }

    #[test]
    fn the_as_of_day_is_the_first_day_and_counts() {
        let outlook = outlook(Method::Default, &[50; 10]);
        assert_eq!(outlook.when(1, &[50]), [Some(outlook.as_of)]);
        assert!(outlook.likelihood(1, outlook.as_of).unwrap() > 0.5);
        assert_eq!(outlook.likelihood(1, outlook.as_of - Days::new(1)), Some(0.0));
    }

    #[test]
    fn later_than_two_years_is_not_forecastable() {
        for method in [Method::Default, Method::Replay] {
            let outlook = outlook(method, &REFERENCE);
            assert_eq!(outlook.when(1_000_000, &LEVELS), [None; 4]);
            assert!(outlook.finish(10_000, &LEVELS).days[0].len() < 700);
            assert!(outlook.likelihood(1, day("2028-01-05")).is_some());
            assert_eq!(outlook.likelihood(1, day("2028-01-06")), None);
            assert_eq!(outlook.how_many(day("2028-01-06"), &LEVELS), None);
            let answer = outlook.answer(Some(1_000_000), None, SURE);
            assert_eq!(answer.notes, [Note::NotForecastable]);
            assert!(answer.sentence.starts_with("Not forecastable"));
        }
    }

    #[test]
    fn nothing_finished_is_no_forecast_and_says_why() {
        let empty = outlook(Method::Default, &[0; 6]).answer(Some(3), Some(day("2026-03-01")), SURE);
        assert_eq!(empty.notes, [Note::NothingFinished { weeks: 6 }]);
        assert_eq!((empty.when, empty.how_many, empty.likelihood), (None, None, None));
        assert_eq!(empty.sentence, "No forecast: nothing was finished in the last 6 complete weeks.");
        assert_eq!(outlook(Method::Replay, &[]).notes, [Note::NoCompleteWeek]);
        assert_eq!(outlook(Method::Replay, &[]).finish(5, &LEVELS).day(50, 1), None);
    }

    #[test]
    fn thin_history_is_shown_and_labelled() {
        let few_weeks = outlook(Method::Default, &[5; 4]);
        assert_eq!(few_weeks.notes, [Note::ThinHistory { weeks: 4, items: 20 }]);
        assert!(few_weeks.when(3, &[85])[0].is_some());
        assert_eq!(
            outlook(Method::Default, &[1, 0, 1, 1, 1]).notes,
            [Note::ThinHistory { weeks: 5, items: 4 }]
        );
        assert_eq!(outlook(Method::Default, &[1; 5]).notes, []);
    }

    #[test]
    fn an_old_history_gives_dates_from_today_and_says_where_it_ends() {
        let history = weekly("2025-07-14", &REFERENCE);
        let notes =
            |as_of| Outlook::new(Method::Default, &history, &Calendar::default(), day(as_of), 26).notes;
        assert_eq!(notes("2025-10-19"), []);
        assert_eq!(notes("2025-10-20"), [Note::HistoryEnds { on: day("2025-10-05") }]);
    }

    #[test]
    fn an_answer_says_two_likelihoods_and_never_one_date_alone() {
        let outlook = outlook(Method::Default, &REFERENCE);
        let by = day("2026-03-01");
        assert_eq!(outlook.answer(Some(50), None, 85).sentence, "85% likely by 29 April, 50% by 17 March.");
        assert_eq!(outlook.answer(Some(50), None, 50).sentence, "85% likely by 29 April, 50% by 17 March.");
        assert_eq!(
            outlook.answer(None, Some(by), 85).sentence,
            "85% likely at least 23 items by 1 March, 50% at least 38."
        );
        let both = outlook.answer(Some(50), Some(by), 85);
        assert!(both.sentence.contains("likely that 50 items are done by 1 March. 85% likely by 29 April"));
        assert_eq!(both.how_many.unwrap().items, Levels { p50: 38, p70: 30, p85: 23, p95: 16 });
        assert_eq!(outlook.answer(Some(0), None, 85).sentence, "No items are left to forecast.");
    }

    #[test]
    fn the_replay_shows_a_working_day_and_keeps_the_sunday() {
        let answer = outlook(Method::Replay, &[4; 8]).answer(Some(8), None, 85);
        assert_eq!(answer.when.unwrap().days.p85, Some(day("2026-01-18")));
        assert_eq!(answer.sentence, "85% likely by 16 January, 50% by 16 January.");
        assert_eq!(answer.fit, None);
    }

    #[test]
    fn absurd_numbers_and_days_are_answered_without_a_crash() {
        for method in [Method::Default, Method::Replay] {
            let absurd = outlook(method, &[u32::MAX, 0, 1, u32::MAX]);
            assert_eq!(absurd.when(4_000, &LEVELS).len(), 4);
            for by in [NaiveDate::MIN, in_weeks(&absurd, 1), NaiveDate::MAX] {
                absurd.likelihood(u32::MAX, by);
                absurd.how_many(by, &LEVELS);
            }
            for as_of in [NaiveDate::MIN, NaiveDate::MAX] {
                let history = weekly("2026-01-05", &REFERENCE);
                let far = Outlook::new(method, &history, &Calendar::default(), as_of, 26);
                far.answer(Some(5), Some(day("2026-01-05")), 85);
            }
        }
    }

    #[test]
    fn the_running_week_changes_no_rate() {
        let done = (0..84u64).map(|offset| day("2025-10-13") + Days::new(offset));
        let running = done.clone().chain([day("2026-01-05"); 9]);
        let fit = |done: Vec<NaiveDate>| {
            let history = History::of_done_days(done, Some(day("2026-01-07")));
            Outlook::new(Method::Default, &history, &Calendar::default(), day("2026-01-07"), 26).fit
        };
        assert_eq!(fit(done.collect()), fit(running.collect()));
    }
}
