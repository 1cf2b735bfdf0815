//! Where the contract is easily misread (`contracts/README.md`, points 6, 9, 11 and 13).

use inbox_dialects::featurebase::Featurebase;
use inbox_dialects::featurebase::server::{Audience, write_conversation, write_part};
use inbox_dialects::{Dialect, Response, Who};
use inbox_model::csat::{Csat, CsatRequest, CsatStatus, RatedAgent};
use inbox_model::{
    Command, CommandId, Conversation, ConversationId, Part, PartBody, PartId, Participant,
    ParticipantKind, Timestamp,
};
use serde_json::{Value, json};

const AT: Timestamp = Timestamp::from_millis(1_768_057_200_000);

fn read(conversation: &Value) -> Conversation {
    let response = Response { status: 200, body: conversation.to_string() };
    Featurebase::new().read_conversation(&response).unwrap()
}

/// Point 6: that we wait for them is no news of whether they wait for us: both are kept as they
/// come, whatever the combination.
#[test]
fn pitfall_06_who_waits_for_whom_is_told_twice_and_kept_twice() {
    for waiting_since in [json!(AT.to_rfc3339()), Value::Null] {
        for awaiting in [json!(true), json!(false)] {
            let told = json!({
                "id": "c1", "createdAt": AT.to_rfc3339(), "updatedAt": AT.to_rfc3339(),
                "waitingSince": waiting_since, "awaitingCustomerReply": awaiting,
            });
            let kept = read(&told);
            assert_eq!(kept.waiting_since.is_some(), waiting_since.is_string(), "{told}");
            assert_eq!(kept.awaiting_customer_reply, awaiting.as_bool(), "{told}");
            let written = write_conversation(&kept, false, Audience::Company);
            assert_eq!(written.get("waitingSince").unwrap_or(&Value::Null), &waiting_since);
            assert_eq!(written["awaitingCustomerReply"], awaiting);
        }
    }
}

/// Point 6: of what bars a customer one field is about the conversation and one about the person.
#[test]
fn pitfall_06_barred_and_blocked_are_two_things() {
    for (disabled, blocked) in [(true, false), (false, true), (true, true), (false, false)] {
        let kept = read(&json!({
            "id": "c1", "disableCustomerReply": disabled, "isBlocked": blocked,
        }));
        assert_eq!((kept.replies_disabled, kept.blocked), (Some(disabled), blocked));
    }
}

/// Point 9: parts are promised for the single conversation, and shown in lists and updates, too.
#[test]
fn pitfall_09_parts_are_read_wherever_they_are_shown() {
    let part = json!({
        "id": "p1", "partType": "user_msg", "bodyMarkdown": "Hi", "createdAt": AT.to_rfc3339(),
    });
    let (with, without) = (json!({ "id": "a", "conversationParts": [part] }), json!({ "id": "b" }));
    let list = json!({ "data": [with, without], "nextCursor": null }).to_string();
    let list = Featurebase::new().read_list(&Response { status: 200, body: list }).unwrap();
    let counts: Vec<_> = list.conversations.iter().map(|row| row.parts.len()).collect();
    assert_eq!(counts, [1, 0]);
    for (answer, count) in [(with, 1), (without, 0)] {
        let response = Response { status: 200, body: answer.to_string() };
        let outcome = Featurebase::new().read_command(&Command::Close, &response).unwrap();
        let inbox_dialects::Outcome::Conversation(read) = outcome else { panic!("{outcome:?}") };
        assert_eq!(read.parts.len(), count);
    }
}

fn rating() -> CsatRequest {
    CsatRequest {
        request_id: Some("r1".into()),
        score: Some(4.0),
        rated_agent: Some(RatedAgent { kind: "teammate".into(), id: Some("a1".into()) }),
        ..CsatRequest::new(CsatStatus::Rated)
    }
}

fn with_history(history: Vec<CsatRequest>) -> Value {
    let mut conversation = Conversation::new("c1".into(), AT);
    conversation.csat = Csat { summary: None, history, debug: None }.into();
    write_conversation(&conversation, false, Audience::Company)
}

