//! What messages carry, as agents look at it: pictures seen large, voice messages, places, contacts.

use inbox_dialects::Capabilities;
use inbox_model::content::{ContactCard, Content, Location, Media};
use inbox_model::part::Message;
use inbox_model::{Part, PartBody};
use inbox_widgets::i18n::Language;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{press, settle};
use crate::world::{Desk, customer, desk, everything, said, talk};

/// The tests' own server has the repository's files.
const PICTURE: &str = "/www/site/demo-media/campsite.png";

fn carrying(id: &str, contents: Vec<Content>) -> Part {
    let mut part = said(id, customer(), "", 5);
    part.body = PartBody::Message(Message { contents, ..Message::default() });
    part
}

fn picture(name: &str) -> Content {
    let url = format!("{PICTURE}?{name}");
    Content::Image(Media { url, caption: Some(name.into()), ..Media::default() })
}

async fn pictures() -> Desk {
    let parts = vec![
        carrying("p1", vec![picture("Zip")]),
        said("p2", customer(), "and more", 4),
        carrying("p3", vec![picture("Seam"), picture("Pole")]),
        carrying("p4", vec![picture("Zip")]),
    ];
    desk(everything(), vec![talk("c1", parts)]).await
}

fn shown(desk: &Desk) -> String {
    desk.stage.one(".lightbox-picture").get_attribute("alt").unwrap_or_default()
}

/// A failed picture shows itself as a file, so that the pictures have to come.
async fn loaded(desk: &Desk) {
    desk.until("the pictures", |desk| desk.stage.all(".picture").len() == 4).await;
}

#[wasm_bindgen_test]
async fn a_picture_is_seen_large_and_keys_lead_through_all() {
    let desk = pictures().await;
    loaded(&desk).await;
    let opener = desk.button("Enlarge picture: Seam");
    opener.focus().unwrap();
    opener.click();
    settle().await;
    let dialog = desk.stage.one("dialog.lightbox");
    assert!(dialog.matches(":modal").unwrap());
    assert_eq!(dialog.get_attribute("aria-label").as_deref(), Some("Picture 2 of 4"));
    assert_eq!(shown(&desk), "Seam");
    let inside = desk.stage.focused().unwrap();
    assert!(dialog.contains(Some(&inside)));
    for (key, name) in [
        ("ArrowRight", "Pole"),
        ("ArrowRight", "Zip"),
        ("ArrowRight", "Zip"),
        ("Home", "Zip"),
        ("ArrowLeft", "Zip"),
        ("End", "Zip"),
        ("ArrowLeft", "Pole"),
        ("ArrowLeft", "Seam"),
    ] {
        assert!(!press(&dialog, key, |_| ()), "{key} is taken");
        settle().await;
        assert_eq!(shown(&desk), name, "{key}");
        assert_eq!(desk.stage.focused(), Some(inside.clone()), "the focus stays");
    }
    assert_eq!(desk.stage.text(".lightbox [role=status]"), "Picture 2 of 4: Seam");
    let save = desk.stage.one(".lightbox a[download]");
    assert_eq!(save.get_attribute("href").unwrap(), format!("{PICTURE}?Seam"));
    for _ in 0..2 {
        desk.button("Next picture").click();
    }
    settle().await;
    assert_eq!(desk.button("Next picture").get_attribute("aria-disabled").as_deref(), Some("true"));
    dialog.dispatch_event(&web_sys::Event::new("cancel").unwrap()).unwrap();
    settle().await;
    assert!(desk.stage.all(".lightbox").is_empty());
    assert_eq!(desk.stage.focused(), Some(opener.into()), "the focus goes back");
}

#[wasm_bindgen_test]
async fn what_was_sent_twice_is_there_twice() {
    let desk = pictures().await;
    loaded(&desk).await;
    desk.buttons("Enlarge picture: Zip")[1].click();
    settle().await;
    assert_eq!(desk.stage.text(".lightbox-place"), "Picture 4 of 4");
}

#[wasm_bindgen_test]
async fn from_right_to_left_the_next_picture_is_on_the_left() {
    let desk = pictures().await;
    loaded(&desk).await;
    desk.buttons("Enlarge picture: Zip")[0].click();
    settle().await;
    desk.i18n.set("ar");
    assert_eq!(Language::of("ar"), Language::Arabic);
    press(&desk.stage.one("dialog.lightbox"), "ArrowLeft", |_| ());
    settle().await;
    assert_eq!(shown(&desk), "Seam");
}

#[wasm_bindgen_test]
async fn a_picture_that_is_lost_says_so() {
    let desk = pictures().await;
    loaded(&desk).await;
    desk.buttons("Enlarge picture: Zip")[0].click();
    settle().await;
    let picture = desk.stage.one(".lightbox-picture");
    picture.dispatch_event(&web_sys::Event::new("error").unwrap()).unwrap();
    settle().await;
    assert_eq!(desk.stage.text(".lightbox-lost"), "The picture could not be loaded");
    desk.button("Next picture").click();
    settle().await;
    assert_eq!(shown(&desk), "Seam");
}

