//! Whether a text is a phone number that can be called from anywhere, and its one form.
//!
//! The form is that of ITU-T E.164: `+`, the country's code, the number; digits alone, at most 15,
//! and none begins with 0. Fewer than 8 are no subscriber's (our choice: the shortest in use have
//! eight with their country). People write it with signs in between, with the prefix `00` instead of
//! `+`, and in parts of Europe with the national `(0)` after the country: [`normalize`] reads all of
//! these. A national number does not say to which country it belongs; that is told apart
//! ([`PhoneFault::NoCountry`]), for who can know better.

use serde::Serialize;
use thiserror::Error;

use super::problem::Fault;

/// Fewest digits, the country's included.
pub const LEAST_DIGITS: usize = 8;
/// Most digits (E.164, 6.2.1).
pub const MOST_DIGITS: usize = 15;

/// Why a text is no phone number.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PhoneFault {
    /// There is a character in it that no number has.
    #[error("there is a character that no number has")]
    Character,
    /// It does not begin with `+`, so nobody can say in which country it is.
    #[error("it does not begin with + and the code of a country")]
    NoCountry,
    /// The code of a country does not begin with 0.
    #[error("the code of a country does not begin with 0")]
    LeadingZero,
    /// It has fewer than 8 digits.
    #[error("it has fewer than 8 digits")]
    TooFewDigits,
    /// It has more than 15 digits.
    #[error("it has more than 15 digits")]
    TooManyDigits,
}

impl PhoneFault {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Character => "character",
            Self::NoCountry => "no_country",
            Self::LeadingZero => "leading_zero",
            Self::TooFewDigits => "too_few_digits",
            Self::TooManyDigits => "too_many_digits",
        }
    }
}

/// Everything that is wrong with a number that is to be in its one form; nothing where it is.
///
/// ```
/// use inbox_model::validate::phone;
///
/// assert_eq!(phone::check("+4915223567929"), []);
/// assert_eq!(phone::check("+49 1522 3567929").len(), 1);
/// ```
pub fn check(text: &str) -> Vec<Fault> {
    if text.is_empty() {
        return vec![Fault::Empty];
    }
    let (digits, country) = text.strip_prefix('+').map_or((text, false), |rest| (rest, true));
    let mut faults = Vec::new();
    let mut found = |is: bool, reason: PhoneFault| {
        if is {
            faults.push(Fault::NotAPhone { reason });
        }
    };
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    found(digits.chars().any(|letter| !letter.is_ascii_digit()), PhoneFault::Character);
    found(!country, PhoneFault::NoCountry);
    found(country && digits.starts_with('0'), PhoneFault::LeadingZero);
    found(count < LEAST_DIGITS, PhoneFault::TooFewDigits);
    found(count > MOST_DIGITS, PhoneFault::TooManyDigits);
    faults
}

/// A number as people write it, in its one form.
///
/// ```
/// use inbox_model::validate::phone;
///
/// for text in ["+49 (0)1522 / 35-679.29", "0049 1522 3567929", " +49\u{a0}1522\u{2011}3567929 "] {
///     assert_eq!(phone::normalize(text).as_deref(), Ok("+4915223567929"), "{text}");
/// }
/// assert!(phone::normalize("01522 3567929").is_err());
/// ```
///
/// # Errors
/// Everything that is wrong with it.
pub fn normalize(text: &str) -> Result<String, Vec<Fault>> {
    let mut plain: String = text.trim().chars().filter(|letter| !is_between(*letter)).collect();
    if let Some(rest) = plain.strip_prefix("00") {
        plain = ["+", rest].concat();
    }
    if plain.starts_with('+') {
        plain = plain.replacen("(0)", "", 1);
    }
    plain.retain(|letter| !matches!(letter, '(' | ')'));
    let faults = check(&plain);
    if faults.is_empty() { Ok(plain) } else { Err(faults) }
}

/// Whether a text is a number, of which at worst the country is not said. Whoever sends to one may
/// know the country.
pub fn is_dialable(text: &str) -> bool {
    let national = Fault::NotAPhone { reason: PhoneFault::NoCountry };
    normalize(text).map_or_else(|faults| faults == [national], |_| true)
}

