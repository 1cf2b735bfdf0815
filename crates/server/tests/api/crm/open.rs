//! Opening a conversation for a contact.

use inbox_dialects::crm::Crm;
use inbox_dialects::{Dialect, Response};
use inbox_model::Channel;
use serde_json::{Value, json};

use super::{contact_path, get, ids, post, uuid};
use crate::server::{ANA, LEO, Server};

fn says(text: &str) -> Value {
    json!({ "inbox": { "contents": [{ "type": "text", "markdown": text }] } })
}

/// Our own client's request, sent as it is; the same key opens one thread, also where that was put
/// away meanwhile.
#[tokio::test]
async fn the_client_opens_a_thread_for_a_contact() {
    let server = Server::new().await;
    let open = async |channel: Channel, key: &str| {
        let request = Crm::new().open(&uuid(ANA).into(), Some(&channel), &key.into()).unwrap();
        let headers: Vec<_> =
            request.headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let (method, body) = (request.method.as_str(), request.body.unwrap());
        let body = serde_json::from_str(&body).unwrap();
        let sent = super::request(Some(&server.ada), method, &request.path, &body, &headers);
        let answer = super::ask(&server, sent).await;
        let response = Response { status: answer.status, body: answer.text };
        Crm::new().read_conversation(&response).unwrap()
    };
    let by_mail = open(Channel::Email, "k1").await;
    assert_eq!(by_mail.contact().and_then(|ana| ana.id.clone()), Some(uuid(ANA).into()));
    assert_eq!(by_mail.channel(), Channel::Email);
    let path = format!("/conversations/{}/archive", by_mail.id);
    post(&server, &server.ada, &path, json!({ "archived": true })).await;
    assert_eq!(open(Channel::Email, "k1").await.id, by_mail.id);
    assert_ne!(open(Channel::Email, "k2").await.id, by_mail.id);
    assert_ne!(open(Channel::Sms, "k3").await.id, by_mail.id);
}

#[tokio::test]
async fn an_open_thread_on_the_channel_is_taken_instead_of_a_second() {
    let server = Server::new().await;
    let path = contact_path(ANA);
    let open = async |body: Value| post(&server, &server.ada, &path, body).await;
    let web = open(Value::Null).await;
    assert_eq!((web.status, &web.body["contact_id"]), (201, &json!(uuid(ANA))));
    assert_eq!(web.body["contact_name"], "Ana");
    assert_eq!(open(json!({})).await.body["id"], web.body["id"]);
    let sms = open(json!({ "channel": "sms" })).await;
    assert_ne!(sms.body["id"], web.body["id"]);
    assert_eq!(open(json!({ "channel": "sms" })).await.body["id"], sms.body["id"]);
    // One that was put away is not taken, nor one that is closed.
    let id = sms.body["id"].as_str().unwrap();
    post(
        &server,
        &server.ada,
        &format!("/conversations/{id}/archive"),
        json!({ "archived": true }),
    )
    .await;
    assert_ne!(open(json!({ "channel": "sms" })).await.body["id"], sms.body["id"]);
    assert_eq!(open(json!({ "channel": "fax" })).await.status, 400);
    assert_eq!(open(json!(7)).await.status, 400);
    // Nothing was said so far, and what is said in it goes by its channel.
    let messages = format!("/conversations/{id}/messages");
    assert_eq!(ids(&get(&server, &server.ada, &messages).await.body), [] as [String; 0]);
    let body = json!({ "channel": "sms", "body": "Hi", "inbox": { "channel": null } });
    let sent = post(&server, &server.ada, &messages, body).await;
    assert_eq!((&sent.body["status"], sent.body["inbox"].get("channel")), (&json!("queued"), None));
    // The contact has it too.
    assert_eq!(ids(&get(&server, &server.ana, &messages).await.body).len(), 1);
}

#[tokio::test]
async fn a_contact_who_is_not_there_is_not_found() {
    let server = Server::new().await;
    for nobody in [uuid("dddddddddddddddddddddddd"), "x".to_owned(), uuid(crate::server::ADA)] {
        let path = format!("/contacts/{nobody}/conversations");
        assert_eq!(post(&server, &server.ada, &path, Value::Null).await.status, 404, "{nobody}");
    }
}

#[tokio::test]
async fn a_customer_begins_with_a_word_and_goes_on_in_the_same_thread() {
    let server = Server::new().await;
    let path = contact_path(ANA);
    let begun = post(&server, &server.ana, &path, says("Hello!")).await;
    assert_eq!(begun.status, 201, "{}", begun.text);
    let messages = |begun: &Value| {
        let items = begun["inbox"]["messages"]["items"].as_array().unwrap().clone();
        items.iter().map(|item| item["body"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(messages(&begun.body), ["Hello!"]);
    let again = post(&server, &server.ana, &path, says("Anybody?")).await.body;
    assert_eq!(again["id"], begun.body["id"]);
    assert_eq!(messages(&again), ["Hello!", "Anybody?"]);
    let desk = get(&server, &server.ada, "/conversations").await.body;
    assert_eq!((&desk["total"], &desk["items"][0]["unread_count"]), (&json!(1), &json!(2)));
    // Only their own, whoever the other is.
    for other in [contact_path(LEO), contact_path("dddddddddddddddddddddddd")] {
        assert_eq!(post(&server, &server.ana, &other, says("Hi")).await.status, 403);
    }
    for nothing in [says(" "), json!({ "inbox": { "contents": [] } })] {
        let refused = post(&server, &server.leo, &contact_path(LEO), nothing).await.status;
        assert!((400..500).contains(&refused), "{refused}");
    }
    assert_eq!(ids(&get(&server, &server.leo, "/conversations").await.body), [] as [String; 0]);
}

/// Nothing is lost where the client's own reader asks: the dialect's client on the server's answer.
#[tokio::test]
async fn the_client_reads_what_it_has_begun() {
    use inbox_dialects::crm::Crm;
    use inbox_dialects::{Dialect, Outcome, Response, Who};
    use inbox_model::{Command, CommandId, Content, ConversationId, Participant, ParticipantKind};

    let server = Server::new().await;
    let ana = Participant::new(ParticipantKind::Customer, uuid(ANA));
    let (none, key) = (ConversationId::from("-"), CommandId::from("k1"));
    let who = Who { actor: &ana, conversation: &none, command_id: &key };
    let start = Command::Start { contents: vec![Content::text("Hello!")] };
    let request = Crm::new().command(&who, &start).unwrap();
    let body = serde_json::from_str(&request.body.unwrap()).unwrap();
    let headers = [("idempotency-key", "k1")];
    let sent = super::request(Some(&server.ana), "POST", &request.path, &body, &headers);
    let answer = super::ask(&server, sent).await;
    let response = Response { status: answer.status, body: answer.text };
    let Outcome::Conversation(read) = Crm::new().read_command(&start, &response).unwrap() else {
        panic!("no conversation");
    };
    assert_eq!(read.parts[0].markdown(), Some("Hello!"));
    assert_eq!(read.parts[0].command_id, Some(key));
}
