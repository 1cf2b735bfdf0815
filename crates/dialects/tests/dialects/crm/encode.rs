//! What the server writes is what the contract says, whatever the model holds.

use inbox_dialects::crm::server::{
    Audience, write_conversation, write_list, write_media, write_message, write_messages,
    write_started,
};
use inbox_dialects::ids::uuid_of_text;
use inbox_model::part::Message;
use inbox_model::suggestion::{Suggestion, SuggestionStatus};
use inbox_model::{
    Channel, Conversation, Delivery, Media, Part, PartBody, Participant, ParticipantKind, Timestamp,
};
use proptest::prelude::*;
use serde_json::json;

use super::{CONTRACT, NOW};
use crate::generate;

const AUDIENCES: [Audience; 2] = [Audience::Company, Audience::Customer];

fn conversation() -> Conversation {
    let mut conversation = Conversation::new("k3x9p2m4qz".into(), NOW);
    let contact = Participant::new(ParticipantKind::Customer, "a0a0a0a0a0a0a0a0a0a0a0a0");
    conversation.participants.push(contact.named("Ana"));
    conversation
}

fn part(body: PartBody, author: ParticipantKind) -> Part {
    let author = Participant::new(author, "aaaaaaaaaaaaaaaaaaaaaaaa");
    Part::new("mjp6zx0001abcd".into(), body, Some(author), NOW)
}

#[test]
fn a_thread_has_all_that_the_contract_names() {
    let mut conversation = conversation();
    conversation.handling.starred = true;
    conversation.handling.sla.next_response_due_at = Some(NOW);
    conversation.unread = Some(2);
    let written = write_conversation(&conversation, false, Audience::Company, NOW);
    let contact_id = uuid_of_text("a0a0a0a0a0a0a0a0a0a0a0a0");
    let expected = json!({
        "id": "9b5351bb-4b5b-4da2-968c-f8351b567a9b", "contact_id": contact_id,
        "contact_name": "Ana", "assigned_to": null, "starred": true, "unread": true,
        "unread_count": 2, "archived": false, "overdue": true,
        "sla_due_at": "2026-01-10T15:00:00.000Z",
        "last_activity_at": "2026-01-10T15:00:00.000Z", "last_inbound_at": null,
        "last_outbound_at": null, "preview": null, "pending_suggestion_id": null,
        "created_at": "2026-01-10T15:00:00.000Z", "inbox": { "unread": 2 }
    });
    assert_eq!(written, expected);
    CONTRACT.assert_component("Conversation", &written);
}

/// Contracts' README, point 17: calls sit inline with their summary, and only messages that went
/// out or came in have a way to report on.
#[test]
fn every_touchpoint_has_its_words() {
    use ParticipantKind::{Agent, Bot, Customer, Workflow};

    let message = || PartBody::Message(Message::text("Hi"));
    let draft = |status| {
        PartBody::Suggestion(Suggestion { based_on: None, message: Message::text("Hi"), status })
    };
    let call = inbox_model::part::Call {
        inbound: true,
        duration_ms: 61_500,
        summary: Some("Asked.".into()),
        recording_url: None,
    };
    let with = |part: Part, channel: Channel, delivery: Option<Delivery>| Part {
        channel: Some(channel),
        delivery,
        ..part
    };
    let failed = Delivery::Failed { code: "bounced".into() };
    for (part, channel, direction, status, author) in [
        (
            with(part(message(), Customer), Channel::Sms, None),
            "sms",
            "inbound",
            json!("received"),
            "contact",
        ),
        (
            with(part(message(), Agent), Channel::Email, Some(Delivery::Created)),
            "email",
            "outbound",
            json!("queued"),
            "staff",
        ),
        (
            with(part(message(), Agent), Channel::Sms, Some(Delivery::Sent)),
            "sms",
            "outbound",
            json!("sent"),
            "staff",
        ),
        (
            with(part(message(), Bot), Channel::Sms, Some(Delivery::Read)),
            "sms",
            "outbound",
            json!("delivered"),
            "ai",
        ),
        (
            with(part(message(), Agent), Channel::Email, Some(failed)),
            "email",
            "outbound",
            json!("failed"),
            "staff",
        ),
        (
            with(part(message(), Workflow), Channel::Web, None),
            "sms",
            "outbound",
            json!("sent"),
            "system",
        ),
        (
            part(PartBody::Note(Message::text("Hi")), Agent),
            "note",
            "internal",
            json!(null),
            "staff",
        ),
        (part(PartBody::Call(call), Agent), "call", "inbound", json!(null), "staff"),
        (part(draft(SuggestionStatus::Pending), Bot), "sms", "outbound", json!("suggested"), "ai"),
        (part(draft(SuggestionStatus::Dismissed), Bot), "note", "internal", json!(null), "ai"),
    ] {
        let written = write_message(&conversation(), &part, Audience::Company).unwrap();
        CONTRACT.assert_component("Message", &written);
        let words = [&written["channel"], &written["direction"], &written["author_type"]];
        assert_eq!(words, [channel, direction, author], "{part:?}");
        assert_eq!(written.get("status").cloned().unwrap_or_default(), status, "{part:?}");
        let spoken = matches!(part.body, PartBody::Message(_)) && author != "system";
        assert!(!spoken || written["body"] == "Hi");
    }
}

