//! What is wrong with an input: one shape for every rule.

use serde::Serialize;
use thiserror::Error;

use super::email::EmailFault;
use super::files::FileKind;
use super::phone::PhoneFault;
use super::unit::Unit;
use super::url::UrlFault;
use crate::time::Timestamp;

/// One thing that is wrong, and where.
///
/// As JSON it is `{"field","code","data"}`; `data` is left out where a code says everything. The
/// offending text is not repeated: whoever asked has it. Texts for readers are made of `code` and
/// `data` by the interface; what [`Display`](std::fmt::Display) says is English, for logs and
/// developers.
///
/// ```
/// use inbox_model::validate::{Fault, Problem, Unit};
///
/// let fault = Fault::TooLong { unit: Unit::Characters, max: 3, actual: 4 };
/// let problem = Problem::at("contents[2].caption", fault);
/// assert_eq!(problem.code(), "too_long");
/// assert_eq!(
///     serde_json::to_string(&problem).unwrap(),
///     r#"{"field":"contents[2].caption","code":"too_long","data":{"unit":"characters","max":3,"actual":4}}"#,
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Error, Serialize)]
#[error("{field}: {fault}")]
pub struct Problem {
    /// Where: names joined by `.`, places in lists as `[n]` from 0, such as `contents[2].caption`;
    /// empty where the rule looks at one value that has no name.
    pub field: String,
    /// What.
    #[serde(flatten)]
    pub fault: Fault,
}

impl Problem {
    /// This fault at this place.
    pub fn at(field: impl Into<String>, fault: Fault) -> Self {
        Self { field: field.into(), fault }
    }

    /// The stable code of what is wrong, in `snake_case`.
    pub fn code(&self) -> &'static str {
        self.fault.code()
    }
}

/// Puts a name or a place before the fields of problems: a rule about one value knows nothing of
/// where it stands.
pub(crate) fn within(field: &str, faults: impl IntoIterator<Item = Fault>) -> Vec<Problem> {
    faults.into_iter().map(|fault| Problem::at(field, fault)).collect()
}

/// A name with a place in a list: `contents[2]`.
pub(crate) fn item(name: &str, index: usize) -> String {
    [name, "[", &index.to_string(), "]"].concat()
}

