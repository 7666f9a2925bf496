// Made from the Rust types by `cargo xtask types`. Not to be edited.

export type ItemId = number;

export type StakeholderId = number;

export type GoalId = number;

export type SliceId = number;

export type ForecastId = number;

export type SprintId = number;

export type ViewId = number;

export type DateLineId = number;

export type ClosedDaysId = number;

export type LinkId = number;

export type RiskId = number;

export type NeedId = number;

export type BusinessGoalId = number;

export type ContactId = number;

export type QuestionId = number;

export type ConflictId = number;

export type FeedbackId = number;

export type AssumptionId = number;

export type LearningId = number;

export type DecisionId = number;

export type DelegationId = number;

export type PairId = number;

export type ExampleId = number;

export type SaidBackId = number;

export type MisunderstandingId = number;

export type SectionId = number;

export type OperationId = number;

export type State = "idea" | "needs_conversation" | "ready" | "in_sprint" | "done" | "not_doing";

export type Item = { 
/**
 * The id, never used again.
 */
id: ItemId, 
/**
 * The short name people say: the other tool's id, or one such as "LW-224".
 */
key: string, 
/**
 * What someone can do once it is Done.
 */
title: string, 
/**
 * Story, bug, spike, chore or any own word, in lower case.
 */
kind: string, 
/**
 * Where it stands.
 */
state: State, 
/**
 * Place in the order from 1; `None` for containers and for what is Done or not done.
 */
position: number | null, 
/**
 * Size as the Developers gave it, in their unit.
 */
size: number | null, 
/**
 * The item or theme it is part of.
 */
partOf: ItemId | null, 
/**
 * The Product Goal it serves.
 */
goal: GoalId | null, 
/**
 * The release slice it goes out with.
 */
slice: SliceId | null, 
/**
 * Whether other items are part of it: then its dates are those of its last part.
 */
container: boolean, 
/**
 * Labels in alphabetical order.
 */
labels: Array<string>, 
/**
 * Who wants it, strongest first.
 */
wantedBy: Array<StakeholderId>, 
/**
 * How well it serves a need of somebody, 0 to 4.
 */
need: number | null, 
/**
 * How well it serves a business objective, 0 to 4.
 */
business: number | null, 
/**
 * How feasible it is, 0 to 4.
 */
feasibility: number | null, 
/**
 * How much waiting costs, 0 to 4.
 */
urgency: number | null, 
/**
 * How much may go wrong, 0 to 4.
 */
risk: number | null, 
/**
 * The other tool's id.
 */
externalId: string | null, 
/**
 * The state in the other tool's words.
 */
sourceState: string | null, 
/**
 * Address in the other tool.
 */
url: string | null, 
/**
 * Day it was created.
 */
createdOn: string, 
/**
 * Day it was finished.
 */
doneOn: string | null, };

export type ItemDetail = { 
/**
 * The list row.
 */
item: Item, 
/**
 * The card: a short text in Markdown.
 */
body: string, 
/**
 * Own notes in Markdown.
 */
notes: string, 
/**
 * What it is claimed to be worth.
 */
value: ValueRange | null, 
/**
 * Why it serves a need.
 */
needNote: string, 
/**
 * Why it serves the business.
 */
businessNote: string, 
/**
 * What is known of how it could be built.
 */
feasibilityNote: string, 
/**
 * Why it is not done, and when to look again.
 */
notDoing: NotDoing | null, 
/**
 * Who wants it, how strongly and why.
 */
wants: Array<Want>, 
/**
 * Links to things outside.
 */
links: Array<Link>, 
/**
 * What may go wrong.
 */
risks: Array<Risk>, 
/**
 * The items that are part of it, in order.
 */
parts: Array<Item>, 
/**
 * Rules and examples by which it is confirmed.
 */
examples: Array<Example>, 
/**
 * What the Developers understood, the oldest first.
 */
saidBack: Array<SaidBack>, 
/**
 * Why it counts as Done.
 */
evidence: Evidence | null, };

export type Slice = { 
/**
 * The id.
 */
id: SliceId, 
/**
 * What it is called.
 */
name: string, };

export type Link = { 
/**
 * The id.
 */
id: LinkId, 
/**
 * What it shows; empty: the address stands for itself.
 */
title: string, 
/**
 * The address; only http, https and mailto open.
 */
url: string, };

export type Risk = { 
/**
 * The id.
 */
id: RiskId, 
/**
 * What may go wrong.
 */
text: string, 
/**
 * How likely, in percent.
 */
probability: number | null, };

export type Want = { 
/**
 * Who.
 */
stakeholder: StakeholderId, 
/**
 * How strongly, 1 to 3.
 */
strength: number, 
/**
 * Why.
 */
why: string, 
/**
 * The need it answers.
 */
need: NeedId | null, };

export type NotDoing = { 
/**
 * Why not.
 */
reason: string, 
/**
 * Day to look again.
 */
revisit: string | null, 
/**
 * The assumption whose change is worth another look.
 */
assumption: AssumptionId | null, };

export type ValueRange = { 
/**
 * At least.
 */
low: number, 
/**
 * At most.
 */
high: number, 
/**
 * How sure that is, in percent.
 */
confidence: number, };

export type NewItem = { 
/**
 * What someone can do once it is Done. Required.
 */
title: string, 
/**
 * Kind; empty means story.
 */
kind: string, 
/**
 * State; `None` means needs conversation.
 */
state?: State, 
/**
 * Size.
 */
size?: number, 
/**
 * The item it is part of.
 */
partOf?: ItemId, 
/**
 * Labels.
 */
labels: Array<string>, 
/**
 * Who wants it.
 */
wantedBy: Array<StakeholderId>, 
/**
 * The card.
 */
body: string, };

export type Field = { "field": "title", "value": string } | { "field": "kind", "value": string } | { "field": "state", "value": State } | { "field": "size", "value": number | null } | { "field": "partOf", "value": ItemId | null } | { "field": "goal", "value": GoalId | null } | { "field": "slice", "value": SliceId | null } | { "field": "labels", "value": Array<string> } | { "field": "body", "value": string } | { "field": "notes", "value": string } | { "field": "need", "value": number | null } | { "field": "needNote", "value": string } | { "field": "business", "value": number | null } | { "field": "businessNote", "value": string } | { "field": "feasibility", "value": number | null } | { "field": "feasibilityNote", "value": string } | { "field": "urgency", "value": number | null } | { "field": "risk", "value": number | null } | { "field": "value", "value": ValueRange | null } | { "field": "externalId", "value": string | null } | { "field": "url", "value": string | null } | { "field": "doneOn", "value": string };

export type Place = { "type": "top" } | { "type": "bottom" } | { "type": "before", 
/**
 * The item below.
 */
id: ItemId, } | { "type": "after", 
/**
 * The item above.
 */
id: ItemId, } | { "type": "position", 
/**
 * The position the first moved item takes.
 */
position: number, } | { "type": "byDay", 
/**
 * The day of the line.
 */
day: string, };

export type GoalState = "current" | "next" | "fulfilled" | "abandoned";

export type Goal = { 
/**
 * The id.
 */
id: GoalId, 
/**
 * The goal in one sentence.
 */
sentence: string, 
/**
 * How it stands.
 */
state: GoalState, 
/**
 * How it is measured.
 */
measure: Measure | null, 
/**
 * What was measured, oldest first.
 */
readings: Array<Reading>, };

export type Measure = { 
/**
 * What is measured, as it reads after the number: "of reservations need no desk help".
 */
what: string, 
/**
 * Unit written after the number, such as "%".
 */
unit: string, 
/**
 * Value at the start.
 */
baseline: number, 
/**
 * Day of the baseline.
 */
baselineOn: string | null, 
/**
 * Value to reach.
 */
target: number, 
/**
 * Day to reach it by.
 */
by: string | null, };

export type Reading = { 
/**
 * Day it was measured.
 */
day: string, 
/**
 * The value, in the unit of the measure.
 */
value: number, };

export type Stakeholder = { 
/**
 * The id.
 */
id: StakeholderId, 
/**
 * The day of the last contact.
 */
lastContact: string | null, 
/**
 * The day of the next: the one that was agreed, or the last and the cadence.
 */
due: string | null, 
/**
 * Name; must not be empty.
 */
name: string, 
/**
 * What the person does.
 */
role: string, 
/**
 * Group, such as "Library staff"; groups have colours.
 */
group: string, 
/**
 * How much the person can decide, 0 to 100; none while nobody has thought of it.
 */
power: number | null, 
/**
 * How much the person cares for the product, 0 to 100.
 */
interest: number | null, 
/**
 * The power the person should have one day.
 */
wishedPower: number | null, 
/**
 * The interest the person should have one day.
 */
wishedInterest: number | null, 
/**
 * What the person thinks of the product.
 */
attitude: Attitude, 
/**
 * Days between two contacts; none without a rhythm.
 */
cadence: number | null, };

