//! Edits by chance: every verb of [`Edit`], mostly sensible, now and then not.

use cairn_core::backlog::{Field, Item, NewItem, Place, State};
use cairn_core::conflict::{ConflictFields, Side};
use cairn_core::contact::{ContactFields, QuestionFields};
use cairn_core::decision::{DecisionFields, DelegationFields, PairFields};
use cairn_core::direction::{GoalState, Measure};
use cairn_core::discovery::{AssumptionFields, AssumptionState, LearningFields};
use cairn_core::feedback::{FeedbackFields, Triage};
use cairn_core::ids::{
    AssumptionId, BusinessGoalId, ConflictId, ContactId, DecisionId, DelegationId, FeedbackId,
};
use cairn_core::ids::{ClosedDaysId, DateLineId, GoalId, ItemId, LinkId, OperationId, RiskId, SprintId};
use cairn_core::ids::{ExampleId, MisunderstandingId, SaidBackId};
use cairn_core::ids::{LearningId, NeedId, PairId, QuestionId, StakeholderId, ViewId};
use cairn_core::import::{ImportedBacklog, ImportedItem, ImportedSprint, ImportedThroughput};
use cairn_core::need::{BusinessGoalFields, NeedFields};
use cairn_core::review::{ReviewFields, SectionFields};
use cairn_core::settings::NewClosedDays;
use cairn_core::sprint::{Fate, Leftover, Met, SprintFields};
use cairn_core::stakeholder::StakeholderFields;
use cairn_core::story::{Check, Evidence, ExampleFields, MisunderstandingFields, SaidBackFields};
use cairn_core::{Edit, Product, Snapshot};
use chrono::{DateTime, Days, FixedOffset, NaiveDate};

/// Something that answers with a number below the one it is given.
pub type Dice<'a> = dyn FnMut(usize) -> usize + 'a;

/// How many verbs [`edit`] chooses from.
const VERBS: usize = 46;

/// What the dice can choose from.
struct Table<'a, 'd> {
    page: Snapshot,
    items: Vec<Item>,
    today: NaiveDate,
    dice: &'a mut Dice<'d>,
}

/// An edit of a product by chance. Some are refused; none may do harm.
pub fn edit(product: &mut Product, now: DateTime<FixedOffset>, dice: &mut Dice<'_>) -> Edit {
    let page = product.load(now).unwrap();
    let items = product.filter_all("").unwrap();
    let mut table = Table { page, items, today: now.date_naive(), dice };
    let verb = (table.dice)(VERBS);
    table.edit(verb, product)
}

impl Table<'_, '_> {
    fn below(&mut self, count: usize) -> usize {
        (self.dice)(count.max(1))
    }

    fn often(&mut self, of: usize) -> bool {
        self.below(of) != 1
    }

