//! The dialog where a view is built: its name, its conditions, its order, and how much it shows.

mod field;
mod line;
mod value;

use std::time::Duration;

use inbox_model::view::{self, Draft, Filter, Says, View, ViewCount, ViewProblem};
use leptos::ev;
use leptos::prelude::*;

use super::hands::{Dialog, Hands};
use super::place::Shown;
use super::saved::delete;
use super::select::select;
use super::sort::orders;
use crate::dom::{El, Pause, el, group};
use crate::i18n::{ActText, DeskText, Text, ViewText};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::new_command_id;
use crate::ui::{Glyph, dialog, dialog_head, icon, work};
use line::lines;

/// After a change it is waited this long before it is counted what is shown.
const COUNT_AFTER: Duration = Duration::from_millis(300);

/// What is built.
#[derive(Clone, Copy)]
struct Building {
    hands: StoredValue<Hands, LocalStorage>,
    draft: RwSignal<Draft>,
    /// The line that says nothing so far, once somebody has wanted to save it.
    wrong: RwSignal<Option<u32>>,
}

impl Building {
    fn hands(self) -> Hands {
        self.hands.get_value()
    }
}

/// Opens the dialog on a view; one without an id is new.
pub(super) fn build(hands: &Hands, view: View) {
    hands.place.built.set(Some(view));
    hands.show(Dialog::Builder);
}

/// What is in view, to be made a view.
pub(super) fn as_view(hands: &Hands) -> View {
    let place = hands.place;
    untrack(|| View { filter: place.as_filter(), sort: place.sort(), ..View::default() })
}

/// The dialog.
pub(super) fn builder(hands: &Hands) -> El {
    let hands = *hands;
    let i18n = hands.i18n;
    let begun = hands.place.built.get_untracked().unwrap_or_default();
    let is_new = begun.id.is_empty();
    let draft = RwSignal::new(Draft::read(&begun.filter));
    let stored = StoredValue::new_local(hands);
    let at = Building { hands: stored, draft, wrong: RwSignal::new(None) };
    let name = RwSignal::new(begun.name.clone());
    let sort = RwSignal::new(begun.sort);
    let problem = RwSignal::new(None::<DeskText>);
    let close = Callback::new(move |()| hands.dismiss());
    let own = begun.clone();
    let save = move || {
        let named = name.get_untracked().trim().to_owned();
        let id = if is_new { new_command_id().to_string() } else { own.id.clone() };
        let (filter, sort) = (draft.with_untracked(Draft::filter), sort.get_untracked());
        let said = i18n.with(Text::View(ViewText::Saved), &[("name", &named)]);
        match saved(&hands, View { id: id.clone(), name: named, filter, sort, ..own.clone() }) {
            Err(found) => {
                problem.set(Some(found));
                hands.focus(&[".builder-name"]);
            }
            Ok(_) if let Some(key) = draft.with_untracked(Draft::unfinished) => {
                at.wrong.set(Some(key));
                at.go_to(key);
            }
            Ok(views) => {
                hands.engine.save_views(views);
                hands.place.unread_only.set(false);
                hands.place.state.set(None);
                hands.place.show(Shown::Saved(id));
                hands.dismiss();
                hands.say(said);
            }
        }
    };
    let title = if is_new { ViewText::NewView } else { ViewText::EditView };
    let title = Signal::derive(move || i18n.t(Text::View(title)).to_owned());
    let told = move || problem.get().map(|text| i18n.t(Text::Desk(text))).unwrap_or_default();
    let name_field = el("label")
        .class("builder-field")
        .child(el("span").class("setting-name").text(i18n.tr(Text::View(ViewText::Name))))
        .child(
            el("input")
                .attr("type", "text")
                .class("builder-name")
                .attr("dir", "auto")
                .attr("autocomplete", "off")
                .attr("autofocus", "")
                .attr("maxlength", view::NAME_CHARACTERS.to_string().as_str())
                .attr("aria-invalid", move || problem.get().is_some().to_string())
                .attr("aria-describedby", "builder-problem")
                .value(name)
                .on("input", move |event: ev::Event| {
                    name.set(event_target_value(&event));
                    problem.set_if_new(None);
                }),
        )
        .child(
            el("p")
                .class("rule-problem")
                .attr("id", "builder-problem")
                .attr("role", "alert")
                .text(move || told().to_owned()),
        );
    let button = move |text: ViewText, class: &'static str| {
        el("button").attr("type", "button").class(class).text(i18n.tr(Text::View(text)))
    };
    let add = el("div")
        .class("builder-ways")
        .child(
            el("button")
                .attr("type", "button")
                .class("button builder-add")
                .on_click(move || at.add(None))
                .child(icon(Glyph::Plus))
                .text(i18n.tr(Text::View(ViewText::AddCondition))),
        )
        .child(button(ViewText::AddGroup, "button button-quiet").on_click(move || {
            let key = at.put(None, Says::Group { any: true });
            at.add(Some(key));
        }));
    let conditions = el("fieldset")
        .class("setting")
        .child(el("legend").text(i18n.tr(Text::View(ViewText::Matching))))
        .child(joining(at))
        .when(
            move || draft.with(|draft| draft.lines.is_empty()),
            move || el("p").class("quiet").text(i18n.tr(Text::View(ViewText::NoLines))),
        )
        .child(lines(at, None))
        .child(add);
    let kept_here = (!hands.engine.keeps_views())
        .then(|| el("p").class("quiet").text(i18n.tr(Text::Act(ActText::SettingsKept))));
    let remove = (!is_new).then(|| {
        let view = begun.clone();
        button(ViewText::Delete, "button button-quiet builder-delete").on_click(move || {
            hands.dismiss();
            delete(&hands, &view);
        })
    });
    let foot = el("footer")
        .class("dialog-foot")
        .maybe(remove)
        .child(counted(at))
        .child(button(ViewText::Cancel, "button").on_click(move || close.run(())))
        .child(
            el("button")
                .attr("type", "submit")
                .class("button button-strong")
                .text(i18n.tr(Text::View(ViewText::SaveView))),
        );
    let first = draft.get_untracked();
    let named = begun.name.clone();
    let altered = move || {
        name.with(|name| *name != named)
            || sort.get() != begun.sort
            || draft.with(|now| *now != first)
    };
    let inside = work(el("form"), altered)
        .class("dialog-panel builder")
        .attr("novalidate", "")
        .on("submit", move |event: ev::SubmitEvent| {
            event.prevent_default();
            save();
        })
        .child(dialog_head(title, close))
        .child(
            el("div")
                .class("dialog-body")
                .child(name_field)
                .child(conditions)
                .child(ordering(at, sort))
                .maybe(kept_here),
        )
        .child(foot);
    dialog("dialog dialog-builder", title, inside, close)
}

