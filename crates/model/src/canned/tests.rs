//! Canned replies, case by case, and filled in with any text.

use proptest::prelude::*;

use super::*;
use crate::markdown::{Block, Inline, Profile, parse};
use crate::participant::ParticipantKind;
use crate::time::Timestamp;

fn conversation(name: Option<&str>, title: Option<&str>) -> Conversation {
    let mut one = Conversation::new("c".into(), Timestamp::from_millis(0));
    let mut customer = Participant::new(ParticipantKind::Customer, "p");
    customer.name = name.map(str::to_owned);
    customer.email = Some("nour@example.com".into());
    one.participants.push(customer);
    one.title = title.map(str::to_owned);
    one
}

#[test]
fn places_are_filled_in() {
    let agent = Participant::new(ParticipantKind::Agent, "a").named("Maya Lindqvist");
    let here = conversation(Some("Nour El Masri"), Some("Tent pole"));
    let nobody = conversation(None, None);
    for (text, known, unknown) in [
        ("", "", ""),
        ("Hi {{customer.first_name}}!", "Hi Nour!", "Hi !"),
        ("Hi {{customer.first_name|there}}!", "Hi Nour!", "Hi there!"),
        ("{{ customer.name | *friend* }}", "Nour El Masri", "*friend*"),
        ("{{customer.email}}", r"nour\@example\.com", r"nour\@example\.com"),
        ("{{agent.first_name}} ({{agent.name}})", "Maya (Maya Lindqvist)", "Maya (Maya Lindqvist)"),
        ("Re: {{conversation.title | your order}}", "Re: Tent pole", "Re: your order"),
        ("{{workspace.name}}", r"Fjord \& Fern", r"Fjord \& Fern"),
        (
            "{{customer.shoe}} {{}} {{ }} {{",
            "{{customer.shoe}} {{}} {{ }} {{",
            "{{customer.shoe}} {{}} {{ }} {{",
        ),
        ("{{ {{agent.first_name}} }}", "{{ Maya }}", "{{ Maya }}"),
        ("{{agent\n.name}}", "{{agent\n.name}}", "{{agent\n.name}}"),
        ("{customer.name}", "{customer.name}", "{customer.name}"),
    ] {
        let of =
            |one| Known { conversation: Some(one), agent: Some(&agent), workspace: "Fjord & Fern" };
        assert_eq!(fill(text, &of(&here)), known, "{text}");
        assert_eq!(fill(text, &of(&nobody)), unknown, "{text}");
    }
    assert_eq!(fill("{{agent.name}}{{customer.name|x}}", &Known::default()), "x");
}

#[test]
fn every_place_can_be_filled_in() {
    let known = Known::default();
    for place in PLACES {
        assert!(known.value(place).is_some(), "{place}");
    }
}

#[test]
fn what_is_filled_in_is_filled_in_once() {
    let here = conversation(Some("{{agent.name}}"), None);
    let agent = Participant::new(ParticipantKind::Agent, "a").named("Maya");
    let known = Known { conversation: Some(&here), agent: Some(&agent), workspace: "" };
    assert_eq!(fill("Hi {{customer.name}}", &known), r"Hi {{agent\.name}}");
}

#[test]
fn what_can_be_kept_has_a_name_and_a_text() {
    let check = |id: &str, name: &str, text: &str| {
        let reply = CannedReply { id: id.into(), name: name.into(), text: text.into() };
        reply.check().into_iter().map(|one| one.field).collect::<Vec<_>>()
    };
    assert_eq!(check("a1", "Refund", "Hi"), [""; 0]);
    assert_eq!(check("", " ", "\n"), ["id", "name", "text"]);
    assert_eq!(check("a/b", &"n".repeat(61), &"t".repeat(10_001)), ["id", "name", "text"]);
    assert_eq!(check(&"a".repeat(41), "a\nb", "x"), ["id", "name"]);
}

/// All text of a single paragraph; `None` where there is anything else.
fn said(markdown: &str) -> Option<String> {
    let parsed = parse(markdown, Profile::Chat);
    let [Block::Paragraph(inlines)] = parsed.as_slice() else { return None };
    let text = |inline: &Inline| match inline {
        Inline::Text(text) => Some(text.clone()),
        _ => None,
    };
    inlines.iter().map(text).collect()
}

fn is_itself(value: &str) -> bool {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let there = ["Hi ", &as_text(&value), " x"].concat();
    let begins = [&as_text(&value), " x"].concat();
    said(&there) == Some(["Hi ", &value, " x"].concat())
        && said(&begins) == Some([&value, " x"].concat())
}

#[test]
fn a_hostile_name_is_a_name() {
    for value in [
        "**Ada**",
        "[x](https://evil.example)",
        "![x](https://evil.example/a.png)",
        "<b>x</b>",
        "https://evil.example",
        "www.evil.example",
        "me@evil.example",
        "@Maya",
        ":tada:",
        "`x`",
        "# Ada",
        "- Ada",
        "1. Ada",
        "1) Ada",
        "> Ada",
        "&lt;b&gt;",
        "a\n\n# b",
        "~~x~~",
        "|a|b|",
        "\\",
        "x\\",
        "=== a",
        "+ Ada",
        "* Ada",
        "[ ] a",
        "https\\://x",
        "mailto:a@b.c",
        "a_b_c",
    ] {
        assert!(is_itself(value), "{value}: {:?}", said(&["Hi ", &as_text(value), " x"].concat()));
    }
}

proptest! {
    #[test]
    fn whatever_is_filled_in_is_text(value in r"[ -~éあ]{1,24}") {
        prop_assume!(!value.trim().is_empty());
        prop_assert!(is_itself(&value), "{:?}", as_text(&value));
    }
}
