//! A thread of ten thousand parts: few lines in the document, and what is read stays where it is.

use inbox_dialects::Capabilities;
use inbox_model::content::Media;
use inbox_model::part::Message;
use inbox_model::{Content, Part, PartBody};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::stage::{frame, press, settle};
use crate::world::{Desk, customer, desk, everything, me, said, talk};

/// Lines in the document at most.
const MOST: usize = 130;

/// Messages of one line and of many, none as tall as another.
fn parts(from: i64, to: i64) -> Vec<Part> {
    let one = |at: i64| {
        let lines = usize::try_from(1 + at * 7 % 5).unwrap();
        let text = format!("Message {at}\n\n{}", "and more\n\n".repeat(lines - 1));
        let by = if at % 3 == 0 { me() } else { customer() };
        said(&format!("p{at:05}"), by, &text, 20_000 - at)
    };
    (from..to).map(one).collect()
}

async fn long(parts: Vec<Part>) -> Desk {
    // Who has seen a message is told below it once it is in sight, which moves what follows.
    let can = Capabilities { seen: false, ..everything() };
    let desk = desk(can, vec![talk("c1", parts)]).await;
    settle().await;
    desk
}

fn scroller(desk: &Desk) -> HtmlElement {
    desk.stage.one("[data-scroller=thread]")
}

fn lines(desk: &Desk) -> Vec<HtmlElement> {
    desk.stage.all(".lines > .line")
}

/// How far below the upper edge of the thread a line begins.
fn place(desk: &Desk, id: &str) -> Option<f64> {
    let line = desk.stage.all(&format!("[data-line={id}]")).pop()?;
    let frame = scroller(desk).get_bounding_client_rect();
    Some(line.get_bounding_client_rect().top() - frame.top())
}

/// The lines that begin in sight.
fn in_sight(desk: &Desk) -> Vec<(String, f64)> {
    let frame = scroller(desk).get_bounding_client_rect();
    let lines = lines(desk).into_iter().filter_map(|line| {
        let place = line.get_bounding_client_rect();
        let is = place.top() >= frame.top() && place.top() <= frame.bottom();
        is.then(|| (line.get_attribute("data-line").unwrap(), place.top() - frame.top()))
    });
    lines.collect()
}

/// Fails where there is nothing to read, or a gap between two lines.
fn is_full(desk: &Desk) {
    let frame = scroller(desk).get_bounding_client_rect();
    let all = lines(desk);
    assert!(all.len() <= MOST, "{} lines", all.len());
    let places: Vec<_> = all.iter().map(|line| line.get_bounding_client_rect()).collect();
    let first = places.iter().find(|place| place.bottom() > frame.top()).unwrap();
    let last = places.iter().rev().find(|place| place.top() < frame.bottom()).unwrap();
    assert!(first.top() <= frame.top() + 40.0, "nothing at the top: {}", first.top());
    assert!(last.bottom() >= frame.bottom() - 50.0, "nothing at the bottom: {}", last.bottom());
    for pair in places.windows(2).filter(|pair| pair[1].bottom() > frame.top()) {
        if pair[0].top() < frame.bottom() {
            assert!((pair[1].top() - pair[0].bottom()).abs() < 1.0, "a gap in sight");
        }
    }
}

async fn scroll_to(desk: &Desk, top: i32) {
    scroller(desk).set_scroll_top(top);
    settle().await;
    settle().await;
}

async fn show(desk: &Desk, parts: Vec<Part>) {
    let mut talk = talk("c1", parts);
    let version = desk.engine.store.thread.conversation.get_untracked();
    talk.version = version.and_then(|one| one.version).map(|version| version + 1);
    desk.world.put(talk);
    desk.engine.look_again(&"c1".into());
    settle().await;
    settle().await;
}

#[wasm_bindgen_test]
async fn what_is_in_sight_is_there_before_the_lines_around_it() {
    let short = vec![said("p0", customer(), "Hello", 30_000)];
    let desk = desk(everything(), vec![talk("c0", short), talk("c1", parts(0, 30))]).await;
    desk.engine.open(Some("c1".into()));
    while !lines(&desk)
        .last()
        .is_some_and(|line| line.text_content().unwrap().contains("Message 29"))
    {
        frame().await;
    }
    assert!(lines(&desk).len() < 20, "{} lines", lines(&desk).len());
    is_full(&desk);
    settle().await;
    // A short thread is there as a whole; how many days it spans depends on the time of day.
    assert_eq!(desk.stage.all(".lines > [data-line^=p0]").len(), 30);
}

#[wasm_bindgen_test]
async fn ten_thousand_parts_are_few_lines_wherever_one_reads() {
    let desk = long(parts(0, 10_000)).await;
    is_full(&desk);
    let last = lines(&desk).pop().unwrap();
    assert_eq!(last.get_attribute("data-line").as_deref(), Some("p09999"));
    let total = last.get_attribute("aria-setsize").unwrap();
    assert_eq!(last.get_attribute("aria-posinset").as_deref(), Some(total.as_str()));
    assert!(total.parse::<usize>().unwrap() > 10_000);
    let at = scroller(&desk);
    assert!(at.scroll_height() - at.scroll_top() - at.client_height() <= 1, "at the end");

    scroll_to(&desk, at.scroll_height() / 2).await;
    is_full(&desk);
    let middle: i64 = in_sight(&desk)[0].0[1..].parse().unwrap();
    assert!((3_000..7_000).contains(&middle), "{middle}");

    scroll_to(&desk, 0).await;
    is_full(&desk);
    assert_eq!(place(&desk, "p00000").map(|top| top < 200.0), Some(true));
    let first = lines(&desk).remove(0);
    assert_eq!(first.get_attribute("aria-posinset").as_deref(), Some("1"));
}

