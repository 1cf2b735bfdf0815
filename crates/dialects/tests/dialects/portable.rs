//! The model's own form by hand is the form that serde derives, whatever the value.

use std::fmt::Debug;
use std::sync::Arc;

use inbox_dialects::json;
use inbox_dialects::live::Presence;
use inbox_dialects::portable;
use inbox_dialects::session::{Session, Team};
use inbox_model::outbox::Entry;
use inbox_model::reply_window::{ChannelWindow, ReplyWindows};
use inbox_model::sorted::SortedMap;
use inbox_model::{Channel, Conversation, Part, Participant, ParticipantKind, Priority, State};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json as value};

use crate::featurebase::robust::{any_json, replace, size};
use crate::generate;

type Read<T> = fn(&json::Value) -> Option<T>;

fn assert_reads<T: Clone + Debug + PartialEq + Serialize>(value: &T, read: Read<T>) {
    let derived = serde_json::to_value(value).unwrap();
    assert_eq!(read(&(&derived).into()).as_ref(), Some(value), "{derived}");
}

/// What serde reads of an altered value is read by hand too, and the same; except that serde also
/// takes an array for an object, which nobody writes.
fn assert_as_tolerant<T: Debug + DeserializeOwned + PartialEq>(altered: &Value, read: Read<T>) {
    let read = read(&altered.into());
    if let Ok(derived) = serde_json::from_value::<T>(altered.clone()) {
        assert_eq!(read, Some(derived), "{altered}");
    }
}

fn windows(conversation: &Conversation) -> ReplyWindows {
    let channel = |part: &Arc<Part>| {
        let minutes = part.created_at.as_millis() % 1_000;
        Some(ChannelWindow { channel: part.channel.clone()?, minutes: u32::try_from(minutes).ok() })
    };
    conversation.parts.iter().filter_map(channel).collect()
}

fn session_of(conversation: &Conversation) -> Session {
    Session {
        me: Participant::new(ParticipantKind::Agent, "a1").named("Ada"),
        agents: conversation.participants.clone(),
        teams: conversation
            .team
            .iter()
            .map(|id| Team { id: id.clone(), name: "x".into() })
            .collect(),
        tags: conversation.tags.clone(),
        workspace: conversation.language.clone(),
        seal: conversation.title.clone(),
        expires_at: conversation.waiting_since,
        reply_windows: windows(conversation),
        due_soon_minutes: conversation.unread,
    }
}

fn read_entry(value: &json::Value) -> Option<Entry> {
    portable::read_entry(&value.to_json())
}

fn read_session(value: &json::Value) -> Option<Session> {
    portable::read_session(&value.to_json())
}

/// What was written by hand, as serde reads it.
fn written(value: impl Into<json::Value>) -> Value {
    serde_json::from_str(&value.into().to_json()).unwrap()
}

#[test]
fn every_word_is_serdes() {
    use Channel::{Android, Email, Ios, Phone, Sms, Unknown, Web, Whatsapp};
    use ParticipantKind::{Agent, Bot, Customer, Guest, Integration, Lead, System, Workflow};
    use Priority::{High, Low, Normal, Urgent};

    fn check<T: Debug + PartialEq + Serialize>(value: &T, read: Option<&T>, written: Option<&str>) {
        assert_eq!(read, Some(value));
        if let Some(written) = written {
            assert_eq!(serde_json::to_value(value).unwrap(), value!(written));
        }
    }
    fn word<T: Serialize>(value: &T) -> String {
        serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
    }
    for state in [State::Open, State::Pending, State::Snoozed, State::Closed] {
        let written = portable::write_state(state);
        check(&state, portable::read_state(&word(&state)).as_ref(), Some(written));
    }
    for priority in [Priority::None, Low, Normal, High, Urgent] {
        let written = portable::write_priority(priority);
        check(&priority, portable::read_priority(&word(&priority)).as_ref(), Some(written));
    }
    let other = ParticipantKind::Other("hologram".into());
    for kind in [Customer, Lead, Guest, Agent, Bot, Integration, Workflow, System, other] {
        let written = portable::write_kind(&kind).to_owned();
        check(&kind, Some(&portable::read_kind(&word(&kind))), Some(&written));
    }
    let other = Channel::Other("pigeon".into());
    for channel in [Web, Android, Ios, Email, Sms, Whatsapp, Phone, Unknown, other] {
        check(&channel, Some(&portable::read_channel(&word(&channel))), None);
    }
    assert_eq!(portable::read_state("asleep"), None);
    assert_eq!(portable::read_priority("whenever"), None);
}

#[test]
fn what_is_of_an_unknown_kind_is_none() {
    let hologram = value!({ "type": "hologram", "url": "https://x/h" });
    assert_eq!(portable::read_content(&(&hologram).into()), None);
    // The rest of the message would say something else.
    assert_eq!(
        portable::read_contents(&(&value!([{ "type": "text", "markdown": "a" }, hologram])).into()),
        None
    );
    assert_eq!(portable::read_body(&(&value!({ "kind": "dance", "data": {} })).into()), None);
    assert_eq!(portable::read_event(&(&value!({ "event": "eclipse" })).into()), None);
    assert_eq!(portable::read_delivery(&(&value!({ "status": "lost" })).into()), None);
    let entry = |command: Value, state: &str| {
        let entry = value!({
            "command_id": "c", "conversation": "7", "command": command, "created_at": 1,
            "state": { "state": state }, "sequence": 1,
        });
        portable::read_entry(&entry.to_string())
    };
    assert!(entry(value!({ "do": "close" }), "queued").is_some());
    assert_eq!(entry(value!({ "do": "dance" }), "queued"), None);
    assert_eq!(entry(value!({ "do": "close" }), "lost"), None);
    assert_eq!(entry(value!({ "do": "reply", "contents": [hologram] }), "queued"), None);
}

