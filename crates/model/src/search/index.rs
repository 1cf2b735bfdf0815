//! The index: which words are in which conversations, kept as conversations change.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use super::document::{Field, texts};
use super::query::parse;
use super::token::tokens;
use super::typo::{Meeting, Outline, Word};
use crate::conversation::Conversation;
use crate::id::ConversationId;
use crate::time::Timestamp;

/// Conversations that can be searched.
///
/// A query looks at the conversations that have its words and at the list of different words, not at
/// every text: over 100,000 conversations an answer takes a few milliseconds at most
/// (`examples/search_speed.rs` prints how many). The texts are kept for highlighting; with the words
/// that is about three times their length.
///
/// ```
/// use inbox_model::search::{Field, Meeting, SearchIndex};
/// use inbox_model::{Conversation, Timestamp};
///
/// let mut index = SearchIndex::default();
/// let mut one = Conversation::new("c1".into(), Timestamp::from_millis(0));
/// one.title = Some("Reçu no 4711".to_owned());
/// index.insert(&one);
///
/// let hits = index.query("recu 47", 10);
/// assert_eq!(hits[0].id, "c1".into());
/// assert_eq!(hits[0].meeting, Meeting::Prefix);
/// let found = &hits[0].found[0];
/// assert_eq!((found.field, found.text.as_str()), (Field::Title, "Reçu no 4711"));
/// let places: Vec<_> = found.spans.iter().map(|span| (span.start, span.end)).collect();
/// assert_eq!(places, [(0, 4), (8, 10)]);
/// // One slip is forgiven.
/// assert_eq!(index.query("reuc", 10)[0].meeting, Meeting::Typo);
/// ```
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    places: BTreeMap<ConversationId, u32>,
    rows: Vec<Option<Row>>,
    /// When something last happened in each row.
    times: Vec<Timestamp>,
    free_rows: Vec<u32>,
    dictionary: BTreeMap<Arc<str>, u32>,
    terms: Vec<Term>,
    /// The outline of each term, apart from it because all of them are looked at.
    outlines: Vec<Outline>,
    free_terms: Vec<u32>,
}

#[derive(Clone, Debug)]
struct Row {
    id: ConversationId,
    texts: Box<[(Field, Box<str>)]>,
    /// The words in it, each once.
    terms: Box<[u32]>,
}

/// A word, and in which rows it is.
#[derive(Clone, Debug)]
struct Term {
    word: Arc<str>,
    /// Places of rows in order, with the best class of field in the lowest two bits.
    rows: Vec<u32>,
}

/// A conversation that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub id: ConversationId,
    /// How the worst of the query's words meets it.
    pub meeting: Meeting,
    /// The texts in which something was found, in the order of [`texts`].
    pub found: Vec<Found>,
}

/// A text in which something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub field: Field,
    /// The text. Untrusted.
    pub text: String,
    /// Where the query's words stand in it, in order and apart from each other.
    pub spans: Vec<Span>,
}

/// A stretch of a text, to be highlighted: of what is typed so far, or of a whole word that has a
/// slip in it. Ends are behind the last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it begins, in Unicode scalar values.
    pub start: usize,
    /// Where it ends, in Unicode scalar values.
    pub end: usize,
    /// Where it begins, in UTF-16 code units, as JavaScript counts.
    pub start_utf16: usize,
    /// Where it ends, in UTF-16 code units.
    pub end_utf16: usize,
}

/// No row meets a word so badly, nor all words of a query together.
const NOT_MET: u16 = u16::MAX;
/// How a row meets a word counts more than where, for all words of a query together.
const HOW: u16 = 32;

/// The item of a list at a place that is kept as 32 bits.
fn at<T>(list: &[T], place: u32) -> Option<&T> {
    list.get(usize::try_from(place).ok()?)
}

fn at_mut<T>(list: &mut [T], place: u32) -> Option<&mut T> {
    list.get_mut(usize::try_from(place).ok()?)
}

/// Puts an item at a free place or at the end, and says where.
fn put<T>(list: &mut Vec<T>, free: Option<u32>, item: T) -> u32 {
    if let Some((place, old)) = free.and_then(|place| Some((place, at_mut(list, place)?))) {
        *old = item;
        return place;
    }
    list.push(item);
    u32::try_from(list.len() - 1).unwrap_or(u32::MAX)
}

