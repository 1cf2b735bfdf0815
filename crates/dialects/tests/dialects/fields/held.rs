//! What the table says holds for any conversation and any message, and not for its samples alone.

use std::sync::Arc;

use inbox_model::{Conversation, Event, Part, PartBody};
use proptest::prelude::*;

use super::{BELOW, Carried, Row, agent, at, base, carried, contact, in_seconds, rows};
use crate::codecs::{CODECS, Codec};
use crate::{generate, voicebot};

/// What there is one of in every conversation.
const OF_THE_WHOLE: [&str; 6] =
    ["Conversation", "Handling", "Sla", "ReplyWindow", "ChannelAccount", "Profile"];

/// What there is one of in every message.
const OF_A_PART: [&str; 3] = ["Part", "Tracking", "Message"];

/// What a part can be, and what is in it.
const OF_ANY_PART: [&str; 9] = [
    "PartBody",
    "Event",
    "Call",
    "Form",
    "FormField",
    "QuickReply",
    "Suggestion",
    "Location",
    "ContactCard",
];

/// The fields of these types that come back from a dialect, as far as the table says.
fn told(types: &[&str], codec: &Codec) -> Vec<(Row, Carried)> {
    let rows = rows().into_iter().filter(|row| types.contains(&row.of));
    // What has a table of its own is as its fields are; so are contents.
    let is_whole = |name: &str| BELOW.contains(&name) || name == "Message.contents";
    let rows = rows.filter(|row| !is_whole(&row.name()));
    let measured = rows.map(|row| {
        let carried = carried(&row, codec);
        (row, carried)
    });
    measured.filter(|(_, carried)| matches!(carried, Carried::Yes | Carried::Seconds)).collect()
}

thread_local! {
    /// Of the whole.
    static WHOLE: Vec<Row> =
        rows().into_iter().filter(|row| OF_THE_WHOLE.contains(&row.of)).collect();

    /// Measured once.
    static TOLD: [[Vec<(Row, Carried)>; 3]; 5] = CODECS.map(|codec| {
        [told(&OF_THE_WHOLE, &codec), told(&OF_A_PART, &codec), told(&OF_ANY_PART, &codec)]
    });
}

/// Whether the fields are there whatever else is.
fn told_alone(which: usize) -> bool {
    which < 2
}

fn assert_held(which: usize, conversation: &Conversation) {
    TOLD.with(|told| {
        for (codec, told) in CODECS.iter().zip(told) {
            let read = codec.through_the_vendors_form(conversation);
            let named = (codec.named)(conversation);
            for (row, carried) in &told[which] {
                let (read, named) = ((row.shown)(&read), (row.shown)(&named));
                // It has none, or is of another kind; or was read as another, which the kind's row tells.
                let is_lost = !row.is_kind && !told_alone(which) && read == "absent";
                if named == "absent" || (row.is_kind && named == "false") || is_lost {
                    continue;
                }
                let is_same = match carried {
                    Carried::Seconds => in_seconds(&read) == in_seconds(&named),
                    _ => read == named,
                };
                assert!(is_same, "{}: {}: {named} became {read}", codec.name, row.name());
            }
        }
    });
}

/// Any conversation with a contact, and with ids as the store gives them.
fn stored() -> BoxedStrategy<Conversation> {
    let id = || "[a-f0-9]{24}";
    let ids = (id(), id(), 1..1_000_000_u32, 1..1_000_000_u32);
    (voicebot::conversation(), ids)
        .prop_map(|(mut stored, (assignee, team, account, profile))| {
            stored.assignee = stored.assignee.map(|_| assignee.into());
            stored.team = stored.team.map(|_| team.into());
            if !stored.participants.iter().any(|one| one.kind.is_contact()) {
                stored.participants.insert(0, contact());
            }
            if let Some(known) = &mut stored.handling.account {
                known.id = account.to_string();
            }
            if let Some(known) = &mut stored.handling.profile {
                known.id = profile.to_string();
            }
            stored
        })
        .boxed()
}

/// Any part, as the answer in the usual conversation.
fn answer() -> BoxedStrategy<Conversation> {
    generate::part()
        .prop_map(|mut part| {
            if let PartBody::Event(Event::Assigned { team, .. }) = &mut part.body {
                // Of the store's form.
                *team = team.take().map(|_| "cccccccccccccccccccccccc".into());
            }
            let mut conversation = base();
            let id = "000000002zzzzz".into();
            let answer = Part { id, author: Some(agent()), created_at: at(1), ..part };
            *conversation.parts.last_mut().unwrap() = Arc::new(answer);
            conversation
        })
        .boxed()
}

fn is_message(conversation: &Conversation) -> bool {
    matches!(conversation.parts.last().map(|part| &part.body), Some(PartBody::Message(_)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_the_table_says_of_a_conversation(conversation in stored()) {
        assert_held(0, &conversation);
    }

    #[test]
    fn what_the_table_says_of_a_part(conversation in answer()) {
        assert_held(2, &conversation);
    }

    #[test]
    fn what_the_table_says_of_a_message(conversation in answer().prop_filter("no message", is_message)) {
        assert_held(1, &conversation);
    }

    /// From our own server everything comes back, whatever the vendor's form is.
    #[test]
    fn what_our_server_tells_is_all(conversation in stored()) {
        WHOLE.with(|rows| {
            for codec in &CODECS {
                let read = codec.through_our_server(&conversation);
                let named = (codec.named)(&conversation);
                for row in rows {
                    let name = row.name();
                    let (read, named) = ((row.shown)(&read), (row.shown)(&named));
                    // Where no preview is told, the newest message is one.
                    let is_made_up = name == "Conversation.preview" && named == "None";
                    // Two vendors' threads have no place for some events, and of what was said all
                    // make HTML; each dialect's own test compares the parts.
                    let is_theirs = ["Conversation.parts", "Conversation.source"].contains(&name.as_str());
                    if !is_made_up && !is_theirs {
                        assert_eq!(read, named, "{}: {}", codec.name, name);
                    }
                }
            }
        });
    }
}
