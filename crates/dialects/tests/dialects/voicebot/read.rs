//! What the client makes of the vendor's answers, with all their quirks.

use inbox_dialects::voicebot::Voicebot;
use inbox_dialects::{Dialect, Response};
use inbox_model::content::{CardAddress, CardDetails, CardLine, ContactCard, Location};
use inbox_model::{
    Channel, Content, Conversation, Event, Media, PartBody, ParticipantKind, State, Timestamp,
};
use serde_json::{Value, json};

fn ok(body: &Value) -> Response {
    Response { status: 200, body: body.to_string() }
}

fn read(body: &Value) -> Conversation {
    Voicebot::new().read_conversation(&ok(body)).unwrap()
}

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

/// A conversation as the vendor itself would tell it, with the quirks of the seed's own examples.
fn whole() -> Value {
    json!({
        "id": 7, "created_at": "2026-01-01T12:00:00Z", "channel": "whatsapp", "status": "in-progress",
        "snooze_until": "2026-02-01T12:00:00Z",
        "agent": { "id": 3, "channel": "whatsapp", "display_id": 4_915_223_567_929_u64,
                   "name": "Shop", "in_sync": false },
        "customer": { "id": 11, "channel": "whatsapp", "display_id": "4915111111111", "name": "Ada",
            "profile": { "id": 12, "salutation": "informal", "name": "Ada L.", "gender": "female",
                "blocked": true, "date_of_birth": "1970-01-01", "phone_number": null,
                "email": "ada@example.com", "custom_1": null, "custom_2": "gold", "custom_5": null } },
        "user": { "id": 21, "name": "Grace", "email": 5, "roles": ["admin"] },
        "latest_message": { "id": 101, "from": "customer", "sent_at": "2026-01-01T13:00:00Z",
            "contents": [{ "type": "text", "content": "Hello *there*" }] },
        "last_customer_reply_from": "2026-01-01T13:00:00Z",
        "latest_note": { "id": 100, "text": "older", "created_at": "2026-01-01T12:30:00Z" },
        "unread_customer_messages_count": 2, "reply_until": "2026-01-02T13:00:00Z",
        "reply_possible": true, "customer_interaction_required": false, "brand_new": [1]
    })
}

#[test]
fn a_whole_conversation_is_read() {
    let read = read(&whole());
    assert_eq!((read.id.as_str(), read.created_at), ("7", at("2026-01-01T12:00:00Z")));
    assert_eq!((read.state, read.handling.in_progress), (State::Open, true));
    // Putting aside is independent of the status.
    assert_eq!(read.snoozed_until, Some(at("2026-02-01T12:00:00Z")));
    assert_eq!(read.source.as_ref().unwrap().channel, Channel::Whatsapp);
    let contact = read.contact().unwrap();
    assert_eq!(
        (contact.id.as_ref().unwrap().as_str(), contact.name.as_deref()),
        ("11", Some("Ada"))
    );
    assert!(read.blocked);
    assert_eq!(read.assignee.as_ref().unwrap().as_str(), "21");
    let user = read.participants.iter().find(|one| one.kind == ParticipantKind::Agent).unwrap();
    assert_eq!(user.name.as_deref(), Some("Grace"));
    assert_eq!(read.unread, Some(2));
    assert_eq!(read.last_activity_at, Some(at("2026-01-01T13:00:00Z")));
    let preview = read.preview.unwrap();
    assert_eq!((preview.text.as_str(), preview.note), ("Hello there", false));
    let account = read.handling.account.clone().unwrap();
    // The seed's example of a display id is a number.
    assert_eq!((account.address.as_str(), account.in_sync), ("4915223567929", false));
    let profile = read.handling.profile.clone().unwrap();
    assert_eq!(profile.custom, [None, Some("gold".to_owned())]);
    // Whoever is on WhatsApp has a phone number.
    assert_eq!(profile.phone.as_deref(), Some("+4915111111111"));
}

#[test]
fn an_answer_may_be_wrapped_or_bare() {
    assert_eq!(read(&json!({ "data": whole() })), read(&whole()));
    // A field of that name does not make it wrapped.
    let mut odd = whole();
    odd["data"] = json!({ "id": 8 });
    assert_eq!(read(&odd).id.as_str(), "7");
}

