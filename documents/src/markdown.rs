//! A document as Markdown (CommonMark, tables as GitHub has them).

use crate::prose::{self, Kind, Paragraph, Run};
use cairn_core::document::{Block, Document, Fact, Grid, Section};

/// Writes a document, which is clean.
pub(crate) fn markdown(document: &Document) -> String {
    let mut out = Vec::new();
    heading(&mut out, 1, &document.title);
    let about = [&document.product, &document.when].map(|text| escaped(text));
    paragraph(
        &mut out,
        &about.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join("  \n"),
    );
    document.sections.iter().for_each(|part| section(&mut out, part));
    paragraph(&mut out, &escaped(&document.basis));
    paragraph(&mut out, &escaped(&document.footer));
    out.join("\n\n") + "\n"
}

/// Adds a paragraph, unless it is empty.
fn paragraph(out: &mut Vec<String>, text: &str) {
    if !text.is_empty() {
        out.push(text.to_owned());
    }
}

fn heading(out: &mut Vec<String>, level: usize, text: &str) {
    let text = escaped(text);
    if !text.is_empty() {
        out.push(format!("{} {text}", "#".repeat(level)));
    }
}

fn section(out: &mut Vec<String>, section: &Section) {
    heading(out, 2, &section.title.text);
    paragraph(out, &escaped(section.label.as_deref().unwrap_or_default()));
    paragraph(out, &escaped(section.lead.as_ref().map_or("", |lead| lead.text.as_str())));
    blocks(out, &section.blocks);
}

fn blocks(out: &mut Vec<String>, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Text { words } => paragraph(out, &escaped(&words.text)),
            Block::Markdown { words } => free_text(out, &prose::paragraphs(&words.text)),
            Block::Heading { words } => heading(out, 3, &words.text),
            Block::Verdict { text, tone: _ } => paragraph(out, &strong(text)),
            Block::Number { value, caption } => {
                paragraph(out, format!("{} {}", strong(value), escaped(caption)).trim());
            }
            Block::Facts { facts } => {
                let line =
                    |Fact { label, words }: &Fact| format!("- {}: {}", strong(label), escaped(&words.text));
                paragraph(out, &facts.iter().map(line).collect::<Vec<_>>().join("\n"));
            }
            Block::Table { table } => grid(out, table),
            Block::Figure { scene } => {
                paragraph(out, &strong(&scene.title));
                paragraph(out, &escaped(&scene.sentence));
                let facts = &scene.table;
                let columns: Vec<(String, bool)> =
                    facts.columns.iter().map(|head| (cell_text(head), false)).collect();
                let rows = facts.rows.iter().map(|row| row.iter().map(|cell| cell_text(cell)).collect());
                paragraph(out, &table(&columns, rows));
            }
            Block::Beside { columns } => columns.iter().for_each(|column| self::blocks(out, column)),
        }
    }
}

fn grid(out: &mut Vec<String>, grid: &Grid) {
    let columns: Vec<(String, bool)> =
        grid.columns.iter().map(|column| (cell_text(&column.head), column.end)).collect();
    let rows = grid.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| {
            let text = cell_text(&cell.words.text);
            if cell.small.is_empty() {
                return text;
            }
            let small = linked(&cell_text(&cell.small), cell.link.as_deref());
            if text.is_empty() { small } else { format!("{text} ({small})") }
        });
        cells.collect()
    });
    paragraph(out, &table(&columns, rows));
}

/// A table with its headings and whether each column stands at the end of the line.
fn table(columns: &[(String, bool)], rows: impl Iterator<Item = Vec<String>>) -> String {
    if columns.is_empty() {
        return String::new();
    }
    let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let heads: Vec<String> = columns.iter().map(|(head, _)| head.clone()).collect();
    let marks: Vec<String> =
        columns.iter().map(|(_, end)| if *end { "---:" } else { "---" }.to_owned()).collect();
    let mut lines = vec![line(&heads), line(&marks)];
    lines.extend(rows.map(|row| line(&row)));
    lines.join("\n")
}

