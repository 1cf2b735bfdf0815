//! The outside worlds: what the service reports, what people answer, what the clock does.

use inbox_model::conversation::Source;
use inbox_model::time::{DAY, HOUR, MINUTE, SECOND};
use inbox_model::{
    Command, Context, ConversationId, Delivery, PartId, Participant, State, Timestamp, apply,
};

use super::*;
use crate::store::{Act, Contact, Organisation, Reader, Store};

const NOW: Timestamp = Timestamp::from_millis(1_772_625_600_000);

fn customer() -> Participant {
    Participant::new(ParticipantKind::Customer, "a0a0a0a0a0a0a0a0a0a0a0a0").named("Ana")
}

fn agent() -> Participant {
    Participant::new(ParticipantKind::Agent, "aaaaaaaaaaaaaaaaaaaaaaaa").named("Ada")
}

/// A conversation on the service, in memory.
struct Thread {
    conversation: Conversation,
    count: u64,
}

impl Thread {
    fn begun(at: Timestamp) -> Self {
        let mut conversation = Conversation::new("c1".into(), at);
        conversation.source = Some(Source { channel: Channel::Whatsapp, ..Source::default() });
        conversation.handling.account = Some(Box::new(Number::Shop.account()));
        let mut thread = Self { conversation, count: 0 };
        let contents = vec![inbox_model::Content::text("Hi")];
        thread.give(&customer(), &Command::Start { contents }, at);
        thread
    }

    fn give(&mut self, actor: &Participant, command: &Command, at: Timestamp) {
        let mut count = self.count;
        let mut new_part_id = || {
            count += 1;
            PartId::from(format!("p{count}"))
        };
        let mut context = Context::new(actor, at, &mut new_part_id);
        self.conversation = apply(&self.conversation, command, &mut context).unwrap().conversation;
        self.count = count;
    }

    /// Lets the service report for so long, and gives the states that the newest message went through.
    fn live(&mut self, from: Timestamp, millis: i64) -> Vec<Delivery> {
        let mut seen = Vec::new();
        for step in 0..millis / 400 {
            let now = from.plus(step * 400);
            for report in service::reports(&self.conversation, now) {
                self.give(&agent(), &report, now);
                let newest = self.conversation.parts.iter().rev().find(|part| is_sent(part));
                seen.extend(newest.and_then(|part| part.delivery.clone()));
            }
        }
        seen
    }
}

#[test]
fn what_is_sent_within_the_window_arrives_and_is_read() {
    let mut thread = Thread::begun(NOW);
    // One in seven is not read soon, so several are tried.
    let mut read = 0;
    for number in 0..12 {
        let at = NOW.plus(MINUTE * (number + 1));
        thread.give(&agent(), &Command::reply("Hello"), at);
        assert!(service::is_busy(&thread.conversation));
        let seen = thread.live(at, 30 * SECOND);
        assert_eq!(seen[..2], [Delivery::Sent, Delivery::Delivered]);
        read += usize::from(seen.get(2) == Some(&Delivery::Read));
        assert!(seen.len() <= 3);
        assert!(!service::is_busy(&thread.conversation));
    }
    assert!((6..12).contains(&read), "{read}");
}

