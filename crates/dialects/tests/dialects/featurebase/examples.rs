//! Every sample payload of the contract.

use inbox_dialects::featurebase::Featurebase;
use inbox_dialects::featurebase::server::{
    WireError, read_add_participant, read_attach_tag, read_create, read_detach_tag, read_redact,
    read_remove_participant, read_reply, read_update,
};
use inbox_dialects::{Dialect, DialectError, Outcome};
use inbox_model::tag::Tag;
use inbox_model::{Command, ConversationId};

use super::contract::examples;
use crate::contract::Example;

/// Reads a sample answer with the reader of its operation; gives the id that it is about.
fn read_answer(example: &Example) -> Result<String, DialectError> {
    let dialect = Featurebase::new();
    let response = example.response();
    let tag = Tag { id: "t".into(), name: String::new() };
    let command = match example.operation.as_str() {
        "listConversations" => {
            let page = dialect.read_list(&response)?;
            assert_eq!(page.next_cursor.as_deref(), Some("eyJpZCI6IjEyMzQ1In0="));
            return Ok(page.conversations[0].id.to_string());
        }
        "deleteConversation" => return dialect.read_deleted(&response).map(|id| id.to_string()),
        "getConversation" => return Ok(dialect.read_conversation(&response)?.id.to_string()),
        "replyToConversation" => Command::reply("x"),
        "attachConversationTag" => Command::AttachTag { tag },
        "detachConversationTag" => Command::DetachTag { tag },
        _ => Command::Close,
    };
    Ok(match dialect.read_command(&command, &response)? {
        Outcome::Conversation(conversation) => conversation.id.to_string(),
        Outcome::Part(part) => part.id.to_string(),
        Outcome::Done => "done".to_owned(),
    })
}

#[test]
fn every_answer_is_read() {
    let mut count = 0;
    for example in examples().iter().filter(|example| example.is_response) {
        let read = read_answer(example).unwrap_or_else(|error| panic!("{}: {error}", example.file));
        let expected = match example.operation.as_str() {
            "replyToConversation" => example.value["id"].as_str().unwrap(),
            operation if operation.ends_with("Tag") => "done",
            _ => "12345",
        };
        assert_eq!(read, expected, "{}", example.file);
        count += 1;
    }
    assert_eq!(count, 19);
}

/// What the sparse samples say is there, and the rest has its plainest value.
#[test]
fn a_sparse_answer_has_sensible_values() {
    let file = "featurebase/redactConversationPart.response.doc-example.json";
    let example = examples().into_iter().find(|example| example.file == file).unwrap();
    let read = Featurebase::new().read_conversation(&example.response()).unwrap();
    assert_eq!(read.id, ConversationId::from("12345"));
    assert_eq!(read.parts.len(), 1);
    assert!(read.parts[0].redacted && read.parts[0].contents().is_empty());
    assert_eq!(read.state, inbox_model::State::Open);
    assert_eq!(read.preview.map(|preview| preview.text), Some(String::new()));
}

/// Reads a sample request with the reader of its operation; gives what it says in short.
fn read_request(example: &Example) -> Result<String, WireError> {
    let body = &example.text;
    Ok(match example.operation.as_str() {
        "createConversation" => format!("{:?}", read_create(body)?),
        "updateConversation" => format!("{:?}", read_update(body)?),
        "replyToConversation" => format!("{:?}", read_reply(body)?),
        "redactConversationPart" => format!("{:?}", read_redact(body)?),
        "attachConversationTag" => format!("{:?}", read_attach_tag(body)?),
        "detachConversationTag" => format!("{:?}", read_detach_tag(body)?),
        "addParticipantToConversation" => format!("{:?}", read_add_participant(body)?),
        "removeParticipantFromConversation" => format!("{:?}", read_remove_participant(body)?),
        other => panic!("no request of {other}"),
    })
}

#[test]
fn every_request_is_read() {
    let mut count = 0;
    for example in examples().iter().filter(|example| !example.is_response) {
        let read = read_request(example);
        if example.is_sound {
            let read = read.unwrap_or_else(|error| panic!("{}: {error}", example.file));
            // Every id and text of the request is in what was read of it.
            for text in texts(&example.value) {
                let shown = format!("{text:?}");
                let shown = shown.trim_matches('"');
                let file = &example.file;
                assert!(read.contains(shown) || is_a_word(&text), "{file}: {text}\n{read}");
            }
        } else {
            // A curl sample of the vendor's that its own schema refuses.
            assert_eq!(example.file, "featurebase/addParticipantToConversation.request.curl.json");
            assert_eq!(read.unwrap_err().code, "missing_parameter");
        }
        count += 1;
    }
    assert_eq!(count, 27);
}

fn texts(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Object(object) => object.values().flat_map(texts).collect(),
        serde_json::Value::Array(items) => items.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Words of the vendor's that reading turns into values, times, and what has no effect: a subject
/// of a contact's message, an instant beside a state that is not snoozed.
fn is_a_word(text: &str) -> bool {
    matches!(
        text,
        "contact"
            | "admin"
            | "desktop"
            | "email"
            | "open"
            | "closed"
            | "snoozed"
            | "reply"
            | "note"
            | "conversation_part"
            | "Following up on your inquiry"
    ) || inbox_model::Timestamp::parse(text).is_some()
}
