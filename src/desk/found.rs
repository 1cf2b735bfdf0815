//! From the list that was searched to the messages that have the words.

use std::sync::Arc;
use std::time::Duration;

use inbox_model::thread::{Before, Reach};
use inbox_model::{Part, search};
use leptos::prelude::*;

use super::hands::Hands;
use super::place::Place;
use crate::dom::{El, Pause, el, group};
use crate::i18n::{ReadText, Text, use_i18n};
use crate::reactive::{Memo, effect};
use crate::sync::{Engine, Loading};
use crate::ui::{Glyph, icon, part_words};

/// So many messages are looked through, from the newest on.
const MOST: usize = 2_000;

/// Who types has come to an end after so long.
const TYPED: Duration = Duration::from_millis(350);

/// Leads to what was searched for whenever a conversation is opened from a search, and in the open one
/// when other words are searched for. The focus stays in the list, so that one can go on to the next.
pub(super) fn lead_to_found(engine: Engine, place: Place) {
    let thread = engine.store.thread;
    let hands = use_context::<Hands>();
    let open =
        Memo::new(move |_| thread.id.get().filter(|_| thread.loading.get() == Loading::Ready));
    let typed = Pause::here();
    let mut before = None;
    effect(move || {
        place.found.set_if_new(None);
        place.hits.set_if_new(Vec::new());
        let (words, open) = (place.search.get(), open.get());
        let is_same = before == open;
        before.clone_from(&open);
        typed.stop();
        if words.is_empty() || open.is_none() {
            return;
        }
        let look = move || look(engine, place, hands.as_ref(), words);
        if is_same {
            typed.then(TYPED, look);
        } else {
            look();
        }
    });
}

/// Looks through what is held of the thread, and reads further back for as long as no message has all
/// the words.
fn look(engine: Engine, place: Place, hands: Option<&Hands>, words: String) {
    let thread = engine.store.thread;
    if place.search.try_get_untracked().as_ref() != Some(&words) {
        return;
    }
    let parts = untrack(|| thread.newest(MOST, |part| part.is_spoken() && !part.redacted));
    let texts = parts.iter().map(|part| part.markdown().unwrap_or_default());
    let hits = search::hits(texts, &words);
    let can_go_on = parts.len() < MOST && untrack(|| engine.before()) == Before::More;
    if !hits.whole && can_go_on {
        let hands = hands.copied();
        let again = move || look(engine, place, hands.as_ref(), words);
        return engine.read_back(Reach::Further, again);
    }
    let found: Vec<Arc<Part>> =
        hits.at.into_iter().filter_map(|at| parts.get(at)).map(Arc::clone).collect();
    if let Some(newest) = found.first() {
        place.hits.set(found.iter().map(|part| part.id.clone()).collect());
        show(place, hands, newest, words);
    }
}

/// Shows a message that was found, and says what it is.
fn show(place: Place, hands: Option<&Hands>, part: &Part, words: String) {
    place.found.set(Some((part.id.clone(), words)));
    if let Some(hands) = hands {
        let text = part_words(part, hands.i18n);
        hands.say(hands.i18n.with(Text::Read(ReadText::FoundIn), &[("text", &text)]));
    }
}

/// Which of the messages that were found is shown, and the ways to the others.
pub(super) fn found_bar(engine: Engine, place: Place) -> El {
    let i18n = use_i18n();
    let hands = use_context::<Hands>();
    // Counted from the oldest, as one reads; they are kept from the newest on.
    let at = Memo::new(move |_| {
        let (shown, _) = place.found.get()?;
        place.hits.with(|hits| {
            let at = hits.iter().position(|id| *id == shown)?;
            Some((hits.len() - at, hits.len()))
        })
    });
    let go = move |older: bool| {
        let Some((_, words)) = place.found.get_untracked() else { return };
        let Some((at, count)) = at.get_untracked() else { return };
        let to = if older { at.checked_sub(1) } else { Some(at + 1) };
        let id = to
            .and_then(|to| count.checked_sub(to))
            .and_then(|to| place.hits.with_untracked(|hits| hits.get(to).cloned()));
        if let Some(part) = id.and_then(|id| untrack(|| engine.store.thread.part(&id))) {
            show(place, hands.as_ref(), &part, words);
        }
    };
    let count = move || {
        let (n, count) = at.get().unwrap_or_default();
        let (n, count) = (i18n.number(n), i18n.number(count));
        i18n.with(Text::Read(ReadText::FoundAt), &[("n", &n), ("count", &count)])
    };
    let turn = move |text: ReadText, glyph: Glyph, older: bool| {
        let is_last = move || match at.get() {
            Some((n, count)) => n == if older { 1 } else { count },
            None => true,
        };
        el("button")
            .attr("type", "button")
            .class("icon-button")
            .attr("aria-label", i18n.tr(Text::Read(text)))
            .attr("title", i18n.tr(Text::Read(text)))
            // It keeps the focus at the end, which a button that is off would lose.
            .attr("aria-disabled", move || is_last().to_string())
            .on_click(move || go(older))
            .child(icon(glyph))
    };
    group().when(
        move || at.get().is_some_and(|(_, count)| count > 1),
        move || {
            el("div")
                .class("found-bar")
                .attr("role", "group")
                .attr("aria-label", i18n.tr(Text::Read(ReadText::Matches)))
                .child(icon(Glyph::Search))
                .child(el("span").class("found-count").text(count))
                .child(turn(ReadText::PreviousFound, Glyph::ArrowUp, true))
                .child(turn(ReadText::NextFound, Glyph::ChevronDown, false))
        },
    )
}
