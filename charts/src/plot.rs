//! The plot of a chart: scales, grid lines, the axis of days and the labels at its right edge.

use crate::drawing::{Drawing, Label, Place};
use crate::role::Role;
use crate::scene::{Anchor, Size, Stroke};
use crate::text::{LINE, fitted, text_width};
use crate::wording::{Phrase, Wording};
use chrono::{Datelike, Months, NaiveDate};

/// Room between the plot and the labels at its edge, where a dot may reach into.
const EDGE_GAP: f64 = 8.0;

/// Days in a row, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// Returns a day as a number, so that days can be placed.
pub(crate) fn day_number(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}

/// Returns the day of a number; none beyond the calendar.
pub(crate) fn day_of(number: f64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(number as i32)
}

/// Where values lie on a drawing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    from: f64,
    to: f64,
    start: f64,
    end: f64,
}

impl Scale {
    /// Lays `from` and `to` on two pixels; a single value gets a unit of room.
    pub fn new((from, to): (f64, f64), (start, end): (f64, f64)) -> Self {
        Self { from, to: if to > from { to } else { from + 1.0 }, start, end }
    }

    /// The value at its end.
    pub fn last(&self) -> f64 {
        self.to
    }

    pub fn px(&self, value: f64) -> f64 {
        self.start + (value - self.from) / (self.to - self.from) * (self.end - self.start)
    }
}

/// Returns the smallest step of 1, 2 or 5 times a power of ten that needs no more than `most` lines;
/// from zero on, the last of them is not below `to`.
fn step_between(from: f64, to: f64, most: f64) -> f64 {
    let mut power = 1.0;
    loop {
        for step in [power, 2.0 * power, 5.0 * power] {
            let last = if from == 0.0 { (to / step).ceil() } else { (to / step).floor() };
            if last - (from / step).ceil() < most {
                return step;
            }
        }
        power *= 10.0;
    }
}

/// What the value axis shows.
pub(crate) struct Values<'a> {
    pub name: Phrase<'a>,
    pub from: f64,
    /// The highest value; an axis from zero goes on to the next grid line.
    pub to: f64,
    pub tick: fn(f64) -> Phrase<'static>,
}

/// Room around the plot, in pixels.
pub(crate) struct Margins {
    pub right: f64,
    pub below: f64,
}

impl Margins {
    /// Below the plot: a row of ticks.
    pub const TICKS: f64 = 24.0;
    /// Below the plot: a row of ticks and a row of words.
    pub const TICKS_AND_WORDS: f64 = 40.0;
}

/// The part of a drawing that marks of data stand on, in pixels.
pub(crate) struct Plot {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub y: Scale,
}

impl Plot {
    /// Draws the value axis with its name and its grid lines.
    pub fn new(
        drawing: &mut Drawing,
        size: Size,
        words: &Wording,
        values: &Values,
        margins: &Margins,
    ) -> Self {
        let (top, bottom) = (24.0, size.height - margins.below);
        let most = ((bottom - top) / 34.0).clamp(2.0, 6.0);
        let step = step_between(values.from, values.to, most);
        let to = if values.from == 0.0 { (values.to / step).ceil().max(1.0) * step } else { values.to };
        let first = (values.from / step).ceil();
        let lines = ((to / step).floor() - first).max(0.0) as usize;
        let ticks: Vec<(f64, String)> = (0..=lines)
            .map(|line| (first + line as f64) * step)
            .map(|value| (value, words((values.tick)(value))))
            .collect();
        let widest = ticks.iter().map(|(_, text)| text_width(text)).fold(0.0, f64::max);
        let left = (widest + 10.0).min(size.width * 0.4).round();
        let right = size.width - margins.right.clamp(8.0, size.width * 0.4).round();
        let plot = Self { left, right, top, bottom, y: Scale::new((values.from, to), (bottom, top)) };
        for (value, text) in ticks {
            let y = plot.y.px(value);
            drawing.path(&[(left, y), (right, y)], Stroke::solid(Role::Line, 1.0));
            drawing.label(Label::axis(text), [(left - 8.0, y + 4.0, Anchor::End)]);
        }
        drawing.label(Label::axis(words(values.name)), [(0.0, 11.0, Anchor::Start)]);
        plot
    }

