//! Addresses as people have them, and broken ones.

use proptest::prelude::*;

use super::*;

fn codes(text: &str) -> Vec<&'static str> {
    let code = |fault: &Fault| match fault {
        Fault::NotAnEmail { reason } => reason.code(),
        other => other.code(),
    };
    check(text).iter().map(code).collect()
}

#[test]
fn what_people_have_is_an_address() {
    for good in [
        "a@b.c",
        "ada.l+x@mail.example.com",
        "o'brien_{1}~!#$%&*/=?^`|@x-y.example",
        "1@2.example",
        "x@1.2e",
        "a@xn--bcher-kva.example",
        "用户@例え.テスト",
        "jos\u{e9}@b\u{fc}cher.example",
        "jose\u{301}@हिन्दी.example",
    ] {
        assert_eq!(codes(good), Vec::<&str>::new(), "{good}");
        assert!(is_email(good));
        assert_eq!(is_plain(good), good.is_ascii());
    }
}

#[test]
fn each_fault_has_a_name() {
    for (text, expected) in [
        ("", &["empty"][..]),
        ("ada", &["missing_at"]),
        ("a b", &["missing_at"]),
        ("a@b@c.d", &["several_at"]),
        ("@b.c", &["name_missing"]),
        ("a@", &["host_missing"]),
        ("@", &["name_missing", "host_missing"]),
        (".a@b.c", &["name_dot"]),
        ("a.@b.c", &["name_dot"]),
        ("a..b@c.d", &["name_dot"]),
        ("a b@c.d", &["name_character"]),
        (" a@c.d", &["name_character"]),
        ("a\u{0}@c.d", &["name_character"]),
        ("a\u{200b}@c.d", &["name_character"]),
        ("\"a b\"@c.d", &["name_character"]),
        ("a(c)@c.d", &["name_character"]),
        ("a,b@c.d", &["name_character"]),
        ("Ada <a@c.d>", &["name_character", "host_character"]),
        ("a@home", &["host_without_dot"]),
        ("a@c.d ", &["host_character"]),
        ("a@c_d.e", &["host_character"]),
        ("a@[1.2.3.4]", &["host_character"]),
        ("a@c\u{3002}d.e", &["host_character"]),
        ("a@c\u{ff0e}d.e", &["host_character"]),
        ("a@c\u{ff61}d.e", &["host_character"]),
        ("a@c\u{202e}d.e", &["host_character"]),
        ("a@.c.d", &["label_empty"]),
        ("a@c.d.", &["label_empty"]),
        ("a@c..d", &["label_empty"]),
        ("a@-c.d", &["label_hyphen"]),
        ("a@c-.d", &["label_hyphen"]),
        ("a@1.2.3.4", &["host_number"]),
        (
            ".a b@-c..1",
            &["name_dot", "name_character", "label_empty", "label_hyphen", "host_number"],
        ),
    ] {
        assert_eq!(codes(text), expected, "{text:?}");
        assert!(!is_plain(text));
    }
}

#[test]
fn lengths_are_in_bytes_and_the_limit_itself_is_possible() {
    let name = |length: usize| "a".repeat(length) + "@b.c";
    assert_eq!(codes(&name(64)), Vec::<&str>::new());
    assert_eq!(codes(&name(65)), ["name_too_long"]);
    assert_eq!(codes(&("é".repeat(32) + "@b.c")), Vec::<&str>::new());
    assert_eq!(codes(&("é".repeat(33) + "@b.c")), ["name_too_long"]);
    let label = |length: usize| ["a@", &"b".repeat(length), ".c"].concat();
    assert_eq!(codes(&label(63)), Vec::<&str>::new());
    assert_eq!(codes(&label(64)), ["label_too_long"]);
    let whole = |last: usize| ["a@", &"b.".repeat(100), &"c".repeat(last)].concat();
    assert_eq!(whole(52).len(), 254);
    assert_eq!(codes(&whole(52)), Vec::<&str>::new());
    assert_eq!(codes(&whole(53)), ["too_long"]);
    assert_eq!(check(&whole(53)), [Fault::TooLong { unit: Unit::Bytes, max: 254, actual: 255 }]);
}

#[test]
fn an_address_is_put_into_one_form() {
    assert_eq!(normalize(" Ada@EXAMPLE.com\n").unwrap(), "Ada@example.com");
    assert_eq!(normalize("a@BÜCHER.de").unwrap(), "a@bücher.de");
    assert_eq!(normalize(" \n"), Err(vec![Fault::Empty]));
    assert_eq!(
        normalize("a@b"),
        Err(vec![Fault::NotAnEmail { reason: EmailFault::HostWithoutDot }])
    );
}

#[test]
fn a_reason_is_serialised_as_its_code() {
    use EmailFault as F;
    for reason in [
        F::MissingAt,
        F::SeveralAt,
        F::NameMissing,
        F::NameTooLong,
        F::NameDot,
        F::NameCharacter,
        F::HostMissing,
        F::HostWithoutDot,
        F::HostCharacter,
        F::LabelEmpty,
        F::LabelTooLong,
        F::LabelHyphen,
        F::HostNumber,
    ] {
        assert_eq!(serde_json::to_value(reason).unwrap(), reason.code());
        assert!(reason.to_string().starts_with("the") || reason.to_string().starts_with("a "));
    }
}

fn name() -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-zA-Z0-9!#$%&'*+/=?^_`{|}~éü用-]{1,8}", 1..4)
        .prop_map(|atoms| atoms.join("."))
        .prop_filter("short enough", |name| name.len() <= NAME_BYTES)
}

fn host() -> impl Strategy<Value = String> {
    let label = "[a-z0-9é]([a-z0-9é-]{0,10}[a-z0-9é])?";
    (proptest::collection::vec(label, 1..4), "[a-z]{2,10}")
        .prop_map(|(labels, last)| labels.join(".") + "." + &last)
}

proptest! {
    #[test]
    fn what_is_made_as_addresses_are_is_one((name, host) in (name(), host())) {
        let text = [&*name, "@", &host].concat();
        prop_assert_eq!(check(&text), []);
        prop_assert_eq!(normalize(&text).unwrap(), normalize(&normalize(&text).unwrap()).unwrap());
    }

    #[test]
    fn what_is_broken_is_none((name, host, at) in (name(), host(), 0_usize..200), bad in "[ ,;:<>()\"\\\\\\[\\]\u{0}\u{7f}\u{200b}@]") {
        let mut text = [&*name, "@", &host].concat();
        let mut at = at % (text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, &bad);
        prop_assert!(!is_email(&text), "{:?}", text);
        let broken =
            [[".", &name, "@", &host], [&name, ".", "@", &host], [&name, "@", ".", &host], [&name, "@-", "", &host]];
        for broken in broken {
            prop_assert!(!is_email(&broken.concat()));
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,60}|[a@. \n-]{0,12}") {
        let _ = normalize(&text);
    }
}
