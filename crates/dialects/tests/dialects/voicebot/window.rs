//! The reply window, point by point (`contracts/README.md`, points 1 to 5).

use inbox_dialects::voicebot::Voicebot;
use inbox_dialects::voicebot::server::{Audience, write_conversation, write_message};
use inbox_dialects::{Dialect, Response};
use inbox_model::handling::ChannelAccount;
use inbox_model::reply_window::{Reason, Verdict, verdict_for};
use inbox_model::time::DAY;
use inbox_model::{
    Channel, Command, Context, Conversation, Part, PartId, Participant, ParticipantKind, Timestamp,
    apply,
};
use serde_json::{Value, json};

const NOW: Timestamp = Timestamp::from_millis(1_750_000_000_000);

/// What the client tells its composer of the vendor's three fields.
fn verdict(fields: &Value) -> Verdict {
    let mut body = json!({ "id": 1, "channel": "whatsapp" });
    body.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let response = Response { status: 200, body: body.to_string() };
    let read = Voicebot::new().read_conversation(&response).unwrap();
    verdict_for(&read, &ParticipantKind::Agent, NOW)
}

fn open(until: Option<i64>) -> Verdict {
    Verdict::Open { until: until.map(|offset| NOW.plus(offset)) }
}

/// Points 1 and 2: the flag decides alone, whatever the time says, and the time only counts down.
#[test]
fn pitfall_01_reply_possible_alone_decides() {
    let until = |offset: i64| json!(NOW.plus(offset).to_rfc3339());
    for (possible, reply_until, expected) in [
        (true, until(1), open(Some(1))),
        (true, until(-1), open(None)),
        (true, Value::Null, open(None)),
        (false, until(1), Verdict::Closed(Reason::NotPossible)),
        (false, until(-1), Verdict::Closed(Reason::Expired)),
        (false, Value::Null, Verdict::Closed(Reason::NotPossible)),
    ] {
        let fields = json!({ "reply_possible": possible, "reply_until": reply_until });
        assert_eq!(verdict(&fields), expected, "{fields}");
    }
}

/// Point 2: `null` without a verdict means that nothing can be sent. Neither field means that there is
/// no window.
#[test]
fn pitfall_02_no_time_at_all_is_no_window_and_null_is_a_closed_one() {
    assert_eq!(verdict(&json!({ "reply_until": null })), Verdict::Closed(Reason::NotPossible));
    assert_eq!(verdict(&json!({})), open(None));
}

/// Point 2: a time that lies ahead is a window, and one that has passed is one that has expired.
#[test]
fn pitfall_02_a_time_ahead_is_open_and_a_time_that_has_passed_has_expired() {
    let until = |offset: i64| json!({ "reply_until": NOW.plus(offset).to_rfc3339() });
    assert_eq!(verdict(&until(1)), open(Some(1)));
    assert_eq!(verdict(&until(0)), Verdict::Closed(Reason::Expired));
    assert_eq!(verdict(&until(-1)), Verdict::Closed(Reason::Expired));
}

/// Point 5: `created` has not been handed to the channel yet; what has is `sent`.
#[test]
fn pitfall_05_created_is_not_yet_handed_on() {
    let delivery = |status: &str| {
        let message = json!({ "data": [{
            "id": 1, "from": "agent", "status": status, "sent_at": NOW.to_rfc3339(),
            "contents": [{ "type": "text", "text": { "content": "Hi" } }],
        }] });
        let response = Response { status: 200, body: message.to_string() };
        let mut read = Conversation::new("1".into(), NOW);
        Voicebot::new().read_parts(&mut read, &response).unwrap();
        read.parts[0].delivery.clone()
    };
    assert_eq!(delivery("created"), Some(inbox_model::Delivery::Created));
    assert_eq!(delivery("sent"), Some(inbox_model::Delivery::Sent));
}

/// Point 4: begun by the company, the time runs and yet the customer must write first.
#[test]
fn pitfall_04_a_restarted_conversation_waits_for_the_customer() {
    let until = NOW.plus(DAY);
    let fields = json!({
        "reply_possible": false, "reply_until": until.to_rfc3339(),
        "customer_interaction_required": true,
    });
    assert_eq!(verdict(&fields), Verdict::WaitingForCustomer { until: Some(until) });
}

/// Point 5: an account that is not in sync fails what is sent, whatever the window.
#[test]
fn pitfall_05_a_disconnected_number_closes_the_composer() {
    let fields = json!({
        "reply_possible": true, "reply_until": NOW.plus(1).to_rfc3339(),
        "agent": { "id": 1, "channel": "whatsapp", "display_id": "49", "in_sync": false },
    });
    assert_eq!(verdict(&fields), Verdict::Closed(Reason::NotConnected));
}

struct Thread {
    conversation: Conversation,
    parts: u32,
}

