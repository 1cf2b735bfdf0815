//! The JSON form of a filter: what is stored, sent and given to JavaScript.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::filter::{Assignee, Condition, Filter, TagRule};
use super::json::Json;
use crate::conversation::{Channel, Priority, State};

impl Filter {
    /// Its JSON form. Each node is an object with one member, named by what it is:
    ///
    /// | member | value | meaning |
    /// |---|---|---|
    /// | `all`, `any` | list of filters | AND, OR |
    /// | `not` | filter | NOT |
    /// | `state` | list of `open`, `pending`, `snoozed`, `closed` | in one of these states |
    /// | `scope` | `mine` or `team` | the agent's who asks, or everybody's |
    /// | `assigned_to` | id or `null` | this agent's, or nobody's |
    /// | `assigned` | `true` (`false`) | somebody's (nobody's) |
    /// | `team` | id or `null` | of this team, or of none |
    /// | `tags_any`, `tags_all`, `tags_none` | list of ids | with at least one, all, none of these |
    /// | `channel` | list of `web`, `email`, `sms`, `whatsapp`, … | by one of these channels |
    /// | `priority` | list of `none`, `low`, `normal`, `high`, `urgent` | of one of these |
    /// | `unread`, `starred`, `archived`, `overdue` | `true` or `false` | with, or without |
    /// | `text` | text | with all of these words |
    /// | anything else | anything | kept; narrows nothing down |
    ///
    /// An object with several members, or with none, is short for `all` of them in the order of
    /// their names: `{"archived":false,"unread":true}`. So the conditions that the CRM's contract
    /// names (`scope`, `archived`, `overdue`, `starred`, `unread`, `assigned_to`) are this form as
    /// they stand. Where `scope` and `assigned_to` stand in one object, `assigned_to` counts, and
    /// `scope` is kept.
    pub fn to_json(&self) -> Json {
        let member = match self {
            Self::All(of) if is_flat(of) => {
                return Json::Object(of.iter().flat_map(members).collect());
            }
            Self::All(of) => list("all", of.iter().map(Self::to_json)),
            Self::Any(of) => list("any", of.iter().map(Self::to_json)),
            Self::Not(one) => ("not".to_owned(), one.to_json()),
            Self::Is(condition) => condition.to_member(),
        };
        Json::Object(vec![member])
    }

    /// Reads [`Filter::to_json`]; `None` where it is no object. A member that cannot be read is kept
    /// as [`Condition::Other`].
    pub fn from_json(json: &Json) -> Option<Self> {
        let Json::Object(members) = json else { return None };
        let mut of: Vec<(&str, &Json)> = Vec::with_capacity(members.len());
        for (name, value) in members {
            match of.binary_search_by(|(other, _)| (*other).cmp(name)) {
                Ok(at) => of.get_mut(at)?.1 = value,
                Err(at) => of.insert(at, (name, value)),
            }
        }
        if let [(name, value)] = of.as_slice() {
            return Some(read(name, value));
        }
        let assigned = of.iter().any(|(name, value)| {
            *name == "assigned_to" && !matches!(read(name, value), Self::Is(Condition::Other(..)))
        });
        let one = |(name, value): &(&str, &Json)| match *name {
            "scope" if assigned => other(name, value),
            _ => read(name, value),
        };
        Some(Self::All(of.iter().map(one).collect()))
    }

    /// The name of its only member; `None` where it has another number of them.
    pub(super) fn name(&self) -> Option<&str> {
        Some(match self {
            Self::All(of) if is_flat(of) => return None,
            Self::All(_) => "all",
            Self::Any(_) => "any",
            Self::Not(_) => "not",
            Self::Is(condition) => condition.name(),
        })
    }
}

