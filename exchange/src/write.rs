//! Writing the backlog as CSV, safe to open in a spreadsheet and readable by the importer again.

use cairn_core::backlog::State;
use cairn_core::words;
use chrono::NaiveDate;

/// One row of an export, in the words of the product. What a person may not see out there (private
/// notes) has no place in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExportRow {
    /// Place in the order, from 1; Done and not-doing items have none.
    pub position: Option<usize>,
    /// Cairn's own key of the item.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Story, bug, …
    pub kind: Option<String>,
    /// Where it stands.
    pub state: Option<State>,
    /// Size as the Developers gave it.
    pub size: Option<f64>,
    /// Id in the tool it was imported from.
    pub external_id: Option<String>,
    /// Id of the item it is part of.
    pub part_of: Option<String>,
    /// Labels.
    pub labels: Vec<String>,
    /// Names of those who want it.
    pub wanted_by: Vec<String>,
    /// Day it was finished.
    pub done_on: Option<NaiveDate>,
    /// Forecast days by their likelihood in percent.
    pub forecast: Vec<(u8, Option<NaiveDate>)>,
    /// The longer text.
    pub body: Option<String>,
    /// Address in the other tool.
    pub url: Option<String>,
    /// Sprint it belongs to.
    pub sprint: Option<String>,
    /// Day it was created.
    pub created_on: Option<NaiveDate>,
    /// Day work started.
    pub started_on: Option<NaiveDate>,
}

/// How a CSV is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvStyle {
    /// Whether a `'` is set before text a spreadsheet would run as a formula. Without it every cell
    /// is as in the product (lossless), which is for programs, not for spreadsheets.
    pub guard: bool,
    /// Whether a byte order mark tells Excel that this is UTF-8.
    pub mark: bool,
    /// What separates the cells.
    pub delimiter: u8,
}

impl Default for CsvStyle {
    fn default() -> Self {
        Self { guard: true, mark: false, delimiter: b',' }
    }
}

/// Writes rows as CSV: a header, then a line for each row, with CRLF as RFC 4180 asks for.
pub fn write_csv(rows: &[ExportRow], style: CsvStyle) -> Vec<u8> {
    let mut levels: Vec<u8> =
        rows.iter().flat_map(|row| row.forecast.iter().map(|(level, _)| *level)).collect();
    levels.sort_unstable();
    levels.dedup();
    let start = if style.mark { b"\xEF\xBB\xBF".to_vec() } else { Vec::new() };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(style.delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(start);
    let mut header: Vec<String> = [
        "export-position",
        "export-id",
        "export-title",
        "export-kind",
        "export-state",
        "export-size",
        "export-external-id",
        "export-part-of",
        "export-labels",
        "export-wanted-by",
        "export-done-on",
    ]
    .into_iter()
    .map(words::say)
    .collect();
    header.extend(levels.iter().map(|level| format!("P{level}")));
    header.extend(
        ["export-sprint", "export-created-on", "export-started-on", "export-url", "export-body"]
            .into_iter()
            .map(words::say),
    );
    // Writing to memory does not fail.
    let _ = writer.write_record(&header);
    for row in rows {
        let text = |text: &str| if style.guard { guarded(text) } else { text.to_owned() };
        let maybe = |value: &Option<String>| value.as_deref().map(text).unwrap_or_default();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let mut cells = vec![
            row.position.map(|position| position.to_string()).unwrap_or_default(),
            text(&row.id),
            text(&row.title),
            maybe(&row.kind),
            row.state.map(|state| words::say(state_key(state))).unwrap_or_default(),
            row.size.map(|size| size.to_string()).unwrap_or_default(),
            maybe(&row.external_id),
            maybe(&row.part_of),
            text(&row.labels.join("; ")),
            text(&row.wanted_by.join("; ")),
            day(row.done_on),
        ];
        for level in &levels {
            cells.push(day(row.forecast.iter().find(|(other, _)| other == level).and_then(|(_, day)| *day)));
        }
        cells.extend([
            maybe(&row.sprint),
            day(row.created_on),
            day(row.started_on),
            maybe(&row.url),
            maybe(&row.body),
        ]);
        let _ = writer.write_record(&cells);
    }
    writer.into_inner().unwrap_or_default()
}

fn state_key(state: State) -> &'static str {
    match state {
        State::Idea => "export-state-idea",
        State::NeedsConversation => "export-state-needs-conversation",
        State::Ready => "export-state-ready",
        State::InSprint => "export-state-in-sprint",
        State::Done => "export-state-done",
        State::NotDoing => "export-state-not-doing",
    }
}

/// Sets a `'` before text a spreadsheet would run, and before text that already looks so guarded,
/// so that taking one off gives back every text.
pub fn guarded(text: &str) -> String {
    if text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::unguarded;

    #[test]
    fn formulas_are_guarded_and_every_text_comes_back() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "''=1"] {
            assert_eq!(guarded(text), format!("'{text}"));
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["plain", "'quoted'", "", "1-2"] {
            assert_eq!((guarded(text).as_str(), unguarded(text)), (text, text));
        }
    }

    #[test]
    fn an_export_has_a_header_and_a_line_for_each_row() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 4);
        let row = ExportRow {
            position: Some(1),
            id: "7".into(),
            title: "=HYPERLINK(\"x\")".into(),
            state: Some(State::Ready),
            size: Some(3.0),
            forecast: vec![(85, day), (50, None)],
            ..ExportRow::default()
        };
        let text = String::from_utf8(write_csv(std::slice::from_ref(&row), CsvStyle::default())).unwrap();
        assert_eq!(
            text,
            "Position,ID,Title,Kind,State,Size,External ID,Part of,Labels,Wanted by,Done on,P50,P85,Sprint,Created on,Started on,URL,Description\r\n\
             1,7,\"'=HYPERLINK(\"\"x\"\")\",,ready,3,,,,,,,2026-03-04,,,,,\r\n"
        );
        let marked = write_csv(&[row], CsvStyle { mark: true, guard: false, ..CsvStyle::default() });
        assert!(marked.starts_with(b"\xEF\xBB\xBFPosition") && !marked.contains(&b'\''));
    }
}
