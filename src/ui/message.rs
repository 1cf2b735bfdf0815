//! One line of a thread: a message with its author, bubble and state, an event, a divider.

use std::sync::Arc;

use inbox_model::thread::{Grouping, Item, MessageState};
use inbox_model::{CommandId, Part, PartBody, Participant, Timestamp};
use leptos::prelude::*;

use super::avatar::avatar;
use super::bubble::{part_bubble, pending_bubble};
#[cfg(feature = "desk")]
use super::company::{CompanySide, Known, around_bubble, bare, below};
use super::event_line::{FindName, event_line};
#[cfg(feature = "desk")]
use super::events::events;
use super::icon::{Glyph, icon};
use super::moment::time_of;
use super::names::display_name;
use crate::dom::{El, el, group};
#[cfg(feature = "desk")]
use crate::i18n::DeskText;
use crate::i18n::{I18n, Text, use_i18n};
use crate::reactive::{ArcRwSignal, Memo, RwSignal, Signal};

/// What can be done about a message that was not sent.
#[derive(Clone, Copy)]
pub struct MessageActions {
    /// Tries it again.
    pub retry: Callback<CommandId>,
    /// Throws it away.
    pub discard: Callback<CommandId>,
}

/// Where a line stands: what its rendering needs beyond itself.
#[derive(Clone)]
pub(super) struct Surroundings {
    pub(super) actions: MessageActions,
    pub(super) find_name: FindName,
    /// The agents' surface, on which the company is one's own side and every author has a name.
    pub(super) among_agents: bool,
    pub(super) today: Signal<i64>,
    /// Of which events that are folded all are shown, by the first of them.
    #[cfg(feature = "desk")]
    pub(super) unfolded: RwSignal<Vec<inbox_model::PartId>>,
    /// What agents can do about a message.
    #[cfg(feature = "desk")]
    pub(super) company: Option<CompanySide>,
}

/// One line. What it shows follows the signal; the row itself stays.
pub(super) fn line(item: ArcRwSignal<Item>, around: Surroundings) -> El {
    let i18n = use_i18n();
    let signal = RwSignal::from(item);
    // How a message looks changes with every receipt and every neighbour, and what it says hardly
    // ever: a recording that plays and a selection stay as they are.
    let look = Memo::new(move |_| Look::of(&signal.get()));
    let said = Memo::new(move |_| said_alone(signal.get()));
    #[cfg(feature = "desk")]
    let known = Memo::new(move |_| Known::of(&signal.get()));
    group().live(move || match said.get() {
        Item::Day(date) => day(date.days, around.today, i18n),
        Item::Unread => el("div")
            .class("unread-divider")
            .attr("role", "separator")
            .child(el("span").text(i18n.tr(Text::Unread))),
        #[cfg(feature = "desk")]
        Item::Events { first, .. } => events(&first.id, signal, &around, i18n),
        Item::Part { part, mine, own_side, .. } => event_line(&part, &around.find_name, i18n)
            .unwrap_or_else(|| {
                message(
                    Said {
                        bubble: part_bubble(&part),
                        kind: kind(&part),
                        author: part.author.clone(),
                        at: part.created_at,
                        own: own_side,
                        mine,
                        look,
                        command_id: None,
                        #[cfg(feature = "desk")]
                        known,
                    },
                    &around,
                    i18n,
                )
            }),
        Item::Pending { pending, .. } => message(
            Said {
                bubble: pending_bubble(&pending),
                kind: if pending.note { "note" } else { "message" },
                author: Some(pending.author.clone()),
                at: pending.at,
                own: true,
                mine: true,
                look,
                command_id: Some(pending.command_id.clone()),
                #[cfg(feature = "desk")]
                known,
            },
            &around,
            i18n,
        ),
    })
}

/// What changes about a message while it says the same.
#[derive(Clone, PartialEq)]
struct Look {
    grouping: Grouping,
    state: Option<MessageState>,
}

const ALONE: Grouping = Grouping { first: true, last: true };