export type StakeholderFields = { 
/**
 * Name; must not be empty.
 */
name: string, 
/**
 * What the person does.
 */
role: string, 
/**
 * Group, such as "Library staff"; groups have colours.
 */
group: string, 
/**
 * How much the person can decide, 0 to 100; none while nobody has thought of it.
 */
power: number | null, 
/**
 * How much the person cares for the product, 0 to 100.
 */
interest: number | null, 
/**
 * The power the person should have one day.
 */
wishedPower: number | null, 
/**
 * The interest the person should have one day.
 */
wishedInterest: number | null, 
/**
 * What the person thinks of the product.
 */
attitude: Attitude, 
/**
 * Days between two contacts; none without a rhythm.
 */
cadence: number | null, };

export type Attitude = "supports" | "neutral" | "sceptical";

export type Need = { 
/**
 * The id.
 */
id: NeedId, 
/**
 * The items that answer it.
 */
items: Array<ItemId>, 
/**
 * Whose.
 */
stakeholder: StakeholderId, 
/**
 * What the person needs, in one line.
 */
text: string, 
/**
 * How strongly, 1 to 3.
 */
strength: number, 
/**
 * Why.
 */
why: string, 
/**
 * The business goal it belongs to.
 */
businessGoal?: BusinessGoalId | null, };

export type NeedFields = { 
/**
 * Whose.
 */
stakeholder: StakeholderId, 
/**
 * What the person needs, in one line.
 */
text: string, 
/**
 * How strongly, 1 to 3.
 */
strength: number, 
/**
 * Why.
 */
why: string, 
/**
 * The business goal it belongs to.
 */
businessGoal?: BusinessGoalId | null, };

export type BusinessGoal = { 
/**
 * The id.
 */
id: BusinessGoalId, 
/**
 * The goal in one line.
 */
sentence: string, };

export type BusinessGoalFields = { 
/**
 * The goal in one line.
 */
sentence: string, };

export type Contact = { 
/**
 * The id.
 */
id: ContactId, 
/**
 * With whom.
 */
stakeholder: StakeholderId, 
/**
 * When; not after today.
 */
day: string, 
/**
 * What was said.
 */
text: string, 
/**
 * The day of the next contact, where one was agreed; else the cadence decides.
 */
againOn?: string | null, };

export type ContactFields = { 
/**
 * With whom.
 */
stakeholder: StakeholderId, 
/**
 * When; not after today.
 */
day: string, 
/**
 * What was said.
 */
text: string, 
/**
 * The day of the next contact, where one was agreed; else the cadence decides.
 */
againOn?: string | null, };

export type Question = { 
/**
 * The id.
 */
id: QuestionId, 
/**
 * Who will answer it.
 */
stakeholder?: StakeholderId | null, 
/**
 * The item it is about.
 */
item?: ItemId | null, 
/**
 * The question.
 */
text: string, 
/**
 * The answer; empty while it is open.
 */
answer: string, 
/**
 * The day it was answered.
 */
answeredOn?: string | null, };

export type QuestionFields = { 
/**
 * Who will answer it.
 */
stakeholder?: StakeholderId | null, 
/**
 * The item it is about.
 */
item?: ItemId | null, 
/**
 * The question.
 */
text: string, 
/**
 * The answer; empty while it is open.
 */
answer: string, 
/**
 * The day it was answered.
 */
answeredOn?: string | null, };

export type Conflict = { 
/**
 * The id.
 */
id: ConflictId, 
/**
 * The day it was noted.
 */
day: string, 
/**
 * One side.
 */
first: Side, 
/**
 * The other.
 */
second: Side, 
/**
 * What could be done.
 */
options: string, 
/**
 * What was decided; empty while it is open.
 */
decision: string, 
/**
 * What has to be done after it.
 */
followUp: string, 
/**
 * By when.
 */
followUpOn?: string | null, };

export type ConflictFields = { 
/**
 * The day it was noted.
 */
day: string, 
/**
 * One side.
 */
first: Side, 
/**
 * The other.
 */
second: Side, 
/**
 * What could be done.
 */
options: string, 
/**
 * What was decided; empty while it is open.
 */
decision: string, 
/**
 * What has to be done after it.
 */
followUp: string, 
/**
 * By when.
 */
followUpOn?: string | null, };

export type Side = { 
/**
 * Who.
 */
stakeholder: StakeholderId, 
/**
 * The item it is about.
 */
item?: ItemId | null, 
/**
 * What the person asks for.
 */
position: string, 
/**
 * What it is needed for.
 */
interest: string, };

export type Feedback = { 
/**
 * The id.
 */
id: FeedbackId, 
/**
 * What it became; none while it waits.
 */
became: Became | null, 
/**
 * The day it was given.
 */
day: string, 
/**
 * What was said.
 */
text: string, 
/**
 * By whom.
 */
stakeholder?: StakeholderId | null, 
/**
 * The Sprint at whose Review it was given.
 */
sprint?: SprintId | null, 
/**
 * The item that was shown.
 */
item?: ItemId | null, 
/**
 * What the person was told; empty until then.
 */
reply: string, 
/**
 * The day the person was told.
 */
repliedOn?: string | null, };

export type FeedbackFields = { 
/**
 * The day it was given.
 */
day: string, 
/**
 * What was said.
 */
text: string, 
/**
 * By whom.
 */
stakeholder?: StakeholderId | null, 
/**
 * The Sprint at whose Review it was given.
 */
sprint?: SprintId | null, 
/**
 * The item that was shown.
 */
item?: ItemId | null, 
/**
 * What the person was told; empty until then.
 */
reply: string, 
/**
 * The day the person was told.
 */
repliedOn?: string | null, };

export type Became = { "type": "item", 
/**
 * Which.
 */
id: ItemId, } | { "type": "need", 
/**
 * Which.
 */
id: NeedId, } | { "type": "assumption", 
/**
 * Which.
 */
id: AssumptionId, } | { "type": "learning", 
/**
 * Which.
 */
id: LearningId, } | { "type": "notDoing", 
/**
 * Which.
 */
id: ItemId, };

export type Triage = { "type": "item", 
/**
 * Its title.
 */
title: string, 
/**
 * Where it goes.
 */
place: Place, } | { "type": "known", 
/**
 * Which.
 */
id: ItemId, } | { "type": "need", 
/**
 * What the person needs.
 */
text: string, 
/**
 * How strongly, 1 to 3.
 */
strength: number, } | { "type": "assumption", 
/**
 * What.
 */
text: string, } | { "type": "learning", 
/**
 * What.
 */
text: string, } | { "type": "notDoing", 
/**
 * Its title.
 */
title: string, 
/**
 * Why not.
 */
reason: string, 
/**
 * The day to look again.
 */
revisit: string | null, 
/**
 * The assumption that would change it.
 */
assumption: AssumptionId | null, };

export type Assumption = { 
/**
 * The id.
 */
id: AssumptionId, 
/**
 * What is assumed.
 */
text: string, 
/**
 * What came of it.
 */
state: AssumptionState, 
/**
 * The day its state changed last.
 */
stateOn: string, };

export type AssumptionFields = { 
/**
 * What is assumed.
 */
text: string, 
/**
 * What came of it.
 */
state: AssumptionState, 
/**
 * The day its state changed last.
 */
stateOn: string, };

export type AssumptionState = "untested" | "holds" | "fails";

export type Learning = { 
/**
 * The id.
 */
id: LearningId, 
/**
 * The day it was learnt.
 */
day: string, 
/**
 * What was learnt.
 */
text: string, 
/**
 * The assumption it speaks about.
 */
assumption?: AssumptionId | null, };

export type LearningFields = { 
/**
 * The day it was learnt.
 */
day: string, 
/**
 * What was learnt.
 */
text: string, 
/**
 * The assumption it speaks about.
 */
assumption?: AssumptionId | null, };

export type Decision = { 
/**
 * The id.
 */
id: DecisionId, 
/**
 * The day it was taken.
 */
day: string, 
/**
 * What it is about, in one line.
 */
title: string, 
/**
 * What made it necessary.
 */
context: string, 
/**
 * What could have been decided.
 */
options: string, 
/**
 * What was decided.
 */
decision: string, 
/**
 * What is expected of it.
 */
effect: string, 
/**
 * The day to look at it again.
 */
lookAgain?: string | null, 
/**
 * What came of it; empty until it was looked at again.
 */
outcome: string, };

export type DecisionFields = { 
/**
 * The day it was taken.
 */
day: string, 
/**
 * What it is about, in one line.
 */
title: string, 
/**
 * What made it necessary.
 */
context: string, 
/**
 * What could have been decided.
 */
options: string, 
/**
 * What was decided.
 */
decision: string, 
/**
 * What is expected of it.
 */
effect: string, 
/**
 * The day to look at it again.
 */
lookAgain?: string | null, 
/**
 * What came of it; empty until it was looked at again.
 */
outcome: string, };

export type Delegation = { 
/**
 * The id.
 */
id: DelegationId, 
/**
 * What is to be done.
 */
what: string, 
/**
 * By whom.
 */
who: string, 
/**
 * By when.
 */
by?: string | null, 
/**
 * The item it is for.
 */
item?: ItemId | null, 
/**
 * What came of it.
 */
result: string, 
/**
 * The day it was done.
 */
doneOn?: string | null, };

export type DelegationFields = { 
/**
 * What is to be done.
 */
what: string, 
/**
 * By whom.
 */
who: string, 
/**
 * By when.
 */
by?: string | null, 
/**
 * The item it is for.
 */
item?: ItemId | null, 
/**
 * What came of it.
 */
result: string, 
/**
 * The day it was done.
 */
doneOn?: string | null, };

