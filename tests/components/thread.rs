//! The thread: rows that stay, states that change, hostile and huge contents.

use inbox_model::content::Content;
use inbox_model::part::Message;
use inbox_model::thread::{Item, ItemKey, MessageState, Options, Pending, items};
use inbox_model::{Part, PartBody, Participant, ParticipantKind, Timestamp};
use inbox_widgets::dom::group;
use inbox_widgets::reactive::{RwSignal, Signal};
use inbox_widgets::sync::Rows;
use inbox_widgets::ui::{MessageActions, ThreadPlace, thread_view};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, settle, stage};

/// A mounted thread and the rows behind it.
pub struct Lines {
    pub stage: Stage<Box<dyn std::any::Any>>,
    rows: Rows<ItemKey, Item>,
    retried: RwSignal<Vec<String>>,
    _owner: Owner,
}

fn me() -> Participant {
    Participant::new(ParticipantKind::Customer, "me").named("Me")
}

fn agent() -> Participant {
    Participant::new(ParticipantKind::Agent, "a1").named("Ada")
}

pub fn part_lines(parts: Vec<Part>) -> Lines {
    let lines = lines();
    lines.show(&parts, &[]);
    lines
}

fn lines() -> Lines {
    let owner = Owner::new();
    owner.set();
    let rows = Rows::<ItemKey, Item>::default();
    let retried = RwSignal::new(Vec::new());
    let place = ThreadPlace {
        keys: Signal::derive(move || rows.keys()),
        get: Callback::new(move |key| rows.get(&key)),
        find_name: Callback::new(|_| None),
        identity: Signal::stored("t".to_owned()),
        among_agents: false,
        day_of: |at| at.date(0).days,
        company: None,
    };
    let actions = MessageActions {
        retry: Callback::new(move |id: inbox_model::CommandId| {
            retried.update(|all| all.push(id.to_string()));
        }),
        discard: Callback::new(|_| ()),
    };
    let stage = stage(move || thread_view(place, actions, group())).boxed();
    Lines { stage, rows, retried, _owner: owner }
}

impl Lines {
    fn show(&self, parts: &[Part], pending: &[Pending]) {
        let parts: Vec<_> = parts.iter().cloned().map(std::sync::Arc::new).collect();
        let me = me();
        let options = Options {
            me: &me,
            offset_minutes: 0,
            unread_after: None,
            receipts: &[],
            public_only: true,
        };
        let items = items(&parts, pending, &options);
        self.rows.set(items.into_iter().map(|item| (item.key(), item)).collect());
    }
}

fn part(id: &str, author: Participant, text: &str, minute: i64) -> Part {
    let body = PartBody::Message(Message::text(text));
    Part::new(id.into(), body, Some(author), Timestamp::from_millis(minute * 60_000))
}

fn pending(state: MessageState) -> Pending {
    Pending {
        command_id: "c1".into(),
        author: me(),
        contents: vec![Content::text("mine")],
        note: false,
        at: Timestamp::from_millis(5 * 60_000),
        state,
    }
}

#[wasm_bindgen_test]
async fn a_message_keeps_its_row_from_waiting_to_sent() {
    let lines = lines();
    let first = part("p1", agent(), "hello", 0);
    lines.show(std::slice::from_ref(&first), &[pending(MessageState::Waiting)]);
    settle().await;
    let row = lines.stage.one("[data-msg-id=c1]");
    let other = lines.stage.one("[data-msg-id=p1] .message");
    assert!(lines.stage.text("[data-msg-id=c1] .state-text").contains("Waiting"));
    lines.show(std::slice::from_ref(&first), &[pending(MessageState::Sending)]);
    settle().await;
    assert!(lines.stage.text("[data-msg-id=c1] .state-text").contains("Sending"));
    let mut sent = part("p2", me(), "mine", 5);
    sent.command_id = Some("c1".into());
    lines.show(&[first, sent], &[]);
    settle().await;
    assert_eq!(lines.stage.one("[data-msg-id=c1]"), row, "the row was built again");
    assert_eq!(lines.stage.text("[data-msg-id=c1] .state-text"), "Sent");
    assert_eq!(lines.stage.one("[data-msg-id=p1] .message"), other, "a row was touched in vain");
}

#[wasm_bindgen_test]
async fn what_is_said_stays_when_its_run_goes_on() {
    let lines = lines();
    let first = part("p1", agent(), "hello", 0);
    lines.show(std::slice::from_ref(&first), &[]);
    settle().await;
    let bubble = lines.stage.one("[data-msg-id=p1] .bubble");
    assert!(lines.stage.all("[data-msg-id=p1] .avatar").len() == 1);
    lines.show(&[first, part("p2", agent(), "and more", 1)], &[]);
    settle().await;
    assert_eq!(
        lines.stage.one("[data-msg-id=p1] .bubble"),
        bubble,
        "a recording would have stopped"
    );
    assert!(lines.stage.all("[data-msg-id=p1] .avatar").is_empty(), "the face stands at the end");
    assert!(lines.stage.all("[data-msg-id=p1] .message[data-last]").is_empty());
}

#[wasm_bindgen_test]
async fn what_grows_late_does_not_push_the_reader_from_the_end() {
    let lines = lines();
    let parts: Vec<Part> =
        (0..30).map(|at| part(&format!("p{at:02}"), agent(), "hello", at)).collect();
    lines.show(&parts, &[]);
    let thread = lines.stage.one(".thread");
    for (name, value) in [("flex", "none"), ("height", "120px"), ("overflow", "auto")] {
        thread.style().set_property(name, value).unwrap();
    }
    settle().await;
    thread.set_scroll_top(thread.scroll_height());
    settle().await;
    // A picture comes in just before the browser tells of the last movement.
    let line = lines.stage.one("[data-msg-id=p29]");
    for (name, value) in [("display", "block"), ("height", "400px")] {
        line.style().set_property(name, value).unwrap();
    }
    thread.dispatch_event(&web_sys::Event::new("scroll").unwrap()).unwrap();
    settle().await;
    settle().await;
    let below = thread.scroll_height() - thread.scroll_top() - thread.client_height();
    assert!(thread.scroll_height() > 520, "there is nothing to scroll");
    assert!(below <= 1, "{below} pixels below");
}

#[wasm_bindgen_test]
async fn a_failed_message_offers_a_way_on() {
    let lines = lines();
    lines.show(&[], &[pending(MessageState::Failed { code: "x".into() })]);
    settle().await;
    assert_eq!(lines.stage.text(".state-text"), "Not sent");
    lines.stage.all(".message-actions button")[0].click();
    assert_eq!(lines.retried.get_untracked(), ["c1"]);
}

#[wasm_bindgen_test]
async fn a_long_thread_builds_only_its_end() {
    let lines = lines();
    let parts: Vec<Part> =
        (0..2_000).map(|at| part(&format!("p{at:05}"), agent(), "hello", at)).collect();
    lines.show(&parts, &[]);
    settle().await;
    let built = lines.stage.all("[data-msg-id]");
    assert!(built.len() <= 60, "{}", built.len());
    assert_eq!(built.last().unwrap().get_attribute("data-msg-id").as_deref(), Some("p01999"));
}

#[wasm_bindgen_test]
async fn a_note_is_not_shown_to_a_customer() {
    let mut note = part("p2", agent(), "careful with this one", 1);
    note.body = PartBody::Note(Message::text("careful with this one"));
    let lines = part_lines(vec![part("p1", agent(), "hello", 0), note]);
    settle().await;
    assert_eq!(lines.stage.all("[data-msg-id]").len(), 1);
}
