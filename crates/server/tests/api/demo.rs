//! The demo's data through the API: all of it, as an agent and as the demo's customer read it.

use std::collections::HashSet;

use inbox_server::http::Settings;
use inbox_server::{clock, demo};
use serde_json::{Value, json};

use crate::server::Server;

/// A server with the demo's data, and the tokens of its agent and customer.
async fn filled() -> (Server, String, String) {
    let server = Server::with(Settings { demo: true, ..Settings::default() }).await;
    demo::fill_if_empty(server.app.store(), clock::now()).await.unwrap();
    let token = async |role: &str| {
        let host = [("host", "localhost")];
        let body = json!({ "role": role });
        let answer = server.own(None, "POST", "/demo/session", &body, &host).await;
        answer.body["token"].as_str().unwrap().to_owned()
    };
    let (agent, customer) = (token("agent").await, token("customer").await);
    (server, agent, customer)
}

/// Every conversation of a list, page by page. Each answer is held to the contract on the way.
async fn all(server: &Server, token: &str) -> Vec<Value> {
    let mut rows = Vec::new();
    let mut path = "?limit=100".to_owned();
    loop {
        let page = server.get(token, &path).await;
        assert_eq!(page.status, 200);
        rows.extend(page.body["data"].as_array().unwrap().clone());
        match page.body["nextCursor"].as_str() {
            Some(cursor) => path = format!("?limit=100&cursor={cursor}"),
            None => return rows,
        }
    }
}

#[tokio::test]
async fn the_whole_inbox_is_as_the_contract_says() {
    let (server, agent, customer) = filled().await;
    let rows = all(&server, &agent).await;
    assert!(rows.len() >= 500, "{}", rows.len());
    let ids: HashSet<_> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), rows.len());
    let activity: Vec<_> = rows.iter().map(|row| row["lastActivityAt"].as_str().unwrap()).collect();
    assert!(activity.is_sorted_by(|newer, older| newer >= older));
    let mut kinds = HashSet::new();
    // Every tenth with its parts, and those of the customer: the rest are of the same kinds.
    for row in rows.iter().step_by(10) {
        let whole = server.get(&agent, &format!("/{}", row["id"].as_str().unwrap())).await.body;
        assert_eq!(whole["inbox"]["unread"], row["inbox"]["unread"]);
        for part in whole["conversationParts"].as_array().unwrap() {
            kinds.insert(part["partType"].as_str().unwrap().to_owned());
        }
    }
    assert!(kinds.len() >= 10, "{kinds:?}");
    let own = all(&server, &customer).await;
    assert!(!own.is_empty());
    let me = server.own(Some(&customer), "GET", "/session", &Value::Null, &[]).await.body;
    for row in &own {
        let path = format!("/{}", row["id"].as_str().unwrap());
        let whole = server.get(&customer, &path).await;
        assert!(!whole.text.contains("admin_note"), "{}", whole.text);
        let people = whole.body["participants"].as_array().unwrap();
        assert!(people.iter().any(|one| one["id"] == me["me"]["id"]));
    }
}

#[tokio::test]
async fn the_counts_are_those_of_the_lists() {
    let (server, agent, _) = filled().await;
    let counts = server.get(&agent, "?limit=1").await.body["inbox"]["counts"].clone();
    let rows = all(&server, &agent).await;
    let me = server.own(Some(&agent), "GET", "/session", &Value::Null, &[]).await.body;
    let count = |test: &dyn Fn(&Value) -> bool| rows.iter().filter(|row| test(row)).count();
    let open = |row: &Value| row["state"] == "open";
    let expected = json!({
        "open": count(&open),
        "snoozed": count(&|row| row["state"] == "snoozed"),
        "closed": count(&|row| row["state"] == "closed"),
        "unread": count(&|row| open(row) && row["inbox"]["unread"] != 0),
        "mine": count(&|row| open(row) && row["adminAssigneeId"] == me["me"]["id"]),
        "unassigned": count(&|row| open(row) && row["adminAssigneeId"].is_null()),
    });
    assert_eq!(counts, expected);
}

#[tokio::test]
async fn the_sister_is_there_and_apart() {
    let (server, agent, customer) = filled().await;
    let organisations = server.app.store().organisations().await.unwrap();
    let sister = organisations.iter().find(|one| one.name == demo::SISTER).unwrap().id.as_str();
    let there = [("x-org-id", sister)];
    // The demo's agent works for both, its customer is the shop's.
    let listed = server.call(&agent, "GET", "?limit=100", &Value::Null, &there).await;
    assert_eq!(listed.body["data"].as_array().unwrap().len(), 12);
    assert_eq!(server.call(&customer, "GET", "", &Value::Null, &there).await.status, 403);
    let mut tokens = Vec::new();
    for role in ["agent", "customer"] {
        let body = json!({ "role": role, "organisation": demo::SISTER });
        let host = [("host", "localhost")];
        let answer = server.own(None, "POST", "/demo/session", &body, &host).await;
        tokens.push(answer.body["token"].as_str().unwrap().to_owned());
    }
    let session = async |token: &str| {
        server.own(Some(token), "GET", "/session", &Value::Null, &[]).await.body
    };
    let noor = session(&tokens[0]).await;
    assert_eq!(
        (&noor["workspace"], &noor["me"]["name"]),
        (&json!(demo::SISTER), &json!("Noor Haddad"))
    );
    assert_eq!(noor["agents"].as_array().unwrap().len(), 2);
    assert_eq!(
        (noor["tags"].as_array().unwrap().len(), noor["teams"].as_array().unwrap().len()),
        (4, 2)
    );
    assert_eq!(session(&tokens[1]).await["workspace"], demo::SISTER);
    let ids = async |token: &str| {
        let rows = all(&server, token).await;
        rows.into_iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect::<HashSet<_>>()
    };
    let (shops, sisters) = (ids(&agent).await, ids(&tokens[0]).await);
    assert_eq!(sisters.len(), 12);
    assert!(shops.is_disjoint(&sisters));
    for id in &sisters {
        assert_eq!(server.get(&agent, &format!("/{id}")).await.status, 404);
        assert_eq!(server.get(&tokens[0], &format!("/{id}")).await.status, 200);
    }
}
