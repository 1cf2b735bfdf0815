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
    group().live(move || match status.get() {
        None => group(),
        Some(SuggestionStatus::Pending) => waiting(known, company, i18n),
        Some(SuggestionStatus::Sent(_)) => settled(Glyph::Check, DeskText::DraftSent, i18n),
        Some(SuggestionStatus::Replaced(_)) => settled(Glyph::Reply, DeskText::DraftReplaced, i18n),
        Some(SuggestionStatus::Dismissed) => settled(Glyph::Close, DeskText::DraftDismissed, i18n),
    })
}

fn waiting(known: Memo<Option<Known>>, company: CompanySide, i18n: I18n) -> El {
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
    // What it says can be written oneself whatever the system can do.
    let edit = button(Text::Desk(DeskText::DraftEdit), "button", DraftAct::Edit);
    if !company.can_draft {
        return row.child(edit);
    }
    row.child(button(Text::Send, "button button-strong", DraftAct::Send)).child(edit).child(button(
        Text::Desk(DeskText::DraftDismiss),
        "button button-quiet",
        DraftAct::Dismiss,
    ))
}

fn settled(glyph: Glyph, text: DeskText, i18n: I18n) -> El {
    el("p").class("draft-settled").child(icon(glyph)).text(i18n.tr(Text::Desk(text)))
}
