//! From the model to the wire and back, nothing is lost that the dialect can carry.

use std::sync::Arc;

use inbox_dialects::Dialect;
use inbox_dialects::ids::IdForm;
use inbox_dialects::stack_auth::StackAuth;
use inbox_dialects::stack_auth::server::{Audience, status_of, write_list};
use inbox_model::part::Message;
use inbox_model::{
    Channel, Conversation, Event, Part, PartBody, ParticipantKind, Priority, State, Timestamp,
};
use proptest::prelude::*;

use super::{detail, ok, row, without_extension};
use crate::generate;

/// The vendor has no HTML, and nobody asks for it; times of a thread are in order.
fn comparable(conversation: &Conversation) -> Conversation {
    let mut conversation = conversation.clone();
    if let Some(source) = &mut conversation.source {
        source.html.clear();
    }
    let mut parts: Vec<Part> = conversation.parts.iter().map(|part| (**part).clone()).collect();
    for part in &mut parts {
        if let PartBody::Message(Message { html, .. }) | PartBody::Note(Message { html, .. }) =
            &mut part.body
        {
            *html = None;
        }
    }
    parts.sort_by_key(|part| part.created_at);
    conversation.parts = parts.into_iter().map(Arc::new).collect();
    conversation
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_conversation_comes_back_whole(conversation in generate::conversation()) {
        let written = detail(&conversation, Audience::Company);
        let read = StackAuth::default().read_conversation(&ok(&written)).unwrap();
        let renamed = IdForm::UUID.conversation(&conversation);
        prop_assert_eq!(comparable(&read), comparable(&renamed));
    }

    #[test]
    fn a_page_comes_back_whole(rows in prop::collection::vec(generate::conversation(), 0..3)) {
        let renamed: Vec<_> = rows.iter().map(|row| IdForm::UUID.conversation(row)).collect();
        let list = write_list(&renamed, false, Audience::Company, None);
        let read = StackAuth::default().read_list(&ok(&serde_json::to_value(list).unwrap())).unwrap();
        let row = |row: &Conversation| Conversation { parts: Vec::new(), ..comparable(row) };
        let read: Vec<_> = read.conversations.iter().map(row).collect();
        prop_assert_eq!(read, renamed.iter().map(row).collect::<Vec<_>>());
    }

    /// What the vendor's own server would tell comes back from it alone.
    #[test]
    fn without_the_extension_what_the_vendor_carries_comes_back(conversation in generate::conversation()) {
        let mut written = detail(&conversation, Audience::Company);
        without_extension(&mut written);
        let read = StackAuth::default().read_conversation(&ok(&written)).unwrap();
        let ours = IdForm::UUID.conversation(&conversation);
        prop_assert_eq!(&read.id, &ours.id);
        prop_assert_eq!(&read.title, &ours.title.clone().filter(|title| !title.is_empty()));
        prop_assert_eq!(status_of(read.state), status_of(ours.state));
        prop_assert_eq!(read.created_at, ours.created_at);
        prop_assert_eq!(read.updated_at, ours.updated_at);
        prop_assert_eq!(&read.assignee, &ours.assignee);
        let usual = |priority| if priority == Priority::None { Priority::Normal } else { priority };
        prop_assert_eq!(read.priority, usual(ours.priority));
        prop_assert_eq!(read.handling.closed_at, ours.handling.closed_at);
        prop_assert_eq!(read.handling.last_inbound_at, ours.handling.last_inbound_at);
        prop_assert_eq!(read.handling.last_outbound_at, ours.handling.last_outbound_at);
        prop_assert_eq!(read.handling.sla, ours.handling.sla);
        // Where none was noted down, the beginning is one.
        prop_assert_eq!(read.handling.entry_points.len(), ours.handling.entry_points.len().max(1));
        let names = |tags: &[inbox_model::tag::Tag]| -> Vec<String> {
            tags.iter().map(|tag| tag.name.clone()).collect()
        };
        prop_assert_eq!(names(&read.tags), names(&ours.tags));
        let attributes = |conversation: &Conversation| conversation.custom_attributes.len();
        prop_assert_eq!(attributes(&read), attributes(&conversation));
        if let Some(contact) = conversation.contact().filter(|contact| contact.id.is_some()) {
            let contact = IdForm::UUID.participant(contact);
            let told = read.contact().unwrap();
            prop_assert_eq!((&told.id, &told.name, &told.email), (&contact.id, &contact.name, &contact.email));
        }
        let shown = |part: &&Arc<Part>| {
            !matches!(part.body, PartBody::Event(ref event) if !matches!(event, Event::StateChanged { .. }))
        };
        let expected: Vec<_> = ours.parts.iter().filter(shown).collect();
        prop_assert_eq!(read.parts.len(), expected.len());
        for (read, ours) in read.parts.iter().zip(expected) {
            prop_assert_eq!((&read.id, read.created_at), (&ours.id, ours.created_at));
            match (&ours.body, &read.body) {
                (PartBody::Message(_), PartBody::Message(_)) | (PartBody::Note(_), PartBody::Note(_)) => {
                    let [inbox_model::Content::Text { markdown }] = ours.contents() else { continue };
                    prop_assert_eq!(read.markdown().unwrap_or_default(), markdown);
                }
                (PartBody::Event(Event::StateChanged { state: one, .. }), PartBody::Event(Event::StateChanged { state: two, .. })) => {
                    prop_assert_eq!(status_of(*one), status_of(*two));
                }
                (PartBody::Message(_) | PartBody::Note(_) | PartBody::Event(_), other) => prop_assert!(false, "{other:?}"),
                // Everything else is a readable message or note.
                (_, body) => prop_assert!(matches!(body, PartBody::Message(_) | PartBody::Note(_))),
            }
        }
    }

    /// What a customer was told reads back as what was written for them, and no error.
    #[test]
    fn a_customers_answer_can_be_read(conversation in generate::conversation()) {
        let written = detail(&conversation, Audience::Customer);
        let read = StackAuth::default().read_conversation(&ok(&written)).unwrap();
        prop_assert!(read.parts.iter().all(|part| part.is_public()));
        let public = conversation.parts.iter().filter(|part| part.is_public()).count();
        prop_assert_eq!(read.parts.len(), public);
        prop_assert_eq!(&read.preview, &IdForm::UUID.conversation(&Audience::Customer.conversation(&conversation, true)).preview);
    }
}

