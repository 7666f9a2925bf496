//! The charts of the product: which numbers go into which picture, and the words in it.
//!
//! Drawn once, as scenes of `cairn-charts`; window, command line and documents show the same.

use crate::asked::Asked;
use crate::direction::{Goal, Measure};
use crate::forecast::{
    self, Assumptions, Calendar, Calibration, History, LEVELS, LevelScore, Outlook, Question, SURE, Shift,
    Span, Window, cumulative_flow, cycle_times, long_date, median, shift, usual_age,
};
use crate::ids::GoalId;
use crate::stages::Stages;
use crate::words::{say, tell};
use cairn_charts::{
    Age, BurnUp, Caption, Column, DoneBy, Endpoint, FanLine, FinishedItem, Flow, FlowBand, FlowState, Level,
    Measured, OpenItem, Phrase, Progress, Range, Ranges, RunChart, Said, Scene, Size, Stage, Target, Week,
};
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Chart {
    /// What is done, and the fan of what may come.
    BurnUp {
        /// The question.
        asked: Asked,
        /// What the answer assumes.
        assumptions: Assumptions,
    },
    /// Items finished a week, with the window an answer learns from.
    Throughput {
        /// What the answer assumes.
        assumptions: Assumptions,
    },
    /// How often kept forecasts came true.
    Calibration,
    /// How long each item took that was finished in the last half year.
    CycleTime,
    /// How old the items in progress are.
    Ageing,
    /// How many items stood in each stage over the last half year.
    Flow,
    /// What was measured on the way to a goal.
    GoalProgress {
        /// The goal.
        goal: GoalId,
    },
}

/// The percentiles of the fan: three bands around the middle.
const FAN: [u8; 7] = [5, 15, 30, 50, 70, 85, 95];
/// Weeks that a run chart shows at least, where the history has them.
const RUN_WEEKS: usize = 30;
/// Days that are drawn after the last one read off.
const ROOM: u64 = 10;
/// Days ahead that are drawn where nothing is read off.
const AHEAD: u64 = 56;

/// Draws what is done and what may come.
///
/// `history` is what the outlook learnt from, `name` what the question is about; `sure` is the
/// percentile of the sure date.
pub fn burn_up(
    outlook: &Outlook,
    history: &History,
    (name, question): (&str, &Question),
    (sure, size): (u8, Size),
) -> Scene {
    let answer = outlook.answer(question, sure);
    let today = outlook.as_of;
    let first = outlook.window.weeks.first().copied().unwrap_or(today);
    let before = history
        .first_day()
        .filter(|day| *day < first)
        .map_or(0, |day| history.finished_in(Span { first: day, last: first.pred_opt().unwrap_or(first) }));
    let mut done = before;
    let mut past: Vec<DoneBy> = Vec::new();
    for day in (Span { first, last: today }).days().take_while(|day| *day < today) {
        done += history.finished_in(Span { first: day, last: day });
        past.push(DoneBy { day, items: done });
    }
    let mut levels = FAN.to_vec();
    levels.extend((!FAN.contains(&sure)).then_some(sure));
    let read: Vec<(u8, NaiveDate)> = answer.when.as_ref().map_or_else(Vec::new, |when| {
        when.days.each().into_iter().filter_map(|(percent, day)| Some((percent, day?))).collect()
    });
    let last = read.iter().map(|(_, day)| *day).chain(question.by).max();
    let until = last.map_or(today + Days::new(AHEAD), |day| day + Days::new(ROOM));
    let fan = outlook.fan(until, &levels);
    let lines = fan.percentiles.iter().zip(&fan.rows).map(|(percent, row)| {
        let most = row.last().copied().unwrap_or_default();
        let first = |items: u32| row.partition_point(|done| *done < items) as u32;
        FanLine { percent: *percent, days: (1..=most).map(first).collect() }
    });
    let chart = BurnUp {
        caption: Caption {
            title: say("chart-burn-up"),
            sentence: format!("{} {}", answer.sentence, answer.detail),
        },
        history: past,
        today,
        fan: lines.collect(),
        percent: sure,
        target: question.items.filter(|items| *items > 0).map(|items| Target {
            name: name.to_owned(),
            items: done.saturating_add(items),
            days: read,
        }),
        by: question.by,
        closed: closed(outlook.calendar(), Span { first, last: until }),
        until,
    };
    chart.scene(size, &wording())
}

