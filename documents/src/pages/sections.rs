//! Which sections stand where: each on slides of its own, or all on the printed page.

use super::Purpose;
use super::flow::{At, Flow, Setting, TITLE_LINES};
use crate::prose::Run;
use crate::text::Style;
use cairn_charts::Role;
use cairn_core::document::{Block, Section, Words};
use cairn_core::words::{say, tell};

impl Flow<'_> {
    /// Gives each section pages of its own.
    pub(super) fn slides(&mut self) {
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
        measured.opening(section, (section.lead.as_ref(), &section.blocks), &mut trial);
        let room = self.sheet.bottom - top;
        at.y = if measured.pages.len() == 1 && trial.y < room { top + (room - trial.y) * 0.45 } else { top };
        self.tops[at.page] = at.y;
        self.opening(section, (section.lead.as_ref(), &section.blocks), at);
    }

    /// The heading of the section that opens the document, and what it says.
    fn opening(&mut self, section: &Section, (lead, blocks): (Option<&Words>, &[Block]), at: &mut At) {
        self.heads(section, lead, at, Purpose::Title, self.sheet.opening);
        at.y += 16.0 * self.sheet.step;
        self.blocks(blocks, at);
    }

    /// Lets all sections follow each other; those that take half the width share two columns.
    pub(super) fn print(&mut self) {
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
            self.opening(section, (lead, blocks), at);
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
    pub(super) fn feet(&mut self) {
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
}
