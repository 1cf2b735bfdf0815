//! Forms that a customer is asked to fill in: what each field takes, and what was meant.
//!
//! Featurebase's attribute prompts name a field's type as a text ("Field type") and list no types, so
//! every word that is in use is read, and an unknown one is a text. What a field demands beyond its
//! type (required, lengths, bounds, choices) no API says yet; a company can.
//!
//! Numbers are written with digits, a sign and a point, days as `YYYY-MM-DD` (RFC 3339, `full-date`),
//! yes and no as `true` and `false`, and several choices on a line each: that is what HTML's own
//! fields send. What people see is the interface's affair.

mod decimal;
mod value;

use serde::{Deserialize, Serialize};

pub use value::{FieldKind, Value};

use super::letters::is_blank;
use super::problem::{Fault, Problem, within};
use crate::part::FormField;

/// One field, and what it demands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Field {
    /// What its value is stored under.
    pub identifier: String,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether it has to be filled in.
    pub required: bool,
    /// Shortest text, in characters.
    pub min_length: Option<u64>,
    /// Longest text, in characters; [`draft::TEXT`](crate::draft::TEXT) where nothing is said.
    pub max_length: Option<u64>,
    /// Smallest number.
    pub min: Option<f64>,
    /// Biggest number.
    pub max: Option<f64>,
    /// What there is to choose from. A choice of nothing takes anything.
    pub options: Vec<String>,
}

impl From<&FormField> for Field {
    fn from(field: &FormField) -> Self {
        let (identifier, kind) = (field.identifier.clone(), FieldKind::of(&field.kind));
        Self { identifier, kind, ..Self::default() }
    }
}

/// Reads what was filled in: each field's value, in the form's order. A field that is left empty has
/// none.
///
/// ```
/// use inbox_model::validate::form::{Field, FieldKind, Value, check};
///
/// let field = |identifier: &str, kind| Field {
///     identifier: identifier.into(),
///     kind,
///     required: true,
///     ..Field::default()
/// };
/// let form = [field("mail", FieldKind::Email), field("seats", FieldKind::Integer)];
/// let values = check(&form, [("seats", "7"), ("mail", "ada@example.com")]).unwrap();
/// assert_eq!(values[1], ("seats".into(), Value::Number(7.0)));
///
/// let problems = check(&form, [("seats", "7.5")]).unwrap_err();
/// let found: Vec<_> = problems.iter().map(|one| (&*one.field, one.code())).collect();
/// assert_eq!(found, [("mail", "required"), ("seats", "not_an_integer")]);
/// ```
///
/// # Errors
/// Everything that is wrong, by the fields' identifiers; an answer to a field that is not there is
/// `unknown`.
pub fn check<'a>(
    fields: &[Field],
    answers: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Vec<(String, Value)>, Vec<Problem>> {
    let answers: Vec<(&str, &str)> = answers.into_iter().collect();
    let (mut values, mut problems) = (Vec::new(), Vec::new());
    for field in fields {
        let name = &*field.identifier;
        let answer = answers.iter().rfind(|(of, _)| *of == name).map(|(_, answer)| *answer);
        match answer.filter(|answer| !is_blank(answer)) {
            None if field.required => problems.push(Problem::at(name, Fault::Required)),
            None => {}
            Some(answer) => match value::read(field, answer) {
                Ok(value) => values.push((name.to_owned(), value)),
                Err(faults) => problems.extend(within(name, faults)),
            },
        }
    }
    let is_asked = |name: &str| fields.iter().any(|field| field.identifier == name);
    let stray = answers.iter().filter(|(name, _)| !is_asked(name));
    problems.extend(stray.map(|(name, _)| Problem::at(*name, Fault::Unknown)));
    if problems.is_empty() { Ok(values) } else { Err(problems) }
}

#[cfg(test)]
mod tests;
