//! What is offered for the word at the caret: colleagues after `@` in a note, emoji after `:`, canned
//! replies after `/`.

use inbox_model::Participant;
use inbox_model::canned::CannedReply;
use inbox_model::compose::{Asked, AskedFor, asked_at, best_names, emoji};
use inbox_model::markdown::preview_text;
use leptos::ev;
use leptos::prelude::*;

use super::canned::filled;
use super::editing::Field;
use super::picker::into_sight;
use crate::dom::{El, Spot, el, group};
use crate::i18n::{DeskText, Text, WriteText, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal, effect};
use crate::sync::{Engine, Store};
use crate::ui::{Glyph, Offer, avatar, icon, see};

const LIST: &str = "offer";

/// Something to take.
#[derive(Clone, PartialEq)]
struct Choice {
    /// Who is mentioned.
    who: Option<Participant>,
    /// The emoji.
    picture: &'static str,
    label: String,
    /// What it says, where that is more.
    says: Option<String>,
    /// What takes the place of what was typed.
    text: String,
}

/// The question at the caret, and its answers.
#[derive(Clone, Copy)]
pub(super) struct Typeahead {
    field: Field,
    asked: RwSignal<Option<Asked>>,
    /// Where a word begins for which nothing is wanted.
    closed: RwSignal<Option<usize>>,
    active: RwSignal<usize>,
    choices: Memo<Vec<Choice>>,
}

impl Typeahead {
    /// For a field; colleagues are offered while `mentions` says so.
    pub(super) fn new(engine: Engine, field: Field, mentions: Signal<bool>) -> Self {
        let store = engine.store;
        let asked: RwSignal<Option<Asked>> = RwSignal::new(None);
        let choices = Memo::new(move |_| match asked.get() {
            Some(Asked { kind: AskedFor::Emoji, query, .. }) => emojis(&query),
            Some(Asked { kind: AskedFor::Canned, query, .. }) => canned(engine, &query),
            Some(Asked { query, .. }) if mentions.get() => people(store, &query),
            _ => Vec::new(),
        });
        let (closed, active) = (RwSignal::new(None), RwSignal::new(0));
        Self { field, asked, closed, active, choices }
    }

    /// Looks what the word at the caret asks for.
    pub(super) fn look(self) {
        let edit = self.field.read().filter(|edit| edit.selection.is_empty());
        let asked = edit.and_then(|edit| asked_at(&edit.text, edit.selection.start));
        if asked == self.asked.get_untracked() {
            return;
        }
        let start = asked.as_ref().map(|asked| asked.range.start);
        if self.closed.get_untracked() != start {
            self.closed.set_if_new(None);
        }
        self.active.set_if_new(0);
        self.asked.set(asked);
    }

    /// Offers nothing any more.
    pub(super) fn close(self) {
        self.asked.set_if_new(None);
    }

    fn is_open(self) -> bool {
        self.closed.get().is_none() && see(self.choices.get(), |choices| !choices.is_empty())
    }

    /// What the field has to know.
    pub(super) fn offer(self) -> Offer {
        let active =
            move || self.is_open().then(|| [LIST, "-", &self.active.get().to_string()].concat());
        Offer { list: LIST, active: Some(Signal::derive(active)) }
    }