/// What is wrong with one value: a code, and the limits and measures behind it.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, PartialEq, Error, Serialize)]
#[serde(tag = "code", content = "data", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Fault {
    /// There is nothing in it that anybody could see.
    #[error("this is empty")]
    Empty,
    /// It has to be filled in.
    #[error("this is required")]
    Required,
    /// The text is too long.
    #[error("the text has {actual} {unit}, at most {max} are possible")]
    TooLong {
        /// What is counted.
        unit: Unit,
        /// Most that is possible.
        max: u64,
        /// As given.
        actual: u64,
    },
    /// The text is too short.
    #[error("the text has {actual} {unit}, at least {min} are needed")]
    TooShort {
        /// What is counted.
        unit: Unit,
        /// Least that is needed.
        min: u64,
        /// As given.
        actual: u64,
    },
    /// There are too many.
    #[error("there are {actual}, at most {max} are possible")]
    TooMany {
        /// Most that are possible.
        max: u64,
        /// As given.
        actual: u64,
    },
    /// There are too few.
    #[error("there are {actual}, at least {min} are needed")]
    TooFew {
        /// Least that are needed.
        min: u64,
        /// As given.
        actual: u64,
    },
    /// The same is there already.
    #[error("this is the same as number {of}")]
    Duplicate {
        /// Its place in the list, from 0.
        of: u64,
    },
    /// There is a control character in it.
    #[error("there is a control character at {at}")]
    ControlCharacter {
        /// Which character of the text, from 0.
        at: u64,
    },
    /// There is a character in it that turns the direction of reading, so that it shows as what it
    /// is not.
    #[error("there is a character that turns the direction of reading at {at}")]
    DirectionCharacter {
        /// Which character of the text, from 0.
        at: u64,
    },
    /// A name of a file has a `/` or `\`.
    #[error("there is a path separator at {at}")]
    PathSeparator {
        /// Which character of the text, from 0.
        at: u64,
    },
    /// The file is too large.
    #[error("the file has {actual} bytes, at most {max} are possible")]
    TooLarge {
        /// Largest possible, in bytes.
        max: u64,
        /// As given, in bytes.
        actual: u64,
    },
    /// All files together are too large.
    #[error("the files have {actual} bytes, at most {max} are possible together")]
    TotalTooLarge {
        /// Most that is possible, in bytes.
        max: u64,
        /// As given, in bytes.
        actual: u64,
    },
    /// Files of this type cannot be sent here.
    #[error("{kind} files of this type cannot be sent")]
    UnsupportedType {
        /// What the file would be sent as.
        kind: FileKind,
    },
    /// A file that a computer would run is never sent.
    #[error("files that can be run cannot be sent")]
    RefusedType,
    /// A file is at an address that no page may load, or a place is not on earth.
    #[error("a file is at an https or http address, and a place on earth")]
    Unsound,
    /// The instant does not lie in the future.
    #[error("the instant must lie in the future")]
    NotInFuture {
        /// The instant at which that was found.
        now: Timestamp,
        /// As given.
        actual: Timestamp,
    },
    /// The instant lies too far in the future.
    #[error("the instant must not be later than {max}")]
    TooFar {
        /// The last one possible.
        max: Timestamp,
        /// As given.
        actual: Timestamp,
    },
    /// There is nobody, or nothing, of this id.
    #[error("there is none of this id")]
    Unknown,
    /// It is no e-mail address.
    #[error("this is no e-mail address: {reason}")]
    NotAnEmail {
        /// Why.
        reason: EmailFault,
    },
    /// It is no phone number.
    #[error("this is no phone number: {reason}")]
    NotAPhone {
        /// Why.
        reason: PhoneFault,
    },
    /// It is no address on the web.
    #[error("this is no web address: {reason}")]
    NotAUrl {
        /// Why.
        reason: UrlFault,
    },
    /// It is no number.
    #[error("this is not a number")]
    NotANumber,
    /// It is no whole number.
    #[error("this is not a whole number")]
    NotAnInteger,
    /// The number is too small.
    #[error("this is {actual}, at least {min} is needed")]
    TooSmall {
        /// Smallest possible.
        min: f64,
        /// As given.
        actual: f64,
    },
    /// The number is too big.
    #[error("this is {actual}, at most {max} is possible")]
    TooBig {
        /// Biggest possible.
        max: f64,
        /// As given.
        actual: f64,
    },
    /// It is no day of the calendar as `YYYY-MM-DD`.
    #[error("this is not a date as YYYY-MM-DD")]
    NotADate,
    /// It is neither yes nor no.
    #[error("this is neither true nor false")]
    NotABoolean,
    /// It is none of the answers that are offered.
    #[error("this is none of the choices")]
    NotAChoice,
    /// There is a character in the name of an attribute that may not be in one.
    #[error("there is a character at {at} that no name may have")]
    KeyCharacter {
        /// Which character of the text, from 0.
        at: u64,
    },
    /// The name is the system's own.
    #[error("this name is reserved")]
    Reserved,
    /// A value of this type cannot be kept here.
    #[error("a value of this type cannot be kept")]
    UnsupportedValue,
}

