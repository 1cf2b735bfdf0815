//! Whether a text is an e-mail address to which something could be sent.
//!
//! What the specifications allow is more than what anybody has: quoted names, comments and numbers of
//! hosts in brackets are refused, and the host needs a dot. What people do have is allowed, letters
//! of any script in name and host included. Whether there is such a mailbox only a message can tell.
//!
//! | rule | source |
//! |---|---|
//! | characters and dots of the name (*dot-atom*) | RFC 5322, 3.2.3 and 3.4.1 |
//! | the same with letters of any script | RFC 6531, 3.3; RFC 6532, 3.1 |
//! | name at most 64 bytes, the whole at most 254 | RFC 5321, 4.5.3.1.1; RFC 3696, erratum 1690 |
//! | labels of the host: letters, digits, hyphens inside, 1 to 63 bytes | RFC 1123, 2.1; RFC 1035, 2.3.4 |
//! | the last label is not all digits | RFC 3696, 2 |
//! | a host with a dot, no quoting, no comments, no `[…]` | our choice |

use serde::Serialize;
use thiserror::Error;

use super::letters::is_invisible;
use super::problem::Fault;
use super::unit::{TextLimit, Unit};

/// Longest address, in bytes.
pub const BYTES: u64 = 254;
/// Longest name before the `@`, in bytes.
pub const NAME_BYTES: usize = 64;
/// Longest label of a host, in bytes.
const LABEL_BYTES: usize = 63;

/// Why a text is no e-mail address.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EmailFault {
    /// There is no `@`.
    #[error("there is no @")]
    MissingAt,
    /// There is more than one `@`.
    #[error("there is more than one @")]
    SeveralAt,
    /// There is nothing before the `@`.
    #[error("there is no name before the @")]
    NameMissing,
    /// The name is longer than 64 bytes.
    #[error("the name is longer than 64 bytes")]
    NameTooLong,
    /// The name begins or ends with a dot, or has two in a row.
    #[error("the name has a dot at an end or beside another")]
    NameDot,
    /// The name has a character that none can have.
    #[error("the name has a character that none can have")]
    NameCharacter,
    /// There is nothing after the `@`.
    #[error("there is no host after the @")]
    HostMissing,
    /// The host has no dot.
    #[error("the host has no dot")]
    HostWithoutDot,
    /// The host has a character that none can have.
    #[error("the host has a character that none can have")]
    HostCharacter,
    /// A label of the host is empty: a dot at an end, or two in a row.
    #[error("the host has a dot at an end or beside another")]
    LabelEmpty,
    /// A label of the host is longer than 63 bytes.
    #[error("a label of the host is longer than 63 bytes")]
    LabelTooLong,
    /// A label of the host begins or ends with a hyphen.
    #[error("a label of the host has a hyphen at an end")]
    LabelHyphen,
    /// The host ends in a number.
    #[error("the host ends in a number")]
    HostNumber,
}

impl EmailFault {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::MissingAt => "missing_at",
            Self::SeveralAt => "several_at",
            Self::NameMissing => "name_missing",
            Self::NameTooLong => "name_too_long",
            Self::NameDot => "name_dot",
            Self::NameCharacter => "name_character",
            Self::HostMissing => "host_missing",
            Self::HostWithoutDot => "host_without_dot",
            Self::HostCharacter => "host_character",
            Self::LabelEmpty => "label_empty",
            Self::LabelTooLong => "label_too_long",
            Self::LabelHyphen => "label_hyphen",
            Self::HostNumber => "host_number",
        }
    }
}

