//! How soon the company answers: what was due, when it came, and what is due now.

use inbox_model::Timestamp;
use inbox_model::sla::Sla;

use super::super::due::due_badge;
use super::section::section;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::{Memo, Signal};
use crate::sync::Engine;
use crate::ui::{Glyph, icon};

/// The section about response times.
pub(super) fn timing(engine: Engine) -> El {
    let i18n = use_i18n();
    let current = engine.store.thread.conversation;
    let sla = Memo::new(move |_| current.get().map(|one| one.handling.sla).unwrap_or_default());
    // Nobody is late with what is closed or put away, or while the customer is awaited.
    let runs = Memo::new(move |_| current.get().is_some_and(|one| one.due_at().is_some()));
    let row = move |label: DeskText, value: El| {
        el("div")
            .class("fact")
            .child(el("dt").text(i18n.tr(Text::Desk(label))))
            .child(el("dd").child(value))
    };
    let due = move |at: Timestamp| {
        if runs.get() {
            due_badge(Signal::stored(Some(at)))
        } else {
            el("span").text(move || i18n.moment(at))
        }
    };
    let first = move || {
        let sla = sla.get();
        let value = match (sla.first_response_at, sla.first_response_due_at) {
            (Some(came), _) => answered(came, sla.first_was_late() == Some(true)),
            (None, Some(at)) => due(at),
            (None, None) => return group(),
        };
        row(DeskText::FirstResponse, value)
    };
    let next = move || match sla.get().next_response_due_at {
        Some(at) => row(DeskText::NextResponse, due(at)),
        None => group(),
    };
    section(
        Glyph::Clock,
        DeskText::ResponseTimes,
        move || sla.get() != Sla::default(),
        move || el("dl").class("facts facts-plain").live(first).live(next),
    )
}

/// When an answer came, and whether that was late.
fn answered(came: Timestamp, late: bool) -> El {
    let i18n = use_i18n();
    let text = if late { DeskText::AnsweredLate } else { DeskText::Answered };
    el("span")
        .class("fact-state")
        .attr("data-good", (!late).to_string())
        .attr("title", move || i18n.full(came))
        .child(icon(if late { Glyph::Alert } else { Glyph::Check }))
        .text(move || i18n.with(Text::Desk(text), &[("time", &i18n.moment(came))]))
}
