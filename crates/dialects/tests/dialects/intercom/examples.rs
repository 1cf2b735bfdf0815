//! Every sample of the contract is read, by the side for which it is meant.

use inbox_dialects::intercom::Intercom;
use inbox_dialects::intercom::server::{Audience, read_part_update, write_part};
use inbox_dialects::{Dialect, DialectError, Outcome};
use inbox_model::{Command, Delivery, ParticipantKind, Timestamp};
use serde_json::json;

use super::contract::{assert_component, examples};

fn seen() -> Command {
    Command::MarkSeen { part: "456".into(), agent: "991267694".into() }
}

#[test]
fn every_sample_is_read() {
    let mut count = 0;
    for example in examples() {
        assert_eq!(example.operation, "updateConversationPart");
        count += 1;
        if !example.is_response {
            let request = read_part_update(&example.text).unwrap();
            assert_eq!(request.secret.as_bytes(), b"hmac_secret_value");
            let deeds = request.deeds().unwrap();
            if example.file.contains("mark-as-seen") {
                assert_eq!((deeds.seen_by.as_deref(), deeds.delivery), (Some("991267694"), None));
                assert!(request.is_own_affair());
            } else {
                let sent = (Delivery::Sent, "Message delivered successfully".to_owned());
                assert_eq!((deeds.seen_by, deeds.delivery), (None, Some(sent)));
                assert!(!request.is_own_affair());
            }
            continue;
        }
        let read = Intercom::new().read_command(&seen(), &example.response());
        match example.status {
            200 => {
                let Ok(Outcome::Part(part)) = read else { panic!("{read:?}") };
                assert_eq!(part.id.as_str(), "456");
                assert_eq!(part.markdown(), Some("Hello there!"));
                assert_eq!(part.created_at, Timestamp::from_millis(1_734_537_559_000));
                let author = part.author.as_ref().unwrap();
                assert_eq!(author.kind, ParticipantKind::Agent);
                assert_eq!(author.name.as_deref(), Some("Example Admin"));
                let is_sent = example.file.contains("send-state");
                assert_eq!(part.delivery.is_some(), is_sent);
                // It is written again as the contract says, with what the schema does not declare.
                let written = write_part(&part, Audience::Company).unwrap();
                assert_component("conversation_part", &written);
                if is_sent {
                    assert_eq!(written["external_reply_send_state"], "sent");
                }
                for name in ["id", "part_type", "body", "created_at", "updated_at", "notified_at"] {
                    assert_eq!(written[name], example.value[name], "{name}");
                }
            }
            401 => assert_eq!(read, Err(DialectError::Unauthenticated)),
            403 => {
                let message = "Forbidden request".to_owned();
                assert_eq!(read, Err(DialectError::Forbidden { message }));
            }
            404 => {
                let message = "Resource Not Found".to_owned();
                assert_eq!(read, Err(DialectError::NotFound { message }));
            }
            status => panic!("{status}"),
        }
    }
    assert_eq!(count, 7);
}

/// The samples' `seen_state` and `external_reply_send_state` are not in the contract's schema; both
/// are written as the samples have them.
#[test]
fn who_has_seen_a_part_is_written_as_the_sample_has_it() {
    let sample =
        examples().into_iter().find(|one| one.file.ends_with("response.mark-as-seen.json"));
    let sample = sample.unwrap();
    let read = Intercom::new().read_command(&seen(), &sample.response()).unwrap();
    let Outcome::Part(mut part) = read else { panic!("{read:?}") };
    let at = Timestamp::from_millis(1_734_537_561_000);
    part.tracking.seen_by.push(inbox_model::tracking::Seen { agent: "991267694".into(), at });
    let written = write_part(&part, Audience::Company).unwrap();
    assert_eq!(written["seen_state"], sample.value["seen_state"]);
    assert_eq!(written["seen_state"], json!({ "admin_seen": true }));
    let told = write_part(&part, Audience::Customer).unwrap();
    assert_eq!(told.get("seen_state"), None);
}