impl Fault {
    /// The stable code, in `snake_case`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Required => "required",
            Self::TooLong { .. } => "too_long",
            Self::TooShort { .. } => "too_short",
            Self::TooMany { .. } => "too_many",
            Self::TooFew { .. } => "too_few",
            Self::Duplicate { .. } => "duplicate",
            Self::ControlCharacter { .. } => "control_character",
            Self::DirectionCharacter { .. } => "direction_character",
            Self::PathSeparator { .. } => "path_separator",
            Self::TooLarge { .. } => "too_large",
            Self::TotalTooLarge { .. } => "total_too_large",
            Self::UnsupportedType { .. } => "unsupported_type",
            Self::RefusedType => "refused_type",
            Self::Unsound => "unsound",
            Self::NotInFuture { .. } => "not_in_future",
            Self::TooFar { .. } => "too_far",
            Self::Unknown => "unknown",
            Self::NotAnEmail { .. } => "not_an_email",
            Self::NotAPhone { .. } => "not_a_phone",
            Self::NotAUrl { .. } => "not_a_url",
            Self::NotANumber => "not_a_number",
            Self::NotAnInteger => "not_an_integer",
            Self::TooSmall { .. } => "too_small",
            Self::TooBig { .. } => "too_big",
            Self::NotADate => "not_a_date",
            Self::NotABoolean => "not_a_boolean",
            Self::NotAChoice => "not_a_choice",
            Self::KeyCharacter { .. } => "key_character",
            Self::Reserved => "reserved",
            Self::UnsupportedValue => "unsupported_value",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of each, so that a code that differs from what is serialised is found.
    #[test]
    fn the_code_is_what_is_serialised() {
        let (unit, max, min, actual) = (Unit::Bytes, 2, 1, 3);
        let at = 4;
        let instant = Timestamp::from_millis(0);
        for (fault, code) in [
            (Fault::Empty, "empty"),
            (Fault::Required, "required"),
            (Fault::TooLong { unit, max, actual }, "too_long"),
            (Fault::TooShort { unit, min, actual }, "too_short"),
            (Fault::TooMany { max, actual }, "too_many"),
            (Fault::TooFew { min, actual }, "too_few"),
            (Fault::Duplicate { of: 0 }, "duplicate"),
            (Fault::ControlCharacter { at }, "control_character"),
            (Fault::DirectionCharacter { at }, "direction_character"),
            (Fault::PathSeparator { at }, "path_separator"),
            (Fault::TooLarge { max, actual }, "too_large"),
            (Fault::TotalTooLarge { max, actual }, "total_too_large"),
            (Fault::UnsupportedType { kind: FileKind::Image }, "unsupported_type"),
            (Fault::RefusedType, "refused_type"),
            (Fault::Unsound, "unsound"),
            (Fault::NotInFuture { now: instant, actual: instant }, "not_in_future"),
            (Fault::TooFar { max: instant, actual: instant }, "too_far"),
            (Fault::Unknown, "unknown"),
            (Fault::NotAnEmail { reason: EmailFault::MissingAt }, "not_an_email"),
            (Fault::NotAPhone { reason: PhoneFault::Character }, "not_a_phone"),
            (Fault::NotAUrl { reason: UrlFault::Scheme }, "not_a_url"),
            (Fault::NotANumber, "not_a_number"),
            (Fault::NotAnInteger, "not_an_integer"),
            (Fault::TooSmall { min: 1.0, actual: 0.0 }, "too_small"),
            (Fault::TooBig { max: 1.0, actual: 2.0 }, "too_big"),
            (Fault::NotADate, "not_a_date"),
            (Fault::NotABoolean, "not_a_boolean"),
            (Fault::NotAChoice, "not_a_choice"),
            (Fault::KeyCharacter { at }, "key_character"),
            (Fault::Reserved, "reserved"),
            (Fault::UnsupportedValue, "unsupported_value"),
        ] {
            let problem = Problem::at(item("list", 7), fault);
            let json = serde_json::to_value(&problem).unwrap();
            assert_eq!(problem.code(), code);
            assert_eq!(json["code"], code, "{fault:?}");
            assert_eq!(json["field"], "list[7]");
            assert!(problem.to_string().starts_with("list[7]: "), "{problem}");
            assert!(fault.to_string().len() > 8, "{fault:?}");
        }
    }

    #[test]
    fn the_sentence_has_the_numbers() {
        let fault = Fault::TooLong { unit: Unit::Characters, max: 3, actual: 4 };
        assert_eq!(fault.to_string(), "the text has 4 characters, at most 3 are possible");
        let fault = Fault::UnsupportedType { kind: FileKind::Video };
        assert_eq!(fault.to_string(), "video files of this type cannot be sent");
    }
}
