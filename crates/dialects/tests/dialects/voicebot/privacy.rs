//! What stays inside the company stays there.

use inbox_dialects::voicebot::server::{
    Audience, write_conversation, write_list, write_message, write_messages,
};
use inbox_model::Timestamp;
use proptest::prelude::*;

use super::conversation;
use crate::generate::SECRET;

const NOW: Timestamp = Timestamp::from_millis(1_750_000_000_000);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_secret_reaches_a_customer(conversation in conversation()) {
        let audience = Audience::Customer;
        let mut told = vec![
            write_conversation(&conversation, audience, NOW),
            write_list(std::slice::from_ref(&conversation), None, audience, None, NOW),
            write_messages(&conversation, audience, NOW),
        ];
        let parts = conversation.parts.iter();
        told.extend(parts.filter_map(|part| write_message(&conversation, part, audience, NOW)));
        for value in told {
            let text = value.to_string();
            prop_assert!(!text.contains(SECRET), "{text}");
        }
    }

    #[test]
    fn what_the_company_keeps_is_no_member_of_a_customers_answer(conversation in conversation()) {
        let written = write_conversation(&conversation, Audience::Customer, NOW);
        for name in [
            "agent",
            "user",
            "reply_until",
            "reply_possible",
            "customer_interaction_required",
            "unread_customer_messages_count",
        ] {
            prop_assert!(written.get(name).is_none(), "{name}");
        }
        prop_assert!(written["latest_note"].is_null());
        prop_assert!(written["last_customer_reply_from"].is_null());
        prop_assert!(written["inbox"].get("handling").is_none());
    }
}

/// The tests above can fail: the company does get all of it.
#[test]
fn the_company_sees_the_secret() {
    let mut conversation = inbox_model::Conversation::new("k3x9p2m4qz".into(), NOW);
    conversation.handling.profile = Some(Box::new(inbox_model::handling::Profile {
        address: Some(SECRET.into()),
        ..inbox_model::handling::Profile::default()
    }));
    let ada = inbox_model::Participant::new(
        inbox_model::ParticipantKind::Lead,
        "64b0c0ffee0000000000beef",
    );
    conversation.participants.push(ada);
    let company = write_conversation(&conversation, Audience::Company, NOW).to_string();
    assert!(company.contains(SECRET));
}
