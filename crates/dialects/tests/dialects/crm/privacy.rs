//! What stays inside the company stays there.

use inbox_dialects::crm::server::{
    Audience, write_conversation, write_list, write_message, write_messages, write_started,
};
use inbox_model::part::Message;
use inbox_model::{Conversation, Part, PartBody};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::NOW;
use crate::generate::{self, SECRET};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_secret_reaches_a_customer(conversation in generate::conversation()) {
        let audience = Audience::Customer;
        let rows = [conversation.clone()];
        let mut answers = vec![
            write_conversation(&conversation, true, audience, NOW),
            write_started(&conversation, audience, NOW),
            write_list(&rows, &[], (1, 50, 0), audience, NOW, None),
            write_messages(&conversation, audience),
        ];
        let parts = conversation.parts.iter();
        answers.extend(parts.filter_map(|part| write_message(&conversation, part, audience)));
        for answer in answers {
            let answer = answer.to_string();
            prop_assert!(!answer.contains(SECRET), "{answer}");
        }
    }

    /// The flags that the vendor's form always has are blank, as if nobody had done anything.
    #[test]
    fn what_the_company_keeps_is_blank_to_a_customer(conversation in generate::conversation()) {
        let written = write_conversation(&conversation, true, Audience::Customer, NOW);
        for (name, blank) in [
            ("assigned_to", Value::Null),
            ("starred", json!(false)),
            ("archived", json!(false)),
            ("overdue", json!(false)),
            ("sla_due_at", Value::Null),
            ("last_inbound_at", Value::Null),
            ("last_outbound_at", Value::Null),
            ("pending_suggestion_id", Value::Null),
        ] {
            prop_assert_eq!(&written[name], &blank, "{}", name);
        }
        let messages = write_messages(&conversation, Audience::Customer);
        for message in messages["items"].as_array().unwrap() {
            prop_assert!(message["channel"] != "note" && message["channel"] != "call");
            prop_assert!(message.get("status") != Some(&json!("suggested")));
            prop_assert_eq!(&message["provider_message_id"], &Value::Null);
        }
    }
}

/// The tests above can fail: the company does get all of it.
#[test]
fn the_company_sees_the_secret() {
    let note = PartBody::Note(Message::text(SECRET));
    let part = Part::new("p1".into(), note, None, NOW);
    let mut conversation = Conversation::new("c1".into(), NOW);
    conversation.parts.push(part.clone().into());
    let written = write_message(&conversation, &part, Audience::Company).unwrap();
    assert!(written.to_string().contains(SECRET));
    assert!(write_messages(&conversation, Audience::Company).to_string().contains(SECRET));
    assert_eq!(write_message(&conversation, &part, Audience::Customer), None);
    assert_eq!(write_messages(&conversation, Audience::Customer), json!({ "items": [] }));
}
