//! What the program does outside of itself: mail and text messages as files, exports, and a clock that
//! stands.

use inbox_dialects::ids::uuid_of_text;
use inbox_server::clock;
use inbox_server::identity::{Claims, sign};
use serde_json::{Value, json};

use crate::client::send;
use crate::program::{Folder, PATIENCE};

struct Api {
    address: String,
    token: String,
}

impl Api {
    async fn call(&self, head: &str, body: &Value) -> Value {
        let authorization = format!("Bearer {}", self.token.trim());
        let headers = [("authorization", authorization.as_str())];
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let (status, answer) = send(&self.address, head, &headers, &body).await.unwrap();
        assert!(status < 300, "{head}: {status} {answer}");
        answer
    }
}

#[tokio::test]
async fn what_is_sent_lies_beside_the_database_and_survives_a_crash() {
    let folder = Folder::new();
    let secret = folder.say(&["secret", "show"]).await;
    let token = folder.say(&["token", "create", "--role", "agent", "--name", "Ada"]).await;
    let exp = u64::try_from(clock::now().as_millis() / 1_000).unwrap() + 600;
    let email = Some("ana@home.example".to_owned());
    let claims = Claims { sub: "user-7".into(), exp, org: None, name: None, email, phone: None };
    let server = folder.serve(&["--mail-from", "Shop <help@shop.example>"]).await;
    let ana = Api { address: server.address.clone(), token: sign(&claims, secret.trim()).unwrap() };
    let me = ana.call("GET /crm/api/v1/session", &Value::Null).await["me"]["id"].clone();
    let me = me.as_str().unwrap().to_owned();
    let ada = Api { address: server.address.clone(), token: token.clone() };
    let open = format!("POST /crm/api/v1/contacts/{me}/conversations");
    let thread = ada.call(&open, &json!({ "channel": "email" })).await["id"].clone();
    let messages = format!("/crm/api/v1/conversations/{}/messages", thread.as_str().unwrap());
    let mail = json!({ "channel": "email", "body": "Hello Ana", "subject": "Hi" });
    ada.call(&format!("POST {messages}"), &mail).await;
    // Whether it was handed on already or not.
    server.kill().await;
    let server = folder.serve(&["--mail-from", "Shop <help@shop.example>"]).await;
    let ada = Api { address: server.address.clone(), token };
    let sent = async {
        loop {
            let list = ada.call(&format!("GET {messages}"), &Value::Null).await;
            if list["items"][0]["status"] == "sent" {
                break;
            }
        }
    };
    tokio::time::timeout(PATIENCE * 2, sent).await.unwrap();
    let mails: Vec<_> = std::fs::read_dir(folder.path().join("data/mail")).unwrap().collect();
    assert_eq!(mails.len(), 1, "{mails:?}");
    let text = std::fs::read_to_string(mails[0].as_ref().unwrap().path()).unwrap();
    assert!(text.contains("From: Shop <help@shop.example>\r\n"), "{text}");
    assert!(text.contains("Hello Ana"), "{text}");
    assert_eq!(server.stop().await, Some(0));
}

/// Without a service of its own nothing waits for one: by whichever channel a message goes, there is a
/// folder for it.
#[tokio::test]
async fn a_whatsapp_message_lies_beside_the_database_too() {
    use inbox_model::conversation::Source;
    use inbox_model::handling::Profile;
    use inbox_model::{Channel, Command, Content, Conversation, Participant, ParticipantKind};
    use inbox_server::store::{Act, Store};

    let folder = Folder::new();
    let path = folder.path().join("data/inbox.db");
    let store = Store::open(&format!("sqlite://{}", path.display())).await.unwrap();
    let organisation = store.first_organisation().await.unwrap().id;
    let mut write = store.write(&organisation, clock::now()).await.unwrap();
    let mut blank = Conversation::new(write.new_conversation_id().await.unwrap(), clock::now());
    blank.source = Some(Source { channel: Channel::Whatsapp, ..Source::default() });
    let phone = Some("+49 170 1234567".to_owned());
    blank.handling.profile = Some(Box::new(Profile { phone, ..Profile::default() }));
    let id = blank.id.clone();
    let ana = Participant::new(ParticipantKind::Lead, "cccccccccccccccccccccccc");
    let ada = Participant::new(ParticipantKind::Agent, "aaaaaaaaaaaaaaaaaaaaaaaa");
    let start = Act::new(&ana, Command::Start { contents: vec![Content::text("Hi")] });
    write.start(blank, None, start).await.unwrap();
    write.apply(&id, None, &[Act::new(&ada, Command::reply("Hello"))]).await.unwrap();
    write.finish(None).await.unwrap();
    store.close().await;
    let token = folder.say(&["token", "create", "--role", "agent", "--name", "Ada"]).await;
    let server = folder.serve(&["--whatsapp", "out"]).await;
    let ada = Api { address: server.address.clone(), token };
    let uuid = uuid_of_text(id.as_str()).unwrap();
    let messages = format!("GET /crm/api/v1/conversations/{uuid}/messages");
    let sent =
        async { while ada.call(&messages, &Value::Null).await["items"][1]["status"] != "sent" {} };
    tokio::time::timeout(PATIENCE, sent).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(folder.path().join("out")).unwrap().collect();
    assert_eq!(files.len(), 1, "{files:?}");
    let text = std::fs::read_to_string(files[0].as_ref().unwrap().path()).unwrap();
    let message: Value = serde_json::from_str(&text).unwrap();
    let told = [&message["channel"], &message["to"], &message["text"]];
    assert_eq!(told, [&json!("whatsapp"), &json!("+49 170 1234567"), &json!("Hello")]);
    assert_eq!(server.stop().await, Some(0));
}

