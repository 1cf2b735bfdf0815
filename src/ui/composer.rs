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
    /// What agents have beside it.
    #[cfg(feature = "desk")]
    pub tools: Tools,
}

/// What agents have around the field in which they write.
#[cfg(feature = "desk")]
#[derive(Default)]
pub struct Tools {
    /// Where the field is.
    pub field: Spot,
    /// Hears a key before the composer does; whether it was meant for it.
    pub on_key: Option<Callback<ev::KeyboardEvent, bool>>,
    /// What stands above the field, in its frame.
    pub above: Option<El>,
    /// What stands below the field, in its frame.
    pub below: Option<El>,
    /// What stands beside the button that sends.
    pub beside: Option<El>,
    /// What is offered for the word that is being typed.
    pub offer: Offer,
    /// Whether something goes along, so that the text may be empty.
    pub carries: Option<Signal<bool>>,
    /// Whether it cannot be sent yet.
    pub waits: Option<Signal<bool>>,
}

/// Something to choose from while the focus stays in the field: the combobox of the ARIA Authoring
/// Practices, with a list, but for the role, which HTML allows on no field of several lines.
#[cfg(feature = "desk")]
#[derive(Clone, Copy, Default)]
pub struct Offer {
    /// The id of the list.
    pub list: &'static str,
    /// The id of the option that would be taken, while something is offered.
    pub active: Option<Signal<Option<String>>>,
}

#[cfg(feature = "desk")]
impl Offer {
    /// The field with what assistive technology has to know of the list.
    fn tell(self, field: El) -> El {
        let Some(active) = self.active else { return field };
        let is_open = Memo::new(move |_| active.get().is_some());
        let open = move |value: &'static str| move || is_open.get().then(|| value.to_owned());
        field
            .attr_while("aria-autocomplete", open("list"))
            .attr_while("aria-haspopup", open("listbox"))
            .attr_while("aria-controls", open(self.list))
            .attr_while("aria-activedescendant", move || active.get())
    }
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
    #[cfg(feature = "desk")]
    let tools = composing.tools;
    let Composing { text, placeholder, send_label, on_send, on_typing, before, focus, .. } =
        composing;
    let i18n = use_i18n();
    #[cfg(not(feature = "desk"))]
    let field = Spot::default();
    #[cfg(feature = "desk")]
    let Tools { field, on_key: hears, above, below, beside, offer, carries, waits } = tools;
    let problem = Memo::new(move |_| {
        let longest = longest();
        see(text.get(), |text| draft::check_text(text, longest))
    });
    #[cfg(feature = "desk")]
    let problem = Memo::new(move |_| match problem.get() {
        None if waits.is_some_and(Signal::get) => Some(Fault::Empty),
        Some(Fault::Empty)
            if carries.is_some_and(Signal::get) && !waits.is_some_and(Signal::get) =>
        {
            None
        }
        other => other,
    });
    let excess = move || match problem.get() {
        Some(Fault::TooLong { unit, max, actual }) => {
            let excess = u32::try_from(actual.saturating_sub(max)).unwrap_or(u32::MAX);
            Some(i18n.count(too_long(unit), excess))
        }
        _ => None,
    };
    // Where the browser does it, nothing has to be measured for every letter.
    #[cfg(feature = "desk")]
    let fits_itself = can_size_itself();
    #[cfg(not(feature = "desk"))]
    let fits_itself = false;
    if !fits_itself {
        // By the next frame the view may have gone, with all that belongs to it.
        let fit = move || {
            let Some(field) = field.now() else { return };
            let style = field.style();
            // Shrinking needs a look at the natural height first.
            let _ = style.set_property("height", "auto");
            let height = field.scroll_height().min(TALLEST);
            let _ = style.set_property("height", &[&height.to_string(), "px"].concat());
        };
        effect(move || {
            text.track();
            request_animation_frame(fit);
        });
    }
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
        #[cfg(feature = "desk")]
        if !composing && hears.is_some_and(|hears| hears.run(event.clone())) {
            return event.prevent_default();
        }
        if event.key() == "Enter" && !event.shift_key() && !composing {
            event.prevent_default();
            send();
        }
    };
    let write = el("textarea")
        .class(if fits_itself { "composer-field composer-grows" } else { "composer-field" })
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
    #[cfg(feature = "desk")]
    let write = offer.tell(write);
    let button = el("button")
        .attr("type", "submit")
        .class("send")
        .attr("part", "send")
        .flag_when("disabled", move || problem.get().is_some())
        .attr("title", i18n.tr(Text::SendHint))
        .child(icon(Glyph::ArrowUp))
        .child(el("span").class("send-label").text(move || i18n.t(send_label.get())));
    let line = el("div").class("composer-box");
    #[cfg(not(feature = "desk"))]
    let line = line.child(write).child(button);
    #[cfg(feature = "desk")]
    let line = {
        let send = el("div").class("send-split").child(button).maybe(beside);
        let row = el("div").class("composer-line").child(write).child(send);
        line.maybe(above).child(row).maybe(below)
    };
    let complaint = el("p").class("composer-problem").attr("role", "alert");
    el("form")
        .class("composer")
        .attr("part", "composer")
        .on("submit", move |event: ev::SubmitEvent| {
            event.prevent_default();
            send();
        })
        .maybe(before)
        .child(line)
        .child(complaint.text(move || excess().unwrap_or_default()))
}

/// Whether the browser can have the field grow with its text.
#[cfg(feature = "desk")]
fn can_size_itself() -> bool {
    web_sys::css::supports_with_value("field-sizing", "content").unwrap_or(false)
}