export type Pair = { 
/**
 * The id.
 */
id: PairId, 
/**
 * The day it was said.
 */
day: string, 
/**
 * The item that comes first.
 */
above: ItemId, 
/**
 * The item that comes later.
 */
below: ItemId, 
/**
 * Why.
 */
why: string, };

export type PairFields = { 
/**
 * The day it was said.
 */
day: string, 
/**
 * The item that comes first.
 */
above: ItemId, 
/**
 * The item that comes later.
 */
below: ItemId, 
/**
 * Why.
 */
why: string, };

export type Records = { 
/**
 * Needs, person by person, the strongest first.
 */
needs: Array<Need> | null, 
/**
 * Business goals.
 */
businessGoals: Array<BusinessGoal> | null, 
/**
 * Questions, the oldest first.
 */
questions: Array<Question> | null, 
/**
 * Conflicts: open ones first, each group the newest first.
 */
conflicts: Array<Conflict> | null, 
/**
 * The feedback inbox: what waits first, each group the newest first.
 */
feedback: Array<Feedback> | null, 
/**
 * Assumptions.
 */
assumptions: Array<Assumption> | null, 
/**
 * What was learnt, the newest first.
 */
learnings: Array<Learning> | null, 
/**
 * Decisions, the newest first.
 */
decisions: Array<Decision> | null, 
/**
 * Delegations: open ones first, the next due first.
 */
delegations: Array<Delegation> | null, 
/**
 * Why one item stands above another, the newest first.
 */
pairs: Array<Pair> | null, 
/**
 * Where intended and built parted, the newest first.
 */
misunderstandings: Array<Misunderstanding> | null, };

export type Service = { 
/**
 * The next two dates that are waited for: ends of the running Sprint and named dates.
 */
lines: Array<Line>, 
/**
 * Each person, those who want most first.
 */
people: Array<Served>, 
/**
 * Needs that compete, the ones that a date lies between first.
 */
competing: Array<Competing>, };

export type Line = { 
/**
 * What happens on it.
 */
name: string, 
/**
 * The day.
 */
day: string, };

export type Served = { 
/**
 * Who.
 */
stakeholder: StakeholderId, 
/**
 * By the next date.
 */
soon: number, 
/**
 * By the one after.
 */
next: number, 
/**
 * Later, or on a day that can't be told.
 */
later: number, 
/**
 * Wanted items that are not done on purpose, and needs without an item.
 */
notPlanned: number, 
/**
 * Wanted items that are Done.
 */
done: number, 
/**
 * The sure date of the first of them that is open.
 */
first: string | null, };

export type Competing = { 
/**
 * The one that stands higher.
 */
first: Claim, 
/**
 * The one that stands lower.
 */
second: Claim, 
/**
 * What is at stake, in words.
 */
sentence: string, 
/**
 * The record of it, if there is one.
 */
conflict: ConflictId | null, };

export type Claim = { 
/**
 * Who wants it most.
 */
stakeholder: StakeholderId, 
/**
 * What.
 */
item: ItemId, 
/**
 * Where it stands.
 */
position: number, };

export type PersonPage = { 
/**
 * Who.
 */
stakeholder: Stakeholder, 
/**
 * The needs, the strongest first.
 */
needs: Array<Need>, 
/**
 * What the person wants: open items in order, then Done ones, the newest first, then others.
 */
wants: Array<WantedItem>, 
/**
 * Forecasts that the person was told, the newest first.
 */
promised: Array<ForecastId>, 
/**
 * What changed since the last contact, a sentence each.
 */
changed: Array<string>, 
/**
 * Open questions for the person.
 */
questions: Array<Question>, 
/**
 * Notes of the person that wait for an answer.
 */
feedback: Array<Feedback>, 
/**
 * Conflicts the person is a side of.
 */
conflicts: Array<ConflictId>, 
/**
 * What was said, the newest first.
 */
contacts: Array<Contact>, 
/**
 * What to ask next.
 */
ask: string, };

export type WantedItem = { 
/**
 * Which.
 */
item: Item, 
/**
 * Where it stands; one with parts where its last open part does.
 */
position: number | null, 
/**
 * How strongly, 1 to 3.
 */
strength: number, 
/**
 * Why.
 */
why: string, 
/**
 * The even date.
 */
even: string | null, 
/**
 * The sure date.
 */
sure: string | null, };

export type Declined = { 
/**
 * Which.
 */
item: Item, 
/**
 * Since when.
 */
since: string | null, 
/**
 * Why.
 */
reason: string, 
/**
 * The day to look again.
 */
revisit: string | null, 
/**
 * The assumption whose change is worth another look, in its words.
 */
assumption: string | null, 
/**
 * Why to look again now; none while there is no reason to.
 */
lookAgain: string | null, };

export type Scores = { 
/**
 * Value by size: the middle of the claimed range times its confidence, or where no item has
 * one the value mark (the higher of need and business).
 */
value: Array<Scored>, 
/**
 * Cost of delay by size: value mark, urgency and risk together (after Reinertsen's weighted
 * shortest job first, with the marks as they are).
 */
delay: Array<Scored>, };

export type Scored = { 
/**
 * Which item.
 */
item: ItemId, 
/**
 * Points for each unit of size.
 */
score: number, 
/**
 * Its place among the scored items by the order, from 1.
 */
order: number, 
/**
 * Its place among them by the score, from 1; equal scores keep the order.
 */
place: number, };

export type OpenRisk = { 
/**
 * Of which item.
 */
item: ItemId, 
/**
 * What may go wrong.
 */
text: string, 
/**
 * How likely, in percent.
 */
probability: number | null, 
/**
 * Where the item stands in the order.
 */
position: number, };

export type Since = { 
/**
 * The day; what was done on it counts as before.
 */
day: string, 
/**
 * Open items that were not in the order then.
 */
added: Array<Item>, 
/**
 * Items that were finished.
 */
done: Array<Item>, 
/**
 * Items that were declined.
 */
declined: Array<Item>, 
/**
 * Moves that still stand, the newest first.
 */
moves: Array<HistoryLine>, };

export type Example = { 
/**
 * The id.
 */
id: ExampleId, 
/**
 * The item it belongs to.
 */
item: ItemId, 
/**
 * The example.
 */
text: string, };

export type ExampleFields = { 
/**
 * The item it belongs to.
 */
item: ItemId, 
/**
 * The example.
 */
text: string, };

export type SaidBack = { 
/**
 * The id.
 */
id: SaidBackId, 
/**
 * The item it is about.
 */
item: ItemId, 
/**
 * The day it was said.
 */
day: string, 
/**
 * By whom; may be empty.
 */
who: string, 
/**
 * The line, in their words.
 */
text: string, };

export type SaidBackFields = { 
/**
 * The item it is about.
 */
item: ItemId, 
/**
 * The day it was said.
 */
day: string, 
/**
 * By whom; may be empty.
 */
who: string, 
/**
 * The line, in their words.
 */
text: string, };

export type Misunderstanding = { 
/**
 * The id.
 */
id: MisunderstandingId, 
/**
 * The item it is about.
 */
item?: ItemId | null, 
/**
 * The day it was noticed.
 */
day: string, 
/**
 * What was intended.
 */
intended: string, 
/**
 * What was built.
 */
built: string, 
/**
 * Where the two parted: what was not said, not asked, not shown.
 */
cause: string, };

export type MisunderstandingFields = { 
/**
 * The item it is about.
 */
item?: ItemId | null, 
/**
 * The day it was noticed.
 */
day: string, 
/**
 * What was intended.
 */
intended: string, 
/**
 * What was built.
 */
built: string, 
/**
 * Where the two parted: what was not said, not asked, not shown.
 */
cause: string, };

export type Evidence = { 
/**
 * The points, each with whether it is confirmed.
 */
checks: Array<Check>, 
/**
 * Where the Increment can be tried: a web address; empty for none.
 */
url: string, };

export type Check = { 
/**
 * The point.
 */
text: string, 
/**
 * Whether it is confirmed.
 */
met: boolean, };

export type Met = "reached" | "partly" | "missed";

export type Fate = "returned" | "carried" | "not_doing";

export type Leftover = { 
/**
 * Which.
 */
item: ItemId, 
/**
 * What becomes of it.
 */
fate: Fate, 
/**
 * Why it is not Done.
 */
why: string, 
/**
 * What happens now.
 */
next: string, };

export type ReviewFields = { 
/**
 * The day; none: the last day of the Sprint.
 */
day: string | null, 
/**
 * The time of day, as it is said: "14:00"; may be empty.
 */
time: string, 
/**
 * How long it takes, in minutes.
 */
minutes: number | null, 
/**
 * Where; may be empty.
 */
place: string, };

export type SectionFields = { 
/**
 * Whether the pack has it.
 */
shown: boolean, 
/**
 * Its heading; of free text only.
 */
title: string, 
/**
 * Its text in Markdown; of free text only.
 */
text: string, 
/**
 * A note for the one who presents; it leaves only when private notes are asked for.
 */
notes: string, };

export type SectionKind = "goal" | "done" | "notDone" | "progress" | "order" | "forecast" | "next" | "wanted" | "questions" | "decisions" | "text";

