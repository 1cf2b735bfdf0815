//! What somebody said, in its bubble.

use inbox_model::thread::Pending;
use inbox_model::{Part, PartBody};

use super::contents::contents;
use super::markdown::markdown;
use crate::dom::{El, el};
use crate::i18n::{Text, use_i18n};

/// The inside of the bubble of a part.
pub(super) fn part_bubble(part: &Part) -> El {
    if part.redacted {
        return el("p").class("redacted").text(use_i18n().tr(Text::Redacted));
    }
    match &part.body {
        PartBody::QuickReplyChosen { text, .. } => markdown(text),
        PartBody::QuickReplies { options } => {
            let mut list = el("ul").class("choices");
            for option in options {
                list = list.child(el("li").attr("dir", "auto").text(option.text.as_str()));
            }
            list
        }
        #[cfg(feature = "desk")]
        PartBody::Call(call) => super::call::phone_call(call),
        #[cfg(feature = "desk")]
        PartBody::Note(note) => super::contents::note_contents(&note.contents),
        _ => contents(part.contents()),
    }
}

/// The inside of the bubble of a message that is not sent yet.
pub(super) fn pending_bubble(of: &Pending) -> El {
    #[cfg(feature = "desk")]
    if of.note {
        return super::contents::note_contents(&of.contents);
    }
    contents(&of.contents)
}
