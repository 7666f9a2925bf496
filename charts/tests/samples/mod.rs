//! The charts of the invented product, and English words for what charts say.

use cairn_charts::*;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Says a phrase as the window would.
pub fn words(phrase: Phrase) -> String {
    match phrase {
        Phrase::Day(day) => day.format("%-d %b").to_string(),
        Phrase::Month { first, year: true } => first.format("%b %Y").to_string(),
        Phrase::Month { first, .. } => first.format("%b").to_string(),
        Phrase::Number(number) => number.to_string(),
        Phrase::Percent(percent) => format!("{percent}%"),
        Phrase::Today => "today".into(),
        Phrase::By(day) => day.format("by %-d %b").to_string(),
        Phrase::Baseline => "start".into(),
        Phrase::Target => "target".into(),
        Phrase::ItemsDone => "items done".into(),
        Phrase::Items => "items".into(),
        Phrase::Days => "days".into(),
        Phrase::CameTrue => "came true".into(),
        Phrase::Said => "said, %".into(),
        Phrase::Band { from, to } => format!("{from}–{to}%"),
        Phrase::AtLeast { percent, items } => format!("{percent}%: {items} or more"),
        Phrase::Median(median) => format!("median {median}"),
        Phrase::SoFar(items) => format!("{items} so far"),
        Phrase::Window { weeks } => format!("window used: {weeks} weeks"),
        Phrase::Shift { weeks, above: true } => format!("shift: {weeks} weeks above the median"),
        Phrase::Shift { weeks, .. } => format!("shift: {weeks} weeks below the median"),
        Phrase::Within { percent, days } => format!("{percent}% {days} d"),
        Phrase::Named { name, items } => format!("{name} {items}"),
        Phrase::OutOf { came_true, forecasts } => format!("{came_true} of {forecasts}"),
        Phrase::Interval { from, to } => format!("{from:.0}–{to:.0}%"),
        Phrase::InWindow(used) => if used { "yes" } else { "" }.into(),
        Phrase::Column(Column::AtLeast(percent)) => format!("At least, {percent}%"),
        Phrase::Column(column) => format!("{column:?}"),
    }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn caption(title: &str, sentence: &str) -> Caption {
    Caption { title: title.into(), sentence: sentence.into() }
}

fn is_working(day: NaiveDate, closed: &[Span]) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    !weekend && !closed.iter().any(|span| span.first <= day && day <= span.last)
}

pub fn holidays() -> Vec<Span> {
    vec![Span { first: day("2026-12-21"), last: day("2027-01-01") }]
}

pub fn summer() -> Vec<Span> {
    vec![Span { first: day("2026-08-03"), last: day("2026-08-14") }]
}

/// Items finished on the working days from 8 September 2026 on.
const FINISHED: &[u32] = &[
    0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 2, 1, 2, 0, 0, 0, 0, 0, 0, 3, 1, 1, 4, 1, 0, 0, 0, 1, 0, 2, 1, 2, 0,
    1, 0, 0, 1, 1, 1, 2, 2, 1, 1, 2, 0, 0, 0, 0, 0, 2, 2, 1, 1, 1, 1, 1,
];

pub fn burn_up() -> BurnUp {
    let (closed, today) = (holidays(), day("2026-11-26"));
    let days = day("2026-09-08").iter_days().filter(|day| is_working(*day, &[]));
    let mut items = 57;
    let history = days.zip(FINISHED).map(|(day, finished)| {
        items += finished;
        DoneBy { day, items }
    });
    let history: Vec<DoneBy> = history.take_while(|done| done.day <= today).collect();
    let line = |percent: u8| {
        // A steady pace, slower the surer: good enough to look at.
        let pace = 0.62 + (50.0 - f64::from(percent)) * 0.0036;
        let (mut done, mut days) = (0.0, Vec::new());
        for (offset, day) in today.iter_days().enumerate().take(200) {
            done += if is_working(day, &closed) { pace } else { 0.0 };
            while days.len() < done as usize {
                days.push(offset as u32);
            }
        }
        FanLine { percent, days }
    };
    BurnUp {
        caption: caption(
            "Items done and the fan of what may come",
            "Reservations 2.0 complete: 50% by 28 January, 85% by 10 February.",
        ),
        history,
        today,
        fan: [5, 15, 30, 50, 70, 85, 95].map(line).into(),
        percent: 85,
        target: Some(Target { name: "Reservations 2.0 complete".into(), items: 122, days: Vec::new() }),
        by: None,
        closed,
        until: day("2027-02-26"),
    }
}

pub fn how_much() -> BurnUp {
    let sentence = "85% likely: at least 15 items by 15 January.";
    BurnUp {
        caption: caption("Items done by 15 January", sentence),
        target: None,
        by: Some(day("2027-01-15")),
        ..burn_up()
    }
}

pub fn run_chart() -> RunChart {
    let counts = [2, 3, 3, 4, 3, 3, 6, 2, 1, 3, 0, 7, 6, 3, 3, 4, 4, 2, 2, 6, 0, 9, 2, 5, 3, 7, 2, 6];
    let weeks = counts.into_iter().enumerate().map(|(at, items)| {
        let first_day = day("2026-05-11") + Days::new(7 * at as u64);
        Week { first_day, items, in_window: at >= 12 }
    });
    RunChart {
        caption: caption("Items done per week", "28 weeks; the median of the window is 3.5 a week."),
        weeks: weeks.collect(),
        running: Some(3),
        median: Some(3.5),
        shift: None,
        closed: summer(),
    }
}

