//! Why the server did not take what an agent did, in words.

use inbox_model::outbox::ANSWERED;

use crate::dom::{El, el};
use crate::i18n::{DeskText, I18n, Text, WriteText};

/// The words for the stable code of a refusal, to stand within a sentence.
pub fn refusal(code: &str) -> Text {
    match code {
        "not_allowed" | "forbidden" => Text::RefusedNotAllowed,
        "not_in_future" => Text::RefusedNotInFuture,
        "not_found" => Text::RefusedNotFound,
        "blocked" => Text::Desk(DeskText::RefusedBlocked),
        "media_not_found" => Text::Desk(DeskText::RefusedFile),
        "too_long" => Text::Desk(DeskText::RefusedTooLong),
        "suggestion_outdated" => Text::Desk(DeskText::RefusedDraft),
        ANSWERED => Text::Write(WriteText::RefusedAnswered),
        _ => Text::RefusedOther,
    }
}

/// Why a message was not sent, above what can be done about it.
pub(super) fn refused(code: String, i18n: I18n) -> El {
    let words = move || i18n.with(Text::CouldNotDo, &[("reason", i18n.t(refusal(&code)))]);
    el("p").class("message-refused").text(words)
}
