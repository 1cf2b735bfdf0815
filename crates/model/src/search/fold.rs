//! Folding: two texts that a reader takes for the same become the same.
//!
//! | what | becomes |
//! |---|---|
//! | capitals | small letters, final sigma the common one |
//! | Latin, Greek, Cyrillic letters with accents, composed or not | the bare letter: `é` `e`, `ё` `е`, `ά` `α` |
//! | letters with a stroke, hook or tail | the bare letter: `ø` `o`, `ł` `l`, `đ` `d`, `ı` `i` |
//! | `ß` `æ` `œ` `þ` and ligatures | `ss` `ae` `oe` `th` and their letters |
//! | Arabic: harakat, tatweel; alef with hamza, madda, wasla; `ى ی ئ`; `ؤ`; `ة`; `ک` | nothing; `ا`; `ي`; `و`; `ه`; `ك` |
//! | Hebrew points | nothing |
//! | Arabic-Indic digits | `0` to `9` |
//! | full-width forms | the common ones |
//! | invisible signs: soft hyphen, joiners, direction marks | nothing |
//! | control characters | a blank |
//!
//! Not folded: spellings of a language (`ü` is `u` and not `ue`, `å` is `a` and not `aa`), compatibility
//! forms beyond those above (superscripts, circled letters, half-width kana, Arabic presentation
//! forms), traditional and simplified Chinese, Hangul syllables and their jamo, and the vowel signs of
//! Indic scripts and Thai, which are letters there.
//!
//! Sources: Unicode Standard Annex 15 (canonical decomposition), `UnicodeData.txt` and Unicode
//! Technical Standard 10 for what is an accent; `tests` holds every letter of the tables to it.

use super::table::{CYRILLIC, GREEK, GREEK_MORE, LATIN, LATIN_MORE};

/// A text, folded. Folding what is folded changes nothing.
///
/// ```
/// use inbox_model::search::fold;
///
/// assert_eq!(fold("Zoë ŁUKASZ Straße"), "zoe lukasz strasse");
/// assert_eq!(fold("Ёлка ΣΊΣΥΦΟΣ"), "елка σισυφοσ");
/// assert_eq!(fold("أَحْمَد"), "احمد");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_char(letter, &mut |letter| folded.push(letter));
    }
    folded
}

/// Hands on what one character folds to: none to three characters.
pub(super) fn fold_char(letter: char, to: &mut dyn FnMut(char)) {
    if letter.is_ascii() {
        return to(if letter.is_ascii_control() { ' ' } else { letter.to_ascii_lowercase() });
    }
    for small in wide(letter).to_lowercase() {
        if is_mark(small) {
            continue;
        }
        let bare = bare(small);
        match letters(bare) {
            Some(all) => all.chars().for_each(&mut *to),
            None => to(if bare.is_control() { ' ' } else { bare }),
        }
    }
}

/// The common form of a full-width one.
fn wide(letter: char) -> char {
    match u32::from(letter) {
        0x3000 => ' ',
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(letter),
        _ => letter,
    }
}

/// Whether it is only a mark on the letter before, or not to be seen at all.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(
        u32::from(letter),
        0xAD | 0x300..=0x36F
            | 0x483..=0x489
            | 0x591..=0x5BD | 0x5BF | 0x5C1..=0x5C2 | 0x5C4..=0x5C5 | 0x5C7
            | 0x610..=0x61C | 0x640 | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E4
            | 0x6E7..=0x6E8 | 0x6EA..=0x6ED
            | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF
            | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2064 | 0x2066..=0x2069
            | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF
            | 0xE0100..=0xE01EF
    )
}

/// A small letter without its accents.
fn bare(letter: char) -> char {
    let code = u32::from(letter);
    let (table, first): (&[u16], u32) = match code {
        0xDF..=0x24F => (&LATIN, 0xDF),
        0x370..=0x3FF => (&GREEK, 0x370),
        0x430..=0x4FF => (&CYRILLIC, 0x430),
        0x1E00..=0x1EFF => (&LATIN_MORE, 0x1E00),
        0x1F00..=0x1FFF => (&GREEK_MORE, 0x1F00),
        _ => return arabic(letter),
    };
    let at = usize::try_from(code - first).unwrap_or(usize::MAX);
    let bare = table.get(at).copied().filter(|bare| *bare != 0);
    bare.and_then(|bare| char::from_u32(bare.into())).unwrap_or(letter)
}

/// Variants of Arabic letters, and digits that are not written as in Europe.
fn arabic(letter: char) -> char {
    match letter {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => {
            let digit = u32::from(letter) & 0xF;
            char::from_digit(digit, 10).unwrap_or(letter)
        }
        _ => letter,
    }
}

/// The letters of a letter that is several.
fn letters(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        'ǆ' | 'ǳ' => "dz",
        'ǉ' => "lj",
        'ǌ' => "nj",
        'ƕ' => "hv",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}
