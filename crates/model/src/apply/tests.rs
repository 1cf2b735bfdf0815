//! Each rule once, through one helper.

mod channel;
mod clock;
mod entry;
mod reports;
mod suggest;
mod told;
mod validate;

use proptest::prelude::*;

use super::*;
use crate::command::Readers;
use crate::conversation::State;
use crate::part::{Delivery, Event};
use crate::participant::ParticipantKind;
use crate::tag::Tag;
use crate::validate::{Fault, Problem};

const NOW: Timestamp = Timestamp::from_millis(1_768_057_200_000);

fn ana() -> Participant {
    Participant::new(ParticipantKind::Customer, "ana").named("Ana")
}

fn ben() -> Participant {
    Participant::new(ParticipantKind::Agent, "ben").named("Ben")
}

/// Applies commands one after the other, a minute apart.
fn after(commands: &[(Participant, Command)]) -> Result<Conversation, Refusal> {
    let mut conversation = Conversation::new("c1".into(), NOW);
    let mut count = 0;
    for (step, (actor, command)) in (0..).zip(commands) {
        let now = NOW.plus(step * crate::time::MINUTE);
        let command_id = CommandId::new(format!("command{step}"));
        let mut new_part_id = || {
            count += 1;
            PartId::new(format!("p{count}"))
        };
        let mut context = Context::new(actor, now, &mut new_part_id);
        context.command_id = Some(&command_id);
        conversation = apply(&conversation, command, &mut context)?.conversation;
    }
    Ok(conversation)
}

fn started() -> (Participant, Command) {
    (ana(), Command::Start { contents: vec![Content::text("hello **there**")] })
}

use crate::content::Content;

#[test]
fn a_start_makes_the_customer_a_participant_and_waits_for_the_company() {
    let conversation = after(&[started()]).unwrap();
    assert_eq!(conversation.participants, [ana()]);
    assert_eq!(conversation.waiting_since, Some(NOW));
    assert_eq!(conversation.awaiting_customer_reply, Some(false));
    assert_eq!(conversation.preview.unwrap().text, "hello there");
    assert_eq!(conversation.source.unwrap().markdown, "hello **there**");
    assert_eq!(conversation.parts[0].command_id, Some("command0".into()));
    assert_eq!(conversation.read_receipts[0].last_read_part, "p1".into());
}

#[test]
fn a_reply_turns_who_waits_for_whom() {
    let conversation = after(&[started(), (ben(), Command::reply("hi"))]).unwrap();
    assert_eq!(conversation.awaiting_customer_reply, Some(true));
    assert_eq!(conversation.waiting_since, None);
    assert_eq!(conversation.read_receipts.len(), 2);
}

#[test]
fn a_note_changes_neither_state_nor_waiting() {
    let before = after(&[started()]).unwrap();
    let conversation = after(&[started(), (ben(), Command::note("careful"))]).unwrap();
    assert_eq!(conversation.state, before.state);
    assert_eq!(conversation.waiting_since, before.waiting_since);
    assert!(!conversation.parts[1].is_public());
    assert!(conversation.preview.unwrap().note);
}

#[test]
fn a_customer_who_writes_again_reopens() {
    let again = (ana(), Command::reply("one more thing"));
    let closed = after(&[started(), (ben(), Command::Close)]).unwrap();
    assert_eq!(closed.state, State::Closed);
    assert_eq!(closed.waiting_since, None);
    let open = after(&[started(), (ben(), Command::Close), again.clone()]).unwrap();
    assert_eq!(open.state, State::Open);
    let until = NOW.plus(crate::time::DAY);
    let open = after(&[started(), (ben(), Command::Snooze { until }), again]).unwrap();
    assert_eq!((open.state, open.snoozed_until), (State::Open, None));
    let last = &open.newest_part().unwrap().body;
    let opened = Event::StateChanged { state: State::Open, snoozed_until: None };
    assert_eq!(last, &PartBody::Event(opened));
}

#[test]
fn what_a_customer_may_not_do_is_refused() {
    for command in [
        Command::note("x"),
        Command::Close,
        Command::Assign { agent: Some(None), team: None },
        Command::SetTitle { title: "x".into() },
        Command::Redact { part: "p1".into() },
        Command::MarkRead { readers: Readers { all_agents: true, ..Readers::default() } },
    ] {
        let outcome = after(&[started(), (ana(), command.clone())]);
        assert_eq!(outcome, Err(Refusal::NotAllowed), "{command:?}");
    }
}

