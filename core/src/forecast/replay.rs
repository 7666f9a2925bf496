//! The second opinion: what if the coming weeks replay the past?
//!
//! The bootstrap every tool of this field samples, computed exactly: the probability
//! that k items are done after t weeks follows from that after t − 1, over each week of the window
//! as the next one. Its unit is the week.

use super::finish::reaches;
use super::work::Work;

/// More items than this are not followed: a slip in a file must not fill the memory.
const MOST_ITEMS: usize = 100_000;

/// The probability that so many items are done in so many weeks, each a week of the past.
#[derive(Debug, Clone)]
pub(super) struct Replay {
    /// Items finished and items added in a week, and its probability; distinct.
    week: Vec<(usize, usize, f64)>,
    /// P(k items are done), for k = 1, 2, … as far as that can be and below the limit.
    done: Vec<f64>,
    /// How far `done` is followed. Where items are added it shrinks by the most of a week with
    /// each, so that after the last one all items asked for are still known.
    limit: usize,
    /// How many weeks are followed.
    horizon: usize,
    /// The most by which a week makes the open items more, and fewer.
    growth: usize,
    progress: usize,
}

impl Replay {
    /// Starts with no week over, to be followed for `horizon` weeks and up to `limit` items.
    ///
    /// `counts` are the items finished in each week of the past, `added` those found beside them;
    /// without any found it may be empty.
    pub(super) fn new(counts: &[u32], added: &[u32], limit: usize, horizon: usize) -> Self {
        let added = added.iter().copied().chain(std::iter::repeat(0));
        let mut sorted: Vec<(u32, u32)> = counts.iter().copied().zip(added).collect();
        sorted.sort_unstable();
        let share = |same: &[(u32, u32)]| {
            (same[0].0 as usize, same[0].1 as usize, same.len() as f64 / counts.len() as f64)
        };
        let week: Vec<_> = sorted.chunk_by(PartialEq::eq).map(share).collect();
        let most = |net: fn(&(usize, usize, f64)) -> usize| week.iter().map(net).max().unwrap_or(0);
        let growth = most(|(finished, added, _)| added.saturating_sub(*finished));
        let progress = most(|(finished, added, _)| finished.saturating_sub(*added));
        let limit = limit.saturating_add(growth.saturating_mul(horizon)).min(MOST_ITEMS);
        Self { week, done: Vec::new(), limit, horizon, growth, progress }
    }

    /// Goes on by one week: u_t(k) = Σ p·u_{t−1}(k − finished + added), where u(k ≤ 0) = 1.
    ///
    /// The first of the weeks to come is taken last, so that one pass serves every k.
    pub(super) fn next_week(&mut self) {
        self.limit = self.limit.saturating_sub(self.growth);
        let mut next = vec![0.0; self.done.len().saturating_add(self.progress).min(self.limit)];
        for (finished, added, probability) in &self.week {
            let settled = finished.saturating_sub(*added).min(next.len());
            next[..settled].iter_mut().for_each(|done| *done += probability);
            let found = added.saturating_sub(*finished).min(self.done.len());
            for (done, before) in next[settled..].iter_mut().zip(&self.done[found..]) {
                *done += probability * before;
            }
        }
        self.done = next;
    }

    /// Goes on to the last week; gives [`Replay::done`] after no week, one, two and so on.
    pub(super) fn weeks(mut self) -> Vec<Vec<f64>> {
        let mut weeks = vec![self.done.clone()];
        for _ in 0..self.horizon {
            self.next_week();
            weeks.push(self.done.clone());
        }
        weeks
    }

    /// P(k items are done) for k = 1, 2, …, as far as it is not 0 and within the limit.
    pub(super) fn done(&self) -> &[f64] {
        &self.done
    }
}

/// P(all of `work` is done), where `done` holds it for 1, 2, … items.
pub(super) fn completes(work: &Work, done: &[f64]) -> f64 {
    let of = |items: usize| items.checked_sub(1).map_or(1.0, |place| done.get(place).copied().unwrap_or(0.0));
    work.numbers().map(|(items, probability)| probability * of(items)).sum()
}

/// The offset from the first day of the last day of each period of a week.
///
/// `open` is how much of a working day each day has, in percent of one with today's team: 0 when
/// closed. Period t is over on the day before the open day that finds t weeks of `working_days`
/// worked; with an unchanged team, before the (t·w+1)-th open day. Without open days there are none.
pub(super) fn periods(open: &[u32], working_days: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut worked, week) = (0, 100 * working_days);
    for (offset, percent) in open.iter().enumerate().filter(|(_, percent)| **percent > 0) {
        while week > 0 && worked >= (ends.len() + 1) * week {
            ends.push(offset - 1);
        }
        worked += *percent as usize;
    }
    ends
}

