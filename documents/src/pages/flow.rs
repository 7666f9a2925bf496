//! Boxes put on pages, one below the other, and the next page where one is full.

use super::sheet::Sheet;
use super::{Page, PageParagraph, Passage, Piece, Placed, Purpose};
use crate::prose::Run;
use crate::text::{self, Style};
use cairn_charts::Role;
use cairn_core::document::{Document, Words};
use cairn_core::words::say;

/// Where the next box goes: the page, the height on it, and the column.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    pub page: usize,
    pub y: f64,
    pub x: f64,
    pub width: f64,
    /// Whether nothing stands above it in its column, so that no gap is left.
    pub fresh: bool,
}

/// The most lines of a text that has one place: longer ones are shortened.
pub(super) const TITLE_LINES: usize = 3;
pub(super) const CELL_LINES: usize = 4;

/// How a text that has one place is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub style: Style,
    pub purpose: Purpose,
    /// The most lines it may take.
    pub most: usize,
    /// Whether its lines stand at the end of its width.
    pub end: bool,
}

impl Setting {
    pub(super) fn line(style: Style, purpose: Purpose) -> Self {
        Self { style, purpose, most: 1, end: false }
    }

    pub(super) fn at_end(self) -> Self {
        Self { end: true, ..self }
    }
}

/// Pages being filled.
pub(super) struct Flow<'a> {
    pub sheet: &'a Sheet,
    pub document: &'a Document,
    /// Whether columns that fit on one page stay on one page.
    pub keeps: bool,
    /// The section that is laid out.
    pub section: usize,
    pub pages: Vec<Page>,
    /// Where the room of each page begins.
    pub tops: Vec<f64>,
}

impl<'a> Flow<'a> {
    /// No page yet.
    pub(super) fn new(sheet: &'a Sheet, document: &'a Document, keeps: bool) -> Self {
        Self { sheet, document, keeps, section: 0, pages: Vec::new(), tops: Vec::new() }
    }

    /// Begins a page.
    pub(super) fn page(&mut self) -> At {
        let sheet = self.sheet;
        let page = self.pages.len();
        self.pages.push(Page {
            width: sheet.width,
            height: sheet.height,
            section: self.section,
            part: 1,
            parts: 1,
            boxes: Vec::new(),
        });
        self.tops.push(sheet.top);
        At { page, y: sheet.top, x: sheet.side, width: sheet.width - 2.0 * sheet.side, fresh: true }
    }

    /// Begins a page on which a section goes on.
    pub(super) fn next_page(&mut self) {
        let mut at = self.page();
        if !self.sheet.slides {
            return;
        }
        let document = self.document;
        if let Some(section) = document.sections.get(self.section) {
            // The whole title stands on the first page, where it can be edited too.
            let title = Words::fixed(&section.title.text);
            self.words(&mut at, &title, self.sheet.title, Purpose::Title, 1);
            at.y += 4.0;
            self.line(&mut at, &say("document-continued"), self.sheet.quiet, Purpose::Text);
            at.y += 14.0;
        }
        self.tops[at.page] = at.y;
    }

    /// Moves to the next page unless `height` fits here; at the top of a page there is no more room.
    pub(super) fn room(&mut self, at: &mut At, height: f64) {
        if at.y + height <= self.sheet.bottom || at.y <= self.tops[at.page] {
            return;
        }
        at.page += 1;
        if at.page == self.pages.len() {
            self.next_page();
        }
        (at.y, at.fresh) = (self.tops[at.page], true);
    }

    /// What is left of the page.
    pub(super) fn left(&self, at: &At) -> f64 {
        self.sheet.bottom - at.y
    }

    /// Leaves a gap, except at the top of a page or a column.
    pub(super) fn gap(&self, at: &mut At, gap: f64) {
        if !at.fresh {
            at.y += gap * self.sheet.step;
        }
    }

