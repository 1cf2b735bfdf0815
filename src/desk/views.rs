//! The views at the side: whose conversations, those of teams, the views that an agent has saved, and
//! who the agent is.

use inbox_model::TeamId;
use leptos::prelude::Callback;

use super::hands::{Dialog, Hands};
use super::place::{Place, Shown};
use super::saved::{count, saved};
use crate::dom::{El, el, group};
use crate::i18n::{ActText, DeskText, I18n, Text, ViewText};
use crate::reactive::{Memo, Signal, effect};
use crate::sync::Engine;
use crate::ui::{Glyph, avatar, dialog, dialog_head, display_name, icon, see};

/// The side bar.
pub(super) fn views(hands: &Hands) -> El {
    let hands = *hands;
    let (engine, i18n) = (hands.engine, hands.i18n);
    let store = engine.store;
    let workspace = move || {
        see(store.session.get(), |session| {
            session.as_ref().map(|s| s.workspace.clone()).unwrap_or_default()
        })
    };
    let me = Signal::derive(move || store.me());
    let my_name = move || {
        see(me.get(), |me| me.as_ref().map(|me| display_name(Some(me), i18n)).unwrap_or_default())
    };
    effect(move || {
        let all = of_everybody(engine).into_iter().map(|(shown, ..)| shown);
        let teams = teams(engine).into_iter().map(|(id, _)| Shown::Team(id));
        // A system's own are counted as what they are.
        let named = all.chain(teams).filter(|shown| !matches!(shown, Shown::Saved(_)));
        engine.count_lists(hands.place.counted(named));
    });
    el("nav")
        .class("views")
        .attr("aria-label", i18n.tr(Text::Inbox))
        .child(el("p").class("views-workspace").attr("dir", "auto").text(workspace))
        .child(lists(&hands))
        .child(
            // Where there is room for some of them only.
            el("button")
                .attr("type", "button")
                .class("view views-all-of")
                .attr("aria-haspopup", "dialog")
                .on_click(move || hands.show(Dialog::Views))
                .child(icon(Glyph::Bookmark))
                .child(el("span").class("view-name").text(i18n.tr(Text::View(ViewText::AllViews)))),
        )
        .child(
            el("button")
                .attr("type", "button")
                .class("views-me")
                .attr("aria-haspopup", "dialog")
                .attr("aria-label", move || {
                    i18n.with(Text::Act(ActText::SettingsOf), &[("name", &my_name())])
                })
                .attr("title", i18n.tr(Text::Act(ActText::Settings)))
                .on_click(move || hands.show(Dialog::Settings))
                .child(avatar(me))
                .child(el("span").class("views-name").attr("dir", "auto").text(my_name))
                .child(icon(Glyph::Dots)),
        )
}

/// All views over the desk; whoever chooses one goes on there.
pub(super) fn views_dialog(hands: &Hands) -> El {
    let hands = *hands;
    let i18n = hands.i18n;
    let name = Signal::derive(move || i18n.t(Text::View(ViewText::AllViews)).to_owned());
    let close = Callback::new(move |()| hands.dismiss());
    let shown = hands.place.shown;
    let before = shown.get_untracked();
    effect(move || {
        if shown.get() != before {
            hands.dismiss();
        }
    });
    let body = el("div").class("dialog-body views-sheet").child(lists(&hands));
    let inside = el("div").class("dialog-panel").child(dialog_head(name, close)).child(body);
    dialog("dialog", name, inside, close)
}

/// The lists of everybody, those of teams, and the agent's own.
fn lists(hands: &Hands) -> El {
    let hands = *hands;
    let (engine, place, i18n) = (hands.engine, hands.place, hands.i18n);
    let counted = move |shown: &Shown| match shown.name() {
        Some(name) => count(engine, name),
        None => group(),
    };
    let entry = move |(shown, text, glyph): (Shown, Text, Glyph)| {
        let counted = counted(&shown);
        let name = el("span").class("view-name").text(i18n.tr(text));
        el("li").child(choice(place, shown, glyph, name).child(counted))
    };
    let team = move |(id, title): (TeamId, String)| {
        let shown = Shown::Team(id);
        let counted = counted(&shown);
        let name = el("span").class("view-name").attr("dir", "auto").text(title.as_str());
        let choice = choice(place, shown, Glyph::Persons, name).attr("title", title);
        el("li").child(choice.child(counted))
    };
    let title = i18n.tr(Text::View(ViewText::Teams));
    let there = Memo::new(move |_| teams(engine));
    group()
        .child(
            el("ul")
                .class("views-all")
                .attr("role", "list")
                .children(of_everybody(engine).into_iter().map(entry)),
        )
        .when(
            move || !there.get().is_empty(),
            move || {
                group().child(el("div").class("views-saved").child(el("h3").text(title))).child(
                    el("ul")
                        .class("views-teams")
                        .attr("role", "list")
                        .attr("aria-label", title)
                        .each(move || there.get(), team),
                )
            },
        )
        .child(saved(&hands))
}

