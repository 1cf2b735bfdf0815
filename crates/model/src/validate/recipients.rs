//! To whom the company writes first: a list of addresses.
//!
//! Each has to be one of its channel: an e-mail address, or a phone number for SMS, `WhatsApp` and
//! calls; other channels reach people by the ids that the system knows them by. The same one twice is
//! a slip, and is told; what counts as the same is the form that the address is put into, and for
//! e-mail the name too without regard to case: no two people differ by that alone.
//!
//! Sources: Featurebase `recipients.to|cc|bcc`, `emails` and `ids` with `maxItems: 50` each, and "At
//! least one recipient is required for admin outreach."

use super::problem::{Fault, Problem, item, within};
use super::{email, phone};
use crate::conversation::Channel;

/// Most recipients of one list.
pub const MOST: usize = 50;
/// Longest id of a person, in characters (Featurebase `userId`, `maxLength`).
const ID: super::unit::TextLimit = super::unit::TextLimit::characters(255);

/// What recipients are named by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressKind {
    /// E-mail addresses.
    Email,
    /// Phone numbers.
    Phone,
    /// Ids.
    Id,
}

impl AddressKind {
    /// What people are reached by on this channel.
    pub fn of(channel: &Channel) -> Self {
        match channel {
            Channel::Email => Self::Email,
            Channel::Sms | Channel::Whatsapp | Channel::Phone => Self::Phone,
            _ => Self::Id,
        }
    }

    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Id => "id",
        }
    }

    /// One address in the one form.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn normalize(self, text: &str) -> Result<String, Vec<Fault>> {
        match self {
            Self::Email => email::normalize(text),
            Self::Phone => phone::normalize(text),
            Self::Id => super::line::normalize(text, ID),
        }
    }
}