pub fn cycle_time() -> CycleTime {
    let items = (0_u64..104).map(|at| FinishedItem {
        key: format!("LW-{at}"),
        day: day("2026-05-11") + Days::new(at * 19 / 10),
        days: [5, 7, 3, 9, 4, 2, 6, 12, 3, 5, 8, 1, 15, 4, 3, 6, 23, 5, 2, 10][(at * 7 % 20) as usize],
    });
    let levels = [(50, 5), (70, 7), (85, 9), (95, 14)];
    CycleTime {
        caption: caption("Cycle time", "Cycle time of 104 items; 85% took 9 days or less."),
        items: items.collect(),
        levels: levels.map(|(percent, days)| Level { percent, days }).into(),
        percent: 85,
        closed: summer(),
    }
}

pub fn age() -> Age {
    let stage = |name: &str, usual, items: &[(&str, u32)]| Stage {
        name: name.into(),
        usual: Some(usual),
        items: items.iter().map(|(key, days)| OpenItem { key: (*key).into(), days: *days }).collect(),
    };
    Age {
        caption: caption(
            "Age of work in the Sprint",
            "One of six items is older than usual at its stage: 240.",
        ),
        stages: vec![
            stage("Started", (2.8, 3.6), &[("236", 2)]),
            stage("Building", (4.2, 5.4), &[("231", 3), ("229", 5)]),
            stage("Testing", (5.6, 7.2), &[("224", 6), ("240", 13)]),
            stage("Waiting for Done", (7.0, 9.0), &[("219", 8)]),
        ],
        percent: 85,
    }
}

pub fn flow() -> Flow {
    let band =
        |state, name: &str, counts: [u32; 15]| FlowBand { state, name: name.into(), counts: counts.into() };
    Flow {
        caption: caption("Cumulative flow", "101 done, 7 in the Sprint, 15 ready, 22 to talk about."),
        days: (0..15).map(|at| day("2026-05-14") + Days::new(14 * at)).collect(),
        bands: vec![
            band(FlowState::Done, "done", [0, 5, 12, 18, 26, 30, 37, 46, 53, 59, 67, 76, 83, 93, 101]),
            band(FlowState::InSprint, "in Sprint", [7, 7, 7, 6, 7, 6, 7, 5, 6, 8, 8, 8, 6, 8, 7]),
            band(FlowState::Ready, "ready", [11, 8, 11, 12, 10, 14, 14, 14, 12, 13, 14, 14, 16, 16, 15]),
            band(
                FlowState::NeedsConversation,
                "talking",
                [11, 13, 14, 14, 14, 15, 15, 16, 17, 17, 19, 19, 21, 22, 22],
            ),
        ],
        closed: summer(),
    }
}

pub fn calibration() -> Calibration {
    let said = |percent, came_true, forecasts, interval| Said { percent, came_true, forecasts, interval };
    Calibration {
        caption: caption("Did they come true?", "Of 23 forecasts at 85%, 20 came true."),
        levels: vec![
            said(50, 13, 24, (0.41, 0.665)),
            said(70, 17, 23, (0.607, 0.838)),
            said(85, 20, 23, (0.755, 0.935)),
            said(95, 15, 16, (0.813, 0.981)),
        ],
        percent: 85,
    }
}

pub fn measured(on: &str, value: f64) -> Measured {
    Measured { day: day(on), value, text: format!("{value}%") }
}

pub fn endpoint(value: f64, on: Option<&str>) -> Endpoint {
    Endpoint { value, text: format!("{value}%"), day: on.map(day) }
}

pub fn progress() -> Progress {
    let values = [38.0, 39.0, 41.0, 40.0, 43.0, 44.0, 46.0, 45.0, 48.0, 49.0, 52.0, 54.0];
    let readings = values.into_iter().enumerate().map(|(at, value)| Measured {
        day: day("2026-05-15") + Days::new(at as u64 * 18),
        ..measured("2026-05-15", value)
    });
    Progress {
        caption: caption(
            "How far to the Product Goal",
            "54% of reservations need no desk help; 38% at the start, target 70% by 26 March.",
        ),
        readings: readings.collect(),
        baseline: Some(endpoint(38.0, Some("2026-05-04"))),
        target: Some(endpoint(70.0, Some("2027-03-26"))),
        today: day("2026-12-04"),
    }
}

pub fn ranges() -> Ranges {
    let row = |name: &str, days: [&str; 2], text: &str, newest| Range {
        name: name.into(),
        days: Some((day(days[0]), day(days[1]))),
        text: text.into(),
        newest,
    };
    Ranges {
        caption: caption("What changed in the forecast", "Today 85% by 10 February, 5 days earlier."),
        rows: vec![
            row("20 Nov, last Review", ["2027-01-29", "2027-02-15"], "85% by 15 Feb", false),
            row("Today", ["2027-01-25", "2027-02-10"], "85% by 10 Feb", true),
        ],
        percent: 85,
    }
}

/// Every chart of the product with a name for its file.
pub fn all(size: Size) -> Vec<(&'static str, Scene)> {
    vec![
        ("burn-up", burn_up().scene(size, &words)),
        ("how-much", how_much().scene(size, &words)),
        ("run-chart", run_chart().scene(size, &words)),
        ("cycle-time", cycle_time().scene(size, &words)),
        ("age", age().scene(size, &words)),
        ("flow", flow().scene(size, &words)),
        ("calibration", calibration().scene(size, &words)),
        ("progress", progress().scene(size, &words)),
        ("ranges", ranges().scene(size, &words)),
    ]
}
