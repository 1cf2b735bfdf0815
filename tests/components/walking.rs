//! From line to line of a thread with the arrows.

use inbox_model::{Event, PartBody, State};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::stage::{press, settle};
use crate::world::{Desk, customer, desk, everything, me, said, talk};

async fn arrow(desk: &Desk, key: &str) -> Element {
    let on: HtmlElement = desk.stage.focused().unwrap().unchecked_into();
    press(&on, key, |_| ());
    settle().await;
    desk.stage.focused().unwrap()
}

fn is_in(one: &Element, selector: &str) -> bool {
    one.closest(selector).unwrap().is_some()
}

#[wasm_bindgen_test]
async fn up_and_down_go_to_lines_without_tools_as_well() {
    let mut parts = vec![
        said("p1", customer(), "Hello", 9),
        said("p2", me(), "", 6),
        said("p3", customer(), "Thank you", 2),
    ];
    parts[1].body =
        PartBody::Event(Event::StateChanged { state: State::Open, snoozed_until: None });
    let desk = desk(everything(), vec![talk("c1", parts)]).await;
    let tool = desk.stage.all("[data-part-id=p3] .message-tool")[0].clone();
    tool.focus().unwrap();
    assert!(is_in(&arrow(&desk, "ArrowUp").await, "[data-line=p2]"));
    assert_eq!(arrow(&desk, "ArrowDown").await, tool.into());
    arrow(&desk, "ArrowUp").await;
    // The day above divides, and says nothing to stop at.
    for _ in 0..2 {
        let first = arrow(&desk, "ArrowUp").await;
        assert!(is_in(&first, "[data-part-id=p1] .message-tools"));
    }
}