/// Point 5's neighbour: the address is typed integer, and whatever it is, it does no harm.
#[test]
fn a_users_address_may_be_anything() {
    for email in [json!(null), json!(5), json!("grace@example.com"), json!({})] {
        let mut body = whole();
        body["user"]["email"] = email;
        assert_eq!(read(&body).assignee.unwrap().as_str(), "21");
    }
}

#[test]
fn a_date_of_birth_may_have_a_time() {
    for (wire, day) in [
        ("1970-01-01", "1970-01-01"),
        ("1970-01-01T00:00:00.000Z", "1970-01-01"),
        ("1970-01-01T12:00:00Z", "1970-01-01"),
        ("spring", "spring"),
    ] {
        let mut body = whole();
        body["customer"]["profile"]["date_of_birth"] = json!(wire);
        let profile = read(&body).handling.profile.clone().unwrap();
        assert_eq!(profile.date_of_birth.as_deref(), Some(day));
    }
}

#[test]
fn a_note_after_the_last_message_is_the_preview() {
    let mut body = whole();
    body["latest_note"]["created_at"] = json!("2026-01-01T14:00:00Z");
    let preview = read(&body).preview.unwrap();
    assert_eq!((preview.text.as_str(), preview.note), ("older", true));
}

#[test]
fn a_sparse_conversation_is_enough() {
    let read = read(&json!({ "id": 1 }));
    assert_eq!((read.state, read.preview, read.source), (State::Open, None, None));
    assert!(read.handling.is_empty());
    let missing = Voicebot::new().read_conversation(&ok(&json!({ "status": "done" })));
    assert_eq!(missing.unwrap_err().to_string(), "unexpected answer: conversation.id: missing");
}

#[test]
fn unknown_words_are_kept_or_harmless() {
    let body = json!({ "id": 1, "channel": "pigeon", "status": "parked",
                       "agent": { "id": 1, "channel": "pigeon", "display_id": "x" } });
    let read = read(&body);
    assert_eq!(read.source.unwrap().channel, Channel::Other("pigeon".into()));
    assert_eq!(read.state, State::Open);
    // What does not say that it is disconnected is not.
    assert!(read.handling.account.clone().unwrap().in_sync);
}

fn contents(contents: &Value) -> PartBody {
    let mut conversation = read(&whole());
    let message = json!({ "id": 5, "from": "customer", "sent_at": null, "contents": contents });
    let list = json!({ "data": [message] });
    Voicebot::new().read_parts(&mut conversation, &ok(&list)).unwrap();
    let part = &conversation.parts[0];
    // What has no time stands where the thread begins, and is by whom the thread is held with.
    assert_eq!(part.created_at, conversation.created_at);
    assert_eq!(part.author.as_ref(), conversation.contact());
    part.body.clone()
}

