//! What is looked for.

use super::token::tokens;
use super::typo::Word;

/// So much of a query is read, in characters.
pub const QUERY_CHARACTERS: usize = 200;
/// So many words of a query count; further ones are passed over.
pub const QUERY_WORDS: usize = 8;

/// The words of a query. The last one is still being typed unless something follows it.
pub(super) fn parse(query: &str) -> Vec<Word> {
    let query: String = query.chars().take(QUERY_CHARACTERS).collect();
    let mut tokens = tokens(&query);
    let length = query.chars().count();
    let goes_on = tokens.last().is_some_and(|last| last.place(usize::MAX).1 == length);
    tokens.truncate(QUERY_WORDS);
    let last = tokens.len().saturating_sub(1);
    let words = tokens.into_iter().enumerate();
    words.map(|(at, token)| Word::new(token.word, goes_on && at == last)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_is_open_until_something_follows_it() {
        let check = |query: &str, words: &[(&str, bool)]| {
            let parsed = parse(query);
            let parsed: Vec<_> = parsed.iter().map(|w| (w.text.as_str(), w.open)).collect();
            assert_eq!(parsed, words, "{query}");
        };
        check("", &[]);
        check("  ", &[]);
        check("Ref", &[("ref", true)]);
        check("Ref ", &[("ref", false)]);
        check("my Ref", &[("my", false), ("ref", true)]);
        check("re\u{301}", &[("re", true)]);
        check("my ref!", &[("my", false), ("ref", false)]);
    }

    #[test]
    fn a_long_query_is_cut() {
        let words = parse(&"ab ".repeat(QUERY_WORDS + 1));
        assert_eq!(words.len(), QUERY_WORDS);
        let words = parse(&"é".repeat(100_000));
        assert_eq!(words[0].text, "e".repeat(QUERY_CHARACTERS));
        assert!(words[0].open);
    }
}
