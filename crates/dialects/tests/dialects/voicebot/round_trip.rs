//! From the model to the wire and back, nothing is lost.

use std::sync::Arc;

use inbox_dialects::ids::IdForm;
use inbox_dialects::voicebot::Voicebot;
use inbox_dialects::voicebot::server::{
    Audience, wrapped, write_conversation, write_list, write_message, write_messages,
};
use inbox_dialects::{Dialect, Outcome, Response};
use inbox_model::part::Message;
use inbox_model::{Command, Content, Conversation, Delivery, Part, PartBody, Timestamp};
use proptest::prelude::*;
use serde_json::Value;

use super::conversation;
use crate::codecs::remove_extension;

const NOW: Timestamp = Timestamp::from_millis(1_750_000_000_000);

fn ok(body: &Value) -> Response {
    Response { status: 200, body: body.to_string() }
}

/// Their HTML is the vendors' who have one.
fn without_html(part: &Part) -> Part {
    let mut part = part.clone();
    if let PartBody::Message(message) | PartBody::Note(message) = &mut part.body {
        message.html = None;
    }
    part
}

/// What the client should have, in the vendor's ids.
fn comparable(conversation: &Conversation) -> Conversation {
    let mut conversation = conversation.clone();
    if let Some(source) = &mut conversation.source {
        source.html.clear();
    }
    conversation.parts =
        conversation.parts.iter().map(|part| Arc::new(without_html(part))).collect();
    conversation
}

fn numbered(conversation: &Conversation) -> Conversation {
    comparable(&IdForm::NUMBER.conversation(conversation))
}

/// Reads both answers as the client does.
fn fetch(conversation: &Conversation, audience: Audience) -> Conversation {
    let dialect = Voicebot::new();
    let written = wrapped(write_conversation(conversation, audience, NOW));
    let mut read = dialect.read_conversation(&ok(&written)).unwrap();
    dialect.read_parts(&mut read, &ok(&write_messages(conversation, audience, NOW))).unwrap();
    read
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_conversation_comes_back(conversation in conversation()) {
        let read = fetch(&conversation, Audience::Company);
        prop_assert_eq!(comparable(&read), numbered(&conversation));
    }

    #[test]
    fn a_customers_conversation_comes_back(conversation in conversation()) {
        let read = fetch(&conversation, Audience::Customer);
        let told = Audience::Customer.conversation(&conversation, true);
        prop_assert_eq!(comparable(&read), numbered(&told));
    }

    #[test]
    fn a_message_comes_back(conversation in conversation()) {
        for part in &conversation.parts {
            let written = write_message(&conversation, part, Audience::Company, NOW);
            prop_assert_eq!(written.is_some(), part.is_spoken());
            let Some(written) = written else { continue };
            let answer = Voicebot::new().read_command(&Command::reply("x"), &ok(&wrapped(written)));
            let Outcome::Part(read) = answer.unwrap() else { panic!("no part") };
            let own = IdForm::NUMBER.part(&conversation.id, part);
            prop_assert_eq!(without_html(&read), without_html(&own));
        }
    }

    #[test]
    fn a_page_comes_back(
        rows in prop::collection::vec(conversation(), 0..3),
        next in prop::option::of("[a-z]{1,9}"),
    ) {
        let written = write_list(&rows, next.as_deref(), Audience::Company, None, NOW);
        let page = Voicebot::new().read_list(&ok(&written)).unwrap();
        prop_assert_eq!(page.next_cursor, next);
        let row = |row: Conversation| Conversation { parts: Vec::new(), ..row };
        let read: Vec<_> = page.conversations.iter().map(|one| row(comparable(one))).collect();
        let expected: Vec<_> = rows.iter().map(|one| row(numbered(one))).collect();
        prop_assert_eq!(read, expected);
    }

    /// What the vendor's own form can carry comes back without the extension too.
    #[test]
    fn the_vendors_form_alone_carries_its_own(conversation in conversation()) {
        let mut written = write_conversation(&conversation, Audience::Company, NOW);
        let mut messages = write_messages(&conversation, Audience::Company, NOW);
        remove_extension(&mut written);
        remove_extension(&mut messages);
        let dialect = Voicebot::new();
        let mut read = dialect.read_conversation(&ok(&written)).unwrap();
        dialect.read_parts(&mut read, &ok(&messages)).unwrap();
        let own = IdForm::NUMBER.conversation(&conversation);
        prop_assert_eq!(&read.id, &own.id);
        prop_assert_eq!(read.created_at, own.created_at);
        prop_assert_eq!(read.snoozed_until, own.snoozed_until);
        prop_assert_eq!(read.state == inbox_model::State::Closed, own.state == inbox_model::State::Closed);
        prop_assert_eq!(read.handling.last_inbound_at, own.handling.last_inbound_at);
        prop_assert_eq!(read.blocked, own.contact().is_some() && own.blocked);
        prop_assert_eq!(read.unread, own.unread);
        let (verdict, window) = (read.window_at(NOW), own.window_at(NOW));
        if let Some(window) = window {
            prop_assert_eq!(verdict, Some(window));
        }
        let name = |one: &Conversation| one.contact().and_then(|contact| contact.name.clone());
        prop_assert_eq!(name(&read), name(&own));
        prop_assert_eq!(read.parts.len(), own.parts.len());
        for (read, own) in read.parts.iter().zip(&own.parts) {
            prop_assert_eq!((&read.id, read.created_at), (&own.id, own.created_at));
            let ours = &own.tracking;
            let theirs = &read.tracking;
            prop_assert_eq!(&theirs.company_reaction, &ours.company_reaction);
            prop_assert_eq!(&theirs.contact_reaction, &ours.contact_reaction);
            prop_assert_eq!(&theirs.campaign, &ours.campaign);
            if let PartBody::Message(message) = &own.body {
                prop_assert_eq!(said(read), plain(message));
                prop_assert_eq!(read.is_inbound(), own.is_inbound());
                if let (Some(delivery), false) = (&own.delivery, own.is_inbound()) {
                    let same = std::mem::discriminant(delivery)
                        == std::mem::discriminant(read.delivery.as_ref().unwrap());
                    prop_assert!(same);
                    if matches!(delivery, Delivery::Failed { .. }) && ours.delivery_info.is_some() {
                        prop_assert_eq!(&theirs.delivery_info, &ours.delivery_info);
                    }
                }
            }
        }
    }
}

fn said(part: &Part) -> Vec<Content> {
    part.contents().to_vec()
}

/// The contents without what the vendor has no field for.
fn plain(message: &Message) -> Vec<Content> {
    let mut contents = message.contents.clone();
    for content in &mut contents {
        match content {
            Content::Image(media)
            | Content::Video(media)
            | Content::Document(media)
            | Content::Audio { media, .. } => {
                (media.width, media.height, media.duration_ms) = (None, None, None);
            }
            Content::ContactCard(card) => {
                let mut details = card.details.take().map(|details| *details).unwrap_or_default();
                let is_day =
                    |text: &String| Timestamp::parse(&format!("{text}T00:00:00Z")).is_some();
                details.birthday = details.birthday.filter(is_day);
                card.details = details.boxed();
            }
            _ => {}
        }
    }
    contents
}
