//! What is said to the outside: queued with the message, handed on in order, told what became of it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use inbox_model::conversation::Source;
use inbox_model::handling::Profile;
use inbox_model::reply_window::ReplyWindow;
use inbox_model::{
    Channel, Command, Content, Conversation, Participant, ParticipantKind, Timestamp,
};
use inbox_server::clock;
use inbox_server::delivery::{
    ATTEMPTS, Carried, Carrier, CarryError, Carrying, Letter, MailFolder, MailHeader,
    MessageFolder, Smtp, Worker, retry_after,
};
use inbox_server::identity::{Claims, sign};
use inbox_server::store::Act;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};

use crate::crm::{ask, request, uuid};
use crate::server::{ADA, ANA, Server, folder};

/// A carrier that does as it is told, and remembers what it was given.
#[derive(Clone, Debug)]
struct Told {
    channel: Channel,
    answers: Arc<Mutex<Vec<Result<Carried, CarryError>>>>,
    given: Arc<Mutex<Vec<Letter>>>,
}

impl Told {
    /// Answers in turn, and then that all is well.
    fn of(channel: Channel, mut answers: Vec<Result<Carried, CarryError>>) -> Self {
        answers.reverse();
        Self { channel, answers: Arc::new(Mutex::new(answers)), given: Arc::default() }
    }

    fn texts(&self) -> Vec<String> {
        self.given.lock().unwrap().iter().map(|letter| letter.text.clone()).collect()
    }
}

impl Carrier for Told {
    fn channel(&self) -> Channel {
        self.channel.clone()
    }

    fn carry<'a>(&'a self, letter: &'a Letter) -> Carrying<'a> {
        self.given.lock().unwrap().push(letter.clone());
        let answer = self.answers.lock().unwrap().pop().unwrap_or(Ok(Carried::default()));
        Box::pin(std::future::ready(answer))
    }
}

fn later() -> Result<Carried, CarryError> {
    Err(CarryError::Later("busy".into()))
}

fn worker(server: &Server, carrier: impl Carrier + 'static) -> Worker {
    Worker::new(server.app.store().clone(), vec![Box::new(carrier)])
}

/// A conversation with Ana on a channel, in which she has written; its id in the store.
async fn conversation(server: &Server, channel: Channel, alter: fn(&mut Conversation)) -> String {
    let now = clock::now();
    let mut write = server.app.store().write(&server.organisation, now).await.unwrap();
    let id = write.new_conversation_id().await.unwrap();
    let mut blank = Conversation::new(id.clone(), now);
    blank.source = Some(Source { channel, ..Source::default() });
    blank.handling.profile =
        Some(Box::new(Profile { phone: Some("+49 170 1234567".into()), ..Profile::default() }));
    let ana = Participant::new(ParticipantKind::Customer, ANA).named("Ana");
    let start = Act::new(&ana, Command::Start { contents: vec![Content::text("Hi")] });
    write.start(blank, None, start).await.unwrap();
    write.finish(None).await.unwrap();
    let mut write = server.app.store().write(&server.organisation, now).await.unwrap();
    let there = write.conversation(&server.agent(ADA), &id, false).await.unwrap().unwrap();
    let mut altered = there.clone();
    alter(&mut altered);
    drop(write);
    if altered != there {
        // Nothing but time closes a window, so it is done behind the rules' back.
        let data = serde_json::to_string(&altered).unwrap().replace('\'', "''");
        let sql = format!("UPDATE conversations SET data = '{data}' WHERE id = '{id}'");
        server.sql(Box::leak(sql.into_boxed_str())).await;
    }
    id.to_string()
}

async fn send(server: &Server, conversation: &str, body: Value) -> Value {
    let path = format!("/conversations/{}/messages", uuid(conversation));
    let answer = ask(server, request(Some(&server.ada), "POST", &path, &body, &[])).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer.body
}

/// The company's messages of a conversation: status, and the code where one failed.
async fn statuses(server: &Server, conversation: &str) -> Vec<(String, Value)> {
    let path = format!("/conversations/{}/messages", uuid(conversation));
    let list = ask(server, request(Some(&server.ada), "GET", &path, &Value::Null, &[])).await.body;
    let rows = list["items"].as_array().unwrap().iter();
    rows.filter(|row| row["direction"] == "outbound")
        .map(|row| {
            let status = row["status"].as_str().unwrap().to_owned();
            (status, row["inbox"]["delivery"]["code"].clone())
        })
        .collect()
}

