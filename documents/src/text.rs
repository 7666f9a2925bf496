//! How wide text is in the bundled faces, and where its lines end.

use crate::prose::Run;
use cairn_charts::Role;
use serde::Serialize;
use std::sync::LazyLock;
use ts_rs::TS;
use ttf_parser::Face;
use unicode_segmentation::UnicodeSegmentation;

/// The bundled faces of Inter: regular, semibold and italic.
pub(crate) const FONTS: [&[u8]; 3] = [
    include_bytes!("../fonts/Inter-Regular.ttf"),
    include_bytes!("../fonts/Inter-SemiBold.ttf"),
    include_bytes!("../fonts/Inter-Italic.ttf"),
];

/// The share of a line that parts of a word may fill: pairs of letters are set wider here and there
/// than their advances say, which adds up where the same pair comes again and again.
const PART: f64 = 0.98;

/// What a text that was cut ends with.
const ELLIPSIS: &str = "…";

static FACES: LazyLock<Vec<Face<'static>>> =
    LazyLock::new(|| FONTS.iter().filter_map(|font| Face::parse(font, 0).ok()).collect());

/// How a text is set. Lengths are pixels of the page it stands on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Style {
    /// The size of the letters.
    pub size: f64,
    /// The height of a line.
    pub line: f64,
    /// What stands between letters beyond their own width, in parts of the size.
    pub tracking: f64,
    /// Whether it is semibold.
    pub strong: bool,
    /// Its colour.
    pub colour: Role,
}

impl Style {
    pub(crate) const fn new(size: f64, line: f64, colour: Role) -> Self {
        Self { size, line, tracking: 0.0, strong: false, colour }
    }

    pub(crate) const fn strong(self) -> Self {
        Self { strong: true, ..self }
    }

    pub(crate) const fn tracked(self, tracking: f64) -> Self {
        Self { tracking, ..self }
    }
}

/// A line: runs of text. The space at which it was broken stays at its end, so that the lines of
/// a paragraph, put together, are its text.
pub type Line = Vec<Run>;

/// Tells whether a character takes no room and is never seen by itself.
fn is_ignorable(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

/// What the bundled faces make of a character.
#[cfg(feature = "pdf")]
pub(crate) enum Glyph {
    /// They show it.
    Known,
    /// There is nothing to show.
    Unseen,
    /// They lack it.
    Unknown,
}

#[cfg(feature = "pdf")]
pub(crate) fn glyph(letter: char) -> Glyph {
    match letter {
        _ if FACES.iter().all(|face| face.glyph_index(letter).is_some()) => Glyph::Known,
        // They turn the text around them, and no face needs a glyph for them.
        '\u{200e}' | '\u{200f}' => Glyph::Known,
        _ if is_ignorable(letter) => Glyph::Unseen,
        _ => Glyph::Unknown,
    }
}

/// Returns the advance of a grapheme in parts of the size; what Inter lacks counts 1.
fn advance(grapheme: &str, strong: bool, emphasis: bool) -> f64 {
    let face = FACES.get(if strong { 1 } else { usize::from(emphasis) * 2 });
    let of = |letter: char| {
        let known = face.and_then(|face| {
            let advance = face.glyph_hor_advance(face.glyph_index(letter)?)?;
            Some(f64::from(advance) / f64::from(face.units_per_em()))
        });
        if is_ignorable(letter) { 0.0 } else { known.unwrap_or(1.0) }
    };
    grapheme.chars().map(of).sum()
}

/// Returns how wide a text is on one line, in pixels.
pub(crate) fn width(text: &str, style: &Style) -> f64 {
    let letters = text.graphemes(true);
    letters.map(|grapheme| (advance(grapheme, style.strong, false) + style.tracking) * style.size).sum()
}

/// What a person sees as one letter, with the run it belongs to.
struct Letter<'a> {
    run: usize,
    text: &'a str,
    width: f64,
}

impl Letter<'_> {
    fn is_space(&self) -> bool {
        matches!(self.text, " " | "\u{3000}")
    }

    /// Whether a line may end after it: spaces, hyphens, dashes, slashes and letters of scripts
    /// without spaces.
    fn ends_line(&self) -> bool {
        let wide = |letter: char| matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
        self.is_space()
            || self.text.starts_with(['-', '–', '—', '/', '\u{200b}'])
            || self.text.starts_with(wide)
    }
}