/// The API takes it (`contracts/README.md`, point 3), and the service says no.
#[test]
fn what_is_sent_outside_the_window_fails_with_the_services_words() {
    let failed = |(code, words): (&str, &str)| {
        (Delivery::Failed { code: code.into() }, Some(words.to_owned()))
    };
    let check = |thread: &mut Thread, at: Timestamp, expected| {
        thread.give(&agent(), &Command::reply("Hello"), at);
        thread.live(at, 10 * SECOND);
        let newest = thread.conversation.parts.iter().rev().find(|part| is_sent(part)).unwrap();
        let info = newest.tracking.delivery_info.clone();
        assert_eq!((newest.delivery.clone().unwrap(), info), expected);
    };
    let mut thread = Thread::begun(NOW);
    check(&mut thread, NOW.plus(DAY), failed(service::RE_ENGAGEMENT));
    // One that was sent just before the approved message is no better for it.
    let at = NOW.plus(DAY + HOUR);
    thread.give(&agent(), &Command::reply("Quickly"), at.plus(-10));
    let quick = thread.conversation.parts.last().unwrap().id.clone();
    // The approved message arrives; a second one before the customer has written does not.
    let contents = vec![inbox_model::Content::text("Go on?")];
    thread.give(&agent(), &Command::Restart { contents }, at);
    let seen = thread.live(at, 10 * SECOND);
    assert!(seen.contains(&Delivery::Sent) && seen.contains(&Delivery::Delivered), "{seen:?}");
    let quick = thread.conversation.parts.iter().find(|part| part.id == quick).unwrap();
    assert!(matches!(quick.delivery, Some(Delivery::Failed { .. })));
    check(&mut thread, at.plus(MINUTE), failed(service::RE_ENGAGEMENT));
    thread.give(&customer(), &Command::reply("no"), at.plus(2 * MINUTE));
    thread.give(&agent(), &Command::reply("Hello"), at.plus(3 * MINUTE));
    assert_eq!(thread.live(at.plus(3 * MINUTE), 10 * SECOND)[0], Delivery::Sent);
    thread.conversation.handling.account = Some(Box::new(Number::Old.account()));
    check(&mut thread, at.plus(4 * MINUTE), failed(service::NOT_REGISTERED));
}

/// What a rule has let fail gets the service's words too.
#[test]
fn a_failure_that_was_foreseen_is_explained() {
    let mut thread = Thread::begun(NOW);
    thread.give(&agent(), &Command::reply("Hello"), NOW.plus(DAY));
    let part = thread.conversation.parts.last().unwrap().id.clone();
    let delivery = Delivery::Failed { code: "expired".into() };
    let failed = Command::SetDelivery { part, delivery: delivery.clone(), info: None };
    thread.give(&agent(), &failed, NOW.plus(DAY));
    assert!(service::is_busy(&thread.conversation));
    assert_eq!(thread.live(NOW.plus(DAY), SECOND), [delivery]);
    let newest = thread.conversation.parts.last().unwrap();
    assert_eq!(newest.tracking.delivery_info.as_deref(), Some(service::RE_ENGAGEMENT.1));
    assert!(!service::is_busy(&thread.conversation));
}

#[test]
fn people_answer_what_they_have_read_once() {
    let (mut replies, mut reactions, mut silences) = (0, 0, 0);
    for number in 0..60 {
        let start = NOW.plus(number * DAY);
        let mut thread = Thread::begun(start);
        let at = start.plus(MINUTE + number);
        thread.count = thread.count.max(100 * u64::try_from(number).unwrap());
        thread.give(&agent(), &Command::reply("Hello"), at);
        thread.live(at, 30 * SECOND);
        let mut answers = Vec::new();
        for step in 0..300 {
            let now = at.plus(step * 400);
            if let Some(answer) = person::answer(&thread.conversation, now) {
                thread.give(&customer(), &answer, now);
                answers.push(answer);
            }
        }
        match answers.as_slice() {
            [] => silences += 1,
            [Command::Reply { .. }] => replies += 1,
            [Command::React { .. }] => reactions += 1,
            more => panic!("{more:?}"),
        }
        assert!(!person::is_thinking(&thread.conversation, at.plus(10 * MINUTE)));
    }
    assert!(replies > 9 && reactions > 5 && silences > 9, "{replies} {reactions} {silences}");
}

#[test]
fn nobody_writes_again_while_a_deadline_lies_ahead() {
    let mut answered = Thread::begun(NOW).conversation;
    answered.waiting_since = None;
    answered.preview = inbox_model::apply::preview_of(&answered, false);
    let mut waiting = Thread::begun(NOW).conversation;
    deadlines::set(&mut waiting, NOW.plus(MINUTE));
    assert_eq!(waiting.due_at(), Some(NOW.plus(HOUR)));
    let rows = [answered, waiting];
    let mut watch = Watch::default();
    assert!(watch.reminder(&rows, NOW.plus(MINUTE)).is_none());
    let later = NOW.plus(HOUR);
    let (chosen, command) = watch.reminder(&rows, later).unwrap();
    assert!(chosen.waiting_since.is_none() && matches!(command, Command::Reply { .. }));
    // Not again at once.
    assert!(watch.reminder(&rows, later.plus(MINUTE)).is_none());
    assert!(watch.reminder(&rows, later.plus(HOUR)).is_some());
}