#[test]
fn a_directory_with_a_gap_still_says_who_one_is() {
    let session = value!({
        "me": { "kind": "agent", "id": "a1" }, "agents": [{ "name": "?" }, { "kind": "bot" }],
        "teams": 7, "tags": [{ "id": "t1", "name": "VIP", "colour": "red" }, null],
    });
    let session = read_session(&json::Value::from(&session)).unwrap();
    assert_eq!(session.agents.len(), 1);
    assert_eq!((session.teams.len(), session.tags.len()), (0, 1));
    assert_eq!(portable::read_session("{\"agents\":[]}"), None);
}

proptest! {
    #[test]
    fn what_the_server_writes_is_read(conversation in generate::conversation()) {
        assert_reads(&*conversation.csat, portable::read_csat);
        assert_reads(&conversation.participants, portable::read_participants);
        assert_reads(&*conversation.handling, portable::read_handling);
        assert_reads(&conversation.tags, portable::read_tags);
        assert_reads(&conversation.read_receipts, portable::read_receipts);
        for part in &conversation.parts {
            assert_reads(&**part, portable::read_part);
            assert_reads(&part.body, portable::read_body);
            assert_reads(&part.tag_applications, portable::read_tag_applications);
            assert_reads(&part.tracking, portable::read_tracking);
            if let Some(delivery) = &part.delivery {
                assert_reads(delivery, portable::read_delivery);
            }
        }
        if let Some(preview) = &conversation.preview {
            assert_reads(preview, portable::read_preview);
        }
        assert_reads(&session_of(&conversation), read_session);
        let people = conversation.participants.clone();
        let viewing = SortedMap::from([(conversation.id.clone(), people.clone())]);
        assert_reads(&Presence { online: people, viewing }, portable::read_presence);
    }

    #[test]
    fn what_is_kept_is_written_as_serde_does(entry in generate::entry()) {
        let derived = serde_json::to_value(&entry).unwrap();
        let kept: Value = serde_json::from_str(&portable::write_entry(&entry)).unwrap();
        prop_assert_eq!(&kept, &derived);
        prop_assert_eq!(written(portable::write_command(&entry.command)), derived["command"].clone());
        prop_assert_eq!(portable::read_entry(&derived.to_string()), Some(entry));
    }

    #[test]
    fn people_and_tags_are_written_as_serde_does(who in generate::colleague(), tag in generate::tag()) {
        prop_assert_eq!(written(portable::write_participant(&who)), serde_json::to_value(&who).unwrap());
        prop_assert_eq!(written(portable::write_tag(&tag)), serde_json::to_value(&tag).unwrap());
        assert_reads(&who, portable::read_participant);
        assert_reads(&tag, portable::read_tag);
    }

    #[test]
    fn contents_are_written_as_serde_does(content in generate::content()) {
        let derived = serde_json::to_value(&content).unwrap();
        prop_assert_eq!(written(portable::write_content(&content)), derived.clone());
        prop_assert_eq!(written(portable::write_contents(&[content])), value!([derived]));
    }

    /// One value replaced by another: what serde can make of it, the reader can too.
    #[test]
    fn an_altered_value_is_read_or_none(
        conversation in generate::conversation(),
        entry in generate::entry(),
        place in any::<prop::sample::Index>(),
        new in any_json().prop_filter("stands for an object", |new| !new.is_array()),
    ) {
        fn alter<T: Serialize>(value: &T, place: prop::sample::Index, new: &Value) -> Value {
            let mut json = serde_json::to_value(value).unwrap();
            let mut number = place.index(size(&json));
            replace(&mut json, &mut number, new);
            json
        }
        assert_as_tolerant(&alter(&entry, place, &new), read_entry);
        assert_as_tolerant(&alter(&session_of(&conversation), place, &new), read_session);
        assert_as_tolerant(&alter(&conversation.csat, place, &new), portable::read_csat);
        assert_as_tolerant(&alter(&conversation.read_receipts, place, &new), portable::read_receipts);
        for part in &conversation.parts {
            assert_as_tolerant(&alter(&part.body, place, &new), portable::read_body);
            let applications = alter(&part.tag_applications, place, &new);
            assert_as_tolerant(&applications, portable::read_tag_applications);
            assert_as_tolerant(&alter(&part.delivery, place, &new), portable::read_delivery);
            assert_as_tolerant(&alter(&part.tracking, place, &new), portable::read_tracking);
        }
        assert_as_tolerant(&alter(&conversation.handling, place, &new), portable::read_handling);
        assert_as_tolerant(&alter(&conversation.preview, place, &new), portable::read_preview);
        let viewing = SortedMap::from([(conversation.id.clone(), conversation.participants.clone())]);
        let presence = Presence { online: conversation.participants.clone(), viewing };
        assert_as_tolerant(&alter(&presence, place, &new), portable::read_presence);
    }

    #[test]
    fn what_was_cut_short_is_none(entry in generate::entry(), cut in any::<prop::sample::Index>()) {
        let text = portable::write_entry(&entry);
        let mut at = cut.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        prop_assert_eq!(portable::read_entry(&text[..at]), None);
        prop_assert_eq!(portable::read_session(&text[..at]), None);
    }
}
