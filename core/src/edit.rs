//! Everything a product owner can do, verb by verb: the table of contents of the product.

use crate::asked::Asked;
use crate::backlog::{Field, NewItem, Place, verbs};
use crate::conflict::ConflictFields;
use crate::contact::{ContactFields, QuestionFields};
use crate::decision::{DecisionFields, DelegationFields, PairFields};
use crate::direction::{GoalState, Measure};
use crate::discovery::{AssumptionFields, LearningFields};
use crate::error::{Error, Result};
use crate::feedback::{self, FeedbackFields, Triage};
use crate::forecast::Assumptions;
use crate::ids::*;
use crate::import::{self, ImportedBacklog};
use crate::journal::Step;
use crate::kept::{self, Standing};
use crate::need::{self, BusinessGoalFields, NeedFields};
use crate::record;
use crate::review::{self, ReviewFields, SectionFields};
use crate::settings::{NewClosedDays, Settings};
use crate::sprint::{Leftover, Met, SprintFields};
use crate::stakeholder::StakeholderFields;
use crate::story::{self, Evidence, ExampleFields, MisunderstandingFields, SaidBackFields};
use crate::tx::Tx;
use crate::{direction, settings, sprint, stakeholder};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One action. [`crate::Product::apply`] runs it in one transaction that can be undone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Edit {
    // Settings
    /// Replaces the settings of the product.
    ChangeSettings { settings: Settings },
    /// Names days on which nobody works, a holiday or a whole list; those that are closed already
    /// stay as they are.
    AddClosedDays { days: Vec<NewClosedDays> },
    /// Works on these days after all.
    RemoveClosedDays { id: ClosedDaysId },
    /// Names a date that someone waits for.
    AddDateLine { name: String, day: NaiveDate },
    /// Renames or moves a named date.
    ChangeDateLine { id: DateLineId, name: String, day: NaiveDate },
    /// Forgets a named date.
    RemoveDateLine { id: DateLineId },
    /// Saves a filter as a view.
    AddView { name: String, filter: String },
    /// Renames a view or changes its filter.
    ChangeView { id: ViewId, name: String, filter: String },
    /// Forgets a view.
    RemoveView { id: ViewId },

    // Direction
    /// Adds a Product Goal; it is current if there is none.
    AddGoal { sentence: String, measure: Option<Measure> },
    /// Rewords a goal or changes its measure.
    ChangeGoal { id: GoalId, sentence: String, measure: Option<Measure> },
    /// Makes a goal current, fulfilled or abandoned; `reason` is kept.
    SetGoalState { id: GoalId, state: GoalState, reason: String },
    /// Records a measured value; a second one of the same day replaces the first.
    AddReading { goal: GoalId, day: NaiveDate, value: f64 },

    // Backlog
    /// Adds items at a place, in the order given.
    AddItems { items: Vec<NewItem>, place: Place },
    /// Gives fields of some items new values.
    ChangeItems { ids: Vec<ItemId>, changes: Vec<Field> },
    /// Moves items to a place; they land together and keep their order.
    MoveItems {
        ids: Vec<ItemId>,
        place: Place,
        #[serde(default)]
        reason: String,
    },
    /// Gives or rewords the reason of an earlier step.
    GiveReason { operation: OperationId, reason: String },
    /// Adds labels and takes others away.
    LabelItems { ids: Vec<ItemId>, add: Vec<String>, remove: Vec<String> },
    /// Marks items Done on a day.
    FinishItems { ids: Vec<ItemId>, on: NaiveDate },
    /// Decides not to do items.
    DeclineItems {
        ids: Vec<ItemId>,
        reason: String,
        revisit: Option<NaiveDate>,
        #[serde(default)]
        #[ts(optional)]
        assumption: Option<AssumptionId>,
    },
    /// Takes Done or declined items back into the order.
    ReopenItems { ids: Vec<ItemId> },
    /// Splits an item: it keeps its place and gets these parts' titles, the first as its own.
    SplitItem { id: ItemId, titles: Vec<String> },
    /// Merges items into one; the others are deleted, their wants and labels go over.
    MergeItems { into: ItemId, ids: Vec<ItemId> },
    /// Names a release slice: items that go out together.
    AddSlice { name: String },
    /// Renames a release slice.
    ChangeSlice { id: SliceId, name: String },
    /// Takes a release slice away; its items stay.
    RemoveSlice { id: SliceId },
    /// Deletes items.
    DeleteItems { ids: Vec<ItemId> },
    /// Links an item to something outside.
    AddLink { item: ItemId, title: String, url: String },
    /// Takes a link away.
    RemoveLink { id: LinkId },
    /// Names something that may go wrong.
    AddRisk { item: ItemId, text: String, probability: Option<u8> },
    /// Takes a risk away.
    RemoveRisk { id: RiskId },

    // Stakeholders
    /// Adds a person or group.
    AddStakeholder { fields: StakeholderFields },
    /// Changes what is said of a person or group.
    ChangeStakeholder { id: StakeholderId, fields: StakeholderFields },
    /// Removes a person or group with all their wants.
    RemoveStakeholder { id: StakeholderId },
    /// Says that somebody wants items; again: how strongly and why.
    Want {
        stakeholder: StakeholderId,
        items: Vec<ItemId>,
        strength: u8,
        #[serde(default)]
        why: String,
        #[serde(default)]
        #[ts(optional)]
        need: Option<NeedId>,
    },
    /// Says that somebody no longer wants items.
    Unwant { stakeholder: StakeholderId, items: Vec<ItemId> },
    /// Merges people into one; all that belongs to the others goes over.
    MergeStakeholders { into: StakeholderId, ids: Vec<StakeholderId> },
    /// Writes the private note about a person; an empty one takes it away.
    NoteOnStakeholder { id: StakeholderId, text: String },
    /// Adds a need of somebody.
    AddNeed { fields: NeedFields },
    /// Changes what is said of a need.
    ChangeNeed { id: NeedId, fields: NeedFields },
    /// Says which items answer a need; the person wants those that were not wanted yet.
    AnswerNeed { id: NeedId, items: Vec<ItemId> },
    /// Takes a need away; the wanted items stay wanted.
    RemoveNeed { id: NeedId },
    /// Adds a business goal.
    AddBusinessGoal { fields: BusinessGoalFields },
    /// Rewords a business goal.
    ChangeBusinessGoal { id: BusinessGoalId, fields: BusinessGoalFields },
    /// Takes a business goal away; the needs stay.
    RemoveBusinessGoal { id: BusinessGoalId },
    /// Logs a conversation with somebody.
    AddContact { fields: ContactFields },
    /// Changes what is said of a conversation.
    ChangeContact { id: ContactId, fields: ContactFields },
    /// Takes a conversation out of the log.
    RemoveContact { id: ContactId },
    /// Notes a question for somebody, or about an item.
    AddQuestion { fields: QuestionFields },
    /// Rewords or answers a question.
    ChangeQuestion { id: QuestionId, fields: QuestionFields },
    /// Takes a question away.
    RemoveQuestion { id: QuestionId },
    /// Notes that the needs of two people compete.
    AddConflict { fields: ConflictFields },
    /// Changes what is said of a conflict: positions, options, the decision.
    ChangeConflict { id: ConflictId, fields: ConflictFields },
    /// Takes a conflict away.
    RemoveConflict { id: ConflictId },

    // Feedback
    /// Puts a note into the inbox.
    AddFeedback { fields: FeedbackFields },
    /// Changes a note, or says what the person was told.
    ChangeFeedback { id: FeedbackId, fields: FeedbackFields },
    /// Makes of a note what it is.
    TriageFeedback { id: FeedbackId, triage: Triage },
    /// Takes a note out of the inbox.
    RemoveFeedback { id: FeedbackId },

    // Discovery
    /// Notes something that is assumed.
    AddAssumption { fields: AssumptionFields },
    /// Rewords an assumption, or says what came of it.
    ChangeAssumption { id: AssumptionId, fields: AssumptionFields },
    /// Takes an assumption away.
    RemoveAssumption { id: AssumptionId },
    /// Notes something that was learnt.
    AddLearning { fields: LearningFields },
    /// Changes what was learnt.
    ChangeLearning { id: LearningId, fields: LearningFields },
    /// Takes a learning away.
    RemoveLearning { id: LearningId },

    // Decisions
    /// Keeps a decision.
    AddDecision { fields: DecisionFields },
    /// Changes a decision, or says what came of it.
    ChangeDecision { id: DecisionId, fields: DecisionFields },
    /// Takes a decision out of the log.
    RemoveDecision { id: DecisionId },
    /// Hands something to somebody.
    AddDelegation { fields: DelegationFields },
    /// Changes a delegation, or says what came of it.
    ChangeDelegation { id: DelegationId, fields: DelegationFields },
    /// Takes a delegation out of the ledger.
    RemoveDelegation { id: DelegationId },
    /// Keeps why one item stands above another.
    AddPair { fields: PairFields },
    /// Rewords why one item stands above another.
    ChangePair { id: PairId, fields: PairFields },
    /// Takes a pair away.
    RemovePair { id: PairId },

    // Sprints
    /// Adds a Sprint.
    AddSprint { fields: SprintFields },
    /// Changes a Sprint.
    ChangeSprint { id: SprintId, fields: SprintFields },
    /// Removes a Sprint.
    RemoveSprint { id: SprintId },
    /// Selects items for a Sprint; for the running one they are in Sprint from now on.
    SelectItems { id: SprintId, items: Vec<ItemId> },
    /// Takes items out of a Sprint.
    UnselectItems { id: SprintId, items: Vec<ItemId> },
    /// Begins a Sprint today.
    StartSprint { id: SprintId },
    /// Ends a Sprint: whether its goal was met, and what becomes of what is not Done; what is not
    /// named goes back into the order.
    EndSprint {
        id: SprintId,
        met: Option<Met>,
        #[serde(default)]
        left: Vec<Leftover>,
    },
    /// Says why a selected item is not Done, and what happens now.
    SayLeftover { sprint: SprintId, item: ItemId, why: String, next: String },

    // Reviews
    /// Says when and where the Review of a Sprint is.
    PlanReview { sprint: SprintId, fields: ReviewFields },
    /// Shows or hides a section of a Review pack, changes its free text and its note.
    ChangeSection { sprint: SprintId, section: String, fields: SectionFields },
    /// Moves a section to a place, counted from 0.
    MoveSection { sprint: SprintId, section: String, to: u32 },
    /// Adds a section of free text in Markdown.
    AddSection {
        sprint: SprintId,
        title: String,
        #[serde(default)]
        text: String,
    },
    /// Takes a section of free text away.
    RemoveSection { sprint: SprintId, section: String },
    /// Says who shows a Done item, and how many minutes it takes.
    ShowItem { sprint: SprintId, item: ItemId, by_whom: String, minutes: Option<u16> },
    /// Moves a Done item to a place in the order of showing, counted from 0.
    MoveShown { sprint: SprintId, item: ItemId, to: u32 },
    /// Writes something over what data say in a pack; an empty text lets data speak again. `said` is
    /// what they say now.
    Reword { sprint: SprintId, key: String, text: String, said: String },
    /// Says which points of the Definition of Done are confirmed for a Done item, and where it can
    /// be tried.
    GiveEvidence { item: ItemId, evidence: Evidence },
    /// Adds an example to an item.
    AddExample { fields: ExampleFields },
    /// Rewords an example.
    ChangeExample { id: ExampleId, fields: ExampleFields },
    /// Takes an example away.
    RemoveExample { id: ExampleId },
    /// Keeps what the Developers understood of an item, in their words.
    AddSaidBack { fields: SaidBackFields },
    /// Changes what was said back.
    ChangeSaidBack { id: SaidBackId, fields: SaidBackFields },
    /// Takes back what was said back.
    RemoveSaidBack { id: SaidBackId },
    /// Notes where intended and built parted.
    AddMisunderstanding { fields: MisunderstandingFields },
    /// Changes what is said of a misunderstanding.
    ChangeMisunderstanding { id: MisunderstandingId, fields: MisunderstandingFields },
    /// Takes a misunderstanding out of the log.
    RemoveMisunderstanding { id: MisunderstandingId },

    // Forecasts
    /// Keeps today's answer to a question, with whom it was told and in which words where those are
    /// not the answer's.
    KeepForecast {
        asked: Asked,
        assumptions: Assumptions,
        told: Option<StakeholderId>,
        #[serde(default)]
        words: String,
    },
    /// Says whom a kept forecast was told, and in which words.
    TellForecast { id: ForecastId, told: Option<StakeholderId>, words: String },
    /// Says what became of a kept forecast; none leaves it to the done dates again.
    ResolveForecast { id: ForecastId, standing: Option<Standing> },

    // Exchange
    /// Brings in the items of a file; items known by external id are updated.
    Import { backlog: ImportedBacklog },
    /// Brings in a throughput history; it wins for the days it covers.
    ImportThroughput { throughput: crate::import::ImportedThroughput },
}

