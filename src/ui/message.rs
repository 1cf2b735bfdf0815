//! One line of a thread: a message with its author, bubble and state, an event, a divider.

use std::sync::Arc;

use inbox_model::thread::{Grouping, Item, MessageState, Pending};
use inbox_model::{CommandId, Part, PartBody, Participant, Timestamp};
use leptos::prelude::*;

use super::avatar::Avatar;
use super::bubble::{part_bubble, pending_bubble};
use super::erase::{derived, dynamic, see};
use super::event_line::{FindName, words};
use super::icon::{Glyph, Icon};
use super::names::display_name;
use crate::i18n::{I18n, Text, use_i18n};

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
pub(super) fn line(item: ArcRwSignal<Item>, around: Surroundings) -> AnyView {
    let i18n = use_i18n();
    // A message changes its state often and what it says hardly ever: the bubble is built again
    // only for the latter.
    let body = Memo::new(move |_| see(item.get(), Line::of));
    let frame = move || {
        let around = around.clone();
        match body.get() {
            Line::Day(days) => {
                let today = around.today;
                let label = move || {
                    let noon = Timestamp::from_millis((days * 24 + 12) * 3_600_000);
                    i18n.day(noon, today.get() - days)
                };
                view! { <div class="day" role="separator"><span>{derived(label)}</span></div> }
                    .into_any()
            }
            Line::Unread => view! {
                <div class="unread-divider" role="separator">
                    <span>{i18n.tr(Text::Unread)}</span>
                </div>
            }
            .into_any(),
            Line::Event(part) => {
                let find = around.find_name;
                let words = move || words(&part, &find, i18n).unwrap_or_default();
                view! { <p class="event" dir="auto">{derived(words)}</p> }.into_any()
            }
            Line::Said(said) => message(said, around, i18n),
        }
    };
    dynamic(frame)
}

/// What a line shows.
#[derive(Clone, PartialEq)]
enum Line {
    Day(i64),
    Unread,
    Event(Arc<Part>),
    Said(Said),
}

/// What a message shows, sent or not.
#[derive(Clone, PartialEq)]
struct Said {
    what: What,
    author: Option<Participant>,
    at: Timestamp,
    own: bool,
    mine: bool,
    grouping: Grouping,
    state: Option<MessageState>,
}

#[derive(Clone, PartialEq)]
enum What {
    Part(Arc<Part>),
    Pending(Arc<Pending>),
}

impl Line {
    fn of(item: &Item) -> Self {
        match item {
            Item::Day(date) => Self::Day(date.days),
            Item::Unread => Self::Unread,
            Item::Part { part, grouping, mine, own_side, state } => match &part.body {
                PartBody::Message(_)
                | PartBody::Note(_)
                | PartBody::Suggestion(_)
                | PartBody::Call(_)
                | PartBody::QuickReplies { .. }
                | PartBody::QuickReplyChosen { .. } => Self::Said(Said {
                    what: What::Part(Arc::clone(part)),
                    author: part.author.clone(),
                    at: part.created_at,
                    own: *own_side,
                    mine: *mine,
                    grouping: *grouping,
                    state: state.clone(),
                }),
                _ => Self::Event(Arc::clone(part)),
            },
            Item::Pending { pending, grouping } => Self::Said(Said {
                what: What::Pending(Arc::clone(pending)),
                author: Some(pending.author.clone()),
                at: pending.at,
                own: true,
                mine: true,
                grouping: *grouping,
                state: Some(pending.state.clone()),
            }),
        }
    }
}

fn message(said: Said, around: Surroundings, i18n: I18n) -> AnyView {
    let Said { what, author, at, own, mine, grouping, state } = said;
    let (bubble, kind, command_id) = match &what {
        What::Part(part) => (part_bubble(part), kind(part), None),
        What::Pending(pending) => {
            let kind = if pending.note { "note" } else { "message" };
            (pending_bubble(&pending.contents), kind, Some(pending.command_id.clone()))
        }
    };
    let name = {
        let author = author.clone();
        move || {
            if mine { i18n.t(Text::You).to_owned() } else { display_name(author.as_ref(), i18n) }
        }
    };
    // One's own name needs no telling where one writes alone.
    let named = grouping.first && (!own || around.among_agents);
    let failed = matches!(state, Some(MessageState::Failed { .. }));
    let state_name_now = state.as_ref().map(state_name);
    let shows_state = grouping.last || matches!(state, Some(MessageState::Waiting)) || failed;
    let label = matches!(kind, "note" | "suggestion").then_some(if kind == "note" {
        (Glyph::Lock, Text::InternalNote)
    } else {
        (Glyph::Sparkle, Text::SuggestedReply)
    });
    view! {
        <div
            class="message"
            data-side=if own { "own" } else { "other" }
            data-kind=kind
            data-first=grouping.first
            data-last=grouping.last
            data-state=state_name_now
        >
            {(!own)
                .then(|| {
                    view! {
                        <span class="message-face">
                            {grouping.last.then(|| view! { <Avatar of=Signal::stored(author.clone()) /> })}
                        </span>
                    }
                })}
            <div class="message-body">
                <p class="message-author" class:visually-hidden=!named>
                    <bdi>{derived(name)}</bdi>
                </p>
                <div class="bubble" part="bubble">
                    {label
                        .map(|(glyph, text)| {
                            view! {
                                <p class="bubble-label">
                                    <Icon glyph=glyph />
                                    {i18n.tr(text)}
                                </p>
                            }
                        })}
                    {bubble}
                </div>
                <p class="message-meta" class:visually-hidden=!shows_state>
                    <time datetime=at.to_rfc3339() title=derived(move || i18n.full(at))>
                        {derived(move || i18n.time(at))}
                    </time>
                    {state.map(|state| view! { <StateMark state=state /> })}
                </p>
                {command_id
                    .filter(|_| failed)
                    .map(|id| view! { <FailedActions id=id actions=around.actions /> })}
            </div>
        </div>
    }
    .into_any()
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
#[component]
fn StateMark(state: MessageState) -> impl IntoView {
    let i18n = use_i18n();
    let (glyph, text) = match &state {
        MessageState::Waiting => (Glyph::Clock, Text::StateWaiting),
        MessageState::Sending => (Glyph::Clock, Text::StateSending),
        MessageState::Sent => (Glyph::Check, Text::StateSent),
        MessageState::Delivered => (Glyph::CheckTwice, Text::StateDelivered),
        MessageState::Read => (Glyph::CheckTwice, Text::StateRead),
        MessageState::Failed { .. } => (Glyph::Alert, Text::StateFailed),
    };
    view! {
        <span class="state" data-state=state_name(&state)>
            <Icon glyph=glyph />
            <span class="state-text">{i18n.tr(text)}</span>
        </span>
    }
}

#[component]
fn FailedActions(id: CommandId, actions: MessageActions) -> impl IntoView {
    let i18n = use_i18n();
    let again = id.clone();
    view! {
        <p class="message-actions">
            <button type="button" class="link-button" on:click=move |_| actions.retry.run(again.clone())>
                {i18n.tr(Text::Retry)}
            </button>
            <button type="button" class="link-button" on:click=move |_| actions.discard.run(id.clone())>
                {i18n.tr(Text::Discard)}
            </button>
        </p>
    }
}
