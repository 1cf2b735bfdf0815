//! How long a reply is, below the field in which it is written: its characters, how many short messages
//! it takes, and how much room is left where that runs out.

use inbox_model::validate::sms::{Segments, segments};
use inbox_model::validate::{TextLimit, Unit};

use crate::dom::{El, el};
use crate::i18n::{DeskText, I18n, Text, WriteText};
use crate::reactive::{Memo, RwSignal, Signal};
use crate::ui::see;

/// So many characters are named that make a message longer; more would make the line longer.
const NAMED: usize = 5;
/// With so much room left, or less, it is told, and once more at each of these.
const NEAR: [u64; 4] = [10, 50, 100, 200];

/// How much room a text has left that a channel takes no more of, where that is little: in characters,
/// or in short messages.
fn room(text: &str, TextLimit { unit, max }: TextLimit) -> Option<u64> {
    let near = NEAR.into_iter().max().unwrap_or_default();
    match unit {
        Unit::Segments => {
            let Segments { count, room, .. } = segments(text);
            (count == max).then_some(room)
        }
        // A character is a byte at least.
        _ if text.len() as u64 + near < max => None,
        _ => max.checked_sub(unit.count(text)).filter(|left| *left <= near),
    }
}

/// The lines; empty while nothing is written. What is said aloud is not each letter, but how the room
/// runs out.
pub(super) fn length_line(text: RwSignal<String>, limit: Signal<TextLimit>, i18n: I18n) -> El {
    let left = Memo::new(move |_| see(text.get(), |text| room(text, limit.get())));
    let characters = Memo::new(move |_| {
        let written = see(text.get(), |text| text.chars().count() as u64);
        let words =
            (written > 0).then(|| number(Text::Write(WriteText::Characters), written, i18n));
        words.unwrap_or_default()
    });
    let words = Memo::new(move |_| {
        if limit.get().unit != Unit::Segments {
            let left = left.get().map(|left| number(Text::Desk(DeskText::RoomLeft), left, i18n));
            return left.unwrap_or_default();
        }
        let Segments { count, room, forcing, .. } = see(text.get(), |text| segments(text));
        if count == 0 {
            return String::new();
        }
        let mut all = vec![
            number(Text::Desk(DeskText::SmsCount), count, i18n),
            number(Text::Desk(DeskText::RoomLeft), room, i18n),
        ];
        if !forcing.is_empty() {
            let letters: String = forcing.iter().take(NAMED).collect();
            all.push(i18n.with(Text::Desk(DeskText::SmsForcing), &[("letters", &letters)]));
        }
        all.join(" · ")
    });
    let step = Memo::new(move |_| {
        let left = left.get()?;
        NEAR.into_iter().find(|near| left <= *near)
    });
    let said = move || {
        let told = step.get().and_then(|_| left.get_untracked());
        let told = told.map(|left| number(Text::Desk(DeskText::RoomLeft), left, i18n));
        told.unwrap_or_default()
    };
    el("div")
        .class("reply-length")
        .class_when("near", move || step.get().is_some())
        .child(el("p").class("reply-characters").text(characters))
        .child(el("p").class("reply-segments").text(words))
        .child(el("p").class("visually-hidden").attr("role", "status").text(said))
}

fn number(text: Text, number: u64, i18n: I18n) -> String {
    i18n.count(text, u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_is_told_where_it_runs_out() {
        let web = TextLimit::characters(1_000);
        let sms = TextLimit::new(Unit::Segments, 2);
        for (length, limit, left) in [
            (0, web, None),
            (799, web, None),
            (800, web, Some(200)),
            (1_000, web, Some(0)),
            (1_001, web, None),
            (160, sms, None),
            (161, sms, Some(145)),
            (306, sms, Some(0)),
            (307, sms, None),
        ] {
            assert_eq!(room(&"a".repeat(length), limit), left, "{length} of {limit:?}");
        }
        assert_eq!(room(&"é".repeat(900), web), Some(100), "characters, and not bytes");
    }
}
