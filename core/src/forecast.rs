//! Forecasts: when items are done, how much by a day, how likely by that day.
//!
//! Pure functions over numbers and days: no storage, clock or chance. A [`Calendar`] says when is
//! worked, a [`History`] what was finished, [`Assumptions`] what else is thought; [`Outlook`] takes
//! the last complete weeks of the past and answers every [`Question`] as of one day. Same input,
//! same bits, on every machine.
//!
//! What the numbers promise was measured on real histories; the [`backtest()`] measures it again
//! on the product's own.

mod answer;
mod assumptions;
mod backtest;
mod calendar;
mod finish;
mod fit;
mod flow;
mod history;
mod promise;
mod replay;
mod scoring;
mod sentence;
mod work;

pub use answer::{Answer, HowMany, Levels, Note, Question, When};
pub use assumptions::{Assumptions, Growth, InProgress, Risk, Splitting, Start, TeamChange};
pub use backtest::{BacktestRow, BacktestScore, backtest, backtest_scores};
pub use calendar::{Calendar, Span};
pub use finish::{Fan, FinishTable};
pub use fit::{Fit, Shift, median, shift, slowdown};
pub use flow::{
    Ageing, CumulativeFlow, CycleTime, CycleTimes, StageDates, ageing, cumulative_flow, cycle_times,
    usual_age,
};
pub use history::{History, Window};
pub use promise::{Basis, Moved, Opinions, Promise, Since, Told};
pub use scoring::{Calibration, LevelScore, QUANTILES, Quantiles, Resolution, Verdict};
pub use sentence::{display_likelihood, frequency, long_date};

use chrono::{Days, Months, NaiveDate};
use finish::{largest, reaches, sweep};
use replay::Replay;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use work::{Scope, Work};

/// Weeks of history a forecast learns from unless told otherwise.
pub const WINDOW_WEEKS: u32 = 26;
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

impl Pace {
    /// Tells whether the last 5 weeks of a window differ from the 15 before; none with fewer than 20.
    pub fn of(window: &Window) -> Option<Self> {
        slowdown(window).map(|z| match z {
            z if z < -2.0 => Self::SlowingDown,
            z if z > 2.0 => Self::SpeedingUp,
            _ => Self::Steady,
        })
    }
}

/// What can be said as of one day: answers every question about what comes.
///
/// Without a complete week, or with nothing finished in the window, its answers are empty and a
/// note says why.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// Day 1 of the forecast; it counts if it is worked.
    pub as_of: NaiveDate,
    /// The complete weeks it learnt from.
    pub window: Window,
    /// The level of the team; none when nothing was finished.
    pub fit: Option<Fit>,
    /// What has to be known beside every answer.
    pub notes: Vec<Note>,
    assumptions: Assumptions,
    /// The product's, with the working and closed days that are assumed.
    calendar: Calendar,
    scope: Scope,
    /// Full weeks of work from the as-of day to the end of each day, by offset, up to the horizon.
    weeks_ahead: Vec<f64>,
    /// The days work may begin on, each as likely.
    beginnings: Vec<Beginning>,
}

/// A day work may begin on.
#[derive(Debug, Clone, PartialEq)]
struct Beginning {
    /// Full weeks of work that pass before it.
    missed: f64,
    /// Offset from the as-of day of the last day of each period of a week, up to the horizon.
    periods: Vec<usize>,
}

impl Beginning {
    /// How many periods are over by the end of the day at `offset`.
    fn periods_by(&self, offset: usize) -> usize {
        self.periods.partition_point(|end| *end <= offset)
    }
}

/// P(some work is done by the end of the day at an offset from the as-of day).
type Completion<'a> = Box<dyn Fn(&Work, usize) -> f64 + 'a>;

impl Outlook {
    /// Learns from the last complete weeks of `history` before `as_of`.
    ///
    /// `assumptions` are taken as checked ([`Assumptions::check`]).
    pub fn new(history: &History, calendar: &Calendar, as_of: NaiveDate, assumptions: &Assumptions) -> Self {
        let calendar = assumptions.calendar(calendar);
        let window = Window::new(history, &calendar, as_of, assumptions.window_weeks as usize);
        let known_until = history.known_until();
        Self::learnt(window, known_until, calendar, as_of, assumptions)
    }

