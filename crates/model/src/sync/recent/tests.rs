//! Which threads are kept, and which are let go.

use super::*;
use crate::apply::{self, Context};
use crate::command::Command;
use crate::conversation::Conversation;
use crate::id::PartId;
use crate::participant::{Participant, ParticipantKind};
use crate::sync::{Effect, Event};
use crate::time::Timestamp;

const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

fn agent() -> Participant {
    Participant::new(ParticipantKind::Agent, "ben")
}

/// A thread of one message, as a server that counts tells it.
fn told(id: &str) -> Conversation {
    let customer = Participant::new(ParticipantKind::Customer, "ana");
    let empty = Conversation::new(id.into(), NOW);
    let mut new_part_id = || PartId::new(format!("{id}-p1"));
    let mut context = Context::new(&customer, NOW, &mut new_part_id);
    let said = apply::apply(&empty, &Command::reply("hello"), &mut context).unwrap();
    Conversation { unread: Some(1), version: Some(1), ..said.conversation }
}

fn step(inbox: &mut Inbox, event: Event) -> Vec<Effect> {
    let effects = inbox.reduce(event, NOW);
    assert!(inbox.recent.len() <= THREADS_KEPT + 1, "{}", inbox.recent.len());
    effects
}

fn read(inbox: &mut Inbox, conversation: &Conversation) {
    step(inbox, Event::Fetched { conversation: Box::new(conversation.clone()) });
}

/// An agent through whose hands this went, and after it as many threads as are kept.
fn after_a_while(first: &Conversation, then: impl FnOnce(&mut Inbox)) -> Inbox {
    let mut inbox = Inbox::new(agent());
    step(&mut inbox, Event::LiveUp { resumed: false });
    read(&mut inbox, first);
    then(&mut inbox);
    for number in 0..THREADS_KEPT {
        read(&mut inbox, &told(&format!("later-{number}")));
    }
    inbox
}

#[test]
fn what_was_not_looked_at_for_long_is_not_kept() {
    let first = told("first");
    let mut inbox = after_a_while(&first, |_| {});
    assert!(!inbox.has_parts(&first.id));
    assert!(inbox.thread(&first.id).0.is_empty());
    assert!(inbox.has_parts(&"later-0".into()));
    // The list does not notice.
    let head = Conversation { parts: Vec::new(), ..first.clone() };
    assert_eq!(inbox.head(&first.id).as_deref(), Some(&head));
    assert_eq!(inbox.list().len(), THREADS_KEPT + 1);
    // Whoever opens it again reads it anew.
    let effects = step(&mut inbox, Event::Opened { id: first.id.clone() });
    assert!(effects.contains(&Effect::Fetch { id: first.id.clone() }), "{effects:?}");
    read(&mut inbox, &first);
    assert_eq!(inbox.thread(&first.id).0, first.parts);
}

#[test]
fn what_is_needed_is_kept() {
    let first = told("first");
    let open = after_a_while(&first, |inbox| {
        step(inbox, Event::Opened { id: "first".into() });
    });
    assert!(open.has_parts(&first.id), "it is being read");
    let busy = after_a_while(&first, |inbox| {
        let (command_id, conversation) = ("k1".into(), "first".into());
        step(inbox, Event::Do { command_id, conversation, command: Command::reply("yes?") });
    });
    assert!(busy.has_parts(&first.id), "a reply is on its way");
    // What the list shows of it is taken from the parts.
    for first in [
        Conversation { unread: None, ..first.clone() },
        Conversation { preview: None, ..first.clone() },
    ] {
        let inbox = after_a_while(&first, |_| {});
        assert!(inbox.has_parts(&first.id));
        assert!(inbox.head(&first.id).unwrap().preview.is_some());
    }
}

#[test]
fn what_is_looked_at_again_is_kept_longer() {
    let (first, second) = (told("first"), told("second"));
    let mut inbox = Inbox::new(agent());
    step(&mut inbox, Event::LiveUp { resumed: false });
    read(&mut inbox, &first);
    read(&mut inbox, &second);
    for number in 2..THREADS_KEPT {
        read(&mut inbox, &told(&format!("later-{number}")));
    }
    step(&mut inbox, Event::Opened { id: first.id.clone() });
    step(&mut inbox, Event::Closed { id: first.id.clone() });
    read(&mut inbox, &told("last"));
    assert!(inbox.has_parts(&first.id));
    assert!(!inbox.has_parts(&second.id));
}
