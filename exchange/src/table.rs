//! Tables in text: delimiter, header and rows of CSV and its relatives.
//!
//! Rows are read one after the other from the text, so that a large file is never held twice.

use crate::refusal::Refusal;
use csv::{ReaderBuilder, StringRecord};

/// Tables with more columns than this are refused.
pub const MOST_COLUMNS: usize = 1_000;
/// Tables with more rows than this are refused.
pub const MOST_ROWS: usize = 1_000_000;
/// Rows with a longer cell, in bytes, are left out.
pub const LONGEST_CELL: usize = 1024 * 1024;

/// How much of the text is looked at to find delimiter and header.
const LOOKED_AT: usize = 256 * 1024;
/// How many records are looked at.
const RECORDS_LOOKED_AT: usize = 200;
/// A header may have this many records above it.
const BANNER: usize = 40;

/// A text that was recognised as a table.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    text: &'a str,
    /// What separates the cells.
    pub delimiter: u8,
    /// The header, trimmed; the same word may stand in it more than once.
    pub header: Vec<String>,
    /// How many lines with something in them stand above the header.
    pub banner: usize,
    body: usize,
}

/// One row of a table.
#[derive(Debug)]
pub struct Row<'r> {
    /// Line of the file the row starts at, from 1.
    pub line: usize,
    /// The cells as written.
    pub cells: &'r StringRecord,
    /// How the row fits the header.
    pub fit: Fit,
}

/// How a row fits the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// As many cells as columns; further cells that are all blank don't matter.
    Exact,
    /// Cells are missing at the end.
    Short,
    /// There are more filled cells than columns.
    Long,
    /// A cell is longer than [`LONGEST_CELL`].
    Huge,
    /// A quote is opened and never closed, so the row swallowed the rest of the file.
    Unclosed,
}

impl<'a> Table<'a> {
    /// Finds delimiter and header of a text. `is_known` says whether a cell is a word that heads
    /// columns; `delimiter` settles what separates the cells.
    ///
    /// # Errors
    /// Refuses a text that is no table, and one with too many columns.
    pub fn open(
        text: &'a str,
        delimiter: Option<u8>,
        is_known: &dyn Fn(&str) -> bool,
    ) -> Result<Self, Refusal> {
        let told = told_delimiter(text);
        let sample = sample(text);
        let candidates: &[u8] = match (&delimiter, &told) {
            (Some(one), _) | (None, Some(one)) => std::slice::from_ref(one),
            (None, None) => b",;\t|",
        };
        let best = candidates
            .iter()
            .filter_map(|candidate| Guess::of(sample, *candidate, is_known))
            .reduce(|best, other| if other.score > best.score { other } else { best });
        let Some(best) = best.filter(Guess::is_table) else {
            return Err(Refusal::new("import-no-table"));
        };
        if best.header.len() > MOST_COLUMNS {
            return Err(Refusal::with("import-too-many-columns", "most", MOST_COLUMNS));
        }
        Ok(Self {
            text,
            delimiter: best.delimiter,
            header: best.header,
            banner: best.banner,
            body: best.body,
        })
    }

    /// Starts to read the rows below the header.
    pub fn rows(&self) -> Rows<'a> {
        let rest = self.text.get(self.body..).unwrap_or_default();
        let mut lines = Lines::new(self.text);
        lines.line_at(self.body);
        Rows {
            reader: reader(rest, self.delimiter),
            lines,
            body: self.body,
            text: self.text,
            width: self.header.len(),
        }
    }

    /// Returns how many bytes the rows take.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is nothing in the text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// Opens a reader over a text that takes rows of any width.
pub(crate) fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// The rows of a table, one at a time.
pub struct Rows<'a> {
    reader: csv::Reader<&'a [u8]>,
    lines: Lines<'a>,
    text: &'a str,
    body: usize,
    width: usize,
}

impl Rows<'_> {
    /// Reads the next row into `record`; rows without anything in them are passed over.
    pub fn next<'r>(&mut self, record: &'r mut StringRecord) -> Option<Row<'r>> {
        loop {
            match self.reader.read_record(record) {
                Ok(true) => {}
                Ok(false) | Err(_) => return None,
            }
            let from =
                self.body + usize::try_from(record.position().map_or(0, csv::Position::byte)).unwrap_or(0);
            let to = self.at();
            let from = from
                + self
                    .text
                    .get(from..to)
                    .map_or(0, |raw| raw.len() - raw.trim_start_matches(['\r', '\n']).len());
            let line = self.lines.line_at(from);
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let raw = self.text.get(from..to).unwrap_or_default();
            let fit = fit(record, raw, self.width, to == self.text.len());
            return Some(Row { line, cells: record, fit });
        }
    }

    /// Returns how many bytes of the text are behind.
    pub fn at(&self) -> usize {
        self.body + usize::try_from(self.reader.position().byte()).unwrap_or(0)
    }
}

