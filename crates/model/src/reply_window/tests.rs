//! Verdicts, by channel, window and whoever writes.

use super::*;
#[cfg(feature = "company")]
use crate::{
    command::Envelope,
    conversation::Source,
    id::PartId,
    part::{Message, PartBody},
    participant::Participant,
};

const NOW: Timestamp = Timestamp::from_millis(1_000_000);

#[test]
fn pitfall_01_the_sources_own_verdict_wins_over_the_clock() {
    let check = |possible, until: Option<i64>, customer_must_write, verdict| {
        let until = until.map(|offset| NOW.plus(offset));
        let window = ReplyWindow { possible, until, customer_must_write };
        assert_eq!(window.at(NOW), verdict, "{window:?}");
    };
    check(None, None, false, Verdict::Open { until: None });
    check(None, Some(1), false, Verdict::Open { until: Some(NOW.plus(1)) });
    check(None, Some(0), false, Verdict::Closed(Reason::Expired));
    check(Some(true), Some(-5), false, Verdict::Open { until: None });
    check(Some(true), Some(5), true, Verdict::Open { until: Some(NOW.plus(5)) });
    check(Some(false), None, false, Verdict::Closed(Reason::NotPossible));
    check(Some(false), Some(-1), false, Verdict::Closed(Reason::Expired));
    // WhatsApp, begun by the company: the time runs, yet only the customer can open it.
    let until = Some(NOW.plus(9));
    check(Some(false), Some(9), true, Verdict::WaitingForCustomer { until });
}

/// Whether or not the channel has a window.
#[cfg(feature = "company")]
#[test]
fn pitfall_05_nothing_leaves_through_an_account_that_is_not_connected() {
    let mut conversation = Conversation::new("c1".into(), NOW);
    for window in [None, ReplyWindow::opened_by_customer(&Channel::Whatsapp, NOW)] {
        conversation.handling.reply_window = window;
        conversation.handling.account = Some(ChannelAccount {
            id: "1".into(),
            channel: Channel::Whatsapp,
            address: "4915223567929".into(),
            name: String::new(),
            in_sync: false,
        });
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
    conversation.handling.account = Some(ChannelAccount {
        id: "1".into(),
        channel: Channel::Whatsapp,
        address: String::new(),
        name: String::new(),
        in_sync: true,
    });
    for (channel, refused) in [
        (Channel::Whatsapp, Some("expired")),
        (Channel::Sms, None),
        (Channel::Email, None),
        (Channel::Web, None),
    ] {
        assert_eq!(refuses(&conversation, &reply(channel.clone()), NOW), refused, "{channel:?}");
    }
    conversation.source = Some(Source { channel: Channel::Sms, ..Source::default() });
    conversation.handling.reply_window = None;
    let whatsapp = reply(Channel::Whatsapp);
    assert_eq!(refuses(&conversation, &whatsapp, NOW), Some("expired"), "never wrote there");
    conversation.parts = vec![wrote(&Channel::Whatsapp, 2 * DAY), wrote(&Channel::Sms, 1)];
    assert_eq!(refuses(&conversation, &whatsapp, NOW), Some("expired"));
    conversation.parts.insert(1, wrote(&Channel::Whatsapp, 1_000));
    assert_eq!(refuses(&conversation, &whatsapp, NOW), None);
    if let Some(account) = &mut conversation.handling.account {
        account.in_sync = false;
    }
    assert_eq!(refuses(&conversation, &whatsapp, NOW), Some("not_connected"));
    assert_eq!(refuses(&conversation, &reply(Channel::Email), NOW), None);
}

#[cfg(feature = "company")]
#[test]
fn pitfall_03_what_is_said_outside_a_window_will_fail_and_an_approved_message_will_not() {
    let restart = Command::Restart { contents: Vec::new() };
    let reply = Command::reply("Hi");
    let mut conversation = Conversation::new("c1".into(), NOW);
    assert_eq!(refuses(&conversation, &reply, NOW), None);
    let window = |until: i64, must_write| {
        let until = Some(NOW.plus(until));
        Some(ReplyWindow { possible: None, until, customer_must_write: must_write })
    };
    conversation.handling.reply_window = window(1, false);
    assert_eq!(refuses(&conversation, &reply, NOW), None);
    conversation.handling.reply_window = window(0, false);
    assert_eq!(refuses(&conversation, &reply, NOW), Some("expired"));
    assert_eq!(refuses(&conversation, &restart, NOW), None);
    conversation.handling.reply_window = window(1, true);
    assert_eq!(refuses(&conversation, &reply, NOW), Some("waiting_for_customer"));
    conversation.handling.account = Some(ChannelAccount {
        id: "1".into(),
        channel: Channel::Whatsapp,
        address: String::new(),
        name: String::new(),
        in_sync: false,
    });
    assert_eq!(refuses(&conversation, &reply, NOW), Some("not_connected"));
    assert_eq!(refuses(&conversation, &restart, NOW), Some("not_connected"));
}
