//! The seven kinds of content, each as it is best seen.

use inbox_model::content::{ContactCard, Content, Location, Media};
use inbox_model::markdown::url::{safe_image, safe_link};
use leptos::prelude::*;

use super::erase::{choose, derived};
use super::icon::{Glyph, Icon};
use super::link::OutwardLink;
use super::markdown::Markdown;
use crate::i18n::{Text, use_i18n};

/// All contents of one message, in order.
pub(super) fn contents(contents: &[Content]) -> Vec<AnyView> {
    contents.iter().map(content).collect()
}

fn content(content: &Content) -> AnyView {
    match content.clone() {
        Content::Text { markdown } => view! { <Markdown source=markdown /> }.into_any(),
        Content::Image(media) => view! { <Picture media=media /> }.into_any(),
        Content::Video(media) => view! { <Film media=media /> }.into_any(),
        Content::Audio { media, voice } => view! { <Sound media=media voice=voice /> }.into_any(),
        Content::Document(media) => view! { <File media=media /> }.into_any(),
        Content::Location(location) => view! { <Place location=location /> }.into_any(),
        Content::ContactCard(card) => view! { <Card card=card /> }.into_any(),
    }
}

#[component]
fn Picture(media: Media) -> impl IntoView {
    let i18n = use_i18n();
    let broken = RwSignal::new(false);
    let Some(url) = safe_image(&media.url).map(str::to_owned) else {
        return view! { <File media=media /> }.into_any();
    };
    let fallback = media.clone();
    let label = media.caption.clone().or_else(|| media.name.clone());
    let alt = move || label.clone().unwrap_or_else(|| i18n.t(Text::Photo).to_owned());
    let (width, height) = (media.width, media.height);
    let ratio =
        width.zip(height).filter(|(_, height)| *height > 0).map(|(w, h)| format!("{w} / {h}"));
    view! {
        <figure class="media">
            {choose(
                move || !broken.get(),
                move || view! {
                <img
                    src=url.clone()
                    alt=derived(alt.clone())
                    width=width
                    height=height
                    loading="lazy"
                    decoding="async"
                    style:aspect-ratio=ratio.clone()
                    on:error=move |_| broken.set(true)
                />
                }.into_any(),
                move || view! { <File media=fallback.clone() /> }.into_any(),
            )}
            {media.caption.map(|caption| view! { <figcaption dir="auto">{caption}</figcaption> })}
        </figure>
    }
    .into_any()
}

#[component]
fn Film(media: Media) -> impl IntoView {
    let i18n = use_i18n();
    let Some(url) = safe_image(&media.url).map(str::to_owned) else {
        return view! { <File media=media /> }.into_any();
    };
    let name = media.name.clone();
    let label = move || name.clone().unwrap_or_else(|| i18n.t(Text::Video).to_owned());
    view! {
        <figure class="media">
            <video src=url controls=true preload="none" playsinline=true aria-label=derived(label)></video>
            {media.caption.map(|caption| view! { <figcaption dir="auto">{caption}</figcaption> })}
        </figure>
    }
    .into_any()
}

#[component]
fn Sound(media: Media, voice: bool) -> impl IntoView {
    let i18n = use_i18n();
    let Some(url) = safe_image(&media.url).map(str::to_owned) else {
        return view! { <File media=media /> }.into_any();
    };
    let kind = if voice { Text::VoiceMessage } else { Text::Audio };
    let name = media.name.clone().filter(|_| !voice);
    let label = Memo::new(move |_| name.clone().unwrap_or_else(|| i18n.t(kind).to_owned()));
    view! {
        <figure class="sound">
            <figcaption>
                <span dir="auto">{label}</span>
                {media.duration_ms.map(|length| view! { <span class="quiet">{minutes(length)}</span> })}
            </figcaption>
            <audio src=url controls=true preload="none" aria-label=label></audio>
        </figure>
    }
    .into_any()
}

#[component]
fn File(media: Media) -> impl IntoView {
    let i18n = use_i18n();
    let name = media.name.clone().or_else(|| media.caption.clone());
    let label = move || name.clone().unwrap_or_else(|| i18n.t(Text::File).to_owned());
    let size = media.bytes.map(size);
    view! {
        <OutwardLink href=media.url class="card">
            <span class="card-picture">
                <Icon glyph=Glyph::File />
            </span>
            <span class="card-text">
                <span class="card-title" dir="auto">
                    {derived(label)}
                </span>
                {size.map(|size| view! { <span class="quiet">{size}</span> })}
            </span>
        </OutwardLink>
    }
}

#[component]
fn Place(location: Location) -> impl IntoView {
    let i18n = use_i18n();
    let (latitude, longitude) = (location.latitude, location.longitude);
    let href = format!(
        "https://www.openstreetmap.org/?mlat={latitude:.6}&mlon={longitude:.6}#map=16/{latitude:.6}/{longitude:.6}"
    );
    let name = location.name.clone();
    let title = move || name.clone().unwrap_or_else(|| i18n.t(Text::Location).to_owned());
    let address = location.address.unwrap_or_else(|| format!("{latitude:.5}, {longitude:.5}"));
    view! {
        <OutwardLink href=href class="card">
            <span class="card-picture">
                <Icon glyph=Glyph::MapPin />
            </span>
            <span class="card-text">
                <span class="card-title" dir="auto">
                    {derived(title)}
                </span>
                <span class="quiet" dir="auto">
                    {address}
                </span>
            </span>
        </OutwardLink>
    }
}

#[component]
fn Card(card: ContactCard) -> impl IntoView {
    let line = |scheme: &str, text: String| {
        let href = format!("{scheme}:{}", text.replace(' ', ""));
        let known = safe_link(&href).is_some();
        if known {
            view! { <OutwardLink href=href class="card-line">{text}</OutwardLink> }.into_any()
        } else {
            view! { <span class="card-line">{text}</span> }.into_any()
        }
    };
    let phones = card.phones.into_iter().map(|phone| line("tel", phone)).collect::<Vec<_>>();
    let emails = card.emails.into_iter().map(|email| line("mailto", email)).collect::<Vec<_>>();
    view! {
        <div class="card">
            <span class="card-picture">
                <Icon glyph=Glyph::Person />
            </span>
            <span class="card-text">
                <span class="card-title" dir="auto">
                    {card.name}
                </span>
                {card
                    .organization
                    .map(|organization| view! { <span class="quiet" dir="auto">{organization}</span> })}
                {phones}
                {emails}
            </span>
        </div>
    }
}

/// A playing time as minutes and seconds.
pub(super) fn minutes(millis: u64) -> String {
    let seconds = millis / 1_000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A size in the largest unit that keeps it above one.
fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["B", "kB", "MB", "GB"];
    let mut tenths = bytes.saturating_mul(10);
    let mut unit = 0;
    while tenths >= 10_000 && unit + 1 < UNITS.len() {
        tenths /= 1_000;
        unit += 1;
    }
    let unit = UNITS.get(unit).copied().unwrap_or_default();
    if tenths.is_multiple_of(10) || tenths >= 100 {
        format!("{} {unit}", tenths / 10)
    } else {
        format!("{}.{} {unit}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_times_read_well() {
        for (bytes, text) in [(0, "0 B"), (999, "999 B"), (1_500, "1.5 kB"), (48_300_000, "48 MB")]
        {
            assert_eq!(size(bytes), text);
        }
        assert_eq!(minutes(61_900), "1:01");
    }
}