/// Free text, written anew: what had no meaning when it was read has none here.
fn free_text(out: &mut Vec<String>, paragraphs: &[Paragraph]) {
    const INSET: &str = "    ";
    let mut last: Option<&Paragraph> = None;
    for part in paragraphs {
        let text = inline(&part.runs);
        let inset = INSET.repeat(part.depth.saturating_sub(1));
        let line = match part.kind {
            Kind::Dot if !part.goes_on => format!("{inset}-   {text}"),
            Kind::Number(number) if !part.goes_on => format!("{inset}{:<4}{text}", format!("{number}.")),
            Kind::Heading(_) => format!("### {text}"),
            _ if part.depth > 0 => format!("{inset}{INSET}{text}"),
            _ => text,
        };
        // A list that begins with another number than 1 needs a free line before it.
        let begins = !matches!(part.kind, Kind::Dot | Kind::Number(1));
        match (last, out.last_mut()) {
            (Some(_), Some(open)) if part.goes_on => *open += &format!("\\\n{line}"),
            (Some(last), Some(open)) if part.depth > 0 && last.depth > 0 => {
                let free = if last.depth != part.depth && begins { "\n" } else { "" };
                *open += &format!("{free}\n{line}");
            }
            _ => paragraph(out, &line),
        }
        last = Some(part);
    }
}

fn inline(runs: &[Run]) -> String {
    let mut first = true;
    let marked = runs.iter().map(|run| {
        // Marks hold only beside letters: spaces stand outside of them.
        let text = run.text.trim();
        let start = &run.text[..run.text.len() - run.text.trim_start().len()];
        let end = if text.is_empty() { "" } else { &run.text[run.text.trim_end().len()..] };
        let escaped = match std::mem::take(&mut first) {
            _ if run.code => code(text),
            true => escaped(text),
            false => escaped_within(text),
        };
        let marked = match (run.strong, run.emphasis) {
            _ if text.is_empty() => String::new(),
            (true, true) => format!("***{escaped}***"),
            (true, false) => format!("**{escaped}**"),
            (false, true) => format!("*{escaped}*"),
            (false, false) => escaped,
        };
        format!("{start}{}{end}", linked(&marked, run.link.as_deref()))
    });
    marked.collect()
}

/// A text as code, between more backticks than it has itself.
fn code(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let ticks = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{space}{text}{space}{ticks}")
}

fn strong(text: &str) -> String {
    let text = escaped(text);
    if text.is_empty() { text } else { format!("**{text}**") }
}

/// A text, already escaped, that leads somewhere.
fn linked(text: &str, link: Option<&str>) -> String {
    match link {
        Some(link) if !text.is_empty() => {
            let link: String = link.chars().map(percent_encoded).collect();
            format!("[{text}]({link})")
        }
        _ => text.to_owned(),
    }
}

/// A letter of an address; those that would end it are written by their number.
fn percent_encoded(letter: char) -> String {
    match letter {
        '\\' | '<' | '>' | '|' | '(' | ')' => format!("%{:02X}", u32::from(letter)),
        '&' => "\\&".to_owned(),
        letter => letter.to_string(),
    }
}

/// A text in a cell of a table.
fn cell_text(text: &str) -> String {
    escaped_within(text.trim())
}

/// A text at the start of a line, as text: nothing in it means anything.
fn escaped(text: &str) -> String {
    let text = text.trim();
    let safe = escaped_within(text);
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    if digits > 0 && text[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &safe[..digits], &safe[digits..]);
    }
    if text.starts_with(['#', '+', '-', '=', '>']) { format!("\\{safe}") } else { safe }
}

/// A text within a line.
fn escaped_within(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let entity =
            letter == '&' && letters.peek().is_some_and(|next| next.is_alphanumeric() || *next == '#');
        if entity || matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '$') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}
