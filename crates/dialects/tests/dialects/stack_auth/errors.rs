//! Refusals, from the server's words to the client's error.

use inbox_dialects::stack_auth::StackAuth;
use inbox_dialects::stack_auth::server::{WireError, write_error};
use inbox_dialects::{Dialect, DialectError, Response};
use inbox_model::validate::{Fault, Problem, Unit};
use inbox_model::{Refusal, State};

use super::CONTRACT;

/// The error as it travels: an object, or a sentence.
fn response(error: &WireError) -> Response {
    let body = match write_error(error) {
        Ok(known) => serde_json::to_string(&known).unwrap(),
        Err(sentence) => sentence.to_owned(),
    };
    Response { status: error.status, body }
}

fn seen(error: &WireError) -> DialectError {
    StackAuth::default().read_conversation(&response(error)).unwrap_err()
}

#[test]
fn every_error_reaches_the_client_as_its_kind() {
    let check = |error: WireError, status: u16, seen_as: DialectError| {
        if let Ok(known) = write_error(&error) {
            CONTRACT.assert_component("KnownError", &serde_json::to_value(known).unwrap());
        }
        assert_eq!(error.status, status);
        assert_eq!(seen(&error), seen_as, "{error}");
    };
    let refused = |code: &str, message: &str| DialectError::Refused {
        code: code.into(),
        message: message.into(),
    };
    let missing = |message: &str| DialectError::NotFound { message: message.into() };
    check(WireError::schema("No."), 400, refused("SCHEMA_ERROR", "No."));
    check(
        WireError::user_does_not_exist(),
        400,
        refused("USER_ID_DOES_NOT_EXIST", "User with the given ID does not exist in the project."),
    );
    check(WireError::unauthenticated(), 401, DialectError::Unauthenticated);
    // The caller is signed in, and stays so.
    check(
        WireError::insufficient_access("No."),
        401,
        DialectError::Forbidden { message: "No.".into() },
    );
    check(
        WireError::project_not_found(),
        404,
        missing("Project not found or is not accessible with the current user."),
    );
    check(WireError::conversation_not_found(), 404, missing("Conversation not found."));
    check(
        WireError::already(State::Snoozed),
        400,
        refused("invalid_request", "Conversation is already pending."),
    );
    check(WireError::rate_limited(), 429, DialectError::RateLimited);
    check(WireError::server_error(), 500, DialectError::Server { status: 500 });
    assert!(matches!(seen(&WireError::payload_too_large(9)), DialectError::Refused { .. }));
}

/// The two sentences of the contract, word for word and without an envelope.
#[test]
fn two_errors_are_plain_text() {
    assert_eq!(response(&WireError::conversation_not_found()).body, "Conversation not found.");
    for (state, word) in
        [(State::Open, "open"), (State::Pending, "pending"), (State::Closed, "closed")]
    {
        assert_eq!(
            response(&WireError::already(state)).body,
            format!("Conversation is already {word}.")
        );
    }
}

fn invalid(field: &str, fault: Fault) -> Refusal {
    Refusal::Invalid(vec![Problem::at(field, fault)])
}

const TOO_LONG: Fault = Fault::TooLong { unit: Unit::Characters, max: 1, actual: 2 };

#[test]
fn our_own_client_learns_which_rule_refused() {
    for refusal in [
        Refusal::RepliesDisabled,
        Refusal::Blocked,
        invalid("contents", Fault::Empty),
        invalid("contents[0].markdown", TOO_LONG),
    ] {
        let error = WireError::from(&refusal);
        let known = serde_json::to_value(write_error(&error).unwrap()).unwrap();
        assert_eq!(known["inbox"]["code"], refusal.code());
        let problems = known["inbox"].get("problems").and_then(|list| list.as_array());
        assert_eq!(problems.map_or(0, Vec::len), refusal.problems().len());
        CONTRACT.assert_response("updateConversation", 400, &known);
        let DialectError::Refused { code, .. } = seen(&error) else { panic!("{error}") };
        assert_eq!(code, refusal.code());
    }
    assert!(matches!(seen(&WireError::from(&Refusal::NotAllowed)), DialectError::Forbidden { .. }));
}

#[test]
fn an_error_that_is_no_envelope_still_has_its_status() {
    let check = |status: u16, body: &str, error: DialectError| {
        let response = Response { status, body: body.to_owned() };
        assert_eq!(
            StackAuth::default().read_conversation(&response),
            Err(error),
            "{status} {body}"
        );
    };
    let html = "<html><h1>502 Bad Gateway</h1></html>";
    check(502, html, DialectError::Server { status: 502 });
    check(401, html, DialectError::Unauthenticated);
    check(403, html, DialectError::Forbidden { message: "status 403".into() });
    check(404, "{", DialectError::NotFound { message: "status 404".into() });
    check(429, "slow down", DialectError::RateLimited);
    let detail = "status 302: neither a success nor an error".to_owned();
    check(302, "", DialectError::Malformed { detail });
}