fn fit(record: &StringRecord, raw: &str, width: usize, last: bool) -> Fit {
    let unclosed = last
        && record.iter().any(|cell| cell.contains('\n'))
        && memchr::memchr_iter(b'"', raw.as_bytes()).count() % 2 == 1;
    if unclosed {
        Fit::Unclosed
    } else if record.iter().any(|cell| cell.len() > LONGEST_CELL) {
        Fit::Huge
    } else if record.len() < width {
        Fit::Short
    } else if record.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
        Fit::Long
    } else {
        Fit::Exact
    }
}

/// Counts lines up to places that only move forward.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
    ending: u8,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let ending = if text.contains('\n') { b'\n' } else { b'\r' };
        Self { text: text.as_bytes(), at: 0, line: 1, ending }
    }

    fn line_at(&mut self, byte: usize) -> usize {
        if let Some(passed) = self.text.get(self.at..byte) {
            self.line += memchr::memchr_iter(self.ending, passed).count();
            self.at = byte;
        }
        self.line
    }
}

/// Reads the first line `sep=;` by which a file tells Excel its delimiter.
fn told_delimiter(text: &str) -> Option<u8> {
    let line = text.lines().next().unwrap_or_default().trim().trim_matches('"');
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some([one]) => Some(*one),
        _ => None,
    }
}

/// The first part of the text, cut after a line.
fn sample(text: &str) -> (&str, bool) {
    if text.len() <= LOOKED_AT {
        return (text, true);
    }
    let bytes = text.as_bytes().get(..LOOKED_AT).unwrap_or_default();
    let cut = memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1);
    match text.get(..cut) {
        Some(part) if cut > 0 => (part, false),
        _ => (text, true),
    }
}

/// What a text looks like with one delimiter.
struct Guess {
    delimiter: u8,
    header: Vec<String>,
    known: usize,
    /// Share of the records from the header on that are as wide as it.
    even: f64,
    records: usize,
    banner: usize,
    body: usize,
    score: f64,
}

impl Guess {
    fn of((text, whole): (&str, bool), delimiter: u8, is_known: &dyn Fn(&str) -> bool) -> Option<Self> {
        let mut reader = reader(text, delimiter);
        let mut records: Vec<(StringRecord, usize)> = Vec::new();
        let mut record = StringRecord::new();
        while records.len() < RECORDS_LOOKED_AT && matches!(reader.read_record(&mut record), Ok(true)) {
            let end = usize::try_from(reader.position().byte()).unwrap_or(0);
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                records.push((record.clone(), end));
            }
        }
        if !whole && records.len() > 1 && records.len() < RECORDS_LOOKED_AT {
            records.pop();
        }
        let hint =
            |record: &StringRecord| record.iter().next().is_some_and(|cell| cell.trim().starts_with("sep="));
        let known = |record: &StringRecord| record.iter().filter(|cell| is_known(cell)).count();
        let above = records.iter().take(BANNER);
        let best = above.clone().map(|(record, _)| known(record)).max().unwrap_or(0);
        let width = usual_width(&records);
        let header = if best == 0 {
            above.clone().position(|(record, _)| {
                !hint(record)
                    && record.len() == width
                    && record.iter().filter(|cell| !cell.trim().is_empty()).count() * 10 >= width * 6
            })?
        } else {
            above.clone().position(|(record, _)| known(record) * 2 >= best && known(record) >= best.min(2))?
        };
        let (record, body) = records.get(header)?;
        let columns = record.len();
        let below = records.iter().skip(header);
        let even = below.clone().filter(|(record, _)| record.len() == columns).count() as f64
            / below.clone().count().max(1) as f64;
        let score = best as f64 * 3.0
            + even * if columns > 1 { 5.0 } else { 1.0 }
            + columns.min(10) as f64 * if even > 0.5 { 0.2 } else { 0.0 };
        Some(Self {
            delimiter,
            header: record.iter().map(|cell| cell.trim().to_owned()).collect(),
            known: best,
            even,
            records: below.count(),
            banner: records.iter().take(header).filter(|(record, _)| !hint(record)).count(),
            body: *body,
            score,
        })
    }

    fn is_table(&self) -> bool {
        if self.known > 0 {
            // A lone known word in running text is no header.
            return self.header.len() == 1 || self.known > 1 || self.even >= 0.5;
        }
        self.header.len() > 1 && self.records > 1 && self.even >= 0.8
    }
}

