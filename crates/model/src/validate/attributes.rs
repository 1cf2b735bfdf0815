//! Fields of the company's own: names and values that a conversation carries.
//!
//! Values are JSON texts, as they travel. A name is a line without control characters, and is none of
//! those that belong to somebody else: to the systems themselves, and to the objects of JavaScript,
//! in which values end up (`__proto__` as a name alters every object of a page).
//!
//! | rule | source |
//! |---|---|
//! | which values | Featurebase `customAttributes`: any; Intercom `custom_attributes`: texts, numbers, times, lists of objects |
//! | names with a space in them | Intercom `custom_attributes`, *CX Score rating* |
//! | reserved names | the same: "System-defined attributes such as …"; our own |
//! | at most 250 | Intercom's help: "a limit of 250 custom data attributes per workspace" |
//! | name of 255 characters, value of 10,000 bytes | our choice |

use super::letters::{first, is_blank, turns_direction};
use super::problem::{Fault, Problem, within};
use super::unit::{TextLimit, Unit};

/// Names that nobody may give, in small letters.
const RESERVED: [&str; 5] =
    ["__proto__", "constructor", "prototype", "cx score rating", "cx score explanation"];

/// What type a value has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// `null`, which clears it.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A text; a time is one too.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

impl ValueKind {
    /// Every one.
    pub const ALL: [Self; 6] =
        [Self::Null, Self::Boolean, Self::Number, Self::Text, Self::List, Self::Object];

    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::Text => "text",
            Self::List => "list",
            Self::Object => "object",
        }
    }

    /// By how a JSON text begins; `None` where none begins so. The rest is not looked at: it comes
    /// from a parser.
    pub fn of(json: &str) -> Option<Self> {
        Some(match json.trim_start().bytes().next()? {
            b'n' => Self::Null,
            b't' | b'f' => Self::Boolean,
            b'-' | b'0'..=b'9' => Self::Number,
            b'"' => Self::Text,
            b'[' => Self::List,
            b'{' => Self::Object,
            _ => return None,
        })
    }
}

/// What may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeLimits {
    /// How many at once.
    pub count: u64,
    /// How long a name may be.
    pub name: TextLimit,
    /// How long a value may be, as JSON.
    pub value: TextLimit,
    /// Characters that no name may have (Intercom: `.` and `$`); none by default.
    pub forbidden: String,
    /// Which types of values.
    pub kinds: Vec<ValueKind>,
}

impl Default for AttributeLimits {
    fn default() -> Self {
        Self {
            count: 250,
            name: TextLimit::characters(255),
            value: TextLimit::new(Unit::Bytes, 10_000),
            forbidden: String::new(),
            kinds: ValueKind::ALL.to_vec(),
        }
    }
}

/// Everything that is wrong with attributes; nothing where they may be kept. Fields are `attributes`
/// and `attributes.NAME`.
///
/// ```
/// use inbox_model::validate::attributes::{AttributeLimits, check};
///
/// let limits = AttributeLimits::default();
/// assert_eq!(check([("plan", "\"pro\""), ("seats", "7")], &limits), []);
/// let problems = check([("__proto__", "{}"), ("", "1")], &limits);
/// let codes: Vec<_> = problems.iter().map(|one| one.code()).collect();
/// assert_eq!(codes, ["reserved", "empty"]);
/// ```
pub fn check<'a>(
    attributes: impl IntoIterator<Item = (&'a str, &'a str)>,
    limits: &AttributeLimits,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut actual = 0;
    for (name, value) in attributes {
        actual += 1;
        let faults = check_name(name, limits).into_iter().chain(check_value(value, limits));
        problems.extend(within(&["attributes.", name].concat(), faults));
    }
    let max = limits.count;
    if actual > max {
        problems.push(Problem::at("attributes", Fault::TooMany { max, actual }));
    }
    problems
}

fn check_name(name: &str, limits: &AttributeLimits) -> Vec<Fault> {
    if is_blank(name) {
        return vec![Fault::Empty];
    }
    let strange = |letter: char| {
        letter.is_control() || turns_direction(letter) || limits.forbidden.contains(letter)
    };
    let reserved = RESERVED.contains(&&*name.trim().to_lowercase()).then_some(Fault::Reserved);
    let character = first(name, strange).map(|at| Fault::KeyCharacter { at });
    [reserved, character, limits.name.excess(name)].into_iter().flatten().collect()
}

