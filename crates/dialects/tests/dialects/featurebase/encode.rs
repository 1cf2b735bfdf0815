//! What the server writes is what the contract says, whatever the model holds.

use std::sync::Arc;

use inbox_dialects::featurebase::Featurebase;
use inbox_dialects::featurebase::server::{
    Audience, write_conversation, write_deleted, write_list, write_part, write_tag,
};
use inbox_dialects::{Dialect, Response};
use inbox_model::part::Message;
use inbox_model::suggestion::Suggestion;
use inbox_model::{
    Conversation, Event, Part, PartBody, PartId, Participant, ParticipantKind, Timestamp,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::contract::{self, assert_component, assert_response};
use crate::generate;

const AUDIENCES: [Audience; 2] = [Audience::Company, Audience::Customer];

/// Decodes every sample that holds a conversation, and writes it again.
#[test]
fn samples_are_written_again_as_the_contract_says() {
    let mut count = 0;
    for example in contract::examples() {
        if !example.is_response {
            continue;
        }
        let read = match example.operation.as_str() {
            "listConversations" => {
                Featurebase::new().read_list(&example.response()).unwrap().conversations
            }
            "replyToConversation" | "deleteConversation" => continue,
            operation if operation.ends_with("Tag") => continue,
            _ => vec![Featurebase::new().read_conversation(&example.response()).unwrap()],
        };
        for audience in AUDIENCES {
            for conversation in &read {
                let written = write_conversation(conversation, true, audience);
                assert_component("Conversation", &written);
                count += 1;
            }
            assert_component("ConversationList", &write_list(&read, None, audience, None));
        }
    }
    assert!(count >= 20, "{count} conversations");
}

/// A whole sample comes back as it was: every field, in every object, with the same value.
#[test]
fn a_whole_sample_loses_nothing() {
    let file = "featurebase/getConversation.response.json";
    let example = contract::examples().into_iter().find(|example| example.file == file).unwrap();
    let mut read = Featurebase::new().read_conversation(&example.response()).unwrap();
    // The sample's source is not among its parts, so the reader has put it there.
    assert_eq!(read.parts.remove(0).id, PartId::from("source"));
    let mut written = write_conversation(&read, true, Audience::Company);
    written.as_object_mut().unwrap().remove("inbox");
    assert_eq!(written, example.value);
}

#[test]
fn deletion_is_confirmed() {
    assert_response("deleteConversation", 200, &write_deleted(&"12345".into()));
}

#[test]
fn pitfall_09_no_more_than_500_parts_are_written_and_they_are_the_newest() {
    let mut conversation = Conversation::new("c1".into(), Timestamp::from_millis(0));
    let author = Participant::new(ParticipantKind::Customer, "u1");
    for index in 0..600 {
        let body = PartBody::Message(inbox_model::part::Message::text("Hi"));
        let id = PartId::from(format!("p{index}"));
        let at = Timestamp::from_millis(index);
        conversation.parts.push(Arc::new(Part::new(id, body, Some(author.clone()), at)));
    }
    let written = write_conversation(&conversation, true, Audience::Company);
    assert_component("Conversation", &written);
    let parts = written["conversationParts"].as_array().unwrap();
    assert_eq!(parts.len(), 500);
    assert_eq!((&parts[0]["id"], &parts[499]["id"]), (&json!("p100"), &json!("p599")));
}

#[test]
fn times_that_the_format_cannot_write_are_held_at_its_ends() {
    for millis in [i64::MIN, i64::MAX] {
        let conversation = Conversation::new("c1".into(), Timestamp::from_millis(millis));
        assert_component(
            "Conversation",
            &write_conversation(&conversation, true, Audience::Company),
        );
    }
}

/// An event that this version has no word for goes back to the vendor's clients as it came.
#[test]
fn the_vendors_own_events_are_passed_on() {
    let wire = json!({
        "object": "conversation_part", "id": "7", "partType": "status", "status": "parked",
        "createdAt": "2026-01-10T15:00:00.000Z", "updatedAt": "2026-01-10T15:00:00.000Z",
        "parkedBy": { "id": "a1" }
    });
    let body = json!({ "id": "c1", "conversationParts": [wire] }).to_string();
    let read = Featurebase::new().read_conversation(&Response { status: 200, body }).unwrap();
    let PartBody::Event(Event::Other { name, .. }) = &read.parts[0].body else {
        panic!("{read:?}")
    };
    assert_eq!(name, "status");
    assert_eq!(write_part(&read.parts[0], Audience::Company), Some(wire));
    assert_eq!(write_part(&read.parts[0], Audience::Customer), None);
}

#[test]
fn other_systems_events_are_left_out() {
    let other = Event::Other { name: "sla_breached".into(), data: "{}".into() };
    let part = Part::new("p1".into(), PartBody::Event(other), None, Timestamp::from_millis(0));
    assert_eq!(write_part(&part, Audience::Company), None);
}

/// Vendors' clients put the HTML into a page as it is.
#[test]
fn the_html_is_rendered_from_the_markdown_and_safe() {
    for (markdown, html) in [
        ("Hi **you**", "<p>Hi <strong>you</strong></p>"),
        ("", ""),
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>x</p>"),
    ] {
        let body = PartBody::Message(inbox_model::part::Message::text(markdown));
        let part = Part::new("p1".into(), body, None, Timestamp::from_millis(0));
        let written = write_part(&part, Audience::Customer).unwrap();
        assert_eq!(written["bodyHtml"], html, "{markdown}");
    }
}

/// What the vendor has no kind for reads well in its clients, inside the company.
#[test]
fn suggestions_and_calls_are_notes_to_the_vendor() {
    let call = inbox_model::part::Call { inbound: true, ..Default::default() };
    let bodies = [
        (
            PartBody::Suggestion(Suggestion::pending(Message::text("Try *this*"))),
            "**Suggested reply**\n\nTry *this*",
        ),
        (PartBody::Call(call), "**Missed call**"),
    ];
    for (body, markdown) in bodies {
        let part = Part::new("p1".into(), body, None, Timestamp::from_millis(0));
        let written = write_part(&part, Audience::Company).unwrap();
        assert_eq!(
            (&written["partType"], &written["bodyMarkdown"]),
            (&json!("admin_note"), &json!(markdown))
        );
        assert_eq!(write_part(&part, Audience::Customer), None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_conversation_is_as_the_contract_says(conversation in generate::conversation()) {
        for audience in AUDIENCES {
            let written = write_conversation(&conversation, true, audience);
            assert_component("Conversation", &written);
            let extension = Some(json!({ "counts": { "open": 3 } }));
            let rows = [conversation.clone(), conversation.clone()];
            let list = write_list(&rows, Some("next"), audience, extension);
            assert_component("ConversationList", &list);
            prop_assert!(list["data"][0].get("conversationParts").is_none());
        }
        for tag in &conversation.tags {
            assert_component("AttachedConversationTag", &write_tag(&conversation, tag));
        }
        let applications = conversation.parts.iter().flat_map(|part| &part.tag_applications);
        for application in applications {
            let tag = inbox_model::tag::Tag { id: application.tag_id.clone(), name: "x".into() };
            let written = write_tag(&conversation, &tag);
            assert_component("AttachedConversationTag", &written);
            prop_assert!(written["appliedAt"].is_string());
        }
    }

    #[test]
    fn any_part_is_as_the_contract_says(part in generate::part()) {
        for audience in AUDIENCES {
            match write_part(&part, audience) {
                Some(written) => assert_component("ConversationPart", &written),
                None => prop_assert!(
                    matches!(part.body, PartBody::Event(_)) || !part.is_public(),
                    "{part:?}"
                ),
            }
        }
    }
}

/// Every part type is written by some kind of part, so that none is forgotten.
#[test]
fn all_17_part_types_are_written() {
    use proptest::strategy::{Strategy, ValueTree};
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..2_000 {
        let part = generate::part().new_tree(&mut runner).unwrap().current();
        let written = write_part(&part, Audience::Company).unwrap_or(Value::Null);
        seen.extend(written["partType"].as_str().map(str::to_owned));
    }
    assert_eq!(seen.len(), 17, "{seen:?}");
}
