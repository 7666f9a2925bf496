//! A document on pages: every box has its place and every text its lines.
//!
//! The pages of slides, printed pages and the window's preview are the same, so all break alike.
//! Nothing is laid over anything else and nothing leaves its page: what does not fit goes on to the
//! next page, and a heading or a cell that is too long for its place is shortened.

mod blocks;
mod flow;
mod sections;
mod sheet;

use crate::text::{Line, Style};
use cairn_charts::{Role, Scene};
use cairn_core::document::{Document, Tone, Words};
use flow::Flow;
use serde::Serialize;
use sheet::{Sheet, printed, slide, tight};
use ts_rs::TS;

/// What a document is laid out on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// 16:9 pages of 960 by 540 pixels; each section begins one of its own.
    Slides,
    /// The printed page; a second one only where what it says doesn't fit on one.
    OnePager(Paper),
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    A4,
    Letter,
}

/// A page with everything on it, in reading order. Lengths are pixels.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Page {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The section it shows, counted from 0; the first of them on a printed page.
    pub section: usize,
    /// Which page of its section it is, counted from 1; on paper, which page of all.
    pub part: usize,
    /// How many there are.
    pub parts: usize,
    /// What stands on it.
    pub boxes: Vec<Placed>,
}

/// Something with its place on a page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Placed {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub piece: Piece,
}

/// What a page is made of.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Piece {
    /// Text in lines.
    Text { passage: Passage },
    /// A word on how it went, on a ground of its own.
    Chip { text: String, style: Style, ground: Role },
    /// Rows of cells.
    Table { table: PageTable },
    /// A chart, drawn larger or smaller by a factor.
    Figure { scene: Box<Scene>, scale: f64 },
    /// A line across, as high as its box.
    Rule { colour: Role },
}

/// Paragraphs of one style.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Passage {
    /// What it is on its page.
    pub purpose: Purpose,
    /// How it is set.
    pub style: Style,
    /// Whether its lines stand at the end of its width.
    pub end: bool,
    /// Its paragraphs from top to bottom.
    pub paragraphs: Vec<PageParagraph>,
    /// The whole text where it can be edited in place.
    pub words: Option<Words>,
}

/// What a text is on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// The heading of the page or of the document.
    Title,
    /// The heading of a section on a printed page, or one within a page.
    Heading,
    /// What the page says.
    Text,
    /// What each page repeats: footer and number.
    Foot,
}

/// A paragraph, or an item of a list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct PageParagraph {
    /// What is left free above it.
    pub gap: f64,
    /// How far its lines stand in.
    pub indent: f64,
    /// How far before its lines its marker stands.
    pub hang: f64,
    /// The dot or the number before it, at the start of the indent; none where it is no item.
    pub marker: Option<String>,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// The rows of a table that stand on one page, with its head.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PageTable {
    /// What the table holds.
    pub name: String,
    /// Its columns.
    pub columns: Vec<PageColumn>,
    /// How headings are set.
    pub head_style: Style,
    /// The height of the row of headings; 0 where there is none.
    pub head_height: f64,
    /// How the smaller lines are set.
    pub small_style: Style,
    /// Its rows.
    pub rows: Vec<PageRow>,
}

/// A column of a table on a page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PageColumn {
    /// Its width.
    pub width: f64,
    /// What of it stays free between its text and the next column.
    pub pad: f64,
    /// The lines of its heading, at most two.
    pub head: Vec<Line>,
    /// Whether its cells stand at the end of the line.
    pub end: bool,
    /// How its cells are set.
    pub style: Style,
}

/// A row of a table on a page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PageRow {
    /// What it is about; none where it is nothing.
    pub id: Option<String>,
    /// Its height.
    pub height: f64,
    /// A cell a column.
    pub cells: Vec<PageCell>,
}

/// A cell of a table on a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct PageCell {
    /// Its lines.
    pub lines: Vec<Line>,
    /// The smaller line below them, at most one.
    pub small: Vec<Line>,
    /// The whole text where it can be edited in place.
    pub words: Option<Words>,
}

/// Lays a document out.
pub fn pages(document: &Document, layout: Layout) -> Vec<Page> {
    lay_out(&crate::clean::cleaned(document), layout)
}

/// As [`pages`], for a document that is clean already.
pub(crate) fn lay_out(document: &Document, layout: Layout) -> Vec<Page> {
    let lay = |sheet: &Sheet, keeps| {
        let mut flow = Flow::new(sheet, document, keeps);
        if sheet.slides {
            flow.slides()
        } else {
            flow.print()
        }
        flow.feet();
        flow.pages
    };
    let Layout::OnePager(paper) = layout else { return lay(&slide(), true) };
    // Less air, and to part what belongs together, only where that saves a page.
    let (airy, tight) = (printed(paper), tight(paper));
    let mut best = lay(&airy, true);
    for (sheet, keeps) in [(&tight, true), (&airy, false), (&tight, false)] {
        if best.len() > 1 {
            let pages = lay(sheet, keeps);
            best = if pages.len() < best.len() { pages } else { best };
        }
    }
    best
}

/// The colour of a word on how it went.
pub(crate) fn tone_colour(tone: Tone) -> Role {
    match tone {
        Tone::Good => Role::Moss,
        Tone::Neutral => Role::Ink2,
        Tone::Bad => Role::Lichen,
    }
}

/// The ground of a word on how it went.
pub(crate) fn tone_ground(tone: Tone) -> Role {
    match tone {
        Tone::Good => Role::Moss5,
        Tone::Neutral => Role::Sunken,
        Tone::Bad => Role::Lichen5,
    }
}
