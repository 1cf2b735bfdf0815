//! What of a conversation is looked through.

use super::fold::{fold, fold_char};
use super::{FIELD_CHARACTERS, FIELDS, QUERY_CHARACTERS, QUERY_WORDS};
use crate::conversation::Conversation;

/// Where in a conversation a text stands.
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(rename = "SearchField", rename_all = "snake_case")
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its title.
    Title,
    /// The subject line of the e-mail that began it.
    Subject,
    /// A name, an e-mail address or a phone number of a contact.
    Person,
    /// The name of a tag.
    Tag,
    /// The newest thing said.
    Preview,
}

impl Field {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subject => "subject",
            Self::Person => "person",
            Self::Tag => "tag",
            Self::Preview => "preview",
        }
    }

    /// How much it says of what a conversation is about; the better ones are smaller.
    pub(super) fn class(self) -> u8 {
        match self {
            Self::Title | Self::Subject | Self::Person => 0,
            Self::Tag => 1,
            Self::Preview => 2,
        }
    }
}

/// What is looked through, each text once: the title, the subject and the newest thing said, the
/// contacts' names and addresses as far as the company knows them, and the tags' names.
pub fn texts(one: &Conversation) -> Vec<(Field, &str)> {
    let subject = one.source.as_ref().and_then(|source| source.subject.as_deref());
    let author = one.source.as_ref().and_then(|source| source.author.as_ref());
    let contacts = one.participants.iter().chain(author).filter(|one| one.kind.is_contact());
    let contacts = contacts.flat_map(|contact| [contact.name.as_deref(), contact.email.as_deref()]);
    let profile = one.handling.profile.iter().flat_map(|profile| {
        [profile.name.as_deref(), profile.email.as_deref(), profile.phone.as_deref()]
    });
    let person = |text: Option<_>| (Field::Person, text);
    let tag = |tag| (Field::Tag, Some(tag));
    let preview = one.preview.as_ref().map(|newest| newest.text.as_str());
    let head = [
        (Field::Title, one.title.as_deref()),
        (Field::Subject, subject),
        (Field::Preview, preview),
    ];
    let mut all: Vec<(Field, &str)> = Vec::new();
    for (field, text) in head
        .into_iter()
        .chain(contacts.chain(profile).map(person))
        .chain(one.tags.iter().map(|one| tag(one.name.as_str())))
    {
        let text = text.unwrap_or_default();
        let is_new = |all: &[(Field, &str)]| !all.contains(&(field, text));
        if !text.is_empty() && all.len() < FIELDS && is_new(&all) {
            all.push((field, text));
        }
    }
    all
}

/// The words of a text to look for as they stand, folded: at most [`QUERY_WORDS`]. Here a word is
/// what stands between blanks, signs included, so that an address can be looked for.
pub fn words(text: &str) -> Vec<String> {
    let text: String = text.chars().take(QUERY_CHARACTERS).collect();
    fold(&text).split_whitespace().take(QUERY_WORDS).map(str::to_owned).collect()
}

/// Whether each word of a text stands somewhere in a conversation, also within another word,
/// whatever its case and accents. A text without words stands everywhere.
///
/// ```
/// use inbox_model::{Conversation, Timestamp, search};
///
/// let mut one = Conversation::new("c1".into(), Timestamp::from_millis(0));
/// one.title = Some("Remboursement de l'été".to_owned());
/// assert!(search::contains(&one, "ETE bourse"));
/// assert!(!search::contains(&one, "hiver"));
/// ```
pub fn contains(one: &Conversation, text: &str) -> bool {
    let within = folded(texts(one).into_iter().map(|(_, text)| text));
    words(text).iter().all(|word| within.contains(word))
}

/// Texts as [`words`] are looked for in them: folded, one on each line. A store keeps this, and finds
/// what [`contains`] finds.
pub fn folded<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for text in texts {
        for letter in text.chars().take(FIELD_CHARACTERS) {
            fold_char(letter, &mut |letter| all.push(letter));
        }
        all.push('\n');
    }
    all
}
