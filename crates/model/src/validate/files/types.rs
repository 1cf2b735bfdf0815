//! Types of files: by MIME, by the ending of a name, and those that are never sent.

/// What people send each other, and nothing that a browser would run, each with the endings of names
/// that mean it. Sorted, and the first ending is the usual one.
///
/// Source: our choice, of the types in IANA's registry that are in use.
const KNOWN: &[(&str, &[&str])] = &[
    ("application/gzip", &["gz"]),
    ("application/msword", &["doc"]),
    ("application/pdf", &["pdf"]),
    ("application/rtf", &["rtf"]),
    ("application/vnd.ms-excel", &["xls"]),
    ("application/vnd.ms-powerpoint", &["ppt"]),
    ("application/vnd.oasis.opendocument.presentation", &["odp"]),
    ("application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    ("application/vnd.oasis.opendocument.text", &["odt"]),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/zip", &["zip"]),
    ("audio/aac", &["aac"]),
    ("audio/amr", &["amr"]),
    ("audio/mp4", &["m4a"]),
    ("audio/mpeg", &["mp3"]),
    ("audio/ogg", &["ogg", "oga", "opus"]),
    ("audio/wav", &["wav"]),
    ("audio/webm", &["weba"]),
    ("image/avif", &["avif"]),
    ("image/gif", &["gif"]),
    ("image/heic", &["heic"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/png", &["png"]),
    ("image/webp", &["webp"]),
    ("text/calendar", &["ics"]),
    ("text/csv", &["csv"]),
    ("text/plain", &["txt", "text", "log"]),
    ("text/vcard", &["vcf"]),
    ("video/3gpp", &["3gp"]),
    ("video/mp4", &["mp4", "m4v"]),
    ("video/quicktime", &["mov"]),
    ("video/webm", &["webm"]),
];

/// Endings of names of files that a computer runs, or that make it run something. Sorted.
///
/// Source: what Gmail refuses as attachments (support.google.com/mail/answer/6590), and what the other
/// systems run in the same way.
const RUN: &[&str] = &[
    "ade",
    "adp",
    "apk",
    "app",
    "appimage",
    "appx",
    "appxbundle",
    "bash",
    "bat",
    "cab",
    "chm",
    "cmd",
    "com",
    "command",
    "cpl",
    "csh",
    "deb",
    "diagcab",
    "diagcfg",
    "diagpkg",
    "dll",
    "dmg",
    "ex",
    "ex_",
    "exe",
    "hta",
    "img",
    "inf",
    "ins",
    "iso",
    "isp",
    "jar",
    "jnlp",
    "js",
    "jse",
    "ksh",
    "lib",
    "lnk",
    "mde",
    "mjs",
    "msc",
    "msi",
    "msix",
    "msixbundle",
    "msp",
    "mst",
    "nsh",
    "pif",
    "pkg",
    "ps1",
    "psm1",
    "reg",
    "rpm",
    "run",
    "scf",
    "scr",
    "sct",
    "sh",
    "shb",
    "sys",
    "url",
    "vb",
    "vbe",
    "vbs",
    "vhd",
    "vxd",
    "wsc",
    "wsf",
    "wsh",
    "xll",
    "zsh",
];

/// MIME types of the same. Sorted.
const RUN_TYPES: &[&str] = &[
    "application/hta",
    "application/java-archive",
    "application/javascript",
    "application/vnd.android.package-archive",
    "application/vnd.microsoft.portable-executable",
    "application/x-bat",
    "application/x-dosexec",
    "application/x-executable",
    "application/x-ms-installer",
    "application/x-msdos-program",
    "application/x-msdownload",
    "application/x-msi",
    "application/x-sh",
    "application/x-sharedlib",
    "text/javascript",
];

/// Every type that is known, sorted.
///
/// ```
/// use inbox_model::validate::files;
///
/// assert!(files::known_types().any(|mime| mime == "application/pdf"));
/// ```
pub fn known_types() -> impl Iterator<Item = &'static str> {
    KNOWN.iter().map(|(mime, _)| *mime)
}

/// The MIME type that a text declares, in small letters and without parameters; `None` where it
/// declares none, or says only that it is bytes.
fn declared(mime: &str) -> Option<String> {
    let plain = mime.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    (!matches!(&*plain, "" | "application/octet-stream" | "binary/octet-stream")).then_some(plain)
}

/// The type of a file: what is declared, and where nothing is, what its name ends in. `None` where
/// neither says.
pub fn type_of(mime: Option<&str>, name: Option<&str>) -> Option<String> {
    mime.and_then(declared).or_else(|| {
        let ending = ending(name?)?;
        let known = KNOWN.iter().find(|(_, endings)| endings.contains(&&*ending));
        known.map(|(mime, _)| (*mime).to_owned())
    })
}

/// Whether a file is one that a computer runs, by its name or by what is declared.
pub(super) fn is_run(mime: Option<&str>, name: Option<&str>) -> bool {
    let is = |list: &[&str], text: String| list.binary_search(&&*text).is_ok();
    mime.and_then(declared).is_some_and(|mime| is(RUN_TYPES, mime))
        || name.and_then(ending).is_some_and(|ending| is(RUN, ending))
}

/// What a name ends in, in small letters. Dots and spaces at the end go, as Windows does it.
fn ending(name: &str) -> Option<String> {
    let name = name.trim_end_matches(|letter: char| letter == '.' || letter.is_whitespace());
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())
}

