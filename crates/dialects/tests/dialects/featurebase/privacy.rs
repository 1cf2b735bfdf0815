//! What stays inside the company stays there.

use inbox_dialects::featurebase::server::{Audience, write_conversation, write_list, write_part};
use inbox_model::conversation::ReadReceipt;
use inbox_model::part::Message;
use inbox_model::{Conversation, Part, PartBody, Participant, ParticipantKind, Preview, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generate::{self, SECRET};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_secret_reaches_a_customer(conversation in generate::conversation()) {
        let whole = write_conversation(&conversation, true, Audience::Customer).to_string();
        prop_assert!(!whole.contains(SECRET), "{whole}");
        let rows = [conversation.clone()];
        let list = write_list(&rows, None, Audience::Customer, None).to_string();
        prop_assert!(!list.contains(SECRET), "{list}");
        for part in &conversation.parts {
            let part = write_part(part, Audience::Customer).map(|part| part.to_string());
            prop_assert!(part.as_ref().is_none_or(|part| !part.contains(SECRET)), "{part:?}");
        }
    }

    #[test]
    fn priority_tags_and_assignee_are_blank_to_a_customer(conversation in generate::conversation()) {
        let written = write_conversation(&conversation, true, Audience::Customer);
        for (name, blank) in [
            ("priority", json!(false)),
            ("prioritySetAt", Value::Null),
            ("adminAssigneeId", Value::Null),
            ("teamAssigneeId", Value::Null),
            ("tags", json!([])),
        ] {
            prop_assert_eq!(&written[name], &blank, "{}", name);
        }
        prop_assert!(written.get("csatDebug").is_none());
        for name in ["priority", "customAttributes"] {
            prop_assert!(written["inbox"].get(name).is_none());
        }
    }
}

/// The test above can fail: the company does get all of it.
#[test]
fn the_company_sees_the_secret() {
    let note = PartBody::Note(Message::text(SECRET));
    let part = Part::new("p1".into(), note, None, Timestamp::from_millis(0));
    assert!(write_part(&part, Audience::Company).unwrap().to_string().contains(SECRET));
    assert_eq!(write_part(&part, Audience::Customer), None);
}

fn with_contacts(ids: &[&str]) -> Conversation {
    let mut conversation = Conversation::new("c1".into(), Timestamp::from_millis(0));
    for id in ids {
        conversation.participants.push(Participant::new(ParticipantKind::Customer, *id));
        conversation.read_receipts.push(ReadReceipt {
            participant: (*id).into(),
            kind: ParticipantKind::Customer,
            last_read_part: "p1".into(),
        });
    }
    conversation.read_receipts.push(ReadReceipt {
        participant: "a1".into(),
        kind: ParticipantKind::Agent,
        last_read_part: "p1".into(),
    });
    conversation
}

#[test]
fn a_customer_gets_their_own_receipt_and_no_other() {
    let receipts = |ids: &[&str]| {
        let written = write_conversation(&with_contacts(ids), false, Audience::Customer);
        written.get("readReceipts").cloned()
    };
    let own = json!([{ "id": "u1", "userType": "customer", "lastReadPartId": "p1" }]);
    assert_eq!(receipts(&["u1"]), Some(own));
    // Of several contacts nobody knows who reads.
    assert_eq!(receipts(&["u1", "u2"]), None);
}

#[test]
fn an_agent_has_a_name_and_a_picture_to_a_customer() {
    let mut ada = Participant::new(ParticipantKind::Agent, "a1").named("Ada");
    ada.email = Some("ada@example.com".into());
    ada.avatar_url = Some("https://x/ada.png".into());
    let message = PartBody::Message(Message::text("Hi"));
    let part = Part::new("p1".into(), message, Some(ada), Timestamp::from_millis(0));
    let written = write_part(&part, Audience::Customer).unwrap();
    let author = json!({ "id": null, "type": "admin", "name": "Ada", "profilePicture": "https://x/ada.png" });
    assert_eq!(written["author"], author);
}

/// The row of a list shows the newest thing that the customer may see.
#[test]
fn a_preview_of_a_note_is_replaced() {
    let mut conversation = with_contacts(&["u1"]);
    let at = Timestamp::from_millis(5);
    let said = PartBody::Message(Message::text("in the open"));
    conversation.parts.push(Part::new("p1".into(), said, None, at).into());
    let noted = PartBody::Note(Message::text("among us"));
    conversation.parts.push(Part::new("p2".into(), noted, None, at).into());
    let preview = |note: bool| Preview {
        part_id: "p2".into(),
        text: "among us".into(),
        author: None,
        at,
        content: None,
        note,
    };
    // Whether the stored preview owns up to being a note's or not.
    for note in [true, false] {
        conversation.preview = Some(preview(note));
        let written = write_conversation(&conversation, false, Audience::Customer);
        assert_eq!(written["inbox"]["preview"]["text"], "in the open");
    }
}
