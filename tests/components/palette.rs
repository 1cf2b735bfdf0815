//! The command palette: that it has every action there is, and finds every conversation.

use inbox_dialects::Capabilities;
use inbox_model::suggestion::Suggestion;
use inbox_model::tag::Tag;
use inbox_model::{Command, Conversation, Part, PartBody, Participant, ParticipantKind, State};
use inbox_widgets::sync::now;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{press, settle, type_into};
use crate::world::{Desk, customer, desk, desk_on, everything, me, said, talk};

fn all() -> Capabilities {
    Capabilities {
        teams: true,
        title: true,
        attributes: true,
        participants: true,
        redact: true,
        delete: true,
        ..everything()
    }
}

/// Two conversations, the first of which has a tag, an agent and a waiting draft.
fn two() -> Vec<Conversation> {
    let draft =
        PartBody::Suggestion(Suggestion::pending(inbox_model::part::Message::text("Today")));
    let bot = Participant::new(ParticipantKind::Bot, "b1").named("Assistant");
    let draft = Part::new("d1".into(), draft, Some(bot), now().plus(-60_000));
    let mut one = talk("c1", vec![said("p1", customer(), "Where is it?", 9), draft]);
    one.handling.pending_suggestion = Some("d1".into());
    one.tags = vec![Tag { id: "t1".into(), name: "shipping".into() }];
    one.assignee = me().id;
    let other = Participant::new(ParticipantKind::Customer, "u2").named("Bilal");
    let mut two = talk("c2", vec![said("p2", other.clone(), "Hello", 20)]);
    two.participants = vec![other];
    vec![one, two]
}

async fn open(desk: &Desk) {
    press(&desk.stage.one(".desk"), "k", |init| init.set_ctrl_key(true));
    desk.until("the palette", |desk| desk.stage.all(".palette-field").len() == 1).await;
}

fn offered(desk: &Desk) -> Vec<String> {
    let all = desk.stage.all(".palette-label").into_iter();
    all.filter_map(|one| one.text_content()).collect()
}

async fn look_for(desk: &Desk, words: &str) {
    type_into(&desk.stage.one(".palette-field"), words);
    settle().await;
}

/// Types and takes what is the one of this name.
async fn take(desk: &Desk, words: &str, expected: &str) {
    open(desk).await;
    look_for(desk, words).await;
    let all = offered(desk);
    let at = all.iter().position(|one| one == expected);
    assert!(at.is_some(), "no {expected} in {all:?}");
    desk.stage.all(".palette-option")[at.unwrap()].click();
    settle().await;
}

#[wasm_bindgen_test]
async fn whatever_menus_hold_is_a_few_letters_away() {
    let team = |agent, team| Command::Assign { agent, team };
    let shipping = Tag { id: "t1".into(), name: "shipping".into() };
    for (words, label, expected) in [
        ("wait customer", "Wait for the customer", Command::Pend),
        ("in progress", "Mark as in progress", Command::SetInProgress { on: true }),
        ("logistics", "Assign to: Logistics", team(None, Some(Some("team1".into())))),
        ("assign nobody", "Assign to: Nobody", team(Some(None), None)),
        ("remove shipping", "Remove the tag shipping", Command::DetachTag { tag: shipping }),
        ("mark unread", "Mark as unread", Command::MarkUnread),
        (
            "suggested dismiss",
            "Dismiss the suggested reply",
            Command::DismissSuggestion { part: "d1".into() },
        ),
    ] {
        let desk = desk(all(), two()).await;
        take(&desk, words, label).await;
        desk.command(label, |one| *one == expected).await;
    }
    let desk = desk(all(), two()).await;
    take(&desk, "bring bilal", "Bring in: Bilal").await;
    let brought = |one: &Command| matches!(one, Command::AddParticipant { participant } if participant.id == Some("u2".into()));
    desk.command("a participant", brought).await;
}

#[wasm_bindgen_test]
async fn what_stands_beside_messages_is_offered_with_what_they_say() {
    let desk = desk(all(), two()).await;
    take(&desk, "reply this", "Reply to this message").await;
    desk.until("the reference", |desk| desk.stage.all(".reference").len() == 1).await;
    take(&desk, "reaction", "Add a reaction").await;
    desk.until("the choice", |desk| desk.stage.all(".emoji-picker").len() == 1).await;
    open(&desk).await;
    look_for(&desk, "remove message").await;
    assert_eq!(offered(&desk), ["Remove this message"]);
    assert_eq!(desk.stage.text(".palette-more"), "Where is it?");
    press(&desk.stage.one(".palette-field"), "Enter", |_| ());
    desk.until("the question", |desk| desk.stage.text("dialog").contains("Remove")).await;
    assert!(desk.stage.all(".palette").is_empty());
}

