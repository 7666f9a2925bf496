//! The what-ifs against brute force: each assumption alone, and all together.

use super::testing::{day, weekly};
use super::*;
use fastrand::Rng;

const TRIALS: u32 = 100_000;
const COUNTS: [u32; 12] = [3, 7, 5, 0, 6, 4, 9, 5, 2, 8, 4, 7];
const AS_OF: &str = "2026-01-05";

fn history() -> History {
    let added = (0..14u64).map(|n| day("2025-10-15") + Days::new(5 * n));
    weekly("2025-10-13", &COUNTS).with_added(added)
}

/// Draws a number of items finished in so many weeks, by adding up the masses.
struct Finished(Vec<f64>);

impl Finished {
    fn new(fit: &Fit, weeks: f64) -> Self {
        let mean = fit.m * weeks;
        if mean == 0.0 {
            return Self(vec![1.0]);
        }
        let spread = fit.phi - 1.0 + mean * fit.v;
        let (kappa, p) = (mean / spread, 1.0 / (1.0 + spread));
        let mass = |n: u32| {
            let n = f64::from(n);
            let ways = libm::lgamma(n + kappa) - libm::lgamma(kappa) - libm::lgamma(n + 1.0);
            (ways + kappa * p.ln() + n * (1.0 - p).ln()).exp()
        };
        let sum = |sum: &mut f64, mass| {
            *sum += mass;
            Some(*sum)
        };
        Self((0..600).map(mass).scan(0.0, sum).collect())
    }

    fn draw(&self, random: &mut Rng) -> usize {
        let at = random.f64();
        self.0.partition_point(|sum| *sum < at)
    }
}

/// A whole number for `exact`: the next one with the probability of what is over.
fn rounded(exact: f64, random: &mut Rng) -> f64 {
    exact.floor() + f64::from(u8::from(random.f64() < exact.fract()))
}

/// Draws how many items there are.
fn items(assumptions: &Assumptions, asked: (u32, u32), random: &mut Rng) -> f64 {
    let (items, in_progress) = (f64::from(asked.0), f64::from(asked.1));
    let left = match assumptions.in_progress {
        InProgress::Whole => 1.0,
        InProgress::Half => 0.5,
        InProgress::Finished => 0.0,
    };
    let mut exact = items - in_progress + left * in_progress;
    if let Growth::Range { low, high } = assumptions.growth {
        exact *= 1.0 + f64::from(random.i32(low..=high)) / 100.0;
    }
    if let Some(Splitting { low, high }) = assumptions.splitting {
        exact *= f64::from(random.u32(low..=high)) / 100.0;
    }
    let mut whole = rounded(exact, random);
    for risk in &assumptions.risks {
        if random.u32(0..100) < risk.probability {
            whole += f64::from(random.u32(risk.low..=risk.high));
        }
    }
    whole
}

/// Days work may begin on, found by hand: open weekdays of the span.
fn starts(assumptions: &Assumptions, worked: &Calendar) -> Vec<NaiveDate> {
    match assumptions.start {
        None => vec![day(AS_OF)],
        Some(Start { earliest, latest }) => {
            Span { first: earliest, last: latest }.days().filter(|day| worked.is_open(*day)).collect()
        }
    }
}

