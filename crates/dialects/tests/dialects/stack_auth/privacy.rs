//! What stays inside the company stays there.

use inbox_dialects::ids::IdForm;
use inbox_dialects::stack_auth::server::{Audience, write_created, write_list};
use inbox_model::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{detail, row};
use crate::generate::{self, SECRET};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_secret_reaches_a_customer(conversation in generate::conversation()) {
        // Ids as they are too: a UUID would hide the word in them.
        let renamed = IdForm::UUID.conversation(&conversation);
        let own = inbox_dialects::stack_auth::server::write_conversation(
            &conversation, true, Audience::Customer, Timestamp::default(),
        );
        let list = write_list(std::slice::from_ref(&renamed), false, Audience::Customer, None);
        let created = write_created(&renamed, Audience::Customer);
        for text in [
            own.to_string(),
            detail(&conversation, Audience::Customer).to_string(),
            row(&conversation, Audience::Customer).to_string(),
            serde_json::to_string(&list).unwrap(),
            serde_json::to_string(&created).unwrap(),
        ] {
            prop_assert!(!text.contains(SECRET), "{text}");
        }
    }

    #[test]
    fn internal_metadata_is_blank_to_a_customer(conversation in generate::conversation()) {
        let written = detail(&conversation, Audience::Customer);
        let metadata = &written["conversation"]["metadata"];
        prop_assert_eq!(&metadata["tags"], &json!([]));
        for (name, value) in metadata.as_object().unwrap() {
            prop_assert!(name == "tags" || value.is_null(), "{name} {value}");
        }
        for name in ["recordMetadata", "lastInboundAt", "lastOutboundAt", "closedAt", "userPrimaryEmail"] {
            prop_assert_eq!(&written["conversation"][name], &Value::Null, "{}", name);
        }
        prop_assert_eq!(&written["conversation"]["priority"], &json!("normal"));
        prop_assert_eq!(&written["entryPoints"], &json!([]));
        prop_assert!(written.get("inbox").is_none(), "{}", written["inbox"]);
        for message in written["messages"].as_array().unwrap() {
            prop_assert_ne!(&message["messageType"], &json!("internal-note"));
            prop_assert_eq!(&message["sender"]["primaryEmail"], &Value::Null);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    /// The tests above can fail: the company does get all of it.
    #[test]
    fn the_company_sees_the_secret(mut conversation in generate::conversation()) {
        conversation.title = Some(SECRET.into());
        prop_assert!(detail(&conversation, Audience::Company).to_string().contains(SECRET));
    }
}
