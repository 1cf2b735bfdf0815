//! Windows, deliveries, reactions, references, deadlines.

use super::*;
use crate::command::Envelope;
use crate::conversation::{Channel, Priority, Source};
use crate::part::{Call, Delivery};
use crate::policy::Policy;
use crate::reply_window::{Reason, ReplyWindow, Verdict, verdict_for};
use crate::sla::SlaPolicy;
use crate::time::{DAY, MINUTE};

pub(super) fn on(channel: Channel) -> Conversation {
    let mut conversation = Conversation::new("c1".into(), NOW);
    conversation.source = Some(Source { channel, ..Source::default() });
    conversation
}

/// Applies commands at minutes after `NOW`.
pub(super) fn play(
    mut conversation: Conversation,
    policy: &Policy,
    commands: &[(i64, Participant, Command)],
) -> Result<Conversation, Refusal> {
    let mut count = conversation.parts.len();
    for (minute, actor, command) in commands {
        let mut new_part_id = || {
            count += 1;
            PartId::new(format!("p{count}"))
        };
        let mut context = Context::new(actor, NOW.plus(minute * MINUTE), &mut new_part_id);
        context.policy = policy;
        conversation = apply(&conversation, command, &mut context)?.conversation;
    }
    Ok(conversation)
}

pub(super) fn standard(
    conversation: Conversation,
    commands: &[(i64, Participant, Command)],
) -> Result<Conversation, Refusal> {
    play(conversation, &Policy::STANDARD, commands)
}

pub(super) fn start(by: Participant) -> (i64, Participant, Command) {
    (0, by, Command::Start { contents: vec![Content::text("hello")] })
}

pub(super) fn part<'a>(conversation: &'a Conversation, id: &str) -> &'a Part {
    conversation.parts.iter().find(|part| part.id.as_str() == id).unwrap()
}

fn restart() -> Command {
    Command::Restart { contents: vec![Content::text("Shall we go on?")] }
}

#[test]
fn a_customers_message_opens_the_window_and_time_closes_it() {
    let conversation = standard(on(Channel::Whatsapp), &[start(ana())]).unwrap();
    let until = NOW.plus(DAY);
    let agent = ParticipantKind::Agent;
    assert_eq!(verdict_for(&conversation, &agent, NOW), Verdict::Open { until: Some(until) });
    assert_eq!(verdict_for(&conversation, &agent, until), Verdict::Closed(Reason::Expired));
    assert_eq!(
        verdict_for(&conversation, &ParticipantKind::Customer, until),
        Verdict::Open { until: None }
    );
    assert_eq!(on(Channel::Web).window_at(NOW), None);
}

#[test]
fn pitfall_03_a_reply_outside_the_window_is_taken_and_left_to_the_channel() {
    let late = 25 * 60;
    let said =
        standard(on(Channel::Whatsapp), &[start(ana()), (late, ben(), Command::reply("hi"))]);
    let said = said.unwrap();
    assert_eq!(part(&said, "p2").delivery, Some(Delivery::Created));
    assert_eq!(said.window_at(NOW.plus(DAY)).unwrap().possible, Some(false));
}

#[test]
fn pitfall_04_a_restart_waits_for_the_customer_however_long_the_window_runs() {
    let late = 25 * 60;
    let again = standard(on(Channel::Whatsapp), &[start(ana()), (late, ben(), restart())]).unwrap();
    let at = NOW.plus(late * MINUTE);
    let window = again.window_at(at).unwrap();
    assert_eq!(window.until, Some(at.plus(DAY)));
    assert_eq!(window.possible, Some(false));
    assert!(window.customer_must_write);
    let twice = standard(again.clone(), &[(late + 1, ben(), restart())]);
    assert_eq!(twice.unwrap_err(), Refusal::NotRestartable);
    // Whoever has not answered while the time ran can be asked once more, and not before.
    let day = 24 * 60;
    for (minutes, is_taken) in [(late + day - 1, false), (late + day, true)] {
        let asked = standard(again.clone(), &[(minutes, ben(), restart())]);
        assert_eq!(asked.is_ok(), is_taken, "{minutes}");
    }
    let answered = standard(again, &[(late + 5, ana(), Command::reply("no"))]).unwrap();
    let window = answered.window_at(at.plus(6 * MINUTE)).unwrap();
    assert_eq!(window.possible, Some(true));
    assert!(!window.customer_must_write);
    let open = standard(answered, &[(late + 6, ben(), restart())]);
    assert_eq!(open.unwrap_err(), Refusal::NotRestartable);
    let web = standard(on(Channel::Web), &[start(ana()), (late, ben(), restart())]);
    assert_eq!(web.unwrap_err(), Refusal::NotRestartable);
}

