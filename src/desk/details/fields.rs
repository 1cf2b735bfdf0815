//! The company's own fields: a table of what is noted, and the form in which that is altered, of the
//! type that it has.

use inbox_model::Command;
use inbox_model::validate::attributes::{AttributeLimits, ValueKind, check};
use leptos::ev;
use leptos::prelude::*;

use super::super::deeds::deed;
use super::super::select::select;
use super::section::section;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, ViewText, use_i18n};
use crate::reactive::{Memo, RwSignal};
use crate::sync::{Attribute, Engine};
use crate::ui::{Glyph, icon};

/// A field that is being altered: by its name, or a new one.
type Edited = Option<Option<(String, String)>>;

/// The fields as a table.
pub(super) fn record(engine: Engine) -> El {
    let i18n = use_i18n();
    let can = engine.capabilities().attributes;
    let current = engine.store.thread.conversation;
    let fields = Memo::new(move |_| {
        let fields = current.get().map(|one| one.custom_attributes.clone()).unwrap_or_default();
        let there = fields.iter().filter(|(_, json)| !can || json.trim() != "null");
        there.map(|(name, json)| (name.clone(), json.clone())).collect::<Vec<_>>()
    });
    let edited: RwSignal<Edited> = RwSignal::new(None);
    let row = move |(name, json): (String, String)| {
        let acts = can.then(|| acts(engine, edited, &name, &json));
        let value = el("td").attr("dir", "auto").text(move || value_words(&json, i18n));
        let name = el("th").attr("scope", "row").attr("dir", "auto").text(name);
        el("tr").child(name).child(value).maybe(acts)
    };
    let heading = move |text| el("th").attr("scope", "col").text(i18n.tr(text));
    let table = move || {
        let head = el("tr")
            .child(heading(Text::Desk(DeskText::RecordName)))
            .child(heading(Text::Desk(DeskText::RecordValue)))
            .maybe(can.then(|| heading(Text::Desk(DeskText::MoreActions))));
        el("table")
            .class("record")
            .child(el("thead").class("visually-hidden").child(head))
            .child(el("tbody").each(move || fields.get(), row))
    };
    let add = move || {
        el("button")
            .attr("type", "button")
            .class("link-button record-add")
            .attr("data-act", "field")
            .on_click(move || edited.set(Some(None)))
            .child(icon(Glyph::Plus))
            .text(i18n.tr(Text::View(ViewText::AddField)))
    };
    let editing = move || edited.get().map_or_else(group, |field| form(engine, edited, field));
    section(
        Glyph::File,
        DeskText::Record,
        move || can || !fields.get().is_empty(),
        move || {
            group()
                .when(move || !fields.get().is_empty(), table)
                .live(editing)
                .when(move || can && edited.get().is_none(), add)
        },
    )
}

/// What can be done with a field. What is a list or an object is left to those who wrote it.
fn acts(engine: Engine, edited: RwSignal<Edited>, name: &str, json: &str) -> El {
    let i18n = use_i18n();
    let simple = !matches!(ValueKind::of(json), Some(ValueKind::List | ValueKind::Object) | None);
    let button = move |text: ViewText, glyph: Glyph, name: String| {
        let label = move || i18n.with(Text::View(text), &[("name", &name)]);
        el("button")
            .attr("type", "button")
            .class("icon-button record-act")
            .attr("aria-label", label.clone())
            .attr("title", label)
            .child(icon(glyph))
    };
    let field = (name.to_owned(), json.to_owned());
    let edit = simple.then(|| {
        let field = field.clone();
        button(ViewText::EditField, Glyph::Pencil, name.to_owned())
            .on_click(move || edited.set(Some(Some(field.clone()))))
    });
    let remove = button(ViewText::RemoveField, Glyph::Close, name.to_owned()).on_click(move || {
        let attributes = vec![(field.0.clone(), "null".to_owned())];
        deed(engine, Command::SetAttributes { attributes });
    });
    el("td").class("record-acts").maybe(edit).child(remove)
}

const KINDS: [(ValueKind, ViewText); 3] = [
    (ValueKind::Text, ViewText::KindText),
    (ValueKind::Number, ViewText::KindNumber),
    (ValueKind::Boolean, ViewText::KindFlag),
];

