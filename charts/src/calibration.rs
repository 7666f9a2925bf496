//! Calibration: how often forecasts came true, against how sure they had said to be.

use crate::drawing::{Drawing, Label};
use crate::plot::{Margins, Plot, Scale, Values};
use crate::role::Role;
use crate::scene::{Anchor, Caption, Scene, Size, Stroke, Table};
use crate::wording::{Column, Phrase, Wording};

/// Answers "can I believe it".
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    pub caption: Caption,
    pub levels: Vec<Said>,
    /// The percentage in use.
    pub percent: u8,
}

/// What became of the forecasts of one percentage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said {
    /// What had been said, in percent.
    pub percent: u8,
    pub came_true: u32,
    pub forecasts: u32,
    /// The 80% interval of the share that comes true, from 0 to 1.
    pub interval: (f64, f64),
}

impl Said {
    /// The share that came true, in percent; none without forecasts.
    fn share(&self) -> Option<f64> {
        let share = f64::from(self.came_true) / f64::from(self.forecasts) * 100.0;
        (self.forecasts > 0).then(|| share.clamp(0.0, 100.0))
    }

    /// The interval in percent, in order.
    fn interval(&self) -> (f64, f64) {
        let percent = |share: f64| if share.is_finite() { share.clamp(0.0, 1.0) * 100.0 } else { 0.0 };
        let (from, to) = (percent(self.interval.0), percent(self.interval.1));
        (from.min(to), from.max(to))
    }
}

impl Calibration {
    /// Draws the chart; percentages without forecasts stand in the table alone.
    pub fn scene(&self, size: Size, words: &Wording) -> Scene {
        let mut drawing = Drawing::new(size);
        let drawn: Vec<(&Said, f64)> =
            self.levels.iter().filter_map(|said| Some((said, said.share()?))).collect();
        let least = drawn.iter().map(|(said, share)| said.interval().0.min(*share)).fold(50.0, f64::min);
        let from = (least / 20.0).floor() * 20.0;
        let tick = |value: f64| Phrase::Percent(value as u8);
        let values = Values { name: Phrase::CameTrue, from, to: 100.0, tick };
        let margins = Margins { right: 14.0, below: Margins::TICKS_AND_WORDS };
        let plot = Plot::new(&mut drawing, size, words, &values, &margins);
        let said_from = drawn.iter().map(|(said, _)| f64::from(said.percent) - 10.0).fold(40.0, f64::min);
        let x = Scale::new((said_from.max(0.0), 100.0), (plot.left, plot.right));
        let corner = said_from.max(from).max(0.0);
        let diagonal = [(x.px(corner), plot.y.px(corner)), (x.px(100.0), plot.y.px(100.0))];
        drawing.path(&diagonal, Stroke::dashed(Role::Line3, 1.0));

        let said = words(Phrase::Said);
        drawing.label(Label::axis(said), [(plot.right, plot.bottom + 30.0, Anchor::End)]);
        let mut levels = drawn;
        levels.retain(|(said, _)| said.percent <= 100);
        // The percentage in use is named first, while there is room.
        levels.sort_by_key(|(said, _)| (said.percent != self.percent, said.percent));
        for (said, _) in &levels {
            let at = x.px(said.percent.into());
            let (low, high) = said.interval();
            let ends = [(at, plot.y.px(low)), (at, plot.y.px(high))];
            drawing.path(&ends, Stroke::solid(Role::Tarn3, 3.0));
            let text = words(Phrase::Number(said.percent.into()));
            drawing.label(Label::axis(text), [(at, plot.bottom + 14.0, Anchor::Middle)]);
        }
        for (said, share) in &levels {
            let in_use = said.percent == self.percent;
            drawing.key_dot((x.px(said.percent.into()), plot.y.px(*share)), in_use);
        }
        for (said, share) in levels {
            let (at, y) = (x.px(said.percent.into()), plot.y.px(share));
            let text = words(Phrase::OutOf { came_true: said.came_true, forecasts: said.forecasts });
            let in_use = said.percent == self.percent;
            let label = if in_use { Label::strong(text, Role::Tarn) } else { Label::axis(text) };
            // Right below the diagonal or left above it, on whichever side of the dot it is free.
            let right = [16.0, 4.0, -8.0].map(|down| (at + 8.0, y + down, Anchor::Start));
            let left = [-6.0, 4.0, 16.0].map(|down| (at - 8.0, y + down, Anchor::End));
            let below = y > plot.y.px(said.percent.into()) || said.percent < 80;
            let places = if below { [right, left] } else { [left, right] };
            drawing.label(label.over(Role::Surface), places.into_iter().flatten());
        }
        drawing.finish(&self.caption, self.table(words))
    }

    fn table(&self, words: &Wording) -> Table {
        let columns = [Column::Said, Column::CameTrue, Column::Interval];
        let rows = self.levels.iter().map(|said| {
            let (from, to) = said.interval();
            let interval = said.share().map(|_| words(Phrase::Interval { from, to }));
            vec![
                words(Phrase::Percent(said.percent)),
                words(Phrase::OutOf { came_true: said.came_true, forecasts: said.forecasts }),
                interval.unwrap_or_default(),
            ]
        });
        Table { columns: columns.map(|column| words(Phrase::Column(column))).into(), rows: rows.collect() }
    }
}