impl Thread {
    fn begun_by_customer() -> Self {
        let mut conversation = Conversation::new("k3x9p2m4qz".into(), NOW);
        conversation.source = Some(inbox_model::conversation::Source {
            channel: Channel::Whatsapp,
            ..inbox_model::conversation::Source::default()
        });
        conversation.participants.push(customer());
        let mut thread = Self { conversation, parts: 0 };
        let contents = vec![inbox_model::Content::text("Hi")];
        thread.apply(&customer(), &Command::Start { contents }, NOW);
        thread
    }

    fn apply(&mut self, actor: &Participant, command: &Command, now: Timestamp) -> Option<Part> {
        let mut count = self.parts;
        let mut new_part_id = || {
            count += 1;
            PartId::from(format!("{count:0>9}aaaaa"))
        };
        let mut context = Context::new(actor, now, &mut new_part_id);
        let applied = apply(&self.conversation, command, &mut context).unwrap();
        self.parts = count;
        self.conversation = applied.conversation;
        let first = applied.added.first()?;
        self.conversation.parts.iter().find(|part| part.id == *first).map(|part| (**part).clone())
    }

    /// `reply_possible`, milliseconds until `reply_until`, `customer_interaction_required`.
    fn told(&self, now: Timestamp) -> (bool, Option<i64>, bool) {
        let written = write_conversation(&self.conversation, Audience::Company, now);
        (
            written["reply_possible"].as_bool().unwrap(),
            written["reply_until"].as_str().map(|text| Timestamp::parse(text).unwrap().since(now)),
            written["customer_interaction_required"].as_bool().unwrap(),
        )
    }
}

fn customer() -> Participant {
    Participant::new(ParticipantKind::Customer, "64b0c0ffee0000000000beef")
}

fn agent() -> Participant {
    Participant::new(ParticipantKind::Agent, "64b0c0ffee00000000000a0a")
}

/// Points 1 to 4 from the server's side: what it tells while time goes by.
#[test]
fn pitfall_04_the_server_tells_what_holds_at_the_moment() {
    let mut thread = Thread::begun_by_customer();
    assert_eq!(thread.told(NOW), (true, Some(DAY), false));
    assert_eq!(thread.told(NOW.plus(DAY - 1)), (true, Some(1), false));
    assert_eq!(thread.told(NOW.plus(DAY)), (false, Some(0), false));
    let later = NOW.plus(3 * DAY);
    // Point 3: nothing of this gates the API.
    let sent = thread.apply(&agent(), &Command::reply("too late"), later).unwrap();
    let written = write_message(&thread.conversation, &sent, Audience::Company, later).unwrap();
    assert_eq!(written["status"], "created");
    assert_eq!(thread.told(later), (false, Some(-2 * DAY), false));
    // Point 4.
    let contents = vec![inbox_model::Content::text("Go on?")];
    thread.apply(&agent(), &Command::Restart { contents }, later);
    assert_eq!(thread.told(later), (false, Some(DAY), true));
    thread.apply(&customer(), &Command::reply("no"), later.plus(10));
    assert_eq!(thread.told(later.plus(10)), (true, Some(DAY), false));
}

/// Point 5: the time of the last message that came in outlives the message.
#[test]
fn pitfall_05_the_last_reply_outlives_its_message() {
    let mut thread = Thread::begun_by_customer();
    let first = thread.conversation.parts[0].id.clone();
    thread.apply(&agent(), &Command::Redact { part: first }, NOW.plus(5));
    let written = write_conversation(&thread.conversation, Audience::Company, NOW.plus(5));
    assert_eq!(written["last_customer_reply_from"], NOW.to_rfc3339());
    assert_eq!(written["latest_customer_message"]["contents"], json!([]));
    // Gone altogether, as a vendor's may be.
    thread.conversation.parts.clear();
    let written = write_conversation(&thread.conversation, Audience::Company, NOW.plus(5));
    assert_eq!(written["last_customer_reply_from"], NOW.to_rfc3339());
}

/// Point 5: no number, no reply. A channel without a window has no end to tell.
#[test]
fn a_channel_without_a_window_is_open_while_its_account_is_connected() {
    let mut conversation = Conversation::new("k3x9p2m4qz".into(), NOW);
    for (in_sync, possible) in [(true, true), (false, false)] {
        conversation.handling.account = Some(Box::new(ChannelAccount {
            id: "3".into(),
            channel: Channel::Other("telegram".into()),
            address: "@shop".into(),
            name: "Shop".into(),
            in_sync,
        }));
        let written = write_conversation(&conversation, Audience::Company, NOW);
        assert_eq!(written["reply_possible"], possible);
        assert!(written.get("reply_until").is_none());
        assert_eq!(written["agent"]["in_sync"], in_sync);
    }
}
