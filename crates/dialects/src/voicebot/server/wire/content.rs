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
    /// A page about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// `ContactMessageContent` without its `type`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ContactContent {
    /// The name.
    pub name: ContactName,
    /// A day: `YYYY-MM-DD`, or the instant at which it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birthday: Option<String>,
    /// Phone numbers.
    #[serde(default)]
    pub phones: Vec<ContactPhone>,
    /// E-mail addresses.
    #[serde(default)]
    pub emails: Vec<ContactEmail>,
    /// Postal addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<ContactAddress>,
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
    /// Middle names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub middle_name: Option<String>,
    /// Last name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// What stands before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// What stands after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
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
    /// What it is for.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// One e-mail address.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ContactEmail {
    /// As written.
    #[serde(default)]
    pub email: String,
    /// What it is for.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// One postal address.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ContactAddress {
    /// Street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// State or region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zip: Option<String>,
    /// The country's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The country's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_code: Option<String>,
    /// What it is for.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// Where somebody works.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ContactOrganization {
    /// The company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// The part of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// What they do there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}
