//! From the model to the wire and back, nothing is lost: what the vendor's form cannot carry travels
//! in the extension.

use std::sync::Arc;

use inbox_dialects::intercom::Intercom;
use inbox_dialects::intercom::server::{
    Audience, Paging, write_conversation, write_list, write_message, write_part,
};
use inbox_dialects::{Dialect, Outcome, Response};
use inbox_model::{Command, Conversation, Part, PartBody, Timestamp};
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::codecs::remove_extension;
use crate::generate;

const NOW: Timestamp = Timestamp::from_millis(1_750_000_000_000);

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

fn comparable(conversation: &Conversation) -> Conversation {
    let mut conversation = conversation.clone();
    if let Some(source) = &mut conversation.source {
        source.html.clear();
    }
    conversation.parts =
        conversation.parts.iter().map(|part| Arc::new(without_html(part))).collect();
    conversation
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_conversation_comes_back(conversation in generate::conversation()) {
        let written = write_conversation(&conversation, true, Audience::Company, NOW);
        let read = Intercom::new().read_conversation(&ok(&written)).unwrap();
        prop_assert_eq!(comparable(&read), comparable(&conversation));
    }

    #[test]
    fn a_new_conversation_comes_back(conversation in generate::conversation()) {
        let written = write_message(&conversation, Audience::Company, NOW);
        let start = Command::Start { contents: Vec::new() };
        let answer = Intercom::new().read_command(&start, &ok(&written)).unwrap();
        let Outcome::Conversation(read) = answer else { panic!("{answer:?}") };
        prop_assert_eq!(comparable(&read), comparable(&conversation));
    }

    #[test]
    fn a_part_comes_back(part in generate::part()) {
        let written = write_part(&part, Audience::Company).unwrap();
        let seen = Command::MarkSeen { part: part.id.clone(), agent: "7".into() };
        let answer = Intercom::new().read_command(&seen, &ok(&written)).unwrap();
        let Outcome::Part(read) = answer else { panic!("{answer:?}") };
        prop_assert_eq!(without_html(&read), without_html(&part));
    }

    #[test]
    fn a_page_comes_back(rows in prop::collection::vec(generate::conversation(), 0..3), next in prop::option::of("[a-z]{1,9}")) {
        let paging = Paging { per_page: 20, next: next.clone(), total: None };
        let written = write_list(&rows, paging, Audience::Company, NOW, Map::new());
        let page = Intercom::new().read_list(&ok(&written)).unwrap();
        prop_assert_eq!(page.next_cursor, next);
        let row = |row: &Conversation| Conversation { parts: Vec::new(), ..comparable(row) };
        let read: Vec<_> = page.conversations.iter().map(row).collect();
        prop_assert_eq!(read, rows.iter().map(row).collect::<Vec<_>>());
    }

    /// What a customer was told reads back as what was written for them, and no error.
    #[test]
    fn a_customers_answer_can_be_read(conversation in generate::conversation()) {
        let written = write_conversation(&conversation, true, Audience::Customer, NOW);
        let read = Intercom::new().read_conversation(&ok(&written)).unwrap();
        prop_assert_eq!(&read.id, &conversation.id);
        prop_assert!(read.parts.iter().all(|part| part.is_public()));
        let public = conversation.parts.iter().filter(|part| part.is_public()).count();
        prop_assert_eq!(read.parts.len(), public);
    }

    /// Without the extension, as the vendor itself answers, what the vendor's form has is read: state,
    /// priority, tags, times, and every part in order.
    #[test]
    fn without_the_extension_the_vendors_form_is_read(conversation in generate::conversation()) {
        let mut written = write_conversation(&conversation, true, Audience::Company, NOW);
        remove_extension(&mut written);
        let read = Intercom::new().read_conversation(&ok(&written)).unwrap();
        prop_assert_eq!(&read.title, &conversation.title);
        prop_assert_eq!(read.priority, conversation.priority);
        prop_assert_eq!(&read.tags, &conversation.tags);
        let seconds = |at: Timestamp| at.as_millis().div_euclid(1000);
        prop_assert_eq!(seconds(read.created_at), seconds(conversation.created_at));
        prop_assert_eq!(read.waiting_since.map(seconds), conversation.waiting_since.map(seconds));
        // An empty first message is none without its id.
        let ids = |conversation: &Conversation| -> Vec<_> {
            let parts = conversation.parts.iter().skip_while(|part| part.contents().is_empty());
            parts.map(|part| part.id.clone()).filter(|id| id.as_str() != "source").collect()
        };
        let (ours, theirs) = (ids(&conversation), ids(&read));
        prop_assert!(ours.ends_with(&theirs) || theirs.ends_with(&ours), "{:?} {:?}", ours, theirs);
    }
}
