//! Where an agent writes: formatting, what is offered while one types, and what can be taken back.
#![cfg(feature = "desk")]

use std::sync::Arc;

use inbox_model::part::Message;
use inbox_model::{Command, Part, PartBody};
use inbox_widgets::sync::DraftMode;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlTextAreaElement, KeyboardEventInit};

use crate::stage::{press, settle, type_into};
use crate::world::{Desk, customer, desk, everything, me, said, talk};

const REPLY: &str = "Reply to Nour…";
const NOTE: &str = "Write a note for your team…";

async fn open() -> Desk {
    let parts = |one: &str| {
        vec![
            said(&format!("{one}-1"), customer(), "Where is it?", 9),
            said(&format!("{one}-2"), me(), "Soon", 8),
        ]
    };
    desk(everything(), vec![talk("c1", parts("c1")), talk("c2", parts("c2"))]).await
}

fn field(desk: &Desk, name: &str) -> HtmlTextAreaElement {
    desk.field(name).unchecked_into()
}

/// Presses a key of the letters together with Control.
fn control(on: &HtmlElement, letter: &str, shift: bool) -> bool {
    press(on, letter, |init: &KeyboardEventInit| {
        init.set_ctrl_key(true);
        init.set_shift_key(shift);
        let digit = letter.chars().all(|one| one.is_ascii_digit());
        let name = if digit { "Digit" } else { "Key" };
        init.set_code(&format!("{name}{}", letter.to_uppercase()));
    })
}

fn selected(field: &HtmlTextAreaElement) -> (u32, u32) {
    let start = field.selection_start().unwrap().unwrap();
    (start, field.selection_end().unwrap().unwrap())
}

/// What was said and done, in order, without what the desk does by itself.
fn done(desk: &Desk) -> Vec<String> {
    let commands = desk.world.commands.borrow();
    let told = commands.iter().filter_map(|command| match command {
        Command::Reply { .. } | Command::Note { .. } => match command.contents() {
            [inbox_model::Content::Text { markdown }] => Some(markdown.clone()),
            _ => None,
        },
        Command::Close => Some("closed".to_owned()),
        _ => None,
    });
    told.collect()
}

fn bars(desk: &Desk) -> usize {
    desk.stage.all(".undo-bar").len()
}

#[wasm_bindgen_test]
async fn keys_format_what_is_selected_and_take_it_back() {
    let desk = open().await;
    let field = field(&desk, REPLY);
    field.focus().unwrap();
    type_into(&field, "so größer 🎉 good");
    field.set_selection_range(13, 17).unwrap();
    assert!(!control(&field, "b", false), "the browser must not do anything else");
    assert_eq!(field.value(), "so größer 🎉 **good**");
    assert_eq!(selected(&field), (15, 19));
    assert!(!control(&field, "i", false));
    assert_eq!(field.value(), "so größer 🎉 ***good***");
    control(&field, "b", false);
    control(&field, "i", false);
    assert_eq!(field.value(), "so größer 🎉 good");
    control(&field, "8", true);
    assert_eq!(field.value(), "- so größer 🎉 good");
    settle().await;
    let kept = desk.engine.drafts().get(Some(&"c1".into()), DraftMode::Reply);
    assert_eq!(kept, "- so größer 🎉 good", "what a key does is a draft, too");
}

#[wasm_bindgen_test]
async fn the_key_for_a_link_opens_the_palette_while_nothing_is_selected() {
    let desk = open().await;
    let field = field(&desk, REPLY);
    type_into(&field, "here");
    field.focus().unwrap();
    assert!(!control(&field, "k", false));
    assert_eq!(field.value(), "here");
    settle().await;
    let palette = || desk.stage.all("dialog [role=combobox]");
    control(&palette()[0], "k", false);
    desk.until("its end", |desk| desk.stage.all("dialog").is_empty()).await;
    assert_eq!(desk.stage.focused(), Some(field.clone().into()));
    field.set_selection_range(0, 4).unwrap();
    assert!(!control(&field, "k", false));
    assert_eq!(field.value(), "[here](https://)");
    assert_eq!(selected(&field), (7, 15), "an address can be pasted over it");
}

