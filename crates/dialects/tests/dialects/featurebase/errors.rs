//! Refusals, from the server's words to the client's error.

use inbox_dialects::featurebase::Featurebase;
use inbox_dialects::featurebase::server::{VERSION, WireError, check_version, write_error};
use inbox_dialects::{Dialect, DialectError, Response};
use inbox_model::Refusal;
use inbox_model::validate::{Fault, Problem, Unit};
use serde_json::json;

use super::contract::{assert_component, assert_response, operations};

fn response(error: &WireError) -> Response {
    Response { status: error.status, body: write_error(error).to_string() }
}

fn seen(error: &WireError) -> DialectError {
    Featurebase::new().read_conversation(&response(error)).unwrap_err()
}

#[test]
fn every_error_has_the_envelope_and_reaches_the_client_as_its_kind() {
    let message = |error: &WireError| error.message.clone();
    let refused = |error: &WireError| DialectError::Refused {
        code: error.code.into(),
        message: message(error),
    };
    let missing = |error: &WireError| DialectError::NotFound { message: message(error) };
    let check = |error: WireError,
                 status: u16,
                 kind: &str,
                 seen_as: &dyn Fn(&WireError) -> DialectError| {
        assert_component("ErrorResponse", &write_error(&error));
        assert_eq!((error.status, error.kind), (status, kind), "{error}");
        assert_eq!(seen(&error), seen_as(&error), "{error}");
    };
    let invalid = "invalid_request_error";
    check(WireError::unauthorized(), 401, "authentication_error", &|_| {
        DialectError::Unauthenticated
    });
    check(WireError::forbidden("No."), 403, "authorization_error", &|error| {
        DialectError::Forbidden { message: message(error) }
    });
    for error in [
        WireError::conversation_not_found(),
        WireError::contact_not_found(),
        WireError::admin_not_found(),
        WireError::participant_not_found(),
        WireError::part_not_found(),
        WireError::resource_not_found("No such tag."),
        WireError::version_not_supported("2025-12-12.clover"),
    ] {
        check(error, 404, invalid, &missing);
    }
    for error in [
        WireError::invalid_request("No."),
        WireError::missing_parameter("from"),
        WireError::invalid_parameter("limit", "No."),
        WireError::invalid_content("No."),
        WireError::invalid_cursor(),
        WireError::business_validation_error("Nobody."),
    ] {
        check(error, 400, invalid, &refused);
    }
    check(WireError::payload_too_large(1_000), 413, invalid, &refused);
    check(WireError::rate_limited(), 429, "rate_limit_error", &|_| DialectError::RateLimited);
    check(WireError::server_error(), 500, "api_error", &|_| DialectError::Server { status: 500 });
}

#[test]
fn details_and_the_parameter_are_told() {
    let problems = [Problem::at("from.id", Fault::Required)];
    let error = WireError::missing_parameter("from.id").with_details(&problems);
    let written = write_error(&error);
    assert_component("ErrorResponse", &written);
    assert_eq!(written["error"]["param"], "from.id");
    assert_eq!(
        written["error"]["details"],
        json!([{ "path": "from.id", "message": "This is required." }])
    );
}

fn invalid(field: &str, fault: Fault) -> Refusal {
    Refusal::Invalid(vec![Problem::at(field, fault)])
}

const TOO_LONG: Fault = Fault::TooLong { unit: Unit::Characters, max: 1, actual: 2 };

const NOON: inbox_model::Timestamp = inbox_model::Timestamp::from_millis(0);

/// Each refusal of the model, in the operation that can meet it, is one that the contract lists.
#[test]
fn refusals_are_the_operations_own_errors() {
    let too_long = invalid("contents[0].markdown", TOO_LONG);
    for (refusal, operation, status) in [
        (Refusal::NotAllowed, "updateConversation", 403),
        (Refusal::RepliesDisabled, "replyToConversation", 400),
        (Refusal::Blocked, "replyToConversation", 400),
        (invalid("contents", Fault::Empty), "createConversation", 400),
        (too_long, "replyToConversation", 400),
        (
            invalid("until", Fault::NotInFuture { now: NOON, actual: NOON }),
            "updateConversation",
            400,
        ),
        (Refusal::NoTaggableMessage, "attachConversationTag", 404),
        (Refusal::TagNotAttached, "detachConversationTag", 404),
        (Refusal::PartNotFound, "redactConversationPart", 404),
        (Refusal::NotRedactable, "redactConversationPart", 400),
        (Refusal::ParticipantNotFound, "removeParticipantFromConversation", 404),
        (Refusal::LastParticipant, "removeParticipantFromConversation", 400),
    ] {
        let error = WireError::from(&refusal);
        assert_eq!(error.status, status, "{refusal:?}");
        assert_response(operation, status, &write_error(&error));
        // Our own client learns which rule it was.
        if let DialectError::Refused { code, .. } = seen(&error) {
            assert_eq!(code, refusal.code());
        }
    }
}

