//! What stands in a thread beside what is said, and what a row marks.

use inbox_model::csat::{CsatRequest, CsatStatus};
use inbox_model::part::{Call, Event, Form, FormField, QuickReply};
use inbox_model::{
    Conversation, Delivery, Part, PartBody, Participant, Priority, State, Timestamp,
};
use inbox_widgets::sync::now;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::settle;
use crate::world::{Desk, customer, desk, everything, me, said, talk};

/// The thread of these, in this order.
async fn thread(bodies: Vec<(PartBody, Option<Participant>)>) -> Desk {
    let part = |(at, (body, by)): (usize, (PartBody, Option<Participant>))| {
        let at = i64::try_from(at).unwrap();
        Part::new(format!("p{at}").as_str().into(), body, by, now().plus(at - 1_000))
    };
    let desk =
        desk(everything(), vec![talk("c1", bodies.into_iter().enumerate().map(part).collect())])
            .await;
    settle().await;
    desk
}

fn line(desk: &Desk, at: usize) -> String {
    desk.stage.text(&format!("[data-line=p{at}]"))
}

fn rated(score: f64, remark: &str) -> PartBody {
    let rated = CsatRequest::new(CsatStatus::Rated);
    PartBody::RatingSubmitted(CsatRequest {
        score: Some(score),
        remark: Some(remark.into()),
        ..rated
    })
}

#[wasm_bindgen_test]
async fn what_is_asked_of_a_customer_and_what_they_answer_can_be_read() {
    let field = |name: &str| FormField {
        identifier: name.to_lowercase(),
        name: name.into(),
        kind: "text".into(),
    };
    let form = Form { id: "f1".into(), fields: vec![field("Order"), field("Size")] };
    let option = |text: &str| QuickReply { id: text.into(), text: text.into() };
    let options = vec![option("Exchange"), option("Refund")];
    let chosen = PartBody::QuickReplyChosen { option_id: "Refund".into(), text: "Refund".into() };
    let desk = thread(vec![
        (PartBody::Form(form), Some(me())),
        (PartBody::FormCompleted, Some(customer())),
        (PartBody::QuickReplies { options }, Some(me())),
        (chosen, Some(customer())),
        (PartBody::RatingRequested(CsatRequest::new(CsatStatus::Pending)), Some(me())),
        (rated(4.0, ""), Some(customer())),
        (rated(2.0, "Late"), Some(customer())),
    ])
    .await;
    assert!(line(&desk, 0).contains("Asked for details: Order, Size"), "{}", line(&desk, 0));
    assert!(line(&desk, 1).contains("Details were given"), "{}", line(&desk, 1));
    let choices = desk.stage.all("[data-line=p2] .choices li");
    let choices: Vec<_> = choices.iter().map(|one| one.text_content().unwrap()).collect();
    assert_eq!(choices, ["Exchange", "Refund"]);
    assert_eq!(desk.stage.text("[data-line=p3] .bubble"), "Refund");
    assert!(line(&desk, 4).contains("Asked for a rating"), "{}", line(&desk, 4));
    assert!(line(&desk, 5).contains("Rated 4 of 5"), "{}", line(&desk, 5));
    assert!(line(&desk, 6).contains("Rated 2 of 5: “Late”"), "{}", line(&desk, 6));
}

