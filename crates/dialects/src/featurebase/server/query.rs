//! What a request asks outside its body: the version header and the list's query string.

use inbox_model::{ParticipantId, State, TagId};

use super::error::WireError;
use super::{EARLIER_VERSION, VERSION};
use crate::{portable, url};

/// Longest cursor that a client may send, in bytes (contract).
const CURSOR_BYTES: usize = 512;
/// Largest page (contract).
const LARGEST_PAGE: u32 = 100;
/// Page size where the client asks for none (contract).
const DEFAULT_PAGE: u32 = 10;

/// Checks the `Featurebase-Version` header. Without one the server's own version applies.
///
/// # Errors
/// 404 `version_not_supported` for the earlier version, 400 for a version that never was.
pub fn check_version(header: Option<&str>) -> Result<(), WireError> {
    match header.map(str::trim) {
        None | Some(VERSION) => Ok(()),
        Some(EARLIER_VERSION) => Err(WireError::version_not_supported(EARLIER_VERSION)),
        Some(_) => {
            let message = format!("Unknown Featurebase-Version. This server speaks {VERSION}.");
            Err(WireError::invalid_request(message).with_param("Featurebase-Version"))
        }
    }
}

/// Which page of which conversations is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListParams {
    /// How many, 1 to 100; what lies outside is brought in.
    pub limit: u32,
    /// Where the page before ended, at most 512 bytes; opaque here.
    pub cursor: Option<String>,
    /// Only conversations with all of these tags.
    pub tag_ids: Vec<TagId>,
    /// Only this state (our own parameter).
    pub state: Option<State>,
    /// Only this agent's, or nobody's for the inner `None` (our own parameter).
    pub assignee: Option<Option<ParticipantId>>,
    /// Only what the caller has not read (our own parameter).
    pub unread: bool,
}

impl Default for ListParams {
    fn default() -> Self {
        Self {
            limit: DEFAULT_PAGE,
            cursor: None,
            tag_ids: Vec::new(),
            state: None,
            assignee: None,
            unread: false,
        }
    }
}

/// Reads the list's query string, still encoded. Unknown parameters are passed over; of one that
/// is given twice the last counts, except `tagIds`, which add up.
///
/// # Errors
/// 400 `invalid_cursor` or `invalid_parameter`.
pub fn read_list(query: &str) -> Result<ListParams, WireError> {
    let mut params = ListParams::default();
    for (name, value) in url::pairs(query) {
        match name.as_str() {
            "limit" => params.limit = limit(&value),
            "cursor" if value.len() > CURSOR_BYTES => return Err(WireError::invalid_cursor()),
            "cursor" => params.cursor = Some(value).filter(|cursor| !cursor.is_empty()),
            "tagIds" | "tagIds[]" => {
                let read = |id: &str| Some(TagId::from(id));
                let message = "A list is narrowed by at most 100 tags.";
                url::add_tags(&mut params.tag_ids, &value, read)
                    .ok_or_else(|| WireError::invalid_parameter("tagIds", message))?;
            }
            "state" => {
                let message = "state is one of open, pending, snoozed, closed.";
                let state = portable::read_state(&value);
                params.state =
                    Some(state.ok_or_else(|| WireError::invalid_parameter("state", message))?);
            }
            "assignee" if value.is_empty() => {
                let message = "assignee is an admin's ID or none.";
                return Err(WireError::invalid_parameter("assignee", message));
            }
            "assignee" => {
                params.assignee = Some((value != "none").then(|| ParticipantId::from(value)));
            }
            "unread" => {
                params.unread = match value.as_str() {
                    "true" | "1" => true,
                    "false" | "0" => false,
                    _ => {
                        let message = "unread is true or false.";
                        return Err(WireError::invalid_parameter("unread", message));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(params)
}

/// The nearest possible size. The contract has no error for a size, only for a cursor.
fn limit(value: &str) -> u32 {
    value.parse::<i64>().map_or(DEFAULT_PAGE, |limit| {
        u32::try_from(limit.clamp(1, LARGEST_PAGE.into())).unwrap_or(DEFAULT_PAGE)
    })
}
