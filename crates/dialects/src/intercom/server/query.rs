//! What a request asks outside its body: the version header and the query string.

use inbox_model::{State, TagId};

use super::error::WireError;
use crate::{portable, url};

/// The versions that there ever were (contract).
const VERSIONS: [&str; 23] = [
    "1.0",
    "1.1",
    "1.2",
    "1.3",
    "1.4",
    "2.0",
    "2.1",
    "2.2",
    "2.3",
    "2.4",
    "2.5",
    "2.6",
    "2.7",
    "2.8",
    "2.9",
    "2.10",
    "2.11",
    "2.12",
    "2.13",
    "2.14",
    "2.15",
    "2.16",
    super::VERSION,
];
/// Longest cursor that a client may send, in bytes.
const CURSOR_BYTES: usize = 512;
/// Largest page (the vendor's).
const LARGEST_PAGE: u32 = 150;
/// Longest text to search for, in characters.
const SEARCH_CHARACTERS: usize = 200;
/// Page size where the client asks for none (the vendor's).
const DEFAULT_PAGE: u32 = 20;

/// Whether an endpoint exists in the preview alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preview {
    /// In every version.
    No,
    /// In the preview alone.
    Only,
}

/// Checks the `Intercom-Version` header. Without one the server's own version applies, which is the
/// preview; the answers are the same in all of them.
///
/// # Errors
/// 400 `intercom_version_invalid` for a version that never was, 404 for an endpoint that the version
/// does not have.
pub fn check_version(header: Option<&str>, endpoint: Preview) -> Result<(), WireError> {
    let version = header.map_or(super::VERSION, str::trim);
    if !VERSIONS.contains(&version) {
        return Err(WireError::version_invalid());
    }
    if endpoint == Preview::Only && version != super::VERSION {
        return Err(WireError::not_found());
    }
    Ok(())
}

/// Which page of which conversations is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListParams {
    /// How many, 1 to 150.
    pub per_page: u32,
    /// Where the page before ended, at most 512 bytes; opaque here.
    pub starting_after: Option<String>,
    /// Only conversations with all of these tags (our own parameter).
    pub tag_ids: Vec<TagId>,
    /// Only this state (our own parameter).
    pub state: Option<State>,
    /// Only this agent's, by number, or nobody's for the inner `None` (our own parameter).
    pub assignee: Option<Option<String>>,
    /// Only what the caller has not read (our own parameter).
    pub unread: bool,
    /// Only what has these words, at most 200 characters (our own parameter).
    pub search: Option<String>,
}

/// Reads the list's query string, still encoded. Unknown parameters are passed over; of one that
/// is given twice the last counts, except `tag_ids`, which add up.
///
/// # Errors
/// 400 `parameter_invalid`.
pub fn read_list(query: &str) -> Result<ListParams, WireError> {
    let mut params = ListParams {
        per_page: DEFAULT_PAGE,
        starting_after: None,
        tag_ids: Vec::new(),
        state: None,
        assignee: None,
        unread: false,
        search: None,
    };
    for (name, value) in url::pairs(query) {
        match name.as_str() {
            "per_page" => params.per_page = per_page(&value)?,
            "starting_after" if value.len() > CURSOR_BYTES => {
                return Err(WireError::invalid("starting_after", "This is no cursor of this list"));
            }
            "starting_after" => {
                params.starting_after = Some(value).filter(|cursor| !cursor.is_empty());
            }
            "tag_ids" => {
                let read = |id: &str| Some(TagId::from(id));
                let message = "A list is narrowed by at most 100 tags";
                url::add_tags(&mut params.tag_ids, &value, read)
                    .ok_or_else(|| WireError::invalid("tag_ids", message))?;
            }
            "state" => {
                let state = portable::read_state(&value);
                let message = "state is one of open, pending, snoozed, closed";
                params.state = Some(state.ok_or_else(|| WireError::invalid("state", message))?);
            }
            "assignee" => {
                if value.is_empty() {
                    return Err(WireError::invalid("assignee", "An assignee is an ID or none"));
                }
                params.assignee = Some((value != "none").then_some(value));
            }
            "search" if value.chars().count() > SEARCH_CHARACTERS => {
                return Err(WireError::invalid("search", "search has at most 200 characters"));
            }
            "search" => params.search = Some(value).filter(|words| !words.trim().is_empty()),
            "unread" => {
                params.unread = match value.as_str() {
                    "true" | "1" => true,
                    "false" | "0" => false,
                    _ => return Err(WireError::invalid("unread", "unread is true or false")),
                }
            }
            _ => {}
        }
    }
    Ok(params)
}

fn per_page(value: &str) -> Result<u32, WireError> {
    let number = value.parse().ok().filter(|number| (1..=LARGEST_PAGE).contains(number));
    number.ok_or_else(|| WireError::invalid("per_page", "per_page is a whole number from 1 to 150"))
}

/// Whether messages are wanted as plain text.
///
/// # Errors
/// 400 `parameter_invalid` for another way of showing them.
pub fn wants_plaintext(query: &str) -> Result<bool, WireError> {
    let mut plaintext = false;
    for (_, value) in url::pairs(query).filter(|(name, _)| name == "display_as") {
        if value != "plaintext" {
            return Err(WireError::invalid("display_as", "display_as is plaintext"));
        }
        plaintext = true;
    }
    Ok(plaintext)
}
