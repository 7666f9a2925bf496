//! Progress to a Product Goal: what was measured, where it began and where it should lead.

use crate::drawing::{Drawing, Label, Place};
use crate::plot::{Margins, Plot, Scale, day_number};
use crate::role::Role;
use crate::scene::{Anchor, Caption, Point, Scene, Size, Stroke, Table};
use crate::text::{LINE, fitted};
use crate::thin;
use crate::wording::{Column, Phrase, Wording};
use chrono::NaiveDate;

/// Room between a dot and its text beside it.
const DOT_GAP: f64 = 9.0;
/// Larger values can't be told apart as pixels; they stand in the table.
const LARGEST: f64 = 1e15;

/// Answers "how far are we" to a goal with a measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    pub caption: Caption,
    /// What was measured, oldest first.
    pub readings: Vec<Measured>,
    /// Where it began.
    pub baseline: Option<Endpoint>,
    /// Where it should lead, up or down.
    pub target: Option<Endpoint>,
    pub today: NaiveDate,
}

/// A measured value.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    pub day: NaiveDate,
    pub value: f64,
    /// The value as it is read: "54%".
    pub text: String,
}

/// A value at one end of the way. Without a day it is a level across the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Endpoint {
    pub value: f64,
    /// The value as it is read: "70%".
    pub text: String,
    pub day: Option<NaiveDate>,
}

/// A value that has a place on the plot.
struct Known<'a> {
    day: f64,
    value: f64,
    text: &'a str,
}

impl Progress {
    /// Draws the chart. Without any value it holds its caption alone.
    pub fn scene(&self, size: Size, words: &Wording) -> Scene {
        let mut drawing = Drawing::new(size);
        let (known, baseline, target) = (self.known(), drawable(&self.baseline), drawable(&self.target));
        let ends = baseline.into_iter().chain(target);
        let Some(values) = range(known.iter().map(|at| at.value).chain(ends.clone().map(|end| end.value)))
        else {
            return drawing.finish(&self.caption, self.table(words));
        };
        let days = || {
            let ends = ends.clone().filter_map(|end| end.day).map(day_number);
            known.iter().map(|at| at.day).chain(ends).chain([day_number(self.today)])
        };
        let (from, until) = (days().fold(f64::INFINITY, f64::min), days().fold(f64::NEG_INFINITY, f64::max));
        let aim = target.and_then(|target| aim_label(target, size, words));
        let right = aim.as_ref().map_or(0.0, |label| label.width() + DOT_GAP + 2.0);
        let bottom = size.height - Margins::TICKS_AND_WORDS;
        let (left, right, top) = (DOT_GAP, size.width - right.max(DOT_GAP), 24.0);
        let plot = Plot { left, right, top, bottom, y: Scale::new(values, (bottom, top)) };
        let x = plot.days(from, until);
        let px = |day: f64, value: f64| (x.px(day), plot.y.px(value));

        plot.day_axis(&mut drawing, words, &x);
        let today = Label::named(words(Phrase::Today));
        plot.upright(&mut drawing, x.px(day_number(self.today)), Stroke::solid(Role::Line2, 1.0), today);
        let level = |end: &Endpoint| [(left, plot.y.px(end.value)), (right, plot.y.px(end.value))];
        if let Some(baseline) = baseline.filter(|end| end.day.is_none()) {
            drawing.path(&level(baseline), Stroke::solid(Role::Line, 1.0));
        }
        let points: Vec<Point> = known.iter().map(|at| px(at.day, at.value)).collect();
        let last = known.last().zip(points.last().copied());
        let reached = target.map(|target| match target.day {
            Some(day) => px(day_number(day), target.value),
            None => (right, plot.y.px(target.value)),
        });
        if let Some((target, end)) = target.zip(reached) {
            if target.day.is_none() {
                drawing.path(&level(target), Stroke::dashed(Role::Ink2, 1.25));
            } else if let Some((_, start)) = last.filter(|(_, start)| start.0 < end.0) {
                drawing.path(&[start, end], Stroke::dashed(Role::Ink4, 1.5));
            }
        }
        drawing.path(&thin::line(&points), Stroke::solid(Role::Moss, 2.5));
        if let Some(end) = reached.filter(|_| target.is_some_and(|target| target.day.is_some())) {
            drawing.dot(end, 4.5, Role::Way);
            drawing.keep_clear(end);
        }
        if let Some((_, at)) = last {
            drawing.dot(at, 4.5, Role::Moss);
            drawing.keep_clear(at);
        }

        // What stands now is said first, then where it should lead, then where it began.
        if let Some((now, at)) = last
            && let Some(text) = fitted(now.text, size.width / 3.0)
        {
            // Texts stand on the side that the way to the target leaves free.
            let rises = reached.is_none_or(|end| end.1 <= at.1);
            drawing.label(Label::strong(text, Role::Moss).over(Role::Surface), around(at, rises));
        }
        if let Some((label, end)) = aim.zip(reached) {
            drawing.label(label, beside(end, plot.bottom));
        }
        let first = known.first().zip(points.first()).filter(|_| known.len() > 1);
        let began = match baseline.filter(|end| end.day.is_none()) {
            Some(end) => Some((&*end.text, (left, plot.y.px(end.value)))),
            None => first.map(|(first, at)| (first.text, *at)),
        };
        if let Some((text, (_, y))) = began
            && let Some(text) = fitted(text, size.width / 3.0)
        {
            let places = [-8.0, 16.0, -22.0, 30.0].map(|down| (left, y + down, Anchor::Start));
            let places = places.into_iter().filter(|(_, y, _)| *y <= plot.bottom - 3.0);
            drawing.label(Label::axis(text).over(Role::Surface), places);
        }
        drawing.finish(&self.caption, self.table(words))
    }

