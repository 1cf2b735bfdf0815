//! Saying, showing, reacting.

use inbox_model::content::Location;
use inbox_model::{Command, Content, Media};
use inbox_server::clock;
use serde_json::{Value, json};

use super::{ana, number, part, person, text};
use crate::server::{ADA, Server, admin};

#[tokio::test]
async fn an_agent_says_one_content_of_any_kind() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/conversations/{}/messages", number(&id));
    let file = json!({ "url": "https://x/f", "mime_type": "a/b", "size": 9 });
    let place = json!({ "type": "location", "latitude": "51.5", "longitude": "-0.12" });
    let card =
        json!({ "type": "contact", "name": { "formatted_name": "Ada", "first_name": null } });
    for (body, kind) in [
        (text("hi"), "text"),
        (json!({ "type": "image", "image": { "caption": "c" }, "file": file }), "image"),
        (json!({ "type": "video", "file": file }), "video"),
        (json!({ "type": "audio", "audio": { "voice": true }, "file": file }), "audio"),
        (
            json!({ "type": "document", "document": { "filename": "f.pdf" }, "file": file }),
            "document",
        ),
        (json!({ "type": "location", "location": place }), "location"),
        (json!({ "type": "contact", "contact": card }), "contact"),
    ] {
        let answer = server.vb(&server.ada, "POST", &path, body).await;
        assert_eq!(answer.status, 200, "{kind}: {}", answer.text);
        let told = &answer.body["data"];
        assert_eq!(told["contents"][0]["type"], kind);
        assert_eq!((&told["from"], &told["user_id"]), (&json!("agent"), &json!(person(ADA))));
        assert_eq!(told["conversation_id"], number(&id));
        let one = format!("{path}/{}", told["id"]);
        let shown = server.vb(&server.ada, "GET", &one, Value::Null).await;
        assert_eq!(shown.body["data"], *told, "{kind}");
    }
}

/// README, point 5: many contents at once, of all seven kinds, come in.
#[tokio::test]
async fn pitfall_05_many_contents_are_received() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let media = || Media { url: "https://x/f".into(), ..Media::default() };
    let contents = vec![
        Content::text("look"),
        Content::Image(media()),
        Content::Video(media()),
        Content::Audio { media: media(), voice: true },
        Content::Document(media()),
        Content::Location(Location {
            latitude: 1.0,
            longitude: 2.5,
            name: None,
            address: None,
            url: None,
        }),
        Content::ContactCard(inbox_model::content::ContactCard {
            name: "Ada".into(),
            ..inbox_model::content::ContactCard::default()
        }),
    ];
    server.act(&id, &ana(), Command::reply_of(contents), clock::now()).await;
    let path = format!("/conversations/{}/messages", number(&id));
    let answer = server.vb(&server.ada, "GET", &path, Value::Null).await;
    let contents = answer.body["data"][1]["contents"].as_array().unwrap();
    let kinds: Vec<_> = contents.iter().map(|content| content["type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["text", "image", "video", "audio", "document", "location", "contact"]);
    assert_eq!(contents[5]["latitude"], "1");
}

#[tokio::test]
async fn a_reply_refers_to_a_message_of_its_own_conversation() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/conversations/{}/messages", number(&id));
    let messages = server.vb(&server.ana, "GET", &path, Value::Null).await;
    let first = messages.body["data"][0]["id"].clone();
    let mut body = text("about that");
    body["reference_id"] = first.clone();
    let answer = server.vb(&server.ada, "POST", &path, body.clone()).await;
    let told = &answer.body["data"]["reference"];
    assert_eq!((&told["id"], &told["contents"][0]["content"]), (&first, &json!("hello there")));
    let note = server.say(&id, admin(ADA, "note", "among us")).await.id();
    let elsewhere = server.conversation_of_ana().await;
    let there = format!("/conversations/{}/messages", number(&elsewhere));
    let foreign = server.vb(&server.ada, "GET", &there, Value::Null).await;
    for reference in [
        json!(part(&id, &note)),
        foreign.body["data"][0]["id"].clone(),
        json!(1),
        json!(u64::MAX >> 1),
    ] {
        body["reference_id"] = reference.clone();
        let answer = server.vb(&server.ada, "POST", &path, body.clone()).await;
        assert_eq!(answer.status, 422, "{reference}: {}", answer.text);
        assert!(answer.body["errors"]["reference_id"].is_array());
    }
}

#[tokio::test]
async fn either_side_reacts_and_takes_it_back() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/conversations/{}/messages", number(&id));
    let messages = server.vb(&server.ada, "GET", &path, Value::Null).await;
    let react = format!("{path}/{}/set-reaction", messages.body["data"][0]["id"]);
    let set = async |token: &str, reaction: Value| {
        server.vb(token, "POST", &react, json!({ "reaction": reaction })).await
    };
    let told = |answer: crate::server::Answer| {
        let data = &answer.body["data"];
        (data["agent_reaction"].clone(), data["customer_reaction"].clone())
    };
    assert_eq!(told(set(&server.ada, json!("👍")).await), (json!("👍"), Value::Null));
    assert_eq!(told(set(&server.ana, json!("❤️")).await), (json!("👍"), json!("❤️")));
    assert_eq!(told(set(&server.ada, Value::Null).await), (Value::Null, json!("❤️")));
    for odd in ["ok", "", "👍 👍", "<string>"] {
        let answer = set(&server.ada, json!(odd)).await;
        assert_eq!(
            (answer.status, &answer.body["inbox"]["code"]),
            (422, &json!("not_emoji")),
            "{odd}"
        );
    }
}

/// A note is no message: to this API it is not there, and a customer learns of none.
#[tokio::test]
async fn a_note_is_no_message() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let note = server.say(&id, admin(ADA, "note", "among us")).await.id();
    let path = format!("/conversations/{}/messages", number(&id));
    let one = format!("{path}/{}", part(&id, &note));
    for token in [&server.ada, &server.ana] {
        assert_eq!(server.vb(token, "GET", &one, Value::Null).await.status, 404);
        let body = json!({ "reaction": "👍" });
        let answer = server.vb(token, "POST", &format!("{one}/set-reaction"), body).await;
        assert_eq!(answer.status, 404);
    }
    let seen = server.vb(&server.ana, "GET", &path, Value::Null).await;
    assert!(!seen.text.contains("among us") && seen.body["data"].as_array().unwrap().len() == 1);
    let seen = server.vb(&server.ana, "GET", "/conversations", Value::Null).await;
    assert!(!seen.text.contains("among us"));
}

#[tokio::test]
async fn pitfall_05_a_blocked_customer_is_not_heard() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let mut write = server.write(clock::now()).await;
    write.set_blocked(&crate::server::ANA.into(), true).await.unwrap();
    write.finish(None).await.unwrap();
    let path = format!("/conversations/{}/messages", number(&id));
    let before = server.dump().await;
    let answer = server.vb(&server.ana, "POST", &path, text("let me in")).await;
    assert_eq!((answer.status, &answer.body["inbox"]["code"]), (403, &json!("blocked")));
    assert_eq!(server.dump().await, before);
    let told = server.vb(&server.ada, "GET", "/conversations", Value::Null).await;
    assert_eq!(told.body["data"][0]["customer"]["profile"]["blocked"], true);
    // Receiving is off; sending is not.
    assert_eq!(server.vb(&server.ada, "POST", &path, text("sorry")).await.status, 200);
}
