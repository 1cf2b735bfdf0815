//! Whatever arrives, nothing panics, and what is no answer is an error.

use inbox_dialects::voicebot::Voicebot;
use inbox_dialects::voicebot::server::{
    Audience, read_create_message, read_list, read_mark_read, read_set_reaction, read_update,
    wrapped, write_conversation, write_messages,
};
use inbox_dialects::{Dialect, DialectError, Response};
use inbox_model::{Command, Conversation, Timestamp};
use proptest::prelude::*;
use serde_json::Value;

use super::contract::{assert_component, examples};
use super::conversation;
use crate::featurebase::robust::{any_json, replace, size};

const NOW: Timestamp = Timestamp::from_millis(1_750_000_000_000);

/// Reads an answer in every way there is.
fn read_all(status: u16, body: &str) -> Vec<Option<DialectError>> {
    let dialect = Voicebot::new();
    let response = Response { status, body: body.to_owned() };
    let mut conversation = Conversation::new("7".into(), NOW);
    let react = Command::React { part: "1".into(), emoji: None };
    vec![
        dialect.read_list(&response).err(),
        dialect.read_conversation(&response).err(),
        dialect.read_parts(&mut conversation, &response).err(),
        dialect.read_message(&response).err(),
        dialect.read_command(&Command::reply("x"), &response).err(),
        dialect.read_command(&Command::Close, &response).err(),
        dialect.read_command(&react, &response).err(),
    ]
}

/// Reads a request in every way there is.
fn read_requests(body: &str) {
    let _ = read_update(body);
    let _ = read_create_message(body);
    let _ = read_mark_read(body);
    let _ = read_set_reaction(body);
    let _ = read_list(body);
}

fn fits(status: u16, error: Option<&DialectError>) -> bool {
    match error {
        None | Some(DialectError::Malformed { .. }) => !(400..600).contains(&status),
        Some(_) => status >= 400,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn random_bytes_are_no_value(
        status in 100..700_u16,
        bytes in prop::collection::vec(any::<u8>(), 0..60),
    ) {
        let body = String::from_utf8_lossy(&bytes).into_owned();
        prop_assume!(serde_json::from_str::<Value>(&body).is_err());
        for error in read_all(status, &body) {
            prop_assert!(error.is_some() && fits(status, error.as_ref()), "{status} {error:?}");
        }
        read_requests(&body);
    }

    #[test]
    fn a_cut_sample_is_malformed(
        which in any::<prop::sample::Index>(),
        cut in any::<prop::sample::Index>(),
    ) {
        let examples = examples();
        let text = which.get(&examples).text.trim_end();
        let mut at = cut.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        for error in read_all(200, &text[..at]) {
            prop_assert!(error.is_some());
        }
        read_requests(&text[..at]);
    }

    /// Samples with one value replaced by another: read or refused.
    #[test]
    fn an_altered_sample_does_no_harm(
        which in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        new in any_json(),
        status in prop_oneof![4 => Just(200_u16), 1 => 400..600_u16],
    ) {
        let examples = examples();
        let mut value = which.get(&examples).value.clone();
        let mut number = place.index(size(&value));
        replace(&mut value, &mut number, &new);
        let body = value.to_string();
        for error in read_all(status, &body) {
            prop_assert!(fits(status, error.as_ref()), "{status} {error:?}");
        }
        read_requests(&body);
    }

    /// The same with what our server writes; what was read of it is written again as the contract
    /// says, extension and all.
    #[test]
    fn an_altered_answer_does_no_harm(
        conversation in conversation(),
        place in any::<prop::sample::Index>(),
        new in any_json(),
    ) {
        let dialect = Voicebot::new();
        for mut value in [
            wrapped(write_conversation(&conversation, Audience::Company, NOW)),
            write_messages(&conversation, Audience::Company, NOW),
        ] {
            let mut number = place.index(size(&value));
            replace(&mut value, &mut number, &new);
            for error in read_all(200, &value.to_string()) {
                prop_assert!(fits(200, error.as_ref()), "{error:?}");
            }
            let response = Response { status: 200, body: value.to_string() };
            if let Ok(read) = dialect.read_conversation(&response) {
                for audience in [Audience::Company, Audience::Customer] {
                    assert_component("Conversation", &write_conversation(&read, audience, NOW));
                }
            }
            let mut thread = conversation.clone();
            if dialect.read_parts(&mut thread, &response).is_ok() {
                let written = write_messages(&thread, Audience::Company, NOW);
                for message in written["data"].as_array().unwrap() {
                    assert_component("Message", message);
                }
            }
        }
    }
}
