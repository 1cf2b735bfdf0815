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

/// What an agent has made of a draft.
fn edited(part: &str) -> (Participant, Command) {
    let envelope = Envelope { suggestion: Some(part.into()), ..Envelope::default() };
    (ben(), Command::Reply { contents: vec![Content::text("It left!")], envelope })
}

fn bound_to(conversation: &Conversation, index: usize) -> Option<PartId> {
    match &conversation.parts[index].body {
        PartBody::Suggestion(draft) => draft.based_on.clone(),
        _ => None,
    }
}

#[test]
fn a_draft_is_bound_to_what_it_saw_and_is_not_sent_once_that_is_not_the_last_word() {
    let note = || (ben(), Command::note("hm"));
    let asks = || (ana(), Command::reply("It is here!"));
    let waiting = after(&[started(), note(), suggest("a")]).unwrap();
    assert_eq!(bound_to(&waiting, 2), Some("p1".into()));
    assert_eq!(bound_to(&after(&[suggest("a")]).unwrap(), 0), None);
    for send in [send("p2"), edited("p2")] {
        for silent in [note(), (ben(), Command::Close), (ben(), Command::SetStarred { on: true })] {
            let sent = after(&[started(), suggest("a"), silent, send.clone()]);
            assert!(sent.is_ok(), "{send:?}");
        }
        let by_bot = (bot(), Command::reply("We look into it."));
        for said in [asks(), by_bot] {
            let refused = after(&[started(), suggest("a"), said, send.clone()]).unwrap_err();
            assert_eq!(refused, Refusal::SuggestionOutdated, "{send:?}");
        }
    }
    let dismissed = after(&[started(), suggest("a"), asks(), dismiss("p2")]).unwrap();
    assert_eq!(statuses(&dismissed), [SuggestionStatus::Dismissed]);
    // A newer draft has seen it.
    assert!(after(&[started(), suggest("a"), asks(), suggest("b"), send("p4")]).is_ok());
}

#[test]
fn what_was_made_of_a_draft_settles_it_and_is_refused_once_it_was_settled_by_another_message() {
    let sent = after(&[started(), suggest("a"), edited("p2")]).unwrap();
    assert_eq!(statuses(&sent), [SuggestionStatus::Replaced("p3".into())]);
    for first in [send("p2"), (ben(), Command::reply("b")), edited("p2")] {
        let twice = after(&[started(), suggest("a"), first, edited("p2")]).unwrap_err();
        assert_eq!(twice, Refusal::SuggestionNotPending);
    }
    // Whoever has dismissed it writes their own text.
    assert!(after(&[started(), suggest("a"), dismiss("p2"), edited("p2")]).is_ok());
    for none in ["p1", "p9"] {
        let refused = after(&[started(), suggest("a"), edited(none)]).unwrap_err();
        assert_eq!(refused, Refusal::PartNotFound);
    }
    assert_eq!(Refusal::SuggestionOutdated.code(), "suggestion_outdated");
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
