//! What can be typed after `cairn`: its verbs and their options.

use crate::asked::{Assumed, Question};
use crate::inbox::Inbox;
use crate::ledger::{Since, Why};
use crate::people::{Contacts, Person, Stakeholders};
use crate::records::{Fields, Known, Records};
use crate::reports::{Reports, Review};
use crate::sprints::{Evidence, Sprints};
use cairn_core::words;
use cairn_core::{Error, Result};
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::str::FromStr;

/// The ordered Product Backlog, its dates and its reasons, for scripts and the terminal.
///
/// ITEM is an id, a key such as LW-12, or the other tool's id. PERSON is a name or a number. DATE is
/// written as 2026-03-04.
/// Exit: 0 done, 1 an error that stderr explains, 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "cairn", version, arg_required_else_help = true, subcommand_required = true)]
pub struct Arguments {
    /// The product file, used in place [default: the product last opened in the window]
    #[arg(long, global = true, value_name = "FILE")]
    pub product: Option<PathBuf>,
    /// Answer as JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make a new product
    Init(Init),
    /// Bring in the items of another tool's export, or a throughput history
    Import(Import),
    /// List the items in order with their dates
    List(List),
    /// Add an item
    Add(Add),
    /// Change fields of an item
    Edit(Change),
    /// Move items to another place in the order
    Move(Move),
    /// Mark items Done
    Done(Done),
    /// Take Done or declined items back into the order
    Reopen(Items),
    /// Decide not to do items
    Decline(Decline),
    /// Split an item into smaller ones
    Split(Split),
    /// Merge items into one, with their labels and wants
    Merge(Merge),
    /// Delete items
    Delete(Items),
    /// Say that somebody wants items; again: how strongly and why
    Want(Want),
    /// Say that somebody no longer wants items
    Unwant(Unwant),
    /// Keep the people and groups who want something, and where they stand
    ///
    /// Fields: name, role, group, power, interest, wished_power and wished_interest (0 to 100),
    /// attitude (neutral, supports, sceptical), cadence (days between two contacts, as 14d).
    #[command(subcommand)]
    Stakeholder(Stakeholders),
    /// Tell what to know of somebody before a meeting
    Person(Person),
    /// Tell whom the order serves by when, and whose needs compete
    Served,
    /// Keep what people need; `want --need` says which items answer it
    ///
    /// Fields: text, person, strength (1 to 3), why, goal (the number of a business goal).
    #[command(subcommand)]
    Need(Records),
    /// Keep what the business is after
    ///
    /// Fields: sentence.
    #[command(subcommand)]
    BusinessGoal(Records),
    /// Log conversations, and tell with whom one is due
    ///
    /// Fields: text, person, day, again_on (the day to talk again).
    #[command(subcommand)]
    Contact(Contacts),
    /// Note a question: its text, then person=PERSON and item=ITEM
    Ask(Fields),
    /// Keep the answer to a question
    Answer(Answer),
    /// Go through the questions
    ///
    /// Fields: text, person, item, answer, answered_on.
    #[command(subcommand)]
    Question(Known),
    /// Keep how two people's needs compete, and what was decided
    ///
    /// Fields: first and second (people), first_item, first_position, first_interest, second_item,
    /// second_position, second_interest, options, decision, follow_up, follow_up_on, day.
    #[command(subcommand)]
    Conflict(Records),
    /// Put notes into the inbox, and make of them what they are
    ///
    /// Fields: text, person, day, sprint (its number), item, reply, replied_on.
    #[command(subcommand)]
    Feedback(Inbox),
    /// Keep what is assumed, and what came of it
    ///
    /// Fields: text, state (untested, holds, fails), state_on.
    #[command(subcommand)]
    Assumption(Records),
    /// Keep what was learnt
    ///
    /// Fields: text, day, assumption (its number).
    #[command(subcommand)]
    Learning(Records),
    /// Keep decisions with their reasons, and what came of them
    ///
    /// Fields: title, day, context, options, decision, effect, look_again, outcome.
    #[command(subcommand)]
    Decision(Records),
    /// Keep what was handed to whom, and what came of it
    ///
    /// Fields: what, who, by, item, result, done_on.
    #[command(subcommand)]
    Delegation(Records),
    /// Tell why an item stands where it does, or keep why it stands above another
    Why(Why),
    /// List why items stand above others, or change that
    ///
    /// Fields: why, above, below, day.
    Pairs {
        /// What to do with them.
        #[command(subcommand)]
        verb: Option<Known>,
    },
    /// Tell what moved, came and went since a day, with the reasons
    #[command(visible_alias = "moves")]
    Since(Since),
    /// List what is not done on purpose, and what is worth another look
    NotDoing,
    /// Tell where value and cost of delay by size disagree with the order
    Scores,
    /// List what may go wrong with open items, what comes latest first
    Risks,
    /// Tell what was done, newest first, with the reasons
    History(History),
    /// Show the backlog as it was at the end of a day
    At(At),
    /// Take the last step back
    Undo,
    /// Bring back the last step that was taken back
    Redo,
    /// Find items of every state that hold all words of a text
    Search(Search),
    /// Write the backlog as .csv, everything as .json, or a copy of the product as .cairn
    Export(Export),
    /// Check the whole product file; exit 1 if something was found
    Check,
    /// List the backups of the product, newest first
    Backups,
    /// Put a backup in the place of the product; what was there is kept
    Restore(Restore),
    /// Close the days of a calendar file of holidays, once each
    Holidays(Holidays),
    /// Name release slices: items that go out together
    #[command(subcommand)]
    Slice(Slice),
    /// Tell when items are done, how many are by a day, and how likely that is; keep what was told
    Forecast(Box<Forecast>),
    /// Tell how often kept forecasts came true
    Calibration,
    /// Draw a chart as a picture
    Chart(Box<Chart>),
    /// Tell what the method would have said over a past, and what came
    Backtest(Backtest),
    /// Keep Sprints: what is selected, how likely it is Done, what became of it
    ///
    /// Fields: number, first, last, goal, name, met (reached, partly, missed).
    #[command(subcommand)]
    Sprint(Sprints),
    /// Tell or keep what a Done item rests on: its Definition of Done, and where it can be tried
    Evidence(Evidence),
    /// Keep rules and examples by which items are confirmed
    ///
    /// Fields: text, item.
    #[command(subcommand)]
    Example(Records),
    /// Keep what the Developers understood of an item, in their words
    ///
    /// Fields: text, item, who, day.
    #[command(subcommand)]
    SaidBack(Records),
    /// Log where what was intended and what was built parted
    ///
    /// Fields: built, intended, cause, item, day.
    #[command(subcommand)]
    Misunderstanding(Records),
    /// Tell what the pack of a Sprint Review says, write it, or tell what is to be done after it
    Review(Review),
    /// Write a document: the goal, a forecast, a person, the backlog, decisions; without a file as Markdown
    #[command(subcommand)]
    Report(Reports),
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// Name of the product [default: the name of the file]
    #[arg(long)]
    pub name: Option<String>,
    /// Make the sample product, with a history before today
    #[arg(long, conflicts_with = "name")]
    pub sample: bool,
    /// Make it out of a complete export in JSON, with its name and its whole history
    #[arg(long, value_name = "FILE", conflicts_with_all = ["name", "sample"])]
    pub from: Option<PathBuf>,
}

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The export: CSV, TSV or JSON
    pub file: PathBuf,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Read a column as a field, for example "Punkte=size"; again for each column. The fields are
    /// title, external-id, internal-id, kind, state, state-group, resolution, finished, size,
    /// labels, parent, body, url, rank, sprint, sprint-start, sprint-end, created, started, done,
    /// updated, state-changed, ignore
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = pair)]
    pub map: Vec<(String, String)>,
    /// Take a state of the other tool for one of Cairn's, for example "QA=in_sprint"
    #[arg(long = "state", value_name = "WORD=STATE", value_parser = pair)]
    pub states: Vec<(String, String)>,
    /// Name of the encoding [default: found out]
    #[arg(long)]
    pub encoding: Option<String>,
    /// What separates the cells [default: found out]
    #[arg(long, value_name = "CHARACTER")]
    pub delimiter: Option<String>,
    /// The file is a throughput history: counts by day or week, or a row for each finished item
    #[arg(long, conflicts_with_all = ["map", "states", "encoding", "delimiter"])]
    pub throughput: bool,
}

