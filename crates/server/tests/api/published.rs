//! Every answer is held to what the server itself publishes about it, and has no member that the
//! description does not know.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use serde_json::{Value, json};

use crate::contract::Contract;

/// A dialect's name, the name of its closed description, and the prefix of its paths.
const DIALECTS: &[(&str, &str, &str)] = &[
    ("featurebase", "published featurebase", "/featurebase"),
    ("intercom", "published intercom", "/intercom"),
    ("stack-auth", "published stack-auth", "/stack-auth/api/v1"),
    ("voicebot", "published voicebot", "/voicebot/third-party/v1"),
];

/// The dialect to which a path belongs, and the path below its prefix.
pub(crate) fn dialect_of(path: &str) -> Option<(usize, &str)> {
    let fits =
        |(index, (_, _, prefix)): (usize, &(_, _, &str))| Some((index, path.strip_prefix(prefix)?));
    DIALECTS.iter().enumerate().find_map(fits)
}

/// Where a dialect's description is.
pub(crate) fn address(dialect: usize) -> String {
    format!("/{}/openapi.json", DIALECTS[dialect].0)
}

thread_local! {
    static CLOSED: RefCell<HashMap<usize, Rc<Contract>>> = RefCell::default();
}

/// Whether a dialect's description was given before.
pub(crate) fn is_known(dialect: usize) -> bool {
    CLOSED.with_borrow(|all| all.contains_key(&dialect))
}

/// Takes a dialect's description.
pub(crate) fn know(dialect: usize, description: Value) {
    let closed = Rc::new(Contract::of(DIALECTS[dialect].1, close(description)));
    CLOSED.with_borrow_mut(|all| all.insert(dialect, closed));
}

/// Fails where an answer is not as the description says.
pub(crate) fn assert_answer(
    dialect: usize,
    (method, path, status): (&str, &str, u16),
    (kind, body): (&str, &Value),
) {
    let contract = CLOSED.with_borrow(|all| Rc::clone(&all[&dialect]));
    let path = path.split('?').next().unwrap();
    let Some(template) = contract.find_template(path) else { return };
    let operation = &contract.document()["paths"][&template][method.to_lowercase()];
    if operation.is_null() {
        return;
    }
    let content = &operation["responses"][status.to_string()]["content"];
    assert!(content[kind].is_object(), "{method} {path}: {status} as {kind} is not described");
    if kind == "application/json" {
        contract.assert_answer(method, path, status, body);
    }
}

/// The description with every object that it lists the members of closed to others.
fn close(mut document: Value) -> Value {
    let mut parts = Vec::new();
    parts_of_others(&document["components"]["schemas"], &mut parts);
    let schemas = document["components"]["schemas"].as_object_mut().unwrap();
    for (name, schema) in schemas {
        // What is part of another is closed there.
        if !parts.contains(name) {
            close_schema(schema);
        }
    }
    document
}

/// The schemas that are put together with others, anywhere.
fn parts_of_others(value: &Value, parts: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| parts_of_others(item, parts)),
        Value::Object(members) => {
            let all = members.get("allOf").and_then(Value::as_array).into_iter().flatten();
            let references = all.filter_map(|one| one["$ref"].as_str()?.rsplit('/').next());
            parts.extend(references.map(str::to_owned));
            members.values().for_each(|item| parts_of_others(item, parts));
        }
        _ => {}
    }
}

fn close_schema(schema: &mut Value) {
    if schema.get("allOf").is_some() {
        schema["unevaluatedProperties"] = json!(false);
    } else if let Some(members) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        // The extension object is open, and there is one on everything.
        members.entry("inbox").or_insert_with(|| json!({}));
        schema["additionalProperties"] = json!(false);
    }
    let forms = schema.get_mut("oneOf").and_then(Value::as_array_mut);
    for form in forms.into_iter().flatten() {
        close_schema(form);
    }
}

#[test]
#[should_panic(expected = "colour")]
fn a_member_that_is_not_described_is_found_out() {
    let schema = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
    let answer = json!({ "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } } });
    let document = json!({
        "paths": { "/a": { "get": { "responses": { "200": answer } } } },
        "components": { "schemas": { "A": schema } },
    });
    know(0, document);
    assert_answer(0, ("GET", "/a", 200), ("application/json", &json!({ "colour": 1 })));
}
