//! Refusals, from the server's words to the client's error.

use inbox_dialects::crm::Crm;
use inbox_dialects::crm::server::{Audience, WireError, write_conversation, write_error};
use inbox_dialects::{Dialect, DialectError, Response};
use inbox_model::validate::{Fault, Problem, Unit};
use inbox_model::{Command, Content, Conversation, Refusal};

use super::{CONTRACT, NOW, ok};

fn seen(error: &WireError) -> DialectError {
    let response = Response { status: error.status, body: write_error(error).to_string() };
    Crm::new().read_conversation(&response).unwrap_err()
}

#[test]
fn every_error_has_the_envelope_and_reaches_the_client_as_its_kind() {
    let message = |error: &WireError| error.message.clone();
    let refused = |code: &str, error: &WireError| DialectError::Refused {
        code: code.to_owned(),
        message: message(error),
    };
    for error in [WireError::bad_request("No."), WireError::payload_too_large(9)] {
        assert_eq!(seen(&error), refused("invalid_request", &error));
    }
    let error = WireError::forbidden("No.");
    assert_eq!(seen(&error), DialectError::Forbidden { message: message(&error) });
    let error = WireError::not_found();
    assert_eq!(seen(&error), DialectError::NotFound { message: message(&error) });
    assert_eq!(seen(&WireError::unauthorized()), DialectError::Unauthenticated);
    assert_eq!(seen(&WireError::server_error()), DialectError::Server { status: 500 });
    // A list of fields is told by its first.
    let error = WireError::invalid("channel", "Only sms and email can be sent.");
    assert_eq!(seen(&error), refused("invalid_request", &error));
    assert_eq!(write_error(&error)["detail"][0]["loc"], serde_json::json!(["body", "channel"]));
    let error = WireError::refused("Busy.", "suggestion_not_pending");
    assert_eq!(seen(&error), refused("suggestion_not_pending", &error));
}

fn invalid(field: &str, fault: Fault) -> Refusal {
    Refusal::Invalid(vec![Problem::at(field, fault)])
}

const TOO_LONG: Fault = Fault::TooLong { unit: Unit::Characters, max: 1, actual: 2 };

/// Each refusal of the model, in the operation that can meet it, is one that the contract lists.
#[test]
fn refusals_are_the_operations_own_errors() {
    for (refusal, operation, status) in [
        (Refusal::NotAllowed, "starConversation", 403),
        (Refusal::RepliesDisabled, "sendMessage", 422),
        (Refusal::Blocked, "sendMessage", 422),
        (invalid("contents", Fault::Empty), "sendMessage", 422),
        (invalid("contents[0].markdown", TOO_LONG), "sendMessage", 422),
        (Refusal::PartNotFound, "sendSuggestion", 404),
        (Refusal::SuggestionNotPending, "sendSuggestion", 409),
        (Refusal::SuggestionNotPending, "dismissSuggestion", 409),
        (Refusal::SuggestionOutdated, "sendSuggestion", 409),
    ] {
        let error = WireError::from(&refusal);
        assert_eq!(error.status, status, "{refusal:?}");
        CONTRACT.assert_response(operation, status, &write_error(&error));
        // Our own client learns which rule it was.
        if let DialectError::Refused { code, .. } = seen(&error) {
            assert_eq!(code, refusal.code());
        }
    }
}

#[test]
fn what_every_operation_answers_is_in_its_contract() {
    for (operation, statuses) in CONTRACT.operations() {
        for status in statuses.into_iter().filter(|status| *status >= 400) {
            let error = match status {
                400 => WireError::invalid("channel", "No.").as_bad_request(),
                401 => WireError::unauthorized(),
                403 => WireError::forbidden("No."),
                404 => WireError::not_found(),
                409 => WireError::from(&Refusal::SuggestionNotPending),
                _ => WireError::invalid("channel", "No."),
            };
            assert_eq!(error.status, status);
            CONTRACT.assert_response(&operation, status, &write_error(&error));
        }
    }
}

#[test]
fn an_error_that_is_no_envelope_still_has_its_status() {
    let check = |status: u16, body: &str, error: DialectError| {
        let response = Response { status, body: body.to_owned() };
        assert_eq!(Crm::new().read_conversation(&response), Err(error), "{status} {body}");
    };
    let html = "<html><h1>502 Bad Gateway</h1></html>";
    let refused = |code: &str, message: &str| DialectError::Refused {
        code: code.into(),
        message: message.into(),
    };
    check(502, html, DialectError::Server { status: 502 });
    check(408, "", DialectError::Server { status: 408 });
    check(401, html, DialectError::Unauthenticated);
    check(429, "slow down", DialectError::RateLimited);
    check(404, "{", DialectError::NotFound { message: "status 404".into() });
    check(409, r#"{"detail":"gone"}"#, refused("conflict", "gone"));
    check(422, r#"{"detail":[{"loc":[],"msg":"wrong"}]}"#, refused("invalid_request", "wrong"));
    check(422, r#"{"detail":7}"#, refused("invalid_request", "status 422"));
}

/// The vendor's operation opens a thread and says nothing: what was to be said is not lost silently.
#[test]
fn a_beginning_that_was_not_said_is_a_refusal() {
    let start = Command::Start { contents: vec![Content::text("Hi")] };
    let conversation = Conversation::new("c1".into(), NOW);
    let mut written = write_conversation(&conversation, true, Audience::Company, NOW);
    for ours in [true, false] {
        if !ours {
            written.as_object_mut().unwrap().remove("inbox");
        }
        let error = Crm::new().read_command(&start, &ok(&written)).unwrap_err();
        assert_eq!(error.code(), "not_said");
    }
}

#[test]
fn everything_that_is_wrong_is_told() {
    let problems = vec![
        Problem::at("contents[0].markdown", TOO_LONG),
        Problem::at("contents[1].name", Fault::PathSeparator { at: 3 }),
    ];
    let written = write_error(&WireError::from(&Refusal::Invalid(problems)));
    CONTRACT.assert_response("sendMessage", 422, &written);
    let at = |at: usize| written["detail"][at]["loc"].clone();
    assert_eq!(at(0), serde_json::json!(["body", "body"]));
    assert_eq!(at(1), serde_json::json!(["body", "inbox", "contents[1]", "name"]));
    assert_eq!(written["inbox"]["code"], "too_long");
    assert_eq!(written["inbox"]["problems"][1]["data"]["at"], 3);
}
