//! Names that mention somebody: `@` and a name, where a word begins.

use super::character::{is_invisible, is_punctuation, is_whitespace};
use super::scan::{at, slice};

/// Characters of a name.
const MAX_NAME: usize = 64;

/// The name after the `@` at `sign`, as it is in the list if there is one, and its end.
pub(super) fn mentioned<'a>(
    text: &'a str,
    sign: usize,
    names: Option<&'a [String]>,
) -> Option<(&'a str, usize)> {
    if !begins(text, sign) {
        return None;
    }
    if let Some(names) = names {
        return listed(text, sign + 1, names);
    }
    let end = name_end(text, sign + 1)?;
    Some((slice(text, sign + 1, end), end))
}

/// Whether a name may begin after what stands before its `@`: at the start of the text, after a space
/// or a mark, but not where an address, a path or a word goes on.
fn begins(text: &str, sign: usize) -> bool {
    let mut end = sign;
    // Marks of emphasis, which stand between words.
    while matches!(at(text.as_bytes(), end.wrapping_sub(1)), b'*' | b'_' | b'~') {
        end -= 1;
    }
    let Some(one) = slice(text, 0, end).chars().next_back() else { return true };
    let goes_on = matches!(one, '@' | '.' | '/' | '\\' | '&' | '=' | '+' | '-' | '%' | '#' | '$');
    is_whitespace(one) || (is_punctuation(one) && !goes_on)
}

/// The end of the name at `start`: letters, digits and their marks, and between them single dots,
/// hyphens and underscores. None if there is no name, or one that is too long, or an address.
fn name_end(text: &str, start: usize) -> Option<usize> {
    let mut end = start;
    let mut joined = true; // no name begins with a joint
    for (count, (offset, one)) in slice(text, start, text.len()).char_indices().enumerate() {
        if is_of_name(one) {
            if count >= MAX_NAME {
                return None;
            }
            end = start + offset + one.len_utf8();
            joined = false;
        } else if joined || !matches!(one, '.' | '-' | '_') {
            break;
        } else {
            joined = true;
        }
    }
    (end > start && at(text.as_bytes(), end) != b'@').then_some(end)
}

/// The longest of the names that the text has at `start`, as it is in the list, and its end.
fn listed<'a>(text: &str, start: usize, names: &'a [String]) -> Option<(&'a str, usize)> {
    let mut best: Option<(&str, usize)> = None;
    for name in names {
        if let Some(end) = name_ends(text, start, name)
            && best.is_none_or(|(_, longest)| end > longest)
        {
            best = Some((name, end));
        }
    }
    best
}

/// Where this name at `start` ends, whatever its case, if the word ends there too.
fn name_ends(text: &str, start: usize, name: &str) -> Option<usize> {
    let rest = slice(text, start, text.len());
    let mut given = rest.char_indices();
    for expected in name.chars() {
        let (_, one) = given.next()?;
        let is_same = one == expected || one.to_lowercase().eq(expected.to_lowercase());
        if !is_same {
            return None;
        }
    }
    let length = given.offset();
    let goes_on = given.next().is_some_and(|(_, one)| is_of_name(one));
    (length > 0 && !goes_on).then_some(start + length)
}

/// Letters, digits and their marks: what is neither space nor punctuation, a symbol or unseen.
fn is_of_name(one: char) -> bool {
    !(is_invisible(one) || is_whitespace(one) || is_punctuation(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_where_the_word_does() {
        let check = |text: &str, name: Option<&str>| {
            let found = name_end(text, 1).map(|end| &text[1..end]);
            assert_eq!(found, name, "{text:?}");
        };
        check("@maya", Some("maya"));
        check("@maya.", Some("maya"));
        check("@maya.lee-x_y, hi", Some("maya.lee-x_y"));
        check("@maya..lee", Some("maya"));
        check("@maya-", Some("maya"));
        check("@maya-_lee", Some("maya"));
        check("@Zoë7", Some("Zoë7"));
        check("@माया!", Some("माया"));
        check("@麻耶、", Some("麻耶"));
        check("@سلطان", Some("سلطان"));
        check("@a\u{200d}b", Some("a\u{200d}b"));
        for end in [
            "\u{202e}", "\u{200b}", "\u{feff}", "\u{1}", "\u{7f}", "\u{9f}", "🎉", "\n", "\u{2066}",
        ] {
            check(&format!("@a{end}b"), Some("a"));
        }
        for none in ["@", "@ a", "@.a", "@-a", "@_a", "@@a", "@a@b", "@a.b@c", "@!"] {
            check(none, None);
        }
        check("@a.@b", Some("a"));
        let name = |length: usize| "é".repeat(length);
        check(&format!("@{}", name(MAX_NAME)), Some(&name(MAX_NAME)));
        check(&format!("@{}.", name(MAX_NAME)), Some(&name(MAX_NAME)));
        check(&format!("@{}.b", name(MAX_NAME)), None);
        check(&format!("@{}", name(MAX_NAME + 1)), None);
    }

    #[test]
    fn names_begin_where_a_word_does() {
        for before in [
            "", " ", "a ", "(", "\n", "*", "**", "_", "~~", "¿", "「", "\"", ":", ",", "a, ",
            "\u{a0}", "🎉",
        ] {
            assert!(begins(&format!("{before}@"), before.len()), "{before:?}");
        }
        for before in
            ["a", "é", "a.", "/", "a_", "b**", "@", "-", "+", "=", "&", "%", "#", "\\", "$", "1"]
        {
            assert!(!begins(&format!("{before}@"), before.len()), "{before:?}");
        }
    }

    #[test]
    fn the_longest_listed_name_counts() {
        let names = ["Maya", "Maya Lee", "maya lee-smith", "Ülo", ""].map(str::to_owned);
        let check = |text: &str, found: Option<(&str, usize)>| {
            assert_eq!(listed(text, 1, &names), found, "{text:?}");
        };
        check("@maya", Some(("Maya", 5)));
        check("@maya lees", Some(("Maya", 5)));
        check("@MAYA LEE, hi", Some(("Maya Lee", 9)));
        check("@maya lee-Smith", Some(("maya lee-smith", 15)));
        check("@üLO.", Some(("Ülo", 5)));
        check("@mayar", None);
        check("@may", None);
        check("@", None);
        check("@!", None);
    }
}
