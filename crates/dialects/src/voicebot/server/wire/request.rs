//! Bodies of requests.

use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;

use super::{ContactContent, LocationContent, Status};

/// `UpdateConversationRequest`. What is left out stays as it is.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
pub struct UpdateConversation {
    /// Where it stands from now on.
    #[serde(default, deserialize_with = "given")]
    pub status: Option<Status>,
    /// Who manages it from now on; `null` for nobody.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<i64>)]
    pub user_id: Option<Option<i64>>,
}

/// The body of mark-read, which may be missing.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
pub struct MarkRead {
    /// Whether the channel is told too.
    #[serde(default)]
    pub mark_external: bool,
}

/// The body of set-reaction, which may be missing.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
pub struct SetReaction {
    /// A single emoji; `null` removes the reaction.
    #[serde(default)]
    pub reaction: Option<String>,
}

/// `CreateMessageRequest`: one content, under the name of its kind.
#[derive(Clone, Debug, Deserialize, ToSchema)]
pub struct CreateMessage {
    /// Which of the contents is used: `text`, `image`, `video`, `audio`, `document`, `location` or
    /// `contact`.
    #[serde(rename = "type", default)]
    pub kind: String,
    /// The message of the same conversation that this one refers to.
    #[serde(default)]
    pub reference_id: Option<i64>,
    /// A text.
    #[serde(default)]
    pub text: Option<TextFields>,
    /// A picture.
    #[serde(default)]
    pub image: Option<CaptionFields>,
    /// A film.
    #[serde(default)]
    pub video: Option<CaptionFields>,
    /// Sound.
    #[serde(default)]
    pub audio: Option<AudioFields>,
    /// Any other file.
    #[serde(default)]
    pub document: Option<DocumentFields>,
    /// A place.
    #[serde(default)]
    pub location: Option<LocationContent>,
    /// Contact details.
    #[serde(default)]
    pub contact: Option<ContactContent>,
    /// The file of a picture, film, sound or document.
    #[serde(default)]
    pub file: Option<FileFields>,
    /// What our own client adds: `contents`, the content in the model's form.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub inbox: Option<serde_json::Value>,
}

/// `CreateMessageRequest.text`.
#[derive(Clone, Debug, Deserialize, ToSchema)]
pub struct TextFields {
    /// What it says.
    pub content: String,
}

/// `CreateMessageRequest.image` and `.video`.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
pub struct CaptionFields {
    /// What is written under it.
    #[serde(default)]
    pub caption: Option<String>,
}

/// `CreateMessageRequest.audio`.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
pub struct AudioFields {
    /// Recorded as a voice message.
    #[serde(default)]
    pub voice: bool,
}

/// `CreateMessageRequest.document`.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
pub struct DocumentFields {
    /// Its name.
    #[serde(default)]
    pub filename: Option<String>,
    /// What is written under it.
    #[serde(default)]
    pub caption: Option<String>,
}

/// `CreateMessageRequest.file`.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
pub struct FileFields {
    /// Where it is: `https`, `http`, or a path on this server.
    #[serde(default)]
    pub url: String,
    /// Its type.
    #[serde(default)]
    pub mime_type: Option<String>,
    /// Its size in bytes.
    #[serde(default)]
    pub size: Option<u64>,
    /// Its id in our store.
    #[serde(default)]
    pub internal_uuid: Option<String>,
}

/// A member that is there: serde by itself takes its `null` for absent.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}
