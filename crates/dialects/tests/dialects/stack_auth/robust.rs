//! Whatever arrives, nothing panics, and what is no answer is an error.

use inbox_dialects::stack_auth::StackAuth;
use inbox_dialects::stack_auth::server::{
    Audience, check_headers, read_conversation_id, read_create, read_list, read_project,
    read_update,
};
use inbox_dialects::{Dialect, DialectError, Response};
use inbox_model::{Command, Content, Conversation, Timestamp};
use proptest::prelude::*;
use serde_json::Value;

use super::{CONTRACT, detail};
use crate::featurebase::robust::{any_json, replace, size};
use crate::generate;

/// Reads an answer in every way there is.
fn read_all(status: u16, body: &str) -> Vec<Option<DialectError>> {
    let dialect = StackAuth::default();
    let response = Response { status, body: body.to_owned() };
    let mut errors =
        vec![dialect.read_list(&response).err(), dialect.read_conversation(&response).err()];
    let commands = [Command::Start { contents: vec![Content::text("x")] }, Command::Close];
    errors.extend(commands.iter().map(|command| dialect.read_command(command, &response).err()));
    errors
}

/// Reads a request in every way there is.
fn read_requests(body: &str) {
    let _ = read_create(body);
    let _ = read_update(body);
    let _ = read_list(body);
    let _ = read_project(body);
    let _ = read_conversation_id(body);
    let _ = check_headers(Some(body), Some(body));
}

fn is_no_value(status: u16, error: Option<&DialectError>) -> bool {
    match error {
        None => false,
        Some(DialectError::Malformed { .. }) => !(400..600).contains(&status),
        Some(_) => status >= 400,
    }
}

fn requests() -> Vec<Value> {
    use serde_json::json;
    let uuid = "3241a285-8329-4d69-8f3d-316e08cf140c";
    vec![
        json!({ "projectId": "internal", "type": "reply", "body": "x", "inbox": { "contents": [{ "type": "text", "markdown": "x" }] } }),
        json!({ "projectId": uuid, "type": "metadata", "tags": ["x"], "assignedToUserId": null, "priority": "low" }),
        json!({ "projectId": uuid, "type": "status", "status": "open" }),
        json!({ "projectId": uuid, "userId": uuid, "subject": "x", "initialMessage": "x", "priority": "low" }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn random_text_is_no_value(status in 100..700_u16, body in ".{0,60}") {
        prop_assume!(serde_json::from_str::<Value>(&body).is_err());
        for error in read_all(status, &body) {
            prop_assert!(is_no_value(status, error.as_ref()), "{status} {error:?}");
        }
        read_requests(&body);
    }

    #[test]
    fn a_cut_answer_is_malformed(conversation in generate::conversation(), cut in any::<prop::sample::Index>()) {
        let text = detail(&conversation, Audience::Company).to_string();
        let mut at = cut.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        for error in read_all(200, &text[..at]) {
            prop_assert!(is_no_value(200, error.as_ref()), "{error:?}");
        }
        read_requests(&text[..at]);
    }

    /// Answers with one value replaced by another: read or refused, and what was read is written
    /// again without a panic.
    #[test]
    fn an_altered_answer_does_no_harm(
        conversation in generate::conversation(),
        place in any::<prop::sample::Index>(),
        new in any_json(),
        status in prop_oneof![4 => Just(200_u16), 1 => 400..600_u16],
    ) {
        let mut value = detail(&conversation, Audience::Company);
        let mut number = place.index(size(&value));
        replace(&mut value, &mut number, &new);
        let body = value.to_string();
        for error in read_all(status, &body) {
            let fits = match &error {
                None | Some(DialectError::Malformed { .. }) => status < 400,
                Some(_) => status >= 400,
            };
            prop_assert!(fits, "{status} {error:?}");
        }
        let response = Response { status: 200, body };
        if let Ok(read) = StackAuth::default().read_conversation(&response) {
            detail(&read, Audience::Customer);
        }
    }

    #[test]
    fn an_altered_request_does_no_harm(
        which in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        new in any_json(),
    ) {
        let requests = requests();
        let mut value = which.get(&requests).clone();
        let mut number = place.index(size(&value));
        replace(&mut value, &mut number, &new);
        read_requests(&value.to_string());
    }
}

#[test]
fn times_that_the_format_cannot_write_are_held_at_its_ends() {
    for millis in [i64::MIN, i64::MAX] {
        let conversation = Conversation::new("c1".into(), Timestamp::from_millis(millis));
        CONTRACT.assert_response("getConversation", 200, &detail(&conversation, Audience::Company));
    }
}