/// Where the other side has never written there is no end to tell, and only an approved message
/// begins.
#[test]
fn pitfall_02_without_an_end_only_an_approved_message_can_begin() {
    let mut conversation = on(Channel::Whatsapp);
    conversation.participants.push(ana());
    let never = ReplyWindow { possible: None, until: None, customer_must_write: false };
    conversation.handling.reply_window = Some(never);
    assert_eq!(conversation.window_at(NOW).unwrap().possible, Some(false));
    let begun = standard(conversation, &[(0, ben(), restart())]).unwrap();
    let window = begun.window_at(NOW).unwrap();
    assert_eq!((window.until, window.customer_must_write), (Some(NOW.plus(DAY)), true));
}

#[test]
fn pitfall_03_a_channel_without_a_window_never_closes() {
    for channel in [Channel::Web, Channel::Email, Channel::Sms, Channel::Other("telegram".into())] {
        let late = 400 * 24 * 60;
        let said = [start(ana()), (late, ben(), Command::reply("hi"))];
        let said = standard(on(channel), &said).unwrap();
        assert_eq!(said.window_at(NOW.plus(late * MINUTE)), None);
    }
}

#[test]
fn reports_that_overtake_each_other_do_not_go_back() {
    let said = [start(ana()), (1, ben(), Command::reply("hi"))];
    let said = standard(on(Channel::Whatsapp), &said).unwrap();
    let report = |delivery: Delivery, info: Option<&str>| {
        let info = info.map(str::to_owned);
        (2, ben(), Command::SetDelivery { part: "p2".into(), delivery, info })
    };
    let check = |reports: &[Delivery], end: Delivery| {
        let reports: Vec<_> = reports.iter().map(|one| report(one.clone(), None)).collect();
        let after = standard(said.clone(), &reports).unwrap();
        assert_eq!(part(&after, "p2").delivery, Some(end));
    };
    let failed = Delivery::Failed { code: "window_closed".into() };
    check(&[Delivery::Sent, Delivery::Delivered, Delivery::Read], Delivery::Read);
    check(&[Delivery::Read, Delivery::Delivered, Delivery::Sent], Delivery::Read);
    check(&[Delivery::Sent, failed.clone()], failed.clone());
    check(&[failed.clone(), Delivery::Sent], failed.clone());
    check(&[Delivery::Delivered, failed.clone()], Delivery::Delivered);
    let told = standard(said.clone(), &[report(failed, Some("131047: re-engagement"))]).unwrap();
    let told = &part(&told, "p2").tracking;
    assert_eq!(told.delivery_info.as_deref(), Some("131047: re-engagement"));
    assert_eq!(told.delivery_at, Some(NOW.plus(2 * MINUTE)));
    let missing = Command::SetDelivery { part: "p9".into(), delivery: Delivery::Sent, info: None };
    let missing = standard(said, &[(2, ben(), missing)]);
    assert_eq!(missing.unwrap_err(), Refusal::PartNotFound);
}

