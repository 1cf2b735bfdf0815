//! Ways through a long thread: to what is unread, to a date, to what was searched for.

use inbox_model::conversation::ReadReceipt;
use inbox_model::{Conversation, ParticipantKind};
use inbox_widgets::sync::now;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{press, settle, type_into};
use crate::world::{Desk, customer, desk, everything, said, talk};

/// A message each three hours for 25 days.
fn month() -> Conversation {
    let one =
        |at: i64| said(&format!("p{at:03}"), customer(), &format!("Tent {at}"), (200 - at) * 180);
    let mut talk = talk("c1", (0..200).map(one).collect());
    talk.preview = None;
    talk
}

/// The same, read up to the message of this number.
fn read_up_to(at: u32) -> Conversation {
    let mut talk = month();
    talk.unread = Some(199 - at);
    talk.read_receipts = vec![ReadReceipt {
        participant: "a1".into(),
        kind: ParticipantKind::Agent,
        last_read_part: format!("p{at:03}").into(),
    }];
    talk
}

/// How many places are marked.
fn marked() -> Option<f64> {
    js_sys::eval("CSS.highlights.get('inbox-found')?.size").unwrap().as_f64()
}

fn is_in_sight(desk: &Desk, selector: &str) -> bool {
    let Some(found) = desk.stage.all(selector).pop() else { return false };
    let frame = desk.stage.one("[data-scroller=thread]").get_bounding_client_rect();
    let place = found.get_bounding_client_rect();
    place.top() >= frame.top() && place.bottom() <= frame.bottom()
}

#[wasm_bindgen_test]
async fn what_is_unread_is_one_press_away_until_it_was_seen() {
    let desk = desk(everything(), vec![read_up_to(119)]).await;
    desk.until("the pill", |desk| desk.stage.all(".jump-unread").len() == 1).await;
    assert!(desk.stage.all(".unread-divider").is_empty(), "it is not built yet");
    press(&desk.stage.one(".desk"), "J", |init| {
        init.set_shift_key(true);
        init.set_code("KeyJ");
    });
    desk.until("the message", |desk| is_in_sight(desk, "[data-part-id=p120]")).await;
    assert!(is_in_sight(&desk, ".unread-divider"));
    let focused = desk.stage.focused().unwrap();
    assert_eq!(focused.get_attribute("data-part-id").as_deref(), Some("p120"));
    desk.until("no pill", |desk| desk.stage.all(".jump-unread").is_empty()).await;
    desk.stage.one(".to-latest").click();
    desk.until("the end", |desk| is_in_sight(desk, "[data-part-id=p199]")).await;
    settle().await;
    assert!(desk.stage.all(".jump-unread").is_empty(), "it was seen");
}

#[wasm_bindgen_test]
async fn nothing_leads_to_what_is_in_sight() {
    let desk = desk(everything(), vec![read_up_to(198)]).await;
    desk.until("the divider", |desk| is_in_sight(desk, ".unread-divider")).await;
    assert!(desk.stage.all(".jump-unread").is_empty());
    assert_eq!(desk.stage.one("[data-act=go-to-date]").get_attribute("tabindex").unwrap(), "-1");
}

#[wasm_bindgen_test]
async fn a_date_leads_to_the_first_message_of_the_day_or_of_the_next() {
    let desk = desk(everything(), vec![month()]).await;
    let scroller = desk.stage.one("[data-scroller=thread]");
    press(&scroller, "D", |init| {
        init.set_shift_key(true);
        init.set_code("KeyD");
    });
    settle().await;
    let field = desk.stage.one(".jump-field");
    assert_eq!(desk.stage.focused(), Some(field.clone().into()));
    let days = now().plus(-10 * 86_400_000).date(inbox_widgets::sync::minutes_ahead_of_utc(now()));
    type_into(&field, &String::from(days));
    desk.button("Go").click();
    let day = format!("[data-line='{}'] .day", days.days);
    desk.until("the day", |desk| is_in_sight(desk, &day)).await;
    assert_eq!(desk.stage.focused(), Some(desk.stage.one(&day).into()));
    assert!(desk.stage.all(".jump-date").is_empty());

    desk.stage.one("[data-act=go-to-date]").click();
    settle().await;
    desk.button("To the beginning").click();
    desk.until("the beginning", |desk| is_in_sight(desk, "[data-part-id=p000]")).await;

    let opener = desk.stage.one("[data-act=go-to-date]");
    opener.click();
    settle().await;
    press(&desk.stage.one(".jump-field"), "Escape", |_| ());
    settle().await;
    assert_eq!(desk.stage.focused(), Some(opener.into()), "the focus goes back");
}

#[wasm_bindgen_test]
async fn what_was_searched_for_is_shown_when_its_conversation_is_opened() {
    let mut talks = vec![talk("c0", vec![said("x", customer(), "Hello", 1)])];
    let mut found = month();
    found.id = "c1".into();
    found.title = Some("A marmot and my tent".into());
    let text = "The marmot has eaten my **rucksack**";
    found.parts[40] = std::sync::Arc::new(said("p040", customer(), text, 160 * 180));
    talks.push(found);
    let desk = desk(everything(), talks).await;
    type_into(&desk.field("Search conversations"), "marmot");
    desk.until("the row", |desk| desk.stage.all(".row").len() == 1).await;
    let list = desk.stage.one(".window");
    list.focus().unwrap();
    desk.stage.one(".row").click();
    desk.until("the message", |desk| is_in_sight(desk, "[data-part-id=p040]")).await;
    assert_eq!(desk.stage.all(".line-found [data-part-id=p040]").len(), 1);
    assert_eq!(desk.stage.focused(), Some(list.into()), "the focus stays in the list");
    settle().await;
    assert_eq!(marked(), Some(1.0), "the word is marked");
    let said = desk.stage.text("[role=log]");
    assert!(said.contains("Found in this message: The marmot has eaten my rucksack"), "{said}");
    desk.button("Clear the search").click();
    desk.until("no mark", |desk| desk.stage.all(".line-found").is_empty()).await;
    assert_eq!(marked(), None);
}