/// The share of trials in which all is done by `by`.
fn simulated(assumptions: &Assumptions, asked: (u32, u32), by: NaiveDate, random: &mut Rng) -> f64 {
    let outlook = Outlook::new(&history(), &Calendar::default(), day(AS_OF), assumptions);
    let worked = Calendar {
        working: assumptions.working_days.unwrap_or(outlook.calendar.working),
        ..outlook.calendar.clone()
    };
    let starts = starts(assumptions, &worked);
    let weeks = |start: &NaiveDate| -> f64 {
        let span = Span { first: *start, last: by };
        let of = |day: NaiveDate| {
            let people = f64::from(assumptions.people(day)) / 100.0;
            let weekday = calendar::weekday(day);
            let idle = assumptions.working_days.is_some_and(|working| !working[weekday]);
            let share = match idle && outlook.calendar.working[weekday] {
                true => 0.0,
                false => outlook.window.weekday_shares[weekday],
            };
            share * outlook.calendar.availability(day) * people
        };
        span.days().map(of).sum()
    };
    let finished: Vec<Finished> =
        starts.iter().map(|start| Finished::new(&outlook.fit.unwrap(), weeks(start))).collect();
    let mut done = 0;
    for _ in 0..TRIALS {
        let work = match (assumptions.method, assumptions.growth) {
            (Method::Replay, _) => {
                // Day by day: a week of the past is over when a week of the team's days is worked.
                let start = starts[random.usize(..starts.len())];
                let mut left = items(assumptions, asked, random);
                let week = 100 * outlook.calendar.working_days() as u32;
                let mut done_days = 0;
                let mut day = start;
                while left > 0.0 {
                    let next = day.succ_opt().unwrap();
                    done_days += if worked.is_open(day) { assumptions.people(day) } else { 0 };
                    // The period lasts until work goes on.
                    let goes_on = worked.is_open(next) && assumptions.people(next) > 0;
                    while goes_on && done_days >= week && left > 0.0 {
                        done_days -= week;
                        let drawn = random.usize(..COUNTS.len());
                        left -= f64::from(outlook.window.counts[drawn]);
                        if assumptions.growth == Growth::History {
                            left += f64::from(outlook.window.added[drawn]);
                        }
                    }
                    if day >= by {
                        break;
                    }
                    day = next;
                }
                done += u32::from(left <= 0.0);
                continue;
            }
            (Method::Default, _) => items(assumptions, asked, random),
        };
        let start = random.usize(..starts.len());
        done += u32::from(finished[start].draw(random) as f64 >= work);
    }
    f64::from(done) / f64::from(TRIALS)
}

fn what_ifs() -> Vec<Assumptions> {
    let none = Assumptions::default;
    let span = |first, last| Span { first: day(first), last: day(last) };
    let change = |from, people| TeamChange { from: day(from), people };
    let risk = |probability, low, high| Risk { name: "Law".into(), probability, low, high };
    let start = Some(Start { earliest: day("2026-01-08"), latest: day("2026-01-20") });
    let alone = vec![
        none(),
        Assumptions { working_days: Some([true, true, true, false, false, false, false]), ..none() },
        Assumptions { closed: vec![span("2026-01-14", "2026-01-20")], ..none() },
        Assumptions { team: vec![change("2026-01-13", 40), change("2026-02-02", 160)], ..none() },
        Assumptions { growth: Growth::Range { low: -10, high: 45 }, ..none() },
        Assumptions { splitting: Some(Splitting { low: 100, high: 180 }), ..none() },
        Assumptions { risks: vec![risk(30, 4, 9), risk(65, 1, 3)], ..none() },
        Assumptions { start, ..none() },
        Assumptions { in_progress: InProgress::Half, ..none() },
        Assumptions { in_progress: InProgress::Finished, ..none() },
    ];
    let together = alone.iter().fold(none(), |all, one| Assumptions {
        method: Method::Default,
        window_weeks: 26,
        working_days: None,
        closed: [all.closed, one.closed.clone()].concat(),
        team: [all.team, one.team.clone()].concat(),
        growth: if one.growth == Growth::None { all.growth } else { one.growth },
        splitting: one.splitting.or(all.splitting),
        risks: [all.risks, one.risks.clone()].concat(),
        start: one.start.or(all.start),
        in_progress: InProgress::Half,
    });
    alone.into_iter().chain([together]).collect()
}

/// Compares with the trials; the tolerance is 4.5 standard deviations of their share.
fn check(assumptions: &Assumptions, random: &mut Rng) {
    let outlook = Outlook::new(&history(), &Calendar::default(), day(AS_OF), assumptions);
    let question = Question { items: Some(20), in_progress: 5, by: None };
    for by in ["2026-02-03", "2026-02-22"] {
        let by = day(by);
        let answer = outlook.answer(&Question { by: Some(by), ..question }, SURE);
        let exact = answer.likelihood.unwrap();
        let share = simulated(assumptions, (20, 5), by, random);
        let tolerance = 4.5 * (exact * (1.0 - exact) / f64::from(TRIALS)).sqrt() + 1e-9;
        assert!((exact - share).abs() < tolerance, "{by} {exact} {share} {assumptions:?}");
    }
}

