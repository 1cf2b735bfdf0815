//! The reply window over the wire (`contracts/README.md`, points 1 to 5).

use inbox_model::reply_window::ReplyWindows;
use inbox_model::time::{DAY, HOUR};
use inbox_model::{Channel, Command, Delivery, PartId, Timestamp};
use inbox_server::clock;
use serde_json::{Value, json};

use super::{ana, number, text};
use crate::server::{ADA, Server};

impl Server {
    /// `reply_possible`, whether `reply_until` lies ahead, `customer_interaction_required`.
    async fn told(&self, id: &str) -> (Value, bool, Value) {
        let path = format!("/conversations/{}", number(id));
        let answer = self.vb(&self.ada, "GET", &path, Value::Null).await;
        let told = &answer.body["data"];
        let until = told["reply_until"].as_str().and_then(Timestamp::parse).unwrap();
        let required = told["customer_interaction_required"].clone();
        (told["reply_possible"].clone(), until > clock::now(), required)
    }

    /// The store's ids of a conversation's parts.
    async fn parts_of(&self, id: &str) -> Vec<PartId> {
        let (reader, id) = (self.agent(ADA), id.into());
        let conversation = self.app.store().conversation(&reader, &id).await.unwrap().unwrap();
        conversation.parts.iter().map(|part| part.id.clone()).collect()
    }
}

/// Points 1 to 4, and 5's `in_sync`.
#[tokio::test]
async fn pitfall_04_a_window_opens_closes_and_is_restarted() {
    let server = Server::new().await;
    let open = server.whatsapp_of_ana(HOUR, true).await;
    assert_eq!(server.told(&open).await, (json!(true), true, json!(false)));
    let unconnected = server.whatsapp_of_ana(HOUR, false).await;
    assert_eq!(server.told(&unconnected).await, (json!(false), true, json!(false)));
    let id = server.whatsapp_of_ana(2 * DAY, true).await;
    assert_eq!(server.told(&id).await, (json!(false), false, json!(false)));
    // Point 3: a send outside the window is accepted, and not yet handed to the channel.
    let path = format!("/conversations/{}", number(&id));
    let answer = server.vb(&server.ada, "POST", &format!("{path}/messages"), text("late")).await;
    assert_eq!((answer.status, &answer.body["data"]["status"]), (200, &json!("created")));
    // Point 4: restarted, it waits for the customer although the time runs.
    let restart = format!("{path}/restart");
    let answer = server.vb(&server.ada, "POST", &restart, Value::Null).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.body["data"]["status"], "created");
    assert_eq!(server.told(&id).await, (json!(false), true, json!(true)));
    let again = server.vb(&server.ada, "POST", &restart, Value::Null).await;
    assert_eq!((again.status, &again.body["inbox"]["code"]), (422, &json!("not_restartable")));
    // Anything that the customer says, even a no.
    server.act(&id, &ana(), Command::reply("no"), clock::now()).await;
    assert_eq!(server.told(&id).await, (json!(true), true, json!(false)));
}

/// The lengths are the organisation's, and agents are told them; a window that is open keeps its end.
#[tokio::test]
async fn pitfall_03_an_organisation_sets_how_long_its_windows_are() {
    let server = Server::new().await;
    let mut windows = ReplyWindows::default();
    windows.set(Channel::Whatsapp, Some(30)).unwrap();
    let mut write = server.app.store().write(&server.organisation, clock::now()).await.unwrap();
    write.set_reply_windows(&windows).await.unwrap();
    write.finish(None).await.unwrap();
    let id = server.whatsapp_of_ana(HOUR, true).await;
    server.act(&id, &ana(), Command::reply("still there?"), clock::now().plus(-HOUR)).await;
    assert_eq!(server.told(&id).await, (json!(false), false, json!(false)));
    server.act(&id, &ana(), Command::reply("hello?"), clock::now()).await;
    assert_eq!(server.told(&id).await, (json!(true), true, json!(false)));
    for (token, told) in [
        (&server.ada, json!([{ "channel": "whatsapp", "minutes": 30 }])),
        (&server.ana, Value::Null),
    ] {
        let session = server.own(Some(token), "GET", "/session", &Value::Null, &[]).await;
        assert_eq!(session.body["reply_windows"], told);
    }
}

#[tokio::test]
async fn what_is_open_or_has_no_window_is_not_restarted() {
    let server = Server::new().await;
    let web = server.conversation_of_ana().await;
    let open = server.whatsapp_of_ana(HOUR, true).await;
    for id in [web, open] {
        let path = format!("/conversations/{}/restart", number(&id));
        let answer = server.vb(&server.ada, "POST", &path, Value::Null).await;
        assert_eq!(
            (answer.status, &answer.body["inbox"]["code"]),
            (422, &json!("not_restartable"))
        );
    }
}

/// Point 3: the failure comes later, through the status and `latest_error`.
#[tokio::test]
async fn pitfall_03_a_failure_is_told_by_the_message() {
    let server = Server::new().await;
    let id = server.whatsapp_of_ana(2 * DAY, true).await;
    let path = format!("/conversations/{}/messages", number(&id));
    let sent = server.vb(&server.ada, "POST", &path, text("late")).await.body["data"].clone();
    let part = server.parts_of(&id).await.pop().unwrap();
    let delivery = Delivery::Failed { code: "status_update".into() };
    let info = Some("Re-engagement message".to_owned());
    let failed = Command::SetDelivery { part, delivery, info };
    server.act(&id, &inbox_server::store::bot(), failed, clock::now()).await;
    let answer =
        server.vb(&server.ada, "GET", &format!("{path}/{}", sent["id"]), Value::Null).await;
    let told = &answer.body["data"];
    assert_eq!(told["status"], "error");
    assert_eq!(told["latest_error"]["type"], "status-update");
    assert_eq!(told["latest_error"]["original_message"], "Re-engagement message");
    // How a message fared is its sender's affair.
    let seen = server.vb(&server.ana, "GET", &path, Value::Null).await;
    assert!(!seen.text.contains("Re-engagement"));
}

/// Point 5: redacting the customer's message takes nothing from the time.
#[tokio::test]
async fn pitfall_05_the_last_reply_outlives_its_message() {
    let server = Server::new().await;
    let id = server.whatsapp_of_ana(HOUR, true).await;
    let path = format!("/conversations/{}", number(&id));
    let read =
        async || server.vb(&server.ada, "GET", &path, Value::Null).await.body["data"].clone();
    let before = read().await;
    let part = server.parts_of(&id).await.remove(0);
    server.act(&id, &inbox_server::store::bot(), Command::Redact { part }, clock::now()).await;
    let after = read().await;
    assert_eq!(after["latest_customer_message"]["contents"], json!([]));
    assert_eq!(after["last_customer_reply_from"], before["last_customer_reply_from"]);
    assert_eq!(after["reply_until"], before["reply_until"]);
}
