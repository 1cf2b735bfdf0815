//! How content the customer is: what they were asked, what they have answered, and until when they
//! still can.

use inbox_model::csat::{CsatRequest, CsatStatus};
use inbox_model::{ParticipantId, Timestamp};

use super::section::section;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, points, use_i18n};
use crate::reactive::Memo;
use crate::sync::{Engine, now};
use crate::ui::{Glyph, icon};

/// Highest score.
const MOST: usize = 5;

/// The section about ratings: the one that counts, and those before it.
pub(super) fn rating(engine: Engine) -> El {
    let i18n = use_i18n();
    let current = engine.store.thread.conversation;
    let all = Memo::new(move |_| {
        let csat = current.get().map(|one| one.csat.clone()).unwrap_or_default();
        let mut all = csat.history;
        // The one that counts may be told apart from the history, or be all that is told.
        if let Some(summary) = csat.summary {
            let is_it = |one: &CsatRequest| {
                one.is_latest_effective
                    || one.request_id.is_some() && one.request_id == summary.request_id
            };
            all.retain(|one| !is_it(one));
            all.insert(0, summary);
        }
        all
    });
    let entry = move |one: CsatRequest| el("li").class("rating").child(request(engine, one));
    let earlier = move || {
        el("details")
            .class("tags-removed")
            .child(el("summary").text(i18n.tr(Text::Desk(DeskText::EarlierRatings))))
            .child(
                el("ul")
                    .attr("role", "list")
                    .each(move || all.get().get(1..).map(<[_]>::to_vec).unwrap_or_default(), entry),
            )
    };
    let latest = move || match all.get().first() {
        Some(one) => el("div").class("rating").child(request(engine, one.clone())),
        None => group(),
    };
    section(
        Glyph::Smile,
        DeskText::Rating,
        move || !all.get().is_empty(),
        move || group().live(latest).when(move || all.get().len() > 1, earlier),
    )
}

/// One request, and what has become of it.
fn request(engine: Engine, one: CsatRequest) -> El {
    let i18n = use_i18n();
    let head = match one.score {
        Some(score) if one.status == CsatStatus::Rated => stars(score, i18n),
        _ => {
            let text = match one.status {
                CsatStatus::Pending => DeskText::RatingPending,
                CsatStatus::Rated => DeskText::RatingUnknown,
                CsatStatus::Canceled => DeskText::RatingCanceled,
                CsatStatus::Expired => DeskText::RatingExpired,
            };
            el("p").text(i18n.tr(Text::Desk(text)))
        }
    };
    let remark = one.remark.as_deref().filter(|remark| !remark.is_empty());
    let remark = remark.map(|remark| el("blockquote").attr("dir", "auto").text(remark));
    group().child(head).maybe(remark).child(lines(engine, &one))
}

/// The stars that were given.
fn stars(score: f64, i18n: I18n) -> El {
    let label = move || i18n.with(Text::RatingGiven, &[("score", &points(score))]);
    let star = move |at: usize| {
        let is_given = f64::from(u8::try_from(at).unwrap_or(u8::MAX)) < score.round();
        el("span")
            .class("rating-star")
            .attr("data-given", is_given.to_string())
            .child(icon(Glyph::Star))
    };
    el("p")
        .class("rating-stars")
        .attr("role", "img")
        .attr("aria-label", label)
        .children((0..MOST).map(star))
}

/// About whom it is, when it was asked and answered, and until when that can change.
fn lines(engine: Engine, one: &CsatRequest) -> El {
    let i18n = use_i18n();
    let agent =
        one.rated_agent.as_ref().and_then(|agent| agent.id.clone()).map(ParticipantId::from);
    let about = move || {
        let name = agent.as_ref().and_then(|id| engine.store.agent_name(id));
        name.map_or_else(group, |name| {
            let words = move || i18n.with(Text::Desk(DeskText::RatingAbout), &[("name", &name)]);
            el("p").text(words)
        })
    };
    let moment = |at: Option<Timestamp>, text: DeskText| {
        at.map(|at| {
            let words = move || i18n.with(Text::Desk(text), &[("time", &i18n.moment(at))]);
            el("p").attr("title", move || i18n.full(at)).text(words)
        })
    };
    // What is over says nothing about now.
    let until = match one.status {
        CsatStatus::Rated => one.change_lock_window_ends_at,
        CsatStatus::Pending | CsatStatus::Expired => one.late_submit_window_ends_at,
        CsatStatus::Canceled => None,
    };
    let until = until.filter(|_| one.takes_a_rating_at(now()));
    let open = if one.status == CsatStatus::Rated {
        DeskText::RatingChangeUntil
    } else {
        DeskText::RatingUntil
    };
    el("div")
        .class("rating-lines quiet")
        .live(about)
        .maybe(moment(one.requested_at, DeskText::RatingAskedAt))
        .maybe(moment(one.rated_at, DeskText::RatingAt))
        .maybe(moment(until, open))
}