/// Draws items finished a week, with the window the outlook learnt from.
pub fn throughput(outlook: &Outlook, history: &History, size: Size) -> Scene {
    let (window, calendar, today) = (&outlook.window, outlook.calendar(), outlook.as_of);
    let used = window.weeks.len();
    let all = Window::new(history, calendar, today, used.max(RUN_WEEKS));
    let fed = |week: &NaiveDate| window.weeks.contains(week);
    let weeks = all.weeks.iter().zip(&all.counts);
    let running = calendar.week_of(today);
    let found = shift(&window.counts);
    let middle = median(&window.counts);
    let least = window.counts.iter().min().copied().unwrap_or_default();
    let most = window.counts.iter().max().copied().unwrap_or_default();
    let chart = RunChart {
        caption: Caption {
            title: say("chart-throughput"),
            sentence: tell(
                "chart-throughput-sentence",
                &[
                    ("weeks", used.into()),
                    ("least", least.into()),
                    ("most", most.into()),
                    ("even", if least == most { "yes" } else { "no" }.into()),
                    ("median", middle.unwrap_or_default().into()),
                    ("shift", Shift::sentence(found).into()),
                ],
            ),
        },
        weeks: weeks
            .map(|(first_day, items)| Week {
                first_day: *first_day,
                items: *items,
                in_window: fed(first_day),
            })
            .collect(),
        running: (history.known_until() >= Some(running.first))
            .then(|| history.finished_in(Span { first: running.first, last: today })),
        median: middle,
        shift: found
            .filter(|shift| shift.last as usize + 1 == used)
            .map(|shift| cairn_charts::Shift { weeks: shift.weeks as usize, above: shift.above }),
        closed: closed(calendar, Span { first: all.weeks.first().copied().unwrap_or(today), last: today }),
    };
    chart.scene(size, &wording())
}

/// Draws how often kept forecasts came true.
pub(crate) fn calibration(calibration: &Calibration, (sure, size): (u8, Size)) -> Scene {
    let level = |score: &LevelScore| Said {
        percent: score.level,
        came_true: score.hits,
        forecasts: score.count,
        interval: (score.low, score.high),
    };
    let caption = Caption { title: say("chart-calibration"), sentence: calibration.sentence.clone() };
    let levels = calibration.levels.iter().map(level).collect();
    cairn_charts::Calibration { caption, levels, percent: sure }.scene(size, &wording())
}

/// Draws how long each item took that was finished in the last half year.
pub(crate) fn cycle_time(
    stages: &Stages,
    key: impl Fn(i64) -> String,
    calendar: &Calendar,
    (today, sure, size): (NaiveDate, u8, Size),
) -> Scene {
    let first = half_year_before(today);
    let mut work = stages.work();
    work.retain(|item| item.stages.last().is_some_and(|done| *done >= Some(first)));
    let times = cycle_times(&work);
    let levels = times.levels.map_or_else(Vec::new, |levels| {
        levels.each().map(|(percent, days)| Level { percent, days }).to_vec()
    });
    let sentence = match levels.iter().find(|level| level.percent == SURE) {
        Some(level) => tell(
            "chart-cycle-time-sentence",
            &[
                ("items", times.items.len().into()),
                ("percent", level.percent.into()),
                ("days", level.days.into()),
            ],
        ),
        None => say("chart-cycle-time-none"),
    };
    let item =
        |time: &forecast::CycleTime| FinishedItem { key: key(time.item), day: time.done, days: time.days };
    let chart = cairn_charts::CycleTime {
        caption: Caption { title: say("chart-cycle-time"), sentence },
        items: times.items.iter().map(item).collect(),
        levels,
        percent: if LEVELS.contains(&sure) { sure } else { SURE },
        closed: closed(calendar, Span { first, last: today }),
    };
    chart.scene(size, &wording())
}

