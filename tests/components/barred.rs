//! A customer who cannot write in a conversation: why, and what they can do instead.

use inbox_dialects::Capabilities;
use inbox_widgets::i18n::Text;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::settle;
use crate::world::{Desk, customer, everything, messenger, said, talk};

/// The foot of a thread of theirs.
async fn foot(blocked: bool, replies_disabled: bool) -> Desk {
    let mut one = talk("c1", vec![said("p1", customer(), "Hello", 3)]);
    one.blocked = blocked;
    one.replies_disabled = Some(replies_disabled);
    let can = Capabilities { start: true, ..everything() };
    let here = messenger(can, vec![one]).await;
    settle().await;
    here
}

#[wasm_bindgen_test]
async fn who_may_write_has_a_composer() {
    let here = foot(false, false).await;
    assert_eq!(here.stage.all("textarea").len(), 1);
    assert!(here.stage.all(".reply-closed").is_empty());
}

#[wasm_bindgen_test]
async fn where_replies_are_turned_off_another_conversation_can_be_begun() {
    let here = foot(false, true).await;
    assert!(here.stage.all("textarea").is_empty());
    assert!(here.stage.text(".reply-closed").contains(here.i18n.t(Text::RepliesDisabled)));
    here.button(here.i18n.t(Text::StartNewInstead)).click();
    here.until("the first message", |here| here.stage.all(".start").len() == 1).await;
    assert_eq!(here.stage.all("textarea").len(), 1);
}

#[wasm_bindgen_test]
async fn who_is_blocked_is_not_offered_what_would_be_refused() {
    let here = foot(true, false).await;
    assert!(here.stage.all("textarea").is_empty());
    assert_eq!(here.stage.text(".reply-closed").trim(), here.i18n.t(Text::ReplyBlocked));
    assert!(here.buttons(here.i18n.t(Text::StartNewInstead)).is_empty());
}
