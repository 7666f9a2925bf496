//! A document as one HTML file: no script, nothing loaded, light and dark.

use crate::markup::escaped;
use crate::prose::{self, Kind, Paragraph, Run};
use cairn_charts::{Role, Scene};
use cairn_core::document::{Block, Document, Fact, Grid, GridCell, Section, Tone};
use cairn_core::words::say;

/// What the file may load: nothing but its own styles and pictures within it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// Writes a document, which is clean.
pub(crate) fn html(document: &Document) -> String {
    let title = escaped(&document.title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>{title}</title>\n<style>\n{}{}</style>\n</head>\n<body>\n<main>\n<header>\n",
        colours(),
        include_str!("page.css"),
    );
    element(&mut out, "p", "quiet", &document.product);
    element(&mut out, "h1", "", &document.title);
    element(&mut out, "p", "quiet", &document.when);
    out.push_str("</header>\n");
    document.sections.iter().for_each(|part| section(&mut out, part));
    out.push_str("</main>\n<footer>\n");
    element(&mut out, "p", "", &document.footer);
    element(&mut out, "p", "", &document.basis);
    out.push_str("</footer>\n</body>\n</html>\n");
    out
}

/// The colours of both themes as variables.
fn colours() -> String {
    let of = |colour: fn(Role) -> &'static str| -> String {
        Role::ALL.iter().map(|role| format!("--{}:{};", role.token(), colour(*role))).collect()
    };
    let (light, dark) = (of(Role::light), of(Role::dark));
    format!(
        ":root{{color-scheme:light dark;{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    )
}

/// Adds an element with a text, unless the text is empty.
fn element(out: &mut String, name: &str, class: &str, text: &str) {
    if !text.is_empty() {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        out.push_str(&format!("<{name}{class}>{}</{name}>\n", escaped(text)));
    }
}

fn section(out: &mut String, section: &Section) {
    let class = match (section.opening, section.half) {
        (true, _) => " class=\"opening\"",
        (false, true) => " class=\"half\"",
        (false, false) => "",
    };
    out.push_str(&format!("<section{class}>\n"));
    element(out, "p", "quiet", section.label.as_deref().unwrap_or_default());
    element(out, "h2", "", &section.title.text);
    element(out, "p", "quiet", section.lead.as_ref().map_or("", |lead| lead.text.as_str()));
    section.blocks.iter().for_each(|part| block(out, part));
    out.push_str("</section>\n");
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Text { words } => element(out, "p", "", &words.text),
        Block::Markdown { words } => markdown(out, &prose::paragraphs(&words.text)),
        Block::Heading { words } => element(out, "h3", "", &words.text),
        Block::Verdict { text, tone } => {
            let class = match tone {
                Tone::Good => "verdict good",
                Tone::Neutral => "verdict",
                Tone::Bad => "verdict bad",
            };
            element(out, "p", class, text);
        }
        Block::Number { value, caption } => {
            out.push_str("<div class=\"number\">\n");
            element(out, "p", "value", value);
            element(out, "p", "quiet", caption);
            out.push_str("</div>\n");
        }
        Block::Facts { facts } => {
            out.push_str("<dl>\n");
            for Fact { label, words } in facts {
                out.push_str(&format!("<dt>{}</dt>\n<dd>{}</dd>\n", escaped(label), escaped(&words.text)));
            }
            out.push_str("</dl>\n");
        }
        Block::Table { table: grid } => table(out, grid),
        Block::Figure { scene } => figure(out, scene),
        Block::Beside { columns } => {
            out.push_str("<div class=\"beside\">\n");
            for column in columns {
                let narrow = column.iter().all(|block| matches!(block, Block::Number { .. }));
                out.push_str(if narrow { "<div class=\"narrow\">\n" } else { "<div>\n" });
                column.iter().for_each(|part| self::block(out, part));
                out.push_str("</div>\n");
            }
            out.push_str("</div>\n");
        }
    }
}

