//! What is chosen for a reply while it is written: emoji, how long it is, how it is sent, and which keys
//! do that.
#![cfg(feature = "desk")]

use inbox_dialects::Capabilities;
use inbox_model::command::Envelope;
use inbox_model::handling::Profile;
use inbox_model::part::Message;
use inbox_model::suggestion::Suggestion;
use inbox_model::time::MINUTE;
use inbox_model::{Channel, Command, Conversation, Part, PartBody, Participant, ParticipantKind};
use inbox_widgets::sync::now;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use crate::stage::{press, settle, type_into};
use crate::world::{Desk, customer, desk, everything, me, said, talk};

const REPLY: &str = "Reply to Nour…";

fn reachable(id: &str) -> Conversation {
    let parts = vec![
        said(&format!("{id}-1"), customer(), "Where is it?", 9),
        said(&format!("{id}-2"), me(), "Soon", 8),
    ];
    let mut one = talk(id, parts);
    one.handling.profile = Some(Box::new(Profile {
        phone: Some("+44 7700 900123".into()),
        email: Some("nour@example.com".into()),
        ..Profile::default()
    }));
    one
}

async fn open() -> Desk {
    let can = Capabilities { channel_choice: true, ..everything() };
    desk(can, vec![reachable("c1"), reachable("c2")]).await
}

fn field(desk: &Desk) -> HtmlTextAreaElement {
    desk.field(REPLY).unchecked_into()
}

async fn show(desk: &Desk, id: &str) {
    desk.engine.open(Some(id.into()));
    let there = format!("[data-part-id={id}-1]");
    desk.until("the thread", |desk| desk.stage.all(&there).len() == 1).await;
    settle().await;
}

async fn sent(desk: &Desk) -> Envelope {
    press(&desk.field(REPLY), "Enter", |_| ());
    desk.send_now().await;
    let sent = desk.command("a reply", |one| matches!(one, Command::Reply { .. })).await;
    let Command::Reply { envelope, .. } = sent else { unreachable!() };
    envelope
}

#[wasm_bindgen_test]
async fn what_was_chosen_for_a_draft_is_there_when_one_comes_back_to_it() {
    let desk = open().await;
    desk.button("E-mail").click();
    settle().await;
    type_into(&desk.field("Subject of the e-mail"), "Your parcel");
    desk.stage.all("[data-part-id=c1-1] .message-tool").pop().unwrap().click();
    settle().await;
    type_into(&desk.field(REPLY), "It is here");
    settle().await;
    show(&desk, "c2").await;
    assert!(desk.stage.all(".reference").is_empty(), "it is another conversation's");
    let pressed = |desk: &Desk| desk.button("E-mail").get_attribute("aria-pressed").unwrap();
    assert_eq!(pressed(&desk), "false");
    show(&desk, "c1").await;
    desk.until("the reference", |desk| desk.stage.all(".reference").len() == 1).await;
    assert_eq!(pressed(&desk), "true");
    let subject: HtmlInputElement = desk.field("Subject of the e-mail").unchecked_into();
    assert_eq!(subject.value(), "Your parcel");
    let expected = Envelope {
        channel: Some(Channel::Email),
        subject: Some("Your parcel".into()),
        reply_to: Some("c1-1".into()),
        ..Envelope::default()
    };
    assert_eq!(desk.engine.drafts().envelope(&"c1".into()), expected, "a reload finds it, too");
    assert_eq!(sent(&desk).await, expected);
    desk.until("its end", |desk| desk.engine.drafts().envelope(&"c1".into()).is_empty()).await;
    show(&desk, "c2").await;
    assert!(desk.engine.drafts().envelope(&"c2".into()).is_empty(), "nothing was chosen there");
}

#[wasm_bindgen_test]
async fn an_edited_suggestion_stays_one_in_another_conversation() {
    let mut one = reachable("c1");
    let body = PartBody::Suggestion(Suggestion::pending(Message::text("It is on its way.")));
    let bot = Participant::new(ParticipantKind::Bot, "b1").named("Assistant");
    let draft = Part::new("d1".into(), body, Some(bot), now().plus(-MINUTE));
    one.parts.push(draft.into());
    one.handling.pending_suggestion = Some("d1".into());
    let desk = desk(everything(), vec![one, reachable("c2")]).await;
    desk.button("Edit").click();
    desk.until("the text", |desk| field(desk).value() == "It is on its way.").await;
    show(&desk, "c2").await;
    show(&desk, "c1").await;
    desk.until("the text again", |desk| field(desk).value() == "It is on its way.").await;
    assert_eq!(sent(&desk).await.suggestion, Some("d1".into()));
}
