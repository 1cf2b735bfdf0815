//! The dialog of the settings.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::super::hands::{Dialog, Hands};
use super::super::notify;
use super::{Kept, Settings, Theme, UNDO};
use crate::dom::{El, Spot, el};
use crate::i18n::{ActText, I18n, Text};
use crate::reactive::{RwSignal, Signal, effect};
use crate::ui::{Glyph, dialog, dialog_head, icon};

/// The dialog.
pub(in super::super) fn settings_dialog(hands: &Hands) -> El {
    let hands = *hands;
    let (i18n, kept) = (hands.i18n, hands.kept);
    let close = Callback::new(move |()| hands.dismiss());
    let name = Signal::derive(move || i18n.t(Text::Act(ActText::Settings)).to_owned());
    let themes = Theme::ALL.map(|theme| Choice {
        text: theme.text(),
        is: Box::new(move |settings| settings.theme == theme),
        set: Box::new(move |settings| settings.theme = theme),
    });
    let spacings = [(false, ActText::Comfortable), (true, ActText::Compact)];
    let spacings = spacings.map(|(compact, text)| Choice {
        text,
        is: Box::new(move |settings| settings.compact == compact),
        set: Box::new(move |settings| settings.compact = compact),
    });
    let called = |seconds| match seconds {
        0 => ActText::UndoOff,
        5 => ActText::Undo5,
        20 => ActText::Undo20,
        30 => ActText::Undo30,
        _ => ActText::Undo10,
    };
    let undo = UNDO.map(|seconds| Choice {
        text: called(seconds),
        is: Box::new(move |settings| settings.undo == seconds),
        set: Box::new(move |settings| settings.undo = seconds),
    });
    let keys = switch(
        i18n,
        (ActText::SingleKeys, ActText::SingleKeysHint),
        move || kept.get().keys,
        move |on| kept.change(|settings| settings.keys = on),
    );
    let way = move |dialog: Dialog, glyph: Glyph, text: ActText| {
        el("button")
            .attr("type", "button")
            .class("button")
            .on_click(move || hands.show(dialog))
            .child(icon(glyph))
            .text(i18n.tr(Text::Act(text)))
    };
    let body = el("div")
        .class("dialog-body")
        .child(choices(i18n, kept, "theme", ActText::Appearance, themes.into()))
        .child(choices(i18n, kept, "density", ActText::Spacing, spacings.into()))
        .child(choices(i18n, kept, "undo", ActText::UndoSend, undo.into()))
        .child(keys)
        .maybe(notify::is_possible().then(|| notifications(i18n, kept)))
        .child(
            el("div")
                .class("settings-ways")
                .child(way(Dialog::Shortcuts, Glyph::Info, ActText::Shortcuts))
                .child(way(Dialog::Palette, Glyph::Search, ActText::PaletteActions)),
        )
        .child(el("p").class("quiet").text(i18n.tr(Text::Act(ActText::SettingsKept))));
    let inside = el("div").class("dialog-panel").child(dialog_head(name, close)).child(body);
    dialog("dialog", name, inside, close)
}

/// One of several ways.
struct Choice {
    text: ActText,
    is: Box<dyn Fn(Settings) -> bool>,
    set: Box<dyn Fn(&mut Settings)>,
}

fn choices(i18n: I18n, kept: Kept, name: &'static str, title: ActText, choices: Vec<Choice>) -> El {
    let one = move |Choice { text, is, set }: Choice| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .on("change", move |_: ev::Event| kept.change(|settings| set(settings)));
        el("label")
            .class("setting-choice")
            .child(checked(input, move || is(kept.get())))
            .child(el("span").class("segment").text(i18n.tr(Text::Act(text))))
    };
    el("fieldset")
        .class("setting")
        .child(el("legend").text(i18n.tr(Text::Act(title))))
        .child(el("div").class("segments").children(choices.into_iter().map(one)))
}

/// Something that is on or off: its name and what it means.
fn switch(
    i18n: I18n,
    (name, hint): (ActText, ActText),
    is: impl Fn() -> bool + 'static,
    set: impl Fn(bool) + 'static,
) -> El {
    let input = el("input").attr("type", "checkbox").attr("role", "switch").class("switch").on(
        "change",
        move |event: ev::Event| {
            let input = event.target().and_then(|one| one.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input {
                set(input.checked());
            }
        },
    );
    el("label")
        .class("setting setting-line")
        .child(
            el("span")
                .class("setting-words")
                .child(el("span").class("setting-name").text(i18n.tr(Text::Act(name))))
                .child(el("span").class("quiet").text(i18n.tr(Text::Act(hint)))),
        )
        .child(checked(input, is))
}

/// The browser is asked at the press, and at no other time.
fn notifications(i18n: I18n, kept: Kept) -> El {
    let denied = RwSignal::new(false);
    // What is refused goes back to where it was.
    let asked = RwSignal::new(0_u32);
    let is = move || {
        asked.track();
        kept.get().notify && notify::is_granted()
    };
    let set = move |on: bool| {
        denied.set(false);
        if !on {
            return kept.change(|settings| settings.notify = false);
        }
        notify::ask(move |granted| {
            kept.change(|settings| settings.notify = granted);
            denied.set(!granted);
            asked.update(|times| *times += 1);
        });
    };
    let refused = move || if denied.get() { i18n.t(Text::Act(ActText::NotifyDenied)) } else { "" };
    el("div")
        .class("setting-notify")
        .child(switch(i18n, (ActText::Notify, ActText::NotifyHint), is, set))
        .child(el("p").class("setting-refused").attr("role", "alert").text(refused))
}

/// An input that shows what is the case.
fn checked(input: El, is: impl Fn() -> bool + 'static) -> El {
    let spot = Spot::default();
    effect(move || {
        let is = is();
        if let Some(input) = spot.get().and_then(|one| one.dyn_into::<HtmlInputElement>().ok()) {
            input.set_checked(is);
        }
    });
    input.at(spot)
}
