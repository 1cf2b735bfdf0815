//! What the server writes is what the contract says, whatever the model holds.

use std::sync::Arc;

use inbox_dialects::voicebot::server::{
    Audience, WireError, Writer, wrapped, write_conversation, write_error, write_list,
    write_message, write_messages,
};
use inbox_model::part::Message;
use inbox_model::{
    Conversation, Delivery, Part, PartBody, Participant, ParticipantKind, Refusal, State, Timestamp,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::contract::{assert_component, assert_response};
use super::conversation;

const AUDIENCES: [Audience; 2] = [Audience::Company, Audience::Customer];
const NOW: Timestamp = Timestamp::from_millis(1_750_000_000_000);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_conversation_is_as_the_contract_says(conversation in conversation()) {
        for audience in AUDIENCES {
            let written = write_conversation(&conversation, audience, NOW);
            assert_response("updateConversation", 200, &written);
            prop_assert!(written["id"].is_u64());
            assert_response("markConversationRead", 200, &wrapped(written));
            let rows = [conversation.clone(), conversation.clone()];
            let list = write_list(&rows, Some("next"), audience, None, NOW);
            assert_response("listConversations", 200, &list);
            // Our own list of messages is of the vendor's messages.
            let messages = write_messages(&conversation, audience, NOW);
            for message in messages["data"].as_array().unwrap() {
                assert_component("Message", message);
            }
            for part in &conversation.parts {
                if let Some(message) = write_message(&conversation, part, audience, NOW) {
                    assert_response("getMessage", 200, &wrapped(message));
                }
            }
        }
    }

    /// What is no message is told by our own client's form alone.
    #[test]
    fn notes_and_events_are_nobodys_words(conversation in conversation()) {
        let messages = write_messages(&conversation, Audience::Company, NOW);
        let messages = messages["data"].as_array().unwrap();
        prop_assert_eq!(messages.len(), conversation.parts.len());
        for (message, part) in messages.iter().zip(&conversation.parts) {
            if !part.is_spoken() {
                prop_assert_eq!(&message["from"], &json!("system"));
                prop_assert_eq!(&message["contents"], &json!([]));
            }
        }
    }
}

fn said(id: &str, kind: ParticipantKind, text: &str, at: i64) -> Part {
    let author = Participant::new(kind, "64b0c0ffee0000000000beef");
    let body = PartBody::Message(Message::text(text));
    Part::new(id.into(), body, Some(author), Timestamp::from_millis(at))
}

fn with(parts: Vec<Part>) -> Conversation {
    let mut conversation = Conversation::new("k3x9p2m4qz".into(), Timestamp::from_millis(0));
    conversation.participants =
        vec![Participant::new(ParticipantKind::Customer, "64b0c0ffee0000000000beef").named("Ada")];
    conversation.parts = parts.into_iter().map(Arc::new).collect();
    conversation
}

#[test]
fn the_newest_of_each_kind_stands_on_the_conversation() {
    let note = PartBody::Note(Message::text("among us"));
    let mut conversation = with(vec![
        said("000000001aaaaa", ParticipantKind::Customer, "one", 1),
        said("000000002aaaaa", ParticipantKind::Agent, "two", 2),
        Part::new("000000003aaaaa".into(), note, None, Timestamp::from_millis(3)),
    ]);
    let written = write_conversation(&conversation, Audience::Company, NOW);
    let text = |name: &str| written[name]["contents"][0]["content"].clone();
    assert_eq!(
        (text("latest_message"), text("latest_customer_message")),
        (json!("two"), json!("one"))
    );
    assert_eq!(written["latest_note"]["text"], "among us");
    let written = write_conversation(&conversation, Audience::Customer, NOW);
    assert_eq!(written["latest_note"], Value::Null);
    // A row of a list has the preview alone.
    conversation.preview = inbox_model::apply::preview_of(&conversation, true);
    conversation.parts.clear();
    let written = write_conversation(&conversation, Audience::Company, NOW);
    assert_eq!(written["latest_message"]["contents"][0]["content"], "two");
    assert_eq!(written["latest_customer_message"], Value::Null);
}

#[test]
fn whoever_is_responsible_has_a_name_and_no_address() {
    let mut conversation = with(Vec::new());
    let mut ada = Participant::new(ParticipantKind::Agent, "64b0c0ffee00000000000a0a").named("Ada");
    ada.email = Some("ada@example.com".into());
    conversation.assignee.clone_from(&ada.id);
    let users = [ada];
    let write = |audience| Writer { audience, now: NOW, users: &users }.conversation(&conversation);
    let written = write(Audience::Company);
    // The contract has an integer or null for an address.
    assert_eq!(written["user"], json!({ "id": 0xa0a, "name": "Ada", "email": null }));
    assert!(write(Audience::Customer).get("user").is_none());
}

