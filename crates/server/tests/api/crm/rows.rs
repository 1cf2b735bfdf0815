//! What the rows of a list tell, and by which words they are found.

use inbox_model::part::Call;
use inbox_model::{Command, Participant, ParticipantKind};
use inbox_server::clock;
use inbox_server::store::{Act, Contact, bot};
use serde_json::{Value, json};

use super::{conversation, draft, get, ids, post, sms, uuid};
use crate::server::{ADA, ANA, LEO, Server, VIP, admin, begin};
use crate::tenants::Second;

/// The channels of a row, as somebody is told them.
async fn channels(server: &Server, token: &str, id: &str) -> Value {
    let list = get(server, token, "/conversations").await.body;
    let mut rows = list["items"].as_array().unwrap().iter();
    rows.find(|row| row["id"] == json!(uuid(id))).unwrap()["channels"].clone()
}

#[tokio::test]
async fn a_row_tells_by_which_ways_a_thread_was_held() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let other = server.conversation_of_ana().await;
    assert_eq!(channels(&server, &server.ada, &id).await, json!(["sms"]));
    server.say(&id, admin(ADA, "note", "hm")).await;
    let mail = json!({ "channel": "email", "body": "Hello", "subject": "Hi" });
    post(&server, &server.ada, &format!("{path}/messages"), mail).await;
    post(&server, &server.ada, &format!("{path}/messages"), sms("again")).await;
    let mut write = server.app.store().write(&server.organisation, clock::now()).await.unwrap();
    let call = Command::LogCall { call: Call::default(), external_id: None };
    write.apply(&id.as_str().into(), None, &[Act::new(&bot(), call)]).await.unwrap();
    write.finish(None).await.unwrap();
    // Each once, in the order in which they came, as the thread itself tells.
    let all = json!(["sms", "note", "email", "call"]);
    assert_eq!(channels(&server, &server.ada, &id).await, all);
    assert_eq!(get(&server, &server.ada, &path).await.body["channels"], all);
    assert_eq!(channels(&server, &server.ada, &other).await, json!(["sms"]));
    // A customer hears nothing of what is inside.
    assert_eq!(channels(&server, &server.ana, &id).await, json!(["sms", "email"]));
    assert_eq!(get(&server, &server.ana, &path).await.body["channels"], json!(["sms", "email"]));
}

/// A draft is on its way to be a message while it waits, and a note to oneself afterwards.
#[tokio::test]
async fn a_draft_that_is_settled_counts_as_what_it_is_then() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let part = draft(&server, &id, "Hello").await;
    assert_eq!(channels(&server, &server.ada, &id).await, json!(["sms"]));
    let dismiss = format!("{path}/suggestions/{}/dismiss", uuid(&part));
    assert_eq!(post(&server, &server.ada, &dismiss, Value::Null).await.status, 200);
    assert_eq!(channels(&server, &server.ada, &id).await, json!(["sms", "note"]));
}

#[tokio::test]
async fn words_are_looked_for_where_agents_know_of_them() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let (path, ana) = conversation(&server).await;
    let leo = server.post(&server.leo, "", begin(LEO, "four")).await.id();
    let tag = json!({ "tagId": VIP, "actingAdminId": ADA });
    assert_eq!(server.post(&server.ada, &format!("/{ana}/tags"), tag).await.status, 200);
    // What they are called changes after they have written.
    let named = async |id: &str, kind, name: &str, email: &str| {
        let mut participant = Participant::new(kind, id).named(name);
        participant.email = Some(email.to_owned());
        let mut write = server.app.store().write(&server.organisation, clock::now()).await.unwrap();
        write.save_contact(&Contact { participant, external_id: None }).await.unwrap();
        write.finish(None).await.unwrap();
    };
    named(LEO, ParticipantKind::Lead, "Leo Lang", "Leo.Lang@new.example").await;
    let phone = "+47 22 12 34 56";
    let store = server.app.store();
    store.set_phone(&server.organisation, &ANA.into(), phone, clock::now()).await.unwrap();
    let found = async |token: &str, word: &str| {
        let path = format!("/conversations?search={word}");
        let list = get(&server, token, &path).await;
        assert_eq!(list.status, 200, "{}", list.text);
        ids(&list.body)
    };
    let (ana, leo) = (vec![uuid(&ana)], vec![uuid(&leo)]);
    for (word, rows) in [
        ("vip", &ana),
        ("VIP", &ana),
        ("FOUR", &leo),
        ("ana%40home", &ana),
        ("lang%40NEW.example", &leo),
        ("Lang", &leo),
        ("four%20l%C3%A4ng", &leo),
        ("22%2012", &ana),
        ("%25", &vec![]),
        ("_ip", &vec![]),
    ] {
        assert_eq!(&found(&server.ada, word).await, rows, "{word}");
        // Nothing of it is another organisation's.
        assert_eq!(found(&second.cem, word).await, [""; 0], "{word}");
    }
    // A customer finds what was said to them, and not how the company files or reaches them.
    assert_eq!(found(&server.ana, "hello").await, ana);
    for word in ["vip", "ana%40home", "22%2012"] {
        assert_eq!(found(&server.ana, word).await, [""; 0], "{word}");
    }
    // A tag that was taken off is no longer found by.
    let off = json!({ "actingAdminId": ADA });
    let id = inbox_dialects::ids::text_of_uuid(&ana[0]).unwrap();
    server.delete(&server.ada, &format!("/{id}/tags/{VIP}"), off).await;
    assert_eq!(found(&server.ada, "vip").await, [""; 0]);
    assert_eq!(get(&server, &server.ada, &path).await.status, 200);
}