#[test]
fn pitfall_17_a_call_tells_its_summary_and_whole_seconds() {
    let call = inbox_model::part::Call {
        inbound: false,
        duration_ms: 61_500,
        summary: Some("Asked.".into()),
        recording_url: None,
    };
    let call = part(PartBody::Call(call), ParticipantKind::Agent);
    let written = write_message(&conversation(), &call, Audience::Company).unwrap();
    assert_eq!(
        (&written["ai_summary"], &written["duration_seconds"]),
        (&json!("Asked."), &json!(61))
    );
    assert_eq!(written["direction"], "outbound");
    assert_eq!(write_message(&conversation(), &call, Audience::Customer), None);
}

#[test]
fn a_file_of_ours_has_its_id_and_another_is_a_link() {
    let ours = Media {
        id: Some("f11ef11ef11ef11ef11ef11e".into()),
        url: "/media/f11e".into(),
        name: Some("a.pdf".into()),
        mime: Some("application/pdf".into()),
        bytes: Some(7),
        ..Media::default()
    };
    let theirs = Media { id: None, url: "https://x/b.png".into(), ..ours.clone() };
    let contents = vec![
        inbox_model::Content::text("See:"),
        inbox_model::Content::Document(ours.clone()),
        inbox_model::Content::Image(theirs),
    ];
    let said = part(PartBody::Message(Message::new(contents)), ParticipantKind::Agent);
    let written = write_message(&conversation(), &said, Audience::Company).unwrap();
    CONTRACT.assert_component("Message", &written);
    assert_eq!(written["body"], "See:\n\n![a.pdf](https://x/b.png)");
    assert_eq!(written["media"], json!([write_media(&ours)]));
    assert_eq!(written["media"][0]["filename"], "a.pdf");
    CONTRACT.assert_response("uploadMedia", 201, &write_media(&ours));
}

#[test]
fn times_that_the_format_cannot_write_are_held_at_its_ends() {
    for millis in [i64::MIN, i64::MAX] {
        let conversation = Conversation::new("c1".into(), Timestamp::from_millis(millis));
        let written = write_conversation(&conversation, true, Audience::Company, NOW);
        CONTRACT.assert_component("Conversation", &written);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_conversation_is_as_the_contract_says(conversation in generate::conversation()) {
        for audience in AUDIENCES {
            let written = write_conversation(&conversation, true, audience, NOW);
            CONTRACT.assert_response("getConversation", 200, &written);
            let started = write_started(&conversation, audience, NOW);
            CONTRACT.assert_response("openConversation", 201, &started);
            let rows = [conversation.clone(), conversation.clone()];
            let list = write_list(&rows, &[], (9, 2, 4), audience, NOW, Some(json!({ "counts": {} })));
            CONTRACT.assert_response("listConversations", 200, &list);
            prop_assert!(list["items"][0].get("channels").is_none());
            let messages = write_messages(&conversation, audience);
            CONTRACT.assert_response("listMessages", 200, &messages);
            for part in &conversation.parts {
                if let Some(message) = write_message(&conversation, part, audience) {
                    CONTRACT.assert_response("sendMessage", 201, &message);
                }
            }
        }
    }
}
