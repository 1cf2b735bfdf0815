//! What the company's people ask for beside conversations: views, counts, deadlines, files.

use inbox_model::sla::SlaPolicy;
use inbox_model::view::View;
use inbox_model::{Channel, CommandId, Media, ParticipantId};

use super::{Crm, error, read, request};
use crate::dialect::{SavedViews, ViewCounts};
use crate::error::DialectError;
use crate::http::{Method, Request, Response};
use crate::json::{Fault, Map, Object, Value};
use crate::saved::read_counts;
pub(super) use crate::saved::{read_view, write_view};

impl SavedViews for Crm {
    fn views(&self) -> Request {
        self.within(Request::new(Method::Get, "/conversations/views"))
    }

    fn save_views(&self, views: &[View]) -> Request {
        let mut body = Map::default();
        body.set("views", Value::Array(views.iter().map(|view| write_view(view).into()).collect()));
        self.within(Request::new(Method::Put, "/conversations/views").json(body))
    }

    fn read_views(&self, response: &Response) -> Result<Vec<View>, DialectError> {
        let value = error::success(response, "views")?;
        let list = Object::of(&value).map_err(|fault| fault.within("views"))?;
        if list.get("views").and_then(Value::as_array).is_none() {
            return Err(Fault::new("views.views", "not an array").into());
        }
        let mut views =
            list.each_whole("views", read_view).map_err(|fault| fault.within("views"))?;
        views.sort_by_key(|view| view.position);
        Ok(views)
    }

    fn view_counts(&self) -> Request {
        self.within(Request::new(Method::Get, "/conversations/views/counts"))
    }

    fn read_view_counts(&self, response: &Response) -> Result<ViewCounts, DialectError> {
        let value = error::success(response, "counts")?;
        Ok(read_counts(&value)?)
    }
}

impl Crm {
    /// Asks for a conversation with a contact, by text message or e-mail, or as the vendor has it
    /// where no channel is named. Nothing is said in it so far, and one that is open may be taken
    /// instead of a new one: [`crate::Dialect::read_conversation`] reads which it is. `Command::Start` is
    /// the contact's.
    ///
    /// # Errors
    /// `Unsupported` for a channel by which the vendor sends nothing.
    pub fn open(
        &self,
        contact: &ParticipantId,
        channel: Option<&Channel>,
        key: &CommandId,
    ) -> Result<Request, DialectError> {
        let mut body = Map::default();
        match channel {
            Some(Channel::Sms) => body.set("channel", "sms"),
            Some(Channel::Email) => body.set("channel", "email"),
            Some(_) => return Err(DialectError::Unsupported),
            None => {}
        }
        let request = request::open(contact).json(body);
        Ok(self.within(request.header("Idempotency-Key", key.as_str())))
    }

    /// Asks how soon the organisation means to answer.
    pub fn sla(&self) -> Request {
        self.within(Request::new(Method::Get, "/conversations/sla"))
    }

    /// Reads the answer to [`Crm::sla`].
    ///
    /// # Errors
    /// As the vendor says, or `Malformed`.
    pub fn read_sla(&self, response: &Response) -> Result<SlaPolicy, DialectError> {
        let value = error::success(response, "sla")?;
        let sla = Object::of(&value).map_err(|fault| fault.within("sla"))?;
        let minutes = |name: &str| {
            let minutes = sla.count(name).and_then(|count| u32::try_from(count).ok());
            minutes.filter(|minutes| *minutes > 0)
        };
        Ok(SlaPolicy {
            enabled: sla.flag("enabled").ok_or_else(|| Fault::new("sla.enabled", "missing"))?,
            first_response_minutes: minutes("first_response_minutes"),
            next_response_minutes: minutes("next_response_minutes"),
            due_soon_minutes: minutes("due_soon_minutes"),
        })
    }

    /// Asks how many conversations wait for longer than they should.
    pub fn overdue_count(&self) -> Request {
        self.within(Request::new(Method::Get, "/conversations/overdue/count"))
    }

    /// Reads the answer to [`Crm::overdue_count`].
    ///
    /// # Errors
    /// As the vendor says, or `Malformed`.
    pub fn read_overdue_count(&self, response: &Response) -> Result<u64, DialectError> {
        let value = error::success(response, "overdue")?;
        let count = Object::of(&value).map_err(|fault| fault.within("overdue"))?.count("count");
        Ok(count.ok_or_else(|| Fault::new("overdue.count", "not a count"))?)
    }

    pub(super) fn media(&self) -> Request {
        self.within(Request::new(Method::Post, "/conversations/media"))
    }

    pub(super) fn read_media(response: &Response) -> Result<Media, DialectError> {
        let value = error::success(response, "media")?;
        let object = Object::of(&value).map_err(|fault| fault.within("media"))?;
        object.need_id::<&str>("id").map_err(|fault| fault.within("media"))?;
        Ok(read::media(object).ok_or_else(|| Fault::new("media.url", "missing"))?)
    }
}

/// Whether this is a word for whose conversations are shown.
#[cfg(feature = "server")]
pub(super) fn is_scope(word: &str) -> bool {
    matches!(word, "mine" | "team")
}