#[wasm_bindgen_test]
async fn what_is_in_sight_moves_only_by_hand() {
    let desk = long(parts(0, 1_000)).await;
    let mut top = scroller(&desk).scroll_height() * 2 / 3;
    scroll_to(&desk, top).await;
    // Up into what was never measured.
    for _ in 0..40 {
        let before = in_sight(&desk);
        top = scroller(&desk).scroll_top() - 137;
        scroller(&desk).set_scroll_top(top);
        settle().await;
        let moved = before.iter().filter_map(|(id, was)| Some(place(&desk, id)? - was));
        let moved: Vec<f64> = moved.collect();
        assert!(!moved.is_empty());
        assert!(moved.iter().all(|by| (by - 137.0).abs() <= 1.0), "{moved:?}");
        is_full(&desk);
    }
}

#[wasm_bindgen_test]
async fn older_and_newer_parts_push_nobody() {
    let desk = long(parts(500, 900)).await;
    for top in [3_000, 0] {
        scroll_to(&desk, top).await;
        let before = in_sight(&desk);
        assert!(before.len() > 1);
        let from = if top == 0 { 0 } else { 250 };
        show(&desk, parts(from, 900)).await;
        for (id, was) in before.iter().filter(|(id, _)| id.starts_with('p')) {
            let now = place(&desk, id).unwrap();
            assert!((now - was).abs() <= 1.0, "{id} was at {was} and is at {now}");
        }
        is_full(&desk);
    }
    let before = in_sight(&desk);
    show(&desk, parts(0, 1_000)).await;
    assert_eq!(in_sight(&desk), before);
}

#[wasm_bindgen_test]
async fn who_is_at_the_end_stays_there() {
    let desk = long(parts(0, 300)).await;
    show(&desk, parts(0, 320)).await;
    assert!(place(&desk, "p00319").is_some(), "the newest is not there");
    let at = scroller(&desk);
    assert!(at.scroll_height() - at.scroll_top() - at.client_height() <= 1);
    scroll_to(&desk, 100).await;
    assert!(place(&desk, "p00319").is_none());
    desk.stage.one(".to-latest").click();
    settle().await;
    settle().await;
    assert!(place(&desk, "p00319").is_some());
    assert!(at.scroll_height() - at.scroll_top() - at.client_height() <= 1, "back at the end");
    is_full(&desk);
}

#[wasm_bindgen_test]
async fn keys_lead_to_both_ends_and_who_moves_up_a_little_has_left_the_end() {
    let desk = long(parts(0, 300)).await;
    let at = scroller(&desk);
    let top = at.scroll_top() - 20;
    scroll_to(&desk, top).await;
    assert_eq!(at.scroll_top(), top, "nobody is pulled back");
    show(&desk, parts(0, 301)).await;
    assert_eq!(at.scroll_top(), top);
    for _ in 0..2 {
        assert!(!press(&at, "Home", |_| ()), "the browser does not fly there");
        settle().await;
        settle().await;
        assert_eq!(at.scroll_top(), 0);
        is_full(&desk);
        press(&at, "End", |_| ());
        settle().await;
        settle().await;
        assert!(at.scroll_height() - at.scroll_top() - at.client_height() <= 1);
        is_full(&desk);
    }
}

#[wasm_bindgen_test]
async fn the_focus_stays_with_a_line_that_is_left_behind() {
    let desk = long(parts(0, 600)).await;
    let tool = desk.stage.all("[data-line=p00599] button").remove(0);
    tool.focus().unwrap();
    scroll_to(&desk, 0).await;
    assert_eq!(desk.stage.focused(), Some(tool.clone().into()), "the focus was lost");
    is_full(&desk);
    assert!(place(&desk, "p00599").unwrap() > 5_000.0, "it stands where it belongs");
    tool.blur().unwrap();
    scroll_to(&desk, 50).await;
    assert!(place(&desk, "p00599").is_none(), "nothing keeps it any longer");
}

#[wasm_bindgen_test]
async fn a_picture_that_grows_above_pushes_nobody() {
    let mut all = parts(0, 200);
    let media = Media { url: "https://x.test/a.png".into(), ..Media::default() };
    all[100].body =
        PartBody::Message(Message { contents: vec![Content::Image(media)], ..Message::default() });
    let desk = long(all).await;
    let top = scroller(&desk).scroll_height() / 2;
    scroll_to(&desk, top).await;
    // To where the picture is just above.
    for _ in 0..60 {
        let Some(at) = place(&desk, "p00100") else { break };
        if (-300.0..-100.0).contains(&at) {
            break;
        }
        #[expect(clippy::cast_possible_truncation, reason = "pixels")]
        let by = (at + 200.0) as i32;
        scroll_to(&desk, scroller(&desk).scroll_top() + by).await;
    }
    let before = in_sight(&desk);
    let picture: HtmlElement = desk.stage.one("[data-line=p00100] .bubble").unchecked_into();
    picture.style().set_property("height", "400px").unwrap();
    settle().await;
    for (id, was) in before {
        let now = place(&desk, &id).unwrap();
        assert!((now - was).abs() <= 1.0, "{id} was at {was} and is at {now}");
    }
}
