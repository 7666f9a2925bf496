//! A scene under construction: ground below, then marks, then texts, and no text over another.

use crate::role::Role;
use crate::scene::{Anchor, Bounds, Caption, Mark, Point, Scene, Size, Stroke, Table, Weight};
use crate::text::{LINE, text_width};

/// A text and how it looks; several lines stand below one another.
pub(crate) struct Label {
    pub lines: Vec<String>,
    pub role: Role,
    pub weight: Weight,
    pub halo: Option<Role>,
}

impl Label {
    /// A text of an axis.
    pub fn axis(text: impl Into<String>) -> Self {
        Self { lines: vec![text.into()], role: Role::Ink3, weight: Weight::Text, halo: None }
    }

    /// A text that is read before those of the axes.
    pub fn named(text: impl Into<String>) -> Self {
        Self { role: Role::Ink2, weight: Weight::Mid, ..Self::axis(text) }
    }

    /// A text in a role of its own.
    pub fn strong(text: impl Into<String>, role: Role) -> Self {
        Self { role, weight: Weight::Strong, ..Self::axis(text) }
    }

    /// The same on top of marks that stand on this ground.
    pub fn over(self, ground: Role) -> Self {
        Self { halo: Some(ground), ..self }
    }

    pub fn width(&self) -> f64 {
        self.lines.iter().map(|line| text_width(line)).fold(0.0, f64::max)
    }
}

/// Where a label may stand: the baseline of its first line and which part of it is there.
pub(crate) type Place = (f64, f64, Anchor);

/// Rounds to a tenth of a pixel, which is all that is seen.
fn tenth(length: f64) -> f64 {
    // The zero added takes the sign from a negative zero.
    (length * 10.0).round() / 10.0 + 0.0
}

pub(crate) struct Drawing {
    size: Size,
    ground: Vec<Mark>,
    marks: Vec<Mark>,
    texts: Vec<Mark>,
    taken: Vec<Bounds>,
}

impl Drawing {
    pub fn new(size: Size) -> Self {
        Self { size, ground: Vec::new(), marks: Vec::new(), texts: Vec::new(), taken: Vec::new() }
    }

    pub fn path(&mut self, points: &[Point], stroke: Stroke) {
        if points.len() > 1 {
            let points = points.iter().map(|(x, y)| (tenth(*x), tenth(*y))).collect();
            self.marks.push(Mark::Path { points, stroke });
        }
    }

    pub fn area(&mut self, points: &[Point], fill: Role) {
        if points.len() > 2 {
            let points = points.iter().map(|(x, y)| (tenth(*x), tenth(*y))).collect();
            self.marks.push(Mark::Area { points, fill });
        }
    }

    /// Draws a box of ground, below all lines.
    pub fn rect(&mut self, (left, top): Point, (right, bottom): Point, fill: Role) {
        if right > left && bottom > top {
            let (x, y) = (tenth(left), tenth(top));
            self.ground.push(Mark::Rect { x, y, width: tenth(right - x), height: tenth(bottom - y), fill });
        }
    }

    /// Hatches a box of ground.
    pub fn hatch(&mut self, (left, top): Point, (right, bottom): Point) {
        if right > left && bottom > top {
            let (x, y) = (tenth(left), tenth(top));
            self.ground.push(Mark::Hatch { x, y, width: tenth(right - x), height: tenth(bottom - y) });
        }
    }

    /// Draws one of many dots.
    pub fn dot(&mut self, (x, y): Point, radius: f64, fill: Role) {
        let stroke = Stroke::solid(Role::Surface, 1.0);
        self.marks.push(Mark::Circle { x: tenth(x), y: tenth(y), radius, fill, stroke });
    }

    /// Draws the dot of something that is not finished yet.
    pub fn open_dot(&mut self, (x, y): Point) {
        let stroke = Stroke::solid(Role::Ink2, 1.5);
        self.marks.push(Mark::Circle { x: tenth(x), y: tenth(y), radius: 3.2, fill: Role::Surface, stroke });
    }

    /// Draws a dot that is read off, full or open; labels keep clear of it.
    pub fn key_dot(&mut self, (x, y): Point, full: bool) {
        let stroke = if full { Stroke::solid(Role::Surface, 1.5) } else { Stroke::solid(Role::Tarn, 2.0) };
        let (radius, fill) = if full { (4.5, Role::Tarn) } else { (4.0, Role::Surface) };
        self.marks.push(Mark::Circle { x: tenth(x), y: tenth(y), radius, fill, stroke });
        self.keep_clear((x, y));
    }

    /// Keeps labels clear of a dot.
    pub fn keep_clear(&mut self, (x, y): Point) {
        let room = 5.0;
        self.taken.push(Bounds { left: x - room, top: y - room, right: x + room, bottom: y + room });
    }

    /// Keeps labels clear of an upright line.
    pub fn keep_clear_of(&mut self, (left, top): Point, (right, bottom): Point) {
        let room = 1.0;
        let bounds = Bounds { left: left - room, top, right: right + room, bottom };
        self.taken.push(bounds);
    }

    /// Puts a label at the first of these places where it stays on the drawing and clear of what is
    /// there; tells whether there was one.
    pub fn label(&mut self, label: Label, places: impl IntoIterator<Item = Place>) -> bool {
        let lines = label.lines.len().saturating_sub(1) as f64;
        for (x, y, anchor) in places {
            let (x, y) = (tenth(x), tenth(y));
            let mut bounds = Bounds::of_text((x, y), label.width(), anchor);
            bounds.bottom += lines * LINE;
            let inside = bounds.left >= 0.0
                && bounds.top >= 0.0
                && bounds.right <= self.size.width
                && bounds.bottom <= self.size.height;
            if inside && !self.taken.iter().any(|other| other.overlaps(&bounds)) {
                self.taken.push(bounds);
                let Label { lines, role, weight, halo } = label;
                self.texts.extend(lines.into_iter().enumerate().map(|(line, text)| Mark::Text {
                    x,
                    y: tenth(y + line as f64 * LINE),
                    text,
                    anchor,
                    role,
                    weight,
                    halo,
                }));
                return true;
            }
        }
        false
    }

    pub fn finish(self, caption: &Caption, table: Table) -> Scene {
        let mut marks = self.ground;
        marks.extend(self.marks);
        marks.extend(self.texts);
        Scene {
            width: self.size.width,
            height: self.size.height,
            title: caption.title.clone(),
            sentence: caption.sentence.clone(),
            marks,
            table,
        }
    }
}
