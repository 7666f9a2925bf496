//! Burn-up with a fan: what is done, what may come, and where the forecast is read off.

use crate::drawing::{Drawing, Label};
use crate::plot::{EdgeLabel, Margins, Plot, Scale, Span, Values, day_number, day_of};
use crate::role::Role;
use crate::scene::{Anchor, Caption, Point, Scene, Size, Stroke, Table};
use crate::text::{fitted, text_width};
use crate::thin;
use crate::wording::{Column, Phrase, Wording};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The bands of the fan with their tints, the widest first.
const BANDS: [(u8, u8, Role); 3] = [(5, 95, Role::Tarn5), (15, 85, Role::Tarn4), (30, 70, Role::Tarn3)];
/// Most rows of the table; it takes longer steps rather than more rows.
const MOST_ROWS: f64 = 60.0;

/// Answers "when" with a target, "how much" with a day, or both.
#[derive(Debug, Clone, PartialEq)]
pub struct BurnUp {
    pub caption: Caption,
    /// Items done by the end of each day, oldest first; the last one is where the fan begins.
    pub history: Vec<DoneBy>,
    /// Day 0 of the fan.
    pub today: NaiveDate,
    /// One line a percentage; bands are drawn where both of their lines are given.
    pub fan: Vec<FanLine>,
    /// The percentage in use beside 50.
    pub percent: u8,
    /// What the forecast is about.
    pub target: Option<Target>,
    /// The day that was asked about, or by which someone needs the target.
    pub by: Option<NaiveDate>,
    /// Days on which nobody works.
    pub closed: Vec<Span>,
    /// The last day drawn; the days read off are drawn even when they are later.
    pub until: NaiveDate,
}

/// Items done by the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoneBy {
    pub day: NaiveDate,
    pub items: u32,
}

/// What will be done with a likelihood of `percent`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FanLine {
    /// In percent.
    pub percent: u8,
    /// Days after today by which 1, 2, … more items are done, never decreasing. It ends where days
    /// are no longer forecastable; to reach the right edge it goes on beyond the target.
    pub days: Vec<u32>,
}

/// A number of items to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub name: String,
    /// Counted like the history, from the product's first item on.
    pub items: u32,
    /// The days it is done by, each with its percentage, where more than the lines decides: scope
    /// that may grow. A percentage that is not here is read off its line.
    pub days: Vec<(u8, NaiveDate)>,
}

/// A place where the forecast is read off.
struct Reading {
    percent: u8,
    day: f64,
    items: f64,
}

