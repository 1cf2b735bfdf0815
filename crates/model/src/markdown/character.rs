//! What a character is: whitespace, punctuation, a bidirectional control, part of the one before.

use super::tables;

/// Unicode whitespace in the sense of `CommonMark`: Zs, tab, line feed, form feed, return.
pub(super) fn is_whitespace(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t' | '\n' | '\u{c}' | '\r' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Unicode punctuation in the sense of `CommonMark`: the general categories P and S.
///
/// Without the feature `full` only emoji and pictographs count beyond the basic multilingual plane; the
/// punctuation of historic scripts there is taken for letters.
pub(super) fn is_punctuation(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_punctuation();
    }
    let code = u32::from(character);
    if let Ok(code) = u16::try_from(code) {
        return is_within(tables::PUNCTUATION, code);
    }
    is_punctuation_beyond(code)
}

/// No character of P or S is beyond plane 1.
#[cfg(feature = "full")]
fn is_punctuation_beyond(code: u32) -> bool {
    u16::try_from(code - 0x1_0000).is_ok_and(|code| is_within(tables::PUNCTUATION_OF_PLANE_1, code))
}

#[cfg(not(feature = "full"))]
fn is_punctuation_beyond(code: u32) -> bool {
    matches!(code, 0x1_f000..=0x1_faff)
}

/// Whether one of the closed ranges, which are in order, has the code.
fn is_within(ranges: &[(u16, u16)], code: u16) -> bool {
    super::scan::work(8); // the depth of the search
    let after = ranges.partition_point(|(first, _)| *first <= code);
    ranges.get(after.wrapping_sub(1)).is_some_and(|(_, last)| code <= *last)
}

/// Characters that reorder what is shown: marks, embeddings, overrides, isolates.
pub(super) fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}') || is_bidi_span(character)
}

/// Those of them that reach beyond themselves until something closes them.
pub(super) fn is_bidi_span(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Controls, those that reorder included, and characters without a width that no script needs: they
/// hide what two texts differ in.
pub(super) fn is_invisible(character: char) -> bool {
    is_bidi_control(character)
        || matches!(
            character,
            '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{2028}' | '\u{2029}' |
            '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        )
}

/// Whether a character is drawn as part of the one before it: combining marks of the common
/// blocks, variation selectors, skin tones, tags, and the joiner itself.
pub(super) fn extends(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5bd}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{93a}'..='\u{93c}'
            | '\u{93e}'..='\u{94f}'
            | '\u{e31}'
            | '\u{e34}'..='\u{e3a}'
            | '\u{e47}'..='\u{e4e}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{200d}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{3099}'
            | '\u{309a}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0020}'..='\u{e007f}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// One half of a flag.
pub(super) fn is_regional(character: char) -> bool {
    matches!(character, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Adds the full case fold of a character: what is alike but for its case becomes the same. By the
/// standard library's tables, which know capital and small letters; folding is what these have in
/// common, with the exceptions that the Unicode Character Database (`CaseFolding.txt`) lists.
#[cfg(feature = "full")]
pub(super) fn push_folded(out: &mut String, character: char) {
    match character {
        // The dotless i has the capital of another letter.
        'a'..='z' | 'ı' => out.push(character),
        'ẞ' => out.push_str("ss"),
        _ => out.extend(character.to_uppercase().flat_map(char::to_lowercase)),
    }
}

/// Adds the case fold of a character. Latin-1, Greek, Cyrillic and the sharp s are folded; the
/// tables for the rest of Unicode would weigh more than the parser's inline half.
#[cfg(not(feature = "full"))]
pub(super) fn push_folded(out: &mut String, character: char) {
    let folded = match character {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'ς' => 1, // the final sigma is a sigma
        'ß' | 'ẞ' => return out.push_str("ss"),
        _ => 0,
    };
    out.push(char::from_u32(u32::from(character) + folded).unwrap_or(character));
}
