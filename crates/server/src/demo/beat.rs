//! The vocabulary of the text tables: what can happen in a conversation, one beat at a time.
//!
//! Texts may contain slots such as `{order}` (see [`Slots`](super::slots::Slots)); each is filled
//! with the same words throughout one conversation.

use inbox_model::Priority;

use super::media::File;
use super::people::{Colleague, Team};
use super::world::Turn;

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
    /// Something that the messenger service brings.
    Outside(Turn),
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
