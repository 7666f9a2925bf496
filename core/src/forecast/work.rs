//! How many items the work may turn out to be: growth, splitting, risks and work in progress.

use super::Method;
use super::assumptions::{Assumptions, Growth, InProgress, Risk};
use super::history::Window;

/// A spread of numbers beyond this many items is not followed: its work counts as never done.
const MOST_ITEMS: u32 = 100_000;
/// Weeks over which growth from history is measured: in a single week its ratio is mostly chance.
const RUN_WEEKS: usize = 4;

/// The number of items still to do, as a distribution.
///
/// Its probabilities add up to 1, or to less where work may never end because items are found
/// faster than they are finished.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Work {
    /// The fewest items.
    pub(super) least: u32,
    /// The probability of the fewest, one more, two more and so on.
    pub(super) probabilities: Vec<f64>,
}

impl Work {
    /// Exactly so many items.
    pub(super) fn of(items: u32) -> Self {
        Self { least: items, probabilities: vec![1.0] }
    }

    /// The most items it may be.
    pub(super) fn most(&self) -> usize {
        (self.least as usize).saturating_add(self.probabilities.len()).saturating_sub(1)
    }

    /// Each number of items with its probability.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (usize, f64)> {
        (self.least as usize..).zip(self.probabilities.iter().copied())
    }
}

/// What `of` items turn into, `into`, with a probability.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ratio {
    into: f64,
    of: f64,
    probability: f64,
}

/// What turns a count of items into work.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scope {
    /// What is left of an item in progress, in halves.
    halves: u32,
    ratios: Vec<Ratio>,
    /// Probability that the risks together add 0, 1, 2, … items.
    risked: Vec<f64>,
}

impl Scope {
    /// Takes what `assumptions` say about the items, growth from history out of `window`.
    pub(super) fn new(assumptions: &Assumptions, window: &Window) -> Self {
        let growth = match (assumptions.growth, assumptions.method) {
            (Growth::Range { low, high }, _) => percents(low.saturating_add(100), high.saturating_add(100)),
            (Growth::History, Method::Default) => shown(window),
            // The replay takes growth from history week by week, with the items finished in it.
            (Growth::None, _) | (Growth::History, Method::Replay) => {
                vec![Ratio { into: 1.0, of: 1.0, probability: 1.0 }]
            }
        };
        let ratios = match assumptions.splitting {
            None => growth,
            Some(splitting) => {
                let parts = percents(splitting.low, splitting.high);
                let split = |ratio: &Ratio| {
                    let Ratio { into, of, probability } = *ratio;
                    parts
                        .iter()
                        .map(move |part| Ratio {
                            into: into * part.into,
                            of: of * part.of,
                            probability: probability * part.probability,
                        })
                        .collect::<Vec<_>>()
                };
                growth.iter().flat_map(split).collect()
            }
        };
        let halves = match assumptions.in_progress {
            InProgress::Whole => 2,
            InProgress::Half => 1,
            InProgress::Finished => 0,
        };
        Self { halves, ratios, risked: risked(&assumptions.risks) }
    }

    /// Gives the work of so many items, of which the first `in_progress` are in progress.
    ///
    /// A fraction of an item is a whole one with that probability, so that the mean is exact and
    /// more items are never less work.
    pub(super) fn work(&self, items: u32, in_progress: u32) -> Work {
        if items == 0 {
            return Work::of(0);
        }
        let in_progress = in_progress.min(items);
        let halves = 2.0 * f64::from(items - in_progress) + f64::from(self.halves) * f64::from(in_progress);
        let number = |ratio: &Ratio| halves * ratio.into / (2.0 * ratio.of);
        let least = self.ratios.iter().map(number).fold(f64::INFINITY, f64::min);
        let most = self.ratios.iter().map(number).fold(0.0, f64::max).ceil();
        let certain = least == most && self.risked.len() == 1;
        if !least.is_finite() || !certain && most > f64::from(MOST_ITEMS) {
            return Work { least: items, probabilities: Vec::new() };
        }
        let least = least as u32;
        let mut counted = vec![0.0; (most as u32 - least) as usize + 1];
        for ratio in &self.ratios {
            let whole = number(ratio).floor();
            let more = number(ratio) - whole;
            let place = (whole as u32 - least) as usize;
            counted[place] += ratio.probability * (1.0 - more);
            if more > 0.0 {
                counted[place + 1] += ratio.probability * more;
            }
        }
        Work { least, probabilities: added(&counted, &self.risked) }
    }
}

/// Each whole percent from `low` to `high`, as likely as the others.
fn percents<T: Into<i64>>(low: T, high: T) -> Vec<Ratio> {
    let percents = low.into()..=high.into();
    let probability = 1.0 / (percents.end() - percents.start() + 1) as f64;
    percents.map(|percent| Ratio { into: percent as f64, of: 100.0, probability }).collect()
}

