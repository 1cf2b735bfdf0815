//! The published descriptions.

use serde_json::Value;

use crate::server::Server;

/// What is published, with the number of operations that each has.
const PUBLISHED: &[(&str, usize)] =
    &[("crm", 19), ("featurebase", 11), ("intercom", 12), ("stack-auth", 4), ("voicebot", 9)];

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

#[tokio::test]
async fn the_pages_need_no_script_and_every_link_leads_somewhere() {
    let server = Server::new().await;
    let get = async |path: &str| server.own(None, "GET", path, &Value::Null, &[]).await;
    let index = get("/docs").await;
    for (name, operations) in PUBLISHED {
        assert!(index.text.contains(&format!("href=\"/docs/{name}\"")), "{name}");
        assert!(index.text.contains(&format!("href=\"/{name}/openapi.json\"")), "{name}");
        let page = get(&format!("/docs/{name}")).await;
        let document = get(&format!("/{name}/openapi.json")).await.body;
        for operation in all_operations(&document) {
            let id = operation["operationId"].as_str().unwrap();
            assert!(page.text.contains(&format!("id=\"operation-{id}\"")), "{name} {id}");
        }
        assert_eq!(page.text.matches("curl -X ").count(), *operations);
        for answer in [&index, &page] {
            assert_eq!(answer.status, 200);
            assert_eq!(answer.headers["content-type"], "text/html; charset=utf-8");
            let policy = answer.headers["content-security-policy"].to_str().unwrap();
            assert!(policy.contains("style-src 'self';"), "{policy}");
            for banned in ["<script", "style=", "<style", "onclick", "http://", "https://"] {
                assert!(!answer.text.contains(banned), "{banned}");
            }
            let links: Vec<&str> = answer.text.split("href=\"").skip(1).collect();
            assert!(links.len() > 1);
            for link in links {
                let target = link.split('"').next().unwrap();
                match target.strip_prefix('#') {
                    Some(id) => assert!(answer.text.contains(&format!("id=\"{id}\"")), "{target}"),
                    None => assert_eq!(get(target).await.status, 200, "{target}"),
                }
            }
        }
    }
    assert_eq!(get("/docs/docs.css").await.headers["content-type"], "text/css; charset=utf-8");
    assert_eq!(get("/docs/nothing").await.status, 404);
}
