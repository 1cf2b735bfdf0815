//! From the page's JSON to the model.

use std::sync::Arc;

use inbox_dialects::featurebase::Featurebase;
use inbox_dialects::json::{Fault, Number, Object, Value, parse};
use inbox_dialects::{Dialect, DialectError, Response};
use inbox_model::part::Message;
use inbox_model::{
    Conversation, ConversationId, Part, PartBody, Participant, ParticipantKind, Timestamp,
};

/// A message that comes in.
pub(crate) struct Arrival {
    pub(crate) conversation: ConversationId,
    pub(crate) text: String,
    pub(crate) at: Timestamp,
}

fn each<T>(
    json: &str,
    root: &str,
    read: impl Fn(Object<'_>) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let value = parse(json, root)?;
    let rows = value.as_array().ok_or_else(|| Fault::new(root, "is no list"))?;
    rows.iter().map(|row| read(Object::of(row)?)).collect()
}

fn at(row: Object<'_>) -> Result<Timestamp, Fault> {
    let millis = row.get("ts").and_then(Value::as_number).and_then(Number::as_i64);
    millis.map(Timestamp::from_millis).ok_or_else(|| Fault::new("ts", "is no time"))
}

/// A page of a list as Featurebase's API answers it.
pub(crate) fn conversations(json: &str) -> Result<Vec<Conversation>, DialectError> {
    let answer = Response { status: 200, body: json.to_owned() };
    Ok(Featurebase::new().read_list(&answer)?.conversations)
}

/// `[{id, author, mine, ts, text}]`.
pub(crate) fn thread(json: &str) -> Result<Vec<Arc<Part>>, Fault> {
    each(json, "thread", |row| {
        let mine = row.flag("mine").unwrap_or(false);
        let (kind, id) = if mine {
            (ParticipantKind::Agent, "a1")
        } else {
            (ParticipantKind::Customer, "customer")
        };
        let author = Participant::new(kind, id).named(row.text("author").unwrap_or_default());
        let body = PartBody::Message(Message::text(row.string("text").unwrap_or_default()));
        Ok(Arc::new(Part::new(row.need_id("id")?, body, Some(author), at(row)?)))
    })
}

/// `[{convId, text, ts}]`.
pub(crate) fn arrivals(json: &str) -> Result<Vec<Arrival>, Fault> {
    each(json, "arrivals", |row| {
        let text = row.string("text").unwrap_or_default();
        Ok(Arrival { conversation: row.need_id("convId")?, text, at: at(row)? })
    })
}