#[test]
fn each_what_if_and_all_together_equal_a_hundred_thousand_trials() {
    let mut random = Rng::with_seed(7);
    for assumptions in what_ifs() {
        assert!(assumptions.check(day(AS_OF)).is_ok());
        check(&assumptions, &mut random);
        check(&Assumptions { method: Method::Replay, ..assumptions }, &mut random);
    }
    let growth = Growth::History;
    check(&Assumptions { method: Method::Replay, growth, ..Assumptions::default() }, &mut random);
}

fn likelihoods(assumptions: &Assumptions, items: u32) -> Vec<f64> {
    let outlook = Outlook::new(&history(), &Calendar::default(), day(AS_OF), assumptions);
    let days = (0..40).map(|step| day(AS_OF) + Days::new(5 * step));
    days.map(|by| outlook.likelihood(items, by).unwrap()).collect()
}

#[test]
fn more_items_are_never_done_earlier_and_a_later_day_is_never_less_likely() {
    for method in [Method::Default, Method::Replay] {
        for assumptions in what_ifs() {
            let assumptions = Assumptions { method, ..assumptions };
            for items in 1..30 {
                let (fewer, more) = (likelihoods(&assumptions, items), likelihoods(&assumptions, items + 1));
                assert!(fewer.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12), "{assumptions:?}");
                assert!(
                    fewer.iter().zip(&more).all(|(fewer, more)| *more <= fewer + 1e-12),
                    "{assumptions:?}"
                );
            }
        }
    }
}

#[test]
fn what_changes_nothing_changes_no_bit() {
    let none = Assumptions::default();
    let same = [
        Assumptions { growth: Growth::Range { low: 0, high: 0 }, ..none.clone() },
        Assumptions { splitting: Some(Splitting { low: 100, high: 100 }), ..none.clone() },
        Assumptions { team: vec![TeamChange { from: day(AS_OF), people: 100 }], ..none.clone() },
        Assumptions { start: Some(Start { earliest: day(AS_OF), latest: day(AS_OF) }), ..none.clone() },
        Assumptions { working_days: Some(Calendar::default().working), ..none.clone() },
    ];
    for method in [Method::Default, Method::Replay] {
        let plain = likelihoods(&Assumptions { method, ..none.clone() }, 20);
        for assumptions in &same {
            assert_eq!(likelihoods(&Assumptions { method, ..assumptions.clone() }, 20), plain);
        }
    }
}

#[test]
fn a_working_day_less_is_later_and_one_more_is_earlier() {
    let days = |working_days| {
        let assumptions = Assumptions { working_days, ..Assumptions::default() };
        [Method::Default, Method::Replay].map(|method| {
            let assumptions = Assumptions { method, ..assumptions.clone() };
            let outlook = Outlook::new(&history(), &Calendar::default(), day(AS_OF), &assumptions);
            outlook.when(60, &[85])[0].unwrap()
        })
    };
    let (less, usual) = (days(Some([true, true, true, true, false, false, false])), days(None));
    let more = days(Some([true, true, true, true, true, true, false]));
    for method in 0..2 {
        assert!(more[method] < usual[method] && usual[method] < less[method], "{more:?} {usual:?} {less:?}");
    }
}

#[test]
fn an_answer_agrees_with_itself() {
    for method in [Method::Default, Method::Replay] {
        for assumptions in what_ifs() {
            let assumptions = Assumptions { method, ..assumptions };
            let outlook = Outlook::new(&history(), &Calendar::default(), day(AS_OF), &assumptions);
            let question = Question { items: Some(20), in_progress: 5, by: None };
            let days = outlook.answer(&question, SURE).when.unwrap().days;
            for (percentile, by) in LEVELS.into_iter().zip([days.p50, days.p70, days.p85, days.p95]) {
                let likely = |by| {
                    let asked = Question { by: Some(by), ..question };
                    outlook.answer(&asked, SURE).likelihood.unwrap()
                };
                let by = by.unwrap();
                assert!(reaches(likely(by), percentile));
                assert!(!reaches(likely(by.pred_opt().unwrap()), percentile), "{percentile} {assumptions:?}");
                let counts = outlook.how_many_of(5, by, &[percentile]).unwrap();
                assert!(counts[0] >= 20, "{percentile} {counts:?} {assumptions:?}");
            }
        }
    }
}

