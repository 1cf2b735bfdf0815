//! What is written, generated values included, has no member that the server's own description does
//! not know, and all those that it promises.

use std::cell::LazyCell;

use inbox_dialects::Audience;
use inbox_dialects::featurebase::server as featurebase;
use inbox_dialects::ids::IdForm;
use inbox_dialects::stack_auth::server as stack_auth;
use inbox_model::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};
use utoipa::OpenApi;

use crate::contract::Contract;
use crate::generate;

#[derive(OpenApi)]
#[openapi(components(schemas(
    featurebase::wire::Conversation,
    featurebase::wire::ConversationPart,
    featurebase::wire::ConversationList,
    featurebase::wire::AttachedConversationTag,
    featurebase::wire::ErrorResponse,
)))]
struct Featurebase;

#[derive(OpenApi)]
#[openapi(components(schemas(
    stack_auth::wire::ConversationDetail,
    stack_auth::wire::ConversationList,
    stack_auth::wire::CreateConversationResponse,
    stack_auth::wire::KnownError,
)))]
struct StackAuth;

thread_local! {
    static FEATUREBASE: LazyCell<Contract> = LazyCell::new(|| described::<Featurebase>("described featurebase"));
    static STACK_AUTH: LazyCell<Contract> = LazyCell::new(|| described::<StackAuth>("described stackauth"));
}

/// The schemas with every object that they list the members of closed to others.
fn described<T: OpenApi>(name: &'static str) -> Contract {
    let mut document = serde_json::to_value(T::openapi()).unwrap();
    let schemas = document["components"]["schemas"].as_object_mut().unwrap();
    let mut parts = Vec::new();
    for schema in schemas.values() {
        let all = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
        let references = all.filter_map(|one| one["$ref"].as_str()?.rsplit('/').next());
        parts.extend(references.map(str::to_owned));
    }
    for (name, schema) in schemas {
        // What is part of another is closed there.
        if !parts.contains(name) {
            close(schema);
        }
    }
    Contract::of(name, document)
}

fn close(schema: &mut Value) {
    if schema.get("allOf").is_some() {
        schema["unevaluatedProperties"] = json!(false);
    } else if schema.get("properties").is_some() {
        schema["additionalProperties"] = json!(false);
    }
    for form in schema.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
        close(form);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn featurebases_answers_are_described(conversation in generate::conversation()) {
        FEATUREBASE.with(|described| {
            for audience in [Audience::Company, Audience::Customer] {
                let written = featurebase::write_conversation(&conversation, true, audience);
                described.assert_component("Conversation", &written);
                let rows = [conversation.clone()];
                let counts = Some(json!({ "counts": { "open": 3 } }));
                let list = featurebase::write_list(&rows, Some("next"), audience, counts);
                described.assert_component("ConversationList", &list);
            }
            for tag in &conversation.tags {
                let written = featurebase::write_tag(&conversation, tag);
                described.assert_component("AttachedConversationTag", &written);
            }
        });
    }

    #[test]
    fn stack_auths_answers_are_described(conversation in generate::conversation()) {
        let conversation = IdForm::UUID.conversation(&conversation);
        STACK_AUTH.with(|described| {
            for audience in [Audience::Company, Audience::Customer] {
                let at = Timestamp::default();
                let written = stack_auth::write_conversation(&conversation, true, audience, at);
                described.assert_component("ConversationDetail", &written);
                let created = stack_auth::write_created(&conversation, audience);
                let created = serde_json::to_value(created).unwrap();
                described.assert_component("CreateConversationResponse", &created);
            }
        });
    }
}

/// The check is no rubber stamp.
#[test]
#[should_panic(expected = "colour")]
fn a_member_that_is_not_described_is_found_out() {
    let id = "3241a285-8329-4d69-8f3d-316e08cf140c";
    let written = json!({ "conversationId": id, "inbox": {}, "colour": "red" });
    STACK_AUTH.with(|described| {
        described.assert_component("CreateConversationResponse", &written);
    });
}
