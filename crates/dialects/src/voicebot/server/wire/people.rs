//! `Agent`, `Customer`, `Profile` and `User`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// `Channel`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// Any other service.
    Bridge,
    /// `WhatsApp`.
    Whatsapp,
    /// The messenger on a web page.
    Widget,
}

/// `Agent`: one of the company's accounts with a messenger service, such as a business number.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Agent {
    /// Internal id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u64>,
    /// The messenger service.
    pub channel: Channel,
    /// What it is called by within the service: a phone number.
    pub display_id: String,
    /// The name that the service shows.
    pub name: String,
    /// Connected. What is sent through an agent that is not will fail.
    pub in_sync: bool,
}

/// `Customer`: a person on one messenger service.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Customer {
    /// Internal id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u64>,
    /// The messenger service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// What they are called by within the service: a phone number without its `+`, else their id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_id: Option<String>,
    /// The name that the service tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who they are, whatever the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
}

/// `Profile`: a person, who may be a customer on several services.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct Profile {
    /// Internal id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u64>,
    /// `formal_male`, `formal_female` or `informal`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub salutation: Option<String>,
    /// Full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `undisclosed`, `male`, `female` or `diverse`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<String>,
    /// Blocked: messages are no longer received.
    pub blocked: bool,
    /// Date of birth as the beginning of that day. The contract asks for a date-time, though its own
    /// example is a plain date.
    #[schema(format = "date-time")]
    pub date_of_birth: Option<String>,
    /// Phone number in international form.
    pub phone_number: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// The first of five fields of the company's own.
    pub custom_1: Option<String>,
    /// The second.
    pub custom_2: Option<String>,
    /// The third.
    pub custom_3: Option<String>,
    /// The fourth.
    pub custom_4: Option<String>,
    /// The fifth.
    pub custom_5: Option<String>,
    /// When it was made, RFC 3339.
    #[schema(format = "date-time")]
    pub created_at: Option<String>,
    /// When it last changed, RFC 3339.
    #[schema(format = "date-time")]
    pub updated_at: Option<String>,
}

/// `User`: a person of the company.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct User {
    /// Internal id.
    pub id: u64,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Always `null`: the contract has an integer or `null` here, and an address is neither.
    pub email: Option<u64>,
}
