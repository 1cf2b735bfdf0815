//! What becomes of a machine's draft: the buttons while it waits, a word once it is settled.

use inbox_model::suggestion::SuggestionStatus;
use leptos::prelude::*;

use super::company::{CompanySide, DraftAct, Known};
use super::icon::{Glyph, icon};
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text};
use crate::reactive::Memo;

/// What stands below a draft; nothing below anything else.
pub(super) fn draft(known: Memo<Option<Known>>, company: CompanySide, i18n: I18n) -> El {
    let status = Memo::new(move |_| known.get()?.draft);
    let is_outdated = Memo::new(move |_| {
        let waits = |known: &Known| known.draft == Some(SuggestionStatus::Pending);
        known.get().filter(waits).is_some_and(|known| company.is_outdated.run(known.id))
    });
    group().live(move || match status.get() {
        None => group(),
        Some(SuggestionStatus::Pending) if is_outdated.get() => {
            let why = settled(Glyph::Alert, DeskText::DraftOutdated, i18n);
            group().child(why).child(waiting(known, company, true, i18n))
        }
        Some(SuggestionStatus::Pending) => waiting(known, company, false, i18n),
        Some(SuggestionStatus::Sent(_)) => settled(Glyph::Check, DeskText::DraftSent, i18n),
        Some(SuggestionStatus::Replaced(_)) => settled(Glyph::Reply, DeskText::DraftReplaced, i18n),
        Some(SuggestionStatus::Dismissed) => settled(Glyph::Close, DeskText::DraftDismissed, i18n),
    })
}

fn waiting(known: Memo<Option<Known>>, company: CompanySide, is_outdated: bool, i18n: I18n) -> El {
    let button = move |text: Text, class: &'static str, act: DraftAct| {
        el("button")
            .attr("type", "button")
            .class(class)
            .on_click(move || {
                if let Some(known) = known.get_untracked() {
                    company.draft.run((known.id, act));
                }
            })
            .text(i18n.tr(text))
    };
    let row = el("div")
        .class("draft-actions")
        .attr("role", "group")
        .attr("aria-label", i18n.tr(Text::Desk(DeskText::DraftActions)));
    // What it says can be written oneself whatever the system can do, and an answer to what is no
    // longer the last word can only be dismissed.
    let send = || button(Text::Send, "button button-strong", DraftAct::Send);
    let edit = || button(Text::Desk(DeskText::DraftEdit), "button", DraftAct::Edit);
    let dismiss =
        || button(Text::Desk(DeskText::DraftDismiss), "button button-quiet", DraftAct::Dismiss);
    row.maybe((company.can_draft && !is_outdated).then(send))
        .maybe((!is_outdated).then(edit))
        .maybe(company.can_draft.then(dismiss))
}

fn settled(glyph: Glyph, text: DeskText, i18n: I18n) -> El {
    el("p").class("draft-settled").child(icon(glyph)).text(i18n.tr(Text::Desk(text)))
}