impl Look {
    fn of(item: &Item) -> Self {
        match item {
            Item::Part { grouping, state, .. } => {
                Self { grouping: *grouping, state: state.clone() }
            }
            Item::Pending { pending, grouping } => {
                Self { grouping: *grouping, state: Some(pending.state.clone()) }
            }
            #[cfg(feature = "desk")]
            Item::Events { .. } => Self { grouping: ALONE, state: None },
            Item::Day(_) | Item::Unread => Self { grouping: ALONE, state: None },
        }
    }

    fn failed(&self) -> bool {
        matches!(self.state, Some(MessageState::Failed { .. }))
    }

    /// Time and state are told at the end of a run, and wherever something is the matter.
    fn tells_state(&self) -> bool {
        self.grouping.last || matches!(self.state, Some(MessageState::Waiting)) || self.failed()
    }
}

/// An item without its [`Look`].
fn said_alone(item: Item) -> Item {
    match item {
        Item::Part { part, mine, own_side, .. } => {
            #[cfg(feature = "desk")]
            let part = bare(part);
            Item::Part { part, mine, own_side, grouping: ALONE, state: None }
        }
        // How many follow is told beside, so that the focus is not lost when more come.
        #[cfg(feature = "desk")]
        Item::Events { first, .. } => Item::Events { first, later: Vec::new() },
        Item::Pending { mut pending, .. } => {
            Arc::make_mut(&mut pending).state = MessageState::Sending;
            Item::Pending { pending, grouping: ALONE }
        }
        other => other,
    }
}

/// The divider before the lines of a day.
fn day(days: i64, today: Signal<i64>, i18n: I18n) -> El {
    let noon = Timestamp::from_millis((days * 24 + 12) * 3_600_000);
    let label = move || i18n.day(noon, today.get() - days);
    el("div").class("day").attr("role", "separator").child(el("span").text(label))
}

/// What a message shows, sent or not.
struct Said {
    bubble: El,
    kind: &'static str,
    author: Option<Participant>,
    at: Timestamp,
    own: bool,
    mine: bool,
    look: Memo<Look>,
    /// The command that sends it, while it is not sent.
    command_id: Option<CommandId>,
    /// What is known of it beside what it says.
    #[cfg(feature = "desk")]
    known: Memo<Option<Known>>,
}

fn message(said: Said, around: &Surroundings, i18n: I18n) -> El {
    #[cfg(feature = "desk")]
    let (known, company) = (said.known, around.company);
    let Said { bubble, kind, author, at, own, mine, look, command_id, .. } = said;
    let among_agents = around.among_agents;
    let actions = around.actions;
    let mut row = el("div")
        .class("message")
        .attr("data-side", if own { "own" } else { "other" })
        .attr("data-kind", kind)
        .flag_when("data-first", move || look.get().grouping.first)
        .flag_when("data-last", move || look.get().grouping.last)
        .attr_while("data-state", move || Some(state_name(&look.get().state?).to_owned()));
    #[cfg(feature = "desk")]
    {
        let id = move || Some(known.get()?.id.to_string());
        let inbound = move || known.get().is_some_and(|known| known.inbound);
        row = row.attr_while("data-part-id", id).flag_when("data-inbound", inbound);
    }
    if !own {
        let face = Signal::stored(author.clone());
        let face = move || avatar(face);
        row = row
            .child(el("span").class("message-face").when(move || look.get().grouping.last, face));
    }
    let name = move || {
        if mine { i18n.t(Text::You).to_owned() } else { display_name(author.as_ref(), i18n) }
    };
    // One's own name needs no telling where one writes alone.
    let unnamed = move || !look.get().grouping.first || (own && !among_agents);
    #[cfg_attr(not(feature = "desk"), expect(unused_mut, reason = "only the desk adds to it"))]
    let mut inside = el("div").class("bubble").attr("part", "bubble");
    #[cfg(feature = "desk")]
    {
        inside = inside.maybe(label(kind, i18n)).child(super::tracked::subject(known, i18n));
    }
    let author = el("p").class("message-author").class_when("visually-hidden", unnamed);
    let meta = el("p")
        .class("message-meta")
        .class_when("visually-hidden", move || !look.get().tells_state())
        .child(time_of(at, i18n))
        .live(move || look.get().state.map_or_else(group, |state| state_mark(&state, i18n)));
    #[cfg(feature = "desk")]
    let meta = meta.child(super::tracked::channel(known, i18n));
    let inside = inside.child(bubble);
    #[cfg(feature = "desk")]
    let inside = match company {
        Some(company) => around_bubble(inside, known, company, i18n),
        None => inside,
    };
    let body = el("div")
        .class("message-body")
        .child(author.child(el("bdi").text(name)))
        .child(inside)
        .child(meta)
        .live(move || match &command_id {
            #[cfg(feature = "desk")]
            Some(id) => match look.get().state {
                Some(MessageState::Failed { code }) => group()
                    .child(super::refusals::refused(code, i18n))
                    .child(failed_actions(id.clone(), actions, i18n)),
                _ => group(),
            },
            #[cfg(not(feature = "desk"))]
            Some(id) if look.get().failed() => failed_actions(id.clone(), actions, i18n),
            _ => group(),
        });
    #[cfg(feature = "desk")]
    let body = body.maybe(company.map(|company| below(known, company, i18n)));
    row.child(body)
}

