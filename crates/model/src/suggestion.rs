//! Drafts of a machine, and what people make of them.
//!
//! **A draft answers what it has seen.** It is bound to the newest public message of its thread
//! ([`Suggestion::based_on`]): something that a customer, an agent or a bot has said. Once there is a
//! newer one, the draft may answer a question that has changed, so it retires: it is
//! [`Standing::Outdated`], and can neither be sent as it stands nor, edited, as an answer made of it.
//! It can always be dismissed. Notes, calls, events and other drafts say nothing to the customer and
//! retire nothing.
//!
//! Outdated is worked out from the thread ([`standing`]) and never stored: for whoever keeps the
//! draft it is still pending, as the contract has no other word for it. A draft of which it is not
//! known what it saw has seen what stands above it.
//!
//! **Settled.** Sending it, a reply of an agent's own, or dismissing it settles a draft for good. What
//! a person sent while it waited becomes a training pair with a [`Label`].
//!
//! # Sources
//! CRM `/suggestions/{activity_id}/send` and `/dismiss`; contracts, point 19: "Any human send while
//! one is pending – one-click or own text – captures AI draft + sent message as one labelled training
//! pair; dismissing alone captures none (assumed). More than one pending draft is not described."

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::id::{ConversationId, PartId};
use crate::part::{Message, Part, PartBody};
use crate::time::Timestamp;

/// A reply that a machine drafted for an agent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it says.
    #[serde(flatten)]
    pub message: Message,
    /// What became of it.
    #[serde(default)]
    pub status: SuggestionStatus,
    /// The newest public message that it has seen; `None` where that is not known, or there was
    /// none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_on: Option<PartId>,
}

impl Suggestion {
    /// A draft that waits for somebody, of which it is not known what it has seen.
    pub fn pending(message: Message) -> Self {
        Self { message, status: SuggestionStatus::Pending, based_on: None }
    }
}

/// Where a draft stands in its thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be sent or dismissed.
    Pending,
    /// Something has been said since: it can only be dismissed.
    Outdated,
    /// It was sent as it stood.
    Sent,
    /// Somebody sent something of their own.
    Replaced,
    /// Somebody wanted nothing of it.
    Dismissed,
}

impl Standing {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Outdated => "outdated",
            Self::Sent => "sent",
            Self::Replaced => "replaced",
            Self::Dismissed => "dismissed",
        }
    }
}

/// Where the draft `part` stands; `None` if there is no such draft among the parts that are here. The
/// newest message has to be among them too.
///
/// ```
/// use inbox_model::part::{Message, Part, PartBody};
/// use inbox_model::suggestion::{standing, Standing, Suggestion};
/// use inbox_model::Timestamp;
///
/// let at = Timestamp::from_millis(0);
/// let part = |id: &str, body: PartBody| Part::new(id.into(), body, None, at).into();
/// let draft = Suggestion::pending(Message::text("It left today."));
/// let mut parts = vec![
///     part("p1", PartBody::Message(Message::text("Where is it?"))),
///     part("p2", PartBody::Suggestion(draft)),
/// ];
/// assert_eq!(standing(&parts, &"p2".into()), Some(Standing::Pending));
/// parts.push(part("p3", PartBody::Message(Message::text("It is here!"))));
/// assert_eq!(standing(&parts, &"p2".into()), Some(Standing::Outdated));
/// ```
pub fn standing(parts: &[Arc<Part>], part: &PartId) -> Option<Standing> {
    let index = parts.iter().position(|one| &one.id == part)?;
    let PartBody::Suggestion(draft) = &parts.get(index)?.body else { return None };
    Some(match &draft.status {
        SuggestionStatus::Sent(_) => Standing::Sent,
        SuggestionStatus::Replaced(_) => Standing::Replaced,
        SuggestionStatus::Dismissed => Standing::Dismissed,
        SuggestionStatus::Pending => {
            let newest = parts.iter().rposition(|one| is_public_message(one));
            let is_older = newest.is_some_and(|newest| match &draft.based_on {
                Some(seen) => parts.get(newest).is_some_and(|newest| newest.id != *seen),
                None => newest > index,
            });
            if is_older { Standing::Outdated } else { Standing::Pending }
        }
    })
}

/// The newest public message of a thread: what a draft that is made now is bound to.
pub fn newest_message(parts: &[Arc<Part>]) -> Option<&Arc<Part>> {
    parts.iter().rev().find(|part| is_public_message(part))
}

/// Whether somebody has said it, to the other side.
fn is_public_message(part: &Part) -> bool {
    part.is_spoken() && part.is_public()
}

/// What became of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionStatus {
    /// It waits for somebody to send or dismiss it.
    #[default]
    Pending,
    /// It was sent as it stood, as this part.
    Sent(PartId),
    /// Somebody sent something of their own while it waited: this part.
    Replaced(PartId),
    /// Somebody wanted nothing of it.
    Dismissed,
}

/// What a machine drafted and what a person then sent (CRM `TrainingPair`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingPair {
    /// Where.
    pub conversation_id: ConversationId,
    /// The draft.
    pub suggestion: PartId,
    /// What was sent.
    pub sent: PartId,
    /// The draft's text, as markdown.
    pub draft_text: String,
    /// The text that was sent, as markdown.
    pub sent_text: String,
    /// How the two compare.
    pub label: Label,
    /// When it was sent.
    pub captured_at: Timestamp,
}

/// How a draft and what was sent compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// Sent unchanged, but for space at the ends.
    Accepted,
    /// The draft with changes.
    Edited,
    /// A text of its own.
    Replaced,
}