export type SprintPage = { 
/**
 * Which.
 */
sprint: Sprint, 
/**
 * Whether it runs today.
 */
running: boolean, 
/**
 * The Sprint forecast: what was selected, in order; what is Done or gone comes last.
 */
items: Array<SprintItem>, 
/**
 * What was finished in it without being selected.
 */
unselected: Array<Item>, 
/**
 * How likely all that is open is Done by its end: a sentence; none where that can't be told.
 */
chance: string | null, };

export type SprintItem = { 
/**
 * Which.
 */
item: Item, 
/**
 * When it was selected; none where another tool did.
 */
selectedOn: string | null, 
/**
 * Whether it was Done by the end of the Sprint.
 */
done: boolean, 
/**
 * What became of it otherwise, once the Sprint was ended.
 */
became: Fate | null, 
/**
 * Why it is not Done.
 */
why: string, 
/**
 * What happens now.
 */
next: string, 
/**
 * How likely it is Done by the end of the Sprint, as it is shown: "62%".
 */
chance: string | null, };

export type SprintLine = { 
/**
 * Which.
 */
id: SprintId, 
/**
 * How many items were selected.
 */
selected: number, 
/**
 * How many of those were Done by its end.
 */
done: number, 
/**
 * How many others were finished in it.
 */
unselected: number, };

export type Review = { 
/**
 * The Sprint it looks at.
 */
sprint: Sprint, 
/**
 * When and where it is.
 */
fields: ReviewFields, 
/**
 * The day it is on, where that is known.
 */
day: string | null, 
/**
 * The day of the Review before.
 */
before: string | null, 
/**
 * The sections in their order, hidden ones included.
 */
sections: Array<SectionLine>, 
/**
 * What is Done, in the order of showing.
 */
done: Array<ShownItem>, 
/**
 * What was selected and is not Done.
 */
left: Array<SprintItem>, 
/**
 * Whether something about it was decided yet.
 */
saved: boolean, };

export type SectionLine = { 
/**
 * What it is called within the pack, as in [`crate::document::Section::id`].
 */
id: string, 
/**
 * What it is about.
 */
kind: SectionKind, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it says in a word or two: "8 items, 32 min".
 */
said: string, 
/**
 * What is missing in it: a sentence.
 */
missing: string | null, 
/**
 * What is kept of it.
 */
fields: SectionFields, };

export type ShownItem = { 
/**
 * Which.
 */
item: Item, 
/**
 * Who shows it; may be empty.
 */
byWhom: string, 
/**
 * How many minutes that takes.
 */
minutes: number | null, 
/**
 * Whether it was selected for the Sprint.
 */
selected: boolean, 
/**
 * Why it counts as Done.
 */
evidence: Evidence | null, };

export type FollowUp = { 
/**
 * What waits, one after another.
 */
lines: Array<FollowUpLine>, 
/**
 * The notes that were given at it, the newest first.
 */
feedback: Array<Feedback>, 
/**
 * What was said back of the Done items, to compare with what was built.
 */
built: Array<Built>, };

export type FollowUpLine = { 
/**
 * What it is about.
 */
about: FollowUpAbout, 
/**
 * What is to be done.
 */
text: string, 
/**
 * With whom.
 */
who: StakeholderId | null, };

export type FollowUpAbout = { "type": "triage", 
/**
 * Which.
 */
id: FeedbackId, } | { "type": "reply", 
/**
 * Which.
 */
id: FeedbackId, } | { "type": "question", 
/**
 * Which.
 */
id: QuestionId, } | { "type": "decision", 
/**
 * Which.
 */
id: DecisionId, } | { "type": "left", 
/**
 * Which.
 */
id: ItemId, };

export type Built = { 
/**
 * Which.
 */
item: Item, 
/**
 * What they had understood, the oldest first.
 */
saidBack: Array<SaidBack>, 
/**
 * Where intended and built parted.
 */
misunderstood: Array<Misunderstanding>, };

export type Report = { "type": "review", 
/**
 * Of which Sprint.
 */
sprint: SprintId, } | { "type": "goal" } | { "type": "forecast", 
/**
 * The question.
 */
asked: Asked, 
/**
 * What the answer assumes.
 */
assumptions: Assumptions, 
/**
 * For whom; none for anybody.
 */
told: StakeholderId | null, } | { "type": "person", 
/**
 * Who.
 */
id: StakeholderId, } | { "type": "backlog", 
/**
 * For whom.
 */
cut: Cut, } | { "type": "decisions" };

export type Cut = "developers" | "stakeholders" | "customers";

export type Words = { 
/**
 * The text. Plain, never markup.
 */
text: string, 
/**
 * What a hand edit of it is kept under; none where it can't be edited in place.
 */
key: string | null, 
/**
 * What data say where a hand wrote something else.
 */
data: string | null, 
/**
 * Whether data say something else than they did when the hand wrote it.
 */
moved: boolean, };

export type Page = { 
/**
 * Its width.
 */
width: number, 
/**
 * Its height.
 */
height: number, 
/**
 * The section it shows, counted from 0; the first of them on a printed page.
 */
section: number, 
/**
 * Which page of its section it is, counted from 1; on paper, which page of all.
 */
part: number, 
/**
 * How many there are.
 */
parts: number, 
/**
 * What stands on it.
 */
boxes: Array<Placed>, };

export type Placed = { x: number, y: number, width: number, height: number, piece: Piece, };

export type Piece = { "type": "text", passage: Passage, } | { "type": "chip", text: string, style: Style, ground: Role, } | { "type": "table", table: PageTable, } | { "type": "figure", scene: Scene, scale: number, } | { "type": "rule", colour: Role, };

export type Passage = { 
/**
 * What it is on its page.
 */
purpose: Purpose, 
/**
 * How it is set.
 */
style: Style, 
/**
 * Whether its lines stand at the end of its width.
 */
end: boolean, 
/**
 * Its paragraphs from top to bottom.
 */
paragraphs: Array<PageParagraph>, 
/**
 * The whole text where it can be edited in place.
 */
words: Words | null, };

export type Purpose = "title" | "heading" | "text" | "foot";

export type PageParagraph = { 
/**
 * What is left free above it.
 */
gap: number, 
/**
 * How far its lines stand in.
 */
indent: number, 
/**
 * How far before its lines its marker stands.
 */
hang: number, 
/**
 * The dot or the number before it, at the start of the indent; none where it is no item.
 */
marker: string | null, 
/**
 * Its lines.
 */
lines: Array<Array<Run>>, };

export type PageTable = { 
/**
 * What the table holds.
 */
name: string, 
/**
 * Its columns.
 */
columns: Array<PageColumn>, 
/**
 * How headings are set.
 */
headStyle: Style, 
/**
 * The height of the row of headings; 0 where there is none.
 */
headHeight: number, 
/**
 * How the smaller lines are set.
 */
smallStyle: Style, 
/**
 * Its rows.
 */
rows: Array<PageRow>, };

export type PageColumn = { 
/**
 * Its width.
 */
width: number, 
/**
 * What of it stays free between its text and the next column.
 */
pad: number, 
/**
 * The lines of its heading, at most two.
 */
head: Array<Array<Run>>, 
/**
 * Whether its cells stand at the end of the line.
 */
end: boolean, 
/**
 * How its cells are set.
 */
style: Style, };

export type PageRow = { 
/**
 * What it is about; none where it is nothing.
 */
id: string | null, 
/**
 * Its height.
 */
height: number, 
/**
 * A cell a column.
 */
cells: Array<PageCell>, };

export type PageCell = { 
/**
 * Its lines.
 */
lines: Array<Array<Run>>, 
/**
 * The smaller line below them, at most one.
 */
small: Array<Array<Run>>, 
/**
 * The whole text where it can be edited in place.
 */
words: Words | null, };

export type Style = { 
/**
 * The size of the letters.
 */
size: number, 
/**
 * The height of a line.
 */
line: number, 
/**
 * What stands between letters beyond their own width, in parts of the size.
 */
tracking: number, 
/**
 * Whether it is semibold.
 */
strong: boolean, 
/**
 * Its colour.
 */
colour: Role, };

export type Run = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether it is strong.
 */
strong: boolean, 
/**
 * Whether it is emphasised.
 */
emphasis: boolean, 
/**
 * Whether it is code.
 */
code: boolean, 
/**
 * Where it leads: `http`, `https` or `mailto`; none where it is no link.
 */
link: string | null, };

export type Paper = "a4" | "letter";

export type DocumentFormat = { "type": "pdf", 
/**
 * The paper; none for slides.
 */
paper: Paper | null, } | { "type": "html" } | { "type": "markdown" } | { "type": "slides" };

export type Laid = { 
/**
 * What it is.
 */
title: string, 
/**
 * Day, time and place.
 */
when: string, 
/**
 * What goes out with it, a sentence each.
 */
goesOut: Array<string>, 
/**
 * Its sections, which pages name by their place in this list.
 */
sections: Array<LaidSection>, 
/**
 * Its pages.
 */
pages: Array<Page>, };

export type LaidSection = { 
/**
 * What it is called within the document.
 */
id: string, 
/**
 * Its name in a word or two.
 */
name: string, };

