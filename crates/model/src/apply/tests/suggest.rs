//! Drafts of a machine.

use super::*;
use crate::command::Envelope;
use crate::suggestion::{Suggestion, SuggestionStatus};

fn bot() -> Participant {
    Participant::new(ParticipantKind::Bot, "bot")
}

fn suggest(text: &str) -> (Participant, Command) {
    (bot(), Command::Suggest { contents: vec![Content::text(text)] })
}

fn send(part: &str) -> (Participant, Command) {
    (ben(), Command::SendSuggestion { part: part.into(), envelope: Envelope::default() })
}

fn dismiss(part: &str) -> (Participant, Command) {
    (ben(), Command::DismissSuggestion { part: part.into() })
}

fn statuses(conversation: &Conversation) -> Vec<SuggestionStatus> {
    let bodies = conversation.parts.iter().map(|part| &part.body);
    let status = |body: &PartBody| match body {
        PartBody::Suggestion(Suggestion { status, .. }) => Some(status.clone()),
        _ => None,
    };
    bodies.filter_map(status).collect()
}

#[test]
fn pitfall_19_a_draft_waits_and_is_sent_as_it_stands() {
    let waiting = after(&[started(), suggest("It left **today**.")]).unwrap();
    assert_eq!(waiting.handling.pending_suggestion, Some("p2".into()));
    assert_eq!(waiting.waiting_since, Some(NOW), "a draft is no answer");
    let sent = after(&[started(), suggest("It left **today**."), send("p2")]).unwrap();
    assert_eq!(statuses(&sent), [SuggestionStatus::Sent("p3".into())]);
    assert_eq!(sent.handling.pending_suggestion, None);
    let message = sent.parts.last().unwrap();
    assert_eq!(message.markdown(), Some("It left **today**."));
    assert_eq!(message.author, Some(ben()));
    assert_eq!(sent.waiting_since, None);
}

#[test]
fn pitfall_19_whatever_an_agent_says_settles_the_draft_and_a_customer_or_note_does_not() {
    let own = after(&[started(), suggest("a"), (ben(), Command::reply("b"))]).unwrap();
    assert_eq!(statuses(&own), [SuggestionStatus::Replaced("p3".into())]);
    for (actor, command) in [(ana(), Command::reply("b")), (ben(), Command::note("b"))] {
        let other = after(&[started(), suggest("a"), (actor, command)]).unwrap();
        assert_eq!(statuses(&other), [SuggestionStatus::Pending]);
        assert_eq!(other.handling.pending_suggestion, Some("p2".into()));
    }
}

#[test]
fn a_draft_is_settled_once() {
    let twice = |first, second| after(&[started(), suggest("a"), first, second]).unwrap_err();
    for first in [send("p2"), dismiss("p2"), (ben(), Command::reply("b"))] {
        assert_eq!(twice(first.clone(), send("p2")), Refusal::SuggestionNotPending);
        assert_eq!(twice(first, dismiss("p2")), Refusal::SuggestionNotPending);
    }
    assert_eq!(after(&[started(), send("p1")]).unwrap_err(), Refusal::PartNotFound);
    assert_eq!(after(&[started(), dismiss("p7")]).unwrap_err(), Refusal::PartNotFound);
}

#[test]
fn pitfall_19_a_newer_draft_takes_the_place_of_an_older_one() {
    let newer = after(&[started(), suggest("a"), suggest("b")]).unwrap();
    assert_eq!(statuses(&newer), [SuggestionStatus::Dismissed, SuggestionStatus::Pending]);
    assert_eq!(newer.handling.pending_suggestion, Some("p3".into()));
}

#[test]
fn a_draft_that_was_sent_is_redacted_with_its_message() {
    let redact = (ben(), Command::Redact { part: "p3".into() });
    let sent = after(&[started(), suggest("oops"), send("p2"), redact.clone()]).unwrap();
    assert!(sent.parts[1].redacted && sent.parts[1].contents().is_empty());
    // What a person said instead is theirs, and the draft is not.
    let replaced = after(&[started(), suggest("a"), (ben(), Command::reply("b")), redact]).unwrap();
    assert_eq!(replaced.parts[1].markdown(), Some("a"));
}

#[test]
fn a_title_that_is_the_beginning_of_what_was_redacted_goes_with_it() {
    let redact = (ben(), Command::Redact { part: "p1".into() });
    let said = after(&[started()]).unwrap().parts[0].markdown().unwrap().to_owned();
    let titled = |title: &str| (ben(), Command::SetTitle { title: title.into() });
    for (title, is_kept) in [(said.as_str(), false), ("An order", true)] {
        let left = after(&[started(), titled(title), redact.clone()]).unwrap();
        assert_eq!(left.title.is_some(), is_kept, "{title}");
    }
    let shortened: String = said.chars().take(2).chain(['…']).collect();
    assert_eq!(after(&[started(), titled(&shortened), redact]).unwrap().title, None);
}
