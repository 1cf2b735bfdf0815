//! What a message carries: the seven kinds of content.

use serde::{Deserialize, Serialize};

use crate::id::MediaId;

/// One content of a message. A message has at least one, unless it was redacted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Content {
    /// Text as markdown, which is the source; plain text is valid markdown.
    Text {
        /// `CommonMark` with GFM. Untrusted.
        markdown: String,
    },
    /// A picture.
    Image(Media),
    /// A film.
    Video(Media),
    /// Sound.
    Audio {
        /// The file.
        #[serde(flatten)]
        media: Media,
        /// Recorded as a voice message, and not a file that someone attached.
        #[serde(default)]
        voice: bool,
    },
    /// Any other file.
    Document(Media),
    /// A place.
    Location(Location),
    /// Somebody's contact details.
    ContactCard(ContactCard),
}

impl Content {
    /// Text content from anything that becomes a string.
    pub fn text(markdown: impl Into<String>) -> Self {
        Self::Text { markdown: markdown.into() }
    }

    /// Whether the numbers in it can be true: a place has to be on earth.
    pub fn is_sound(&self) -> bool {
        match self {
            Self::Location(place) => {
                (-90.0..=90.0).contains(&place.latitude)
                    && (-180.0..=180.0).contains(&place.longitude)
            }
            _ => true,
        }
    }

    /// The stored file behind this content, if it has one.
    pub fn media(&self) -> Option<&Media> {
        match self {
            Self::Image(media)
            | Self::Video(media)
            | Self::Document(media)
            | Self::Audio { media, .. } => Some(media),
            Self::Text { .. } | Self::Location(_) | Self::ContactCard(_) => None,
        }
    }
}

/// A media file: where it is, and what a reader should know before loading it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Media {
    /// Id in the store that keeps the file, if this server keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MediaId>,
    /// Address of the file. Untrusted: check the scheme before use.
    pub url: String,
    /// File name to show and to save under. Untrusted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// MIME type as declared by the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mime: Option<String>,
    /// Size in bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// Width in CSS pixels, so that space can be kept before the file arrives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Height in CSS pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// Playing time in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<u64>,
    /// What the sender wrote under it. Untrusted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
}

/// A place on earth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
    /// What the place is called. Untrusted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Postal address. Untrusted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// Contact details that somebody passed on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ContactCard {
    /// Full name. Untrusted text.
    pub name: String,
    /// Phone numbers as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// E-mail addresses as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// Company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
}