fn sms(text: &str) -> Value {
    json!({ "channel": "sms", "body": text })
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries
        .map(|entry| {
            let entry = entry.unwrap();
            let text = std::fs::read_to_string(entry.path()).unwrap();
            (entry.file_name().into_string().unwrap(), text)
        })
        .collect();
    files.sort();
    files
}

fn header(server: &Server) -> MailHeader {
    MailHeader::new("help@shop.example", server.app.media().clone()).unwrap()
}

#[tokio::test]
async fn an_e_mail_becomes_a_file_that_a_mail_server_can_send() {
    let server = Server::new().await;
    let id = conversation(&server, Channel::Web, |_| {}).await;
    let mail =
        json!({ "channel": "email", "body": "It *left* today.", "subject": "Your parcel é" });
    let sent = send(&server, &id, mail).await;
    assert_eq!(sent["status"], "queued");
    let folder = folder();
    let worker = worker(&server, MailFolder::new(folder.join("mail"), header(&server)));
    assert_eq!(worker.run(clock::now()).await.unwrap(), 1);
    assert_eq!(worker.run(clock::now()).await.unwrap(), 0);
    assert_eq!(statuses(&server, &id).await, [("sent".to_owned(), Value::Null)]);
    let [(name, text)] = files(&folder.join("mail")).try_into().unwrap();
    assert!(name.starts_with(&id), "{name}");
    for line in [
        "From: help@shop.example\r\n",
        "To: Ana <ana@home.example>\r\n",
        "Subject: Your parcel =?utf-8?b?w6k=?=\r\n",
        &format!("Message-ID: <{}@shop.example>\r\n", name.trim_end_matches(".eml")),
        &format!("References: <{id}@shop.example>\r\n"),
        "It *left* today.",
        "<em>left</em>",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn a_text_message_becomes_a_file_that_a_gateway_can_send() {
    let server = Server::new().await;
    let id = conversation(&server, Channel::Sms, |_| {}).await;
    send(&server, &id, sms("On its way.")).await;
    let folder = folder();
    let worker = worker(&server, MessageFolder::new(Channel::Sms, folder.join("sms")));
    worker.run(clock::now()).await.unwrap();
    let [(_, text)] = files(&folder.join("sms")).try_into().unwrap();
    let message: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (&message["to"], &message["text"]),
        (&json!("+49 170 1234567"), &json!("On its way."))
    );
    assert_eq!(statuses(&server, &id).await, [("sent".to_owned(), Value::Null)]);
    std::fs::remove_dir_all(folder).unwrap();
}

/// Ana has no number where only the messenger knows her.
#[tokio::test]
async fn a_contact_without_an_address_fails_with_a_clear_code() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    send(&server, &id, sms("On its way.")).await;
    let folder = folder();
    let worker = worker(&server, MessageFolder::new(Channel::Sms, folder.clone()));
    worker.run(clock::now()).await.unwrap();
    assert_eq!(statuses(&server, &id).await, [("failed".to_owned(), json!("no_address"))]);
    assert_eq!(files(&folder), []);
    // A customer's page says nothing of it.
    let seen = server.get(&server.ana, &format!("/{id}")).await.text;
    assert!(!seen.contains("no_address"), "{seen}");
}

/// What a shop without a messenger service of its own has: a folder from which a gateway takes them.
#[tokio::test]
async fn a_whatsapp_message_becomes_a_file_that_a_gateway_can_send() {
    let server = Server::new().await;
    let id = conversation(&server, Channel::Whatsapp, |_| {}).await;
    let reply = json!({ "channel": "sms", "body": "Hi", "inbox": { "channel": null } });
    send(&server, &id, reply).await;
    let folder = folder();
    let worker = worker(&server, MessageFolder::new(Channel::Whatsapp, folder.join("whatsapp")));
    assert_eq!(worker.run(clock::now()).await.unwrap(), 1);
    let [(_, text)] = files(&folder.join("whatsapp")).try_into().unwrap();
    let message: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (&message["channel"], &message["to"], &message["text"]),
        (&json!("whatsapp"), &json!("+49 170 1234567"), &json!("Hi"))
    );
    assert_eq!(statuses(&server, &id).await, [("sent".to_owned(), Value::Null)]);
    std::fs::remove_dir_all(folder).unwrap();
}

