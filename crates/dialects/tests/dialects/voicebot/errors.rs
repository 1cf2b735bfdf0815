//! What the client makes of answers that are no success.

use inbox_dialects::voicebot::Voicebot;
use inbox_dialects::voicebot::server::{WireError, write_error};
use inbox_dialects::{Dialect, DialectError, Response};
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

#[test]
fn our_own_errors_keep_the_models_code() {
    for refusal in [
        Refusal::NotRestartable,
        Refusal::NotEmoji,
        Refusal::Empty,
        Refusal::TooLong { max: 1, actual: 2 },
    ] {
        let error = WireError::from(&refusal);
        let read = read(error.status, &write_error(&error).to_string());
        assert_eq!(read.code(), refusal.code());
    }
    let error = WireError::from(&Refusal::PartNotFound);
    assert_eq!(read(error.status, &write_error(&error).to_string()).code(), "not_found");
}
