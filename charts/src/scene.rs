//! A drawn chart: marks with places and roles, a sentence and a table that say the same.

use crate::role::Role;
use crate::text::text_width;
use serde::Serialize;
use ts_rs::TS;

/// What a chart is called and what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caption {
    /// The heading.
    pub title: String,
    /// The chart in a sentence, for those who don't see it.
    pub sentence: String,
}

/// Width and height of a drawing, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Size {
    /// Returns the size, at least 200 by 140, so that axes have room.
    pub fn new(width: u32, height: u32) -> Self {
        Self { width: f64::from(width.max(200)), height: f64::from(height.max(140)) }
    }
}

/// A chart drawn for one size. For another size it is drawn again, never scaled.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// The heading.
    pub title: String,
    /// The label for screen readers.
    pub sentence: String,
    /// What is drawn, the lowest first.
    pub marks: Vec<Mark>,
    /// The same facts, to read.
    pub table: Table,
}

/// The facts of a chart in rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Table {
    /// The headings.
    pub columns: Vec<String>,
    /// One text a column.
    pub rows: Vec<Vec<String>>,
}

/// A place on the drawing: pixels from its left and from its top.
pub type Point = (f64, f64);

/// One thing drawn. Lengths are CSS pixels; text is 11 pixels high.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Mark {
    /// A line through points.
    Path { points: Vec<Point>, stroke: Stroke },
    /// A filled shape with these corners.
    Area { points: Vec<Point>, fill: Role },
    /// A filled box.
    Rect { x: f64, y: f64, width: f64, height: f64, fill: Role },
    /// A box of slanted lines: days on which nobody works.
    Hatch { x: f64, y: f64, width: f64, height: f64 },
    /// A dot: full when fill and stroke agree, open when it is filled with the ground.
    Circle { x: f64, y: f64, radius: f64, fill: Role, stroke: Stroke },
    /// A line of text on its baseline.
    Text {
        x: f64,
        y: f64,
        text: String,
        anchor: Anchor,
        role: Role,
        weight: Weight,
        /// What the letters are set off with from marks below them; none outside of the plot.
        halo: Option<Role>,
    },
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Stroke {
    /// Its colour.
    pub role: Role,
    /// Its width in pixels.
    pub width: f64,
    /// Lengths of dash and gap in pixels; none for a solid line.
    pub dash: Option<(f64, f64)>,
}

impl Stroke {
    pub(crate) fn solid(role: Role, width: f64) -> Self {
        Self { role, width, dash: None }
    }

    pub(crate) fn dashed(role: Role, width: f64) -> Self {
        Self { role, width, dash: Some((4.0, 3.0)) }
    }
}

/// Which part of a text its place names; the values are those of SVG's `text-anchor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// How bold a text is; the values are the tokens `--w-text`, `--w-mid` and `--w-strong`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Weight {
    Text,
    Mid,
    Strong,
}

/// The box something takes on a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Bounds {
    /// Tells whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Returns the box of a text of this width on its baseline.
    pub(crate) fn of_text((x, y): Point, width: f64, anchor: Anchor) -> Self {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Self { left, top: y - 9.0, right: left + width, bottom: y + 3.0 }
    }

    fn of_points(points: &[Point]) -> Self {
        let nothing = Self {
            left: f64::INFINITY,
            top: f64::INFINITY,
            right: f64::NEG_INFINITY,
            bottom: f64::NEG_INFINITY,
        };
        points.iter().fold(nothing, |bounds, (x, y)| Self {
            left: bounds.left.min(*x),
            top: bounds.top.min(*y),
            right: bounds.right.max(*x),
            bottom: bounds.bottom.max(*y),
        })
    }
}

impl Mark {
    /// Returns the box the mark takes, without the width of its stroke; a text's is approximate.
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Path { points, .. } | Self::Area { points, .. } => Bounds::of_points(points),
            Self::Rect { x, y, width, height, .. } | Self::Hatch { x, y, width, height } => {
                Bounds { left: *x, top: *y, right: x + width, bottom: y + height }
            }
            Self::Circle { x, y, radius, .. } => {
                Bounds { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
            }
            Self::Text { x, y, text, anchor, .. } => Bounds::of_text((*x, *y), text_width(text), *anchor),
        }
    }
}
