//! The shapes of the text tables: people, scenes, dialogues and topics.

use inbox_model::Channel;

use super::beat::{Beat, Piece};
use super::people::{Colleague, Team};

/// A contact who is written down, not generated.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person {
    /// Full name.
    pub(super) name: &'static str,
    /// Address; empty for visitors who have not told.
    pub(super) email: &'static str,
    /// Where they live.
    pub(super) city: &'static str,
    /// Two letters, ISO 3166-1.
    pub(super) country: &'static str,
    /// BCP 47.
    pub(super) language: &'static str,
    /// Company, or empty.
    pub(super) company: &'static str,
    /// Picture below `/demo-media/people/`, or empty.
    pub(super) avatar: &'static str,
}

impl Person {
    /// Somebody with an address, known to the shop.
    pub(super) const fn customer(
        name: &'static str,
        email: &'static str,
        (city, country): (&'static str, &'static str),
        language: &'static str,
    ) -> Self {
        Self { name, email, city, country, language, company: "", avatar: "" }
    }

    /// Somebody who has told no address, and perhaps no name.
    pub(super) const fn visitor(
        name: &'static str,
        (city, country): (&'static str, &'static str),
        language: &'static str,
    ) -> Self {
        Self { name, email: "", city, country, language, company: "", avatar: "" }
    }

    /// The same person with a picture.
    pub(super) const fn with_avatar(self, avatar: &'static str) -> Self {
        Self { avatar, ..self }
    }

    /// The same person at a company.
    pub(super) const fn at(self, company: &'static str) -> Self {
        Self { company, ..self }
    }
}

/// A conversation that is written down with its times, for the top of the list.
#[derive(Debug)]
pub(super) struct Scene {
    /// The customer.
    pub(super) contact: Person,
    /// Title, or empty.
    pub(super) title: &'static str,
    /// Through which channel.
    pub(super) channel: Channel,
    /// To whom it goes after the first message.
    pub(super) agent: Option<Colleague>,
    /// To which team.
    pub(super) team: Option<Team>,
    /// The demo agent has read all of it.
    pub(super) read: bool,
    /// What happens, and how many minutes before now; the largest first.
    pub(super) beats: &'static [(i64, Beat)],
}

/// A dialogue without times, to be played at any date.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dialogue {
    /// Title, or empty.
    pub(super) title: &'static str,
    /// The team it goes to.
    pub(super) team: Team,
    /// The tag it gets, or empty.
    pub(super) tag: &'static str,
    /// What happens.
    pub(super) beats: &'static [Beat],
}

/// What the customers of one language write about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Language {
    /// BCP 47.
    pub(super) code: &'static str,
    /// Words to begin a first message with: `{hello}`.
    pub(super) hellos: &'static [&'static str],
    /// Words to thank with: `{thanks}`.
    pub(super) thanks: &'static [&'static str],
    /// An agent's last words: `{bye}`.
    pub(super) byes: &'static [&'static str],
    /// The dialogues.
    pub(super) dialogues: &'static [Dialogue],
}

/// A theme of English conversations, from which many different dialogues are put together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Topic {
    /// Titles; one in two conversations gets one.
    pub(super) titles: &'static [&'static str],
    /// The team it goes to.
    pub(super) team: Team,
    /// The tag it gets.
    pub(super) tag: &'static str,
    /// What it is about: which of the shop's goods fill `{item}`.
    pub(super) goods: Goods,
    /// The matters that belong to it.
    pub(super) cases: &'static [Case],
    /// The agent takes it up and asks.
    pub(super) checks: &'static [&'static str],
    /// The customer tells.
    pub(super) details: &'static [&'static str],
    /// What the customer sends along with the details.
    pub(super) attachment: Option<&'static [Piece]>,
    /// What else customers ask after the answer, with what they are told.
    pub(super) follow_ups: &'static [(&'static str, &'static str)],
    /// The customer's last words, and the agent's. Those that begin with `~` come days later.
    pub(super) endings: &'static [(&'static str, &'static str)],
}

/// One matter of a topic.
///
/// Any choice of one opening, check, detail and answer, with any follow-ups between answer and
/// ending, must read as one dialogue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    /// The agent has to ask before there can be an answer.
    pub(super) ask: bool,
    /// The customer's first message. `||` divides what is sent in several messages.
    pub(super) openings: &'static [&'static str],
    /// What agents tell each other meanwhile.
    pub(super) notes: &'static [&'static str],
    /// The agent's answer.
    pub(super) answers: &'static [&'static str],
    /// What the agent sends along with it.
    pub(super) encloses: Option<&'static [Piece]>,
    /// Follow-ups instead of the topic's own, if there are any.
    pub(super) follow_ups: &'static [(&'static str, &'static str)],
    /// Endings instead of the topic's own, if there are any.
    pub(super) endings: &'static [(&'static str, &'static str)],
}

impl Case {
    /// What most cases have.
    pub(super) const USUAL: Self = Self {
        ask: true,
        openings: &[],
        notes: &[],
        answers: &[],
        encloses: None,
        follow_ups: &[],
        endings: &[],
    };
}

/// A shelf of the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goods {
    /// Clothes that have sizes.
    Wear,
    /// Of these, what is made of wool.
    Wool,
    /// To sleep in, on or under.
    Shelter,
    /// What else is needed outdoors.
    Kit,
    /// For the home.
    Home,
    /// Of these, what can break.
    Fragile,
    /// Of these, what is put together with screws.
    Built,
    /// Any of them.
    All,
}
