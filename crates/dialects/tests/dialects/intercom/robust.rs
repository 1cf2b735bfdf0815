//! Whatever arrives, nothing panics, and what is no answer is an error.

use inbox_dialects::intercom::Intercom;
use inbox_dialects::intercom::server::{
    Audience, Preview, check_version, read_acting_admin, read_add_contact, read_attach_tag,
    read_create, read_list, read_part_update, read_redact, read_reply, read_update,
    wants_plaintext, write_conversation,
};
use inbox_dialects::{Dialect, DialectError, Response};
use inbox_model::{Command, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::contract::{assert_component, examples};
use crate::featurebase::robust::{any_json, replace, size};
use crate::generate;

const NOW: Timestamp = Timestamp::from_millis(1_750_000_000_000);

/// Reads an answer in every way there is.
fn read_all(status: u16, body: &str) -> Vec<Option<DialectError>> {
    let dialect = Intercom::new();
    let response = Response { status, body: body.to_owned() };
    let mut errors =
        vec![dialect.read_list(&response).err(), dialect.read_conversation(&response).err()];
    let seen = Command::MarkSeen { part: "p".into(), agent: "7".into() };
    let start = Command::Start { contents: Vec::new() };
    let commands = [Command::reply("x"), Command::Close, start, seen];
    errors.extend(commands.iter().map(|command| dialect.read_command(command, &response).err()));
    errors
}

/// Reads a request in every way there is.
fn read_requests(body: &str) {
    let _ = read_create(body);
    let _ = read_update(body);
    let _ = read_reply(body);
    let _ = read_redact(body);
    let _ = read_attach_tag(body);
    let _ = read_acting_admin(body);
    let _ = read_add_contact(body);
    let _ = read_part_update(body).map(|read| read.deeds());
    let _ = read_list(body);
    let _ = wants_plaintext(body);
    let _ = check_version(Some(body), Preview::Only);
}

/// A request of every kind, in one.
fn request() -> Value {
    json!({
        "from": { "type": "user", "id": "u" }, "type": "user", "message_type": "comment",
        "body": "<p>x</p>", "intercom_user_id": "u", "attachment_urls": ["https://x/y"],
        "inbox": { "contents": [{ "type": "text", "markdown": "x" }] }, "id": 7, "admin_id": 7,
        "customer": { "email": "a@b.c" }, "conversation_id": "c", "conversation_part_id": "p",
        "send_state": "sent", "info_message": "", "seen": true, "experimental": true,
        "secret": "s", "read": true, "title": "t", "custom_attributes": { "a": [] },
        "snoozed_until": 5, "assignee_id": 0, "created_at": 5,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_text_is_no_value(status in 100..700_u16, body in ".{0,60}") {
        prop_assume!(serde_json::from_str::<Value>(&body).is_err());
        for error in read_all(status, &body) {
            prop_assert!(error.is_some());
        }
        read_requests(&body);
    }

    #[test]
    fn an_altered_request_is_read_or_refused(place in 0..60_usize, new in any_json()) {
        let mut value = request();
        let mut number = place % size(&value);
        replace(&mut value, &mut number, &new);
        read_requests(&value.to_string());
    }

    #[test]
    fn an_altered_answer_is_read_or_refused(conversation in generate::conversation(), place in any::<usize>(), new in any_json()) {
        let mut value = write_conversation(&conversation, true, Audience::Company, NOW);
        let mut number = place % size(&value);
        replace(&mut value, &mut number, &new);
        read_all(200, &value.to_string());
        let response = Response { status: 200, body: value.to_string() };
        // What could be read can be written again.
        if let Ok(read) = Intercom::new().read_conversation(&response) {
            let written = write_conversation(&read, true, Audience::Company, NOW);
            assert_component("conversation", &written);
        }
    }

    #[test]
    fn a_truncated_answer_is_an_error(conversation in generate::conversation(), cut in any::<prop::sample::Index>()) {
        let whole = write_conversation(&conversation, true, Audience::Company, NOW).to_string();
        let end = cut.index(whole.len());
        prop_assume!(whole.is_char_boundary(end));
        for error in read_all(200, &whole[..end]) {
            let is_malformed = matches!(error, Some(DialectError::Malformed { .. }));
            prop_assert!(is_malformed, "{error:?}");
        }
    }
}

#[test]
fn altered_samples_are_read_or_refused() {
    for example in examples() {
        for place in 0..size(&example.value) {
            for new in [json!(null), json!(7), json!("x"), json!([]), json!({}), json!(-1.5)] {
                let mut value = example.value.clone();
                let mut number = place;
                replace(&mut value, &mut number, &new);
                read_all(example.status, &value.to_string());
                read_requests(&value.to_string());
            }
        }
    }
}
