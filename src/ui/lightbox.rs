//! Pictures of a thread, large, over everything else: the keys lead through all of them. And how
//! fast voice messages are played.

use inbox_model::markdown::url::safe_image;
use inbox_model::{Media, PartId};
use js_sys::Reflect;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, HtmlElement};

use super::contents::called;
use super::dialog::dialog;
use super::icon::{Glyph, icon};
use crate::dom::{El, Spot, el, group};
use crate::i18n::{I18n, MediaText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};

/// How fast voice messages can be played.
const SPEEDS: [f64; 4] = [1.0, 1.25, 1.5, 2.0];

/// How one looks at what messages carry. Messages find it as a context.
#[derive(Clone, Copy)]
pub struct Viewing {
    shown: RwSignal<Option<Picture>>,
    /// What was pressed to see it.
    opener: StoredValue<Option<HtmlElement>, LocalStorage>,
    /// Which of the speeds, for all voice messages.
    speed: RwSignal<usize>,
    /// Told of what does not load.
    lost: Callback<Media>,
    /// Whether recordings are asked how long they are before they are played.
    loads_ahead: bool,
}

/// A picture, and the part that it belongs to; none while that is on its way.
pub type Picture = (Option<PartId>, Media);

impl Viewing {
    /// Nothing is looked at. `lost` is told of what does not load.
    pub fn new(lost: Callback<Media>) -> Self {
        Self {
            shown: RwSignal::new(None),
            opener: StoredValue::new_local(None),
            speed: RwSignal::new(0),
            lost,
            loads_ahead: false,
        }
    }

    /// The same, for who is told ahead how long recordings are.
    #[cfg(feature = "desk")]
    #[must_use]
    pub fn ahead(self) -> Self {
        Self { loads_ahead: true, ..self }
    }

    pub(super) fn loads_ahead(self) -> bool {
        self.loads_ahead
    }

    pub(super) fn here() -> Option<Self> {
        use_context()
    }

    /// What shows or plays a file, and tells where it does not load.
    pub(super) fn watched(self, media: &Media, element: El) -> El {
        let media = media.clone();
        element.on("error", move |_: Event| self.lost.run(media.clone()))
    }

    /// A picture that can be pressed to be seen large.
    pub(super) fn opener(self, media: &Media, image: El) -> El {
        let i18n = use_i18n();
        let (name, media) = (picture_name(media), media.clone());
        let label = move || i18n.with(Text::Media(MediaText::OpenPicture), &[("name", &name())]);
        let open = move |event: Event| {
            let pressed = event.current_target().and_then(|one| one.dyn_into::<HtmlElement>().ok());
            // The same picture may have been sent twice.
            let message = pressed.as_ref().and_then(|one| one.closest("[data-part-id]").ok()?);
            let part = message.and_then(|message| message.get_attribute("data-part-id"));
            self.opener.set_value(pressed);
            self.shown.set(Some((part.map(PartId::new), media.clone())));
        };
        el("button")
            .attr("type", "button")
            .class("picture")
            .attr("aria-haspopup", "dialog")
            .attr("aria-label", label)
            .on("click", open)
            .child(image)
    }

    /// The button that makes what is played faster.
    pub(super) fn speed(self, player: Spot) -> El {
        let i18n = use_i18n();
        let speed = self.speed;
        let now = move || SPEEDS.get(speed.get()).copied().unwrap_or(1.0);
        let words = move || [&i18n.decimal(now()), "×"].concat();
        effect(move || {
            let speed = now();
            if let Some(player) = player.get() {
                for name in ["playbackRate", "defaultPlaybackRate"] {
                    let _ = Reflect::set(&player, &name.into(), &speed.into());
                }
            }
        });
        let label = move || i18n.with(Text::Media(MediaText::Speed), &[("n", &words())]);
        el("button")
            .attr("type", "button")
            .class("speed")
            .attr("dir", "ltr")
            .class_when("speed-fast", move || speed.get() > 0)
            .attr("aria-label", label)
            .attr("title", label)
            .on_click(move || speed.update(|speed| *speed = (*speed + 1) % SPEEDS.len()))
            .text(words)
    }

    fn close(self) {
        if self.shown.get_untracked().is_none() {
            return;
        }
        self.shown.set(None);
        let Some(opener) = self.opener.try_update_value(Option::take).flatten() else { return };
        // At once, and not with the view: what lies under a dialog takes no focus.
        let root = opener.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok();
        let open = root.and_then(|root| root.query_selector("dialog.lightbox").ok().flatten());
        if let Some(open) = open.and_then(|open| open.dyn_into::<HtmlDialogElement>().ok()) {
            open.close();
        }
        let _ = opener.focus();
    }
}

