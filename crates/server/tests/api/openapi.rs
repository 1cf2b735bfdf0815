//! The published descriptions.

use serde_json::Value;

use crate::server::Server;

/// What is published, with the number of operations that each has.
const PUBLISHED: &[(&str, usize)] = &[("stack-auth", 4), ("voicebot", 9)];

#[tokio::test]
async fn every_dialect_publishes_a_description_to_anybody() {
    let server = Server::new().await;
    for (name, operations) in PUBLISHED {
        let path = format!("/{name}/openapi.json");
        let answer = server.own(None, "GET", &path, &Value::Null, &[]).await;
        assert_eq!(answer.status, 200, "{name}");
        assert_eq!(answer.headers["content-type"], "application/json");
        let document = &answer.body;
        assert!(
            document["openapi"].as_str().unwrap().starts_with("3.1"),
            "{}",
            document["openapi"]
        );
        assert!(!document["info"]["description"].as_str().unwrap().is_empty());
        assert_eq!(document["servers"].as_array().unwrap().len(), 1);
        let all = all_operations(document);
        assert_eq!(all.len(), *operations, "{name}");
        for operation in all {
            let id = operation["operationId"].as_str().unwrap();
            assert!(!operation["summary"].as_str().unwrap().is_empty(), "{id}");
            assert!(operation["responses"].get("401").is_some(), "{id}");
        }
        let mut count = 0;
        resolve(document, document, &mut count);
        assert!(count > 0, "{name} refers to nothing");
    }
}

fn all_operations(document: &Value) -> Vec<&Value> {
    let paths = document["paths"].as_object().unwrap().values();
    let members = paths.flat_map(|path| path.as_object().unwrap());
    members.filter(|(name, _)| *name != "parameters").map(|(_, operation)| operation).collect()
}

/// Every reference leads somewhere.
fn resolve(document: &Value, value: &Value, count: &mut usize) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| resolve(document, item, count)),
        Value::Object(members) => {
            if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                let found = document.pointer(reference.trim_start_matches('#'));
                assert!(found.is_some(), "{reference}");
                *count += 1;
            }
            members.values().for_each(|item| resolve(document, item, count));
        }
        _ => {}
    }
}
