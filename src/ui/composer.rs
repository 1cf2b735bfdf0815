//! Where one writes: grows with the text, sends on Enter, and never in the middle of an input
//! method's composition.

use inbox_model::draft;
#[cfg(feature = "desk")]
use inbox_model::validate::TextLimit;
use inbox_model::validate::{Fault, Unit};
use leptos::ev;
use leptos::prelude::*;

use super::icon::{Glyph, icon};
use super::see;
use crate::dom::{El, Spot, el};
#[cfg(feature = "desk")]
use crate::i18n::DeskText;
use crate::i18n::{Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};

/// Tallest the field gets, in pixels, before it scrolls.
const TALLEST: i32 = 200;

/// What a composer needs.
pub struct Composing {
    /// What is typed. It lives outside, so that a draft survives whatever becomes of the view.
    pub text: RwSignal<String>,
    /// What it says while empty; also its name.
    pub placeholder: Signal<String>,
    /// The words on the button.
    pub send_label: Signal<Text>,
    /// Sends the text, which is not empty; the composer empties itself.
    pub on_send: Callback<String>,
    /// Something was typed.
    pub on_typing: Callback<()>,
    /// What stands before the field, such as a choice between reply and note.
    pub before: Option<El>,
    /// Takes the focus whenever this is another number than zero and than before.
    pub focus: Signal<u32>,
    /// How long the text may be; [`draft::TEXT`] where customers write.
    #[cfg(feature = "desk")]
    pub limit: Signal<TextLimit>,
}

#[cfg(feature = "desk")]
fn too_long(unit: Unit) -> Text {
    match unit {
        Unit::Segments => Text::Desk(DeskText::SmsTooMany),
        _ => Text::TooLong,
    }
}

#[cfg(not(feature = "desk"))]
fn too_long(_: Unit) -> Text {
    Text::TooLong
}

/// A composer.
pub fn composer(composing: Composing) -> El {
    #[cfg(feature = "desk")]
    let longest = composing.limit;
    #[cfg(feature = "desk")]
    let longest = move || longest.get();
    #[cfg(not(feature = "desk"))]
    let longest = || draft::TEXT;
    let Composing { text, placeholder, send_label, on_send, on_typing, before, focus, .. } =
        composing;
    let i18n = use_i18n();
    let field = Spot::default();
    let problem = Memo::new(move |_| {
        let longest = longest();
        see(text.get(), |text| draft::check_text(text, longest))
    });
    let excess = move || match problem.get() {
        Some(Fault::TooLong { unit, max, actual }) => {
            let excess = u32::try_from(actual.saturating_sub(max)).unwrap_or(u32::MAX);
            Some(i18n.count(too_long(unit), excess))
        }
        _ => None,
    };
    // By the next frame the view may have gone, with all that belongs to it.
    let fit = move || {
        if let Some(field) = field.now() {
            let style = field.style();
            // Shrinking needs a look at the natural height first.
            let _ = style.set_property("height", "auto");
            let height = field.scroll_height().min(TALLEST);
            let _ = style.set_property("height", &[&height.to_string(), "px"].concat());
        }
    };
    effect(move || {
        text.track();
        request_animation_frame(fit);
    });
    let mut last = 0;
    effect(move || {
        let now = focus.get();
        if std::mem::replace(&mut last, now) != now
            && let Some(field) = field.get()
        {
            let _ = field.focus();
        }
    });
    let send = move || {
        if problem.get_untracked().is_none() {
            let said = text.get_untracked();
            text.set(String::new());
            on_send.run(said);
        }
        if let Some(field) = field.now() {
            let _ = field.focus();
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        // 229 is what browsers report while an input method is at work, Safari also right after.
        let composing = event.is_composing() || event.key_code() == 229;
        if event.key() == "Enter" && !event.shift_key() && !composing {
            event.prevent_default();
            send();
        }
    };
    let write = el("textarea")
        .class("composer-field")
        .at(field)
        .attr("rows", "1")
        .attr("dir", "auto")
        .attr("enterkeyhint", "send")
        .attr("aria-label", placeholder)
        .attr("placeholder", placeholder)
        .attr("aria-invalid", move || excess().is_some().to_string())
        .value(text)
        .on("input", move |event: ev::Event| {
            text.set(event_target_value(&event));
            on_typing.run(());
        })
        .on("keydown", on_key);
    let button = el("button")
        .attr("type", "submit")
        .class("send")
        .attr("part", "send")
        .flag_when("disabled", move || problem.get().is_some())
        .attr("title", i18n.tr(Text::SendHint))
        .child(icon(Glyph::ArrowUp))
        .child(el("span").class("send-label").text(move || i18n.t(send_label.get())));
    let complaint = el("p").class("composer-problem").attr("role", "alert");
    el("form")
        .class("composer")
        .attr("part", "composer")
        .on("submit", move |event: ev::SubmitEvent| {
            event.prevent_default();
            send();
        })
        .maybe(before)
        .child(el("div").class("composer-box").child(write).child(button))
        .child(complaint.text(move || excess().unwrap_or_default()))
}