/// The number of cells most records have.
fn usual_width(records: &[(StringRecord, usize)]) -> usize {
    let mut counts: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for (record, _) in records {
        *counts.entry(record.len()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::field_of;

    fn open(text: &str) -> Result<Table<'_>, Refusal> {
        Table::open(text, None, &|cell| field_of(cell).is_some())
    }

    /// Shows a table as its delimiter, its header and its rows, each with its line.
    fn show(text: &str) -> String {
        let table = match open(text) {
            Ok(table) => table,
            Err(refusal) => return refusal.key.to_owned(),
        };
        let mut shown = format!("{} {}", char::from(table.delimiter), table.header.join("/"));
        let mut rows = table.rows();
        let mut record = StringRecord::new();
        while let Some(row) = rows.next(&mut record) {
            let fit = if row.fit == Fit::Exact { String::new() } else { format!(" {:?}", row.fit) };
            shown += &format!("\n{}: {}{fit}", row.line, row.cells.iter().collect::<Vec<_>>().join("/"));
        }
        shown
    }

    #[test]
    fn each_delimiter_is_found() {
        for delimiter in [",", ";", "\t", "|"] {
            let text = "ID*Title*State\n1*One, and; more*Done\n2*Two*Open\n".replace('*', delimiter);
            let text = text.replace("One, and; more", "\"One, and; more\"");
            assert_eq!(
                show(&text),
                format!("{delimiter} ID/Title/State\n2: 1/One, and; more/Done\n3: 2/Two/Open")
            );
        }
    }

    #[test]
    fn cells_over_several_lines_keep_the_line_numbers_right() {
        let text = "Title,Notes\r\nA,\"one\r\ntwo\r\nthree\"\r\n\r\nB,x\r\n";
        assert_eq!(show(text), ", Title/Notes\n2: A/one\r\ntwo\r\nthree\n6: B/x");
    }

    #[test]
    fn lines_above_the_header_are_left_out() {
        let text = "Backlog of the team;;\nas of today;;\n\nTitle;Status;Points\nA;Done;3\n";
        assert_eq!(show(text), "; Title/Status/Points\n5: A/Done/3");
        assert_eq!(open(text).unwrap().banner, 2);
        assert_eq!(show("sep=;\nTitle;Status\nA;Done\n"), "; Title/Status\n3: A/Done");
    }

    #[test]
    fn rows_of_another_width_are_told() {
        let text = "Title,State,Size\nA,Done\nB,Done,1,\nC,Done,1,2\nD,Open,1\n";
        assert_eq!(
            show(text),
            ", Title/State/Size\n2: A/Done Short\n3: B/Done/1/\n4: C/Done/1/2 Long\n5: D/Open/1"
        );
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told() {
        assert_eq!(
            show("Title,State\nA,Done\n\"B,Done\nC,Open\n"),
            ", Title/State\n2: A/Done\n3: B,Done\nC,Open\n Unclosed"
        );
    }

    #[test]
    fn one_column_of_titles_is_a_table() {
        assert_eq!(show("Title\nPay by card, or cash\nPrint\n").lines().count(), 3);
        assert_eq!(show("Title\nPay\nPrint"), ", Title\n2: Pay\n3: Print");
    }

    #[test]
    fn a_letter_is_no_table() {
        assert_eq!(
            show("Dear all,\n\nthis is, as said, a text.\nIt has lines, and more.\nBye\n"),
            "import-no-table"
        );
        assert_eq!(show("just a word"), "import-no-table");
        assert_eq!(show(&format!("Title,{}\n", "x,".repeat(1001))), "import-too-many-columns");
    }

    #[test]
    fn old_line_ends_are_counted_too() {
        assert_eq!(show("Title,State\rA,Done\rB,Open\r"), ", Title/State\n2: A/Done\n3: B/Open");
    }
}
