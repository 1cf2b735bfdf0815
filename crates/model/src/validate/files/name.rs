//! Names of files: what may be wrong with one, and one that can be shown and saved under.

use crate::validate::letters::{first, is_blank, turns_direction};
use crate::validate::problem::Fault;
use crate::validate::unit::TextLimit;

/// Longest name. Our choice, near what file systems take (255 bytes or UTF-16 units).
pub const NAME: TextLimit = TextLimit::characters(255);

/// Everything that is wrong with a file's name; nothing where it may stand.
///
/// ```
/// use inbox_model::validate::{Fault, files::check_name};
///
/// assert_eq!(check_name("invoice 7.pdf"), []);
/// assert_eq!(check_name("../passwd"), [Fault::PathSeparator { at: 2 }]);
/// ```
pub fn check_name(name: &str) -> Vec<Fault> {
    let name = name.trim();
    let empty = is_blank(name.trim_matches('.')).then_some(Fault::Empty);
    let control = first(name, char::is_control).map(|at| Fault::ControlCharacter { at });
    let direction = first(name, turns_direction).map(|at| Fault::DirectionCharacter { at });
    let path = first(name, is_separator).map(|at| Fault::PathSeparator { at });
    [empty, control, direction, path, NAME.excess(name)].into_iter().flatten().collect()
}

/// The name that can stand for one that cannot: the last part of a path, without what cannot be shown
/// or would turn the reading around, cut to the longest. `None` where nothing is left.
///
/// ```
/// use inbox_model::validate::files::plain_name;
///
/// assert_eq!(plain_name("C:\\x\\photo\u{202e}gpj.exe").as_deref(), Some("photogpj.exe"));
/// assert_eq!(plain_name(".."), None);
/// ```
pub fn plain_name(given: &str) -> Option<String> {
    let last = given.rsplit(is_separator).next().unwrap_or_default();
    let most = usize::try_from(NAME.max).unwrap_or(usize::MAX);
    let shown = |letter: &char| !letter.is_control() && !turns_direction(*letter);
    let name: String = last.chars().filter(shown).take(most).collect();
    let name = name.trim();
    (!is_blank(name.trim_matches('.'))).then(|| name.to_owned())
}

fn is_separator(letter: char) -> bool {
    matches!(letter, '/' | '\\')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_a_name_and_no_path() {
        let check = |given: &str, faults: &[&str], name: Option<&str>| {
            let codes: Vec<_> = check_name(given).iter().map(Fault::code).collect();
            assert_eq!(codes, faults, "{given:?}");
            assert_eq!(plain_name(given).as_deref(), name, "{given:?}");
        };
        check("a.png", &[], Some("a.png"));
        check(" é ü.png ", &[], Some("é ü.png"));
        check(".bashrc", &[], Some(".bashrc"));
        check("../../etc/passwd", &["path_separator"], Some("passwd"));
        check("C:\\x\\a b.png", &["path_separator"], Some("a b.png"));
        check("..", &["empty"], None);
        check("", &["empty"], None);
        check("\u{200b}", &["empty"], None);
        check("a/", &["path_separator"], None);
        check("a\u{0}b", &["control_character"], Some("ab"));
        check(
            "a\r\nb\u{202e}gnp.exe",
            &["control_character", "direction_character"],
            Some("abgnp.exe"),
        );
        check(&"é".repeat(255), &[], Some(&"é".repeat(255)));
        check(&"é".repeat(256), &["too_long"], Some(&"é".repeat(255)));
    }

    #[test]
    fn places_are_told() {
        assert_eq!(check_name("é\\"), [Fault::PathSeparator { at: 1 }]);
        assert_eq!(check_name("ab\u{7f}"), [Fault::ControlCharacter { at: 2 }]);
        assert_eq!(check_name("\u{2066}a"), [Fault::DirectionCharacter { at: 0 }]);
    }

    proptest! {
        #[test]
        fn what_is_made_plain_has_no_fault(given in "\\PC{0,40}|[a./\\\\\u{0}\u{202e} ]{0,12}") {
            if let Some(name) = plain_name(&given) {
                prop_assert_eq!(check_name(&name), []);
            }
        }
    }
}
