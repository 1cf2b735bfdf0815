//! The types of fields, and their values read from text.

use serde::{Deserialize, Serialize};

use super::{Field, decimal};
use crate::draft;
use crate::time::Timestamp;
use crate::validate::letters::first;
use crate::validate::problem::Fault;
use crate::validate::rating::is_harmful;
use crate::validate::unit::{TextLimit, Unit};
use crate::validate::{email, phone, url};

/// What a field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// Any text; also what this version does not know.
    #[default]
    Text,
    /// A number.
    Number,
    /// A whole number.
    Integer,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// An address on the web.
    Url,
    /// A day.
    Date,
    /// Yes or no.
    Boolean,
    /// One of several.
    Choice,
    /// Some of several.
    List,
}

impl FieldKind {
    /// By the vendor's word for it.
    pub fn of(word: &str) -> Self {
        match &*word.to_ascii_lowercase() {
            "number" | "float" | "decimal" => Self::Number,
            "integer" | "int" => Self::Integer,
            "email" => Self::Email,
            "phone" | "tel" => Self::Phone,
            "url" => Self::Url,
            "date" => Self::Date,
            "boolean" | "bool" | "checkbox" => Self::Boolean,
            "choice" | "select" | "dropdown" | "radio" => Self::Choice,
            "list" | "multiselect" | "multi_select" => Self::List,
            _ => Self::Text,
        }
    }
}

/// What was filled in.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Value {
    /// A text, as it was typed; for a choice, the option.
    Text(String),
    /// A number.
    Number(f64),
    /// An e-mail address, in its one form.
    Email(String),
    /// A phone number, in its one form.
    Phone(String),
    /// An address on the web.
    Url(String),
    /// A day, as `YYYY-MM-DD`.
    Date(String),
    /// Yes or no.
    Boolean(bool),
    /// Some of several.
    List(Vec<String>),
}

/// Reads an answer in which there is something to see.
pub(super) fn read(field: &Field, answer: &str) -> Result<Value, Vec<Fault>> {
    let plain = answer.trim();
    match field.kind {
        FieldKind::Text => text(field, answer).map(Value::Text),
        FieldKind::Number | FieldKind::Integer => number(field, plain).map(Value::Number),
        FieldKind::Email => email::normalize(plain).map(Value::Email),
        FieldKind::Phone => phone::normalize(plain).map(Value::Phone),
        FieldKind::Url => match url::check(plain) {
            faults if faults.is_empty() => Ok(Value::Url(plain.to_owned())),
            faults => Err(faults),
        },
        FieldKind::Date => {
            let begin = [plain, "T00:00:00Z"].concat();
            let is_day = plain.len() == 10 && Timestamp::parse(&begin).is_some();
            if is_day { Ok(Value::Date(plain.to_owned())) } else { Err(vec![Fault::NotADate]) }
        }
        FieldKind::Boolean => match plain {
            "true" => Ok(Value::Boolean(true)),
            "false" => Ok(Value::Boolean(false)),
            _ => Err(vec![Fault::NotABoolean]),
        },
        FieldKind::Choice => choice(field, plain).map(Value::Text),
        FieldKind::List => {
            let lines = plain.lines().map(str::trim).filter(|line| !line.is_empty());
            let choices: Result<_, _> = lines.map(|line| choice(field, line)).collect();
            choices.map(Value::List)
        }
    }
}

fn text(field: &Field, answer: &str) -> Result<String, Vec<Fault>> {
    let unit = Unit::Characters;
    let longest = field.max_length.map_or(draft::TEXT, TextLimit::characters);
    let actual = unit.count(answer);
    let min = field.min_length.unwrap_or(0);
    let short = (actual < min).then_some(Fault::TooShort { unit, min, actual });
    let control = first(answer, is_harmful).map(|at| Fault::ControlCharacter { at });
    let faults: Vec<_> = [short, longest.excess(answer), control].into_iter().flatten().collect();
    if faults.is_empty() { Ok(answer.to_owned()) } else { Err(faults) }
}

fn number(field: &Field, plain: &str) -> Result<f64, Vec<Fault>> {
    let actual = decimal::read(plain).ok_or_else(|| vec![Fault::NotANumber])?;
    let whole = field.kind != FieldKind::Integer || actual.fract() == 0.0;
    let small = field.min.filter(|min| actual < *min).map(|min| Fault::TooSmall { min, actual });
    let big = field.max.filter(|max| actual > *max).map(|max| Fault::TooBig { max, actual });
    let whole = (!whole).then_some(Fault::NotAnInteger);
    let faults: Vec<_> = [whole, small, big].into_iter().flatten().collect();
    if faults.is_empty() { Ok(actual) } else { Err(faults) }
}

fn choice(field: &Field, plain: &str) -> Result<String, Vec<Fault>> {
    let is_offered = field.options.is_empty() || field.options.iter().any(|option| option == plain);
    if is_offered { Ok(plain.to_owned()) } else { Err(vec![Fault::NotAChoice]) }
}