impl SearchIndex {
    /// How many conversations there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Takes in a conversation, new or changed.
    pub fn insert(&mut self, one: &Conversation) {
        let texts = texts(one);
        if let Some(&place) = self.places.get(&one.id)
            && let Some(Some(row)) = at(&self.rows, place)
            && row.texts.iter().map(|(field, text)| (*field, &**text)).eq(texts.iter().copied())
        {
            if let Some(time) = at_mut(&mut self.times, place) {
                *time = one.activity_at();
            }
            return;
        }
        self.remove(&one.id);
        let free = self.free_rows.pop();
        let place = put(&mut self.rows, free, None);
        put(&mut self.times, free, one.activity_at());
        let mut words: Vec<(String, u8)> = Vec::new();
        for (field, text) in &texts {
            words.extend(tokens(text).into_iter().map(|token| (token.word, field.class())));
        }
        // The best class of each word comes first, and stays.
        words.sort_unstable();
        words.dedup_by(|(next, _), (word, _)| next == word);
        let terms = words.iter().map(|(word, class)| self.enter(word, place, *class)).collect();
        let texts = texts.into_iter().map(|(field, text)| (field, text.into())).collect();
        if let Some(row) = at_mut(&mut self.rows, place) {
            *row = Some(Row { id: one.id.clone(), texts, terms });
        }
        self.places.insert(one.id.clone(), place);
    }

    /// Takes a conversation out. Whether it was there.
    pub fn remove(&mut self, id: &ConversationId) -> bool {
        let Some(place) = self.places.remove(id) else { return false };
        let row = at_mut(&mut self.rows, place).and_then(Option::take);
        for term in row.into_iter().flat_map(|row| row.terms) {
            self.leave(term, place);
        }
        self.free_rows.push(place);
        true
    }

    /// A word is in a row. Which term it is.
    fn enter(&mut self, word: &str, place: u32, class: u8) -> u32 {
        let term = self.dictionary.get(word).copied().unwrap_or_else(|| {
            let free = self.free_terms.pop();
            let shared: Arc<str> = word.into();
            put(&mut self.outlines, free, Outline::of(word));
            let term = Term { word: Arc::clone(&shared), rows: Vec::new() };
            let at = put(&mut self.terms, free, term);
            self.dictionary.insert(shared, at);
            at
        });
        if let Some(term) = at_mut(&mut self.terms, term) {
            let entry = place << 2 | u32::from(class);
            let at = term.rows.partition_point(|other| *other < entry);
            term.rows.insert(at, entry);
        }
        term
    }

    /// A word is no longer in a row, and perhaps in none.
    fn leave(&mut self, term: u32, place: u32) {
        let Some(left) = at_mut(&mut self.terms, term) else { return };
        let from = left.rows.partition_point(|entry| entry >> 2 < place);
        if left.rows.get(from).is_some_and(|entry| entry >> 2 == place) {
            left.rows.remove(from);
        }
        if left.rows.is_empty() {
            left.rows = Vec::new();
            self.dictionary.remove(&left.word);
            self.free_terms.push(term);
        }
    }

    /// The best hits for what has been typed, at most `limit`. A query without letters and digits
    /// finds nothing.
    pub fn query(&self, query: &str, limit: usize) -> Vec<Hit> {
        let words = parse(query);
        let found = self.best(&words, limit).into_iter();
        found.map(|row| self.hit(row, &words)).collect()
    }

    /// The same without where it was found.
    pub fn matching(&self, query: &str, limit: usize) -> Vec<ConversationId> {
        let found = self.best(&parse(query), limit).into_iter();
        found.map(|row| row.id.clone()).collect()
    }

