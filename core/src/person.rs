//! A page about one person, ready before a meeting: what is needed and when it comes, what was
//! promised, what changed since the last talk, and what to ask.

use crate::backlog::{Item, State};
use crate::contact::{Contact, Question};
use crate::feedback::Feedback;
use crate::ids::{ConflictId, ForecastId};
use crate::kept::KeptForecast;
use crate::need::Need;
use crate::stakeholder::Stakeholder;
use crate::words::{say, tell};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// What is known of a person. The private note is asked for by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonPage {
    /// Who.
    pub stakeholder: Stakeholder,
    /// The needs, the strongest first.
    pub needs: Vec<Need>,
    /// What the person wants: open items in order, then Done ones, the newest first, then others.
    pub wants: Vec<WantedItem>,
    /// Forecasts that the person was told, the newest first.
    pub promised: Vec<ForecastId>,
    /// What changed since the last contact, a sentence each.
    pub changed: Vec<String>,
    /// Open questions for the person.
    pub questions: Vec<Question>,
    /// Notes of the person that wait for an answer.
    pub feedback: Vec<Feedback>,
    /// Conflicts the person is a side of.
    pub conflicts: Vec<ConflictId>,
    /// What was said, the newest first.
    pub contacts: Vec<Contact>,
    /// What to ask next.
    pub ask: String,
}

/// An item the person wants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WantedItem {
    /// Which.
    pub item: Item,
    /// Where it stands; one with parts where its last open part does.
    pub position: Option<u32>,
    /// How strongly, 1 to 3.
    pub strength: u8,
    /// Why.
    pub why: String,
    /// The even date.
    pub even: Option<NaiveDate>,
    /// The sure date.
    pub sure: Option<NaiveDate>,
}

/// What changed for somebody since a day, from the order of that day.
pub(crate) fn changed(wants: &[WantedItem], then: &[Item], since: NaiveDate) -> Vec<String> {
    let then: HashMap<_, _> = then.iter().map(|item| (item.id, item)).collect();
    let sentence = |want: &WantedItem| {
        let title = || ("title", want.item.title.clone().into());
        let before = then.get(&want.item.id);
        match (want.item.state, before) {
            (State::Done, _) if want.item.done_on >= Some(since) => {
                Some(tell("person-item-done", &[title()]))
            }
            (State::NotDoing, Some(_)) => Some(tell("person-item-declined", &[title()])),
            (State::Done | State::NotDoing, _) => None,
            (_, None) if want.item.created_on > since => Some(tell("person-item-added", &[title()])),
            (_, None) => None,
            (_, Some(before)) => {
                let (from, to) = before.position.zip(want.item.position)?;
                let key = match from.cmp(&to) {
                    std::cmp::Ordering::Greater => "person-item-earlier",
                    std::cmp::Ordering::Less => "person-item-later",
                    std::cmp::Ordering::Equal => return None,
                };
                Some(tell(key, &[title(), ("from", from.into()), ("to", to.into())]))
            }
        }
    };
    wants.iter().filter_map(sentence).collect()
}

/// What to ask a person next: what is open, what no longer holds, what nobody has understood yet.
pub(crate) fn ask(page: &PersonPage, kept: &[KeptForecast]) -> String {
    if let Some(question) = page.questions.first() {
        return question.fields.text.clone();
    }
    let told = kept.iter().filter(|kept| page.promised.contains(&kept.id));
    if let Some(broken) = told.into_iter().find(|kept| kept.alert.is_some()) {
        return tell("person-ask-promise", &[("name", broken.name.clone().into())]);
    }
    let need = |key, need: &Need| tell(key, &[("need", need.fields.text.clone().into())]);
    if let Some(unplanned) = page.needs.iter().find(|need| need.items.is_empty()) {
        return need("person-ask-need", unplanned);
    }
    if let Some(unexplained) = page.needs.iter().find(|need| need.fields.why.is_empty()) {
        return need("person-ask-why", unexplained);
    }
    let talked_about = |want: &&WantedItem| want.item.state == State::NeedsConversation;
    if let Some(want) = page.wants.iter().find(talked_about) {
        return tell("person-ask-item", &[("title", want.item.title.clone().into())]);
    }
    say("person-ask-anything")
}
