//! What a request asks outside its body: headers and query strings.

use inbox_model::{ParticipantId, State};

use super::error::WireError;
use super::request::read_project_id;
use crate::stack_auth::words;
use crate::{ids, url};

/// Largest page. Earlier versions of the vendor's API always gave so many.
const LARGEST_PAGE: u32 = 200;
/// Page size where the client asks for none.
const DEFAULT_PAGE: u32 = 50;
/// Longest text to search for, in characters.
const SEARCH_CHARACTERS: usize = 200;

/// Checks the two headers that every request has. The managed project is named in the query or the
/// body; the header names the vendor's own.
///
/// # Errors
/// 400 `SCHEMA_ERROR` where one is missing or unknown, 401 `INSUFFICIENT_ACCESS_TYPE` for an access
/// type other than `client`.
pub fn check_headers(access_type: Option<&str>, project: Option<&str>) -> Result<(), WireError> {
    match access_type.map(str::trim) {
        Some("client") => {}
        Some(other @ ("server" | "admin")) => {
            let message =
                format!("The x-stack-access-type header must be 'client', but was '{other}'.");
            return Err(WireError::insufficient_access(message));
        }
        Some(_) => {
            return Err(WireError::schema(
                "The x-stack-access-type header must be 'client', 'server' or 'admin'.",
            ));
        }
        None => return Err(WireError::schema("The x-stack-access-type header is required.")),
    }
    match project.map(str::trim) {
        Some("internal") => Ok(()),
        Some(_) => Err(WireError::schema("The x-stack-project-id header must be 'internal'.")),
        None => Err(WireError::schema("The x-stack-project-id header is required.")),
    }
}

/// Which page of which conversations is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListParams {
    /// The managed project: a UUID; `None` for `internal`, the caller's own.
    pub project: Option<String>,
    /// How many, 1 to 200.
    pub limit: u32,
    /// How many to pass over.
    pub offset: u64,
    /// Only what has this text in it.
    pub search: Option<String>,
    /// Only these states: one status of the vendor's may be several of the model's.
    pub states: &'static [State],
    /// Only this user's: a UUID.
    pub user: Option<String>,
    /// Only this agent's, or nobody's for the inner `None` (our own parameter).
    pub assignee: Option<Option<ParticipantId>>,
    /// Only what the caller has not read (our own parameter).
    pub unread: bool,
    /// Only what has a star (our own parameter).
    pub starred: bool,
    /// Only what should have been answered by now (our own parameter).
    pub overdue: bool,
}

/// Reads the list's query string, still encoded. Unknown parameters are passed over; of one that is
/// given twice the last counts.
///
/// # Errors
/// 400 `SCHEMA_ERROR`.
pub fn read_list(query: &str) -> Result<ListParams, WireError> {
    let mut params = ListParams {
        project: read_project(query)?,
        limit: DEFAULT_PAGE,
        offset: 0,
        search: None,
        states: &[],
        user: None,
        assignee: None,
        unread: false,
        starred: false,
        overdue: false,
    };
    for (name, value) in url::pairs(query) {
        match name.as_str() {
            "limit" => match count(&value) {
                Some(limit @ 1..) => {
                    params.limit = u32::try_from(limit).unwrap_or(LARGEST_PAGE).min(LARGEST_PAGE);
                }
                _ => return Err(WireError::schema("limit must be a whole number from 1 on.")),
            },
            "offset" => {
                let message = "offset must be a whole number.";
                params.offset = count(&value).ok_or_else(|| WireError::schema(message))?;
            }
            "query" if value.chars().count() > SEARCH_CHARACTERS => {
                return Err(WireError::schema("query must be at most 200 characters."));
            }
            "query" => params.search = Some(value).filter(|text| !text.trim().is_empty()),
            "status" => params.states = states(&value)?,
            "userId" if ids::is_uuid(&value) => params.user = Some(value),
            "userId" => return Err(WireError::schema("userId must be a valid UUID.")),
            "assignee" if value.is_empty() => {
                return Err(WireError::schema("assignee must be an agent's ID or none."));
            }
            "assignee" => {
                params.assignee = Some((value != "none").then(|| ParticipantId::from(value)));
            }
            "unread" => params.unread = flag(&name, &value)?,
            "starred" => params.starred = flag(&name, &value)?,
            "overdue" => params.overdue = flag(&name, &value)?,
            _ => {}
        }
    }
    Ok(params)
}

/// The project that a query string names: `None` for `internal`.
///
/// # Errors
/// 400 `SCHEMA_ERROR` where it names none, 404 `PROJECT_NOT_FOUND` where it names what cannot be one.
pub fn read_project(query: &str) -> Result<Option<String>, WireError> {
    let named = url::pairs(query).filter(|(name, _)| name == "projectId").last();
    let (_, project) = named.ok_or_else(|| WireError::schema("projectId is required."))?;
    read_project_id(&project)
}

/// A number of digits; one that is too large for any list is as good as the largest.
fn count(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

/// The states that are shown under one status.
fn states(word: &str) -> Result<&'static [State], WireError> {
    match words::read_state(word) {
        Some(State::Open) => Ok(&[State::Open]),
        Some(State::Closed) => Ok(&[State::Closed]),
        Some(_) => Ok(&[State::Pending, State::Snoozed]),
        None => Err(WireError::schema("status must be one of open, pending, closed.")),
    }
}

fn flag(name: &str, word: &str) -> Result<bool, WireError> {
    match word {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(WireError::schema(format!("{name} must be true or false."))),
    }
}
