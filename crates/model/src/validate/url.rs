//! Whether a text is a whole address on the web that may be kept and shown as a link.
//!
//! Schemes are an allow-list, `http` and `https`. An address with a name and a password in it is
//! refused: it gives a secret away, and `https://bank.example@evil.example` leads where nobody thinks
//! (RFC 3986, 7.5 and 7.6; browsers refuse them in many places). Hosts stay as they are written,
//! in whichever script. The longest is 2,048 characters: our choice, as browsers and mail programs
//! cut longer ones (RFC 9110, 4.1, asks for 8,000 octets of those who speak HTTP).

use serde::Serialize;
use thiserror::Error;

use super::letters::is_invisible;
use super::problem::Fault;
use super::unit::TextLimit;

/// Longest address, in characters.
pub const CHARACTERS: u64 = 2_048;

/// Why a text is no address on the web.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UrlFault {
    /// It begins with neither `https://` nor `http://`.
    #[error("it begins with neither https:// nor http://")]
    Scheme,
    /// There is space in it, or a character that nobody sees, or a `\`, `<`, `>` or `"`.
    #[error("it has a character that none can have")]
    Character,
    /// There is a name, and maybe a password, before the host.
    #[error("it has a user's name in it")]
    Credentials,
    /// There is no host, or one that can be none.
    #[error("it has no host, or one that can be none")]
    Host,
    /// What comes after the host's `:` is no port.
    #[error("it has a port that can be none")]
    Port,
}

impl UrlFault {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Scheme => "scheme",
            Self::Character => "character",
            Self::Credentials => "credentials",
            Self::Host => "host",
            Self::Port => "port",
        }
    }
}

/// Everything that is wrong with an address; nothing where it may be kept.
///
/// ```
/// use inbox_model::validate::{Fault, url::{self, UrlFault}};
///
/// assert_eq!(url::check("https://bücher.example/a?b=c#d"), []);
/// let reason = UrlFault::Credentials;
/// assert_eq!(url::check("https://ada:secret@example.com"), [Fault::NotAUrl { reason }]);
/// ```
pub fn check(text: &str) -> Vec<Fault> {
    if text.is_empty() {
        return vec![Fault::Empty];
    }
    let mut faults: Vec<Fault> =
        reasons(text).into_iter().map(|reason| Fault::NotAUrl { reason }).collect();
    faults.extend(TextLimit::characters(CHARACTERS).excess(text));
    faults
}

fn reasons(text: &str) -> Vec<UrlFault> {
    let mut reasons = Vec::new();
    let strange = |letter: char| is_invisible(letter) || "\\<>\"".contains(letter);
    if text.chars().any(strange) {
        reasons.push(UrlFault::Character);
    }
    let known = ["https://", "http://"].iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    });
    let Some(rest) = known else {
        reasons.push(UrlFault::Scheme);
        return reasons;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let server = match authority.rsplit_once('@') {
        Some((_, server)) => {
            reasons.push(UrlFault::Credentials);
            server
        }
        None => authority,
    };
    let (host, port) = host_and_port(server);
    if !is_host(host) {
        reasons.push(UrlFault::Host);
    }
    if port.is_some_and(|port| !port.is_empty() && port.parse::<u16>().is_err()) {
        reasons.push(UrlFault::Port);
    }
    reasons
}

/// An IPv6 address has colons of its own, in brackets.
fn host_and_port(server: &str) -> (&str, Option<&str>) {
    let end = server.rfind(']').unwrap_or(0);
    match server.get(end..).and_then(|rest| rest.find(':')) {
        Some(at) => (server.get(..end + at).unwrap_or_default(), server.get(end + at + 1..)),
        None => (server, None),
    }
}

fn is_host(host: &str) -> bool {
    if let Some(inner) = host.strip_prefix('[') {
        let inner = inner.strip_suffix(']').unwrap_or_default();
        let plain = |byte: u8| byte.is_ascii_hexdigit() || byte == b':' || byte == b'.';
        return inner.contains(':') && inner.bytes().all(plain);
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    let plain = |letter: char| {
        !letter.is_ascii() || letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
    };
    name.split('.').all(|label| !label.is_empty() && label.chars().all(plain))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        let code = |fault: &Fault| match fault {
            Fault::NotAUrl { reason } => reason.code(),
            other => other.code(),
        };
        check(text).iter().map(code).collect()
    }

    #[test]
    fn addresses_on_the_web() {
        for good in [
            "https://example.com",
            "HTTP://EXAMPLE.com/a/b?c=d@e#f:g",
            "http://localhost:8080/",
            "https://bücher.example/ä?ö=日",
            "https://a_b.example.:443",
            "https://example.com:/",
            "http://127.0.0.1",
            "http://[::1]",
            "http://[2001:db8::1.2.3.4]:80/x",
            "https://x/%20",
        ] {
            assert_eq!(codes(good), Vec::<&str>::new(), "{good}");
        }
    }

    #[test]
    fn each_fault_has_a_name() {
        for (text, expected) in [
            ("", &["empty"][..]),
            ("example.com", &["scheme"]),
            ("//example.com", &["scheme"]),
            ("ftp://example.com", &["scheme"]),
            ("javascript:alert(1)", &["scheme"]),
            ("data:text/html,x", &["scheme"]),
            ("https:/x", &["scheme"]),
            ("https", &["scheme"]),
            ("é", &["scheme"]),
            (" https://x", &["character", "scheme"]),
            ("https://x/ y", &["character"]),
            ("https://x/\u{0}", &["character"]),
            ("https://x/\u{200b}", &["character"]),
            ("https://x/\u{202e}", &["character"]),
            ("https://x/\"", &["character"]),
            ("https://x/<", &["character"]),
            ("https://x/>", &["character"]),
            ("https://x\\y", &["character", "host"]),
            ("https://ada@x", &["credentials"]),
            ("https://ada:pass@x:80/", &["credentials"]),
            ("https://a@b@x", &["credentials"]),
            ("https://@", &["credentials", "host"]),
            ("https://", &["host"]),
            ("https:///x", &["host"]),
            ("https://?x", &["host"]),
            ("https://.", &["host"]),
            ("https://a..b", &["host"]),
            ("https://a%b", &["host"]),
            ("https://[]", &["host"]),
            ("https://[::1", &["host", "port"]),
            ("https://[12]", &["host"]),
            ("https://[::g]", &["host"]),
            ("https://x:y", &["port"]),
            ("https://x:65536", &["port"]),
            ("https://[::1]:x", &["port"]),
            ("https://:80", &["host"]),
        ] {
            assert_eq!(codes(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_limit_itself_is_possible() {
        let of = |length: usize| "https://x/".to_owned() + &"é".repeat(length - 10);
        assert_eq!(codes(&of(2_048)), Vec::<&str>::new());
        assert_eq!(codes(&of(2_049)), ["too_long"]);
        assert_eq!(codes("https://x:65535"), Vec::<&str>::new());
    }

    #[test]
    fn a_reason_is_serialised_as_its_code() {
        use UrlFault as F;
        for reason in [F::Scheme, F::Character, F::Credentials, F::Host, F::Port] {
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.code());
            assert!(reason.to_string().starts_with("it "));
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}|https?://[a@:\\[\\].?#/0-9]{0,20}") {
            let _ = check(&text);
        }
    }
}
