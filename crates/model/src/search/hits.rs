//! Which of several texts are those that were looked for.

use super::query::parse;
use super::token::tokens;
use super::typo::Word;

/// The texts that meet all words of a query, else those that meet most; none where none meets any.
/// They stand in the order given.
///
/// ```
/// use inbox_model::search::hits;
///
/// let texts = ["It left the house", "Where is my tent?", "A tent, please"];
/// assert_eq!(hits(texts, "where tent"), [1]);
/// assert_eq!(hits(texts, "tent"), [1, 2]);
/// assert!(hits(texts, "boat").is_empty());
/// ```
pub fn hits<'a>(texts: impl IntoIterator<Item = &'a str>, query: &str) -> Vec<usize> {
    let words = parse(query);
    let (mut most, mut hits) = (1, Vec::new());
    for (at, text) in texts.into_iter().enumerate() {
        let tokens = tokens(text);
        let is_met = |word: &&Word| tokens.iter().any(|token| word.meets(&token.word).is_some());
        let met = words.iter().filter(is_met).count();
        if met > most {
            most = met;
            hits.clear();
        }
        if met == most {
            hits.push(at);
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::super::FIELD_CHARACTERS;
    use super::*;

    #[test]
    fn those_that_meet_most_words_are_it() {
        let texts = ["the tent", "tent and boat", "boat", "boat and tent"];
        for (query, found) in [
            ("tent", vec![0, 1, 3]),
            ("boat tent", vec![1, 3]),
            ("boat", vec![1, 2, 3]),
            ("boat kayak", vec![1, 2, 3]),
            ("BÖAT ten", vec![1, 3]),
            ("tnet", vec![0, 1, 3]),
            ("kayak", vec![]),
            ("", vec![]),
            ("  ", vec![]),
        ] {
            assert_eq!(hits(texts, query), found, "{query}");
        }
        assert!(hits([], "tent").is_empty());
        let late = format!("{} tent", "a ".repeat(FIELD_CHARACTERS));
        assert!(hits([late.as_str()], "tent").is_empty(), "only so much is looked through");
    }
}
