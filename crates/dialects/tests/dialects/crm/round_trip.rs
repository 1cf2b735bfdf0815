//! From the model to the wire and back, nothing is lost that the dialect can carry.

use std::sync::Arc;

use inbox_dialects::crm::Crm;
use inbox_dialects::crm::server::{
    Audience, write_conversation, write_list, write_message, write_messages, write_started,
};
use inbox_dialects::ids::IdForm;
use inbox_dialects::ids::uuid_of_text;
use inbox_dialects::{Dialect, Outcome};
use inbox_model::suggestion::SuggestionStatus;
use inbox_model::{
    Channel, Command, Content, Conversation, Delivery, Part, PartBody, ParticipantKind,
};
use proptest::prelude::*;
use serde_json::Value;

use super::{NOW, ok};
use crate::codecs::remove_extension;
use crate::generate;

/// The part as the wire names things. HTML is no concern of this vendor's.
fn comparable_part(conversation: &Conversation, part: &Part) -> Part {
    let mut part = IdForm::UUID.part(&conversation.id, part);
    let message = match &mut part.body {
        PartBody::Message(message) | PartBody::Note(message) => Some(message),
        PartBody::Suggestion(draft) => Some(&mut draft.message),
        _ => None,
    };
    if let Some(message) = message {
        if !message.email && !matches!(part.body, PartBody::Suggestion(_)) {
            return without_html(part);
        }
        return name_files(part);
    }
    part
}

fn without_html(mut part: Part) -> Part {
    if let PartBody::Message(message) | PartBody::Note(message) = &mut part.body {
        message.html = None;
    }
    name_files(part)
}

fn name_files(mut part: Part) -> Part {
    let message = match &mut part.body {
        PartBody::Message(message) | PartBody::Note(message) => message,
        PartBody::Suggestion(draft) => &mut draft.message,
        _ => return part,
    };
    for content in &mut message.contents {
        if let Content::Image(media)
        | Content::Video(media)
        | Content::Document(media)
        | Content::Audio { media, .. } = content
        {
            let uuid = media.id.as_ref().and_then(|id| uuid_of_text(id.as_str()));
            media.id = uuid.map(Into::into);
        }
    }
    part
}

/// The conversation as the wire names things.
pub(crate) fn comparable(conversation: &Conversation) -> Conversation {
    let mut comparable = IdForm::UUID.conversation(conversation);
    if let Some(source) = &mut comparable.source {
        source.html.clear();
    }
    comparable.parts = conversation
        .parts
        .iter()
        .map(|part| Arc::new(comparable_part(conversation, part)))
        .collect();
    comparable
}