/// Nothing waits for a carrier that there is not; but what somebody else takes is left to them.
#[tokio::test]
async fn what_nobody_carries_fails_and_says_so() {
    let server = Server::new().await;
    let id = conversation(&server, Channel::Sms, |_| {}).await;
    send(&server, &id, sms("On its way.")).await;
    let carrier = Told::of(Channel::Email, Vec::new());
    let worker = worker(&server, carrier.clone());
    let leaving = worker.clone().leaving(vec![Channel::Sms]);
    assert_eq!(leaving.run(clock::now()).await.unwrap(), 0);
    assert_eq!(statuses(&server, &id).await, [("queued".to_owned(), Value::Null)]);
    assert_eq!(worker.run(clock::now()).await.unwrap(), 1);
    assert_eq!(statuses(&server, &id).await, [("failed".to_owned(), json!("no_carrier"))]);
    assert_eq!(carrier.texts(), [""; 0]);
    assert_eq!(worker.run(clock::now()).await.unwrap(), 0);
}

/// Where the conversation itself has no number: of another one with the same contact.
#[tokio::test]
async fn a_number_is_found_where_the_company_has_noted_it_down() {
    let server = Server::new().await;
    let here = server.conversation_of_ana().await;
    let carrier = Told::of(Channel::Sms, Vec::new());
    let worker = worker(&server, carrier.clone());
    conversation(&server, Channel::Whatsapp, |_| {}).await;
    send(&server, &here, sms("On its way.")).await;
    worker.run(clock::now()).await.unwrap();
    assert_eq!(carrier.given.lock().unwrap()[0].phone.as_deref(), Some("+49 170 1234567"));
    assert_eq!(statuses(&server, &here).await, [("sent".to_owned(), Value::Null)]);
}

/// The site vouches for a number in the JWT, and for another one later.
#[tokio::test]
async fn a_number_is_the_one_that_the_site_vouches_for() {
    let server = Server::new().await;
    let carrier = Told::of(Channel::Sms, Vec::new());
    let worker = worker(&server, carrier.clone());
    let exp = u64::try_from(clock::now().as_millis() / 1_000).unwrap() + 600;
    for phone in [Some("+47 22 12 34 56"), None, Some("+47 22 65 43 21")] {
        let (sub, phone) = ("user-9".to_owned(), phone.map(str::to_owned));
        let claims = Claims { sub, exp, org: None, name: None, email: None, phone };
        let token = sign(&claims, &server.identity).unwrap();
        let me = server.own(Some(&token), "GET", "/session", &Value::Null, &[]).await;
        let me = me.body["me"]["id"].clone();
        let me = uuid(me.as_str().unwrap());
        let open = format!("/contacts/{me}/conversations");
        let body = json!({ "channel": "sms" });
        let thread = ask(&server, request(Some(&server.ada), "POST", &open, &body, &[])).await;
        assert_eq!(thread.status, 201, "{}", thread.text);
        let path = format!("/conversations/{}/messages", thread.body["id"].as_str().unwrap());
        ask(&server, request(Some(&server.ada), "POST", &path, &sms("Hi"), &[])).await;
        worker.run(clock::now()).await.unwrap();
    }
    let given = carrier.given.lock().unwrap();
    let numbers: Vec<_> = given.iter().map(|letter| letter.phone.as_deref().unwrap()).collect();
    assert_eq!(numbers, ["+47 22 12 34 56", "+47 22 12 34 56", "+47 22 65 43 21"]);
}

