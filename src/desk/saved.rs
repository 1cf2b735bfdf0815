//! The views that an agent has saved: each with what it counts, a way to save what is in view as
//! another one, and a way to remove it.

use inbox_model::view::{self, View, ViewProblem};
use leptos::ev;
use leptos::prelude::*;

use super::place::{Place, Shown};
use super::views::choice;
use crate::dom::{El, Spot, el, group};
use crate::i18n::{DeskText, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::{Engine, new_command_id};
use crate::ui::{Glyph, icon};

/// The agent's own views under their heading.
pub(super) fn saved(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let naming = RwSignal::new(false);
    let own = Memo::new(move |_| {
        let views = engine.store.views.get().into_iter();
        views.filter(|view| !view.system).collect::<Vec<View>>()
    });
    let title = i18n.tr(Text::Desk(DeskText::SavedViews));
    let add = el("button")
        .attr("type", "button")
        .class("icon-button view-add")
        .attr("aria-label", i18n.tr(Text::Desk(DeskText::SaveView)))
        .attr("title", i18n.tr(Text::Desk(DeskText::SaveView)))
        .attr("aria-expanded", move || naming.get().to_string())
        .on_click(move || naming.update(|naming| *naming = !*naming))
        .child(icon(Glyph::Plus));
    group()
        .child(el("div").class("views-saved").child(el("h3").text(title)).child(add))
        .when(move || naming.get(), move || name_field(engine, place, naming))
        .child(
            el("ul")
                .class("views-own")
                .attr("role", "list")
                .attr("aria-label", title)
                .each(move || own.get(), move |view| entry(engine, place, view)),
        )
}

fn entry(engine: Engine, place: Place, view: View) -> El {
    let name = el("span").class("view-name").attr("dir", "auto").text(view.name.as_str());
    let shown = Shown::Saved(view.id.clone());
    el("li")
        .class("view-own")
        .child(
            choice(place, shown, Glyph::Bookmark, name)
                .attr("title", view.name.as_str())
                .child(count(engine, view.id.clone())),
        )
        .child(remove(engine, place, view))
}

/// How much a view shows: what is unread stands out.
pub(super) fn count(engine: Engine, id: String) -> El {
    let i18n = use_i18n();
    let count = Memo::new(move |_| engine.store.view_counts.get().get(&id).copied());
    let known = move || {
        let Some(count) = count.get() else { return group() };
        let (unread, total) = (count.unread.to_string(), count.total.to_string());
        let words =
            i18n.with(Text::Desk(DeskText::ViewCount), &[("unread", &unread), ("total", &total)]);
        let told = (count.unread > 0).then(|| el("span").class("view-unread").text(unread));
        // Where all are unread, one figure says it.
        let all = (count.unread != count.total || count.total == 0)
            .then(|| el("span").class("view-total").text(total));
        el("span").class("view-count").child(el("span").class("visually-hidden").text(words)).child(
            el("span").class("view-figures").attr("aria-hidden", "true").maybe(told).maybe(all),
        )
    };
    group().live(known)
}

/// Removes a view; it takes a second press, because nothing brings a view back.
fn remove(engine: Engine, place: Place, view: View) -> El {
    let i18n = use_i18n();
    let sure = RwSignal::new(false);
    let name = view.name.clone();
    let act = move || {
        if !sure.get_untracked() {
            return sure.set(true);
        }
        let mut views = engine.store.views.get_untracked();
        views.retain(|one| one.id != view.id);
        if place.shown.get_untracked() == Shown::Saved(view.id.clone()) {
            place.show(Shown::Saved("recents".to_owned()));
        }
        engine.save_views(views);
    };
    let label = move || {
        let text = if sure.get() { DeskText::RemoveViewSure } else { DeskText::RemoveView };
        i18n.with(Text::Desk(text), &[("name", &name)])
    };
    el("button")
        .attr("type", "button")
        .class("view-remove")
        .class_when("view-remove-sure", move || sure.get())
        .attr("aria-label", label)
        .on_click(act)
        .on("blur", move |_: ev::FocusEvent| sure.set(false))
        .on("keydown", move |event: ev::KeyboardEvent| {
            if event.key() == "Escape" && sure.get_untracked() {
                event.prevent_default();
                event.stop_propagation();
                sure.set(false);
            }
        })
        .choose(
            move || sure.get(),
            move || el("span").text(i18n.tr(Text::Desk(DeskText::Remove))),
            || icon(Glyph::Close),
        )
}

/// The name under which what is in view is saved.
fn name_field(engine: Engine, place: Place, naming: RwSignal<bool>) -> El {
    let i18n = use_i18n();
    let name = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<DeskText>);
    let field = Spot::default();
    effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let save = move || {
        let mut views = engine.store.views.get_untracked();
        let filter = untrack(|| place.filter());
        let position = u32::try_from(views.len()).unwrap_or(u32::MAX);
        let id = new_command_id().to_string();
        let name = name.get_untracked().trim().to_owned();
        let sort = untrack(|| place.sort());
        views.push(View { id: id.clone(), name, position, filter, sort, ..View::default() });
        match view::save(views) {
            Ok(views) => {
                naming.set(false);
                engine.save_views(views);
                place.unread_only.set(false);
                place.show(Shown::Saved(id));
            }
            Err(refused) => problem.set(Some(match refused {
                ViewProblem::Twice(_) => DeskText::ViewNameTaken,
                ViewProblem::TooMany => DeskText::ViewsTooMany,
                _ => DeskText::ViewNameInvalid,
            })),
        }
    };
    let told = Signal::derive(move || problem.get().map(|text| i18n.t(Text::Desk(text))));
    el("form")
        .class("view-form")
        .on("submit", move |event: ev::SubmitEvent| {
            event.prevent_default();
            save();
        })
        .on("keydown", move |event: ev::KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                event.stop_propagation();
                naming.set(false);
            }
        })
        .child(
            el("input")
                .attr("type", "text")
                .class("view-field")
                .attr("dir", "auto")
                .attr("maxlength", view::NAME_CHARACTERS.to_string().as_str())
                .attr("aria-label", i18n.tr(Text::Desk(DeskText::ViewName)))
                .attr("placeholder", i18n.tr(Text::Desk(DeskText::ViewName)))
                .attr("aria-invalid", move || problem.get().is_some().to_string())
                .at(field)
                .value(name)
                .on("input", move |event: ev::Event| {
                    name.set(event_target_value(&event));
                    problem.set(None);
                }),
        )
        .child(
            el("button")
                .attr("type", "submit")
                .class("view-save")
                .text(i18n.tr(Text::Desk(DeskText::Save))),
        )
        .child(
            el("p")
                .class("view-problem")
                .attr("role", "alert")
                .text(move || told.get().unwrap_or_default().to_owned()),
        )
}