/// What is shown large, while there is something; `pictures` are all that there are.
pub fn lightbox(viewing: Viewing, pictures: Callback<(), Vec<Picture>>) -> El {
    let is_open = move || viewing.shown.with(Option::is_some);
    group().when(is_open, move || {
        let Some(shown) = viewing.shown.get_untracked() else { return group() };
        let mut all = pictures.run(());
        all.retain(|(_, one)| safe_image(&one.url).is_some());
        let same = all.iter().position(|one| *one == shown);
        let like = || all.iter().position(|(_, media)| *media == shown.1);
        let at = same.or_else(like).unwrap_or_else(|| {
            all = vec![shown];
            0
        });
        let all = all.into_iter().map(|(_, media)| media).collect();
        open(viewing, StoredValue::new(all), RwSignal::new(at))
    })
}

fn open(viewing: Viewing, all: StoredValue<Vec<Media>>, at: RwSignal<usize>) -> El {
    let i18n = use_i18n();
    let count = all.with_value(Vec::len);
    let now =
        Memo::new(move |_| all.with_value(|all| all.get(at.get()).cloned()).unwrap_or_default());
    let lost = RwSignal::new(false);
    let place = move || {
        let (n, count) = (i18n.number(at.get() + 1), i18n.number(count));
        i18n.with(Text::Media(MediaText::PictureOf), &[("n", &n), ("count", &count)])
    };
    let name = move || picture_name(&now.get())();
    let go = move |to: usize| {
        lost.set_if_new(false);
        at.set_if_new(to.min(count.saturating_sub(1)));
    };
    let step = move |on: bool| {
        let here = at.get_untracked();
        go(if on { here + 1 } else { here.saturating_sub(1) });
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let forward = if i18n.direction() == "rtl" { "ArrowLeft" } else { "ArrowRight" };
        match event.key().as_str() {
            "Home" => go(0),
            "End" => go(count),
            key @ ("ArrowLeft" | "ArrowRight") => step(key == forward),
            // It closes this, and not what is around it as well.
            "Escape" => return event.stop_propagation(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let turn = move |on: bool, class: &'static str, text: MediaText| {
        let ends = move || if on { at.get() + 1 >= count } else { at.get() == 0 };
        el("button")
            .attr("type", "button")
            .class(["icon-button lightbox-turn ", class].concat().as_str())
            .attr("aria-label", i18n.tr(Text::Media(text)))
            // Not switched off: that would lose the focus at the last one.
            .attr("aria-disabled", move || ends().to_string())
            .on_click(move || step(on))
            .child(icon(Glyph::ChevronDown))
    };
    let picture = move || {
        if lost.get() {
            let text = i18n.tr(Text::Media(MediaText::PictureLost));
            return el("p").class("lightbox-lost").child(icon(Glyph::Alert)).text(text);
        }
        let media = now.get();
        el("img")
            .class("lightbox-picture")
            .attr("alt", picture_name(&media))
            .attr_if("width", media.width.map(|width| width.to_string()))
            .attr_if("height", media.height.map(|height| height.to_string()))
            .on("error", move |_: Event| {
                viewing.lost.run(now.get_untracked());
                lost.set(true);
            })
            .attr_if("src", safe_image(&media.url))
    };
    let close = Callback::new(move |()| viewing.close());
    let head = el("header")
        .class("lightbox-head")
        .child(el("p").class("lightbox-place").attr("aria-hidden", "true").text(place))
        .child(
            el("span").class("lightbox-acts").child(download(now, i18n)).child(
                el("button")
                    .attr("type", "button")
                    .class("icon-button")
                    .attr("aria-label", i18n.tr(Text::Media(MediaText::CloseDialog)))
                    .on_click(move || close.run(()))
                    .child(icon(Glyph::Close)),
            ),
        );
    let caption = el("figcaption").class("lightbox-caption").attr("dir", "auto").text(name);
    let mut inside = el("div")
        .class("lightbox-frame")
        .child(head)
        .child(el("figure").class("lightbox-figure").live(picture).child(caption));
    if count > 1 {
        inside = inside
            .child(turn(false, "lightbox-back", MediaText::PreviousPicture))
            .child(turn(true, "lightbox-on", MediaText::NextPicture));
    }
    let said = move || [place(), name()].join(": ");
    let inside = inside.child(el("p").class("visually-hidden").attr("role", "status").text(said));
    dialog("lightbox", Signal::derive(place), inside, close).on("keydown", on_key)
}

/// The link that saves a picture. It stays while pictures change: it may have the focus.
fn download(now: Memo<Media>, i18n: I18n) -> El {
    el("a")
        .class("icon-button")
        .attr_while("href", move || safe_image(&now.get().url).map(str::to_owned))
        .attr("download", move || now.get().name.unwrap_or_default())
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .attr("aria-label", i18n.tr(Text::Media(MediaText::Download)))
        .attr("title", i18n.tr(Text::Media(MediaText::Download)))
        .child(icon(Glyph::Download))
}

/// What a picture shows, in words: what its sender wrote, else what the file is called.
fn picture_name(media: &Media) -> impl Fn() -> String + Clone + 'static + use<> {
    called(media.caption.as_deref().or(media.name.as_deref()), Text::Photo)
}
