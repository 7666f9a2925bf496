//! How long the finish table takes, beside 10,000 Monte Carlo trials for the same dates, and how
//! long an answer with every assumption does.
//!
//! The trials draw weeks of the past until every position is done: dates for the same 200
//! positions at the same four percentiles, as the tools of this field make them.

#![allow(missing_docs, reason = "the benchmarks are named by what they measure")]

use cairn_core::forecast::{
    Assumptions, Calendar, FinishTable, Growth, History, InProgress, LEVELS, Method, Outlook, Question, Risk,
    Span, Splitting, Start, TeamChange, backtest_scores,
};
use chrono::{Days, NaiveDate};
use divan::Bencher;

fn main() {
    how_well_it_held();
    divan::main();
}

/// Prints how often each method's 85% held on the real histories, where they are there, and its
/// pinball loss: window 26 weeks, asked every 4 weeks.
fn how_well_it_held() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/throughput");
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "csv")).collect();
    files.sort();
    for path in files {
        // A row is a day with its count, or an item with the day it was finished.
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let rows = text.lines().filter_map(|line| match line.split(',').collect::<Vec<_>>()[..] {
            [on, count] => Some((on.parse().ok()?, count.parse().ok()?)),
            [_, _, on] => Some((on.parse().ok()?, 1)),
            _ => None,
        });
        let history = History::of_days(rows);
        println!("{}", path.file_stem().unwrap_or_default().display());
        println!("  method   weeks  held of asked  share  pinball");
        let scores = backtest_scores(&history, &Calendar::default(), 26, &[4, 8, 13], 4, |_, _| true);
        for score in scores.unwrap_or_default() {
            let (method, held) = (format!("{:?}", score.method), score.held.p85);
            let share = f64::from(held) / f64::from(score.count.max(1));
            let (weeks, asked, loss) = (score.horizon_weeks, score.count, score.pinball);
            println!("  {method:8} {weeks:5} {held:5} of {asked:5} {share:6.2} {loss:8.2}");
        }
    }
}

/// 26 weeks of about five items, as of the Monday after them.
fn outlook(method: Method) -> Outlook {
    let first = NaiveDate::default();
    let counts = [3, 7, 5, 0, 6, 4, 9, 5, 2, 8, 4, 7, 6].into_iter().cycle();
    let weeks = (0..26u64).map(|week| first + Days::new(7 * week + 4)).zip(counts);
    let history = History::of_weeks(weeks, &Calendar::default());
    let as_of = history.known_until().unwrap_or(first) + Days::new(1);
    Outlook::new(&history, &Calendar::default(), as_of, &Assumptions { method, ..Assumptions::default() })
}

#[divan::bench(args = [200, 2_000, 10_000])]
fn finish_table(bencher: Bencher, positions: usize) {
    let outlook = outlook(Method::Default);
    bencher.bench(|| outlook.finish(divan::black_box(positions), &LEVELS));
}

#[divan::bench(args = [200, 2_000, 10_000])]
fn finish_table_of_the_replay(bencher: Bencher, positions: usize) {
    let outlook = outlook(Method::Replay);
    bencher.bench(|| outlook.finish(divan::black_box(positions), &LEVELS));
}

/// A whole answer with every assumption: when, how much by, how likely.
#[divan::bench(args = [200, 2_000])]
fn answer_with_all_assumptions(bencher: Bencher, items: u32) {
    let as_of = outlook(Method::Default).as_of;
    let after = |days| as_of + Days::new(days);
    let assumptions = Assumptions {
        closed: vec![Span { first: after(30), last: after(41) }],
        team: vec![TeamChange { from: after(20), people: 80 }, TeamChange { from: after(60), people: 140 }],
        growth: Growth::Range { low: 2, high: 26 },
        splitting: Some(Splitting { low: 100, high: 150 }),
        risks: vec![
            Risk { name: "Law".to_owned(), probability: 20, low: 3, high: 8 },
            Risk { name: "Interface".to_owned(), probability: 40, low: 2, high: 12 },
        ],
        start: Some(Start { earliest: after(7), latest: after(34) }),
        in_progress: InProgress::Half,
        ..Assumptions::default()
    };
    // Enough people for 2,000 items within two years.
    let weeks = (0..26u64).map(|week| as_of - Days::new(182 - 7 * week));
    let history =
        History::of_weeks(weeks.zip((0..26).map(|week| items / 30 + week % 7)), &Calendar::default());
    let question = Question { items: Some(items), in_progress: 7, by: Some(after(200)) };
    bencher.bench(|| {
        Outlook::new(&history, &Calendar::default(), as_of, divan::black_box(&assumptions))
            .answer(&question, 85)
    });
}

#[divan::bench]
fn fan_of_half_a_year(bencher: Bencher) {
    let outlook = outlook(Method::Default);
    let until = outlook.as_of + Days::new(182);
    bencher.bench(|| outlook.fan(divan::black_box(until), &[5, 15, 30, 50, 70, 85, 95]));
}

/// Both methods over ten years of weeks, at four horizons from every Monday.
#[divan::bench(sample_count = 5)]
fn backtest_of_ten_years(bencher: Bencher) {
    let counts = [3, 7, 5, 0, 6, 4, 9, 5, 2, 8, 4, 7, 6].into_iter().cycle();
    let weeks = (0..520u64).map(|week| NaiveDate::default() + Days::new(7 * week + 4)).zip(counts);
    let history = History::of_weeks(weeks, &Calendar::default());
    bencher.bench(|| backtest_scores(&history, &Calendar::default(), 26, &[2, 4, 8, 13], 1, |_, _| true));
}

#[divan::bench]
fn learning_from_26_weeks() -> Outlook {
    outlook(Method::Default)
}

/// The finish table of the replay by sampling: each trial draws weeks until all positions are
/// done and notes the week of each; then the weeks of all trials are counted per position.
#[divan::bench]
fn monte_carlo_of_10_000_trials_for_200_positions(bencher: Bencher) {
    let outlook = outlook(Method::Replay);
    bencher.bench(|| sampled(divan::black_box(&outlook), 200, 10_000));
}

fn sampled(outlook: &Outlook, positions: usize, trials: u32) -> FinishTable {
    const WEEKS: usize = 105;
    let counts = &outlook.window.counts;
    let mut random = fastrand::Rng::with_seed(1);
    // finished[week][position]: trials in which the position was done in that week, week-major.
    let mut finished = vec![0u32; WEEKS * positions];
    for _ in 0..trials {
        let mut done = 0;
        for week in finished.chunks_exact_mut(positions) {
            let upto = positions.min(done + counts[random.usize(..counts.len())] as usize);
            week[done..upto].iter_mut().for_each(|trials| *trials += 1);
            done = upto;
            if done == positions {
                break;
            }
        }
    }
    let row = |percentile: &u8| {
        let enough = trials * u32::from(*percentile);
        (0..positions)
            .map_while(|position| {
                let mut sum = 0;
                (0..WEEKS).find(|week| {
                    sum += finished[week * positions + position];
                    sum * 100 >= enough
                })
            })
            .map(|week| (7 * week + 6) as u16)
            .collect()
    };
    let days = LEVELS.iter().map(row).collect();
    FinishTable { as_of: outlook.as_of, percentiles: LEVELS.to_vec(), days }
}
