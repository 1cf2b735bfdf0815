//! The shop's sister: a second, small organisation in the same store, with a name, people, teams,
//! tags and customers of its own. One agent works for both, and one customer buys of both.

use inbox_model::Timestamp;

use super::DemoWorld;
use super::people::{Colleague, SISTER_TAGS, Team, tag};
use super::stage::{House, Stage};
use super::texts::sister::SCENES;

/// What the sister is called.
pub const SISTER: &str = "Birch & Bay";

/// Its numbers begin far beyond the shop's own, so no id is taken twice.
const HOUSE: House = House {
    site: "birchandbay.example",
    pages: &["", "cabins", "cabins/kittelvik", "account/bookings", "help/arriving"],
    first_contact: 10_000,
    first_conversation: 20_000,
};

/// Makes the sister's world as it stands at `now`, beside [`generate`](super::generate)'s.
pub fn generate_sister(now: Timestamp) -> DemoWorld {
    let mut stage = Stage::of(HOUSE, now);
    stage.play_scenes(&SCENES);
    let (contacts, conversations) = stage.end();
    DemoWorld {
        workspace: SISTER.to_owned(),
        demo_agent: Colleague::Maya.id(),
        agents: vec![Colleague::Noor.participant()],
        members: vec![Colleague::Maya.id()],
        teams: Team::OF_SISTER.iter().map(|team| team.entry()).collect(),
        tags: SISTER_TAGS.iter().map(|name| tag(name)).collect(),
        contacts,
        conversations,
    }
}
