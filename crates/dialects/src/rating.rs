//! Requests for a rating, which the vendor and our own server tell with the same members under
//! other names.

#[cfg(feature = "company")]
pub(crate) mod company;

use inbox_model::Timestamp;
use inbox_model::csat::{CsatRequest, CsatStatus};

use crate::json::Object;

/// What only the company is told: passed over.
#[cfg(not(feature = "company"))]
mod company {
    use inbox_model::csat::CsatRequest;

    use crate::json::Object;

    pub(super) fn read(_: &mut CsatRequest, _: Object<'_>, _: &super::Form) {}
}

/// What the members are called in one form, and how it writes ids and instants.
pub(crate) struct Form {
    pub(crate) id: fn(Object<'_>, &str) -> Option<String>,
    pub(crate) time: fn(Object<'_>, &str) -> Option<Timestamp>,
    pub(crate) request_id: &'static str,
    /// Channel, source, remark.
    pub(crate) texts: [&'static str; 3],
    /// When it was requested, last updated, rated, canceled, expired; when the windows end in which
    /// it can be changed and can be given late.
    pub(crate) times: [&'static str; 7],
    pub(crate) is_latest_effective: &'static str,
    #[cfg(feature = "company")]
    pub(crate) company: company::Form,
}

/// Reads a request for a rating; `None` where its status is unknown here.
pub(crate) fn read(object: Object<'_>, form: &Form) -> Option<CsatRequest> {
    let mut read = CsatRequest::new(status(object.text("status")?)?);
    read.request_id = (form.id)(object, form.request_id);
    let texts = [&mut read.channel, &mut read.source, &mut read.remark];
    for (name, place) in form.texts.iter().zip(texts) {
        object.put_string(name, place);
    }
    let times = [
        &mut read.requested_at,
        &mut read.last_updated_at,
        &mut read.rated_at,
        &mut read.canceled_at,
        &mut read.expired_at,
        &mut read.change_lock_window_ends_at,
        &mut read.late_submit_window_ends_at,
    ];
    for (name, place) in form.times.iter().zip(times) {
        *place = (form.time)(object, name);
    }
    read.score = object.number("score");
    read.is_latest_effective = object.flag(form.is_latest_effective).unwrap_or(false);
    company::read(&mut read, object, form);
    Some(read)
}

fn status(word: &str) -> Option<CsatStatus> {
    Some(match word {
        "pending" => CsatStatus::Pending,
        "rated" => CsatStatus::Rated,
        "canceled" => CsatStatus::Canceled,
        "expired" => CsatStatus::Expired,
        _ => return None,
    })
}