fn check_value(value: &str, limits: &AttributeLimits) -> Vec<Fault> {
    let is_kind = ValueKind::of(value).is_some_and(|kind| limits.kinds.contains(&kind));
    let kind = (!is_kind).then_some(Fault::UnsupportedValue);
    [kind, limits.value.excess(value)].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn codes(name: &str, value: &str, limits: &AttributeLimits) -> Vec<&'static str> {
        check([(name, value)], limits).iter().map(Problem::code).collect()
    }

    #[test]
    fn a_name_is_a_line_of_ones_own() {
        let limits = AttributeLimits::default();
        for name in ["plan", "CX Score", "größe", "a.b", "$x", "constructors"] {
            assert_eq!(codes(name, "1", &limits), Vec::<&str>::new(), "{name}");
        }
        for (name, code) in [
            ("", "empty"),
            (" \u{200b}", "empty"),
            ("__proto__", "reserved"),
            (" Constructor ", "reserved"),
            ("prototype", "reserved"),
            ("CX Score rating", "reserved"),
            ("cx score explanation", "reserved"),
            ("a\nb", "key_character"),
            ("a\u{202e}b", "key_character"),
        ] {
            assert_eq!(codes(name, "1", &limits), [code], "{name:?}");
        }
        assert_eq!(codes(&"é".repeat(255), "1", &limits), Vec::<&str>::new());
        assert_eq!(codes(&"é".repeat(256), "1", &limits), ["too_long"]);
        let strict = AttributeLimits { forbidden: ".$".into(), ..limits };
        assert_eq!(
            check([("é.b", "1")], &strict),
            [Problem::at("attributes.é.b", Fault::KeyCharacter { at: 1 })]
        );
    }

    #[test]
    fn a_value_is_of_a_type_and_not_too_long() {
        let limits = AttributeLimits::default();
        for (json, kind, code) in [
            ("null", ValueKind::Null, "null"),
            ("true", ValueKind::Boolean, "boolean"),
            ("false", ValueKind::Boolean, "boolean"),
            ("-1.5", ValueKind::Number, "number"),
            ("0", ValueKind::Number, "number"),
            ("9", ValueKind::Number, "number"),
            (" \"x\"", ValueKind::Text, "text"),
            ("[1]", ValueKind::List, "list"),
            ("{}", ValueKind::Object, "object"),
        ] {
            assert_eq!(ValueKind::of(json), Some(kind));
            assert_eq!(kind.code(), code);
            assert_eq!(codes("a", json, &limits), Vec::<&str>::new());
            let kinds = ValueKind::ALL.into_iter().filter(|one| *one != kind).collect();
            let without = AttributeLimits { kinds, ..limits.clone() };
            assert_eq!(codes("a", json, &without), ["unsupported_value"]);
        }
        for json in ["", " ", "x", "+1", "'a'"] {
            assert_eq!(codes("a", json, &limits), ["unsupported_value"], "{json}");
        }
        let text = |bytes: usize| ["\"", &"a".repeat(bytes - 2), "\""].concat();
        assert_eq!(codes("a", &text(10_000), &limits), Vec::<&str>::new());
        assert_eq!(codes("a", &text(10_001), &limits), ["too_long"]);
    }

    #[test]
    fn there_is_an_end_to_attributes() {
        let names: Vec<String> = (0..251).map(|number| format!("a{number}")).collect();
        let of = |count: usize| {
            let some = names.iter().take(count).map(|name| (name.as_str(), "1"));
            check(some, &AttributeLimits::default())
        };
        assert_eq!(of(0), []);
        assert_eq!(of(250), []);
        assert_eq!(of(251), [Problem::at("attributes", Fault::TooMany { max: 250, actual: 251 })]);
    }

    #[test]
    fn everything_that_is_wrong_is_told() {
        let limits = AttributeLimits::default();
        let problems = check([("a\n", "x"), ("b", "1"), ("", "y")], &limits);
        let found: Vec<_> = problems.iter().map(|one| (&*one.field, one.code())).collect();
        assert_eq!(
            found,
            [
                ("attributes.a\n", "key_character"),
                ("attributes.a\n", "unsupported_value"),
                ("attributes.", "empty"),
                ("attributes.", "unsupported_value"),
            ]
        );
    }

    proptest! {
        #[test]
        fn no_attribute_panics(name in "\\PC{0,20}", value in "\\PC{0,20}") {
            let _ = check([(&*name, &*value)], &AttributeLimits::default());
        }
    }
}
