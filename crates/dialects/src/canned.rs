//! Canned replies, which our own server keeps beside every dialect for all of a company's agents.

use inbox_model::canned::CannedReply;

use crate::error::DialectError;
use crate::http::{Method, Request, Response};
use crate::json::{self, Fault, Map, Object};
use crate::own::refused;
use crate::url::encode;

const PATH: &str = "/canned-replies";

/// Asks for all of them.
pub fn list() -> Request {
    Request::new(Method::Get, PATH)
}

/// Keeps one, new or in place of the one with its id.
pub fn save(reply: &CannedReply) -> Request {
    let mut body = Map::default();
    body.set("name", reply.name.as_str());
    body.set("text", reply.text.as_str());
    Request::new(Method::Put, path_of(&reply.id)).json(body)
}

/// Forgets one.
pub fn remove(id: &str) -> Request {
    Request::new(Method::Delete, path_of(id))
}

fn path_of(id: &str) -> String {
    [PATH, "/", &encode(id)].concat()
}

/// Reads the answer to any of these: all of them, in the order of their names.
///
/// # Errors
/// As the server says, or `Malformed`.
pub fn read(response: &Response) -> Result<Vec<CannedReply>, DialectError> {
    if !response.is_success() {
        return Err(refused(response));
    }
    let value = json::parse(&response.body, "canned")?;
    let object = Object::of(&value).map_err(|fault| fault.within("canned"))?;
    if !object.has("replies") {
        return Err(Fault::new("canned.replies", "missing").into());
    }
    Ok(object.each("replies", |one| {
        Some(CannedReply {
            id: one.string("id")?,
            name: one.string("name")?,
            text: one.string("text")?,
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_and_the_rest_passed_over() {
        let read = |status, body: &str| read(&Response { status, body: body.to_owned() });
        let body = r#"{"replies":[{"id":"a","name":"Refund","text":"Hi","more":1},{"id":"b"}]}"#;
        let reply = CannedReply { id: "a".into(), name: "Refund".into(), text: "Hi".into() };
        assert_eq!(read(200, body), Ok(vec![reply.clone()]));
        assert_eq!(read(404, "").unwrap_err().code(), "not_found");
        assert_eq!(read(200, "{}").unwrap_err().code(), "malformed");
        let request = save(&reply);
        assert_eq!((request.method, request.path.as_str()), (Method::Put, "/canned-replies/a"));
        assert_eq!(request.body.as_deref(), Some(r#"{"name":"Refund","text":"Hi"}"#));
        assert_eq!(remove("a/b").path, "/canned-replies/a%2Fb");
    }
}
