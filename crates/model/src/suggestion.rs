//! Drafts of a machine, and what people make of them.

use serde::{Deserialize, Serialize};

use crate::id::{ConversationId, PartId};
use crate::part::Message;
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
}

impl Suggestion {
    /// A draft that waits for somebody.
    pub fn pending(message: Message) -> Self {
        Self { message, status: SuggestionStatus::Pending }
    }
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
    use super::*;

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