#[test]
fn what_every_operation_answers_is_in_its_contract() {
    for (operation, statuses) in operations() {
        assert_response(&operation, 401, &write_error(&WireError::unauthorized()));
        assert_response(&operation, 429, &write_error(&WireError::rate_limited()));
        assert_response(&operation, 500, &write_error(&WireError::server_error()));
        if statuses.contains(&403) {
            assert_response(&operation, 403, &write_error(&WireError::forbidden("No.")));
        }
        if statuses.contains(&404) && operation != "createConversation" {
            assert_response(&operation, 404, &write_error(&WireError::conversation_not_found()));
        }
    }
    assert_response("listConversations", 400, &write_error(&WireError::invalid_cursor()));
    assert_response("createConversation", 404, &write_error(&WireError::admin_not_found()));
}

#[test]
fn an_error_that_is_no_envelope_still_has_its_status() {
    let check = |status: u16, body: &str, error: DialectError| {
        let response = Response { status, body: body.to_owned() };
        assert_eq!(Featurebase::new().read_conversation(&response), Err(error), "{status} {body}");
    };
    let html = "<html><h1>502 Bad Gateway</h1></html>";
    check(502, html, DialectError::Server { status: 502 });
    check(408, "", DialectError::Server { status: 408 });
    check(401, html, DialectError::Unauthenticated);
    check(429, "slow down", DialectError::RateLimited);
    check(404, "{", DialectError::NotFound { message: "status 404".into() });
    check(410, r#"{"error":"gone"}"#, DialectError::NotFound { message: "status 410".into() });
    check(403, "[]", DialectError::Forbidden { message: "status 403".into() });
    let refused =
        DialectError::Refused { code: "invalid_request".into(), message: "status 422".into() };
    check(422, "null", refused);
    let detail = "status 302: neither a success nor an error".to_owned();
    check(302, "", DialectError::Malformed { detail });
}

#[test]
fn one_version_is_served() {
    assert_eq!(check_version(None), Ok(()));
    assert_eq!(check_version(Some(VERSION)), Ok(()));
    let earlier = check_version(Some("2025-12-12.clover")).unwrap_err();
    assert_eq!((earlier.status, earlier.code), (404, "version_not_supported"));
    let unknown = check_version(Some("2031-01-01.supernova")).unwrap_err();
    assert_eq!((unknown.status, unknown.code), (400, "invalid_request"));
    for error in [earlier, unknown] {
        assert!(error.message.contains(VERSION), "{error}");
        assert_component("ErrorResponse", &write_error(&error));
    }
}

#[test]
fn everything_that_is_wrong_is_told() {
    let problems = vec![
        Problem::at("contents[0].markdown", TOO_LONG),
        Problem::at("contents[1].name", Fault::PathSeparator { at: 3 }),
    ];
    let error = WireError::from(&Refusal::Invalid(problems));
    let written = write_error(&error);
    assert_response("replyToConversation", 400, &written);
    let error = &written["error"];
    assert_eq!(
        (&error["code"], &error["param"]),
        (&json!("invalid_content"), &json!("bodyMarkdown"))
    );
    assert_eq!(error["details"][1]["path"], "inbox.contents[1].name");
    assert_eq!(error["inbox"]["code"], "too_long");
    assert_eq!(error["inbox"]["problems"][1]["field"], "contents[1].name");
    for (field, param) in
        [("until", "snoozedUntil"), ("title", "title"), ("attributes.a", "customAttributes.a")]
    {
        let error = WireError::from(&invalid(field, Fault::Empty));
        assert_eq!((error.code, error.param.as_deref()), ("invalid_request", Some(param)));
    }
}
