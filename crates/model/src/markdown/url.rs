//! Which addresses may become links and images: an allow-list, applied to what a browser would
//! make of them.

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

fn is_safe(url: &str, schemes: &[&str]) -> bool {
    let blank = |end: Option<char>| end.is_some_and(super::character::is_whitespace);
    if blank(url.chars().next()) || blank(url.chars().next_back()) {
        return false;
    }
    if url.bytes().any(|byte| byte < b' ' || byte == 0x7f) {
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