/// Draws how old the items in progress are, over the age at which finished ones left each stage.
pub(crate) fn ageing(
    stages: &Stages,
    key: impl Fn(i64) -> String,
    (today, size): (NaiveDate, Size),
) -> Scene {
    let work = stages.work();
    let open = forecast::ageing(&work, today);
    let last = stages.names.len().saturating_sub(1);
    let names = stages.names.get(stages.work..last).unwrap_or_default();
    let usual: Vec<Option<(f64, f64)>> = (0..names.len()).map(|place| usual_age(&work, place)).collect();
    let old = open.iter().filter(|item| {
        let usual = usual.get(item.stage as usize).copied().flatten();
        usual.is_some_and(|(_, most)| f64::from(item.days) > most)
    });
    let stage = |((place, name), usual): ((usize, &String), &Option<(f64, f64)>)| Stage {
        name: name.clone(),
        usual: *usual,
        items: open
            .iter()
            .filter(|item| item.stage as usize == place)
            .map(|item| OpenItem { key: key(item.item), days: item.days })
            .collect(),
    };
    let chart = Age {
        caption: Caption {
            title: say("chart-ageing"),
            sentence: tell(
                "chart-ageing-sentence",
                &[("items", open.len().into()), ("old", old.count().into())],
            ),
        },
        stages: names.iter().enumerate().zip(&usual).map(stage).collect(),
        percent: SURE,
    };
    chart.scene(size, &wording())
}

/// Draws how many items stood in each stage over the last half year.
pub(crate) fn flow(stages: &Stages, calendar: &Calendar, (today, size): (NaiveDate, Size)) -> Scene {
    let oldest = stages.items.iter().flat_map(|item| item.stages.iter().flatten()).min();
    let first = oldest.map_or(today, |oldest| half_year_before(today).max(*oldest));
    let flow = cumulative_flow(&stages.items, stages.names.len(), first, today);
    let within = |place: usize| {
        let entered = |place: usize| flow.entered.get(place).map_or(&[][..], Vec::as_slice);
        let left = entered(place + 1).iter().copied().chain(std::iter::repeat(0));
        entered(place).iter().zip(left).map(|(entered, left)| entered.saturating_sub(left)).collect()
    };
    let last = stages.names.len().saturating_sub(1);
    let state = |place: usize| match place {
        _ if place == last => FlowState::Done,
        _ if place >= stages.work => FlowState::InSprint,
        _ if place + 1 == stages.work => FlowState::Ready,
        _ => FlowState::NeedsConversation,
    };
    let band = |(place, name): (usize, &String)| FlowBand {
        state: state(place),
        name: name.clone(),
        counts: within(place),
    };
    let bands: Vec<FlowBand> = stages.names.iter().enumerate().rev().map(band).collect();
    let now = bands.iter().map(|band| {
        let items = band.counts.last().copied().unwrap_or_default();
        format!("{} {items}", band.name)
    });
    let now = now.collect::<Vec<_>>().join(", ");
    let chart = Flow {
        caption: Caption {
            title: say("chart-flow"),
            sentence: tell("chart-flow-sentence", &[("stages", now.into())]),
        },
        days: Span { first, last: today }.days().collect(),
        bands,
        closed: closed(calendar, Span { first, last: today }),
    };
    chart.scene(size, &wording())
}