    /// What stood on which day, the baseline among it, oldest first.
    fn known(&self) -> Vec<Known<'_>> {
        let baseline = drawable(&self.baseline);
        let baseline = baseline.and_then(|end| Some((end.day?, end.value, &*end.text)));
        let readings = self.readings.iter().map(|reading| (reading.day, reading.value, &*reading.text));
        let all = baseline.into_iter().chain(readings).filter(|(_, value, _)| value.abs() <= LARGEST);
        let mut known: Vec<Known> =
            all.map(|(day, value, text)| Known { day: day_number(day), value, text }).collect();
        known.sort_by(|a, b| a.day.total_cmp(&b.day));
        known
    }

    fn table(&self, words: &Wording) -> Table {
        let columns = [Column::Day, Column::Value, Column::Note].map(|column| words(Phrase::Column(column)));
        let row = |day: Option<NaiveDate>, text: &str, note: String| {
            vec![day.map_or_else(String::new, |day| words(Phrase::Day(day))), text.to_owned(), note]
        };
        let end = |end: &Option<Endpoint>, note| end.as_ref().map(|end| row(end.day, &end.text, words(note)));
        let readings =
            self.readings.iter().map(|reading| row(Some(reading.day), &reading.text, String::new()));
        let rows = end(&self.baseline, Phrase::Baseline).into_iter().chain(readings);
        Table { columns: columns.into(), rows: rows.chain(end(&self.target, Phrase::Target)).collect() }
    }
}

fn drawable(end: &Option<Endpoint>) -> Option<&Endpoint> {
    end.as_ref().filter(|end| end.value.abs() <= LARGEST)
}

/// The lowest and the highest value with some room for dots; none without values.
fn range(values: impl Iterator<Item = f64> + Clone) -> Option<(f64, f64)> {
    let (least, most) = (values.clone().reduce(f64::min)?, values.reduce(f64::max)?);
    let room = if most > least { (most - least) * 0.08 } else { most.abs().max(1.0) };
    Some((least - room, most + room))
}

/// What is said at the target: its value and the day it should be reached by.
fn aim_label(target: &Endpoint, size: Size, words: &Wording) -> Option<Label> {
    let by = target.day.map(|day| words(Phrase::By(day)));
    let role = if by.is_some() { Role::Way } else { Role::Ink2 };
    let lines = std::iter::once(target.text.clone()).chain(by);
    let lines: Vec<String> = lines.filter_map(|line| fitted(&line, size.width / 3.0)).collect();
    let label = Label { lines, ..Label::strong("", role) }.over(Role::Surface);
    (!label.lines.is_empty()).then_some(label)
}

/// Places above and below a dot, those above first where that side is free.
fn around((x, y): Point, above: bool) -> impl Iterator<Item = Place> {
    let rows = if above { [-10.0, 18.0] } else { [18.0, -10.0] };
    let anchors = [Anchor::Middle, Anchor::End, Anchor::Start];
    let level = [(x - DOT_GAP, y + 4.0, Anchor::End), (x + DOT_GAP, y + 4.0, Anchor::Start)];
    rows.into_iter().flat_map(move |down| anchors.map(|anchor| (x, y + down, anchor))).chain(level)
}

/// Places for two lines right of a dot, or left of it, above the axis.
fn beside((x, y): Point, bottom: f64) -> impl Iterator<Item = Place> {
    let rows = [-3.0, 4.0, -LINE - 4.0, 18.0].map(|down| (y + down).min(bottom - LINE - 4.0));
    let sides = [(x + DOT_GAP, Anchor::Start), (x - DOT_GAP, Anchor::End)];
    sides.into_iter().flat_map(move |(x, side)| rows.map(|y| (x, y, side)))
}
