//! Names as they may stand among other words.

use super::character::{is_invisible, is_whitespace};

/// A name without what would let it rearrange or hide the words around it, or pass for another:
/// bidirectional and other control characters, and characters without a width, but for the joiners that
/// scripts and emoji need. Whitespace is collapsed. Empty if nothing visible is left.
///
/// Source: Unicode Technical Report 36, 2.7 "Bidirectional Text Spoofing", and Technical Standard 39. Where
/// names run in the other direction than the words around them, `bdi` or isolates keep them apart;
/// this keeps names from ending those early.
///
/// ```
/// use inbox_model::markdown::plain_name;
///
/// assert_eq!(plain_name(" Maya\u{202e}  Lee\n"), "Maya Lee");
/// ```
pub fn plain_name(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut gap = false;
    for character in name.chars() {
        if is_whitespace(character) {
            gap = !plain.is_empty();
        } else if !is_invisible(character) {
            if gap {
                plain.push(' ');
                gap = false;
            }
            plain.push(character);
        }
    }
    plain
}
