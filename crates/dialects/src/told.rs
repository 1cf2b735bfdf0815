//! What the model finds wrong with an input, as a server tells of it.

use inbox_model::validate::Problem;
use serde_json::{Map, Value, json};

use crate::sentence::sentence;

/// One thing that is wrong, in a vendor's words and in ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The vendor's name for the field.
    pub field: String,
    /// A sentence for a developer.
    pub message: String,
    /// The same for our own clients: `{"field","code","data"}`.
    pub problem: Value,
}

impl Told {
    /// Problems with a vendor's names for fields.
    pub(crate) fn all(problems: &[Problem], name: impl Fn(&str) -> String) -> Box<[Self]> {
        let told = problems.iter().map(|problem| Self {
            field: name(&problem.field),
            message: sentence(&problem.fault.to_string()),
            problem: json!(problem),
        });
        told.collect()
    }

    /// What the extension object says: the rule's code, and everything that is wrong with an input.
    pub(crate) fn inbox(code: &str, told: &[Self]) -> Map<String, Value> {
        let mut inbox = Map::new();
        inbox.insert("code".into(), json!(code));
        if !told.is_empty() {
            let problems = told.iter().map(|told| told.problem.clone());
            inbox.insert("problems".into(), problems.collect());
        }
        inbox
    }
}

/// A vendor's name for a field of the model's: the whole message and its first text are the field in
/// which vendors take a text, other contents are what our own client sends beside it.
pub(crate) fn name(field: &str, text: &str, more: &[(&str, &str)]) -> String {
    if matches!(field, "contents" | "contents[0].markdown") {
        return text.to_owned();
    }
    let found = more.iter().find_map(|(ours, theirs)| {
        let rest = field.strip_prefix(ours)?;
        let ends = rest.is_empty() || rest.starts_with(['.', '[']);
        ends.then(|| [theirs, rest].concat())
    });
    found.unwrap_or_else(|| field.to_owned())
}

#[cfg(test)]
mod tests {
    use inbox_model::validate::Fault;

    use super::*;

    #[test]
    fn a_field_has_the_vendors_name() {
        let more = [("contents", "inbox.contents"), ("until", "snoozedUntil")];
        let check = |field: &str, expected: &str| {
            assert_eq!(name(field, "body", &more), expected, "{field}");
        };
        check("contents", "body");
        check("contents[0].markdown", "body");
        check("contents[1].markdown", "inbox.contents[1].markdown");
        check("contents[0]", "inbox.contents[0]");
        check("until", "snoozedUntil");
        check("untiled", "untiled");
        check("title", "title");
    }

    #[test]
    fn everything_that_is_wrong_is_told() {
        let problems = [
            Problem::at("contents", Fault::Empty),
            Problem::at("subject", Fault::ControlCharacter { at: 3 }),
        ];
        let told = Told::all(&problems, |field| ["x.", field].concat());
        assert_eq!((&*told[0].field, &*told[0].message), ("x.contents", "This is empty."));
        let problems = json!([
            { "field": "contents", "code": "empty" },
            { "field": "subject", "code": "control_character", "data": { "at": 3 } },
        ]);
        let inbox = |told| Value::Object(Told::inbox("empty", told));
        assert_eq!(inbox(&*told), json!({ "code": "empty", "problems": problems }));
        assert_eq!(inbox(&[]), json!({ "code": "empty" }));
    }
}