export type Written = { 
/**
 * Name of the file.
 */
file: string, 
/**
 * What of it can't be seen, in a sentence; none where all can.
 */
note: string | null, };

export type Sprint = { 
/**
 * The id.
 */
id: SprintId, 
/**
 * The day it was ended; none before.
 */
endedOn: string | null, 
/**
 * The day its Review was planned for; none while it is its last day.
 */
reviewOn: string | null, 
/**
 * Number, from 1.
 */
number: number, 
/**
 * First day; none while its days are not known.
 */
first: string | null, 
/**
 * Last day, included; none as the first.
 */
last: string | null, 
/**
 * Sprint Goal; may be empty.
 */
goal: string, 
/**
 * What another tool calls it; empty where it has no name but its number.
 */
name: string, 
/**
 * Whether the Sprint Goal was met; none before that is said.
 */
met: Met | null, };

export type SprintFields = { 
/**
 * Number, from 1.
 */
number: number, 
/**
 * First day; none while its days are not known.
 */
first: string | null, 
/**
 * Last day, included; none as the first.
 */
last: string | null, 
/**
 * Sprint Goal; may be empty.
 */
goal: string, 
/**
 * What another tool calls it; empty where it has no name but its number.
 */
name: string, 
/**
 * Whether the Sprint Goal was met; none before that is said.
 */
met: Met | null, };

export type Settings = { 
/**
 * Name of the product.
 */
name: string, 
/**
 * First part of every item's key, such as "LW".
 */
prefix: string, 
/**
 * Which weekdays are worked, Monday first.
 */
workingDays: [boolean, boolean, boolean, boolean, boolean, boolean, boolean], 
/**
 * Weekday a week starts on, 0 for Monday.
 */
weekStart: number, 
/**
 * The percentile dates are said at, in percent.
 */
percentile: number, 
/**
 * The Definition of Done.
 */
definitionOfDone: string, 
/**
 * "Nothing was finished since", said by hand for the days up to this one.
 */
nothingFinishedUntil: string | null, };

export type ClosedDays = { 
/**
 * The id.
 */
id: ClosedDaysId, 
/**
 * Why, such as "Christmas".
 */
name: string, 
/**
 * First day.
 */
first: string, 
/**
 * Last day, included.
 */
last: string, };

export type NewClosedDays = { 
/**
 * Why, such as "Christmas".
 */
name: string, 
/**
 * First day.
 */
first: string, 
/**
 * Last day, included.
 */
last: string, };

export type DateLine = { 
/**
 * The id.
 */
id: DateLineId, 
/**
 * What happens on that day.
 */
name: string, 
/**
 * The day.
 */
day: string, };

export type View = { 
/**
 * The id.
 */
id: ViewId, 
/**
 * Its name on the tab.
 */
name: string, 
/**
 * The filter, in the filter language.
 */
filter: string, };

export type Edit = { "type": "changeSettings", settings: Settings, } | { "type": "addClosedDays", days: Array<NewClosedDays>, } | { "type": "removeClosedDays", id: ClosedDaysId, } | { "type": "addDateLine", name: string, day: string, } | { "type": "changeDateLine", id: DateLineId, name: string, day: string, } | { "type": "removeDateLine", id: DateLineId, } | { "type": "addView", name: string, filter: string, } | { "type": "changeView", id: ViewId, name: string, filter: string, } | { "type": "removeView", id: ViewId, } | { "type": "addGoal", sentence: string, measure: Measure | null, } | { "type": "changeGoal", id: GoalId, sentence: string, measure: Measure | null, } | { "type": "setGoalState", id: GoalId, state: GoalState, reason: string, } | { "type": "addReading", goal: GoalId, day: string, value: number, } | { "type": "addItems", items: Array<NewItem>, place: Place, } | { "type": "changeItems", ids: Array<ItemId>, changes: Array<Field>, } | { "type": "moveItems", ids: Array<ItemId>, place: Place, reason: string, } | { "type": "giveReason", operation: OperationId, reason: string, } | { "type": "labelItems", ids: Array<ItemId>, add: Array<string>, remove: Array<string>, } | { "type": "finishItems", ids: Array<ItemId>, on: string, } | { "type": "declineItems", ids: Array<ItemId>, reason: string, revisit: string | null, assumption?: AssumptionId, } | { "type": "reopenItems", ids: Array<ItemId>, } | { "type": "splitItem", id: ItemId, titles: Array<string>, } | { "type": "mergeItems", into: ItemId, ids: Array<ItemId>, } | { "type": "addSlice", name: string, } | { "type": "changeSlice", id: SliceId, name: string, } | { "type": "removeSlice", id: SliceId, } | { "type": "deleteItems", ids: Array<ItemId>, } | { "type": "addLink", item: ItemId, title: string, url: string, } | { "type": "removeLink", id: LinkId, } | { "type": "addRisk", item: ItemId, text: string, probability: number | null, } | { "type": "removeRisk", id: RiskId, } | { "type": "addStakeholder", fields: StakeholderFields, } | { "type": "changeStakeholder", id: StakeholderId, fields: StakeholderFields, } | { "type": "removeStakeholder", id: StakeholderId, } | { "type": "want", stakeholder: StakeholderId, items: Array<ItemId>, strength: number, why: string, need?: NeedId, } | { "type": "unwant", stakeholder: StakeholderId, items: Array<ItemId>, } | { "type": "mergeStakeholders", into: StakeholderId, ids: Array<StakeholderId>, } | { "type": "noteOnStakeholder", id: StakeholderId, text: string, } | { "type": "addNeed", fields: NeedFields, } | { "type": "changeNeed", id: NeedId, fields: NeedFields, } | { "type": "answerNeed", id: NeedId, items: Array<ItemId>, } | { "type": "removeNeed", id: NeedId, } | { "type": "addBusinessGoal", fields: BusinessGoalFields, } | { "type": "changeBusinessGoal", id: BusinessGoalId, fields: BusinessGoalFields, } | { "type": "removeBusinessGoal", id: BusinessGoalId, } | { "type": "addContact", fields: ContactFields, } | { "type": "changeContact", id: ContactId, fields: ContactFields, } | { "type": "removeContact", id: ContactId, } | { "type": "addQuestion", fields: QuestionFields, } | { "type": "changeQuestion", id: QuestionId, fields: QuestionFields, } | { "type": "removeQuestion", id: QuestionId, } | { "type": "addConflict", fields: ConflictFields, } | { "type": "changeConflict", id: ConflictId, fields: ConflictFields, } | { "type": "removeConflict", id: ConflictId, } | { "type": "addFeedback", fields: FeedbackFields, } | { "type": "changeFeedback", id: FeedbackId, fields: FeedbackFields, } | { "type": "triageFeedback", id: FeedbackId, triage: Triage, } | { "type": "removeFeedback", id: FeedbackId, } | { "type": "addAssumption", fields: AssumptionFields, } | { "type": "changeAssumption", id: AssumptionId, fields: AssumptionFields, } | { "type": "removeAssumption", id: AssumptionId, } | { "type": "addLearning", fields: LearningFields, } | { "type": "changeLearning", id: LearningId, fields: LearningFields, } | { "type": "removeLearning", id: LearningId, } | { "type": "addDecision", fields: DecisionFields, } | { "type": "changeDecision", id: DecisionId, fields: DecisionFields, } | { "type": "removeDecision", id: DecisionId, } | { "type": "addDelegation", fields: DelegationFields, } | { "type": "changeDelegation", id: DelegationId, fields: DelegationFields, } | { "type": "removeDelegation", id: DelegationId, } | { "type": "addPair", fields: PairFields, } | { "type": "changePair", id: PairId, fields: PairFields, } | { "type": "removePair", id: PairId, } | { "type": "addSprint", fields: SprintFields, } | { "type": "changeSprint", id: SprintId, fields: SprintFields, } | { "type": "removeSprint", id: SprintId, } | { "type": "selectItems", id: SprintId, items: Array<ItemId>, } | { "type": "unselectItems", id: SprintId, items: Array<ItemId>, } | { "type": "startSprint", id: SprintId, } | { "type": "endSprint", id: SprintId, met: Met | null, left: Array<Leftover>, } | { "type": "sayLeftover", sprint: SprintId, item: ItemId, why: string, next: string, } | { "type": "planReview", sprint: SprintId, fields: ReviewFields, } | { "type": "changeSection", sprint: SprintId, section: string, fields: SectionFields, } | { "type": "moveSection", sprint: SprintId, section: string, to: number, } | { "type": "addSection", sprint: SprintId, title: string, text: string, } | { "type": "removeSection", sprint: SprintId, section: string, } | { "type": "showItem", sprint: SprintId, item: ItemId, byWhom: string, minutes: number | null, } | { "type": "moveShown", sprint: SprintId, item: ItemId, to: number, } | { "type": "reword", sprint: SprintId, key: string, text: string, said: string, } | { "type": "giveEvidence", item: ItemId, evidence: Evidence, } | { "type": "addExample", fields: ExampleFields, } | { "type": "changeExample", id: ExampleId, fields: ExampleFields, } | { "type": "removeExample", id: ExampleId, } | { "type": "addSaidBack", fields: SaidBackFields, } | { "type": "changeSaidBack", id: SaidBackId, fields: SaidBackFields, } | { "type": "removeSaidBack", id: SaidBackId, } | { "type": "addMisunderstanding", fields: MisunderstandingFields, } | { "type": "changeMisunderstanding", id: MisunderstandingId, fields: MisunderstandingFields, } | { "type": "removeMisunderstanding", id: MisunderstandingId, } | { "type": "keepForecast", asked: Asked, assumptions: Assumptions, told: StakeholderId | null, words: string, } | { "type": "tellForecast", id: ForecastId, told: StakeholderId | null, words: string, } | { "type": "resolveForecast", id: ForecastId, standing: Standing | null, } | { "type": "import", backlog: ImportedBacklog, } | { "type": "importThroughput", throughput: ImportedThroughput, };

