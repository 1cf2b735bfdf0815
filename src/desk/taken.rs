//! Two agents take the same conversation at once: the one whose it is not is told whose it is.

use std::time::Duration;

use inbox_model::{Command, ConversationId};
use leptos::prelude::{request_animation_frame, set_timeout, untrack};

use super::done::{Back, Done, To};
use super::hands::Hands;
use crate::i18n::{Text, ViewText};
use crate::reactive::effect;

/// For so long somebody who takes what was just taken has done so without knowing.
const AT_ONCE: Duration = Duration::from_secs(10);

/// The agent is about to make somebody responsible; perhaps themselves.
pub(super) fn taking(hands: &Hands, id: &ConversationId, command: &Command) {
    let Command::Assign { agent: Some(agent), .. } = command else { return };
    let me = untrack(|| hands.engine.store.me()).and_then(|me| me.id);
    let taken = hands.place.taken;
    if agent.is_none() || *agent != me {
        return taken.set(None);
    }
    let id = id.clone();
    // What is there before is no news.
    request_animation_frame(move || {
        taken.set(Some(id.clone()));
        let forget = move || {
            if taken.try_get_untracked().flatten().as_ref() == Some(&id) {
                taken.set(None);
            }
        };
        set_timeout(forget, AT_ONCE);
    });
}

/// Tells of those who were there first, or last.
pub(super) fn watch(hands: &Hands) {
    let hands = *hands;
    let (store, place) = (hands.engine.store, hands.place);
    effect(move || {
        let Some(id) = place.taken.get() else { return };
        let open = store.thread.conversation.get().filter(|one| one.id == id);
        let Some(one) = open.or_else(|| store.rows.get(&id).map(|row| row.get())) else { return };
        let Some(has) = &one.assignee else { return };
        if store.me().and_then(|me| me.id).as_ref() == Some(has) {
            return;
        }
        place.taken.set(None);
        let i18n = hands.i18n;
        let name = store.agent_name(has).unwrap_or_else(|| i18n.t(Text::Someone).to_owned());
        let words = i18n.with(Text::View(ViewText::TakenBy), &[("name", &name)]);
        let what = Text::View(ViewText::TakenBy);
        place.done.set(Some(Done { what, to: To::Said(words), back: Back::Nothing }));
    });
}
