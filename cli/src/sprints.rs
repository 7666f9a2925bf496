//! Sprints as they go: what was selected, how likely it is Done, and what became of it.

use crate::answer::{Answer, Column, NOTHING, Told, plain, table};
use crate::desk::Desk;
use crate::edits::run;
use crate::records::{self, Records, SPRINT};
use cairn_core::ids::ItemId;
use cairn_core::sprint::{Fate, Leftover, Met, SprintItem, SprintPage};
use cairn_core::story::Check;
use cairn_core::words::{say, tell};
use cairn_core::{Edit, Product, Result};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

/// What can be done with Sprints. N is the number of one.
#[derive(Debug, Subcommand)]
pub enum Sprints {
    /// What can be done with every kind of record.
    #[command(flatten)]
    Records(Records),
    /// Tell what was selected, how likely each is Done by the end, and what became of it
    Items {
        /// Its number
        #[arg(value_name = "N")]
        sprint: u32,
    },
    /// Select items for it; for the running one they are in Sprint from now on
    Select {
        /// Its number
        #[arg(value_name = "N")]
        sprint: u32,
        /// The items
        #[arg(required = true, value_name = "ITEM")]
        items: Vec<String>,
    },
    /// Take items out of it
    Unselect {
        /// Its number
        #[arg(value_name = "N")]
        sprint: u32,
        /// The items
        #[arg(required = true, value_name = "ITEM")]
        items: Vec<String>,
    },
    /// Begin it today: what was selected is in Sprint
    Start {
        /// Its number
        #[arg(value_name = "N")]
        sprint: u32,
    },
    /// End it; what is not Done goes back into the order unless something else is said
    End(End),
    /// Say why a selected item is not Done, and what happens now
    Leftover {
        /// Its number
        #[arg(value_name = "N")]
        sprint: u32,
        /// The item
        item: String,
        /// Why it is not Done
        why: String,
        /// What happens now
        #[arg(long, default_value = "")]
        next: String,
    },
}

/// Arguments of `sprint end`.
#[derive(Debug, Args)]
pub struct End {
    /// Its number
    #[arg(value_name = "N")]
    pub sprint: u32,
    /// Whether the Sprint Goal was met
    #[arg(long, value_enum)]
    pub met: Option<GoalMet>,
    /// Items that go into the next Sprint
    #[arg(long, value_name = "ITEM", num_args = 1..)]
    pub carry: Vec<String>,
    /// Items that will not be done
    #[arg(long, value_name = "ITEM", num_args = 1..)]
    pub drop: Vec<String>,
}

/// Whether a Sprint Goal was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GoalMet {
    /// It was
    Reached,
    /// In part
    Partly,
    /// It was not
    Missed,
}

/// Arguments of `evidence`.
#[derive(Debug, Args)]
pub struct Evidence {
    /// A Done item
    pub item: String,
    /// Points of its Definition of Done that are confirmed, by their places from 1; or "all"
    #[arg(long, value_name = "N", num_args = 1..)]
    pub met: Vec<String>,
    /// Where the Increment can be tried
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
}

/// `sprint`: Sprints.
pub fn sprints(desk: &Desk, verb: Sprints) -> Told {
    match verb {
        Sprints::Records(verb) => records::records(desk, &SPRINT, verb),
        Sprints::Items { sprint } => {
            let product = desk.read()?;
            let page = product.sprint(product.sprint_of_number(sprint)?)?;
            Ok(Answer::new(&shown(&page), text(&page)))
        }
        Sprints::Select { sprint, items } => run(desk, |product| {
            Ok(Edit::SelectItems { id: product.sprint_of_number(sprint)?, items: found(product, &items)? })
        }),
        Sprints::Unselect { sprint, items } => run(desk, |product| {
            Ok(Edit::UnselectItems { id: product.sprint_of_number(sprint)?, items: found(product, &items)? })
        }),
        Sprints::Start { sprint } => {
            run(desk, |product| Ok(Edit::StartSprint { id: product.sprint_of_number(sprint)? }))
        }
        Sprints::End(end) => run(desk, |product| {
            let met = end.met.map(|met| match met {
                GoalMet::Reached => Met::Reached,
                GoalMet::Partly => Met::Partly,
                GoalMet::Missed => Met::Missed,
            });
            let of = |names: &[String], fate| -> Result<Vec<Leftover>> {
                let left = |item| Leftover { item, fate, why: String::new(), next: String::new() };
                Ok(found(product, names)?.into_iter().map(left).collect())
            };
            let left = [of(&end.carry, Fate::Carried)?, of(&end.drop, Fate::NotDoing)?].concat();
            Ok(Edit::EndSprint { id: product.sprint_of_number(end.sprint)?, met, left })
        }),
        Sprints::Leftover { sprint, item, why, next } => run(desk, |product| {
            let (sprint, item) = (product.sprint_of_number(sprint)?, product.find(&item)?);
            Ok(Edit::SayLeftover { sprint, item, why, next })
        }),
    }
}

