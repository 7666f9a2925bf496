//! A document on pages: every box has its place and every text its lines.
//!
//! The pages of slides, printed pages and the window's preview are the same, so all break alike.
//! Nothing is laid over anything else and nothing leaves its page: what does not fit goes on to the
//! next page, and a heading or a cell that is too long for its place is shortened.

use crate::prose::{self, Kind, Run};
use crate::text::{self, Line, Style};
use cairn_charts::{Role, Scene};
use cairn_core::document::{Block, Document, Fact, Grid, GridCell, Section, Tone, Words};
use cairn_core::words::{say, tell};
use serde::Serialize;
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

/// The measures of a page and the styles of its texts.
#[derive(Debug, Clone)]
struct Sheet {
    slides: bool,
    width: f64,
    height: f64,
    side: f64,
    top: f64,
    /// Where the room for what the page says ends.
    bottom: f64,
    /// Where the line at the foot begins.
    foot_at: f64,
    /// What gaps are multiplied with.
    step: f64,
    title: Style,
    opening: Style,
    /// A section's heading.
    section: Style,
    heading: Style,
    text: Style,
    quiet: Style,
    cell: Style,
    head: Style,
    small: Style,
    number: Style,
    chip: Style,
    foot: Style,
    row_pad: f64,
    column_pad: f64,
    column_gap: f64,
    /// Between sections that follow each other on a page.
    section_gap: f64,
    largest_figure: f64,
}

/// The pages of `design/review-pages.html`, in 16:9.
fn slide() -> Sheet {
    Sheet {
        slides: true,
        width: 960.0,
        height: 540.0,
        side: 60.0,
        top: 44.0,
        bottom: 478.0,
        foot_at: 490.0,
        step: 1.0,
        title: Style::new(36.0, 42.0, Role::Ink).strong().tracked(-0.024),
        opening: Style::new(44.0, 52.0, Role::Ink).strong().tracked(-0.024),
        section: Style::new(36.0, 42.0, Role::Ink).strong().tracked(-0.024),
        heading: Style::new(26.0, 33.0, Role::Ink).strong().tracked(-0.015),
        text: Style::new(19.0, 27.0, Role::Ink2),
        quiet: Style::new(16.0, 23.0, Role::Ink3),
        cell: Style::new(17.0, 24.0, Role::Ink),
        head: Style::new(13.0, 18.0, Role::Ink3),
        small: Style::new(13.0, 18.0, Role::Ink3),
        number: Style::new(84.0, 84.0, Role::Moss).strong().tracked(-0.05),
        chip: Style::new(15.0, 30.0, Role::Ink2).strong(),
        foot: Style::new(13.0, 18.0, Role::Ink3),
        row_pad: 7.0,
        column_pad: 12.0,
        column_gap: 40.0,
        section_gap: 16.0,
        largest_figure: 1.6,
    }
}

/// The page of `design/review-print.html`.
fn printed(paper: Paper) -> Sheet {
    // CSS pixels, 96 an inch.
    let (width, height) = match paper {
        Paper::A4 => (793.7, 1122.5),
        Paper::Letter => (816.0, 1056.0),
    };
    Sheet {
        slides: false,
        width,
        height,
        side: 54.0,
        top: 42.0,
        bottom: height - 66.0,
        foot_at: height - 50.0,
        step: 0.5,
        title: Style::new(25.0, 29.0, Role::Ink).strong().tracked(-0.022),
        opening: Style::new(16.0, 21.0, Role::Ink).strong().tracked(-0.012),
        section: Style::new(12.5, 18.0, Role::Ink).strong(),
        heading: Style::new(11.5, 17.0, Role::Ink).strong(),
        text: Style::new(11.5, 17.0, Role::Ink),
        quiet: Style::new(11.5, 17.0, Role::Ink3),
        cell: Style::new(11.5, 17.0, Role::Ink),
        head: Style::new(10.0, 14.0, Role::Ink3),
        small: Style::new(10.0, 14.0, Role::Ink3),
        number: Style::new(22.0, 27.0, Role::Moss).strong().tracked(-0.02),
        chip: Style::new(10.5, 18.0, Role::Ink2).strong(),
        foot: Style::new(11.0, 16.0, Role::Ink3),
        row_pad: 4.0,
        column_pad: 8.0,
        column_gap: 26.0,
        section_gap: 16.0,
        largest_figure: 1.0,
    }
}

