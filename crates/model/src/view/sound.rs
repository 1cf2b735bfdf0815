//! Whether a filter can be saved: it means something, and it is small enough to be asked often.

use thiserror::Error;

use super::filter::{Assignee, Condition, Filter, TagRule};
use super::form::is_flat;
use crate::tag::TAGS_OF_FILTER;

/// Most levels of a filter, a single condition being one.
pub const DEPTH: usize = 8;
/// Most nodes and conditions of a filter.
pub const NODES: usize = 200;
/// Most states, tags, channels or priorities in one condition.
pub const VALUES: usize = TAGS_OF_FILTER;
/// Longest id and channel, in bytes.
pub const VALUE_BYTES: usize = 256;
/// Longest text to look for, in characters.
pub const TEXT_CHARACTERS: usize = 200;
/// Most values in a condition that this version does not know.
pub const OTHER_VALUES: usize = 1_000;

/// What is wrong with one place of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{path}`: {problem}")]
pub struct FilterFault {
    /// The way to it in the JSON form, as `any[1].not.state`; empty for the whole.
    pub path: String,
    /// What is wrong there.
    pub problem: FilterProblem,
}

/// What can be wrong with a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FilterProblem {
    /// There are more levels than [`DEPTH`].
    #[error("a filter has up to {DEPTH} levels")]
    TooDeep,
    /// There are more nodes than [`NODES`].
    #[error("a filter has up to {NODES} conditions")]
    TooLarge,
    /// It names nothing, so that it would always or never be met: an empty list or an empty `any`.
    #[error("it names nothing")]
    Empty,
    /// More is named than [`VALUES`].
    #[error("it names up to {VALUES}")]
    TooManyValues,
    /// An id or channel is empty or longer than [`VALUE_BYTES`].
    #[error("an id or channel has 1 to {VALUE_BYTES} bytes")]
    Value,
    /// The text is longer than [`TEXT_CHARACTERS`] or has no words.
    #[error("the text has up to {TEXT_CHARACTERS} characters, words among them")]
    Text,
}

impl FilterProblem {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooDeep => "filter_too_deep",
            Self::TooLarge => "filter_too_large",
            Self::Empty => "filter_empty",
            Self::TooManyValues => "filter_too_many_values",
            Self::Value => "filter_invalid_value",
            Self::Text => "filter_invalid_text",
        }
    }
}

impl Filter {
    /// Everything that is wrong with it, in the order of the tree; empty where it can be saved. What
    /// lies deeper than [`DEPTH`] is not looked at.
    ///
    /// ```
    /// use inbox_model::view::{Condition, Filter, FilterProblem};
    ///
    /// let filter = Filter::all([
    ///     Condition::State(Vec::new()).into(),
    ///     Filter::any([]).negated(),
    ///     Condition::Unread(true).into(),
    /// ]);
    /// let faults = filter.faults();
    /// assert_eq!(faults[0].path, "all[0].state");
    /// assert_eq!(faults[1].path, "all[1].not.any");
    /// assert!(faults.iter().all(|fault| fault.problem == FilterProblem::Empty));
    /// ```
    pub fn faults(&self) -> Vec<FilterFault> {
        let mut faults = Vec::new();
        if self.nodes() > NODES {
            faults.push(FilterFault { path: String::new(), problem: FilterProblem::TooLarge });
        }
        self.look(DEPTH, &mut String::new(), &mut faults);
        faults
    }

    fn nodes(&self) -> usize {
        1 + match self {
            Self::All(of) | Self::Any(of) => of.iter().map(Self::nodes).sum::<usize>(),
            Self::Not(one) => one.nodes(),
            Self::Is(_) => 0,
        }
    }

    fn look(&self, levels: usize, path: &mut String, faults: &mut Vec<FilterFault>) {
        let length = path.len();
        if let Some(name) = self.name() {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(name);
        }
        let own = match self {
            _ if levels == 0 => Some(FilterProblem::TooDeep),
            Self::Any(of) if of.is_empty() => Some(FilterProblem::Empty),
            Self::Is(condition) => condition.problem(),
            _ => None,
        };
        faults.extend(own.map(|problem| FilterFault { path: path.clone(), problem }));
        let below = levels.saturating_sub(1);
        match self {
            _ if levels == 0 => {}
            Self::All(of) if is_flat(of) => {
                for one in of {
                    one.look(below, path, faults);
                }
            }
            Self::All(of) | Self::Any(of) => {
                for (at, one) in of.iter().enumerate() {
                    let length = path.len();
                    path.extend(["[", &at.to_string(), "]"]);
                    one.look(below, path, faults);
                    path.truncate(length);
                }
            }
            Self::Not(one) => one.look(below, path, faults),
            Self::Is(_) => {}
        }
        path.truncate(length);
    }
}

impl Condition {
    fn problem(&self) -> Option<FilterProblem> {
        let bytes = match self {
            Self::State(of) => return count(of.len()),
            Self::Priority(of) => return count(of.len()),
            Self::Tags(TagRule::AnyOf(ids) | TagRule::AllOf(ids) | TagRule::NoneOf(ids)) => {
                let wrong = ids.iter().find_map(|id| value(id.as_str().len()));
                return count(ids.len()).or(wrong);
            }
            Self::Channel(of) => {
                let wrong = of.iter().find_map(|one| value(super::form::channel_word(one).len()));
                return count(of.len()).or(wrong);
            }
            Self::Team(Some(id)) => id.as_str().len(),
            Self::Assignee(Assignee::Agent(id)) => id.as_str().len(),
            Self::Text(text) => {
                let fits = text.chars().count() <= TEXT_CHARACTERS;
                let says = !crate::search::words(text).is_empty();
                return (!fits || !says).then_some(FilterProblem::Text);
            }
            Self::Other(_, json) if json.depth() > DEPTH => {
                return Some(FilterProblem::TooDeep);
            }
            Self::Other(_, json) if json.size() > OTHER_VALUES => {
                return Some(FilterProblem::TooLarge);
            }
            _ => return None,
        };
        value(bytes)
    }
}

fn count(values: usize) -> Option<FilterProblem> {
    match values {
        0 => Some(FilterProblem::Empty),
        1..=VALUES => None,
        _ => Some(FilterProblem::TooManyValues),
    }
}

fn value(bytes: usize) -> Option<FilterProblem> {
    (!(1..=VALUE_BYTES).contains(&bytes)).then_some(FilterProblem::Value)
}
