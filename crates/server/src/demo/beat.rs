//! The vocabulary of the text tables: what can happen in a conversation, one beat at a time.
//!
//! Texts may contain slots such as `{order}` (see [`Slots`](super::slots::Slots)); each is filled
//! with the same words throughout one conversation.

use inbox_model::{Channel, Priority};

use super::media::File;
use super::people::{Colleague, Team};

/// One thing that happens.
#[derive(Clone, Copy, Debug)]
pub(super) enum Beat {
    /// The customer writes.
    Customer(&'static str),
    /// The agent in charge writes.
    Agent(&'static str),
    /// Another agent writes, and is in charge from then on.
    From(Colleague, &'static str),
    /// An agent leaves a note for the others.
    Note(Colleague, &'static str),
    /// The agent in charge leaves a note.
    OwnNote(&'static str),
    /// The assistant writes.
    Bot(&'static str),
    /// A machine drafts a reply for the agent.
    Suggestion(&'static str),
    /// The customer sends something that is not only words.
    CustomerSends(&'static [Piece]),
    /// The agent in charge does.
    AgentSends(&'static [Piece]),
    /// The assistant offers answers to choose from.
    Choices(&'static [&'static str]),
    /// The customer takes the offered answer with this number.
    Chooses(usize),
    /// The customer is asked for fields: identifier, label, kind.
    Form(&'static [(&'static str, &'static str, &'static str)]),
    /// The fields are filled in.
    FormDone,
    /// A call has ended: the contact called, seconds, summary.
    Call(bool, u32, &'static str),
    /// The conversation goes to an agent.
    Assign(Colleague),
    /// It goes to a team.
    AssignTeam(Team),
    /// It goes to nobody.
    Unassign,
    /// A tag is attached to the newest message.
    Tag(&'static str),
    /// A tag is removed.
    Untag(&'static str),
    /// The priority is set.
    Priority(Priority),
    /// The conversation is put aside until so many minutes after the demo's now.
    SnoozeUntil(i64),
    /// It is put aside for so many hours and comes back by itself (or with the next message).
    SnoozeFor(i64),
    /// It comes back.
    Wake,
    /// It is done.
    Close,
    /// An agent opens it again.
    Reopen,
    /// Another contact is brought in: name and address.
    Add(&'static str, &'static str),
    /// An automation waits, goes on or is interrupted: stage and label.
    Wait(&'static str, &'static str),
    /// Something for which this version has no word: name and JSON.
    Other(&'static str, &'static str),
    /// The customer is asked for a rating.
    AskRating,
    /// The customer gives one.
    Rates(u8, &'static str),
    /// The customer did not within a week.
    RatingExpires,
    /// The customer opens the thread and reads.
    Seen,
    /// How far the newest message of the company has come.
    Fate(Fate),
    /// An agent removes what the newest message of the customer says.
    RedactCustomer,
    /// Some days pass.
    Later,
    /// A field of the shop's own gets a value.
    Attribute(&'static str, &'static str),
}

/// How far a message has come. As [`Delivery`](inbox_model::Delivery), but fit for a table.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fate {
    /// Not yet handed to the channel.
    Created,
    /// Handed to it.
    Sent,
    /// Will not arrive, for this reason.
    Failed(&'static str),
}

/// One content of a message.
#[derive(Clone, Copy, Debug)]
pub(super) enum Piece {
    /// Words.
    Text(&'static str),
    /// A file with the words under it, which may be none.
    File(&'static File, &'static str),
    /// A place: degrees north and east, name, address.
    Place(f64, f64, &'static str, &'static str),
    /// Contact details: name, phone, e-mail, company.
    Card(&'static str, &'static str, &'static str, &'static str),
}

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
