//! Two who answer at once: what has been said since somebody began to write.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::id::PartId;
use crate::part::Part;
use crate::participant::Participant;
use crate::time::Timestamp;

/// How far a thread was there when somebody began to write in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Seen {
    pub(crate) at: Timestamp,
    pub(crate) part: PartId,
}

impl From<Seen> for String {
    fn from(seen: Seen) -> Self {
        seen.to_text()
    }
}

impl TryFrom<String> for Seen {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::from_text(&text).ok_or("a time and the id of a part were expected")
    }
}

impl Seen {
    /// Everything that is there now.
    pub fn all(parts: &[Arc<Part>]) -> Self {
        let newest = parts
            .iter()
            .filter(|part| !part.id.is_provisional())
            .max_by_key(|part| part.order_key());
        newest.map_or(Self { at: Timestamp::from_millis(0), part: "".into() }, |part| Self {
            at: part.created_at,
            part: part.id.clone(),
        })
    }

    /// As it is kept on the device.
    pub fn to_text(&self) -> String {
        [&self.at.as_millis().to_string(), " ", self.part.as_str()].concat()
    }

    /// From what the device has kept; `None` where that is something else.
    pub fn from_text(text: &str) -> Option<Self> {
        let (at, part) = text.split_once(' ')?;
        Some(Self { at: Timestamp::from_millis(at.parse().ok()?), part: part.into() })
    }

    /// What others have said since then to each other, the company to the customer or the customer to
    /// the company, oldest first: no notes, and nothing of the reader's own.
    pub fn since<'a>(&self, parts: &'a [Arc<Part>], me: &Participant) -> Vec<&'a Arc<Part>> {
        let is_new = |part: &&Arc<Part>| {
            part.order_key() > (self.at, &self.part)
                && !part.id.is_provisional()
                && part.is_spoken()
                && part.is_public()
                && part.author.as_ref().is_some_and(|author| !author.is_same(me))
        };
        parts.iter().filter(is_new).collect()
    }
}

/// Whether a reply would come after one of a colleague's that its writer has not read: where it would,
/// everything that was said since. What the customer adds alone is part of any conversation.
///
/// ```
/// use inbox_model::collision::{Seen, answered_by_others};
/// use inbox_model::part::Message;
/// use inbox_model::participant::ParticipantKind::{Agent, Customer};
/// use inbox_model::{Part, PartBody, Participant, Timestamp};
///
/// let part = |id: &str, kind, who: &str, minute: i64| {
///     let body = PartBody::Message(Message::text("…"));
///     let author = Participant::new(kind, who);
///     Part::new(id.into(), body, Some(author), Timestamp::from_millis(minute * 60_000)).into()
/// };
/// let me = Participant::new(Agent, "maya");
/// let mut parts = vec![part("p1", Customer, "nour", 1)];
/// let seen = Seen::all(&parts);
/// parts.push(part("p2", Customer, "nour", 2));
/// assert!(answered_by_others(&seen, &parts, &me).is_empty());
/// parts.push(part("p3", Agent, "tomas", 3));
/// assert_eq!(answered_by_others(&seen, &parts, &me).len(), 2);
/// ```
pub fn answered_by_others<'a>(
    seen: &Seen,
    parts: &'a [Arc<Part>],
    me: &Participant,
) -> Vec<&'a Arc<Part>> {
    let since = seen.since(parts, me);
    if since.iter().any(|part| !part.is_inbound()) { since } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::{Message, PartBody};
    use crate::participant::ParticipantKind;

    const ME: &str = "maya";

    fn part(id: &str, body: PartBody, kind: ParticipantKind, who: &str, second: i64) -> Arc<Part> {
        let author = Some(Participant::new(kind, who));
        Part::new(id.into(), body, author, Timestamp::from_millis(second * 1_000)).into()
    }

    fn said(id: &str, kind: ParticipantKind, who: &str, second: i64) -> Arc<Part> {
        part(id, PartBody::Message(Message::text("…")), kind, who, second)
    }

    #[test]
    fn a_colleague_or_a_machine_collides_and_nobody_else() {
        use ParticipantKind::{Agent, Bot, Customer};
        let note = PartBody::Note(Message::text("hm"));
        let before = [said("a", Customer, "nour", 1), said("b", Agent, "tomas", 2)];
        for (case, more, expected) in [
            ("nothing", vec![], vec![]),
            ("the customer", vec![said("c", Customer, "nour", 3)], vec![]),
            ("oneself", vec![said("c", Agent, ME, 3)], vec![]),
            ("a colleague's note", vec![part("c", note, Agent, "tomas", 3)], vec![]),
            ("a colleague", vec![said("c", Agent, "tomas", 3)], vec!["c"]),
            ("a machine", vec![said("c", Bot, "fern", 3)], vec!["c"]),
            ("in the same instant", vec![said("c", Agent, "tomas", 2)], vec!["c"]),
            ("what was there already", vec![said("aa", Agent, "tomas", 2)], vec![]),
            (
                "a colleague and the customer's thanks",
                vec![said("c", Agent, "tomas", 3), said("d", Customer, "nour", 4)],
                vec!["c", "d"],
            ),
        ] {
            let seen = Seen::all(&before);
            let mut parts = before.to_vec();
            parts.extend(more);
            let me = Participant::new(Agent, ME);
            let found = answered_by_others(&seen, &parts, &me);
            let found: Vec<_> = found.iter().map(|part| part.id.as_str()).collect();
            assert_eq!(found, expected, "{case}");
        }
    }

    #[test]
    fn what_was_read_meanwhile_collides_no_more() {
        let me = Participant::new(ParticipantKind::Agent, ME);
        let parts = [said("a", ParticipantKind::Agent, "tomas", 1)];
        let none = Seen::all(&[]);
        assert_eq!(answered_by_others(&none, &parts, &me).len(), 1);
        assert!(answered_by_others(&Seen::all(&parts), &parts, &me).is_empty());
    }

    #[test]
    fn what_was_removed_meanwhile_changes_nothing() {
        let me = Participant::new(ParticipantKind::Agent, ME);
        let seen = Seen::all(&[said("b", ParticipantKind::Customer, "nour", 2)]);
        let parts = [said("a", ParticipantKind::Agent, "tomas", 1)];
        assert!(seen.since(&parts, &me).is_empty());
    }

    #[test]
    fn it_is_kept_as_a_text() {
        for parts in [vec![], vec![said("b", ParticipantKind::Customer, "nour", 2)]] {
            let seen = Seen::all(&parts);
            assert_eq!(Seen::from_text(&seen.to_text()), Some(seen));
        }
        for text in ["", "x y", "12"] {
            assert_eq!(Seen::from_text(text), None, "{text}");
        }
    }
}
