//! What the customer may do about a request for a rating, what their rating does to it, and when
//! time ends it.

use thiserror::Error;

use super::{Csat, CsatRequest, CsatStatus};
use crate::time::Timestamp;
use crate::validate::Problem;
use crate::validate::rating::{self, Rating};

/// What the customer may do about one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rateable {
    /// Rate for the first time.
    First {
        /// The first instant at which that is no longer possible.
        until: Option<Timestamp>,
    },
    /// Change what they have rated.
    Change {
        /// The first instant at which that is no longer possible.
        until: Option<Timestamp>,
    },
    /// Nothing.
    No(Unrateable),
}

/// Why the customer cannot rate.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "snake_case"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unrateable {
    /// The company has withdrawn the request.
    Canceled,
    /// It has expired, and takes no late rating.
    Expired,
    /// It was rated, and what was rated can no longer be changed.
    Locked,
    /// The time in which it took a first rating is over.
    WindowOver,
}

impl Unrateable {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Canceled => "canceled",
            Self::Expired => "expired",
            Self::Locked => "locked",
            Self::WindowOver => "window_over",
        }
    }
}

impl Rateable {
    /// The stable code, in `snake_case`: `first`, `change`, or that of [`Unrateable`].
    pub fn code(self) -> &'static str {
        match self {
            Self::First { .. } => "first",
            Self::Change { .. } => "change",
            Self::No(why) => why.code(),
        }
    }

    /// Until when something may be done; the first instant at which time alone makes this another.
    pub fn until(self) -> Option<Timestamp> {
        match self {
            Self::First { until } | Self::Change { until } => until,
            Self::No(_) => None,
        }
    }
}

/// Why a rating is not taken.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum RatingProblem {
    /// The request takes none now.
    #[error("the request takes no rating now")]
    NotPossible(Unrateable),
    /// Something is wrong with score or remark ([`rating::check`]).
    #[error("the rating cannot be taken as it is")]
    Invalid(Vec<Problem>),
}

impl RatingProblem {
    /// The stable code, in `snake_case`: that of [`Unrateable`], or of the first problem.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotPossible(why) => why.code(),
            Self::Invalid(problems) => problems.first().map_or("invalid", Problem::code),
        }
    }
}

impl CsatRequest {
    /// What the customer may do about it at `now`. Each window is open up to, and not at, its end.
    ///
    /// ```
    /// use inbox_model::csat::{CsatRequest, CsatStatus, Rateable};
    /// use inbox_model::Timestamp;
    ///
    /// let end = Timestamp::parse("2026-03-01T12:00:00Z").unwrap();
    /// let mut asked = CsatRequest::new(CsatStatus::Pending);
    /// asked.late_submit_window_ends_at = Some(end);
    /// assert_eq!(asked.at(end.plus(-1)), Rateable::First { until: Some(end) });
    /// assert_eq!(asked.at(end).code(), "window_over");
    /// let rated = asked.rated(4.0, Some("Thanks!"), end.plus(-1)).unwrap();
    /// // The end of first ratings has nothing to do with changes.
    /// assert_eq!(rated.at(end), Rateable::Change { until: None });
    /// ```
    pub fn at(&self, now: Timestamp) -> Rateable {
        let is_over = |end: Option<Timestamp>| end.is_some_and(|end| end <= now);
        let (late, lock) = (self.late_submit_window_ends_at, self.change_lock_window_ends_at);
        match self.status {
            CsatStatus::Canceled => Rateable::No(Unrateable::Canceled),
            CsatStatus::Rated if is_over(lock) => Rateable::No(Unrateable::Locked),
            CsatStatus::Rated => Rateable::Change { until: lock },
            CsatStatus::Expired if late.is_none() => Rateable::No(Unrateable::Expired),
            CsatStatus::Pending | CsatStatus::Expired if is_over(late) => {
                Rateable::No(Unrateable::WindowOver)
            }
            CsatStatus::Pending | CsatStatus::Expired => Rateable::First { until: late },
        }
    }

