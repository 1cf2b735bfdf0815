//! Who one is, and who is there. Only the server writes these.

use inbox_model::sorted::SortedMap;

use super::conversation::read_tag;
use super::participant::read_participant;
use crate::json::{self, Object, Value};
use crate::live::Presence;
use crate::session::{Session, Team};

/// Reads the answer to `GET /session`. What of the directory cannot be read is as good as unknown;
/// `None` where it does not say who one is.
pub fn read_session(text: &str) -> Option<Session> {
    let value = json::parse(text, "session").ok()?;
    let object = Object::maybe(&value)?;
    // Teams and tags are of use to the company alone.
    let company = |name: &str| if cfg!(feature = "company") { object.items(name) } else { &[] };
    Some(Session {
        me: read_participant(object.get("me")?)?,
        agents: readable(object.items("agents"), read_participant),
        teams: readable(company("teams"), team),
        tags: readable(company("tags"), read_tag),
        workspace: object.string("workspace").unwrap_or_default(),
        seal: object.string("seal").filter(|_| cfg!(feature = "company")),
        expires_at: object.instant("expires_at"),
        #[cfg(feature = "company")]
        reply_windows: company::reply_windows(object),
        #[cfg(feature = "company")]
        due_soon_minutes: company::minutes(object, "due_soon_minutes"),
    })
}

/// What only the company is told.
#[cfg(feature = "company")]
mod company {
    use inbox_model::reply_window::{ChannelWindow, ReplyWindows};

    use super::super::words::read_channel;
    use crate::json::{Object, Value};

    pub(super) fn reply_windows(object: Object<'_>) -> ReplyWindows {
        let window = |value: &Value| {
            let window = Object::maybe(value)?;
            let channel = read_channel(window.text("channel")?);
            Some(ChannelWindow { channel, minutes: minutes(window, "minutes") })
        };
        object.items("reply_windows").iter().filter_map(window).collect()
    }

    pub(super) fn minutes(object: Object<'_>, name: &str) -> Option<u32> {
        object.count(name).and_then(|count| u32::try_from(count).ok())
    }
}

fn readable<T>(items: &[Value], read: fn(&Value) -> Option<T>) -> Vec<T> {
    items.iter().filter_map(read).collect()
}

fn team(value: &Value) -> Option<Team> {
    let object = Object::maybe(value)?;
    Some(Team { id: object.text("id")?.into(), name: object.string("name")? })
}

/// Reads who is online, and who looks at what. Whom it cannot read it passes over.
pub fn read_presence(value: &Value) -> Option<Presence> {
    let object = Object::maybe(value)?;
    let mut viewing = SortedMap::new();
    if let Some(given) = object.object("viewing") {
        for (id, people) in given.map() {
            let people = people.as_array().unwrap_or_default();
            viewing.insert(id.as_str().into(), readable(people, read_participant));
        }
    }
    Some(Presence { online: readable(object.items("online"), read_participant), viewing })
}
