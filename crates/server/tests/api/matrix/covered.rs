//! No endpoint is missing in the tables: neither of the contracts', nor of what the server
//! publishes, nor of its own.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Table;
use super::crm::Crm;
use super::featurebase::Featurebase;
use super::intercom::Intercom;
use super::own::ROOT;
use super::stack_auth::StackAuth;
use super::voicebot::Voicebot;
use crate::contract::Contract;
use crate::server::Server;

const METHODS: [&str; 5] = ["get", "put", "post", "patch", "delete"];

/// What a description has and a table has not, as `GET /path`.
fn missing(contract: &Contract, table: &impl Table) -> Vec<String> {
    let cases = table.cases();
    let covered: BTreeSet<_> = cases
        .iter()
        .filter_map(|case| {
            let path = case.path.split('?').next().unwrap();
            Some((case.method.to_lowercase(), contract.find_template(path)?))
        })
        .collect();
    let paths = contract.document()["paths"].as_object().unwrap();
    let operations = paths.iter().flat_map(|(path, item)| {
        let methods = METHODS.iter().filter(|method| item.get(**method).is_some());
        methods.map(|method| ((*method).to_owned(), path.clone()))
    });
    let operations: Vec<_> = operations.collect();
    assert!(!operations.is_empty());
    let missing = operations.into_iter().filter(|operation| !covered.contains(operation));
    missing.map(|(method, path)| format!("{} {path}", method.to_uppercase())).collect()
}

#[tokio::test]
async fn every_endpoint_is_in_a_table() {
    let server = Server::new().await;
    let published = async |name: &str| {
        let path = format!("/{name}/openapi.json");
        Contract::of("published", server.own(None, "GET", &path, &Value::Null, &[]).await.body)
    };
    let mut count = 0;
    macro_rules! check {
        ($contract:literal, $published:literal, $table:expr) => {
            assert_eq!(missing(&Contract::new($contract), &$table), [""; 0], $contract);
            assert_eq!(missing(&published($published).await, &$table), [""; 0], $published);
            count += 1;
        };
    }
    check!("featurebase", "featurebase", Featurebase);
    check!("intercom", "intercom", Intercom);
    check!("stackauth", "stack-auth", StackAuth);
    check!("crm", "crm", Crm);
    check!("voicebot", "voicebot", Voicebot);
    assert_eq!(count, 5);
}

/// The server's page lists what is no vendor's.
#[test]
fn every_endpoint_of_our_own_is_in_the_table() {
    let page = crate::page::read("docs/server.md");
    let section = page.split("## Endpoints of its own").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let listed = section.lines().filter_map(|line| {
        let (method, rest) = line.strip_prefix("| `")?.split_once(' ')?;
        Some((method, rest.split(['`', ' ']).next()?))
    });
    let listed: Vec<_> = listed.collect();
    assert!(listed.len() >= 8, "{listed:?}");
    for (method, path) in listed {
        let same = |known: &str| {
            let pairs = path.split('/').zip(known.split('/'));
            path.matches('/').count() == known.matches('/').count() && { pairs }
                .all(|(one, two)| one == two || one.starts_with('{'))
        };
        let cases = ROOT.cases();
        let is_known = cases.iter().any(|case| case.method == method && same(case.path));
        assert!(is_known, "{method} {path}");
    }
}

#[test]
fn what_is_missing_is_found_out() {
    let document = serde_json::json!({ "paths": {
        "/conversations": { "get": {}, "parameters": [] },
        "/conversations/{id}": { "get": {}, "delete": {} },
    } });
    let contract = Contract::of("made up", document);
    assert_eq!(missing(&contract, &Voicebot), ["DELETE /conversations/{id}"]);
}