/// All of the agent's views with this one among them.
fn saved(hands: &Hands, view: View) -> Result<Vec<View>, DeskText> {
    let mut views = hands.engine.store.views.get_untracked();
    if let Some(one) = views.iter_mut().find(|one| one.id == view.id) {
        *one = view;
    } else {
        let position = u32::try_from(views.len()).unwrap_or(u32::MAX);
        views.push(View { position, ..view });
    }
    view::save(views).map_err(|problem| match problem {
        ViewProblem::Twice(_) => DeskText::ViewNameTaken,
        ViewProblem::TooMany => DeskText::ViewsTooMany,
        _ => DeskText::ViewNameInvalid,
    })
}

/// Whether all conditions have to be met, or one.
fn joining(at: Building) -> El {
    let i18n = at.hands().i18n;
    let one = move |(any, text): (bool, ViewText)| {
        el("button")
            .attr("type", "button")
            .class("segment")
            .attr("aria-pressed", move || (at.draft.with(|draft| draft.any) == any).to_string())
            .on_click(move || at.draft.update(|draft| draft.any = any))
            .text(i18n.tr(Text::View(text)))
    };
    el("div")
        .class("segments")
        .attr("role", "group")
        .attr("aria-label", i18n.tr(Text::View(ViewText::Matching)))
        .child(one((false, ViewText::MatchAll)))
        .child(one((true, ViewText::MatchAny)))
}

fn ordering(at: Building, sort: RwSignal<view::Sort>) -> El {
    let i18n = at.hands().i18n;
    let engine = at.hands().engine;
    let now = sort.get_untracked();
    let all = || orders(engine).enumerate();
    let current = all().find(|(_, (one, _))| *one == now).map_or(0, |(place, _)| place);
    let options =
        all().map(|(place, (_, text))| (place.to_string(), i18n.t(Text::Desk(text)).to_owned()));
    let name = Text::View(ViewText::Order);
    let field = select(i18n, name, &current.to_string(), options.collect(), move |chosen| {
        let place = chosen.parse().unwrap_or(0);
        if let Some((one, _)) = orders(engine).nth(place) {
            sort.set(one);
        }
    });
    el("div")
        .class("builder-field")
        .child(el("span").class("setting-name").attr("aria-hidden", "true").text(i18n.tr(name)))
        .child(field)
}

/// How much is shown, as far as somebody can count it.
fn counted(at: Building) -> El {
    let i18n = at.hands().i18n;
    let count = RwSignal::new(None::<ViewCount>);
    let filter: Memo<Filter> = Memo::new(move |_| at.draft.with(Draft::filter));
    let pause = Pause::here();
    effect(move || {
        let asked = filter.get();
        let ask = move || {
            let same = asked.clone();
            let told = move |told: ViewCount| {
                if filter.try_get_untracked() == Some(same) {
                    count.set(Some(told));
                }
            };
            at.hands().engine.tally(asked, Box::new(told));
        };
        pause.then(COUNT_AFTER, ask);
    });
    let words = move || {
        let Some(ViewCount { unread, total }) = count.get() else { return String::new() };
        let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        let all = i18n.count(Text::View(ViewText::Counted), number(total));
        if unread == 0 {
            return all;
        }
        let unread = i18n.number(unread);
        [&all, " · ", &i18n.with(Text::View(ViewText::CountedUnread), &[("n", &unread)])].concat()
    };
    group().child(el("p").class("builder-count quiet").attr("role", "status").text(words))
}
