//! A line for the shell that makes a request.

use serde_json::{Map, Value, json};

use super::page::{at, headers_for_tokens, text};
use super::schema::{referred, types, words};

/// How deep a sample goes into schemas that are made of others.
const DEPTH: usize = 6;

/// A call of curl with everything that has to be there.
pub(super) fn curl(document: &Value, method: &str, path: &str, operation: &Value) -> String {
    let base = text(at(document, "/servers/0"), "url");
    let parameters = at(operation, "/parameters").as_array().map(Vec::as_slice).unwrap_or_default();
    let needed = |place: &'static str| {
        parameters.iter().filter(move |one| at(one, "/in") == place && at(one, "/required") == true)
    };
    let query: Vec<String> = needed("query")
        .map(|one| format!("{}={}", text(one, "name"), value_of(document, one)))
        .collect();
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    let verb = method.to_ascii_uppercase();
    let mut lines = vec![format!("curl -X {verb} \"$SERVER{base}{path}{query}\"")];
    lines.extend(headers_for_tokens(document).first().map(|header| format!("-H \"{header}\"")));
    for parameter in needed("header") {
        let (name, value) = (text(parameter, "name"), value_of(document, parameter));
        lines.push(format!("-H '{name}: {value}'"));
    }
    let body = at(operation, "/requestBody/content/application~1json/schema");
    if !body.is_null() {
        lines.push("-H 'Content-Type: application/json'".into());
        // A quote would end the shell's own.
        let body = sample(document, body, DEPTH).to_string().replace('\'', "'\\''");
        lines.push(format!("-d '{body}'"));
    }
    lines.join(" \\\n  ")
}

fn value_of(document: &Value, parameter: &Value) -> String {
    let given = [at(parameter, "/example"), at(parameter, "/schema/example")];
    let given = given.into_iter().find(|value| !value.is_null()).cloned();
    match given.unwrap_or_else(|| sample(document, at(parameter, "/schema"), DEPTH)) {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// A value as a schema has it: what is required and no more.
fn sample(document: &Value, schema: &Value, depth: usize) -> Value {
    if depth == 0 {
        return Value::Null;
    }
    if let Some(name) = referred(schema) {
        return sample(
            document,
            at(at(document, "/components/schemas"), &["/", name].concat()),
            depth - 1,
        );
    }
    let given = ["example", "default", "const"].iter().find_map(|name| schema.get(*name));
    if let Some(value) = given.or_else(|| at(schema, "/examples").get(0)) {
        return value.clone();
    }
    if let Some(word) = words(schema).first() {
        return json!(word);
    }
    let form = at(schema, "/oneOf").as_array().or_else(|| at(schema, "/anyOf").as_array());
    if let Some(form) = form.and_then(|forms| forms.iter().find(|one| at(one, "/type") != "null")) {
        return sample(document, form, depth - 1);
    }
    match types(schema).iter().find(|one| **one != "null") {
        Some(&"string") => match text(schema, "format") {
            "uuid" => json!("3241a285-8329-4d69-8f3d-316e08cf140c"),
            "date-time" => json!("2026-01-10T15:00:00.000Z"),
            _ => json!("text"),
        },
        Some(&"integer" | &"number") => json!(1),
        Some(&"boolean") => json!(true),
        Some(&"array") => json!([]),
        _ => object(document, schema, depth),
    }
}

fn object(document: &Value, schema: &Value, depth: usize) -> Value {
    let required = at(schema, "/required").as_array().into_iter().flatten();
    let members = required.filter_map(Value::as_str).map(|name| {
        (
            name.to_owned(),
            sample(document, at(at(schema, "/properties"), &["/", name].concat()), depth - 1),
        )
    });
    Value::Object(members.collect::<Map<_, _>>())
}