/// What an edit was, beside its rows.
pub(crate) struct Performed {
    /// The step as the journal keeps it.
    pub step: Step,
    /// Why it was done, where a person said so.
    pub reason: String,
}

/// Runs the verb of an edit.
pub(crate) fn perform(tx: &Tx<'_>, edit: &Edit) -> Result<Performed> {
    let step = match edit {
        Edit::ChangeSettings { settings } => settings::change(tx, settings),
        Edit::AddClosedDays { days } => settings::add_closed_days(tx, days),
        Edit::RemoveClosedDays { id } => settings::remove_closed_days(tx, *id),
        Edit::AddDateLine { name, day } => settings::add_date_line(tx, name, *day),
        Edit::ChangeDateLine { id, name, day } => settings::change_date_line(tx, *id, name, *day),
        Edit::RemoveDateLine { id } => settings::remove_date_line(tx, *id),
        Edit::AddView { name, filter } => settings::add_view(tx, name, filter),
        Edit::ChangeView { id, name, filter } => settings::change_view(tx, *id, name, filter),
        Edit::RemoveView { id } => settings::remove_view(tx, *id),
        Edit::AddGoal { sentence, measure } => direction::add(tx, sentence, measure.as_ref()),
        Edit::ChangeGoal { id, sentence, measure } => direction::change(tx, *id, sentence, measure.as_ref()),
        Edit::SetGoalState { id, state, reason } => direction::set_state(tx, *id, *state, reason),
        Edit::AddReading { goal, day, value } => direction::add_reading(tx, *goal, *day, *value),
        Edit::AddItems { items, place } => verbs::add_items(tx, items, *place),
        Edit::ChangeItems { ids, changes } => verbs::change_items(tx, ids, changes),
        Edit::MoveItems { ids, place, reason } => {
            let (step, reason) = verbs::move_items(tx, ids, *place, reason)?;
            return Ok(Performed { step, reason });
        }
        Edit::GiveReason { operation, reason } => give_reason(tx, *operation, reason),
        Edit::LabelItems { ids, add, remove } => verbs::label_items(tx, ids, add, remove),
        Edit::FinishItems { ids, on } => verbs::finish_items(tx, ids, *on),
        Edit::DeclineItems { ids, reason, revisit, assumption } => {
            verbs::decline_items(tx, ids, reason, *revisit, *assumption)
        }
        Edit::ReopenItems { ids } => verbs::reopen_items(tx, ids),
        Edit::SplitItem { id, titles } => verbs::split_item(tx, *id, titles),
        Edit::MergeItems { into, ids } => verbs::merge_items(tx, *into, ids),
        Edit::AddSlice { name } => verbs::add_slice(tx, name),
        Edit::ChangeSlice { id, name } => verbs::change_slice(tx, *id, name),
        Edit::RemoveSlice { id } => verbs::remove_slice(tx, *id),
        Edit::DeleteItems { ids } => verbs::delete_items(tx, ids),
        Edit::AddLink { item, title, url } => verbs::add_link(tx, *item, title, url),
        Edit::RemoveLink { id } => verbs::remove_link(tx, *id),
        Edit::AddRisk { item, text, probability } => verbs::add_risk(tx, *item, text, *probability),
        Edit::RemoveRisk { id } => verbs::remove_risk(tx, *id),
        Edit::AddStakeholder { fields } => stakeholder::add(tx, fields),
        Edit::ChangeStakeholder { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveStakeholder { id } => record::remove::<StakeholderFields>(tx, id.0),
        Edit::Want { stakeholder, items, strength, why, need } => {
            verbs::want_items(tx, *stakeholder, items, *strength, why, *need)
        }
        Edit::Unwant { stakeholder, items } => verbs::unwant_items(tx, *stakeholder, items),
        Edit::MergeStakeholders { into, ids } => stakeholder::merge(tx, *into, ids),
        Edit::NoteOnStakeholder { id, text } => stakeholder::note(tx, *id, text),
        Edit::AddNeed { fields } => record::add(tx, fields),
        Edit::ChangeNeed { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveNeed { id } => record::remove::<NeedFields>(tx, id.0),
        Edit::AddBusinessGoal { fields } => record::add(tx, fields),
        Edit::ChangeBusinessGoal { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveBusinessGoal { id } => record::remove::<BusinessGoalFields>(tx, id.0),
        Edit::AddContact { fields } => record::add(tx, fields),
        Edit::ChangeContact { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveContact { id } => record::remove::<ContactFields>(tx, id.0),
        Edit::AddQuestion { fields } => record::add(tx, fields),
        Edit::ChangeQuestion { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveQuestion { id } => record::remove::<QuestionFields>(tx, id.0),
        Edit::AddConflict { fields } => record::add(tx, fields),
        Edit::ChangeConflict { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveConflict { id } => record::remove::<ConflictFields>(tx, id.0),
        Edit::AddFeedback { fields } => record::add(tx, fields),
        Edit::ChangeFeedback { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveFeedback { id } => record::remove::<FeedbackFields>(tx, id.0),
        Edit::AddAssumption { fields } => record::add(tx, fields),
        Edit::ChangeAssumption { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveAssumption { id } => record::remove::<AssumptionFields>(tx, id.0),
        Edit::AddLearning { fields } => record::add(tx, fields),
        Edit::ChangeLearning { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveLearning { id } => record::remove::<LearningFields>(tx, id.0),
        Edit::AddDecision { fields } => record::add(tx, fields),
        Edit::ChangeDecision { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveDecision { id } => record::remove::<DecisionFields>(tx, id.0),
        Edit::AddDelegation { fields } => record::add(tx, fields),
        Edit::ChangeDelegation { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveDelegation { id } => record::remove::<DelegationFields>(tx, id.0),
        Edit::AddPair { fields } => record::add(tx, fields),
        Edit::ChangePair { id, fields } => record::change(tx, id.0, fields),
        Edit::RemovePair { id } => record::remove::<PairFields>(tx, id.0),
        Edit::AnswerNeed { id, items } => need::answer(tx, *id, items),
        Edit::TriageFeedback { id, triage } => feedback::triage(tx, *id, triage),
        Edit::AddSprint { fields } => sprint::add(tx, fields),
        Edit::ChangeSprint { id, fields } => sprint::change(tx, *id, fields),
        Edit::RemoveSprint { id } => sprint::remove(tx, *id),
        Edit::SelectItems { id, items } => sprint::select(tx, *id, items),
        Edit::UnselectItems { id, items } => sprint::unselect(tx, *id, items),
        Edit::StartSprint { id } => sprint::start(tx, *id),
        Edit::EndSprint { id, met, left } => sprint::end(tx, *id, *met, left),
        Edit::SayLeftover { sprint, item, why, next } => {
            sprint::say_leftover(tx, *sprint, *item, (why, next))
        }
        Edit::PlanReview { sprint, fields } => review::plan(tx, *sprint, fields),
        Edit::ChangeSection { sprint, section, fields } => {
            review::change_section(tx, *sprint, section, fields)
        }
        Edit::MoveSection { sprint, section, to } => review::move_section(tx, *sprint, section, *to),
        Edit::AddSection { sprint, title, text } => review::add_section(tx, *sprint, title, text),
        Edit::RemoveSection { sprint, section } => review::remove_section(tx, *sprint, section),
        Edit::ShowItem { sprint, item, by_whom, minutes } => {
            review::show(tx, *sprint, *item, (by_whom, *minutes))
        }
        Edit::MoveShown { sprint, item, to } => review::move_shown(tx, *sprint, *item, *to),
        Edit::Reword { sprint, key, text, said } => review::reword(tx, *sprint, key, (text, said)),
        Edit::GiveEvidence { item, evidence } => story::give_evidence(tx, *item, evidence),
        Edit::AddExample { fields } => record::add(tx, fields),
        Edit::ChangeExample { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveExample { id } => record::remove::<ExampleFields>(tx, id.0),
        Edit::AddSaidBack { fields } => record::add(tx, fields),
        Edit::ChangeSaidBack { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveSaidBack { id } => record::remove::<SaidBackFields>(tx, id.0),
        Edit::AddMisunderstanding { fields } => record::add(tx, fields),
        Edit::ChangeMisunderstanding { id, fields } => record::change(tx, id.0, fields),
        Edit::RemoveMisunderstanding { id } => record::remove::<MisunderstandingFields>(tx, id.0),
        Edit::KeepForecast { asked, assumptions, told, words } => {
            kept::keep(tx, asked, assumptions, *told, words)
        }
        Edit::TellForecast { id, told, words } => kept::tell_forecast(tx, *id, *told, words),
        Edit::ResolveForecast { id, standing } => kept::resolve(tx, *id, standing.as_ref()),
        Edit::Import { backlog } => import::import(tx, backlog, &mut |_, _| true).map(|(step, _)| step),
        Edit::ImportThroughput { throughput } => import::import_throughput(tx, throughput),
    };
    Ok(Performed { step: step?, reason: String::new() })
}

/// Gives or rewords the reason of an earlier step; an empty one takes it away.
fn give_reason(tx: &Tx<'_>, operation: OperationId, reason: &str) -> Result<Step> {
    let known: Option<Option<ItemId>> = {
        use rusqlite::OptionalExtension;
        tx.prepare("SELECT item FROM operation WHERE id = ?1")?
            .query_row([operation], |row| row.get(0))
            .optional()?
    };
    let item = known.ok_or_else(|| Error::not_found("error-gone", "id", operation))?;
    let reason = reason.trim();
    if reason.is_empty() {
        tx.execute("DELETE FROM reason WHERE operation = ?1", [operation])?;
    } else {
        tx.execute(
            "INSERT INTO reason (operation, text) VALUES (?1, ?2)
             ON CONFLICT (operation) DO UPDATE SET text = excluded.text",
            (operation, reason),
        )?;
    }
    let step = Step::new("history-give-reason").with("reason", crate::tx::short(reason));
    Ok(match item {
        Some(item) => step.about(item),
        None => step,
    })
}
