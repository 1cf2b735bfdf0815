//! What is read further back joins what is held, without a gap.

use super::*;
use crate::conversation::Conversation;
use crate::part::{Message, PartBody};
use crate::participant::{Participant, ParticipantKind};
use crate::sync::{Effect, Event};
use crate::time::Timestamp;

const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

/// Messages with these numbers, a second apart.
fn said(numbers: std::ops::Range<i64>) -> Vec<Arc<Part>> {
    let ana = Participant::new(ParticipantKind::Customer, "ana");
    let part = |at: i64| {
        let body = PartBody::Message(Message::text(at.to_string()));
        let id = format!("p{at:04}");
        Arc::new(Part::new(id.as_str().into(), body, Some(ana.clone()), NOW.plus(at * 1_000)))
    };
    numbers.map(part).collect()
}

fn told(version: u64, numbers: std::ops::Range<i64>) -> Event {
    let mut conversation = Conversation::new("c1".into(), NOW);
    conversation.version = Some(version);
    conversation.updated_at = NOW.plus(numbers.end * 1_000);
    conversation.parts = said(numbers);
    Event::Fetched { conversation: Box::new(conversation) }
}

fn earlier(before: i64, numbers: std::ops::Range<i64>, begins: bool) -> Event {
    let before = format!("p{before:04}").as_str().into();
    Event::Earlier { id: "c1".into(), before, parts: said(numbers), begins }
}

/// What was said, by first and last number, how many there are, and where more may lie.
fn held(inbox: &Inbox) -> (String, String, usize, Option<String>) {
    let (parts, _) = inbox.thread(&"c1".into());
    let id = |part: Option<&Arc<Part>>| part.map(|part| part.id.to_string()).unwrap_or_default();
    let more = inbox.first_held(&"c1".into()).map(|id| id.to_string());
    (id(parts.first()), id(parts.last()), parts.len(), more)
}

fn inbox(events: impl IntoIterator<Item = Event>) -> Inbox {
    let mut inbox = Inbox::new(Participant::new(ParticipantKind::Agent, "ben"));
    for event in events {
        inbox.reduce(event, NOW);
    }
    inbox
}

#[test]
fn a_thread_is_read_back_to_its_beginning() {
    let mut inbox = inbox([told(1, 1_000..1_500)]);
    assert!(!inbox.begins_here(&"c1".into()));
    let mut check = |event: Option<Event>, expected: (i64, usize, bool)| {
        let effects = event.map(|event| inbox.reduce(event, NOW)).unwrap_or_default();
        let (first, count, more) = expected;
        let first = format!("p{first:04}");
        let more = more.then(|| first.clone());
        assert_eq!(held(&inbox), (first, "p1499".to_owned(), count, more));
        assert_eq!(inbox.begins_here(&"c1".into()), !expected.2);
        effects.contains(&Effect::Changed("c1".into()))
    };
    assert!(!check(None, (1_000, 500, true)));
    assert!(check(Some(earlier(1_000, 500..1_000, false)), (500, 1_000, true)));
    // The same again, and what was asked for before something else: neither leaves a gap.
    assert!(!check(Some(earlier(1_000, 500..1_000, false)), (500, 1_000, true)));
    assert!(!check(Some(earlier(200, 0..200, true)), (500, 1_000, true)));
    assert!(check(Some(earlier(500, 0..500, true)), (0, 1_500, false)));
    // What is new joins, and what was read stays read.
    assert!(check(Some(told(2, 1_000..1_500)), (0, 1_500, false)));
}

#[test]
fn where_a_gap_has_come_the_beginning_is_to_be_read_anew() {
    let mut inbox = inbox([told(1, 500..1_000), earlier(500, 0..500, true)]);
    assert!(inbox.begins_here(&"c1".into()));
    inbox.reduce(told(2, 2_000..2_500), NOW);
    let first = Some("p2000".to_owned());
    assert_eq!(held(&inbox), ("p2000".into(), "p2499".into(), 500, first));
}

#[test]
fn a_short_thread_is_whole_and_an_empty_answer_says_so_of_a_long_one() {
    assert!(inbox([told(1, 0..99)]).begins_here(&"c1".into()));
    let mut inbox = inbox([told(1, 0..100)]);
    assert!(!inbox.begins_here(&"c1".into()));
    inbox.reduce(earlier(0, 0..0, true), NOW);
    assert!(inbox.begins_here(&"c1".into()));
    assert!(!inbox.begins_here(&"c2".into()), "what was never read begins nowhere");
}