#[wasm_bindgen_test]
async fn all_voice_messages_are_played_as_fast_as_was_chosen() {
    let voice = |url: &str| Content::Audio {
        media: Media { url: url.into(), ..Media::default() },
        voice: true,
    };
    let parts = vec![carrying("p1", vec![voice("/a.wav")]), carrying("p2", vec![voice("/b.wav")])];
    let desk = desk(everything(), vec![talk("c1", parts)]).await;
    let rates = |desk: &Desk| {
        let players = desk.stage.all("audio").into_iter();
        let rate = |one: web_sys::HtmlElement| {
            js_sys::Reflect::get(&one, &"playbackRate".into()).unwrap().as_f64()
        };
        players.map(|one| rate(one).unwrap()).collect::<Vec<_>>()
    };
    desk.buttons("Playback speed: 1×")[0].click();
    settle().await;
    desk.buttons("Playback speed: 1.25×")[1].click();
    settle().await;
    assert_eq!(desk.buttons("Playback speed: 1.5×").len(), 2);
    assert_eq!(rates(&desk), [1.5, 1.5]);
    assert_eq!(desk.stage.all("audio[preload=metadata]").len(), 2);
}

#[wasm_bindgen_test]
async fn a_place_leads_to_maps_and_a_contact_to_address_books() {
    let place = |url: &str| {
        Content::Location(Location {
            latitude: 59.91,
            longitude: 10.75,
            name: Some("Harbour".into()),
            address: Some("Quay 1".into()),
            url: Some(url.into()),
        })
    };
    let contact = ContactCard {
        name: "Amal/../Haddad".into(),
        phones: vec!["+49 151".into()],
        ..ContactCard::default()
    };
    let contents = vec![
        place("https://example.org/harbour"),
        place("http://example.org/harbour"),
        Content::ContactCard(contact),
    ];
    let desk = desk(everything(), vec![talk("c1", vec![carrying("p1", contents)])]).await;
    let links = |start: &str| desk.stage.all(&format!(".thread a[href^='{start}']")).len();
    assert_eq!(links("https://www.openstreetmap.org/?mlat=59.91&mlon=10.75#map=16/59.91/10.75"), 2);
    assert_eq!(links("geo:59.91,10.75"), 2);
    assert_eq!((links("https://example.org"), links("http://")), (1, 0));
    let save = desk.stage.one("a[download]");
    assert_eq!(save.get_attribute("download").as_deref(), Some("AmalHaddad.vcf"));
    let file = save.get_attribute("href").unwrap();
    let text = js_sys::decode_uri_component(file.split_once(',').unwrap().1).unwrap();
    assert!(String::from(text).contains("TEL:+49 151\r\nEND:VCARD\r\n"));
}

/// A picture that the server keeps, as a link that is good until then.
fn linked(name: &str, until: i64) -> Content {
    let url = format!("{name}?until={until}&signature=x");
    Content::Image(Media {
        id: Some("f1".into()),
        url,
        name: Some("Zip".into()),
        ..Media::default()
    })
}

#[wasm_bindgen_test]
async fn a_link_that_has_ended_is_read_anew_and_once() {
    // With a stream, nothing is read unless it is asked for.
    let can = Capabilities { live: true, ..everything() };
    let desk = desk(can, vec![talk("c1", vec![said("p0", customer(), "Look", 6)])]).await;
    let reads = |desk: &Desk| desk.world.reads.get();
    let cards = |desk: &Desk| desk.stage.all(".media .card").len();
    let brings = |pictures: [Content; 2]| {
        desk.world.put(talk("c1", vec![carrying("p1", pictures.to_vec())]));
    };
    let lost = |until: i64| ["/nowhere.png", "/nor-here.png"].map(|name| linked(name, until));
    let settled = async || {
        for _ in 0..20 {
            settle().await;
        }
        reads(&desk)
    };
    let before = settled().await;
    // Both show nothing; what is read anew for them is no better.
    brings(lost(1));
    desk.engine.look_again(&"c1".into());
    desk.until("two losses", |desk| cards(desk) == 2 && reads(desk) >= before + 2).await;
    assert_eq!(settled().await, before + 2, "once for both, and not again");
    // Later links are other links.
    brings(lost(2));
    desk.engine.look_again(&"c1".into());
    desk.until("two more", |desk| cards(desk) == 2 && reads(desk) >= before + 4).await;
    assert_eq!(settled().await, before + 4);
    // What is read then is shown.
    brings([3, 4].map(|until| linked(PICTURE, until)));
    desk.engine.look_again(&"c1".into());
    desk.until("the pictures", |desk| desk.stage.all(".picture img").len() == 2).await;
    for picture in desk.stage.all(".picture img") {
        let picture: web_sys::HtmlImageElement = picture.unchecked_into();
        desk.until("the bytes", |_| picture.complete() && picture.natural_width() > 0).await;
    }
    assert_eq!(settled().await, before + 5);
}