/// Arguments of `list`.
///
/// In JSON, `part_of` is the other tool's id of the item it is part of, or else its key, and
/// `wanted_by` are names. Items made of parts have no place of their own: they come with `--all`
/// and have the dates of their last part.
#[derive(Debug, Args)]
pub struct List {
    /// Only items that pass, for example "kind:story wants:maria size:>3 -label:tech reader"
    #[arg(long, value_name = "QUERY")]
    pub filter: Option<String>,
    /// Also items made of parts, Done items and those that are not being done
    #[arg(long)]
    pub all: bool,
    /// Take the dates as of this day instead of today
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Day>,
}

/// A place in the order.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub struct PlaceArguments {
    /// To this place, from 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub to: Option<u32>,
    /// Just above this item
    #[arg(long, value_name = "ITEM")]
    pub before: Option<String>,
    /// Just below this item
    #[arg(long, value_name = "ITEM")]
    pub after: Option<String>,
    /// To the top of the order
    #[arg(long)]
    pub top: bool,
    /// To the end of the order
    #[arg(long)]
    pub bottom: bool,
    /// To the last place that is likely to be done by this day
    #[arg(long, value_name = "DATE")]
    pub by: Option<Day>,
}

/// Arguments of `add`.
#[derive(Debug, Args)]
pub struct Add {
    /// What someone can do once it is Done
    pub title: String,
    /// Where it goes; the end of the order unless said.
    #[command(flatten)]
    pub place: PlaceArguments,
    /// Story, bug, spike, chore or an own word [default: story]
    #[arg(long)]
    pub kind: Option<String>,
    /// idea, needs_conversation, ready, in_sprint [default: needs_conversation]
    #[arg(long)]
    pub state: Option<String>,
    /// Size as the Developers gave it
    #[arg(long)]
    pub size: Option<f64>,
    /// A label; again for each one
    #[arg(long = "label", value_name = "LABEL")]
    pub labels: Vec<String>,
    /// The item it is part of
    #[arg(long, value_name = "ITEM")]
    pub part_of: Option<String>,
    /// Name of a stakeholder who wants it; again for each one
    #[arg(long = "wanted-by", value_name = "NAME")]
    pub wanted_by: Vec<String>,
    /// The card: a short text
    #[arg(long, value_name = "TEXT")]
    pub body: Option<String>,
}

