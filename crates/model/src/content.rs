//! What a message carries: the seven kinds of content.

mod card;
mod vcard;

use serde::{Deserialize, Serialize};

pub use card::{CardAddress, CardDetails, CardLine};
pub use vcard::vcard;

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

    /// Whether it can be shown to others: a place has to be on earth, and a file, or the page
    /// about a place, on the web (see [`is_file_address`]). Every system's requests are held to it, so that none hands on what
    /// another would run.
    pub fn is_sound(&self) -> bool {
        match self {
            Self::Location(place) => {
                (-90.0..=90.0).contains(&place.latitude)
                    && (-180.0..=180.0).contains(&place.longitude)
                    && place.url.as_deref().is_none_or(is_file_address)
            }
            _ => self.media().is_none_or(|media| {
                // Of a file that this server keeps, it knows the address itself.
                is_file_address(&media.url) || (media.url.is_empty() && media.id.is_some())
            }),
        }
    }

    /// The content with what the store knows of its file, which counts for more than what was said
    /// of it. What only the sender knows stays: the caption, the measures, that it is a voice message.
    ///
    /// What the file is shown as follows its type, but for what was sent as a document on purpose.
    #[must_use]
    pub fn with_known(self, known: &Media) -> Self {
        let on_purpose = matches!(&self, Self::Document(media) if !media.url.is_empty());
        let voice = matches!(&self, Self::Audio { voice: true, .. });
        let Some(said) = self.media() else { return self };
        let media = Media {
            width: said.width,
            height: said.height,
            duration_ms: said.duration_ms,
            caption: said.caption.clone(),
            ..known.clone()
        };
        match Self::of_file(media) {
            Self::Image(media) | Self::Video(media) | Self::Audio { media, .. } if on_purpose => {
                Self::Document(media)
            }
            Self::Audio { media, .. } => Self::Audio { media, voice },
            content => content,
        }
    }

    /// What a file is shown as, by its type.
    pub fn of_file(media: Media) -> Self {
        let family = media.mime.as_deref().and_then(|mime| mime.split('/').next());
        match family.unwrap_or_default() {
            "image" => Self::Image(media),
            "video" => Self::Video(media),
            "audio" => Self::Audio { media, voice: false },
            _ => Self::Document(media),
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

    /// The same, to be told in another form than it is kept.
    #[cfg(feature = "company")]
    pub fn media_mut(&mut self) -> Option<&mut Media> {
        match self {
            Self::Image(media)
            | Self::Video(media)
            | Self::Document(media)
            | Self::Audio { media, .. } => Some(media),
            Self::Text { .. } | Self::Location(_) | Self::ContactCard(_) => None,
        }
    }
}

/// Whether a page may be given an address to load a file from: on the web (`https`, `http`), or a path
/// on the server that says it. Scripts and data are no files, and a path that begins like a host is
/// none.
///
/// Browsers pass over control characters and the space around an address, so one that has any is
/// refused rather than read as they would.
pub fn is_file_address(url: &str) -> bool {
    let clean = url.trim() == url && !url.chars().any(char::is_control);
    let path = url.starts_with('/') && !url.starts_with("//") && !url.starts_with("/\\");
    let host = |scheme: &str| {
        let (start, rest) = url.split_at_checked(scheme.len()).unwrap_or_default();
        start.eq_ignore_ascii_case(scheme)
            && !rest.starts_with(['/', '\\', '?', '#'])
            && !rest.is_empty()
    };
    clean && (path || host("https://") || host("http://"))
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
    /// A page about the place. Untrusted: check the scheme before use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Contact details that somebody passed on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ContactCard {
    /// Full name. Untrusted text.
    pub name: String,
    /// Phone numbers as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<CardLine>,
    /// E-mail addresses as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<CardLine>,
    /// Company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// What only few cards say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<Box<CardDetails>>,
}

#[cfg(test)]
mod tests;