/// A customer belongs to a profile, whether or not anything was noted down.
#[test]
fn everybody_has_a_profile_to_the_company() {
    let mut conversation = with(Vec::new());
    conversation.participants[0].email = Some("ada@example.com".into());
    let write = |conversation: &Conversation, audience| {
        write_conversation(conversation, audience, NOW)["customer"]["profile"].clone()
    };
    let profile = write(&conversation, Audience::Company);
    assert_eq!((&profile["name"], &profile["email"]), (&json!("Ada"), &json!("ada@example.com")));
    assert_eq!(write(&conversation, Audience::Customer), Value::Null);
    conversation.blocked = true;
    assert_eq!(write(&conversation, Audience::Company)["blocked"], true);
    assert_eq!(write(&conversation, Audience::Customer)["blocked"], true);
}

/// Unread by the company until an agent's receipt has come that far, and the other way round.
#[test]
fn receipts_are_statuses_where_no_channel_tells() {
    let mut conversation = with(vec![
        said("000000001aaaaa", ParticipantKind::Customer, "one", 1),
        said("000000002aaaaa", ParticipantKind::Agent, "two", 2),
        said("000000003aaaaa", ParticipantKind::Customer, "three", 3),
    ]);
    let statuses = |conversation: &Conversation| -> Vec<String> {
        let messages = write_messages(conversation, Audience::Company, NOW);
        let messages = messages["data"].as_array().unwrap().iter();
        messages.map(|message| message["status"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(statuses(&conversation), ["delivered", "sent", "delivered"]);
    for (kind, part) in
        [(ParticipantKind::Agent, "000000001aaaaa"), (ParticipantKind::Customer, "000000003aaaaa")]
    {
        conversation.read_receipts.push(inbox_model::conversation::ReadReceipt {
            participant: "64b0c0ffee0000000000beef".into(),
            kind,
            last_read_part: part.into(),
        });
    }
    assert_eq!(statuses(&conversation), ["read", "read", "delivered"]);
}

#[test]
fn a_failure_tells_the_channels_words() {
    let mut failed = said("000000001aaaaa", ParticipantKind::Agent, "one", 1);
    failed.delivery = Some(Delivery::Failed { code: "window_closed".into() });
    failed.tracking.delivery_info = Some("Re-engagement message".into());
    failed.tracking.delivery_at = Some(Timestamp::from_millis(5));
    let conversation = with(vec![failed]);
    let part = &conversation.parts[0];
    let written = write_message(&conversation, part, Audience::Company, NOW).unwrap();
    assert_eq!(written["status"], "error");
    let error = &written["latest_error"];
    assert_eq!(error["type"], "status-update");
    assert_eq!(error["original_message"], "Re-engagement message");
    assert_eq!(error["message_id"], written["id"]);
    assert_eq!(error["created_at"], "1970-01-01T00:00:00.005Z");
}

#[test]
fn a_reference_brings_the_message_along() {
    let mut answer = said("000000002aaaaa", ParticipantKind::Agent, "two", 2);
    answer.tracking.reply_to = Some("000000001aaaaa".into());
    let conversation =
        with(vec![said("000000001aaaaa", ParticipantKind::Customer, "one", 1), answer]);
    let written = write_messages(&conversation, Audience::Company, NOW);
    let (first, second) = (&written["data"][0], &written["data"][1]);
    assert_eq!(second["reference"]["id"], first["id"]);
    assert_eq!(second["reference"]["contents"][0]["content"], "one");
    assert_eq!(second["reference"]["reference"], Value::Null);
    // One that is not at hand is named.
    let alone = with(vec![(*conversation.parts[1]).clone()]);
    let written = write_messages(&alone, Audience::Company, NOW);
    assert_eq!(written["data"][0]["reference"]["id"], first["id"]);
}

#[test]
fn states_are_the_vendors_three() {
    for (state, in_progress, word) in [
        (State::Open, false, "to-do"),
        (State::Open, true, "in-progress"),
        (State::Pending, false, "to-do"),
        (State::Snoozed, true, "in-progress"),
        (State::Closed, true, "done"),
    ] {
        let mut conversation = with(Vec::new());
        conversation.state = state;
        conversation.handling.in_progress = in_progress;
        let written = write_conversation(&conversation, Audience::Company, NOW);
        assert_eq!(written["status"], word, "{state:?}");
    }
}

#[test]
fn no_more_than_500_parts_are_written_and_they_are_the_newest() {
    let parts = (0..600).map(|index| {
        said(&format!("{:0>9}aaaaa", index + 100_000), ParticipantKind::Customer, "Hi", index)
    });
    let written = write_messages(&with(parts.collect()), Audience::Company, NOW);
    let messages = written["data"].as_array().unwrap();
    assert_eq!(messages.len(), 500);
    assert_eq!(messages[499]["sent_at"], "1970-01-01T00:00:00.599Z");
}

#[test]
fn errors_are_small_open_objects() {
    let error = WireError::user_not_found();
    let message = "There is no user with this ID.";
    let expected =
        json!({ "message": message, "code": "invalid", "errors": { "user_id": [message] } });
    assert_eq!(write_error(&error), expected);
    let refused = WireError::from(&Refusal::NotRestartable);
    assert_eq!(refused.status, 422);
    assert_eq!(write_error(&refused)["inbox"], json!({ "code": "not_restartable" }));
}
