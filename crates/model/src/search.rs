//! Finding conversations as one types: by their title, their people, their tags and the newest thing
//! said.
//!
//! Texts and query are [folded](fold()), which takes case and accents away, and cut into words at
//! whatever is neither letter nor digit; each Chinese character and kana is a word of its own. A
//! conversation is found when every word of the query meets a word of it somewhere: exactly, or but
//! for one slip of the fingers where it has four letters or more, or, the last word while it is being
//! typed, by its beginning ([`Meeting`]). Better meetings come first, then better places ([`Field`]),
//! then newer activity, then greater ids, so that the order is always the same.
//!
//! [`SearchIndex`] answers for many conversations and follows their changes. [`contains`] is the
//! plainer question of filters and of the server's lists: whether what stands between blanks stands
//! somewhere, also within another word, signs included, without slips.
//!
//! The source is this product's own issue 4: "as-you-type over subject, people, tags, preview,
//! tolerant of case, accents and one typo". No dialect's contract says how its search compares.

mod document;
mod fold;
mod hits;
mod index;
mod query;
mod table;
#[cfg(test)]
mod tests;
mod token;
mod typo;

pub use self::document::{Field, contains, folded, texts, words};
pub use self::fold::fold;
pub use self::hits::hits;
pub use self::index::{Found, Hit, SearchIndex, Span, spans};
pub use self::query::{QUERY_CHARACTERS, QUERY_WORDS};
pub use self::typo::Meeting;

/// So much of a text is looked through, in characters; further ones are not found.
pub const FIELD_CHARACTERS: usize = 1_000;
/// So many texts of a conversation are looked through; further people and tags are not found.
pub const FIELDS: usize = 100;
