//! Flow: how long items take, how old the open ones are, and how many stand in each stage.
//!
//! All of it from the day each item entered each stage. A stage an item skipped counts as entered
//! when it entered a later one.

use super::{LEVELS, Levels};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Fewer finished items than this say nothing about what is usual.
const FEWEST: usize = 5;

/// The day an item entered each stage, the first stage being where work begins and the last Done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageDates {
    /// Which item.
    pub item: i64,
    /// One day a stage; none for a stage not entered, or skipped. Their names are kept apart.
    pub stages: Vec<Option<NaiveDate>>,
}

impl StageDates {
    /// The day it entered `stage` or a later one.
    fn entered(&self, stage: usize) -> Option<NaiveDate> {
        self.stages.get(stage..)?.iter().flatten().min().copied()
    }

    fn started(&self) -> Option<NaiveDate> {
        self.stages.iter().flatten().next().copied()
    }

    fn done(&self) -> Option<NaiveDate> {
        self.entered(self.stages.len().checked_sub(1)?)
    }

    /// The stage it stands in at the end of `day`.
    fn stage(&self, day: NaiveDate) -> Option<usize> {
        self.stages.iter().rposition(|entered| entered.is_some_and(|entered| entered <= day))
    }
}

/// Calendar days from one day to another, both included; none where the second comes first.
fn days(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    u32::try_from((to - from).num_days() + 1).ok().filter(|days| *days > 0)
}

/// How long one finished item took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CycleTime {
    /// Which item.
    pub item: i64,
    /// The day it was done.
    pub done: NaiveDate,
    /// Calendar days from the day it was started to that day, both included.
    pub days: u32,
}

/// How long finished items took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CycleTimes {
    /// One a finished item, oldest first.
    pub items: Vec<CycleTime>,
    /// So many days or fewer at each of [`LEVELS`]; none when nothing is finished.
    pub levels: Option<Levels<u32>>,
}

/// Tells how long each finished item took. One that was done before it was started, as a clock set
/// back leaves behind, is left out.
pub fn cycle_times(items: &[StageDates]) -> CycleTimes {
    let time = |item: &StageDates| {
        let done = item.done()?;
        Some(CycleTime { item: item.item, done, days: days(item.started()?, done)? })
    };
    let mut times: Vec<CycleTime> = items.iter().filter_map(time).collect();
    times.sort_by_key(|time| (time.done, time.item));
    let mut sorted: Vec<u32> = times.iter().map(|time| time.days).collect();
    sorted.sort_unstable();
    let levels: Option<Vec<u32>> = LEVELS.into_iter().map(|level| nearest_rank(&sorted, level)).collect();
    CycleTimes { items: times, levels: levels.and_then(|levels| Levels::of(&levels)) }
}

/// How old one open item is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Ageing {
    /// Which item.
    pub item: i64,
    /// The place of the stage it stands in.
    pub stage: u32,
    /// Calendar days since it was started, both ends included.
    pub days: u32,
    /// The share of finished items that were older when they left that stage, 0 to 1; none when
    /// nothing is finished.
    pub older: Option<f64>,
}

/// Tells how old the items are that are started and not done at the end of `day`, the oldest first,
/// against the age at which finished items left the same stage.
pub fn ageing(items: &[StageDates], day: NaiveDate) -> Vec<Ageing> {
    let finished: Vec<&StageDates> =
        items.iter().filter(|item| item.done().is_some_and(|done| done <= day)).collect();
    let age = |item: &StageDates| {
        let stage = item.stage(day).filter(|stage| stage + 1 < item.stages.len())?;
        let days_old = days(item.started()?, day)?;
        let left = |other: &&StageDates| days(other.started()?, other.entered(stage + 1)?);
        let ages: Vec<u32> = finished.iter().filter_map(left).collect();
        let older = ages.iter().filter(|age| **age > days_old).count();
        let older = (!ages.is_empty()).then(|| older as f64 / ages.len() as f64);
        Some(Ageing { item: item.item, stage: stage as u32, days: days_old, older })
    };
    let mut ageing: Vec<Ageing> = items.iter().filter_map(age).collect();
    ageing.sort_by_key(|one| (std::cmp::Reverse(one.days), one.item));
    ageing
}

/// The ages in days at which 70% and 85% of the finished items had at most left `stage`; none with
/// fewer than five.
pub fn usual_age(items: &[StageDates], stage: usize) -> Option<(f64, f64)> {
    let left = |item: &StageDates| days(item.started()?, item.done().and(item.entered(stage + 1))?);
    let mut ages: Vec<u32> = items.iter().filter_map(left).collect();
    ages.sort_unstable();
    let within = |level: u8| Some(f64::from(nearest_rank(&ages, level)?));
    if ages.len() < FEWEST { None } else { within(70).zip(within(85)) }
}

/// The least of `sorted` numbers that so many percent of them do not exceed.
fn nearest_rank(sorted: &[u32], percent: u8) -> Option<u32> {
    sorted.get((sorted.len() * usize::from(percent)).div_ceil(100).max(1) - 1).copied()
}

