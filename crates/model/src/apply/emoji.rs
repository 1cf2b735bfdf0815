//! Whether a text is one emoji.

/// Most bytes of one emoji: families and flags of regions are long sequences.
const BYTES: usize = 64;

/// Whether a text is one emoji, as far as its form tells (UTS #51, `emoji_sequence` and
/// `emoji_zwj_sequence`): a picture that may have a presentation and a skin tone, several of them
/// joined, a flag, or a keycap. Which sequences there are pictures for is for fonts to know.
pub(super) fn is_one(text: &str) -> bool {
    if text.len() > BYTES {
        return false;
    }
    let letters: Vec<char> = text.chars().collect();
    match letters.as_slice() {
        ['0'..='9' | '#' | '*', KEYCAP] | ['0'..='9' | '#' | '*', PRESENTATION, KEYCAP] => true,
        [one, two] if is_regional(*one) && is_regional(*two) => true,
        [BLACK_FLAG, region @ .., END_OF_TAG] if !region.is_empty() => {
            region.iter().all(|letter| ('\u{e0020}'..='\u{e007e}').contains(letter))
        }
        letters => letters.split(|letter| *letter == JOINER).all(is_picture),
    }
}

const JOINER: char = '\u{200d}';
const PRESENTATION: char = '\u{fe0f}';
const KEYCAP: char = '\u{20e3}';
const BLACK_FLAG: char = '\u{1f3f4}';
const END_OF_TAG: char = '\u{e007f}';

fn is_regional(letter: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&letter)
}

fn is_skin_tone(letter: char) -> bool {
    ('\u{1f3fb}'..='\u{1f3ff}').contains(&letter)
}

fn is_picture(letters: &[char]) -> bool {
    match letters {
        [picture] | [picture, PRESENTATION] => is_pictographic(*picture),
        [picture, tone] | [picture, tone, PRESENTATION] => {
            is_pictographic(*picture) && is_skin_tone(*tone)
        }
        _ => false,
    }
}

/// The blocks in which `Extended_Pictographic` is, with what stands between pictures in them: arrows
/// and signs that no keyboard offers as emoji, and that do no harm.
fn is_pictographic(letter: char) -> bool {
    matches!(letter,
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | 'Ⓜ' | '〰' | '〽' | '㊗' | '㊙'
        | '\u{2194}'..='\u{21aa}'
        | '\u{231a}'..='\u{23fa}'
        | '\u{25aa}'..='\u{25fe}'
        | '\u{2600}'..='\u{27bf}'
        | '\u{2934}'..='\u{2935}'
        | '\u{2b05}'..='\u{2b55}'
        | '\u{1f004}' | '\u{1f0cf}'
        | '\u{1f170}'..='\u{1f19a}'
        | '\u{1f201}'..='\u{1f251}'
        | '\u{1f300}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::{BYTES, is_one};

    #[test]
    fn one_emoji_is_one_picture_however_it_is_put_together() {
        for good in [
            "👍",
            "👍🏽",
            "❤",
            "❤️",
            "☝🏿",
            "✌️",
            "👩🏽‍🚒",
            "👨‍👩‍👧‍👦",
            "🏳️‍🌈",
            "🏴‍☠️",
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "1️⃣",
            "#⃣",
            "🇯🇵",
            "🫡",
            "🀄",
            "🅰️",
            "㊗️",
            "⏰",
            "⭐",
            "🈚",
            "↩️",
            "©️",
            "🧑🏻‍❤️‍💋‍🧑🏿",
        ] {
            assert!(is_one(good), "{good}");
        }
        for bad in [
            "",
            "ok",
            "1",
            "#",
            " ",
            "<b>",
            "€",
            "—",
            "…",
            "·",
            "₿",
            "👍👍",
            "👍❤️",
            "🇯",
            "🇯a",
            "a🇯",
            "🇯🇵🇯🇵",
            "1️⃣2️⃣",
            "👍 ",
            " 👍",
            "👍a",
            "\u{fe0f}",
            "\u{200d}",
            "👍\u{200d}",
            "\u{200d}👍",
            "\u{20e3}",
            "\u{1f3f4}\u{e007f}",
            "👍\u{fe0f}\u{fe0f}",
            "\u{e0067}",
            "字",
            "א",
            "→→",
        ] {
            assert!(!is_one(bad), "{bad}");
        }
        assert!(!is_one(&["👩"; 10].join("\u{200d}")));
        // As long as one may be, and a byte longer.
        let joined = |last: &str| [&["👩"; 7], &["❤\u{fe0f}", last][..]].concat().join("\u{200d}");
        for (last, length) in [("❤\u{fe0f}", BYTES), ("🏳\u{fe0f}", BYTES + 1)] {
            assert_eq!((joined(last).len(), is_one(&joined(last))), (length, length == BYTES));
        }
    }
}