#[tokio::test]
async fn what_fails_for_now_is_tried_again_and_keeps_its_place() {
    let server = Server::new().await;
    let (one, other) = (
        conversation(&server, Channel::Sms, |_| {}).await,
        conversation(&server, Channel::Sms, |_| {}).await,
    );
    for (conversation, text) in [(&one, "first"), (&one, "second"), (&other, "elsewhere")] {
        send(&server, conversation, sms(text)).await;
    }
    let carrier = Told::of(Channel::Sms, vec![later()]);
    let worker = worker(&server, carrier.clone());
    let now = clock::now();
    worker.run(now).await.unwrap();
    // What was said after it does not overtake it; other conversations do not wait.
    assert_eq!(carrier.texts(), ["first", "elsewhere"]);
    worker.run(now.plus(retry_after(1) - 1)).await.unwrap();
    assert_eq!(carrier.texts().len(), 2);
    worker.run(now.plus(retry_after(1))).await.unwrap();
    assert_eq!(carrier.texts(), ["first", "elsewhere", "first", "second"]);
    let sent = || ("sent".to_owned(), Value::Null);
    assert_eq!(statuses(&server, &one).await, [sent(), sent()]);
}

#[tokio::test]
async fn after_many_attempts_a_message_has_failed() {
    let server = Server::new().await;
    let id = conversation(&server, Channel::Sms, |_| {}).await;
    send(&server, &id, sms("first")).await;
    let carrier = Told::of(Channel::Sms, (0..ATTEMPTS).map(|_| later()).collect());
    let worker = worker(&server, carrier.clone());
    let mut now = clock::now();
    for attempt in 1..=ATTEMPTS {
        let status = statuses(&server, &id).await;
        assert_eq!(status, [("queued".to_owned(), Value::Null)], "before attempt {attempt}");
        worker.run(now).await.unwrap();
        now = now.plus(retry_after(attempt));
    }
    assert_eq!(carrier.texts().len(), usize::try_from(ATTEMPTS).unwrap());
    assert_eq!(statuses(&server, &id).await, [("failed".to_owned(), json!("not_delivered"))]);
    assert_eq!(worker.run(now).await.unwrap(), 0);
}

