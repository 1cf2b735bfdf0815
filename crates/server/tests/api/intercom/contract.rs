//! Answers are held to the schemas of the vendored contract.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

fn document() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    DOCUMENT.get_or_init(|| {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let path = crates.join("dialects/tests/contract/intercom.yaml");
        serde_saphyr::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    })
}

/// Fails where an answer is not what the contract says of it. `path` is below the prefix.
pub(super) fn assert_answer(method: &str, path: &str, status: u16, body: &Value) {
    if status >= 400 {
        assert_component("error", body);
        assert_eq!(body["errors"].as_array().unwrap().len(), 1);
        assert!(body["request_id"].is_string(), "{body}");
        return;
    }
    assert_eq!(status, 200, "{method} {path}");
    match body["type"].as_str().unwrap() {
        "conversation" => assert_component("conversation", body),
        "conversation_part" => assert_component("conversation_part", body),
        "conversation.list" => {
            let rows = body["conversations"].as_array().unwrap();
            for row in rows {
                assert_component("conversation", row);
            }
        }
        "user_message" => assert_component("conversation", &body["inbox"]["conversation"]),
        "tag" => assert_component("tag", body),
        other => unreachable!("{method} {path}: {other}"),
    }
}

fn assert_component(name: &'static str, value: &Value) {
    let validator = validator(name);
    let errors: Vec<_> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{name}\n{}\n{value:#}", errors.join("\n"));
}

fn validator(name: &'static str) -> Rc<Validator> {
    thread_local! {
        static VALIDATORS: RefCell<HashMap<&'static str, Rc<Validator>>> = RefCell::default();
    }
    let known = VALIDATORS.with_borrow(|validators| validators.get(name).cloned());
    known.unwrap_or_else(|| {
        let mut schema = document().as_object().unwrap().clone();
        schema.insert("$ref".into(), json!(format!("#/components/schemas/{name}")));
        let options = jsonschema::options().with_draft(Draft::Draft202012);
        let options = options.should_validate_formats(true);
        let validator = Rc::new(options.build(&Value::Object(schema)).unwrap());
        VALIDATORS.with_borrow_mut(|all| all.insert(name, validator.clone()));
        validator
    })
}

/// The check is no rubber stamp.
#[test]
#[should_panic(expected = "priority")]
fn a_wrong_word_is_found_out() {
    let body = json!({ "type": "conversation", "id": "c1", "priority": "normal" });
    assert_answer("GET", "/conversations/c1", 200, &body);
}
