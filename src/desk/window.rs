//! The reply window above the composer: how long it is open, why it is closed, and the way on.

use inbox_model::reply_window::{Reason, Verdict, verdict_for, verdict_through};
use inbox_model::time::{HOUR, MINUTE};
use inbox_model::{Channel, Conversation, ParticipantKind, Timestamp};
use leptos::prelude::*;

use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::{Memo, RwSignal, Signal};
use crate::sync;
use crate::ui::{Glyph, icon_of};

/// With less than this left the window counts as closing.
pub(super) const SOON: i64 = HOUR;
/// With less than this left seconds are told.
const SECONDS: i64 = 10 * MINUTE;

/// Whether an agent may write to the customer now, by the channel of the conversation or by one that
/// they have chosen.
pub(super) fn verdict(
    conversation: &Conversation,
    chosen: Option<&Channel>,
    now: Timestamp,
) -> Verdict {
    match chosen {
        Some(channel) => verdict_through(conversation, channel, now),
        None => verdict_for(conversation, &ParticipantKind::Agent, now),
    }
}

/// The present instant, to the second, for as long as the view lives.
pub(super) fn second_hand() -> Signal<Timestamp> {
    let now = RwSignal::new(sync::now());
    let every = std::time::Duration::from_secs(1);
    if let Ok(timer) = set_interval_with_handle(move || now.set(sync::now()), every) {
        on_cleanup(move || timer.clear());
    }
    now.into()
}

/// What stands above the composer. `None` as a verdict, or a window without an end, shows nothing.
pub fn window_banner(
    verdict: Signal<Option<Verdict>>,
    now: Signal<Timestamp>,
    can_restart: bool,
    on_restart: Callback<()>,
) -> El {
    let i18n = use_i18n();
    let look = Memo::new(move |_| look(verdict.get()?, now.get()));
    let words = Memo::new(move |_| {
        verdict.get().map(|verdict| words(verdict, now.get(), i18n)).unwrap_or_default()
    });
    // What is said aloud: what has changed, and not each minute that passes.
    let said = Memo::new(move |_| match look.get() {
        Some("soon") => i18n.t(Text::Desk(DeskText::WindowSoon)).to_owned(),
        Some("closed" | "waiting") => words.get(),
        _ => String::new(),
    });
    let is_closed = move || look.get() == Some("closed");
    // An account that is not connected sends no message that asks to go on, either.
    let can_ask = Memo::new(move |_| {
        let reason = |verdict| match verdict {
            Verdict::Closed(reason) => Some(reason),
            _ => None,
        };
        let reason = verdict.get().and_then(reason);
        can_restart && matches!(reason, Some(Reason::Expired | Reason::NotPossible))
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

fn words(verdict: Verdict, now: Timestamp, i18n: I18n) -> String {
    let text = match verdict {
        Verdict::Open { until } => {
            let left = until.map_or(0, |until| until.since(now));
            return i18n
                .with(Text::Desk(DeskText::WindowOpen), &[("time", &left_words(left, i18n))]);
        }
        Verdict::WaitingForCustomer { until: Some(until) } if until > now => {
            let left = left_words(until.since(now), i18n);
            return i18n.with(Text::Desk(DeskText::WindowWaitingFor), &[("time", &left)]);
        }
        Verdict::WaitingForCustomer { .. } => DeskText::WindowWaiting,
        Verdict::Closed(Reason::Expired) => DeskText::WindowExpired,
        Verdict::Closed(Reason::NotConnected) => DeskText::WindowNotConnected,
        Verdict::Closed(Reason::NotPossible | Reason::Blocked | Reason::RepliesDisabled) => {
            DeskText::WindowNotPossible
        }
    };
    i18n.t(Text::Desk(text)).to_owned()
}

/// What is left: in whole minutes, near the end to the second.
fn left_words(left: i64, i18n: I18n) -> String {
    if left > SECONDS {
        return i18n.span(left);
    }
    let seconds = left.max(0) / 1_000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
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
