//! What is taken out of every text before it is written, whatever the format.

use cairn_charts::{Mark, Scene};
use cairn_core::document::{Block, Document, Grid, Section, Words};

/// Returns the document without control characters and without marks that turn the direction of
/// text around them (overrides, embeddings and isolates); left-to-right and right-to-left marks
/// stay, since names need them. Only Markdown and notes keep their lines.
pub(crate) fn cleaned(document: &Document) -> Document {
    let mut document = document.clone();
    for text in [
        &mut document.title,
        &mut document.product,
        &mut document.when,
        &mut document.footer,
        &mut document.basis,
    ] {
        clean(text);
    }
    document.goes_out.iter_mut().for_each(clean);
    document.sections.iter_mut().for_each(clean_section);
    document
}

fn clean_section(section: &mut Section) {
    clean(&mut section.id);
    clean(&mut section.name);
    section.label.iter_mut().for_each(clean);
    clean_words(&mut section.title);
    section.lead.iter_mut().for_each(clean_words);
    section.blocks.iter_mut().chain(section.brief.iter_mut().flatten()).for_each(clean_block);
    clean_lines(&mut section.notes);
}

fn clean_block(block: &mut Block) {
    match block {
        Block::Text { words } | Block::Heading { words } => clean_words(words),
        Block::Markdown { words } => {
            clean_lines(&mut words.text);
            words.data.iter_mut().for_each(clean_lines);
        }
        Block::Verdict { text, tone: _ } => clean(text),
        Block::Number { value, caption } => {
            clean(value);
            clean(caption);
        }
        Block::Facts { facts } => {
            for fact in facts {
                clean(&mut fact.label);
                clean_words(&mut fact.words);
            }
        }
        Block::Table { table } => clean_table(table),
        Block::Figure { scene } => clean_scene(scene),
        Block::Beside { columns } => columns.iter_mut().flatten().for_each(clean_block),
    }
}

fn clean_table(table: &mut Grid) {
    clean(&mut table.name);
    for column in &mut table.columns {
        clean(&mut column.head);
    }
    for row in &mut table.rows {
        // A row with fewer or more cells than columns would break a table in every format.
        row.cells.resize_with(table.columns.len(), Default::default);
        for cell in &mut row.cells {
            clean_words(&mut cell.words);
            clean(&mut cell.small);
            cell.link = cell.link.as_deref().and_then(crate::prose::safe_link);
        }
    }
}

fn clean_scene(scene: &mut Scene) {
    clean(&mut scene.title);
    clean(&mut scene.sentence);
    for mark in &mut scene.marks {
        if let Mark::Text { text, .. } = mark {
            clean(text);
        }
    }
    scene.table.columns.iter_mut().for_each(clean);
    scene.table.rows.iter_mut().flatten().for_each(clean);
}

fn clean_words(words: &mut Words) {
    clean(&mut words.text);
    words.data.iter_mut().for_each(clean);
}

/// Cleans a text of one line: ends of lines and tabs become spaces.
fn clean(text: &mut String) {
    clean_lines(text);
    if text.contains('\n') {
        *text = text.replace('\n', " ");
    }
}

/// Cleans a text whose lines stay.
fn clean_lines(text: &mut String) {
    if text.chars().all(|letter| letter == '\n' || kept(letter) == Some(letter)) {
        return;
    }
    *text = text.replace("\r\n", "\n").chars().filter_map(kept).collect();
}

/// Returns what stands for a character; none where it goes.
fn kept(letter: char) -> Option<char> {
    match letter {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        // No letters, and forbidden in XML or in an accessible PDF.
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_turn_text_around_and_controls_go() {
        let mut text = "a\u{202e}b\u{2067}c\u{2069}\0d\u{1b}[31me\u{feff}\u{9d}".to_owned();
        clean(&mut text);
        assert_eq!(text, "abcd[31me");
    }

    #[test]
    fn marks_that_names_need_stay() {
        let mut text = "שלום\u{200f} (Ines)\u{200e} क्\u{200d}ष".to_owned();
        let before = text.clone();
        clean(&mut text);
        assert_eq!(text, before);
    }

    #[test]
    fn lines_become_spaces_except_in_free_text() {
        let (mut line, mut lines) = ("a\r\nb\tc\u{2028}d".to_owned(), "a\r\nb\tc\u{2028}d".to_owned());
        clean(&mut line);
        clean_lines(&mut lines);
        assert_eq!((line.as_str(), lines.as_str()), ("a b c d", "a\nb c\nd"));
    }
}
