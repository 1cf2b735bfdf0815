//! Files within their limits, at them and beyond.

use proptest::prelude::*;

use super::*;

fn limits() -> FileLimits {
    FileLimits {
        image: KindLimit::new(["image/png", "image/jpeg"], 10),
        video: KindLimit::new(["video/*"], 20),
        audio: KindLimit::new(["audio/*"], 30),
        document: KindLimit::new(["*/*"], 40),
        count: 2,
        total_bytes: 50,
    }
}

fn check_one(mime: &str, name: &str, bytes: u64, expected: &[(&str, &str)]) {
    let file = Attachment {
        name: Some(name).filter(|name| !name.is_empty()),
        mime: Some(mime).filter(|mime| !mime.is_empty()),
        bytes: Some(bytes),
        kind: None,
    };
    let problems = check("f[1]", &file, &limits());
    let found: Vec<_> = problems.iter().map(|one| (&*one.field, one.code())).collect();
    assert_eq!(found, expected, "{mime} {name} {bytes}");
}

#[test]
fn each_kind_has_its_own_size() {
    for (mime, most) in
        [("image/png", 10), ("video/mp4", 20), ("audio/ogg", 30), ("application/pdf", 40)]
    {
        check_one(mime, "", most, &[]);
        check_one(mime, "", most + 1, &[("f[1].bytes", "too_large")]);
        check_one(mime, "", 0, &[("f[1].bytes", "empty")]);
    }
    let file = Attachment { bytes: Some(11), kind: Some(FileKind::Image), ..Attachment::default() };
    let problems = check("", &file, &limits());
    assert_eq!(problems, [Problem::at("bytes", Fault::TooLarge { max: 10, actual: 11 })]);
    assert_eq!(check("", &Attachment::default(), &limits()), []);
}

#[test]
fn a_type_is_on_the_list_or_refused() {
    check_one("image/gif", "a.gif", 1, &[("f[1].mime", "unsupported_type")]);
    check_one("", "a.gif", 1, &[("f[1].mime", "unsupported_type")]);
    check_one("", "a.jpeg", 1, &[]);
    check_one("", "a.strange", 1, &[]);
    check_one("image/png", "a.exe", 1, &[("f[1].mime", "refused_type")]);
    check_one("application/x-msdownload", "a.png", 1, &[("f[1].mime", "refused_type")]);
    let gif = Attachment {
        mime: Some("image/gif"),
        kind: Some(FileKind::Document),
        ..Attachment::default()
    };
    assert_eq!(check("", &gif, &limits()), []);
    let kind = FileKind::Image;
    let problems = check("", &Attachment { kind: Some(kind), ..gif }, &limits());
    assert_eq!(problems, [Problem::at("mime", Fault::UnsupportedType { kind })]);
}

#[test]
fn everything_that_is_wrong_is_told() {
    check_one(
        "image/gif",
        "a/b\u{0}.gif",
        11,
        &[
            ("f[1].name", "control_character"),
            ("f[1].name", "path_separator"),
            ("f[1].mime", "unsupported_type"),
            ("f[1].bytes", "too_large"),
        ],
    );
}

#[test]
fn all_files_together_have_limits_too() {
    let check_sizes = |sizes: &[u64], expected: &[Problem]| {
        let file = |bytes: u64| Attachment { bytes: Some(bytes), ..Attachment::default() };
        let files = sizes.iter().map(|bytes| file(*bytes)).enumerate();
        assert_eq!(check_all("f", files, &limits()), expected, "{sizes:?}");
    };
    check_sizes(&[], &[]);
    check_sizes(&[25, 25], &[]);
    let total = |actual| Problem::at("f", Fault::TotalTooLarge { max: 50, actual });
    check_sizes(&[25, 26], &[total(51)]);
    let many = Problem::at("f", Fault::TooMany { max: 2, actual: 3 });
    check_sizes(&[1, 2, 3], std::slice::from_ref(&many));
    let large =
        |at, actual| Problem::at(item("f", at) + ".bytes", Fault::TooLarge { max: 40, actual });
    check_sizes(&[u64::MAX, 41, 40], &[large(0, u64::MAX), large(1, 41), many, total(u64::MAX)]);
}

#[test]
fn a_kind_follows_the_type_and_has_a_code() {
    for (mime, kind) in [
        ("image/x", FileKind::Image),
        ("video/x", FileKind::Video),
        ("audio/x", FileKind::Audio),
        ("text/plain", FileKind::Document),
        ("image", FileKind::Document),
    ] {
        assert_eq!(FileKind::of(Some(mime)), kind);
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
        assert_eq!(kind.to_string(), kind.code());
    }
    assert_eq!(FileKind::of(None), FileKind::Document);
}

#[test]
fn a_content_says_what_its_file_is() {
    let media = Media {
        name: Some("a".into()),
        mime: Some("image/png".into()),
        bytes: Some(3),
        ..Media::default()
    };
    for (content, kind) in [
        (Content::Image(media.clone()), FileKind::Image),
        (Content::Video(media.clone()), FileKind::Video),
        (Content::Audio { media: media.clone(), voice: true }, FileKind::Audio),
        (Content::Document(media), FileKind::Document),
    ] {
        let is = Attachment::of(&content).unwrap();
        assert_eq!((is.name, is.mime, is.bytes), (Some("a"), Some("image/png"), Some(3)));
        assert_eq!(is.kind, Some(kind));
    }
    assert_eq!(Attachment::of(&Content::text("x")), None);
}

proptest! {
    #[test]
    fn no_file_panics(name in proptest::option::of("\\PC{0,20}"), mime in proptest::option::of("[a-z/*;]{0,12}"), bytes: Option<u64>) {
        let file = Attachment { name: name.as_deref(), mime: mime.as_deref(), bytes, kind: None };
        let problems = check_all("f", [(0, file), (1, file)], &limits());
        prop_assert!(problems.iter().all(|problem| problem.field.starts_with('f')));
    }
}
