//! Two who answer at once: a reply is stopped before it is sent where a colleague has answered since
//! it was begun, and shows who said what.

use inbox_model::ConversationId;
use inbox_model::collision::{Seen, answered_by_others};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot};

use crate::dom::{El, Spot, after_paint, el, group};
use crate::i18n::{I18n, Text, WriteText, use_i18n};
use crate::reactive::{Signal, effect};
use crate::sync::{Engine, Loading, SeenBy};
use crate::ui::{Glyph, display_name, icon, part_words};

/// As many of the newest messages are shown.
const SHOWN: usize = 3;

/// What a stopped reply tells: who has said what, and whether the reply was to close as well.
#[derive(Clone, PartialEq)]
pub(super) struct Stopped {
    said: Vec<(String, String)>,
    colleague: String,
    pub(super) closes: bool,
}

/// Notes how far the thread was when somebody began to write; forgets it when nothing is written.
pub(super) fn note_begin(engine: Engine, id: &ConversationId, written: &str) {
    let drafts = engine.drafts();
    if written.is_empty() {
        drafts.set_seen(id, SeenBy::Writing, None);
    } else if drafts.seen(id, SeenBy::Writing).is_none()
        && engine.store.thread.loading.get_untracked() == Loading::Ready
    {
        drafts.set_seen(id, SeenBy::Writing, Some(&seen_now(engine)));
    }
}

/// Everything that is there now was read.
pub(super) fn note_read(engine: Engine, id: &ConversationId) {
    engine.drafts().set_seen(id, SeenBy::Writing, Some(&seen_now(engine)));
}

/// What is sent now was written with all in view that is there: the mark goes with it.
pub(super) fn note_sent(engine: Engine, id: &ConversationId) {
    engine.drafts().set_seen(id, SeenBy::Writing, None);
    engine.drafts().set_seen(id, SeenBy::Held, Some(&seen_now(engine)));
}

/// What was taken back is written on, with the mark that it had.
pub(super) fn note_taken_back(engine: Engine, id: &ConversationId) {
    let drafts = engine.drafts();
    let seen = drafts.seen(id, SeenBy::Held);
    drafts.set_seen(id, SeenBy::Writing, seen.as_ref());
}

fn seen_now(engine: Engine) -> Seen {
    Seen::all(&untrack(|| engine.store.thread.parts()))
}

/// What stops a reply in the open conversation.
pub(super) fn stops(
    engine: Engine,
    id: &ConversationId,
    closes: bool,
    i18n: I18n,
) -> Option<Stopped> {
    let seen = engine.drafts().seen(id, SeenBy::Writing)?;
    untrack(|| overtaking(engine, &seen, closes, i18n))
}

/// What a colleague has said in the open conversation since somebody has read so far, and whoever
/// else; follows it.
pub(super) fn overtaking(engine: Engine, seen: &Seen, closes: bool, i18n: I18n) -> Option<Stopped> {
    let me = engine.store.me()?;
    let parts = engine.store.thread.parts();
    let since = answered_by_others(seen, &parts, &me);
    let colleague = since.iter().rev().find(|part| !part.is_inbound())?;
    let name = |part: &inbox_model::Part| display_name(part.author.as_ref(), i18n);
    let first = since.len().saturating_sub(SHOWN);
    let said = since.iter().skip(first).map(|part| (name(part), part_words(part, i18n)));
    Some(Stopped { said: said.collect(), colleague: name(colleague), closes })
}

/// Who has written in the open conversation while a reply of ours is held; follows it.
pub(super) fn written_meanwhile(engine: Engine, id: &ConversationId, i18n: I18n) -> Option<String> {
    let store = engine.store;
    if store.thread.id.get().as_ref() != Some(id) {
        return None;
    }
    let parts = store.thread.parts();
    let seen = engine.drafts().seen(id, SeenBy::Held)?;
    let since = seen.since(&parts, &store.me()?);
    since.last().map(|part| display_name(part.author.as_ref(), i18n))
}

/// The card that tells, with the ways to go on. What was about to be sent has the focus; what was
/// stopped while it waited takes it where nobody has it, and can be thrown away.
pub(super) fn card(
    stopped: Signal<Option<Stopped>>,
    keep: Callback<()>,
    send: Callback<bool>,
    discard: Option<Callback<()>>,
) -> El {
    let i18n = use_i18n();
    let (title, ids) = match discard {
        Some(_) => (WriteText::Overtaken, ["overtaken-title", "overtaken-said"]),
        None => (WriteText::Collision, ["collision-title", "collision-said"]),
    };
    group().live(move || {
        let Some(Stopped { said, colleague, closes }) = stopped.get() else { return group() };
        let first = Spot::default();
        effect(move || {
            if let Some(first) = first.get() {
                if discard.is_some() {
                    after_paint(move || focus_if_lost(&first));
                } else {
                    let _ = first.focus();
                }
            }
        });
        let line = |(name, words): (String, String)| {
            el("li")
                .child(el("bdi").class("collision-name").text(name))
                .child(el("span").attr("dir", "auto").text(words))
        };
        let button = |class: &'static str, text: WriteText| {
            el("button").attr("type", "button").class(class).text(i18n.tr(Text::Write(text)))
        };
        let throw_away = |discard: Callback<()>| {
            el("button")
                .attr("type", "button")
                .class("button button-quiet")
                .on_click(move || discard.run(()))
                .text(i18n.tr(Text::Discard))
        };
        el("div")
            .class("collision")
            .attr("role", if discard.is_some() { "group" } else { "alertdialog" })
            .attr("aria-labelledby", ids[0])
            .attr("aria-describedby", ids[1])
            .on("keydown", move |event: ev::KeyboardEvent| {
                if event.key() == "Escape" {
                    event.prevent_default();
                    event.stop_propagation();
                    keep.run(());
                }
            })
            .child(
                el("p")
                    .class("collision-title")
                    .attr("id", ids[0])
                    .attr_if("role", discard.is_some().then_some("alert"))
                    .child(icon(Glyph::Alert))
                    .child(
                        el("span")
                            .text(move || i18n.with(Text::Write(title), &[("name", &colleague)])),
                    ),
            )
            .child(
                el("ul")
                    .class("collision-said")
                    .attr("id", ids[1])
                    .children(said.into_iter().map(line)),
            )
            .child(
                el("div")
                    .class("collision-acts")
                    .child(
                        button("button button-strong", WriteText::CollisionKeep)
                            .at(first)
                            .on_click(move || keep.run(())),
                    )
                    .child(
                        button("button", WriteText::CollisionSend)
                            .on_click(move || send.run(closes)),
                    )
                    .maybe(discard.map(throw_away)),
            )
    })
}

/// Whoever has sent it at once had the focus in what is gone now.
fn focus_if_lost(first: &HtmlElement) {
    let shadow = first.get_root_node().dyn_into::<ShadowRoot>().ok();
    if shadow.is_some_and(|shadow| shadow.active_element().is_none()) {
        let _ = first.focus();
    }
}