#[test]
fn pitfall_17_a_second_delivery_of_the_same_message_adds_nothing() {
    let reply = |text: &str, id: &str| Command::Reply {
        contents: vec![Content::text(text)],
        envelope: Envelope { external_id: Some(id.into()), ..Envelope::default() },
    };
    let call = Command::LogCall { call: Call::default(), external_id: Some("call1".into()) };
    let mailed = Command::Reply {
        contents: vec![Content::text("one by mail")],
        envelope: Envelope {
            external_id: Some("m1".into()),
            channel: Some(Channel::Email),
            ..Envelope::default()
        },
    };
    let commands = [
        start(ana()),
        (1, ana(), reply("one", "m1")),
        (2, ana(), reply("one again", "m1")),
        (3, ana(), reply("two", "m2")),
        (4, ben(), call.clone()),
        (5, ben(), call),
        (6, ana(), mailed.clone()),
        (7, ana(), mailed),
    ];
    let conversation = standard(on(Channel::Sms), &commands).unwrap();
    let ids: Vec<_> =
        conversation.parts.iter().map(|part| part.tracking.external_id.as_deref()).collect();
    // Each channel has names of its own.
    assert_eq!(ids, [None, Some("m1"), Some("m2"), Some("call1"), Some("m1")]);
    assert_eq!(part(&conversation, "p2").markdown(), Some("one"));
}

#[test]
fn an_envelope_lands_on_its_message() {
    let envelope = Envelope {
        channel: Some(Channel::Email),
        subject: Some("Your parcel".into()),
        reply_to: Some("p1".into()),
        ..Envelope::default()
    };
    let reply = Command::Reply { contents: vec![Content::text("hi")], envelope };
    let said = standard(on(Channel::Sms), &[start(ana()), (1, ben(), reply)]).unwrap();
    let said = part(&said, "p2");
    assert_eq!(said.channel, Some(Channel::Email));
    assert_eq!(said.tracking.subject.as_deref(), Some("Your parcel"));
    assert_eq!(said.tracking.reply_to, Some("p1".into()));
}

#[test]
fn each_side_has_one_reaction_to_a_message() {
    let react =
        |emoji: Option<&str>| Command::React { part: "p1".into(), emoji: emoji.map(str::to_owned) };
    let commands = [start(ana()), (1, ben(), react(Some("👍"))), (2, ana(), react(Some("❤️")))];
    let both = standard(on(Channel::Whatsapp), &commands).unwrap();
    let tracking = &part(&both, "p1").tracking;
    assert_eq!(tracking.company_reaction.as_deref(), Some("👍"));
    assert_eq!(tracking.contact_reaction.as_deref(), Some("❤️"));
    let back = standard(both, &[(3, ben(), react(None))]).unwrap();
    assert_eq!(part(&back, "p1").tracking.company_reaction, None);
    for good in ["👩🏽‍🚒", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣", "🇯🇵"] {
        assert!(standard(back.clone(), &[(3, ben(), react(Some(good)))]).is_ok(), "{good}");
    }
    for bad in ["", "ok", "1", " ", "<b>", &"👍".repeat(20)] {
        let refused = standard(back.clone(), &[(3, ben(), react(Some(bad)))]);
        assert_eq!(refused.unwrap_err(), Refusal::NotEmoji, "{bad}");
    }
}

#[test]
fn seeing_is_noted_once() {
    let seen =
        |minute| (minute, ben(), Command::MarkSeen { part: "p1".into(), agent: "ben".into() });
    let conversation = standard(on(Channel::Web), &[start(ana()), seen(1), seen(2)]).unwrap();
    let seen = &part(&conversation, "p1").tracking.seen_by;
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].at, NOW.plus(MINUTE));
}

pub(super) fn deadlines() -> Policy {
    let sla = SlaPolicy {
        enabled: true,
        first_response_minutes: Some(30),
        next_response_minutes: Some(60),
        due_soon_minutes: None,
    };
    Policy { sla, reply_reopens_closed: false, ..Policy::STANDARD }
}

#[test]
fn pitfall_15_deadlines_follow_who_waits_for_whom() {
    let policy = deadlines();
    let at = |minutes: i64| Some(NOW.plus(minutes * MINUTE));
    let asked = play(on(Channel::Web), &policy, &[start(ana())]).unwrap();
    assert_eq!(asked.due_at(), at(30));
    let answered = play(asked, &policy, &[(10, ben(), Command::reply("hi"))]).unwrap();
    assert_eq!(answered.handling.sla.first_response_at, at(10));
    assert_eq!(answered.due_at(), None);
    let replies = [(20, ana(), Command::reply("and?")), (25, ana(), Command::reply("hello?"))];
    let waiting = play(answered, &policy, &replies).unwrap();
    assert_eq!(waiting.due_at(), at(80), "the first reply counts, not the last");
    let note = play(waiting.clone(), &policy, &[(26, ben(), Command::note("hm"))]).unwrap();
    assert_eq!(note.due_at(), at(80), "a note is no answer");
    let done = play(waiting, &policy, &[(30, ben(), Command::reply("here"))]).unwrap();
    assert_eq!(done.due_at(), None);
    assert_eq!(done.handling.sla.first_response_at, at(10));
}

