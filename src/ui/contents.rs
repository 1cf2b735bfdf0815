//! The seven kinds of content, each as it is best seen.

use inbox_model::content::{ContactCard, Content, Location, Media};
use inbox_model::markdown::url::safe_image;
use web_sys::Event;

use super::icon::{Glyph, icon};
use super::lightbox::Viewing;
use super::link::outward_link;
use super::markdown::markdown;
#[cfg(feature = "desk")]
use super::markdown::note;
use crate::dom::{El, Spot, Words, el, group};
use crate::i18n::{Text, use_i18n};
use crate::reactive::RwSignal;

/// All contents of one message, in order.
pub(super) fn contents(contents: &[Content]) -> El {
    let mut all = group();
    for one in contents {
        all = all.child(content(one));
    }
    all
}

/// All contents of a note.
#[cfg(feature = "desk")]
pub(super) fn note_contents(contents: &[Content]) -> El {
    let one = |all: El, one: &Content| {
        all.child(match one {
            Content::Text { markdown: source } => note(source),
            other => content(other),
        })
    };
    contents.iter().fold(group(), one)
}

fn content(content: &Content) -> El {
    match content {
        Content::Text { markdown: source } => markdown(source),
        Content::Image(media) => picture(media),
        Content::Video(media) => film(media),
        Content::Audio { media, voice } => sound(media, *voice),
        Content::Document(media) => file(media),
        Content::Location(location) => place(location),
        Content::ContactCard(card) => contact_card(card),
    }
}

/// What is called so, or as its kind is.
pub(super) fn called(
    given: Option<&str>,
    kind: Text,
) -> impl Fn() -> String + Clone + 'static + use<> {
    let i18n = use_i18n();
    let given = given.map(str::to_owned);
    move || given.clone().unwrap_or_else(|| i18n.t(kind).to_owned())
}

fn picture(media: &Media) -> El {
    if safe_image(&media.url).is_none() {
        return file(media);
    }
    let media = media.clone();
    let caption = caption(&media);
    let broken = RwSignal::new(false);
    let viewing = Viewing::here();
    let image = move || {
        if broken.get() {
            return file(&media);
        }
        let image = image(&media, broken);
        if let Some(viewing) = viewing {
            return viewing.opener(&media, image);
        }
        image
    };
    el("figure").class("media").live(image).maybe(caption)
}

fn image(media: &Media, broken: RwSignal<bool>) -> El {
    let alt = called(media.caption.as_deref().or(media.name.as_deref()), Text::Photo);
    let (width, height) = (media.width, media.height);
    let image = el("img")
        .attr("loading", "lazy")
        .attr("decoding", "async")
        .attr_if("width", width.map(|width| width.to_string()))
        .attr_if("height", height.map(|height| height.to_string()))
        .attr("alt", alt);
    // Before what takes the element away, and its listeners with it.
    let mut image = watched(media, image).on("error", move |_: Event| broken.set(true));
    if let (Some(width), Some(height @ 1..)) = (width, height) {
        image = image.style("aspect-ratio", format!("{width} / {height}"));
    }
    image.attr_if("src", safe_image(&media.url))
}

fn film(media: &Media) -> El {
    let label = called(media.name.as_deref(), Text::Video);
    match player("video", media, label) {
        Some(video) => {
            el("figure").class("media").child(video.attr("playsinline", "")).maybe(caption(media))
        }
        None => file(media),
    }
}

fn sound(media: &Media, voice: bool) -> El {
    let name = media.name.as_deref().filter(|_| !voice);
    let kind = if voice { Text::VoiceMessage } else { Text::Audio };
    let label = called(name, kind);
    let i18n = use_i18n();
    let Some(audio) = player("audio", media, label.clone()) else { return file(media) };
    let length =
        media.duration_ms.map(|length| el("span").class("quiet").text(move || i18n.clock(length)));
    let caption = el("figcaption").child(el("span").attr("dir", "auto").text(label)).maybe(length);
    if let Some(viewing) = Viewing::here() {
        let at = Spot::default();
        let sound = el("figure").class("sound").child(caption.child(viewing.speed(at)));
        return sound.child(audio.at(at));
    }
    el("figure").class("sound").child(caption).child(audio)
}

/// What plays a file, if its address is allowed. Nothing is loaded before it is asked to play.
fn player<'a>(tag: &'static str, media: &Media, label: impl Words<'a>) -> Option<El> {
    let url = safe_image(&media.url)?;
    // Agents are told how long it is.
    let preload =
        if Viewing::here().is_some_and(Viewing::loads_ahead) { "metadata" } else { "none" };
    let player = el(tag).attr("controls", "").attr("preload", preload).attr("src", url);
    Some(watched(media, player).attr("aria-label", label))
}

