//! Whether what was typed can be sent.
//!
//! A message says something: a text in which something can be seen, or anything that is no text. Its
//! texts are no longer than the channel carries, its files are where a page may load them from, and
//! its places are on earth. This much is asked wherever a message is written; what each channel takes
//! beyond it is in [`validate::message`](crate::validate::message).
//!
//! Sources: Featurebase `bodyMarkdown` and Stack Auth `body`, both `minLength: 1`. None of the five
//! APIs gives a longest text for the web: 10,000 characters are our choice.

use crate::content::Content;
use crate::validate::letters::is_blank;
use crate::validate::problem::{Fault, Problem, item};
use crate::validate::unit::TextLimit;

/// How long a text may be where the channel has no limit of its own.
pub const TEXT: TextLimit = TextLimit::characters(10_000);

/// What keeps a text from being sent: it is empty or too long.
///
/// ```
/// use inbox_model::draft::{TEXT, check_text};
/// use inbox_model::validate::Fault;
///
/// assert_eq!(check_text("hi", TEXT), None);
/// assert_eq!(check_text(" \u{200b}\n", TEXT), Some(Fault::Empty));
/// ```
pub fn check_text(markdown: &str, longest: TextLimit) -> Option<Fault> {
    if is_blank(markdown) { Some(Fault::Empty) } else { longest.excess(markdown) }
}

/// Everything that keeps contents from being sent as a message; nothing where they can be. Fields are
/// `contents` for the message, and `contents[0].markdown` and the like within it.
pub fn check_contents(contents: &[Content], longest: TextLimit) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut says_something = false;
    for (at, content) in contents.iter().enumerate() {
        let mut found = |name: &str, fault| {
            problems.push(Problem::at([&item("contents", at), name].concat(), fault));
        };
        if let Content::Text { markdown } = content {
            says_something |= !is_blank(markdown);
            if let Some(fault) = longest.excess(markdown) {
                found(".markdown", fault);
            }
        } else {
            says_something = true;
            if !content.is_sound() {
                found("", Fault::Unsound);
            }
        }
    }
    if !says_something {
        problems.push(Problem::at("contents", Fault::Empty));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Location, Media};
    use crate::validate::unit::Unit;

    const EMPTY: Fault = Fault::Empty;

    #[test]
    fn what_nobody_sees_is_nothing_to_send() {
        let check = |text: &str, fault: Option<Fault>| {
            assert_eq!(check_text(text, TEXT), fault, "{text:?}");
            let expected: Vec<_> =
                fault.map(|fault| Problem::at("contents", fault)).into_iter().collect();
            assert_eq!(check_contents(&[Content::text(text)], TEXT), expected, "{text:?}");
        };
        check("", Some(EMPTY));
        check(" \n\t\u{a0}", Some(EMPTY));
        check("\u{0}", Some(EMPTY));
        check("\u{7} \u{1b}\u{9f}", Some(EMPTY));
        check("\u{200b}\u{fe0f}\u{2060}", Some(EMPTY));
        check("\u{0}.", None);
        check("hi", None);
        assert_eq!(check_contents(&[], TEXT), [Problem::at("contents", EMPTY)]);
        // One text with something in it is enough.
        assert_eq!(check_contents(&[Content::text(" "), Content::text("a")], TEXT), []);
    }

    #[test]
    fn length_counts_characters_and_not_bytes() {
        let limit = TextLimit::characters(3);
        let fault = Fault::TooLong { unit: Unit::Characters, max: 3, actual: 4 };
        assert_eq!(check_text("日本語", limit), None);
        assert_eq!(check_text("四文字だ", limit), Some(fault));
        assert_eq!(check_contents(&[Content::text("日本語")], limit), []);
        let long = TEXT.max.try_into().unwrap();
        assert_eq!(check_text(&"é".repeat(long), TEXT), None);
        assert_eq!(TEXT.max, 10_000);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_its_place() {
        let limit = TextLimit::characters(3);
        let bad = Media { url: "javascript:x".into(), ..Media::default() };
        let nowhere =
            Location { latitude: 91.0, longitude: 0.0, name: None, address: None, url: None };
        let contents = [
            Content::text("four"),
            Content::Image(bad),
            Content::text("ok"),
            Content::Location(nowhere),
            Content::text("     "),
        ];
        let long = |actual| Fault::TooLong { unit: Unit::Characters, max: 3, actual };
        let expected = [
            Problem::at("contents[0].markdown", long(4)),
            Problem::at("contents[1]", Fault::Unsound),
            Problem::at("contents[3]", Fault::Unsound),
            Problem::at("contents[4].markdown", long(5)),
        ];
        assert_eq!(check_contents(&contents, limit), expected);
        let empty = [Problem::at("contents[0].markdown", long(5)), Problem::at("contents", EMPTY)];
        assert_eq!(check_contents(&contents[4..], limit), empty);
    }
}