/// Pitfall 15: only a reply that opens what was pending is due an answer of its own.
#[test]
fn where_the_state_tells_whose_turn_it_is_it_alone_starts_the_clock() {
    let policy = Policy { answer_pends: true, ..deadlines() };
    let check = |between: &[(i64, Participant, Command)], minutes: Option<i64>| {
        let mut commands = vec![start(ana())];
        commands.extend_from_slice(between);
        let played = play(on(Channel::Web), &policy, &commands).unwrap();
        let due = minutes.map(|minutes| NOW.plus(minutes * MINUTE));
        assert_eq!(played.handling.sla.next_response_due_at, due, "{between:?}");
    };
    let answer = (1, ben(), Command::reply("hi"));
    let asks = |minute| (minute, ana(), Command::reply("and?"));
    check(&[answer.clone(), asks(3)], Some(63));
    check(&[answer.clone(), asks(3), asks(4)], Some(63));
    check(&[answer.clone(), (2, ben(), Command::Reopen), asks(3)], None);
    check(&[(2, ben(), Command::Pend), asks(3)], Some(63));
    check(&[answer.clone(), (2, ben(), Command::Close), asks(3)], None);
    check(&[answer.clone(), asks(3), (4, ben(), Command::reply("so"))], None);
    // Closing and opening are no answers.
    let close = (4, ben(), Command::Close);
    check(&[answer.clone(), asks(3), close.clone(), (5, ben(), Command::Reopen)], Some(63));
    check(&[answer, asks(3), close, (5, ana(), Command::reply("hm"))], Some(63));
    // An outreach that nobody has made pending is open, and stays so.
    let begun = play(on(Channel::Web), &deadlines(), &[start(ben())]).unwrap();
    let replied = play(begun, &policy, &[asks(3)]).unwrap();
    assert_eq!((replied.state, replied.due_at()), (State::Open, None));
}

/// What was made pending elsewhere is due an answer when the customer opens it, through whatever.
#[test]
fn a_reply_that_opens_what_is_pending_starts_the_clock_everywhere() {
    let commands = [start(ana()), (2, ben(), Command::Pend), (3, ana(), Command::reply("and?"))];
    let played = play(on(Channel::Web), &deadlines(), &commands).unwrap();
    assert_eq!(played.handling.sla.next_response_due_at, Some(NOW.plus(63 * MINUTE)));
}

#[test]
fn pitfall_15_an_outreach_sets_no_first_deadline() {
    let policy = deadlines();
    let begun = play(on(Channel::Web), &policy, &[start(ben())]).unwrap();
    assert_eq!(begun.handling.sla.first_response_due_at, None);
    let replied = play(begun, &policy, &[(5, ana(), Command::reply("yes?"))]).unwrap();
    assert_eq!(replied.due_at(), Some(NOW.plus(65 * MINUTE)));
}

#[test]
fn pitfall_15_what_is_closed_stays_closed_where_the_policy_says_so() {
    let commands = [
        start(ana()),
        (1, ben(), Command::reply("hi")),
        (2, ben(), Command::Close),
        (3, ana(), Command::reply("one more thing")),
    ];
    let kept = play(on(Channel::Web), &deadlines(), &commands).unwrap();
    assert_eq!(kept.state, State::Closed);
    assert_eq!(kept.handling.closed_at, Some(NOW.plus(2 * MINUTE)));
    assert_eq!(kept.due_at(), None);
    let reopened = standard(on(Channel::Web), &commands).unwrap();
    assert_eq!(reopened.state, State::Open);
}

