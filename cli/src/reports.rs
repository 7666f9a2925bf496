//! Documents: the Review pack and the reports, written as PDF, HTML, Markdown or PowerPoint.

use crate::answer::{Answer, Told, plain};
use crate::asked::{Assumed, Question};
use crate::desk::Desk;
use crate::named;
use cairn_core::call::{Reply, Request, call};
use cairn_core::report::{Cut, Report};
use cairn_core::review::{FollowUp, SectionLine};
use cairn_core::words::{say, tell};
use cairn_core::{Error, Product, Result};
use cairn_host::documents;
use cairn_host::request::{DocumentFormat, Paper};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Where a document goes, and what goes with it.
#[derive(Debug, Args)]
pub struct Out {
    /// The file to write: its ending says what it becomes, .pdf, .html, .md or .pptx
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Paper instead of slides, for a PDF
    #[arg(long, value_enum, requires = "out")]
    pub paper: Option<Sheet>,
    /// Let private notes go along, this once
    #[arg(long)]
    pub private_notes: bool,
    /// Write over a file that is there
    #[arg(long, requires = "out")]
    pub force: bool,
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sheet {
    /// 210 by 297 mm
    A4,
    /// 8.5 by 11 inches
    Letter,
}

/// Arguments of `review`.
#[derive(Debug, Args)]
pub struct Review {
    /// Number of the Sprint it looks at [default: the running one, else the last that is over]
    #[arg(long, value_name = "N")]
    pub sprint: Option<u32>,
    /// Tell what is to be done after it
    #[arg(long, conflicts_with = "out")]
    pub after: bool,
    /// Where the pack goes; without it, what its sections say is told.
    #[command(flatten)]
    pub out: Out,
}

/// Which report.
#[derive(Debug, Subcommand)]
pub enum Reports {
    /// The Product Goal on one page
    Goal {
        /// Where it goes.
        #[command(flatten)]
        out: Out,
    },
    /// The answer to a question on one page
    Forecast {
        /// The question.
        #[command(flatten)]
        question: Box<Question>,
        /// What the answer assumes.
        #[command(flatten)]
        assumed: Box<Assumed>,
        /// For whom it is
        #[arg(long, value_name = "PERSON")]
        told: Option<String>,
        /// Where it goes.
        #[command(flatten)]
        out: Out,
    },
    /// The page about a person
    Person {
        /// Name or number
        #[arg(value_name = "PERSON")]
        person: String,
        /// Where it goes.
        #[command(flatten)]
        out: Out,
    },
    /// The backlog, to read
    Backlog {
        /// For whom
        #[arg(long = "for", value_enum)]
        cut: Reader,
        /// Where it goes.
        #[command(flatten)]
        out: Out,
    },
    /// The decisions that were taken
    Decisions {
        /// Where it goes.
        #[command(flatten)]
        out: Out,
    },
}

/// For whom a backlog is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Reader {
    /// With open questions and examples
    Developers,
    /// With dates and whose need it is
    Stakeholders,
    /// What comes, without names and numbers
    Customers,
}

/// What was written, in JSON.
#[derive(Debug, Serialize)]
struct Written {
    file: String,
    title: String,
    goes_out: Vec<String>,
    note: Option<String>,
}

/// `review`: the pack of a Sprint Review.
pub fn review(desk: &Desk, asked: Review) -> Told {
    let mut product = desk.read()?;
    let sprint = match asked.sprint {
        Some(number) => product.sprint_of_number(number)?,
        None => usual(&product)?,
    };
    if asked.after {
        let after = product.follow_up(sprint)?;
        let text = follow_up(&after);
        return Ok(Answer::new(&after, text));
    }
    if asked.out.out.is_none() {
        let review = product.review(sprint)?;
        let text: String = review.sections.iter().map(line).collect();
        return Ok(Answer::new(&review.sections, text));
    }
    write(desk, &mut product, Report::Review { sprint }, &asked.out)
}

