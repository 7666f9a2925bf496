//! Scoring: how often "85%" really was 85%, and how far off the whole forecasts were.

use super::fit::incomplete_beta;
use super::{LEVELS, Outlook, Question, SURE, sentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The percentiles a forecast is kept at, for its pinball loss.
pub const QUANTILES: [u8; 19] = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95];
/// Fewer resolved forecasts than this allow no verdict.
const ENOUGH: u32 = 20;
/// What lies outside the interval on each side, in a hundred: it covers 80%.
const OUTSIDE: f64 = 0.10;
/// The offset that stands for a day later than the horizon of two years.
const BEYOND: f64 = 731.0;

/// A forecast at each of [`QUANTILES`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Quantiles {
    /// When: calendar days from the as-of day to the day all is done; none when not forecastable.
    Days {
        /// Never decreasing.
        days: Vec<Option<u32>>,
    },
    /// How many: at least so many items with that likelihood.
    Counts {
        /// Never increasing.
        items: Vec<u32>,
    },
}

impl Quantiles {
    /// At least so many items at `level`; none for days, and for a level that is not kept.
    pub(super) fn at_least(&self, level: u8) -> Option<u32> {
        let place = QUANTILES.iter().position(|kept| *kept == level)?;
        match self {
            Self::Counts { items } => items.get(place).copied(),
            Self::Days { .. } => None,
        }
    }

    /// The mean pinball loss at what came: days from the as-of day, or items. Lower is better; 0
    /// only when every quantile hit. In days or items.
    ///
    /// The loss of the quantile q̂ at τ is (y − q̂)·τ above it and (q̂ − y)·(1 − τ) below (Koenker
    /// and Bassett 1978). "At least so many with 85%" is the quantile at 15%.
    pub fn pinball(&self, actual: u32) -> f64 {
        let quantiles: Vec<(f64, f64)> = match self {
            Self::Days { days } => {
                let quantile = |day: &Option<u32>| day.map_or(BEYOND, f64::from);
                QUANTILES.iter().zip(days).map(|(level, day)| (f64::from(*level), quantile(day))).collect()
            }
            Self::Counts { items } => QUANTILES
                .iter()
                .zip(items)
                .map(|(level, items)| (100.0 - f64::from(*level), f64::from(*items)))
                .collect(),
        };
        let loss = |(level, quantile): &(f64, f64)| {
            let off = f64::from(actual) - quantile;
            if off >= 0.0 { off * level / 100.0 } else { -off * (1.0 - level / 100.0) }
        };
        quantiles.iter().map(loss).sum::<f64>() / quantiles.len().max(1) as f64
    }
}

impl Outlook {
    /// The 19 quantiles of the answer to a question, to be kept with it: days when items are
    /// asked, else counts; none without a forecast.
    pub fn quantiles(&self, question: &Question) -> Option<Quantiles> {
        self.fit?;
        match (question.items.filter(|items| *items > 0), question.by) {
            (Some(items), _) => {
                let work = self.scope.work(items, question.in_progress);
                let days = self.when_done(&work, &QUANTILES).into_iter();
                let offset = |day: chrono::NaiveDate| u32::try_from((day - self.as_of).num_days()).ok();
                Some(Quantiles::Days { days: days.map(|day| day.and_then(offset)).collect() })
            }
            (None, by) => {
                let items = self.how_many_of(question.in_progress, by?, &QUANTILES)?;
                Some(Quantiles::Counts { items })
            }
        }
    }
}

/// What became of a kept forecast.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Resolution {
    /// Whether each of [`LEVELS`] held on its own day; none before that day.
    pub held: [Option<bool>; 4],
    /// Its pinball loss, once all is known.
    pub pinball: Option<f64>,
    /// An item of it was removed: it counts as void and not otherwise.
    pub void: bool,
}

/// How often one level came true.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct LevelScore {
    /// The percentile that was told.
    pub level: u8,
    /// How often it held.
    pub hits: u32,
    /// Out of so many whose day has come.
    pub count: u32,
    /// The exact binomial 80% interval of the share that holds, 0 to 1.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// What the resolved forecasts say about the level told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Verdict {
    /// Not enough to say.
    TooFew {
        /// How many resolved forecasts are missing.
        missing: u32,
    },
    /// What was told holds less often than it was told.
    TooOptimistic,
    /// It holds more often.
    TooPessimistic,
    /// Nothing speaks against it.
    InLine,
}

