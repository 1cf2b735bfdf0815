//! Colleagues who are there since the desk was opened.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::world::{Desk, customer, desk, everything, said, talk};

/// How often it was asked who is there, and who that is from now on.
fn joined(names: &str) -> f64 {
    let code = format!(
        "globalThis.joined = [{names}].map((name) => ({{ id: `id-${{name}}`, kind: 'agent', name }}));
         globalThis.sessions ?? 0"
    );
    js_sys::eval(&code).unwrap().as_f64().unwrap()
}

fn assignee(desk: &Desk) -> Vec<Option<String>> {
    let all = desk.stage.all(".row-owner");
    all.iter().map(|one| one.get_attribute("aria-label")).collect()
}

#[wasm_bindgen_test]
async fn whoever_is_new_has_a_name() {
    let desk = desk(everything(), vec![talk("c1", vec![said("p1", customer(), "Hello", 3)])]).await;
    let give = async |to: &str, version: u64| {
        let mut one = talk("c1", vec![said("p1", customer(), "Hello", 3)]);
        one.assignee = Some(to.into());
        one.version = Some(version);
        desk.world.put(one);
        desk.engine.look_again(&"c1".into());
    };
    assert!(assignee(&desk).is_empty());
    joined("'Katherine'");
    give("id-Katherine", 2).await;
    let named = |name: &str| vec![Some(format!("Assignee: {name}"))];
    desk.until("the name", |desk| assignee(desk) == named("Katherine")).await;
    // Whom nobody knows is asked for once.
    let before = joined("");
    give("id-Nobody", 3).await;
    desk.until("no name", |desk| assignee(desk).is_empty()).await;
    give("a2", 4).await;
    desk.until("the name", |desk| assignee(desk) == named("Grace")).await;
    give("id-Nobody", 5).await;
    desk.until("no name", |desk| assignee(desk).is_empty()).await;
    assert!(joined("") - before <= 1.0, "asked again");
}