/// Draws what was measured on the way to a goal.
pub(crate) fn goal_progress(goal: &Goal, today: NaiveDate, size: Size) -> Scene {
    let measure = goal.measure.as_ref();
    let unit = measure.map_or("", |measure| &measure.unit);
    let endpoint = |value: f64, day: Option<NaiveDate>| Endpoint { value, text: with_unit(value, unit), day };
    let chart = Progress {
        caption: Caption { title: say("chart-goal"), sentence: goal_sentence(goal, today) },
        readings: goal
            .readings
            .iter()
            .map(|reading| Measured {
                day: reading.day,
                value: reading.value,
                text: with_unit(reading.value, unit),
            })
            .collect(),
        baseline: measure.map(|measure| endpoint(measure.baseline, measure.baseline_on)),
        target: measure.map(|measure| endpoint(measure.target, measure.by)),
        today,
    };
    chart.scene(size, &wording())
}

/// Says where a goal stands, began and should lead.
fn goal_sentence(goal: &Goal, today: NaiveDate) -> String {
    let Some(Measure { what, unit, baseline, baseline_on, target, by }) = &goal.measure else {
        return say("chart-goal-none");
    };
    let said = |key: &str, value: f64, day: Option<NaiveDate>| {
        let day = day.map_or_else(|| "none".to_owned(), |day| long_date(day, today));
        tell(
            key,
            &[("value", with_unit(value, unit).into()), ("what", (&**what).into()), ("day", day.into())],
        )
    };
    let now = goal.readings.last().map_or_else(
        || tell("chart-goal-unmeasured", &[("what", (&**what).into())]),
        |last| said("chart-goal-now", last.value, Some(last.day)),
    );
    let (start, aim) =
        (said("chart-goal-start", *baseline, *baseline_on), said("chart-goal-target", *target, *by));
    format!("{now} {start} {aim}")
}

/// A measured value as it is read: "54%", "3.5 days".
pub(crate) fn with_unit(value: f64, unit: &str) -> String {
    match unit {
        "" => value.to_string(),
        "%" => format!("{value}%"),
        unit => format!("{value} {unit}"),
    }
}

/// What was told about the same thing at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldThen {
    /// When that was, as it is read: "20 Nov, last Review".
    pub when: String,
    /// The even and the sure date; none where it could not be forecast.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

/// Draws what was told about something, oldest first; the last is what holds `today`.
///
/// `name` is what it is about, `sure` the percentile of the sure date.
pub fn ranges(name: &str, told: &[ToldThen], (today, sure, size): (NaiveDate, u8, Size)) -> Scene {
    let newest = told.len().saturating_sub(1);
    let row = |(at, told): (usize, &ToldThen)| Range {
        name: told.when.clone(),
        days: told.days,
        text: told.days.map_or_else(
            || say("chart-told-far"),
            |(_, day)| {
                tell("chart-told-by", &[("percent", sure.into()), ("day", short_date(day, today).into())])
            },
        ),
        newest: at == newest,
    };
    let sentence = |told: &ToldThen| match told.days {
        None => tell("chart-told-far-then", &[("when", (&*told.when).into())]),
        Some((even, day)) => tell(
            "chart-told-then",
            &[
                ("when", (&*told.when).into()),
                ("even-day", long_date(even, today).into()),
                ("sure", sure.into()),
                ("sure-day", long_date(day, today).into()),
            ],
        ),
    };
    let sentences =
        std::iter::once(format!("{}.", name.trim_end_matches('.'))).chain(told.iter().map(sentence));
    let chart = Ranges {
        caption: Caption { title: say("chart-told"), sentence: sentences.collect::<Vec<_>>().join(" ") },
        rows: told.iter().enumerate().map(row).collect(),
        percent: sure,
    };
    chart.scene(size, &wording())
}

fn half_year_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(182)).unwrap_or(day)
}

/// Closed spans of the calendar that touch a span.
fn closed(calendar: &Calendar, within: Span) -> Vec<cairn_charts::Span> {
    let touching =
        calendar.closed.iter().filter(|span| span.first <= within.last && within.first <= span.last);
    touching.map(|span| cairn_charts::Span { first: span.first, last: span.last }).collect()
}