    fn best(&self, words: &[Word], limit: usize) -> Vec<&Row> {
        if words.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut scores = vec![0_u16; self.rows.len()];
        let mut best = vec![NOT_MET; self.rows.len()];
        for word in words {
            best.fill(NOT_MET);
            self.meet(word, &mut best);
            for (score, best) in scores.iter_mut().zip(&best) {
                *score = score.saturating_add(*best);
            }
        }
        let all = scores.into_iter().zip(&self.times).zip(&self.rows);
        let met = all.filter(|((score, _), _)| *score != NOT_MET);
        let mut found: Vec<_> = met
            .filter_map(|((score, at), row)| Some((score, Reverse(*at), row.as_ref()?)))
            .collect();
        let order = |one: &(u16, Reverse<Timestamp>, &Row), other: &(_, _, &Row)| {
            (one.0, one.1).cmp(&(other.0, other.1)).then_with(|| other.2.id.cmp(&one.2.id))
        };
        if found.len() > limit {
            found.select_nth_unstable_by(limit - 1, order);
            found.truncate(limit);
        }
        found.sort_unstable_by(order);
        found.into_iter().map(|(.., row)| row).collect()
    }

    /// Notes for each row how well it meets a word.
    fn meet(&self, word: &Word, best: &mut [u16]) {
        let mut note = |term: &Term| {
            let how = match word.meets(&term.word) {
                Some(Meeting::Exact) => 0,
                Some(Meeting::Prefix) => HOW,
                Some(Meeting::Typo) => 2 * HOW,
                None => return,
            };
            for entry in &term.rows {
                if let Some(best) = at_mut(best, entry >> 2) {
                    let place = u16::try_from(entry & 3).unwrap_or_default();
                    *best = (how + place).min(*best);
                }
            }
        };
        if word.forgiving {
            let near = self.outlines.iter().zip(&self.terms);
            near.filter(|(outline, _)| word.may_meet(**outline)).for_each(|(_, term)| note(term));
        } else if word.open {
            let from = (Bound::Included(word.text.as_str()), Bound::Unbounded);
            let range = self.dictionary.range::<str, _>(from);
            let range = range.take_while(|(other, _)| other.starts_with(&word.text));
            range.filter_map(|(_, term)| at(&self.terms, *term)).for_each(note);
        } else if let Some(term) = self.dictionary.get(word.text.as_str()) {
            at(&self.terms, *term).into_iter().for_each(note);
        }
    }

    fn hit(&self, row: &Row, words: &[Word]) -> Hit {
        let own = || row.terms.iter().filter_map(|term| at(&self.terms, *term));
        let best = |word: &Word| own().filter_map(|term| word.meets(&term.word)).min();
        let meeting = words.iter().filter_map(best).max().unwrap_or(Meeting::Exact);
        let found = row.texts.iter().filter_map(|(field, text)| mark(*field, text, words));
        Hit { id: row.id.clone(), meeting, found: found.collect() }
    }
}

/// Where what has been typed stands in a text of any kind, as it does in what is [found](Found).
///
/// ```
/// let spans = inbox_model::search::spans("Où est mon reçu ?", "recu");
/// assert_eq!((spans[0].start, spans[0].end), (11, 15));
/// ```
pub fn spans(text: &str, query: &str) -> Vec<Span> {
    mark(Field::Preview, text, &parse(query)).map(|found| found.spans).unwrap_or_default()
}

/// Where words stand in a text; `None` where none does.
fn mark(field: Field, text: &str, words: &[Word]) -> Option<Found> {
    let mut places: Vec<(usize, usize)> = Vec::new();
    for token in tokens(text) {
        let met = |word: &Word| {
            let letters = match word.meets(&token.word)? {
                Meeting::Prefix => word.text.chars().count(),
                Meeting::Exact | Meeting::Typo => usize::MAX,
            };
            Some(token.place(letters))
        };
        // Where several words meet it, the longest stretch.
        places.extend(words.iter().filter_map(met).max());
    }
    if places.is_empty() {
        return None;
    }
    let units = |from: usize, to: usize| -> usize {
        text.chars().skip(from).take(to.saturating_sub(from)).map(char::len_utf16).sum()
    };
    let (mut at, mut at_utf16) = (0, 0);
    let mut spans = Vec::with_capacity(places.len());
    for (start, end) in places {
        let start_utf16 = at_utf16 + units(at, start);
        let end_utf16 = start_utf16 + units(start, end);
        spans.push(Span { start, end, start_utf16, end_utf16 });
        (at, at_utf16) = (end, end_utf16);
    }
    Some(Found { field, text: text.to_owned(), spans })
}
