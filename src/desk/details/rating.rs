//! How content the customer is: what they were asked, what they have answered, and until when they
//! still can.

use inbox_model::csat::{CsatRequest, CsatStatus, Rateable};
use inbox_model::validate::rating::BEST;
use inbox_model::{ParticipantId, Timestamp};
use leptos::prelude::*;

use super::super::due::Pace;
use super::section::section;
use crate::dom::{El, el, group};
use crate::i18n::{DeskText, I18n, Text, use_i18n};
use crate::reactive::Memo;
use crate::sync::Engine;
use crate::ui::{Glyph, icon};

/// The section about ratings: the one that counts, and those before it.
pub(super) fn rating(engine: Engine) -> El {
    let i18n = use_i18n();
    let current = engine.store.thread.conversation;
    let all = Memo::new(move |_| current.get().map(|one| one.csat.requests()).unwrap_or_default());
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
    let label = move || i18n.with(Text::RatingGiven, &[("score", &i18n.points(score))]);
    let star = move |at: u8| {
        let is_given = f64::from(at) < score.round();
        el("span")
            .class("rating-star")
            .attr("data-given", is_given.to_string())
            .child(icon(Glyph::Star))
    };
    el("p")
        .class("rating-stars")
        .attr("role", "img")
        .attr("aria-label", label)
        .children((0..BEST).map(star))
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
    let moment = move |at: Option<Timestamp>, text: DeskText| {
        at.map(|at| {
            let words = move || i18n.with(Text::Desk(text), &[("time", &i18n.moment(at))]);
            el("p").attr("title", move || i18n.full(at)).text(words)
        })
    };
    // Until when something can still be done; what is over says nothing about now.
    let one = StoredValue::new_local(one.clone());
    let pace = Pace::here();
    let open = move || {
        let now = pace.now();
        let rateable = one.with_value(|one| one.at(now));
        pace.wake(rateable.until());
        let text = match rateable {
            Rateable::First { .. } => DeskText::RatingUntil,
            Rateable::Change { .. } => DeskText::RatingChangeUntil,
            Rateable::No(_) => return group(),
        };
        group().maybe(moment(rateable.until(), text))
    };
    let (asked, rated) = one.with_value(|one| (one.requested_at, one.rated_at));
    el("div")
        .class("rating-lines quiet")
        .live(about)
        .maybe(moment(asked, DeskText::RatingAskedAt))
        .maybe(moment(rated, DeskText::RatingAt))
        .live(open)
}
