//! What was done, told once, with the way back while it is offered.

use std::rc::Rc;

use inbox_model::{Command, ConversationId};

use super::hands::Hands;
use super::place::Place;
use crate::dom::{El, Pause, el, group};
use crate::i18n::{DeskText, Text};
use crate::reactive::effect;
use crate::sync::Engine;
use crate::ui::{Glyph, icon};

/// So long the way back is offered.
const OFFERED: std::time::Duration = std::time::Duration::from_secs(10);

/// Something that was done.
#[derive(Clone)]
pub(super) struct Done {
    /// What, in the past tense.
    pub(super) what: Text,
    pub(super) to: To,
    pub(super) back: Back,
}

/// What something was done to.
#[derive(Clone)]
pub(super) enum To {
    /// So many conversations.
    Conversations(u32),
    /// Something of this name.
    Named(String),
    /// It is all said in these words.
    Said(String),
}

/// What takes it back.
#[derive(Clone)]
pub(super) enum Back {
    Nothing,
    Commands(Vec<(ConversationId, Command)>),
    By(Rc<dyn Fn()>),
}

impl From<Vec<(ConversationId, Command)>> for Back {
    fn from(commands: Vec<(ConversationId, Command)>) -> Self {
        if commands.is_empty() { Self::Nothing } else { Self::Commands(commands) }
    }
}

impl Done {
    /// Whether there is a way back.
    pub(super) fn is_reversible(&self) -> bool {
        !matches!(self.back, Back::Nothing)
    }
}

/// Takes back what was done last; whether there was something.
pub(super) fn take_back(engine: Engine, place: Place) -> bool {
    let Some(Done { back, to, .. }) = place.done.get_untracked() else { return false };
    match back {
        Back::Nothing => return false,
        Back::Commands(commands) => {
            engine.act_on_all(commands);
            // What comes back is not to wait.
            engine.take_in();
        }
        Back::By(act) => act(),
    }
    let what = Text::Desk(DeskText::Undone);
    place.done.set(Some(Done { what, to, back: Back::Nothing }));
    true
}

/// Tells what was done, over the foot of the list; where one pane is in sight, over its head.
pub(super) fn done(hands: &Hands) -> El {
    let hands = *hands;
    let (engine, place, i18n) = (hands.engine, hands.place, hands.i18n);
    let pause = Pause::here();
    effect(move || {
        if place.done.get().is_some() {
            pause.then(OFFERED, move || place.done.set(None));
        } else {
            pause.stop();
        }
    });
    let told = move |done: Done| {
        let is_reversible = done.is_reversible();
        let Done { what, to, .. } = done;
        let words = move || {
            let to = match &to {
                To::Conversations(count) => i18n.count(Text::Desk(DeskText::Conversations), *count),
                To::Named(name) => name.clone(),
                To::Said(words) => return words.clone(),
            };
            [i18n.t(what), " · ", &to].concat()
        };
        let undo = || {
            el("button")
                .attr("type", "button")
                .class("link-button done-undo")
                .attr("aria-keyshortcuts", "Z")
                .attr("title", move || [i18n.t(Text::Desk(DeskText::Undo)), " (Z)"].concat())
                .on_click(move || {
                    take_back(engine, place);
                    hands.focus_place();
                })
                .child(icon(Glyph::Undo))
                .text(i18n.tr(Text::Desk(DeskText::Undo)))
        };
        el("div")
            .class("done")
            .child(el("span").class("done-words").text(words))
            .maybe(is_reversible.then(undo))
    };
    el("div")
        .class("done-place")
        .attr("role", "status")
        .live(move || place.done.get().map_or_else(group, told))
}
