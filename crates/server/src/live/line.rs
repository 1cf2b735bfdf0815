//! Live events as bytes of a `text/event-stream`.

use inbox_dialects::live::LiveEvent;

/// A comment, which keeps the connection alive and says nothing.
pub(super) const HEARTBEAT: &str = ": \n\n";

/// An event, with an id to resume from where it has one. The data are JSON, which has no line
/// breaks of its own.
pub(super) fn event(event: &LiveEvent, id: Option<&str>) -> String {
    let (name, data) = event.encode();
    match id {
        Some(id) => format!("id: {id}\nevent: {name}\ndata: {data}\n\n"),
        None => format!("event: {name}\ndata: {data}\n\n"),
    }
}