export type ImportedItem = { 
/**
 * Line of the file the row starts at, from 1; 0 for formats without lines.
 */
line: number, 
/**
 * The other tool's own id, by which a later import finds the item again.
 */
externalId: string | null, 
/**
 * What it is called.
 */
title: string, 
/**
 * Story, bug, spike, chore or the other tool's own word, in lower case.
 */
kind: string | null, 
/**
 * The state in Cairn's words; `None` where the file has no state.
 */
state: State | null, 
/**
 * The state in the other tool's words.
 */
sourceState: string | null, 
/**
 * Size as the Developers gave it.
 */
size: number | null, 
/**
 * Labels, tags and components.
 */
labels: Array<string>, 
/**
 * External id of the item or epic this one is part of.
 */
parent: string | null, 
/**
 * The longer text.
 */
body: string | null, 
/**
 * Address of the item in the other tool.
 */
url: string | null, 
/**
 * Sprints or iterations it was in, the newest last; each is one of [`ImportedBacklog::sprints`].
 */
sprints: Array<string>, 
/**
 * Local day it was created.
 */
createdOn: string | null, 
/**
 * Local day work on it started.
 */
startedOn: string | null, 
/**
 * Local day it was finished.
 */
doneOn: string | null, 
/**
 * Local day it entered each of [`ImportedBacklog::stages`]; none for one not entered.
 */
stages: Array<string | null>, };

export type ImportedSprint = { 
/**
 * Its name, by which items and a later import find it again.
 */
name: string, 
/**
 * First day, where the file has it.
 */
first: string | null, 
/**
 * Last day, included, where the file has it; never before the first.
 */
last: string | null, };

export type ImportedBacklog = { 
/**
 * Where the items come from; ids are only compared within one source ("jira", "azure", "csv", …).
 */
source: string, 
/**
 * Name of the file, for the history.
 */
file: string, 
/**
 * The newest day of created, updated or finished in the file: history is known up to it.
 */
knownUntil: string | null, 
/**
 * The stages of the other tool's board in their order, the last one Done; empty where the file
 * tells of none.
 */
stages: Array<string>, 
/**
 * The Sprints that items name, in the order of their first naming.
 */
sprints: Array<ImportedSprint>, 
/**
 * The items, most valuable first.
 */
items: Array<ImportedItem>, };

export type ImportedThroughput = { 
/**
 * Name of the file, for the history.
 */
file: string, 
/**
 * Whether each row counts a whole week that starts on its day; otherwise one day.
 */
weekly: boolean, 
/**
 * First day of each period with its count, zero rows included.
 */
rows: Array<[string, number]>, };

export type ImportCounts = { 
/**
 * New items.
 */
added: number, 
/**
 * Items that change.
 */
updated: number, 
/**
 * Items that stay as they are.
 */
unchanged: number, 
/**
 * Sprints that are new, or get a name or days.
 */
sprints: number, };

export type Snapshot = { 
/**
 * The day it was read for.
 */
today: string, 
/**
 * Settings of the product.
 */
settings: Settings, 
/**
 * Goals, the current one first.
 */
goals: Array<Goal>, 
/**
 * Sprints by number.
 */
sprints: Array<Sprint>, 
/**
 * Stakeholders by name.
 */
stakeholders: Array<Stakeholder>, 
/**
 * Views in the order they were saved.
 */
views: Array<View>, 
/**
 * Named dates by day.
 */
dateLines: Array<DateLine>, 
/**
 * Closed days by first day.
 */
closedDays: Array<ClosedDays>, 
/**
 * Release slices by name.
 */
slices: Array<Slice>, 
/**
 * Kept forecasts, the newest first.
 */
kept: Array<KeptForecast>, 
/**
 * The small collections, all of them.
 */
records: Records, 
/**
 * Items in order, then the containers.
 */
items: Array<Item>, 
/**
 * How many items are elsewhere.
 */
counts: Counts, 
/**
 * The finish date of every position.
 */
finish: Finish, 
/**
 * What undo would take back.
 */
undo: HistoryLine | null, 
/**
 * What redo would bring back.
 */
redo: HistoryLine | null, };

export type Counts = { 
/**
 * Done items.
 */
done: number, 
/**
 * Done items whose day lies in the running Sprint.
 */
doneInSprint: number, 
/**
 * Items that are not done on purpose.
 */
notDoing: number, };

export type Finish = { 
/**
 * Day 0 of `days`.
 */
asOf: string, 
/**
 * The percentiles, in percent: 50, 70, 85 and 95, and the product's own.
 */
percentiles: Array<number>, 
/**
 * Per percentile, per position from 1: days after `as_of`. A row ends where dates are no
 * longer forecastable.
 */
days: Array<Array<number>>, 
/**
 * What has to be said beside the dates, each a sentence: thin history, history that ended.
 */
notes: Array<string>, 
/**
 * Whether the history is thin, so that dates are labelled.
 */
thin: boolean, };

export type About = { "type": "everything" } | { "type": "first", 
/**
 * How many.
 */
items: number, } | { "type": "items", 
/**
 * Which.
 */
ids: Array<ItemId>, } | { "type": "goal", 
/**
 * Which.
 */
id: GoalId, } | { "type": "slice", 
/**
 * Which.
 */
id: SliceId, };

export type Asked = { 
/**
 * What it is about; none asks how much.
 */
about: About | null, 
/**
 * The day, included.
 */
by: string | null, };

export type Assumptions = { 
/**
 * How the forecast is made.
 */
method: Method, 
/**
 * How many of the last complete weeks it learns from, at least 1.
 */
windowWeeks: number, 
/**
 * The weekdays worked from the as-of day on, Monday first. A weekday less is its work less, a
 * weekday more is a mean day's work more.
 */
workingDays: [boolean, boolean, boolean, boolean, boolean, boolean, boolean] | null, 
/**
 * Closed days beside the product's.
 */
closed: Array<Span>, 
/**
 * Changes of the team; a later one replaces an earlier one from its day on.
 */
team: Array<TeamChange>, 
/**
 * How many items are found on the way.
 */
growth: Growth, 
/**
 * How many items one item becomes when it is split.
 */
splitting: Splitting | null, 
/**
 * What may add items.
 */
risks: Array<AssumedRisk>, 
/**
 * When work begins; on the as-of day unless told otherwise.
 */
start: AssumedStart | null, 
/**
 * How much of an item in progress is still to do.
 */
inProgress: InProgress, };

export type Method = "default" | "replay";

export type Span = { 
/**
 * The first day.
 */
first: string, 
/**
 * The last day.
 */
last: string, };

export type TeamChange = { 
/**
 * The first day.
 */
from: string, 
/**
 * Percent of today's team, 0 to 1,000.
 */
people: number, };

export type Growth = { "type": "none" } | { "type": "range", 
/**
 * The least.
 */
low: number, 
/**
 * The most.
 */
high: number, } | { "type": "history" };

export type Splitting = { 
/**
 * The least, 100 or more.
 */
low: number, 
/**
 * The most.
 */
high: number, };

export type AssumedRisk = { 
/**
 * What may happen.
 */
name: string, 
/**
 * How likely it is, in percent.
 */
probability: number, 
/**
 * The fewest items it adds.
 */
low: number, 
/**
 * The most.
 */
high: number, };

export type AssumedStart = { 
/**
 * The first day it may begin.
 */
earliest: string, 
/**
 * The last.
 */
latest: string, };

export type InProgress = "whole" | "half" | "finished";

export type Forecast = { 
/**
 * What it is about, in words; empty when asked how much.
 */
name: string, 
/**
 * Items down to the last one asked about: what has to be done first counts too.
 */
items: number, 
/**
 * The open items asked about themselves.
 */
open: number, 
/**
 * Those of them that are Done.
 */
done: number, 
/**
 * How many of the items are in progress.
 */
inProgress: number, 
/**
 * The answer by the method that was asked for.
 */
answer: Answer, 
/**
 * Both methods, and how they differ.
 */
opinions: Opinions, 
/**
 * The answer's notes in words.
 */
notes: Array<string>, 
/**
 * Whether the team is slowing down or speeding up, in words.
 */
pace: string | null, };

export type Opinions = { 
/**
 * The default method.
 */
default: Answer, 
/**
 * "If the coming weeks replay the past".
 */
replay: Answer, 
/**
 * How the two differ, in one sentence; empty when one of them has no answer.
 */
difference: string, };