impl BurnUp {
    /// Draws the chart.
    pub fn scene(&self, size: Size, words: &Wording) -> Scene {
        let mut drawing = Drawing::new(size);
        let readings = self.readings();
        let from = self.history.iter().map(|done| day_number(done.day)).fold(self.today(), f64::min);
        let latest = readings.iter().map(|reading| reading.day).chain(self.by.map(day_number));
        let until = latest.fold(day_number(self.until).max(self.today() + 1.0), f64::max);
        let (from_value, to_value) = self.values(until);

        let mut edge = Vec::new();
        for line in self.lines() {
            if let Some(value) = value_at(&self.points(line), until) {
                edge.push(EdgeLabel { value, label: self.percent_label(line.percent, words) });
            }
        }
        let right = EdgeLabel::room(&mut edge, size);
        let values = Values { name: Phrase::ItemsDone, from: from_value, to: to_value, tick: Phrase::Number };
        let margins = Margins { right, below: Margins::TICKS_AND_WORDS };
        let plot = Plot::new(&mut drawing, size, words, &values, &margins);
        // An axis from zero goes on to the next grid line, and the fan with it.
        let top = plot.y.last();
        let x = plot.days(from, until);
        let px = |points: &[Point]| -> Vec<Point> {
            points.iter().map(|(day, items)| (x.px(*day), plot.y.px(*items))).collect()
        };

        plot.closed(&mut drawing, &x, &self.closed);
        for (low, high, role) in BANDS {
            if let Some((fast, slow)) = self.line(low).zip(self.line(high)) {
                let band = band(&cut(&self.points(fast), until, top), &cut(&self.points(slow), until, top));
                drawing.area(&px(&band), role);
            }
        }
        for (percent, width) in [(self.percent, 1.5), (50, 2.0)] {
            if let Some(line) = self.line(percent) {
                let points = px(&cut(&self.points(line), until, top));
                drawing.path(&thin::line(&points), Stroke::solid(Role::Tarn, width));
            }
        }
        let history: Vec<Point> =
            self.history.iter().map(|done| (day_number(done.day), f64::from(done.items))).collect();
        drawing.path(&thin::line(&px(&history)), Stroke::solid(Role::Ink, 1.75));
        plot.day_axis(&mut drawing, words, &x);
        let today = Label::named(words(Phrase::Today));
        plot.upright(&mut drawing, x.px(self.today()), Stroke::solid(Role::Line2, 1.0), today);
        if let Some(by) = self.by {
            let label = Label::strong(words(Phrase::Day(by)), Role::Way);
            plot.upright(&mut drawing, x.px(day_number(by)), Stroke::solid(Role::Way, 1.25), label);
        }
        let target = self.target.as_ref().map(|target| plot.y.px(f64::from(target.items)));
        if let Some(y) = target {
            drawing.path(&[(plot.left, y), (plot.right, y)], Stroke::dashed(Role::Ink2, 1.25));
        }
        self.read_off(&mut drawing, &plot, &x, &readings, words);
        if let Some((target, y)) = self.target.as_ref().zip(target)
            && let Some(name) = fitted(&target.name, plot.right - plot.left - 8.0)
        {
            let at = plot.left + 4.0;
            let places = [(at, y - 6.0, Anchor::Start), (at, y + 14.0, Anchor::Start)];
            drawing.label(Label::named(name).over(Role::Surface), places);
        }
        plot.edge_labels(&mut drawing, edge);
        for line in self.lines() {
            // A line that ends before the edge is named where it ends.
            let end = self.points(line).last().copied().filter(|(day, items)| *day <= until && *items <= top);
            if let Some((day, items)) = end.filter(|_| !line.days.is_empty()) {
                let place = (x.px(day) + 8.0, plot.y.px(items) + 4.0, Anchor::Start);
                let label = self.percent_label(line.percent, words).over(Role::Surface);
                drawing.label(label, [place]);
            }
        }
        self.legend(&mut drawing, &plot, words);
        drawing.finish(&self.caption, self.table(from, until, &readings, words))
    }

    fn today(&self) -> f64 {
        day_number(self.today)
    }

    fn done(&self) -> u32 {
        self.history.last().map_or(0, |done| done.items)
    }

    fn line(&self, percent: u8) -> Option<&FanLine> {
        self.fan.iter().find(|line| line.percent == percent)
    }

    /// The lines that are named: from 50% on, those that are drawn first.
    fn lines(&self) -> Vec<&FanLine> {
        let mut lines: Vec<&FanLine> = self.fan.iter().filter(|line| line.percent >= 50).collect();
        lines.sort_by_key(|line| (line.percent != self.percent, line.percent != 50, line.percent));
        lines
    }

    /// The line as days and items done, from today on.
    fn points(&self, line: &FanLine) -> Vec<Point> {
        let done = f64::from(self.done());
        let ahead = line.days.iter().zip(1_u32..);
        let ahead = ahead.map(|(day, item)| (self.today() + f64::from(*day), done + f64::from(item)));
        std::iter::once((self.today(), done)).chain(ahead).collect()
    }