/// A table; how wide its columns are follows from their shares.
fn table(out: &mut String, grid: &Grid) {
    if grid.columns.is_empty() || grid.rows.is_empty() {
        return;
    }
    let shares: u32 = grid.columns.iter().map(|column| u32::from(column.share.max(1))).sum();
    out.push_str("<div class=\"scroll\">\n<table>\n");
    element(out, "caption", "", &grid.name);
    out.push_str("<colgroup>");
    for column in &grid.columns {
        let share = 100.0 * f64::from(column.share.max(1)) / f64::from(shares);
        out.push_str(&format!("<col style=\"width:{share:.1}%\"/>"));
    }
    let classes = grid.columns.iter().map(|column| match (column.end, column.quiet) {
        (true, true) => " class=\"end quiet\"",
        (true, false) => " class=\"end\"",
        (false, true) => " class=\"quiet\"",
        (false, false) => "",
    });
    let classes: Vec<&str> = classes.collect();
    out.push_str("</colgroup>\n");
    if grid.columns.iter().any(|column| !column.head.is_empty()) {
        out.push_str("<thead>\n<tr>");
        for (column, class) in grid.columns.iter().zip(&classes) {
            out.push_str(&format!("<th scope=\"col\"{class}>{}</th>", escaped(&column.head)));
        }
        out.push_str("</tr>\n</thead>\n");
    }
    out.push_str("<tbody>\n");
    for row in &grid.rows {
        out.push_str("<tr>");
        for (cell, class) in row.cells.iter().zip(&classes) {
            out.push_str(&format!("<td{class}>{}{}</td>", escaped(&cell.words.text), small(cell)));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// The smaller line of a cell.
fn small(cell: &GridCell) -> String {
    if cell.small.is_empty() {
        return String::new();
    }
    let run = Run { link: cell.link.clone(), ..Run::plain(&cell.small) };
    format!("<small>{}</small>", inline(&[run]))
}

/// A chart, with the same facts to read below it.
fn figure(out: &mut String, scene: &Scene) {
    out.push_str("<figure>\n");
    // The length so far is a number that no other chart of this file has.
    out.push_str(&cairn_charts::svg_within(scene, &format!("hatch-{}", out.len())));
    let facts = &scene.table;
    if !facts.rows.is_empty() {
        out.push_str(&format!(
            "<details>\n<summary>{}</summary>\n<table>\n",
            escaped(&say("document-as-table"))
        ));
        let row = |name: &str, cells: &[String]| -> String {
            let cells: String =
                cells.iter().map(|cell| format!("<{name}>{}</{name}>", escaped(cell))).collect();
            format!("<tr>{cells}</tr>\n")
        };
        out.push_str(&format!("<thead>\n{}</thead>\n<tbody>\n", row("th", &facts.columns)));
        facts.rows.iter().for_each(|cells| out.push_str(&row("td", cells)));
        out.push_str("</tbody>\n</table>\n</details>\n");
    }
    out.push_str("</figure>\n");
}

/// Free text, with its lists as lists within each other.
fn markdown(out: &mut String, paragraphs: &[Paragraph]) {
    let mut lists: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(paragraph) = paragraphs.get(at) {
        // What goes on stands in the same paragraph, on a line of its own.
        let more =
            paragraphs[at + 1..].iter().take_while(|next| next.goes_on && next.depth == paragraph.depth);
        let same: Vec<String> =
            paragraphs[at..=at + more.count()].iter().map(|part| inline(&part.runs)).collect();
        at += same.len();
        let text = same.join(if paragraph.kind == Kind::Code { "\n" } else { "<br/>\n" });
        let item = match paragraph.kind {
            Kind::Dot => Some(("ul", String::new())),
            Kind::Number(number) => Some(("ol", format!(" start=\"{number}\""))),
            _ => None,
        };
        close(out, &mut lists, paragraph.depth);
        match (item, paragraph.kind) {
            (Some((name, start)), _) => {
                if lists.len() == paragraph.depth && lists.last() != Some(&name) {
                    close(out, &mut lists, paragraph.depth - 1);
                }
                if lists.len() == paragraph.depth {
                    out.push_str("</li>\n<li>");
                }
                while lists.len() < paragraph.depth {
                    out.push_str(&format!("<{name}{start}>\n<li>"));
                    lists.push(name);
                }
                out.push_str(&text);
            }
            (None, Kind::Heading(_)) => out.push_str(&format!("<h3>{text}</h3>\n")),
            (None, Kind::Code) => out.push_str(&format!("<pre>{text}</pre>\n")),
            (None, _) => out.push_str(&format!("<p>{text}</p>\n")),
        }
    }
    close(out, &mut lists, 0);
}

/// Closes lists until only so many are open.
fn close(out: &mut String, lists: &mut Vec<&str>, depth: usize) {
    while lists.len() > depth {
        let name = lists.pop().unwrap_or_default();
        out.push_str(&format!("</li>\n</{name}>\n"));
    }
}

fn inline(runs: &[Run]) -> String {
    let marked = runs.iter().map(|run| {
        let mut text = escaped(&run.text);
        for (marked, name) in [(run.code, "code"), (run.emphasis, "em"), (run.strong, "strong")] {
            if marked {
                text = format!("<{name}>{text}</{name}>");
            }
        }
        match &run.link {
            Some(link) => format!("<a href=\"{}\" rel=\"noreferrer\">{text}</a>", escaped(link)),
            None => text,
        }
    });
    marked.collect()
}