/// Arguments of `edit`.
///
/// Either all of the changes are made or none. Each field is a step of its own for undo.
#[derive(Debug, Args)]
pub struct Change {
    /// The item
    pub item: String,
    /// What to change: title, kind, state, size, part_of, goal (its number, sentence or current),
    /// slice, labels (separated by commas), body, notes, need, business, feasibility, urgency (0 to
    /// 4), risk (0 to 4), value (as 10..20@70: from, to, how sure in percent), need_note,
    /// business_note, feasibility_note, external_id, url, done_on. An empty value clears the field
    #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair_first)]
    pub fields: Vec<(String, String)>,
}

/// Arguments of `move`.
#[derive(Debug, Args)]
pub struct Move {
    /// The item, or several that land together
    #[arg(required = true, value_name = "ITEM")]
    pub items: Vec<String>,
    /// Where they go.
    #[command(flatten)]
    pub place: PlaceArguments,
    /// Why; it stays in the history
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

/// Arguments of `done`.
#[derive(Debug, Args)]
pub struct Done {
    /// The items
    #[arg(required = true, value_name = "ITEM")]
    pub items: Vec<String>,
    /// The day they were finished [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<Day>,
}

/// Arguments of `reopen` and `delete`.
#[derive(Debug, Args)]
pub struct Items {
    /// The items
    #[arg(required = true, value_name = "ITEM")]
    pub items: Vec<String>,
}

/// Arguments of `decline`.
#[derive(Debug, Args)]
pub struct Decline {
    /// The items
    #[arg(required = true, value_name = "ITEM")]
    pub items: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// The day to look at it again
    #[arg(long, value_name = "DATE")]
    pub revisit: Option<Day>,
    /// The assumption that would change it, by its number
    #[arg(long, value_name = "ID")]
    pub assumption: Option<i64>,
}

/// Arguments of `split`.
///
/// The item keeps its place and its facts and takes the first title; the others follow it.
#[derive(Debug, Args)]
pub struct Split {
    /// The item
    pub item: String,
    /// Two titles or more
    #[arg(required = true, value_name = "TITLE")]
    pub titles: Vec<String>,
}

/// Arguments of `merge`.
#[derive(Debug, Args)]
pub struct Merge {
    /// The item that stays
    #[arg(value_name = "INTO")]
    pub into: String,
    /// The items that become part of it and are deleted
    #[arg(required = true, value_name = "ITEM")]
    pub items: Vec<String>,
}

/// Arguments of `want`.
#[derive(Debug, Args)]
pub struct Want {
    /// The items
    #[arg(required = true, value_name = "ITEM")]
    pub items: Vec<String>,
    /// Name or number of the stakeholder
    #[arg(long, value_name = "PERSON")]
    pub by: String,
    /// How strongly, from 1 to 3
    #[arg(long, value_name = "N", default_value_t = 2)]
    pub strength: u8,
    /// Why, in the stakeholder's words
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    /// The need of that person which the items answer, by its number
    #[arg(long, value_name = "ID")]
    pub need: Option<i64>,
}

/// Arguments of `answer`.
#[derive(Debug, Args)]
pub struct Answer {
    /// The number of the question, as `question list` tells it
    #[arg(value_name = "ID")]
    pub id: i64,
    /// The answer, given today
    pub text: String,
}

/// Arguments of `unwant`.
#[derive(Debug, Args)]
pub struct Unwant {
    /// The items
    #[arg(required = true, value_name = "ITEM")]
    pub items: Vec<String>,
    /// Name or number of the stakeholder
    #[arg(long, value_name = "PERSON")]
    pub by: String,
}

/// Arguments of `restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// Its name, as `backups` lists it
    #[arg(value_name = "BACKUP")]
    pub backup: String,
}

