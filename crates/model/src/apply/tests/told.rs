//! What a conversation tells of itself: preview, participants, priority.

use super::*;
use crate::content::{ContactCard, Location, Media};
use crate::conversation::Priority;

fn said(contents: Vec<Content>) -> Conversation {
    after(&[started(), (ben(), Command::reply_of(contents))]).unwrap()
}

#[test]
fn a_preview_names_what_is_no_text() {
    let file = || Media { url: "/media/f1".into(), ..Media::default() };
    let place = Location { latitude: 0.0, longitude: 0.0, name: None, address: None, url: None };
    let card = ContactCard { name: "Eve".into(), ..ContactCard::default() };
    for (content, name) in [
        (Content::Image(file()), "image"),
        (Content::Video(file()), "video"),
        (Content::Audio { media: file(), voice: true }, "audio"),
        (Content::Document(file()), "document"),
        (Content::Location(place), "location"),
        (Content::ContactCard(card), "contact_card"),
    ] {
        let preview = said(vec![content.clone()]).preview.unwrap();
        assert_eq!((preview.text.as_str(), preview.content.as_deref()), ("", Some(name)));
        let preview = said(vec![Content::text("see"), content]).preview.unwrap();
        assert_eq!((preview.text.as_str(), preview.content.as_deref()), ("see", Some(name)));
    }
    assert_eq!(said(vec![Content::text("see")]).preview.unwrap().content, None);
}

#[test]
fn an_answer_that_was_chosen_is_previewed_and_what_happened_is_not() {
    let mut conversation = after(&[started()]).unwrap();
    let chosen = PartBody::QuickReplyChosen { option_id: "1".into(), text: "Yes".into() };
    for body in [chosen, PartBody::FormCompleted] {
        let id = PartId::new(format!("q{}", conversation.parts.len()));
        let part = Part::new(id, body, Some(ana()), NOW.plus(1));
        conversation.parts.push(Arc::new(part));
    }
    let preview = preview_of(&conversation, true).unwrap();
    assert_eq!((preview.part_id, preview.text.as_str()), ("q1".into(), "Yes"));
}

#[test]
fn a_preview_of_what_was_redacted_is_empty_and_of_something_newer_stays() {
    let mut file = Media { url: "/media/f1".into(), ..Media::default() };
    file.mime = Some("image/png".into());
    let contents = vec![Content::text("4111"), Content::Image(file)];
    let redact = |part: &str| (ben(), Command::Redact { part: part.into() });
    for (part, left) in [("p1", ("4111", Some("image"))), ("p2", ("", None))] {
        let steps = [started(), (ben(), Command::reply_of(contents.clone())), redact(part)];
        let preview = after(&steps).unwrap().preview.unwrap();
        assert_eq!(preview.part_id, "p2".into());
        assert_eq!((preview.text.as_str(), preview.content.as_deref()), left, "{part}");
    }
}

#[test]
fn only_a_contact_who_begins_takes_part_and_only_once() {
    let start = |by: Participant| (by, Command::Start { contents: vec![Content::text("hello")] });
    assert_eq!(after(&[start(ben())]).unwrap().participants, []);
    assert_eq!(after(&[start(ana()), start(ana())]).unwrap().participants, [ana()]);
    let eve = Participant::new(ParticipantKind::Lead, "eve");
    let both = after(&[start(ana()), start(eve.clone())]).unwrap();
    assert_eq!(both.participants, [ana(), eve]);
}

#[test]
fn a_priority_tells_since_when_and_none_has_no_since() {
    let set = |priority| (ben(), Command::SetPriority { priority });
    let high = after(&[started(), set(Priority::High)]).unwrap();
    assert_eq!(high.priority_set_at, Some(NOW.plus(crate::time::MINUTE)));
    let none = after(&[started(), set(Priority::High), set(Priority::None)]).unwrap();
    assert_eq!((none.priority, none.priority_set_at), (Priority::None, None));
}