#[wasm_bindgen_test]
async fn the_bar_is_one_stop_and_arrows_move_in_it() {
    let desk = open().await;
    let tools = desk.stage.all(".format");
    let stops =
        || tools.iter().filter(|tool| tool.get_attribute("tabindex").unwrap() == "0").count();
    assert_eq!((tools.len(), stops()), (10, 1));
    tools[0].focus().unwrap();
    press(&tools[0], "ArrowRight", |_| ());
    settle().await;
    assert_eq!(desk.stage.focused().unwrap(), tools[1].clone().into());
    assert_eq!(tools[1].get_attribute("tabindex").unwrap(), "0");
    assert_eq!(stops(), 1);
    press(&tools[1], "End", |_| ());
    assert_eq!(desk.stage.focused().unwrap().get_attribute("aria-label").unwrap(), "Preview");
    press(&tools[9], "Home", |_| ());
    assert_eq!(desk.stage.focused().unwrap(), tools[0].clone().into());
    let field = field(&desk, REPLY);
    type_into(&field, "yes");
    field.select();
    tools[0].click();
    assert_eq!(field.value(), "**yes**");
    assert_eq!(desk.stage.focused().unwrap(), field.into(), "and on one writes");
}

#[wasm_bindgen_test]
async fn what_is_written_can_be_looked_at_while_it_is_written() {
    let desk = open().await;
    assert!(desk.stage.all(".preview").is_empty());
    desk.button("Preview").click();
    settle().await;
    assert_eq!(desk.stage.text(".preview"), "What you write appears here.");
    type_into(&field(&desk, REPLY), "It is **here** :tada:");
    settle().await;
    assert_eq!(desk.stage.text(".preview strong"), "here");
    assert_eq!(desk.stage.text(".preview"), "It is here 🎉");
    desk.button("Preview").click();
    settle().await;
    assert!(desk.stage.all(".preview").is_empty());
}

#[wasm_bindgen_test]
async fn a_colleague_is_mentioned_by_keyboard() {
    let desk = open().await;
    desk.button("Note").click();
    settle().await;
    let field = field(&desk, NOTE);
    assert_eq!(field.get_attribute("aria-controls"), None);
    type_into(&field, "ask @");
    settle().await;
    assert_eq!(desk.stage.text(".offer-label"), "Grace", "nobody mentions themselves");
    assert_eq!(field.get_attribute("aria-haspopup").as_deref(), Some("listbox"));
    let active = field.get_attribute("aria-activedescendant").unwrap();
    let option = desk.stage.one("[role=option].offer-option");
    assert_eq!(
        (option.id(), option.get_attribute("aria-selected").unwrap()),
        (active, "true".into())
    );
    assert_eq!(desk.stage.one(".offer").id(), field.get_attribute("aria-controls").unwrap());
    // Nothing of it is sent.
    assert!(!press(&field, "Enter", |_| ()));
    settle().await;
    assert_eq!(field.value(), "ask @Grace ");
    assert!(desk.stage.all(".offer").is_empty());
    assert_eq!(field.get_attribute("aria-controls"), None);
    press(&field, "Enter", |_| ());
    desk.until("the note", |desk| done(desk) == ["ask @Grace "]).await;
}

#[wasm_bindgen_test]
async fn what_is_not_wanted_takes_no_enter() {
    let desk = open().await;
    desk.button("Note").click();
    settle().await;
    let field = field(&desk, NOTE);
    type_into(&field, "@gr");
    settle().await;
    assert!(!press(&field, "Escape", |_| ()));
    settle().await;
    assert!(desk.stage.all(".offer").is_empty());
    type_into(&field, "@gra");
    settle().await;
    assert!(desk.stage.all(".offer").is_empty(), "not for this word");
    press(&field, "Enter", |_| ());
    desk.until("the note", |desk| done(desk) == ["@gra"]).await;
    type_into(&field, "@nobody");
    settle().await;
    assert!(desk.stage.all(".offer").is_empty());
}

