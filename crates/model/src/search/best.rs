//! Which of several texts is the one that was looked for.

use super::query::parse;
use super::token::tokens;
use super::typo::Word;

/// The first text that meets all words of a query, else the first of those that meet most; `None`
/// where none meets any. With the newest first, that is the message that an agent looks for.
///
/// ```
/// use inbox_model::search::best;
///
/// let texts = ["It left the house", "Where is my tent?", "A tent, please"];
/// assert_eq!(best(texts, "where tent"), Some(1));
/// assert_eq!(best(texts, "boat"), None);
/// ```
pub fn best<'a>(texts: impl IntoIterator<Item = &'a str>, query: &str) -> Option<usize> {
    let words = parse(query);
    let mut best: Option<(usize, usize)> = None;
    for (at, text) in texts.into_iter().enumerate() {
        let tokens = tokens(text);
        let is_met = |word: &&Word| tokens.iter().any(|token| word.meets(&token.word).is_some());
        let met = words.iter().filter(is_met).count();
        if met > best.map_or(0, |(_, most)| most) {
            best = Some((at, met));
        }
        if met == words.len() {
            break;
        }
    }
    best.map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::super::FIELD_CHARACTERS;
    use super::*;

    #[test]
    fn the_first_that_meets_most_words_is_it() {
        let texts = ["the tent", "tent and boat", "boat", "boat and tent"];
        for (query, found) in [
            ("tent", Some(0)),
            ("boat tent", Some(1)),
            ("boat", Some(1)),
            ("boat kayak", Some(1)),
            ("BÖAT ten", Some(1)),
            ("tnet", Some(0)),
            ("kayak", None),
            ("", None),
            ("  ", None),
        ] {
            assert_eq!(best(texts, query), found, "{query}");
        }
        assert_eq!(best([], "tent"), None);
        let late = format!("{} tent", "a ".repeat(FIELD_CHARACTERS));
        assert_eq!(best([late.as_str()], "tent"), None, "only so much is looked through");
    }
}
