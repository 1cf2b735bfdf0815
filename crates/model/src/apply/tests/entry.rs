//! By which ways messages come in, and what replies do to the state.

use super::{ana as customer, ben as agent};
use crate::apply::{Context, apply};
use crate::command::{Command, Envelope};
use crate::content::Content;
use crate::conversation::{Channel, Conversation, Source, State};
use crate::part::{Event, PartBody};
use crate::participant::Participant;
use crate::policy::Policy;
use crate::time::Timestamp;

const AT: Timestamp = Timestamp::from_millis(1_000);

/// Carries out commands a second apart.
fn play(channel: Channel, policy: &Policy, commands: &[(Participant, Command)]) -> Conversation {
    let mut conversation = Conversation::new("c1".into(), AT);
    conversation.source = Some(Source { channel, ..Source::default() });
    let mut count = 0;
    let mut new_part_id = || {
        count += 1;
        format!("p{count}").into()
    };
    for (index, (actor, command)) in commands.iter().enumerate() {
        let now = AT.plus(1_000 * i64::try_from(index).unwrap());
        let mut context = Context::new(actor, now, &mut new_part_id);
        context.policy = policy;
        conversation = apply(&conversation, command, &mut context).unwrap().conversation;
    }
    conversation
}

fn start() -> Command {
    Command::Start { contents: vec![Content::text("Hi")] }
}

fn by(channel: Channel) -> Command {
    let envelope = Envelope { channel: Some(channel), ..Envelope::default() };
    Command::Reply { contents: vec![Content::text("Hi")], envelope }
}

fn points(conversation: &Conversation) -> Vec<(&str, &str, bool)> {
    let points = conversation.handling.entry_points.iter();
    points.map(|point| (point.id.as_str(), point.channel.as_str(), point.is_origin)).collect()
}

#[test]
fn a_way_in_is_noted_with_the_first_message_that_comes_by_it() {
    let conversation = play(
        Channel::Email,
        &Policy::STANDARD,
        &[
            (customer(), start()),
            (agent(), Command::reply("x")),
            (agent(), by(Channel::Web)),
            (customer(), by(Channel::Ios)),
            (customer(), by(Channel::Email)),
            (agent(), by(Channel::Sms)),
        ],
    );
    let expected = [("c1", "email", true), ("p3", "chat", false), ("p6", "sms", false)];
    assert_eq!(points(&conversation), expected);
    let adapters: Vec<_> =
        conversation.handling.entry_points.iter().map(|point| point.adapter.as_str()).collect();
    assert_eq!(adapters, ["support-dashboard", "support-chat", "support-dashboard"]);
    assert_eq!(conversation.handling.entry_points[1].created_at, AT.plus(2_000));
}

#[test]
fn a_conversation_from_before_keeps_how_it_began() {
    let mut conversation = Conversation::new("c1".into(), AT);
    conversation.source = Some(Source::default());
    let mut new_part_id = || "p9".into();
    let author = agent();
    let mut context = Context::new(&author, AT.plus(5), &mut new_part_id);
    let done = apply(&conversation, &by(Channel::Email), &mut context).unwrap().conversation;
    assert_eq!(points(&done), [("c1", "chat", true), ("p9", "email", false)]);
    assert_eq!(done.handling.entry_points[0].created_at, AT);
}

fn reopenings(conversation: &Conversation) -> usize {
    let is_event = |body: &PartBody| matches!(body, PartBody::Event(Event::StateChanged { .. }));
    conversation.parts.iter().filter(|part| is_event(&part.body)).count()
}

/// Contracts, pitfall 15: an agent's reply makes an open conversation pending, a customer's reply
/// opens a pending one, and what is closed stays closed; notes change nothing. That is no news to
/// anybody, so the thread does not tell of it.
#[test]
fn pitfall_15_replies_pass_the_turn_where_the_policy_says_so() {
    let policy = Policy { answer_pends: true, reply_reopens_closed: false, ..Policy::STANDARD };
    let check = |commands: &[(Participant, Command)], state: State, told: usize| {
        let mut all = vec![(customer(), start())];
        all.extend_from_slice(commands);
        let conversation = play(Channel::Web, &policy, &all);
        assert_eq!((conversation.state, reopenings(&conversation)), (state, told), "{commands:?}");
        assert_eq!(conversation.handling.closed_at.is_some(), state == State::Closed);
    };
    let (ours, theirs) = ((agent(), Command::reply("x")), (customer(), Command::reply("x")));
    let (note, close) = ((agent(), Command::note("x")), (agent(), Command::Close));
    check(&[], State::Open, 0);
    check(std::slice::from_ref(&theirs), State::Open, 0);
    check(std::slice::from_ref(&ours), State::Pending, 0);
    check(std::slice::from_ref(&note), State::Open, 0);
    check(&[ours.clone(), note.clone()], State::Pending, 0);
    check(&[ours.clone(), theirs.clone()], State::Open, 0);
    check(&[close.clone(), ours.clone()], State::Closed, 1);
    check(&[close.clone(), theirs.clone()], State::Closed, 1);
    check(&[(agent(), Command::Pend), theirs.clone()], State::Open, 1);
    // Elsewhere an answer turns nothing, and a reply opens what is closed.
    let standard =
        play(Channel::Web, &Policy::STANDARD, &[(customer(), start()), ours, close, theirs]);
    assert_eq!((standard.state, reopenings(&standard)), (State::Open, 2));
    assert_eq!(standard.handling.closed_at, None);
}