/// `evidence`: what a Done item rests on.
pub fn evidence(desk: &Desk, said: Evidence) -> Told {
    if said.met.is_empty() && said.url.is_none() {
        let product = desk.read()?;
        let evidence = product.item(product.find(&said.item)?)?.evidence.unwrap_or_default();
        let row = |(place, check): (usize, &Check)| {
            let met = say(if check.met { "cli-confirmed" } else { "cli-unconfirmed" });
            vec![(place + 1).to_string(), met, plain(&check.text)]
        };
        let rows: Vec<_> = evidence.checks.iter().enumerate().map(row).collect();
        let mut text = table(&[Column::Right, Column::Left, Column::Gives], &rows);
        if !evidence.url.is_empty() {
            text += &format!("{}\n", plain(&evidence.url));
        }
        return Ok(Answer::new(&evidence, text));
    }
    run(desk, |product| {
        let item = product.find(&said.item)?;
        let mut evidence = product.item(item)?.evidence.unwrap_or_default();
        for (place, check) in (1_usize..).zip(&mut evidence.checks) {
            let named = |text: &String| text == "all" || text.parse() == Ok(place);
            check.met |= said.met.iter().any(named);
        }
        evidence.url = said.url.unwrap_or(evidence.url);
        Ok(Edit::GiveEvidence { item, evidence })
    })
}

fn found(product: &Product, names: &[String]) -> Result<Vec<ItemId>> {
    names.iter().map(|name| product.find(name)).collect()
}

/// A Sprint in JSON.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    number: u32,
    goal: &'a str,
    running: bool,
    chance: Option<&'a str>,
    items: Vec<ShownItem<'a>>,
    unselected: Vec<&'a str>,
}

/// A selected item in JSON.
#[derive(Debug, Serialize)]
struct ShownItem<'a> {
    key: &'a str,
    title: &'a str,
    done: bool,
    chance: Option<&'a str>,
    became: Option<Fate>,
    why: &'a str,
    next: &'a str,
}

fn shown(page: &SprintPage) -> Shown<'_> {
    Shown {
        number: page.sprint.fields.number,
        goal: &page.sprint.fields.goal,
        running: page.running,
        chance: page.chance.as_deref(),
        items: page
            .items
            .iter()
            .map(|one| ShownItem {
                key: &one.item.key,
                title: &one.item.title,
                done: one.done,
                chance: one.chance.as_deref(),
                became: one.became,
                why: &one.why,
                next: &one.next,
            })
            .collect(),
        unselected: page.unselected.iter().map(|item| item.key.as_str()).collect(),
    }
}

fn text(page: &SprintPage) -> String {
    let row = |one: &SprintItem| {
        let stands = match (one.done, &one.chance, one.became) {
            (true, ..) => say("export-state-done"),
            (_, Some(chance), _) => chance.clone(),
            (_, None, Some(fate)) => say(&format!("cli-fate-{}", fate.word().replace('_', "-"))),
            (_, None, None) => NOTHING.to_owned(),
        };
        vec![plain(&one.item.key), stands, plain(&one.item.title), plain(&one.why)]
    };
    let rows: Vec<_> = page.items.iter().map(row).collect();
    let head = tell("cli-sprint", &[("number", page.sprint.fields.number.into())]);
    let goal = plain(&page.sprint.fields.goal);
    let mut text =
        [head, goal].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ") + "\n";
    text += &table(&[Column::Left, Column::Right, Column::Gives, Column::Gives], &rows);
    if !page.unselected.is_empty() {
        let keys = page.unselected.iter().map(|item| item.key.as_str()).collect::<Vec<_>>().join(", ");
        text += &(tell("cli-sprint-unselected", &[("keys", plain(&keys).into())]) + "\n");
    }
    text + &page.chance.as_ref().map(|chance| format!("{chance}\n")).unwrap_or_default()
}