#[test]
fn pitfall_07_a_snooze_ends_in_the_future() {
    let snooze = |offset| {
        let until = NOW.plus(crate::time::MINUTE + offset);
        after(&[started(), (ben(), Command::Snooze { until })])
    };
    for (offset, code) in [(0, "not_in_future"), (-1, "not_in_future"), (i64::MAX / 2, "too_far")] {
        let refusal = snooze(offset).unwrap_err();
        assert_eq!((&*refusal.problems()[0].field, refusal.code()), ("until", code), "{offset}");
    }
    assert_eq!(snooze(1).unwrap().state, State::Snoozed);
}

/// People's and machines' words; what stays inside the company, and what happened, cannot be.
#[test]
fn pitfall_10_only_what_was_said_can_be_redacted() {
    let bot = Participant::new(ParticipantKind::Bot, "bot");
    let redact = |steps: &[(Participant, Command)]| {
        let part = PartId::new(format!("p{}", steps.len() + 1));
        let steps = [&[started()], steps, &[(ben(), Command::Redact { part })]].concat();
        after(&steps)
            .map(|done| done.parts.last().map(|part| (part.redacted, part.contents().len())))
    };
    for author in [ana(), ben(), bot.clone()] {
        assert_eq!(redact(&[(author, Command::reply("4111"))]), Ok(Some((true, 0))));
    }
    for (actor, command) in [
        (ben(), Command::note("4111")),
        (ben(), Command::Close),
        (bot, Command::Suggest { contents: vec![Content::text("4111")] }),
    ] {
        assert_eq!(redact(&[(actor, command)]), Err(Refusal::NotRedactable));
    }
}

#[test]
fn pitfall_10_a_redacted_message_leaves_nothing_behind() {
    let redact = |part: &str| {
        let note = (ben(), Command::note("n"));
        after(&[started(), note, (ben(), Command::Redact { part: part.into() })])
    };
    let conversation = redact("p1").unwrap();
    assert!(conversation.parts[0].redacted);
    assert!(conversation.parts[0].contents().is_empty());
    assert_eq!(conversation.source.unwrap().markdown, "");
    assert_eq!(redact("p2"), Err(Refusal::NotRedactable));
    assert_eq!(redact("p9"), Err(Refusal::PartNotFound));
}

#[test]
fn pitfall_12_a_tag_remembers_who_hung_it_where() {
    let tag = Tag { id: "t1".into(), name: "VIP".into() };
    let attach = (ben(), Command::AttachTag { tag: tag.clone() });
    let detach = (ben(), Command::DetachTag { tag: tag.clone() });
    let tagged = after(&[started(), attach.clone(), attach.clone()]).unwrap();
    assert_eq!(tagged.tags, [tag]);
    assert_eq!(tagged.parts[0].tag_applications.len(), 1);
    let bare = after(&[started(), attach, detach.clone()]).unwrap();
    assert!(bare.tags.is_empty());
    assert_eq!(bare.parts[0].tag_applications[0].removed_by, Some(ben()));
    assert_eq!(after(&[started(), detach]), Err(Refusal::TagNotAttached));
}

/// Hanging a tag and taking it off are both told of the newest message.
#[test]
fn pitfall_12_a_tag_is_taken_off_as_of_the_newest_message() {
    let tag = Tag { id: "t1".into(), name: "VIP".into() };
    let attach = (ben(), Command::AttachTag { tag: tag.clone() });
    let more = (ana(), Command::reply("more"));
    let detach = (ben(), Command::DetachTag { tag });
    let bare = after(&[started(), attach, more, (ben(), Command::note("n")), detach]).unwrap();
    let PartBody::Event(Event::TagChanged { added: false, target, .. }) =
        &bare.newest_part().unwrap().body
    else {
        panic!("{bare:?}")
    };
    assert_eq!(target, &Some("p3".into()));
    // Who took it off is noted where it hung.
    let applications =
        |at: usize| bare.parts[at].tag_applications.iter().map(|one| one.removed_by.clone());
    assert_eq!(applications(0).collect::<Vec<_>>(), [Some(ben())]);
    assert_eq!(applications(2).count(), 0);
}

