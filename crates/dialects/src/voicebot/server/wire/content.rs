//! The seven kinds of contents.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One content of a message.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Content {
    /// `TextMessageContent`.
    Text {
        /// What it says: the markdown as it was typed.
        content: String,
    },
    /// `ImageMessageContent`.
    Image(FileContent),
    /// `VideoMessageContent`.
    Video(FileContent),
    /// `AudioMessageContent`.
    Audio {
        /// The file.
        #[serde(flatten)]
        file: FileContent,
        /// Recorded as a voice message.
        voice: bool,
    },
    /// `DocumentMessageContent`.
    Document {
        /// The file.
        #[serde(flatten)]
        file: FileContent,
        /// Its name, again.
        filename: Option<String>,
    },
    /// `LocationMessageContent`.
    Location(LocationContent),
    /// `ContactMessageContent`.
    Contact(ContactContent),
}

/// `FileMessageContent`.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FileContent {
    /// Always true.
    pub has_file: bool,
    /// The file's id in our store.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
    /// The file's name.
    pub name: Option<String>,
    /// Its type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mime_type: Option<String>,
    /// Its size in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// Where it is.
    pub download_url: String,
    /// What was written under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
}

/// `LocationMessageContent` without its `type`. Degrees are texts.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct LocationContent {
    /// Degrees north, -90 to 90.
    pub latitude: String,
    /// Degrees east, -180 to 180.
    pub longitude: String,
    /// Postal address.
    pub address: Option<String>,
    /// What the place is called.
    pub name: Option<String>,
}

/// `ContactMessageContent` without its `type`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ContactContent {
    /// The name.
    pub name: ContactName,
    /// Phone numbers.
    #[serde(default)]
    pub phones: Vec<ContactPhone>,
    /// E-mail addresses.
    #[serde(default)]
    pub emails: Vec<ContactEmail>,
    /// Where they work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<ContactOrganization>,
}

/// A name and its pieces.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ContactName {
    /// All of it.
    pub formatted_name: String,
    /// Must be there, and may be `null`.
    #[serde(deserialize_with = "nullable")]
    pub first_name: Option<String>,
}

/// A member that must be there, be it `null`.
fn nullable<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Option::deserialize(from)
}

/// One phone number.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ContactPhone {
    /// As written.
    #[serde(default)]
    pub phone: String,
}

/// One e-mail address.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ContactEmail {
    /// As written.
    #[serde(default)]
    pub email: String,
}

/// Where somebody works.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ContactOrganization {
    /// The company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
}
