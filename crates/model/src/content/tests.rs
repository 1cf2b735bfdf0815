//! What can be shown, and as what.

use super::*;

fn file(url: &str) -> Media {
    Media { url: url.into(), ..Media::default() }
}

#[test]
fn a_file_is_on_the_web_or_here() {
    for good in
        ["https://x/a.png", "HTTP://x", "/media/0123", "/demo-media/a.svg", "https://x/?q=%20"]
    {
        for content in [Content::Image(file(good)), Content::Document(file(good))] {
            assert!(content.is_sound(), "{good}");
        }
    }
    for bad in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "data:image/png;base64,AA==",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://x/1",
        "//evil.example/x",
        "/\\evil.example",
        " https://x",
        "java\nscript:alert(1)",
        "https://x/a\nb",
        "https://",
        "https:///x",
        "https:x",
        "http",
        "x.png",
        "../x",
        "",
        "\u{0}https://x",
    ] {
        let voice = Content::Audio { media: file(bad), voice: true };
        for content in [
            Content::Image(file(bad)),
            Content::Video(file(bad)),
            voice,
            Content::Document(file(bad)),
        ] {
            assert!(!content.is_sound(), "{bad:?}");
        }
    }
    let kept = Media { id: Some("f1".into()), ..Media::default() };
    assert!(Content::Document(kept).is_sound());
}

#[test]
fn what_the_store_knows_of_a_file_counts() {
    let known = Media {
        id: Some("f1".into()),
        url: "/media/f1".into(),
        name: Some("a.png".into()),
        mime: Some("image/png".into()),
        bytes: Some(3),
        ..Media::default()
    };
    let said = |url: &str| Media {
        id: Some("f1".into()),
        url: url.into(),
        name: Some("lie".into()),
        mime: Some("text/html".into()),
        bytes: Some(9),
        width: Some(7),
        caption: Some("see".into()),
        ..Media::default()
    };
    let picture = Media { width: Some(7), caption: Some("see".into()), ..known.clone() };
    let lie = "https://evil.example/";
    for (content, shown) in [
        (Content::Document(said("")), Content::Image(picture.clone())),
        (Content::Document(said(lie)), Content::Document(picture.clone())),
        (Content::Video(said(lie)), Content::Image(picture.clone())),
        (Content::Image(said(lie)), Content::Image(picture)),
    ] {
        assert_eq!(content.with_known(&known), shown);
    }
    let sound = Media { mime: Some("audio/ogg".into()), ..known };
    let voice = Content::Audio { media: said(lie), voice: true };
    assert!(matches!(voice.with_known(&sound), Content::Audio { voice: true, .. }));
    let text = Content::text("as it is");
    assert_eq!(text.clone().with_known(&sound), text);
}

#[test]
fn a_place_is_on_earth_and_its_page_on_the_web() {
    let check = |latitude: f64, longitude: f64, url: Option<&str>, sound: bool| {
        let url = url.map(str::to_owned);
        let place = Location { latitude, longitude, name: None, address: None, url };
        assert_eq!(Content::Location(place.clone()).is_sound(), sound, "{place:?}");
    };
    for (latitude, longitude, sound) in [
        (0.0, 0.0, true),
        (90.0, 180.0, true),
        (-90.0, -180.0, true),
        (-33.9, -70.6, true),
        (90.1, 0.0, false),
        (-90.1, 0.0, false),
        (0.0, 180.1, false),
        (0.0, -180.1, false),
        (f64::NAN, 0.0, false),
        (0.0, f64::INFINITY, false),
    ] {
        check(latitude, longitude, None, sound);
    }
    check(0.0, 0.0, Some("https://maps.example/0,0"), true);
    check(0.0, 0.0, Some("javascript:alert(1)"), false);
}

#[test]
fn a_file_is_shown_as_its_type_says() {
    let typed = |mime: Option<&str>| Media { mime: mime.map(str::to_owned), ..file("/x") };
    let shown = |mime: Option<&str>| Content::of_file(typed(mime));
    assert_eq!(shown(Some("image/png")), Content::Image(typed(Some("image/png"))));
    assert_eq!(shown(Some("video/mp4")), Content::Video(typed(Some("video/mp4"))));
    let media = typed(Some("audio/ogg"));
    assert_eq!(shown(Some("audio/ogg")), Content::Audio { media, voice: false });
    for other in [Some("application/pdf"), Some("videos/mp4"), Some(""), None] {
        assert_eq!(shown(other), Content::Document(typed(other)), "{other:?}");
    }
}
