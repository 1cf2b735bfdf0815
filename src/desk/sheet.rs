//! The sheet of all shortcuts, by what they are for.

use leptos::prelude::*;

use super::actions::{ACTIONS, GROUPS, keycaps};
use super::formatting::FORMATS;
use super::hands::Hands;
use crate::dom::{El, el};
use crate::i18n::{ActText, Text};
use crate::reactive::Signal;
use crate::ui::{dialog, dialog_head};

/// The dialog with the sheet.
pub(super) fn sheet(hands: &Hands) -> El {
    let hands = *hands;
    let i18n = hands.i18n;
    let close = Callback::new(move |()| hands.dismiss());
    let name = Signal::derive(move || i18n.t(Text::Act(ActText::Shortcuts)).to_owned());
    let row = move |text: Text, keys: &[&str]| {
        el("div")
            .class("sheet-row")
            .child(el("dt").text(i18n.tr(text)))
            .child(el("dd").child(keycaps(keys, i18n)))
    };
    let group = move |title: ActText| {
        let own = ACTIONS.iter().filter(|one| one.group == title && !one.keys.is_empty());
        let rows = own.map(|one| row(one.text, one.keys));
        // The composer hears these by a table of its own.
        let formats = FORMATS.iter().filter(|_| title == ActText::GroupWrite);
        let formats =
            formats.map(|(.., text, key)| row(Text::Desk(*text), &[&["Mod+", key].concat()]));
        el("section")
            .class("sheet-group")
            .child(el("h3").class("sheet-title").text(i18n.tr(Text::Act(title))))
            .child(el("dl").class("sheet-rows").children(rows.chain(formats)))
    };
    let off = move || el("p").class("sheet-off").text(i18n.tr(Text::Act(ActText::ShortcutsOff)));
    // It may have to be scrolled, which takes the focus.
    let body = el("div")
        .class("dialog-body sheet")
        .attr("tabindex", "0")
        .attr("autofocus", "")
        .attr("role", "region")
        .attr("aria-label", name)
        .when(move || !hands.kept.get().keys, off)
        .children(GROUPS.map(group));
    let inside = el("div").class("dialog-panel").child(dialog_head(name, close)).child(body);
    dialog("dialog dialog-wide", name, inside, close)
}