#[wasm_bindgen_test]
async fn what_happened_is_told_in_words() {
    let state = |state| Event::StateChanged { state, snoozed_until: None };
    let tag = |added| Event::TagChanged {
        added,
        tag_id: "t1".into(),
        name: Some("refund".into()),
        target: None,
        by: None,
        at: Timestamp::from_millis(0),
    };
    let wait = Event::WorkflowWait {
        stage: "timer".into(),
        at: Timestamp::from_millis(0),
        interrupted_by: None,
        label: Some("two hours".into()),
        workflow_id: None,
        workflow_name: None,
    };
    let other = Event::Other { name: "call_forwarded".into(), data: "{}".into() };
    let cases = [
        (state(State::Open), "Ada reopened this conversation"),
        (tag(true), "Ada added the tag refund"),
        (tag(false), "Ada removed the tag refund"),
        (Event::PriorityChanged { priority: Priority::High }, "Ada marked this as priority"),
        (Event::PriorityChanged { priority: Priority::None }, "Ada removed the priority"),
        (Event::ParticipantAdded { participant: customer() }, "Nour joined"),
        (wait, "two hours"),
        (other, "call forwarded"),
    ];
    let bodies = cases.iter().map(|(event, _)| (PartBody::Event(event.clone()), Some(me())));
    let desk = thread(bodies.collect()).await;
    let told = || {
        let lines = desk.stage.all("[data-line=p0] .event");
        lines.iter().map(|one| one.text_content().unwrap()).collect::<Vec<_>>()
    };
    // They follow each other: the newest is told, and the others when they are asked for.
    let newest = cases.last().unwrap().1;
    let folded = told();
    assert_eq!(folded.len(), 1, "{folded:?}");
    assert!(folded[0].contains(newest), "{folded:?}");
    let more = desk.stage.one(".events-more");
    assert_eq!(more.text_content().as_deref(), Some("7 earlier events"));
    assert_eq!(more.get_attribute("aria-expanded").as_deref(), Some("false"));
    more.click();
    settle().await;
    assert_eq!(more.get_attribute("aria-expanded").as_deref(), Some("true"));
    let all = told();
    assert_eq!(all.len(), cases.len());
    for (told, (_, words)) in all.iter().zip(&cases) {
        assert!(told.contains(words), "{words}: {told}");
    }
    more.click();
    settle().await;
    assert_eq!(told(), folded);
}

#[wasm_bindgen_test]
async fn one_more_event_leaves_the_focus_where_it_is() {
    let closed = Event::StateChanged { state: State::Closed, snoozed_until: None };
    let event = || (PartBody::Event(closed.clone()), Some(me()));
    let desk = thread(vec![event(), event(), event()]).await;
    let more = desk.stage.one(".events-more");
    assert_eq!(more.text_content().as_deref(), Some("2 earlier events"));
    more.focus().unwrap();
    desk.engine.act(&"c1".into(), inbox_model::Command::Close);
    let words = more.clone();
    let told = move |_: &Desk| words.text_content().as_deref() == Some("3 earlier events");
    desk.until("one more", told).await;
    assert_eq!(desk.stage.focused(), Some(more.into()));
}

#[wasm_bindgen_test]
async fn how_far_a_message_came_is_told_as_the_channel_does() {
    for (delivery, words) in [(Delivery::Delivered, "Delivered"), (Delivery::Read, "Seen")] {
        let mut part = said("p1", me(), "On its way", 3);
        part.delivery = Some(delivery);
        let desk = desk(everything(), vec![talk("c1", vec![part])]).await;
        settle().await;
        assert_eq!(desk.stage.text("[data-line=p1] .state-text"), words);
    }
}

#[wasm_bindgen_test]
async fn a_recorded_call_can_be_heard() {
    let call = |url: &str| Call {
        duration_ms: 61_000,
        recording_url: Some(url.into()),
        ..Call::default()
    };
    let desk = thread(vec![
        (PartBody::Call(call("https://files.example/call.mp3")), Some(customer())),
        (PartBody::Call(call("javascript:alert(1)")), Some(customer())),
    ])
    .await;
    let links = desk.stage.all(".call a");
    assert_eq!(links.len(), 1, "what is no address of the web leads nowhere");
    assert_eq!(links[0].get_attribute("href").as_deref(), Some("https://files.example/call.mp3"));
}

#[wasm_bindgen_test]
async fn a_row_marks_priority_notes_and_what_was_put_back_as_unread() {
    let plain = || talk("c1", vec![said("p1", customer(), "Hello", 3)]);
    let marks = |one: Conversation, mark: &'static str| async move {
        // The first one is open, and what is open is read.
        let open = talk("c0", vec![said("p0", customer(), "Hello", 5)]);
        let desk = desk(everything(), vec![open, one]).await;
        settle().await;
        desk.stage.all(&format!(".row {mark}")).len()
    };
    let mut urgent = plain();
    urgent.priority = Priority::Urgent;
    let mut noted = plain();
    noted.preview = Some(inbox_model::conversation::Preview {
        part_id: "p1".into(),
        text: "Ask the workshop".into(),
        author: Some(me()),
        at: now(),
        content: None,
        note: true,
    });
    let mut put_back = plain();
    put_back.handling.marked_unread_by = vec![me().id.unwrap()];
    let cases = [(urgent, ".row-priority"), (noted, ".row-note"), (put_back, ".count-dot")];
    for (one, mark) in cases {
        assert_eq!(marks(plain(), mark).await, 0, "{mark} without a reason");
        assert_eq!(marks(one, mark).await, 1, "{mark}");
    }
}
