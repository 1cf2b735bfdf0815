//! How many short messages a reply takes, below the field in which it is written.

use inbox_model::validate::sms::{Segments, segments};

use crate::dom::{El, el};
use crate::i18n::{DeskText, I18n, Text};
use crate::reactive::{Memo, RwSignal};
use crate::ui::see;

/// So many characters are named that make a message longer; more would make the line longer.
const NAMED: usize = 5;

/// The line; empty while nothing is written.
pub(super) fn segments_line(text: RwSignal<String>, i18n: I18n) -> El {
    let words = Memo::new(move |_| {
        let Segments { count, room, forcing, .. } = see(text.get(), |text| segments(text));
        if count == 0 {
            return String::new();
        }
        let number = |text, number: u64| {
            i18n.count(Text::Desk(text), u32::try_from(number).unwrap_or(u32::MAX))
        };
        let mut line =
            [number(DeskText::SmsCount, count), number(DeskText::SmsRoom, room)].join(" · ");
        if !forcing.is_empty() {
            let letters: String = forcing.iter().take(NAMED).collect();
            let forced = i18n.with(Text::Desk(DeskText::SmsForcing), &[("letters", &letters)]);
            line = [line, forced].join(" · ");
        }
        line
    });
    el("p").class("reply-segments").text(words)
}