    /// Returns the scale of days from the left to the right of the plot.
    pub fn days(&self, from: f64, to: f64) -> Scale {
        Scale::new((from, to), (self.left, self.right))
    }

    /// Draws the axis of days: day by day, by weeks, months or years, as the texts have room.
    pub fn day_axis(&self, drawing: &mut Drawing, words: &Wording, x: &Scale) {
        drawing.path(&[(self.left, self.bottom), (self.right, self.bottom)], Stroke::solid(Role::Line2, 1.0));
        for (day, text) in day_ticks(words, x) {
            let at = x.px(day);
            drawing.path(&[(at, self.bottom), (at, self.bottom + 4.0)], Stroke::solid(Role::Line2, 1.0));
            drawing.label(Label::axis(text), [(at + 4.0, self.bottom + 14.0, Anchor::Start)]);
        }
    }

    /// Hatches days on which nobody works.
    pub fn closed(&self, drawing: &mut Drawing, x: &Scale, spans: &[Span]) {
        for span in spans {
            let left = x.px(day_number(span.first)).max(self.left);
            let right = x.px(day_number(span.last) + 1.0).min(self.right);
            drawing.hatch((left, self.top), (right, self.bottom));
        }
    }

    /// Draws a line upright with its name below the axis of days; nothing for a day beyond the plot.
    pub fn upright(&self, drawing: &mut Drawing, at: f64, stroke: Stroke, label: Label) {
        if !(self.left..=self.right).contains(&at) {
            return;
        }
        drawing.path(&[(at, self.top), (at, self.bottom)], stroke);
        let y = self.bottom + 30.0;
        let places: [Place; 3] = [(at, y, Anchor::Middle), (at, y, Anchor::End), (at, y, Anchor::Start)];
        drawing.label(label, places);
    }

    /// Puts labels beside the right edge at their values, the most important first: apart where they
    /// would touch, left out where there is no room for all.
    pub fn edge_labels(&self, drawing: &mut Drawing, mut labels: Vec<EdgeLabel>) {
        labels.truncate(((self.bottom - self.top) / LINE).floor() as usize + 1);
        labels.sort_by(|a, b| b.value.total_cmp(&a.value));
        let mut heights: Vec<f64> = labels.iter().map(|label| self.y.px(label.value)).collect();
        let mut least = self.top;
        for height in &mut heights {
            *height = height.max(least);
            least = *height + LINE;
        }
        let mut most = self.bottom;
        for height in heights.iter_mut().rev() {
            *height = height.min(most);
            most = *height - LINE;
        }
        for (edge, height) in labels.into_iter().zip(heights) {
            drawing.label(edge.label, [(self.right + EDGE_GAP, height + 4.0, Anchor::Start)]);
        }
    }
}

/// A label beside the right edge.
pub(crate) struct EdgeLabel {
    pub value: f64,
    pub label: Label,
}

impl EdgeLabel {
    /// Shortens labels to a third of the drawing; returns the room they take right of the plot.
    pub fn room(labels: &mut Vec<Self>, size: Size) -> f64 {
        labels.retain_mut(|edge| {
            edge.label.lines =
                edge.label.lines.iter().filter_map(|line| fitted(line, size.width / 3.0)).collect();
            !edge.label.lines.is_empty()
        });
        labels.iter().map(|edge| edge.label.width() + EDGE_GAP + 2.0).fold(0.0, f64::max)
    }
}

