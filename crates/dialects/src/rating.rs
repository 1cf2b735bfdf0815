//! Requests for a rating, which the vendor and our own server tell with the same members under
//! other names.

use inbox_model::Timestamp;
use inbox_model::csat::{CsatEmail, CsatRequest, CsatStatus, CsatWorkflow, RatedAgent};

use crate::json::Object;

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
    /// The agent and its kind.
    pub(crate) agent: [&'static str; 2],
    /// The workflow and its ids: action, workflow, run, step.
    pub(crate) workflow: [&'static str; 5],
    /// The e-mail; why it failed, its id, when it failed and was sent.
    pub(crate) email: [&'static str; 5],
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
    read.rated_agent = object.object(form.agent[0]).and_then(|agent| {
        Some(RatedAgent { kind: agent.string(form.agent[1])?, id: (form.id)(agent, "id") })
    });
    read.workflow = object.object(form.workflow[0]).map(|object| {
        let mut workflow = CsatWorkflow::default();
        let ids = [
            &mut workflow.action_id,
            &mut workflow.id,
            &mut workflow.run_id,
            &mut workflow.step_id,
        ];
        for (name, place) in form.workflow.iter().skip(1).zip(ids) {
            *place = (form.id)(object, name);
        }
        workflow
    });
    read.email_delivery = object.object(form.email[0]).and_then(|email| {
        Some(CsatEmail {
            status: email.string("status")?,
            failure_reason: email.string(form.email[1]),
            message_id: email.string(form.email[2]),
            failed_at: (form.time)(email, form.email[3]),
            sent_at: (form.time)(email, form.email[4]),
        })
    });
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