/// For each percentile the offset of the day each position is finished by, in one pass over the weeks.
pub(super) fn finish(
    counts: &[u32],
    periods: &[usize],
    positions: usize,
    percentiles: &[u8],
) -> Vec<Vec<u16>> {
    let most = counts.iter().max().map_or(0, |most| *most as usize);
    let limit = positions.min(most.saturating_mul(periods.len()));
    let mut replay = Replay::new(counts, &[], limit, periods.len());
    let mut days = vec![Vec::new(); percentiles.len()];
    for end in periods {
        replay.next_week();
        for (row, percentile) in days.iter_mut().zip(percentiles) {
            let done = replay.done().partition_point(|probability| reaches(*probability, *percentile));
            row.resize(done.max(row.len()), *end as u16);
        }
        if days.iter().all(|row| row.len() == positions) {
            break;
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::calendar::{Calendar, Span};
    use crate::forecast::testing::day;
    use chrono::NaiveDate;

    fn done(counts: &[u32], added: &[u32], weeks: usize, items: usize) -> f64 {
        let mut replay = Replay::new(counts, added, items, weeks);
        (0..weeks).for_each(|_| replay.next_week());
        replay.done().get(items - 1).copied().unwrap_or(0.0)
    }

    fn at_least(counts: &[u32], weeks: usize, items: usize) -> f64 {
        done(counts, &[], weeks, items)
    }

    /// The ends of the periods, from a calendar alone, up to the offset `horizon`.
    fn ends(calendar: &Calendar, as_of: NaiveDate, horizon: usize) -> Vec<usize> {
        let days = as_of.iter_days().take(horizon + 2);
        let open: Vec<u32> = days.map(|day| if calendar.is_open(day) { 100 } else { 0 }).collect();
        periods(&open, calendar.working_days())
    }

    /// P(S ≥ items) by going through every sequence of weeks.
    fn enumerated(counts: &[u32], weeks: u32, items: u32) -> f64 {
        let sequences = counts.len().pow(weeks);
        let sum = |sequence: usize| -> u32 {
            (0..weeks).map(|week| counts[sequence / counts.len().pow(week) % counts.len()]).sum()
        };
        (0..sequences).filter(|sequence| sum(*sequence) >= items).count() as f64 / sequences as f64
    }

    #[test]
    fn it_equals_the_enumeration_of_every_sequence() {
        for counts in [&[0, 1, 3][..], &[2, 2, 5, 0], &[1], &[0, 0, 0, 7]] {
            for weeks in 1..=6 {
                for items in 1..=20 {
                    let (fast, slow) =
                        (at_least(counts, weeks as usize, items as usize), enumerated(counts, weeks, items));
                    assert!((fast - slow).abs() < 1e-12, "{counts:?} {weeks} {items}: {fast} {slow}");
                }
            }
        }
    }

    #[test]
    fn the_tie_of_ten_items_in_nineteen_weeks_is_even() {
        assert!((at_least(&[0, 1], 19, 10) - 0.5).abs() < 1e-12);
        assert!((at_least(&[2, 5], 10, 35) - 0.623046875).abs() < 1e-12);
    }

    #[test]
    fn from_a_monday_a_period_ends_on_a_sunday() {
        let calendar = Calendar::default();
        assert_eq!(ends(&calendar, day("2026-01-05"), 21), [6, 13, 20]);
        assert_eq!(ends(&calendar, day("2026-01-05"), 20), [6, 13, 20]);
        assert_eq!(ends(&calendar, day("2026-01-05"), 19), [6, 13]);
    }

    #[test]
    fn from_midweek_a_period_ends_before_the_same_weekday_and_closed_days_put_it_off() {
        let mut calendar = Calendar::default();
        assert_eq!(ends(&calendar, day("2026-01-07"), 15), [6, 13]);
        assert_eq!(ends(&calendar, day("2026-01-10"), 15), [8, 15]);
        calendar.closed.push(Span { first: day("2026-01-08"), last: day("2026-01-08") });
        assert_eq!(ends(&calendar, day("2026-01-07"), 15), [7, 14]);
        calendar.working = [false; 7];
        assert_eq!(ends(&calendar, day("2026-01-07"), 15), [0; 0]);
    }

    /// P(all done after so many weeks) by going through every sequence of weeks, items added at the
    /// end of each week that leaves any open.
    fn enumerated_growing(weeks_of: &[(i64, i64)], weeks: u32, items: i64) -> f64 {
        let sequences = weeks_of.len().pow(weeks);
        let is_done = |sequence: &usize| {
            let mut left = items;
            for week in 0..weeks {
                let (finished, added) = weeks_of[sequence / weeks_of.len().pow(week) % weeks_of.len()];
                left += added - finished;
                if left <= 0 {
                    return true;
                }
            }
            false
        };
        (0..sequences).filter(is_done).count() as f64 / sequences as f64
    }

    #[test]
    fn with_added_items_it_equals_the_enumeration_of_every_sequence() {
        for pairs in [&[(2, 1), (0, 3), (5, 0)][..], &[(4, 1)], &[(1, 0), (0, 1)], &[(1, 4), (3, 3)]] {
            let counts: Vec<u32> = pairs.iter().map(|(finished, _)| *finished as u32).collect();
            let added: Vec<u32> = pairs.iter().map(|(_, added)| *added as u32).collect();
            for weeks in 1..=6 {
                for items in 1..=20 {
                    let fast = done(&counts, &added, weeks as usize, items as usize);
                    let slow = enumerated_growing(pairs, weeks, items);
                    assert!((fast - slow).abs() < 1e-12, "{pairs:?} {weeks} {items}: {fast} {slow}");
                }
            }
        }
    }

    #[test]
    fn a_bigger_team_makes_the_period_shorter_and_a_smaller_one_longer() {
        let days = |percents: [u32; 3]| -> Vec<u32> {
            percents.iter().flat_map(|percent| [*percent; 5].into_iter().chain([0, 0])).collect()
        };
        assert_eq!(periods(&days([100, 100, 100]), 5), [6, 13]);
        assert_eq!(periods(&days([200, 200, 100]), 5), [2, 6, 9, 13]);
        assert_eq!(periods(&days([50, 50, 100]), 5), [13]);
        assert_eq!(periods(&days([0, 100, 100]), 5), [13]);
        assert_eq!(periods(&[1_000; 3], 5), [0, 0, 1, 1]);
    }
}