/// Everything that is wrong with an address as it stands; nothing where it is one. Space around it is
/// wrong too: what people type goes through [`normalize`].
///
/// ```
/// use inbox_model::validate::{Fault, email};
///
/// assert_eq!(email::check("ada.lovelace+shop@mail.example"), []);
/// assert_eq!(email::check("用户@例え.jp"), []);
/// let codes: Vec<_> = email::check(".ada@example").iter().map(ToString::to_string).collect();
/// assert_eq!(codes.len(), 2);
/// ```
pub fn check(text: &str) -> Vec<Fault> {
    if text.is_empty() {
        return vec![Fault::Empty];
    }
    let mut faults: Vec<Fault> =
        reasons(text).into_iter().map(|reason| Fault::NotAnEmail { reason }).collect();
    faults.extend(TextLimit::new(Unit::Bytes, BYTES).excess(text));
    faults
}

/// Whether a text is an address.
pub fn is_email(text: &str) -> bool {
    check(text).is_empty()
}

/// Whether a text is an address of plain letters, which every system takes: before RFC 6531 there was
/// no other.
pub fn is_plain(text: &str) -> bool {
    text.is_ascii() && is_email(text)
}

/// An address as people type it, put into one form: without the space around it, and with the host in
/// small letters, since hosts know no case (RFC 5321, 2.4). The name stays as it is.
///
/// ```
/// use inbox_model::validate::email;
///
/// assert_eq!(email::normalize(" Ada@Mail.Example\n").unwrap(), "Ada@mail.example");
/// ```
///
/// # Errors
/// Everything that [`check`] finds.
pub fn normalize(text: &str) -> Result<String, Vec<Fault>> {
    let text = text.trim();
    let faults = check(text);
    if !faults.is_empty() {
        return Err(faults);
    }
    let (name, host) = text.split_once('@').unwrap_or((text, ""));
    Ok([name, "@", &host.to_lowercase()].concat())
}

fn reasons(text: &str) -> Vec<EmailFault> {
    let mut reasons = Vec::new();
    let Some((name, host)) = text.rsplit_once('@') else { return vec![EmailFault::MissingAt] };
    let mut found = |is: bool, reason: EmailFault| {
        if is {
            reasons.push(reason);
        }
    };
    found(name.contains('@'), EmailFault::SeveralAt);
    found(name.is_empty(), EmailFault::NameMissing);
    found(name.len() > NAME_BYTES, EmailFault::NameTooLong);
    let dots = |text: &str| text.split('.').any(str::is_empty);
    found(!name.is_empty() && dots(name), EmailFault::NameDot);
    let strange = |letter: char| !matches!(letter, '.' | '@') && !is_name_character(letter);
    found(name.chars().any(strange), EmailFault::NameCharacter);
    if host.is_empty() {
        found(true, EmailFault::HostMissing);
        return reasons;
    }
    found(!host.contains('.'), EmailFault::HostWithoutDot);
    found(
        host.chars().any(|letter| letter != '.' && !is_host_character(letter)),
        EmailFault::HostCharacter,
    );
    found(dots(host), EmailFault::LabelEmpty);
    found(host.split('.').any(|label| label.len() > LABEL_BYTES), EmailFault::LabelTooLong);
    let hyphen = |label: &str| label.starts_with('-') || label.ends_with('-');
    found(host.split('.').any(hyphen), EmailFault::LabelHyphen);
    let last = host.rsplit('.').next().unwrap_or_default();
    let digits = !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
    found(digits, EmailFault::HostNumber);
    reasons
}

/// RFC 5322's *atext*, and what is beyond ASCII and can be seen.
fn is_name_character(letter: char) -> bool {
    if letter.is_ascii() {
        letter.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(letter)
    } else {
        !is_invisible(letter)
    }
}

/// Letters, digits and hyphens; beyond ASCII what can be seen, but for what browsers and mail
/// programs take for a dot (RFC 3490, 3.1).
fn is_host_character(letter: char) -> bool {
    if letter.is_ascii() {
        letter.is_ascii_alphanumeric() || letter == '-'
    } else {
        !is_invisible(letter) && !matches!(letter, '\u{3002}' | '\u{ff0e}' | '\u{ff61}')
    }
}

#[cfg(test)]
mod tests;
