//! A rating as a customer gives it: one to five, and maybe a remark.
//!
//! Until when one is taken, and may be changed, is in [`csat`](crate::csat). Source: Featurebase
//! `rating_submitted`, "CSAT score from 1 to 5" and "Optional remark left with the rating". That the
//! score is whole, and a remark has at most 2,000 characters, is our choice.

use serde::Serialize;

use super::letters::{first, is_blank};
use super::problem::{Fault, Problem};
use super::unit::TextLimit;

/// The worst score.
pub const WORST: u8 = 1;
/// The best score.
pub const BEST: u8 = 5;
/// The longest remark.
pub const REMARK: TextLimit = TextLimit::characters(2_000);

/// A rating that can be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rating {
    /// [`WORST`] to [`BEST`].
    pub score: u8,
    /// What the customer adds, without the space around it; never empty. Untrusted text.
    pub remark: Option<String>,
}

/// Reads a rating. A remark in which nothing can be seen is none.
///
/// ```
/// use inbox_model::validate::rating;
///
/// let rating = rating::check(4.0, Some(" Quick, thanks! ")).unwrap();
/// assert_eq!((rating.score, rating.remark.as_deref()), (4, Some("Quick, thanks!")));
/// assert_eq!(rating::check(6.0, None).unwrap_err()[0].code(), "too_big");
/// ```
///
/// # Errors
/// Everything that is wrong with `score` and `remark`.
pub fn check(score: f64, remark: Option<&str>) -> Result<Rating, Vec<Problem>> {
    let (min, max) = (f64::from(WORST), f64::from(BEST));
    let mut problems = Vec::new();
    let fault = if score.is_nan() {
        Some(Fault::NotANumber)
    } else if score < min {
        Some(Fault::TooSmall { min, actual: score })
    } else if score > max {
        Some(Fault::TooBig { max, actual: score })
    } else {
        (score.fract() != 0.0).then_some(Fault::NotAnInteger)
    };
    problems.extend(fault.map(|fault| Problem::at("score", fault)));
    let remark = remark.map(str::trim).filter(|remark| !is_blank(remark));
    if let Some(remark) = remark {
        let control = first(remark, is_harmful).map(|at| Fault::ControlCharacter { at });
        let faults = [control, REMARK.excess(remark)].into_iter().flatten();
        problems.extend(faults.map(|fault| Problem::at("remark", fault)));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let score = (WORST..=BEST).find(|known| f64::from(*known) >= score).unwrap_or(BEST);
    Ok(Rating { score, remark: remark.map(str::to_owned) })
}

/// Control characters that are not part of a text of several lines.
pub(super) fn is_harmful(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_score_is_one_to_five() {
        for score in 1..=5_u8 {
            let rating = check(f64::from(score), None).unwrap();
            assert_eq!(rating, Rating { score, remark: None });
        }
        for (score, code) in [
            (0.0, "too_small"),
            (0.999, "too_small"),
            (-1.0, "too_small"),
            (f64::NEG_INFINITY, "too_small"),
            (5.001, "too_big"),
            (6.0, "too_big"),
            (f64::INFINITY, "too_big"),
            (4.5, "not_an_integer"),
            (f64::NAN, "not_a_number"),
        ] {
            let problems = check(score, None).unwrap_err();
            assert_eq!((&*problems[0].field, problems[0].code()), ("score", code), "{score}");
            assert_eq!(problems.len(), 1);
        }
        assert_eq!(
            check(0.0, None),
            Err(vec![Problem::at("score", Fault::TooSmall { min: 1.0, actual: 0.0 })])
        );
    }

    #[test]
    fn a_remark_is_a_text() {
        let remark = |text: &str| check(3.0, Some(text)).map(|rating| rating.remark);
        assert_eq!(remark(" a\n\tb\r\n"), Ok(Some("a\n\tb".into())));
        assert_eq!(remark(" \u{200b}"), Ok(None));
        assert!(remark(&"é".repeat(2_000)).is_ok());
        let codes = |text: &str| -> Vec<_> {
            let problems = check(9.0, Some(text)).unwrap_err();
            problems.iter().map(|one| (one.field.clone(), one.code())).collect()
        };
        let at = |field: &str, code| (field.to_owned(), code);
        assert_eq!(codes("a"), [at("score", "too_big")]);
        assert_eq!(
            codes(&("\u{7}".to_owned() + "a\u{0}" + &"é".repeat(1_999))),
            [at("score", "too_big"), at("remark", "control_character"), at("remark", "too_long")]
        );
    }

    proptest! {
        #[test]
        fn no_rating_panics(score: f64, remark in proptest::option::of("\\PC{0,20}")) {
            let _ = check(score, remark.as_deref());
        }
    }
}
