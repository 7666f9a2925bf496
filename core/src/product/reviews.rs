//! What the product says about Sprints and their Reviews.

use super::Product;
use crate::asked::{About, Asked, Subject};
use crate::backlog::{Item, State};
use crate::document::Document;
use crate::error::{Error, Result};
use crate::forecast::{Assumptions, Moved, Question, display_likelihood};
use crate::ids::{ItemId, SprintId, StakeholderId};
use crate::report::Report;
use crate::review::pack::{ForecastThen, Pack, Person};
use crate::review::{Built, FollowUp, FollowUpAbout, FollowUpLine, Review, ShownItem};
use crate::sprint::{Selected, Sprint, SprintItem, SprintLine, SprintPage};
use crate::words::tell;
use crate::{contact, decision, direction, drawings, feedback, history, review, sprint, stakeholder, story};
use cairn_charts::Size;
use chrono::{Days, NaiveDate};
use std::collections::HashSet;

/// How many items a pack names as likely next.
const NEXT: usize = 6;

impl Product {
    /// The Sprints by number, with how much was selected and Done.
    pub fn sprint_lines(&self) -> Result<Vec<SprintLine>> {
        let all = sprint::selected(&self.db, None)?;
        let line = |sprint: &Sprint| {
            let selected: Vec<Selected> =
                all.iter().filter(|selected| selected.sprint == sprint.id).cloned().collect();
            let chosen: HashSet<ItemId> = selected.iter().map(|selected| selected.item).collect();
            let done = review::done_items(&self.backlog, sprint, &selected, &Default::default());
            let (ours, others): (Vec<_>, Vec<_>) =
                done.into_iter().partition(|entry| chosen.contains(&entry.item.id));
            let count = |items: usize| u32::try_from(items).unwrap_or(u32::MAX);
            SprintLine {
                id: sprint.id,
                selected: count(selected.len()),
                done: count(ours.len()),
                unselected: count(others.len()),
            }
        };
        Ok(self.sprints.iter().map(line).collect())
    }

