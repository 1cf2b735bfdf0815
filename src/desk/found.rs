//! From the list that was searched to the message that has the words.

use inbox_model::search;
use leptos::prelude::*;

use super::hands::Hands;
use super::place::Place;
use crate::i18n::{ReadText, Text, use_i18n};
use crate::reactive::{Memo, effect};
use crate::sync::{Engine, Loading};
use crate::ui::part_words;

/// So many messages are looked through, from the newest on.
const MOST: usize = 2_000;

/// Leads to what was searched for whenever a conversation is opened from a search. The focus stays in
/// the list, so that one can go on to the next.
pub(super) fn lead_to_found(engine: Engine, place: Place) {
    let i18n = use_i18n();
    let thread = engine.store.thread;
    let hands = use_context::<Hands>();
    let open =
        Memo::new(move |_| thread.id.get().filter(|_| thread.loading.get() == Loading::Ready));
    let is_searched = Memo::new(move |_| !place.search.get().is_empty());
    effect(move || {
        place.found.set_if_new(None);
        let words = place.search.get_untracked();
        if !is_searched.get() || open.get().is_none() {
            return;
        }
        let parts = untrack(|| thread.newest(MOST, |part| part.is_spoken() && !part.redacted));
        let texts = parts.iter().map(|part| part.markdown().unwrap_or_default());
        let Some(part) = search::best(texts, &words).and_then(|at| parts.get(at)) else { return };
        place.found.set(Some((part.id.clone(), words)));
        if let Some(hands) = hands {
            let text = part_words(part, i18n);
            hands.say(i18n.with(Text::Read(ReadText::FoundIn), &[("text", &text)]));
        }
    });
}
