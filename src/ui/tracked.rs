//! What is told of a message's way: channel, subject, campaign, what the channel says, who has seen
//! it.

use inbox_model::{Channel, ParticipantId};
use leptos::prelude::*;

use super::avatar::avatar_stack;
use super::company::{CompanySide, Known};
use super::icon::{Glyph, icon};
use super::names::display_name;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, ReadText, Text};
use crate::reactive::{Memo, Signal};

/// The word for a channel, where it tells something.
pub fn channel_word(channel: &Channel, i18n: I18n) -> Option<String> {
    let text = match channel {
        Channel::Web => Text::ChannelWeb,
        Channel::Android | Channel::Ios => Text::ChannelApp,
        Channel::Email => Text::ChannelEmail,
        Channel::Sms => Text::Desk(DeskText::ChannelSms),
        Channel::Whatsapp => Text::Desk(DeskText::ChannelWhatsapp),
        Channel::Phone => Text::Desk(DeskText::ChannelPhone),
        Channel::Unknown => return None,
        Channel::Other(word) => return Some(word.clone()),
    };
    Some(i18n.t(text).to_owned())
}

/// The channel of a message beside its time: only where it is another than the widget's own.
pub(super) fn channel(known: Memo<Option<Known>>, i18n: I18n) -> El {
    let word = Memo::new(move |_| {
        let channel = known.get()?.channel?;
        let own = matches!(channel, Channel::Web | Channel::Android | Channel::Ios);
        if own { None } else { channel_word(&channel, i18n) }
    });
    group().live(move || match word.get() {
        Some(word) => el("span").class("message-channel").attr("dir", "auto").text(word),
        None => group(),
    })
}

/// The subject line, inside the bubble.
pub(super) fn subject(known: Memo<Option<Known>>, i18n: I18n) -> El {
    let subject = Memo::new(move |_| known.get()?.tracking.subject);
    group().live(move || match subject.get() {
        Some(subject) => el("p")
            .class("bubble-subject")
            .child(icon(Glyph::Mail))
            .child(
                el("span")
                    .class("visually-hidden")
                    .text(move || [i18n.t(Text::Desk(DeskText::Subject)), ": "].concat()),
            )
            .child(el("span").attr("dir", "auto").text(subject)),
        None => group(),
    })
}

/// The campaign that has sent a message.
pub(super) fn campaign(known: Memo<Option<Known>>, i18n: I18n) -> El {
    let name = Memo::new(move |_| known.get()?.tracking.campaign);
    group().live(move || match name.get() {
        Some(name) => {
            let words = move || i18n.with(Text::Desk(DeskText::Campaign), &[("name", &name)]);
            el("p").class("message-campaign").text(words)
        }
        None => group(),
    })
}

/// Why a message was not delivered, as far as that is known here.
fn reason(code: &str) -> Option<ReadText> {
    Some(match code {
        "expired" | "not_possible" => ReadText::FailedExpired,
        "waiting_for_customer" => ReadText::FailedWaiting,
        "no_address" | "bad_address" | "number_not_reachable" => ReadText::FailedAddress,
        "not_connected" | "no_carrier" | "replies_disabled" => ReadText::FailedNoChannel,
        "not_delivered" => ReadText::FailedUnreachable,
        "message_gone" => ReadText::FailedGone,
        "blocked" => ReadText::FailedBlocked,
        _ => return None,
    })
}

/// Why a message did not arrive, what the channel says about it, and the way on.
pub(super) fn delivery(known: Memo<Option<Known>>, company: CompanySide, i18n: I18n) -> El {
    let told = Memo::new(move |_| {
        let known = known.get()?;
        (known.failed.is_some() || known.tracking.delivery_info.is_some()).then_some((
            known.id,
            known.failed,
            known.tracking.delivery_info,
            known.tracking.delivery_at,
        ))
    });
    group().live(move || {
        let Some((id, failed, info, at)) = told.get() else { return group() };
        let class = if failed.is_some() { "delivery delivery-failed" } else { "delivery" };
        let reason = failed.as_deref().and_then(reason).map(Text::Read);
        let reason = reason.or(info.is_none().then_some(Text::Desk(DeskText::DeliveryFailed)));
        let line = || el("p").class(class).attr_if("title", at.map(|at| move || i18n.full(at)));
        let says = info.map(|text| {
            line().text(move || i18n.with(Text::Desk(DeskText::ChannelSays), &[("text", &text)]))
        });
        let part = id.clone();
        let can = move || !company.resent.with(|resent| resent.contains(&part));
        let again = move || {
            let id = id.clone();
            el("p").class("message-actions").child(
                el("button")
                    .attr("type", "button")
                    .class("link-button")
                    .on_click(move || company.again.run(id.clone()))
                    .text(i18n.tr(Text::Desk(DeskText::SendAgain))),
            )
        };
        group()
            .maybe(reason.map(|text| line().text(i18n.tr(text))))
            .maybe(says)
            .maybe(failed.map(|_| group().when(can, again)))
    })
}

/// Who of the company has seen a message.
pub(super) fn seen_by(known: Memo<Option<Known>>, company: CompanySide, i18n: I18n) -> El {
    let agents = Memo::new(move |_| {
        let seen = known.get().map(|known| known.tracking.seen_by).unwrap_or_default();
        seen.into_iter().map(|seen| seen.agent).collect::<Vec<ParticipantId>>()
    });
    let found = move || agents.get().into_iter().filter_map(move |id| company.find_agent.run(id));
    let names = move || {
        let mut names: Vec<String> = found().map(|one| display_name(Some(&one), i18n)).collect();
        if names.is_empty() {
            names.push(i18n.t(Text::Someone).to_owned());
        }
        i18n.with(Text::Desk(DeskText::SeenBy), &[("names", &names.join(", "))])
    };
    group().when(
        move || !agents.get().is_empty(),
        move || {
            el("p")
                .class("seen-by")
                .attr("title", names)
                .child(avatar_stack(Signal::derive(move || found().collect())))
                .child(el("span").class("seen-by-names").text(names))
        },
    )
}
