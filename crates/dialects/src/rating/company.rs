//! Whose work was rated, and how the request came about.

use inbox_model::csat::{CsatEmail, CsatRequest, CsatWorkflow, RatedAgent};

use crate::json::Object;

/// What the members are called in one form.
pub(crate) struct Form {
    /// The agent and its kind.
    pub(crate) agent: [&'static str; 2],
    /// The workflow and its ids: action, workflow, run, step.
    pub(crate) workflow: [&'static str; 5],
    /// The e-mail; why it failed, its id, when it failed and was sent.
    pub(crate) email: [&'static str; 5],
}

pub(super) fn read(read: &mut CsatRequest, object: Object<'_>, common: &super::Form) {
    let form = &common.company;
    read.rated_agent = object.object(form.agent[0]).and_then(|agent| {
        Some(RatedAgent { kind: agent.string(form.agent[1])?, id: (common.id)(agent, "id") })
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
            *place = (common.id)(object, name);
        }
        workflow
    });
    read.email_delivery = object.object(form.email[0]).and_then(|email| {
        Some(CsatEmail {
            status: email.string("status")?,
            failure_reason: email.string(form.email[1]),
            message_id: email.string(form.email[2]),
            failed_at: (common.time)(email, form.email[3]),
            sent_at: (common.time)(email, form.email[4]),
        })
    });
}
