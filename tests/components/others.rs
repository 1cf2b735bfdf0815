//! What else there is of the customer, and the line of a row that says who wrote.

use inbox_model::{Conversation, Participant, ParticipantKind, State};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::settle;
use crate::world::{customer, desk, everything, me, said, talk};

fn with(id: &str, who: Participant, minutes_ago: i64) -> Conversation {
    let mut talk = talk(id, vec![said(&format!("{id}-1"), who.clone(), "Hello", minutes_ago)]);
    talk.participants = vec![who];
    talk
}

#[wasm_bindgen_test]
async fn the_customers_other_conversations_are_one_press_away() {
    let stranger = Participant::new(ParticipantKind::Customer, "u2").named("Bilal");
    let mut closed = with("c3", customer(), 90);
    closed.state = State::Closed;
    let mut all = vec![with("c1", customer(), 1), with("c2", stranger, 2), closed];
    all.extend((4..9).map(|at| with(&format!("c{at}"), customer(), at * 100)));
    let desk = desk(everything(), all).await;
    let titles = |desk: &crate::world::Desk| {
        let all = desk.stage.all(".other-title").into_iter();
        all.filter_map(|one| one.text_content()).collect::<Vec<_>>()
    };
    desk.until("the others", |desk| titles(desk).len() == 5).await;
    assert_eq!(titles(&desk), ["Talk c3", "Talk c4", "Talk c5", "Talk c6", "Talk c7"]);
    // The panel lies over the thread in a window as narrow as that of the tests.
    desk.stage.one(".details-toggle").click();
    settle().await;
    desk.button("Show all (6)").click();
    desk.until("all of them", |desk| titles(desk).len() == 6).await;
    assert!(desk.buttons("Show all (6)").is_empty());
    let last = desk.stage.all(".other")[5].clone();
    desk.until("the focus", |desk| desk.stage.focused() == Some(last.clone().into())).await;
    assert_eq!(desk.stage.all(".other-state")[0].text_content().as_deref(), Some("Closed"));
    let asked = desk.world.queries.borrow().iter().any(|one| one.search.as_deref() == Some("Nour"));
    assert!(asked, "the server was asked for more");
    desk.stage.all(".other")[0].click();
    settle().await;
    let open = desk.engine.store.thread.id.get_untracked();
    assert_eq!(open.as_ref().map(inbox_model::ConversationId::as_str), Some("c3"));
    desk.until("those of the other", |desk| {
        titles(desk).first().is_some_and(|one| one == "Talk c1")
    })
    .await;
}

#[wasm_bindgen_test]
async fn who_wrote_does_not_turn_the_line_around() {
    let mut talk = talk("c1", vec![said("p1", me(), "On its way", 1)]);
    talk.preview = Some(inbox_model::Preview {
        part_id: "p1".into(),
        text: "On its way".into(),
        author: Some(me()),
        at: talk.created_at,
        note: false,
        content: None,
    });
    let desk = desk(everything(), vec![talk]).await;
    desk.i18n.set("ar");
    settle().await;
    let line = desk.stage.one(".row-preview");
    assert!(line.text_content().unwrap().ends_with(": On its way"));
    assert!(line.matches(":dir(ltr)").unwrap(), "the text decides");
    assert!(desk.stage.one(".row-preview bdi").matches(":dir(rtl)").unwrap());
}