#[wasm_bindgen_test]
async fn emoji_are_offered_by_name_and_colleagues_only_among_colleagues() {
    let desk = open().await;
    let field = field(&desk, REPLY);
    type_into(&field, "@gra");
    settle().await;
    assert!(desk.stage.all(".offer").is_empty(), "customers are not told of colleagues");
    type_into(&field, "done :heart");
    settle().await;
    assert!(desk.stage.all(".offer-option").len() > 1);
    press(&field, "ArrowDown", |_| ());
    press(&field, "ArrowUp", |_| ());
    press(&field, "ArrowUp", |_| ());
    settle().await;
    let last = desk.stage.all(".offer-option").pop().unwrap();
    assert_eq!(last.get_attribute("aria-selected").as_deref(), Some("true"));
    type_into(&field, "done :tad");
    settle().await;
    press(&field, "Tab", |_| ());
    assert_eq!(field.value(), "done 🎉");
    type_into(&field, "done :tad");
    settle().await;
    desk.stage.one(".offer-option").click();
    assert_eq!(field.value(), "done 🎉");
}

#[wasm_bindgen_test]
async fn a_reply_waits_and_comes_back_when_it_is_undone() {
    let desk = open().await;
    let field = field(&desk, REPLY);
    type_into(&field, "Tomorow");
    press(&field, "Enter", |_| ());
    desk.until("the bar", |desk| bars(desk) == 1).await;
    assert_eq!(desk.stage.text(".undo-words"), "Sending in 10 s");
    assert_eq!(desk.stage.all(".message[data-state=held]").len(), 1, "it stands in the thread");
    type_into(&field, "And one more thing");
    settle().await;
    let undo = desk.button("Undo");
    undo.focus().unwrap();
    press(&undo, "z", |_| ());
    desk.until("the reply in its field", |_| field.value() == "Tomorow\n\nAnd one more thing")
        .await;
    assert_eq!((bars(&desk), desk.stage.all(".message[data-state=held]").len()), (0, 0));
    assert_eq!(desk.stage.focused().unwrap(), field.clone().into());
    // As often as one likes, until it is right; then it goes.
    type_into(&field, "Tomorrow");
    press(&field, "Enter", |_| ());
    desk.until("the bar again", |desk| bars(desk) == 1).await;
    assert_eq!(field.value(), "");
    assert!(!control(&field, "z", false));
    desk.until("the reply in its field again", |_| field.value() == "Tomorrow").await;
    let told = |desk: &Desk| {
        let said = desk.stage.all("[role=status]").into_iter().filter_map(|one| one.text_content());
        said.filter(|said| said == "Not sent. The reply is back in its field.").count()
    };
    desk.until("what is said", |desk| told(desk) == 1).await;
    assert!(control(&field, "z", false), "while something is typed, that is undone");
    press(&field, "Enter", |_| ());
    desk.send_now().await;
    desk.until("the reply", |desk| done(desk) == ["Tomorrow"]).await;
    assert_eq!(bars(&desk), 0);
}

#[wasm_bindgen_test]
async fn a_note_does_not_wait() {
    let desk = open().await;
    type_into(&desk.field(REPLY), "Yes");
    press(&desk.field(REPLY), "Enter", |_| ());
    desk.button("Note").click();
    settle().await;
    type_into(&desk.field(NOTE), "I said yes");
    press(&desk.field(NOTE), "Enter", |_| ());
    desk.until("the note", |desk| done(desk) == ["I said yes"]).await;
    // The mode does not matter: what was a reply comes back as one.
    control(&desk.field(NOTE), "z", false);
    desk.until("the reply", |desk| desk.stage.all(".reply-note").is_empty()).await;
    assert_eq!(field(&desk, REPLY).value(), "Yes");
    assert_eq!(done(&desk), ["I said yes"]);
}