/// Breaks runs into lines of at most `width` pixels, and at most `most` of them: a longer text is
/// shortened and ends with "…". A word that is wider than a line is broken between its letters.
pub(crate) fn lines(runs: &[Run], style: &Style, width: f64, most: usize) -> Vec<Line> {
    let letters: Vec<Letter> = runs
        .iter()
        .enumerate()
        .flat_map(|(run, of)| {
            of.text.graphemes(true).map(move |text| Letter {
                run,
                text,
                width: (advance(text, style.strong || of.strong, of.emphasis) + style.tracking) * style.size,
            })
        })
        .collect();
    let mut lines = Vec::new();
    let mut start = 0;
    while start < letters.len() {
        let end = line_end(&letters, start, width);
        if lines.len() + 1 >= most && end < letters.len() {
            lines.push(shortened(runs, &letters[start..], style, width));
            return lines;
        }
        lines.push(line(runs, &letters[start..end]));
        start = end;
    }
    lines
}

/// Finds where the line that begins at `start` ends.
fn line_end(letters: &[Letter], start: usize, width: f64) -> usize {
    let mut taken = 0.0;
    let mut fallback = None;
    let mut part = start + 1;
    for (at, letter) in letters.iter().enumerate().skip(start) {
        taken += letter.width;
        // A space at the end may stand beyond the edge: it is not seen.
        if taken > width && !letter.is_space() {
            return fallback.unwrap_or(part);
        }
        if taken <= width * PART {
            part = at + 1;
        }
        if letter.ends_line() {
            fallback = Some(at + 1);
        }
    }
    letters.len()
}

/// Joins letters to runs again.
fn line(runs: &[Run], letters: &[Letter]) -> Line {
    let parts = letters.chunk_by(|one, next| one.run == next.run);
    parts
        .map(|part| Run {
            text: part.iter().map(|letter| letter.text).collect(),
            ..runs[part[0].run].clone()
        })
        .collect()
}

/// Takes as many letters as fit before an ellipsis.
fn shortened(runs: &[Run], letters: &[Letter], style: &Style, width: f64) -> Line {
    let mut left = width * PART - advance(ELLIPSIS, style.strong, false) * style.size;
    let mut fit = letters.iter().take_while(|letter| {
        left -= letter.width;
        left >= 0.0
    });
    let count = fit.by_ref().count();
    let count = letters[..count].iter().rposition(|letter| !letter.is_space()).map_or(0, |last| last + 1);
    let mut line = line(runs, &letters[..count]);
    match line.last_mut() {
        Some(run) => run.text.push_str(ELLIPSIS),
        None => line.push(Run::plain(ELLIPSIS)),
    }
    line
}

/// As [`lines`], with lines of about the same width: for headings.
pub(crate) fn balanced(runs: &[Run], style: &Style, width: f64, most: usize) -> Vec<Line> {
    let count = lines(runs, style, width, most + 1).len();
    if count < 2 || count > most {
        return lines(runs, style, width, most);
    }
    let (mut narrow, mut wide) = (width / count as f64, width);
    while wide - narrow > 4.0 {
        let middle = f64::midpoint(narrow, wide);
        if lines(runs, style, middle, most + 1).len() > count { narrow = middle } else { wide = middle }
    }
    lines(runs, style, wide, most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const STYLE: Style = Style::new(20.0, 28.0, Role::Ink);

    fn broken(text: &str, width: f64, most: usize) -> Vec<String> {
        let lines = lines(&[Run::plain(text)], &STYLE, width, most);
        lines.iter().map(|line| line.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    #[test]
    fn every_bundled_face_is_read() {
        assert_eq!(FACES.len(), FONTS.len());
    }

    #[test]
    fn the_faces_know_latin_greek_and_cyrillic() {
        for letter in "Ångström Ψυχή Жизнь ẞ ł ő ș €…–—“”•".chars() {
            assert!(FACES.iter().all(|face| face.glyph_index(letter).is_some()), "{letter}");
        }
    }

    #[test]
    fn a_text_that_is_too_long_ends_with_an_ellipsis() {
        let lines = broken(&"reserve and collect ".repeat(30), 200.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert!(width(&lines[1], &STYLE) <= 200.0);
    }

    #[test]
    fn headings_break_into_lines_of_like_width() {
        let text = "A reader always knows where a hold stands and when it ends.";
        let lines = balanced(&[Run::plain(text)], &STYLE, 500.0, 3);
        let widths: Vec<f64> = lines.iter().map(|line| width(line[0].text.trim(), &STYLE)).collect();
        assert_eq!(widths.len(), 2);
        assert!((widths[0] - widths[1]).abs() < 60.0, "{widths:?}");
    }

    proptest! {
        #[test]
        fn lines_put_together_are_the_text_and_none_is_too_wide(text in "\\PC{0,80}", room in 40.0..400.0) {
            let lines = broken(&text, room, usize::MAX);
            prop_assert_eq!(lines.concat(), text);
            for line in lines {
                let letters = line.trim_end_matches([' ', '\u{3000}']);
                prop_assert!(width(letters, &STYLE) <= room || letters.graphemes(true).count() == 1);
            }
        }
    }
}