/// The running Sprint, else the last one that has begun, else the last.
fn usual(product: &Product) -> Result<cairn_core::ids::SprintId> {
    let today = product.today();
    let sprints = product.sprints();
    let begun = sprints.iter().filter(|sprint| sprint.fields.first.is_some_and(|first| first <= today));
    let found = begun.max_by_key(|sprint| sprint.fields.first).or(sprints.last());
    found.map(|sprint| sprint.id).ok_or_else(|| Error::invalid("sprint", "cli-error-no-sprint"))
}

fn line(line: &SectionLine) -> String {
    let mark = if line.fields.shown { "x" } else { " " };
    let missing = line.missing.as_ref().map(|missing| format!("      {}\n", plain(missing)));
    format!("[{mark}] {}: {}\n{}", plain(&line.name), plain(&line.said), missing.unwrap_or_default())
}

fn follow_up(after: &FollowUp) -> String {
    if after.lines.is_empty() {
        return say("cli-nothing-to-follow") + "\n";
    }
    after.lines.iter().map(|line| format!("- {}\n", plain(&line.text))).collect()
}

/// `report`: the other documents.
pub fn report(desk: &Desk, which: Reports) -> Told {
    let mut product = desk.read()?;
    let (report, out) = match which {
        Reports::Goal { out } => (Report::Goal, out),
        Reports::Forecast { question, assumed, told, out } => {
            let (assumptions, _) = assumed.assumptions(desk)?;
            let told = told.map(|name| named::person(&product, &name)).transpose()?;
            (Report::Forecast { asked: question.of(&product)?, assumptions, told }, out)
        }
        Reports::Person { person, out } => (Report::Person { id: named::person(&product, &person)? }, out),
        Reports::Backlog { cut, out } => {
            let cut = match cut {
                Reader::Developers => Cut::Developers,
                Reader::Stakeholders => Cut::Stakeholders,
                Reader::Customers => Cut::Customers,
            };
            (Report::Backlog { cut }, out)
        }
        Reports::Decisions { out } => (Report::Decisions, out),
    };
    write(desk, &mut product, report, &out)
}

/// Writes a document; without a file, tells it as Markdown.
fn write(desk: &Desk, product: &mut Product, report: Report, out: &Out) -> Told {
    let asked = Request::Document { report, private_notes: out.private_notes };
    let Reply::Document(document) = call(product, asked, desk.now)? else {
        return Err(Error::invalid("report", "error-internal").into());
    };
    let Some(file) = &out.out else {
        let text = documents::markdown(&document)?;
        return Ok(Answer::new(&text, text.lines().map(|line| plain(line) + "\n").collect()));
    };
    let format = format(file, out.paper)?;
    if file.exists() && !out.force {
        return Err(refused("cli-error-document-exists", file).into());
    }
    let note = documents::write(&document, file, format)?.note;
    let written = Written {
        file: file.display().to_string(),
        title: document.title.clone(),
        goes_out: document.goes_out.clone(),
        note,
    };
    let mut text =
        tell("cli-drawn", &[("file", plain(&written.file).into()), ("title", plain(&written.title).into())])
            + "\n";
    text.extend(written.goes_out.iter().chain(&written.note).map(|line| format!("- {}\n", plain(line))));
    Ok(Answer::new(&written, text))
}

/// What a file becomes, by its ending.
fn format(file: &Path, paper: Option<Sheet>) -> Result<DocumentFormat> {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let paper = paper.map(|sheet| match sheet {
        Sheet::A4 => Paper::A4,
        Sheet::Letter => Paper::Letter,
    });
    match (ending.as_deref(), paper) {
        (Some("pdf"), paper) => Ok(DocumentFormat::Pdf { paper }),
        (_, Some(_)) => Err(refused("cli-error-paper", file)),
        (Some("html" | "htm"), None) => Ok(DocumentFormat::Html),
        (Some("md" | "markdown"), None) => Ok(DocumentFormat::Markdown),
        (Some("pptx"), None) => Ok(DocumentFormat::Slides),
        _ => Err(refused("cli-error-document-ending", file)),
    }
}

fn refused(key: &'static str, file: &Path) -> Error {
    Error::invalid_with("out", key, [("path", file.display().to_string())])
}
