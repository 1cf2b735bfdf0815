//! Messages that never arrived: why, and the way on.

use inbox_model::command::Envelope;
use inbox_model::content::Media;
use inbox_model::reply_window::ReplyWindow;
use inbox_model::time::HOUR;
use inbox_model::{Channel, Command, Content, Conversation, Delivery, PartBody};
use inbox_widgets::sync::now;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::settle;
use crate::world::{Desk, desk, everything, me, said, talk};

fn failed(code: &str) -> Conversation {
    let mut part = said("p1", me(), "On its way", 3);
    part.delivery = Some(Delivery::Failed { code: code.into() });
    talk("c1", vec![part])
}

async fn open(one: Conversation) -> Desk {
    let desk = desk(everything(), vec![one]).await;
    settle().await;
    desk
}

fn told(desk: &Desk) -> Vec<String> {
    let all = desk.stage.all("[data-line=p1] .delivery").into_iter();
    all.filter_map(|one| one.text_content()).collect()
}

fn replies(desk: &Desk) -> Vec<(Vec<Content>, Envelope)> {
    let commands = desk.world.commands.borrow();
    let reply = |one: &Command| match one {
        Command::Reply { contents, envelope } => Some((contents.clone(), envelope.clone())),
        _ => None,
    };
    commands.iter().filter_map(reply).collect()
}

#[wasm_bindgen_test]
async fn why_it_failed_is_told_in_words() {
    for (code, words) in [
        ("expired", "Not delivered: the time to reply had run out"),
        ("waiting_for_customer", "Not delivered: the customer has to answer first"),
        ("bad_address", "Not delivered: the customer cannot be reached there"),
        ("not_connected", "Not delivered: the channel is not connected"),
        ("not_delivered", "Not delivered: the channel did not answer"),
        ("message_gone", "Not delivered: it was removed before it was sent"),
        ("blocked", "Not delivered: the customer is blocked"),
        ("131047", "The channel could not deliver it"),
    ] {
        assert_eq!(told(&open(failed(code)).await), [words], "{code}");
    }
}

#[wasm_bindgen_test]
async fn what_the_channel_says_is_told_as_well() {
    let mut one = failed("expired");
    let part = std::sync::Arc::make_mut(&mut one.parts[0]);
    part.tracking.delivery_info = Some("Code 131047".into());
    let says = "The channel says: “Code 131047”";
    let both = ["Not delivered: the time to reply had run out", says];
    assert_eq!(told(&open(one.clone()).await), both);
    // A reason that nobody knows here is the channel's alone to tell.
    std::sync::Arc::make_mut(&mut one.parts[0]).delivery =
        Some(Delivery::Failed { code: "131047".into() });
    assert_eq!(told(&open(one).await), [says]);
}

#[wasm_bindgen_test]
async fn one_press_sends_it_again_as_it_was() {
    let mut one = failed("not_delivered");
    let picture = Media { url: "https://files.example/tent.png".into(), ..Media::default() };
    let contents = vec![Content::text("The tent"), Content::Image(picture)];
    let part = std::sync::Arc::make_mut(&mut one.parts[0]);
    if let PartBody::Message(message) = &mut part.body {
        message.contents.clone_from(&contents);
    }
    part.channel = Some(Channel::Email);
    part.tracking.subject = Some("Your tent".into());
    let desk = open(one).await;
    desk.button("Send again").click();
    desk.until("the bar", |desk| desk.stage.all(".undo-bar").len() == 1).await;
    assert!(desk.buttons("Send again").is_empty(), "once is enough");
    desk.send_now().await;
    let envelope = Envelope {
        channel: Some(Channel::Email),
        subject: Some("Your tent".into()),
        ..Envelope::default()
    };
    desk.until("the reply", |desk| replies(desk) == [(contents.clone(), envelope.clone())]).await;
}

#[wasm_bindgen_test]
async fn where_it_cannot_be_sent_it_goes_back_to_the_composer() {
    let mut one = failed("expired");
    one.handling.reply_window =
        Some(ReplyWindow { until: Some(now().plus(-HOUR)), ..ReplyWindow::default() });
    let desk = open(one).await;
    desk.button("Send again").click();
    settle().await;
    assert!(desk.stage.all(".undo-bar").is_empty());
    let kept = desk.engine.drafts().get(Some(&"c1".into()), inbox_widgets::sync::DraftMode::Reply);
    assert_eq!(kept, "On its way");
}
