//! Whoever works by keyboard keeps a place, also where what had the focus goes away.

use inbox_dialects::Capabilities;
use inbox_model::{Conversation, Participant, ParticipantKind};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{press, settle};
use crate::world::{Desk, customer, desk, everything, said, talk};

fn can() -> Capabilities {
    Capabilities { participants: true, ..everything() }
}

fn people() -> Conversation {
    let person = |id: &str, name: &str| Participant::new(ParticipantKind::Customer, id).named(name);
    let mut talk = talk("c1", vec![said("p1", customer(), "Hello", 3)]);
    talk.participants = vec![customer(), person("u2", "Omar"), person("u3", "Zoe")];
    talk
}

fn focused(desk: &Desk) -> String {
    let focused = desk.stage.focused();
    focused
        .and_then(|one| one.get_attribute("aria-label").or(one.text_content()))
        .unwrap_or_default()
}

/// Takes somebody out as by keyboard.
async fn take_out(desk: &Desk, who: &str) {
    let before = desk.stage.all(".person").len();
    let button = desk.button(&format!("Remove {who} from the conversation"));
    button.focus().unwrap();
    press(&button, "Enter", |_| ());
    button.click();
    desk.until("one less", |desk| desk.stage.all(".person").len() == before - 1).await;
}

#[wasm_bindgen_test]
async fn what_follows_takes_the_focus_of_what_is_gone() {
    let desk = desk(can(), vec![people()]).await;
    // The panel lies over the thread in a window as narrow as that of the tests.
    desk.stage.one(".details-toggle").click();
    settle().await;
    take_out(&desk, "Omar").await;
    desk.until("the next one", |desk| focused(desk) == "Remove Zoe from the conversation").await;
    take_out(&desk, "Zoe").await;
    desk.until("what is below", |desk| focused(desk).contains("Add a participant")).await;
}

#[wasm_bindgen_test]
async fn a_pointer_leaves_the_focus_where_the_browser_has_it() {
    let desk = desk(can(), vec![people()]).await;
    desk.stage.one(".details-toggle").click();
    settle().await;
    let button = desk.button("Remove Omar from the conversation");
    button.focus().unwrap();
    let event = web_sys::PointerEvent::new_with_event_init_dict("pointerdown", &{
        let init = web_sys::PointerEventInit::new();
        init.set_bubbles(true);
        init
    });
    button.dispatch_event(&event.unwrap()).unwrap();
    button.click();
    desk.until("one less", |desk| desk.stage.all(".person").len() == 2).await;
    settle().await;
    settle().await;
    assert_eq!(focused(&desk), "");
}