export type Answer = { 
/**
 * How it was made.
 */
method: Method, 
/**
 * Day 1 of the forecast.
 */
asOf: string, 
/**
 * The weeks it learnt from.
 */
window: Window, 
/**
 * The fit of the default method.
 */
fit: Fit | null, 
/**
 * When the items asked for are done.
 */
when: When | null, 
/**
 * How many are done by the day asked for.
 */
howMany: HowMany | null, 
/**
 * P(all items asked for are done by the day asked for), 0 to 1; show it with
 * [`display_likelihood`].
 */
likelihood: number | null, 
/**
 * One honest sentence to copy.
 */
sentence: string, 
/**
 * The part of the sentence that answers, such as "10 February"; none without an answer.
 */
emphasis: string | null, 
/**
 * The second sentence: the even chance, and how often it will be later or fewer. Empty
 * without an answer.
 */
detail: string, 
/**
 * What it rests on: the weeks learnt from, and what is assumed beyond the default. Empty
 * without a forecast.
 */
basis: string, 
/**
 * What has to be known beside it.
 */
notes: Array<Note>, };

export type Window = { 
/**
 * The first day of each week.
 */
weeks: Array<string>, 
/**
 * Items finished in each week.
 */
counts: Array<number>, 
/**
 * Items added in each week; zeros when that is not known.
 */
added: Array<number>, 
/**
 * Exposure of each week: 1 when ordinary, less with closed days; never 0.
 */
exposures: Array<number>, 
/**
 * Items finished on each weekday, Monday first; all 0 for a weekly file.
 */
weekdayCounts: [number, number, number, number, number, number, number], 
/**
 * Share of a week's throughput on each weekday, Monday first; they add up to 1.
 */
weekdayShares: [number, number, number, number, number, number, number], };

export type Fit = { 
/**
 * Items per full week.
 */
m: number, 
/**
 * Variance over mean of a week's items, at least 1.05.
 */
phi: number, 
/**
 * Squared coefficient of variation of the level, at least 0.12.
 */
v: number, };

export type When = { 
/**
 * How many items.
 */
items: number, 
/**
 * At 50%.
 */
p50: string | null, 
/**
 * At 70%.
 */
p70: string | null, 
/**
 * At 85%.
 */
p85: string | null, 
/**
 * At 95%.
 */
p95: string | null, };

export type HowMany = { 
/**
 * The day, included.
 */
by: string, 
/**
 * At 50%.
 */
p50: number, 
/**
 * At 70%.
 */
p70: number, 
/**
 * At 85%.
 */
p85: number, 
/**
 * At 95%.
 */
p95: number, };

export type Levels<T> = { 
/**
 * At 50%.
 */
p50: T, 
/**
 * At 70%.
 */
p70: T, 
/**
 * At 85%.
 */
p85: T, 
/**
 * At 95%.
 */
p95: T, };

export type Note = { "type": "noCompleteWeek" } | { "type": "nothingFinished", 
/**
 * Weeks of the window.
 */
weeks: number, } | { "type": "thinHistory", 
/**
 * Weeks of the window.
 */
weeks: number, 
/**
 * Items finished in them.
 */
items: number, } | { "type": "historyEnds", 
/**
 * The last known day.
 */
on: string, } | { "type": "noGrowthKnown" } | { "type": "notForecastable" };

export type KeptForecast = { 
/**
 * The id.
 */
id: ForecastId, 
/**
 * Day 1 of the forecast: the day it was said.
 */
day: string, 
/**
 * What was asked about, in words.
 */
name: string, 
/**
 * The question.
 */
asked: Asked, 
/**
 * What the answer assumed.
 */
assumptions: Assumptions, 
/**
 * Items down to the last one asked about, then.
 */
items: number, 
/**
 * What was said, in the words of the answer.
 */
sentence: string, 
/**
 * Whom it was told.
 */
told: StakeholderId | null, 
/**
 * The words used, where others than the sentence.
 */
words: string, 
/**
 * What was said at each level, and whether it came true.
 */
levels: Array<KeptLevel>, 
/**
 * What became of it.
 */
standing: Standing, 
/**
 * Why today's answer is not what was told; none while it holds, and once it is settled.
 */
alert: string | null, };

export type KeptLevel = { 
/**
 * In percent.
 */
percent: number, 
/**
 * The day that was said, or the day that was asked for; none when not forecastable.
 */
day: string | null, 
/**
 * At least so many items by that day; none where all of them are meant.
 */
items: number | null, 
/**
 * Whether it came true; none before its day is over.
 */
held: boolean | null, 
/**
 * Whether as many items were finished by then as stood in the order, whichever they were.
 */
paced: boolean | null, };

export type Standing = { "type": "open" } | { "type": "happened", 
/**
 * Since this day.
 */
on: string, } | { "type": "counted", 
/**
 * So many items were done by then.
 */
items: number, } | { "type": "void", 
/**
 * Why.
 */
reason: string, };

export type Calibration = { 
/**
 * One for each of [`LEVELS`].
 */
levels: Array<LevelScore>, 
/**
 * Mean pinball loss; none before a forecast is known to its end.
 */
pinball: number | null, 
/**
 * Forecasts that were voided.
 */
voids: number, 
/**
 * What the sure level of 85% says.
 */
verdict: Verdict, 
/**
 * All of it in words, with what has to be known beside it.
 */
sentence: string, };

export type LevelScore = { 
/**
 * The percentile that was told.
 */
level: number, 
/**
 * How often it held.
 */
hits: number, 
/**
 * Out of so many whose day has come.
 */
count: number, 
/**
 * The exact binomial 80% interval of the share that holds, 0 to 1.
 */
low: number, 
/**
 * Its upper end.
 */
high: number, };

export type Verdict = { "type": "tooFew", 
/**
 * How many resolved forecasts are missing.
 */
missing: number, } | { "type": "tooOptimistic" } | { "type": "tooPessimistic" } | { "type": "inLine" };

export type BacktestScore = { 
/**
 * The method.
 */
method: Method, 
/**
 * How many weeks ahead.
 */
horizonWeeks: number, 
/**
 * How many forecasts of the past; those that overlap are not independent.
 */
count: number, 
/**
 * How many of them held at each level.
 */
held: Levels<number>, 
/**
 * Mean pinball loss in items over 19 quantiles, lower is better; 0 without a forecast.
 */
pinball: number, };

export type Chart = { "type": "burnUp", 
/**
 * The question.
 */
asked: Asked, 
/**
 * What the answer assumes.
 */
assumptions: Assumptions, } | { "type": "throughput", 
/**
 * What the answer assumes.
 */
assumptions: Assumptions, } | { "type": "calibration" } | { "type": "cycleTime" } | { "type": "ageing" } | { "type": "flow" } | { "type": "goalProgress", 
/**
 * The goal.
 */
goal: GoalId, };

export type Scene = { 
/**
 * Width in CSS pixels.
 */
width: number, 
/**
 * Height in CSS pixels.
 */
height: number, 
/**
 * The heading.
 */
title: string, 
/**
 * The label for screen readers.
 */
sentence: string, 
/**
 * What is drawn, the lowest first.
 */
marks: Array<Mark>, 
/**
 * The same facts, to read.
 */
table: Table, };

export type Table = { 
/**
 * The headings.
 */
columns: Array<string>, 
/**
 * One text a column.
 */
rows: Array<Array<string>>, };

export type Mark = { "type": "path", points: Array<[number, number]>, stroke: Stroke, } | { "type": "area", points: Array<[number, number]>, fill: Role, } | { "type": "rect", x: number, y: number, width: number, height: number, fill: Role, } | { "type": "hatch", x: number, y: number, width: number, height: number, } | { "type": "circle", x: number, y: number, radius: number, fill: Role, stroke: Stroke, } | { "type": "text", x: number, y: number, text: string, anchor: Anchor, role: Role, weight: Weight, 
/**
 * What the letters are set off with from marks below them; none outside of the plot.
 */
halo: Role | null, };

export type Stroke = { 
/**
 * Its colour.
 */
role: Role, 
/**
 * Its width in pixels.
 */
width: number, 
/**
 * Lengths of dash and gap in pixels; none for a solid line.
 */
dash: [number, number] | null, };

export type Anchor = "start" | "middle" | "end";

export type Weight = "text" | "mid" | "strong";

export type Role = "surface" | "sunken" | "press" | "line" | "line-2" | "line-3" | "ink" | "ink-2" | "ink-3" | "ink-4" | "tarn" | "tarn-2" | "tarn-3" | "tarn-4" | "tarn-5" | "way" | "moss" | "moss-5" | "lichen" | "lichen-5";

export type Changes = { 
/**
 * Settings, if they changed.
 */
settings: Settings | null, 
/**
 * All goals, if one changed.
 */
goals: Array<Goal> | null, 
/**
 * All Sprints, if one changed.
 */
sprints: Array<Sprint> | null, 
/**
 * All stakeholders, if one changed.
 */
stakeholders: Array<Stakeholder> | null, 
/**
 * All views, if one changed.
 */
views: Array<View> | null, 
/**
 * All named dates, if one changed.
 */
dateLines: Array<DateLine> | null, 
/**
 * All closed days, if some changed.
 */
closedDays: Array<ClosedDays> | null, 
/**
 * All release slices, if one changed.
 */
slices: Array<Slice> | null, 
/**
 * All kept forecasts, if what is said of one changed.
 */
kept: Array<KeptForecast> | null, 
/**
 * The small collections in which something changed.
 */
records: Records, 
/**
 * The items that changed.
 */
items: ItemChanges, 
/**
 * Counts after the change.
 */
counts: Counts, 
/**
 * The finish dates, if they changed; on a new day they always come, and their `as_of` is today.
 */
finish: Finish | null, };