/// Arguments of `history`.
#[derive(Debug, Args)]
pub struct History {
    /// Only what touched this item
    pub item: Option<String>,
    /// At most so many steps
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
}

/// Arguments of `at`.
#[derive(Debug, Args)]
pub struct At {
    /// The day
    pub date: Day,
}

/// Arguments of `search`.
#[derive(Debug, Args)]
pub struct Search {
    /// The words
    #[arg(required = true)]
    pub text: Vec<String>,
    /// At most so many items
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub limit: usize,
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The file to write; its ending says what: .csv, .json or .cairn
    pub file: PathBuf,
    /// Let the private notes about people go along in .json and .cairn
    #[arg(long)]
    pub private_notes: bool,
}

/// Arguments of `forecast`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Forecast {
    /// What to do with kept forecasts.
    #[command(subcommand)]
    pub verb: Option<Kept>,
    /// The question.
    #[command(flatten)]
    pub question: Question,
    /// What the answer assumes.
    #[command(flatten)]
    pub assumed: Assumed,
    /// Day 1 of the forecast [default: today]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Day>,
    /// Learn from this throughput history; then no product is needed
    #[arg(long, value_name = "FILE", conflicts_with_all = ["item", "goal", "slice", "filter"])]
    pub throughput: Option<PathBuf>,
    /// Tell what both methods say, and how they differ
    #[arg(long)]
    pub second_opinion: bool,
    /// Draw the answer as a burn-up
    #[arg(long, value_name = "FILE.svg")]
    pub chart: Option<PathBuf>,
    /// Write over a chart that is there
    #[arg(long, requires = "chart")]
    pub force: bool,
}

/// What to do with kept forecasts.
#[derive(Debug, Subcommand)]
pub enum Kept {
    /// Keep today's answer, to see what becomes of it
    Keep(Box<Keep>),
    /// List the kept forecasts with what became of them, newest first
    List,
    /// Say whom a kept forecast was told, and in which words
    Tell(TellForecast),
    /// Say what became of a kept forecast where the done dates can't
    Resolve(Resolve),
}

/// Arguments of `forecast keep`.
#[derive(Debug, Args)]
pub struct Keep {
    /// The question.
    #[command(flatten)]
    pub question: Question,
    /// What the answer assumes.
    #[command(flatten)]
    pub assumed: Assumed,
    /// Whom it was told, and how.
    #[command(flatten)]
    pub told: ToldTo,
}