/// How well forecasts came true.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Calibration {
    /// One for each of [`LEVELS`].
    pub levels: Vec<LevelScore>,
    /// Mean pinball loss; none before a forecast is known to its end.
    pub pinball: Option<f64>,
    /// Forecasts that were voided.
    pub voids: u32,
    /// What the sure level of 85% says.
    pub verdict: Verdict,
    /// All of it in words, with what has to be known beside it.
    pub sentence: String,
}

impl Calibration {
    /// Scores kept forecasts.
    pub fn of(resolutions: &[Resolution]) -> Self {
        let valid = || resolutions.iter().filter(|resolution| !resolution.void);
        let level = |(place, level): (usize, u8)| {
            let known: Vec<bool> = valid().filter_map(|resolution| resolution.held[place]).collect();
            let hits = known.iter().filter(|held| **held).count() as u32;
            let count = known.len() as u32;
            let (low, high) = binomial_interval(hits, count);
            LevelScore { level, hits, count, low, high }
        };
        let levels: Vec<LevelScore> = LEVELS.into_iter().enumerate().map(level).collect();
        let losses: Vec<f64> = valid().filter_map(|resolution| resolution.pinball).collect();
        let pinball = (!losses.is_empty()).then(|| losses.iter().sum::<f64>() / losses.len() as f64);
        let voids = (resolutions.len() - valid().count()) as u32;
        let sure = levels.iter().find(|score| score.level == SURE);
        let verdict = sure.map_or(Verdict::TooFew { missing: ENOUGH }, verdict);
        let sentence = sentence::calibration(sure, verdict, voids);
        Self { levels, pinball, voids, verdict, sentence }
    }
}

fn verdict(score: &LevelScore) -> Verdict {
    let told = f64::from(score.level) / 100.0;
    match ENOUGH.checked_sub(score.count) {
        Some(missing) if missing > 0 => Verdict::TooFew { missing },
        _ if score.high < told => Verdict::TooOptimistic,
        _ if score.low > told => Verdict::TooPessimistic,
        _ => Verdict::InLine,
    }
}

/// The exact 80% interval of a share of which `hits` of `count` were seen (Clopper and Pearson 1934).
///
/// Its lower end is the share at which so many hits or more come in 10 of 100 cases, its upper end
/// that at which so many or fewer do.
fn binomial_interval(hits: u32, count: u32) -> (f64, f64) {
    let at_least = |hits: u32, share: f64| {
        incomplete_beta(f64::from(hits), f64::from(count - hits + 1), share, 1.0 - share)
    };
    let low = if hits == 0 { 0.0 } else { bisect(|share| at_least(hits, share) >= OUTSIDE) };
    let high = if hits >= count { 1.0 } else { bisect(|share| 1.0 - at_least(hits + 1, share) <= OUTSIDE) };
    (low, high)
}

