//! Emoji side by side: those that are used most, and how arrows move among them.

use crate::i18n::DeskText;

/// Those that are used most, with their names for those who hear them.
pub const USUAL: [(&str, DeskText); 12] = [
    ("👍", DeskText::EmojiThumbUp),
    ("❤️", DeskText::EmojiHeart),
    ("😂", DeskText::EmojiLaugh),
    ("🎉", DeskText::EmojiParty),
    ("🙏", DeskText::EmojiThanks),
    ("😮", DeskText::EmojiWow),
    ("😢", DeskText::EmojiSad),
    ("👀", DeskText::EmojiEyes),
    ("✅", DeskText::EmojiCheck),
    ("🔥", DeskText::EmojiFire),
    ("🤔", DeskText::EmojiThinking),
    ("👋", DeskText::EmojiWave),
];

/// Where a key leads from one place in a grid, whose last place this is; `None` where it leads
/// nowhere.
pub fn step(key: &str, here: usize, last: usize, columns: usize, rtl: bool) -> Option<usize> {
    let to = match key {
        "ArrowRight" if rtl => here.saturating_sub(1),
        "ArrowLeft" if rtl => here + 1,
        "ArrowRight" => here + 1,
        "ArrowLeft" => here.saturating_sub(1),
        "ArrowDown" => here + columns,
        "ArrowUp" => here.saturating_sub(columns),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(to.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_move_in_two_directions_and_stop_at_the_edge() {
        for (key, here, rtl, to) in [
            ("ArrowRight", 0, false, Some(1)),
            ("ArrowRight", 9, false, Some(9)),
            ("ArrowRight", 5, true, Some(4)),
            ("ArrowLeft", 5, false, Some(4)),
            ("ArrowLeft", 0, false, Some(0)),
            ("ArrowLeft", 5, true, Some(6)),
            ("ArrowDown", 1, false, Some(5)),
            ("ArrowDown", 8, true, Some(9)),
            ("ArrowUp", 5, false, Some(1)),
            ("ArrowUp", 2, false, Some(0)),
            ("Home", 7, false, Some(0)),
            ("End", 7, false, Some(9)),
            ("a", 7, false, None),
        ] {
            assert_eq!(step(key, here, 9, 4, rtl), to, "{key} from {here}");
        }
    }
}
