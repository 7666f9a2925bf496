//! The second opinion: what if the coming weeks replay the past?
//!
//! The bootstrap every tool of this field samples, computed exactly: the distribution of the sum
//! of t weeks drawn from the window grows by one convolution a week. Its unit is the week.

use super::calendar::Calendar;
use super::finish::reaches;
use chrono::NaiveDate;

/// More items than this are not followed: a slip in a file must not fill the memory.
const MOST_ITEMS: usize = 100_000;

/// The distribution of the items finished in so many weeks, as far as it lies below a limit.
#[derive(Debug, Clone)]
pub(super) struct Replay {
    /// Items of a week and its probability, distinct and rising.
    week: Vec<(usize, f64)>,
    /// Probability of exactly j items, for all j below the limit that can be reached.
    exactly: Vec<f64>,
    limit: usize,
}

impl Replay {
    /// Starts with no week and no item, to be followed below `limit` items.
    pub(super) fn new(counts: &[u32], limit: usize) -> Self {
        let limit = limit.min(MOST_ITEMS);
        let mut sorted = counts.to_vec();
        sorted.sort_unstable();
        let share = |same: &[u32]| (same[0] as usize, same.len() as f64 / counts.len() as f64);
        let week = sorted.chunk_by(u32::eq).map(share).collect();
        Self { week, exactly: vec![1.0; limit.min(1)], limit }
    }

    /// Goes on by one week.
    pub(super) fn next_week(&mut self) {
        let most = self.week.last().map_or(0, |(items, _)| *items);
        let mut next = vec![0.0; self.exactly.len().saturating_add(most).min(self.limit)];
        for (items, probability) in &self.week {
            let ahead = next.iter_mut().skip(*items);
            for (sum, exactly) in ahead.zip(&self.exactly) {
                *sum += probability * exactly;
            }
        }
        self.exactly = next;
    }

    /// Gives P(at least k items), for k = 1, 2, … up to the limit or the first that can't be reached.
    pub(super) fn at_least(&self) -> impl Iterator<Item = f64> {
        self.exactly.iter().scan(1.0, |left, exactly| {
            *left -= exactly;
            Some(left.max(0.0))
        })
    }
}

/// The offset from the as-of day of the last day of each period of a week, up to the offset `horizon`.
///
/// Period t is over on the day before the (t·w+1)-th open working day counted from the as-of day,
/// w working days a week. Without working days there are none.
pub(super) fn periods(calendar: &Calendar, as_of: NaiveDate, horizon: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut worked = 0;
    for (offset, day) in as_of.iter_days().take(horizon + 2).enumerate() {
        if calendar.is_open(day) {
            if worked > 0 && worked % calendar.working_days() == 0 {
                ends.push(offset - 1);
            }
            worked += 1;
        }
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
    let mut replay = Replay::new(counts, positions.min(most.saturating_mul(periods.len())));
    let mut days = vec![Vec::new(); percentiles.len()];
    for end in periods {
        replay.next_week();
        let at_least: Vec<f64> = replay.at_least().collect();
        for (row, percentile) in days.iter_mut().zip(percentiles) {
            let done = at_least.partition_point(|probability| reaches(*probability, *percentile));
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
    use crate::forecast::calendar::Span;
    use crate::forecast::testing::day;

    fn at_least(counts: &[u32], weeks: usize, items: usize) -> f64 {
        let mut replay = Replay::new(counts, items);
        (0..weeks).for_each(|_| replay.next_week());
        replay.at_least().nth(items - 1).unwrap_or(0.0)
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
        assert_eq!(periods(&calendar, day("2026-01-05"), 21), [6, 13, 20]);
        assert_eq!(periods(&calendar, day("2026-01-05"), 20), [6, 13, 20]);
        assert_eq!(periods(&calendar, day("2026-01-05"), 19), [6, 13]);
    }

    #[test]
    fn from_midweek_a_period_ends_before_the_same_weekday_and_closed_days_put_it_off() {
        let mut calendar = Calendar::default();
        assert_eq!(periods(&calendar, day("2026-01-07"), 15), [6, 13]);
        assert_eq!(periods(&calendar, day("2026-01-10"), 15), [8, 15]);
        calendar.closed.push(Span { first: day("2026-01-08"), last: day("2026-01-08") });
        assert_eq!(periods(&calendar, day("2026-01-07"), 15), [7, 14]);
        calendar.working = [false; 7];
        assert_eq!(periods(&calendar, day("2026-01-07"), 15), [0; 0]);
    }
}
