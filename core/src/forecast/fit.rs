//! The default method: a negative binomial with an uncertain level.
//!
//! A bootstrap of past throughput takes the level of the team as known and fixed, and so misses
//! its own 85% in a third of the cases. Here the number finished has mean μ and variance
//! φμ + vμ²: φ is the scatter from week to week, v what is unknown of the level itself, from
//! estimating it out of few weeks and from its drift. The constants were chosen on 11 public
//! repositories and tested on 10 others.

use super::history::Window;
use super::work::Work;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Weight of a week relative to the week after it.
const FADING: f64 = 0.95;
/// φ of a typical team, and the weeks of own history it weighs as much as.
const TYPICAL_SCATTER: f64 = 2.5;
const TYPICAL_WEEKS: f64 = 6.0;
const LEAST_SCATTER: f64 = 1.05;
/// τ²: the level's own drift, as the square of a coefficient of variation.
const DRIFT: f64 = 0.12;

/// The level of a team and how far to trust it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Fit {
    /// Items per full week.
    pub m: f64,
    /// Variance over mean of a week's items, at least 1.05.
    pub phi: f64,
    /// Squared coefficient of variation of the level, at least 0.12.
    pub v: f64,
}

impl Fit {
    /// Fits the weeks of `window`; nothing finished in it gives no fit.
    pub fn of(window: &Window) -> Option<Self> {
        if window.finished() == 0 {
            return None;
        }
        let weeks = window.counts.len();
        let (mut total, mut squares, mut finished, mut exposed, mut weight) = (0.0, 0.0, 0.0, 0.0, 1.0);
        for (count, exposure) in window.counts.iter().zip(&window.exposures).rev() {
            total += weight;
            squares += weight * weight;
            finished += weight * f64::from(*count);
            exposed += weight * exposure;
            weight *= FADING;
        }
        let effective_weeks = total * total / squares;
        let m = (finished / exposed).max(0.5 / exposed);
        let phi = match mean_and_variance(&window.rates()) {
            (mean, Some(variance)) => {
                let own_weeks = (weeks - 1) as f64;
                let pooled = TYPICAL_WEEKS * TYPICAL_SCATTER + own_weeks * variance / mean;
                (pooled / (TYPICAL_WEEKS + own_weeks)).max(LEAST_SCATTER)
            }
            (_, None) => TYPICAL_SCATTER,
        };
        Some(Self { m, phi, v: phi / (effective_weeks * m) + DRIFT })
    }

    /// P(at least `items` are finished in `weeks` full weeks of work).
    ///
    /// The number finished is S ~ NegBin(κ, p) with μ = m·weeks, κ = μ / (φ−1 + μv) and
    /// p = 1 / (φ + μv), so that P(S ≥ k) = I_{1−p}(k, κ).
    pub fn at_least(&self, items: u32, weeks: f64) -> f64 {
        let mean = self.m * weeks;
        if items == 0 {
            return 1.0;
        }
        if mean <= 0.0 {
            return 0.0;
        }
        let spread = self.phi - 1.0 + mean * self.v;
        let variance_ratio = 1.0 + spread;
        incomplete_beta(f64::from(items), mean / spread, spread / variance_ratio, 1.0 / variance_ratio)
    }

