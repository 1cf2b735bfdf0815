//! What is new, beside the launcher while the messenger is closed.

use inbox_model::{ConversationId, Participant};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot};

use super::home::speaker;
use crate::dom::{El, Spot, el, group};
use crate::i18n::{Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::{Engine, keep_at_once, kept_at_once};
use crate::ui::{Glyph, avatar, display_name, icon, preview_line};

/// Where it is kept which message was the last that the reader wanted to hear nothing more of.
const PASSED: &str = "inbox-passed";

/// The newest message of the company that the reader has not read.
#[derive(Clone, PartialEq)]
struct News {
    id: ConversationId,
    by: Participant,
    name: String,
    text: String,
    /// Tells this message from others.
    mark: String,
}

/// A card with the newest message, which opens its conversation. Whoever has opened the messenger
/// since has seen that there is something, and is not told again.
pub fn news(engine: Engine, open: RwSignal<bool>) -> El {
    let i18n = use_i18n();
    let rows = engine.store.rows;
    let passed = RwSignal::new(kept_at_once(PASSED).unwrap_or_default());
    let newest = Memo::new(move |_| {
        let all = rows.keys().into_iter().filter_map(|id| rows.get(&id));
        let one = all.map(|row| row.get()).find(|one| one.unread.unwrap_or(0) > 0)?;
        let at = one.activity_at().as_millis().to_string();
        let by = speaker(&one)?.clone();
        Some(News {
            name: display_name(Some(&by), i18n),
            by,
            text: preview_line(&one, i18n),
            mark: [one.id.as_str(), " ", &at].concat(),
            id: one.id.clone(),
        })
    });
    let pass = move |mark: String| {
        keep_at_once(PASSED, &mark);
        passed.set_if_new(mark);
    };
    effect(move || {
        if let Some(news) = newest.get().filter(|_| open.get()) {
            pass(news.mark);
        }
    });
    let shown =
        Memo::new(move |_| newest.get().filter(|news| !open.get() && passed.get() != news.mark));
    let said = move || {
        let words = |News { name, text, .. }: News| {
            i18n.with(Text::NewMessageFrom, &[("name", &name), ("text", &text)])
        };
        shown.get().map(words).unwrap_or_default()
    };
    let card = move || match shown.get() {
        Some(news) => card(engine, news, Callback::new(pass)),
        None => group(),
    };
    el("div")
        .class("news")
        .attr("dir", move || i18n.direction())
        .attr("lang", move || i18n.tag())
        .child(el("p").class("visually-hidden").attr("role", "status").text(said))
        .live(card)
}

fn card(engine: Engine, news: News, pass: Callback<String>) -> El {
    let i18n = use_i18n();
    let News { id, by, name, text, mark } = news;
    let place = Spot::default();
    let leave = move || {
        focus_launcher(place);
        pass.run(mark.clone());
    };
    let on_key = {
        let leave = leave.clone();
        move |event: ev::KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                leave();
            }
        }
    };
    let show = move || {
        engine.open(Some(id.clone()));
        engine.emit("open", &[]);
    };
    let words = el("span")
        .class("news-words")
        .child(el("span").class("news-name").attr("dir", "auto").text(name))
        .child(el("span").class("news-text").attr("dir", "auto").text(text));
    el("div")
        .class("news-card")
        .attr("part", "preview")
        .at(place)
        .on("keydown", on_key)
        .child(
            el("button")
                .attr("type", "button")
                .class("news-open")
                .on_click(show)
                .child(avatar(Signal::stored(Some(by))))
                .child(words),
        )
        .child(
            el("button")
                .attr("type", "button")
                .class("icon-button news-close")
                .attr("aria-label", i18n.tr(Text::Dismiss))
                .on_click(leave)
                .child(icon(Glyph::Close)),
        )
}

/// What is about to go may have the focus.
fn focus_launcher(card: Spot) {
    let Some(root) = card.now().and_then(|card| card.get_root_node().dyn_into::<ShadowRoot>().ok())
    else {
        return;
    };
    if root.active_element().is_none() {
        return;
    }
    let launcher = root.query_selector("[part=launcher]").ok().flatten();
    if let Some(launcher) = launcher.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
        let _ = launcher.focus();
    }
}
