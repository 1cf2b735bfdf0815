//! The upper end of a long thread: more is read as one comes near it, and it says what lies before.

use inbox_model::thread::{Before, Reach};
use leptos::prelude::*;

use super::company::CompanySide;
use super::windowed::Window;
use crate::dom::{El, el, group};
use crate::i18n::{ReadText, Text, use_i18n};
use crate::reactive::{Memo, effect};

/// A thread of fewer lines needs no word that it begins.
const LONG: usize = 40;

/// Reads on whenever the first line is built: soon it is in sight.
pub(super) fn read_on(window: Window, company: CompanySide) {
    effect(move || {
        let is_near = window.built.with(|built| window.is_first(built.first()));
        if is_near && company.before.get() == Before::More {
            company.read_back.run((Reach::Further, Box::new(|| {})));
        }
    });
}

/// What lies before the first line, in words.
pub(super) fn beginning(window: Window, company: CompanySide) -> El {
    let i18n = use_i18n();
    let before = Memo::new(move |_| company.before.get());
    let is_long = Memo::new(move |_| {
        window.built.track();
        before.track();
        window.with_keys(|keys| keys.len() > LONG)
    });
    let retry = move || {
        company.read_back.run((Reach::Further, Box::new(|| {})));
    };
    let line =
        move |text: ReadText| el("p").class("thread-beginning").text(i18n.tr(Text::Read(text)));
    group().live(move || match before.get() {
        Before::Nothing if is_long.get() => line(ReadText::ThreadBegins),
        Before::Nothing => group(),
        Before::More | Before::Loading => line(ReadText::OlderComing),
        Before::Untold => line(ReadText::OlderUnknown),
        Before::Failed { .. } => line(ReadText::OlderFailed).attr("role", "alert").child(
            el("button")
                .attr("type", "button")
                .class("link-button")
                .on_click(retry)
                .text(i18n.tr(Text::Retry)),
        ),
    })
}
