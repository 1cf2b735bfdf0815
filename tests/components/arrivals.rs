//! What comes in is said, each message once.

use inbox_model::part::Message;
use inbox_model::{Conversation, Part, PartBody, Participant, ParticipantKind};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::settle;
use crate::world::{Desk, customer, desk, everything, me, said, talk};

fn grace() -> Participant {
    Participant::new(ParticipantKind::Agent, "a2").named("Grace")
}

fn note(id: &str, text: &str) -> Part {
    let body = PartBody::Note(Message::text(text));
    Part { body, ..said(id, grace(), "", 1) }
}

fn announced(desk: &Desk) -> Vec<String> {
    let all = desk.stage.all("[role=log] p").into_iter();
    all.filter_map(|one| one.text_content()).collect()
}

/// The desk hears of a conversation that has changed.
fn happens(desk: &Desk, version: u64, parts: Vec<Part>) {
    let one = Conversation { version: Some(version), ..talk("c1", parts) };
    let id = one.id.clone();
    desk.world.put(one);
    desk.engine.look_again(&id);
}

#[wasm_bindgen_test]
async fn of_several_messages_at_once_each_is_announced() {
    let mut parts = vec![said("p1", customer(), "Hello", 9), said("p2", me(), "Hello", 8)];
    let desk = desk(everything(), vec![talk("c1", parts.clone())]).await;
    assert_eq!(announced(&desk), Vec::<String>::new(), "what was there is read and not announced");
    parts.extend([
        said("p3", customer(), "One", 5),
        said("p4", grace(), "Two", 4),
        said("p5", me(), "From my phone", 3),
        said("p6", customer(), "Three", 2),
        note("p7", "Four"),
    ]);
    happens(&desk, 2, parts.clone());
    let expected = ["Nour: One", "Grace: Two", "Nour: Three", "Grace: Four"]
        .map(|said| format!("New message from {said}"));
    desk.until("all of them", |desk| announced(desk) == expected).await;
    // Twice before anything of it can be said.
    parts.push(said("p8", customer(), "Five", 1));
    happens(&desk, 3, parts.clone());
    parts.push(said("p9", grace(), "Six", 0));
    happens(&desk, 4, parts);
    let last = ["New message from Nour: Five", "New message from Grace: Six"];
    desk.until("the rest", |desk| announced(desk).ends_with(&last.map(str::to_owned))).await;
    settle().await;
    let all = announced(&desk);
    let fives = all.iter().filter(|one| one.contains("Five")).count();
    assert_eq!(fives, 1, "{all:?}");
}

#[wasm_bindgen_test]
async fn the_first_answer_is_announced_too() {
    let mut parts = vec![said("p1", me(), "Hello", 9)];
    let desk = desk(everything(), vec![talk("c1", parts.clone())]).await;
    parts.push(said("p2", customer(), "Yes?", 0));
    happens(&desk, 2, parts);
    desk.until("it", |desk| announced(desk) == ["New message from Nour: Yes?"]).await;
}