#[tokio::test]
async fn pairs_are_exported_a_line_each_for_one_organisation() {
    use inbox_model::{Command, Content, Conversation, Participant, ParticipantKind};
    use inbox_server::store::{Act, Store, bot};

    let folder = Folder::new();
    folder.say(&["organisation", "create", "Other"]).await;
    let path = folder.path().join("data/inbox.db");
    let store = Store::open(&format!("sqlite://{}", path.display())).await.unwrap();
    let organisation = store.first_organisation().await.unwrap().id;
    let mut write = store.write(&organisation, clock::now()).await.unwrap();
    let id = write.new_conversation_id().await.unwrap();
    write
        .open(Conversation::new(id.clone(), clock::now()), &inbox_server::store::bot())
        .await
        .unwrap();
    let ada = Participant::new(ParticipantKind::Agent, "aaaaaaaaaaaaaaaaaaaaaaaa");
    for (draft, sent) in [("It left today.", "It left today."), ("Yes.\nNo.", "Hm")] {
        let suggest = Command::Suggest { contents: vec![Content::text(draft)] };
        let acts = [Act::new(&bot(), suggest), Act::new(&ada, Command::reply(sent))];
        write.apply(&id, None, &acts).await.unwrap();
    }
    write.finish(None).await.unwrap();
    store.close().await;
    let lines = folder.say(&["training-pairs"]).await;
    let pairs: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let words = |pair: &Value| [&pair["draft"], &pair["sent"], &pair["label"]].map(Clone::clone);
    assert_eq!(
        pairs.iter().map(words).collect::<Vec<_>>(),
        [
            [json!("It left today."), json!("It left today."), json!("accepted")],
            [json!("Yes.\nNo."), json!("Hm"), json!("replaced")],
        ]
    );
    assert_eq!(pairs[0]["conversation_id"], json!(uuid_of_text(id.as_str())));
    assert_eq!(folder.say(&["training-pairs", "--organisation", "Other"]).await, "");
    let nobody = folder.run(&["training-pairs", "--organisation", "Nobody"]).await;
    assert_eq!(nobody.status.code(), Some(1));
}

#[tokio::test]
async fn what_cannot_carry_mail_is_told_at_the_start() {
    let folder = Folder::new();
    for wrong in [
        &["serve", "--port", "0", "--mail-from", "nobody"][..],
        &["serve", "--port", "0", "--smtp", "mailto:x"],
        &["serve", "--port", "0", "--smtp", "smtp://localhost", "--mail", "x"],
    ] {
        let output = folder.run(wrong).await;
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
    }
}

#[tokio::test]
async fn a_demo_whose_clock_stands_is_the_same_every_time() {
    let at = ["--demo", "--demo-at", "2026-03-04T10:30:00Z"];
    let mut seen = Vec::new();
    for _ in 0..2 {
        let folder = Folder::new();
        let server = folder.serve(&at).await;
        let address = server.address.clone();
        let body = json!({ "role": "agent" }).to_string();
        let (_, session) = send(&address, "POST /demo/session", &[], &body).await.unwrap();
        let ada = Api { address, token: session["token"].as_str().unwrap().to_owned() };
        let list = ada.call("GET /featurebase/v2/conversations?limit=30", &Value::Null).await;
        let begun = ada.call("GET /session", &Value::Null).await["me"]["id"].clone();
        let from =
            json!({ "type": "admin", "id": begun, "messageType": "note", "bodyMarkdown": "x" });
        let id = list["data"][0]["id"].as_str().unwrap().to_owned();
        let note = format!("POST /featurebase/v2/conversations/{id}/reply");
        let noted = ada.call(&note, &from).await.to_string();
        assert!(noted.contains("2026-03-04T10:30:00"), "{noted}");
        let mut answer =
            crate::client::connect(&server.address, "GET /health", &[], "").await.unwrap();
        let mut head = String::new();
        tokio::io::AsyncReadExt::read_to_string(&mut answer, &mut head).await.unwrap();
        let dates: Vec<_> =
            head.lines().filter(|line| line.to_lowercase().starts_with("date:")).collect();
        assert_eq!(dates, ["date: Wed, 04 Mar 2026 10:30:00 GMT"]);
        // Ids that no demo has made are the server's own.
        let rows = list["data"].as_array().unwrap().iter().map(|one| {
            let (inbox, at) = (&one["inbox"], &one["lastActivityAt"]);
            json!([one["id"], one["title"], at, inbox["preview"], inbox["unread"], one["tags"]])
        });
        seen.push(rows.collect::<Vec<_>>());
        assert_eq!(server.stop().await, Some(0));
    }
    assert_eq!(seen[0].len(), 30);
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn only_the_demos_clock_can_stand() {
    let folder = Folder::new();
    for wrong in [&["--demo-at", "2026-03-04T10:30:00Z"][..], &["--demo", "--demo-at", "noon"]] {
        let output = folder.run(&[&["serve", "--port", "0"], wrong].concat()).await;
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
}