    /// P(all of `work` is finished in `weeks` full weeks): Σ P(N = n)·P(S ≥ n).
    ///
    /// One incomplete beta gives P(S ≥ n) for the n nearest to the mode; from there on the ratio of
    /// neighbouring masses, P(n+1)/P(n) = (1−p)·(n+κ)/(n+1), gives it for all others. Away from
    /// the mode the masses only fall, so that what underflows does not matter.
    pub(super) fn completes(&self, work: &Work, weeks: f64) -> f64 {
        let mean = self.m * weeks;
        if mean <= 0.0 || work.probabilities.len() <= 1 {
            return work.numbers().map(|(n, probability)| probability * self.at_least(n as u32, weeks)).sum();
        }
        let spread = self.phi - 1.0 + mean * self.v;
        let (kappa, p) = (mean / spread, 1.0 / (1.0 + spread));
        let ahead = spread * p;
        let mode = ((kappa - 1.0) * spread).max(0.0);
        let anchor = ((mode as usize).max(work.least as usize) - work.least as usize)
            .min(work.probabilities.len() - 1);
        let at = f64::from(work.least) + anchor as f64;
        let tail = self.at_least(work.least + anchor as u32, weeks);
        let ways = libm::lgamma(at + kappa) - libm::lgamma(kappa) - libm::lgamma(at + 1.0);
        let mass = libm::exp(ways + kappa * libm::log(p) + at * libm::log(ahead));
        let (below, from) = work.probabilities.split_at(anchor);
        let mut sum = 0.0;
        let (mut left, mut exactly, mut n) = (tail, mass, at);
        for probability in from {
            sum += probability * left;
            left = (left - exactly).max(0.0);
            exactly *= ahead * (n + kappa) / (n + 1.0);
            n += 1.0;
        }
        let (mut left, mut exactly, mut n) = (tail, mass, at);
        for probability in below.iter().rev() {
            exactly *= n / (ahead * (n - 1.0 + kappa));
            n -= 1.0;
            left = (left + exactly).min(1.0);
            sum += probability * left;
        }
        sum
    }
}

/// Mean, and sample variance (n − 1) where there are two or more.
fn mean_and_variance(values: &[f64]) -> (f64, Option<f64>) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (mean, (values.len() > 1).then(|| squares / (n - 1.0)))
}

/// Measures a slowdown as a z score: the mean of the last 5 weeks against that of the 15 before.
///
/// Below −2 the team is slowing down and dates may be optimistic; above 2 it is speeding up.
/// Fewer than 20 weeks, or nothing finished, give none.
pub fn slowdown(window: &Window) -> Option<f64> {
    let fit = Fit::of(window)?;
    let rates = window.rates();
    let mean = mean_and_variance(&rates).0;
    let previous = rates.len().checked_sub(20)?;
    let (before, last) = rates[previous..].split_at(15);
    let change = mean_and_variance(last).0 - mean_and_variance(before).0;
    Some(change / (fit.phi * mean * (1.0 / 5.0 + 1.0 / 15.0)).sqrt())
}

/// Weeks in a row on one side of the median that are no chance any more.
const SHIFT_WEEKS: u32 = 6;

/// Six or more weeks in a row on one side of the median.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Shift {
    /// The place of its first week among the counts.
    pub first: u32,
    /// The place of its last week.
    pub last: u32,
    /// How many weeks of these lie off the median.
    pub weeks: u32,
    /// Whether they lie above the median.
    pub above: bool,
}

/// Finds the last shift in items a week: six or more weeks in a row on one side of the median.
///
/// Weeks on the median neither count nor break a run. The rule is that of the run chart (Perla,
/// Provost and Murray, BMJ Quality & Safety 2011).
pub fn shift(counts: &[u32]) -> Option<Shift> {
    let median = median(counts)?;
    let off = counts.iter().enumerate().filter(|(_, count)| f64::from(**count) != median);
    let sides: Vec<(usize, bool)> = off.map(|(week, count)| (week, f64::from(*count) > median)).collect();
    let runs = sides.chunk_by(|one, next| one.1 == next.1);
    let long = runs.rev().find(|run| run.len() >= SHIFT_WEEKS as usize)?;
    let ((first, above), (last, _)) = (*long.first()?, *long.last()?);
    Some(Shift { first: first as u32, last: last as u32, weeks: long.len() as u32, above })
}

/// The middle of the counts, or the mean of the two in the middle; none of none.
pub fn median(counts: &[u32]) -> Option<f64> {
    let mut sorted = counts.to_vec();
    sorted.sort_unstable();
    let upper = *sorted.get(counts.len() / 2)?;
    let lower = sorted[(counts.len() - 1) / 2];
    Some((f64::from(lower) + f64::from(upper)) / 2.0)
}

