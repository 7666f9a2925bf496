//! A document: what a Review pack or a report says, before anybody lays it out.
//!
//! There is one model and several writers (`cairn-documents`), so PDF, page, Markdown and slides
//! say the same. A document is plain data: what may leave the product was decided when it was made.

use cairn_charts::Scene;
use serde::Serialize;
use ts_rs::TS;

/// A document of one or more sections.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// What it is: "Sprint 15 Review".
    pub title: String,
    /// The product it is about.
    pub product: String,
    /// Day, time and place in words, or the day alone.
    pub when: String,
    /// The line at the foot of each page: "Lendwell, Sprint 15 Review".
    pub footer: String,
    /// The sections in their order; each begins a page of its own on slides.
    pub sections: Vec<Section>,
    /// What its dates were computed from: the last line of the printed page. Empty where it has none.
    pub basis: String,
    /// What goes out with it, a sentence each: names, dates, notes.
    pub goes_out: Vec<String>,
}

/// A part of a document with a heading of its own.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// What it is called within the document: "done", "text 12".
    pub id: String,
    /// Its name in a word or two, for lists of pages.
    pub name: String,
    /// A small line over the heading; on an opening page, what the heading is.
    pub label: Option<String>,
    /// The heading.
    pub title: Words,
    /// The line below the heading.
    pub lead: Option<Words>,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
    /// What a printed page says instead of the line below the heading and of the blocks, where that
    /// is less.
    pub brief: Option<Vec<Block>>,
    /// What only the one who presents should see; empty unless private notes were asked for.
    pub notes: String,
    /// Whether it opens the document: one large sentence instead of a list.
    pub opening: bool,
    /// Whether it takes half the width of a printed page.
    pub half: bool,
}

/// A text that data say, or that a hand wrote over them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Words {
    /// The text. Plain, never markup.
    pub text: String,
    /// What a hand edit of it is kept under; none where it can't be edited in place.
    pub key: Option<String>,
    /// What data say where a hand wrote something else.
    pub data: Option<String>,
    /// Whether data say something else than they did when the hand wrote it.
    pub moved: bool,
}

impl Words {
    /// A text that can't be edited in place.
    pub fn fixed(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// What a section is made of.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Block {
    /// A paragraph.
    Text { words: Words },
    /// Free text in Markdown: paragraphs, lists, emphasis, links and headings; nothing else in it
    /// has a meaning, HTML included.
    Markdown { words: Words },
    /// A heading within the section.
    Heading { words: Words },
    /// A word on how it went, such as "reached".
    Verdict { text: String, tone: Tone },
    /// A large figure with what it counts.
    Number { value: String, caption: String },
    /// Labels, each with a text below it.
    Facts { facts: Vec<Fact> },
    /// Rows of cells.
    Table { table: Grid },
    /// A chart. Its sentence is what is said of it to those who don't see it.
    Figure { scene: Box<Scene> },
    /// Blocks side by side, in columns of the same width.
    Beside { columns: Vec<Vec<Block>> },
}

/// How something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Tone {
    /// As hoped.
    Good,
    /// Neither.
    Neutral,
    /// Not as hoped.
    Bad,
}

/// A label with a text.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Fact {
    /// What the text is: "What happens now".
    pub label: String,
    /// The text.
    pub words: Words,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Grid {
    /// What the table holds, for those who don't see it.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell a column.
    pub rows: Vec<GridRow>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Column {
    /// Its heading.
    pub head: String,
    /// Its share of the width: columns divide the width of the table in proportion.
    pub share: u16,
    /// Whether its cells stand at the end of the line: numbers and dates.
    pub end: bool,
    /// Whether it is said in a quieter colour.
    pub quiet: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct GridRow {
    /// What it is about, to find it again in the window: "item 138"; none where it is nothing.
    pub id: Option<String>,
    /// Its cells.
    pub cells: Vec<GridCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct GridCell {
    /// The text.
    pub words: Words,
    /// A smaller line below it; empty for none.
    pub small: String,
    /// Where the smaller line leads: a web address; none for none.
    pub link: Option<String>,
}

impl GridCell {
    /// A cell with a text that can't be edited in place.
    pub fn fixed(text: impl Into<String>) -> Self {
        Self { words: Words::fixed(text), ..Self::default() }
    }
}
