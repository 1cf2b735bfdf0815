//! What the palette offers for what is typed.

use std::cell::RefCell;

use inbox_model::search::{SearchIndex, folded, words};
use inbox_model::{Command, Conversation, ConversationId};
use leptos::prelude::*;

use super::super::actions::{self, ACTIONS, Act};
use super::super::deeds::do_it;
use super::super::hands::Hands;
use super::super::header_more::PRIORITIES;
use super::super::place::Shown;
use super::super::snooze::offers as times;
use super::super::views::in_order;
use crate::i18n::{ActText, DeskText, I18n, Text};
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
}

impl Offers {
    pub(super) fn new(hands: &Hands) -> Self {
        Self {
            hands: StoredValue::new_local(*hands),
            index: StoredValue::new_local(RefCell::default()),
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
            let all = commands(&hands);
            [group(ActText::PaletteRecent, recent), group(ActText::PaletteActions, all)]
        } else {
            let words = words(query);
            let mut fitting = commands(&hands);
            fitting.extend(choices(&hands));
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
            more: None,
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

fn named(hands: &Hands, text: ActText, name: &str) -> String {
    hands.i18n.with(Text::Act(text), &[("name", name)])
}

/// What the menus of the conversation hold, each entry by its name.
fn choices(hands: &Hands) -> Vec<Offer> {
    let i18n = hands.i18n;
    let Some(open) = hands.conversation() else { return Vec::new() };
    let session = hands.engine.store.session.get_untracked();
    let offer = |glyph: Glyph, text: ActText, name: &str, command: Command, away: bool| {
        let label = named(hands, text, name);
        let what = What::Do(command, label.clone(), away);
        Offer { what, glyph, label, more: None, keys: Vec::new() }
    };
    let mut offers = Vec::new();
    if actions::can(hands, Act::Snooze) {
        offers.extend(times(hands.engine.now()).into_iter().map(|(text, until)| Offer {
            more: Some([i18n.day(until, -1_000), i18n.time(until)].join(" ")),
            ..offer(Glyph::Moon, ActText::SnoozeTo, i18n.t(text), Command::Snooze { until }, true)
        }));
    }
    if actions::can(hands, Act::Priority) {
        let others = PRIORITIES.into_iter().filter(|(priority, _)| *priority != open.priority);
        offers.extend(others.map(|(priority, text): (_, DeskText)| {
            let command = Command::SetPriority { priority };
            offer(Glyph::Flag, ActText::PriorityTo, i18n.t(Text::Desk(text)), command, false)
        }));
    }
    if actions::can(hands, Act::Assign) {
        let agents = session.iter().flat_map(|session| &session.agents);
        let others = agents.filter(|agent| agent.id != open.assignee);
        offers.extend(others.map(|agent| {
            let command = Command::Assign { agent: Some(agent.id.clone()), team: None };
            let name = display_name(Some(agent), i18n);
            offer(Glyph::Person, ActText::AssignTo, &name, command, false)
        }));
    }
    if actions::can(hands, Act::Tag) {
        let tags = session.iter().flat_map(|session| &session.tags);
        let others = tags.filter(|tag| !open.tags.iter().any(|one| one.id == tag.id));
        offers.extend(others.map(|tag| {
            let command = Command::AttachTag { tag: tag.clone() };
            offer(Glyph::Tag, ActText::TagWith, &tag.name, command, false)
        }));
    }
    offers
}
