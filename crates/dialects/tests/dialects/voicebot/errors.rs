//! What the client makes of answers that are no success.

use inbox_dialects::voicebot::Voicebot;
use inbox_dialects::voicebot::server::{WireError, write_error};
use inbox_dialects::{Dialect, DialectError, Response};
use inbox_model::validate::{Fault, Problem, Unit};
use inbox_model::{Command, Refusal};

fn read(status: u16, body: &str) -> DialectError {
    let response = Response { status, body: body.to_owned() };
    let dialect = Voicebot::new();
    let error = dialect.read_conversation(&response).unwrap_err();
    let others = [
        dialect.read_list(&response).unwrap_err(),
        dialect.read_command(&Command::reply("x"), &response).unwrap_err(),
    ];
    for other in others {
        assert_eq!(other.code(), error.code());
    }
    error
}

#[test]
fn every_status_has_a_meaning() {
    let body = r#"{"message":"No."}"#;
    let message = "No.".to_owned();
    assert_eq!(read(401, body), DialectError::Unauthenticated);
    assert_eq!(read(403, body), DialectError::Forbidden { message: message.clone() });
    assert_eq!(read(404, body), DialectError::NotFound { message: message.clone() });
    let code = "invalid_request".to_owned();
    assert_eq!(read(422, body), DialectError::Refused { code, message });
    assert_eq!(read(429, body), DialectError::RateLimited);
    assert_eq!(read(503, "<html>"), DialectError::Server { status: 503 });
    // Nothing is documented, so nothing need be there.
    let message = "status 404".to_owned();
    assert_eq!(read(404, ""), DialectError::NotFound { message });
    assert_eq!(read(302, "").code(), "malformed");
    assert_eq!(read(200, "<html>").code(), "malformed");
}

fn invalid(field: &str, fault: Fault) -> Refusal {
    Refusal::Invalid(vec![Problem::at(field, fault)])
}

const TOO_LONG: Fault = Fault::TooLong { unit: Unit::Characters, max: 1, actual: 2 };

#[test]
fn our_own_errors_keep_the_models_code() {
    for refusal in [
        Refusal::NotRestartable,
        Refusal::NotEmoji,
        invalid("contents", Fault::Empty),
        invalid("contents[0].markdown", TOO_LONG),
    ] {
        let error = WireError::from(&refusal);
        let read = read(error.status, &write_error(&error).to_string());
        assert_eq!(read.code(), refusal.code());
    }
    let error = WireError::from(&Refusal::PartNotFound);
    assert_eq!(read(error.status, &write_error(&error).to_string()).code(), "not_found");
}

#[test]
fn everything_that_is_wrong_is_told() {
    let problems = vec![
        Problem::at("contents[0].markdown", TOO_LONG),
        Problem::at("contents[1].name", Fault::PathSeparator { at: 3 }),
    ];
    let written = write_error(&WireError::from(&Refusal::Invalid(problems)));
    let errors = &written["errors"];
    assert_eq!(errors["text.content"].as_array().unwrap().len(), 1, "{written}");
    assert_eq!(errors["file.name"].as_array().unwrap().len(), 1, "{written}");
    let unsound = Refusal::Invalid(vec![Problem::at("contents[0]", Fault::Unsound)]);
    assert!(write_error(&WireError::from(&unsound))["errors"]["file"].is_array());
    let empty = write_error(&WireError::from(&invalid("contents", Fault::Empty)));
    assert!(empty["errors"]["text.content"].is_array());
    assert_eq!(empty["inbox"]["problems"][0]["code"], "empty");
    let missing = write_error(&WireError::from(&Refusal::MediaNotFound));
    assert!(missing["errors"]["file"].is_array() && missing["inbox"].get("problems").is_none());
}
