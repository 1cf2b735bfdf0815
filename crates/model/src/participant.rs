//! Who takes part in a conversation, and on which side.

use serde::{Deserialize, Serialize};

use crate::id::ParticipantId;

/// What a participant is.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParticipantKind {
    /// A contact whom the company knows by an id of its own (signed-in customer).
    Customer,
    /// A contact who has not identified themselves yet (visitor).
    Lead,
    /// A person from outside who was copied in, typically by e-mail.
    Guest,
    /// A person of the company who works in the inbox.
    Agent,
    /// An automated assistant of the company.
    Bot,
    /// Another system that acts through an API.
    Integration,
    /// An automation rule of the company.
    Workflow,
    /// The inbox itself.
    System,
    /// A kind that this version does not know; the vendor's own word is kept.
    #[serde(untagged)]
    Other(String),
}

impl ParticipantKind {
    /// Whether this is one of the people whom the company serves.
    pub fn is_contact(&self) -> bool {
        matches!(self, Self::Customer | Self::Lead | Self::Guest)
    }

    /// Whether this speaks for the company: its people and its machines.
    pub fn is_company(&self) -> bool {
        !self.is_contact()
    }
}

/// A person or machine, with as much as the source tells of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Participant {
    /// The id in the system of record. Systems omit it for some bots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ParticipantId>,
    /// What they are.
    pub kind: ParticipantKind,
    /// The name to show. Untrusted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The e-mail address, where the reader may see it. Untrusted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Address of a picture. Untrusted: check the scheme before use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar_url: Option<String>,
}

impl Participant {
    /// A participant of whom nothing but kind and id is known.
    pub fn new(kind: ParticipantKind, id: impl Into<ParticipantId>) -> Self {
        Self { id: Some(id.into()), kind, name: None, email: None, avatar_url: None }
    }

    /// The same participant with a name to show.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Whether both are the same person: equal ids, or equal kind and name where neither has one.
    pub fn is_same(&self, other: &Self) -> bool {
        match (&self.id, &other.id) {
            (Some(one), Some(two)) => one == two,
            (None, None) => self.kind == other.kind && self.name == other.name,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_kind_keeps_its_word() {
        let kind: ParticipantKind = serde_json::from_str("\"hologram\"").unwrap();
        assert_eq!(kind, ParticipantKind::Other("hologram".into()));
        assert_eq!(serde_json::to_string(&kind).unwrap(), "\"hologram\"");
        assert_eq!(serde_json::to_string(&ParticipantKind::Lead).unwrap(), "\"lead\"");
    }

    #[test]
    fn sameness_goes_by_id() {
        let ada = Participant::new(ParticipantKind::Agent, "a1").named("Ada");
        let renamed = Participant::new(ParticipantKind::Agent, "a1").named("Ada L.");
        let other = Participant::new(ParticipantKind::Agent, "a2").named("Ada");
        assert!(ada.is_same(&renamed));
        assert!(!ada.is_same(&other));
        let bot = Participant { id: None, ..Participant::new(ParticipantKind::Bot, "x") };
        assert!(bot.is_same(&bot.clone()));
        assert!(!bot.is_same(&ada));
        // Without ids both kind and name have to be the same.
        assert!(!bot.is_same(&bot.clone().named("Fibi")));
        let workflow = Participant { kind: ParticipantKind::Workflow, ..bot.clone() };
        assert!(!bot.is_same(&workflow));
    }
}
