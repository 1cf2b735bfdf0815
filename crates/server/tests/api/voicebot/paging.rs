//! The list, page by page and narrowed down.

use inbox_model::Command;
use inbox_server::clock;
use serde_json::Value;

use super::{number, person};
use crate::server::{ADA, Server, VIP};

impl Server {
    async fn listed(&self, token: &str, query: &str) -> (Vec<u64>, Option<String>) {
        let path = format!("/conversations{query}");
        let answer = self.vb(token, "GET", &path, Value::Null).await;
        assert_eq!(answer.status, 200, "{query}: {}", answer.text);
        let rows = answer.body["data"].as_array().unwrap().iter();
        let next = answer.body["inbox"]["nextCursor"].as_str().map(str::to_owned);
        (rows.map(|row| row["id"].as_u64().unwrap()).collect(), next)
    }
}

#[tokio::test]
async fn every_row_comes_once_while_rows_move() {
    let server = Server::new().await;
    let mut ids = Vec::new();
    for _ in 0..7 {
        ids.push(number(&server.conversation_of_ana().await));
    }
    let (mut seen, mut cursor) = server.listed(&server.ada, "?limit=3").await;
    // The newest three have been told; a new one at the top moves nothing that is still to come.
    server.conversation_of_ana().await;
    while let Some(next) = cursor {
        let (rows, more) = server.listed(&server.ada, &format!("?limit=3&cursor={next}")).await;
        seen.extend(rows);
        cursor = more;
    }
    ids.reverse();
    assert_eq!(seen, ids);
}

#[tokio::test]
async fn a_cursor_of_another_list_is_refused() {
    let server = Server::new().await;
    for _ in 0..2 {
        server.conversation_of_ana().await;
    }
    let (_, next) = server.listed(&server.ada, "?limit=1").await;
    let next = next.unwrap();
    for (token, query) in [
        (&server.ana, format!("?limit=1&cursor={next}")),
        (&server.ada, format!("?limit=1&state=open&cursor={next}")),
        (&server.ada, "?cursor=nonsense".to_owned()),
    ] {
        let answer = server.vb(token, "GET", &format!("/conversations{query}"), Value::Null).await;
        assert_eq!(answer.status, 422, "{query}");
        assert!(answer.body["errors"]["cursor"].is_array());
    }
}

#[tokio::test]
async fn lists_are_narrowed_down() {
    let server = Server::new().await;
    let one = server.conversation_of_ana().await;
    let two = server.conversation_of_ana().await;
    let (first, second) = (number(&one), number(&two));
    let ada = server.app.store().agent(&server.organisation, ADA).await.unwrap().unwrap();
    let now = clock::now();
    let tag = inbox_model::tag::Tag { id: VIP.into(), name: "VIP".into() };
    for command in [
        Command::Assign { agent: Some(Some(ADA.into())), team: None },
        Command::SetStarred { on: true },
        Command::AttachTag { tag },
    ] {
        server.act(&one, &ada, command, now).await;
    }
    server.act(&two, &ada, Command::SetArchived { on: true }, now).await;
    let check = async |query: &str, expected: &[u64]| {
        let (rows, _) = server.listed(&server.ada, query).await;
        assert_eq!(rows, expected, "{query}");
    };
    check("", &[first]).await;
    check("?archived=true", &[second]).await;
    check("?starred=true", &[first]).await;
    check(&format!("?user_id={}", person(ADA)), &[first]).await;
    check("?user_id=none", &[]).await;
    check("?user_id=1", &[]).await;
    check(&format!("?tags={}", person(VIP)), &[first]).await;
    check("?tags=1", &[]).await;
    check("?state=closed", &[]).await;
    check("?search=HELLO", &[first]).await;
    check("?overdue=true", &[]).await;
    // Put away by the company, it is still the customer's.
    let (rows, _) = server.listed(&server.ana, "").await;
    assert_eq!(rows.len(), 2);
}