/// The regularised incomplete beta function I_x(a, b), with `y` = 1 − x given apart for precision.
///
/// The continued fraction of NIST DLMF 8.17.22 by its forward recurrence, on the side of the mean where
/// it converges fast; logarithm and gamma from `libm`, so that every machine gives the same bits.
/// Within 2e-11 of a direct sum up to a = 10,000, ten times faster than the crates tried.
pub(super) fn incomplete_beta(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if x > (a + 1.0) / (a + b + 2.0) { 1.0 - lower_beta(b, a, y, x) } else { lower_beta(a, b, x, y) }
}

fn lower_beta(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let ln_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let front = libm::exp(a * libm::log(x) + b * libm::log(y) - ln_beta) / a;
    if front == 0.0 {
        return 0.0;
    }
    // Numerator and denominator of the last two convergents, rescaled so that the last denominator
    // is 1; on this side of the mean no denominator comes near 0.
    let first = 1.0 / (1.0 - (a + b) * x / (a + 1.0));
    let (mut fraction, mut before, mut below) = (first, first, first);
    for step in 1..100_000 {
        let n = f64::from(step);
        let even = n * (b - n) * x / ((a + 2.0 * n - 1.0) * (a + 2.0 * n));
        let odd = -(a + n) * (a + b + n) * x / ((a + 2.0 * n) * (a + 2.0 * n + 1.0));
        let (middle, middle_below) = (fraction + even * before, 1.0 + even * below);
        let scale = 1.0 / (middle_below + odd);
        let last = fraction;
        fraction = (middle + odd * fraction) * scale;
        (before, below) = (middle * scale, middle_below * scale);
        if (fraction - last).abs() < 1e-14 * fraction {
            break;
        }
    }
    (front * fraction).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(counts: &[u32]) -> Window {
        Window { counts: counts.to_vec(), exposures: vec![1.0; counts.len()], ..Window::default() }
    }

    #[test]
    fn the_reference_history_gives_the_reference_fit() {
        let fit = Fit::of(&window(&[3, 7, 5, 0, 6, 4, 9, 5, 2, 8, 4, 7])).unwrap();
        assert_eq!(format!("{:.6} {:.6} {:.6}", fit.m, fit.phi, fit.v), "5.107314 1.752941 0.149493");
        assert_eq!(format!("{:.6}", fit.at_least(15, 4.0)), "0.695200");
    }

    #[test]
    fn one_week_has_the_typical_scatter_and_no_items_no_fit() {
        assert_eq!(Fit::of(&window(&[3])).unwrap().phi, 2.5);
        assert_eq!(Fit::of(&window(&[0, 0])), None);
        assert_eq!(Fit::of(&window(&[])), None);
    }

    #[test]
    fn a_single_item_long_ago_counts_as_half_an_item_now() {
        let mut counts = [0; 26];
        counts[0] = 1;
        let weights: f64 = (0..26).map(|age| 0.95_f64.powi(age)).sum();
        assert!((Fit::of(&window(&counts)).unwrap().m - 0.5 / weights).abs() < 1e-12);
    }

    #[test]
    fn a_short_week_is_taken_per_full_week() {
        let mut short = window(&[4, 2, 4]);
        short.exposures[1] = 0.5;
        let fit = Fit::of(&short).unwrap();
        assert!((fit.m - 4.0).abs() < 1e-12);
        assert!((fit.phi - 15.0 / 8.0).abs() < 1e-12);
    }

    /// P(S ≥ items) by adding up the probabilities, each in logarithms, on the smaller side.
    fn summed(fit: &Fit, items: u32, weeks: f64) -> f64 {
        let mean = fit.m * weeks;
        let spread = fit.phi - 1.0 + mean * fit.v;
        let (kappa, p) = (mean / spread, 1.0 / (1.0 + spread));
        let probability = |count: u32| {
            let n = f64::from(count);
            let ways = libm::lgamma(n + kappa) - libm::lgamma(kappa) - libm::lgamma(n + 1.0);
            (ways + kappa * p.ln() + n * (-p).ln_1p()).exp()
        };
        if f64::from(items) < mean {
            1.0 - (0..items).map(probability).sum::<f64>()
        } else {
            (items..items + 40_000).map(probability).sum()
        }
    }

    #[test]
    fn the_incomplete_beta_equals_the_direct_sum_in_the_middle_and_in_the_tails() {
        for (phi, v) in [(1.05, 0.125), (1.75, 0.15), (2.5, 2.0), (10.0, 0.5)] {
            let fit = Fit { m: 5.0, phi, v };
            for weeks in [0.0002, 0.1, 1.0, 13.0, 104.0] {
                for items in [1, 2, 7, 40, 300, 2_000] {
                    let (fast, slow) = (fit.at_least(items, weeks), summed(&fit, items, weeks));
                    assert!((fast - slow).abs() < 1e-10, "{fit:?} {items} in {weeks}: {fast} {slow}");
                }
            }
        }
    }

    #[test]
    fn one_pass_over_all_numbers_equals_the_incomplete_beta_of_each() {
        for (phi, v) in [(1.05, 0.125), (1.75, 0.15), (2.5, 2.0), (10.0, 0.5)] {
            let fit = Fit { m: 5.0, phi, v };
            for weeks in [0.0002, 0.1, 1.0, 13.0, 104.0] {
                for least in [0, 1, 40, 3_000] {
                    for place in [0, 1, 17, 250, 1_999] {
                        let mut probabilities = vec![0.0; 2_000];
                        probabilities[place] = 1.0;
                        let fast = fit.completes(&Work { least, probabilities }, weeks);
                        let slow = fit.at_least(least + place as u32, weeks);
                        assert!(
                            (fast - slow).abs() < 1e-10,
                            "{fit:?} {least}+{place} in {weeks}: {fast} {slow}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn the_probability_falls_with_the_items_and_rises_with_the_weeks() {
        let fit = Fit { m: 5.1, phi: 1.75, v: 0.15 };
        for items in 1..200 {
            for week in 1..60 {
                let weeks = f64::from(week) / 2.0;
                let here = fit.at_least(items, weeks);
                assert!(fit.at_least(items + 1, weeks) <= here && here <= fit.at_least(items, weeks + 0.1));
            }
        }
        assert_eq!((fit.at_least(1, 0.0), fit.at_least(0, 0.0)), (0.0, 1.0));
    }

    #[test]
    fn a_team_that_halves_its_pace_is_slowing_down() {
        let counts: Vec<u32> = [8; 15].into_iter().chain([2; 5]).collect();
        assert!(slowdown(&window(&counts)).unwrap() < -2.0);
        let counts: Vec<u32> = [2; 15].into_iter().chain([8; 5]).collect();
        assert!(slowdown(&window(&counts)).unwrap() > 2.0);
        assert_eq!(slowdown(&window(&[5; 25])), Some(0.0));
        assert_eq!(slowdown(&window(&[5; 19])), None);
    }

    #[test]
    fn six_weeks_on_one_side_of_the_median_are_a_shift() {
        assert_eq!(shift(&[1, 9, 1, 9, 1, 9, 1, 9]), None);
        let (first, last, weeks) = (6, 11, 6);
        assert_eq!(
            shift(&[2, 2, 2, 2, 2, 2, 9, 9, 9, 9, 9, 9]),
            Some(Shift { first, last, weeks, above: true })
        );
        // The median, 5, neither counts nor breaks.
        let found = shift(&[1, 1, 5, 1, 1, 1, 5, 1, 9, 5, 9, 9, 9, 9]);
        assert_eq!(found, Some(Shift { first: 0, last: 7, weeks: 6, above: false }));
        assert_eq!(shift(&[1, 1, 1, 1, 1, 9, 9, 9, 9, 9]), None);
        assert_eq!(
            (shift(&[]), shift(&[4; 30]), median(&[1, 2]), median(&[])),
            (None, None, Some(1.5), None)
        );
        assert_eq!(Shift::sentence(found), "A shift: 6 weeks in a row below the median.");
        assert_eq!(Shift::sentence(None), "No shift: no run of 6 weeks on one side of the median.");
    }
}
