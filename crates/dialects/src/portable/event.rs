//! What happens to a conversation. Only the server writes these.

#[cfg(feature = "company")]
mod company;

use inbox_model::Event;

use super::words::read_state;
use crate::json::{Object, Value};

#[cfg(feature = "company")]
use company::read as company;

/// What only the company is told: as good as unknown.
#[cfg(not(feature = "company"))]
fn company(_: &str, _: Object<'_>) -> Option<Event> {
    None
}

/// Reads an event; `None` where its kind is unknown here.
pub fn read_event(value: &Value) -> Option<Event> {
    let object = Object::maybe(value)?;
    Some(match object.text("event")? {
        "state_changed" => Event::StateChanged {
            state: read_state(object.text("state")?)?,
            snoozed_until: object.instant("snoozed_until"),
        },
        "other" => Event::Other { name: object.string("name")?, data: object.string("data")? },
        kind => return company(kind, object),
    })
}
