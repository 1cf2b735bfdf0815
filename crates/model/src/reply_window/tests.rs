//! Verdicts, by channel, window and whoever writes.

use super::*;
#[cfg(feature = "company")]
use crate::{
    command::Envelope,
    conversation::Source,
    id::PartId,
    part::{Message, PartBody},
    participant::Participant,
    time::DAY,
};

const NOW: Timestamp = Timestamp::from_millis(1_000_000);

#[test]
fn pitfall_01_the_sources_own_verdict_wins_over_the_clock() {
    let check = |possible, until: Option<i64>, customer_must_write, verdict| {
        let until = until.map(|offset| NOW.plus(offset));
        let window = ReplyWindow { possible, until, customer_must_write };
        assert_eq!(window.at(NOW), verdict, "{window:?}");
    };
    let open = |left: i64| Verdict::Open { until: Some(NOW.plus(left)) };
    let waiting =
        |left: Option<i64>| Verdict::WaitingForCustomer { until: left.map(|left| NOW.plus(left)) };
    let (expired, not_possible) =
        (Verdict::Closed(Reason::Expired), Verdict::Closed(Reason::NotPossible));
    // Nothing is told but the end: open up to it, and not at it. Without an end nothing can be sent.
    check(None, None, false, not_possible);
    check(None, Some(1), false, open(1));
    check(None, Some(0), false, expired);
    check(None, Some(-1), false, expired);
    // The source says yes, whatever else it says.
    check(Some(true), Some(5), false, open(5));
    check(Some(true), Some(5), true, open(5));
    check(Some(true), Some(0), false, Verdict::Open { until: None });
    check(Some(true), Some(-5), true, Verdict::Open { until: None });
    check(Some(true), None, false, Verdict::Open { until: None });
    // It says no, whatever else it says.
    check(Some(false), None, false, not_possible);
    check(Some(false), Some(1), false, not_possible);
    check(Some(false), Some(0), false, expired);
    check(Some(false), Some(-1), false, expired);
    for possible in [None, Some(false)] {
        for left in [None, Some(9), Some(0), Some(-9)] {
            check(possible, left, true, waiting(left));
        }
    }
    // WhatsApp, begun by the company: the time runs, yet only the customer can open it.
    check(Some(false), Some(9), true, waiting(Some(9)));
}

#[cfg(feature = "company")]
fn told(conversation: &Conversation, command: &Command) -> Option<&'static str> {
    refuses(conversation, command, &ReplyWindows::STANDARD, NOW)
}

#[test]
fn codes_are_stable() {
    let check = |verdict: Verdict, code: &str| assert_eq!(verdict.code(), code);
    check(Verdict::Open { until: None }, "open");
    check(Verdict::WaitingForCustomer { until: None }, "waiting_for_customer");
    check(Verdict::Closed(Reason::Expired), "expired");
    check(Verdict::Closed(Reason::RepliesDisabled), "replies_disabled");
    check(Verdict::Closed(Reason::Blocked), "blocked");
    check(Verdict::Closed(Reason::NotConnected), "not_connected");
    check(Verdict::Closed(Reason::NotPossible), "not_possible");
}

#[cfg(feature = "company")]
#[test]
fn what_is_still_possible_is_a_reply_an_approved_message_or_nothing() {
    use Possible::{Nothing, Reply, Restart};
    let waiting =
        |left: Option<i64>| Verdict::WaitingForCustomer { until: left.map(|left| NOW.plus(left)) };
    let check = |verdict: Verdict, on_whatsapp: Possible, elsewhere: Possible| {
        assert_eq!(verdict.allows(&Channel::Whatsapp, NOW), on_whatsapp, "{verdict:?}");
        for channel in [Channel::Web, Channel::Sms, Channel::Other("bridge".into())] {
            assert_eq!(verdict.allows(&channel, NOW), elsewhere, "{verdict:?} {channel:?}");
        }
    };
    check(Verdict::Open { until: None }, Reply, Reply);
    check(Verdict::Closed(Reason::Expired), Restart, Nothing);
    check(Verdict::Closed(Reason::NotPossible), Restart, Nothing);
    check(Verdict::Closed(Reason::NotConnected), Nothing, Nothing);
    check(Verdict::Closed(Reason::Blocked), Nothing, Nothing);
    check(Verdict::Closed(Reason::RepliesDisabled), Nothing, Nothing);
    check(waiting(Some(1)), Nothing, Nothing);
    check(waiting(Some(0)), Restart, Nothing);
    check(waiting(None), Restart, Nothing);
    assert_eq!([Reply, Restart, Nothing].map(Possible::code), ["reply", "restart", "nothing"]);
}