#[test]
fn a_new_message_brings_back_what_was_put_away() {
    let commands = [
        start(ana()),
        (1, ben(), Command::SetArchived { on: true }),
        (2, ben(), Command::SetStarred { on: true }),
    ];
    let away = standard(on(Channel::Web), &commands).unwrap();
    assert!(away.handling.archived && away.handling.starred);
    let back = standard(away, &[(3, ana(), Command::reply("hello again"))]).unwrap();
    assert!(!back.handling.archived && back.handling.starred);
}

/// Whoever asks for what is so already has changed nothing, not even when it last changed: else
/// every copy of it would be fetched again.
#[test]
fn what_is_so_already_is_no_change() {
    let sent = Delivery::Sent;
    let readers = Readers { me: true, ..Readers::default() };
    for command in [
        Command::SetStarred { on: true },
        Command::SetArchived { on: true },
        Command::SetInProgress { on: true },
        Command::SetTitle { title: "Parcel".into() },
        Command::SetAttributes { attributes: vec![("plan".into(), "\"pro\"".into())] },
        Command::SetPriority { priority: Priority::High },
        Command::Assign { agent: Some(Some("ben".into())), team: None },
        Command::React { part: "p1".into(), emoji: Some("👍".into()) },
        Command::MarkSeen { part: "p1".into(), agent: "ben".into() },
        Command::SetDelivery { part: "p1".into(), delivery: sent, info: Some("250 ok".into()) },
        Command::MarkUnread,
        Command::MarkRead { readers },
        Command::Close,
    ] {
        // Only what the company has said is delivered.
        let is_told = matches!(command, Command::SetDelivery { .. });
        let begins = if is_told { ben() } else { ana() };
        let before = standard(on(Channel::Web), &[start(begins)]).unwrap();
        let once = standard(before.clone(), &[(1, ben(), command.clone())]).unwrap();
        assert_ne!(once, before, "{command:?}");
        // Reading is no change of the conversation's own.
        let is_read = matches!(command, Command::MarkUnread | Command::MarkRead { .. });
        assert_eq!(once.updated_at > before.updated_at, !is_read, "{command:?}");
        let (actor, now) = (ben(), NOW.plus(2 * MINUTE));
        let mut new_part_id = || PartId::from("p9");
        let mut context = Context::new(&actor, now, &mut new_part_id);
        let twice = apply(&once, &command, &mut context).unwrap();
        assert_eq!(twice.conversation, once, "{command:?}");
        assert!(twice.added.is_empty() && twice.changed.is_empty(), "{command:?}");
    }
}

#[test]
fn marked_unread_lasts_until_it_is_read() {
    let marked = standard(on(Channel::Web), &[start(ana()), (1, ben(), Command::MarkUnread)]);
    let marked = marked.unwrap();
    assert_eq!(marked.handling.marked_unread_by, ["ben".into()]);
    assert_eq!(marked.unread, Some(1));
    let readers = Readers { me: true, ..Readers::default() };
    let read = standard(marked, &[(2, ben(), Command::MarkRead { readers })]).unwrap();
    assert!(read.handling.marked_unread_by.is_empty());
}

#[test]
fn tags_can_be_set_as_a_whole_even_where_nothing_was_said() {
    let tag = |id: &str| Tag { id: id.into(), name: id.to_uppercase() };
    let set = |tags: &[Tag]| (1, ben(), Command::SetTags { tags: tags.to_vec() });
    let empty = standard(on(Channel::Sms), &[set(&[tag("a")])]).unwrap();
    assert_eq!(empty.tags, [tag("a")]);
    let commands = [start(ana()), set(&[tag("a"), tag("b")]), set(&[tag("b"), tag("c")])];
    let both = standard(on(Channel::Web), &commands).unwrap();
    assert_eq!(both.tags, [tag("b"), tag("c")]);
    let hangs: Vec<_> = part(&both, "p1")
        .tag_applications
        .iter()
        .map(|one| (one.tag_id.as_str(), one.is_current()))
        .collect();
    assert_eq!(hangs, [("a", false), ("b", true), ("c", true)]);
    let none = standard(empty, &[set(&[])]).unwrap();
    assert!(none.tags.is_empty());
}
