//! What is written of commands, and what they say.

use super::*;

#[test]
fn unassigning_is_kept_apart_from_leaving_alone() {
    let check = |agent: Option<Option<ParticipantId>>, json: &str| {
        let command = Command::Assign { agent, team: None };
        assert_eq!(serde_json::to_string(&command).unwrap(), json);
        assert_eq!(serde_json::from_str::<Command>(json).unwrap(), command);
    };
    check(Some(Some("a1".into())), r#"{"do":"assign","agent":"a1"}"#);
    check(Some(None), r#"{"do":"assign","agent":null}"#);
    check(None, r#"{"do":"assign"}"#);
}

/// Every command that says something, with what is said.
#[cfg(feature = "company")]
fn speaking() -> [Command; 5] {
    let contents = vec![Content::text("hello")];
    [
        Command::Start { contents: contents.clone() },
        Command::reply_of(contents.clone()),
        Command::Note { contents: contents.clone() },
        Command::Restart { contents: contents.clone() },
        Command::Suggest { contents },
    ]
}

#[cfg(feature = "company")]
#[test]
fn what_is_said_can_be_read_and_replaced() {
    for mut command in speaking() {
        assert_eq!(command.contents(), [Content::text("hello")], "{command:?}");
        *command.contents_mut().unwrap() = vec![Content::text("bye")];
        assert_eq!(command.contents(), [Content::text("bye")], "{command:?}");
    }
    assert!(Command::Close.contents().is_empty());
    assert_eq!(Command::Close.contents_mut(), None);
}

#[cfg(feature = "company")]
#[test]
fn only_a_note_is_one_and_drafts_and_restarts_have_no_place_before_they_are_parts() {
    assert_eq!(speaking().map(|one| one.is_note()), [false, false, true, false, false]);
    assert_eq!(speaking().map(|one| one.is_spoken()), [true, true, true, false, false]);
    assert!(!Command::Close.is_note() && !Command::Close.is_spoken());
}

/// Clients of one kind store what those of another read.
#[cfg(feature = "company")]
#[test]
fn an_envelope_that_says_nothing_is_not_written() {
    let check = |envelope: Envelope, json: &str| {
        let command = Command::SendSuggestion { part: "p1".into(), envelope };
        assert_eq!(serde_json::to_string(&command).unwrap(), json);
        assert_eq!(serde_json::from_str::<Command>(json).unwrap(), command);
    };
    check(Envelope::default(), r#"{"do":"send_suggestion","part":"p1"}"#);
    let envelope = Envelope { subject: Some("Hi".into()), ..Envelope::default() };
    let json = r#"{"do":"send_suggestion","part":"p1","envelope":{"subject":"Hi"}}"#;
    check(envelope, json);
}

#[test]
fn ones_own_receipt_moves_where_nobody_elses_does() {
    let own = || Readers { me: true, ..Readers::default() };
    assert!(own().is_own());
    for others in [
        Readers::default(),
        Readers { all_agents: true, ..own() },
        Readers { all_contacts: true, ..own() },
        Readers { agents: vec!["a1".into()], ..own() },
        Readers { contacts: vec!["c1".into()], ..own() },
    ] {
        assert!(!others.is_own(), "{others:?}");
    }
}
