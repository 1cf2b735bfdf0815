//! The shop's own people: agents, teams, tags and machines.

use inbox_dialects::session::Team as TeamEntry;
use inbox_model::tag::Tag;
use inbox_model::{Participant, ParticipantId, ParticipantKind, TagId, TeamId};

use super::ids::{Kind, object_id};

/// What the shop is called.
pub(super) const WORKSPACE: &str = "Fjord & Fern";

/// An agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colleague {
    /// The demo agent, who is signed in at the desk.
    Maya,
    /// Orders and returns.
    Jonas,
    /// Product questions.
    Priya,
    /// Customers who buy in bulk.
    Tomas,
    /// The account of last resort for angry people.
    Aoife,
    /// Japanese, Korean and Chinese.
    Hana,
    /// Arabic, French and Hebrew.
    Youssef,
    /// French, Spanish and Portuguese.
    Camille,
    /// Of the sister; Maya works for both.
    Noor,
}

impl Colleague {
    /// Everybody of the shop.
    pub(super) const ALL: [Self; 8] = [
        Self::Maya,
        Self::Jonas,
        Self::Priya,
        Self::Tomas,
        Self::Aoife,
        Self::Hana,
        Self::Youssef,
        Self::Camille,
    ];

    /// The id.
    pub(super) fn id(self) -> ParticipantId {
        object_id(Kind::Agent, self as usize).into()
    }

    /// The full name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Maya => "Maya Lindqvist",
            Self::Jonas => "Jonas Berg",
            Self::Priya => "Priya Nair",
            Self::Tomas => "Tomás Oliveira",
            Self::Aoife => "Aoife Byrne",
            Self::Hana => "Hana Kobayashi",
            Self::Youssef => "Youssef El-Amrani",
            Self::Camille => "Camille Laurent",
            Self::Noor => "Noor Haddad",
        }
    }

    /// The given name, as customers are addressed with it.
    pub(super) fn given_name(self) -> &'static str {
        self.name().split(' ').next().unwrap_or_default()
    }

    /// As an author.
    pub(super) fn participant(self) -> Participant {
        let local = match self {
            Self::Tomas => "tomas",
            Self::Youssef => "youssef",
            _ => self.given_name(),
        };
        let host = match self {
            Self::Noor => "birchandbay.example",
            _ => "fjordandfern.example",
        };
        let mut agent = Participant::new(ParticipantKind::Agent, self.id()).named(self.name());
        agent.email = Some(format!("{}@{host}", local.to_lowercase()));
        // Some have never uploaded a picture.
        if !matches!(self, Self::Tomas | Self::Hana | Self::Noor) {
            agent.avatar_url = Some(format!("/demo-media/people/{}.svg", local.to_lowercase()));
        }
        agent
    }

    /// Who answers in a language.
    pub(super) fn speaking(language: &str) -> &'static [Self] {
        match language {
            "de" => &[Self::Jonas, Self::Maya],
            "fr" => &[Self::Camille, Self::Youssef],
            "es" | "pt" => &[Self::Tomas, Self::Camille],
            "ar" | "he" => &[Self::Youssef],
            "ja" | "zh" | "ko" => &[Self::Hana],
            "hi" => &[Self::Priya],
            "tr" | "pl" => &[Self::Aoife, Self::Jonas],
            _ => &[
                Self::Maya,
                Self::Maya,
                Self::Jonas,
                Self::Priya,
                Self::Priya,
                Self::Aoife,
                Self::Tomas,
            ],
        }
    }
}

/// A team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Team {
    /// Everything that is nobody else's.
    Support,
    /// Parcels, returns and money.
    Orders,
    /// Companies, partners and the press.
    Wholesale,
    /// Of the sister: when, where and for how much.
    Bookings,
    /// Of the sister: what is to be mended.
    Cabins,
}

impl Team {
    /// All of the shop's.
    pub(super) const ALL: [Self; 3] = [Self::Support, Self::Orders, Self::Wholesale];
    /// All of the sister's.
    pub(super) const OF_SISTER: [Self; 2] = [Self::Bookings, Self::Cabins];

    /// Its id.
    pub(super) fn id(self) -> TeamId {
        object_id(Kind::Team, self as usize).into()
    }

    /// As an entry of the directory.
    pub(super) fn entry(self) -> TeamEntry {
        let name = match self {
            Self::Support => "Customer support",
            Self::Orders => "Orders & returns",
            Self::Wholesale => "Wholesale & partners",
            Self::Bookings => "Bookings",
            Self::Cabins => "Cabin care",
        };
        TeamEntry { id: self.id(), name: name.into() }
    }
}

/// The names of the workspace's tags. Texts refer to them by these.
pub(super) const TAGS: [&str; 14] = [
    "shipping",
    "return",
    "refund",
    "damaged",
    "billing",
    "product question",
    "bug",
    "feature request",
    "VIP",
    "wholesale",
    "praise",
    "complaint",
    "privacy",
    "urgent",
];

/// The names of the sister's tags, which are other names.
pub(super) const SISTER_TAGS: [&str; 4] = ["booking", "keys", "firewood", "weather"];

/// Where the numbers of the sister's tags begin.
const FIRST_SISTER_TAG: usize = 100;

/// The tag of this name; names that are not in the tables would be one tag of their own.
pub(super) fn tag(name: &str) -> Tag {
    let place = |names: &[&str]| names.iter().position(|known| *known == name);
    let of_sister = || place(&SISTER_TAGS).map(|number| FIRST_SISTER_TAG + number);
    let number = place(&TAGS).or_else(of_sister).unwrap_or(TAGS.len());
    Tag { id: TagId::from(object_id(Kind::Tag, number)), name: name.into() }
}

/// The assistant that greets and passes on. Like many bots it has no id.
pub(super) fn bot() -> Participant {
    Participant {
        id: None,
        kind: ParticipantKind::Bot,
        name: Some("Fern Bot".into()),
        email: None,
        avatar_url: Some("/demo-media/people/bot.svg".into()),
    }
}

/// The rules that assign, close and ask for ratings.
pub(super) fn automation() -> Participant {
    Participant {
        id: None,
        kind: ParticipantKind::Workflow,
        name: Some("Inbox rules".into()),
        email: None,
        avatar_url: None,
    }
}
