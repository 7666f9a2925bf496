//! What the sample product consists of, as tables. Every person and place is invented.
//!
//! Days are counted from the Monday the running Sprint began: −1 is the Sunday before. Open items
//! are named by their rank, the position from 1 they have in the end.

use crate::backlog::Field;
use crate::backlog::State::{self, Idea, InSprint, NeedsConversation as Talk, Ready};
use Theme::{Access, Account, Branch, Catalogue, Lockers, Platform, Reservations};
use Who::{Ines, Jonas, Leila, Marc, Maria, Priya, Ruth, Sam, Tom};

pub(super) const NAME: &str = "Lendwell";
pub(super) const PREFIX: &str = "LW";
pub(super) const DEFINITION_OF_DONE: &str = "\
- Examples of the card pass, on a phone and on a desk screen
- Works with the keyboard alone and with a screen reader
- Tried by one person of the desk staff
- Help page and messages are in plain words
- Runs in all 11 branches

Lendwell is a sample: the product, the libraries and every person in it are invented.";

pub(super) const BOARD_MEETING: (&str, i64) = ("Board meeting", 53);
pub(super) const HOLIDAYS: (&str, i64, i64) = ("Closed for the holidays", 28, 39);
pub(super) const VIEW: (&str, &str) = ("Maria's wants", "wants:maria");

/// The first items of the order, which serve the Product Goal.
pub(super) const SERVE_THE_GOAL: usize = 26;
/// The first Sprint at whose end there is enough history for a forecast.
pub(super) const FIRST_FORECAST: usize = 3;
/// How many of the next items were asked about, in turn.
pub(super) const NEXT_ITEMS: [u32; 3] = [6, 10, 15];
/// Day, theme and person of what was told; without a theme it was about the Product Goal.
pub(super) const TOLD: [(i64, Option<Theme>, Who); 2] =
    [(-31, Some(Theme::Reservations), Who::Maria), (-3, None, Who::Ruth)];

/// The themes in the order they are added: each is an item the others are part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Theme {
    Reservations,
    Branch,
    Access,
    Platform,
    Account,
    Catalogue,
    Lockers,
}

/// Title and card of each [`Theme`].
pub(super) const THEMES: [(&str, &str); 7] = [
    (
        "Reservations 2.0",
        "Reserve, wait and collect without asking anyone. It carries most of the Product Goal.",
    ),
    ("Branch work", "What the 11 branches and the van do behind the desk, every day."),
    ("Accessibility", "Every task in the app, for every reader. The yearly audit has 20 tasks."),
    ("Platform", "Sign-on, hosting, records: what the council's IT asks of us."),
    ("Reader account", "Loans, cards, fees and what we know of a reader."),
    ("Catalogue", "Finding things. The catalogue itself is OpenShelf's and stays there."),
    ("Lockers", "Collect at any hour. One locker first, at the railway station."),
];

/// The stakeholders in the order they are added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Maria,
    Tom,
    Ruth,
    Ines,
    Priya,
    Sam,
    Leila,
    Jonas,
    Marc,
}

pub(super) const GOAL: &str =
    "Readers reserve and collect any item at any of our 11 branches without help from the desk.";
pub(super) const GOAL_MEASURE: &str = "of reservations need no desk help";
pub(super) const GOAL_BASELINE: f64 = 38.0;
pub(super) const GOAL_TARGET: f64 = 70.0;
/// Day the goal should be reached by.
pub(super) const GOAL_BY: i64 = 123;
/// Percent measured at the end of each past Sprint.
pub(super) const READINGS: [f64; 14] =
    [38.0, 39.0, 39.0, 41.0, 40.0, 42.0, 43.0, 43.0, 45.0, 46.0, 45.0, 48.0, 50.0, 52.0];

pub(super) const ABANDONED_GOAL: (&str, &str) =
    ("Readers pay every fee in the app.", "The council dropped most fees, the need was gone.");
pub(super) const FULFILLED_GOAL: (&str, &str) = (
    "Readers see their loans and renew them by themselves.",
    "Renewals without the desk went from 12 to 61%, one point above the target.",
);
/// Goals that wait: sentence, measure, unit, baseline, target.
pub(super) const NEXT_GOALS: [(&str, &str, &str, f64, f64); 3] = [
    (
        "Readers collect at any hour, from a locker near their way.",
        "of collections are outside opening hours",
        "%",
        0.0,
        25.0,
    ),
    ("Every reader with a disability completes a loan unaided.", "of 20 audit tasks passed", "", 11.0, 20.0),
    ("Branches run the van tour from one list.", "items a month go to the wrong branch", "", 31.0, 5.0),
];

