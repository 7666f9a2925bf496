//! The feedback inbox: a note, what it becomes, and the reply to whoever gave it.

use crate::answer::{Answer, Told, plain};
use crate::args::{Day, PlaceArguments};
use crate::desk::Desk;
use crate::edits::{make, place, run};
use crate::named;
use crate::records::{self, FEEDBACK, Known};
use cairn_core::Edit;
use cairn_core::backlog::Place;
use cairn_core::feedback::{FeedbackFields, Triage};
use cairn_core::ids::{AssumptionId, FeedbackId};
use clap::Subcommand;
use serde::Serialize;

/// What can be done with the inbox.
#[derive(Debug, Subcommand)]
pub enum Inbox {
    /// Put a note into the inbox
    Add {
        /// What was said
        text: String,
        /// Who said it
        #[arg(long, value_name = "PERSON")]
        from: Option<String>,
        /// The day it was said [default: today]
        #[arg(long, value_name = "DATE")]
        on: Option<Day>,
    },
    /// Make of a note what it is
    Triage {
        /// Its number, as `feedback list` tells it
        #[arg(value_name = "ID")]
        id: i64,
        /// What it is.
        #[command(subcommand)]
        what: What,
    },
    /// Keep what the person was told; without a text, tell a line to send
    Reply {
        /// Its number, as `feedback list` tells it
        #[arg(value_name = "ID")]
        id: i64,
        /// What the person was told today
        text: Option<String>,
    },
    /// What can be done with notes that are there.
    #[command(flatten)]
    Known(Known),
}

/// What a note is. Whoever gave it wants the item.
#[derive(Debug, Subcommand)]
pub enum What {
    /// A new item, at the end of the order unless said
    Item {
        /// What someone can do once it is Done
        title: String,
        /// Where it goes.
        #[command(flatten)]
        place: PlaceArguments,
    },
    /// An item that is there already
    Known {
        /// The item
        item: String,
    },
    /// A need of whoever gave the note
    Need {
        /// What is needed
        text: String,
        /// How strongly, from 1 to 3
        #[arg(long, value_name = "N", default_value_t = 2)]
        strength: u8,
    },
    /// Something that is assumed from now on
    Assumption {
        /// What is assumed
        text: String,
    },
    /// Something that was learnt
    Learning {
        /// What was learnt
        text: String,
    },
    /// An item that is not done
    NotDoing {
        /// Its title
        title: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// The day to look at it again
        #[arg(long, value_name = "DATE")]
        revisit: Option<Day>,
        /// The assumption that would change it, by its number
        #[arg(long, value_name = "ID")]
        assumption: Option<i64>,
    },
}

/// `feedback`: the inbox.
pub fn inbox(desk: &Desk, verb: Inbox) -> Told {
    match verb {
        Inbox::Add { text, from, on } => make(desk, |product| {
            let stakeholder = from.map(|name| named::person(product, &name)).transpose()?;
            let day = on.as_ref().map_or(Ok(desk.today()), Day::day)?;
            let fields = FeedbackFields {
                day,
                text,
                stakeholder,
                sprint: None,
                item: None,
                reply: String::new(),
                replied_on: None,
            };
            Ok(Edit::AddFeedback { fields })
        }),
        Inbox::Triage { id, what } => run(desk, |product| {
            let triage = match what {
                What::Item { title, place: at } => {
                    Triage::Item { title, place: place(product, &at)?.unwrap_or(Place::Bottom) }
                }
                What::Known { item } => Triage::Known { id: product.find(&item)? },
                What::Need { text, strength } => Triage::Need { text, strength },
                What::Assumption { text } => Triage::Assumption { text },
                What::Learning { text } => Triage::Learning { text },
                What::NotDoing { title, reason, revisit, assumption } => Triage::NotDoing {
                    title,
                    reason,
                    revisit: revisit.as_ref().map(Day::day).transpose()?,
                    assumption: assumption.map(AssumptionId),
                },
            };
            Ok(Edit::TriageFeedback { id: FeedbackId(id), triage })
        }),
        Inbox::Reply { id, text: Some(text) } => {
            records::change(desk, &FEEDBACK, &id.to_string(), &[format!("reply={text}")])
        }
        Inbox::Reply { id, text: None } => reply(desk, id),
        Inbox::Known(verb) => records::known(desk, &FEEDBACK, verb),
    }
}

/// A line to send, in JSON.
#[derive(Debug, Serialize)]
struct Reply {
    id: i64,
    reply: String,
}

fn reply(desk: &Desk, id: i64) -> Told {
    let reply = desk.read()?.reply_line(FeedbackId(id))?;
    let text = format!("{}\n", plain(&reply));
    Ok(Answer::new(&Reply { id, reply }, text))
}