    /// The request after the customer has rated it at `now`. Space around a remark is taken off, and
    /// an empty one is none. A change replaces score and remark, and leaves when it was first rated.
    ///
    /// # Errors
    /// The [`RatingProblem`]; a rating that is not possible now is told before what is wrong with it.
    pub fn rated(
        &self,
        score: f64,
        remark: Option<&str>,
        now: Timestamp,
    ) -> Result<Self, RatingProblem> {
        if let Rateable::No(why) = self.at(now) {
            return Err(RatingProblem::NotPossible(why));
        }
        let Rating { score, remark } =
            rating::check(score, remark).map_err(RatingProblem::Invalid)?;
        let first = self.rated_at.filter(|_| self.status == CsatStatus::Rated);
        Ok(Self {
            status: CsatStatus::Rated,
            score: Some(score.into()),
            remark,
            rated_at: first.or(Some(now)),
            last_updated_at: Some(now),
            expired_at: None,
            ..self.clone()
        })
    }

    /// When time alone ends it: a request that is not answered expires with the window for first
    /// ratings. `None` where nothing ends it, or it has ended.
    pub fn expires_at(&self) -> Option<Timestamp> {
        self.late_submit_window_ends_at.filter(|_| self.status == CsatStatus::Pending)
    }

    /// The request as expired, if it has by `now`; as of the instant at which it did.
    pub fn expired(&self, now: Timestamp) -> Option<Self> {
        let end = self.expires_at().filter(|end| *end <= now)?;
        Some(Self {
            status: CsatStatus::Expired,
            expired_at: Some(end),
            last_updated_at: Some(end),
            ..self.clone()
        })
    }
}

impl Csat {
    /// All requests, the one that counts now first and the others as the history has them. The
    /// summary says what counts; its windows stand in its own entry of the history, or in the
    /// diagnostics, and are taken from there where the summary has none.
    pub fn requests(&self) -> Vec<CsatRequest> {
        let mut all = self.history.clone();
        let Some(summary) = &self.summary else {
            if let Some(index) = all.iter().position(|one| one.is_latest_effective) {
                let current = all.remove(index);
                all.insert(0, current);
            }
            return all;
        };
        let mut current = summary.clone();
        let current_id = &summary.request_id;
        let is_it = |one: &CsatRequest| match (&one.request_id, current_id) {
            (Some(one), Some(summary)) => one == summary,
            _ => one.is_latest_effective,
        };
        // The diagnostics are of the request that counts, unless they name another.
        let is_other = |one: &&CsatRequest| {
            one.request_id.is_some() && current_id.is_some() && one.request_id != *current_id
        };
        let known = all.iter().filter(|one| is_it(one));
        for known in known.chain(self.debug.iter().filter(|one| !is_other(one))) {
            let late = &mut current.late_submit_window_ends_at;
            *late = late.or(known.late_submit_window_ends_at);
            let lock = &mut current.change_lock_window_ends_at;
            *lock = lock.or(known.change_lock_window_ends_at);
        }
        all.retain(|one| !is_it(one));
        all.insert(0, current);
        all
    }