/// Arguments of `forecast tell`.
#[derive(Debug, Args)]
pub struct TellForecast {
    /// Its number, as `forecast list` tells it
    #[arg(value_name = "ID")]
    pub id: i64,
    /// Whom it was told, and how.
    #[command(flatten)]
    pub told: ToldTo,
}

/// Whom a forecast was told, and how.
#[derive(Debug, Args)]
pub struct ToldTo {
    /// Name of the stakeholder it was told
    #[arg(long, value_name = "PERSON")]
    pub told: Option<String>,
    /// The words used, where others than the answer's
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub words: String,
}

/// Arguments of `forecast resolve`.
#[derive(Debug, Args)]
pub struct Resolve {
    /// Its number, as `forecast list` tells it
    #[arg(value_name = "ID")]
    pub id: i64,
    /// What became of it.
    #[command(flatten)]
    pub became: Became,
}

/// What became of a kept forecast.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Became {
    /// All of it was done on this day
    #[arg(long, value_name = "DATE")]
    pub on: Option<Day>,
    /// So many items were done by the day asked for
    #[arg(long, value_name = "N")]
    pub items: Option<u32>,
    /// It can't be scored, and why
    #[arg(long, value_name = "REASON")]
    pub void: Option<String>,
    /// Leave it to the done dates again
    #[arg(long)]
    pub clear: bool,
}

/// Arguments of `chart`.
#[derive(Debug, Args)]
pub struct Chart {
    /// Which chart
    #[arg(value_enum)]
    pub chart: ChartName,
    /// The file to write
    #[arg(value_name = "FILE.svg")]
    pub file: PathBuf,
    /// The question, of a burn-up; its goal, of the way there.
    #[command(flatten)]
    pub question: Question,
    /// What is assumed, in a burn-up and the throughput.
    #[command(flatten)]
    pub assumed: Assumed,
    /// How wide and high it is, in pixels
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "720x400")]
    pub size: Pixels,
    /// Write over a file that is there
    #[arg(long)]
    pub force: bool,
}

/// A chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ChartName {
    /// What is done, and the fan of what may come
    BurnUp,
    /// Items finished a week
    Throughput,
    /// How often kept forecasts came true
    Calibration,
    /// How long each item took
    CycleTime,
    /// How old the items in progress are
    Ageing,
    /// How many items stood in each stage
    Flow,
    /// What was measured on the way to a Product Goal: the current one, or that of --goal
    GoalProgress,
}

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pixels(pub u32, pub u32);

impl FromStr for Pixels {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let side = |text: &str| text.parse().ok().filter(|side| (100..=10_000).contains(side));
        let sides = text.split_once('x').and_then(|(width, height)| Some((side(width)?, side(height)?)));
        sides.map(|(width, height)| Self(width, height)).ok_or_else(|| words::say("cli-size-shape"))
    }
}

/// What to do with release slices: items that go out together.
#[derive(Debug, Subcommand)]
pub enum Slice {
    /// List the slices with their open and Done items
    List,
    /// Name a new slice; `edit ITEM slice=NAME` puts items into it
    Add {
        /// Its name
        name: String,
    },
    /// Give a slice another name
    Rename {
        /// Its name
        name: String,
        /// The new one
        new: String,
    },
    /// Take a slice away; its items stay
    Remove {
        /// Its name
        name: String,
    },
}

/// Arguments of `holidays`.
#[derive(Debug, Args)]
pub struct Holidays {
    /// The calendar file, as it is exported or published
    #[arg(value_name = "FILE.ics")]
    pub file: PathBuf,
}

