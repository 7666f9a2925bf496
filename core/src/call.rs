//! The one door for every host: a [`Request`] in, a reply out.

use crate::asked::{Asked, Forecast};
use crate::backlog::{Item, ItemDetail, State};
use crate::declined::Declined;
use crate::document::Document;
use crate::drawings::Chart;
use crate::edit::Edit;
use crate::error::Result;
use crate::forecast::{Assumptions, Calibration};
use crate::ids::*;
use crate::person::PersonPage;
use crate::product::Product;
use crate::report::Report;
use crate::review::{FollowUp, Review};
use crate::second::{OpenRisk, Scores};
use crate::served::Service;
use crate::snapshot::{HistoryLine, Outcome, Since, Snapshot};
use crate::sprint::{SprintLine, SprintPage};
use cairn_charts::{Scene, Size};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a host can ask of an open product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Request {
    /// Everything the window shows. Answers [`crate::Snapshot`].
    Load,
    /// Runs an edit. Answers [`crate::Outcome`].
    Apply { edit: Edit },
    /// Takes the last step back. Answers [`crate::Outcome`].
    Undo,
    /// Brings the last step taken back. Answers [`crate::Outcome`].
    Redo,
    /// One item whole. Answers [`crate::backlog::ItemDetail`].
    Item { id: ItemId },
    /// Steps, newest first, of one item or of all. Answers a list of [`crate::HistoryLine`].
    History { item: Option<ItemId>, before: Option<OperationId>, limit: u32 },
    /// The open items that match a filter, in order, as a list of ids; a filter that can't be
    /// read is refused with a sentence.
    Filter { text: String },
    /// Items of every state that hold the text, in backlog order. Answers a list of items.
    Search { text: String, limit: u32 },
    /// Done items newest first, or those not done. Answers a list of items.
    Finished { what: Finished, offset: u32, limit: u32 },
    /// The backlog as it was at the end of a past day. Answers [`PastDay`].
    Day { day: NaiveDate },
    /// The answer to a question about the order. Answers [`Forecast`].
    Forecast { asked: Asked, assumptions: Assumptions },
    /// A chart of that size in CSS pixels. Answers [`cairn_charts::Scene`].
    Chart { chart: Chart, width: u32, height: u32 },
    /// How often what was said came true. Answers [`Calibration`].
    Calibration,
    /// What moved the date of a kept forecast since it was told: a sentence, or none.
    MovedSince { id: ForecastId },
    /// Whom the order serves, and which needs compete. Answers [`Service`].
    Service,
    /// The page about a person, without the private note. Answers [`PersonPage`].
    Person { id: StakeholderId },
    /// The private note about a person: a text, empty if there is none.
    PrivateNote { id: StakeholderId },
    /// What changed since the end of a day; without one since the last Sprint ended. Answers
    /// [`Since`].
    Since { day: Option<NaiveDate> },
    /// The days on which something was done, the oldest first: a list of days.
    Days,
    /// Scores beside the order. Answers [`Scores`].
    Scores,
    /// Risks of open items, those that come latest first. Answers a list of [`OpenRisk`].
    OpenRisks,
    /// What is not done on purpose. Answers a list of [`Declined`].
    Declined,
    /// What is not done on purpose and resembles a title. Answers a list of [`Declined`].
    Similar { title: String },
    /// A line to tell the person who gave a note what became of it: a sentence.
    ReplyLine { id: FeedbackId },
    /// The Sprints by number, with what was selected and Done. Answers a list of [`SprintLine`].
    Sprints,
    /// A Sprint as it goes. Answers [`SprintPage`].
    Sprint { id: SprintId },
    /// The Review of a Sprint as it is prepared. Answers [`Review`].
    Review { sprint: SprintId },
    /// What is to be done after the Review of a Sprint. Answers [`FollowUp`].
    FollowUp { sprint: SprintId },
    /// A document, with private notes only where asked for. Answers [`Document`].
    Document { report: Report, private_notes: bool },
}

/// Which items that left the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Finished {
    /// Done ones.
    Done,
    /// Those not done on purpose.
    NotDoing,
}

/// The backlog of a past day beside today's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PastDay {
    /// The day.
    pub day: NaiveDate,
    /// The open items of that day in order, then its containers.
    pub items: Vec<crate::backlog::Item>,
    /// Steps since, newest first, 200 at most.
    pub since: Vec<crate::snapshot::HistoryLine>,
}

