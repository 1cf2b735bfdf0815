//! What comes over the border and what goes back: plain objects in camelCase, read by serde, and one
//! shape of answer that tells a result from what is wrong with the question. Nothing throws.

use inbox_model::{Timestamp, validate};
use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// One thing that is wrong with what was given.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Problem {
    /// As the model tells it.
    Model(validate::Problem),
    /// A rule's own code, with nothing beside it.
    Rule { field: String, code: &'static str },
    /// What was given has another shape than it should have.
    Shape { field: &'static str, code: &'static str, data: Detail },
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Detail {
    detail: String,
}

impl Problem {
    pub(crate) fn of(field: impl Into<String>, code: &'static str) -> Self {
        Self::Rule { field: field.into(), code }
    }

    fn shape(detail: String) -> Self {
        Self::Shape { field: "", code: "invalid_input", data: Detail { detail } }
    }
}

impl From<validate::Problem> for Problem {
    fn from(problem: validate::Problem) -> Self {
        Self::Model(problem)
    }
}

/// The answer to a question: what was asked for, or all that is wrong with what was given.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum Answer<T> {
    Good { ok: bool, value: T },
    Bad { ok: bool, problems: Vec<Problem> },
}

/// Answers with what `act` makes of the arguments, which come as one array.
pub(crate) fn answer<I, O>(
    arguments: JsValue,
    act: impl FnOnce(I) -> Result<O, Vec<Problem>>,
) -> JsValue
where
    I: DeserializeOwned,
    O: Serialize,
{
    let answer = match serde_wasm_bindgen::from_value(arguments) {
        Ok(input) => match act(input) {
            Ok(value) => Answer::Good { ok: true, value },
            Err(problems) => Answer::Bad { ok: false, problems },
        },
        Err(error) => Answer::Bad { ok: false, problems: vec![Problem::shape(error.to_string())] },
    };
    // Only whole numbers beyond 2^53 cannot be written, and none comes in.
    answer.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// An instant: milliseconds since 1970 as `Date.now()` counts them, or an RFC 3339 text.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "number | string"))]
pub(crate) struct Instant(pub(crate) Timestamp);

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Numbers;

        impl Visitor<'_> for Numbers {
            type Value = Instant;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an instant: milliseconds since 1970, or an RFC 3339 text")
            }

            fn visit_f64<E: Error>(self, millis: f64) -> Result<Instant, E> {
                if millis.is_nan() {
                    return Err(E::custom("an instant cannot be NaN"));
                }
                Ok(Instant(held(millis)))
            }

            fn visit_i64<E: Error>(self, millis: i64) -> Result<Instant, E> {
                #[expect(clippy::cast_precision_loss, reason = "it is held within less")]
                Ok(Instant(held(millis as f64)))
            }

            fn visit_u64<E: Error>(self, millis: u64) -> Result<Instant, E> {
                #[expect(clippy::cast_precision_loss, reason = "it is held within less")]
                Ok(Instant(held(millis as f64)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Instant, E> {
                let instant = Timestamp::parse(text);
                instant
                    .map(Instant)
                    .ok_or_else(|| E::custom(format!("`{text}` is no RFC 3339 instant")))
            }
        }

        deserializer.deserialize_any(Numbers)
    }
}

/// The furthest instant that JavaScript's `Date` has.
const FURTHEST: f64 = 8.64e15;

/// An instant within what JavaScript's `Date` has.
#[expect(clippy::cast_possible_truncation, reason = "it is held within less")]
fn held(millis: f64) -> Timestamp {
    Timestamp::from_millis(millis.clamp(-FURTHEST, FURTHEST) as i64)
}

/// A count of whatever cannot be negative, within what numbers of JavaScript count exactly.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is held within less, and nothing is smaller than nothing"
)]
pub(crate) fn whole(number: f64) -> u64 {
    number.min(9_007_199_254_740_991.0) as u64
}

/// The instant that was given, if one was.
pub(crate) fn at(given: Option<Instant>) -> Option<Timestamp> {
    given.map(|Instant(instant)| instant)
}

/// An instant for JavaScript: milliseconds since 1970.
#[expect(clippy::cast_precision_loss, reason = "numbers of JavaScript have no more than that")]
pub(crate) fn millis(instant: Timestamp) -> f64 {
    instant.as_millis() as f64
}
