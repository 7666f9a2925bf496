//! Whatever the numbers, a chart stays on its drawing and its texts clear of one another.

mod samples;

use cairn_charts::*;
use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use samples::words;

/// Asserts what holds for every scene.
fn check(scene: &Scene) {
    let mut texts: Vec<(&str, Bounds)> = Vec::new();
    for mark in &scene.marks {
        let bounds = mark.bounds();
        let Bounds { left, top, right, bottom } = bounds;
        for length in [left, top, right, bottom] {
            assert!(length.is_finite(), "{mark:?}");
        }
        // A dot at the edge of the plot reaches a little over it; half a pixel is rounding.
        assert!(left >= -0.5 && top >= -0.5, "{mark:?} leaves {}x{}", scene.width, scene.height);
        assert!(
            right <= scene.width + 0.5 && bottom <= scene.height + 0.5,
            "{mark:?} leaves {}x{}",
            scene.width,
            scene.height
        );
        if let Mark::Text { text, .. } = mark {
            for (other, taken) in &texts {
                assert!(!taken.overlaps(&bounds), "{text:?} lies over {other:?}");
            }
            texts.push((text, bounds));
        }
    }
    assert!(scene.marks.len() < 60_000, "{} marks", scene.marks.len());
    assert!(scene.table.rows.iter().all(|row| row.len() == scene.table.columns.len()));
}

fn size() -> impl Strategy<Value = Size> {
    (300_u32..1400, 140_u32..700).prop_map(|(width, height)| Size::new(width, height))
}

/// Days of this century and of much earlier and later ones.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![4 => 730_000..750_000, 1 => 1..3_000_000]
        .prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap())
}

fn count() -> impl Strategy<Value = u32> {
    prop_oneof![3 => 0..12_u32, 2 => 0..500_u32, 1 => any::<u32>()]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Za-z ]{0,12}", "\\PC{0,80}"]
}

fn span() -> impl Strategy<Value = Span> {
    (any_day(), any_day()).prop_map(|(first, last)| Span { first, last })
}

fn burn_up() -> impl Strategy<Value = BurnUp> {
    let fan = vec(vec(prop_oneof![0..40_u32, 0..3_000_u32], 0..80), 0..8).prop_map(|lines| {
        let percents = [5, 15, 30, 50, 70, 85, 95];
        let lines = percents.into_iter().zip(lines);
        lines
            .map(|(percent, mut days)| {
                days.sort_unstable();
                FanLine { percent, days }
            })
            .collect()
    });
    let history = vec((0_u64..40, 0_u32..9), 0..60);
    let days = (any_day(), any_day(), option::of(any_day()));
    let target =
        option::of((name(), count()).prop_map(|(name, items)| Target { name, items, days: Vec::new() }));
    (days, history, count(), fan, target, vec(span(), 0..3), prop_oneof![Just(85_u8), 0..=100_u8]).prop_map(
        |((today, until, by), steps, done, fan, target, closed, percent)| {
            let (mut day, mut items) = (today, done);
            let mut history: Vec<DoneBy> = steps
                .into_iter()
                .map(|(days, finished)| {
                    let known = DoneBy { day, items };
                    day = day.checked_sub_days(Days::new(days)).unwrap_or(day);
                    items = items.saturating_sub(finished);
                    known
                })
                .collect();
            history.reverse();
            let caption = Caption::default();
            BurnUp { caption, history, today, fan, percent, target, by, closed, until }
        },
    )
}

fn run_chart() -> impl Strategy<Value = RunChart> {
    let weeks = prop_oneof![vec((count(), any::<bool>()), 0..60), vec((count(), any::<bool>()), 900..1200)];
    let shift = option::of((6_usize..40, any::<bool>()).prop_map(|(weeks, above)| Shift { weeks, above }));
    let median = option::of(prop_oneof![0.0..20.0_f64, Just(f64::NAN), Just(4e9)]);
    (any_day(), weeks, option::of(count()), median, shift, vec(span(), 0..3)).prop_map(
        |(from, weeks, running, median, shift, closed)| {
            let week =
                |(at, (items, in_window))| Week { first_day: from + Days::new(7 * at), items, in_window };
            let weeks = (0_u64..).zip(weeks).map(week).collect();
            RunChart { caption: Caption::default(), weeks, running, median, shift, closed }
        },
    )
}

fn cycle_time() -> impl Strategy<Value = CycleTime> {
    let item = (name(), any_day(), count()).prop_map(|(key, day, days)| FinishedItem { key, day, days });
    let near = (0_i32..200, 0_u32..30).prop_map(|(day, days)| FinishedItem {
        key: String::new(),
        day: NaiveDate::from_num_days_from_ce_opt(740_000 + day).unwrap(),
        days,
    });
    let items = prop_oneof![vec(item, 0..60), vec(near, 800..1_200)];
    let levels = vec((0_u8..=100, count()).prop_map(|(percent, days)| Level { percent, days }), 0..6);
    (items, levels, vec(span(), 0..3)).prop_map(|(items, levels, closed)| CycleTime {
        caption: Caption::default(),
        items,
        levels,
        percent: 85,
        closed,
    })
}

fn age() -> impl Strategy<Value = Age> {
    let item = (name(), count()).prop_map(|(key, days)| OpenItem { key, days });
    let usual = option::of((prop_oneof![0.0..30.0_f64, Just(f64::NAN)], 0.0..40.0_f64));
    let stage = (name(), usual, vec(item, 0..40));
    vec(stage.prop_map(|(name, usual, items)| Stage { name, usual, items }), 0..25).prop_map(|stages| Age {
        caption: Caption::default(),
        stages,
        percent: 85,
    })
}