/// The recipients in their one form, in their order.
///
/// ```
/// use inbox_model::validate::recipients::{AddressKind, check};
///
/// let all = check("to", AddressKind::Email, ["ada@example.com", "bo@Example.com"]);
/// assert_eq!(all.unwrap(), ["ada@example.com", "bo@example.com"]);
///
/// let problems = check("to", AddressKind::Email, ["ada@example.com", "bo", "ADA@example.com"]);
/// let found: Vec<_> = problems.unwrap_err().iter().map(|one| one.to_string()).collect();
/// assert_eq!(found[0], "to[1]: this is no e-mail address: there is no @");
/// assert_eq!(found[1], "to[2]: this is the same as number 0");
/// ```
///
/// # Errors
/// Everything that is wrong: each address at its place in the list (`to[2]`), and too few or too many
/// of the list itself (`to`).
pub fn check<'a>(
    field: &str,
    kind: AddressKind,
    recipients: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<String>, Vec<Problem>> {
    let (mut good, mut problems) = (Vec::new(), Vec::new());
    // What each is compared by, with its place. Lists are short once they are within the limit, and
    // what is beyond it is only counted.
    let mut seen: Vec<(String, usize)> = Vec::new();
    let mut count = 0_usize;
    for (at, text) in recipients.into_iter().enumerate() {
        count += 1;
        if at >= MOST {
            continue;
        }
        match kind.normalize(text) {
            Ok(address) => {
                let same =
                    if kind == AddressKind::Id { address.clone() } else { address.to_lowercase() };
                match seen.iter().find(|(known, _)| *known == same) {
                    Some((_, first)) => {
                        let of = *first as u64;
                        problems.push(Problem::at(item(field, at), Fault::Duplicate { of }));
                    }
                    None => seen.push((same, at)),
                }
                good.push(address);
            }
            Err(faults) => problems.extend(within(&item(field, at), faults)),
        }
    }
    if count == 0 {
        problems.push(Problem::at(field, Fault::TooFew { min: 1, actual: 0 }));
    }
    if count > MOST {
        let fault = Fault::TooMany { max: MOST as u64, actual: count as u64 };
        problems.push(Problem::at(field, fault));
    }
    if problems.is_empty() { Ok(good) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(kind: AddressKind, list: &[&str]) -> Vec<(String, &'static str)> {
        let problems = check("to", kind, list.iter().copied()).unwrap_err();
        problems.into_iter().map(|problem| (problem.field.clone(), problem.code())).collect()
    }

    fn at(field: &str, code: &'static str) -> (String, &'static str) {
        (field.to_owned(), code)
    }

    #[test]
    fn each_channel_has_addresses_of_its_own() {
        for (channel, kind, code) in [
            (Channel::Email, AddressKind::Email, "email"),
            (Channel::Sms, AddressKind::Phone, "phone"),
            (Channel::Whatsapp, AddressKind::Phone, "phone"),
            (Channel::Phone, AddressKind::Phone, "phone"),
            (Channel::Web, AddressKind::Id, "id"),
            (Channel::Unknown, AddressKind::Id, "id"),
        ] {
            assert_eq!((AddressKind::of(&channel), kind.code()), (kind, code));
        }
        assert_eq!(
            check("to", AddressKind::Phone, ["0049 170 1234567"]).unwrap(),
            ["+491701234567"]
        );
        assert_eq!(check("to", AddressKind::Id, [" u1 ", "U1"]).unwrap(), ["u1", "U1"]);
        assert_eq!(check("to", AddressKind::Email, ["A@B.c"]).unwrap(), ["A@b.c"]);
    }

    #[test]
    fn each_position_has_its_problem() {
        let list = ["a@b.c", "x", "A@B.C", "", "y@z", "a@b.c "];
        assert_eq!(
            found(AddressKind::Email, &list),
            [
                at("to[1]", "not_an_email"),
                at("to[2]", "duplicate"),
                at("to[3]", "empty"),
                at("to[4]", "not_an_email"),
                at("to[5]", "duplicate"),
            ]
        );
        let problems = check("to", AddressKind::Id, ["a", "b", "b", "a"]).unwrap_err();
        let duplicate = |at: usize, of| Problem::at(item("to", at), Fault::Duplicate { of });
        assert_eq!(problems, [duplicate(2, 1), duplicate(3, 0)]);
        let phones = ["+49 170 1234567", "0049-170-1234567", "0170 1234567"];
        let expected = [at("to[1]", "duplicate"), at("to[2]", "not_a_phone")];
        assert_eq!(found(AddressKind::Phone, &phones), expected);
        let long = "x".repeat(256);
        assert_eq!(found(AddressKind::Id, &[&long]), [at("to[0]", "too_long")]);
        assert!(check("to", AddressKind::Id, ["x".repeat(255).as_str()]).is_ok());
    }

    #[test]
    fn there_is_one_at_least_and_fifty_at_most() {
        assert_eq!(
            check("to", AddressKind::Email, []),
            Err(vec![Problem::at("to", Fault::TooFew { min: 1, actual: 0 })])
        );
        let many: Vec<String> = (0..52).map(|number| format!("a{number}@b.c")).collect();
        let of = |count: usize| {
            check("to", AddressKind::Email, many.iter().take(count).map(String::as_str))
        };
        assert_eq!(of(1).unwrap().len(), 1);
        assert_eq!(of(50).unwrap().len(), 50);
        let many = |actual| vec![Problem::at("to", Fault::TooMany { max: 50, actual })];
        assert_eq!(of(51), Err(many(51)));
        assert_eq!(of(52), Err(many(52)));
    }

    proptest! {
        #[test]
        fn no_list_panics(list in proptest::collection::vec("\\PC{0,12}|[ab]@[cd]\\.e", 0..60)) {
            for kind in [AddressKind::Email, AddressKind::Phone, AddressKind::Id] {
                match check("to", kind, list.iter().map(String::as_str)) {
                    Ok(good) => prop_assert_eq!(good.len(), list.len()),
                    Err(problems) => prop_assert!(!problems.is_empty()),
                }
            }
        }
    }
}