    /// Hears a key; whether it was meant for what is offered.
    pub(super) fn on_key(self, event: &ev::KeyboardEvent) -> bool {
        if !untrack(|| self.is_open()) || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let count = self.choices.with_untracked(Vec::len);
        let active = self.active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => self.active.set((active + 1) % count),
            "ArrowUp" => self.active.set((active + count - 1) % count),
            "Enter" | "Tab" if !event.shift_key() => self.take(active),
            "Escape" => {
                let asked = self.asked.get_untracked();
                self.closed.set(asked.map(|asked| asked.range.start));
            }
            _ => return false,
        }
        event.stop_propagation();
        true
    }

    fn take(self, place: usize) {
        let choice = self.choices.with_untracked(|choices| choices.get(place).cloned());
        let asked = self.asked.get_untracked();
        if let Some(((choice, asked), edit)) = choice.zip(asked).zip(self.field.read()) {
            self.field.write(&edit.replace(asked.range, &choice.text));
            self.look();
        }
    }

    /// The list, while something is offered.
    pub(super) fn list(self) -> El {
        let i18n = use_i18n();
        let option = move |(place, choice): (usize, Choice)| {
            let Choice { who, picture, label, says, .. } = choice;
            let face = match who {
                Some(who) => avatar(Signal::stored(Some(who))),
                None if says.is_some() => icon(Glyph::Bookmark),
                None => el("span").class("offer-emoji").attr("aria-hidden", "true").text(picture),
            };
            el("div")
                .class("offer-option")
                .attr("role", "option")
                .attr("id", [LIST, "-", &place.to_string()].concat())
                .attr("aria-selected", move || (self.active.get() == place).to_string())
                .on("pointermove", move |_: ev::PointerEvent| self.active.set_if_new(place))
                .on_click(move || self.take(place))
                .child(face)
                .child(el("span").class("offer-label").attr("dir", "auto").text(label))
                .maybe(
                    says.map(|says| el("span").class("offer-says").attr("dir", "auto").text(says)),
                )
        };
        let name = move || {
            let text = match self.asked.get().map(|asked| asked.kind) {
                Some(AskedFor::Mention) => Text::Desk(DeskText::OfferedPeople),
                Some(AskedFor::Canned) => Text::Write(WriteText::Canned),
                _ => Text::Desk(DeskText::OfferedEmoji),
            };
            i18n.t(text).to_owned()
        };
        let list = move || {
            let spot = Spot::default();
            effect(move || {
                let at = u32::try_from(self.active.get()).unwrap_or(0);
                if let Some(option) = spot.get().and_then(|list| list.children().item(at)) {
                    into_sight(&option);
                }
            });
            el("div")
                .at(spot)
                .class("offer")
                .attr("role", "listbox")
                .attr("id", LIST)
                .attr("aria-label", name)
                // The focus stays in the field.
                .on("mousedown", |event: ev::MouseEvent| event.prevent_default())
                .live(move || {
                    group().children(self.choices.get().into_iter().enumerate().map(option))
                })
        };
        group().when(move || self.is_open(), list)
    }
}

fn emojis(query: &str) -> Vec<Choice> {
    let choice = |(name, picture): (&'static str, &'static str)| Choice {
        who: None,
        picture,
        label: [":", name, ":"].concat(),
        says: None,
        text: picture.to_owned(),
    };
    emoji(query).into_iter().map(choice).collect()
}

/// Canned replies, as they would be said here.
fn canned(engine: Engine, query: &str) -> Vec<Choice> {
    let all = engine.canned().unwrap_or_default();
    let names: Vec<String> = all.iter().map(|one| one.name.clone()).collect();
    let choice = |place: usize| {
        let CannedReply { name, text, .. } = all.get(place)?;
        let text = filled(engine.store, text);
        let says = Some(preview_text(&text, 120));
        Some(Choice { who: None, picture: "", label: name.clone(), says, text })
    };
    best_names(query, &names).into_iter().filter_map(choice).collect()
}

/// Colleagues; nobody mentions themselves.
fn people(store: Store, query: &str) -> Vec<Choice> {
    let Some(session) = store.session.get() else { return Vec::new() };
    let others = || session.agents.iter().filter(|agent| !agent.is_same(&session.me));
    let names: Vec<String> = others().map(|agent| agent.name.clone().unwrap_or_default()).collect();
    let choice = |place: usize| {
        let (who, name) = others().nth(place).zip(names.get(place))?;
        let named = !name.is_empty();
        named.then(|| Choice {
            who: Some(who.clone()),
            picture: "",
            label: name.clone(),
            says: None,
            text: ["@", name, " "].concat(),
        })
    };
    best_names(query, &names).into_iter().filter_map(choice).collect()
}
