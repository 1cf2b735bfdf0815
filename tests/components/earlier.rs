//! A thread that is longer than what a conversation comes with: what lies before is read when it is
//! wanted, and nobody who reads notices.

use inbox_dialects::Capabilities;
use inbox_model::Part;
use inbox_widgets::sync::now;
use leptos::serde_json::{self, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{press, settle, type_into};
use crate::world::{Desk, customer, desk, everything, said, talk};

/// Messages of three hours each.
fn parts(from: i64, to: i64) -> Vec<Part> {
    let one = |at: i64| said(&id(at), customer(), &format!("Tent {at}"), (400 - at) * 180);
    (from..to).map(one).collect()
}

fn id(at: i64) -> String {
    format!("p{at:03}")
}

/// A status, and with it parts and whether there are more before them.
type Told = (u16, Option<(Vec<Part>, bool)>);

/// What the server says when it is asked for what lies before a part of this conversation, one after
/// the other.
fn answers(conversation: &str, before: i64, told: &[Told]) {
    let told: Vec<_> = told
        .iter()
        .map(|(status, told)| {
            let body = told.as_ref().map(|(parts, more)| json!({ "parts": parts, "more": more }));
            json!([status, body.unwrap_or_default().to_string()])
        })
        .collect();
    let path = format!("/parts/{conversation}/before/{}", id(before));
    let code = format!(
        "(globalThis.earlierHere ??= {{}})[{}] = {}",
        json!(path),
        serde_json::to_string(&told).unwrap()
    );
    js_sys::eval(&code).unwrap();
}

/// A desk that shows the newest of these parts. Who has seen a message is not told: that is below it
/// once it is in sight, and moves what follows.
async fn at_the_end_of(conversation: &str, parts: Vec<Part>) -> Desk {
    let can = Capabilities { seen: false, ..everything() };
    let desk = desk(can, vec![talk(conversation, parts)]).await;
    settle().await;
    desk
}

fn top_of(desk: &Desk, at: i64) -> Option<f64> {
    let line = desk.stage.all(&format!("[data-line={}]", id(at))).pop()?;
    let frame = desk.stage.one("[data-scroller=thread]").get_bounding_client_rect();
    Some(line.get_bounding_client_rect().top() - frame.top())
}

fn is_in_sight(desk: &Desk, at: i64) -> bool {
    let frame = desk.stage.one("[data-scroller=thread]").get_bounding_client_rect();
    top_of(desk, at).is_some_and(|top| top >= 0.0 && top < frame.height())
}

fn first_line(desk: &Desk) -> String {
    desk.stage.text(".thread-beginning")
}

#[wasm_bindgen_test]
async fn what_lies_before_is_read_without_a_jump() {
    answers("far", 200, &[(200, Some((parts(100, 200), true)))]);
    answers("far", 100, &[(200, Some((parts(0, 100), false)))]);
    let desk = at_the_end_of("far", parts(200, 350)).await;
    let scroller = desk.stage.one("[data-scroller=thread]");
    assert!(is_in_sight(&desk, 349));
    press(&scroller, "Home", |_| ());
    desk.until("the first one that is held", |desk| is_in_sight(desk, 200)).await;
    let before = top_of(&desk, 201).unwrap();
    desk.until("what lies before", |desk| desk.stage.all("[data-line=p199]").len() == 1).await;
    settle().await;
    let after = top_of(&desk, 201).unwrap();
    assert!((after - before).abs() < 1.5, "it was at {before} and is at {after}");
    press(&scroller, "Home", |_| ());
    desk.until("all", |desk| desk.stage.all("[data-line=p099]").len() == 1).await;
    press(&scroller, "Home", |_| ());
    desk.until("the beginning", |desk| is_in_sight(desk, 0)).await;
    assert_eq!(first_line(&desk), "The beginning of the conversation");
}

#[wasm_bindgen_test]
async fn a_failure_is_told_and_can_be_tried_again() {
    let told = [(500, None), (200, Some((parts(0, 200), false)))];
    answers("lost", 200, &told);
    let desk = at_the_end_of("lost", parts(200, 350)).await;
    press(&desk.stage.one("[data-scroller=thread]"), "Home", |_| ());
    desk.until("the word", |desk| first_line(desk).contains("could not be loaded")).await;
    desk.button("Try again").click();
    desk.until("what lies before", |desk| desk.stage.all("[data-line=p199]").len() == 1).await;
}

#[wasm_bindgen_test]
async fn a_system_that_tells_no_more_is_not_asked_again() {
    answers("untold", 200, &[(404, None), (200, Some((parts(0, 200), false)))]);
    let desk = at_the_end_of("untold", parts(200, 350)).await;
    press(&desk.stage.one("[data-scroller=thread]"), "Home", |_| ());
    desk.until("the word", |desk| first_line(desk).contains("not available")).await;
    settle().await;
    assert!(first_line(&desk).contains("not available"));
    assert!(is_in_sight(&desk, 200));
}

#[wasm_bindgen_test]
async fn a_quote_leads_to_what_was_not_read_yet() {
    answers("quoted", 200, &[(200, Some((parts(100, 200), true)))]);
    answers("quoted", 100, &[(200, Some((parts(0, 100), false)))]);
    let mut held = parts(200, 350);
    held[149].tracking.reply_to = Some(id(3).as_str().into());
    let desk = at_the_end_of("quoted", held).await;
    let quote = desk.stage.one("button.quote-missing");
    quote.click();
    desk.until("the message", |desk| is_in_sight(desk, 3)).await;
    let focused = desk.stage.focused().unwrap();
    assert_eq!(focused.get_attribute("data-part-id").as_deref(), Some("p003"));
}

#[wasm_bindgen_test]
async fn a_date_leads_to_what_was_not_read_yet() {
    answers("dated", 200, &[(200, Some((parts(100, 200), true)))]);
    answers("dated", 100, &[(200, Some((parts(0, 100), false)))]);
    let desk = at_the_end_of("dated", parts(200, 350)).await;
    let pick = async |what: &str, act: &dyn Fn(&Desk)| {
        press(&desk.stage.one("[data-scroller=thread]"), "D", |init| {
            init.set_shift_key(true);
            init.set_code("KeyD");
        });
        desk.until(what, |desk| desk.stage.all(".jump-field").len() == 1).await;
        act(&desk);
    };
    // 30 days before now: message 160 is from then.
    let wanted = now().plus(-30 * 86_400_000);
    let days = wanted.date(inbox_widgets::sync::minutes_ahead_of_utc(wanted));
    pick("the field", &|desk| {
        type_into(&desk.stage.one(".jump-field"), &String::from(days));
        desk.button("Go").click();
    })
    .await;
    let day = format!("[data-line='{}'] .day", days.days);
    desk.until("the day", |desk| {
        desk.stage.focused().is_some()
            && desk.stage.focused() == desk.stage.all(&day).pop().map(Into::into)
    })
    .await;
    pick("the field again", &|desk| desk.button("To the beginning").click()).await;
    desk.until("the beginning", |desk| is_in_sight(desk, 0)).await;
}

#[wasm_bindgen_test]
async fn what_was_searched_for_is_found_further_back_and_each_time_it_was_said() {
    let mut early = parts(0, 200);
    for at in [20, 60, 110] {
        let (text, ago) = (format!("The marmot was here, {at}"), (400 - at) * 180);
        early[usize::try_from(at).unwrap()] = said(&id(at), customer(), &text, ago);
    }
    answers("found", 200, &[(200, Some((early, false)))]);
    let mut far = talk("found", parts(200, 350));
    far.title = Some("A marmot and my tent".into());
    let first = talk("other", vec![said("x", customer(), "Hello", 1)]);
    let desk = desk(everything(), vec![first, far]).await;
    type_into(&desk.field("Search conversations"), "marmot");
    desk.until("the row", |desk| desk.stage.all(".row").len() == 1).await;
    desk.stage.one(".row").click();
    desk.until("the newest", |desk| is_in_sight(desk, 110)).await;
    let count = |desk: &Desk| desk.stage.text(".found-count");
    assert_eq!(count(&desk), "3 of 3");
    let (previous, next) = (desk.button("Previous match"), desk.button("Next match"));
    assert_eq!(next.get_attribute("aria-disabled").as_deref(), Some("true"));
    previous.focus().unwrap();
    previous.click();
    desk.until("the one before", |desk| is_in_sight(desk, 60)).await;
    assert_eq!(count(&desk), "2 of 3");
    previous.click();
    desk.until("the first", |desk| is_in_sight(desk, 20)).await;
    assert_eq!(desk.stage.focused(), Some(previous.clone().into()), "the focus stays");
    assert_eq!(previous.get_attribute("aria-disabled").as_deref(), Some("true"));
    previous.click();
    settle().await;
    assert_eq!(count(&desk), "1 of 3");
    let said = desk.stage.text("[role=log]");
    assert!(said.contains("Found in this message: The marmot was here, 20"), "{said}");
    desk.button("Clear the search").click();
    desk.until("no bar", |desk| desk.stage.all(".found-bar").is_empty()).await;
}
