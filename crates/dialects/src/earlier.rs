//! What lies before the newest parts of a thread. No vendor tells it, so our own server has an operation
//! for it beside every dialect.

use std::sync::Arc;

use inbox_model::{ConversationId, Part, PartId};

use crate::error::DialectError;
use crate::http::{Method, Request, Response};
use crate::json::{self, Fault, Object};
use crate::own::refused;
use crate::portable::read_part;
use crate::url::encode;

/// Parts told at once at most: as many as a conversation comes with (Featurebase: 500).
pub const AT_MOST: usize = 500;

/// A stretch of a thread.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Earlier {
    /// The parts, in order.
    pub parts: Vec<Arc<Part>>,
    /// There are more before them.
    pub more: bool,
}

/// Asks for what lies before a part.
pub fn request(conversation: &ConversationId, before: &PartId) -> Request {
    let (conversation, before) = (encode(conversation.as_str()), encode(before.as_str()));
    let path = ["/parts/", &conversation, "/before/", &before].concat();
    Request::new(Method::Get, path)
}

/// Reads the answer. What is of a kind that this version does not know is left out.
///
/// # Errors
/// As the server says, or `Malformed`. A server that has no such operation says `NotFound`.
pub fn read(response: &Response) -> Result<Earlier, DialectError> {
    if !response.is_success() {
        return Err(match response.status {
            405 => DialectError::NotFound { message: String::new() },
            _ => refused(response),
        });
    }
    let value = json::parse(&response.body, "earlier")?;
    let object = Object::of(&value).map_err(|fault| fault.within("earlier"))?;
    let Some(more) = object.flag("more").filter(|_| object.has("parts")) else {
        return Err(Fault::new("earlier", "neither parts nor more").into());
    };
    let parts = object.items("parts").iter().filter_map(read_part).map(Arc::new);
    Ok(Earlier { parts: parts.collect(), more })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_read_and_what_is_unknown_left_out() {
        let read = |status, body: &str| read(&Response { status, body: body.to_owned() });
        let part = r#"{"id":"p1","body":{"kind":"form_completed"},"created_at":5,"updated_at":5}"#;
        let body =
            format!(r#"{{"parts":[{part},{{"id":"p2","body":{{"kind":"?"}}}}],"more":true}}"#);
        let earlier = read(200, &body).unwrap();
        let ids: Vec<&str> = earlier.parts.iter().map(|part| part.id.as_str()).collect();
        assert_eq!((ids, earlier.more), (vec!["p1"], true));
        assert_eq!(read(200, "{}").unwrap_err().code(), "malformed");
        for status in [404, 405] {
            assert_eq!(read(status, "").unwrap_err().code(), "not_found");
        }
        let asked = request(&"a/b".into(), &"c&d".into());
        assert_eq!(asked.path, "/parts/a%2Fb/before/c%26d");
    }
}