/// Whether all of these can be the members of one object, and are read from it as they are.
pub(super) fn is_flat(of: &[Filter]) -> bool {
    let names: Option<Vec<&str>> = of.iter().map(Filter::name).collect();
    let Some(names) = names else { return false };
    let is = |one: &Filter, name: &str| {
        one.name() == Some(name) && !matches!(one, Filter::Is(Condition::Other(..)))
    };
    let both = ["scope", "assigned_to"].iter().all(|name| of.iter().any(|one| is(one, name)));
    of.len() != 1 && names.is_sorted_by(|one, next| one < next) && !both
}

fn members(one: &Filter) -> Vec<(String, Json)> {
    match one.to_json() {
        Json::Object(members) => members,
        _ => Vec::new(),
    }
}

fn list(name: &str, items: impl Iterator<Item = Json>) -> (String, Json) {
    (name.to_owned(), Json::List(items.collect()))
}

fn other(name: &str, value: &Json) -> Filter {
    Condition::Other(name.to_owned(), value.clone()).into()
}

/// Reads one member.
fn read(name: &str, value: &Json) -> Filter {
    let node = match name {
        "all" => filters(value).map(Filter::All),
        "any" => filters(value).map(Filter::Any),
        "not" => Filter::from_json(value).map(Filter::negated),
        _ => Condition::from_member(name, value).map(Filter::Is),
    };
    node.unwrap_or_else(|| other(name, value))
}

fn filters(value: &Json) -> Option<Vec<Filter>> {
    let Json::List(items) = value else { return None };
    items.iter().map(Filter::from_json).collect()
}

impl Condition {
    /// The name of its member.
    pub fn name(&self) -> &str {
        match self {
            Self::State(_) => "state",
            Self::Assignee(Assignee::Me | Assignee::Anyone) => "scope",
            Self::Assignee(Assignee::Nobody | Assignee::Agent(_)) => "assigned_to",
            Self::Assignee(Assignee::Somebody) => "assigned",
            Self::Team(_) => "team",
            Self::Tags(TagRule::AnyOf(_)) => "tags_any",
            Self::Tags(TagRule::AllOf(_)) => "tags_all",
            Self::Tags(TagRule::NoneOf(_)) => "tags_none",
            Self::Channel(_) => "channel",
            Self::Priority(_) => "priority",
            Self::Unread(_) => "unread",
            Self::Starred(_) => "starred",
            Self::Archived(_) => "archived",
            Self::Overdue(_) => "overdue",
            Self::Text(_) => "text",
            Self::Other(name, _) => name,
        }
    }

    fn to_member(&self) -> (String, Json) {
        let value = match self {
            Self::State(of) => texts(of.iter().map(|state| word_of(&STATES, state))),
            Self::Assignee(Assignee::Me) => text("mine"),
            Self::Assignee(Assignee::Anyone) => text("team"),
            Self::Assignee(Assignee::Nobody) | Self::Team(None) => Json::Null,
            Self::Assignee(Assignee::Somebody) => Json::Bool(true),
            Self::Assignee(Assignee::Agent(id)) => text(id.as_str()),
            Self::Team(Some(id)) => text(id.as_str()),
            Self::Tags(TagRule::AnyOf(ids) | TagRule::AllOf(ids) | TagRule::NoneOf(ids)) => {
                texts(ids.iter().map(crate::id::TagId::as_str))
            }
            Self::Channel(of) => texts(of.iter().map(channel_word)),
            Self::Priority(of) => texts(of.iter().map(|one| word_of(&PRIORITIES, one))),
            Self::Unread(flag)
            | Self::Starred(flag)
            | Self::Archived(flag)
            | Self::Overdue(flag) => Json::Bool(*flag),
            Self::Text(words) => text(words),
            Self::Other(_, value) => value.clone(),
        };
        (self.name().to_owned(), value)
    }