/// The growth that each run of weeks of the window showed, every run as likely.
///
/// While `finished` items were finished `added` were found, and so it goes on for the items found
/// too: k items need k·finished/(finished − added) in all. This is what replaying such a run for
/// ever comes to, so the two methods mean the same by growth. A run that found as many as it
/// finished never ends, and its share of the probability is missing. Runs without a finished item
/// tell no ratio.
fn shown(window: &Window) -> Vec<Ratio> {
    let length = RUN_WEEKS.min(window.counts.len()).max(1);
    let sum = |counts: &[u32]| counts.iter().map(|count| f64::from(*count)).sum::<f64>();
    let runs = window.counts.windows(length).zip(window.added.windows(length));
    let runs: Vec<(f64, f64)> = runs
        .map(|(counts, added)| (sum(counts), sum(added)))
        .filter(|(finished, _)| *finished > 0.0)
        .collect();
    let probability = 1.0 / runs.len() as f64;
    let ending = runs.into_iter().filter(|(finished, added)| added < finished);
    ending.map(|(finished, added)| Ratio { into: finished, of: finished - added, probability }).collect()
}

/// The probability that all risks together add 0, 1, 2, … items.
fn risked(risks: &[Risk]) -> Vec<f64> {
    risks.iter().fold(vec![1.0], |sum, risk| {
        let probability = f64::from(risk.probability.min(100)) / 100.0;
        let mut one = vec![0.0; risk.high.min(MOST_ITEMS) as usize + 1];
        one[0] = 1.0 - probability;
        let numbers = one.iter_mut().skip(risk.low as usize);
        let share = probability / f64::from(risk.high.saturating_sub(risk.low).saturating_add(1));
        numbers.for_each(|number| *number += share);
        added(&sum, &one)
    })
}

/// The distribution of the sum of two independent numbers.
fn added(one: &[f64], other: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; one.len() + other.len() - 1];
    for (start, probability) in one.iter().enumerate().filter(|(_, probability)| **probability > 0.0) {
        for (place, more) in sum[start..].iter_mut().zip(other) {
            *place += probability * more;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::assumptions::Splitting;

    fn work(assumptions: &Assumptions, items: u32, in_progress: u32) -> Work {
        Scope::new(assumptions, &Window::default()).work(items, in_progress)
    }

    fn close(work: &Work, least: u32, probabilities: &[f64]) {
        assert_eq!((work.least, work.probabilities.len()), (least, probabilities.len()), "{work:?}");
        for (found, expected) in work.probabilities.iter().zip(probabilities) {
            assert!((found - expected).abs() < 1e-12, "{work:?} {probabilities:?}");
        }
    }

    #[test]
    fn nothing_assumed_is_the_number_itself() {
        for items in [0, 1, 7, 2_000, u32::MAX] {
            assert_eq!(work(&Assumptions::default(), items, 3), Work::of(items));
        }
    }

    #[test]
    fn half_of_an_odd_number_is_one_of_its_neighbours() {
        let half = Assumptions { in_progress: InProgress::Half, ..Assumptions::default() };
        close(&work(&half, 10, 4), 8, &[1.0]);
        close(&work(&half, 10, 3), 8, &[0.5, 0.5]);
        close(&work(&half, 1, 9), 0, &[0.5, 0.5]);
        let finished = Assumptions { in_progress: InProgress::Finished, ..Assumptions::default() };
        close(&work(&finished, 10, 3), 7, &[1.0]);
    }

    #[test]
    fn growth_and_splitting_multiply_and_each_whole_percent_is_as_likely() {
        let grown = Assumptions { growth: Growth::Range { low: 0, high: 2 }, ..Assumptions::default() };
        close(&work(&grown, 100, 0), 100, &[1.0 / 3.0; 3]);
        close(&work(&grown, 50, 0), 50, &[0.5, 0.5]);
        let fewer = Assumptions { growth: Growth::Range { low: -50, high: -50 }, ..Assumptions::default() };
        close(&work(&fewer, 10, 0), 5, &[1.0]);
        let splitting = Some(Splitting { low: 150, high: 150 });
        let both = Assumptions { growth: Growth::Range { low: 100, high: 100 }, splitting, ..grown };
        close(&work(&both, 4, 0), 12, &[1.0]);
    }

    #[test]
    fn risks_add_up() {
        let risk = |probability, low, high| Risk { name: String::new(), probability, low, high };
        let risks = vec![risk(50, 1, 2), risk(20, 3, 3)];
        let assumptions = Assumptions { risks, ..Assumptions::default() };
        close(&work(&assumptions, 10, 0), 10, &[0.4, 0.2, 0.2, 0.1, 0.05, 0.05]);
    }

    #[test]
    fn growth_from_history_goes_on_for_the_items_found_and_may_never_end() {
        let history = Assumptions { growth: Growth::History, ..Assumptions::default() };
        let scope = |counts: &[u32], added: &[u32]| {
            let window = Window { counts: counts.to_vec(), added: added.to_vec(), ..Window::default() };
            Scope::new(&history, &window)
        };
        close(&scope(&[4; 8], &[1; 8]).work(30, 0), 40, &[1.0]);
        close(&scope(&[4, 4], &[2, 0]).work(30, 0), 40, &[1.0]);
        close(&scope(&[4, 4, 4, 4, 4], &[0, 0, 0, 0, 16]).work(30, 0), 30, &[0.5]);
        assert_eq!(scope(&[4; 5], &[4; 5]).work(30, 0).probabilities, [0.0; 0]);
    }

    #[test]
    fn a_spread_of_absurd_numbers_is_never_done() {
        let grown = Assumptions { growth: Growth::Range { low: 0, high: 500 }, ..Assumptions::default() };
        assert_eq!(work(&grown, u32::MAX, 0).probabilities, [0.0; 0]);
    }
}
