//! Cumulative flow: how many items were in which state on each day.

use crate::drawing::{Drawing, Label};
use crate::plot::{EdgeLabel, Margins, Plot, Span, Values, day_number};
use crate::role::Role;
use crate::scene::{Caption, Point, Scene, Size, Stroke, Table, Weight};
use crate::thin;
use crate::wording::{Column, Phrase, Wording};
use chrono::NaiveDate;

/// Answers "where does work wait".
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    pub caption: Caption,
    /// The days counted on, oldest first.
    pub days: Vec<NaiveDate>,
    /// Bands in the order of the work, Done first: it lies at the bottom.
    pub bands: Vec<FlowBand>,
    /// Days on which nobody works.
    pub closed: Vec<Span>,
}

/// The items in one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowBand {
    pub state: FlowState,
    pub name: String,
    /// Items in this state at the end of each of the days; days beyond count nothing.
    pub counts: Vec<u32>,
}

/// How far along items are, which decides the colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlowState {
    Done,
    InSprint,
    Ready,
    NeedsConversation,
}

impl FlowState {
    /// The colours of the band and of its name.
    fn roles(self) -> (Role, Role) {
        match self {
            Self::Done => (Role::Moss5, Role::Moss),
            Self::InSprint => (Role::Tarn3, Role::Tarn),
            Self::Ready => (Role::Press, Role::Ink2),
            Self::NeedsConversation => (Role::Lichen5, Role::Lichen),
        }
    }
}

impl Flow {
    /// Draws the chart. Without days or bands it holds its caption alone.
    pub fn scene(&self, size: Size, words: &Wording) -> Scene {
        let mut drawing = Drawing::new(size);
        let (Some(first), Some(last)) = (self.days.first(), self.days.last()) else {
            return drawing.finish(&self.caption, self.table(words));
        };
        let tops = self.tops();
        let most = tops.iter().flatten().copied().fold(1.0, f64::max);
        let mut edge = Vec::new();
        let mut below = 0.0;
        for (band, top) in self.bands.iter().zip(&tops) {
            let height = top.last().copied().unwrap_or(0.0);
            let items = band.counts.get(self.days.len() - 1).copied().unwrap_or(0);
            let text = words(Phrase::Named { name: &band.name, items });
            let label = Label { weight: Weight::Mid, ..Label::strong(text, band.state.roles().1) };
            edge.push(EdgeLabel { value: (below + height) / 2.0, label });
            below = height;
        }
        let right = EdgeLabel::room(&mut edge, size);
        let values = Values { name: Phrase::Items, from: 0.0, to: most, tick: Phrase::Number };
        let plot = Plot::new(&mut drawing, size, words, &values, &Margins { right, below: Margins::TICKS });
        let x = plot.days(day_number(*first), day_number(*last));
        plot.closed(&mut drawing, &x, &self.closed);

        // A single day is drawn over the whole width.
        let days: Vec<f64> = match self.days.as_slice() {
            [only] => vec![day_number(*only), day_number(*only) + 1.0],
            days => days.iter().map(|day| day_number(*day)).collect(),
        };
        let mut below = vec![(plot.left, plot.bottom), (plot.right, plot.bottom)];
        for (band, top) in self.bands.iter().zip(&tops) {
            let heights = top.iter().chain(top.last());
            let points: Vec<Point> =
                days.iter().zip(heights).map(|(day, items)| (x.px(*day), plot.y.px(*items))).collect();
            let above = thin::line(&points);
            let (ground, ink) = band.state.roles();
            let shape: Vec<Point> = above.iter().copied().chain(below.into_iter().rev()).collect();
            drawing.area(&shape, ground);
            if band.state == FlowState::Done {
                drawing.path(&above, Stroke::solid(ink, 1.5));
            }
            below = above;
        }
        plot.day_axis(&mut drawing, words, &x);
        plot.edge_labels(&mut drawing, edge);
        drawing.finish(&self.caption, self.table(words))
    }

    /// The upper edge of each band, in items.
    fn tops(&self) -> Vec<Vec<f64>> {
        let mut sums = vec![0.0; self.days.len()];
        let tops = self.bands.iter().map(|band| {
            for (sum, count) in sums.iter_mut().zip(&band.counts) {
                *sum += f64::from(*count);
            }
            sums.clone()
        });
        tops.collect()
    }

    fn table(&self, words: &Wording) -> Table {
        let mut columns = vec![words(Phrase::Column(Column::Day))];
        columns.extend(self.bands.iter().map(|band| band.name.clone()));
        let rows = self.days.iter().enumerate().map(|(at, day)| {
            let counts = self.bands.iter().map(|band| band.counts.get(at).copied().unwrap_or(0));
            let counts = counts.map(|count| words(Phrase::Number(count.into())));
            std::iter::once(words(Phrase::Day(*day))).chain(counts).collect()
        });
        Table { columns, rows: rows.collect() }
    }
}
