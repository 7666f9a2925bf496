//! What sections are made of, laid out block by block.

use super::flow::{At, CELL_LINES, Flow, Setting, TITLE_LINES, editable};
use super::sheet::Sheet;
use super::{
    PageCell, PageColumn, PageParagraph, PageRow, PageTable, Passage, Piece, Purpose, tone_colour,
    tone_ground,
};
use crate::prose::{self, Kind, Run};
use crate::text::{self, Line, Style};
use cairn_charts::{Role, Scene};
use cairn_core::document::{Block, Fact, Grid, GridCell, Tone, Words};

impl Flow<'_> {
    /// Lays out blocks one below the other.
    pub(super) fn blocks(&mut self, blocks: &[Block], at: &mut At) {
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

/// The text of lines, without what tells their runs apart.
fn plain(lines: &[Line]) -> String {
    lines.iter().flatten().map(|run| run.text.as_str()).collect()
}