    /// A flow with all the room there is, to see how much something takes.
    pub(super) fn scratch(&self, at: &mut At) -> Flow<'_> {
        let mut scratch = Flow { section: self.section, ..Flow::new(self.sheet, self.document, self.keeps) };
        let page = scratch.page().page;
        scratch.tops[page] = at.y;
        at.page = page;
        scratch
    }

    /// The height that something takes; none where it is more than a page.
    pub(super) fn height(&self, width: f64, lay: impl FnOnce(&mut Flow, &mut At)) -> Option<f64> {
        let mut at = At { page: 0, y: self.sheet.top, x: 0.0, width, fresh: true };
        let mut scratch = self.scratch(&mut at);
        lay(&mut scratch, &mut at);
        (scratch.pages.len() == 1).then_some(at.y - self.sheet.top)
    }

    pub(super) fn put(&mut self, at: &mut At, (width, height): (f64, f64), piece: Piece) {
        let placed = Placed { x: at.x, y: at.y, width, height, piece };
        self.pages[at.page].boxes.push(placed);
        at.y += height;
        at.fresh = false;
    }

    pub(super) fn rule(&mut self, at: &mut At, height: f64, colour: Role) {
        self.put(at, (at.width, height), Piece::Rule { colour });
    }

    /// A text on one line.
    pub(super) fn line(&mut self, at: &mut At, text: &str, style: Style, purpose: Purpose) {
        self.put_lines(at, &[Run::plain(text)], Setting::line(style, purpose), None);
    }

    /// A text on one line, at its end.
    pub(super) fn end_line(&mut self, at: &mut At, text: &str, style: Style) {
        self.put_lines(at, &[Run::plain(text)], Setting::line(style, Purpose::Text).at_end(), None);
    }

    /// A text of at most so many lines, none of which is parted from the others.
    pub(super) fn words(&mut self, at: &mut At, words: &Words, style: Style, purpose: Purpose, most: usize) {
        let set = Setting { most, ..Setting::line(style, purpose) };
        self.put_lines(at, &[Run::plain(&words.text)], set, Some(words));
    }

    pub(super) fn put_lines(&mut self, at: &mut At, runs: &[Run], set: Setting, words: Option<&Words>) {
        let Setting { style, purpose, most, end } = set;
        let lines = match purpose {
            Purpose::Title => text::balanced(runs, &style, at.width, most),
            _ => text::lines(runs, &style, at.width, most),
        };
        if lines.is_empty() {
            return;
        }
        let height = lines.len() as f64 * style.line;
        if purpose != Purpose::Foot {
            self.room(at, height);
        }
        let paragraphs = vec![PageParagraph { lines, ..PageParagraph::default() }];
        let passage = Passage { purpose, style, end, paragraphs, words: editable(words) };
        self.put(at, (at.width, height), Piece::Text { passage });
    }

    /// Lays out columns from the same height on, and goes on below the longest of them.
    ///
    /// `lay` is told the height of the longest, 0 where it is more than a page.
    pub(super) fn side_by_side(
        &mut self,
        at: At,
        places: &[(f64, f64)],
        lay: impl Fn(&mut Flow, usize, &mut At, f64),
    ) -> At {
        let mut from = at;
        let heights = places.iter().enumerate().map(|(index, (_, width))| {
            self.height(*width, |flow, at| lay(flow, index, at, 0.0)).unwrap_or(f64::INFINITY)
        });
        let tallest = heights.fold(0.0, f64::max);
        let tallest = if tallest.is_finite() { tallest } else { 0.0 };
        if self.keeps {
            self.room(&mut from, tallest);
        }
        let mut end = from;
        for (index, (x, width)) in places.iter().enumerate() {
            let mut column = At { x: *x, width: *width, fresh: true, ..from };
            lay(self, index, &mut column, tallest);
            if (column.page, column.y) > (end.page, end.y) {
                (end.page, end.y) = (column.page, column.y);
            }
        }
        At { page: end.page, y: end.y, fresh: false, ..at }
    }
}

/// The words of a text that can be edited in place.
pub(super) fn editable(words: Option<&Words>) -> Option<Words> {
    words.filter(|words| words.key.is_some()).cloned()
}