/// How many items stand in each stage at the end of each day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CumulativeFlow {
    /// The first day.
    pub first: NaiveDate,
    /// One row a stage, one number a day: the items that had entered it or a later one. Never
    /// decreasing; the difference of neighbouring rows is what stands in a stage.
    pub entered: Vec<Vec<u32>>,
}

/// Counts the items that had entered each of `stages` stages at the end of each day from `first` to
/// `last`, ten years at most.
pub fn cumulative_flow(
    items: &[StageDates],
    stages: usize,
    first: NaiveDate,
    last: NaiveDate,
) -> CumulativeFlow {
    const MOST_DAYS: i64 = 3_660;
    let length = ((last - first).num_days() + 1).clamp(0, MOST_DAYS) as usize;
    let row = |stage: usize| {
        let mut entered = vec![0u32; length];
        for day in items.iter().filter_map(|item| item.entered(stage)) {
            let offset = usize::try_from((day - first).num_days()).unwrap_or(0);
            if let Some(count) = entered.get_mut(offset) {
                *count += 1;
            }
        }
        let sum = |sum: &mut u32, count: u32| {
            *sum += count;
            Some(*sum)
        };
        entered.into_iter().scan(0, sum).collect()
    };
    CumulativeFlow { first, entered: (0..stages).map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::testing::day;

    /// Started, in review, done; "-" for a stage not entered.
    fn item(item: i64, stages: [&str; 3]) -> StageDates {
        StageDates { item, stages: stages.iter().map(|text| text.parse().ok()).collect() }
    }

    fn items() -> Vec<StageDates> {
        vec![
            item(1, ["2026-01-05", "2026-01-06", "2026-01-08"]),
            item(2, ["2026-01-05", "-", "2026-01-05"]),
            item(3, ["2026-01-05", "2026-01-12", "2026-01-14"]),
            item(4, ["2026-01-09", "2026-01-10", "-"]),
            item(5, ["2026-01-13", "-", "-"]),
            item(6, ["-", "-", "-"]),
        ]
    }

    #[test]
    fn an_item_done_on_the_day_it_was_started_took_a_day() {
        let times = cycle_times(&items());
        let told: Vec<(i64, u32)> = times.items.iter().map(|time| (time.item, time.days)).collect();
        assert_eq!(told, [(2, 1), (1, 4), (3, 10)]);
        assert_eq!(times.levels, Some(Levels { p50: 4, p70: 10, p85: 10, p95: 10 }));
        assert_eq!(cycle_times(&[]).levels, None);
    }

    #[test]
    fn percentiles_are_the_nearest_rank() {
        let of = |n: i64| {
            item(n, ["2026-01-01", "-", &(day("2026-01-01") + chrono::Days::new(n as u64 - 1)).to_string()])
        };
        let items: Vec<StageDates> = (1..=20).map(of).collect();
        assert_eq!(cycle_times(&items).levels, Some(Levels { p50: 10, p70: 14, p85: 17, p95: 19 }));
    }

    #[test]
    fn open_items_are_compared_with_finished_ones_at_the_same_stage() {
        let ageing = ageing(&items(), day("2026-01-15"));
        let told: Vec<(i64, u32, u32)> = ageing.iter().map(|one| (one.item, one.stage, one.days)).collect();
        assert_eq!(told, [(4, 1, 7), (5, 0, 3)]);
        // Item 4 is 7 days old in review, which items left at 4, 1 and 10 days.
        assert_eq!(ageing[0].older, Some(1.0 / 3.0));
        // Item 5 is 3 days old where work begins, which items left at 2, 1 and 8 days.
        assert_eq!(ageing[1].older, Some(1.0 / 3.0));
    }

    #[test]
    fn a_past_day_knows_nothing_of_what_came_later() {
        let ageing = ageing(&items(), day("2026-01-07"));
        let told: Vec<(i64, u32, u32)> = ageing.iter().map(|one| (one.item, one.stage, one.days)).collect();
        assert_eq!(told, [(1, 1, 3), (3, 0, 3)]);
    }

    #[test]
    fn the_flow_counts_who_entered_a_stage_or_a_later_one() {
        let flow = cumulative_flow(&items(), 3, day("2026-01-05"), day("2026-01-09"));
        assert_eq!(flow.entered, [[3, 3, 3, 3, 4], [1, 2, 2, 2, 2], [1, 1, 1, 2, 2]]);
        let later = cumulative_flow(&items(), 3, day("2026-01-14"), day("2026-01-14"));
        assert_eq!(later.entered, [[5], [4], [3]]);
    }

    #[test]
    fn a_clock_set_back_and_absurd_days_are_answered_without_a_crash() {
        let back = [item(1, ["2026-01-09", "-", "2026-01-05"]), StageDates { item: 2, stages: Vec::new() }];
        assert_eq!(cycle_times(&back).items, []);
        assert_eq!(ageing(&back, NaiveDate::MIN), []);
        assert_eq!(cumulative_flow(&back, 2, day("2026-01-05"), day("2026-01-01")).entered, [[0; 0]; 2]);
        assert_eq!(cumulative_flow(&back, 1, NaiveDate::MIN, NaiveDate::MAX).entered[0].len(), 3_660);
    }
}