#[wasm_bindgen_test]
async fn another_conversation_does_not_get_in_the_way() {
    let desk = open().await;
    let refer = desk.stage.all("[data-part-id=c1-1] .message-tool").pop().unwrap();
    refer.click();
    settle().await;
    type_into(&desk.field(REPLY), "For the first");
    press(&desk.field(REPLY), "Enter", |_| ());
    desk.engine.open(Some("c2".into()));
    desk.until("the other", |desk| desk.stage.all("[data-part-id=c2-1]").len() == 1).await;
    assert!(desk.stage.text(".undo-words").starts_with("To Nour: sending in "));
    type_into(&desk.field(REPLY), "For the second");
    settle().await;
    desk.button("Undo").click();
    let back = |desk: &Desk| {
        desk.stage.all("[data-part-id=c1-1]").len() == 1
            && field(desk, REPLY).value() == "For the first"
    };
    desk.until("the way back", back).await;
    desk.until("the reference", |desk| desk.stage.all(".reference").len() == 1).await;
    desk.engine.open(Some("c2".into()));
    desk.until("the other's draft", |desk| {
        desk.stage.all("[data-part-id=c2-1]").len() == 1
            && field(desk, REPLY).value() == "For the second"
    })
    .await;
    assert!(done(&desk).is_empty());
}

#[wasm_bindgen_test]
async fn one_step_sends_and_closes_and_one_takes_both_back() {
    let desk = open().await;
    let reply = field(&desk, REPLY);
    type_into(&reply, "Done");
    assert!(!press(&reply, "Enter", |init| {
        init.set_ctrl_key(true);
        init.set_shift_key(true);
    }));
    desk.until("it is closed", |desk| desk.buttons("Reopen").len() == 1).await;
    assert_eq!(desk.stage.text(".undo-words"), "Sending in 10 s, then closed");
    desk.button("Undo").click();
    desk.until("it is open", |desk| desk.buttons("Close").len() == 1).await;
    assert_eq!(field(&desk, REPLY).value(), "Done");
    desk.choose("More ways to send", "Send and closeCtrl+Shift+Enter").await;
    desk.until("it is closed again", |desk| desk.buttons("Reopen").len() == 1).await;
    assert!(done(&desk).is_empty());
    desk.send_now().await;
    desk.until("both", |desk| done(desk) == ["Done", "closed"]).await;
    // What is plain stays plain afterwards.
    desk.button("Reopen").click();
    desk.until("it is open again", |desk| desk.buttons("Close").len() == 1).await;
    type_into(&desk.field(REPLY), "More");
    press(&desk.field(REPLY), "Enter", |_| ());
    desk.send_now().await;
    desk.until("the reply", |desk| done(desk) == ["Done", "closed", "More"]).await;
}

/// A note, and below it a message to the customer.
fn noted(text: &str) -> Vec<Part> {
    let mut note = said("p1", me(), "", 5);
    note.body = PartBody::Note(Message::text(text));
    vec![note, said("p2", customer(), text, 4)]
}

fn mentions(desk: &Desk, part: &str) -> Vec<String> {
    let found = desk.stage.all(&format!("[data-part-id={part}] .mention")).into_iter();
    found.filter_map(|one| one.text_content()).collect()
}

#[wasm_bindgen_test]
async fn a_note_mentions_teammates_by_their_whole_names() {
    let text = "ask @grace hopper, @Grace and @nobody";
    let desk = desk(everything(), vec![talk("c1", noted(text))]).await;
    assert_eq!(mentions(&desk, "p1"), ["@Grace", "@Grace"]);
    // Somebody joins who is called so.
    let session = desk.engine.store.session;
    let mut known = session.get_untracked().unwrap();
    let mut joined = known.agents[1].clone();
    (joined.id, joined.name) = (Some("a3".into()), Some("Grace Hopper".into()));
    Arc::make_mut(&mut known).agents.push(joined);
    session.set(Some(known));
    desk.until("the name", |desk| mentions(desk, "p1") == ["@Grace Hopper", "@Grace"]).await;
    // Whom a customer's message means nobody knows.
    assert_eq!(mentions(&desk, "p2"), ["@grace", "@Grace", "@nobody"]);
    desk.button("Note").click();
    settle().await;
    type_into(&field(&desk, NOTE), "and @Grace Hopper too");
    desk.button("Preview").click();
    desk.until("a preview", |desk| desk.stage.all(".preview .mention").len() == 1).await;
    assert_eq!(desk.stage.text(".preview .mention"), "@Grace Hopper");
}