/// The finest ticks of days whose texts have room, with their texts.
fn day_ticks(words: &Wording, x: &Scale) -> Vec<(f64, String)> {
    let span = x.to - x.from;
    let days = [1.0, 7.0].into_iter().filter(|step| span <= 14.0 * step).map(|step| every_days(x, step));
    let months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 60_000];
    let months = months
        .into_iter()
        .filter(|step| span / 30.0 / f64::from(*step) <= 60.0)
        .map(|step| every_months(x, step));
    let texts = |(by_day, ticks): (bool, Vec<NaiveDate>)| -> Vec<(f64, String)> {
        let say = |first: NaiveDate| {
            let year = first.month() == 1;
            words(if by_day { Phrase::Day(first) } else { Phrase::Month { first, year } })
        };
        ticks.into_iter().map(|day| (day_number(day), say(day))).collect()
    };
    days.map(|ticks| (true, ticks))
        .chain(months.map(|ticks| (false, ticks)))
        .map(texts)
        .find(|ticks| {
            ticks.windows(2).all(|pair| x.px(pair[1].0) - x.px(pair[0].0) >= text_width(&pair[0].1) + 8.0)
        })
        .unwrap_or_default()
}

/// Every so many days; weeks from Monday on.
fn every_days(x: &Scale, step: f64) -> Vec<NaiveDate> {
    // Day 1 of the common era is a Monday.
    let first = ((x.from - 1.0) / step).ceil() * step + 1.0;
    let count = ((x.to - first) / step).floor().max(-1.0) as i64 + 1;
    (0..count).filter_map(|at| day_of(first + at as f64 * step)).collect()
}

/// The first day of every so many months, counted so that a January is among them.
fn every_months(x: &Scale, step: u32) -> Vec<NaiveDate> {
    let Some(from) = day_of(x.from) else { return Vec::new() };
    let month = i64::from(from.year()) * 12 + i64::from(from.month0());
    let month = month.div_euclid(i64::from(step)) * i64::from(step);
    let first = i32::try_from(month.div_euclid(12)).ok();
    let mut next = first.and_then(|year| NaiveDate::from_ymd_opt(year, month.rem_euclid(12) as u32 + 1, 1));
    let mut found = Vec::new();
    while let Some(day) = next.filter(|day| day_number(*day) <= x.to) {
        if day_number(day) >= x.from {
            found.push(day);
        }
        next = day.checked_add_months(Months::new(step));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(from: &str, to: &str, width: f64) -> String {
        let day = |text: &str| day_number(text.parse().unwrap());
        let words = |phrase: Phrase| match phrase {
            Phrase::Day(day) => day.format("%-d %b").to_string(),
            Phrase::Month { first, year: true } => first.format("%b %Y").to_string(),
            Phrase::Month { first, .. } => first.format("%b").to_string(),
            other => unreachable!("{other:?}"),
        };
        let ticks = day_ticks(&words, &Scale::new((day(from), day(to)), (0.0, width)));
        ticks.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" · ")
    }

    #[test]
    fn ticks_of_days_are_as_fine_as_there_is_room() {
        assert_eq!(ticks("2026-11-23", "2026-11-27", 600.0), "23 Nov · 24 Nov · 25 Nov · 26 Nov · 27 Nov");
        assert_eq!(ticks("2026-11-01", "2026-12-01", 400.0), "2 Nov · 9 Nov · 16 Nov · 23 Nov · 30 Nov");
        assert_eq!(ticks("2026-09-08", "2027-02-26", 700.0), "Oct · Nov · Dec · Jan 2027 · Feb");
        assert_eq!(ticks("2026-09-08", "2027-02-26", 200.0), "Nov · Jan 2027");
        assert_eq!(ticks("2011-05-08", "2027-02-26", 400.0), "Jan 2015 · Jan 2020 · Jan 2025");
        assert_eq!(ticks("2026-11-23", "2026-11-23", 400.0), "23 Nov · 24 Nov");
    }

    #[test]
    fn steps_are_round_and_no_more_lines_than_wanted() {
        assert_eq!(step_between(0.0, 9.0, 6.0), 2.0);
        assert_eq!(step_between(48.0, 146.0, 6.0), 20.0);
        assert_eq!(step_between(0.0, 1.0, 6.0), 1.0);
        assert_eq!(step_between(0.0, 4_294_967_295.0, 6.0), 1_000_000_000.0);
    }
}