fn flow() -> impl Strategy<Value = Flow> {
    let state = prop_oneof![
        Just(FlowState::Done),
        Just(FlowState::InSprint),
        Just(FlowState::Ready),
        Just(FlowState::NeedsConversation)
    ];
    let band = (state, name(), vec(count(), 0..40)).prop_map(|(state, name, counts)| FlowBand {
        state,
        name,
        counts,
    });
    (vec(any_day(), 0..40), vec(band, 0..6), vec(span(), 0..3)).prop_map(|(mut days, bands, closed)| {
        days.sort_unstable();
        Flow { caption: Caption::default(), days, bands, closed }
    })
}

fn calibration() -> impl Strategy<Value = Calibration> {
    let share = prop_oneof![4 => 0.0..=1.0_f64, 1 => Just(f64::NAN)];
    let said = (0_u8..=100, count(), count(), share.clone(), share).prop_map(
        |(percent, came_true, forecasts, from, to)| Said {
            percent,
            came_true,
            forecasts,
            interval: (from, to),
        },
    );
    vec(said, 0..8).prop_map(|levels| Calibration { caption: Caption::default(), levels, percent: 85 })
}

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![4 => -20.0..120.0_f64, 2 => Just(7.0), 1 => any::<f64>(), 1 => Just(f64::NAN)]
}

fn progress() -> impl Strategy<Value = Progress> {
    let reading =
        || (any_day(), value(), name()).prop_map(|(day, value, text)| Measured { day, value, text });
    let endpoint = || {
        let fields = (value(), name(), option::of(any_day()));
        option::of(fields.prop_map(|(value, text, day)| Endpoint { value, text, day }))
    };
    let readings = prop_oneof![vec(reading(), 0..4), vec(reading(), 400..600)];
    (readings, endpoint(), endpoint(), any_day()).prop_map(|(mut readings, baseline, target, today)| {
        readings.sort_by_key(|reading| reading.day);
        Progress { caption: Caption::default(), readings, baseline, target, today }
    })
}

fn ranges() -> impl Strategy<Value = Ranges> {
    let days = option::of(prop_oneof![(any_day(), any_day()), any_day().prop_map(|day| (day, day))]);
    let row = (name(), days, name(), any::<bool>()).prop_map(|(name, days, text, newest)| Range {
        name,
        days,
        text,
        newest,
    });
    vec(row, 0..30).prop_map(|rows| Ranges { caption: Caption::default(), rows, percent: 85 })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_burn_up_stays_whole(chart in burn_up(), size in size()) {
        check(&chart.scene(size, &words));
    }

    #[test]
    fn a_run_chart_stays_whole(chart in run_chart(), size in size()) {
        check(&chart.scene(size, &words));
    }

    #[test]
    fn a_cycle_time_stays_whole(chart in cycle_time(), size in size()) {
        check(&chart.scene(size, &words));
    }

    #[test]
    fn an_age_stays_whole(chart in age(), size in size()) {
        check(&chart.scene(size, &words));
    }

    #[test]
    fn a_flow_stays_whole(chart in flow(), size in size()) {
        check(&chart.scene(size, &words));
    }

    #[test]
    fn a_calibration_stays_whole(chart in calibration(), size in size()) {
        check(&chart.scene(size, &words));
    }

    #[test]
    fn a_progress_stays_whole(chart in progress(), size in size()) {
        check(&chart.scene(size, &words));
    }

    #[test]
    fn ranges_stay_whole(chart in ranges(), size in size()) {
        check(&chart.scene(size, &words));
    }
}

#[test]
fn thousands_of_items_are_drawn_with_few_dots() {
    let item = |at: u64| FinishedItem {
        key: at.to_string(),
        day: samples::day("2026-01-01") + Days::new(at % 200),
        days: (at * at % 25) as u32,
    };
    let chart = CycleTime { items: (0..20_000).map(item).collect(), ..samples::cycle_time() };
    let scene = chart.scene(Size::new(440, 260), &words);
    assert!(scene.marks.len() < 3_000, "{} marks", scene.marks.len());
    assert_eq!(scene, chart.scene(Size::new(440, 260), &words));
    assert_eq!(scene.table.rows.len(), 20_000 + chart.levels.len());
}

#[test]
fn the_charts_of_the_product_keep_their_labels_at_every_width() {
    for width in (300..=1400).step_by(5) {
        for (name, scene) in samples::all(Size::new(width, 280)) {
            check(&scene);
            let says = |wanted: &str| {
                scene.marks.iter().any(|mark| matches!(mark, Mark::Text { text, .. } if text == wanted))
            };
            let wanted: &[&str] = match name {
                "burn-up" => &["Reservations 2.0 complete", "20 Jan", "29 Jan", "today", "50%", "85%"],
                "how-much" => &["15 Jan", "50%: 16 or more", "85%: 13 or more", "today"],
                "run-chart" => &["median 3.5", "3 so far", "window used: 16 weeks"],
                "cycle-time" => &["50% 5 d", "70% 7 d", "85% 9 d", "95% 14 d"],
                "age" => &["240", "236", "Testing"],
                "flow" => &["done 101", "in Sprint 7", "ready 15", "talking 22"],
                "progress" => &["38%", "54%", "70%", "by 26 Mar", "today"],
                "ranges" => &["Today", "85% by 10 Feb"],
                _ => &["13 of 24", "17 of 23", "20 of 23", "15 of 16", "50", "70", "85", "95"],
            };
            for text in wanted {
                assert!(says(text), "{name} at {width} does not say {text}");
            }
        }
    }
}