/// The form of one field.
fn form(engine: Engine, edited: RwSignal<Edited>, field: Option<(String, String)>) -> El {
    let i18n = use_i18n();
    let is_new = field.is_none();
    let (own_name, json) = field.unwrap_or_default();
    let (kind, text) = read(&json);
    let (name, kind) = (RwSignal::new(own_name), RwSignal::new(kind));
    let text = RwSignal::new(text);
    let problem = RwSignal::new(None::<ViewText>);
    let save = move || {
        let named = name.get_untracked().trim().to_owned();
        let Some(value) = Attribute::write(kind.get_untracked(), &text.get_untracked()) else {
            return problem.set(Some(ViewText::NotANumber));
        };
        let wrong = check([(named.as_str(), value.as_str())], &AttributeLimits::default());
        if !wrong.is_empty() {
            return problem.set(Some(ViewText::FieldRefused));
        }
        edited.set(None);
        deed(engine, Command::SetAttributes { attributes: vec![(named, value)] });
    };
    let input = move |label: Text, of: RwSignal<String>| {
        el("input")
            .attr("type", "text")
            .class("builder-name")
            .attr("dir", "auto")
            .attr("autocomplete", "off")
            .attr("aria-label", i18n.tr(label))
            .attr("placeholder", i18n.tr(label))
            .value(of)
            .on("input", move |event: ev::Event| {
                problem.set_if_new(None);
                of.set(event_target_value(&event));
            })
    };
    let code = |kind: ValueKind| kind.code().to_owned();
    let kinds = KINDS.map(|(kind, text)| (code(kind), i18n.t(Text::View(text)).to_owned()));
    let now = kind.get_untracked().code();
    let kind_choice = select(i18n, Text::View(ViewText::Kind), now, kinds.into(), move |chosen| {
        let found = KINDS.iter().find(|(one, _)| one.code() == chosen);
        if let Some((found, _)) = found {
            kind.set(*found);
            problem.set_if_new(None);
        }
    });
    let value = move || match kind.get() {
        ValueKind::Boolean => {
            let word = |text: DeskText| i18n.t(Text::Desk(text)).to_owned();
            let options = vec![
                ("true".to_owned(), word(DeskText::Yes)),
                ("false".to_owned(), word(DeskText::No)),
            ];
            if text.get_untracked() != "false" {
                text.set("true".to_owned());
            }
            let now = text.get_untracked();
            select(i18n, Text::Desk(DeskText::RecordValue), &now, options, move |to| text.set(to))
        }
        ValueKind::Number => {
            input(Text::Desk(DeskText::RecordValue), text).attr("inputmode", "decimal")
        }
        _ => input(Text::Desk(DeskText::RecordValue), text),
    };
    let first = input(Text::Desk(DeskText::RecordName), name);
    let told = move || problem.get().map(|text| i18n.t(Text::View(text))).unwrap_or_default();
    let button = move |text: ViewText, class: &'static str, kind: &'static str| {
        el("button").attr("type", kind).class(class).text(i18n.tr(Text::View(text)))
    };
    let named = el("p").class("record-name").attr("dir", "auto").text(move || name.get());
    el("form")
        .class("record-form")
        .attr("novalidate", "")
        .on("submit", move |event: ev::SubmitEvent| {
            event.prevent_default();
            save();
        })
        .on("keydown", move |event: ev::KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                event.stop_propagation();
                edited.set(None);
            }
        })
        .child(if is_new { first.attr("autofocus", "") } else { named })
        .child(kind_choice)
        .live(value)
        .child(el("p").class("rule-problem").attr("role", "alert").text(move || told().to_owned()))
        .child(
            el("div")
                .class("record-ways")
                .child(button(ViewText::SaveField, "button button-strong", "submit"))
                .child(
                    button(ViewText::Cancel, "button", "button").on_click(move || edited.set(None)),
                ),
        )
}

/// Of which type a value is, and what stands in its field.
fn read(json: &str) -> (ValueKind, String) {
    let kind = match ValueKind::of(json) {
        Some(kind @ (ValueKind::Number | ValueKind::Boolean)) => kind,
        _ => ValueKind::Text,
    };
    let text = match Attribute::read(json) {
        Attribute::Text(text) => text,
        Attribute::Flag(flag) => flag.to_string(),
        Attribute::Empty => String::new(),
    };
    (kind, text)
}

fn value_words(json: &str, i18n: I18n) -> String {
    let text = match Attribute::read(json) {
        Attribute::Empty => DeskText::NoValue,
        Attribute::Flag(true) => DeskText::Yes,
        Attribute::Flag(false) => DeskText::No,
        Attribute::Text(text) => return text,
    };
    i18n.t(Text::Desk(text)).to_owned()
}