    /// Where the lines of 50% and of the percentage in use meet the target, or else the day asked
    /// about.
    fn readings(&self) -> Vec<Reading> {
        let mut lines: Vec<&FanLine> =
            [50, self.percent].into_iter().filter_map(|percent| self.line(percent)).collect();
        lines.dedup_by_key(|line| line.percent);
        let done = self.done();
        let reading = |line: &FanLine| {
            let percent = line.percent;
            if let Some(target) = &self.target {
                let told = target.days.iter().find(|(told, _)| *told == percent);
                let day = match told {
                    Some((_, day)) => day_number(*day),
                    None => {
                        let ahead = target.items.checked_sub(done)?.checked_sub(1)?;
                        self.today() + f64::from(*line.days.get(ahead as usize)?)
                    }
                };
                return Some(Reading { percent, day, items: f64::from(target.items) });
            }
            let day = day_number(self.by.filter(|by| *by >= self.today)?);
            Some(Reading { percent, day, items: f64::from(done) + f64::from(self.items_by(line, day)) })
        };
        lines.into_iter().filter_map(reading).collect()
    }

    /// Items that are done after today up to a day.
    fn items_by(&self, line: &FanLine, day: f64) -> u32 {
        let ahead = line.days.partition_point(|offset| self.today() + f64::from(*offset) <= day);
        u32::try_from(ahead).unwrap_or(u32::MAX)
    }

    /// The lowest and the highest value of the axis: all of the history, the target and the lines
    /// that are read off. Faster bands are cut off at the top.
    fn values(&self, until: f64) -> (f64, f64) {
        let target = self.target.as_ref().map(|target| target.items);
        let known = || self.history.iter().map(|done| done.items).chain(target).chain([self.done()]);
        let least = known().min().unwrap_or(0);
        let lines = [50, self.percent].into_iter().filter_map(|percent| self.line(percent));
        let most = lines
            .map(|line| self.done().saturating_add(self.items_by(line, until)))
            .chain(known())
            .fold(1, u32::max);
        let (least, most) = (f64::from(least), f64::from(most));
        let room = (most - least).max(1.0) * 0.06;
        let from = (least - room).floor();
        (if from < most * 0.2 { 0.0 } else { from }, (most + room).ceil())
    }

    fn percent_label(&self, percent: u8, words: &Wording) -> Label {
        let text = words(Phrase::Percent(percent));
        if percent == 50 || percent == self.percent {
            Label::strong(text, Role::Tarn)
        } else {
            Label::axis(text)
        }
    }

    /// Draws the dots, open at 50% and full at the percentage in use, with what they say.
    fn read_off(&self, drawing: &mut Drawing, plot: &Plot, x: &Scale, readings: &[Reading], words: &Wording) {
        for reading in readings {
            let (at, y) = (x.px(reading.day), plot.y.px(reading.items));
            if self.target.is_some() {
                drawing.path(&[(at, y), (at, plot.bottom)], Stroke::solid(Role::Tarn, 1.0));
                drawing.keep_clear_of((at, y), (at, plot.bottom));
            }
        }
        for reading in readings {
            let dot = (x.px(reading.day), plot.y.px(reading.items));
            drawing.key_dot(dot, reading.percent == self.percent);
        }
        // The percentage in use first: it is the one that is said.
        for reading in readings.iter().rev() {
            let (at, y) = (x.px(reading.day), plot.y.px(reading.items));
            let (left, right) = ((at - 5.0, Anchor::End), (at + 5.0, Anchor::Start));
            let sides = if reading.percent == self.percent { [right, left] } else { [left, right] };
            if self.target.is_some() {
                let Some(day) = day_of(reading.day) else { continue };
                let lines = vec![words(Phrase::Percent(reading.percent)), words(Phrase::Day(day))];
                let label = Label { lines, ..Label::strong("", Role::Tarn) }.over(Role::Surface);
                // At the foot of the lines, else above where they begin.
                let rows = [plot.bottom - 22.0, plot.bottom - 54.0, plot.bottom - 86.0, y - 24.0];
                drawing.label(label, rows.into_iter().flat_map(|y| sides.map(|(x, side)| (x, y, side))));
            } else {
                let items = reading.items as u32 - self.done();
                let text = words(Phrase::AtLeast { percent: reading.percent, items });
                let label = Label::strong(text, Role::Tarn).over(Role::Surface);
                let rows = if reading.percent == self.percent { [18.0, 34.0] } else { [-10.0, -26.0] };
                let rows = rows.map(|down| y + down);
                drawing.label(label, rows.into_iter().flat_map(|y| sides.map(|(x, side)| (x, y, side))));
            }
        }
    }