/// Says what a chart has to say.
fn wording() -> impl Fn(Phrase<'_>) -> String {
    |phrase| match phrase {
        Phrase::Day(day) => short_day(day),
        Phrase::Month { first, year: false } => month(first),
        Phrase::Month { first, year: true } => format!("{} {}", month(first), first.year()),
        Phrase::Number(number) => number.to_string(),
        Phrase::Percent(percent) => format!("{percent}%"),
        Phrase::Today => say("chart-today"),
        Phrase::By(day) => tell("chart-by", &[("day", short_day(day).into())]),
        Phrase::Baseline => say("chart-baseline"),
        Phrase::Target => say("chart-target"),
        Phrase::ItemsDone => say("chart-items-done"),
        Phrase::Items => say("chart-items"),
        Phrase::Days => say("chart-days"),
        Phrase::CameTrue => say("chart-came-true"),
        Phrase::Said => say("chart-said"),
        Phrase::Band { from, to } => format!("{from}–{to}%"),
        Phrase::AtLeast { percent, items } => {
            tell("chart-at-least", &[("percent", percent.into()), ("items", items.into())])
        }
        Phrase::Median(median) => tell("chart-median", &[("median", median.into())]),
        Phrase::SoFar(items) => tell("chart-so-far", &[("items", items.into())]),
        Phrase::Window { weeks } => tell("chart-window", &[("weeks", weeks.into())]),
        Phrase::Shift { weeks, above } => {
            let side = if above { "above" } else { "below" };
            tell("chart-shift", &[("weeks", weeks.into()), ("side", side.into())])
        }
        Phrase::Within { percent, days } => {
            tell("chart-within", &[("percent", percent.into()), ("days", days.into())])
        }
        Phrase::Named { name, items } => format!("{name} {items}"),
        Phrase::OutOf { came_true, forecasts } => {
            tell("chart-out-of", &[("came-true", came_true.into()), ("forecasts", forecasts.into())])
        }
        Phrase::Interval { from, to } => format!("{from:.0}–{to:.0}%"),
        Phrase::InWindow(true) => say("chart-yes"),
        Phrase::InWindow(false) => say("chart-no"),
        Phrase::Column(column) => heading(column),
    }
}

fn heading(column: Column) -> String {
    match column {
        Column::Day => say("chart-column-day"),
        Column::Week => say("chart-column-week"),
        Column::FinishedOn => say("chart-column-finished"),
        Column::ItemsDone => say("chart-items-done"),
        Column::AtLeast(percent) => tell("chart-column-at-least", &[("percent", percent.into())]),
        Column::Items => say("chart-items"),
        Column::InWindow => say("chart-column-in-window"),
        Column::Item => say("chart-column-item"),
        Column::Days => say("chart-days"),
        Column::Stage => say("chart-column-stage"),
        Column::Said => say("chart-said"),
        Column::CameTrue => say("chart-came-true"),
        Column::Interval => say("chart-column-interval"),
        Column::Value => say("chart-column-value"),
        Column::Note => say("chart-column-note"),
        Column::ToldOn => say("chart-column-told-on"),
        Column::Forecast => say("chart-column-forecast"),
    }
}

/// A day in short form: "28 Jan".
pub(crate) fn short_day(day: NaiveDate) -> String {
    tell("chart-day", &[("day", day.day().into()), ("month", month(day).into())])
}

/// A day in short form, with its year where it lies in an earlier one or more than ten months
/// ahead: "28 Jan 2029".
pub(crate) fn short_date(day: NaiveDate, today: NaiveDate) -> String {
    let far = if day < today { day.year() != today.year() } else { (day - today).num_days() > 300 };
    if far { format!("{} {}", short_day(day), day.year()) } else { short_day(day) }
}

fn month(day: NaiveDate) -> String {
    tell("chart-month", &[("month", day.month().into())])
}