#[wasm_bindgen_test]
async fn drafts_and_what_is_written_are_sent_from_it() {
    let desk = desk(all(), two()).await;
    open(&desk).await;
    look_for(&desk, "send").await;
    assert_eq!(offered(&desk), ["Send the suggested reply"], "nothing is written");
    press(&desk.stage.one(".palette-field"), "k", |init| init.set_ctrl_key(true));
    take(&desk, "suggested edit", "Edit the suggested reply").await;
    let field = desk.field("Reply to Nour…");
    let value =
        || wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlTextAreaElement>(&field).value();
    desk.until("the draft", |_| value() == "Today").await;
    take(&desk, "preview", "Preview").await;
    desk.until("the preview", |desk| desk.stage.text(".preview") == "Today").await;
    take(&desk, "send close", "Send and close").await;
    desk.send_now().await;
    desk.command("the reply", |one| matches!(one, Command::Reply { .. })).await;
    desk.command("the end", |one| *one == Command::Close).await;
}

#[wasm_bindgen_test]
async fn the_list_and_its_views_are_seen_to() {
    let desk = desk_on(all(), two(), Some(Vec::new())).await;
    let order = |desk: &Desk| {
        let rows = desk.stage.all(".row").into_iter();
        rows.filter_map(|row| row.get_attribute("data-conv-id")).collect::<Vec<_>>().join(" ")
    };
    desk.until("the list", |desk| order(desk) == "c1 c2").await;
    take(&desk, "select all", "Select all in view").await;
    desk.until("both", |desk| desk.stage.all(".bulk").len() == 1).await;
    assert_eq!(desk.stage.text(".bulk-count"), "2 selected");
    take(&desk, "sort oldest", "Sort by: Oldest").await;
    desk.until("the other way", |desk| order(desk) == "c2 c1").await;
    open(&desk).await;
    look_for(&desk, "view").await;
    assert!(!offered(&desk).iter().any(|one| one.contains("this view")), "it is everybody's");
    press(&desk.stage.one(".palette-field"), "k", |init| init.set_ctrl_key(true));
    let view =
        inbox_model::view::View { id: "v1".into(), name: "Tents".into(), ..Default::default() };
    desk.engine.save_views(inbox_model::view::complete(vec![view]));
    take(&desk, "tents", "Go to: Tents").await;
    take(&desk, "edit view", "Edit this view…").await;
    desk.until("the builder", |desk| desk.stage.all("dialog .builder-name").len() == 1).await;
    press(&desk.stage.one("dialog"), "Escape", |_| ());
    desk.stage.all("dialog header button")[0].click();
    settle().await;
    take(&desk, "delete view", "Delete the view").await;
    desk.until("it is gone", |desk| !desk.stage.text(".views").contains("Tents")).await;
}

#[wasm_bindgen_test]
async fn what_a_system_lacks_and_what_changes_nothing_is_left_out() {
    let mut closed = two();
    closed[0].state = State::Pending;
    closed[0].handling.pending_suggestion = None;
    closed[0].parts.truncate(1);
    let desk = desk(all(), closed).await;
    open(&desk).await;
    for words in ["wait customer", "in progress", "suggested", "show new", "ada"] {
        look_for(&desk, words).await;
        assert_eq!(offered(&desk), Vec::<String>::new(), "{words}");
    }
    look_for(&desk, "mark").await;
    assert_eq!(offered(&desk), ["Mark as unread"], "it is read");
    let little = Capabilities { search: true, close: true, ..Capabilities::default() };
    let desk = self::desk(little, two()).await;
    open(&desk).await;
    for words in ["assign", "tag", "unread", "star", "snooze", "bring", "this message", "priority"]
    {
        look_for(&desk, words).await;
        let left: Vec<_> =
            offered(&desk).into_iter().filter(|one| !one.starts_with("Go to: ")).collect();
        assert_eq!(left, Vec::<String>::new(), "{words}");
    }
}

#[wasm_bindgen_test]
async fn the_server_is_asked_too_and_what_it_finds_moves_nothing() {
    let mut all_of = two();
    all_of[0].title = Some("A leaky tent".into());
    let desk = desk(everything(), all_of).await;
    let mut other = talk("c9", vec![said("p9", customer(), "Help", 3)]);
    other.title = Some("Two leaky tents".into());
    desk.world.put(other);
    open(&desk).await;
    let field = desk.stage.one(".palette-field");
    type_into(&field, "leaky");
    gloo_timers::future::TimeoutFuture::new(0).await;
    settle().await;
    let about = |desk: &Desk| {
        let all = desk.stage.all(".palette-more").into_iter();
        all.filter_map(|one| one.text_content()).collect::<Vec<_>>()
    };
    assert_eq!(about(&desk), ["A leaky tent"], "at once what is known here");
    let marked = field.get_attribute("aria-activedescendant");
    desk.until("the server's", |desk| about(desk) == ["A leaky tent", "Two leaky tents"]).await;
    assert_eq!(field.get_attribute("aria-activedescendant"), marked, "the choice stays");
    assert_eq!(desk.stage.text("dialog [role=status]"), "2 results");
    press(&field, "ArrowDown", |_| ());
    press(&field, "Enter", |_| ());
    let is_open = |desk: &Desk| {
        desk.engine.store.thread.id.get_untracked().is_some_and(|id| id.as_str() == "c9")
    };
    desk.until("it is open", is_open).await;
}
