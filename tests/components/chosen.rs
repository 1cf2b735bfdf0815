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
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

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

#[wasm_bindgen_test]
async fn what_is_written_is_counted_quietly_until_room_runs_out() {
    let desk = open().await;
    desk.button("E-mail").click();
    settle().await;
    let line = |class: &str| desk.stage.text(class);
    let aloud = || line(".reply-length [role=status]");
    assert_eq!(line(".reply-length"), "");
    type_into(&field(&desk), "größer");
    settle().await;
    assert_eq!(
        (line(".reply-characters"), line(".reply-segments")),
        ("6 characters".into(), String::new())
    );
    assert_eq!(aloud(), "", "nobody hears each letter");
    let longest = 10_000;
    type_into(&field(&desk), &"a".repeat(longest - 150));
    settle().await;
    assert_eq!(line(".reply-characters"), "9,850 characters");
    assert_eq!(line(".reply-segments"), "room for 150 more characters");
    assert_eq!(aloud(), "room for 150 more characters");
    assert_eq!(desk.stage.all(".reply-length.near").len(), 1);
    type_into(&field(&desk), &"a".repeat(longest - 149));
    settle().await;
    assert_eq!(line(".reply-segments"), "room for 149 more characters");
    assert_eq!(aloud(), "room for 150 more characters", "not each letter here, either");
    type_into(&field(&desk), &"a".repeat(longest - 99));
    settle().await;
    assert_eq!(aloud(), "room for 99 more characters");
    desk.button("Text message").click();
    type_into(&field(&desk), "Yes");
    settle().await;
    assert_eq!(line(".reply-characters"), "3 characters");
    assert_eq!(line(".reply-segments"), "1 text message · room for 157 more characters");
    assert_eq!(aloud(), "");
}

/// The emoji that Enter takes.
#[track_caller]
fn marked(desk: &Desk) -> String {
    let one = desk.stage.all(".emoji-panel [aria-selected=true]");
    let panel = desk.stage.one(".emoji-panel").outer_html();
    assert_eq!(one.len(), 1, "{panel}");
    let input = desk.stage.one(".emoji-panel input");
    assert_eq!(input.get_attribute("aria-activedescendant").unwrap(), one[0].id());
    one[0].text_content().unwrap()
}

#[wasm_bindgen_test]
async fn an_emoji_is_found_in_the_grid_and_typed_at_the_caret() {
    let desk = open().await;
    let field = field(&desk);
    field.focus().unwrap();
    type_into(&field, "so good");
    field.set_selection_range(2, 2).unwrap();
    assert!(!press(&field, "E", |init| {
        init.set_ctrl_key(true);
        init.set_shift_key(true);
        init.set_code("KeyE");
    }));
    desk.until("the emoji", |desk| desk.stage.all(".emoji-panel").len() == 1).await;
    settle().await;
    let input: HtmlElement = desk.stage.one(".emoji-panel input");
    assert_eq!(desk.stage.focused().unwrap(), input.clone().into());
    assert_eq!(marked(&desk), "👍");
    assert!(press(&input, "ArrowRight", |_| ()), "in the field it moves the caret");
    press(&input, "ArrowDown", |_| ());
    press(&input, "ArrowRight", |_| ());
    settle().await;
    assert_eq!(marked(&desk), "❤️");
    press(&input, "ArrowDown", |_| ());
    settle().await;
    assert_eq!(marked(&desk), "🔥", "the one below");
    press(&input, "ArrowUp", |_| ());
    press(&input, "ArrowLeft", |_| ());
    settle().await;
    assert_eq!(marked(&desk), "👍");
    type_into(&input, "heart blue");
    settle().await;
    assert_eq!(marked(&desk), "💙");
    assert!(!press(&input, "Enter", |_| ()));
    settle().await;
    assert_eq!(field.value(), "so💙 good");
    assert_eq!(desk.stage.focused().unwrap(), field.clone().into());
    assert!(desk.stage.all(".emoji-panel").is_empty());
    // By the button, and away again.
    desk.button("Emoji").click();
    desk.until("the emoji", |desk| desk.stage.all(".emoji-panel").len() == 1).await;
    let input = desk.stage.one(".emoji-panel input");
    type_into(&input, "no such thing");
    settle().await;
    assert_eq!(desk.stage.text(".emoji-panel [role=status]"), "Nothing found for these words");
    assert!(!press(&input, "Escape", |_| ()));
    desk.until("its end", |desk| desk.stage.all(".emoji-panel").is_empty()).await;
    assert_eq!(desk.stage.focused().unwrap(), field.clone().into());
    assert_eq!(field.value(), "so💙 good");
}

#[wasm_bindgen_test]
async fn keys_are_called_as_they_are_on_a_mac() {
    let platform = |name: &str| {
        let body =
            "Object.defineProperty(navigator, 'platform', { get: () => name, configurable: true })";
        let set = js_sys::Function::new_with_args("name", body);
        set.call1(&wasm_bindgen::JsValue::UNDEFINED, &name.into()).unwrap();
    };
    let real = web_sys::window().unwrap().navigator().platform().unwrap();
    for (name, bold, keys, strike, close, undo) in [
        ("MacIntel", "Bold (\u{2066}⌘B\u{2069})", "Meta+B", "⇧⌘X", "⇧⌘↵", "Meta+Z"),
        (
            "Win32",
            "Bold (\u{2066}Ctrl+B\u{2069})",
            "Control+B",
            "Ctrl+Shift+X",
            "Ctrl+Shift+Enter",
            "Control+Z",
        ),
    ] {
        platform(name);
        let desk = open().await;
        let tool = desk.button("Bold");
        assert_eq!(tool.get_attribute("title").as_deref(), Some(bold));
        assert_eq!(tool.get_attribute("aria-keyshortcuts").as_deref(), Some(keys));
        let titled = desk.button("Strikethrough").get_attribute("title").unwrap();
        assert!(titled.contains(strike), "{titled}");
        type_into(&desk.field(REPLY), "Yes");
        desk.button("More ways to send").click();
        settle().await;
        let ways = desk.stage.text("[role=menu]");
        assert!(ways.ends_with(close), "{ways}");
        press(&desk.field(REPLY), "Enter", |_| ());
        desk.until("the bar", |desk| desk.stage.all(".undo-bar").len() == 1).await;
        let told = desk.button("Undo").get_attribute("aria-keyshortcuts");
        assert_eq!(told.as_deref(), Some(undo));
    }
    platform(&real);
}
