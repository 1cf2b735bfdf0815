//! Every sample payload of the contract.

use inbox_dialects::voicebot::Voicebot;
use inbox_dialects::voicebot::server::{
    read_mark_read, read_set_reaction, read_update, wire::Status,
};
use inbox_dialects::{Dialect, Outcome};
use inbox_model::{Command, Content, Delivery, ParticipantKind, Timestamp};

use super::contract::examples;

#[test]
fn every_answer_is_read() {
    let mut count = 0;
    for example in examples().iter().filter(|example| example.is_response) {
        let command = match example.operation.as_str() {
            "restartConversation" => Command::Restart { contents: Vec::new() },
            "setMessageReaction" => Command::reply("x"),
            other => panic!("no answer of {other}"),
        };
        let read = Voicebot::new().read_command(&command, &example.response()).unwrap();
        let Outcome::Part(part) = read else { panic!("{}", example.file) };
        assert_eq!(part.id.as_str(), "123");
        assert_eq!(part.contents(), [Content::text("<string>")]);
        assert_eq!(part.author.as_ref().unwrap().kind, ParticipantKind::System);
        assert_eq!(part.created_at, Timestamp::parse("2023-01-01T12:00:00Z").unwrap());
        assert_eq!(part.delivery, Some(Delivery::Created));
        let tracking = &part.tracking;
        // A reference that is an empty object refers to nothing; an error beside a status that is
        // none is history.
        assert_eq!((tracking.reply_to.as_ref(), tracking.delivery_info.as_ref()), (None, None));
        assert_eq!(tracking.campaign.as_deref(), Some("<string>"));
        assert_eq!(tracking.company_reaction.as_deref(), Some("<string>"));
        count += 1;
    }
    assert_eq!(count, 2);
}

/// The vendor tells no names, so a reaction's answer is not taken for what is known of the message.
#[test]
fn a_reaction_is_done_where_the_vendor_says_so() {
    let example =
        examples().into_iter().find(|one| one.operation == "setMessageReaction" && one.is_response);
    let example = example.unwrap();
    let react = Command::React { part: "123".into(), emoji: None };
    assert_eq!(Voicebot::new().read_command(&react, &example.response()), Ok(Outcome::Done));
}

#[test]
fn every_request_is_read() {
    let mut count = 0;
    for example in examples().iter().filter(|example| !example.is_response) {
        match example.operation.as_str() {
            "updateConversation" => {
                let read = read_update(&example.text).unwrap();
                assert_eq!((read.status, read.user_id), (Some(Status::ToDo), Some(Some(123))));
            }
            "markConversationRead" => assert!(read_mark_read(&example.text).unwrap().mark_external),
            "setMessageReaction" => {
                let read = read_set_reaction(&example.text).unwrap();
                assert_eq!(read.reaction.as_deref(), Some("<string>"));
            }
            other => panic!("no request of {other}"),
        }
        count += 1;
    }
    assert_eq!(count, 3);
}
