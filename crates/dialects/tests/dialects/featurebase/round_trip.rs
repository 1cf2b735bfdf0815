//! From the model to the wire and back, nothing is lost that the dialect can carry.

use std::sync::Arc;

use inbox_dialects::featurebase::Featurebase;
use inbox_dialects::featurebase::server::{Audience, write_conversation, write_list, write_part};
use inbox_dialects::{Dialect, Outcome, Response};
use inbox_model::{Command, Conversation, Event, Part, PartBody};
use proptest::prelude::*;
use serde_json::Value;

use crate::generate;

fn ok(body: &Value) -> Response {
    Response { status: 200, body: body.to_string() }
}

/// The HTML is written for the vendor's clients and comes back where it was not given, so it is
/// left out of the comparison.
fn without_html(part: &Part) -> Part {
    let mut part = part.clone();
    if let PartBody::Message(message) | PartBody::Note(message) = &mut part.body {
        message.html = None;
    }
    part
}

/// Events for which the vendor has no word at all.
fn can_be_told(part: &Part) -> bool {
    match &part.body {
        PartBody::Event(Event::Other { .. }) => false,
        PartBody::Event(Event::ParticipantAdded { participant }) => participant.id.is_some(),
        PartBody::Event(Event::WorkflowWait { stage, .. }) => stage != "novel",
        _ => true,
    }
}

fn comparable(conversation: &Conversation) -> Conversation {
    let mut conversation = conversation.clone();
    if let Some(source) = &mut conversation.source {
        source.html.clear();
        // Where there is no markdown the words are taken from the HTML.
        source.markdown.clear();
    }
    let told =
        conversation.parts.iter().filter(|part| can_be_told(part) && part.id.as_str() != "source");
    conversation.parts = told.map(|part| Arc::new(without_html(part))).collect();
    conversation
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_conversation_comes_back(conversation in generate::conversation()) {
        let written = write_conversation(&conversation, true, Audience::Company);
        let read = Featurebase::new().read_conversation(&ok(&written)).unwrap();
        prop_assert_eq!(comparable(&read), comparable(&conversation));
        let text = |conversation: &Conversation| {
            conversation.source.as_ref().map(|source| source.markdown.clone()).unwrap_or_default()
        };
        if !text(&conversation).is_empty() {
            prop_assert_eq!(text(&read), text(&conversation));
        }
    }

    #[test]
    fn a_part_comes_back(part in generate::part()) {
        let Some(written) = write_part(&part, Audience::Company) else { return Ok(()) };
        let answer = Featurebase::new().read_command(&Command::reply("x"), &ok(&written)).unwrap();
        let Outcome::Part(read) = answer else { panic!("{answer:?}") };
        prop_assert_eq!(without_html(&read), without_html(&part));
    }

    #[test]
    fn a_page_comes_back(rows in prop::collection::vec(generate::conversation(), 0..3), next in prop::option::of("[a-z]{1,9}")) {
        let written = write_list(&rows, next.as_deref(), Audience::Company, None);
        let page = Featurebase::new().read_list(&ok(&written)).unwrap();
        prop_assert_eq!(page.next_cursor, next);
        let row = |row: &Conversation| Conversation { parts: Vec::new(), ..comparable(row) };
        let read: Vec<_> = page.conversations.iter().map(row).collect();
        prop_assert_eq!(read, rows.iter().map(row).collect::<Vec<_>>());
    }

    /// What a customer was told reads back as what was written for them, and no error.
    #[test]
    fn a_customers_answer_can_be_read(conversation in generate::conversation()) {
        let written = write_conversation(&conversation, true, Audience::Customer);
        let read = Featurebase::new().read_conversation(&ok(&written)).unwrap();
        prop_assert_eq!(&read.id, &conversation.id);
        prop_assert!(read.parts.iter().all(|part| part.is_public()));
        let public = conversation.parts.iter().filter(|part| part.is_public()).count();
        let told = read.parts.iter().filter(|part| part.id.as_str() != "source").count();
        prop_assert_eq!(told, public);
    }
}
