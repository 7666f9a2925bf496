//! What the product says about people and reasons: whom the order serves, one person's page, what
//! changed since a day, second opinions.

use super::Product;
use crate::backlog::State;
use crate::backlog::list::Backlog;
use crate::contact;
use crate::declined::{self, Declined};
use crate::error::{Error, Result};
use crate::feedback::{self, Became, Feedback};
use crate::forecast::long_date;
use crate::ids::{FeedbackId, ItemId, StakeholderId};
use crate::person::{self, PersonPage, WantedItem};
use crate::second::{self, OpenRisk, Scores};
use crate::served::{Order, Service, Standing, standing};
use crate::snapshot::Since;
use crate::store::SCHEMA;
use crate::words::{say, tell};
use crate::{conflict, erase, history, journal, need, settings, sprint, stakeholder, store};
use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Transaction, TransactionBehavior, params};

impl Product {
    /// Whom the order serves, and which needs compete.
    pub fn service(&self) -> Result<Service> {
        let dates = (&*self.sprints, &*settings::date_lines(&self.db)?);
        let known = (&*need::read(&self.db)?, &*conflict::read(&self.db)?);
        self.order().service(&self.db, dates, known)
    }

    fn order(&self) -> Order<'_> {
        Order {
            backlog: &self.backlog,
            finish: &self.finish,
            sure: self.settings.percentile,
            today: self.today,
        }
    }

    /// The page about a person.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn person(&self, id: StakeholderId) -> Result<PersonPage> {
        let stakeholder = self.stakeholder(id).cloned();
        let stakeholder =
            stakeholder.ok_or_else(|| Error::not_found("error-stakeholder-unknown", "id", id))?;
        let wants = self.wants_of(id)?;
        let changed = match stakeholder.last_contact {
            Some(day) => person::changed(&wants, &history::day(&self.db, day)?.items, day),
            None => Vec::new(),
        };
        let is = |other: Option<StakeholderId>| other == Some(id);
        let open =
            |fields: &contact::QuestionFields| fields.answered_on.is_none() && fields.answer.is_empty();
        let mut page = PersonPage {
            needs: need::read(&self.db)?.into_iter().filter(|need| need.fields.stakeholder == id).collect(),
            wants,
            promised: self.kept.iter().filter(|kept| is(kept.told)).map(|kept| kept.id).collect(),
            changed,
            questions: contact::questions(&self.db)?
                .into_iter()
                .filter(|question| is(question.fields.stakeholder) && open(&question.fields))
                .collect(),
            feedback: feedback::read(&self.db)?
                .into_iter()
                .filter(|note| is(note.fields.stakeholder) && note.fields.replied_on.is_none())
                .collect(),
            conflicts: conflict::read(&self.db)?
                .into_iter()
                .filter(|conflict| {
                    let fields = &conflict.fields;
                    fields.first.stakeholder == id || fields.second.stakeholder == id
                })
                .map(|conflict| conflict.id)
                .collect(),
            contacts: contact::with(&self.db, id)?,
            ask: String::new(),
            stakeholder,
        };
        page.ask = person::ask(&page, &self.kept);
        Ok(page)
    }

    fn wants_of(&self, id: StakeholderId) -> Result<Vec<WantedItem>> {
        let mut statement =
            self.db.prepare_cached("SELECT item, strength, why FROM want WHERE stakeholder = ?1")?;
        let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let mut wants = Vec::new();
        for row in rows {
            let (item, strength, why) = row?;
            let Some(item) = self.backlog.item(item) else { continue };
            let position = match standing(&self.backlog, item.id) {
                Standing::At(position) => Some(position),
                Standing::Done | Standing::NotPlanned => None,
            };
            let date = |percentile| position.and_then(|position| self.finish.date_at(percentile, position));
            let (even, sure) = (date(50), date(self.settings.percentile));
            wants.push(WantedItem { item, position, strength, why, even, sure });
        }
        wants.sort_by_key(|want| {
            let place = want.position.unwrap_or(u32::MAX);
            (place, want.item.state != State::Done, std::cmp::Reverse(want.item.done_on), want.item.id)
        });
        Ok(wants)
    }

    /// All contacts, the newest first.
    pub fn contacts(&self) -> Result<Vec<contact::Contact>> {
        contact::read(&self.db)
    }

    /// The private note about a person; empty if there is none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such person.
    pub fn private_note(&self, id: StakeholderId) -> Result<String> {
        self.stakeholder(id).ok_or_else(|| Error::not_found("error-stakeholder-unknown", "id", id))?;
        stakeholder::private_note(&self.db, id)
    }

    /// Erases a person from the product, its history and its file. This can't be undone. Answers
    /// the items whose own texts still mention the name; backups hold what they held.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; then nothing was changed.
    pub fn erase(&mut self, id: StakeholderId, now: DateTime<FixedOffset>) -> Result<Vec<ItemId>> {
        self.turn_to(now)?;
        let person = self.stakeholder(id).cloned();
        let person = person.ok_or_else(|| Error::not_found("error-stakeholder-unknown", "id", id))?;
        let tx = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        let operation = journal::begin(&tx, now, SCHEMA)?;
        erase::erase(&tx, operation, id)?;
        tx.commit()?;
        self.db.execute_batch("VACUUM")?;
        store::checkpoint(&self.db)?;
        let time = sprint::time(&self.sprints, self.today);
        self.backlog = Backlog::read(&self.db, &self.settings.prefix, time)?;
        self.reread_people()?;
        Ok(erase::mentions(&self.backlog, &person.fields.name))
    }

    /// What changed in the backlog since the end of a day; without one since the last Sprint ended.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a day after today.
    pub fn since(&self, day: Option<NaiveDate>) -> Result<Since> {
        let day = day.or_else(|| sprint::last_end(&self.sprints, self.today)).unwrap_or(self.today);
        let before = self.day(day)?;
        let known: std::collections::HashSet<_> = before.items.iter().map(|item| item.id).collect();
        let after = |on: Option<NaiveDate>| on.is_some_and(|on| on > day);
        let items = |wanted: &dyn Fn(&crate::backlog::list::Entry) -> bool| {
            let mut found: Vec<_> = self
                .backlog
                .entries()
                .filter(|entry| wanted(entry) && !self.backlog.is_container(entry.item.id))
                .filter_map(|entry| self.backlog.item(entry.item.id))
                .collect();
            found.sort_by_key(|item| (item.position.unwrap_or(u32::MAX), item.done_on, item.id));
            found
        };
        Ok(Since {
            day,
            added: items(&|entry| {
                self.backlog.position(entry.item.id).is_some() && !known.contains(&entry.item.id)
            }),
            done: items(&|entry| entry.state == State::Done && after(entry.item.done_on)),
            declined: items(&|entry| entry.state == State::NotDoing && after(entry.state_on)),
            moves: history::moves_since(&self.db, day)?,
        })
    }

    /// The days on which something was done to the backlog, the oldest first.
    pub fn days(&self) -> Result<Vec<NaiveDate>> {
        let mut statement = self.db.prepare_cached("SELECT DISTINCT day FROM operation ORDER BY day")?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }

    /// Scores beside the order, and where they disagree with it.
    pub fn scores(&self) -> Result<Scores> {
        second::scores(&self.db, &self.backlog)
    }

    /// The risks of open items, those that come latest first.
    pub fn open_risks(&self) -> Result<Vec<OpenRisk>> {
        second::open_risks(&self.db, &self.backlog)
    }

    /// What is not done on purpose: what is worth another look first, then the newest first.
    pub fn declined(&self) -> Result<Vec<Declined>> {
        declined::read(&self.db, &self.backlog, self.today)
    }

    /// What is not done on purpose and resembles a title.
    pub fn similar(&self, title: &str) -> Result<Vec<Declined>> {
        Ok(declined::similar(self.declined()?, title))
    }

    /// A line to tell the person who gave a note what became of it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such note.
    pub fn reply_line(&self, id: FeedbackId) -> Result<String> {
        let notes = feedback::read(&self.db)?;
        let note = notes.into_iter().find(|note| note.id == id);
        let note = note.ok_or_else(|| Error::not_found("error-gone", "id", id))?;
        let asked = ("day", long_date(note.fields.day, self.today).into());
        Ok(match note.became {
            None => tell("reply-waiting", &[asked]),
            Some(Became::Item { id } | Became::NotDoing { id }) => self.reply_about(id, &note)?,
            Some(Became::Need { .. }) => tell("reply-need", &[asked]),
            Some(Became::Assumption { .. }) => tell("reply-assumption", &[asked]),
            Some(Became::Learning { .. }) => tell("reply-learning", &[asked]),
        })
    }

    fn reply_about(&self, id: ItemId, note: &Feedback) -> Result<String> {
        let Some(item) = self.backlog.item(id) else { return Ok(say("reply-gone")) };
        let asked = || ("day", long_date(note.fields.day, self.today).into());
        let title = || ("title", item.title.clone().into());
        let date = |percentile, position| {
            let date = self.finish.date_at(percentile, position);
            date.map(|date| long_date(date, self.today))
        };
        Ok(match standing(&self.backlog, id) {
            Standing::Done => tell("reply-done", &[asked(), title()]),
            Standing::NotPlanned => {
                let reason: String = self
                    .db
                    .prepare_cached("SELECT coalesce((SELECT reason FROM not_doing WHERE item = ?1), '')")?
                    .query_row(params![id], |row| row.get(0))?;
                let key = if reason.is_empty() { "reply-not-doing" } else { "reply-not-doing-why" };
                tell(key, &[asked(), title(), ("reason", reason.into())])
            }
            Standing::At(position) => {
                let sure = self.settings.percentile;
                match date(sure, position).zip(date(50, position)) {
                    Some((late, even)) => tell(
                        "reply-dated",
                        &[
                            asked(),
                            title(),
                            ("percent", sure.into()),
                            ("sure", late.into()),
                            ("even", even.into()),
                        ],
                    ),
                    None => tell("reply-undated", &[asked(), title()]),
                }
            }
        })
    }
}