/// Point 5: many contents may be received, of all seven kinds.
#[test]
fn pitfall_05_all_seven_kinds_are_read_and_many_at_once() {
    let file = |kind: &str, more: Value| {
        let mut content = json!({
            "type": kind, "has_file": true, "uuid": "u-1", "name": "n", "mime_type": "a/b",
            "size": 9, "download_url": "https://x/token", "public_download_url": "https://x/free",
        });
        let more = more.as_object().unwrap().clone();
        content.as_object_mut().unwrap().extend(more);
        content
    };
    let media = || Media {
        id: Some("u-1".into()),
        // Pictures are asked for without a token.
        url: "https://x/free".into(),
        name: Some("n".into()),
        mime: Some("a/b".into()),
        bytes: Some(9),
        ..Media::default()
    };
    let body = contents(&json!([
        { "type": "text", "content": "Hi" },
        file("image", json!({ "caption": "c" })),
        file("video", json!({ "caption": null, "public_download_url": null })),
        file("audio", json!({ "voice": true })),
        file("document", json!({ "filename": "f.pdf" })),
        { "type": "location", "latitude": "51.5", "longitude": -0.12, "name": "London", "url": "https://m" },
        { "type": "location", "latitude": "0", "longitude": "0", "url": "javascript:alert(1)" },
        { "type": "contact", "birthday": "1970-01-01T00:00:00.000Z",
          "name": { "formatted_name": "Ada L.", "first_name": null, "prefix": "Lady" },
          "phones": [{ "phone": "+44 1", "type": "work" }, { "type": "odd" }],
          "emails": [{ "email": "ada@example.com" }],
          "addresses": [{ "street": "12 St James's Square", "zip": "SW1", "city": "London",
              "state": "S", "country": "England", "country_code": "GB", "type": "home" }],
          "org": { "company": "Engines", "title": "Countess", "department": "Programs" } },
        { "type": "contact", "name": { "first_name": "Grace", "last_name": "Hopper" } },
    ]));
    let card = |name: &str| ContactCard { name: name.into(), ..ContactCard::default() };
    let expected = vec![
        Content::text("Hi"),
        Content::Image(Media { caption: Some("c".into()), ..media() }),
        Content::Video(Media { url: "https://x/token".into(), ..media() }),
        Content::Audio { media: media(), voice: true },
        Content::Document(Media { name: Some("f.pdf".into()), ..media() }),
        Content::Location(Location {
            latitude: 51.5,
            longitude: -0.12,
            name: Some("London".into()),
            address: None,
            url: Some("https://m".into()),
        }),
        // Of an address that leads nowhere safe there is nothing left.
        Content::Location(Location {
            latitude: 0.0,
            longitude: 0.0,
            name: None,
            address: None,
            url: None,
        }),
        Content::ContactCard(ContactCard {
            phones: vec![CardLine { text: "+44 1".into(), kind: Some("work".into()) }],
            emails: vec!["ada@example.com".into()],
            organization: Some("Engines".into()),
            details: CardDetails {
                prefix: Some("Lady".into()),
                birthday: Some("1970-01-01".into()),
                job_title: Some("Countess".into()),
                department: Some("Programs".into()),
                addresses: vec![CardAddress {
                    street: Some("12 St James's Square".into()),
                    postal_code: Some("SW1".into()),
                    city: Some("London".into()),
                    region: Some("S".into()),
                    country: Some("England".into()),
                    country_code: Some("GB".into()),
                    kind: Some("home".into()),
                }],
                ..CardDetails::default()
            }
            .boxed(),
            ..card("Ada L.")
        }),
        Content::ContactCard(ContactCard {
            details: CardDetails {
                first_name: Some("Grace".into()),
                last_name: Some("Hopper".into()),
                ..CardDetails::default()
            }
            .boxed(),
            ..card("Grace Hopper")
        }),
    ];
    let PartBody::Message(message) = body else { panic!("{body:?}") };
    assert_eq!(message.contents, expected);
}

#[test]
fn a_kind_that_is_new_is_a_file_or_a_neutral_event() {
    let PartBody::Message(message) =
        contents(&json!([{ "type": "sticker", "download_url": "https://x/s" }]))
    else {
        panic!("no message");
    };
    let media = message.contents[0].media().unwrap();
    assert_eq!((media.name.as_deref(), media.url.as_str()), (Some("sticker"), "https://x/s"));
    for odd in [
        json!([{ "type": "poll", "options": ["a"] }]),
        json!([{ "type": "text", "content": "Hi" }, { "type": "poll" }]),
        json!([{ "type": "location", "latitude": "91", "longitude": "0" }]),
        json!([{ "type": "location", "latitude": "51,5", "longitude": "0" }]),
        json!(["text"]),
    ] {
        let PartBody::Event(Event::Other { name, data }) = contents(&odd) else { panic!("{odd}") };
        assert_eq!(name, "message");
        assert_eq!(serde_json::from_str::<Value>(&data).unwrap()["contents"], odd);
    }
}

#[test]
fn messages_are_put_in_order_and_have_authors() {
    use ParticipantKind::{Agent, Bot, Customer, System};

    let mut conversation = read(&whole());
    let message = |id: u64, from: &str, user: Value, minute: u32| {
        json!({ "id": id, "from": from, "user_id": user, "sent_at": format!("2026-01-01T12:{minute}:00Z"),
                "contents": [{ "type": "text", "content": "Hi" }] })
    };
    let list = json!({ "data": [
        message(4, "system", Value::Null, 40), message(3, "agent", json!(21), 30),
        message(2, "agent", Value::Null, 20), message(1, "customer", Value::Null, 10),
    ] });
    Voicebot::new().read_parts(&mut conversation, &ok(&list)).unwrap();
    let authors: Vec<_> =
        conversation.parts.iter().map(|part| part.author.clone().unwrap()).collect();
    let kinds: Vec<_> = authors.iter().map(|author| author.kind.clone()).collect();
    assert_eq!(kinds, [Customer, Bot, Agent, System]);
    // The one agent whose name the conversation tells.
    assert_eq!(authors[2].name.as_deref(), Some("Grace"));
}