/// The same page with less air, for what nearly fits.
fn tight(paper: Paper) -> Sheet {
    let sheet = printed(paper);
    let closer = |style: Style| Style { size: style.size * 0.95, line: style.line * 0.9, ..style };
    Sheet {
        text: closer(sheet.text),
        quiet: closer(sheet.quiet),
        cell: closer(sheet.cell),
        row_pad: 2.0,
        section_gap: 10.0,
        largest_figure: 0.8,
        ..sheet
    }
}

/// Lays a document out.
pub fn pages(document: &Document, layout: Layout) -> Vec<Page> {
    lay_out(&crate::clean::cleaned(document), layout)
}

/// As [`pages`], for a document that is clean already.
pub(crate) fn lay_out(document: &Document, layout: Layout) -> Vec<Page> {
    let lay = |sheet: &Sheet, keeps| {
        let mut flow = Flow { sheet, document, keeps, section: 0, pages: Vec::new(), tops: Vec::new() };
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

/// Where the next box goes: the page, the height on it, and the column.
#[derive(Debug, Clone, Copy)]
struct At {
    page: usize,
    y: f64,
    x: f64,
    width: f64,
    /// Whether nothing stands above it in its column, so that no gap is left.
    fresh: bool,
}

/// The most lines of a text that has one place: longer ones are shortened.
const TITLE_LINES: usize = 3;
const CELL_LINES: usize = 4;

/// How a text that has one place is set.
#[derive(Debug, Clone, Copy)]
struct Setting {
    style: Style,
    purpose: Purpose,
    /// The most lines it may take.
    most: usize,
    /// Whether its lines stand at the end of its width.
    end: bool,
}

impl Setting {
    fn line(style: Style, purpose: Purpose) -> Self {
        Self { style, purpose, most: 1, end: false }
    }

    fn at_end(self) -> Self {
        Self { end: true, ..self }
    }
}

/// Pages being filled.
struct Flow<'a> {
    sheet: &'a Sheet,
    document: &'a Document,
    /// Whether columns that fit on one page stay on one page.
    keeps: bool,
    /// The section that is laid out.
    section: usize,
    pages: Vec<Page>,
    /// Where the room of each page begins.
    tops: Vec<f64>,
}

impl Flow<'_> {
    /// Gives each section pages of its own.
    fn slides(&mut self) {
        for (index, section) in self.document.sections.iter().enumerate() {
            self.section = index;
            let first = self.pages.len();
            let mut at = self.page();
            if section.opening {
                self.opening_slide(section, &mut at);
            } else {
                self.heads(section, section.lead.as_ref(), &mut at, Purpose::Title, self.sheet.title);
                at.y += 14.0;
                (self.tops[at.page], at.fresh) = (at.y, true);
                self.blocks(&section.blocks, &mut at);
            }
            let parts = self.pages.len() - first;
            for (part, page) in self.pages[first..].iter_mut().enumerate() {
                (page.part, page.parts) = (part + 1, parts);
            }
        }
    }

    /// The first slide: when it is at the top, one large sentence in the middle.
    fn opening_slide(&mut self, section: &Section, at: &mut At) {
        let when = [self.document.title.as_str(), self.document.when.as_str()];
        let when = when.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ");
        self.line(at, &when, self.sheet.quiet, Purpose::Text);
        let top = at.y + 20.0;
        let mut trial = At { y: 0.0, ..*at };
        let mut measured = self.scratch(&mut trial);
        measured.opening(section, &mut trial);
        let room = self.sheet.bottom - top;
        at.y = if measured.pages.len() == 1 && trial.y < room { top + (room - trial.y) * 0.45 } else { top };
        self.tops[at.page] = at.y;
        self.opening(section, at);
    }

    fn opening(&mut self, section: &Section, at: &mut At) {
        self.heads(section, section.lead.as_ref(), at, Purpose::Title, self.sheet.opening);
        at.y += 16.0 * self.sheet.step;
        self.blocks(&section.blocks, at);
    }

    /// Lets all sections follow each other; two that take half the width stand side by side.
    fn print(&mut self) {
        let sheet = self.sheet;
        let mut at = self.page();
        let (width, half) = (at.width, at.width / 2.0);
        let mut when = At { x: at.x + half, width: half, ..at };
        self.end_line(&mut when, &self.document.when, sheet.quiet);
        self.line(&mut At { width: half - 20.0, ..at }, &self.document.product, sheet.quiet, Purpose::Text);
        at.y += sheet.quiet.line + 6.0;
        self.words(&mut at, &Words::fixed(&self.document.title), sheet.title, Purpose::Title, TITLE_LINES);
        at.y += 12.0;
        self.rule(&mut at, 1.5, Role::Ink);
        let mut rest = self.document.sections.as_slice();
        while let [section, ..] = rest {
            self.section = self.document.sections.len() - rest.len();
            at.y += if section.opening { 12.0 } else { sheet.section_gap };
            let halves = &rest[..rest.iter().take_while(|section| section.half).count()];
            let column = (width - sheet.column_gap) / 2.0;
            let taken = match self.columns(halves, &at, column) {
                Some((left, both)) => {
                    let places = [(at.x, column), (at.x + column + sheet.column_gap, column)];
                    at = self.side_by_side(at, &places, |flow, index, at, _| {
                        flow.column(if index == 0 { &rest[..left] } else { &rest[left..both] }, at);
                    });
                    both
                }
                None => {
                    self.printed_section(section, &mut at);
                    1
                }
            };
            rest = &rest[taken..];
        }
        self.room_for_notes(&mut at);
    }

    /// How many of the sections that take half the width stand in the left column, and how many in
    /// both: all, parted where the longer column is shortest, if they fit on this page; else two.
    fn columns(&self, halves: &[Section], at: &At, width: f64) -> Option<(usize, usize)> {
        let height =
            |part: &[Section]| self.height(width, |flow, at| flow.column(part, at)).unwrap_or(f64::INFINITY);
        let parted = |left: usize| {
            let (left, right) = halves.split_at(left);
            height(left).max(height(right))
        };
        let best = (1..halves.len()).map(|left| (parted(left), left)).min_by(|a, b| a.0.total_cmp(&b.0));
        let (tallest, left) = best?;
        Some(if tallest <= self.left(at) { (left, halves.len()) } else { (1, 2) })
    }

    /// Sections one below the other in a column.
    fn column(&mut self, sections: &[Section], at: &mut At) {
        for section in sections {
            if !at.fresh {
                at.y += self.sheet.section_gap;
            }
            self.printed_section(section, at);
        }
    }

    fn printed_section(&mut self, section: &Section, at: &mut At) {
        let (lead, blocks) = match &section.brief {
            Some(brief) => (None, brief),
            None => (section.lead.as_ref(), &section.blocks),
        };
        if section.opening {
            self.heads(section, lead, at, Purpose::Title, self.sheet.opening);
            at.y += 16.0 * self.sheet.step;
            self.blocks(blocks, at);
            at.y += 12.0;
            self.rule(at, 1.0, Role::Line2);
        } else {
            self.room(at, 60.0);
            self.heads(section, lead, at, Purpose::Heading, self.sheet.section);
            at.y += 2.0;
            self.blocks(blocks, at);
        }
    }

    /// Leaves lines to write on at the end of the last page.
    fn room_for_notes(&mut self, at: &mut At) {
        const LINE: f64 = 22.0;
        const MOST: f64 = 8.0;
        let lines = ((self.sheet.bottom - at.y - 36.0) / LINE).floor().min(MOST);
        if lines < 2.0 {
            return;
        }
        at.y += 16.0;
        self.line(at, &say("document-notes"), self.sheet.section, Purpose::Heading);
        for _ in 0..lines as usize {
            at.y += LINE - 1.0;
            self.rule(at, 1.0, Role::Line2);
        }
    }

    /// The small line over the heading, the heading and the line below it.
    fn heads(
        &mut self,
        section: &Section,
        lead: Option<&Words>,
        at: &mut At,
        purpose: Purpose,
        style: Style,
    ) {
        let quiet = self.sheet.quiet;
        if let Some(label) = &section.label {
            self.line(at, label, quiet, Purpose::Text);
            at.y += 4.0 * self.sheet.step;
        }
        let narrow = if section.opening && self.sheet.slides { 60.0 } else { 0.0 };
        let mut inner = At { width: at.width - narrow, ..*at };
        self.words(&mut inner, &section.title, style, purpose, TITLE_LINES);
        *at = At { width: at.width, ..inner };
        if let Some(lead) = lead {
            at.y += 4.0 * self.sheet.step;
            self.words(at, lead, quiet, Purpose::Text, TITLE_LINES);
        }
    }

    /// Writes what each page repeats, once it is known how many there are.
    fn feet(&mut self) {
        let sheet = self.sheet;
        let pages = self.pages.len();
        for page in 0..pages {
            let (text, number) = if sheet.slides {
                (&self.document.footer, (page + 1).to_string())
            } else {
                (self.pages[page].part, self.pages[page].parts) = (page + 1, pages);
                let args = [("page", (page + 1).into()), ("pages", pages.into())];
                (&self.document.basis, tell("document-page-of", &args))
            };
            let whole = sheet.width - 2.0 * sheet.side;
            let mut at = At { page, y: sheet.foot_at, x: sheet.side, width: whole - 90.0, fresh: true };
            self.line(&mut at, text, sheet.foot, Purpose::Foot);
            let mut end = At { y: sheet.foot_at, x: sheet.side + whole - 80.0, width: 80.0, ..at };
            let number = [Run::plain(number)];
            self.put_lines(&mut end, &number, Setting::line(sheet.foot, Purpose::Foot).at_end(), None);
        }
    }

    /// Begins a page.
    fn page(&mut self) -> At {
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
    fn next_page(&mut self) {
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
    fn room(&mut self, at: &mut At, height: f64) {
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
    fn left(&self, at: &At) -> f64 {
        self.sheet.bottom - at.y
    }

    /// Leaves a gap, except at the top of a page or a column.
    fn gap(&self, at: &mut At, gap: f64) {
        if !at.fresh {
            at.y += gap * self.sheet.step;
        }
    }

    /// A flow with all the room there is, to see how much something takes.
    fn scratch(&self, at: &mut At) -> Flow<'_> {
        let mut scratch = Flow {
            sheet: self.sheet,
            document: self.document,
            keeps: self.keeps,
            section: self.section,
            pages: Vec::new(),
            tops: Vec::new(),
        };
        let page = scratch.page().page;
        scratch.tops[page] = at.y;
        at.page = page;
        scratch
    }

    /// The height that something takes; none where it is more than a page.
    fn height(&self, width: f64, lay: impl FnOnce(&mut Flow, &mut At)) -> Option<f64> {
        let mut at = At { page: 0, y: self.sheet.top, x: 0.0, width, fresh: true };
        let mut scratch = self.scratch(&mut at);
        lay(&mut scratch, &mut at);
        (scratch.pages.len() == 1).then_some(at.y - self.sheet.top)
    }

    fn put(&mut self, at: &mut At, (width, height): (f64, f64), piece: Piece) {
        let placed = Placed { x: at.x, y: at.y, width, height, piece };
        self.pages[at.page].boxes.push(placed);
        at.y += height;
        at.fresh = false;
    }

    fn rule(&mut self, at: &mut At, height: f64, colour: Role) {
        self.put(at, (at.width, height), Piece::Rule { colour });
    }

    /// A text on one line.
    fn line(&mut self, at: &mut At, text: &str, style: Style, purpose: Purpose) {
        self.put_lines(at, &[Run::plain(text)], Setting::line(style, purpose), None);
    }

    /// A text on one line, at its end.
    fn end_line(&mut self, at: &mut At, text: &str, style: Style) {
        self.put_lines(at, &[Run::plain(text)], Setting::line(style, Purpose::Text).at_end(), None);
    }

    /// A text of at most so many lines, none of which is parted from the others.
    fn words(&mut self, at: &mut At, words: &Words, style: Style, purpose: Purpose, most: usize) {
        let set = Setting { most, ..Setting::line(style, purpose) };
        self.put_lines(at, &[Run::plain(&words.text)], set, Some(words));
    }

    fn put_lines(&mut self, at: &mut At, runs: &[Run], set: Setting, words: Option<&Words>) {
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

    /// Lays out blocks one below the other.
    fn blocks(&mut self, blocks: &[Block], at: &mut At) {
        let mut rest = blocks;
        while let [block, after @ ..] = rest {
            rest = after;
            match (block, after) {
                (Block::Verdict { text, tone }, [Block::Text { words }, rest_after @ ..])
                    if self.fits_beside_chip(text, &words.text, at.width) =>
                {
                    self.gap(at, 14.0);
                    self.chip(at, text, *tone, Some(words));
                    rest = rest_after;
                }
                _ => self.block(block, at),
            }
        }
    }

    fn block(&mut self, block: &Block, at: &mut At) {
        let sheet = self.sheet;
        match block {
            Block::Text { words } => {
                self.gap(at, 14.0);
                let lines = text::lines(&[Run::plain(&words.text)], &sheet.text, at.width, usize::MAX);
                let paragraph = PageParagraph { lines, ..PageParagraph::default() };
                self.paragraphs(at, vec![paragraph], Some(words));
            }
            Block::Markdown { words } => self.markdown(at, words),
            Block::Heading { words } => {
                self.gap(at, 20.0);
                self.room(at, sheet.heading.line + 3.0 * sheet.text.line);
                self.words(at, words, sheet.heading, Purpose::Heading, TITLE_LINES);
            }
            Block::Verdict { text, tone } => {
                self.gap(at, 14.0);
                self.chip(at, text, *tone, None);
            }
            Block::Number { value, caption } => self.number(at, value, caption),
            Block::Facts { facts } => {
                for fact in facts {
                    self.fact(at, fact);
                }
            }
            Block::Table { table } => self.table(at, table),
            Block::Figure { scene } => self.figure(at, scene),
            Block::Beside { columns } => self.beside(at, columns),
        }
    }

    /// Paragraphs that may be parted between pages; one that is longer than a page, between lines.
    fn paragraphs(&mut self, at: &mut At, paragraphs: Vec<PageParagraph>, words: Option<&Words>) {
        let style = self.sheet.text;
        let mut open: Vec<PageParagraph> = Vec::new();
        let mut taken = 0.0;
        for mut paragraph in paragraphs {
            while !paragraph.lines.is_empty() {
                let gap = if open.is_empty() { 0.0 } else { paragraph.gap };
                let fit = ((self.left(at) - taken - gap) / style.line + 0.001).floor().max(0.0) as usize;
                let whole = paragraph.lines.len();
                let fresh = open.is_empty() && at.y <= self.tops[at.page];
                let page = ((self.sheet.bottom - self.tops[at.page]) / style.line) as usize;
                // Long paragraphs go on after at least two lines; short ones stay whole.
                let count = match () {
                    () if fit >= whole => whole,
                    () if fresh => fit.max(1),
                    () if whole > page && fit > 2 => fit,
                    () => 0,
                };
                if count > 0 {
                    taken += gap + count as f64 * style.line;
                    let lines = paragraph.lines.drain(..count).collect();
                    open.push(PageParagraph { gap, lines, ..paragraph.clone() });
                    paragraph.marker = None;
                }
                if !paragraph.lines.is_empty() {
                    self.passage(at, &mut open, &mut taken, words);
                    self.room(at, f64::INFINITY);
                }
            }
        }
        self.passage(at, &mut open, &mut taken, words);
    }

    /// Puts the paragraphs that were gathered for this page.
    fn passage(
        &mut self,
        at: &mut At,
        open: &mut Vec<PageParagraph>,
        taken: &mut f64,
        words: Option<&Words>,
    ) {
        if open.is_empty() {
            return;
        }
        let paragraphs = std::mem::take(open);
        let (style, height) = (self.sheet.text, std::mem::take(taken));
        let passage =
            Passage { purpose: Purpose::Text, style, end: false, paragraphs, words: editable(words) };
        self.put(at, (at.width, height), Piece::Text { passage });
    }

    fn markdown(&mut self, at: &mut At, words: &Words) {
        let sheet = self.sheet;
        let mut open = Vec::new();
        self.gap(at, 14.0);
        let paragraphs = prose::paragraphs(&words.text);
        // All items stand in alike, as far as the widest number needs.
        let markers = paragraphs.iter().filter_map(marker).map(|marker| text::width(&marker, &sheet.text));
        let hang = (markers.fold(0.8 * sheet.text.size, f64::max) + 0.4 * sheet.text.size).round();
        for paragraph in paragraphs {
            if let Kind::Heading(_) = paragraph.kind {
                self.paragraphs(at, std::mem::take(&mut open), Some(words));
                self.gap(at, 18.0);
                self.room(at, sheet.heading.line + 3.0 * sheet.text.line);
                let line = Setting::line(sheet.heading, Purpose::Heading);
                let set = Setting { most: TITLE_LINES, ..line };
                self.put_lines(at, &paragraph.runs, set, Some(words));
                self.gap(at, 8.0);
                continue;
            }
            // Beyond a few levels there is no width left to stand in.
            let depth = paragraph.depth.min(4) as f64;
            let indent = depth * hang;
            let marker = marker(&paragraph);
            let gap = match () {
                () if paragraph.goes_on => 0.0,
                () if paragraph.depth > 0 => 5.0,
                () => 12.0,
            };
            let lines = text::lines(&paragraph.runs, &sheet.text, at.width - indent, usize::MAX);
            open.push(PageParagraph { gap: gap * sheet.step, indent, hang, marker, lines });
        }
        self.paragraphs(at, open, Some(words));
    }

    fn chip_width(&self, text: &str) -> f64 {
        text::width(text, &self.sheet.chip) + 1.6 * self.sheet.chip.size
    }

    fn fits_beside_chip(&self, chip: &str, text: &str, width: f64) -> bool {
        self.chip_width(chip) + text::width(text, &self.sheet.quiet) + 12.0 <= width
    }

    /// A word on how it went, and a text beside it.
    fn chip(&mut self, at: &mut At, text: &str, tone: Tone, beside: Option<&Words>) {
        let style = Style { colour: tone_colour(tone), ..self.sheet.chip };
        let inner = at.width - 1.6 * style.size;
        let text = plain(&text::lines(&[Run::plain(text)], &style, inner, 1));
        if text.is_empty() {
            return;
        }
        self.room(at, style.line);
        let width = self.chip_width(&text);
        if let Some(words) = beside {
            let line = self.sheet.quiet.line;
            let x = at.x + width + 10.0;
            let mut aside =
                At { y: at.y + (style.line - line) / 2.0, x, width: at.width - width - 10.0, ..*at };
            self.put(at, (width, style.line), Piece::Chip { text, style, ground: tone_ground(tone) });
            self.words(&mut aside, words, self.sheet.quiet, Purpose::Text, 1);
        } else {
            self.put(at, (width, style.line), Piece::Chip { text, style, ground: tone_ground(tone) });
        }
    }

    /// A large figure; on paper what it counts stands beside it.
    fn number(&mut self, at: &mut At, value: &str, caption: &str) {
        let sheet = self.sheet;
        self.gap(at, 14.0);
        let needed = text::width(value, &sheet.number);
        let scale = (at.width / needed.max(1.0)).clamp(0.4, 1.0);
        let style =
            Style { size: sheet.number.size * scale, line: sheet.number.line * scale, ..sheet.number };
        let beside = needed * scale + 8.0;
        let fits = beside + text::width(caption, &sheet.quiet) <= at.width;
        self.room(at, style.line + if sheet.slides { 3.0 * sheet.quiet.line } else { 0.0 });
        if !sheet.slides && fits {
            let y = at.y + 0.79 * style.line - 0.73 * sheet.quiet.line;
            let mut aside = At { y, x: at.x + beside, width: at.width - beside, ..*at };
            self.line(&mut At { width: needed * scale, ..*at }, value, style, Purpose::Text);
            self.line(&mut aside, caption, sheet.quiet, Purpose::Text);
            at.y += style.line;
        } else {
            self.line(at, value, style, Purpose::Text);
            at.y += 8.0 * sheet.step;
            self.words(at, &Words::fixed(caption), sheet.quiet, Purpose::Text, TITLE_LINES);
        }
    }

    fn fact(&mut self, at: &mut At, fact: &Fact) {
        let sheet = self.sheet;
        self.gap(at, 18.0);
        self.room(at, sheet.quiet.line + 2.0 * sheet.text.line);
        self.line(at, &fact.label, sheet.quiet, Purpose::Text);
        let lines = text::lines(&[Run::plain(&fact.words.text)], &sheet.text, at.width, usize::MAX);
        self.paragraphs(at, vec![PageParagraph { lines, ..PageParagraph::default() }], Some(&fact.words));
    }

    fn figure(&mut self, at: &mut At, scene: &Scene) {
        let sheet = self.sheet;
        self.gap(at, 18.0);
        let page = sheet.bottom - self.tops[at.page];
        let by_width = (at.width / scene.width.max(1.0)).min(sheet.largest_figure);
        let wanted = by_width.min(page / scene.height.max(1.0));
        // Rather a little smaller here than on a page of its own.
        let here = self.left(at) / scene.height.max(1.0);
        let scale = if here >= 0.7 * wanted { here.min(wanted) } else { wanted };
        self.room(at, scale * scene.height - 0.01);
        let scale = scale.min(self.left(at) / scene.height.max(1.0));
        let piece = Piece::Figure { scene: Box::new(scene.clone()), scale };
        self.put(at, (scale * scene.width, scale * scene.height), piece);
    }

    /// Blocks in columns; where that leaves no width to read, one below the other.
    fn beside(&mut self, at: &mut At, columns: &[Vec<Block>]) {
        let sheet = self.sheet;
        let count = columns.len().max(1) as f64;
        if at.width / count < 170.0 {
            columns.iter().for_each(|column| self.blocks(column, at));
            return;
        }
        self.gap(at, 18.0);
        let gaps = sheet.column_gap * (count - 1.0);
        let narrow: Vec<Option<f64>> = columns.iter().map(|column| self.narrow(column)).collect();
        let fixed: f64 = narrow.iter().flatten().sum();
        let open = narrow.iter().filter(|narrow| narrow.is_none()).count();
        let equal = (at.width - gaps) / count;
        // Figures take the width they need where something else takes the rest.
        let share = (at.width - gaps - fixed) / open.max(1) as f64;
        let of =
            |narrow: &Option<f64>| if open == 0 || share < equal { equal } else { narrow.unwrap_or(share) };
        let mut x = at.x;
        let places: Vec<(f64, f64)> = narrow
            .iter()
            .map(|narrow| {
                let place = (x, of(narrow));
                x += place.1 + sheet.column_gap;
                place
            })
            .collect();
        *at = self.side_by_side(*at, &places, |flow, index, at, tallest| {
            // Large figures stand at half the height of what is beside them.
            if narrow[index].is_some() {
                let own = flow.height(at.width, |flow, at| flow.blocks(&columns[index], at));
                at.y += (tallest - own.unwrap_or(tallest)).max(0.0) / 2.0;
            }
            flow.blocks(&columns[index], at);
        });
    }

    /// The width of a column that holds large figures alone.
    fn narrow(&self, column: &[Block]) -> Option<f64> {
        let width = |block: &Block| match block {
            Block::Number { value, caption } => {
                let caption = text::width(caption, &self.sheet.quiet).min(200.0);
                Some(text::width(value, &self.sheet.number).max(caption) + 2.0)
            }
            _ => None,
        };
        let widths: Option<Vec<f64>> = column.iter().map(width).collect();
        widths?.into_iter().reduce(f64::max)
    }

    /// Lays out columns from the same height on, and goes on below the longest of them.
    ///
    /// `lay` is told the height of the longest, 0 where it is more than a page.
    fn side_by_side(
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

    /// A table, on as many pages as its rows need, with its head on each.
    fn table(&mut self, at: &mut At, grid: &Grid) {
        let sheet = self.sheet;
        if grid.columns.is_empty() || grid.rows.is_empty() {
            return;
        }
        self.gap(at, 12.0);
        let shares: f64 = grid.columns.iter().map(|column| f64::from(column.share.max(1))).sum();
        let last = grid.columns.len() - 1;
        let columns: Vec<PageColumn> = grid
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| {
                let width = at.width * f64::from(column.share.max(1)) / shares;
                let pad = if index == last { 0.0 } else { sheet.column_pad.min(width / 4.0) };
                let head = text::lines(&[Run::plain(&column.head)], &sheet.head, width - pad, 2);
                let colour = if column.quiet { Role::Ink3 } else { Role::Ink };
                PageColumn { width, pad, head, end: column.end, style: Style { colour, ..sheet.cell } }
            })
            .collect();
        let head_lines = columns.iter().map(|column| column.head.len()).max().unwrap_or(0);
        let head_height = match head_lines {
            0 => 0.0,
            lines => lines as f64 * sheet.head.line + 6.0 * sheet.step,
        };
        let mut rows = grid
            .rows
            .iter()
            .map(|row| {
                let cells: Vec<PageCell> = row
                    .cells
                    .iter()
                    .zip(&columns)
                    .map(|(cell, column)| lay_cell(sheet, cell, column))
                    .collect();
                let height = |cell: &PageCell| {
                    cell.lines.len() as f64 * sheet.cell.line + cell.small.len() as f64 * sheet.small.line
                };
                let height =
                    cells.iter().map(height).fold(sheet.cell.line, f64::max) + 2.0 * sheet.row_pad + 1.0;
                PageRow { id: row.id.clone(), height, cells }
            })
            .peekable();
        while let Some(first) = rows.peek() {
            self.room(at, head_height + first.height);
            let mut height = head_height;
            let mut here = Vec::new();
            while let Some(row) = rows.next_if(|row| here.is_empty() || height + row.height <= self.left(at))
            {
                height += row.height;
                here.push(row);
            }
            let table = PageTable {
                name: grid.name.clone(),
                columns: columns.clone(),
                head_style: sheet.head,
                head_height,
                small_style: sheet.small,
                rows: here,
            };
            self.put(at, (at.width, height), Piece::Table { table });
            if rows.peek().is_some() {
                self.room(at, f64::INFINITY);
            }
        }
    }
}

/// The lines of a cell.
fn lay_cell(sheet: &Sheet, cell: &GridCell, column: &PageColumn) -> PageCell {
    let width = column.width - column.pad;
    let lines = text::lines(&[Run::plain(&cell.words.text)], &column.style, width, CELL_LINES);
    let small = Run { link: cell.link.clone(), ..Run::plain(&cell.small) };
    let small = text::lines(&[small], &sheet.small, width, 1);
    PageCell { lines, small, words: editable(Some(&cell.words)) }
}

/// The dot or the number before an item.
fn marker(paragraph: &prose::Paragraph) -> Option<String> {
    match paragraph.kind {
        Kind::Dot if !paragraph.goes_on => Some("•".to_owned()),
        Kind::Number(number) if !paragraph.goes_on => Some(format!("{number}.")),
        _ => None,
    }
}

/// The words of a text that can be edited in place.
fn editable(words: Option<&Words>) -> Option<Words> {
    words.filter(|words| words.key.is_some()).cloned()
}

/// The text of lines, without what tells their runs apart.
fn plain(lines: &[Line]) -> String {
    lines.iter().flatten().map(|run| run.text.as_str()).collect()
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
