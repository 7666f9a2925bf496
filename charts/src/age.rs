//! Age of the work in progress, over what finished items had taken at the same stage.

use crate::drawing::{Drawing, Label};
use crate::plot::{Margins, Plot, Values};
use crate::role::Role;
use crate::scene::{Anchor, Caption, Scene, Size, Table};
use crate::text::fitted;
use crate::thin;
use crate::wording::{Column, Phrase, Wording};

/// Answers "what is stuck".
#[derive(Debug, Clone, PartialEq)]
pub struct Age {
    pub caption: Caption,
    /// Stages in the order of the work.
    pub stages: Vec<Stage>,
    /// The percentage in use, that of the upper end of `usual`.
    pub percent: u8,
}

/// A stage of the work and what is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    pub name: String,
    /// Days that 70% of the finished items, and the percentage in use, had at most taken when they
    /// left this stage; none while too few are finished.
    pub usual: Option<(f64, f64)>,
    pub items: Vec<OpenItem>,
}

/// An item that is being worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenItem {
    pub key: String,
    /// Days since it was started, its first day included.
    pub days: u32,
}

impl Stage {
    /// Tells whether the item is older than finished ones were here.
    fn is_late(&self, item: &OpenItem) -> bool {
        self.usual().is_some_and(|(_, most)| f64::from(item.days) > most)
    }

    /// Both ends of the usual age, finite and in order.
    fn usual(&self) -> Option<(f64, f64)> {
        let (low, high) = self.usual.filter(|(low, high)| low.is_finite() && high.is_finite())?;
        Some((low.max(0.0), high.max(low).max(0.0)))
    }
}

impl Age {
    /// Draws the chart. Without any stage it holds its caption alone.
    pub fn scene(&self, size: Size, words: &Wording) -> Scene {
        let mut drawing = Drawing::new(size);
        if self.stages.is_empty() {
            return drawing.finish(&self.caption, self.table(words));
        }
        let oldest = self.stages.iter().flat_map(|stage| &stage.items).map(|item| f64::from(item.days));
        let usual = self.stages.iter().filter_map(Stage::usual).map(|(_, most)| most * 1.2);
        let most = oldest.chain(usual).fold(1.0, f64::max);
        let values = Values { name: Phrase::Days, from: 0.0, to: most, tick: Phrase::Number };
        let margins = Margins { right: 8.0, below: Margins::TICKS };
        let plot = Plot::new(&mut drawing, size, words, &values, &margins);
        let width = (plot.right - plot.left) / self.stages.len() as f64;
        let mut late = Vec::new();
        let mut usual = Vec::new();
        for (at, stage) in self.stages.iter().enumerate() {
            let (left, right) = (plot.left + width * at as f64, plot.left + width * (at + 1) as f64);
            let gap = if at + 1 < self.stages.len() { 2.0 } else { 0.0 };
            if let Some((low, high)) = stage.usual() {
                let (low, high) = (plot.y.px(low), plot.y.px(high));
                drawing.rect((left, plot.top), (right - gap, high), Role::Lichen5);
                drawing.rect((left, high), (right - gap, low), Role::Tarn4);
                drawing.rect((left, low), (right - gap, plot.bottom), Role::Tarn5);
            } else {
                drawing.rect((left, plot.top), (right - gap, plot.bottom), Role::Sunken);
            }
            if let Some(name) = fitted(&stage.name, width - 8.0) {
                let place = ((left + right) / 2.0, plot.bottom + 15.0, Anchor::Middle);
                drawing.label(Label::named(name), [place]);
            }
            let mut items: Vec<&OpenItem> = stage.items.iter().collect();
            items.sort_by(|a, b| a.days.cmp(&b.days).then_with(|| a.key.cmp(&b.key)));
            let step = width / (items.len() + 1) as f64;
            let places = items
                .into_iter()
                .enumerate()
                .map(|(nth, item)| ((left + step * (nth + 1) as f64, plot.y.px(item.days.into())), item));
            for (place, item) in thin::dots(places) {
                if stage.is_late(item) { late.push((place, item)) } else { usual.push((place, item)) }
            }
        }
        for (dots, role) in [(&late, Role::Lichen), (&usual, Role::Tarn)] {
            for (place, _) in dots {
                drawing.dot(*place, 4.5, role);
                drawing.keep_clear(*place);
            }
        }
        // Items that need a look are named first, while there is room.
        for (dots, is_late) in [(late, true), (usual, false)] {
            for ((x, y), item) in dots {
                let Some(key) = fitted(&item.key, width) else { continue };
                let label = if is_late { Label::strong(key, Role::Ink) } else { Label::named(key) };
                let places = [(x + 9.0, y + 4.0, Anchor::Start), (x - 9.0, y + 4.0, Anchor::End)];
                let places = places.into_iter().chain([-8.0, 16.0].map(|down| (x, y + down, Anchor::Middle)));
                drawing.label(label, places.filter(|(_, y, _)| *y <= plot.bottom));
            }
        }
        drawing.finish(&self.caption, self.table(words))
    }

    fn table(&self, words: &Wording) -> Table {
        let columns = [Column::Stage, Column::Item, Column::Days].map(|column| words(Phrase::Column(column)));
        let mut columns = Vec::from(columns);
        columns.extend([70, self.percent].map(|percent| words(Phrase::Percent(percent))));
        let number = |days: f64| words(Phrase::Number(days));
        let rows = self.stages.iter().flat_map(|stage| {
            let usual =
                stage.usual().map_or_else(Default::default, |(low, high)| [number(low), number(high)]);
            stage.items.iter().map(move |item| {
                let row = [stage.name.clone(), item.key.clone(), number(item.days.into())];
                row.into_iter().chain(usual.clone()).collect()
            })
        });
        Table { columns, rows: rows.collect() }
    }
}