    fn from_member(name: &str, value: &Json) -> Option<Self> {
        Some(match (name, value) {
            ("state", value) => Self::State(words(value, |word| of_word(&STATES, word))?),
            ("scope", Json::Text(word)) if word == "mine" => Self::Assignee(Assignee::Me),
            ("scope", Json::Text(word)) if word == "team" => Self::Assignee(Assignee::Anyone),
            ("assigned_to", Json::Null) | ("assigned", Json::Bool(false)) => {
                Self::Assignee(Assignee::Nobody)
            }
            ("assigned", Json::Bool(true)) => Self::Assignee(Assignee::Somebody),
            ("assigned_to", Json::Text(id)) => Self::Assignee(Assignee::Agent(id.as_str().into())),
            ("team", Json::Null) => Self::Team(None),
            ("team", Json::Text(id)) => Self::Team(Some(id.as_str().into())),
            ("tags_any", value) => Self::Tags(TagRule::AnyOf(words(value, |id| Some(id.into()))?)),
            ("tags_all", value) => Self::Tags(TagRule::AllOf(words(value, |id| Some(id.into()))?)),
            ("tags_none", value) => {
                Self::Tags(TagRule::NoneOf(words(value, |id| Some(id.into()))?))
            }
            ("channel", value) => Self::Channel(words(value, |word| Some(channel_of(word)))?),
            ("priority", value) => Self::Priority(words(value, |word| of_word(&PRIORITIES, word))?),
            ("unread", Json::Bool(flag)) => Self::Unread(*flag),
            ("starred", Json::Bool(flag)) => Self::Starred(*flag),
            ("archived", Json::Bool(flag)) => Self::Archived(*flag),
            ("overdue", Json::Bool(flag)) => Self::Overdue(*flag),
            ("text", Json::Text(words)) => Self::Text(words.clone()),
            _ => return None,
        })
    }
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn texts<'a>(all: impl Iterator<Item = &'a str>) -> Json {
    Json::List(all.map(text).collect())
}

fn words<T>(value: &Json, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let Json::List(items) = value else { return None };
    let one = |item: &Json| if let Json::Text(text) = item { read(text) } else { None };
    items.iter().map(one).collect()
}

const STATES: [(State, &str); 4] = [
    (State::Open, "open"),
    (State::Pending, "pending"),
    (State::Snoozed, "snoozed"),
    (State::Closed, "closed"),
];

const PRIORITIES: [(Priority, &str); 5] = [
    (Priority::None, "none"),
    (Priority::Low, "low"),
    (Priority::Normal, "normal"),
    (Priority::High, "high"),
    (Priority::Urgent, "urgent"),
];

const CHANNELS: [(Channel, &str); 8] = [
    (Channel::Web, "web"),
    (Channel::Android, "android"),
    (Channel::Ios, "ios"),
    (Channel::Email, "email"),
    (Channel::Sms, "sms"),
    (Channel::Whatsapp, "whatsapp"),
    (Channel::Phone, "phone"),
    (Channel::Unknown, "unknown"),
];

fn word_of<T: PartialEq>(table: &[(T, &'static str)], one: &T) -> &'static str {
    table.iter().find(|(other, _)| other == one).map_or("", |(_, word)| word)
}

fn of_word<T: Copy>(table: &[(T, &str)], word: &str) -> Option<T> {
    table.iter().find(|(_, other)| *other == word).map(|(one, _)| *one)
}

/// A channel as the JSON form names it: the vendor's own word where it is none of ours.
pub fn channel_word(channel: &Channel) -> &str {
    match channel {
        Channel::Other(word) => word,
        known => word_of(&CHANNELS, known),
    }
}

fn channel_of(word: &str) -> Channel {
    let known = CHANNELS.iter().find(|(_, other)| *other == word);
    known.map_or_else(|| Channel::Other(word.to_owned()), |(channel, _)| channel.clone())
}

impl Serialize for Filter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Filter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Json::deserialize(deserializer)?;
        Self::from_json(&json).ok_or_else(|| de::Error::custom("a filter is an object"))
    }
}
