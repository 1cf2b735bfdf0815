//! Errors, as they are written and as they are read.

use inbox_dialects::intercom::Intercom;
use inbox_dialects::intercom::server::{WireError, write_error};
use inbox_dialects::{Dialect, DialectError, Response};
use inbox_model::Refusal;
use inbox_model::validate::{Fault, Problem, Unit};
use serde_json::{Value, json};

use super::contract::{assert_component, assert_response};

const REQUEST: &str = "a3e5b8e2-1234-4678-9abc-def012345678";

fn read(status: u16, body: &Value) -> DialectError {
    let response = Response { status, body: body.to_string() };
    Intercom::new().read_conversation(&response).unwrap_err()
}

fn invalid(field: &str, fault: Fault) -> Refusal {
    Refusal::Invalid(vec![Problem::at(field, fault)])
}

const TOO_LONG: Fault = Fault::TooLong { unit: Unit::Characters, max: 1, actual: 2 };

const NOON: inbox_model::Timestamp = inbox_model::Timestamp::from_millis(0);

#[test]
fn every_refusal_has_its_status_and_keeps_its_code() {
    for (refusal, status) in [
        (Refusal::NotAllowed, 403),
        (Refusal::RepliesDisabled, 403),
        (Refusal::Blocked, 403),
        (invalid("contents", Fault::Empty), 400),
        (invalid("contents[0].markdown", TOO_LONG), 400),
        (invalid("until", Fault::NotInFuture { now: NOON, actual: NOON }), 400),
        (Refusal::NoTaggableMessage, 400),
        (Refusal::TagNotAttached, 404),
        (Refusal::PartNotFound, 404),
        (Refusal::NotRedactable, 400),
        (Refusal::ParticipantNotFound, 404),
        (Refusal::LastParticipant, 400),
    ] {
        let error = WireError::from(&refusal);
        assert_eq!(error.status, status, "{refusal:?}");
        let written = write_error(&error, Some(REQUEST));
        assert_component("error", &written);
        assert_eq!(written["inbox"]["code"], refusal.code());
        if status == 400 {
            assert_eq!(read(status, &written).code(), refusal.code());
        }
    }
}

#[test]
fn the_envelope_is_the_vendors() {
    let written = write_error(&WireError::unauthorized(), Some(REQUEST));
    let error = json!({ "code": "unauthorized", "message": "Access Token Invalid" });
    assert_eq!(written, json!({ "type": "error.list", "request_id": REQUEST, "errors": [error] }));
    for (error, status) in [
        (WireError::unauthorized(), 401),
        (WireError::forbidden("no"), 403),
        (WireError::not_found(), 404),
    ] {
        assert_eq!(error.status, status);
        assert_response("updateConversationPart", status, &write_error(&error, Some(REQUEST)));
    }
    let written = write_error(&WireError::missing("admin_id"), None);
    assert_component("error", &written);
    assert_eq!(written["errors"][0]["field"], "admin_id");
}

#[test]
fn every_status_is_told_apart() {
    let body = json!({ "type": "error.list", "errors": [{ "code": "parameter_invalid", "message": "No" }] });
    let no = || "No".to_owned();
    assert_eq!(read(401, &body), DialectError::Unauthenticated);
    assert_eq!(read(403, &body), DialectError::Forbidden { message: no() });
    assert_eq!(read(404, &body), DialectError::NotFound { message: no() });
    let refused = DialectError::Refused { code: "parameter_invalid".into(), message: no() };
    assert_eq!(read(422, &body), refused);
    assert_eq!(read(429, &body), DialectError::RateLimited);
    assert_eq!(read(503, &body), DialectError::Server { status: 503 });
    let message = "status 404".to_owned();
    assert_eq!(read(404, &Value::Null), DialectError::NotFound { message });
    assert!(matches!(read(302, &body), DialectError::Malformed { .. }));
}

#[test]
fn everything_that_is_wrong_is_told() {
    let problems = vec![
        Problem::at("contents[0].markdown", TOO_LONG),
        Problem::at("contents[1].name", Fault::PathSeparator { at: 3 }),
    ];
    let written = write_error(&WireError::from(&Refusal::Invalid(problems)), Some(REQUEST));
    assert_component("error", &written);
    let fields: Vec<_> = (0..2).map(|at| written["errors"][at]["field"].clone()).collect();
    assert_eq!(fields, ["body", "inbox.contents[1].name"]);
    assert_eq!(written["errors"][0]["code"], "parameter_invalid");
    assert_eq!(written["errors"].as_array().unwrap().len(), 2);
    assert_eq!(written["inbox"]["code"], "too_long");
    assert_eq!(written["inbox"]["problems"][1]["code"], "path_separator");
}
