//! What the server writes is what the contract says, whatever the model holds.

use std::sync::Arc;

use inbox_dialects::intercom::server::{
    Audience, Paging, plain, write_conversation, write_list, write_message, write_part, write_tag,
};
use inbox_model::part::Message;
use inbox_model::suggestion::Suggestion;
use inbox_model::{
    Conversation, Event, Part, PartBody, Participant, ParticipantKind, Priority, State, Timestamp,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::contract::{assert_component, assert_response};
use crate::generate;

const AUDIENCES: [Audience; 2] = [Audience::Company, Audience::Customer];
const NOW: Timestamp = Timestamp::from_millis(1_750_000_000_000);

fn part_of(body: PartBody) -> Part {
    Part::new("p1".into(), body, None, Timestamp::from_millis(1_999))
}

#[test]
fn times_are_whole_seconds_even_before_1970() {
    let check = |millis: i64, seconds: i64| {
        let conversation = Conversation::new("c1".into(), Timestamp::from_millis(millis));
        let written = write_conversation(&conversation, true, Audience::Company, NOW);
        assert_component("conversation", &written);
        assert_eq!(written["created_at"], seconds, "{millis}");
    };
    check(1_999, 1);
    check(-1, -1);
    check(-1_000, -1);
    check(i64::MIN, i64::MIN.div_euclid(1000));
    check(i64::MAX, i64::MAX / 1000);
}

/// An assignee is a whole number, and 0 is nobody (contract: README, table of the unified fields).
#[test]
fn nobody_is_the_number_0() {
    let mut conversation = Conversation::new("c1".into(), NOW);
    let written = write_conversation(&conversation, false, Audience::Company, NOW);
    assert_eq!(
        (&written["admin_assignee_id"], &written["team_assignee_id"]),
        (&json!(0), &json!(0))
    );
    conversation.assignee = Some("991267694".into());
    conversation.team = Some("5017691".into());
    let written = write_conversation(&conversation, false, Audience::Company, NOW);
    assert_eq!(written["admin_assignee_id"], 991_267_694);
    assert_eq!(written["team_assignee_id"], 5_017_691);
    let told = write_conversation(&conversation, false, Audience::Customer, NOW);
    assert_eq!(told["admin_assignee_id"], 0);
}

#[test]
fn every_priority_and_state_has_its_word() {
    for (priority, word) in [
        (Priority::None, "none"),
        (Priority::Low, "low"),
        (Priority::Normal, "medium"),
        (Priority::High, "high"),
        (Priority::Urgent, "urgent"),
    ] {
        let mut conversation = Conversation::new("c1".into(), NOW);
        conversation.priority = priority;
        let written = write_conversation(&conversation, false, Audience::Company, NOW);
        assert_eq!(written["priority"], word);
    }
    for (state, word, open) in [
        (State::Open, "open", true),
        (State::Pending, "open", true),
        (State::Snoozed, "snoozed", true),
        (State::Closed, "closed", false),
    ] {
        let mut conversation = Conversation::new("c1".into(), NOW);
        conversation.state = state;
        let written = write_conversation(&conversation, false, Audience::Company, NOW);
        assert_eq!((&written["state"], &written["open"]), (&json!(word), &json!(open)));
    }
}

/// The vendor tells the first message as the source, and not among the parts.
#[test]
fn the_first_message_is_the_source() {
    let ana = Participant::new(ParticipantKind::Customer, "u1").named("Ana");
    let mut conversation = Conversation::new("c1".into(), Timestamp::from_millis(1_000));
    for (id, text) in [("p1", "**Hi**"), ("p2", "there")] {
        let mut part = part_of(PartBody::Message(Message::text(text)));
        part.id = id.into();
        part.author = Some(ana.clone());
        conversation.parts.push(Arc::new(part));
    }
    let written = write_conversation(&conversation, true, Audience::Company, NOW);
    assert_component("conversation", &written);
    assert_eq!(written["source"]["id"], "p1");
    assert_eq!(written["source"]["body"], "<p><strong>Hi</strong></p>");
    assert_eq!(written["source"]["author"]["name"], "Ana");
    let list = &written["conversation_parts"];
    assert_eq!(
        (&list["total_count"], &list["conversation_parts"][0]["id"]),
        (&json!(1), &json!("p2"))
    );
    // A list row tells no parts.
    let row = write_conversation(&conversation, false, Audience::Company, NOW);
    assert_eq!(row.get("conversation_parts"), None);
}

#[test]
fn what_happened_when_is_worked_out_from_the_parts() {
    let ada = Participant::new(ParticipantKind::Agent, "7");
    let ana = Participant::new(ParticipantKind::Customer, "u1");
    let mut conversation = Conversation::new("c1".into(), Timestamp::from_millis(0));
    let state = |state| PartBody::Event(Event::StateChanged { state, snoozed_until: None });
    let assigned = Event::Assigned { agent: Some("7".into()), team: None, by: None };
    let thread = [
        (&ana, PartBody::Message(Message::text("a"))),
        (&ada, PartBody::Event(assigned)),
        (&ada, PartBody::Message(Message::text("b"))),
        (&ada, state(State::Closed)),
        (&ana, PartBody::Message(Message::text("c"))),
        (&ada, state(State::Open)),
        (&ada, state(State::Closed)),
    ];
    for (place, (author, body)) in (1_i64..).zip(thread) {
        let at = Timestamp::from_millis(place * 10_000);
        let part = Part::new(format!("p{place}").into(), body, Some(author.clone()), at);
        conversation.parts.push(Arc::new(part));
    }
    let written = write_conversation(&conversation, true, Audience::Company, NOW);
    let expected = json!({
        "type": "conversation_statistics",
        "time_to_assignment": 20, "time_to_admin_reply": 30,
        "time_to_first_close": 40, "time_to_last_close": 70,
        "first_contact_reply_at": 10, "first_assignment_at": 20, "first_admin_reply_at": 30,
        "first_close_at": 40, "last_assignment_at": 20, "last_close_at": 70,
        "last_closed_by_id": "7", "count_reopens": 1, "count_assignments": 1,
        "count_conversation_parts": 7,
    });
    assert_eq!(written["statistics"], expected);
    let told = write_conversation(&conversation, true, Audience::Customer, NOW);
    assert_eq!(told["statistics"], Value::Null);
}

#[test]
fn a_deadline_is_active_missed_or_met() {
    let check = |due: i64, answered: Option<i64>, status: &str| {
        let mut conversation = Conversation::new("c1".into(), Timestamp::from_millis(0));
        conversation.handling.sla.first_response_due_at = Some(NOW.plus(due));
        conversation.handling.sla.first_response_at = answered.map(|at| NOW.plus(at));
        let written = write_conversation(&conversation, false, Audience::Company, NOW);
        assert_eq!(written["sla_applied"]["sla_status"], status);
    };
    check(1, None, "active");
    check(0, None, "missed");
    check(0, Some(-1), "hit");
    check(-2, Some(-1), "missed");
    let blank = Conversation::new("c1".into(), NOW);
    let written = write_conversation(&blank, false, Audience::Company, NOW);
    assert_eq!(written["sla_applied"], Value::Null);
}

#[test]
fn what_the_vendor_has_no_kind_for_is_a_note_for_its_clients() {
    let call = inbox_model::part::Call { inbound: true, ..Default::default() };
    for (body, html) in [
        (
            PartBody::Suggestion(Suggestion::pending(Message::text("Try"))),
            "<p><strong>Suggested reply</strong></p>\n<p>Try</p>",
        ),
        (PartBody::Call(call), "<p><strong>Missed call</strong></p>"),
    ] {
        let written = write_part(&part_of(body.clone()), Audience::Company).unwrap();
        assert_eq!((&written["part_type"], &written["body"]), (&json!("note"), &json!(html)));
        assert_eq!(write_part(&part_of(body), Audience::Customer), None);
    }
}

/// Vendors' clients put the HTML into a page as it is.
#[test]
fn the_html_is_safe() {
    for (markdown, html) in [
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>x</p>"),
    ] {
        let part = part_of(PartBody::Message(Message::text(markdown)));
        assert_eq!(write_part(&part, Audience::Customer).unwrap()["body"], html);
    }
}

#[test]
fn plain_text_is_what_the_html_says() {
    let mut conversation = Conversation::new("c1".into(), NOW);
    for text in ["**Hi** [you](https://x.example)", "- a\n- b"] {
        conversation.parts.push(Arc::new(part_of(PartBody::Message(Message::text(text)))));
    }
    let written = plain(write_conversation(&conversation, true, Audience::Company, NOW));
    assert_eq!(written["source"]["body"], "Hi you");
    let parts = &written["conversation_parts"]["conversation_parts"];
    assert_eq!(parts[0]["body"], "- a\n- b");
}

/// An event of the vendor's that this version has no word for goes back as it came.
#[test]
fn the_vendors_own_events_are_passed_on() {
    use inbox_dialects::intercom::Intercom;
    use inbox_dialects::{Dialect, Response};

    let details = json!({ "action": { "name": "Refund", "result": "success" } });
    let wire = json!({ "type": "conversation_part", "id": "7", "part_type": "custom_action_finished", "created_at": 5, "event_details": details });
    let body = json!({ "id": "c1", "conversation_parts": { "conversation_parts": [wire] } });
    let response = Response { status: 200, body: body.to_string() };
    let read = Intercom::new().read_conversation(&response).unwrap();
    assert!(matches!(&read.parts[0].body, PartBody::Event(Event::Other { .. })), "{read:?}");
    let written = write_part(&read.parts[0], Audience::Company).unwrap();
    assert_eq!(written["part_type"], "custom_action_finished");
    assert_eq!(written["event_details"], details);
    assert_component("conversation_part", &written);
    assert_eq!(write_part(&read.parts[0], Audience::Customer), None);
}

#[test]
fn a_page_tells_where_it_goes_on() {
    let row = Conversation::new("c1".into(), NOW);
    let paging = Paging { per_page: 2, next: Some("abc".into()), total: Some(5) };
    let list = write_list(&[row], paging, Audience::Company, NOW, Map::new());
    assert_eq!(list["type"], "conversation.list");
    let next = json!({ "per_page": 2, "starting_after": "abc" });
    assert_eq!(
        list["pages"],
        json!({ "type": "pages", "per_page": 2, "total_pages": 3, "next": next })
    );
    assert_eq!(list["total_count"], 5);
    let list = write_list(&[], Paging::default(), Audience::Customer, NOW, Map::new());
    assert_eq!(list["pages"]["next"], Value::Null);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_conversation_is_as_the_contract_says(conversation in generate::conversation()) {
        for audience in AUDIENCES {
            let written = write_conversation(&conversation, true, audience, NOW);
            assert_component("conversation", &written);
            let row = write_conversation(&conversation, false, audience, NOW);
            assert_component("conversation", &row);
            let begun = write_message(&conversation, audience, NOW);
            assert_component("conversation", &begun["inbox"]["conversation"]);
        }
        for tag in &conversation.tags {
            assert_component("tag", &write_tag(&conversation, tag));
        }
    }

    #[test]
    fn any_part_is_as_the_contract_says(part in generate::part()) {
        for audience in AUDIENCES {
            match write_part(&part, audience) {
                Some(written) => assert_response("updateConversationPart", 200, &written),
                None => prop_assert!(!part.is_public(), "{part:?}"),
            }
        }
    }
}