/// The answer to a [`Request`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Reply {
    /// To [`Request::Load`].
    Snapshot(Box<Snapshot>),
    /// To [`Request::Apply`], [`Request::Undo`] and [`Request::Redo`].
    Outcome(Box<Outcome>),
    /// To [`Request::Item`].
    Item(Box<ItemDetail>),
    /// To [`Request::History`].
    History(Vec<HistoryLine>),
    /// To [`Request::Filter`].
    Ids(Vec<ItemId>),
    /// To [`Request::Search`] and [`Request::Finished`].
    Items(Vec<Item>),
    /// To [`Request::Day`].
    Day(Box<PastDay>),
    /// To [`Request::Forecast`].
    Forecast(Box<Forecast>),
    /// To [`Request::Chart`].
    Chart(Box<Scene>),
    /// To [`Request::Calibration`].
    Calibration(Calibration),
    /// To [`Request::MovedSince`], [`Request::PrivateNote`] and [`Request::ReplyLine`].
    Sentence(Option<String>),
    /// To [`Request::Service`].
    Service(Service),
    /// To [`Request::Person`].
    Person(Box<PersonPage>),
    /// To [`Request::Since`].
    Since(Since),
    /// To [`Request::Days`].
    Days(Vec<NaiveDate>),
    /// To [`Request::Scores`].
    Scores(Scores),
    /// To [`Request::OpenRisks`].
    OpenRisks(Vec<OpenRisk>),
    /// To [`Request::Declined`] and [`Request::Similar`].
    Declined(Vec<Declined>),
    /// To [`Request::Sprints`].
    Sprints(Vec<SprintLine>),
    /// To [`Request::Sprint`].
    Sprint(Box<SprintPage>),
    /// To [`Request::Review`].
    Review(Box<Review>),
    /// To [`Request::FollowUp`].
    FollowUp(Box<FollowUp>),
    /// To [`Request::Document`].
    Document(Box<Document>),
}

/// Answers a request.
///
/// # Errors
/// Those of the verb that was asked for; then nothing was changed.
pub fn call(product: &mut Product, request: Request, now: DateTime<FixedOffset>) -> Result<Reply> {
    // Whatever is asked, it is asked today.
    product.turn_to(now)?;
    Ok(match request {
        Request::Load => Reply::Snapshot(Box::new(product.load(now)?)),
        Request::Apply { edit } => Reply::Outcome(Box::new(product.apply(edit, now)?)),
        Request::Undo => Reply::Outcome(Box::new(product.undo(now)?)),
        Request::Redo => Reply::Outcome(Box::new(product.redo(now)?)),
        Request::Item { id } => Reply::Item(Box::new(product.item(id)?)),
        Request::History { item, before, limit } => Reply::History(product.history(item, before, limit)?),
        Request::Filter { text } => Reply::Ids(product.filter(&text)?),
        Request::Search { text, limit } => Reply::Items(product.search(&text, limit as usize)),
        Request::Finished { what, offset, limit } => {
            let state = match what {
                Finished::Done => State::Done,
                Finished::NotDoing => State::NotDoing,
            };
            Reply::Items(product.finished(state, offset as usize, limit as usize))
        }
        Request::Day { day } => Reply::Day(Box::new(product.day(day)?)),
        Request::Forecast { asked, assumptions } => {
            Reply::Forecast(Box::new(product.forecast(&asked, &assumptions)?))
        }
        Request::Chart { chart, width, height } => {
            Reply::Chart(Box::new(product.chart(&chart, Size::new(width, height))?))
        }
        Request::Calibration => Reply::Calibration(product.calibration()),
        Request::MovedSince { id } => Reply::Sentence(product.moved_since(id)?),
        Request::Service => Reply::Service(product.service()?),
        Request::Person { id } => Reply::Person(Box::new(product.person(id)?)),
        Request::PrivateNote { id } => Reply::Sentence(Some(product.private_note(id)?)),
        Request::Since { day } => Reply::Since(product.since(day)?),
        Request::Days => Reply::Days(product.days()?),
        Request::Scores => Reply::Scores(product.scores()?),
        Request::OpenRisks => Reply::OpenRisks(product.open_risks()?),
        Request::Declined => Reply::Declined(product.declined()?),
        Request::Similar { title } => Reply::Declined(product.similar(&title)?),
        Request::ReplyLine { id } => Reply::Sentence(Some(product.reply_line(id)?)),
        Request::Sprints => Reply::Sprints(product.sprint_lines()?),
        Request::Sprint { id } => Reply::Sprint(Box::new(product.sprint(id)?)),
        Request::Review { sprint } => Reply::Review(Box::new(product.review(sprint)?)),
        Request::FollowUp { sprint } => Reply::FollowUp(Box::new(product.follow_up(sprint)?)),
        Request::Document { report, private_notes } => {
            Reply::Document(Box::new(product.document(&report, private_notes)?))
        }
    })
}
