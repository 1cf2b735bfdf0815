//! Replies that are written once and sent often, with places that are filled in when they are used.
//!
//! A place is `{{customer.first_name}}`, or `{{customer.first_name | there}}` with a word for where
//! nothing is known. What is filled in is text of other people, so it is escaped: whatever a customer
//! is called, it formats nothing, links nowhere and mentions nobody. It is put in once; what looks
//! like a place in it is not filled in.

mod escape;

use serde::{Deserialize, Serialize};

use crate::conversation::Conversation;
use crate::draft;
use crate::participant::Participant;
use crate::validate::problem::within;
use crate::validate::{Fault, Problem, TextLimit, line};

pub use escape::as_text;

/// How a canned reply is called.
pub const NAME: TextLimit = TextLimit::characters(60);
/// As many can an organisation keep.
pub const AT_MOST: usize = 300;
/// The longest id, in bytes.
const LONGEST_ID: usize = 40;

/// A reply to be used again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CannedReply {
    /// Its id, made by whoever made it: letters and digits.
    pub id: String,
    /// By which it is found. Untrusted text.
    pub name: String,
    /// Markdown with places. Untrusted.
    pub text: String,
}

impl CannedReply {
    /// Everything that keeps it from being kept, at `id`, `name` and `text`.
    pub fn check(&self) -> Vec<Problem> {
        let is_id = !self.id.is_empty()
            && self.id.len() <= LONGEST_ID
            && self.id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let mut problems = Vec::new();
        if !is_id {
            problems.push(Problem::at("id", Fault::Required));
        }
        problems.extend(within("name", line::check(&self.name, NAME)));
        problems
            .extend(draft::check_text(&self.text, draft::TEXT).map(|one| Problem::at("text", one)));
        problems
    }
}

/// All places that can be filled in, as they are written.
pub const PLACES: [&str; 7] = [
    "customer.first_name",
    "customer.name",
    "customer.email",
    "agent.first_name",
    "agent.name",
    "conversation.title",
    "workspace.name",
];

/// From what places are filled in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The conversation in which the reply is used.
    pub conversation: Option<&'a Conversation>,
    /// Who uses it.
    pub agent: Option<&'a Participant>,
    /// The company's name.
    pub workspace: &'a str,
}

impl Known<'_> {
    /// What is known for a place; `None` where there is no such place.
    fn value(&self, place: &str) -> Option<String> {
        let customer = self.conversation.and_then(Conversation::contact);
        let name = |who: Option<&Participant>| who.and_then(|who| who.name.clone());
        let known = match place {
            "customer.first_name" => name(customer).map(|name| first_of(&name)),
            "customer.name" => name(customer),
            "customer.email" => customer.and_then(|customer| customer.email.clone()),
            "agent.first_name" => name(self.agent).map(|name| first_of(&name)),
            "agent.name" => name(self.agent),
            "conversation.title" => self.conversation.and_then(|one| one.title.clone()),
            "workspace.name" => Some(self.workspace.to_owned()),
            _ => return None,
        };
        Some(known.unwrap_or_default())
    }
}

fn first_of(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

/// The text with its places filled in. A place of which nothing is known becomes the word after its
/// `|`, or nothing; one that does not exist stays as it is, for whoever uses it to see.
///
/// ```
/// use inbox_model::Participant;
/// use inbox_model::canned::{Known, fill};
/// use inbox_model::participant::ParticipantKind;
///
/// let agent = Participant::new(ParticipantKind::Agent, "a").named("Maya *Lind*");
/// let known = Known { agent: Some(&agent), ..Known::default() };
/// let text = "Hi {{customer.first_name | there}}, {{agent.name}} here. {{other}}";
/// assert_eq!(fill(text, &known), "Hi there, Maya \\*Lind\\* here. {{other}}");
/// ```
pub fn fill(text: &str, known: &Known<'_>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let place = after.split_once("}}").filter(|(place, _)| !place.contains(['\n', '{']));
        let found = place.and_then(|(place, after)| {
            let (place, fallback) = place.split_once('|').unwrap_or((place, ""));
            let value = as_text(&known.value(place.trim())?);
            // The word is the team's own, and may be formatted.
            Some((if value.is_empty() { fallback.trim().to_owned() } else { value }, after))
        });
        if let Some((value, after)) = found {
            filled.push_str(&value);
            rest = after;
        } else {
            filled.push_str("{{");
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests;