    /// Goes on from the weeks of a forecast that was kept: with those of the same as-of day and the
    /// calendar as it is assumed it answers as then.
    fn learnt(
        window: Window,
        known_until: Option<NaiveDate>,
        calendar: Calendar,
        as_of: NaiveDate,
        assumptions: &Assumptions,
    ) -> Self {
        let mut notes = notes(&window, known_until, as_of);
        let growing = assumptions.growth == Growth::History;
        if growing && window.finished() > 0 && window.added.iter().all(|added| *added == 0) {
            notes.push(Note::NoGrowthKnown);
        }
        let people = |day| assumptions.people(day);
        let worked = assumptions.ahead(&calendar);
        let shares = assumptions.shares(window.weekday_shares, &calendar);
        let weeks_ahead = weeks_ahead(&calendar, &shares, as_of, people);
        let open = open_days(&worked, as_of, people);
        let beginnings = beginnings(assumptions.start, &worked, as_of, weeks_ahead.len());
        let beginnings = beginnings.into_iter().map(|offset| Beginning {
            missed: offset.checked_sub(1).map_or(0.0, |before| weeks_ahead[before]),
            periods: replay::periods(&open[offset..], calendar.working_days())
                .into_iter()
                .map(|end| offset + end)
                .collect(),
        });
        Self {
            as_of,
            fit: Fit::of(&window),
            notes,
            scope: Scope::new(assumptions, &window),
            beginnings: beginnings.collect(),
            assumptions: assumptions.clone(),
            weeks_ahead,
            calendar,
            window,
        }
    }

    /// When is worked, as it is assumed.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// How it answers.
    pub fn method(&self) -> Method {
        self.assumptions.method
    }

    /// Tells when each of `positions` places of the order is done, at each of `percentiles`.
    ///
    /// It rests on history and calendar alone: growth, risks, the team and the start belong to the
    /// answer of a question.
    pub fn finish(&self, positions: usize, percentiles: &[u8]) -> FinishTable {
        let days = match (&self.fit, self.method()) {
            (None, _) => vec![Vec::new(); percentiles.len()],
            (Some(fit), Method::Default) => {
                let shares = &self.window.weekday_shares;
                let weeks = weeks_ahead(&self.calendar, shares, self.as_of, today);
                let at_least = |items, offset: usize| fit.at_least(items, weeks[offset]);
                let row = |percentile| sweep(positions, weeks.len(), percentile, at_least);
                percentiles.iter().map(|percentile| row(*percentile)).collect()
            }
            (Some(_), Method::Replay) => {
                let open = open_days(&self.calendar, self.as_of, today);
                let periods = replay::periods(&open, self.calendar.working_days());
                replay::finish(&self.window.counts, &periods, positions, percentiles)
            }
        };
        FinishTable { as_of: self.as_of, percentiles: percentiles.to_vec(), days }
    }

    /// The first day on which at least `items`, none of them in progress, are done with each of
    /// `percentiles`; none when not forecastable, and for no items.
    pub fn when(&self, items: u32, percentiles: &[u8]) -> Vec<Option<NaiveDate>> {
        if items == 0 {
            return vec![None; percentiles.len()];
        }
        self.when_done(&self.scope.work(items, 0), percentiles)
    }

    /// The most items of which at least so many are done by the end of `by` with each of
    /// `percentiles`; none without a forecast or later than two years.
    pub fn how_many(&self, by: NaiveDate, percentiles: &[u8]) -> Option<Vec<u32>> {
        self.how_many_of(0, by, percentiles)
    }

    /// P(at least `items`, none of them in progress, are done by the end of `by`), 0 to 1; none
    /// without a forecast or later than two years.
    pub fn likelihood(&self, items: u32, by: NaiveDate) -> Option<f64> {
        self.likelihood_of(&self.scope.work(items, 0), by)
    }

    /// Tells how many items are done at the end of each day from the as-of day to `until`, or to
    /// the horizon, at each of `percentiles`. These are items done, so growth and risks have no part.
    pub fn fan(&self, until: NaiveDate, percentiles: &[u8]) -> Fan {
        let days = usize::try_from((until - self.as_of).num_days() + 1).unwrap_or(0);
        let days = days.min(self.weeks_ahead.len());
        let mut rows = vec![Vec::new(); percentiles.len()];
        if let Some(done) = days.checked_sub(1).and_then(|last| self.completion(usize::MAX, last)) {
            for (row, percentile) in rows.iter_mut().zip(percentiles) {
                let mut most = 0;
                row.extend((0..days).map(|offset| {
                    let enough = |items| reaches(done(&Work::of(items), offset), *percentile);
                    most = largest(most, enough);
                    most
                }));
            }
        }
        Fan { as_of: self.as_of, percentiles: percentiles.to_vec(), rows }
    }

    /// The day a person reads for `day`: under replay, which speaks in whole weeks, the last
    /// working day of the week.
    pub fn shown(&self, day: NaiveDate) -> NaiveDate {
        match self.method() {
            Method::Default => day,
            Method::Replay => self.calendar.last_open_day(day),
        }
    }