/// Reads a thread by its two requests.
fn read(conversation: &Conversation, audience: Audience) -> Conversation {
    let written = write_conversation(conversation, true, audience, NOW);
    let mut read = Crm::new().read_conversation(&ok(&written)).unwrap();
    let messages = write_messages(conversation, audience);
    Crm::new().read_parts(&mut read, &ok(&messages)).unwrap();
    read
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_conversation_comes_back(conversation in generate::conversation()) {
        let mut read = read(&conversation, Audience::Company);
        if conversation.preview.is_none() {
            // What the thread says last is a good preview where none is told.
            read.preview = None;
        }
        prop_assert_eq!(read, comparable(&conversation));
    }

    #[test]
    fn a_beginning_comes_back_whole(conversation in generate::conversation()) {
        prop_assume!(!conversation.parts.is_empty());
        let written = write_started(&conversation, Audience::Company, NOW);
        let start = Command::Start { contents: vec![Content::text("Hi")] };
        let Outcome::Conversation(read) = Crm::new().read_command(&start, &ok(&written)).unwrap()
        else {
            panic!()
        };
        prop_assert_eq!(&read.parts, &comparable(&conversation).parts);
    }

    #[test]
    fn a_message_comes_back(part in generate::part()) {
        let mut conversation = Conversation::new("c1".into(), NOW);
        conversation.parts.push(Arc::new(part.clone()));
        let Some(written) = write_message(&conversation, &part, Audience::Company) else {
            return Ok(());
        };
        let answer = Crm::new().read_command(&Command::reply("x"), &ok(&written)).unwrap();
        let Outcome::Part(read) = answer else { panic!("{answer:?}") };
        prop_assert_eq!(*read, comparable_part(&conversation, &part));
    }

    #[test]
    fn a_page_comes_back(
        rows in prop::collection::vec(generate::conversation(), 1..4),
        before in 0..9_u64,
        after in 0..3_u64,
    ) {
        let count = rows.len() as u64;
        let shape = (before + count + after, 50, before);
        let written = write_list(&rows, &[], shape, Audience::Company, NOW, None);
        let page = Crm::new().read_list(&ok(&written)).unwrap();
        let next = (after > 0).then(|| (before + count).to_string());
        prop_assert_eq!(page.next_cursor, next);
        let row = |row: &Conversation| Conversation { parts: Vec::new(), ..comparable(row) };
        prop_assert_eq!(page.conversations, rows.iter().map(row).collect::<Vec<_>>());
    }

    /// What a customer was told reads back as what was written for them, and no error.
    #[test]
    fn a_customers_answer_can_be_read(conversation in generate::conversation()) {
        let read = read(&conversation, Audience::Customer);
        prop_assert!(read.parts.iter().all(|part| part.is_public()));
        let public = conversation.parts.iter().filter(|part| part.is_public()).count();
        prop_assert_eq!(read.parts.len(), public);
    }

    /// Without the extension, as the vendor's own server answers, what its form has a place for is
    /// still there.
    #[test]
    fn the_vendors_form_alone_keeps_what_it_has_a_place_for(conversation in generate::conversation()) {
        let bare = |mut value: Value| {
            remove_extension(&mut value);
            value
        };
        let written = bare(write_conversation(&conversation, true, Audience::Company, NOW));
        let mut read = Crm::new().read_conversation(&ok(&written)).unwrap();
        let messages = bare(write_messages(&conversation, Audience::Company));
        Crm::new().read_parts(&mut read, &ok(&messages)).unwrap();
        let whole = comparable(&conversation);
        prop_assert_eq!(&read.id, &whole.id);
        prop_assert_eq!(&read.assignee, &whole.assignee);
        prop_assert_eq!(read.handling.starred, whole.handling.starred);
        prop_assert_eq!(read.handling.archived, whole.handling.archived);
        prop_assert_eq!(read.handling.last_inbound_at, whole.handling.last_inbound_at);
        prop_assert_eq!(read.handling.last_outbound_at, whole.handling.last_outbound_at);
        prop_assert_eq!(&read.handling.pending_suggestion, &whole.handling.pending_suggestion);
        prop_assert_eq!(read.due_at(), whole.due_at());
        prop_assert_eq!(read.created_at, whole.created_at);
        prop_assert_eq!(read.unread.unwrap_or(0), whole.unread.unwrap_or(0));
        prop_assert_eq!(
            read.contact().and_then(|contact| contact.id.clone()),
            whole.contact().and_then(|contact| contact.id.clone())
        );
        let told: Vec<_> = whole.parts.iter().filter(|part| is_touchpoint(part)).collect();
        prop_assert_eq!(read.parts.len(), told.len());
        for (read, part) in read.parts.iter().zip(told) {
            prop_assert_eq!((&read.id, read.created_at), (&part.id, part.created_at));
            prop_assert_eq!(&read.tracking.external_id, &part.tracking.external_id);
            prop_assert_eq!(&read.tracking.subject, &part.tracking.subject);
            prop_assert_eq!(side(read), side(part), "{:?} {:?}", read, part);
            if let (PartBody::Call(read), PartBody::Call(part)) = (&read.body, &part.body) {
                prop_assert_eq!(read.duration_ms, part.duration_ms / 1_000 * 1_000);
                prop_assert_eq!((read.inbound, &read.summary), (part.inbound, &part.summary));
            }
            if let Some(Channel::Sms | Channel::Email) = part.channel
                && part.is_spoken()
                && !matches!(&part.body, PartBody::Message(message) if message.email)
            {
                prop_assert_eq!(&read.channel, &part.channel);
            }
            if let (true, false, Some(Delivery::Created)) =
                (part.is_spoken(), part.is_inbound(), &part.delivery)
            {
                prop_assert_eq!(&read.delivery, &part.delivery);
            }
        }
    }
}

fn is_touchpoint(part: &Part) -> bool {
    matches!(
        part.body,
        PartBody::Message(_)
            | PartBody::Note(_)
            | PartBody::Call(_)
            | PartBody::Suggestion(_)
            | PartBody::QuickReplies { .. }
            | PartBody::QuickReplyChosen { .. }
    )
}

/// Who spoke, as far as the vendor has a word for it.
fn side(part: &Part) -> &'static str {
    match (&part.body, part.author.as_ref().map(|author| &author.kind)) {
        (PartBody::Suggestion(draft), _) if draft.status == SuggestionStatus::Pending => "draft",
        (_, Some(kind)) if kind.is_contact() => "contact",
        (_, Some(ParticipantKind::Agent)) => "staff",
        (_, Some(ParticipantKind::Bot)) => "ai",
        (_, Some(_)) => "system",
        (PartBody::Call(call), None) if call.inbound => "contact",
        (_, None) => "nobody",
    }
}
