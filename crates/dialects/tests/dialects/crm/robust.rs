//! Whatever arrives, nothing panics, and what is no answer is an error.

use inbox_dialects::crm::Crm;
use inbox_dialects::crm::server::{
    Audience, read_archive, read_assign, read_list, read_open, read_send, read_suggestion,
    read_views, write_conversation, write_messages, write_views,
};
use inbox_dialects::{Dialect, DialectError, Response, SavedViews};
use inbox_model::{Command, Conversation};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{CONTRACT, NOW};
use crate::featurebase::robust::{any_json, replace, size};
use crate::generate;

/// Reads an answer in every way there is.
fn read_all(status: u16, body: &str) -> Vec<Option<DialectError>> {
    let crm = Crm::new();
    let response = Response { status, body: body.to_owned() };
    let mut conversation = Conversation::new("c1".into(), NOW);
    let mut errors = vec![
        crm.read_list(&response).err(),
        crm.read_conversation(&response).err(),
        crm.read_parts(&mut conversation, &response).err(),
        crm.read_views(&response).err(),
        crm.read_view_counts(&response).err(),
        crm.read_sla(&response).err(),
        crm.read_overdue_count(&response).err(),
        crm.read_upload(&response).err(),
    ];
    let commands = [Command::reply("x"), Command::MarkUnread];
    errors.extend(commands.iter().map(|command| crm.read_command(command, &response).err()));
    errors
}

/// Reads a request in every way there is.
fn read_requests(body: &str) {
    let _ = read_send(body);
    let _ = read_open(body);
    let _ = read_assign(body);
    let _ = read_archive(body);
    let _ = read_suggestion(body);
    let _ = read_views(body);
    let _ = read_list(body);
}

fn fits(status: u16, error: Option<&DialectError>) -> bool {
    match error {
        None => status < 400,
        Some(DialectError::Malformed { .. }) => !(400..600).contains(&status),
        Some(_) => status >= 400,
    }
}

/// The vendor's samples, all of which are requests.
#[test]
fn every_sample_is_read() {
    let mut count = 0;
    for example in CONTRACT.examples() {
        match example.operation.as_str() {
            "assignConversation" => {
                // The sample's UUID was not given out by any store here.
                let error = read_assign(&example.text).err().map(|error| error.status);
                assert_eq!(error, example.value["assigned_to"].as_str().map(|_| 422));
            }
            "archiveConversation" => {
                assert_eq!(read_archive(&example.text), Ok(example.value["archived"] == true));
            }
            other => panic!("{other}"),
        }
        count += 1;
    }
    assert_eq!(count, 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_text_is_no_value(status in 100..700_u16, body in ".{0,60}") {
        prop_assume!(serde_json::from_str::<Value>(&body).is_err());
        for error in read_all(status, &body) {
            prop_assert!(error.is_some() && fits(status, error.as_ref()), "{status} {error:?}");
        }
        read_requests(&body);
    }

    #[test]
    fn a_cut_answer_is_malformed(conversation in generate::conversation(), cut in any::<prop::sample::Index>()) {
        let text = write_messages(&conversation, Audience::Company).to_string();
        let mut at = cut.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        for error in read_all(200, &text[..at]) {
            prop_assert!(error.is_some() && fits(200, error.as_ref()), "{error:?}");
        }
        read_requests(&text[..at]);
    }

    /// Answers with one value replaced by another: read or refused, and what was read is written
    /// again as the contract says.
    #[test]
    fn an_altered_answer_does_no_harm(
        conversation in generate::conversation(),
        which in 0..2_u8,
        place in any::<prop::sample::Index>(),
        new in any_json(),
        status in prop_oneof![4 => Just(200_u16), 1 => 400..600_u16],
    ) {
        let mut value = if which == 0 {
            write_conversation(&conversation, true, Audience::Company, NOW)
        } else {
            write_messages(&conversation, Audience::Company)
        };
        let mut number = place.index(size(&value));
        replace(&mut value, &mut number, &new);
        let body = value.to_string();
        for error in read_all(status, &body) {
            let as_told = match &error {
                None | Some(DialectError::Malformed { .. }) => status < 400,
                Some(_) => status >= 400,
            };
            prop_assert!(as_told, "{status} {error:?}");
        }
        read_requests(&body);
        let response = Response { status: 200, body };
        if let Ok(mut read) = Crm::new().read_conversation(&response) {
            let _ = Crm::new().read_parts(&mut read, &response);
            // Its ids may be anything now; all else is as it should be.
            let written = write_conversation(&read, true, Audience::Customer, NOW);
            prop_assert!(written["inbox"].is_object());
        }
    }

    #[test]
    fn altered_views_do_no_harm(place in any::<prop::sample::Index>(), new in any_json()) {
        let mut value = write_views(&inbox_model::view::system());
        let mut number = place.index(size(&value));
        replace(&mut value, &mut number, &new);
        if let Ok(Ok(views)) = read_views(&value.to_string()).map(inbox_model::view::save) {
            CONTRACT.assert_response("saveViews", 200, &write_views(&views));
            prop_assert!(views.len() >= 4);
        }
        read_requests(&json!({ "views": value }).to_string());
    }
}
