//! Under which address this server is reached by the page that asks, where the page is somebody else's:
//! there a path leads to the page's own host.

use std::sync::Arc;

use axum::http::{HeaderMap, header};

/// What stands before paths in an answer to this request, as `https://inbox.example`; `None` where a path
/// will do. `behind_proxy`: what a proxy says of the request is true.
///
/// A browser names the page's origin in every request to another one. Who names none is no page of
/// somebody else's, and knows where it asked.
pub(super) fn address(headers: &HeaderMap, behind_proxy: bool) -> Option<Arc<str>> {
    let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let (page_scheme, page) = value("origin")?.split_once("://")?;
    let forwarded = |name| value(name).filter(|_| behind_proxy);
    let host = forwarded("x-forwarded-host").or_else(|| value(header::HOST.as_str()))?;
    let is_own = value("sec-fetch-site") == Some("same-origin") || page == host;
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte);
    if is_own || host.is_empty() || !host.bytes().all(is_host) {
        return None;
    }
    // A page that came safely may ask nobody else, so it has.
    let safe = page_scheme == "https" || forwarded("x-forwarded-proto") == Some("https");
    Some(format!("{}://{host}", if safe { "https" } else { "http" }).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(headers: &[(&'static str, &'static str)], behind_proxy: bool) -> Option<String> {
        let headers = headers.iter().map(|&(name, value)| {
            (name.parse().unwrap(), axum::http::HeaderValue::from_static(value))
        });
        address(&headers.collect(), behind_proxy).map(|address| address.to_string())
    }

    #[test]
    fn only_a_page_of_somebody_elses_needs_whole_addresses() {
        let host = ("host", "inbox.example");
        let shop = ("origin", "https://shop.example");
        assert_eq!(told(&[host, shop], false).as_deref(), Some("https://inbox.example"));
        let plain = [("host", "127.0.0.1:8080"), ("origin", "http://127.0.0.1:9000")];
        assert_eq!(told(&plain, false).as_deref(), Some("http://127.0.0.1:8080"));
        for own in [
            vec![host],
            vec![host, ("origin", "https://inbox.example")],
            vec![host, shop, ("sec-fetch-site", "same-origin")],
            vec![host, ("origin", "null")],
            vec![shop],
            vec![("host", "a/b?c"), shop],
            vec![("host", "user@a"), shop],
        ] {
            assert_eq!(told(&own, false), None, "{own:?}");
        }
    }

    #[test]
    fn what_a_proxy_says_counts_where_there_is_one() {
        let asked = [
            ("host", "127.0.0.1:8080"),
            ("origin", "http://shop.example"),
            ("x-forwarded-host", "inbox.example"),
            ("x-forwarded-proto", "https"),
        ];
        assert_eq!(told(&asked, true).as_deref(), Some("https://inbox.example"));
        assert_eq!(told(&asked, false).as_deref(), Some("http://127.0.0.1:8080"));
    }
}