    /// The request that counts now.
    pub fn current(&self) -> Option<CsatRequest> {
        self.requests().into_iter().next()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use CsatStatus::{Canceled, Expired, Pending, Rated};

    const NOW: Timestamp = Timestamp::from_millis(1_000_000);

    fn end(offset: Option<i64>) -> Option<Timestamp> {
        offset.map(|offset| NOW.plus(offset))
    }

    fn request(status: CsatStatus, late: Option<i64>, lock: Option<i64>) -> CsatRequest {
        CsatRequest {
            late_submit_window_ends_at: end(late),
            change_lock_window_ends_at: end(lock),
            ..CsatRequest::new(status)
        }
    }

    #[test]
    fn pitfall_11_one_window_is_for_a_first_rating_and_the_other_for_its_changes() {
        let first = |until| Rateable::First { until: end(until) };
        let change = |until| Rateable::Change { until: end(until) };
        let (canceled, expired) =
            (Rateable::No(Unrateable::Canceled), Rateable::No(Unrateable::Expired));
        let (locked, over) =
            (Rateable::No(Unrateable::Locked), Rateable::No(Unrateable::WindowOver));
        for (status, late, lock, wanted) in [
            (Pending, None, None, first(None)),
            (Pending, Some(1), Some(-1), first(Some(1))),
            (Pending, Some(0), Some(1), over),
            (Pending, Some(-1), None, over),
            (Pending, None, Some(-1), first(None)),
            (Rated, None, None, change(None)),
            (Rated, Some(-1), Some(1), change(Some(1))),
            (Rated, Some(1), Some(0), locked),
            (Rated, Some(1), Some(-1), locked),
            (Rated, Some(-1), None, change(None)),
            (Expired, None, None, expired),
            (Expired, None, Some(1), expired),
            (Expired, Some(1), Some(-1), first(Some(1))),
            (Expired, Some(0), None, over),
            (Expired, Some(-1), Some(1), over),
            (Canceled, Some(1), Some(1), canceled),
            (Canceled, None, None, canceled),
        ] {
            let request = request(status, late, lock);
            assert_eq!(request.at(NOW), wanted, "{status:?} {late:?} {lock:?}");
            let until = match wanted {
                Rateable::First { until } | Rateable::Change { until } => until,
                Rateable::No(_) => None,
            };
            assert_eq!(request.at(NOW).until(), until, "{status:?} {late:?} {lock:?}");
        }
        // The status decides, whatever else is told: samples have a score beside `pending`.
        let mixed = CsatRequest {
            score: Some(4.0),
            rated_at: Some(NOW),
            canceled_at: Some(NOW),
            expired_at: Some(NOW),
            ..request(Pending, Some(1), Some(-1))
        };
        assert_eq!(mixed.at(NOW), first(Some(1)));
    }

    #[test]
    fn codes_are_stable() {
        let no =
            [Unrateable::Canceled, Unrateable::Expired, Unrateable::Locked, Unrateable::WindowOver];
        let codes = ["canceled", "expired", "locked", "window_over"];
        assert_eq!(no.map(Unrateable::code), codes);
        assert_eq!(no.map(|why| Rateable::No(why).code()), codes);
        assert_eq!(no.map(|why| RatingProblem::NotPossible(why).code()), codes);
        assert_eq!(Rateable::First { until: None }.code(), "first");
        assert_eq!(Rateable::Change { until: None }.code(), "change");
        assert_eq!(RatingProblem::Invalid(Vec::new()).code(), "invalid");
    }

    #[test]
    fn a_first_rating_and_a_change_of_it() {
        let asked = CsatRequest {
            expired_at: Some(NOW.plus(-2)),
            rated_at: Some(NOW.plus(-9)),
            ..request(Expired, Some(5), Some(20))
        };
        let rated = asked.rated(2.0, Some("  slow\n"), NOW).unwrap();
        let wanted = CsatRequest {
            score: Some(2.0),
            remark: Some("slow".into()),
            rated_at: Some(NOW),
            last_updated_at: Some(NOW),
            ..request(Rated, Some(5), Some(20))
        };
        assert_eq!(rated, wanted);
        let later = NOW.plus(10);
        let changed = rated.rated(5.0, Some(" "), later).unwrap();
        let wanted = CsatRequest {
            score: Some(5.0),
            remark: None,
            last_updated_at: Some(later),
            ..rated.clone()
        };
        assert_eq!(changed, wanted);
        let locked = changed.rated(1.0, None, NOW.plus(20));
        assert_eq!(locked, Err(RatingProblem::NotPossible(Unrateable::Locked)));
    }

    #[test]
    fn a_score_is_a_whole_number_from_one_to_five() {
        let asked = request(Pending, None, None);
        for score in [1.0, 2.0, 3.0, 4.0, 5.0] {
            assert_eq!(asked.rated(score, None, NOW).unwrap().score, Some(score));
        }
        for (score, code) in [
            (0.0, "too_small"),
            (1.5, "not_an_integer"),
            (6.0, "too_big"),
            (f64::NAN, "not_a_number"),
        ] {
            assert_eq!(asked.rated(score, None, NOW).unwrap_err().code(), code, "{score}");
        }
        // What is not possible at all is told first.
        let canceled = request(Canceled, None, None).rated(9.0, None, NOW);
        assert_eq!(canceled, Err(RatingProblem::NotPossible(Unrateable::Canceled)));
    }

    #[test]
    fn all_that_is_wrong_with_a_rating_is_told() {
        let asked = request(Pending, None, None);
        let remark = "é".repeat(2_001);
        let Err(RatingProblem::Invalid(problems)) = asked.rated(9.0, Some(&remark), NOW) else {
            panic!("taken")
        };
        let found: Vec<_> = problems.iter().map(|one| (&*one.field, one.code())).collect();
        assert_eq!(found, [("score", "too_big"), ("remark", "too_long")]);
    }

    #[test]
    fn what_is_not_answered_expires_with_its_window() {
        let check = |status, late: Option<i64>, expired: bool| {
            let asked = request(status, late, Some(-1));
            let ended = asked.expired(NOW);
            assert_eq!(ended.is_some(), expired, "{status:?} {late:?}");
            if let Some(ended) = ended {
                let at = end(late);
                assert_eq!((ended.status, ended.expired_at), (Expired, at));
                assert_eq!(ended.last_updated_at, at);
                assert_eq!(ended.at(NOW), Rateable::No(Unrateable::WindowOver));
            }
        };
        check(Pending, Some(-1), true);
        check(Pending, Some(0), true);
        check(Pending, Some(1), false);
        check(Pending, None, false);
        check(Rated, Some(-1), false);
        check(Expired, Some(-1), false);
        check(Canceled, Some(-1), false);
        assert_eq!(request(Pending, Some(7), None).expires_at(), end(Some(7)));
        assert_eq!(request(Rated, Some(7), None).expires_at(), None);
    }

    fn named(id: &str, late: Option<i64>, lock: Option<i64>) -> CsatRequest {
        let request_id = (!id.is_empty()).then(|| id.to_owned());
        CsatRequest { request_id, ..request(Pending, late, lock) }
    }

    #[test]
    fn the_request_that_counts_has_the_windows_of_its_entry() {
        let latest = |one: CsatRequest| CsatRequest { is_latest_effective: true, ..one };
        let check = |csat: Csat, wanted: &[CsatRequest]| {
            assert_eq!(csat.requests(), wanted);
            assert_eq!(csat.current().as_ref(), wanted.first());
        };
        check(Csat::default(), &[]);
        let (a, b) = (named("a", Some(1), Some(2)), named("b", Some(3), Some(4)));
        // Without a summary the one that is marked, else the newest.
        let history = vec![a.clone(), latest(b.clone())];
        check(Csat { history, ..Csat::default() }, &[latest(b.clone()), a.clone()]);
        let history = vec![a.clone(), b.clone()];
        check(Csat { history: history.clone(), ..Csat::default() }, &[a.clone(), b.clone()]);
        // Beside a summary of the same id, and of one without an id beside the one that is marked.
        let summary = Some(named("b", None, None));
        check(Csat { summary, history, debug: None }, &[b.clone(), a.clone()]);
        let history = vec![a.clone(), latest(b.clone())];
        let summary = Some(named("", None, None));
        let wanted = [named("", Some(3), Some(4)), a.clone()];
        check(Csat { summary, history: history.clone(), debug: None }, &wanted);
        // What the summary says itself wins; another request is another, though it is marked.
        let summary = Some(named("b", Some(9), None));
        let wanted = [named("b", Some(9), Some(4)), a.clone()];
        check(Csat { summary, history: history.clone(), debug: None }, &wanted);
        let summary = Some(named("c", None, None));
        let debug = Some(named("c", Some(5), None));
        let wanted = [named("c", Some(5), None), a.clone(), latest(b.clone())];
        check(Csat { summary, history, debug }, &wanted);
        let summary = Some(named("c", None, None));
        let debug = Some(named("d", Some(5), None));
        check(Csat { summary, history: Vec::new(), debug }, &[named("c", None, None)]);
        for (id, debug_id) in [("", "d"), ("c", "")] {
            let summary = Some(named(id, None, None));
            let debug = Some(named(debug_id, Some(5), Some(6)));
            let wanted = [named(id, Some(5), Some(6))];
            check(Csat { summary, history: Vec::new(), debug }, &wanted);
        }
    }

    proptest! {
        #[test]
        fn no_rating_panics(
            score in any::<f64>(), remark in ".{0,20}", now in any::<i64>(),
            late in any::<i64>(), lock in any::<i64>(),
        ) {
            for status in [Pending, Rated, Canceled, Expired] {
                let mut asked = CsatRequest::new(status);
                asked.late_submit_window_ends_at = Some(Timestamp::from_millis(late));
                asked.change_lock_window_ends_at = Some(Timestamp::from_millis(lock));
                let now = Timestamp::from_millis(now);
                let may = !matches!(asked.at(now), Rateable::No(_));
                let rated = asked.rated(score, Some(&remark), now);
                prop_assert!(may || rated.is_err());
                prop_assert_eq!(rated.is_ok(), may && [1.0, 2.0, 3.0, 4.0, 5.0].contains(&score));
                asked.expired(now);
            }
        }
    }
}
