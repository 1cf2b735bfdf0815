//! What stays inside the company stays there.

use inbox_dialects::intercom::server::{
    Audience, Paging, write_conversation, write_list, write_message, write_part,
};
use inbox_model::Timestamp;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::generate::{self, SECRET};

const NOW: Timestamp = Timestamp::from_millis(1_750_000_000_000);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_secret_reaches_a_customer(conversation in generate::conversation()) {
        let whole = write_conversation(&conversation, true, Audience::Customer, NOW).to_string();
        prop_assert!(!whole.contains(SECRET), "{whole}");
        let rows = [conversation.clone()];
        let list = write_list(&rows, Paging::default(), Audience::Customer, NOW, Map::new());
        prop_assert!(!list.to_string().contains(SECRET), "{list}");
        let begun = write_message(&conversation, Audience::Customer, NOW).to_string();
        prop_assert!(!begun.contains(SECRET), "{begun}");
        for part in &conversation.parts {
            let part = write_part(part, Audience::Customer).map(|part| part.to_string());
            prop_assert!(part.as_ref().is_none_or(|part| !part.contains(SECRET)), "{part:?}");
        }
    }

    /// The test above can fail: the company does get it.
    #[test]
    fn the_company_sees_tags_and_notes(conversation in generate::conversation()) {
        prop_assume!(!conversation.tags.is_empty());
        let whole = write_conversation(&conversation, true, Audience::Company, NOW).to_string();
        prop_assert!(whole.contains(SECRET));
    }

    #[test]
    fn what_is_the_companys_is_blank_to_a_customer(conversation in generate::conversation()) {
        let written = write_conversation(&conversation, true, Audience::Customer, NOW);
        for (name, blank) in [
            ("priority", json!("none")),
            ("admin_assignee_id", json!(0)),
            ("team_assignee_id", json!(0)),
            ("tags", json!({ "type": "tag.list", "tags": [] })),
            ("custom_attributes", json!({})),
            ("teammates", Value::Null),
            ("statistics", Value::Null),
            ("sla_applied", Value::Null),
        ] {
            prop_assert_eq!(&written[name], &blank, "{}", name);
        }
        for name in ["priority", "customAttributes", "handling", "assignee", "team", "tags"] {
            prop_assert!(written["inbox"].get(name).is_none(), "{}", name);
        }
    }
}
