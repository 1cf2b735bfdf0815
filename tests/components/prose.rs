//! What people write, as nodes: formatting arrives, scripts do not.

use inbox_model::content::{ContactCard, Content, Location, Media};
use inbox_model::part::Message;
use inbox_model::{Part, PartBody, Participant, ParticipantKind, Timestamp};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::settle;
use crate::thread::{Lines, part_lines};

fn said(contents: Vec<Content>) -> Lines {
    let author =
        Participant::new(ParticipantKind::Customer, "c").named("<img src=x onerror=alert(1)>");
    let body = PartBody::Message(Message::new(contents));
    let part = Part::new("p1".into(), body, Some(author), Timestamp::from_millis(0));
    part_lines(vec![part])
}

#[wasm_bindgen_test]
async fn formatting_becomes_nodes() {
    let source = "# Hi\n\n**bold** *em* ~~gone~~ `code`\n\n- [x] done\n- next\n\n1. one\n\n> quote\n\n\
                  ```\nlet x;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[site](https://example.com)";
    let lines = said(vec![Content::text(source)]);
    settle().await;
    for (selector, text) in [
        (".bubble strong:not(p > strong:only-child)", "bold"),
        (".bubble em", "em"),
        (".bubble del", "gone"),
        (".bubble p > code", "code"),
        (".bubble pre", "let x;\n"),
        (".bubble blockquote", "quote"),
        (".bubble td:last-child", "2"),
        (".bubble ol", "one"),
    ] {
        assert_eq!(lines.stage.text(selector), text, "{selector}");
    }
    let link = lines.stage.one(".bubble a");
    assert_eq!(link.get_attribute("href").as_deref(), Some("https://example.com"));
    assert_eq!(link.get_attribute("rel").as_deref(), Some("noopener noreferrer nofollow ugc"));
}

#[wasm_bindgen_test]
async fn scripts_are_words() {
    let vectors = [
        "<script>window.hit = 1</script>",
        "<img src=x onerror=\"window.hit = 1\">",
        "[x](javascript:window.hit=1)",
        "[x](JaVaScRiPt:window.hit=1)",
        "[x](java\tscript:window.hit=1)",
        "[x](&#106;avascript:window.hit=1)",
        "![x](javascript:window.hit=1)",
        "<javascript:window.hit=1>",
        "[x](data:text/html,<script>window.hit=1</script>)",
        "[x](vbscript:x)",
        "[x]: javascript:window.hit=1\n\n[x]",
        "<svg onload=window.hit=1>",
        "`<b onclick=window.hit=1>`",
    ];
    let lines = said(vectors.into_iter().map(Content::text).collect());
    settle().await;
    assert!(lines.stage.all("script, iframe, svg:not(.icon), object, b").is_empty());
    assert!(lines.stage.all(".bubble a, .bubble img").is_empty());
    assert!(js_sys::Reflect::get(&js_sys::global(), &"hit".into()).unwrap().is_undefined());
    assert!(lines.stage.text(".message-author").contains("<img src=x"), "a name is a name");
}

#[wasm_bindgen_test]
async fn hostile_addresses_of_media_lead_nowhere() {
    let bad = |url: &str| Media { url: url.into(), name: Some("x".into()), ..Media::default() };
    let mut contents = Vec::new();
    for url in ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "\u{1}javascript:x"] {
        contents.extend([
            Content::Image(bad(url)),
            Content::Video(bad(url)),
            Content::Audio { media: bad(url), voice: false },
            Content::Document(bad(url)),
        ]);
    }
    contents.push(Content::ContactCard(ContactCard {
        name: "x".into(),
        emails: vec!["javascript:alert(1)".into()],
        ..ContactCard::default()
    }));
    let lines = said(contents);
    settle().await;
    for element in lines.stage.all(".bubble a, .bubble img, .bubble video, .bubble audio") {
        let address = element.get_attribute("href").or_else(|| element.get_attribute("src"));
        let address = address.unwrap_or_default();
        assert!(address.starts_with("mailto:"), "{address}");
    }
}

#[wasm_bindgen_test]
async fn every_kind_of_content_is_shown() {
    let media = || Media {
        url: "/demo-media/x".into(),
        name: Some("report.pdf".into()),
        bytes: Some(1_500),
        ..Media::default()
    };
    let lines = said(vec![
        Content::text("hello"),
        Content::Image(media()),
        Content::Video(media()),
        Content::Audio { media: media(), voice: true },
        Content::Document(media()),
        Content::Location(Location {
            latitude: 59.91,
            longitude: 10.75,
            name: Some("Oslo".into()),
            address: None,
            url: None,
        }),
        Content::ContactCard(ContactCard {
            name: "Ida".into(),
            phones: vec!["+47 123".into()],
            ..ContactCard::default()
        }),
    ]);
    settle().await;
    for selector in
        [".prose", ".media", "video", "audio", "a.card[href='/demo-media/x']", "a[href^='tel:']"]
    {
        assert!(!lines.stage.all(selector).is_empty(), "{selector}");
    }
    assert!(
        !lines.stage.all("a.card[href^='https://www.openstreetmap.org/?mlat=59.91']").is_empty()
    );
}

#[wasm_bindgen_test]
async fn names_emoji_and_pictures_of_others() {
    let lines = said(vec![
        Content::text("Hi @maya :tada:"),
        Content::text(
            "![a](https://b.invalid/c.png) ![](/\\b.invalid/d.png) ![e](/demo-media/e.png)",
        ),
        Content::text("[![f](https://b.invalid/g.png)](https://c.invalid) [h](/i)"),
    ]);
    settle().await;
    assert_eq!(lines.stage.text(".mention"), "@maya");
    assert!(lines.stage.text(".bubble").contains("🎉"));
    let pictures = lines.stage.all(".bubble img");
    let sources: Vec<_> = pictures.iter().filter_map(|one| one.get_attribute("src")).collect();
    assert_eq!(sources, ["/demo-media/e.png"], "nobody else is told who reads");
    let links = lines.stage.all(".bubble a");
    let targets: Vec<_> = links.iter().filter_map(|one| one.get_attribute("href")).collect();
    assert!(targets.starts_with(&["https://b.invalid/c.png".to_owned()]), "{targets:?}");
    assert!(targets.contains(&"https://c.invalid".to_owned()), "{targets:?}");
    assert!(!targets.contains(&"/i".to_owned()), "relative to whose page? {targets:?}");
    assert!(lines.stage.all("a a").is_empty());
}
