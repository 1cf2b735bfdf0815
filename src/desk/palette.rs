//! The command palette: every action that can be done now, and every conversation that is known, a
//! few letters away. A combobox with a listbox, as the ARIA Authoring Practices have it.

mod choices;
mod offers;

use leptos::ev;
use leptos::prelude::*;

use super::actions::keycaps;
use super::hands::Hands;
use super::picker::into_sight;
use crate::dom::{El, el, group};
use crate::i18n::{ActText, Text};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::ui::{Glyph, dialog, icon};
use offers::{Group, Offer, Offers};

/// The server is not asked yet for what somebody is still typing.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(300);

/// The dialog with the palette.
pub(super) fn palette(hands: &Hands) -> El {
    let hands = *hands;
    let i18n = hands.i18n;
    let offers = Offers::new(&hands);
    let query = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    // What happens meanwhile moves nothing under the agent's eyes.
    let groups = RwSignal::new(offers.find(""));
    let look = move |typed: String| {
        let words = typed.trim().to_owned();
        groups.set(offers.find(&words));
        query.set(typed);
        if words.is_empty() || !hands.engine.capabilities().search {
            return;
        }
        let is_wanted =
            move |words: &str| query.try_get_untracked().is_some_and(|now| now.trim() == words);
        let ask = move || {
            if is_wanted(&words) {
                let asked = words.clone();
                hands.engine.look_for(&words, move |found| {
                    if is_wanted(&asked) {
                        groups.update(|groups| offers.join(groups, &found));
                    }
                });
            }
        };
        set_timeout(ask, PAUSE);
    };
    let count = Memo::new(move |_| groups.get().iter().map(|group| group.offers.len()).sum());
    let close = Callback::new(move |()| hands.dismiss());
    let take = move |wanted: usize| {
        let groups = groups.get_untracked();
        let offer = groups.into_iter().flat_map(|group| group.offers).nth(wanted);
        if let Some(offer) = offer {
            hands.dismiss();
            offer.what.take(&hands);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let (now, count): (usize, usize) = (at.get_untracked(), count.get_untracked());
        let last = count.saturating_sub(1);
        if event.is_composing() || event.shift_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => at.set(if now >= last { 0 } else { now + 1 }),
            "ArrowUp" => at.set(now.checked_sub(1).unwrap_or(last)),
            "Home" => at.set(0),
            "End" => at.set(last),
            "Enter" => take(now),
            // The way in is the way out, too.
            "k" if event.ctrl_key() || event.meta_key() => hands.dismiss(),
            _ => return,
        }
        event.prevent_default();
    };
    // Where the keyboard is, is in sight.
    effect(move || {
        let at = at.get();
        groups.track();
        request_animation_frame(move || {
            if let Some(option) = hands.find(&["#", &id_of(at)].concat()) {
                into_sight(&option);
            }
        });
    });
    let hint = i18n.tr(Text::Act(ActText::PaletteHint));
    let field = el("input")
        .attr("type", "text")
        .class("palette-field")
        .attr("dir", "auto")
        .attr("role", "combobox")
        .attr("aria-expanded", "true")
        .attr("aria-controls", "palette-list")
        .attr("aria-autocomplete", "list")
        .attr_while("aria-activedescendant", move || (count.get() > 0).then(|| id_of(at.get())))
        .attr("aria-label", i18n.tr(Text::Act(ActText::Palette)))
        .attr("placeholder", hint)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "go")
        .attr("maxlength", "200")
        .attr("autofocus", "")
        .value(query)
        .on("input", move |event: ev::Event| {
            at.set(0);
            look(event_target_value(&event));
        })
        .on("keydown", on_key);
    let found = move || {
        let found: usize = count.get();
        if query.get().trim().is_empty() {
            String::new()
        } else if found == 0 {
            i18n.t(Text::Act(ActText::PaletteNone)).to_owned()
        } else {
            i18n.count(Text::Act(ActText::PaletteFound), u32::try_from(found).unwrap_or(u32::MAX))
        }
    };
    let options = move || {
        let mut first = 0;
        let mut all = group();
        for one in groups.get() {
            let start = first;
            first += one.offers.len();
            all = all.child(section(&hands, one, start, at, Callback::new(take)));
        }
        all
    };
    let name = Signal::derive(move || i18n.t(Text::Act(ActText::Palette)).to_owned());
    let nothing =
        move || el("p").class("palette-none quiet").text(i18n.tr(Text::Act(ActText::PaletteNone)));
    let inside = el("div")
        .class("dialog-panel palette")
        .child(el("div").class("palette-top").child(icon(Glyph::Search)).child(field))
        .child(
            el("div")
                .class("palette-list")
                .attr("id", "palette-list")
                .attr("role", "listbox")
                .attr("aria-label", name)
                .live(options),
        )
        .when(move || count.get() == 0, nothing)
        .child(el("p").class("visually-hidden").attr("role", "status").text(found));
    dialog("dialog dialog-palette", name, inside, close)
}

fn id_of(at: usize) -> String {
    ["palette-", &at.to_string()].concat()
}

/// The offers of one kind, the first of which stands at a place among all.
fn section(
    hands: &Hands,
    group: Group,
    start: usize,
    at: RwSignal<usize>,
    take: Callback<usize>,
) -> El {
    let i18n = hands.i18n;
    let one = move |(place, offer): (usize, Offer)| {
        let place = start + place;
        let Offer { glyph, label, more, keys, .. } = offer;
        el("div")
            .class("palette-option")
            .attr("role", "option")
            .attr("id", id_of(place).as_str())
            .attr("aria-selected", move || (at.get() == place).to_string())
            .on("pointermove", move |_: ev::PointerEvent| at.set_if_new(place))
            .on_click(move || take.run(place))
            .child(icon(glyph))
            .child(
                el("span")
                    .class("palette-words")
                    .child(el("span").class("palette-label").attr("dir", "auto").text(label))
                    .maybe(more.map(|more| {
                        el("span").class("palette-more quiet").attr("dir", "auto").text(more)
                    })),
            )
            .maybe((!keys.is_empty()).then(|| keycaps(&keys, i18n)))
    };
    let title = Text::Act(group.title);
    el("div")
        .class("palette-group")
        .attr("role", "group")
        .attr("aria-label", i18n.tr(title))
        .child(el("div").class("palette-title").attr("aria-hidden", "true").text(i18n.tr(title)))
        .children(group.offers.into_iter().enumerate().map(one))
}