/// The newest part that takes one: neither a note nor what happened does.
#[test]
fn pitfall_12_a_tag_hangs_on_the_newest_message_and_again_on_a_newer_one() {
    let tag = Tag { id: "t1".into(), name: "VIP".into() };
    let attach = (ben(), Command::AttachTag { tag: tag.clone() });
    let detach = (ben(), Command::DetachTag { tag });
    let said = (ben(), Command::reply("hi"));
    let steps = [started(), said.clone(), (ben(), Command::note("n")), (ben(), Command::Close)];
    let target = |done: &Conversation| -> Vec<usize> {
        done.parts.iter().map(|part| part.tag_applications.len()).collect()
    };
    let tagged = after(&[&steps[..], std::slice::from_ref(&attach)].concat()).unwrap();
    assert_eq!(target(&tagged)[..4], [0, 1, 0, 0]);
    let again = [&steps[..], &[attach.clone(), detach, said, attach]].concat();
    let again = after(&again).unwrap();
    assert_eq!(again.tags.len(), 1);
    let counts = target(&again);
    assert_eq!((counts[1], counts.iter().sum::<usize>()), (1, 2));
    assert!(again.parts[1].tag_applications[0].removed_at.is_some());
    assert!(!again.parts.last().unwrap().is_public(), "that it was hung is told to the company");
}

#[test]
fn pitfall_13_the_last_contact_stays() {
    let remove = |id: &str| (ben(), Command::RemoveParticipant { participant: id.into() });
    let eve = Participant::new(ParticipantKind::Lead, "eve");
    let add = (ben(), Command::AddParticipant { participant: eve });
    assert_eq!(after(&[started(), remove("ana")]), Err(Refusal::LastParticipant));
    assert_eq!(after(&[started(), remove("eve")]), Err(Refusal::ParticipantNotFound));
    let conversation = after(&[started(), add, remove("ana")]).unwrap();
    let left: Vec<_> = conversation.participants.iter().map(|one| one.id.clone()).collect();
    assert_eq!(left, [Some("eve".into())]);
}

/// All beats the list, so whoever stands in it beside is not looked for.
#[test]
fn pitfall_08_all_beats_the_lists() {
    let zoe = Participant::new(ParticipantKind::Agent, "zoe");
    let lists = |all: bool| Readers {
        all_agents: all,
        agents: vec!["zoe".into(), "nobody".into()],
        ..Readers::default()
    };
    for (all, bens) in [(true, "p4"), (false, "p2")] {
        let steps = [
            started(),
            (ben(), Command::reply("hi")),
            (zoe.clone(), Command::reply("and I")),
            // A note counts for those, too, who cannot see it.
            (Participant::new(ParticipantKind::Bot, "bot"), Command::note("n")),
            (zoe.clone(), Command::MarkRead { readers: lists(all) }),
        ];
        let done = after(&steps).unwrap();
        let read = |id: &str| done.receipt(&id.into()).map(|one| one.last_read_part.to_string());
        assert_eq!((read("ben").as_deref(), read("zoe").as_deref()), (Some(bens), Some("p4")));
        assert_eq!((read("nobody"), read("ana").as_deref()), (None, Some("p1")));
    }
}

/// A machine of the company's is none of the contacts.
#[test]
fn pitfall_08_all_contacts_are_contacts_alone() {
    let bot = Participant::new(ParticipantKind::Bot, "bot");
    let readers = Readers { all_contacts: true, ..Readers::default() };
    let steps = [
        started(),
        (bot, Command::reply("One moment.")),
        (ben(), Command::reply("hi")),
        (ben(), Command::MarkRead { readers }),
    ];
    let done = after(&steps).unwrap();
    let read = |id: &str| done.receipt(&id.into()).map(|one| one.last_read_part.to_string());
    assert_eq!((read("ana").as_deref(), read("bot").as_deref()), (Some("p3"), Some("p2")));
}