#[cfg(feature = "company")]
#[test]
fn a_verdict_tells_when_time_changes_it() {
    let check = |verdict: Verdict, change: Option<i64>| {
        assert_eq!(verdict.changes_at(NOW), change.map(|at| NOW.plus(at)), "{verdict:?}");
    };
    for (until, change) in [(Some(1), Some(1)), (Some(0), None), (None, None)] {
        let until = until.map(|until: i64| NOW.plus(until));
        check(Verdict::Open { until }, change);
        check(Verdict::WaitingForCustomer { until }, change);
    }
    check(Verdict::Closed(Reason::Expired), None);
}

/// Whether or not the channel has a window.
#[cfg(feature = "company")]
#[test]
fn pitfall_05_nothing_leaves_through_an_account_that_is_not_connected() {
    let mut conversation = Conversation::new("c1".into(), NOW);
    for window in [None, ReplyWindows::STANDARD.opened_by_customer(&Channel::Whatsapp, NOW)] {
        conversation.handling.reply_window = window;
        conversation.handling.account = Some(Box::new(ChannelAccount {
            id: "1".into(),
            channel: Channel::Whatsapp,
            address: "4915223567929".into(),
            name: String::new(),
            in_sync: false,
        }));
        let verdict = verdict_for(&conversation, &ParticipantKind::Agent, NOW);
        assert_eq!(verdict, Verdict::Closed(Reason::NotConnected));
        // They can still write to it.
        let verdict = verdict_for(&conversation, &ParticipantKind::Customer, NOW);
        assert_eq!(verdict, Verdict::Open { until: None });
    }
}

#[test]
fn pitfall_06_what_bars_the_customer_does_not_bar_the_company() {
    let mut conversation = Conversation::new("c1".into(), NOW);
    conversation.replies_disabled = Some(true);
    let closed = Verdict::Closed(Reason::RepliesDisabled);
    assert_eq!(verdict_for(&conversation, &ParticipantKind::Lead, NOW), closed);
    assert_eq!(
        verdict_for(&conversation, &ParticipantKind::Agent, NOW),
        Verdict::Open { until: None }
    );
    conversation.blocked = true;
    let closed = Verdict::Closed(Reason::Blocked);
    assert_eq!(verdict_for(&conversation, &ParticipantKind::Customer, NOW), closed);
}
/// A text message or an e-mail leaves whatever the window on another channel says, and what
/// has a window there has none here.
#[cfg(feature = "company")]
#[test]
fn each_channel_has_a_verdict_of_its_own() {
    let customer = Participant::new(ParticipantKind::Customer, "u1");
    let wrote = |channel: &Channel, ago: i64| {
        let body = PartBody::Message(Message::text("hello"));
        let id = PartId::new(format!("p{ago}"));
        let mut part = Part::new(id, body, Some(customer.clone()), NOW.plus(-ago));
        part.channel = Some(channel.clone());
        Arc::new(part)
    };
    let reply = |channel: Channel| Command::Reply {
        contents: Vec::new(),
        envelope: Envelope { channel: Some(channel), ..Envelope::default() },
    };
    let mut conversation = Conversation::new("c1".into(), NOW);
    conversation.source = Some(Source { channel: Channel::Whatsapp, ..Source::default() });
    conversation.handling.reply_window =
        Some(ReplyWindow { possible: None, until: Some(NOW), customer_must_write: false });
    conversation.handling.account = Some(Box::new(ChannelAccount {
        id: "1".into(),
        channel: Channel::Whatsapp,
        address: String::new(),
        name: String::new(),
        in_sync: true,
    }));
    for (channel, refused) in [
        (Channel::Whatsapp, Some("expired")),
        (Channel::Sms, None),
        (Channel::Email, None),
        (Channel::Web, None),
    ] {
        assert_eq!(told(&conversation, &reply(channel.clone())), refused, "{channel:?}");
    }
    conversation.source = Some(Source { channel: Channel::Sms, ..Source::default() });
    conversation.handling.reply_window = None;
    let whatsapp = reply(Channel::Whatsapp);
    assert_eq!(told(&conversation, &whatsapp), Some("expired"), "never wrote there");
    conversation.parts = vec![wrote(&Channel::Whatsapp, 2 * DAY), wrote(&Channel::Sms, 1)];
    assert_eq!(told(&conversation, &whatsapp), Some("expired"));
    conversation.parts.insert(1, wrote(&Channel::Whatsapp, 1_000));
    assert_eq!(told(&conversation, &whatsapp), None);
    if let Some(account) = &mut conversation.handling.account {
        account.in_sync = false;
    }
    assert_eq!(told(&conversation, &whatsapp), Some("not_connected"));
    assert_eq!(told(&conversation, &reply(Channel::Email)), None);
}