    /// Names the bands above the plot, where there is room for all of them.
    fn legend(&self, drawing: &mut Drawing, plot: &Plot, words: &Wording) {
        let named: Vec<(Role, String)> = BANDS
            .into_iter()
            .rev()
            .filter(|(low, high, _)| self.line(*low).is_some() && self.line(*high).is_some())
            .map(|(low, high, role)| (role, words(Phrase::Band { from: low, to: high })))
            .collect();
        let width: f64 = named.iter().map(|(_, text)| text_width(text) + 32.0).sum();
        let mut at = plot.right - width + 14.0;
        if at < plot.left + text_width(&words(Phrase::ItemsDone)) + 14.0 {
            return;
        }
        for (role, text) in named {
            let step = text_width(&text) + 32.0;
            drawing.rect((at, 3.0), (at + 12.0, 11.0), role);
            drawing.label(Label::axis(text), [(at + 17.0, 11.0, Anchor::Start)]);
            at += step;
        }
    }

    /// A row a week from today in both directions, and one for each day read off.
    fn table(&self, from: f64, until: f64, readings: &[Reading], words: &Wording) -> Table {
        let mut lines = self.lines();
        lines.sort_by_key(|line| line.percent);
        let mut columns = vec![words(Phrase::Column(Column::Day)), words(Phrase::Column(Column::ItemsDone))];
        columns.extend(lines.iter().map(|line| words(Phrase::Column(Column::AtLeast(line.percent)))));
        let step = ((until - from) / 7.0 / MOST_ROWS).ceil().max(1.0) * 7.0;
        let (past, ahead) = ((self.today() - from) / step, (until - self.today()) / step);
        let weeks = (-(past.floor() as i64)..=ahead.floor() as i64).map(|at| self.today() + at as f64 * step);
        let read = readings.iter().map(|reading| reading.day).chain(self.by.map(day_number));
        let days: BTreeSet<i64> = weeks.chain(read).map(|day| day as i64).collect();
        let rows = days.into_iter().filter_map(|day| {
            let date = day_of(day as f64)?;
            let mut row = vec![words(Phrase::Day(date))];
            let known = self.history.partition_point(|done| done.day <= date).checked_sub(1);
            let known = known.filter(|_| date <= self.today);
            row.push(
                known.map_or_else(String::new, |at| words(Phrase::Number(self.history[at].items.into()))),
            );
            row.extend(lines.iter().map(|line| {
                let items = self.done().saturating_add(self.items_by(line, day as f64));
                if date < self.today { String::new() } else { words(Phrase::Number(items.into())) }
            }));
            Some(row)
        });
        Table { columns, rows: rows.collect() }
    }
}

/// Cuts a rising line off where it leaves to the right or at the top.
fn cut(points: &[Point], right: f64, top: f64) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for &(x, y) in points {
        if x <= right && y <= top {
            kept.push((x, y));
            continue;
        }
        if let Some(&(before_x, before_y)) = kept.last() {
            let part = |from: f64, to: f64, end: f64| if to > end { (end - from) / (to - from) } else { 1.0 };
            let part = part(before_x, x, right).min(part(before_y, y, top));
            kept.push((before_x + part * (x - before_x), before_y + part * (y - before_y)));
        }
        break;
    }
    kept
}

/// Where a rising line stands on a day; none when it ends before.
fn value_at(points: &[Point], day: f64) -> Option<f64> {
    let after = points.partition_point(|(x, _)| *x <= day);
    let (&(x, y), &(next_x, next_y)) = (points.get(after.checked_sub(1)?)?, points.get(after)?);
    Some(y + (day - x) / (next_x - x) * (next_y - y))
}

/// The shape between a fast and a slow line. Where the fast one ends first it stays at its height.
fn band(fast: &[Point], slow: &[Point]) -> Vec<Point> {
    let corner = slow.last().zip(fast.last()).map(|(slow, fast)| (slow.0, fast.1));
    fast.iter().copied().chain(corner).chain(slow.iter().rev().copied()).collect()
}