/// What stands between digits: space of any width, hyphens and dashes, dots, slashes.
fn is_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '.' | '/' | '\u{2010}'..='\u{2013}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn codes(faults: &[Fault]) -> Vec<&'static str> {
        let code = |fault: &Fault| match fault {
            Fault::NotAPhone { reason } => reason.code(),
            other => other.code(),
        };
        faults.iter().map(code).collect()
    }

    #[test]
    fn the_one_form_is_strict() {
        for (text, expected) in [
            ("+12345678", &[][..]),
            ("+123456789012345", &[]),
            ("", &["empty"]),
            ("+", &["too_few_digits"]),
            ("+1234567", &["too_few_digits"]),
            ("+1234567890123456", &["too_many_digits"]),
            ("12345678", &["no_country"]),
            ("02345678", &["no_country"]),
            ("+02345678", &["leading_zero"]),
            ("+1 2345678", &["character"]),
            ("+1234567a", &["character", "too_few_digits"]),
            ("++12345678", &["character"]),
            ("+１２３４５６７８", &["character", "too_few_digits"]),
            ("ada@example.com", &["character", "no_country", "too_few_digits"]),
        ] {
            assert_eq!(codes(&check(text)), expected, "{text}");
        }
    }

    #[test]
    fn what_people_write_is_put_into_that_form() {
        for text in [
            "+49 170 1234567",
            "0049-170-1234567",
            "00 49 170 1234567",
            "+49 (0) 170 1234567",
            "(+49) 170.1234567",
            "+49/170\u{202f}123\u{2010}45\u{2013}67\n",
        ] {
            assert_eq!(normalize(text).as_deref(), Ok("+491701234567"), "{text}");
        }
        let none = |text: &str, expected: &[&str]| {
            assert_eq!(codes(&normalize(text).unwrap_err()), expected, "{text}");
        };
        none(" ", &["empty"]);
        none("(555) 010-9999", &["no_country"]);
        none("4915223567929", &["no_country"]);
        // A national (0) after a national number is part of it.
        none("(0)170 1234567", &["no_country"]);
        none("+49 170 1234567 ext 5", &["character"]);
        none("+49\u{2014}1701234567", &["character"]);
        none("0", &["no_country", "too_few_digits"]);
        none("000", &["leading_zero", "too_few_digits"]);
    }

    #[test]
    fn what_lacks_only_its_country_can_be_dialled() {
        for good in ["+49 170 1234567", "(555) 010-9999", "4915223567929"] {
            assert!(is_dialable(good), "{good}");
        }
        for bad in
            ["", "1234", "ada@example.com", "+49 170 x", "123456789012345678901", "+0123456789"]
        {
            assert!(!is_dialable(bad), "{bad}");
        }
    }

    #[test]
    fn a_reason_is_serialised_as_its_code() {
        use PhoneFault as F;
        for reason in
            [F::Character, F::NoCountry, F::LeadingZero, F::TooFewDigits, F::TooManyDigits]
        {
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.code());
            assert!(reason.to_string().len() > 10);
        }
    }

    proptest! {
        #[test]
        fn signs_in_between_change_nothing(
            digits in "[1-9][0-9]{7,14}", signs in proptest::collection::vec("[ ./()\u{a0}\u{2011}-]{0,2}", 15), zeros: bool,
        ) {
            let signs = signs.iter().map(|sign| sign.replace('(', "")).chain(std::iter::repeat(String::new()));
            let written: String = digits.chars().zip(signs).flat_map(|(digit, sign)| std::iter::once(digit).chain(sign.chars().collect::<Vec<_>>())).collect();
            let prefix = if zeros { "00" } else { "+" };
            prop_assert_eq!(normalize(&[prefix, &written].concat()), Ok(["+", &digits].concat()));
            prop_assert_eq!(check(&["+", &digits].concat()), []);
            // Broken in any way it is none.
            prop_assert!(!check(&digits).is_empty());
            prop_assert!(normalize(&["+0", &written].concat()).is_err());
            prop_assert!(normalize(&["+", &written, "x"].concat()).is_err());
            prop_assert!(normalize(&["+", &written, &"1".repeat(16)].concat()).is_err());
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,30}|[+0()1-9 -]{0,20}") {
            if let Ok(number) = normalize(&text) {
                prop_assert_eq!(normalize(&number), Ok(number.clone()));
            }
        }
    }
}
