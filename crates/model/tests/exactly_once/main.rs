//! Whatever is dropped, repeated, delayed or reordered between clients and server, and whenever a
//! device crashes: each message typed is stored exactly once and in order, and in the end
//! everybody sees what the server has.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking, and that an index is in range is part of what it tests"
)]

mod client;
mod network;
mod server;
mod world;

use proptest::prelude::*;

use self::network::Fate;
use self::server::{Manners, Style};
use self::world::{Action, World};

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        6 => Just(Fate::Pass),
        2 => Just(Fate::Drop),
        2 => Just(Fate::Repeat),
        2 => Just(Fate::GiveUp),
        1 => Just(Fate::Refuse),
    ]
}

fn action() -> impl Strategy<Value = Action> {
    let client = 0..2_usize;
    let to = 0..3_usize;
    prop_oneof![
        2 => client.clone().prop_map(|client| Action::Start { client: client * client }),
        10 => (client.clone(), to.clone(), any::<bool>())
            .prop_map(|(client, to, note)| Action::Say { client, to, note }),
        2 => (client.clone(), to.clone()).prop_map(|(client, to)| Action::MarkRead { client, to }),
        1 => to.clone().prop_map(|to| Action::Close { to }),
        3 => (client.clone(), to).prop_map(|(client, to)| Action::LookAt { client, to }),
        30 => (any::<prop::sample::Index>(), fate())
            .prop_map(|(packet, fate)| Action::Deliver { packet: packet.index(1_000), fate }),
        1 => client.clone().prop_map(|client| Action::Offline { client }),
        2 => client.clone().prop_map(|client| Action::Online { client }),
        1 => client.clone().prop_map(|client| Action::StreamBreaks { client }),
        3 => client.clone().prop_map(|client| Action::StreamReturns { client }),
        2 => (client, prop::option::of(0..8_usize))
            .prop_map(|(client, after)| Action::Crash { client, after }),
        4 => (0..90_000_i64).prop_map(|millis| Action::Wait { millis }),
    ]
}

fn manners() -> impl Strategy<Value = Manners> {
    let style = prop_oneof![
        Just(Style::Part),
        Just(Style::Conversation),
        Just(Style::Bare),
        Just(Style::Silent)
    ];
    let window = prop_oneof![3 => Just(500_usize), 1 => Just(5_usize), 1 => Just(2_usize)];
    (style, prop::bool::weighted(0.8), prop::bool::weighted(0.8), window).prop_map(
        |(style, stamps, counts, window)| Manners { style, stamps, counts, keys: true, window },
    )
}

/// A vendor's own system: it takes no keys, and does not say which command made which part.
fn without_keys() -> impl Strategy<Value = Manners> {
    (manners(), prop::bool::weighted(0.2)).prop_map(|(manners, stamps)| Manners {
        keys: false,
        stamps,
        window: 500,
        ..manners
    })
}

const GOOD: Manners =
    Manners { style: Style::Part, stamps: true, counts: true, keys: true, window: 500 };

fn run(manners: Manners, skew: i64, refusals: bool, actions: &[Action]) {
    let mut world = World::new(manners, skew, refusals);
    for action in actions {
        world.act(action);
    }
    world.settle();
    world.verify();
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_message_ends_exactly_once_and_in_order(
        manners in manners(),
        skew in prop_oneof![Just(0_i64), -600_000..600_000_i64],
        actions in prop::collection::vec(action(), 1..120),
    ) {
        run(manners, skew, false, &actions);
    }

    /// A refused message that is tried again has lost its place, but nothing else.
    #[test]
    fn refusals_and_retries_lose_and_repeat_nothing(
        manners in manners(),
        actions in prop::collection::vec(action(), 1..120),
    ) {
        run(manners, 0, true, &actions);
    }

    /// Answers get lost after the message was stored, and devices crash; nothing would recognise a
    /// second copy, so each is looked for first.
    #[test]
    fn without_keys_each_message_ends_exactly_once_too(
        manners in without_keys(),
        skew in prop_oneof![Just(0_i64), -600_000..600_000_i64],
        refusals in prop::bool::weighted(0.2),
        actions in prop::collection::vec(action(), 1..120),
    ) {
        run(manners, skew, refusals, &actions);
    }

    /// A conversation is begun and the customer goes on typing before the server knows of it.
    #[test]
    fn replies_to_a_conversation_that_is_not_there_yet(
        manners in manners(),
        replies in 1..5_usize,
        actions in prop::collection::vec(action(), 0..40),
    ) {
        let say = Action::Say { client: 0, to: 0, note: false };
        let mut script = vec![Action::Start { client: 0 }];
        script.extend(std::iter::repeat_n(say, replies));
        script.extend(actions);
        run(manners, 0, false, &script);
    }
}

/// The faults that matter most, each by itself, so that a failure names its cause.
#[test]
fn single_faults() {
    let say = || Action::Say { client: 0, to: 0, note: false };
    let next = |fate| Action::Deliver { packet: 0, fate };
    let check = |actions: &[Action]| {
        let mut script = vec![Action::Start { client: 0 }, next(Fate::Pass), next(Fate::Pass)];
        script.extend_from_slice(actions);
        run(GOOD, 0, false, &script);
    };
    check(&[say(), say(), say()]);
    // The request is lost; the answer is lost.
    check(&[say(), next(Fate::Drop), say()]);
    check(&[say(), next(Fate::Pass), next(Fate::Drop), say()]);
    // The sender gives up, sends again and gets on; the first attempt arrives last.
    let wait = Action::Wait { millis: 5_000 };
    let last = Action::Deliver { packet: 999, fate: Fate::Pass };
    check(&[say(), say(), next(Fate::GiveUp), wait, last.clone(), last.clone(), last]);
    // The device crashes before, within and after the step that sends.
    for after in (0..6).map(Some).chain([None]) {
        check(&[
            Action::Crash { client: 0, after },
            say(),
            Action::Crash { client: 0, after: None },
        ]);
        check(&[say(), Action::Crash { client: 0, after }, say(), next(Fate::Pass)]);
    }
}
