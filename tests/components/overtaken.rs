//! A colleague who answers while a reply of ours waits.
#![cfg(feature = "desk")]

use inbox_model::{Command, Content, Participant, ParticipantKind};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{press, settle, type_into};
use crate::world::{Desk, customer, desk, everything, said, talk};

const REPLY: &str = "Reply to Nour…";
const CARD: &str = ".collision[role=group]";

/// A reply waits, another conversation is there, and a colleague answers.
async fn overtaken(closes: bool) -> Desk {
    let question = |one: &str| vec![said(&format!("{one}-1"), customer(), "Where is it?", 9)];
    let desk =
        desk(everything(), vec![talk("c1", question("c1")), talk("c2", question("c2"))]).await;
    let field = desk.field(REPLY);
    type_into(&field, "Tomorrow");
    press(&field, "Enter", |init| {
        init.set_ctrl_key(closes);
        init.set_shift_key(closes);
    });
    desk.until("the bar", |desk| desk.stage.all(".undo-bar").len() == 1).await;
    let mut parts = question("c1");
    let grace = Participant::new(ParticipantKind::Agent, "a2").named("Grace");
    parts.push(said("c1-2", grace, "It is on its way.", 0));
    let mut one = talk("c1", parts);
    one.version = Some(2);
    desk.world.put(one);
    desk.engine.look_again(&"c1".into());
    desk.until("what Grace says", |desk| desk.stage.all("[data-part-id=c1-2]").len() == 1).await;
    assert_eq!(desk.stage.all(CARD).len(), 0, "until its time is over it can be taken back");
    desk
}

fn told(desk: &Desk) -> Vec<String> {
    let commands = desk.world.commands.borrow();
    let told = commands.iter().filter_map(|command| match command {
        Command::Reply { contents, .. } => match contents.as_slice() {
            [Content::Text { markdown }] => Some(markdown.clone()),
            _ => None,
        },
        Command::Close => Some("closed".to_owned()),
        _ => None,
    });
    told.collect()
}

fn is_open(desk: &Desk) -> bool {
    desk.buttons("Reopen").is_empty() && !desk.buttons("Close").is_empty()
}

#[wasm_bindgen_test]
async fn a_reply_that_waited_is_stopped_and_edited() {
    let desk = overtaken(false).await;
    type_into(&desk.field(REPLY), "PS");
    desk.button("Send now").focus().unwrap();
    desk.send_now().await;
    desk.until("the card", |desk| desk.stage.all(CARD).len() == 1).await;
    let words = desk.stage.text(CARD);
    assert!(words.contains("Grace has answered while your reply waited"), "{words}");
    assert!(words.contains("It is on its way."), "{words}");
    assert_eq!(desk.stage.all(".message[data-state=failed]").len(), 1, "it stands in the thread");
    let keep = desk.button("Keep editing");
    desk.until("the focus", |desk| desk.stage.focused().as_ref() == Some(&keep)).await;
    keep.click();
    let field: web_sys::HtmlTextAreaElement =
        wasm_bindgen::JsCast::unchecked_into(desk.field(REPLY));
    desk.until("the reply in its field", |_| field.value() == "Tomorrow\n\nPS").await;
    assert_eq!(desk.stage.all(CARD).len() + desk.stage.all("[data-state=failed]").len(), 0);
    assert_eq!(desk.stage.focused().unwrap(), field.clone().into());
    assert!(told(&desk).is_empty());
    // Who has read it is not asked again.
    press(&field, "Enter", |_| ());
    desk.send_now().await;
    desk.until("the reply", |desk| told(desk) == ["Tomorrow\n\nPS"]).await;
}

#[wasm_bindgen_test]
async fn it_is_sent_anyway_and_closes_then() {
    let desk = overtaken(true).await;
    desk.send_now().await;
    desk.until("the card", |desk| desk.stage.all(CARD).len() == 1).await;
    assert!(is_open(&desk), "what nobody has answered stays open");
    desk.button("Send anyway").click();
    desk.until("both", |desk| told(desk) == ["Tomorrow", "closed"]).await;
    assert_eq!(desk.stage.all(CARD).len(), 0);
}

#[wasm_bindgen_test]
async fn it_is_thrown_away() {
    let desk = overtaken(true).await;
    desk.send_now().await;
    desk.until("the card", |desk| desk.stage.all(CARD).len() == 1).await;
    let discard = desk.stage.all(&format!("{CARD} .button-quiet")).remove(0);
    discard.click();
    desk.until("its end", |desk| desk.stage.all(CARD).is_empty()).await;
    settle().await;
    assert!(told(&desk).is_empty());
    assert_eq!(desk.stage.all("[data-state=failed]").len(), 0);
    assert!(is_open(&desk));
}

#[wasm_bindgen_test]
async fn it_is_told_wherever_its_writer_is() {
    let desk = overtaken(false).await;
    desk.engine.open(Some("c2".into()));
    desk.until("the other", |desk| desk.stage.all("[data-part-id=c2-1]").len() == 1).await;
    desk.send_now().await;
    let told_there = |desk: &Desk| {
        desk.stage.all(".undo-words").iter().any(|words| {
            let words = words.text_content().unwrap();
            words == "Your reply to Nour was not sent: a colleague has answered meanwhile"
        })
    };
    desk.until("the word", told_there).await;
    assert_eq!(desk.stage.all(CARD).len(), 0);
    desk.button("Show").click();
    desk.until("the card", |desk| desk.stage.all(CARD).len() == 1).await;
    assert_eq!(desk.engine.store.thread.id.get_untracked(), Some("c1".into()));
    assert!(!told_there(&desk));
    assert!(told(&desk).is_empty());
}
