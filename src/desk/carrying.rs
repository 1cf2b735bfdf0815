//! A composer's files: to which draft they belong, what may go along, and what holds it up.

use inbox_model::validate::Limits;
use inbox_model::validate::files::FileLimits;
use inbox_model::{Channel, Content, ConversationId};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, File, HtmlElement};

use super::attached::{At, Files, Holds};
use super::dropping::{drop_zone, picker, take_pasted};
use super::tray::{limits_in_words, tray};
use super::writing::Writing;
use crate::dom::{El, Spot, group};
use crate::i18n::use_i18n;
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::{DraftMode, Engine};

/// The files of one composer.
#[derive(Clone, Copy)]
pub(super) struct Carrying {
    engine: Engine,
    files: Files,
    at: Signal<At>,
    limits: Memo<FileLimits>,
    holds: Memo<Option<Holds>>,
    focus: RwSignal<u32>,
    field: Spot,
    add: Callback<Vec<File>>,
}

impl Carrying {
    /// For a conversation's reply or note, which goes by a channel.
    pub(super) fn new(
        engine: Engine,
        conversation: ConversationId,
        mode: RwSignal<DraftMode>,
        channel: Memo<Option<Channel>>,
        writing: Writing,
    ) -> Self {
        let files = writing.files;
        let can = engine.capabilities();
        let at = Signal::derive(move || (conversation.clone(), mode.get()));
        let limits = Memo::new(move |_| {
            let channel = channel.get().unwrap_or(Channel::Web);
            let mut limits = Limits::of(&channel).files;
            limits.count = limits.count.min(can.files.into());
            limits
        });
        let holds = Memo::new(move |_| files.holds(&at.get(), &limits.get()));
        effect(move || files.restore(engine, &at.get()));
        let focus = writing.focus;
        let add = Callback::new(move |given: Vec<File>| {
            let (at, limits) = untrack(|| (at.get(), limits.get()));
            files.add(engine, &at, &given, &limits);
            focus.update(|focus| *focus += 1);
        });
        Self { engine, files, at, limits, holds, focus, field: Spot::default(), add }
    }

    /// Whether something goes along.
    pub(super) fn carries(self) -> Signal<bool> {
        Signal::derive(move || !self.files.of(&self.at.get()).is_empty())
    }

    /// Whether it cannot be sent yet.
    pub(super) fn waits(self) -> Signal<bool> {
        Signal::derive(move || self.holds.get().is_some())
    }

    /// Takes what goes along with what is sent now.
    pub(super) fn take(self) -> Vec<Content> {
        let at = untrack(|| self.at.get());
        self.files.take(self.engine, &at)
    }

    /// How much can go along, in words.
    pub(super) fn limits(self) -> Signal<String> {
        let i18n = use_i18n();
        Signal::derive(move || limits_in_words(&self.limits.get(), i18n))
    }

    /// Lets files be chosen.
    pub(super) fn choose(self) {
        if let Some(field) = self.field.now().and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            field.click();
        }
    }

    /// What is attached, and the field by which it is chosen.
    pub(super) fn tray(self) -> El {
        let again = move || self.focus.update(|focus| *focus += 1);
        group().child(picker(self.field, self.add)).child(tray(
            self.engine,
            self.files,
            self.at,
            self.holds,
            again,
        ))
    }

    /// The place on which files are dropped.
    pub(super) fn zone(self) -> El {
        drop_zone(Signal::derive(move || self.at.get().1 == DraftMode::Note), self.add)
    }

    /// Takes what is pasted.
    pub(super) fn paste(self, event: &ClipboardEvent) {
        take_pasted(event, self.add);
    }
}
