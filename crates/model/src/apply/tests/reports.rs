//! What channels report of what was said.

use super::channel::{on, part, standard, start};
use super::*;
use crate::command::Envelope;
use crate::conversation::Channel;

#[test]
fn a_message_awaits_a_report_where_its_own_channel_gives_one() {
    let by = |channel: Option<Channel>| Command::Reply {
        contents: vec![Content::text("hi")],
        envelope: Envelope { channel, ..Envelope::default() },
    };
    for (held_by, actor, channel, awaits) in [
        (Channel::Web, ben(), None, false),
        (Channel::Web, ben(), Some(Channel::Sms), true),
        (Channel::Web, ben(), Some(Channel::Ios), false),
        (Channel::Web, ana(), Some(Channel::Sms), false),
        (Channel::Sms, ben(), None, true),
        // It goes by the messenger, whatever the conversation is held by otherwise.
        (Channel::Sms, ben(), Some(Channel::Web), false),
        (Channel::Sms, ana(), None, false),
    ] {
        let commands = [start(ana()), (1, actor.clone(), by(channel.clone()))];
        let said = standard(on(held_by.clone()), &commands).unwrap();
        let expected = awaits.then_some(Delivery::Created);
        assert_eq!(part(&said, "p2").delivery, expected, "{held_by:?} {actor:?} {channel:?}");
    }
}

#[test]
fn a_report_of_the_same_rank_is_taken_where_it_says_something_new() {
    let failed = |code: &str| Delivery::Failed { code: code.into() };
    let report = |minute, delivery: &Delivery, info: Option<&str>| {
        let (delivery, info) = (delivery.clone(), info.map(str::to_owned));
        (minute, ben(), Command::SetDelivery { part: "p2".into(), delivery, info })
    };
    for (first, second) in [
        ((Delivery::Sent, None), (Delivery::Sent, Some("queued by the carrier"))),
        ((Delivery::Sent, Some("one")), (Delivery::Sent, Some("two"))),
        ((failed("a"), None), (failed("b"), None)),
    ] {
        let said = [start(ana()), (1, ben(), Command::reply("hi"))];
        let reports = [report(2, &first.0, first.1), report(3, &second.0, second.1)];
        let told = standard(on(Channel::Sms), &[&said[..], &reports].concat()).unwrap();
        let told = part(&told, "p2");
        assert_eq!(told.delivery.as_ref(), Some(&second.0));
        assert_eq!(told.tracking.delivery_info.as_deref(), second.1);
        assert_eq!(told.tracking.delivery_at, Some(NOW.plus(3 * crate::time::MINUTE)));
    }
}