    /// The first day on which all of `work` is done with each of `percentiles`.
    fn when_done(&self, work: &Work, percentiles: &[u8]) -> Vec<Option<NaiveDate>> {
        let days = self.weeks_ahead.len();
        let done = days.checked_sub(1).and_then(|last| self.completion(work.most(), last));
        let Some(done) = done else { return vec![None; percentiles.len()] };
        // The percentiles share most of the days that halving asks for.
        let mut asked = vec![None; days];
        let mut first = |percentile| {
            let (mut from, mut to) = (0, days);
            while from < to {
                let middle = from + (to - from) / 2;
                let likelihood = *asked[middle].get_or_insert_with(|| done(work, middle));
                if reaches(likelihood, percentile) { to = middle } else { from = middle + 1 }
            }
            (from < days).then(|| self.as_of.checked_add_days(Days::new(from as u64))).flatten()
        };
        percentiles.iter().map(|percentile| first(*percentile)).collect()
    }

    /// As [`Outlook::how_many`], with the first `in_progress` items in progress.
    fn how_many_of(&self, in_progress: u32, by: NaiveDate, percentiles: &[u8]) -> Option<Vec<u32>> {
        self.fit?;
        let Some(offset) = self.offset(by)? else { return Some(vec![0; percentiles.len()]) };
        let done = self.completion(usize::MAX, offset)?;
        let enough =
            |items, percentile| reaches(done(&self.scope.work(items, in_progress), offset), percentile);
        // From the highest percentile down the counts only grow, so each starts where the last ended.
        let mut order: Vec<usize> = (0..percentiles.len()).collect();
        order.sort_by_key(|place| std::cmp::Reverse(percentiles[*place]));
        let mut counts = vec![0; percentiles.len()];
        order.into_iter().fold(0, |least, place| {
            counts[place] = largest(least, |items| enough(items, percentiles[place]));
            counts[place]
        });
        Some(counts)
    }

    /// P(all of `work` is done by the end of `by`); none without a forecast or later than two years.
    fn likelihood_of(&self, work: &Work, by: NaiveDate) -> Option<f64> {
        self.fit?;
        match self.offset(by)? {
            Some(offset) => Some(self.completion(work.most(), offset)?(work, offset)),
            None => Some(if work.most() == 0 { 1.0 } else { 0.0 }),
        }
    }

    /// The probability that some work is done by the end of the day at an offset, mixed over the
    /// days work may begin on; none without a forecast.
    ///
    /// It can be asked for work of up to `limit` items, up to the offset `last`.
    fn completion(&self, limit: usize, last: usize) -> Option<Completion<'_>> {
        let fit = self.fit.as_ref()?;
        let share = 1.0 / self.beginnings.len() as f64;
        Some(match self.method() {
            Method::Default => Box::new(move |work, offset| {
                let weeks = self.weeks_ahead[offset];
                let done = |beginning: &Beginning| fit.completes(work, (weeks - beginning.missed).max(0.0));
                self.beginnings.iter().map(|beginning| share * done(beginning)).sum()
            }),
            Method::Replay => {
                let weeks = self.beginnings.iter().map(|beginning| beginning.periods_by(last)).max();
                let added = match self.assumptions.growth {
                    Growth::History => &self.window.added[..],
                    Growth::None | Growth::Range { .. } => &[],
                };
                let table = Replay::new(&self.window.counts, added, limit, weeks.unwrap_or(0)).weeks();
                Box::new(move |work, offset| {
                    let done =
                        |beginning: &Beginning| replay::completes(work, &table[beginning.periods_by(offset)]);
                    self.beginnings.iter().map(|beginning| share * done(beginning)).sum()
                })
            }
        })
    }

    /// The offset of `day` from the as-of day, inner none before it; none later than the horizon.
    fn offset(&self, day: NaiveDate) -> Option<Option<usize>> {
        let offset = usize::try_from((day - self.as_of).num_days()).ok();
        offset.is_none_or(|offset| offset < self.weeks_ahead.len()).then_some(offset)
    }
}

/// Today's team, for days on which no change of it is assumed.
fn today(_: NaiveDate) -> u32 {
    100
}

/// The days of which something can be said.
fn ahead(as_of: NaiveDate) -> Span {
    Span { first: as_of, last: as_of.checked_add_months(HORIZON).unwrap_or(NaiveDate::MAX) }
}

/// Full weeks of work from the as-of day to the end of each day, by offset, up to the horizon.
/// `people` is the team in percent of today's.
fn weeks_ahead(
    calendar: &Calendar,
    shares: &[f64; 7],
    as_of: NaiveDate,
    people: impl Fn(NaiveDate) -> u32,
) -> Vec<f64> {
    let share = |day| {
        let available = calendar.availability(day) * f64::from(people(day)) / 100.0;
        shares[calendar::weekday(day)] * available
    };
    let sum = |weeks: &mut f64, day| {
        *weeks += share(day);
        Some(*weeks)
    };
    ahead(as_of).days().scan(0.0, sum).collect()
}