/// Point 11: either end may be there without the other, and neither is worked out.
#[test]
fn pitfall_11_the_two_windows_are_apart_and_optional() {
    let until = |minutes: i64| AT.plus(minutes * 60_000);
    for (lock, late) in [
        (None, None),
        (Some(until(1)), None),
        (None, Some(until(2))),
        (Some(until(3)), Some(until(2))),
    ] {
        let request = CsatRequest {
            change_lock_window_ends_at: lock,
            late_submit_window_ends_at: late,
            ..rating()
        };
        let written = with_history(vec![request]);
        let told = &written["csatHistory"][0];
        let time = |name: &str| told.get(name).and_then(Value::as_str).and_then(Timestamp::parse);
        assert_eq!((time("changeLockWindowEndsAt"), time("lateSubmitWindowEndsAt")), (lock, late));
        let kept = &read(&written).csat.history[0];
        assert_eq!(
            (kept.change_lock_window_ends_at, kept.late_submit_window_ends_at),
            (lock, late)
        );
    }
}

/// Point 11: newest first, as it came, with the mark on whichever counts.
#[test]
fn pitfall_11_the_history_keeps_its_order_and_its_mark() {
    let of = |id: &str, at: i64, is_latest_effective: bool| CsatRequest {
        request_id: Some(id.into()),
        requested_at: Some(AT.plus(at)),
        is_latest_effective,
        ..rating()
    };
    // The newest was withdrawn, so an older one counts.
    let newest = CsatRequest { status: CsatStatus::Canceled, ..of("r3", 3, false) };
    let written = with_history(vec![newest, of("r2", 2, true), of("r1", 1, false)]);
    let kept = read(&written).csat.history.clone();
    let told: Vec<_> = kept
        .iter()
        .map(|request| (request.request_id.as_deref().unwrap(), request.is_latest_effective))
        .collect();
    assert_eq!(told, [("r3", false), ("r2", true), ("r1", false)]);
}

/// Point 11: what was submitted is rated, whatever else is said of it.
#[test]
fn pitfall_11_what_was_submitted_is_rated() {
    for status in [CsatStatus::Pending, CsatStatus::Expired, CsatStatus::Rated] {
        let request = CsatRequest { status, ..rating() };
        let part = Part::new(PartId::from("p1"), PartBody::RatingSubmitted(request), None, AT);
        let written = write_part(&part, Audience::Company).unwrap();
        assert_eq!(written["partType"], "rating_submitted");
        assert_eq!(written["csat"]["status"], "rated");
    }
}

/// Point 11: a score is 1 to 5, and whom it is about is one of three.
#[test]
fn pitfall_11_scores_and_rated_agents_are_the_vendors() {
    for (score, told) in [(0.0, 1), (1.0, 1), (5.0, 5), (7.5, 5)] {
        let written = with_history(vec![CsatRequest { score: Some(score), ..rating() }]);
        assert_eq!(written["csatHistory"][0]["score"], told);
    }
    for (kind, is_told) in
        [("teammate", true), ("fibi", true), ("chatbot", true), ("oracle", false)]
    {
        let agent = RatedAgent { kind: kind.into(), id: Some("a1".into()) };
        let written = with_history(vec![CsatRequest { rated_agent: Some(agent), ..rating() }]);
        assert_eq!(written["csatHistory"][0].get("ratedAgent").is_some(), is_told, "{kind}");
    }
}

/// Point 13: both requests that take something away have a body.
#[test]
fn pitfall_13_what_takes_away_has_a_body() {
    let ada = Participant::new(ParticipantKind::Agent, "a1");
    let (conversation, command_id) = (ConversationId::from("c1"), CommandId::from("k1"));
    let who = Who { actor: &ada, conversation: &conversation, command_id: &command_id };
    let tag = inbox_model::tag::Tag { id: "t1".into(), name: "VIP".into() };
    for (command, path, body) in [
        (
            Command::DetachTag { tag },
            "/v2/conversations/c1/tags/t1",
            json!({ "actingAdminId": "a1" }),
        ),
        (
            Command::RemoveParticipant { participant: "u1".into() },
            "/v2/conversations/c1/participants",
            json!({ "id": "u1", "actingAdminId": "a1" }),
        ),
    ] {
        let request = Featurebase::new().command(&who, &command).unwrap();
        assert_eq!((request.method.as_str(), request.path.as_str()), ("DELETE", path));
        let sent: Value = serde_json::from_str(request.body.as_deref().unwrap()).unwrap();
        assert_eq!(sent, body);
    }
}