    fn one<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        let at = self.below(from.len());
        from.get(at).cloned()
    }

    fn word(&mut self) -> String {
        const WORDS: [&str; 14] = [
            "Reserve",
            "search",
            "Straße",
            "élan",
            "🌲",
            "a\u{0}b",
            "\"quoted\"",
            "it's",
            "مرحبا",
            "  ",
            "x\ny",
            "%_",
            "\u{202e}rtl",
            "",
        ];
        let word = WORDS[self.below(WORDS.len())];
        let number = self.below(50);
        if number == 0 { word.to_owned() } else { format!("{word} {number}") }
    }

    fn item(&mut self) -> ItemId {
        let ids: Vec<ItemId> = self.items.iter().map(|item| item.id).collect();
        match self.one(&ids) {
            Some(id) if self.often(40) => id,
            _ => ItemId(99_999),
        }
    }

    fn some(&mut self) -> Vec<ItemId> {
        let count = if self.often(6) { 1 } else { self.below(5) };
        (0..count).map(|_| self.item()).collect()
    }

    /// Open items, as a drag takes them.
    fn open(&mut self) -> Vec<ItemId> {
        let open: Vec<ItemId> = self.items.iter().filter(|i| i.position.is_some()).map(|i| i.id).collect();
        let count = if self.often(4) { 1 } else { self.below(6) };
        (0..count).filter_map(|_| self.one(&open)).collect()
    }

    fn place(&mut self) -> Place {
        match self.below(8) {
            0 => Place::Top,
            1 => Place::Bottom,
            2 | 3 => Place::Before { id: self.item() },
            4 | 5 => Place::After { id: self.item() },
            6 => Place::Position { position: self.below(40) as u32 },
            _ => Place::ByDay { day: self.day() },
        }
    }

    fn day(&mut self) -> NaiveDate {
        let far = self.below(120) as u64;
        let day = if self.often(3) {
            self.today.checked_sub_days(Days::new(far))
        } else {
            self.today.checked_add_days(Days::new(far))
        };
        day.unwrap_or(self.today)
    }

    fn past(&mut self) -> NaiveDate {
        let far = self.below(60) as u64;
        self.today.checked_sub_days(Days::new(far)).unwrap_or(self.today)
    }

    fn state(&mut self) -> State {
        const STATES: [State; 7] = [
            State::InSprint,
            State::Ready,
            State::NeedsConversation,
            State::Idea,
            State::InSprint,
            State::Done,
            State::NotDoing,
        ];
        STATES[self.below(STATES.len())]
    }

    fn labels(&mut self) -> Vec<String> {
        let count = self.below(3);
        (0..count).map(|_| format!("label {}", self.below(4))).collect()
    }

    fn person(&mut self) -> StakeholderId {
        let ids: Vec<StakeholderId> = self.page.stakeholders.iter().map(|person| person.id).collect();
        self.one(&ids).unwrap_or(StakeholderId(99))
    }

    fn people(&mut self) -> Vec<StakeholderId> {
        let count = self.below(3);
        (0..count).map(|_| self.person()).collect()
    }

    fn new_item(&mut self) -> NewItem {
        NewItem {
            title: format!("Item {}", self.below(1000)),
            kind: if self.often(3) { String::new() } else { self.word() },
            state: if self.often(2) { None } else { Some(self.state()) },
            size: if self.often(3) { None } else { Some(self.below(100) as f64 / 8.0) },
            part_of: if self.often(5) { None } else { Some(self.item()) },
            labels: self.labels(),
            wanted_by: if self.page.stakeholders.is_empty() { Vec::new() } else { self.people() },
            body: if self.often(3) { String::new() } else { self.word() },
        }
    }

    fn mark(&mut self) -> Option<u8> {
        self.below(7).checked_sub(1).map(|mark| mark as u8)
    }

    fn field(&mut self) -> Field {
        match self.below(18) {
            0 => Field::Title(self.word()),
            1 => Field::Kind(self.word()),
            2..=4 => Field::State(self.state()),
            5 => Field::Size(self.mark().map(f64::from)),
            6 => Field::PartOf(Some(self.item())),
            7 => Field::PartOf(None),
            8 => Field::Labels(self.labels()),
            9 => Field::Body(self.word()),
            10 => Field::Notes(self.word()),
            11 => Field::Need(self.mark()),
            12 => Field::NeedNote(self.word()),
            13 => Field::Business(self.mark()),
            14 => Field::Feasibility(self.mark()),
            15 => Field::Urgency(self.mark()),
            16 => Field::ExternalId(self.mark().map(|id| format!("EX-{id}"))),
            _ => Field::DoneOn(self.day()),
        }
    }

    fn measure(&mut self) -> Option<Measure> {
        if self.often(2) {
            return None;
        }
        Some(Measure {
            what: self.word(),
            unit: "%".into(),
            baseline: self.below(100) as f64 / 3.0,
            baseline_on: None,
            target: self.below(100) as f64,
            by: Some(self.day()),
        })
    }

    fn sprint(&mut self) -> SprintFields {
        let first = self.day();
        let length = 1 + self.below(14) as u64;
        let dated = self.often(5);
        SprintFields {
            number: 1 + self.below(12) as u32,
            first: Some(first).filter(|_| dated),
            last: first.checked_add_days(Days::new(length)).filter(|_| dated),
            goal: self.word(),
            name: self.word(),
            met: [None, Some(Met::Reached), Some(Met::Missed)][self.below(3)],
        }
    }

    fn imported(&mut self) -> ImportedBacklog {
        let count = 1 + self.below(12);
        let items = (0..count)
            .map(|line| ImportedItem {
                line: line + 2,
                external_id: if self.often(8) { Some(format!("EX-{}", self.below(20))) } else { None },
                title: format!("Imported {}", self.below(40)),
                kind: if self.often(2) { None } else { Some("bug".into()) },
                state: if self.often(3) { None } else { Some(self.state()) },
                source_state: None,
                size: self.mark().map(f64::from),
                labels: self.labels(),
                parent: if self.often(4) { None } else { Some(format!("EX-{}", self.below(20))) },
                body: if self.often(2) { None } else { Some(self.word()) },
                url: None,
                sprints: (0..self.below(3)).map(|_| self.sprint_name()).collect(),
                created_on: Some(self.past()),
                started_on: None,
                done_on: if self.often(3) { None } else { Some(self.past()) },
                stages: (0..self.below(4)).map(|_| self.often(2).then(|| self.past())).collect(),
            })
            .collect();
        let sprints = (1..5).map(|number| self.imported_sprint(number)).collect();
        ImportedBacklog {
            source: ["csv", "jira"][self.below(2)].into(),
            file: "export.csv".into(),
            known_until: if self.often(3) { Some(self.past()) } else { None },
            stages: ["Open", "Build", "Done"][..self.below(4)].iter().map(|name| (*name).into()).collect(),
            sprints,
            items,
        }
    }

    /// One of the names of [`Self::imported_sprint`].
    fn sprint_name(&mut self) -> String {
        format!("Web {}", 1 + self.below(4))
    }

    fn imported_sprint(&mut self, number: usize) -> ImportedSprint {
        let dated = self.often(3);
        let first = self.past();
        ImportedSprint {
            name: format!("Web {number}"),
            first: dated.then_some(first),
            last: dated.then(|| first + Days::new(self.below(14) as u64)),
        }
    }

    fn throughput(&mut self) -> ImportedThroughput {
        let (first, count, weekly) = (self.past(), self.below(12) as u64, !self.often(2));
        let step = if weekly { 7 } else { 1 };
        let rows = (0..count)
            .filter_map(|at| first.checked_add_days(Days::new(at * step)))
            .map(|day| (day, self.below(6) as u32))
            .collect();
        ImportedThroughput { file: "throughput.csv".into(), weekly, rows }
    }

    fn edit(&mut self, verb: usize, product: &Product) -> Edit {
        match verb {
            0..=2 => {
                let count = 1 + if self.often(4) { 0 } else { self.below(6) };
                Edit::AddItems { items: (0..count).map(|_| self.new_item()).collect(), place: self.place() }
            }
            3..=6 => Edit::MoveItems { ids: self.open(), place: self.place(), reason: self.word() },
            7..=11 => Edit::ChangeItems {
                ids: self.some(),
                changes: (0..=self.below(3)).map(|_| self.field()).collect(),
            },
            12 => Edit::LabelItems { ids: self.some(), add: self.labels(), remove: self.labels() },
            13 => Edit::FinishItems { ids: self.some(), on: self.past() },
            14 => Edit::DeclineItems {
                ids: self.some(),
                reason: self.word(),
                revisit: Some(self.day()),
                assumption: None,
            },
            15 => Edit::ReopenItems { ids: self.some() },
            16 => {
                let count = 1 + self.below(4);
                let id = self.open().first().copied().unwrap_or(ItemId(1));
                Edit::SplitItem { id, titles: (0..count).map(|part| format!("Part {part}")).collect() }
            }
            17 => Edit::MergeItems { into: self.item(), ids: self.some() },
            18 => Edit::DeleteItems { ids: self.some() },
            19 => {
                Edit::AddLink { item: self.item(), title: self.word(), url: "https://example.org/a".into() }
            }
            20 => Edit::AddRisk { item: self.item(), text: self.word(), probability: self.mark() },
            21 => {
                let item = self.item();
                let detail = product.item(item).ok();
                let link = detail.as_ref().and_then(|detail| detail.links.first()).map(|link| link.id);
                let risk = detail.as_ref().and_then(|detail| detail.risks.first()).map(|risk| risk.id);
                match (link, risk) {
                    (_, Some(id)) if self.often(2) => Edit::RemoveRisk { id },
                    (Some(id), _) => Edit::RemoveLink { id },
                    (None, Some(id)) => Edit::RemoveRisk { id },
                    (None, None) if self.often(2) => Edit::RemoveLink { id: LinkId(1) },
                    (None, None) => Edit::RemoveRisk { id: RiskId(1) },
                }
            }
            22 => Edit::AddStakeholder {
                fields: StakeholderFields {
                    name: self.word(),
                    role: self.word(),
                    group: self.word(),
                    ..Default::default()
                },
            },
            23 => Edit::ChangeStakeholder {
                id: self.person(),
                fields: StakeholderFields { name: self.word(), role: self.word(), ..Default::default() },
            },
            24 => match self.below(4) {
                0 => Edit::RemoveStakeholder { id: self.person() },
                _ => Edit::Unwant { stakeholder: self.person(), items: self.some() },
            },
            25 | 26 => Edit::Want {
                stakeholder: self.person(),
                items: self.some(),
                strength: self.below(4) as u8,
                why: self.word(),
                need: None,
            },
            27 => Edit::AddSprint { fields: self.sprint() },
            28 => {
                let id = self.of_sprint().unwrap_or(SprintId(9));
                if self.often(2) {
                    Edit::ChangeSprint { id, fields: self.sprint() }
                } else {
                    Edit::RemoveSprint { id }
                }
            }
            29 => Edit::Import { backlog: self.imported() },
            30 => Edit::ImportThroughput { throughput: self.throughput() },
            31 => {
                let mut settings = self.page.settings.clone();
                match self.below(5) {
                    0 => settings.name = self.word(),
                    1 => settings.prefix = ["LW", "X", " "][self.below(3)].into(),
                    2 => settings.percentile = 45 + self.below(60) as u8,
                    3 => settings.working_days = std::array::from_fn(|_| self.often(3)),
                    _ => settings.nothing_finished_until = Some(self.day()),
                }
                Edit::ChangeSettings { settings }
            }
            32 => {
                let ids: Vec<GoalId> = self.page.goals.iter().map(|goal| goal.id).collect();
                let id = self.one(&ids).unwrap_or(GoalId(9));
                match self.below(5) {
                    0 | 1 => Edit::AddGoal { sentence: self.word(), measure: self.measure() },
                    2 => Edit::ChangeGoal { id, sentence: self.word(), measure: self.measure() },
                    3 => {
                        let states =
                            [GoalState::Current, GoalState::Next, GoalState::Fulfilled, GoalState::Abandoned];
                        Edit::SetGoalState { id, state: states[self.below(4)], reason: self.word() }
                    }
                    _ => Edit::AddReading { goal: id, day: self.day(), value: self.below(90) as f64 / 7.0 },
                }
            }
            33 => {
                let ids: Vec<ClosedDaysId> = self.page.closed_days.iter().map(|days| days.id).collect();
                if self.often(3) {
                    let first = self.day();
                    let last = first.checked_add_days(Days::new(self.below(9) as u64)).unwrap_or(first);
                    let days = NewClosedDays { name: self.word(), first, last };
                    Edit::AddClosedDays { days: vec![days; 1 + self.below(2)] }
                } else {
                    Edit::RemoveClosedDays { id: self.one(&ids).unwrap_or(ClosedDaysId(9)) }
                }
            }
            34 => {
                let lines: Vec<DateLineId> = self.page.date_lines.iter().map(|line| line.id).collect();
                let views: Vec<ViewId> = self.page.views.iter().map(|view| view.id).collect();
                let line = self.one(&lines).unwrap_or(DateLineId(9));
                let view = self.one(&views).unwrap_or(ViewId(9));
                match self.below(6) {
                    0 => Edit::AddDateLine { name: self.word(), day: self.day() },
                    1 => Edit::ChangeDateLine { id: line, name: self.word(), day: self.day() },
                    2 => Edit::RemoveDateLine { id: line },
                    3 => Edit::AddView { name: self.word(), filter: "kind:story size:>2".into() },
                    4 => Edit::ChangeView { id: view, name: self.word(), filter: "-label:x".into() },
                    _ => Edit::RemoveView { id: view },
                }
            }
            35..=39 => self.record(),
            41..=44 => self.sprint_work(),
            40 => Edit::MergeStakeholders { into: self.person(), ids: vec![self.person()] },
            _ => Edit::GiveReason { operation: OperationId(1 + self.below(30) as i64), reason: self.word() },
        }
    }

    fn of_sprint(&mut self) -> Option<SprintId> {
        let ids: Vec<SprintId> = self.page.sprints.iter().map(|sprint| sprint.id).collect();
        self.one(&ids)
    }

    /// Something about a Sprint or its Review.
    fn sprint_work(&mut self) -> Edit {
        const SECTIONS: [&str; 6] = ["goal", "done", "not_done", "decisions", "text 11", "nonsense"];
        let sprint = self.of_sprint().unwrap_or(SprintId(9));
        let section = SECTIONS[self.below(SECTIONS.len())].to_owned();
        match self.below(14) {
            0 | 1 => Edit::SelectItems { id: sprint, items: self.some() },
            2 => Edit::UnselectItems { id: sprint, items: self.some() },
            3 | 4 => Edit::StartSprint { id: sprint },
            5 => {
                let fates = [Fate::Returned, Fate::Carried, Fate::NotDoing];
                let left = (0..self.below(3)).map(|_| Leftover {
                    item: self.item(),
                    fate: fates[self.below(3)],
                    why: self.word(),
                    next: self.word(),
                });
                Edit::EndSprint { id: sprint, left: left.collect(), met: Some(Met::Partly) }
            }
            6 => Edit::SayLeftover { sprint, item: self.item(), why: self.word(), next: self.word() },
            7 => Edit::PlanReview {
                sprint,
                fields: ReviewFields {
                    day: Some(self.day()),
                    time: self.word(),
                    minutes: Some(45),
                    place: self.word(),
                },
            },
            8 => Edit::ChangeSection {
                sprint,
                section,
                fields: SectionFields {
                    shown: self.often(2),
                    title: self.word(),
                    text: self.word(),
                    notes: self.word(),
                },
            },
            9 => match self.below(3) {
                0 => Edit::MoveSection { sprint, section, to: self.below(12) as u32 },
                1 => Edit::AddSection { sprint, title: self.word(), text: self.word() },
                _ => Edit::RemoveSection { sprint, section },
            },
            10 => Edit::ShowItem { sprint, item: self.item(), by_whom: self.word(), minutes: Some(5) },
            11 => Edit::MoveShown { sprint, item: self.item(), to: self.below(5) as u32 },
            12 => Edit::Reword { sprint, key: self.word(), text: self.word(), said: self.word() },
            _ => Edit::GiveEvidence {
                item: self.item(),
                evidence: Evidence {
                    checks: vec![Check { text: self.word(), met: self.often(2) }],
                    url: ["", "https://example.org", "javascript:1"][self.below(3)].into(),
                },
            },
        }
    }

    /// Adds, changes or removes a record of some kind; often one that is not there.
    fn record(&mut self) -> Edit {
        let row = 1 + self.below(4) as i64;
        let what = self.below(4);
        macro_rules! one_of {
            ($add:ident, $change:ident, $remove:ident, $id:ident, $fields:expr) => {
                match what {
                    0 | 1 => Edit::$add { fields: $fields },
                    2 => Edit::$change { id: $id(row), fields: $fields },
                    _ => Edit::$remove { id: $id(row) },
                }
            };
        }
        match self.below(16) {
            0 => one_of!(AddNeed, ChangeNeed, RemoveNeed, NeedId, self.need()),
            1 => one_of!(
                AddBusinessGoal,
                ChangeBusinessGoal,
                RemoveBusinessGoal,
                BusinessGoalId,
                BusinessGoalFields { sentence: self.word() }
            ),
            2 => {
                let fields = ContactFields {
                    stakeholder: self.person(),
                    day: self.past(),
                    text: self.word(),
                    again_on: Some(self.day()),
                };
                one_of!(AddContact, ChangeContact, RemoveContact, ContactId, fields)
            }
            3 => {
                let fields = QuestionFields {
                    stakeholder: Some(self.person()),
                    item: Some(self.item()),
                    text: self.word(),
                    answer: self.word(),
                    answered_on: None,
                };
                one_of!(AddQuestion, ChangeQuestion, RemoveQuestion, QuestionId, fields)
            }
            4 => {
                let fields = ConflictFields {
                    day: self.past(),
                    first: self.side(),
                    second: self.side(),
                    options: self.word(),
                    decision: self.word(),
                    follow_up: self.word(),
                    follow_up_on: Some(self.day()),
                };
                one_of!(AddConflict, ChangeConflict, RemoveConflict, ConflictId, fields)
            }
            5 => {
                let fields = FeedbackFields {
                    day: self.past(),
                    text: self.word(),
                    stakeholder: Some(self.person()),
                    sprint: self.of_sprint().filter(|_| self.often(2)),
                    item: Some(self.item()).filter(|_| self.often(2)),
                    reply: self.word(),
                    replied_on: None,
                };
                one_of!(AddFeedback, ChangeFeedback, RemoveFeedback, FeedbackId, fields)
            }
            6 if self.often(2) => Edit::AnswerNeed { id: NeedId(row), items: self.some() },
            6 => Edit::TriageFeedback { id: FeedbackId(row), triage: self.triage() },
            7 => {
                let states = [AssumptionState::Untested, AssumptionState::Holds, AssumptionState::Fails];
                let (state, state_on) = (states[self.below(3)], self.past());
                let fields = AssumptionFields { text: self.word(), state, state_on };
                one_of!(AddAssumption, ChangeAssumption, RemoveAssumption, AssumptionId, fields)
            }
            8 => {
                let assumption = Some(AssumptionId(row));
                let fields = LearningFields { day: self.past(), text: self.word(), assumption };
                one_of!(AddLearning, ChangeLearning, RemoveLearning, LearningId, fields)
            }
            9 => {
                let fields = DecisionFields {
                    day: self.past(),
                    title: self.word(),
                    context: self.word(),
                    options: self.word(),
                    decision: self.word(),
                    effect: self.word(),
                    look_again: Some(self.day()),
                    outcome: self.word(),
                };
                one_of!(AddDecision, ChangeDecision, RemoveDecision, DecisionId, fields)
            }
            10 => {
                let fields = DelegationFields {
                    what: self.word(),
                    who: self.word(),
                    by: Some(self.day()),
                    item: Some(self.item()),
                    result: self.word(),
                    done_on: None,
                };
                one_of!(AddDelegation, ChangeDelegation, RemoveDelegation, DelegationId, fields)
            }
            11 => {
                let (above, below) = (self.item(), self.item());
                let fields = PairFields { day: self.past(), above, below, why: self.word() };
                one_of!(AddPair, ChangePair, RemovePair, PairId, fields)
            }
            12 => {
                let fields = ExampleFields { item: self.item(), text: self.word() };
                one_of!(AddExample, ChangeExample, RemoveExample, ExampleId, fields)
            }
            13 => {
                let (who, text) = (self.word(), self.word());
                let fields = SaidBackFields { item: self.item(), day: self.past(), who, text };
                one_of!(AddSaidBack, ChangeSaidBack, RemoveSaidBack, SaidBackId, fields)
            }
            14 => {
                let fields = MisunderstandingFields {
                    item: Some(self.item()),
                    day: self.past(),
                    intended: self.word(),
                    built: self.word(),
                    cause: self.word(),
                };
                one_of!(
                    AddMisunderstanding,
                    ChangeMisunderstanding,
                    RemoveMisunderstanding,
                    MisunderstandingId,
                    fields
                )
            }
            _ => Edit::NoteOnStakeholder { id: self.person(), text: self.word() },
        }
    }

    fn need(&mut self) -> NeedFields {
        NeedFields {
            stakeholder: self.person(),
            text: self.word(),
            strength: self.below(4) as u8,
            why: self.word(),
            business_goal: Some(BusinessGoalId(1 + self.below(3) as i64)).filter(|_| self.often(2)),
        }
    }

    fn side(&mut self) -> Side {
        let item = Some(self.item()).filter(|_| self.often(2));
        Side { stakeholder: self.person(), item, position: self.word(), interest: self.word() }
    }

    fn triage(&mut self) -> Triage {
        match self.below(6) {
            0 => Triage::Item { title: self.word(), place: self.place() },
            1 => Triage::Known { id: self.item() },
            2 => Triage::Need { text: self.word(), strength: 1 + self.below(3) as u8 },
            3 => Triage::Assumption { text: self.word() },
            4 => Triage::Learning { text: self.word() },
            _ => Triage::NotDoing {
                title: self.word(),
                reason: self.word(),
                revisit: Some(self.day()),
                assumption: Some(AssumptionId(1 + self.below(3) as i64)).filter(|_| self.often(2)),
            },
        }
    }
}