#[test]
fn pitfall_08_only_receipts_that_exist_move_but_for_ones_own() {
    let readers = Readers { all_contacts: true, agents: vec!["zoe".into()], ..Readers::default() };
    let steps = [started(), (ben(), Command::reply("hi")), (ben(), Command::MarkRead { readers })];
    let conversation = after(&steps).unwrap();
    let read = |id: &str| conversation.receipt(&id.into()).map(|r| r.last_read_part.clone());
    assert_eq!(read("ana"), Some("p2".into()));
    assert_eq!(read("zoe"), None);
}

#[test]
fn pitfall_06_a_disabled_or_blocked_customer_cannot_reply_and_the_company_can() {
    let mut conversation = after(&[started()]).unwrap();
    let reply = |conversation: &Conversation, actor: &Participant| {
        let mut new_part_id = || PartId::from("p9");
        let mut context = Context::new(actor, NOW, &mut new_part_id);
        apply(conversation, &Command::reply("hi"), &mut context).map(|_| ())
    };
    conversation.replies_disabled = Some(true);
    assert_eq!(reply(&conversation, &ana()), Err(Refusal::RepliesDisabled));
    assert_eq!(reply(&conversation, &ben()), Ok(()));
    conversation.replies_disabled = None;
    conversation.blocked = true;
    assert_eq!(reply(&conversation, &ana()), Err(Refusal::Blocked));
}

proptest! {
    /// A clock that runs backwards never puts a later part before an earlier one.
    #[test]
    fn parts_stay_in_order_whatever_the_clock_says(offsets in prop::collection::vec(-5_000i64..5_000, 1..20)) {
        let mut conversation = Conversation::new("c1".into(), NOW);
        for (count, offset) in offsets.iter().enumerate() {
            let mut new_part_id = || PartId::new(format!("p{count}"));
            let actor = if count % 2 == 0 { ana() } else { ben() };
            let mut context = Context::new(&actor, NOW.plus(*offset), &mut new_part_id);
            conversation = apply(&conversation, &Command::reply("x"), &mut context).unwrap().conversation;
        }
        prop_assert!(conversation.parts.windows(2).all(|two| two[0].created_at < two[1].created_at));
    }
}

/// A block is about the person: they begin nothing, say nothing and react to nothing.
#[test]
fn whoever_is_blocked_is_heard_in_no_way() {
    let react = |part: &str| Command::React { part: part.into(), emoji: Some("👍".into()) };
    let begun = after(&[started(), (ben(), Command::reply("hi"))]).unwrap();
    let starts = Command::Start { contents: vec![Content::text("me again")] };
    let blank = Conversation::new("c2".into(), NOW);
    for (conversation, command) in
        [(&blank, starts), (&begun, Command::reply("x")), (&begun, react("p2"))]
    {
        let mut conversation = conversation.clone();
        for (actor, blocked, refusal) in
            [(ana(), false, None), (ana(), true, Some(Refusal::Blocked)), (ben(), true, None)]
        {
            conversation.blocked = blocked;
            let mut new_part_id = || PartId::from("p9");
            let mut context = Context::new(&actor, NOW.plus(crate::time::HOUR), &mut new_part_id);
            let outcome = apply(&conversation, &command, &mut context);
            assert_eq!(outcome.err(), refusal, "{command:?} by {actor:?}");
        }
    }
}

#[test]
fn what_cannot_be_shown_is_not_said() {
    let media = crate::content::Media { url: "javascript:alert(1)".into(), ..Default::default() };
    let contents = vec![Content::text("look"), Content::Document(media)];
    for command in [
        Command::Start { contents: contents.clone() },
        Command::reply_of(contents.clone()),
        Command::Note { contents: contents.clone() },
        Command::Suggest { contents },
    ] {
        let outcome = after(&[started(), (ben(), command.clone())]);
        let unsound = Problem::at("contents[1]", Fault::Unsound);
        assert_eq!(outcome, Err(Refusal::Invalid(vec![unsound])), "{command:?}");
    }
}

#[test]
fn only_what_the_company_has_said_is_delivered() {
    let told = |part: &str| {
        let told = Command::SetDelivery { part: part.into(), delivery: Delivery::Sent, info: None };
        after(&[started(), (ben(), Command::reply("hi")), (ben(), told)])
    };
    assert_eq!(told("p1"), Err(Refusal::NotOutbound));
    assert_eq!(told("p2").unwrap().parts[1].delivery, Some(Delivery::Sent));
}
