//! Every sample payload of the contract, and what is written of generated conversations.

use inbox_dialects::ids::IdForm;
use inbox_dialects::stack_auth::StackAuth;
use inbox_dialects::stack_auth::server::{read_create, write_created, write_list};
use inbox_dialects::{Dialect, Outcome, Response};
use inbox_model::{Command, Content, Conversation, ConversationId, PartBody, State, Timestamp};
use proptest::prelude::*;
use serde_json::json;

use super::{AUDIENCES, CONTRACT, detail, row};
use crate::generate;

/// The vendor's own sample leaves out every enumeration and has `<string>` where times and UUIDs are
/// due (contracts, "samples that contradict their own schema"). It is read all the same.
#[test]
fn every_sample_is_read() {
    let mut count = 0;
    for example in CONTRACT.examples() {
        count += 1;
        match (example.operation.as_str(), example.is_response) {
            ("updateConversation", true) => {
                let read = StackAuth::default().read_conversation(&example.response()).unwrap();
                assert_eq!(read.id, ConversationId::from("<string>"));
                assert_eq!((read.state, read.title.as_deref()), (State::Open, Some("<string>")));
                assert_eq!(read.tags[0].name, "<string>");
                assert_eq!(read.assignee, Some("<string>".into()));
                let [part] = read.parts.as_slice() else { panic!("{read:?}") };
                assert_eq!(part.markdown(), Some("<string>"));
                assert!(matches!(part.body, PartBody::Message(_)));
                assert!(read.handling.entry_points[0].is_origin);
            }
            ("createConversation", true) => {
                let start = Command::Start { contents: vec![Content::text("x")] };
                let read = StackAuth::default().read_command(&start, &example.response()).unwrap();
                let Outcome::Conversation(read) = read else { panic!("{read:?}") };
                assert_eq!(read.id, ConversationId::from("<string>"));
            }
            // It names project and user alone, which is too little.
            ("createConversation", false) => {
                assert_eq!(read_create(&example.text).unwrap_err().status, 400);
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(count, 3);
}

#[test]
fn a_page_tells_only_that_there_is_more_and_the_next_one_starts_after_it() {
    let conversation = Conversation::new("c1".into(), Timestamp::from_millis(0));
    let rows: Vec<_> = [conversation.clone(), conversation]
        .iter()
        .map(|row| IdForm::UUID.conversation(row))
        .collect();
    let page = |rows: &[Conversation], has_more: bool, cursor: Option<&str>| {
        let list = write_list(rows, has_more, super::Audience::Company, None);
        let response = Response { status: 200, body: serde_json::to_string(&list).unwrap() };
        let query =
            inbox_dialects::ListQuery { cursor: cursor.map(Into::into), ..Default::default() };
        StackAuth::default().read_page(&query, &response).unwrap().next_cursor
    };
    assert_eq!(page(&rows, true, None), Some("2".into()));
    assert_eq!(page(&rows, true, Some("40")), Some("42".into()));
    assert_eq!(page(&rows, false, Some("40")), None);
    assert_eq!(page(&[], true, Some("40")), None);
    assert_eq!(page(&rows, true, Some("elsewhere")), Some("2".into()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_conversation_is_as_the_contract_says(conversation in generate::conversation()) {
        for audience in AUDIENCES {
            let written = detail(&conversation, audience);
            for operation in ["getConversation", "updateConversation"] {
                CONTRACT.assert_response(operation, 200, &written);
            }
            CONTRACT.assert_component("Conversation", &row(&conversation, audience));
            let renamed = IdForm::UUID.conversation(&conversation);
            let rows = [renamed.clone(), renamed.clone()];
            let more = Some(json!({ "counts": { "open": 3 } }));
            let list = serde_json::to_value(write_list(&rows, true, audience, more)).unwrap();
            CONTRACT.assert_response("listConversations", 200, &list);
            let created = serde_json::to_value(write_created(&renamed, audience)).unwrap();
            CONTRACT.assert_response("createConversation", 200, &created);
        }
    }

    /// Pitfall 15: message rows repeat the status that their conversation has now, and the rest of
    /// what they share.
    #[test]
    fn pitfall_15_messages_repeat_their_conversation(conversation in generate::conversation()) {
        for audience in AUDIENCES {
            let written = detail(&conversation, audience);
            for message in written["messages"].as_array().unwrap() {
                for name in ["status", "priority", "source", "subject", "userId", "teamId", "conversationId"] {
                    prop_assert_eq!(&message[name], &written["conversation"][name], "{}", name);
                }
            }
        }
    }
}
