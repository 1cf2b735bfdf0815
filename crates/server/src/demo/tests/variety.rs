//! Every kind of everything occurs. The matches below name each variant, so that a new one does
//! not compile until somebody has given it a place in the demo.

use std::collections::BTreeSet;

use inbox_model::csat::CsatStatus;
use inbox_model::{Channel, Content, Delivery, Event, Part, PartBody, Priority};

use super::noon;
use crate::demo::{DemoWorld, generate};

fn all<'a, T: Ord>(world: &'a DemoWorld, kinds: impl Fn(&'a Part) -> Vec<T>) -> BTreeSet<T> {
    let parts = world.conversations.iter().flat_map(|conversation| &conversation.parts);
    parts.flat_map(|part| kinds(part)).collect()
}

#[test]
fn every_part_occurs() {
    let kinds = all(&generate(noon()), |part| {
        vec![match &part.body {
            PartBody::Message(message) if part.redacted => u8::from(message.contents.is_empty()),
            PartBody::Message(message) if message.email => 2,
            PartBody::Message(_) => 3,
            PartBody::Note(_) => 4,
            PartBody::Suggestion(_) => 5,
            PartBody::Call(call) if call.duration_ms == 0 => 6,
            PartBody::Call(call) => 7 + u8::from(call.inbound && call.summary.is_some()),
            PartBody::Form(_) => 9,
            PartBody::FormCompleted => 10,
            PartBody::QuickReplies { .. } => 11,
            PartBody::QuickReplyChosen { .. } => 12,
            PartBody::RatingRequested(_) => 13,
            PartBody::RatingSubmitted(_) => 14,
            PartBody::Event(event) => match event {
                Event::Assigned { agent: None, team: None, .. } => 15,
                Event::Assigned { .. } => 16,
                Event::StateChanged { .. } => 17,
                Event::TagChanged { added, .. } => 18 + u8::from(*added),
                Event::PriorityChanged { .. } => 20,
                Event::ParticipantAdded { .. } => 21,
                Event::WorkflowWait { interrupted_by, .. } => {
                    22 + u8::from(interrupted_by.is_some())
                }
                Event::Other { .. } => 24,
            },
        }]
    });
    // 0 would be a redacted message that still says something.
    assert_eq!(kinds, (1..=24).collect());
}

#[test]
fn every_content_occurs() {
    let kinds = all(&generate(noon()), |part| {
        let kind = |content: &Content| match content {
            Content::Text { .. } => 0,
            Content::Image(_) => 1,
            Content::Video(_) => 2,
            Content::Audio { voice, .. } => 3 + u8::from(*voice),
            Content::Document(_) => 5,
            Content::Location(_) => 6,
            Content::ContactCard(_) => 7,
        };
        part.contents().iter().map(kind).collect()
    });
    assert_eq!(kinds, (0..=7).collect());
}

#[test]
fn every_fate_priority_channel_and_rating_occurs() {
    let world = generate(noon());
    let fates = all(&world, |part| {
        let number = |delivery: &Delivery| match delivery {
            Delivery::Created => 0,
            Delivery::Sent => 1,
            Delivery::Delivered => 2,
            Delivery::Read => 3,
            Delivery::Failed { .. } => 4,
        };
        part.delivery.iter().map(number).collect()
    });
    assert_eq!(fates, (0..=4).collect());
    let conversations = &world.conversations;
    let priorities: BTreeSet<_> = conversations.iter().map(|one| one.priority).collect();
    for priority in [Priority::None, Priority::Low, Priority::High, Priority::Urgent] {
        assert!(priorities.contains(&priority), "{priority:?}");
    }
    let channels = |channel: Channel| {
        conversations.iter().any(|one| one.source.as_ref().is_some_and(|it| it.channel == channel))
    };
    let here = [
        Channel::Web,
        Channel::Ios,
        Channel::Android,
        Channel::Email,
        Channel::Sms,
        Channel::Whatsapp,
        Channel::Phone,
    ];
    for channel in here {
        assert!(channels(channel.clone()), "{channel:?}");
    }
    let rated = |status| {
        conversations
            .iter()
            .filter_map(|one| one.csat.summary.as_ref())
            .any(|it| it.status == status)
    };
    assert!(rated(CsatStatus::Pending) && rated(CsatStatus::Rated) && rated(CsatStatus::Expired));
    assert!(conversations.iter().any(|one| one.blocked && one.replies_disabled == Some(true)));
    let removed = all(&world, |part| {
        part.tag_applications.iter().map(|it| it.removed_by.is_some()).collect()
    });
    assert_eq!(removed, BTreeSet::from([false, true]));
}
