//! Whatever arrives, nothing panics, and what is no answer is an error.

use inbox_dialects::featurebase::Featurebase;
use inbox_dialects::featurebase::server::{
    Audience, check_version, read_add_participant, read_attach_tag, read_create, read_detach_tag,
    read_list, read_redact, read_remove_participant, read_reply, read_update, write_conversation,
};
use inbox_dialects::{Dialect, DialectError, Response};
use inbox_model::Command;
use inbox_model::tag::Tag;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::contract::{assert_component, examples};

/// Reads an answer in every way there is.
fn read_all(status: u16, body: &str) -> Vec<Option<DialectError>> {
    let dialect = Featurebase::new();
    let response = Response { status, body: body.to_owned() };
    let tag = Tag { id: "t".into(), name: String::new() };
    let mut errors = vec![
        dialect.read_list(&response).err(),
        dialect.read_conversation(&response).err(),
        dialect.read_deleted(&response).err(),
    ];
    let commands = [Command::reply("x"), Command::Close, Command::AttachTag { tag }];
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
    let _ = read_detach_tag(body);
    let _ = read_add_participant(body);
    let _ = read_remove_participant(body);
    let _ = read_list(body);
    let _ = check_version(Some(body));
}

fn is_no_value(status: u16, error: Option<&DialectError>) -> bool {
    match error {
        None => false,
        Some(DialectError::Malformed { .. }) => !(400..600).contains(&status),
        Some(_) => status >= 400,
    }
}

pub(crate) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        Just(json!("2026-01-10T15:00:00.000Z")),
        Just(json!("user_msg")),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::hash_map("(id|type|status|inbox|body|csat|data)", inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// How many values there are in a document, itself included.
pub(crate) fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum::<usize>(),
        _ => 0,
    }
}

/// Puts `new` in the place of the value with this number.
pub(crate) fn replace(value: &mut Value, number: &mut usize, new: &Value) {
    if *number == 0 {
        *value = new.clone();
    }
    *number = number.wrapping_sub(1);
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, number, new)),
        Value::Object(members) => members.values_mut().for_each(|item| replace(item, number, new)),
        _ => {}
    }
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
    fn random_bytes_are_no_value(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let body = String::from_utf8_lossy(&bytes).into_owned();
        prop_assume!(serde_json::from_str::<Value>(&body).is_err());
        for error in read_all(200, &body) {
            prop_assert!(is_no_value(200, error.as_ref()), "{error:?}");
        }
        read_requests(&body);
    }

    #[test]
    fn a_cut_sample_is_malformed(which in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>()) {
        let examples = examples();
        let text = which.get(&examples).text.trim_end();
        let mut at = cut.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        for error in read_all(200, &text[..at]) {
            prop_assert!(is_no_value(200, error.as_ref()), "{error:?}");
        }
        read_requests(&text[..at]);
    }

    /// Samples with one value replaced by another: read or refused, and what was read is written
    /// again as the contract says.
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
            let fits = match &error {
                None | Some(DialectError::Malformed { .. }) => status < 400,
                Some(_) => status >= 400,
            };
            prop_assert!(fits, "{status} {error:?}");
        }
        read_requests(&body);
        let response = Response { status: 200, body };
        if let Ok(read) = Featurebase::new().read_conversation(&response) {
            let written = write_conversation(&read, true, Audience::Customer);
            assert_component("Conversation", &written);
        }
    }
}