export type ItemChanges = { 
/**
 * New and changed items.
 */
put: Array<Item>, 
/**
 * Items that are no more.
 */
removed: Array<ItemId>, };

export type Outcome = { 
/**
 * The step as the history tells it; `None` when nothing had to change.
 */
done: HistoryLine | null, 
/**
 * Ids of new rows in the order they were made (items, people, views, …).
 */
created: Array<number>, 
/**
 * What changed.
 */
changes: Changes, 
/**
 * What undo would take back now.
 */
undo: HistoryLine | null, 
/**
 * What redo would bring back now.
 */
redo: HistoryLine | null, };

export type HistoryLine = { 
/**
 * The step.
 */
operation: OperationId, 
/**
 * When, in milliseconds since 1970 UTC.
 */
at: number, 
/**
 * The local day it was done.
 */
day: string, 
/**
 * What was done, in words.
 */
text: string, 
/**
 * Why.
 */
reason: string | null, 
/**
 * The item it was about, if one.
 */
item: ItemId | null, 
/**
 * From which position to which, for a move of one item or the first of a block.
 */
moved: [number, number] | null, 
/**
 * Names of those whom a move served.
 */
serves: Array<string>, 
/**
 * Names of those whom a move delayed.
 */
delays: Array<string>, 
/**
 * Whether it takes an earlier step back or brings one back.
 */
kind: HistoryKind, };

export type HistoryKind = "edit" | "undo" | "redo";

export type Request = { "type": "load" } | { "type": "apply", edit: Edit, } | { "type": "undo" } | { "type": "redo" } | { "type": "item", id: ItemId, } | { "type": "history", item: ItemId | null, before: OperationId | null, limit: number, } | { "type": "filter", text: string, } | { "type": "search", text: string, limit: number, } | { "type": "finished", what: Finished, offset: number, limit: number, } | { "type": "day", day: string, } | { "type": "forecast", asked: Asked, assumptions: Assumptions, } | { "type": "chart", chart: Chart, width: number, height: number, } | { "type": "calibration" } | { "type": "movedSince", id: ForecastId, } | { "type": "service" } | { "type": "person", id: StakeholderId, } | { "type": "privateNote", id: StakeholderId, } | { "type": "since", day: string | null, } | { "type": "days" } | { "type": "scores" } | { "type": "openRisks" } | { "type": "declined" } | { "type": "similar", title: string, } | { "type": "replyLine", id: FeedbackId, } | { "type": "sprints" } | { "type": "sprint", id: SprintId, } | { "type": "review", sprint: SprintId, } | { "type": "followUp", sprint: SprintId, } | { "type": "document", report: Report, privateNotes: boolean, };

export type Finished = "done" | "notDoing";

export type PastDay = { 
/**
 * The day.
 */
day: string, 
/**
 * The open items of that day in order, then its containers.
 */
items: Array<Item>, 
/**
 * Steps since, newest first, 200 at most.
 */
since: Array<HistoryLine>, };

export type Code = "notFound" | "invalid" | "newerFile" | "alreadyOpen" | "notAProduct" | "damaged" | "missing" | "notSaved" | "internal";

export type Failure = { 
/**
 * What kind of failure it is.
 */
code: Code, 
/**
 * The field a refused value was given for.
 */
field: string | null, 
/**
 * What happened and what is safe.
 */
message: string, 
/**
 * What to do.
 */
hint: string | null, };

export type HostRequest = { "type": "start" } | { "type": "createProduct", name: string, } | { "type": "openProduct", id: string, } | { "type": "openSample" } | { "type": "openFile", file: number, } | { "type": "closeProduct" } | { "type": "previewImport", file: number, options: ImportOptions, } | { "type": "import", file: number, options: ImportOptions, } | { "type": "progress" } | { "type": "stopImport" } | { "type": "importThroughput", file: number, } | { "type": "importHolidays", file: number, } | { "type": "backtest", windowWeeks: number, horizons: Array<number>, every: number, } | { "type": "backtestProgress" } | { "type": "stopBacktest" } | { "type": "export", target: number, format: ExportFormat, 
/**
 * Whether the private notes about people go along; never into a CSV.
 */
privateNotes: boolean, } | { "type": "pages", report: Report, paper: Paper | null, privateNotes: boolean, } | { "type": "writeDocument", target: number, report: Report, format: DocumentFormat, 
/**
 * Whether private notes go along this once.
 */
privateNotes: boolean, } | { "type": "erasePerson", id: StakeholderId, } | { "type": "backups", id: string, } | { "type": "restore", id: string, backup: string, } | { "type": "readable", id: string, } | { "type": "exportReadable", id: string, target: number, };

export type Start = { 
/**
 * Version of Cairn.
 */
version: string, 
/**
 * The words of the window, as Fluent source.
 */
words: string, 
/**
 * Products of the data folder, last opened first.
 */
products: Array<ProductRef>, 
/**
 * Id of the open product.
 */
current: string | null, 
/**
 * The open product.
 */
snapshot: Snapshot | null, 
/**
 * Why the last product did not open, or what its last check found.
 */
failure: Failure | null, 
/**
 * Id of the product that did not open.
 */
unopened: string | null, };

export type ProductRef = { 
/**
 * Name of its file without ending.
 */
id: string, 
/**
 * Name of the product.
 */
name: string, };

export type ImportOptions = { 
/**
 * Header of a column → name of a field of [`ImportPreview::fields`], or "ignore".
 */
columns: { [key in string]: string }, 
/**
 * A state of the other tool → a state of Cairn.
 */
states: { [key in string]: State }, 
/**
 * Name of the encoding.
 */
encoding?: string, 
/**
 * The delimiter.
 */
delimiter?: string, };

export type ImportPreview = { 
/**
 * Name of the file.
 */
file: string, 
/**
 * Name of the format, such as "Jira CSV".
 */
format: string, 
/**
 * Name of the encoding.
 */
encoding: string, 
/**
 * The delimiter, for tables.
 */
delimiter: string | null, 
/**
 * The columns with what they are read as.
 */
columns: Array<PreviewColumn>, 
/**
 * Names of the fields a column can be read as.
 */
fields: Array<string>, 
/**
 * Rows read.
 */
read: number, 
/**
 * Rows left out.
 */
skipped: Array<SkippedRow>, 
/**
 * What should be looked at, each a sentence.
 */
warnings: Array<string>, 
/**
 * States whose meaning was guessed, with how many items have them.
 */
unknownStates: Array<UnknownState>, 
/**
 * What would change.
 */
counts: ImportCounts, 
/**
 * Done items with a day: what forecasts can build on.
 */
doneWithDate: number, 
/**
 * The first items in order, 100 at most.
 */
items: Array<ImportedItem>, };

export type PreviewColumn = { 
/**
 * Its header.
 */
header: string, 
/**
 * What it is read as; `None`: it is left out.
 */
field: string | null, 
/**
 * The first values that are not empty.
 */
samples: Array<string>, };

export type SkippedRow = { 
/**
 * Its line in the file, from 1.
 */
line: number, 
/**
 * Why, as a sentence.
 */
reason: string, };

export type UnknownState = { 
/**
 * In the other tool's words.
 */
sourceState: string, 
/**
 * How many items have it.
 */
items: number, 
/**
 * What it was taken for.
 */
state: State, };

export type TaskProgress = { 
/**
 * Parts of a thousand that are done.
 */
thousandths: number, };

export type ImportDone = { 
/**
 * What changed.
 */
counts: ImportCounts, 
/**
 * The step and its changes.
 */
outcome: Outcome, };

export type ExportFormat = "csv" | "json" | "copy";

export type Exported = { 
/**
 * Name of the file.
 */
file: string, 
/**
 * How many items.
 */
items: number, };

export type Backup = { 
/**
 * What it is called: the local moment it was made at.
 */
name: string, 
/**
 * When it was made, in milliseconds since 1970 UTC.
 */
at: number, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * How many items it holds, whatever their state; `None` where that was not noted.
 */
items: number | null, 
/**
 * Why it was made; `None` where that was not noted.
 */
occasion: Occasion | null, 
/**
 * Whether it is, byte for byte, what was verified when it was made.
 */
sound: boolean, };

export type Occasion = "routine" | "migration" | "import" | "deletion" | "restore";

export type Backups = { 
/**
 * Newest first.
 */
backups: Array<Backup>, 
/**
 * When the whole file was checked last, in milliseconds since 1970 UTC.
 */
checkedAt: number | null, 
/**
 * Whether that check found damage.
 */
damaged: boolean, };

export type Readable = { 
/**
 * So many items.
 */
items: number, };

export type Erased = { 
/**
 * Everything the window shows, read anew.
 */
product: Snapshot, 
/**
 * Items whose own texts mention the name.
 */
mentions: Array<ItemId>, 
/**
 * Backups that still hold what they held, the newest first.
 */
backups: Array<Backup>, };