async fn store() -> (Store, Organisation, std::path::PathBuf) {
    let name = format!("inbox-world-{}", crate::id::uuid().unwrap());
    let file = std::env::temp_dir().join(name);
    let store = Store::open(&format!("sqlite://{}", file.display())).await.unwrap();
    let organisation = store.first_organisation().await.unwrap();
    let mut write = store.write(&organisation.id, NOW).await.unwrap();
    write.save_agent(&agent()).await.unwrap();
    let contact = Contact { participant: customer(), external_id: None };
    write.save_contact(&contact).await.unwrap();
    write.finish(None).await.unwrap();
    (store, organisation, file)
}

async fn begin(store: &Store, organisation: &Organisation, at: Timestamp) -> ConversationId {
    let mut write = store.write(&organisation.id, at).await.unwrap();
    let id = write.new_conversation_id().await.unwrap();
    let mut blank = Conversation::new(id.clone(), at);
    blank.source = Some(Source { channel: Channel::Whatsapp, ..Source::default() });
    let contents = vec![inbox_model::Content::text("Hi")];
    write.start(blank, None, Act::new(&customer(), Command::Start { contents })).await.unwrap();
    write.finish(None).await.unwrap();
    id
}

#[tokio::test]
async fn the_world_carries_what_the_store_is_told() {
    let (store, organisation, file) = store().await;
    let id = begin(&store, &organisation, NOW).await;
    let old = begin(&store, &organisation, NOW.plus(-2 * DAY)).await;
    let mut world = live::World::of(&store, organisation.id.clone()).await.unwrap();
    for conversation in [&id, &old] {
        let mut write = store.write(&organisation.id, NOW.plus(SECOND)).await.unwrap();
        let act = Act::new(&agent(), Command::reply("Hello"));
        write.apply(conversation, None, &[act]).await.unwrap();
        write.finish(None).await.unwrap();
        world.hear(&organisation.id, conversation);
    }
    for step in 0..200 {
        world.turn(NOW.plus(SECOND + step * 400), false).await.unwrap();
    }
    let reader = Reader::Agent { id: "x".into(), organisation: organisation.id.clone() };
    let delivery = async |id: &ConversationId| {
        let conversation = store.conversation(&reader, id).await.unwrap().unwrap();
        conversation.parts.iter().find(|part| is_sent(part)).unwrap().delivery.clone().unwrap()
    };
    assert!(matches!(delivery(&id).await, Delivery::Delivered | Delivery::Read));
    assert!(matches!(delivery(&old).await, Delivery::Failed { .. }));
    store.close().await;
    std::fs::remove_file(file).unwrap();
}

/// `contracts/README.md`, point 5: a blocked profile stops receiving.
#[tokio::test]
async fn whoever_is_blocked_is_not_heard() {
    let (store, organisation, file) = store().await;
    let id = begin(&store, &organisation, NOW).await;
    let reader = Reader::Agent { id: "x".into(), organisation: organisation.id.clone() };
    let mut blocked = store.conversation(&reader, &id).await.unwrap().unwrap();
    blocked.blocked = true;
    blocked.state = State::Open;
    let import = crate::store::Import { conversations: vec![blocked], ..Default::default() };
    store.import(&organisation.id, &import, NOW).await.unwrap();
    let world = live::World::of(&store, organisation.id).await.unwrap();
    let act = Act::new(&customer(), Command::reply("let me in"));
    world.apply(&id, [act], NOW.plus(MINUTE)).await.unwrap();
    let there = store.conversation(&reader, &id).await.unwrap().unwrap();
    assert_eq!(there.parts.len(), 1);
    store.close().await;
    std::fs::remove_file(file).unwrap();
}
