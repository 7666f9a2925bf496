//! Throughput run chart: items finished a week, and the weeks a forecast is made from.

use crate::drawing::{Drawing, Label};
use crate::plot::{EdgeLabel, Margins, Plot, Span, Values, day_number};
use crate::role::Role;
use crate::scene::{Anchor, Caption, Point, Scene, Size, Stroke, Table};
use crate::text::fitted;
use crate::thin;
use crate::wording::{Column, Phrase, Wording};
use chrono::{Days, NaiveDate};

/// Answers "is it steady".
#[derive(Debug, Clone, PartialEq)]
pub struct RunChart {
    pub caption: Caption,
    /// Complete weeks, oldest first.
    pub weeks: Vec<Week>,
    /// Items up to now in the week after the last complete one.
    pub running: Option<u32>,
    /// The median of the weeks in the window, in items a week.
    pub median: Option<f64>,
    /// A run on one side of the median that is worth saying.
    pub shift: Option<Shift>,
    /// Days on which nobody works.
    pub closed: Vec<Span>,
}

/// Items finished in a complete week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    pub first_day: NaiveDate,
    pub items: u32,
    /// Whether the forecast is made from it.
    pub in_window: bool,
}

/// The newest weeks lie on one side of the median.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// How many in a row.
    pub weeks: usize,
    pub above: bool,
}

impl RunChart {
    /// Draws the chart. Without any week it holds its caption alone.
    pub fn scene(&self, size: Size, words: &Wording) -> Scene {
        let mut drawing = Drawing::new(size);
        let Some(first) = self.weeks.first() else {
            return drawing.finish(&self.caption, self.table(words));
        };
        let days = self.weeks.iter().map(|week| day_number(week.first_day));
        let last = days.clone().fold(day_number(first.first_day), f64::max);
        let until = if self.running.is_some() { last + 7.0 } else { last };
        let median = self.median.filter(|median| median.is_finite());

        let mut edge = Vec::new();
        if let Some(median) = median {
            let label = Label::strong(words(Phrase::Median(median)), Role::Tarn);
            edge.push(EdgeLabel { value: median, label });
        }
        if let Some(items) = self.running {
            edge.push(EdgeLabel { value: items.into(), label: Label::axis(words(Phrase::SoFar(items))) });
        }
        let right = EdgeLabel::room(&mut edge, size);
        let counts = self.weeks.iter().map(|week| week.items).chain(self.running);
        let most = counts.map(f64::from).chain(median).fold(1.0, f64::max);
        let values = Values { name: Phrase::Items, from: 0.0, to: most, tick: Phrase::Number };
        let plot = Plot::new(&mut drawing, size, words, &values, &Margins { right, below: Margins::TICKS });
        let x = plot.days(day_number(first.first_day), until);
        let points: Vec<Point> =
            days.zip(&self.weeks).map(|(day, week)| (x.px(day), plot.y.px(week.items.into()))).collect();

        let used =
            || self.weeks.iter().zip(&points).filter(|(week, _)| week.in_window).map(|(_, point)| point.0);
        let half = (x.px(7.0) - x.px(0.0)) / 2.0;
        let window = used().next().zip(used().next_back());
        let window =
            window.map(|(first, last)| ((first - half).max(plot.left), (last + half).min(plot.right)));
        if let Some((left, right)) = window {
            drawing.rect((left, plot.top - 4.0), (right, plot.bottom), Role::Sunken);
        }
        plot.closed(&mut drawing, &x, &self.closed);
        plot.day_axis(&mut drawing, words, &x);
        if let Some(median) = median {
            let (left, y) = (window.map_or(plot.left, |(left, _)| left), plot.y.px(median));
            drawing.path(&[(left, y), (plot.right, y)], Stroke::solid(Role::Tarn, 1.5));
        }
        drawing.path(&thin::line(&points), Stroke::solid(Role::Line3, 1.25));
        if half >= 3.0 {
            for (point, week) in points.iter().zip(&self.weeks) {
                drawing.dot(*point, 3.0, if week.in_window { Role::Ink } else { Role::Ink4 });
            }
        }
        if let Some(items) = self.running {
            drawing.open_dot((x.px(until), plot.y.px(items.into())));
        }
        plot.edge_labels(&mut drawing, edge);
        if let Some((left, right)) = window {
            let weeks = used().count();
            let text = fitted(&words(Phrase::Window { weeks }), plot.right - plot.left - 8.0);
            let places =
                [(left + 5.0, plot.top + 8.0, Anchor::Start), (right - 5.0, plot.top + 8.0, Anchor::End)];
            text.map(|text| drawing.label(Label::named(text).over(Role::Sunken), places));
        }
        if let Some(Shift { weeks, above }) = self.shift {
            let text = words(Phrase::Shift { weeks, above });
            let places = [plot.right, size.width].map(|right| (right, 11.0, Anchor::End));
            drawing.label(Label::strong(text, Role::Lichen), places);
        }
        drawing.finish(&self.caption, self.table(words))
    }

    fn table(&self, words: &Wording) -> Table {
        let columns =
            [Column::Week, Column::Items, Column::InWindow].map(|column| words(Phrase::Column(column)));
        let rows = self.weeks.iter().map(|week| {
            vec![
                words(Phrase::Day(week.first_day)),
                words(Phrase::Number(week.items.into())),
                words(Phrase::InWindow(week.in_window)),
            ]
        });
        let running = self.running.zip(self.weeks.last()).map(|(items, last)| {
            let first_day = last.first_day.checked_add_days(Days::new(7));
            let week = first_day.map_or_else(String::new, |day| words(Phrase::Day(day)));
            vec![week, words(Phrase::SoFar(items)), words(Phrase::InWindow(false))]
        });
        Table { columns: columns.into(), rows: rows.chain(running).collect() }
    }
}