/// The teams to which conversations can be assigned; follows the directory.
pub(super) fn teams(engine: Engine) -> Vec<(TeamId, String)> {
    let session = engine.store.session.get().filter(|_| engine.capabilities().teams);
    let teams = session.map(|session| session.teams.clone()).unwrap_or_default();
    teams.into_iter().map(|team| (team.id, team.name)).collect()
}

/// The views that nobody had to save. Where a system keeps views, its own four come first, and stand
/// for those of ours that show the same; else those of the four that show something else follow.
fn of_everybody(engine: Engine) -> Vec<(Shown, Text, Glyph)> {
    let can = engine.capabilities();
    let keeps = engine.keeps_views();
    let kept = |id: &str| Shown::Saved(id.to_owned());
    let all = [
        (keeps, kept("unread"), Text::ViewUnread, Glyph::Mail),
        (keeps, kept("recents"), Text::Desk(DeskText::ViewRecents), Glyph::Inbox),
        (!keeps, Shown::All, Text::ViewAll, Glyph::Inbox),
        (true, Shown::Mine, Text::ViewMine, Glyph::Person),
        (true, Shown::Unassigned, Text::ViewUnassigned, Glyph::Persons),
        (!keeps, kept("unread"), Text::ViewUnread, Glyph::Mail),
        (!keeps, kept("recents"), Text::Desk(DeskText::ViewRecents), Glyph::Messages),
        (keeps, kept("starred"), Text::Desk(DeskText::Starred), Glyph::Star),
        (can.star && !keeps, Shown::Starred, Text::Desk(DeskText::Starred), Glyph::Star),
        (can.overdue, Shown::Overdue, Text::Desk(DeskText::Overdue), Glyph::Clock),
        (can.archive, Shown::Archived, Text::Desk(DeskText::Archived), Glyph::Archive),
        (keeps, kept("all"), Text::ViewAll, Glyph::Messages),
    ];
    let there = all.into_iter().filter(|(is, ..)| *is);
    there.map(|(_, shown, text, glyph)| (shown, text, glyph)).collect()
}

/// All views in the order in which they are to be seen: what each shows, its name and its picture.
pub(super) fn in_order(engine: Engine, i18n: I18n) -> Vec<(Shown, String, Glyph)> {
    let own = engine.store.views.get_untracked().into_iter();
    let own = own
        .filter(|view| !view.system)
        .map(|view| (Shown::Saved(view.id), view.name, Glyph::Bookmark));
    let all = of_everybody(engine).into_iter();
    let all = all.map(|(shown, text, glyph)| (shown, i18n.t(text).to_owned(), glyph));
    let teams = leptos::prelude::untrack(|| teams(engine)).into_iter();
    let teams = teams.map(|(id, name)| (Shown::Team(id), name, Glyph::Persons));
    all.chain(teams).chain(own).collect()
}

/// The view of a number, counted from one, and its name.
pub(super) fn view_by_number(hands: &Hands, number: usize) -> Option<(Shown, String)> {
    let all = in_order(hands.engine, hands.i18n);
    all.into_iter().nth(number.checked_sub(1)?).map(|(shown, name, _)| (shown, name))
}

/// The button that shows a view.
pub(super) fn choice(place: Place, shown: Shown, glyph: Glyph, name: El) -> El {
    let own = shown.clone();
    let current = move || (place.shown.get() == own).then(|| "true".to_owned());
    el("button")
        .attr("type", "button")
        .class("view")
        .attr_while("aria-current", current)
        .on_click(move || place.show(shown.clone()))
        .child(icon(glyph))
        .child(name)
}
