//! Channels, and what is written of a conversation.

use super::*;

#[test]
fn services_outside_carry_and_the_messenger_shows() {
    for carried in [Channel::Email, Channel::Sms, Channel::Whatsapp] {
        assert!(carried.is_carried(), "{carried:?}");
    }
    for shown in [
        Channel::Web,
        Channel::Android,
        Channel::Ios,
        Channel::Phone,
        Channel::Unknown,
        Channel::Other("fax".into()),
    ] {
        assert!(!shown.is_carried(), "{shown:?}");
    }
}

#[cfg(feature = "company")]
#[test]
fn what_the_company_keeps_is_written_where_there_is_something() {
    let mut conversation = Conversation::new("c1".into(), Timestamp::from_millis(0));
    let handling = |conversation: &Conversation| {
        serde_json::to_value(conversation).unwrap().get("handling").map(ToString::to_string)
    };
    assert_eq!(handling(&conversation), None);
    conversation.handling.starred = true;
    // Nothing that is as it is by default, as lists carry it with every row.
    assert_eq!(handling(&conversation).as_deref(), Some(r#"{"starred":true}"#));
}
