//! Cutting a text into words, and knowing where in the text each letter of a word came from.

use super::FIELD_CHARACTERS;
use super::fold::{fold_char, is_mark};

/// A word of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Token {
    /// Folded.
    pub(super) word: String,
    /// For each letter of the folded word, the place of the character it came from.
    from: Vec<usize>,
    /// Behind its last character, with the marks on it.
    end: usize,
}

impl Token {
    /// Where in the text the first so many letters of the folded word stand, in characters: the
    /// whole word where it has fewer, or for none.
    pub(super) fn place(&self, letters: usize) -> (usize, usize) {
        let start = self.from.first().copied().unwrap_or(self.end);
        let last = letters.checked_sub(1).and_then(|at| self.from.get(at));
        let Some(last) = last else { return (start, self.end) };
        // Up to the next letter, so that marks and letters that are two when folded stay whole.
        let next = self.from.iter().find(|place| *place > last);
        (start, next.copied().unwrap_or(self.end))
    }
}

/// The words of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut all = Vec::new();
    let mut open = Token::default();
    for (place, letter) in text.chars().take(FIELD_CHARACTERS).enumerate() {
        if is_mark(letter) {
            if open.end == place {
                open.end = place + 1;
            }
            continue;
        }
        fold_char(letter, &mut |folded| {
            let is_whole = is_whole(folded);
            if (is_whole || !folded.is_alphanumeric()) && !open.word.is_empty() {
                all.push(std::mem::take(&mut open));
            }
            if folded.is_alphanumeric() {
                open.word.push(folded);
                open.from.push(place);
                open.end = place + 1;
            }
            if is_whole {
                all.push(std::mem::take(&mut open));
            }
        });
    }
    if !open.word.is_empty() {
        all.push(open);
    }
    all
}

/// Whether a letter is a word by itself: Chinese characters and kana, which stand without blanks.
fn is_whole(letter: char) -> bool {
    matches!(
        u32::from(letter),
        0x3041..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x323AF
    ) && letter.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::fold;

    fn check(text: &str, words: &[&str]) {
        let all: Vec<String> = tokens(text).into_iter().map(|token| token.word).collect();
        assert_eq!(all, words, "{text}");
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check("", &[]);
        check(" -- ", &[]);
        check("Order #4711, please!", &["order", "4711", "please"]);
        check("Ana.Díaz@example.com", &["ana", "diaz", "example", "com"]);
        check("a\u{301}b c", &["ab", "c"]);
        check("東京タワーへ2人", &["東", "京", "タ", "ワ", "ー", "へ", "2", "人"]);
        check("x東y", &["x", "東", "y"]);
        check("ﬁne", &["fine"]);
        check("re\u{AD}fund", &["refund"]);
        check("a\u{0}b", &["a", "b"]);
        check("サービス", &["サ", "ー", "ビ", "ス"]);
    }

    #[test]
    fn letters_are_found_where_they_came_from() {
        let check = |text: &str, letters: usize, place: (usize, usize)| {
            assert_eq!(tokens(text)[0].place(letters), place, "{text} {letters}");
        };
        check(" refund", 3, (1, 4));
        check(" refund", 6, (1, 7));
        check("Straße!", 4, (0, 4));
        check("Straße!", 5, (0, 5));
        check("Straße!", 6, (0, 5));
        check("Straße!", 7, (0, 6));
        check("Straße!", 8, (0, 6));
        check("Straße!", 0, (0, 6));
        check("re\u{301}fund", 2, (0, 3));
        check("re\u{301}", 2, (0, 3));
    }

    #[test]
    fn only_the_beginning_of_a_long_text_is_looked_through() {
        let text = "ab ".repeat(FIELD_CHARACTERS);
        assert_eq!(tokens(&text).len(), FIELD_CHARACTERS.div_ceil(3));
    }

    proptest! {
        #[test]
        fn every_word_is_folded_and_lies_within_the_text(text in "\\PC{0,40}") {
            let characters = text.chars().count();
            let mut before = 0;
            for token in tokens(&text) {
                prop_assert_eq!(fold(&token.word), token.word.clone());
                for letters in 1..=token.word.chars().count() {
                    let (start, end) = token.place(letters);
                    prop_assert!(before <= start && start < end && end <= characters);
                }
                before = token.place(0).0;
            }
        }
    }
}
