//! How long a reply may still become, below the field in which it is written: how many short messages
//! it takes, or how many characters are left.

use inbox_model::validate::sms::{Segments, segments};
use inbox_model::validate::{TextLimit, Unit};

use crate::dom::{El, el};
use crate::i18n::{DeskText, I18n, Text};
use crate::reactive::{Memo, RwSignal, Signal};
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
        let mut line =
            [number(DeskText::SmsCount, count, i18n), number(DeskText::RoomLeft, room, i18n)]
                .join(" · ");
        if !forcing.is_empty() {
            let letters: String = forcing.iter().take(NAMED).collect();
            let forced = i18n.with(Text::Desk(DeskText::SmsForcing), &[("letters", &letters)]);
            line = [line, forced].join(" · ");
        }
        line
    });
    el("p").class("reply-segments").text(words)
}

/// So near its end the room is told.
const NEAR: u64 = 200;

/// How many characters are left; empty while there are plenty, and when there are too many: that the
/// field says itself.
pub(super) fn room_line(text: RwSignal<String>, limit: Signal<TextLimit>, i18n: I18n) -> El {
    let left = Memo::new(move |_| {
        let TextLimit { unit, max } = limit.get();
        // A character is a byte at least.
        let may_be_near = |text: &String| text.len() as u64 + NEAR >= max;
        let is_told = unit == Unit::Characters && see(text.get(), may_be_near);
        let left = is_told.then(|| max.checked_sub(see(text.get(), |text| unit.count(text))));
        left.flatten().filter(|left| *left <= NEAR)
    });
    let words = move || left.get().map(|left| number(DeskText::RoomLeft, left, i18n));
    el("p").class("reply-segments").text(move || words().unwrap_or_default())
}

fn number(text: DeskText, number: u64, i18n: I18n) -> String {
    i18n.count(Text::Desk(text), u32::try_from(number).unwrap_or(u32::MAX))
}
