//! Asking for a rating, and what becomes of it.

use std::sync::Arc;

use inbox_model::csat::{CsatEmail, CsatRequest, CsatStatus, CsatWorkflow, RatedAgent};
use inbox_model::time::DAY;
use inbox_model::{Channel, PartBody, Timestamp};

use super::Story;
use crate::demo::people::automation;

impl Story<'_> {
    /// The rules ask the customer how it went.
    pub(super) fn ask_rating(&mut self, at: Timestamp) {
        let number = self.conversation.csat.history.len() + 1;
        let request_id = format!("csat{}x{number}", self.conversation.id);
        let by_email =
            self.conversation.source.as_ref().is_some_and(|it| it.channel == Channel::Email);
        let email_delivery = by_email.then(|| CsatEmail {
            status: "sent".into(),
            failed_at: None,
            failure_reason: None,
            message_id: Some(format!("<{request_id}@fjordandfern.example>")),
            sent_at: Some(at),
        });
        let workflow = CsatWorkflow {
            action_id: None,
            id: Some("wf7".into()),
            run_id: Some(format!("run{request_id}")),
            step_id: Some("step2".into()),
        };
        let agent = self.agent.participant();
        let request = CsatRequest {
            request_id: Some(request_id),
            channel: Some(if by_email { "email" } else { "desktop" }.into()),
            source: Some("workflow".into()),
            requested_at: Some(at),
            last_updated_at: Some(at),
            late_submit_window_ends_at: Some(at.plus(7 * DAY)),
            rated_agent: Some(RatedAgent {
                kind: "teammate".into(),
                id: agent.id.map(|id| id.to_string()),
            }),
            workflow: Some(workflow),
            email_delivery,
            is_latest_effective: true,
            ..CsatRequest::new(CsatStatus::Pending)
        };
        for earlier in &mut self.conversation.csat.history {
            earlier.is_latest_effective = false;
        }
        self.add(at, PartBody::RatingRequested(request.clone()), Some(automation()));
        self.conversation.csat.history.insert(0, request);
        self.tell_csat();
    }

    /// The customer gives a rating, with a remark or without.
    pub(super) fn rate(&mut self, at: Timestamp, score: u8, remark: &str) {
        let remark = (!remark.is_empty()).then(|| self.slots.fill(remark));
        let asked = self.conversation.csat.history.first();
        let rated = asked.and_then(|it| it.rated(score.into(), remark.as_deref(), at).ok());
        if let Some(rated) = rated {
            let lock = Some(at.plus(DAY));
            let request = CsatRequest { change_lock_window_ends_at: lock, ..rated };
            self.update_rating(request.clone());
            self.add(at, PartBody::RatingSubmitted(request), Some(self.contact.clone()));
        }
    }

    /// A week has passed without one.
    pub(super) fn expire_rating(&mut self, at: Timestamp) {
        let asked = self.conversation.csat.history.first();
        if let Some(expired) = asked.and_then(|it| it.expired(at)) {
            self.update_rating(expired);
        }
    }

    /// Changes the request that counts now, in the history and in the thread.
    fn update_rating(&mut self, request: CsatRequest) {
        let Some(place) = self.conversation.csat.history.first_mut() else { return };
        place.clone_from(&request);
        let asked = |body: &PartBody| matches!(body, PartBody::RatingRequested(_));
        let newest = self.conversation.parts.iter_mut().rev().find(|part| asked(&part.body));
        if let Some(part) = newest.map(Arc::make_mut) {
            part.updated_at = request.last_updated_at.unwrap_or(part.updated_at);
            part.body = PartBody::RatingRequested(request);
        }
        self.tell_csat();
    }

    fn tell_csat(&mut self) {
        let csat = &mut self.conversation.csat;
        csat.summary = csat.history.first().cloned();
        let summary = csat.summary.clone();
        csat.debug = summary;
    }
}
