//! One line that names something: a title, a subject, a tag, a view, a person.
//!
//! It has something to see, no control characters (a line break would end a header of an e-mail, and
//! begin one of somebody else's), none that turns the direction of reading, and is not too long.
//! Space around it counts for nothing and is taken off.
//!
//! | line | longest | source |
//! |---|---|---|
//! | title of a conversation | 255 characters | Featurebase `title`, `maxLength` |
//! | subject of an e-mail | 998 bytes | RFC 5322, 2.1.1: a line without its end |
//! | tag | 100 characters | our choice |
//! | name of a person or company | 255 characters | our choice, as titles |

use super::letters::{first, is_blank, turns_direction};
use super::problem::Fault;
use super::unit::{TextLimit, Unit};

/// A conversation's title.
pub const TITLE: TextLimit = TextLimit::characters(255);
/// The subject of an e-mail.
pub const SUBJECT: TextLimit = TextLimit::new(Unit::Bytes, 998);
/// A tag.
pub const TAG: TextLimit = TextLimit::characters(100);
/// A person's or company's name.
pub const NAME: TextLimit = TextLimit::characters(255);

/// Everything that is wrong with a line; nothing where it may be kept.
///
/// ```
/// use inbox_model::validate::{Fault, line};
///
/// assert_eq!(line::check("Where is my order?", line::TITLE), []);
/// assert_eq!(line::check("a\nb", line::TITLE), [Fault::ControlCharacter { at: 1 }]);
/// assert_eq!(line::check(" \u{200b}", line::TITLE), [Fault::Empty]);
/// ```
pub fn check(text: &str, longest: TextLimit) -> Vec<Fault> {
    let text = text.trim();
    if text.is_empty() {
        return vec![Fault::Empty];
    }
    let control = first(text, char::is_control).map(|at| Fault::ControlCharacter { at });
    let direction = first(text, turns_direction).map(|at| Fault::DirectionCharacter { at });
    let empty = is_blank(text).then_some(Fault::Empty);
    [empty, control, direction, longest.excess(text)].into_iter().flatten().collect()
}

/// The line as it is kept: without the space around it.
///
/// # Errors
/// Everything that [`check`] finds.
pub fn normalize(text: &str, longest: TextLimit) -> Result<String, Vec<Fault>> {
    let faults = check(text, longest);
    if faults.is_empty() { Ok(text.trim().to_owned()) } else { Err(faults) }
}

/// A title made of a line that may be longer, such as a subject: its beginning.
pub fn title_of(text: &str) -> String {
    text.chars().take(usize::try_from(TITLE.max).unwrap_or(usize::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_has_something_to_see_and_nothing_that_harms() {
        let check = |text: &str, faults: &[Fault]| assert_eq!(check(text, TAG), faults, "{text:?}");
        check("a", &[]);
        check(" two words\n", &[]);
        check("عربي", &[]);
        check("👩‍👧", &[]);
        check("", &[Fault::Empty]);
        check(" \t", &[Fault::Empty]);
        check("\u{200b}", &[Fault::Empty]);
        check("é\u{7}", &[Fault::ControlCharacter { at: 1 }]);
        check("a\r\nBcc: b", &[Fault::ControlCharacter { at: 1 }]);
        check("gnp\u{202e}exe.", &[Fault::DirectionCharacter { at: 3 }]);
        check(
            "\u{202e}\u{0}",
            &[Fault::Empty, Fault::ControlCharacter { at: 1 }, Fault::DirectionCharacter { at: 0 }],
        );
    }

    #[test]
    fn the_limit_itself_is_possible() {
        for (limit, letter, most) in
            [(TITLE, "é", 255), (SUBJECT, "é", 499), (TAG, "é", 100), (NAME, "é", 255)]
        {
            assert_eq!(normalize(&letter.repeat(most), limit), Ok(letter.repeat(most)));
            let faults = check(&letter.repeat(most + 1), limit);
            assert_eq!(faults.len(), 1);
            assert_eq!(faults[0].code(), "too_long");
        }
        assert_eq!(title_of(&"é".repeat(256)), "é".repeat(255));
        assert_eq!(title_of("é"), "é");
        // Space around it does not count.
        assert_eq!(normalize(&format!(" {} ", "a".repeat(100)), TAG), Ok("a".repeat(100)));
        assert_eq!(normalize(" ", TAG), Err(vec![Fault::Empty]));
    }

    proptest! {
        #[test]
        fn what_is_kept_is_kept_again(text in "\\PC{0,30}|[ a\u{0}\u{202e}]{0,8}") {
            if let Ok(line) = normalize(&text, TAG) {
                prop_assert_eq!(normalize(&line, TAG), Ok(line.clone()));
                prop_assert!(!line.contains(char::is_control));
            }
        }
    }
}