/// What tells a message that stays inside the company from one that leaves it.
#[cfg(feature = "desk")]
fn label(kind: &str, i18n: I18n) -> Option<El> {
    let (glyph, text) = match kind {
        "note" => (Glyph::Lock, Text::InternalNote),
        "suggestion" => (Glyph::Sparkle, Text::SuggestedReply),
        _ => return None,
    };
    Some(el("p").class("bubble-label").child(icon(glyph)).text(i18n.tr(text)))
}

fn kind(part: &Part) -> &'static str {
    match &part.body {
        PartBody::Note(_) => "note",
        PartBody::Suggestion(_) => "suggestion",
        PartBody::QuickReplies { .. } => "choices",
        #[cfg(feature = "desk")]
        PartBody::Call(_) => "call",
        _ if part.redacted => "redacted",
        _ => "message",
    }
}

fn state_name(state: &MessageState) -> &'static str {
    match state {
        #[cfg(feature = "desk")]
        MessageState::Held { .. } => "held",
        MessageState::Waiting => "waiting",
        MessageState::Sending => "sending",
        MessageState::Sent => "sent",
        MessageState::Delivered => "delivered",
        MessageState::Read => "read",
        MessageState::Failed { .. } => "failed",
    }
}

/// How far a message has come, as a mark and in words.
fn state_mark(state: &MessageState, i18n: I18n) -> El {
    let (glyph, text) = match state {
        #[cfg(feature = "desk")]
        MessageState::Held { .. } => (Glyph::Clock, Text::Desk(DeskText::StateHeld)),
        MessageState::Waiting => (Glyph::Clock, Text::StateWaiting),
        MessageState::Sending => (Glyph::Clock, Text::StateSending),
        MessageState::Sent => (Glyph::Check, Text::StateSent),
        MessageState::Delivered => (Glyph::CheckTwice, Text::StateDelivered),
        MessageState::Read => (Glyph::CheckTwice, Text::StateRead),
        MessageState::Failed { .. } => (Glyph::Alert, Text::StateFailed),
    };
    el("span")
        .class("state")
        .attr("data-state", state_name(state))
        .child(icon(glyph))
        .child(el("span").class("state-text").text(i18n.tr(text)))
}

fn failed_actions(id: CommandId, actions: MessageActions, i18n: I18n) -> El {
    let button = |text: Text, act: Callback<CommandId>| {
        let id = id.clone();
        el("button")
            .attr("type", "button")
            .class("link-button")
            .on_click(move || act.run(id.clone()))
            .text(i18n.tr(text))
    };
    el("p")
        .class("message-actions")
        .child(button(Text::Retry, actions.retry))
        .child(button(Text::Discard, actions.discard))
}