/// Compares a draft with what was sent: more than half of the words of the longer text in common,
/// however they are ordered, is an edit.
pub fn label(draft: &str, sent: &str) -> Label {
    if draft.trim() == sent.trim() {
        return Label::Accepted;
    }
    let words = |text: &str| {
        let mut words: Vec<String> = text
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        words.sort_unstable();
        words
    };
    let (draft, sent) = (words(draft), words(sent));
    let longer = draft.len().max(sent.len());
    if common(&draft, &sent) * 2 > longer { Label::Edited } else { Label::Replaced }
}

/// How many words two sorted lists have in common, each counted as often as it is in both.
fn common(one: &[String], two: &[String]) -> usize {
    let (mut one, mut two) = (one.iter().peekable(), two.iter().peekable());
    let mut count = 0;
    while let (Some(left), Some(right)) = (one.peek(), two.peek()) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => _ = one.next(),
            std::cmp::Ordering::Greater => _ = two.next(),
            std::cmp::Ordering::Equal => {
                count += 1;
                one.next();
                two.next();
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::Standing::{Outdated, Pending};
    use super::*;
    use crate::part::{Call, Event, QuickReply};
    use crate::time::Timestamp;

    const AT: Timestamp = Timestamp::from_millis(1_000);

    fn message() -> PartBody {
        PartBody::Message(Message::text("Where is it?"))
    }

    fn draft(based_on: Option<&str>) -> PartBody {
        let draft = Suggestion::pending(Message::text("It left today."));
        PartBody::Suggestion(Suggestion { based_on: based_on.map(PartId::from), ..draft })
    }

    /// A thread whose parts are called `p0`, `p1` and so on.
    fn thread(bodies: Vec<PartBody>) -> Vec<Arc<Part>> {
        let parts = bodies.into_iter().enumerate();
        let part =
            |(index, body)| Arc::new(Part::new(PartId::new(format!("p{index}")), body, None, AT));
        parts.map(part).collect()
    }

    #[test]
    fn a_draft_retires_when_something_is_said_and_by_nothing_else() {
        let check = |bodies: Vec<PartBody>, at: &str, wanted: Option<Standing>| {
            let parts = thread(bodies);
            assert_eq!(standing(&parts, &at.into()), wanted, "{parts:?}");
        };
        for based_on in [None, Some("p0")] {
            let after = |body: PartBody| vec![message(), draft(based_on), body];
            check(vec![message(), draft(based_on)], "p1", Some(Pending));
            check(after(message()), "p1", Some(Outdated));
            let chosen = PartBody::QuickReplyChosen { option_id: "1".into(), text: "Yes".into() };
            check(after(chosen), "p1", Some(Outdated));
            let option = QuickReply { id: "1".into(), text: "Yes".into() };
            check(after(PartBody::QuickReplies { options: vec![option] }), "p1", Some(Outdated));
            let state = Event::StateChanged {
                state: crate::conversation::State::Closed,
                snoozed_until: None,
            };
            for silent in [
                PartBody::Note(Message::text("hm")),
                PartBody::Call(Call::default()),
                PartBody::Event(state),
                PartBody::FormCompleted,
                draft(None),
            ] {
                check(after(silent), "p1", Some(Pending));
            }
            check(after(message()), "p0", None);
            check(after(message()), "p9", None);
        }
        // What was said while the draft was made is newer than what it saw.
        check(vec![message(), message(), draft(Some("p0"))], "p2", Some(Outdated));
        check(vec![message(), message(), draft(Some("p1"))], "p2", Some(Pending));
        check(vec![message(), message(), draft(None)], "p2", Some(Pending));
        check(vec![draft(Some("p7"))], "p0", Some(Pending));
        check(vec![draft(None)], "p0", Some(Pending));
    }

    #[test]
    fn what_is_settled_stays_settled_whatever_is_said() {
        let id = || PartId::from("p1");
        for (status, wanted) in [
            (SuggestionStatus::Sent(id()), Standing::Sent),
            (SuggestionStatus::Replaced(id()), Standing::Replaced),
            (SuggestionStatus::Dismissed, Standing::Dismissed),
        ] {
            let draft = Suggestion { status, ..Suggestion::default() };
            let parts = thread(vec![PartBody::Suggestion(draft), message()]);
            assert_eq!(standing(&parts, &"p0".into()), Some(wanted));
        }
        let all = [
            Standing::Pending,
            Standing::Outdated,
            Standing::Sent,
            Standing::Replaced,
            Standing::Dismissed,
        ];
        let codes = ["pending", "outdated", "sent", "replaced", "dismissed"];
        assert_eq!(all.map(Standing::code), codes);
    }

    #[test]
    fn a_draft_is_bound_to_the_newest_public_message() {
        let note = PartBody::Note(Message::text("hm"));
        let said = thread(vec![message(), message(), note, draft(None)]);
        assert_eq!(newest_message(&said).map(|part| part.id.as_str()), Some("p1"));
        assert_eq!(newest_message(&thread(vec![draft(None)])), None);
    }

    #[test]
    fn pitfall_19_a_pair_is_labelled_by_what_the_texts_share() {
        let check = |draft, sent, expected| assert_eq!(label(draft, sent), expected, "{sent}");
        check("Your parcel left today.", " Your parcel left today.\n", Label::Accepted);
        check("Your parcel left today.", "Hi! Your parcel left our shop today.", Label::Edited);
        check("Your parcel left today.", "Can you send a photo of the label?", Label::Replaced);
        check("", "Anything", Label::Replaced);
        check("...", "!!!", Label::Replaced);
        check("荷物は今日出ました", "荷物は今日出ました。", Label::Edited);
    }
}
