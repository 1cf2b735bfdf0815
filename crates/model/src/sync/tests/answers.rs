//! What is on its way, and what the server's answers make of it.

use super::*;
use crate::part::PartBody;
use crate::suggestion::SuggestionStatus;

#[test]
fn a_start_that_was_carried_out_is_looked_for_in_the_list() {
    let part = says("p1", ana(), "hello", NOW);
    for outcome in [Answer::Done, Answer::Part(Box::new(part))] {
        let mut test = Test::with(ana(), &[]);
        test.give("k1", "whatever", start("hello"));
        let effects = test.answered("k1", outcome);
        // It is not forgotten before its conversation has been found.
        assert_eq!((out(&effects).as_str(), stored(&effects).as_str()), ("list", ""));
        assert_eq!(test.thread("pending:k1"), "~k1");
        assert_eq!(test.state("pending:k1", "k1"), MessageState::Sent);
        test.fetched(&dialogue("c1", 0));
        assert_eq!((test.list(), test.thread("c1")), ("c1".to_owned(), "p1".to_owned()));
    }
}

#[test]
fn an_answer_with_the_conversation_settles_what_is_no_message_even_without_a_thread() {
    let after = conversation("c1", &[(ana(), start("hello")), (ben(), Command::Close)]);
    for answer in [head(after.clone()), after] {
        let mut test = Test::with(ben(), &[dialogue("c1", 0)]);
        test.give("m", "c1", Command::Close);
        assert_eq!(stored(&test.answered("m", boxed(answer))), "forget m");
        assert_eq!(test.inbox.outbox().entries().count(), 0);
        assert_eq!(test.conversation("c1").state, State::Closed);
    }
}

/// A server that does not say which command made which part.
#[test]
fn ones_own_part_is_told_from_others_that_look_like_it() {
    let own = says("p2", ana(), "thanks", NOW.plus(2 * MINUTE));
    let claimed = Part { command_id: Some("elsewhere".into()), ..own.clone() };
    for (stranger, was_there) in [
        (says("p2", ben(), "thanks", NOW.plus(MINUTE)), false),
        (says("p2", ana(), "thank you", NOW.plus(MINUTE)), false),
        (claimed, false),
        (own.clone(), true),
    ] {
        let mut copy = dialogue("c1", 0);
        copy.parts = was_there.then(|| Arc::new(stranger.clone())).into_iter().collect();
        let mut test = Test::with(ana(), std::slice::from_ref(&copy));
        test.give("m", "c1", Command::reply("thanks"));
        let mine = Part { id: "p3".into(), created_at: NOW.plus(9 * MINUTE), ..own.clone() };
        copy.parts = vec![Arc::new(stranger.clone()), Arc::new(mine)];
        copy.version = Some(2);
        test.answered("m", boxed(copy));
        let (parts, pending) = test.inbox.thread(&"c1".into());
        let commands: Vec<_> = parts.iter().map(|part| part.command_id.clone()).collect();
        assert_eq!(commands, [stranger.command_id.clone(), Some("m".into())], "{stranger:?}");
        assert!(pending.is_empty());
    }
}

#[test]
fn a_message_on_its_way_waits_where_there_is_no_network() {
    let mut test = Test::with(ana(), &[dialogue("c1", 0)]);
    test.give("m", "c1", Command::reply("one"));
    assert_eq!(test.state("c1", "m"), MessageState::Sending);
    test.event(Event::Offline);
    assert_eq!(test.state("c1", "m"), MessageState::Waiting);
    test.event(Event::Online);
    assert_eq!(test.state("c1", "m"), MessageState::Sending);
}

#[test]
fn what_failed_has_no_effect() {
    let mut test = Test::with(ben(), &[dialogue("c1", 0)]);
    let before = test.conversation("c1");
    test.give("m", "c1", Command::reply("one"));
    assert_eq!(test.conversation("c1").preview.unwrap().text, "one");
    test.refused("m");
    assert_eq!(test.conversation("c1"), before);
}

#[test]
fn what_a_message_makes_besides_has_an_id_of_its_own() {
    let closed = conversation("c1", &[(ana(), start("hello")), (ben(), Command::Close)]);
    let mut test = Test::with(ana(), &[closed]);
    test.give("m", "c1", Command::reply("again"));
    let conversation = test.conversation("c1");
    let ids: Vec<_> = conversation.parts.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(ids, ["p1", "p2", "pending:m", "pending:m:2"]);
    assert_eq!(conversation.preview.unwrap().part_id, PartId::provisional(&"m".into()));
    // Neither is a part before the server says so.
    assert_eq!(test.thread("c1"), "p1 p2 ~m");
}

/// Else the draft could be sent as well while the agent's own words are on their way.
#[test]
fn a_reply_on_its_way_settles_the_draft_that_waited() {
    let bot = Participant::new(ParticipantKind::Bot, "bot");
    let suggest = Command::Suggest { contents: vec![Content::text("It left today.")] };
    let copy = conversation("c1", &[(ana(), start("Where is it?")), (bot, suggest)]);
    let mut test = Test::with(ben(), &[copy]);
    let is_pending = |test: &Test| match &test.inbox.thread(&"c1".into()).0[1].body {
        PartBody::Suggestion(draft) => draft.status == SuggestionStatus::Pending,
        body => panic!("{body:?}"),
    };
    assert!(is_pending(&test));
    test.give("m", "c1", Command::reply("It left."));
    assert!(!is_pending(&test));
    assert_eq!(test.thread("c1"), "p1 p2 ~m");
    test.refused("m");
    assert!(is_pending(&test));
}
