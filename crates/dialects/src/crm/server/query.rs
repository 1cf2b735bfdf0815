//! The list's query string.

use inbox_model::view::Assignee;
use inbox_model::{ParticipantId, State};

use super::error::WireError;
use super::request::own_id;
use crate::{portable, url};

/// Largest page (contract).
const LARGEST_PAGE: u32 = 100;
/// Page size where the client asks for none (contract).
const DEFAULT_PAGE: u32 = 50;
/// Longest text that is searched for, in characters.
const SEARCH_CHARACTERS: usize = 200;

/// Which page of which threads is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListParams {
    /// How many, 1 to 100.
    pub limit: u32,
    /// How many before.
    pub offset: u64,
    /// Whose.
    pub scope: Option<Assignee>,
    /// Put away, or not.
    pub archived: Option<bool>,
    /// Late, or not.
    pub overdue: Option<bool>,
    /// With a star, or without (our own parameter).
    pub starred: Option<bool>,
    /// Only what the caller has not read (our own parameter).
    pub unread: Option<bool>,
    /// Only this state (our own parameter).
    pub state: Option<State>,
    /// Only this agent's, or nobody's for the inner `None` (our own parameter).
    pub assignee: Option<Option<ParticipantId>>,
    /// Only what contains this text (our own parameter).
    pub search: Option<String>,
}

impl Default for ListParams {
    fn default() -> Self {
        Self {
            limit: DEFAULT_PAGE,
            offset: 0,
            scope: None,
            archived: None,
            overdue: None,
            starred: None,
            unread: None,
            state: None,
            assignee: None,
            search: None,
        }
    }
}

impl ListParams {
    /// Whether it narrows down by what only the company knows.
    pub fn is_companys(&self) -> bool {
        self.scope.is_some()
            || self.archived.is_some()
            || self.overdue.is_some()
            || self.starred.is_some()
            || self.assignee.is_some()
    }
}

/// Reads the list's query string, still encoded. Unknown parameters are passed over; of one that is
/// given twice the last counts.
///
/// # Errors
/// 400, with the parameter.
pub fn read_list(query: &str) -> Result<ListParams, WireError> {
    let mut params = ListParams::default();
    for (name, value) in url::pairs(query) {
        let wrong = |message: &str| WireError::invalid_query(&name, message).as_bad_request();
        let flag = || flag(&value).ok_or_else(|| wrong("This is true or false."));
        match name.as_str() {
            "limit" => {
                let limit = value.parse().ok().filter(|limit| (1..=LARGEST_PAGE).contains(limit));
                params.limit =
                    limit.ok_or_else(|| wrong("This is a whole number from 1 to 100."))?;
            }
            "offset" => {
                // Beyond what the database counts there is nothing either.
                let offset = value.parse().ok().filter(|offset| i64::try_from(*offset).is_ok());
                params.offset = offset.ok_or_else(|| wrong("This is a whole number from 0 on."))?;
            }
            "scope" => {
                params.scope = Some(match value.as_str() {
                    "mine" => Assignee::Me,
                    "team" => Assignee::Anyone,
                    _ => return Err(wrong("This is mine or team.")),
                });
            }
            "archived" => params.archived = Some(flag()?),
            "overdue" => params.overdue = Some(flag()?),
            "starred" => params.starred = Some(flag()?),
            "unread" => params.unread = Some(flag()?),
            "state" => {
                let state = portable::read_state(&value);
                let message = "This is one of open, pending, snoozed, closed.";
                params.state = Some(state.ok_or_else(|| wrong(message))?);
            }
            "assignee" if value == "none" => params.assignee = Some(None),
            "assignee" => {
                let id = own_id(&value).ok_or_else(|| wrong("This is a UUID or none."))?;
                params.assignee = Some(Some(ParticipantId::from(id)));
            }
            "search" if value.chars().count() > SEARCH_CHARACTERS => {
                return Err(wrong("This has at most 200 characters."));
            }
            "search" => params.search = Some(value).filter(|text| !text.trim().is_empty()),
            _ => {}
        }
    }
    Ok(params)
}

fn flag(value: &str) -> Option<bool> {
    match value {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}
