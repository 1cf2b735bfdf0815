//! The list's query string. All of it is our own: the vendor tells of no parameters, and whoever
//! sends none gets the first page.

use inbox_model::State;

use super::error::WireError;
use crate::{portable, url};

/// Longest cursor that a client may send, in bytes.
const CURSOR_BYTES: usize = 512;
/// Largest page.
const LARGEST_PAGE: u32 = 100;
/// Page size where the client asks for none.
const DEFAULT_PAGE: u32 = 50;
/// Longest search text, in characters.
const SEARCH_CHARACTERS: usize = 200;

/// Which page of which conversations is asked for.
#[expect(clippy::struct_excessive_bools, reason = "independent questions")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListParams {
    /// How many, 1 to 100.
    pub limit: u32,
    /// Where the page before ended; opaque here.
    pub cursor: Option<String>,
    /// Only this state.
    pub state: Option<State>,
    /// Only what this user manages, by number; nobody for the inner `None`.
    pub user_id: Option<Option<u64>>,
    /// Only conversations with all of these tags, by number.
    pub tags: Vec<u64>,
    /// Only what the caller has not read.
    pub unread: bool,
    /// Only what has a star.
    pub starred: bool,
    /// Only what was put away.
    pub archived: bool,
    /// Only what should have been answered by now.
    pub overdue: bool,
    /// Only what contains this text.
    pub search: Option<String>,
}

impl Default for ListParams {
    fn default() -> Self {
        Self {
            limit: DEFAULT_PAGE,
            cursor: None,
            state: None,
            user_id: None,
            tags: Vec::new(),
            unread: false,
            starred: false,
            archived: false,
            overdue: false,
            search: None,
        }
    }
}

/// Reads the list's query string, still encoded. Unknown parameters are passed over; of one that is
/// given twice the last counts.
///
/// # Errors
/// 422, with the parameter at fault.
pub fn read_list(query: &str) -> Result<ListParams, WireError> {
    let mut params = ListParams::default();
    for (name, value) in url::pairs(query) {
        let name = name.as_str();
        match name {
            "limit" => {
                let limit = value.parse().ok().filter(|limit| (1..=LARGEST_PAGE).contains(limit));
                let message = "limit is a whole number from 1 to 100.";
                params.limit = limit.ok_or_else(|| wrong(name, message))?;
            }
            "cursor" if value.len() > CURSOR_BYTES => return Err(WireError::bad_cursor()),
            "cursor" => params.cursor = Some(value).filter(|cursor| !cursor.is_empty()),
            "state" => {
                let state = portable::read_state(&value);
                let message = "state is one of open, pending, snoozed, closed.";
                params.state = Some(state.ok_or_else(|| wrong(name, message))?);
            }
            "user_id" if value == "none" => params.user_id = Some(None),
            "user_id" => params.user_id = Some(Some(number(name, &value)?)),
            "tags" => {
                params.tags = Vec::new();
                let message = "tags are at most 100 IDs, each a whole number.";
                url::add_tags(&mut params.tags, &value, |id| id.parse().ok())
                    .ok_or_else(|| wrong(name, message))?;
            }
            "unread" => params.unread = flag(name, &value)?,
            "starred" => params.starred = flag(name, &value)?,
            "archived" => params.archived = flag(name, &value)?,
            "overdue" => params.overdue = flag(name, &value)?,
            "search" if value.chars().count() > SEARCH_CHARACTERS => {
                return Err(wrong(name, "search has at most 200 characters."));
            }
            "search" => params.search = Some(value).filter(|text| !text.trim().is_empty()),
            _ => {}
        }
    }
    Ok(params)
}

fn wrong(name: &str, message: &str) -> WireError {
    WireError::invalid(message).with_field(name)
}

fn number(name: &str, value: &str) -> Result<u64, WireError> {
    value.parse().map_err(|_| wrong(name, "An ID is a whole number."))
}

fn flag(name: &str, value: &str) -> Result<bool, WireError> {
    match value {
        "true" | "1" => Ok(true),
        "false" | "0" => Ok(false),
        _ => Err(WireError::invalid(format!("{name} is true or false.")).with_field(name)),
    }
}
