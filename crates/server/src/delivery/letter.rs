//! A message as a service needs it.

use std::fmt::Write;

use inbox_model::content::Location;
use inbox_model::{Content, Conversation, Media, Part};

use crate::store::Waiting;

/// A message on its way out.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// Names this message for ever, so that a second copy of it is recognised: letters, digits and
    /// `-`.
    pub id: String,
    /// Names its conversation.
    pub conversation: String,
    /// What the organisation is called.
    pub organisation: String,
    /// What the contact is called.
    pub name: Option<String>,
    /// The contact's e-mail address, if one is known.
    pub email: Option<String>,
    /// The contact's phone number, if one is known.
    pub phone: Option<String>,
    /// Who wrote it, if that is a person with a name.
    pub author: Option<String>,
    /// Subject line; of the message, else of the conversation.
    pub subject: Option<String>,
    /// What is said, as markdown. Places and contact cards are told in words.
    pub text: String,
    /// Files that this server keeps.
    pub files: Vec<Media>,
}

impl Letter {
    /// The letter of a message.
    pub fn of(
        waiting: &Waiting,
        conversation: &Conversation,
        part: &Part,
        organisation: String,
    ) -> Self {
        let contact = conversation.contact();
        let profile = conversation.handling.profile.as_ref();
        let source = conversation.source.as_ref();
        let subject = part.tracking.subject.clone();
        let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let address = contact.and_then(|contact| filled(&contact.email));
        let (text, files) = said(part.contents());
        Self {
            id: format!("{}-{}", waiting.conversation, waiting.part),
            conversation: waiting.conversation.to_string(),
            organisation,
            name: contact.and_then(|contact| filled(&contact.name)),
            email: address.or_else(|| profile.and_then(|profile| filled(&profile.email))),
            phone: profile.and_then(|profile| filled(&profile.phone)),
            author: part.author.as_ref().and_then(|author| filled(&author.name)),
            subject: subject
                .or_else(|| source.and_then(|source| filled(&source.subject)))
                .or_else(|| filled(&conversation.title)),
            text,
            files,
        }
    }
}

/// What is said in words, and the files that come along.
fn said(contents: &[Content]) -> (String, Vec<Media>) {
    let (mut text, mut files) = (String::new(), Vec::new());
    for content in contents {
        let block = match content {
            Content::Text { markdown } => markdown.clone(),
            Content::Location(place) => place_text(place),
            Content::ContactCard(card) => {
                let lines = card.phones.iter().chain(&card.emails).map(|line| &line.text);
                let lines = card.organization.iter().chain(lines);
                std::iter::once(&card.name).chain(lines).cloned().collect::<Vec<_>>().join("\n")
            }
            Content::Image(media)
            | Content::Video(media)
            | Content::Document(media)
            | Content::Audio { media, .. } => {
                let caption = media.caption.clone().unwrap_or_default();
                if media.id.is_some() {
                    files.push(media.clone());
                    caption
                } else {
                    format!("{caption}\n{}", media.url)
                }
            }
        };
        let block = block.trim();
        if !(text.is_empty() || block.is_empty()) {
            text.push_str("\n\n");
        }
        text.push_str(block);
    }
    (text, files)
}

fn place_text(place: &Location) -> String {
    let mut text = [place.name.as_deref(), place.address.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n");
    // Writing into a string cannot fail.
    let _ = write!(text, "\n{}, {}", place.latitude, place.longitude);
    text
}

#[cfg(test)]
mod tests {
    use inbox_model::content::ContactCard;

    use super::*;

    #[test]
    fn everything_that_is_no_file_is_told_in_words() {
        let file = Media { id: Some("f1".into()), url: "/media/f1".into(), ..Media::default() };
        let link = Media { url: "https://x/a".into(), ..Media::default() };
        let place = Location {
            latitude: 51.5,
            longitude: -0.12,
            name: Some("Shop".into()),
            address: None,
            url: None,
        };
        let card =
            ContactCard { name: "Ada".into(), phones: vec!["+1".into()], ..ContactCard::default() };
        let (text, files) = said(&[
            Content::text("Hi"),
            Content::Document(file.clone()),
            Content::Image(link),
            Content::Location(place),
            Content::ContactCard(card),
        ]);
        assert_eq!(text, "Hi\n\nhttps://x/a\n\nShop\n51.5, -0.12\n\nAda\n+1");
        assert_eq!(files, [file]);
    }
}