/// The least share, 0 to 1, that `reaches`, which it does from some share on.
fn bisect(reaches: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if reaches(middle) { high = middle } else { low = middle }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::testing::{day, weekly};
    use crate::forecast::{Assumptions, Calendar};

    /// So many that held at every level, then so many that did not.
    fn resolved(held: usize, failed: usize) -> Vec<Resolution> {
        let one = |held| Resolution {
            held: [Some(held); 4],
            pinball: Some(if held { 1.0 } else { 4.0 }),
            void: false,
        };
        std::iter::repeat_n(one(true), held).chain(std::iter::repeat_n(one(false), failed)).collect()
    }

    #[test]
    fn the_interval_is_that_of_clopper_and_pearson() {
        // At 0 of n the upper end is 1 − 0.1^(1/n); the middle one was computed by summing binomials.
        assert!((binomial_interval(0, 10).1 - (1.0 - 0.1_f64.powf(0.1))).abs() < 1e-9);
        assert!((binomial_interval(10, 10).0 - 0.1_f64.powf(0.1)).abs() < 1e-9);
        assert_eq!((binomial_interval(0, 10).0, binomial_interval(10, 10).1), (0.0, 1.0));
        assert_eq!(binomial_interval(0, 0), (0.0, 1.0));
        for (hits, count) in [(20u32, 23u32), (13, 24), (1, 2)] {
            let (low, high) = binomial_interval(hits, count);
            let exactly = |k: u32, share: f64| {
                let ways = (0..k).fold(1.0, |ways, n| ways * f64::from(count - n) / f64::from(n + 1));
                ways * share.powi(k as i32) * (1.0 - share).powi((count - k) as i32)
            };
            let above: f64 = (hits..=count).map(|k| exactly(k, low)).sum();
            let below: f64 = (0..=hits).map(|k| exactly(k, high)).sum();
            assert!((above - 0.1).abs() < 1e-9 && (below - 0.1).abs() < 1e-9, "{hits} of {count}");
        }
    }

    #[test]
    fn a_verdict_waits_for_twenty_resolved_forecasts() {
        let few = Calibration::of(&resolved(5, 14));
        assert_eq!(few.verdict, Verdict::TooFew { missing: 1 });
        assert_eq!(
            few.sentence,
            "85% came true 5 times of 19. One more resolved forecast is needed before it can be said whether \
             they are too optimistic. Forecasts that overlap in time are not independent."
        );
        assert_eq!(Calibration::of(&resolved(12, 8)).verdict, Verdict::TooOptimistic);
        assert_eq!(Calibration::of(&resolved(17, 3)).verdict, Verdict::InLine);
        assert_eq!(Calibration::of(&resolved(60, 1)).verdict, Verdict::TooPessimistic);
        let none = Calibration::of(&[]);
        assert_eq!((none.verdict, none.pinball), (Verdict::TooFew { missing: 20 }, None));
        assert!(none.sentence.starts_with("No 85% forecast has come to its day yet."), "{}", none.sentence);
    }

    #[test]
    fn each_level_counts_when_its_own_day_has_come_and_a_void_counts_nowhere_else() {
        let mut resolutions = resolved(3, 1);
        resolutions
            .push(Resolution { held: [Some(false), Some(false), None, None], ..Resolution::default() });
        resolutions.push(Resolution { held: [Some(false); 4], pinball: Some(99.0), void: true });
        let calibration = Calibration::of(&resolutions);
        let counted: Vec<(u8, u32, u32)> =
            calibration.levels.iter().map(|score| (score.level, score.hits, score.count)).collect();
        assert_eq!(counted, [(50, 3, 5), (70, 3, 5), (85, 3, 4), (95, 3, 4)]);
        assert_eq!((calibration.voids, calibration.pinball), (1, Some(7.0 / 4.0)));
        assert!(calibration.sentence.contains("1 was voided"), "{}", calibration.sentence);
    }

    #[test]
    fn the_pinball_loss_is_least_at_the_truth_and_counts_both_ways() {
        let days = |day| Quantiles::Days { days: vec![day; 19] };
        assert_eq!(days(Some(10)).pinball(10), 0.0);
        // The levels are symmetric about a half, so a single day off costs half a day either way.
        assert!((days(Some(10)).pinball(11) - 0.5).abs() < 1e-12);
        assert!((days(Some(10)).pinball(9) - 0.5).abs() < 1e-12);
        assert!(days(None).pinball(9) > 300.0);
        let low_first = Quantiles::Counts { items: (0..19).rev().collect() };
        let wrong_way = Quantiles::Counts { items: (0..19).collect() };
        assert!(low_first.pinball(9) < wrong_way.pinball(9));
    }

    #[test]
    fn the_quantiles_kept_are_those_of_the_answer() {
        let history = weekly("2025-10-13", &[3, 7, 5, 0, 6, 4, 9, 5, 2, 8, 4, 7]);
        let outlook =
            Outlook::new(&history, &Calendar::default(), day("2026-01-05"), &Assumptions::default());
        let question = Question { items: Some(50), ..Question::default() };
        let days = outlook.answer(&question, SURE).when.unwrap().days;
        let Some(Quantiles::Days { days: kept }) = outlook.quantiles(&question) else { panic!() };
        let offset = |day: Option<chrono::NaiveDate>| Some((day.unwrap() - outlook.as_of).num_days() as u32);
        assert_eq!((kept[9], kept[16], kept[18]), (offset(days.p50), offset(days.p85), offset(days.p95)));
        let by = Question { by: Some(day("2026-03-01")), ..Question::default() };
        let Some(Quantiles::Counts { items }) = outlook.quantiles(&by) else { panic!() };
        assert_eq!((items[9], items[13], items[16], items[18]), (38, 30, 23, 16));
        assert_eq!(outlook.quantiles(&Question::default()), None);
    }
}
