//! What makes two parts different, and what is written of one.

use super::*;

fn part() -> Part {
    Part::new("p1".into(), PartBody::Message(Message::text("hi")), None, Timestamp::from_millis(5))
}

#[test]
fn parts_that_differ_in_one_field_are_different() {
    let later = Timestamp::from_millis(6);
    let tag = TagApplication {
        tag_id: "t1".into(),
        name: None,
        applied_at: later,
        applied_by: None,
        removed_at: None,
        removed_by: None,
    };
    let others = [
        Part { id: "p2".into(), ..part() },
        Part { body: PartBody::Message(Message::text("ho")), ..part() },
        Part { author: Some(Participant::new(ParticipantKind::Bot, "b1")), ..part() },
        Part { created_at: later, ..part() },
        Part { updated_at: later, ..part() },
        Part { channel: Some(Channel::Web), ..part() },
        Part { redacted: true, ..part() },
        Part { tag_applications: vec![tag], ..part() },
        Part { command_id: Some("k1".into()), ..part() },
        Part { delivery: Some(Delivery::Sent), ..part() },
        #[cfg(feature = "company")]
        Part {
            tracking: crate::tracking::Tracking {
                subject: Some("Hi".into()),
                ..crate::tracking::Tracking::default()
            },
            ..part()
        },
    ];
    for other in &others {
        assert_ne!(&part(), other);
        assert_eq!(other, &other.clone());
    }
}

#[cfg(feature = "company")]
#[test]
fn what_is_known_of_a_parts_way_is_written_where_there_is_something() {
    let mut part = part();
    let tracking =
        |part: &Part| serde_json::to_value(part).unwrap().get("tracking").map(ToString::to_string);
    assert_eq!(tracking(&part), None);
    part.tracking.subject = Some("Hi".into());
    assert_eq!(tracking(&part).as_deref(), Some(r#"{"subject":"Hi"}"#));
}
