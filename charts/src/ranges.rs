//! What a forecast said on several days: a bar from the even to the sure date in each row.

use crate::drawing::{Drawing, Label};
use crate::plot::{Margins, Plot, Scale, day_number};
use crate::role::Role;
use crate::scene::{Anchor, Caption, Scene, Size, Stroke, Table};
use crate::text::{fitted, text_width};
use crate::wording::{Column, Phrase, Wording};
use chrono::NaiveDate;

/// Height of a row: at most, where there is room, and at least.
const ROW: (f64, f64) = (38.0, 18.0);
/// Room between the track and the texts beside it.
const GAP: f64 = 12.0;
/// Days that are drawn before and after the bars at least.
const ROOM: f64 = 7.0;

/// Answers "what changed": the same forecast as it was told then and is told now.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranges {
    pub caption: Caption,
    /// Oldest first; where not all have room the oldest stand in the table alone.
    pub rows: Vec<Range>,
    /// The percentage of the sure date.
    pub percent: u8,
}

/// What was told on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// When that was: "20 Nov, last Review".
    pub name: String,
    /// The even and the sure date; none where it can't be forecast.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// What is read off: "85% by 15 Feb".
    pub text: String,
    /// Whether it is what holds now.
    pub newest: bool,
}

impl Ranges {
    /// Draws the chart. Without rows it holds its caption alone.
    pub fn scene(&self, size: Size, words: &Wording) -> Scene {
        let mut drawing = Drawing::new(size);
        let top = 4.0;
        let height = size.height - top - Margins::TICKS;
        let hidden = self.rows.len().saturating_sub((height / ROW.1) as usize);
        let rows = &self.rows[hidden..];
        if rows.is_empty() {
            return drawing.finish(&self.caption, self.table(words));
        }
        let column = |text: fn(&Range) -> &str| {
            let widest = rows.iter().map(|row| text_width(text(row))).fold(0.0, f64::max);
            widest.min(size.width * 0.35).ceil()
        };
        let (names, texts) = (column(|row| &row.name), column(|row| &row.text));
        let step = (height / rows.len() as f64).min(ROW.0);
        let (left, right) = (names + GAP, size.width - texts - GAP);
        // The rows alone place values; up and down stand for nothing.
        let y = Scale::new((0.0, 1.0), (top, top));
        let plot = Plot { left, right, top, bottom: top + step * rows.len() as f64, y };
        let days = || rows.iter().filter_map(|row| row.days).flat_map(|(even, sure)| [even, sure]);
        let x = days().min().zip(days().max()).map(|(first, last)| {
            let (first, last) = (day_number(first), day_number(last));
            let room = ((last - first) / 4.0).max(ROOM);
            plot.days(first - room, last + room)
        });
        for (at, row) in rows.iter().enumerate() {
            let middle = top + step * (at as f64 + 0.5);
            let half = step * 0.34;
            drawing.rect((left, middle - half), (right, middle + half), Role::Sunken);
            let (bar, end) = if row.newest { (Role::Tarn2, Role::Tarn) } else { (Role::Ink4, Role::Ink3) };
            if let Some((x, (even, sure))) = x.zip(row.days) {
                let (from, to) = (x.px(day_number(even.min(sure))), x.px(day_number(even.max(sure))));
                let (above, below) = (middle - half / 2.0, middle + half / 2.0);
                drawing.rect((from, above), (to, below), bar);
                drawing.path(&[(to, above), (to, below)], Stroke::solid(end, 2.0));
            }
            let label = |text: &str, role: Role, width: f64| {
                let text = fitted(text, width)?;
                Some(if row.newest { Label::strong(text, role) } else { Label::axis(text) })
            };
            if let Some(label) = label(&row.name, Role::Ink, names) {
                drawing.label(label, [(0.0, middle + 4.0, Anchor::Start)]);
            }
            if let Some(label) = label(&row.text, Role::Tarn, texts) {
                drawing.label(label, [(right + GAP, middle + 4.0, Anchor::Start)]);
            }
        }
        if let Some(x) = x {
            plot.day_axis(&mut drawing, words, &x);
        }
        drawing.finish(&self.caption, self.table(words))
    }

    fn table(&self, words: &Wording) -> Table {
        let columns = vec![
            words(Phrase::Column(Column::ToldOn)),
            words(Phrase::Percent(50)),
            words(Phrase::Percent(self.percent)),
            words(Phrase::Column(Column::Forecast)),
        ];
        let rows = self.rows.iter().map(|row| {
            let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| words(Phrase::Day(day)));
            let (even, sure) = (row.days.map(|(even, _)| even), row.days.map(|(_, sure)| sure));
            vec![row.name.clone(), day(even), day(sure), row.text.clone()]
        });
        Table { columns, rows: rows.collect() }
    }
}
