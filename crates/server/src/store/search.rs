//! The words by which a conversation is found.

use inbox_model::{Conversation, Preview};

/// What is looked through: the title, the newest thing said, the tags, and who the contacts are, as far
/// as the company knows, in small letters. Names and addresses as they are now are found beside it.
pub(super) fn text_of(conversation: &Conversation, preview: Option<&Preview>) -> String {
    let contacts = conversation.participants.iter().filter(|one| one.kind.is_contact());
    let people = contacts.flat_map(|contact| [contact.name.as_deref(), contact.email.as_deref()]);
    let tags = conversation.tags.iter().map(|tag| Some(tag.name.as_str()));
    let profile = conversation.handling.profile.iter().flat_map(|profile| {
        [profile.name.as_deref(), profile.email.as_deref(), profile.phone.as_deref()]
    });
    join(words(conversation, preview).into_iter().chain(people).chain(tags).chain(profile))
}

/// The same for contacts, who must not find out what notes say or how others are reached.
pub(super) fn public_text_of(conversation: &Conversation, preview: Option<&Preview>) -> String {
    join(words(conversation, preview).into_iter())
}

fn words<'a>(conversation: &'a Conversation, preview: Option<&'a Preview>) -> [Option<&'a str>; 3] {
    let subject = conversation.source.as_ref().and_then(|source| source.subject.as_deref());
    [conversation.title.as_deref(), subject, preview.map(|newest| newest.text.as_str())]
}

fn join<'a>(words: impl Iterator<Item = Option<&'a str>>) -> String {
    words.flatten().collect::<Vec<_>>().join("\n").to_lowercase()
}

/// The pattern of `LIKE … ESCAPE '\'` for a text that stands anywhere.
pub(super) fn pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for letter in text.to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_the_pattern_language_stand_for_themselves() {
        assert_eq!(pattern("50% OFF_\\"), "%50\\% off\\_\\\\%");
    }
}
