//! What an agent does to one conversation: who is responsible, what it is called, what is noted about
//! it, who takes part, and what is gone for good.

use inbox_dialects::Capabilities;
use inbox_model::{Command, Conversation, Participant, ParticipantKind};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{press, settle, type_into};
use crate::world::{Desk, customer, desk, everything, said, talk};

fn all() -> Capabilities {
    Capabilities {
        teams: true,
        title: true,
        attributes: true,
        participants: true,
        redact: true,
        delete: true,
        create_tags: true,
        ..everything()
    }
}

fn one() -> Conversation {
    let mut one = talk("c1", vec![said("p1", customer(), "Where is it?", 9)]);
    one.custom_attributes.insert("plan".into(), "\"pro\"".into());
    one
}

/// What the list under the field has.
fn offered(desk: &Desk) -> Vec<String> {
    let all = desk.stage.all(".picker .menu-label").into_iter();
    all.map(|option| option.text_content().unwrap()).collect()
}

fn done(desk: &Desk) -> String {
    let all = desk.stage.all(".done-words").into_iter();
    all.map(|words| words.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn somebody_and_a_team_are_found_by_typing_and_taken_back() {
    let desk = desk(all(), vec![one()]).await;
    desk.button("Assignee: Nobody").click();
    desk.until("the field", |desk| desk.stage.all(".picker-field").len() == 1).await;
    let expected = ["Assign to me", "Nobody", "Grace", "Logistics"];
    assert_eq!(offered(&desk), expected);
    let field = desk.stage.one(".picker-field");
    type_into(&field, "logi");
    desk.until("the team", |desk| offered(desk) == ["Logistics"]).await;
    press(&field, "Enter", |_| ());
    let team = |command: &Command| matches!(command, Command::Assign { team: Some(Some(_)), .. });
    desk.command("the team", team).await;
    desk.until("the word", |desk| done(desk) == "Assigned · Nour").await;
    desk.choose("Assignee: Nobody", "Grace").await;
    desk.until("Grace", |desk| desk.buttons("Assignee: Grace").len() == 1).await;
    desk.button("Undo").click();
    desk.until("nobody", |desk| desk.buttons("Assignee: Nobody").len() == 1).await;
}

#[wasm_bindgen_test]
async fn a_tag_that_is_not_there_is_made() {
    let desk = desk(all(), vec![one()]).await;
    desk.button("Add a tag").click();
    desk.until("the field", |desk| desk.stage.all(".picker-field").len() == 1).await;
    let field = desk.stage.one(".picker-field");
    type_into(&field, "ship");
    desk.until("both", |desk| offered(desk) == ["shipping", "Create the tag ship"]).await;
    type_into(&field, "vip");
    desk.until("no second one", |desk| offered(desk) == ["vip"]).await;
    type_into(&field, " fragile ");
    desk.until("a new one", |desk| offered(desk) == ["Create the tag fragile"]).await;
    press(&field, "Enter", |_| ());
    let tag = |command: &Command| matches!(command, Command::AttachTag { .. });
    let Command::AttachTag { tag } = desk.command("the tag", tag).await else { return };
    assert_eq!(tag.name, "fragile");
}

#[wasm_bindgen_test]
async fn a_title_is_altered_where_it_stands() {
    let desk = desk(all(), vec![one()]).await;
    let title = || desk.stage.text(".thread-rename");
    assert_eq!(title(), "Talk c1");
    for (key, expected) in [("Escape", "Talk c1"), ("Enter", "Broken lamp")] {
        desk.stage.one(".thread-rename").click();
        desk.until("the field", |desk| desk.stage.all(".thread-title-field").len() == 1).await;
        let field = desk.field("Title");
        type_into(&field, " Broken lamp ");
        press(&field, key, |_| ());
        desk.until(expected, |desk| {
            let shown = desk.stage.all(".thread-rename");
            shown.len() == 1 && shown[0].text_content().as_deref() == Some(expected)
        })
        .await;
    }
    assert_eq!(desk.world.commands.borrow().iter().filter(|c| is_title(c)).count(), 1);
    desk.button("Undo").click();
    desk.until("the old one", |desk| desk.stage.text(".thread-rename") == "Talk c1").await;
}

fn is_title(command: &Command) -> bool {
    matches!(command, Command::SetTitle { .. })
}

#[wasm_bindgen_test]
async fn fields_keep_their_types() {
    let desk = desk(all(), vec![one()]).await;
    let rows = |desk: &Desk| -> Vec<String> {
        let all = desk.stage.all(".record tbody tr").into_iter();
        all.map(|row| row.text_content().unwrap()).collect()
    };
    assert_eq!(rows(&desk), ["planpro"]);
    desk.button("Add a field").click();
    desk.until("the form", |desk| desk.stage.all(".record-form").len() == 1).await;
    type_into(&desk.field("Name"), "seats");
    let kind = desk.stage.one(".record-form select");
    js_sys::Reflect::set(&kind, &"value".into(), &"number".into()).unwrap();
    kind.dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
    settle().await;
    type_into(&desk.field("Value"), "many");
    desk.button("Save").click();
    let problem = "This is not a number.";
    desk.until(problem, |desk| desk.stage.text(".record-form .rule-problem") == problem).await;
    type_into(&desk.field("Value"), "12");
    desk.button("Save").click();
    desk.until("the new one", |desk| rows(desk) == ["planpro", "seats12"]).await;
    let set = |command: &Command| matches!(command, Command::SetAttributes { .. });
    let command = desk.command("the field", set).await;
    let attributes = vec![("seats".to_owned(), "12".to_owned())];
    assert_eq!(command, Command::SetAttributes { attributes });
    desk.button("Remove plan").click();
    desk.until("it is gone", |desk| rows(desk) == ["seats12"]).await;
    desk.button("Undo").click();
    desk.until("it is back", |desk| rows(desk) == ["planpro", "seats12"]).await;
}

#[wasm_bindgen_test]
async fn contacts_come_and_go_and_the_last_one_stays() {
    let ida = Participant::new(ParticipantKind::Customer, "u2").named("Ida");
    let mut other = talk("c2", vec![said("p2", ida.clone(), "Hello", 20)]);
    other.participants = vec![ida];
    let desk = desk(all(), vec![one(), other]).await;
    assert!(desk.buttons("Remove Nour from the conversation").is_empty());
    desk.choose("Add a participant", "Ida").await;
    let there = |desk: &Desk| desk.stage.all(".person").len();
    desk.until("both", |desk| there(desk) == 2).await;
    desk.button("Remove Ida from the conversation").click();
    desk.until("one", |desk| there(desk) == 1).await;
    desk.button("Undo").click();
    desk.until("both again", |desk| there(desk) == 2).await;
}

#[wasm_bindgen_test]
async fn what_is_gone_for_good_is_asked_for_twice() {
    let desk = desk(all(), vec![one()]).await;
    desk.button("Remove this message").click();
    desk.until("the question", |desk| desk.stage.all("dialog").len() == 1).await;
    desk.button("Cancel").click();
    desk.until("no", |desk| desk.stage.all("dialog").is_empty()).await;
    desk.button("Remove this message").click();
    desk.until("the question", |desk| desk.stage.all("dialog").len() == 1).await;
    desk.button("Remove the message").click();
    desk.command("the removal", |command| matches!(command, Command::Redact { .. })).await;
    desk.until("it says so", |desk| desk.stage.all(".redacted").len() == 1).await;

    desk.choose("More actions", "Delete the conversation…").await;
    desk.until("the question", |desk| desk.stage.all("dialog").len() == 1).await;
    desk.button("Delete for good").click();
    settle().await;
    assert_eq!(desk.stage.all("dialog").len(), 1, "without the word nothing is deleted");
    type_into(&desk.stage.one("dialog input"), "Delete");
    desk.button("Delete for good").click();
    desk.until("it is gone", |desk| desk.stage.all(".row").is_empty()).await;
    desk.until("the word", |desk| done(desk) == "Conversation deleted · Nour").await;
}

#[wasm_bindgen_test]
async fn what_a_system_lacks_is_not_offered() {
    let desk = desk(everything(), vec![one()]).await;
    for name in ["Add a field", "Add a participant", "Remove this message", "Remove plan"] {
        assert!(desk.buttons(name).is_empty(), "{name}");
    }
    assert!(desk.stage.all(".thread-rename").is_empty());
    assert_eq!(desk.stage.text(".thread-subject"), "Talk c1");
}