/// How much of a working day of today's team each day has, in percent, up to the day after the horizon.
fn open_days(calendar: &Calendar, as_of: NaiveDate, people: impl Fn(NaiveDate) -> u32) -> Vec<u32> {
    let last = ahead(as_of).last;
    let days = Span { last: last.succ_opt().unwrap_or(last), ..ahead(as_of) }.days();
    days.map(|day| if calendar.is_open(day) { people(day) } else { 0 }).collect()
}

/// The offsets of the days work may begin on, below `days`: the as-of day, or the working days of
/// the span that is assumed; a span without any begins on its first day.
fn beginnings(start: Option<Start>, calendar: &Calendar, as_of: NaiveDate, days: usize) -> Vec<usize> {
    let Some(Start { earliest, latest }) = start else { return vec![0] };
    let offset = |day: NaiveDate| usize::try_from((day - as_of).num_days()).unwrap_or(0);
    let span = Span { first: earliest, last: latest.min(ahead(as_of).last) };
    let mut open: Vec<usize> = span.days().filter(|day| calendar.is_open(*day)).map(offset).collect();
    if open.is_empty() {
        open.push(offset(earliest).min(days.saturating_sub(1)));
    }
    open
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
mod simulated;

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

    fn with_method(method: Method, history: &History, calendar: &Calendar, as_of: NaiveDate) -> Outlook {
        Outlook::new(history, calendar, as_of, &Assumptions { method, ..Assumptions::default() })
    }

    /// The outlook of the Monday after `counts`, in a calendar without closed days.
    fn outlook(method: Method, counts: &[u32]) -> Outlook {
        let as_of = day("2026-01-05");
        let first = as_of - Days::new(7 * counts.len() as u64);
        with_method(method, &weekly(&first.to_string(), counts), &Calendar::default(), as_of)
    }

    fn asked(items: Option<u32>, by: Option<NaiveDate>) -> Question {
        Question { items, by, ..Question::default() }
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
            with_method(method, &history, calendar, day("2026-01-05")).finish(200, &[85])
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
            let answer = outlook.answer(&asked(Some(1_000_000), None), SURE);
            assert_eq!(answer.notes, [Note::NotForecastable]);
            assert!(answer.sentence.starts_with("Not forecastable"));
        }
    }

    #[test]
    fn nothing_finished_is_no_forecast_and_says_why() {
        let empty = outlook(Method::Default, &[0; 6]).answer(&asked(Some(3), Some(day("2026-03-01"))), SURE);
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
        let notes = |as_of| with_method(Method::Default, &history, &Calendar::default(), day(as_of)).notes;
        assert_eq!(notes("2025-10-19"), []);
        assert_eq!(notes("2025-10-20"), [Note::HistoryEnds { on: day("2025-10-05") }]);
    }

    #[test]
    fn an_answer_says_two_likelihoods_and_never_one_date_alone() {
        let outlook = outlook(Method::Default, &REFERENCE);
        let by = day("2026-03-01");
        assert_eq!(
            outlook.answer(&asked(Some(50), None), 85).sentence,
            "85% likely by 29 April, 50% by 17 March."
        );
        assert_eq!(
            outlook.answer(&asked(Some(50), None), 50).sentence,
            "85% likely by 29 April, 50% by 17 March."
        );
        assert_eq!(
            outlook.answer(&asked(None, Some(by)), 85).sentence,
            "85% likely at least 23 items by 1 March, 50% at least 38."
        );
        let both = outlook.answer(&asked(Some(50), Some(by)), 85);
        assert!(both.sentence.contains("likely that 50 items are done by 1 March. 85% likely by 29 April"));
        assert_eq!(both.how_many.unwrap().items, Levels { p50: 38, p70: 30, p85: 23, p95: 16 });
        assert_eq!(outlook.answer(&asked(Some(0), None), 85).sentence, "No items are left to forecast.");
    }

    #[test]
    fn the_replay_shows_a_working_day_and_keeps_the_sunday() {
        let answer = outlook(Method::Replay, &[4; 8]).answer(&asked(Some(8), None), 85);
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
                let far = with_method(method, &history, &Calendar::default(), as_of);
                far.answer(&asked(Some(5), Some(day("2026-01-05"))), 85);
            }
        }
    }

    #[test]
    fn the_running_week_changes_no_rate() {
        let done = (0..84u64).map(|offset| day("2025-10-13") + Days::new(offset));
        let running = done.clone().chain([day("2026-01-05"); 9]);
        let fit = |done: Vec<NaiveDate>| {
            let history = History::of_done_days(done, Some(day("2026-01-07")));
            with_method(Method::Default, &history, &Calendar::default(), day("2026-01-07")).fit
        };
        assert_eq!(fit(done.collect()), fit(running.collect()));
    }
}
