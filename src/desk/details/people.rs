//! The contacts in a conversation: who takes part, who is brought in, who is taken out.

use inbox_model::{Command, Participant};
use leptos::prelude::{Callback, untrack};

use super::super::deeds::deed;
use super::super::picker::{Face, Pick, Picker, fitting, picker};
use super::section::section;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, ViewText, use_i18n};
use crate::reactive::{Memo, Signal};
use crate::sync::Engine;
use crate::ui::{Glyph, avatar, display_name, icon};

/// Conversations whose contacts are offered.
const LOOKED_THROUGH: usize = 2_000;
/// Contacts that are offered at once.
const OFFERED: usize = 30;

/// The section about participants.
pub(super) fn people(engine: Engine) -> El {
    let i18n = use_i18n();
    let can = engine.capabilities().participants;
    let current = engine.store.thread.conversation;
    let there = Memo::new(move |_| {
        let all = current.get().map(|one| one.participants.clone()).unwrap_or_default();
        all.into_iter().filter(|one| one.kind.is_contact()).collect::<Vec<Participant>>()
    });
    let several = Memo::new(move |_| there.get().len() > 1);
    let entry = move |who: Participant| {
        let name = display_name(Some(&who), i18n);
        let email = who.email.clone().filter(|email| *email != name);
        let id = who.id.clone();
        let label = move || i18n.with(Text::View(ViewText::RemovePerson), &[("name", &name)]);
        let remove = move || {
            let (id, label) = (id.clone(), label.clone());
            el("button")
                .attr("type", "button")
                .class("icon-button tag-remove")
                .attr("aria-label", label)
                .on_click(move || {
                    if let Some(participant) = id.clone() {
                        deed(engine, Command::RemoveParticipant { participant });
                    }
                })
                .child(icon(Glyph::Close))
        };
        let words = el("span")
            .class("person-words")
            .child(el("bdi").text(display_name(Some(&who), i18n)))
            .maybe(email.map(|email| el("bdi").class("quiet").text(email)));
        el("li")
            .class("person")
            .child(avatar(Signal::stored(Some(who))))
            .child(words)
            // The last one stays.
            .when(move || can && several.get(), remove)
    };
    section(
        Glyph::Persons,
        DeskText::Person,
        move || can || several.get(),
        move || {
            group()
                .child(
                    el("ul").class("people").attr("role", "list").each(move || there.get(), entry),
                )
                .maybe(can.then(|| add(engine, there)))
        },
    )
}

fn add(engine: Engine, there: Memo<Vec<Participant>>) -> El {
    let i18n = use_i18n();
    let find = move |query: String| {
        let mut picks = fitting(&query, contacts(engine, i18n, there.get()));
        picks.truncate(OFFERED);
        picks
    };
    let of = Picker {
        key: "person",
        name: Signal::derive(move || i18n.t(Text::View(ViewText::AddPerson)).to_owned()),
        face: el("span").text(i18n.tr(Text::View(ViewText::AddPerson))),
        hint: Text::View(ViewText::FindContact),
        find: Callback::new(find),
        take: Callback::new(move |command| deed(engine, command)),
    };
    el("div").class("tag-add").attr("data-act", "person").child(picker(of))
}

/// The contacts of other conversations, beside those that are there.
pub(in super::super) fn contacts(
    engine: Engine,
    i18n: I18n,
    mut known: Vec<Participant>,
) -> Vec<Pick> {
    let mut picks = Vec::new();
    for one in untrack(|| engine.newest_known(LOOKED_THROUGH)) {
        for who in &one.participants {
            let is_new = who.id.is_some() && !known.iter().any(|one| one.is_same(who));
            if is_new && who.kind.is_contact() {
                known.push(who.clone());
                picks.push(Pick {
                    label: display_name(Some(who), i18n),
                    more: who.email.clone(),
                    face: Face::Person(who.clone()),
                    current: false,
                    command: Command::AddParticipant { participant: who.clone() },
                });
            }
        }
    }
    picks
}
