//! Writing a canned reply: its name, its text, the places that are filled in, and how it reads here.

use inbox_model::canned::{CannedReply, NAME, PLACES};
use leptos::ev;
use leptos::prelude::*;

use super::super::editing::Field;
use super::super::hands::Hands;
use super::{at_once, filled};
use crate::dom::{El, Spot, el};
use crate::i18n::{Text, WriteText};
use crate::reactive::{Memo, RwSignal};
use crate::ui::{markdown_now, work};

/// What each of [`PLACES`] is called.
const CALLED: [WriteText; PLACES.len()] = [
    WriteText::PlaceCustomerFirst,
    WriteText::PlaceCustomer,
    WriteText::PlaceEmail,
    WriteText::PlaceAgentFirst,
    WriteText::PlaceAgent,
    WriteText::PlaceTitle,
    WriteText::PlaceWorkspace,
];

/// The form.
pub(super) fn form(
    hands: &Hands,
    reply: CannedReply,
    editing: RwSignal<Option<CannedReply>>,
) -> El {
    let (engine, i18n) = (hands.engine, hands.i18n);
    let CannedReply { id, name, text } = reply;
    let (name, text) = (RwSignal::new(name), RwSignal::new(text));
    let field = Field { spot: Spot::default(), text };
    let words = move |text| i18n.tr(Text::Write(text));
    let now = {
        let id = id.clone();
        Memo::new(move |_| CannedReply {
            id: id.clone(),
            name: name.get().trim().to_owned(),
            text: text.get().trim().to_owned(),
        })
    };
    let wrong = Memo::new(move |_| !now.get().check().is_empty());
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !wrong.get_untracked() {
            engine.save_canned(now.get_untracked());
            editing.set(None);
        }
    };
    let place = move |(place, called): (&'static str, WriteText)| {
        let place = ["{{", place, "}}"].concat();
        el("button")
            .attr("type", "button")
            .class("button canned-place")
            .attr("title", place.as_str())
            .on_click(move || {
                if let Some(edit) = field.read() {
                    field.write(&edit.replace(edit.selection.clone(), &place));
                }
            })
            .text(words(called))
    };
    let input = |event: ev::Event| event_target_value(&event);
    let name_field = at_once(el("input"))
        .attr("type", "text")
        .attr("maxlength", NAME.max.to_string())
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .value(name)
        .on("input", move |event: ev::Event| name.set(input(event)));
    let text_field = el("textarea")
        .at(field.spot)
        .attr("rows", "6")
        .attr("dir", "auto")
        .value(text)
        .on("input", move |event: ev::Event| text.set(input(event)));
    let labelled = move |called: WriteText, field: El| {
        el("label").class("canned-field").child(el("span").text(words(called))).child(field)
    };
    let shown = move || {
        let text = text.get();
        markdown_now(&filled(engine.store, &text), false)
    };
    let button = |class: &'static str, kind: &'static str, text: WriteText| {
        el("button").attr("type", kind).class(class).text(words(text))
    };
    let begun = now.get_untracked();
    work(el("form"), move || now.with(|now| *now != begun))
        .class("canned-form")
        .on("submit", save)
        .child(labelled(WriteText::CannedName, name_field))
        .child(labelled(WriteText::CannedText, text_field))
        .child(
            el("div")
                .class("canned-places")
                .attr("role", "group")
                .attr("aria-label", words(WriteText::CannedPlaces))
                .children(PLACES.into_iter().zip(CALLED).map(place)),
        )
        .child(el("p").class("quiet").text(words(WriteText::CannedPlacesHint)))
        .child(
            el("div")
                .class("canned-shown")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-label", words(WriteText::CannedShown))
                .live(shown),
        )
        .child(
            el("div")
                .class("canned-acts")
                .child(
                    button("button", "button", WriteText::CannedCancel)
                        .on_click(move || editing.set(None)),
                )
                .child(
                    button("button button-strong", "submit", WriteText::CannedSave)
                        .flag_when("disabled", move || wrong.get()),
                ),
        )
}
