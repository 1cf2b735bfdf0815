//! Which addresses may become links and images: an allow-list, applied to what a browser would
//! make of them; and what an address says of where it leads.

use super::scan::at;

/// The address, if a link may lead there: `http`, `https`, `mailto`, `tel`, or without a scheme
/// (relative to the page, or to its protocol).
///
/// Browsers ignore line feeds and tabs anywhere in an address, and control characters and spaces at
/// its ends, so an address with such characters is refused rather than read as they would.
pub fn safe_link(url: &str) -> Option<&str> {
    is_safe(url, &["http", "https", "mailto", "tel"]).then_some(url)
}

/// The address, if an image may be loaded from there: `http`, `https`, or without a scheme.
pub fn safe_image(url: &str) -> Option<&str> {
    is_safe(url, &["http", "https"]).then_some(url)
}

/// The address, if a link in a message may lead there: as [`safe_link`], and a whole address. One that
/// is relative leads to another place for everybody who reads it, in a widget even into whichever page
/// the widget stands on; and `https:a` is relative too, on a page that came over `https`. A backslash,
/// which is a slash to browsers and none to others, makes an address that is not whole either.
pub fn whole_link(url: &str) -> Option<&str> {
    let bytes = url.as_bytes();
    let mut colon = 0;
    while !matches!(at(bytes, colon), 0 | b':' | b'/' | b'?' | b'#') {
        colon += 1;
    }
    let is_web = matches!(at(bytes, 0), b'h' | b'H');
    let has_host = at(bytes, colon + 1) == b'/'
        && at(bytes, colon + 2) == b'/'
        && !matches!(at(bytes, colon + 3), 0 | b'/' | b'?' | b'#');
    let whole = at(bytes, colon) == b':' && (has_host || !is_web) && !bytes.contains(&b'\\');
    if whole { safe_link(url) } else { None }
}

/// Schemes that run something in the page, show a document of the writer's own as part of the site, or
/// reach what is on the reader's device; and those of older browsers.
const RUNNING: &[&str] = &[
    "about",
    "blob",
    "data",
    "feed",
    "file",
    "filesystem",
    "jar",
    "javascript",
    "livescript",
    "mhtml",
    "mocha",
    "vbscript",
    "view-source",
    "wyciwyg",
];

/// Whether no browser would run what is at this address, whatever its scheme: what is shown as the
/// specifications print it has to be no more than that. Read as browsers do, which pass over control
/// characters and spaces in front and line ends and tabs anywhere.
///
/// ```
/// use inbox_model::markdown::url::is_inert;
///
/// assert!(is_inert("made-up-scheme:a") && is_inert("/a:b") && is_inert("javascript"));
/// assert!(!is_inert(" java\tScript:alert(1)"));
/// ```
pub fn is_inert(url: &str) -> bool {
    let seen = url.trim_start_matches(|one: char| one <= ' ');
    let seen = seen.chars().filter(|one| !matches!(one, '\t' | '\n' | '\r'));
    let mut scheme = String::new();
    for one in seen {
        match one {
            ':' => return !RUNNING.contains(&scheme.as_str()),
            '/' | '?' | '#' => return true,
            _ => scheme.push(one.to_ascii_lowercase()),
        }
    }
    true
}

/// Whether an address has no server in it, so that it means that of the page. What browsers read as
/// a server without a scheme (`//a`, `/\a`) is not.
pub fn is_relative(url: &str) -> bool {
    let bytes = url.as_bytes();
    let end =
        bytes.iter().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(bytes.len());
    let first = bytes.get(..end).unwrap_or_default();
    !first.contains(&b':') && !bytes.contains(&b'\\') && !url.starts_with("//")
}

/// The host of an `http` or `https` address, with its port, after the name and password that may stand
/// before it. None where it is not plain which host that is.
pub fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once(':')?;
    if !(scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) {
        return None;
    }
    let host = authority(rest)?.rsplit('@').next()?;
    let plain =
        |one: char| matches!(one, '.' | '-' | ':') || one.is_ascii_alphanumeric() || one > '\u{7f}';
    (!host.is_empty() && host.chars().all(plain)).then_some(host)
}