/// Pitfall 15: an agent's answer makes a conversation pending, which says that the company waits for
/// the customer. What was put aside has no word of its own and is pending too.
#[test]
fn pitfall_15_pending_says_that_the_company_waits() {
    let check = |state: State, status: &str, awaiting: bool| {
        let mut conversation = Conversation::new("c1".into(), Timestamp::default());
        conversation.state = state;
        let mut written = row(&conversation, Audience::Company);
        assert_eq!(written["status"], status);
        without_extension(&mut written);
        let list = serde_json::json!({ "conversations": [written], "hasMore": false });
        let read = StackAuth::default().read_list(&ok(&list)).unwrap();
        assert_eq!(read.conversations[0].awaiting_customer_reply, Some(awaiting));
    };
    check(State::Open, "open", false);
    check(State::Pending, "pending", true);
    check(State::Snoozed, "pending", true);
    check(State::Closed, "closed", false);
}

#[test]
fn the_four_sources_are_told_apart() {
    let mut source = inbox_model::conversation::Source::default();
    for (channel, word) in [
        (Channel::Web, "chat"),
        (Channel::Ios, "chat"),
        (Channel::Email, "email"),
        (Channel::Whatsapp, "api"),
        (Channel::Other("api".into()), "api"),
        (Channel::Other("manual".into()), "manual"),
        (Channel::Unknown, "manual"),
    ] {
        source.channel = channel;
        let mut conversation = Conversation::new("c1".into(), Timestamp::default());
        conversation.source = Some(source.clone());
        assert_eq!(row(&conversation, Audience::Company)["source"], word);
    }
}

/// A list may hold messages of types that come later: they are neutral events, and the data is kept.
#[test]
fn unknown_types_are_neutral_events() {
    let mut written =
        detail(&Conversation::new("c1".into(), Timestamp::default()), Audience::Company);
    written["messages"] = serde_json::json!([
        { "id": "m1", "messageType": "hologram", "body": "hi", "sender": { "type": "alien" } },
        { "id": "m2", "messageType": "status-change", "metadata": { "status": "parked" } },
    ]);
    let read = StackAuth::default().read_conversation(&ok(&written)).unwrap();
    let names: Vec<_> = read
        .parts
        .iter()
        .map(|part| match &part.body {
            PartBody::Event(Event::Other { name, .. }) => name.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(names, ["hologram", "status-change"]);
    let author = read.parts[0].author.as_ref().unwrap();
    assert_eq!(author.kind, ParticipantKind::Other("alien".into()));
}