/// The server dies between handing a message on and writing that down.
#[tokio::test]
async fn what_was_handed_on_and_not_written_down_is_handed_on_under_the_same_name() {
    let server = Server::new().await;
    let id = conversation(&server, Channel::Sms, |_| {}).await;
    send(&server, &id, sms("first")).await;
    let folder = folder();
    let carrier = MessageFolder::new(Channel::Sms, folder.clone());
    let now = clock::now();
    let store = server.app.store();
    let taken = store.next_delivery(&[], now, |_| now.plus(1_000)).await.unwrap();
    let taken = taken.unwrap();
    let (conversation, part) = store.delivered_part(&taken).await.unwrap().unwrap();
    let letter = Letter::of(&taken, &conversation, &part, String::new());
    carrier.carry(&letter).await.unwrap();
    let before = files(&folder);
    assert_eq!(before.len(), 1);
    // Started again: nobody takes it at once, and then it is the same file.
    let worker = worker(&server, carrier);
    assert_eq!(worker.run(now).await.unwrap(), 0);
    assert_eq!(statuses(&server, &id).await, [("queued".to_owned(), Value::Null)]);
    assert_eq!(worker.run(now.plus(1_000)).await.unwrap(), 1);
    assert_eq!(files(&folder), before);
    assert_eq!(statuses(&server, &id).await, [("sent".to_owned(), Value::Null)]);
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn pitfall_03_outside_the_window_a_message_is_taken_and_fails() {
    let server = Server::new().await;
    let carrier = Told::of(Channel::Whatsapp, Vec::new());
    let worker = worker(&server, carrier.clone());
    let reply = json!({ "channel": "sms", "body": "Hi", "inbox": { "channel": null } });
    let open = conversation(&server, Channel::Whatsapp, |_| {}).await;
    let closed = conversation(&server, Channel::Whatsapp, |conversation| {
        let until = Some(Timestamp::from_millis(1));
        conversation.handling.reply_window =
            Some(ReplyWindow { possible: None, until, customer_must_write: false });
    })
    .await;
    for (id, status) in [
        (open, ("sent".to_owned(), Value::Null)),
        (closed, ("failed".to_owned(), json!("expired"))),
    ] {
        send(&server, &id, reply.clone()).await;
        worker.run(clock::now()).await.unwrap();
        assert_eq!(statuses(&server, &id).await, [status]);
    }
    assert_eq!(carrier.texts(), ["Hi"]);
}

#[tokio::test]
async fn nothing_is_queued_that_was_not_said_and_nothing_sent_that_was_taken_back() {
    let server = Server::new().await;
    let carrier = Told::of(Channel::Sms, Vec::new());
    let worker = worker(&server, carrier.clone());
    let id = conversation(&server, Channel::Sms, |_| {}).await;
    // A draft, a note, a customer's own words and a refused reply are nobody's to carry.
    crate::crm::draft(&server, &id, "Hi").await;
    server.say(&id, crate::server::admin(ADA, "note", "n")).await;
    server.say(&id, crate::server::contact_reply(ANA, "hm")).await;
    let path = format!("/conversations/{}/messages", uuid(&id));
    ask(&server, request(Some(&server.ada), "POST", &path, &sms(&"x".repeat(10_001)), &[])).await;
    assert_eq!(worker.run(clock::now()).await.unwrap(), 0);
    // By whichever dialect it is said.
    let said = server.say(&id, crate::server::admin(ADA, "reply", "by another dialect")).await.id();
    server.say(&id, crate::server::admin(ADA, "reply", "second")).await;
    let redact =
        json!({ "type": "conversation_part", "conversationId": id, "conversationPartId": said });
    assert_eq!(server.post(&server.ada, "/redact", redact).await.status, 200);
    worker.run(clock::now()).await.unwrap();
    assert_eq!(carrier.texts(), ["second"]);
    let failed = ("failed".to_owned(), json!("message_gone"));
    assert_eq!(statuses(&server, &id).await, [failed, ("sent".to_owned(), Value::Null)]);
    send(&server, &id, sms("gone")).await;
    server.delete(&server.ada, &format!("/{id}"), json!({})).await;
    assert_eq!(worker.run(clock::now()).await.unwrap(), 0);
}

/// A service that reports by itself, by whichever way, has carried the message.
#[tokio::test]
async fn what_is_reported_on_is_not_sent_again() {
    let server = Server::new().await;
    let carrier = Told::of(Channel::Sms, Vec::new());
    let worker = worker(&server, carrier.clone());
    let id = conversation(&server, Channel::Sms, |_| {}).await;
    let sent = send(&server, &id, sms("On its way.")).await["id"].clone();
    let part = inbox_dialects::ids::text_of_uuid(sent.as_str().unwrap()).unwrap();
    let mut write = server.app.store().write(&server.organisation, clock::now()).await.unwrap();
    let delivery = inbox_model::Delivery::Delivered;
    let report = Command::SetDelivery { part: part.into(), delivery, info: None };
    let bot = inbox_server::store::bot();
    write.apply(&id.as_str().into(), None, &[Act::new(&bot, report)]).await.unwrap();
    write.finish(None).await.unwrap();
    assert_eq!(worker.run(clock::now()).await.unwrap(), 0);
    assert_eq!(statuses(&server, &id).await, [("delivered".to_owned(), Value::Null)]);
}

/// What is brought over from elsewhere was sent there.
#[tokio::test]
async fn an_import_sends_nothing() {
    let server = Server::new().await;
    let carrier = Told::of(Channel::Email, Vec::new());
    let worker = worker(&server, carrier.clone());
    let outreach = |at: Option<&str>| {
        let mut body = json!({
            "from": { "type": "admin", "id": ADA }, "channel": "email", "subject": "News",
            "bodyMarkdown": "Hello", "recipients": { "to": { "ids": [ANA] } },
        });
        if let Some(at) = at {
            body["createdAt"] = json!(at);
        }
        body
    };
    let old = server.post(&server.ada, "", outreach(Some("2025-01-01T00:00:00Z"))).await;
    assert_eq!(old.status, 201, "{}", old.text);
    assert_eq!(worker.run(clock::now()).await.unwrap(), 0);
    assert_eq!(server.post(&server.ada, "", outreach(None)).await.status, 201);
    assert_eq!(worker.run(clock::now()).await.unwrap(), 1);
    assert_eq!(carrier.given.lock().unwrap()[0].email.as_deref(), Some("ana@home.example"));
}

#[tokio::test]
async fn nobody_writes_headers_but_the_server() {
    let server = Server::new().await;
    let folder = folder();
    let mut letter = Letter {
        id: "a-1".into(),
        conversation: "a".into(),
        organisation: "Shop\r\nBcc: eve@x.example".into(),
        name: Some("Ana\r\nBcc: eve@x.example".into()),
        email: Some("ana@home.example".into()),
        phone: None,
        author: None,
        subject: Some("Hi\r\nBcc: eve@x.example".into()),
        text: "\r\n.\r\nBcc: eve@x.example".into(),
        files: Vec::new(),
    };
    let carrier = MailFolder::new(folder.clone(), header(&server));
    carrier.carry(&letter).await.unwrap();
    let [(_, text)] = files(&folder).try_into().unwrap();
    let (head, _) = text.split_once("\r\n\r\n").unwrap();
    assert!(!head.lines().any(|line| line.starts_with("Bcc")), "{head}");
    // No letter of anybody's name is one too many for what makes the message.
    letter.subject = None;
    let all: Vec<char> = (0..0x3100).filter_map(char::from_u32).collect();
    for some in all.chunks(64) {
        letter.name = Some(some.iter().collect());
        letter.organisation = some.iter().rev().collect();
        carrier.carry(&letter).await.unwrap();
    }
    for bad in ["ana@home.example\r\nBcc: x@y", "a@b, c@d", "no address", "<a@b>"] {
        letter.email = Some(bad.into());
        let Err(CarryError::Refused { code, .. }) = carrier.carry(&letter).await else {
            panic!("{bad}");
        };
        assert_eq!(code, "bad_address");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn files_come_along() {
    let server = Server::new().await;
    let incoming = inbox_server::media::Incoming::new(Some("a.png"), Some("image/png")).unwrap();
    let mut receiving = server.app.media().receive(incoming).await.unwrap();
    receiving.write(axum::body::Bytes::from_static(b"png!")).await.unwrap();
    let kept = receiving.finish().await.unwrap();
    let store = server.app.store();
    let media =
        server.app.media().note(store, &server.organisation, kept, clock::now()).await.unwrap();
    let id = conversation(&server, Channel::Email, |_| {}).await;
    let media_id = uuid(media.id.unwrap().as_str());
    let mail = json!({ "channel": "email", "body": "See", "media_ids": [media_id] });
    send(&server, &id, mail).await;
    let folder = folder();
    let worker = worker(&server, MailFolder::new(folder.clone(), header(&server)));
    worker.run(clock::now()).await.unwrap();
    let [(_, text)] = files(&folder).try_into().unwrap();
    for line in ["multipart/mixed", "Content-Type: image/png", "filename=\"a.png\""] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// A mail server that answers the end of the data as it is told, and gives what it was sent.
async fn mail_server(answer: &'static str) -> (String, tokio::task::JoinHandle<String>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let served = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = BufReader::new(stream);
        stream.get_mut().write_all(b"220 here\r\n").await.unwrap();
        let (mut sent, mut line, mut data) = (String::new(), String::new(), false);
        while stream.read_line(&mut line).await.unwrap_or(0) > 0 {
            let reply = match line.trim_end() {
                "." if data => {
                    data = false;
                    answer
                }
                _ if data => "",
                "DATA" => {
                    data = true;
                    "354 go on"
                }
                "QUIT" => break,
                _ => "250 ok",
            };
            sent.push_str(&line);
            line.clear();
            if !reply.is_empty() {
                stream.get_mut().write_all(format!("{reply}\r\n").as_bytes()).await.unwrap();
            }
            if reply == answer {
                break;
            }
        }
        sent
    });
    (url, served)
}

#[tokio::test]
async fn a_mail_server_is_spoken_to_and_believed() {
    for (answer, status, code) in [
        ("250 2.0.0 taken", "sent", Value::Null),
        ("550 5.7.1 no thanks", "failed", json!("rejected")),
        ("451 4.7.1 come again", "queued", Value::Null),
    ] {
        let server = Server::new().await;
        let id = conversation(&server, Channel::Email, |_| {}).await;
        send(&server, &id, json!({ "channel": "email", "body": "Hello" })).await;
        let (url, served) = mail_server(answer).await;
        let worker = worker(&server, Smtp::new(&url, header(&server)).unwrap());
        worker.run(clock::now()).await.unwrap();
        assert_eq!(statuses(&server, &id).await, [(status.to_owned(), code)], "{answer}");
        let sent = served.await.unwrap();
        assert!(sent.contains("RCPT TO:<ana@home.example>"), "{sent}");
    }
    let server = Server::new().await;
    for bad in ["", "mailto:x", "http://x"] {
        assert!(Smtp::new(bad, header(&server)).is_err(), "{bad}");
    }
    let nobody: PathBuf = folder();
    assert!(MailHeader::new("not an address", server.app.media().clone()).is_err());
    assert_eq!(files(&nobody), []);
}

/// A window is that of the channel that has it.
#[tokio::test]
async fn a_text_message_leaves_whatever_another_channels_window_says() {
    let server = Server::new().await;
    let (sms_told, whatsapp) =
        (Told::of(Channel::Sms, Vec::new()), Told::of(Channel::Whatsapp, Vec::new()));
    let carriers: Vec<Box<dyn Carrier>> =
        vec![Box::new(sms_told.clone()), Box::new(whatsapp.clone())];
    let worker = Worker::new(server.app.store().clone(), carriers);
    let closed = conversation(&server, Channel::Whatsapp, |conversation| {
        let until = Some(Timestamp::from_millis(1));
        conversation.handling.reply_window =
            Some(ReplyWindow { possible: None, until, customer_must_write: false });
    })
    .await;
    send(&server, &closed, sms("By text then")).await;
    // The other way round: who has never written on WhatsApp cannot be written to there.
    let other = conversation(&server, Channel::Web, |_| {}).await;
    let free = json!({ "channel": "sms", "body": "Hi", "inbox": { "channel": "whatsapp" } });
    send(&server, &other, free).await;
    worker.run(clock::now()).await.unwrap();
    assert_eq!(statuses(&server, &closed).await, [("sent".to_owned(), Value::Null)]);
    assert_eq!(statuses(&server, &other).await, [("failed".to_owned(), json!("expired"))]);
    assert_eq!((sms_told.texts(), whatsapp.texts()), (vec!["By text then".to_owned()], vec![]));
}

/// `skipNotifications`: an import says again what was said elsewhere.
#[tokio::test]
async fn what_is_said_quietly_goes_nowhere() {
    let server = Server::new().await;
    let id = conversation(&server, Channel::Email, |_| {}).await;
    let told = Told::of(Channel::Email, Vec::new());
    let worker = worker(&server, told.clone());
    for (text, quiet) in [("aloud", json!(false)), ("quiet", json!(true)), ("again", Value::Null)] {
        let mut body = crate::server::admin(ADA, "reply", text);
        body["skipNotifications"] = quiet;
        server.say(&id, body).await;
    }
    worker.run(clock::now()).await.unwrap();
    assert_eq!(told.texts(), ["aloud", "again"]);
    // It was said all the same, and is not on its way anywhere.
    let states = statuses(&server, &id).await;
    assert_eq!(states.iter().map(|(state, _)| state.as_str()).collect::<Vec<_>>(), ["sent"; 3]);
    let read = server.get(&server.ana, &format!("/{id}")).await;
    assert!(read.text.contains("quiet"), "{}", read.text);
}

#[tokio::test]
async fn what_was_redacted_before_it_left_does_not_leave() {
    let server = Server::new().await;
    let id = conversation(&server, Channel::Email, |_| {}).await;
    let said = server.say(&id, crate::server::admin(ADA, "reply", "the mistake")).await.id();
    let redact =
        json!({ "conversationId": id, "conversationPartId": said, "type": "conversation_part" });
    assert_eq!(server.post(&server.ada, "/redact", redact).await.status, 200);
    let told = Told::of(Channel::Email, Vec::new());
    worker(&server, told.clone()).run(clock::now()).await.unwrap();
    assert_eq!(told.texts(), [""; 0]);
    let dump = server.dump().await;
    assert!(!dump.contains("mistake") && !dump.contains("deliveries:"), "{dump}");
}
