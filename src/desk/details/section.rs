//! A titled part of the pane, and the pairs of label and value in it.

use super::copying::copy;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::Memo;
use crate::ui::{Glyph, icon, outward_link};

/// A label and what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact {
    pub(super) label: Label,
    pub(super) value: Value,
}

/// The name of a fact.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Label {
    Text(DeskText),
    /// One of the company's own fields, which have numbers and no names.
    Field(usize),
}

/// What is the case.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Somebody's own words.
    Own(String),
    /// A word of the interface.
    Word(DeskText),
    /// A phone number or e-mail address, with the scheme that leads there.
    Way(&'static str, String),
    /// Good or bad, in words and with a picture.
    State(bool, DeskText),
}

/// A section that is there while it has something in it.
pub(super) fn section(
    glyph: Glyph,
    title: DeskText,
    is: impl Fn() -> bool + 'static,
    inside: impl Fn() -> El + 'static,
) -> El {
    let i18n = use_i18n();
    group().when(is, move || {
        el("section")
            .class("details-section")
            .child(
                el("h4").class("details-title").child(icon(glyph)).text(i18n.tr(Text::Desk(title))),
            )
            .child(inside())
    })
}

/// A section of facts.
pub(super) fn facts_section(glyph: Glyph, title: DeskText, facts: Memo<Vec<Fact>>) -> El {
    section(
        glyph,
        title,
        move || !facts.get().is_empty(),
        // A fact is its own key: what has not changed stays.
        move || el("dl").class("facts facts-plain").each(move || facts.get(), fact),
    )
}

fn fact(fact: Fact) -> El {
    let i18n = use_i18n();
    let label = move || match fact.label {
        Label::Text(text) => i18n.t(Text::Desk(text)).to_owned(),
        Label::Field(at) => {
            i18n.with(Text::Desk(DeskText::CustomField), &[("n", &i18n.number(at))])
        }
    };
    el("div").class("fact").child(el("dt").text(label)).child(value(fact.value))
}

fn value(value: Value) -> El {
    let i18n = use_i18n();
    let place = el("dd");
    match value {
        Value::Own(text) => place.child(el("bdi").text(text.as_str())).child(copy(text)),
        Value::Word(text) => place.text(i18n.tr(Text::Desk(text))),
        Value::Way(scheme, text) => {
            let href = [scheme, &text.replace(' ', "")].concat();
            // A long address is broken where one reads a break.
            let (name, host) = text.split_at(text.find('@').map_or(0, |at| at + 1));
            let words = el("bdi").text(name).child(el("wbr")).text(host);
            let link = outward_link(&href, "card-line", words);
            place.child(link).child(copy(text))
        }
        Value::State(good, text) => {
            let glyph = if good { Glyph::Check } else { Glyph::Alert };
            place.child(
                el("span")
                    .class("fact-state")
                    .attr("data-good", good.to_string())
                    .child(icon(glyph))
                    .text(i18n.tr(Text::Desk(text))),
            )
        }
    }
}
