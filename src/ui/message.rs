//! One line of a thread: a message with its author, bubble and state, an event, a divider.

use inbox_model::thread::{Grouping, Item, MessageState};
use inbox_model::{CommandId, Part, PartBody, Participant, Timestamp};
use leptos::prelude::*;

use super::avatar::avatar;
use super::bubble::{part_bubble, pending_bubble};
use super::event_line::{FindName, words};
use super::icon::{Glyph, icon};
use super::names::display_name;
use crate::dom::{El, el, group};
use crate::i18n::{I18n, Text, use_i18n};
use crate::reactive::{ArcRwSignal, Signal};

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
}

/// One line. What it shows follows the signal; the row itself stays.
pub(super) fn line(item: ArcRwSignal<Item>, around: Surroundings) -> El {
    let i18n = use_i18n();
    group().live(move || match item.get() {
        Item::Day(date) => day(date.days, around.today, i18n),
        Item::Unread => el("div")
            .class("unread-divider")
            .attr("role", "separator")
            .child(el("span").text(i18n.tr(Text::Unread))),
        Item::Part { part, grouping, mine, own_side, state } => {
            match words(&part, &around.find_name, i18n) {
                Some(words) => el("p").class("event").attr("dir", "auto").text(words),
                None => message(
                    Said {
                        bubble: part_bubble(&part),
                        kind: kind(&part),
                        author: part.author.clone(),
                        at: part.created_at,
                        own: own_side,
                        mine,
                        grouping,
                        state,
                        command_id: None,
                    },
                    &around,
                    i18n,
                ),
            }
        }
        Item::Pending { pending, grouping } => message(
            Said {
                bubble: pending_bubble(&pending.contents),
                kind: if pending.note { "note" } else { "message" },
                author: Some(pending.author.clone()),
                at: pending.at,
                own: true,
                mine: true,
                grouping,
                state: Some(pending.state.clone()),
                command_id: Some(pending.command_id.clone()),
            },
            &around,
            i18n,
        ),
    })
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
    grouping: Grouping,
    state: Option<MessageState>,
    /// The command that sends it, while it is not sent.
    command_id: Option<CommandId>,
}

fn message(said: Said, around: &Surroundings, i18n: I18n) -> El {
    let Said { bubble, kind, author, at, own, mine, grouping, state, command_id } = said;
    // One's own name needs no telling where one writes alone.
    let named = grouping.first && (!own || around.among_agents);
    let failed = matches!(state, Some(MessageState::Failed { .. }));
    let shows_state = grouping.last || matches!(state, Some(MessageState::Waiting)) || failed;
    let label = match kind {
        "note" => Some((Glyph::Lock, Text::InternalNote)),
        "suggestion" => Some((Glyph::Sparkle, Text::SuggestedReply)),
        _ => None,
    };
    let mut row = el("div")
        .class("message")
        .attr("data-side", if own { "own" } else { "other" })
        .attr("data-kind", kind)
        .attr_if("data-first", grouping.first.then_some(""))
        .attr_if("data-last", grouping.last.then_some(""))
        .attr_if("data-state", state.as_ref().map(state_name));
    if !own {
        let mut face = el("span").class("message-face");
        if grouping.last {
            face = face.child(avatar(Signal::stored(author.clone())));
        }
        row = row.child(face);
    }
    let name = move || {
        if mine { i18n.t(Text::You).to_owned() } else { display_name(author.as_ref(), i18n) }
    };
    let mut inside = el("div").class("bubble").attr("part", "bubble");
    if let Some((glyph, text)) = label {
        let label = el("p").class("bubble-label").child(icon(glyph)).text(i18n.tr(text));
        inside = inside.child(label);
    }
    let actions = command_id.filter(|_| failed).map(|id| failed_actions(id, around.actions, i18n));
    row.child(
        el("div")
            .class("message-body")
            .child(
                el("p")
                    .class(if named { "message-author" } else { "message-author visually-hidden" })
                    .child(el("bdi").text(name)),
            )
            .child(inside.child(bubble))
            .child(
                el("p")
                    .class(if shows_state {
                        "message-meta"
                    } else {
                        "message-meta visually-hidden"
                    })
                    .child(
                        el("time")
                            .attr("datetime", at.to_rfc3339())
                            .attr("title", move || i18n.full(at))
                            .text(move || i18n.time(at)),
                    )
                    .maybe(state.map(|state| state_mark(&state, i18n))),
            )
            .maybe(actions),
    )
}

fn kind(part: &Part) -> &'static str {
    match &part.body {
        PartBody::Note(_) => "note",
        PartBody::Suggestion(_) => "suggestion",
        PartBody::QuickReplies { .. } => "choices",
        _ if part.redacted => "redacted",
        _ => "message",
    }
}

fn state_name(state: &MessageState) -> &'static str {
    match state {
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