    /// The Sprint of a number.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn sprint_of_number(&self, number: u32) -> Result<SprintId> {
        let found = self.sprints.iter().find(|sprint| sprint.fields.number == number);
        found.map(|sprint| sprint.id).ok_or_else(|| Error::not_found("error-no-sprint", "number", number))
    }

    /// The Sprints by number.
    pub fn sprints(&self) -> &[Sprint] {
        &self.sprints
    }

    /// The examples of all items.
    pub fn examples(&self) -> Result<Vec<story::Example>> {
        story::all_examples(&self.db)
    }

    /// What was said back of all items.
    pub fn said_back(&self) -> Result<Vec<story::SaidBack>> {
        story::all_said_back(&self.db)
    }

    /// A Sprint as it goes.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn sprint(&self, id: SprintId) -> Result<SprintPage> {
        let sprint = self.known_sprint(id)?;
        let selected = sprint::selected(&self.db, Some(id))?;
        let done = review::done_items(&self.backlog, sprint, &selected, &Default::default());
        let done: Vec<ItemId> = done.into_iter().map(|entry| entry.item.id).collect();
        let mut items: Vec<SprintItem> =
            selected.iter().filter_map(|selected| self.sprint_item(selected, &done)).collect();
        items.sort_by_key(|one| (one.item.position.unwrap_or(u32::MAX), one.item.done_on, one.item.id));
        let open = self.chances(sprint, &mut items)?;
        let chance = items.iter().rfind(|one| one.chance.is_some()).and_then(|one| one.chance.clone());
        let last = sprint.fields.last;
        Ok(SprintPage {
            running: sprint::running(&self.sprints, self.today).is_some_and(|running| running.id == id),
            unselected: done
                .iter()
                .filter(|id| !items.iter().any(|one| one.item.id == **id))
                .filter_map(|id| self.backlog.item(*id))
                .collect(),
            chance: chance.zip(last).map(|(chance, last)| {
                let day = crate::forecast::long_date(last, self.today);
                tell(
                    "sprint-chance",
                    &[("count", open.into()), ("chance", chance.into()), ("day", day.into())],
                )
            }),
            items,
            sprint: sprint.clone(),
        })
    }

    fn known_sprint(&self, id: SprintId) -> Result<&Sprint> {
        let found = self.sprints.iter().find(|sprint| sprint.id == id);
        found.ok_or_else(|| Error::not_found("error-gone", "id", id))
    }

    fn sprint_item(&self, selected: &Selected, done: &[ItemId]) -> Option<SprintItem> {
        let item = self.backlog.item(selected.item)?;
        let done = selected.became.is_none() && done.contains(&item.id);
        Some(SprintItem {
            done,
            item,
            selected_on: selected.selected_on,
            became: selected.became,
            why: selected.why.clone(),
            next: selected.next.clone(),
            chance: None,
        })
    }

    /// Says of each open item of a Sprint, in order, how likely it and those before it are Done by
    /// the end of the Sprint. Returns how many those are. A Sprint to come begins on its first day.
    fn chances(&self, sprint: &Sprint, items: &mut [SprintItem]) -> Result<usize> {
        let open = |one: &&mut SprintItem| {
            one.became.is_none() && !one.done && !matches!(one.item.state, State::Done | State::NotDoing)
        };
        let Some(days) =
            sprint.fields.days().filter(|days| sprint.ended_on.is_none() && days.last >= self.today)
        else {
            return Ok(0);
        };
        let outlook = self.outlook(days.first.max(self.today), &Assumptions::default())?;
        let in_progress = items.iter().filter(|one| one.item.state == State::InSprint).count() as u32;
        let mut place = 0_u32;
        for one in items.iter_mut().filter(open) {
            place += 1;
            let question =
                Question { items: Some(place), in_progress: in_progress.min(place), by: Some(days.last) };
            let likelihood = outlook.answer(&question, self.settings.percentile).likelihood;
            one.chance = likelihood.map(display_likelihood);
        }
        Ok(place as usize)
    }

    /// The Review of a Sprint as it is prepared.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such Sprint.
    pub fn review(&self, id: SprintId) -> Result<Review> {
        let pack = self.pack(id)?;
        Ok(Review {
            sections: pack.lines(),
            sprint: pack.sprint,
            fields: pack.decided.fields,
            day: pack.day,
            before: pack.before,
            done: pack.done,
            left: pack.left,
            saved: pack.decided.review.is_some(),
        })
    }

    /// A document, with private notes only where asked for.
    ///
    /// # Errors
    /// [`Error::NotFound`] for something that is not there, and those of [`Product::forecast`].
    pub fn document(&self, report: &Report, private_notes: bool) -> Result<Document> {
        match report {
            Report::Review { sprint } => {
                let notes = if private_notes { self.private_notes()? } else { Vec::new() };
                Ok(self.pack(*sprint)?.document(private_notes.then_some(notes)))
            }
            other => self.report(other, private_notes),
        }
    }

    fn private_notes(&self) -> Result<Vec<(String, String)>> {
        let note = |person: &stakeholder::Stakeholder| {
            Ok((person.fields.name.clone(), stakeholder::private_note(&self.db, person.id)?))
        };
        let notes = self.stakeholders.iter().map(note).collect::<Result<Vec<_>>>()?;
        Ok(notes.into_iter().filter(|(_, note)| !note.is_empty()).collect())
    }

    /// Everything the pack of a Review is made of.
    fn pack(&self, id: SprintId) -> Result<Pack> {
        let sprint = self.known_sprint(id)?.clone();
        let decided = review::read(&self.db, id)?;
        let selected = sprint::selected(&self.db, Some(id))?;
        let entries = review::done_items(&self.backlog, &sprint, &selected, &decided.showings);
        let mut done = Vec::new();
        for entry in entries {
            let Some(item) = self.backlog.item(entry.item.id) else { continue };
            let showing = decided.showings.get(&item.id).cloned().unwrap_or_default();
            done.push(ShownItem {
                by_whom: showing.by_whom,
                minutes: showing.minutes,
                selected: selected.iter().any(|selected| selected.item == item.id),
                evidence: story::evidence(&self.db, item.id)?,
                item,
            });
        }
        let left: Vec<SprintItem> = self.sprint(id)?.items.into_iter().filter(|one| !one.done).collect();
        let day = sprint.review_day();
        let before = self.review_before(&sprint);
        let since = before.or_else(|| sprint.fields.first.and_then(|first| first.pred_opt()));
        let goal =
            direction::read(&self.db)?.into_iter().find(|goal| goal.state == direction::GoalState::Current);
        let decisions = decision::read(&self.db)?;
        let (wanted, taken): (Vec<_>, Vec<_>) =
            decisions.into_iter().partition(|decision| decision.fields.decision.is_empty());
        let open = contact::questions(&self.db)?.into_iter().filter(|question| {
            question.fields.stakeholder.is_some()
                && question.fields.answer.is_empty()
                && question.fields.answered_on.is_none()
        });
        let mut questions: Vec<contact::Question> = Vec::new();
        for question in open {
            let asked = |other: &contact::Question| other.fields.stakeholder == question.fields.stakeholder;
            if !questions.iter().any(asked) {
                questions.push(question);
            }
        }
        let next = self.backlog.order().filter_map(|id| self.backlog.item(id));
        let next = next.filter(|item| item.state != State::InSprint).take(NEXT).collect();
        let changed = since.map(|day| self.since(Some(day.min(self.today)))).transpose()?;
        let forecast = self.forecast_since(goal.as_ref().map(|goal| goal.id), before)?;
        Ok(Pack {
            product: self.settings.name.clone(),
            today: self.today,
            sure: self.settings.percentile,
            number: sprint.fields.number,
            sprint,
            decided,
            day,
            before,
            done,
            left,
            goal,
            changed,
            forecast,
            next,
            finish: self.finish.clone(),
            wanted,
            taken: taken.into_iter().filter(|one| since.is_none_or(|day| one.fields.day > day)).collect(),
            questions,
            people: self.named(),
        })
    }

    /// Names of people by id.
    pub(super) fn named(&self) -> Vec<Person> {
        let person = |one: &stakeholder::Stakeholder| Person { id: one.id, name: one.fields.name.clone() };
        self.stakeholders.iter().map(person).collect()
    }

    /// The day of the Review of the newest Sprint before this one.
    fn review_before(&self, sprint: &Sprint) -> Option<NaiveDate> {
        let earlier = self.sprints.iter().filter(|other| match (other.fields.first, sprint.fields.first) {
            (Some(one), Some(other)) => one < other,
            _ => other.fields.number < sprint.fields.number,
        });
        let last = earlier.max_by_key(|other| (other.fields.first, other.fields.number))?;
        last.review_day().filter(|day| *day <= self.today)
    }

    /// The forecast of what the current goal still needs, or of the whole order, beside that of the
    /// day of the last Review.
    fn forecast_since(
        &self,
        goal: Option<crate::ids::GoalId>,
        before: Option<NaiveDate>,
    ) -> Result<Option<ForecastThen>> {
        let of = |about| Asked { about: Some(about), by: None };
        let find = |asked: &Asked| Subject::find(&self.db, &self.backlog, asked).ok();
        let asked = goal.map(|id| of(About::Goal { id }));
        let found = asked.and_then(|asked| Some((find(&asked)?, asked)));
        let found = found.filter(|(subject, _)| !subject.members.is_empty());
        let everything = || {
            let asked = of(About::Everything);
            Some((find(&asked)?, asked))
        };
        let Some((subject, asked)) = found.or_else(everything) else { return Ok(None) };
        if subject.members.is_empty() {
            return Ok(None);
        }
        let plain = Assumptions::default();
        let forecast = self.forecast(&asked, &plain)?;
        let sure = self.settings.percentile;
        let range = |question: &Question, day| -> Result<Option<(NaiveDate, NaiveDate)>> {
            let days = self.outlook(day, &plain)?.told(question, sure);
            Ok(match days {
                Some(crate::forecast::Told::When { even, sure }) => even.zip(sure),
                _ => None,
            })
        };
        let question = subject.question(&asked);
        let mut then = None;
        let mut moved: Option<Moved> = None;
        if let Some(day) = before.filter(|day| *day < self.today) {
            let morning = day + Days::new(1);
            let order = history::day(&self.db, day)?.items;
            let order: Vec<&Item> = order.iter().filter(|item| item.position.is_some()).collect();
            let ours = |item: &&&Item| match &asked.about {
                // Items were given their goal later than they were put into the order.
                Some(About::Goal { id }) => item.goal == Some(*id) || subject.members.contains(&item.id),
                _ => true,
            };
            let ahead = order.iter().rposition(|item| ours(&item)).map_or(0, |last| last + 1);
            let ids: Vec<ItemId> = order.iter().take(ahead).map(|item| item.id).collect();
            let in_progress =
                order.iter().take(ahead).filter(|item| item.state == State::InSprint).count() as u32;
            let items = Some(ahead as u32).filter(|items| *items > 0);
            if items.is_some() {
                then = range(&Question { items, in_progress, by: None }, morning)?.map(|days| (day, days));
                moved = self.kept_today()?.moved_since(morning, &ids, &subject, sure);
            }
        }
        let history = self.past()?;
        let outlook = self.outlook(self.today, &plain)?;
        let chart = |size| drawings::burn_up(&outlook, &history, (&subject.name, &question), (sure, size));
        let (small_chart, chart) = (chart(Size::new(330, 150)), chart(Size::new(864, 230)));
        Ok(Some(ForecastThen {
            name: subject.name,
            now: range(&question, self.today)?,
            then,
            moved,
            sentence: forecast.answer.sentence,
            basis: forecast.answer.basis,
            notes: forecast.notes,
            chart,
            small_chart,
        }))
    }

    /// What is to be done after the Review of a Sprint.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such Sprint.
    pub fn follow_up(&self, id: SprintId) -> Result<FollowUp> {
        let pack = self.pack(id)?;
        let notes = feedback::read(&self.db)?;
        let feedback: Vec<_> = notes.into_iter().filter(|note| note.fields.sprint == Some(id)).collect();
        let mut lines = Vec::new();
        let mut line = |about, key, text: &str, who: Option<StakeholderId>| {
            let name = who.and_then(|who| Some(self.stakeholder(who)?.fields.name.clone()));
            let text = tell(key, &[("text", text.into()), ("name", name.unwrap_or_default().into())]);
            lines.push(FollowUpLine { about, text, who });
        };
        for note in &feedback {
            let (id, who) = (note.id, note.fields.stakeholder);
            if note.became.is_none() {
                let key = if who.is_some() { "follow-up-triage-of" } else { "follow-up-triage" };
                line(FollowUpAbout::Triage { id }, key, &note.fields.text, who);
            } else if note.fields.replied_on.is_none() && who.is_some() {
                line(FollowUpAbout::Reply { id }, "follow-up-reply", &note.fields.text, who);
            }
        }
        for question in &pack.questions {
            let about = FollowUpAbout::Question { id: question.id };
            line(about, "follow-up-question", &question.fields.text, question.fields.stakeholder);
        }
        for decision in &pack.wanted {
            let about = FollowUpAbout::Decision { id: decision.id };
            line(about, "follow-up-decision", &decision.fields.title, None);
        }
        // Before its last day a Sprint may still finish what is open.
        let over = pack.sprint.ended_on.is_some() || pack.sprint.fields.last <= Some(self.today);
        for left in pack.left.iter().filter(|left| over && left.item.state != State::Done) {
            let about = FollowUpAbout::Left { id: left.item.id };
            let key = if left.next.is_empty() { "follow-up-left" } else { "follow-up-left-next" };
            let text = if left.next.is_empty() { &left.item.title } else { &left.next };
            line(about, key, text, None);
        }
        let log = story::misunderstandings(&self.db)?;
        let built = |shown: &ShownItem| -> Result<Option<Built>> {
            let item = shown.item.clone();
            let said_back = story::said_back(&self.db, item.id)?;
            let of = |one: &&story::Misunderstanding| one.fields.item == Some(item.id);
            let misunderstood: Vec<_> = log.iter().filter(of).cloned().collect();
            let told = !said_back.is_empty() || !misunderstood.is_empty();
            Ok(told.then_some(Built { item, said_back, misunderstood }))
        };
        let built = pack.done.iter().map(built).collect::<Result<Vec<_>>>()?;
        Ok(FollowUp { lines, feedback, built: built.into_iter().flatten().collect() })
    }
}