#[test]
fn the_cascade_knows_history_and_calendar_only() {
    let plain = |assumptions: &Assumptions| {
        Outlook::new(&history(), &Calendar::default(), day(AS_OF), assumptions).finish(30, &LEVELS)
    };
    for assumptions in
        what_ifs().into_iter().filter(|one| one.closed.is_empty() && one.working_days.is_none())
    {
        assert_eq!(plain(&assumptions), plain(&Assumptions::default()));
    }
}

#[test]
fn the_fan_is_how_many_on_each_day() {
    for method in [Method::Default, Method::Replay] {
        for assumptions in
            what_ifs().into_iter().filter(|one| one.growth == Growth::None && one.risks.is_empty())
        {
            let scope_is_known = assumptions.splitting.is_none();
            let assumptions = Assumptions { method, ..assumptions };
            let outlook = Outlook::new(&history(), &Calendar::default(), day(AS_OF), &assumptions);
            let percentiles = [5, 15, 30, 50, 70, 85, 95];
            let fan = outlook.fan(day("2026-03-15"), &percentiles);
            assert!(fan.rows.iter().all(|row| row.len() == 70 && row.is_sorted()));
            for offset in (0..70).step_by(7).filter(|_| scope_is_known) {
                let by = fan.as_of + Days::new(offset as u64);
                let counts: Vec<u32> = fan.rows.iter().map(|row| row[offset]).collect();
                assert_eq!(outlook.how_many(by, &percentiles), Some(counts), "{by} {assumptions:?}");
            }
        }
    }
}

#[test]
fn growth_from_history_means_the_same_under_both_methods() {
    let history = weekly("2025-10-13", &[4; 12])
        .with_added((0..12u64).map(|week| day("2025-10-14") + Days::new(7 * week)));
    let days = |method, growth, items| {
        let assumptions = Assumptions { method, growth, ..Assumptions::default() };
        Outlook::new(&history, &Calendar::default(), day(AS_OF), &assumptions).when(items, &[50])
    };
    assert_eq!(days(Method::Replay, Growth::History, 30), days(Method::Replay, Growth::None, 40));
    assert_eq!(days(Method::Default, Growth::History, 30), days(Method::Default, Growth::None, 40));
}

#[test]
fn growth_from_history_says_when_nothing_is_known_to_have_been_added() {
    let assumptions = Assumptions { growth: Growth::History, ..Assumptions::default() };
    let history = weekly("2025-10-13", &COUNTS);
    let outlook = Outlook::new(&history, &Calendar::default(), day(AS_OF), &assumptions);
    assert_eq!(outlook.notes, [Note::NoGrowthKnown]);
    let plain = Outlook::new(&history, &Calendar::default(), day(AS_OF), &Assumptions::default());
    assert_eq!(outlook.when(20, &LEVELS), plain.when(20, &LEVELS));
}

#[test]
fn an_answer_says_what_it_rests_on_and_what_it_assumes() {
    let all = what_ifs().pop().unwrap();
    let outlook = Outlook::new(&history(), &Calendar::default(), day(AS_OF), &all);
    let basis = outlook.answer(&Question { items: Some(20), ..Question::default() }, SURE).basis;
    assert!(
        basis.starts_with(
            "From 12 complete weeks up to 4 January: 60 items finished, 0 to 9 a week. Assumed: "
        )
    );
    for clause in [
        "closed from 14 January to 20 January",
        "the team at 40% from 13 January",
        "scope growing by -10% to 45%",
        "one item becoming 1 to 1.8 when split",
        "“Law” adding 4 to 9 items with 30% likelihood",
        "work beginning between 8 January and 20 January",
        "items in progress half done.",
    ] {
        assert!(basis.contains(clause), "{basis}");
    }
    let plain = Outlook::new(&history(), &Calendar::default(), day(AS_OF), &Assumptions::default());
    let answer = plain.answer(&Question { items: Some(50), ..Question::default() }, SURE);
    assert!(!answer.basis.contains("Assumed"));
    assert_eq!(answer.emphasis.as_deref(), Some("29 April"));
    assert_eq!(answer.detail, "50% by 17 March. One time in seven it will be later than 29 April.");
    let asked = Question { by: Some(day("2026-03-01")), ..Question::default() };
    let answer = plain.answer(&asked, SURE);
    assert_eq!(answer.emphasis.as_deref(), Some("at least 23 items"));
    assert_eq!(answer.detail, "50% at least 38. One time in seven it will be fewer than 23.");
}
