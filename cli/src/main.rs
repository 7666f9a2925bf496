//! Cairn on the command line: the same core as the window, for scripts and the terminal.

mod answer;
mod args;
mod asked;
mod backtest;
mod charts;
mod desk;
mod edits;
mod exchange;
mod forecast;
mod inbox;
mod items;
mod kept;
mod ledger;
mod named;
mod people;
mod records;
mod reports;
mod safety;
mod sprints;

use answer::{Stop, Told};
use args::{Arguments, Kept, Verb};
use clap::{CommandFactory, Parser};
use desk::Desk;
use records::Known;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let json = arguments.json;
    match run(arguments) {
        Ok(answer) => {
            let text = if json { format!("{}\n", answer.json) } else { answer.text };
            let mut out = std::io::stdout().lock();
            match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
                Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                    tell(&error.to_string());
                    ExitCode::from(1)
                }
                _ => ExitCode::from(u8::from(answer.wrong)),
            }
        }
        Err(Stop::Failure(error)) => {
            tell(&answer::failure_text(&error));
            ExitCode::from(1)
        }
        Err(Stop::Usage(message)) => {
            let error = Arguments::command().error(clap::error::ErrorKind::MissingRequiredArgument, message);
            // Whether stderr could be written does not change the exit code.
            let _ = error.print();
            ExitCode::from(2)
        }
    }
}

/// Writes to stderr; where nobody listens, the exit code still tells.
fn tell(message: &str) {
    let mut lines = message.lines().map(answer::plain).collect::<Vec<_>>().join("\n");
    lines.push('\n');
    let _ = std::io::stderr().write_all(lines.as_bytes());
}

fn run(arguments: Arguments) -> Told {
    let desk = Desk::new(arguments.product)?;
    match arguments.verb {
        Verb::Init(init) => edits::init(&desk, init),
        Verb::Import(import) => exchange::import(&desk, import),
        Verb::List(list) => items::list(&desk, list),
        Verb::Add(add) => edits::add(&desk, add),
        Verb::Edit(change) => edits::change(&desk, change),
        Verb::Move(to) => edits::move_items(&desk, to),
        Verb::Done(done) => edits::done(&desk, done),
        Verb::Reopen(reopen) => edits::reopen(&desk, reopen),
        Verb::Decline(decline) => edits::decline(&desk, decline),
        Verb::Split(split) => edits::split(&desk, split),
        Verb::Merge(merge) => edits::merge(&desk, merge),
        Verb::Delete(delete) => edits::delete(&desk, delete),
        Verb::Want(want) => edits::want(&desk, want),
        Verb::Unwant(unwant) => edits::unwant(&desk, unwant),
        Verb::Stakeholder(verb) => people::stakeholders(&desk, verb),
        Verb::Person(person) => people::person(&desk, person),
        Verb::Served => people::served(&desk),
        Verb::Need(verb) => records::records(&desk, &records::NEED, verb),
        Verb::BusinessGoal(verb) => records::records(&desk, &records::BUSINESS_GOAL, verb),
        Verb::Contact(verb) => people::contacts(&desk, verb),
        Verb::Ask(fields) => records::add(&desk, &records::QUESTION, fields),
        Verb::Answer(answer) => people::answer(&desk, answer),
        Verb::Question(verb) => records::known(&desk, &records::QUESTION, verb),
        Verb::Conflict(verb) => records::records(&desk, &records::CONFLICT, verb),
        Verb::Feedback(verb) => inbox::inbox(&desk, verb),
        Verb::Assumption(verb) => records::records(&desk, &records::ASSUMPTION, verb),
        Verb::Learning(verb) => records::records(&desk, &records::LEARNING, verb),
        Verb::Decision(verb) => records::records(&desk, &records::DECISION, verb),
        Verb::Delegation(verb) => records::records(&desk, &records::DELEGATION, verb),
        Verb::Why(why) => ledger::why(&desk, why),
        Verb::Pairs { verb } => {
            records::known(&desk, &records::PAIR, verb.unwrap_or(Known::List { due: false }))
        }
        Verb::Since(since) => ledger::since(&desk, since),
        Verb::NotDoing => ledger::not_doing(&desk),
        Verb::Scores => ledger::scores(&desk),
        Verb::Risks => ledger::risks(&desk),
        Verb::History(history) => edits::history(&desk, history),
        Verb::At(at) => items::at(&desk, at),
        Verb::Undo => edits::undo(&desk),
        Verb::Redo => edits::redo(&desk),
        Verb::Search(search) => items::search(&desk, search),
        Verb::Export(export) => exchange::export(&desk, export),
        Verb::Check => exchange::check(&desk),
        Verb::Backups => safety::backups(&desk),
        Verb::Restore(restore) => safety::restore(&desk, restore),
        Verb::Holidays(holidays) => exchange::holidays(&desk, holidays),
        Verb::Slice(slice) => edits::slice(&desk, slice),
        Verb::Forecast(mut forecast) => match forecast.verb.take() {
            None => forecast::forecast(&desk, *forecast),
            Some(Kept::Keep(keep)) => kept::keep(&desk, *keep),
            Some(Kept::List) => kept::list(&desk),
            Some(Kept::Tell(tell)) => kept::tell_forecast(&desk, tell),
            Some(Kept::Resolve(resolve)) => kept::resolve(&desk, resolve),
        },
        Verb::Calibration => kept::calibration(&desk),
        Verb::Chart(chart) => charts::chart(&desk, *chart),
        Verb::Sprint(verb) => sprints::sprints(&desk, verb),
        Verb::Evidence(evidence) => sprints::evidence(&desk, evidence),
        Verb::Example(verb) => records::records(&desk, &records::EXAMPLE, verb),
        Verb::SaidBack(verb) => records::records(&desk, &records::SAID_BACK, verb),
        Verb::Misunderstanding(verb) => records::records(&desk, &records::MISUNDERSTANDING, verb),
        Verb::Review(review) => reports::review(&desk, review),
        Verb::Report(report) => reports::report(&desk, report),
        Verb::Backtest(backtest) => backtest::backtest(&desk, backtest),
    }
}
