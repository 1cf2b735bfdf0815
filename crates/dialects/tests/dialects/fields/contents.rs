//! What a message carries.

use inbox_model::content::{CardAddress, CardDetails, CardLine, ContactCard, Location};
use inbox_model::part::Message;
use inbox_model::{Content, Conversation, Media, PartBody};

use super::{Row, fields, kinds, last, with_body};

pub(super) fn rows() -> Vec<Row> {
    let mut rows = kinds!("Content", said, |whole| whole.parts.last()?.contents().last(), Content;
        "Text": Content::Text { .. } => [Content::text("Hi")],
        "Image": Content::Image(_) => [
            Content::Image(media("image/png")),
            Content::Image(untyped()),
        ],
        "Video": Content::Video(_) => [
            Content::Video(media("video/mp4")),
            Content::Video(untyped()),
        ],
        "Audio": Content::Audio { .. } => [
            Content::Audio { media: media("audio/ogg"), voice: false },
            Content::Audio { media: untyped(), voice: true },
        ],
        "Document": Content::Document(_) => [
            Content::Document(media("application/pdf")),
            Content::Document(untyped()),
        ],
        "Location": Content::Location(_) => [Content::Location(place())],
        "ContactCard": Content::ContactCard(_) => [Content::ContactCard(card())],
    );
    rows.extend(fields!(
        said(Content::Image(media("image/png"))),
        |whole| picture(whole),
        Media {
            id: [None, Some("d0c0d0c0d0".into())],
            url: ["https://shop.example/b.png".into()],
            name: [None, Some("b.png".into())],
            mime: [None, Some("image/gif".into())],
            bytes: [None, Some(8)],
            width: [Some(640)],
            height: [Some(480)],
            duration_ms: [Some(1500)],
            caption: [Some("This one".into())],
        }
    ));
    rows.extend(fields!(
        said(Content::Location(place())),
        |whole| pin(whole),
        Location {
            latitude: [-7.25],
            longitude: [100.0625],
            name: [None, Some("Warehouse".into())],
            address: [None, Some("2 High Street".into())],
            url: [None, Some("https://shop.example/where".into())],
        }
    ));
    rows.extend(fields!(
        said(Content::ContactCard(card())),
        |whole| contact(whole),
        ContactCard {
            name: ["Zoe".into()],
            phones: [vec![], vec!["+491".into(), "+492".into()]],
            emails: [vec![], vec!["a@x.example".into(), "b@x.example".into()]],
            organization: [Some("Shop".into())],
            details: [None],
        }
    ));
    rows.extend(fields!(
        said(Content::ContactCard(card())),
        |whole| contact(whole)?.phones.first_mut(),
        CardLine { text: ["+492".into()], kind: [None, Some("home".into())] }
    ));
    rows.extend(fields!(
        said(Content::ContactCard(card())),
        |whole| contact(whole)?.details.as_deref_mut(),
        CardDetails {
            prefix: [None, Some("Prof.".into())],
            first_name: [None, Some("Zoe".into())],
            middle_name: [None, Some("B.".into())],
            last_name: [None, Some("Lee".into())],
            suffix: [None, Some("sr.".into())],
            birthday: [None, Some("1971-02-03".into()), Some("in May".into())],
            job_title: [None, Some("Buyer".into())],
            department: [None, Some("Returns".into())],
            addresses: [vec![]],
        }
    ));
    rows.extend(fields!(
        said(Content::ContactCard(card())),
        |whole| contact(whole)?.details.as_deref_mut()?.addresses.first_mut(),
        CardAddress {
            street: [None, Some("2 High Street".into())],
            postal_code: [None, Some("N2".into())],
            city: [None, Some("Leeds".into())],
            region: [None, Some("North".into())],
            country: [None, Some("Wales".into())],
            country_code: [None, Some("IE".into())],
            kind: [None, Some("home".into())],
        }
    ));
    rows
}

fn said(content: Content) -> Conversation {
    with_body(PartBody::Message(Message::new(vec![content])))
}

fn content(whole: &mut Conversation) -> Option<&mut Content> {
    match &mut last(whole)?.body {
        PartBody::Message(message) => message.contents.last_mut(),
        _ => None,
    }
}

fn picture(whole: &mut Conversation) -> Option<&mut Media> {
    match content(whole)? {
        Content::Image(media) => Some(media),
        _ => None,
    }
}

fn pin(whole: &mut Conversation) -> Option<&mut Location> {
    match content(whole)? {
        Content::Location(place) => Some(place),
        _ => None,
    }
}

fn contact(whole: &mut Conversation) -> Option<&mut ContactCard> {
    match content(whole)? {
        Content::ContactCard(card) => Some(card),
        _ => None,
    }
}

fn media(mime: &str) -> Media {
    Media {
        id: Some("d0c0d0c0d1".into()),
        url: "https://shop.example/a.png".into(),
        name: Some("a.png".into()),
        mime: Some(mime.into()),
        bytes: Some(7),
        ..Media::default()
    }
}

/// Nobody says what is in it.
fn untyped() -> Media {
    Media { url: "https://shop.example/files/7".into(), ..Media::default() }
}

fn place() -> Location {
    Location {
        latitude: 51.5,
        longitude: -0.125,
        name: Some("Shop".into()),
        address: Some("1 High Street".into()),
        url: Some("https://shop.example".into()),
    }
}

fn card() -> ContactCard {
    ContactCard {
        name: "Ana".into(),
        phones: vec![CardLine { text: "+49".into(), kind: Some("work".into()) }],
        emails: vec!["ana@home.example".into()],
        organization: None,
        details: Some(Box::new(CardDetails {
            prefix: Some("Dr.".into()),
            first_name: Some("Ana".into()),
            middle_name: Some("A.".into()),
            last_name: Some("Ray".into()),
            suffix: Some("jr.".into()),
            birthday: Some("1970-01-02".into()),
            job_title: Some("Clerk".into()),
            department: Some("Sales".into()),
            addresses: vec![CardAddress {
                street: Some("1 High Street".into()),
                postal_code: Some("N1".into()),
                city: Some("London".into()),
                region: Some("South".into()),
                country: Some("England".into()),
                country_code: Some("GB".into()),
                kind: Some("work".into()),
            }],
        })),
    }
}
