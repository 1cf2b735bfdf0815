//! What moves is told one by one, and all is in order at any time: `reduce` checks the latter itself
//! in every test there is.

use super::*;
use crate::conversation::Conversation;
use crate::participant::{Participant, ParticipantKind};
use crate::sync::Event;

const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

fn conversation(id: &str, minute: i64) -> Conversation {
    let at = NOW.plus(minute * 60_000);
    let mut one = Conversation::new(id.into(), at);
    one.last_activity_at = Some(at);
    one.updated_at = at;
    one.unread = Some(u32::try_from(minute).unwrap());
    one
}

fn inbox() -> Inbox {
    let mut inbox = Inbox::new(Participant::new(ParticipantKind::Agent, "ada"));
    inbox.reduce(Event::Online, NOW);
    inbox
}

fn listed(inbox: &mut Inbox, conversations: Vec<Conversation>) {
    inbox.reduce(Event::Listed { conversations }, NOW);
}

fn moved(id: &str, from: Option<i64>, to: Option<i64>) -> Move {
    let at = |minute| NOW.plus(minute * 60_000);
    Move { id: id.into(), from: from.map(at), to: to.map(at) }
}

#[test]
fn what_moves_is_told_once() {
    let mut inbox = inbox();
    assert_eq!(inbox.take_moves(), None, "nobody has asked before");
    listed(&mut inbox, vec![conversation("a", 1), conversation("b", 2)]);
    let came = [moved("a", None, Some(1)), moved("b", None, Some(2))];
    assert_eq!(inbox.take_moves().as_deref(), Some(&came[..]));
    assert_eq!(inbox.take_moves(), Some(Vec::new()));
    listed(&mut inbox, vec![conversation("a", 3)]);
    listed(&mut inbox, vec![conversation("a", 4)]);
    assert_eq!(inbox.take_moves(), Some(vec![moved("a", Some(1), Some(4))]));
    inbox.reduce(Event::LiveDeleted { id: "b".into() }, NOW);
    assert_eq!(inbox.take_moves(), Some(vec![moved("b", Some(2), None)]));
    assert_eq!(inbox.list(), ["a".into()]);
    assert_eq!(inbox.unread_total(), 4);
}

#[test]
fn of_many_at_once_none_is_told_singly() {
    let mut inbox = inbox();
    inbox.take_moves();
    let many = (0..200).map(|at| conversation(&format!("c{at}"), at % 7)).collect();
    listed(&mut inbox, many);
    assert_eq!(inbox.take_moves(), None);
    assert_eq!(inbox.list().len(), 200);
    assert_eq!(inbox.list()[0], "c104".into(), "of equal activity the first by id");
    for at in 0..=SINGLE {
        listed(&mut inbox, vec![conversation(&format!("c{at}"), 9)]);
    }
    assert_eq!(inbox.take_moves(), None, "one after the other, too");
    listed(&mut inbox, vec![conversation("c9", 10)]);
    assert_eq!(inbox.take_moves(), Some(vec![moved("c9", Some(9), Some(10))]));
}
