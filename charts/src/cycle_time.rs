//! Cycle time: how long each finished item took, and how long most of them take.

use crate::drawing::{Drawing, Label};
use crate::plot::{EdgeLabel, Margins, Plot, Span, Values, day_number};
use crate::role::Role;
use crate::scene::{Caption, Scene, Size, Stroke, Table};
use crate::thin;
use crate::wording::{Column, Phrase, Wording};
use chrono::NaiveDate;

/// Answers "how long does one take".
#[derive(Debug, Clone, PartialEq)]
pub struct CycleTime {
    pub caption: Caption,
    /// Finished items, in any order.
    pub items: Vec<FinishedItem>,
    /// The days that these percentages of the items took at most. There is no average.
    pub levels: Vec<Level>,
    /// The percentage in use.
    pub percent: u8,
    /// Days on which nobody works.
    pub closed: Vec<Span>,
}

/// A finished item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinishedItem {
    pub key: String,
    pub day: NaiveDate,
    /// Days from start to finish, both included.
    pub days: u32,
}

/// So many percent of the items took `days` or fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    pub percent: u8,
    pub days: u32,
}

impl CycleTime {
    /// Draws the chart. Without any item it holds its caption alone.
    pub fn scene(&self, size: Size, words: &Wording) -> Scene {
        let mut drawing = Drawing::new(size);
        let days = || self.items.iter().map(|item| day_number(item.day));
        let (from, to) = days().fold((f64::INFINITY, 0.0), |(from, to), day| (day.min(from), day.max(to)));
        if self.items.is_empty() {
            return drawing.finish(&self.caption, self.table(words));
        }
        let mut levels = self.levels.clone();
        levels.sort_by_key(|level| (level.percent != self.percent, level.percent));
        let edge = levels.iter().map(|level| {
            let text = words(Phrase::Within { percent: level.percent, days: level.days });
            let in_use = level.percent == self.percent;
            let label = if in_use { Label::strong(text, Role::Tarn) } else { Label::axis(text) };
            EdgeLabel { value: level.days.into(), label }
        });
        let mut edge: Vec<EdgeLabel> = edge.collect();
        let right = EdgeLabel::room(&mut edge, size);
        let most = self.items.iter().map(|item| item.days).chain(levels.iter().map(|level| level.days));
        let to_days = most.fold(1, u32::max).into();
        let values = Values { name: Phrase::Days, from: 0.0, to: to_days, tick: Phrase::Number };
        let plot = Plot::new(&mut drawing, size, words, &values, &Margins { right, below: Margins::TICKS });
        // Half a day of room on both sides, so that no dot lies on the edge.
        let x = plot.days(from - 0.5, to + 0.5);
        plot.closed(&mut drawing, &x, &self.closed);
        plot.day_axis(&mut drawing, words, &x);
        let places =
            self.items.iter().map(|item| ((x.px(day_number(item.day)), plot.y.px(item.days.into())), ()));
        for (place, ()) in thin::dots(places) {
            drawing.dot(place, 2.6, Role::Line3);
        }
        for level in levels {
            let y = plot.y.px(level.days.into());
            let in_use = level.percent == self.percent;
            let stroke =
                if in_use { Stroke::solid(Role::Tarn, 1.75) } else { Stroke::dashed(Role::Tarn2, 1.0) };
            drawing.path(&[(plot.left, y), (plot.right, y)], stroke);
        }
        plot.edge_labels(&mut drawing, edge);
        drawing.finish(&self.caption, self.table(words))
    }

    /// The levels first, then the items from the newest on.
    fn table(&self, words: &Wording) -> Table {
        let columns = [Column::Item, Column::FinishedOn, Column::Days];
        let mut items: Vec<&FinishedItem> = self.items.iter().collect();
        items.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.key.cmp(&b.key)));
        let levels = self.levels.iter().map(|level| {
            vec![
                words(Phrase::Percent(level.percent)),
                String::new(),
                words(Phrase::Number(level.days.into())),
            ]
        });
        let items = items.into_iter().map(|item| {
            vec![item.key.clone(), words(Phrase::Day(item.day)), words(Phrase::Number(item.days.into()))]
        });
        Table {
            columns: columns.map(|column| words(Phrase::Column(column))).into(),
            rows: levels.chain(items).collect(),
        }
    }
}
