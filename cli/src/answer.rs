//! What a verb answers: JSON or text, and what went wrong.

use cairn_core::{Error, Failure, words};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// How wide a table may get, in columns of a terminal.
const WIDTH: usize = 100;
/// The narrowest a column that gives way becomes.
const NARROWEST: usize = 20;
/// What stands where there is nothing to tell.
pub const NOTHING: &str = "–";

/// The answer of a verb in both forms.
#[derive(Debug)]
pub struct Answer {
    /// As JSON.
    pub json: String,
    /// As text.
    pub text: String,
    /// Whether it tells of something wrong: then the exit code is 1.
    pub wrong: bool,
}

impl Answer {
    /// An answer that tells of nothing wrong.
    pub fn new(json: &impl Serialize, text: String) -> Self {
        // The answers are plain structs of this crate: they always turn into JSON.
        let json = serde_json::to_string_pretty(json).unwrap_or_default();
        Self { json, text, wrong: false }
    }
}

/// Why a verb gave no answer.
#[derive(Debug)]
pub enum Stop {
    /// It failed; nothing was changed.
    Failure(Error),
    /// It was not said right.
    Usage(String),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failure(error)
    }
}

/// The result of a verb.
pub type Told<T = Answer> = std::result::Result<T, Stop>;

/// An error as stderr tells it: what happened and what is safe, then what to do. Where the window's
/// hint is of no use in a terminal, the catalogue has one under `cli-` and the key.
pub fn failure_text(error: &Error) -> String {
    let failure = Failure::from(error);
    let own = match error {
        Error::Invalid { key, .. } | Error::NotFound { key, .. } => {
            let hint = format!("cli-{key}-hint");
            Some(words::say(&hint)).filter(|said| *said != hint)
        }
        Error::Missing { .. } | Error::Damaged { .. } => Some(words::say("cli-restore-hint")),
        _ => None,
    };
    match own.or(failure.hint) {
        Some(hint) => format!("{}\n{hint}", failure.message),
        None => failure.message,
    }
}

/// Text from a file as a terminal may show it: characters that steer a terminal or hide become
/// marks, line breaks become spaces.
pub fn plain(text: &str) -> String {
    let mark = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' => '\u{FFFD}',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    };
    text.chars().map(mark).collect()
}

/// How a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// From the left.
    Left,
    /// From the right, for numbers.
    Right,
    /// From the left, and it gives way where the table gets too wide.
    Gives,
}

/// Lays rows out as aligned columns, at most [`WIDTH`] wide if a column gives way.
pub fn table(columns: &[Column], rows: &[Vec<String>]) -> String {
    let cells: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
    let mut widths: Vec<usize> = (0..columns.len())
        .map(|at| cells.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).max().unwrap_or(0))
        .collect();
    // The columns that give way get the largest width at which the table fits.
    let fits = |most: &usize| {
        let capped = widths.iter().zip(columns).map(|(width, column)| match column {
            Column::Gives => *width.min(most),
            Column::Left | Column::Right => *width,
        });
        capped.sum::<usize>() + 2 * columns.len().saturating_sub(1) <= WIDTH
    };
    let most = (NARROWEST..=WIDTH).rev().find(fits).unwrap_or(NARROWEST);
    for (width, _) in widths.iter_mut().zip(columns).filter(|(_, column)| **column == Column::Gives) {
        *width = (*width).min(most);
    }
    let mut text = String::new();
    for row in &cells {
        let mut line = String::new();
        for (at, ((cell, width), column)) in row.iter().zip(&widths).zip(columns).enumerate() {
            let cell = shortened(cell, *width);
            let space = " ".repeat(width - cell.width().min(*width));
            if at > 0 {
                line.push_str("  ");
            }
            match column {
                Column::Right => line.extend([space.as_str(), cell.as_str()]),
                Column::Left | Column::Gives => line.extend([cell.as_str(), space.as_str()]),
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A text in at most `width` columns.
fn shortened(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    for letter in text.chars() {
        let mut longer = short.clone();
        longer.push(letter);
        if longer.width() + 1 > width {
            break;
        }
        short = longer;
    }
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_title_gives_way_to_the_dates() {
        let rows = [
            vec!["1".into(), "short".into(), "2026-03-04".into()],
            vec!["10".into(), "long ".repeat(30), "2026-03-05".into()],
        ];
        let text = table(&[Column::Right, Column::Gives, Column::Left], &rows);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].starts_with(" 1  short ") && lines[0].ends_with("  2026-03-04"));
        assert!(lines[1].contains("…  2026-03-05"));
        assert!(lines.iter().all(|line| line.width() == 100), "{text}");
    }

    #[test]
    fn several_columns_give_way_as_little_as_they_have_to() {
        let rows = [vec!["a".repeat(30), "b".repeat(90), "c".repeat(200)]];
        let text = table(&[Column::Left, Column::Gives, Column::Gives], &rows);
        assert_eq!(text, format!("{}  {}…  {}…\n", "a".repeat(30), "b".repeat(32), "c".repeat(32)));
        let rows = [vec!["a".repeat(40), "b".repeat(90)]];
        let text = table(&[Column::Gives, Column::Gives], &rows);
        assert_eq!(text, format!("{}  {}…\n", "a".repeat(40), "b".repeat(57)));
    }

    #[test]
    fn nothing_from_a_file_steers_the_terminal() {
        assert_eq!(plain("a\u{1b}[31mb\nc\u{202E}d"), "a\u{FFFD}[31mb c\u{FFFD}d");
    }
}
