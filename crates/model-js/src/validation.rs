//! Whether what somebody gives can be taken: [`inbox_model::validate`] for JavaScript.

use std::collections::BTreeMap;

use inbox_model::validate::form::{self, FieldKind, Value};
use inbox_model::validate::recipients::{self, AddressKind};
use inbox_model::validate::{
    self, Fault, assignment, attributes, email, line, phone, rating, sms, snooze, url,
};
use inbox_model::{Channel, ParticipantId, TeamId};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::border::{Instant, Problem, answer, whole};

/// Nothing where there are no problems.
pub(crate) fn none(problems: Vec<validate::Problem>) -> Result<(), Vec<Problem>> {
    if problems.is_empty() { Ok(()) } else { Err(told(problems)) }
}

pub(crate) fn told(problems: Vec<validate::Problem>) -> Vec<Problem> {
    problems.into_iter().map(Problem::from).collect()
}

pub(crate) fn named(field: &str, faults: Vec<Fault>) -> Vec<Problem> {
    faults.into_iter().map(|fault| validate::Problem::at(field, fault).into()).collect()
}

/// What a text takes as short messages.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Segments {
    /// In which alphabet.
    #[cfg_attr(test, ts(type = "Encoding"))]
    encoding: &'static str,
    /// How many messages; 0 for an empty text.
    count: f64,
    /// How many units the text has: septets, or UTF-16 units.
    units: f64,
    /// How many units still fit before another message is needed.
    room: f64,
    /// The different characters for which the text is in UCS-2.
    forcing: Vec<char>,
    /// The text of each message. Together they are the text.
    pieces: Vec<String>,
}

#[expect(clippy::cast_precision_loss, reason = "numbers of JavaScript have no more than that")]
fn number(count: u64) -> f64 {
    count as f64
}

/// `[text]`.
#[wasm_bindgen(js_name = smsSegments)]
pub fn sms_segments(arguments: JsValue) -> JsValue {
    answer(arguments, |(text,): (String,)| {
        let sms::Segments { encoding, count, units, room, forcing } = sms::segments(&text);
        let pieces = sms::split(&text).into_iter().map(str::to_owned).collect();
        let (count, units, room) = (number(count), number(units), number(room));
        Ok(Segments { encoding: encoding.code(), count, units, room, forcing, pieces })
    })
}

/// `[text]`.
#[wasm_bindgen(js_name = validateEmail)]
pub fn validate_email(arguments: JsValue) -> JsValue {
    answer(arguments, |(text,): (String,)| {
        email::normalize(&text).map_err(|faults| named("", faults))
    })
}

/// `[text]`.
#[wasm_bindgen(js_name = validatePhone)]
pub fn validate_phone(arguments: JsValue) -> JsValue {
    answer(arguments, |(text,): (String,)| {
        phone::normalize(&text).map_err(|faults| named("", faults))
    })
}

/// `[text]`.
#[wasm_bindgen(js_name = validateUrl)]
pub fn validate_url(arguments: JsValue) -> JsValue {
    answer(arguments, |(text,): (String,)| {
        let faults = url::check(&text);
        if faults.is_empty() { Ok(text) } else { Err(named("", faults)) }
    })
}

/// `[recipients, channel]`.
#[wasm_bindgen(js_name = validateRecipients)]
pub fn validate_recipients(arguments: JsValue) -> JsValue {
    answer(arguments, |(given, channel): (Vec<String>, Channel)| {
        let given = given.iter().map(String::as_str);
        recipients::check("recipients", AddressKind::of(&channel), given).map_err(told)
    })
}

/// One field of a form, and what it demands.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct FormField {
    /// What its value is stored under.
    identifier: String,
    /// What it takes: `text`, `number`, `integer`, `email`, `phone`, `url`, `date`, `boolean`,
    /// `choice`, `list`, or a vendor's word for one of these. A word that is not known is a text.
    kind: String,
    /// Whether it has to be filled in.
    required: Option<bool>,
    /// Shortest text, in characters.
    min_length: Option<f64>,
    /// Longest text, in characters.
    max_length: Option<f64>,
    /// Smallest number.
    min: Option<f64>,
    /// Biggest number.
    max: Option<f64>,
    /// What there is to choose from.
    options: Option<Vec<String>>,
}

