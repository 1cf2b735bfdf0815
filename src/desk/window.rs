//! The reply window above the composer: how long it is open, why it is closed, and the way on.

use inbox_model::countdown::Detail;
use inbox_model::reply_window::{
    Possible, Reason, ReplyWindows, Verdict, verdict_for, verdict_through,
};
use inbox_model::time::HOUR;
use inbox_model::{Channel, Conversation, ParticipantKind, Timestamp};
use leptos::prelude::*;

use super::due::Pace;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::{Memo, Signal};
use crate::sync::Engine;
use crate::ui::{Glyph, icon_of};

/// With so much left or less the window counts as closing.
pub(super) const SOON: i64 = HOUR;

/// Whether an agent may write to the customer now, by the channel of the conversation.
pub(super) fn verdict(conversation: &Conversation, now: Timestamp) -> Verdict {
    verdict_for(conversation, &ParticipantKind::Agent, now)
}

/// What an agent may do in the open thread now, and by which channel.
#[derive(Clone, PartialEq)]
pub struct Standing {
    verdict: Verdict,
    channel: Channel,
}

impl Standing {
    /// By the channel of the conversation, or by one that was chosen; follows thread and clock.
    pub(super) fn here(engine: Engine, chosen: Option<Channel>, pace: Pace) -> Option<Self> {
        let thread = engine.store.thread;
        let conversation = thread.conversation.get()?;
        let now = pace.now();
        let standing = match chosen {
            Some(channel) => {
                let session = engine.store.session.get();
                let windows = session.map(|session| session.reply_windows.clone());
                // The parts stand beside the conversation, and say when the customer wrote there.
                let mut whole = Conversation::clone(&conversation);
                whole.parts = thread.parts();
                let windows = windows.unwrap_or(ReplyWindows::STANDARD);
                let verdict = verdict_through(&whole, &channel, &windows, now);
                Self { verdict, channel }
            }
            None => Self { verdict: verdict(&conversation, now), channel: conversation.channel() },
        };
        pace.wake(standing.verdict.changes_at(now));
        Some(standing)
    }

    /// Whether the composer is of use.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.verdict, Verdict::Open { .. })
    }
}

/// What stands above the composer. `None`, or a window without an end, shows nothing.
pub fn window_banner(
    standing: Signal<Option<Standing>>,
    can_restart: bool,
    on_restart: Callback<()>,
) -> El {
    let i18n = use_i18n();
    let pace = Pace::here();
    let look = Memo::new(move |_| {
        let verdict = standing.get()?.verdict;
        if let Verdict::Open { until: Some(until) } = verdict {
            pace.wake(Some(until.plus(-SOON)).filter(|soon| *soon > pace.now()));
        }
        look(verdict, pace.now())
    });
    let words = Memo::new(move |_| {
        standing.get().map(|standing| words(standing.verdict, pace, i18n)).unwrap_or_default()
    });
    // What is said aloud: what has changed, and not each minute that passes.
    let said = Memo::new(move |_| match look.get() {
        Some("soon") => i18n.t(Text::Desk(DeskText::WindowSoon)).to_owned(),
        Some("closed" | "waiting") => words.get(),
        _ => String::new(),
    });
    let is_closed = move || look.get() == Some("closed");
    let can_ask = Memo::new(move |_| {
        let allows = |standing: Standing| standing.verdict.allows(&standing.channel, pace.now());
        can_restart && standing.get().map(allows) == Some(Possible::Restart)
    });
    let restart = move || {
        el("button")
            .attr("type", "button")
            .class("button")
            .on_click(move || on_restart.run(()))
            .child(icon_of(|| Glyph::Reload))
            .text(i18n.tr(Text::Desk(DeskText::RestartConversation)))
    };
    let glyph = move || if is_closed() { Glyph::Lock } else { Glyph::Hourglass };
    group()
        .when(
            move || look.get().is_some(),
            move || {
                el("div")
                    .class("window-banner")
                    .attr("data-window", move || look.get().unwrap_or_default())
                    .child(icon_of(glyph))
                    .child(
                        el("p")
                            .class("window-words")
                            .attr("role", "timer")
                            .attr("aria-live", "off")
                            .text(words),
                    )
                    .when(move || can_ask.get(), restart)
            },
        )
        .child(el("p").class("visually-hidden").attr("role", "status").text(said))
}

fn look(verdict: Verdict, now: Timestamp) -> Option<&'static str> {
    match verdict {
        Verdict::Open { until: None } => None,
        Verdict::Open { until: Some(until) } if until.since(now) <= SOON => Some("soon"),
        Verdict::Open { .. } => Some("open"),
        Verdict::Closed(_) => Some("closed"),
        Verdict::WaitingForCustomer { .. } => Some("waiting"),
    }
}

/// A window as it stands, in words.
pub(super) fn words(verdict: Verdict, pace: Pace, i18n: I18n) -> String {
    let counting = |text, until| {
        let left = i18n.countdown(pace.to(until, Detail::Exact));
        i18n.with(Text::Desk(text), &[("time", &left)])
    };
    let text = match verdict {
        Verdict::Open { until: Some(until) } => return counting(DeskText::WindowOpen, until),
        Verdict::WaitingForCustomer { until: Some(until) } if until > pace.now() => {
            return counting(DeskText::WindowWaitingFor, until);
        }
        // Without an end there is nothing to tell.
        Verdict::Open { until: None } => return String::new(),
        Verdict::WaitingForCustomer { .. } => DeskText::WindowWaiting,
        Verdict::Closed(Reason::Expired) => DeskText::WindowExpired,
        Verdict::Closed(Reason::NotConnected) => DeskText::WindowNotConnected,
        Verdict::Closed(Reason::NotPossible | Reason::Blocked | Reason::RepliesDisabled) => {
            DeskText::WindowNotPossible
        }
    };
    i18n.t(Text::Desk(text)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_looks_as_it_stands() {
        let now = Timestamp::from_millis(1_000_000_000);
        let open = |left: i64| Verdict::Open { until: Some(now.plus(left)) };
        for (verdict, expected) in [
            (Verdict::Open { until: None }, None),
            (open(SOON + 1), Some("open")),
            (open(SOON), Some("soon")),
            (Verdict::Closed(Reason::Expired), Some("closed")),
            (Verdict::WaitingForCustomer { until: None }, Some("waiting")),
        ] {
            assert_eq!(look(verdict, now), expected, "{verdict:?}");
        }
    }
}