/// What shows or plays a file, and tells where it does not load.
fn watched(media: &Media, element: El) -> El {
    match Viewing::here() {
        Some(viewing) => viewing.watched(media, element),
        None => element,
    }
}

fn caption(media: &Media) -> Option<El> {
    let caption = media.caption.as_deref()?;
    Some(el("figcaption").attr("dir", "auto").text(caption))
}

fn file(media: &Media) -> El {
    let i18n = use_i18n();
    let title = called(media.name.as_deref().or(media.caption.as_deref()), Text::File);
    let size = media.bytes.map(|bytes| el("span").class("quiet").text(move || i18n.size(bytes)));
    outward_link(&media.url, "card", card(Glyph::File, title, group().maybe(size)))
}

fn place(location: &Location) -> El {
    let (north, east) = (degrees(location.latitude), degrees(location.longitude));
    let (north, east) = (north.as_str(), east.as_str());
    let href = [
        "https://www.openstreetmap.org/?mlat=",
        north,
        "&mlon=",
        east,
        "#map=16/",
        north,
        "/",
        east,
    ];
    if Viewing::here().is_some() {
        return super::cards::place_card(location, [north, east], &href.concat());
    }
    let title = called(location.name.as_deref(), Text::Location);
    let address = location.address.clone().unwrap_or_else(|| [north, ", ", east].concat());
    let address = el("span").class("quiet").attr("dir", "auto").text(address);
    outward_link(&href.concat(), "card", card(Glyph::MapPin, title, address))
}

fn contact_card(of: &ContactCard) -> El {
    let mut lines = group();
    let quiet = |text: &str| el("span").class("quiet").attr("dir", "auto").text(text);
    #[cfg(feature = "desk")]
    if let Some(job) = of.details.as_ref().and_then(|details| details.job_title.as_ref()) {
        lines = lines.child(quiet(job));
    }
    if let Some(organization) = &of.organization {
        lines = lines.child(quiet(organization));
    }
    for phone in &of.phones {
        lines = lines.child(card_line("tel:", &phone.text));
    }
    for email in &of.emails {
        lines = lines.child(card_line("mailto:", &email.text));
    }
    #[cfg(feature = "desk")]
    for address in of.details.iter().flat_map(|details| &details.addresses) {
        lines = lines.child(quiet(&address.line()));
    }
    if Viewing::here().is_some() {
        lines = lines.child(super::cards::save_contact(of));
    }
    el("div").class("card").child(card(Glyph::Person, of.name.as_str(), lines))
}

fn card_line(scheme: &str, text: &str) -> El {
    let href = [scheme, &text.replace(' ', "")].concat();
    outward_link(&href, "card-line", group().text(text))
}

/// The inside of a card: a picture, a title, and more under it.
pub(super) fn card<'a>(glyph: Glyph, title: impl Words<'a>, more: El) -> El {
    let title = el("span").class("card-title").attr("dir", "auto").text(title);
    group()
        .child(el("span").class("card-picture").child(icon(glyph)))
        .child(el("span").class("card-text").child(title).child(more))
}

/// Degrees to six places, a tenth of a metre. In whole millionths: the formatting of floating
/// point numbers would weigh ten kilobytes. What is no place on earth becomes its edge, or 0.
#[expect(clippy::cast_possible_truncation, reason = "within 180 millions either way")]
fn degrees(value: f64) -> String {
    let millionths = (value.clamp(-180.0, 180.0) * 1e6).round_ties_even() as i64;
    let sign = if millionths < 0 { "-" } else { "" };
    let size = millionths.unsigned_abs();
    let text = format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_decimal_to_six_places() {
        for (value, text) in [
            (0.0, "0"),
            (10.0, "10"),
            (59.91, "59.91"),
            (48.137_154_3, "48.137154"),
            (0.000_001, "0.000001"),
            (0.05, "0.05"),
            (0.1 + 0.2, "0.3"),
            (9.999_999_9, "10"),
            (-0.5, "-0.5"),
            (-0.000_001, "-0.000001"),
            (-0.000_000_4, "0"),
            (-0.0, "0"),
            (-1.0, "-1"),
            (-33.856_784, "-33.856784"),
            (-122.419_415_6, "-122.419416"),
            (180.0, "180"),
            (1e300, "180"),
            (f64::NEG_INFINITY, "-180"),
            (f64::NAN, "0"),
        ] {
            assert_eq!(degrees(value), text, "{value}");
        }
    }
}
