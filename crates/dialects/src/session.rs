//! `GET /session`: who the bearer of a token is, and whom and what the workspace knows.

#[cfg(feature = "company")]
use inbox_model::reply_window::ReplyWindows;
use inbox_model::tag::Tag;
use inbox_model::{Participant, TeamId};
use serde::{Deserialize, Serialize};

/// Who one is, and the directory that one may see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// The bearer of the token.
    pub me: Participant,
    /// The workspace's people. To a customer: names and pictures of the agents, without ids or
    /// addresses beyond what is public.
    #[serde(default)]
    pub agents: Vec<Participant>,
    /// The workspace's teams; empty to a customer.
    #[serde(default)]
    pub teams: Vec<Team>,
    /// The workspace's tags; empty to a customer.
    #[serde(default)]
    pub tags: Vec<Tag>,
    /// The workspace's name. Untrusted text.
    #[serde(default)]
    pub workspace: String,
    /// What an agent shows where a vendor asks for a secret beside the token: it is good for the
    /// agent's own acts alone. Not for logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
    /// When the token ends, in milliseconds since the epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<inbox_model::Timestamp>,
    /// How long each channel lets the company write, where that is not the standard; to agents only.
    #[cfg(feature = "company")]
    #[serde(default, skip_serializing_if = "ReplyWindows::is_standard")]
    pub reply_windows: ReplyWindows,
    /// How long before a deadline it counts as soon, in minutes, where that is not the standard; to
    /// agents only.
    #[cfg(feature = "company")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_soon_minutes: Option<u32>,
}

/// A team of agents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its name. Untrusted text.
    pub name: String,
}