/// A length that is set holds for a channel that is chosen, to the millisecond.
#[cfg(feature = "company")]
#[test]
fn an_organisation_can_set_a_window() {
    let mut windows = ReplyWindows::default();
    windows.set(Channel::Sms, Some(60)).unwrap();
    let customer = Participant::new(ParticipantKind::Customer, "u1");
    let body = PartBody::Message(Message::text("hello"));
    let mut part = Part::new(PartId::new("p1"), body, Some(customer), NOW);
    part.channel = Some(Channel::Sms);
    let mut conversation = Conversation::new("c1".into(), NOW);
    conversation.source = Some(Source { channel: Channel::Email, ..Source::default() });
    let verdict = |conversation: &Conversation, windows: &ReplyWindows, after: i64| {
        verdict_through(conversation, &Channel::Sms, windows, NOW.plus(after))
    };
    let never = verdict(&conversation, &windows, 0);
    assert_eq!(never, Verdict::Closed(Reason::Expired), "never wrote there");
    conversation.parts = vec![Arc::new(part)];
    let hour = 3_600_000;
    let open = Verdict::Open { until: Some(NOW.plus(hour)) };
    assert_eq!(verdict(&conversation, &windows, hour - 1), open);
    assert_eq!(verdict(&conversation, &windows, hour), Verdict::Closed(Reason::Expired));
    let standard = verdict(&conversation, &ReplyWindows::STANDARD, hour);
    assert_eq!(standard, Verdict::Open { until: None });
}

#[cfg(feature = "company")]
#[test]
fn pitfall_03_what_is_said_outside_a_window_will_fail_and_an_approved_message_will_not() {
    let restart = Command::Restart { contents: Vec::new() };
    let reply = Command::reply("Hi");
    let mut conversation = Conversation::new("c1".into(), NOW);
    assert_eq!(told(&conversation, &reply), None);
    let window = |until: i64, must_write| {
        let until = Some(NOW.plus(until));
        Some(ReplyWindow { possible: None, until, customer_must_write: must_write })
    };
    conversation.handling.reply_window = window(1, false);
    assert_eq!(told(&conversation, &reply), None);
    conversation.handling.reply_window = window(0, false);
    assert_eq!(told(&conversation, &reply), Some("expired"));
    assert_eq!(told(&conversation, &restart), None);
    conversation.handling.reply_window = window(1, true);
    assert_eq!(told(&conversation, &reply), Some("waiting_for_customer"));
    conversation.handling.account = Some(Box::new(ChannelAccount {
        id: "1".into(),
        channel: Channel::Whatsapp,
        address: String::new(),
        name: String::new(),
        in_sync: false,
    }));
    assert_eq!(told(&conversation, &reply), Some("not_connected"));
    assert_eq!(told(&conversation, &restart), Some("not_connected"));
}
