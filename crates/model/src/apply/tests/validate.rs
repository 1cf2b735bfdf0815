//! What is given is looked at as a whole before anything is done with it.

use super::*;
use crate::command::Envelope;
use crate::content::Media;
use crate::conversation::Channel;

fn refused(actor: Participant, command: Command) -> Vec<(String, &'static str)> {
    let refusal = after(&[started(), (actor, command)]).unwrap_err();
    let problems = refusal.problems();
    assert_eq!(refusal.code(), problems[0].code());
    assert!(refusal.to_string().len() > 8);
    problems.iter().map(|problem| (problem.field.clone(), problem.code())).collect()
}

fn at(field: &str, code: &'static str) -> (String, &'static str) {
    (field.to_owned(), code)
}

fn by(channel: Channel, subject: Option<&str>, contents: Vec<Content>) -> Command {
    let (channel, subject) = (Some(channel), subject.map(str::to_owned));
    Command::Reply { contents, envelope: Envelope { channel, subject, ..Envelope::default() } }
}

#[test]
fn nothing_and_too_much_are_refused() {
    for actor in [ana(), ben()] {
        assert_eq!(refused(actor.clone(), Command::reply(" \n")), [at("contents", "empty")]);
        let long = Command::reply("x".repeat(10_001));
        assert_eq!(refused(actor, long), [at("contents[0].markdown", "too_long")]);
    }
    let long = Problem::at(
        "contents[0].markdown",
        Fault::TooLong { unit: crate::validate::Unit::Characters, max: 10_000, actual: 10_001 },
    );
    let note = after(&[started(), (ben(), Command::note("x".repeat(10_001)))]);
    assert_eq!(note, Err(Refusal::Invalid(vec![long])));
    assert!(Refusal::NotAllowed.problems().is_empty());
}

#[test]
fn a_title_is_a_line_or_none() {
    let titled = |title: &str| {
        let set = (ben(), Command::SetTitle { title: title.into() });
        after(&[started(), set]).map(|conversation| conversation.title)
    };
    assert_eq!(titled(" Where is it? "), Ok(Some("Where is it?".into())));
    assert_eq!(titled(" "), Ok(None));
    assert_eq!(titled("\u{200b}"), Ok(None));
    assert_eq!(titled(&"é".repeat(255)).unwrap().unwrap().chars().count(), 255);
    let refused = |title: String| refused(ben(), Command::SetTitle { title });
    assert_eq!(refused("é".repeat(256)), [at("title", "too_long")]);
    let both = "a\n".to_owned() + &"é".repeat(254);
    assert_eq!(refused(both), [at("title", "control_character"), at("title", "too_long")]);
}

#[test]
fn attributes_are_looked_at_together() {
    let set = |attributes: &[(&str, &str)]| {
        let attributes = attributes.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
        Command::SetAttributes { attributes: attributes.collect() }
    };
    let kept = after(&[started(), (ben(), set(&[("plan", "\"pro\""), ("n", "{}")]))]).unwrap();
    assert_eq!(kept.custom_attributes.len(), 2);
    assert_eq!(
        refused(ben(), set(&[("__proto__", "1"), ("plan", "\"pro\""), ("x", "?")])),
        [at("attributes.__proto__", "reserved"), at("attributes.x", "unsupported_value")]
    );
}

#[test]
fn the_company_says_what_the_channel_takes() {
    let long = || vec![Content::text("x".repeat(4_097))];
    let refusal = refused(ben(), by(Channel::Whatsapp, None, long()));
    assert_eq!(refusal, [at("contents[0].markdown", "too_long")]);
    assert!(after(&[started(), (ben(), by(Channel::Email, Some("Hi"), long()))]).is_ok());
    // What a customer says has come already, whatever carried it.
    assert!(after(&[started(), (ana(), by(Channel::Whatsapp, None, long()))]).is_ok());
    let script =
        Media { url: "https://x/a".into(), name: Some("a.exe".into()), ..Media::default() };
    let contents = vec![Content::text("x"), Content::Document(script)];
    assert_eq!(
        refused(ben(), by(Channel::Email, Some("a\r\nBcc: b"), contents)),
        [at("contents[1].mime", "refused_type"), at("subject", "control_character")]
    );
}

#[test]
fn a_conversation_begins_with_what_its_channel_takes() {
    let begin = |actor: &Participant, channel: Channel, length: usize| {
        let mut blank = Conversation::new("c1".into(), NOW);
        blank.source = Some(crate::conversation::Source { channel, ..Default::default() });
        let start = Command::Start { contents: vec![Content::text("x".repeat(length))] };
        let mut new_part_id = || PartId::from("p1");
        apply(&blank, &start, &mut Context::new(actor, NOW, &mut new_part_id)).is_ok()
    };
    assert!(begin(&ben(), Channel::Sms, 1_530) && !begin(&ben(), Channel::Sms, 1_531));
    assert!(begin(&ana(), Channel::Sms, 10_000) && !begin(&ana(), Channel::Sms, 10_001));
}

#[test]
fn a_draft_is_held_to_the_channel_by_which_it_goes() {
    let bot = Participant::new(ParticipantKind::Bot, "bot");
    let contents = vec![Content::text("x".repeat(4_097))];
    let send = |channel: Channel| {
        let envelope = Envelope { channel: Some(channel), ..Envelope::default() };
        let draft = (bot.clone(), Command::Suggest { contents: contents.clone() });
        after(&[started(), draft, (ben(), Command::SendSuggestion { part: "p2".into(), envelope })])
    };
    assert!(send(Channel::Email).is_ok());
    assert_eq!(send(Channel::Whatsapp).unwrap_err().code(), "too_long");
}