/// What stands between two slashes and a path. Browsers take a backslash for a slash, others do not.
fn authority(address: &str) -> Option<&str> {
    let authority = address.strip_prefix("//")?.split(['/', '?', '#']).next()?;
    (!authority.is_empty() && !authority.contains('\\')).then_some(authority)
}

/// Where a link really leads, if its text looks like another address: the host, or the e-mail address.
/// [`Profile::Chat`](super::Profile::Chat) adds it to the text in parentheses (not without the feature
/// `company`: customers read what the company writes, and it is them that agents have to be wary of), so that
/// `[bank.example](https://thief.example)` says both, and `https://bank.example@thief.example` too.
///
/// A text looks like an address if it has `://`, or is one word with a dot before at least two letters;
/// for `mailto:` if it has an `@`. The name of a file, `report.pdf`, is none. `www.` makes no difference, nor does case.
///
/// ```
/// use inbox_model::markdown::url::disguised;
///
/// assert_eq!(disguised("bank.example", "https://thief.example/a"), Some("thief.example"));
/// assert_eq!(disguised("bank.example/help", "https://www.bank.example/"), None);
/// assert_eq!(disguised("our bank", "https://thief.example"), None);
/// ```
pub fn disguised<'a>(text: &str, href: &'a str) -> Option<&'a str> {
    let text = text.trim();
    if text == href && !href.contains('@') {
        return None; // as bare addresses do
    }
    if let Some(address) = href.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:")) {
        let address = href.get(address.len()..)?.split('?').next()?;
        return (text.contains('@')
            && !text.eq_ignore_ascii_case(address)
            && !text.eq_ignore_ascii_case(href))
        .then_some(address);
    }
    let shown = match text.find("://") {
        Some(scheme) => text.get(scheme + 3..)?,
        None if text.contains(char::is_whitespace) => return None,
        None => text,
    };
    let real = host(href)?;
    let shown = shown.split(['/', '?', '#', ' ', '\n']).next()?;
    let end = shown.rsplit('.').next()?.split(':').next()?;
    let is_file = FILES.iter().any(|known| end.eq_ignore_ascii_case(known));
    let is_name = !is_file
        && shown.contains('.')
        && end.chars().filter(|one| one.is_ascii_alphabetic() || *one > '\u{7f}').count() >= 2;
    let is_address = is_name || text.contains("://");
    (is_address && !bare_host(shown).eq_ignore_ascii_case(bare_host(real))).then_some(real)
}

/// Ends of files' names, none of them a top-level domain: links to files are called so.
const FILES: &[&str] = &[
    "pdf", "png", "jpg", "jpeg", "gif", "webp", "svg", "mp3", "mp4", "ogg", "wav", "webm", "doc",
    "docx", "xls", "xlsx", "ppt", "pptx", "csv", "txt", "json", "xml", "html",
];

/// A host without `www.`.
fn bare_host(host: &str) -> &str {
    match host.get(..4) {
        Some(start) if start.eq_ignore_ascii_case("www.") => host.get(4..).unwrap_or(host),
        _ => host,
    }
}

fn is_safe(url: &str, schemes: &[&str]) -> bool {
    let blank = |end: Option<char>| end.is_some_and(super::character::is_whitespace);
    if blank(url.chars().next()) || blank(url.chars().next_back()) {
        return false;
    }
    if url.bytes().any(|byte| byte.is_ascii_control()) {
        return false;
    }
    for (index, byte) in url.bytes().enumerate() {
        match byte {
            b'/' | b'?' | b'#' => return true,
            b':' => {
                let scheme = url.get(..index).unwrap_or("");
                return schemes.iter().any(|known| scheme.eq_ignore_ascii_case(known));
            }
            _ => {}
        }
    }
    true
}