impl From<FormField> for form::Field {
    fn from(field: FormField) -> Self {
        Self {
            identifier: field.identifier,
            kind: FieldKind::of(&field.kind),
            required: field.required.unwrap_or_default(),
            min_length: field.min_length.map(whole),
            max_length: field.max_length.map(whole),
            min: field.min,
            max: field.max,
            options: field.options.unwrap_or_default(),
        }
    }
}

/// `[fields, answers]`.
#[wasm_bindgen(js_name = validateForm)]
pub fn validate_form(arguments: JsValue) -> JsValue {
    answer(arguments, |(fields, answers): (Vec<FormField>, BTreeMap<String, String>)| {
        let fields: Vec<form::Field> = fields.into_iter().map(form::Field::from).collect();
        let answers = answers.iter().map(|(name, answer)| (name.as_str(), answer.as_str()));
        let values = form::check(&fields, answers).map_err(told)?;
        let plain = values.into_iter().map(|(name, value)| (name, FormValue::from(value)));
        Ok(plain.collect::<BTreeMap<String, FormValue>>())
    })
}

/// What was filled into a field, as JavaScript has it.
#[derive(Serialize)]
#[serde(untagged)]
enum FormValue {
    Text(String),
    Number(f64),
    Boolean(bool),
    List(Vec<String>),
}

impl From<Value> for FormValue {
    fn from(value: Value) -> Self {
        match value {
            Value::Text(text)
            | Value::Email(text)
            | Value::Phone(text)
            | Value::Url(text)
            | Value::Date(text) => Self::Text(text),
            Value::Number(number) => Self::Number(number),
            Value::Boolean(yes) => Self::Boolean(yes),
            Value::List(several) => Self::List(several),
        }
    }
}

/// A rating as it is kept.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Rating {
    /// 1 (worst) to 5 (best).
    score: u8,
    /// What was added; nothing where nothing can be seen of it.
    remark: Option<String>,
}

/// `[score, remark]`.
#[wasm_bindgen(js_name = validateRating)]
pub fn validate_rating(arguments: JsValue) -> JsValue {
    answer(arguments, |(score, remark): (f64, Option<String>)| {
        let rating::Rating { score, remark } =
            rating::check(score, remark.as_deref()).map_err(told)?;
        Ok(Rating { score, remark })
    })
}

/// `[attributes]`, each value as JSON text.
#[wasm_bindgen(js_name = validateAttributes)]
pub fn validate_attributes(arguments: JsValue) -> JsValue {
    answer(arguments, |(given,): (BTreeMap<String, String>,)| {
        let attributes = given.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        none(attributes::check(attributes, &attributes::AttributeLimits::default()))
    })
}

/// `[until, now]`.
#[wasm_bindgen(js_name = validateSnooze)]
pub fn validate_snooze(arguments: JsValue) -> JsValue {
    answer(arguments, |(Instant(until), Instant(now)): (Instant, Instant)| {
        match snooze::check(until, now) {
            None => Ok(()),
            Some(fault) => Err(named("", vec![fault])),
        }
    })
}

/// To whom a conversation goes, and who is known. `null` takes it from whoever has it; what is left
/// out stays as it is.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Assignment {
    /// The agent's id.
    agent: Option<String>,
    /// The team's id.
    team: Option<String>,
    /// The ids of all agents.
    agents: Option<Vec<String>>,
    /// The ids of all teams.
    teams: Option<Vec<String>>,
}

/// `[assignment]`.
#[wasm_bindgen(js_name = validateAssignment)]
pub fn validate_assignment(arguments: JsValue) -> JsValue {
    answer(arguments, |(given,): (Assignment,)| {
        let agent = given.agent.map(ParticipantId::from);
        let team = given.team.map(TeamId::from);
        let (agents, teams) = (given.agents.unwrap_or_default(), given.teams.unwrap_or_default());
        none(assignment::check(
            Some(agent.as_ref()),
            Some(team.as_ref()),
            |id| agents.iter().any(|known| known == id.as_str()),
            |id| teams.iter().any(|known| known == id.as_str()),
        ))
    })
}

/// `[text]`.
#[wasm_bindgen(js_name = validateTitle)]
pub fn validate_title(arguments: JsValue) -> JsValue {
    answer(arguments, |(text,): (String,)| {
        line::normalize(&text, line::TITLE).map_err(|faults| named("", faults))
    })
}
