//! Which of several texts are those that were looked for.

use super::query::parse;
use super::token::tokens;
use super::typo::Meeting;

/// What was found among several texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Which of them, in the order given.
    pub at: Vec<usize>,
    /// They have all the words that were looked for, as those were typed.
    pub whole: bool,
}

/// The texts that meet all words of a query, else those that meet most; none where none meets any. A
/// slip of the fingers meets a word only where no text has it as it was typed.
///
/// ```
/// use inbox_model::search::hits;
///
/// let texts = ["It left the house", "Where is my tent?", "A tent, please", "It went well"];
/// assert_eq!(hits(texts, "where tent").at, [1]);
/// assert_eq!(hits(texts, "tent").at, [1, 2]);
/// assert_eq!(hits(texts, "tnet").at, [1, 2]);
/// assert!(hits(texts, "boat").at.is_empty());
/// ```
pub fn hits<'a>(texts: impl IntoIterator<Item = &'a str>, query: &str) -> Hits {
    let words = parse(query);
    let (mut most, mut hits) = ((1, 0), Hits::default());
    for (at, text) in texts.into_iter().enumerate() {
        let tokens = tokens(text);
        let mut met = (0, 0);
        for word in &words {
            let slips = |one: &Meeting| *one == Meeting::Typo;
            let best = tokens.iter().filter_map(|token| word.meets(&token.word)).min_by_key(slips);
            met.0 += usize::from(best.is_some());
            met.1 += usize::from(best.is_some_and(|best| !slips(&best)));
        }
        if met > most {
            most = met;
            hits.at.clear();
        }
        if met == most {
            hits.at.push(at);
        }
    }
    hits.whole = !hits.at.is_empty() && most == (words.len(), words.len());
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
            // As it was typed goes before what it may have been meant to be.
            ("bolt", vec![1, 2, 3]),
            ("kayak", vec![]),
            ("", vec![]),
            ("  ", vec![]),
        ] {
            assert_eq!(hits(texts, query).at, found, "{query}");
        }
        let both = ["the hotle", "the hotel"];
        assert_eq!(hits(both, "hotel"), Hits { at: vec![1], whole: true });
        let slip = ["the hotle", "the house"];
        assert_eq!(hits(slip, "hotel"), Hits { at: vec![0], whole: false });
        assert_eq!(hits(texts, "tent kayak"), Hits { at: vec![0, 1, 3], whole: false });
        assert_eq!(hits([], "tent"), Hits::default());
        let late = format!("{} tent", "a ".repeat(FIELD_CHARACTERS));
        assert!(hits([late.as_str()], "tent").at.is_empty(), "only so much is looked through");
    }
}