/// An open item: state, kind, theme, who wants it, size, marks of need, business, feasibility and
/// urgency, day it was added, title.
pub(super) type Open = (State, &'static str, Theme, &'static [Who], u8, [u8; 4], i64, &'static str);

/// The open items in their order.
#[rustfmt::skip]
pub(super) const OPEN: [Open; 44] = [
    (InSprint, "story", Reservations, &[Ines, Priya], 3, [4, 4, 3, 4], -130, "Show me where I stand in the queue"),
    (InSprint, "story", Reservations, &[Priya, Maria], 3, [3, 3, 4, 3], -130, "Hold expires after seven days and the next reader is told"),
    (InSprint, "bug", Reservations, &[Priya], 2, [3, 3, 3, 4], -18, "Two desks confirm at once and both get the hold"),
    (InSprint, "story", Reservations, &[Ines, Maria], 5, [4, 4, 2, 4], -82, "Choose the pick-up branch when reserving"),
    (InSprint, "story", Reservations, &[Ines], 2, [4, 3, 4, 3], -77, "Tell the reader when the item is ready to collect"),
    (InSprint, "story", Branch, &[Jonas, Maria], 5, [3, 3, 2, 3], -130, "Van list: what travels to which branch today"),
    (Ready, "story", Reservations, &[Ines], 2, [3, 3, 4, 2], -130, "Cancel a reservation from the message itself"),
    (Ready, "story", Reservations, &[Sam, Priya], 3, [2, 3, 3, 4], -49, "Find my hold on the shelf by number, not by name"),
    (Ready, "story", Access, &[Leila], 3, [3, 3, 4, 3], -130, "Screen-reader labels on the whole reserve flow"),
    (Ready, "story", Platform, &[Tom], 5, [2, 2, 2, 3], -130, "Single sign-on for desk staff"),
    (Ready, "story", Reservations, &[Ines], 3, [3, 2, 4, 2], -130, "Pause my reservations while I am away"),
    (Ready, "bug", Account, &[Priya], 1, [2, 2, 4, 3], -27, "Wrong due date when the clocks change"),
    (Ready, "story", Account, &[Sam, Ines], 3, [2, 3, 3, 4], -130, "Delete my loan history when I ask for it"),
    (Talk, "story", Reservations, &[Ines, Priya], 5, [4, 3, 2, 2], -130, "Reserve for a child on the family card"),
    (Ready, "story", Reservations, &[Ruth], 3, [2, 4, 4, 4], -46, "Reservation figures for the culture committee"),
    (Ready, "story", Reservations, &[Maria], 2, [2, 3, 4, 2], -130, "Limit of open reservations per reader"),
    (Ready, "spike", Catalogue, &[Marc, Tom], 2, [3, 3, 3, 3], -54, "Can OpenShelf's interface give live availability?"),
    (Talk, "story", Lockers, &[Maria, Jonas], 8, [4, 4, 1, 3], -82, "Open a locker compartment with a code"),
    (Talk, "story", Catalogue, &[Ines, Marc], 5, [4, 3, 1, 2], -199, "Availability per branch in the search results"),
    (Ready, "story", Account, &[Priya], 5, [2, 2, 3, 1], -199, "Merge two accounts of the same reader"),
    (Talk, "story", Reservations, &[Ines], 3, [2, 2, 3, 1], -130, "Reserve several volumes of a series at once"),
    (Ready, "story", Reservations, &[Jonas, Priya], 3, [3, 2, 3, 2], -130, "Send a reservation on to another branch after it shipped"),
    (Ready, "story", Lockers, &[Jonas], 3, [3, 2, 3, 2], -82, "Locker full: fall back to the desk"),
    (Ready, "story", Access, &[Leila], 3, [2, 2, 4, 2], -199, "High-contrast theme"),
    (Ready, "story", Account, &[Ines], 2, [3, 2, 4, 1], -130, "Renew all my loans in one step"),
    (Talk, "story", Reservations, &[Ines], 5, [3, 2, 1, 1], -63, "Say how long the wait will be in a long queue"),
    (Ready, "story", Platform, &[Priya], 3, [2, 2, 3, 1], -130, "Sign in with card and PIN on shared tablets"),
    (Ready, "story", Platform, &[Sam, Tom], 3, [1, 2, 3, 2], -130, "Record who overrode a hold at the desk, and why"),
    (Ready, "story", Lockers, &[Jonas], 2, [2, 2, 3, 1], -82, "Warn the van lead when a locker is offline"),
    (Ready, "story", Access, &[Leila], 2, [2, 1, 4, 1], -130, "Filter the search by large print and Braille"),
    (Idea, "story", Catalogue, &[Ines], 5, [2, 2, 2, 1], -130, "Suggest similar titles when the queue is long"),
    (Talk, "story", Platform, &[Tom], 8, [1, 1, 1, 2], -199, "Move hosting to the council data centre"),
    (Ready, "story", Branch, &[Priya], 2, [1, 1, 4, 1], -130, "Print a weekly hold list for branches without tablets"),
    (Idea, "story", Catalogue, &[Maria], 5, [2, 2, 2, 1], -11, "Reading lists for schools"),
    (Talk, "story", Account, &[Ruth, Tom], 8, [2, 2, 1, 2], -199, "Pay fees by card in the app"),
    (Ready, "story", Branch, &[Maria], 2, [1, 1, 4, 1], -130, "Opening hours that differ per branch and season"),
    (Idea, "story", Catalogue, &[Ines], 5, [2, 1, 1, 1], -130, "Search that understands Polish and Urdu titles"),
    (Idea, "story", Branch, &[Maria], 8, [2, 1, 1, 1], -5, "Ask a volunteer to deliver to my home"),
    (Ready, "bug", Catalogue, &[Ines], 1, [1, 1, 4, 1], -33, "Cover pictures stretch on small phones"),
    (Idea, "story", Account, &[Ruth], 8, [1, 1, 1, 1], -199, "Event tickets next to my loans"),
    (Idea, "story", Account, &[Ruth, Ines], 3, [1, 1, 3, 0], -130, "A badge for young readers"),
    (Talk, "chore", Platform, &[Tom], 5, [1, 2, 2, 1], -199, "Switch off the old desk program"),
    (Idea, "story", Account, &[Ruth], 2, [1, 1, 4, 0], -130, "Ask readers how it went, inside the app"),
    (Idea, "story", Branch, &[Ruth, Maria], 3, [1, 1, 3, 0], -130, "Loan statistics per branch for the yearly report"),
];

/// Days of refinement, and the ranks that became ready there.
pub(super) const REFINEMENTS: [(i64, std::ops::RangeInclusive<usize>); 3] =
    [(-53, 1..=14), (-39, 15..=27), (-25, 28..=44)];

/// Where items stood first that were moved later.
pub(super) const FIRST_PLACES: [(usize, f64); 12] = [
    (3, 15.2),
    (4, 14.5),
    (5, 9.8),
    (10, 20.6),
    (12, 25.5),
    (13, 22.5),
    (15, 30.5),
    (17, 28.5),
    (18, 27.5),
    (26, 12.5),
    (32, 11.6),
    (34, 20.4),
];

/// Moves: day, hour, rank, new place, reason. The last one of an item takes it to its rank.
pub(super) const MOVES: [(i64, u32, usize, f64, &str); 14] = [
    (-42, 9, 4, 6.5, "Nine of twelve readers asked for it."),
    (-34, 11, 17, 17.0, "Marc can help us for two more months only."),
    (-31, 15, 32, 32.0, "The hosting contract runs for another year; nobody gains by hurrying."),
    (-27, 10, 15, 15.0, "The committee decides at the board meeting; it needs the figures there."),
    (-26, 14, 12, 12.0, "Two complaints a day at the desk in Hebden."),
    (-20, 11, 13, 13.0, "Sam calls it a legal duty; three readers have asked already."),
    (-17, 16, 10, 10.0, "Tom needs it before the audit, a week ahead of the board meeting."),
    (-14, 10, 26, 26.0, "Half of those who cancelled had bought the book. Nobody asked for an exact date."),
    (-13, 15, 3, 3.0, "Happens at three desks every week. Somebody drives for nothing each time."),
    (-13, 16, 4, 9.5, "The double hold at two desks hurts daily; fix first."),
    (-7, 9, 18, 18.0, "11.4% tapped the station locker, needed were 8%. Start with one locker."),
    (-6, 17, 34, 34.0, "We know nothing of how teachers plan. Ask two schools before building."),
    (-4, 15, 5, 5.0, "Texts are read within two hours; without one, a ready hold just waits."),
    (0, 9, 4, 4.0, "Without it, the queue helps only readers of one branch."),
];

/// Cards of open items by rank.
pub(super) const CARDS: &[(usize, &str)] = &[
    (
        1,
        "As a reader who waits, I want to see how many are before me, so that I can decide whether to buy the book.\n\n\
         Examples\n\n\
         - Third of seven: “2 readers are before you”\n\
         - First, item on the shelf: “Being fetched”\n\
         - Several copies: one queue, one number",
    ),
    (
        2,
        "As the next reader, I want holds that nobody collects to move on, so that a book does not wait for no one.\n\n\
         Seven days from the message, closed days not counted. One reminder on day five.",
    ),
    (
        3,
        "Steps: two desks open the same hold, both press Confirm within a second.\n\n\
         Expected: the second desk is told who was first. Seen: both print a slip, the van brings one copy.",
    ),
    (
        4,
        "As a reader who works in one town and lives in another, I want to choose where I collect, so that I do not travel for a book.\n\n\
         Open questions\n\n\
         - May a reader change the branch after the van has left? Ask Jonas.\n\
         - Are reference copies excluded everywhere or per branch? Ask Maria.\n\n\
         Examples\n\n\
         - Every branch that can hold the item is offered, nearest first\n\
         - The choice is shown in the confirmation and in the message\n\
         - A branch with a full shelf is greyed out and says why\n\
         - The home branch is chosen unless the reader changes it\n\
         - With the keyboard alone, in under five steps",
    ),
    (
        5,
        "As a reader, I want a message the moment my item is on the shelf, so that I come once and not in vain.\n\n\
         By the channel the reader chose. Says branch, shelf and last day.",
    ),
    (
        6,
        "As the van lead, I want one list per tour of what goes where, so that nothing is loaded twice.\n\n\
         The tour changes at 14:00; later items travel the next day. Two columns come from the van company's file.",
    ),
    (
        7,
        "One link in the message, no sign-in, one question: “Cancel this reservation?” The next reader moves up at once.",
    ),
    (
        8,
        "As a reader, I do not want my name on an open shelf. As desk staff, I want to find a hold in under a minute.\n\n\
         A test with a numbered shelf runs in Hebden: at most 40 seconds at the median.",
    ),
    (
        9,
        "From search to confirmation: names for all controls, a heading per step, errors read out. Leila tries it with her own set-up.",
    ),
    (
        10,
        "As desk staff, I want to sign in once in the morning with my council account.\n\n\
         Open question: what happens on a day when the council's service is down?",
    ),
    (
        11,
        "From a day to a day. My place in each queue stays; whoever is behind me may overtake while I am away.",
    ),
    (
        12,
        "Loans made on the evening before the clocks change are due a day early. Only branches open after 19:00.",
    ),
    (
        13,
        "On request, everything but open loans and unpaid fees goes within a day. Statistics keep counts, never names.",
    ),
    (
        14,
        "As a parent, I want to reserve for my child with my card, so that school books are there on Monday.\n\n\
         Open questions\n\n\
         - From which age does the child decide alone?\n\
         - Who gets the message?",
    ),
    (
        15,
        "Three figures: reservations, days to collect, share without desk help. One page, by branch, for the board meeting.",
    ),
    (16, "Ten at a time, children five. The eleventh is refused with the list of the ten."),
    (
        17,
        "Two days to find out: how fresh is the answer, how many requests a minute are allowed, what does it cost?\n\n\
         The result is a page and a yes or no.",
    ),
    (
        18,
        "As a commuter, I want to open a compartment with a code after closing time.\n\n\
         One locker at the railway station, 24 compartments. The experiment with the fake choice met its mark.",
    ),
    (
        19,
        "Each hit says where it stands on the shelf now. Needs the answer of the spike on OpenShelf's interface.",
    ),
    (
        20,
        "About 600 readers have two cards since the branches joined. Loans, holds and wishes go over, the older number stays.",
    ),
    (22, "The reader moves town, or the branch closes early: the item travels on instead of back."),
    (
        23,
        "If no compartment is free by 16:00, the hold goes to the desk nearby and the message says so before the reader leaves.",
    ),
    (24, "Text at 7:1, no information by colour alone. Follows the setting of the phone."),
    (25, "One press renews what can be renewed, and names what cannot and why."),
    (
        26,
        "Was to give a date. Thirty calls showed that readers want to know whether it is weeks or months; that may be enough.",
    ),
    (28, "Name, time and a reason of a few words, kept for a year. Tom and Sam may read it, nobody else."),
    (31, "If more than five wait, show three titles that are free today."),
    (
        32,
        "Two machines in the council's rooms. Nothing changes for readers; the contract with the present host has another year.",
    ),
    (
        34,
        "A teacher makes a list, a class reserves from it. Risky thought: teachers plan at least three weeks ahead.",
    ),
    (
        35,
        "Few fees are left since the council dropped most. Is it still worth the contract with a card company?",
    ),
    (38, "Someone from the neighbourhood brings the book. What must be true for this to work?"),
    (42, "Three branches still open it to look up old fines. Ask each what is missing here."),
];

/// A longer text of an open item: rank, which field, text.
pub(super) type Text = (usize, fn(String) -> Field, &'static str);

/// Notes on open items, own ones and those of the lenses.
pub(super) const FIELDS: &[Text] = &[
    (
        4,
        Field::Notes,
        "Ines, panel evening: nine of twelve readers would pick the branch next to work. Two asked to save a favourite; that can wait.\n\n\
         Maria, call: small branches have 40 shelf places for holds. When full, the branch must not be offered.\n\n\
         Jonas, depot: the van tour changes at 14:00. After that the item travels next day.\n\n\
         Priya, desk visit: readers say the town, not the branch name. Show both.",
    ),
    (4, Field::NeedNote, "Nine of twelve on the panel. Readers who work elsewhere are our largest group."),
    (4, Field::BusinessNote, "Reservations collected elsewhere are those that call the desk most."),
    (
        4,
        Field::FeasibilityNote,
        "Branches and shelf places are known; full shelves are counted by hand in four branches.",
    ),
    (1, Field::NeedNote, "The most asked question at the desk: “When is it my turn?”"),
    (1, Field::BusinessNote, "A third of the calls about holds would not be made."),
    (10, Field::FeasibilityNote, "The council's sign-on is documented, but nobody here has used it yet."),
    (13, Field::BusinessNote, "A duty, not a wish: the data protection officer has to report on it."),
    (15, Field::BusinessNote, "The committee renews the funding in spring and wants to see what it bought."),
    (18, Field::NeedNote, "Readers under 40 who never use the Saturday hours."),
    (
        18,
        Field::FeasibilityNote,
        "The locker's maker has an interface; who carries the mobile contract is open.",
    ),
    (
        26,
        Field::Notes,
        "Six of thirty named the unknown wait, needed were fifteen. Shrink it before anyone builds it.",
    ),
];

/// How strongly somebody wants items, by rank, and why.
pub(super) const WANTS: &[(Who, &[usize], u8, &str)] = &[
    (Ines, &[1, 4], 3, "The panel names it first at every meeting."),
    (Ines, &[5, 14, 19], 3, ""),
    (Ines, &[37, 41], 1, "Nice to have, says the panel."),
    (Priya, &[3], 3, "It costs the desk an apology every week."),
    (Priya, &[2, 12], 3, "Readers complain about it daily."),
    (Maria, &[4, 6], 2, "Small branches run out of shelf places."),
    (Maria, &[18], 3, "Branches cannot open longer; a locker can."),
    (Jonas, &[6, 22], 3, "Loading takes an hour that a list would save."),
    (Jonas, &[29], 1, ""),
    (Tom, &[10], 3, "The audit asks for it."),
    (Tom, &[32, 42], 2, "One system less to keep alive."),
    (Ruth, &[15], 3, "The committee decides on the funding."),
    (Ruth, &[41, 43], 1, ""),
    (Sam, &[8, 13], 3, "Names on an open shelf and kept histories are against the rules."),
    (Leila, &[9], 3, "Four of the twenty audit tasks fail here."),
    (Marc, &[17], 3, "He can help for two more months."),
];

/// Labels of open items by rank.
pub(super) const LABELS: &[(&str, &[usize])] = &[
    ("audit", &[9, 10, 24, 28]),
    ("board", &[15]),
    ("contract", &[17, 32, 35]),
    ("experiment", &[8, 18, 26]),
    ("messages", &[2, 5, 7]),
    ("panel", &[1, 4, 11, 14, 21]),
    ("privacy", &[8, 13, 28]),
    ("van", &[6, 22, 29]),
];

/// Links of open items by rank: title, address.
pub(super) const LINKS: &[(usize, &str, &str)] = &[
    (4, "Panel evening, what readers chose", "https://lendwell.example/panel/pick-up-branch"),
    (6, "Tour file of the van company", "https://lendwell.example/van/tour-file"),
    (8, "Numbered shelf in Hebden, how we test", "https://lendwell.example/tests/numbered-shelf"),
    (9, "Audit tasks, all twenty", "https://lendwell.example/audit/tasks"),
    (10, "Council sign-on, for suppliers", "https://council.example/it/sign-on"),
    (17, "OpenShelf interface", "https://openshelf.example/interface"),
    (17, "", "mailto:marc.lindqvist@openshelf.example"),
];

/// Risks of open items by rank: text, percent.
pub(super) const RISKS: &[(usize, &str, Option<u8>)] = &[
    (
        4,
        "Nobody counts full shelves in the small branches, so a branch is offered that has no room.",
        Some(30),
    ),
    (6, "The van company changes its file without telling us.", Some(25)),
    (10, "The council's test system is free only after the audit.", Some(35)),
    (17, "Marc leaves the project before we have the answer.", Some(20)),
    (18, "The station does not allow drilling into the wall.", Some(40)),
    (19, "Live availability costs more per request than we can pay.", None),
    (32, "Messages are late for a day during the move.", Some(50)),
];

/// Items that are not done on purpose: day added, day declined, place, theme, who wanted it, title,
/// reason, day to look again.
type Declined = (i64, i64, f64, Theme, Who, &'static str, &'static str, Option<i64>);

pub(super) const DECLINED: [Declined; 4] = [
    (
        -199,
        -96,
        33.5,
        Catalogue,
        Maria,
        "Sell withdrawn books in the app",
        "Selling is not part of the strategy for these two years.",
        None,
    ),
    (
        -130,
        -66,
        21.5,
        Reservations,
        Ines,
        "One queue for a whole family",
        "3 of 20 families asked for it, needed were 8.",
        None,
    ),
    (
        -130,
        -45,
        29.5,
        Branch,
        Priya,
        "Fine for holds that nobody collects",
        "It would drive away those we want back. The seven days do the same work.",
        Some(60),
    ),
    (
        -82,
        -10,
        36.5,
        Platform,
        Tom,
        "App for desk staff on their own phones",
        "Tablets are there now; private phones would need a contract with each person.",
        Some(180),
    ),
];

/// A finished item: working day of its Sprint from 1, kind, theme, who wanted it, size, title.
/// Bugs came up during the Sprint, the others were in the order long before.
pub(super) type Finished = (u8, &'static str, Theme, Who, u8, &'static str);

/// Past Sprints from the first: Sprint Goal and what was Done.
#[rustfmt::skip]
pub(super) const PAST: [(&str, &[Finished]); 14] = [
    ("A reader sees what can be reserved and what cannot.", &[
        (3, "story", Reservations, Ines, 3, "Show which copies can be reserved"),
        (5, "story", Catalogue, Priya, 2, "Mark reference copies as not for loan"),
        (6, "story", Reservations, Ines, 3, "Say why an item cannot be reserved"),
        (9, "story", Catalogue, Ines, 5, "Group the editions of one work"),
        (10, "chore", Platform, Tom, 2, "Copy the catalogue every night"),
    ]),
    ("A reader reserves from the search in under a minute.", &[
        (2, "story", Reservations, Ines, 3, "Reserve from the search results"),
        (4, "story", Reservations, Ines, 2, "Confirm a reservation on one page"),
        (4, "bug", Catalogue, Priya, 1, "Search forgets the branch when going back"),
        (6, "story", Account, Ines, 3, "Stay signed in for thirty days"),
        (8, "story", Reservations, Ines, 2, "See all my reservations in one list"),
        (9, "story", Access, Leila, 2, "Reach the search field with one key"),
        (10, "story", Reservations, Priya, 3, "Desk reserves for a reader on the phone"),
    ]),
    ("Desk staff see the day's reservations in one list.", &[
        (1, "story", Branch, Priya, 3, "List of today's reservations per branch"),
        (3, "story", Branch, Priya, 2, "Sort the list by shelf"),
        (5, "story", Branch, Maria, 2, "Tick off what was fetched"),
        (7, "story", Branch, Priya, 3, "Say that an item is not on the shelf"),
        (8, "spike", Platform, Tom, 2, "Do the old scanners work with the browser?"),
        (10, "bug", Branch, Priya, 1, "List shows yesterday after midnight"),
    ]),
    ("A hold is found, scanned and shelved without paper.", &[
        (1, "story", Branch, Priya, 3, "Scan an item to put it on hold"),
        (2, "story", Branch, Maria, 2, "Give each hold a shelf"),
        (2, "bug", Branch, Priya, 1, "Scanner reads the old label first"),
        (3, "story", Branch, Priya, 2, "Scan again to take it off the shelf"),
        (5, "story", Reservations, Ines, 3, "Collect with the card on the phone"),
        (5, "chore", Platform, Tom, 2, "Keep a week of scans for tracing"),
        (8, "story", Branch, Maria, 3, "See how full the hold shelf is"),
        (10, "story", Access, Leila, 2, "Larger type on the desk screens"),
    ]),
    ("The van driver knows what travels.", &[
        (4, "story", Branch, Jonas, 3, "Count the boxes for each tour"),
        (7, "story", Branch, Jonas, 5, "Print one label per box"),
        (8, "story", Branch, Jonas, 2, "Tell the branch when the van has left"),
        (10, "bug", Branch, Jonas, 2, "Box label shows the wrong town"),
    ]),
    ("An item never gets lost between two branches.", &[
        (6, "story", Branch, Jonas, 3, "Scan a box when it is loaded"),
        (6, "story", Branch, Jonas, 2, "Scan a box when it arrives"),
        (7, "story", Branch, Maria, 3, "See what is on the way to me"),
        (8, "story", Branch, Priya, 2, "Report an item that did not arrive"),
        (9, "bug", Branch, Jonas, 1, "Two boxes with the same number"),
        (10, "story", Reservations, Ines, 3, "Tell the reader that an item is late"),
        (10, "chore", Platform, Tom, 2, "Move the tour times into settings"),
    ]),
    ("A reader trusts the messages we send.", &[
        (1, "story", Reservations, Ines, 2, "Choose between e-mail and text message"),
        (2, "story", Reservations, Ines, 2, "Message when a reservation is placed"),
        (3, "story", Account, Sam, 3, "Ask before we send anything at all"),
        (4, "story", Access, Leila, 2, "Messages that read well aloud"),
        (4, "bug", Account, Priya, 1, "Message goes to the old address"),
        (5, "story", Account, Ines, 2, "No messages at night"),
        (7, "spike", Platform, Maria, 2, "Is a text message read in time?"),
        (9, "story", Account, Sam, 2, "Stop all messages with one link"),
        (10, "chore", Platform, Tom, 3, "Send again when the mail server is down"),
    ]),
    ("Renewing works online, with any branch's card.", &[
        (2, "story", Account, Ines, 3, "Renew a loan"),
        (4, "story", Account, Ines, 2, "Say why a loan cannot be renewed"),
        (5, "story", Account, Maria, 2, "Three renewals, then bring it back"),
        (6, "story", Account, Ines, 2, "Remind me three days before it is due"),
        (7, "bug", Account, Priya, 2, "Renewed loan keeps its old due date"),
        (8, "story", Account, Priya, 3, "Desk sees who renewed and when"),
        (10, "story", Access, Leila, 2, "Renew with the keyboard alone"),
    ]),
    ("Screen readers get through sign-in and search.", &[
        (1, "story", Access, Leila, 3, "Screen-reader labels on sign-in"),
        (3, "story", Access, Leila, 3, "Screen-reader labels on search results"),
        (4, "story", Access, Leila, 2, "Errors are read out where they happen"),
        (5, "chore", Access, Leila, 2, "Try every release with two screen readers"),
        (8, "story", Access, Leila, 2, "Skip straight to the results"),
        (9, "story", Catalogue, Ines, 3, "Hits with a line from the blurb"),
    ]),
    ("Desk staff spend less time on the phone about holds.", &[
        (3, "story", Reservations, Priya, 3, "See where my item is now"),
        (5, "story", Reservations, Ines, 2, "See until when a hold is kept"),
        (6, "story", Branch, Priya, 2, "Look up a hold by its last four digits"),
        (7, "story", Reservations, Maria, 2, "Ask for two more days to collect"),
        (8, "story", Account, Priya, 2, "Desk sees every message a reader got"),
        (9, "story", Branch, Maria, 3, "Count the calls about holds"),
        (10, "story", Reservations, Ines, 1, "Plain words for each state of a hold"),
        (10, "chore", Platform, Tom, 2, "Desk screens load in two seconds"),
    ]),
    ("A new reader signs up at home in five minutes.", &[
        (6, "story", Account, Maria, 5, "Sign up without coming to a branch"),
        (7, "story", Account, Sam, 2, "Ask only for what a card needs"),
        (7, "story", Account, Ines, 2, "Card on the phone at once"),
        (8, "story", Account, Maria, 3, "Check the address with the council"),
        (8, "bug", Account, Priya, 1, "House numbers with a letter are refused"),
        (9, "story", Account, Priya, 2, "Show new readers to the desk for a check"),
        (9, "story", Access, Leila, 2, "Sign-up form that says what is missing"),
        (10, "story", Account, Sam, 2, "Forget a sign-up that nobody finished"),
        (10, "story", Account, Ines, 1, "Welcome message with the opening hours"),
    ]),
    ("The first branches fetch holds with a tablet.", &[
        (2, "story", Branch, Priya, 3, "Today's list on a tablet"),
        (4, "story", Branch, Maria, 3, "Scan with the camera of the tablet"),
        (6, "story", Branch, Priya, 2, "Keep working when the branch is offline"),
        (7, "story", Branch, Priya, 2, "Walk the list in the order of the shelves"),
        (8, "bug", Branch, Priya, 1, "Tablet turns while scanning"),
        (9, "chore", Platform, Tom, 2, "Lock a tablet that was lost"),
        (10, "story", Branch, Maria, 2, "See which branch has fetched everything"),
    ]),
    ("One card serves a whole family.", &[
        (1, "story", Account, Ines, 3, "Add a child to my card"),
        (2, "story", Account, Ines, 2, "See the loans of the whole family"),
        (5, "story", Account, Sam, 2, "A child's list is hidden from the age of 14"),
        (6, "story", Account, Priya, 2, "Desk gives a child its own card"),
        (7, "story", Account, Ines, 2, "One reminder for the whole family"),
        (7, "bug", Account, Priya, 1, "Loans of a twin are shown twice"),
        (8, "story", Reservations, Ines, 3, "Collect for someone of my family"),
        (9, "story", Account, Maria, 2, "Children pay no fees"),
        (10, "spike", Account, Maria, 2, "Could a school class share one card?"),
        (10, "story", Catalogue, Maria, 2, "Mark what suits which age"),
    ]),
    ("The waiting list is live, and everybody sees the same.", &[
        (3, "story", Reservations, Ines, 5, "Waiting list that updates by itself"),
        (5, "story", Reservations, Priya, 2, "Desk sees the queue of a title"),
        (6, "story", Reservations, Maria, 3, "One queue for all copies of a title"),
        (7, "story", Reservations, Priya, 2, "Move a reader in the queue, with a reason"),
        (8, "bug", Reservations, Priya, 2, "Queue counts readers who have cancelled"),
        (8, "story", Reservations, Ines, 1, "Leave a queue from my list"),
        (9, "story", Reservations, Sam, 2, "Nobody sees who else is waiting"),
        (10, "story", Branch, Maria, 2, "Say when a title needs another copy"),
    ]),
];

pub(super) const RUNNING_GOAL: &str = "A reader always knows where a hold stands and when it ends.";
/// What is Done in the running Sprint already: small items that came in at its planning.
pub(super) const RUNNING_DONE: [Finished; 3] = [
    (1, "story", Reservations, Maria, 1, "Sort the waiting list by date"),
    (2, "story", Account, Ines, 1, "Confirm an e-mail address only once"),
    (2, "story", Reservations, Priya, 1, "Phone number of the branch on every hold"),
];