/// Whether a type is one of a pattern: `image/png` itself, all of `image/*`, or any of `*/*`.
///
/// ```
/// use inbox_model::validate::files::is_of;
///
/// assert!(is_of("image/png", "image/*") && is_of("image/png", "*/*"));
/// assert!(!is_of("image/png", "image/jpeg") && !is_of("image/png", "video/*"));
/// ```
pub fn is_of(mime: &str, pattern: &str) -> bool {
    let same = |one: &str, two: &str| two == "*" || one.eq_ignore_ascii_case(two);
    match (mime.split_once('/'), pattern.split_once('/')) {
        (Some((family, kind)), Some((families, kinds))) => {
            same(family, families) && same(kind, kinds)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        assert!(KNOWN.is_sorted() && RUN.is_sorted() && RUN_TYPES.is_sorted());
        assert!(known_types().eq(KNOWN.iter().map(|known| known.0)));
        let mut endings: Vec<_> = KNOWN.iter().flat_map(|known| known.1).collect();
        let all = endings.len();
        endings.sort_unstable();
        endings.dedup();
        assert_eq!(endings.len(), all);
        assert!(endings.iter().all(|ending| RUN.binary_search(ending).is_err()));
        assert!(known_types().all(|mime| !is_run(Some(mime), None)));
    }

    #[test]
    fn what_is_declared_counts_and_then_the_name() {
        let check = |mime: Option<&str>, name: Option<&str>, is: Option<&str>| {
            assert_eq!(type_of(mime, name).as_deref(), is, "{mime:?} {name:?}");
        };
        check(Some("Image/PNG; x=y"), None, Some("image/png"));
        check(Some("text/html"), Some("a.png"), Some("text/html"));
        check(Some("application/octet-stream"), Some("a.b.JPEG"), Some("image/jpeg"));
        check(Some("binary/octet-stream"), Some("a.pdf"), Some("application/pdf"));
        check(Some(" "), Some("a.opus"), Some("audio/ogg"));
        check(None, Some("a.mov. "), Some("video/quicktime"));
        check(None, Some("a.xyz"), None);
        check(None, Some("png"), None);
        check(None, None, None);
        check(Some("application/octet-stream"), None, None);
    }

    #[test]
    fn what_is_run_is_known_by_its_name_or_type() {
        for name in
            ["a.exe", "photo.png.SCR", "x.js", "x.bat.", "x.lnk . ", ".sh", "a.ade", "a.zsh"]
        {
            assert!(is_run(None, Some(name)), "{name}");
            assert!(is_run(Some("image/png"), Some(name)), "{name}");
        }
        for mime in ["application/x-msdownload", "TEXT/JavaScript;x", "application/hta"] {
            assert!(is_run(Some(mime), None), "{mime}");
        }
        for name in ["a.png", "exe", "a.exe.txt", "", "."] {
            assert!(!is_run(None, Some(name)), "{name}");
        }
        assert!(!is_run(None, None));
        assert!(!is_run(Some("application/octet-stream"), None));
    }

    #[test]
    fn a_pattern_is_a_type_a_family_or_all() {
        for (mime, pattern, is) in [
            ("image/png", "image/png", true),
            ("image/png", "IMAGE/PNG", true),
            ("image/png", "image/*", true),
            ("image/png", "*/*", true),
            ("image/png", "image/p", false),
            ("image/png", "video/*", false),
            ("image/png", "*/jpeg", false),
            ("image", "*/*", false),
            ("image/png", "*", false),
        ] {
            assert_eq!(is_of(mime, pattern), is, "{mime} {pattern}");
        }
    }
}
