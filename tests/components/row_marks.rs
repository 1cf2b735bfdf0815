//! What a row of the list tells beside who wrote what.

use inbox_model::conversation::Source;
use inbox_model::reply_window::ReplyWindow;
use inbox_model::tag::Tag;
use inbox_model::time::{HOUR, MINUTE};
use inbox_model::{Channel, Conversation, Participant, ParticipantKind, State};
use inbox_widgets::sync::now;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::settle;
use crate::world::{Desk, customer, desk, everything, me, said, talk};

fn one(id: &str) -> Conversation {
    talk(id, vec![said("p1", customer(), "Hello", 3)])
}

fn title(desk: &Desk, selector: &str) -> Vec<String> {
    let all = desk.stage.all(selector);
    all.iter().map(|one| one.get_attribute("title").unwrap()).collect()
}

#[wasm_bindgen_test]
async fn a_row_tells_its_channel() {
    for (channel, word) in [
        (Channel::Email, "E-mail"),
        (Channel::Sms, "Text message"),
        (Channel::Web, "Website"),
        (Channel::Phone, "Phone"),
    ] {
        let mut it = one("c1");
        it.source = Some(Source { channel, ..Source::default() });
        let desk = desk(everything(), vec![it]).await;
        let mark = desk.stage.one("#row-c1 .row-channel");
        assert_eq!(mark.get_attribute("aria-label").as_deref(), Some(word));
        assert_eq!(mark.get_attribute("role").as_deref(), Some("img"));
    }
}

#[wasm_bindgen_test]
async fn a_row_tells_who_else_takes_part_all_tags_and_whose_it_is() {
    let mut it = one("c1");
    let person = |id: &str, name: &str| Participant::new(ParticipantKind::Customer, id).named(name);
    it.participants = vec![customer(), me(), person("u2", "Omar"), person("u3", "Zoe")];
    let tag = |id: &str, name: &str| Tag { id: id.into(), name: name.into() };
    it.tags = vec![tag("t1", "refund"), tag("t2", "vip"), tag("t3", "late"), tag("t4", "tent")];
    it.assignee = Some("a2".into());
    it.team = Some("team1".into());
    let mut team = one("c2");
    team.team = Some("team1".into());
    let desk = desk(everything(), vec![it, team, one("c3")]).await;
    settle().await;
    assert_eq!(title(&desk, "#row-c1 .row-people"), ["Omar, Zoe"]);
    assert!(desk.stage.text("#row-c1 .row-people").starts_with("+2"));
    assert_eq!(title(&desk, "#row-c1 .row-more"), ["late, tent"]);
    assert!(desk.stage.text("#row-c1 .row-more").starts_with("+2"));
    assert_eq!(title(&desk, "#row-c1 .row-owner"), ["Assignee: Grace, Logistics"]);
    assert_eq!(title(&desk, "#row-c2 .row-owner"), ["Assignee: Logistics"]);
    for mark in [".row-people", ".row-more", ".row-owner"] {
        assert!(desk.stage.all(&format!("#row-c3 {mark}")).is_empty(), "{mark} of nothing");
    }
}

#[wasm_bindgen_test]
async fn a_row_tells_until_when_it_is_put_aside() {
    let mut aside = one("c1");
    aside.state = State::Snoozed;
    aside.snoozed_until = Some(now().plus(3 * HOUR + MINUTE));
    let mut open = one("c2");
    // What is not put aside any more may still have the time.
    open.snoozed_until = aside.snoozed_until;
    let desk = desk(everything(), vec![aside, open]).await;
    desk.stage.all(".filter .segment").last().unwrap().click();
    desk.until("both", |desk| desk.stage.all(".row").len() == 2).await;
    let told = desk.stage.one("#row-c1 [data-due=snoozed]");
    assert!(told.get_attribute("title").unwrap().starts_with("Snoozed until "));
    assert!(told.text_content().unwrap().starts_with("3 hr"), "{:?}", told.text_content());
    assert!(desk.stage.all("#row-c2 [data-due]").is_empty());
}

#[wasm_bindgen_test]
async fn the_answer_that_is_due_and_the_reply_window_are_two_chips() {
    let window = |left: i64| ReplyWindow { until: Some(now().plus(left)), ..Default::default() };
    let mut both = one("c1");
    both.handling.sla.first_response_due_at = Some(now().plus(-MINUTE));
    both.handling.reply_window = Some(window(20 * MINUTE + 900));
    let mut over = one("c2");
    over.handling.reply_window = Some(window(-MINUTE));
    let desk = desk(everything(), vec![both, over]).await;
    let told = title(&desk, "#row-c1 .row-due");
    assert_eq!(told, ["Overdue by 1 min", "Reply window closes in 20 min"]);
    assert_eq!(title(&desk, "#row-c2 .row-due"), ["The time to reply has run out"]);
}