/// Arguments of `backtest`.
#[derive(Debug, Args)]
pub struct Backtest {
    /// A throughput history in place of the product's own past; then no product is needed
    #[arg(long, value_name = "FILE")]
    pub throughput: Option<PathBuf>,
    /// How many complete weeks of history to learn from
    #[arg(long, value_name = "WEEKS", default_value_t = 26, value_parser = clap::value_parser!(u16).range(1..=1040))]
    pub window: u16,
    /// How many weeks ahead
    #[arg(long, value_name = "WEEKS,WEEKS", default_value = "4,8,13", value_delimiter = ',', value_parser = clap::value_parser!(u16).range(1..=104))]
    pub horizons: Vec<u16>,
    /// Ask again after so many weeks
    #[arg(long, value_name = "WEEKS", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=1040))]
    pub every: u16,
    /// How the forecast is made
    #[arg(long, value_enum, default_value_t = Method::Default)]
    pub method: Method,
    /// How often each level of both methods held, and how far off they were, instead of each forecast
    #[arg(long, conflicts_with = "method")]
    pub scores: bool,
}

/// A way to make forecasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Method {
    /// Knows how uncertain the level of the team is
    Default,
    /// As if the coming weeks replay the past
    Replay,
}

impl Method {
    /// The method as core names it.
    pub fn of_core(self) -> cairn_core::forecast::Method {
        match self {
            Self::Default => cairn_core::forecast::Method::Default,
            Self::Replay => cairn_core::forecast::Method::Replay,
        }
    }
}

/// A day as it was typed. Its shape is a matter of usage; whether there is such a day is asked by
/// [`Day::day`].
#[derive(Debug, Clone)]
pub struct Day(String);

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let text = text.trim();
        let fits = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if fits { Ok(Self(text.to_owned())) } else { Err(words::say("cli-day-shape")) }
    }
}

impl Day {
    /// The day.
    ///
    /// # Errors
    /// [`Error::Invalid`] for one that no calendar has, such as 30 February.
    pub fn day(&self) -> Result<NaiveDate> {
        self.0
            .parse()
            .map_err(|_| Error::invalid_with("day", "cli-error-no-such-day", [("day", self.0.clone())]))
    }
}

/// A run of days as it was typed: FROM..TO, or one day.
#[derive(Debug, Clone)]
pub struct Days(Day, Day);

impl FromStr for Days {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        Ok(Self(first.parse()?, last.parse()?))
    }
}

impl Days {
    /// The days.
    ///
    /// # Errors
    /// [`Error::Invalid`] when one does not exist or the last lies before the first.
    pub fn span(&self) -> Result<cairn_core::forecast::Span> {
        let span = cairn_core::forecast::Span { first: self.0.day()?, last: self.1.day()? };
        if span.last < span.first {
            return Err(Error::invalid("closed", "error-days-reversed"));
        }
        Ok(span)
    }
}

/// Splits at the last sign, since the header of a column may hold one.
fn pair(text: &str) -> std::result::Result<(String, String), String> {
    let (name, value) = text.rsplit_once('=').ok_or_else(|| words::say("cli-pair-shape"))?;
    Ok((name.to_owned(), value.to_owned()))
}

/// Splits at the first sign, since a value may hold one.
fn pair_first(text: &str) -> std::result::Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| words::say("cli-pair-shape"))?;
    Ok((name.to_owned(), value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_help_of_each_kind_of_record_names_its_fields() {
        let command = Arguments::command();
        for (verb, kind) in crate::records::KINDS {
            let help = command.find_subcommand(verb).unwrap().get_long_about().unwrap().to_string();
            let words: Vec<&str> = help.split(|c: char| !c.is_alphabetic() && c != '_').collect();
            for name in kind.names() {
                assert!(words.contains(&name), "{verb}: {name}");
            }
        }
    }

    #[test]
    fn a_day_has_one_shape_and_has_to_exist() {
        for text in ["2026-3-4", "04.03.2026", "today", "2026-03-041", "２０２６-03-04"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
        assert!("2026-02-30".parse::<Day>().unwrap().day().is_err());
        assert!("2028-02-29".parse::<Day>().unwrap().day().is_ok());
    }

    #[test]
    fn a_run_of_days_has_one_shape_and_runs_forward() {
        assert!("2026-12-24..2026-12-31".parse::<Days>().unwrap().span().is_ok());
        assert!("2026-12-24".parse::<Days>().unwrap().span().is_ok());
        assert!("2026-02-24..2026-02-30".parse::<Days>().unwrap().span().is_err());
        assert!("2026-12-31..2026-12-24".parse::<Days>().unwrap().span().is_err());
        assert!("2026-12-31-2026-12-24".parse::<Days>().is_err());
    }
}
