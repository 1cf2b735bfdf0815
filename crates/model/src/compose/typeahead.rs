//! What the word at the caret asks for: a colleague after `@`, an emoji after `:`, a canned reply
//! after `/`.

use std::ops::Range;

use crate::markdown::find_shortcodes;

/// As many are offered.
const OFFERED: usize = 8;
/// Characters of a name that somebody types to find it.
const LONGEST: usize = 40;
/// Characters of a shortcode from which on it is looked for: with fewer it may be a smiley.
const SHORTEST: usize = 2;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedFor {
    /// Somebody to mention.
    Mention,
    /// An emoji.
    Emoji,
    /// A canned reply.
    Canned,
}

/// A question, and what of the text an answer takes the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What for.
    pub kind: AskedFor,
    /// From its sign up to the caret.
    pub range: Range<usize>,
    /// What is typed after the sign.
    pub query: String,
}

/// What the word before the caret asks for, if it does.
///
/// ```
/// use inbox_model::compose::{AskedFor, asked_at};
///
/// let asked = asked_at("ask @may", 8).unwrap();
/// assert_eq!((asked.kind, asked.query.as_str()), (AskedFor::Mention, "may"));
/// assert_eq!(asked_at("me@may", 6), None);
/// ```
pub fn asked_at(text: &str, caret: usize) -> Option<Asked> {
    let before = text.get(..caret)?;
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let said = before.get(line..)?;
    let at = said.rfind(['@', ':', '/'])?;
    let (left, query) = said.split_at_checked(at)?;
    let kind = match query.chars().next()? {
        '@' => AskedFor::Mention,
        ':' => AskedFor::Emoji,
        _ => AskedFor::Canned,
    };
    let query = query.get(1..)?;
    // Between backticks everything is itself.
    let in_code = left.bytes().filter(|byte| *byte == b'`').count() % 2 == 1;
    let begins = left.chars().next_back().is_none_or(|one| {
        one.is_whitespace() || matches!(one, '(' | '[' | '{' | '"' | '\'' | '*' | '_' | '~' | '>')
    });
    let fits = match kind {
        AskedFor::Mention | AskedFor::Canned => is_name(query),
        AskedFor::Emoji => is_shortcode(query),
    };
    let range = line + at..caret;
    (begins && fits && !in_code).then(|| Asked { kind, range, query: query.to_owned() })
}

/// Whether it can be how a name begins. Names have spaces in them; a sentence has more.
fn is_name(query: &str) -> bool {
    query.chars().count() <= LONGEST
        && query.matches(' ').count() <= 2
        && !query.starts_with(' ')
        && query
            .chars()
            .all(|one| one.is_alphanumeric() || matches!(one, ' ' | '.' | '-' | '_' | '\''))
}

fn is_shortcode(query: &str) -> bool {
    let of_name = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'+' | b'-');
    query.len() >= SHORTEST && query.bytes().all(of_name)
}

/// The places of the names that fit best, at most eight: those that begin so, then those of which a
/// word does.
pub fn best_names(query: &str, names: &[String]) -> Vec<usize> {
    let query = query.to_lowercase();
    let rank = |name: &String| {
        let name = name.to_lowercase();
        let in_word = |word: &str| word.starts_with(&query);
        match () {
            () if name.starts_with(&query) => Some(0),
            () if name.split([' ', '-', '.']).any(in_word) => Some(1),
            () => None,
        }
    };
    let ranks: Vec<Option<u8>> = names.iter().map(rank).collect();
    let of_rank = |wanted: u8| {
        let ranks = ranks.iter().enumerate();
        ranks.filter(move |(_, rank)| **rank == Some(wanted)).map(|(place, _)| place)
    };
    of_rank(0).chain(of_rank(1)).take(OFFERED).collect()
}

/// The emoji in whose names all words of a search stand, those first whose names begin so; at most so
/// many, each once and behind its name.
///
/// ```
/// use inbox_model::compose::search_emoji;
///
/// assert_eq!(search_emoji("Heart blue", 1), [("blue_heart", "💙")]);
/// assert_eq!(search_emoji(":+1:", 9)[0], ("+1", "👍"));
/// assert_eq!(search_emoji("no such thing", 9), []);
/// ```
pub fn search_emoji(query: &str, limit: usize) -> Vec<(&'static str, &'static str)> {
    let query = query.to_lowercase();
    let apart = |one: char| one.is_whitespace() || matches!(one, ':' | '_');
    let mut words = query.split(apart).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let rest: Vec<&str> = words.collect();
    let mut found: Vec<(&str, &str)> = Vec::new();
    for (name, emoji) in find_shortcodes(first, usize::MAX) {
        let is_new = !found.iter().any(|(_, other)| *other == emoji);
        if found.len() < limit && is_new && rest.iter().all(|word| name.contains(word)) {
            found.push((name, emoji));
        }
    }
    found
}

/// The emoji whose names fit best, at most eight, each behind its name.
pub fn emoji(query: &str) -> Vec<(&'static str, &'static str)> {
    find_shortcodes(query, OFFERED)
}
