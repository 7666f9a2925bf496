//! The ordered Product Backlog: what might be done next, most valuable first.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where an item stands on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A thought that may become something.
    Idea,
    /// Somebody has to be asked before it can be built.
    NeedsConversation,
    /// The Developers could start it.
    Ready,
    /// Selected for the running Sprint.
    InSprint,
    /// Done by the Definition of Done.
    Done,
    /// Decided not to do it, with a reason.
    NotDoing,
}
