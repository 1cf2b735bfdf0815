//! What the palette offers for what is typed.

use std::cell::RefCell;

use inbox_model::search::{SearchIndex, folded, words};
use inbox_model::view::Sort;
use inbox_model::{Command, Conversation, ConversationId};
use leptos::prelude::*;

use super::super::actions::{self, ACTIONS, Act};
use super::super::deeds::do_it;
use super::super::hands::Hands;
use super::super::place::Shown;
use super::super::views::in_order;
use super::choices::choices;
use crate::i18n::{ActText, I18n, Text};
use crate::ui::{Glyph, display_name, preview_line};

/// Conversations that are looked through at most: the newest.
const LOOKED_THROUGH: usize = 5_000;
/// Conversations that are shown before anything is typed, and after.
const RECENT: usize = 5;
const FOUND: usize = 20;
/// Commands that are shown at most once something is typed.
const COMMANDS: usize = 8;

/// What an offer leads to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Act(Act),
    View(Shown),
    Talk(ConversationId),
    /// The list in another order.
    Sort(Sort),
    /// A command, what it is called, and whether it may put the conversation away.
    Do(Command, String, bool),
}

/// One line of the palette.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    pub(super) what: What,
    pub(super) glyph: Glyph,
    pub(super) label: String,
    /// More about it, quieter.
    pub(super) more: Option<String>,
    pub(super) keys: Vec<&'static str>,
}

/// Lines of one kind.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub(super) title: ActText,
    pub(super) offers: Vec<Offer>,
}

impl What {
    /// Does it.
    pub(super) fn take(self, hands: &Hands) {
        match self {
            Self::Act(act) => actions::perform(hands, act),
            Self::View(shown) => hands.place.show(shown),
            Self::Talk(id) => {
                hands.place.active.set(Some(id.clone()));
                hands.engine.open(Some(id));
                hands.keep_focus();
            }
            Self::Sort(sort) => hands.place.set_sort(hands.engine, sort),
            Self::Do(command, done, true) => hands.put_away(command, &done),
            Self::Do(command, _, false) => do_it(hands, command),
        }
    }
}

/// All that can be offered while the palette is open.
#[derive(Clone, Copy)]
pub(super) struct Offers {
    hands: StoredValue<Hands, LocalStorage>,
    /// Made when something is typed for the first time.
    index: StoredValue<RefCell<Option<SearchIndex>>, LocalStorage>,
    /// All commands, from then on.
    commands: StoredValue<Option<Vec<Offer>>, LocalStorage>,
}

impl Offers {
    pub(super) fn new(hands: &Hands) -> Self {
        Self {
            hands: StoredValue::new_local(*hands),
            index: StoredValue::new_local(RefCell::default()),
            commands: StoredValue::new_local(None),
        }
    }

    /// For what is typed: commands and conversations, the better ones first. For nothing: the
    /// conversations of late, and every command.
    pub(super) fn find(self, query: &str) -> Vec<Group> {
        let hands = self.hands.get_value();
        let group = |title, offers| Group { title, offers };
        let groups = if query.is_empty() {
            let recent = hands.engine.newest_known(RECENT);
            let recent = recent.iter().map(|one| talk(one, hands.i18n)).collect();
            // What they would be done to is told once one is looked for.
            let plain = |offer| Offer { more: None, ..offer };
            let all = commands(&hands).into_iter().map(plain).collect();
            [group(ActText::PaletteRecent, recent), group(ActText::PaletteActions, all)]
        } else {
            let words = words(query);
            let all = |all: &mut Option<Vec<Offer>>| {
                all.get_or_insert_with(|| [commands(&hands), choices(&hands)].concat()).clone()
            };
            let mut fitting = self.commands.try_update_value(all).unwrap_or_default();
            fitting.retain(|offer| {
                let within = folded(std::iter::once(offer.label.as_str()));
                words.iter().all(|word| within.contains(word.as_str()))
            });
            fitting.truncate(COMMANDS);
            [
                group(ActText::PaletteActions, fitting),
                group(ActText::PaletteTalks, self.talks(&hands, query)),
            ]
        };
        groups.into_iter().filter(|group| !group.offers.is_empty()).collect()
    }

    /// Conversations that the server has found, below what is offered already, so that nothing moves.
    pub(super) fn join(self, groups: &mut Vec<Group>, found: &[ConversationId]) {
        let hands = self.hands.get_value();
        let title = ActText::PaletteTalks;
        if groups.last().is_none_or(|last| last.title != title) {
            groups.push(Group { title, offers: Vec::new() });
        }
        if let Some(Group { offers, .. }) = groups.last_mut() {
            for one in found.iter().filter_map(|id| hands.engine.known_as(id)) {
                let offer = talk(&one, hands.i18n);
                if !offers.iter().any(|there| there.what == offer.what) {
                    offers.push(offer);
                }
            }
        }
        groups.retain(|group| !group.offers.is_empty());
    }

    fn talks(self, hands: &Hands, query: &str) -> Vec<Offer> {
        let known = hands.engine.newest_known(LOOKED_THROUGH);
        self.index.with_value(|index| {
            let mut index = index.borrow_mut();
            let index = index.get_or_insert_with(|| {
                let mut index = SearchIndex::default();
                for one in &known {
                    index.insert(one);
                }
                index
            });
            let hits = index.query(query, FOUND).into_iter();
            let one = |id| known.iter().find(|one| one.id == id);
            hits.filter_map(|hit| one(hit.id)).map(|one| talk(one, hands.i18n)).collect()
        })
    }
}

/// A conversation: whom it is with, and what it is about.
fn talk(one: &Conversation, i18n: I18n) -> Offer {
    let about = one.title.clone().filter(|title| !title.is_empty());
    Offer {
        what: What::Talk(one.id.clone()),
        glyph: Glyph::Messages,
        label: one
            .contact()
            .map_or_else(|| i18n.t(Text::Customer).to_owned(), |who| display_name(Some(who), i18n)),
        more: Some(about.unwrap_or_else(|| preview_line(one, i18n))),
        keys: Vec::new(),
    }
}

/// The table's actions that can be done now, and the views.
fn commands(hands: &Hands) -> Vec<Offer> {
    // What is a step to something that is offered itself is left out.
    let steps = [Act::Next, Act::Previous, Act::GoTo, Act::Palette];
    let here = ACTIONS.iter().filter(|one| !steps.contains(&one.act));
    let mut offers: Vec<Offer> = here
        .filter(|one| actions::can(hands, one.act))
        .map(|one| Offer {
            what: What::Act(one.act),
            glyph: one.glyph,
            label: hands.i18n.t(actions::words(hands, one.act)).to_owned(),
            more: actions::about(hands, one.act),
            keys: one.keys.to_vec(),
        })
        .collect();
    let views = in_order(hands.engine, hands.i18n).into_iter().enumerate();
    offers.extend(views.map(|(at, (shown, name, glyph))| Offer {
        what: What::View(shown),
        glyph,
        label: named(hands, ActText::GoToView, &name),
        more: None,
        keys: NUMBERED.get(at).copied().into_iter().collect(),
    }));
    offers
}

const NUMBERED: [&str; 9] = ["g 1", "g 2", "g 3", "g 4", "g 5", "g 6", "g 7", "g 8", "g 9"];

pub(super) fn named(hands: &Hands, text: ActText, name: &str) -> String {
    hands.i18n.with(Text::Act(text), &[("name", name)])
}
