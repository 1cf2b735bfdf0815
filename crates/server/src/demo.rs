//! The demo's data: a small shop's inbox after a year, and its sister's, made up the same way every
//! time.
//!
//! [`generate`] is a pure function of the instant that counts as now: no clock and no randomness
//! but a seeded stream, so two runs give equal worlds and dates stay fresh. Words live in
//! [`texts`], one small table per topic and language; adding to them needs no other change.

mod beat;
mod clock;
mod compose;
mod contacts;
mod fill;
mod ids;
mod media;
mod people;
mod rng;
mod schedule;
mod sister;
mod slots;
mod stage;
mod story;
mod tables;
mod texts;
pub mod world;

use inbox_dialects::session::Team;
use inbox_model::tag::Tag;
use inbox_model::{Conversation, Participant, ParticipantId, Timestamp};

pub use contacts::{DEMO_CUSTOMER, DemoContact};
pub use fill::fill_if_empty;
pub use sister::{SISTER, generate_sister};

use people::{Colleague, TAGS, WORKSPACE, tag};
use stage::{House, Stage};
use texts::scenes;

/// Everything that the demo's store is filled with.
#[derive(Clone, Debug, PartialEq)]
pub struct DemoWorld {
    /// The workspace's name.
    pub workspace: String,
    /// The demo agent, who is signed in at the desk; one of `agents` or `members`.
    pub demo_agent: ParticipantId,
    /// The workspace's people.
    pub agents: Vec<Participant>,
    /// Those of them whom another workspace of the store has as its own.
    pub members: Vec<ParticipantId>,
    /// Their teams.
    pub teams: Vec<Team>,
    /// The workspace's tags.
    pub tags: Vec<Tag>,
    /// The customers and visitors.
    pub contacts: Vec<DemoContact>,
    /// The conversations with all of their parts, in the order of their numbers. Receipts say what
    /// the demo agent has read; [`Conversation::unread`] is left to whoever reads them.
    pub conversations: Vec<Conversation>,
}

const HOUSE: House = House {
    site: "fjordandfern.example",
    pages: &["", "products", "products/skadi", "cart", "account/orders", "help/returns", "journal"],
    first_contact: 0,
    first_conversation: 0,
};

/// Makes the world as it stands at `now`: the newest message is minutes old, the oldest a year.
pub fn generate(now: Timestamp) -> DemoWorld {
    let mut stage = Stage::of(HOUSE, now);
    stage.play_scenes(scenes::all());
    stage.play_long_threads();
    stage.play_everyday();
    stage.play_scenes(scenes::served());
    let (contacts, mut conversations) = stage.end();
    world::dress(&mut conversations, &contacts, now);
    let agents: Vec<_> = Colleague::ALL.iter().map(|agent| agent.participant()).collect();
    DemoWorld {
        workspace: WORKSPACE.to_owned(),
        demo_agent: Colleague::Maya.id(),
        agents,
        members: Vec::new(),
        teams: people::Team::ALL.iter().map(|team| team.entry()).collect(),
        tags: TAGS.iter().map(|name| tag(name)).collect(),
        contacts,
        conversations,
    }
}

#[cfg(test)]
mod tests;
