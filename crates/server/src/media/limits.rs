//! Which files are kept.

use thiserror::Error;

/// The largest file, in bytes (25 MiB, as much as most mail servers take).
pub const FILE_BYTES: u64 = 25 << 20;

/// Longest name, in characters.
const NAME_CHARACTERS: usize = 255;

/// The types that are kept: what people send each other, and nothing that a browser would run.
pub const TYPES: &[&str] = &[
    "application/gzip",
    "application/msword",
    "application/pdf",
    "application/rtf",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.oasis.opendocument.presentation",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/zip",
    "audio/aac",
    "audio/amr",
    "audio/mp4",
    "audio/mpeg",
    "audio/ogg",
    "audio/wav",
    "audio/webm",
    "image/avif",
    "image/gif",
    "image/heic",
    "image/jpeg",
    "image/png",
    "image/webp",
    "text/calendar",
    "text/csv",
    "text/plain",
    "text/vcard",
    "video/3gpp",
    "video/mp4",
    "video/quicktime",
    "video/webm",
];

/// Why a file is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// Its type is not on the list.
    #[error("Files of this type cannot be sent.")]
    Type,
    /// It is longer than [`FILE_BYTES`].
    #[error("The file is larger than {FILE_BYTES} bytes.")]
    TooLarge,
    /// There is nothing in it.
    #[error("The file is empty.")]
    Empty,
}

impl Problem {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Type => "unsupported_file_type",
            Self::TooLarge => "file_too_large",
            Self::Empty => "file_empty",
        }
    }
}

/// What is said of a file before it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    name: Option<String>,
    mime: &'static str,
}

impl Incoming {
    /// A file of this name and this declared type.
    ///
    /// # Errors
    /// `Type`, where the type is not on the list or is not declared.
    pub fn new(name: Option<&str>, mime: Option<&str>) -> Result<Self, Problem> {
        let declared = mime.and_then(|mime| mime.split(';').next()).unwrap_or_default().trim();
        let known = TYPES.iter().find(|known| known.eq_ignore_ascii_case(declared));
        Ok(Self { name: name.and_then(plain_name), mime: known.ok_or(Problem::Type)? })
    }

    /// What it is called, as far as that can be shown.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Its type.
    pub fn mime(&self) -> &'static str {
        self.mime
    }
}

/// The last part of a path, without what cannot be shown or would turn the reading around.
fn plain_name(given: &str) -> Option<String> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let turns = |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let name: String = last
        .chars()
        .filter(|letter| !letter.is_control() && !turns(*letter))
        .take(NAME_CHARACTERS)
        .collect();
    let name = name.trim();
    (!name.trim_matches('.').is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_on_the_list_is_kept() {
        for good in ["image/png", "IMAGE/PNG", "text/plain; charset=utf-8"] {
            assert!(Incoming::new(None, Some(good)).is_ok(), "{good}");
        }
        for bad in ["text/html", "image/svg+xml", "application/javascript", "", "image/png\r\nx"] {
            assert_eq!(Incoming::new(None, Some(bad)), Err(Problem::Type), "{bad}");
        }
        assert_eq!(Incoming::new(None, None), Err(Problem::Type));
        assert!(TYPES.is_sorted());
    }

    #[test]
    fn a_name_is_a_name_and_no_path() {
        let check = |given: &str, name: Option<&str>| {
            let incoming = Incoming::new(Some(given), Some("image/png")).unwrap();
            assert_eq!(incoming.name(), name, "{given:?}");
        };
        check("a.png", Some("a.png"));
        check("../../etc/passwd", Some("passwd"));
        check("C:\\x\\a b.png", Some("a b.png"));
        check("..", None);
        check("", None);
        check("a\r\nb\u{202e}gnp.exe", Some("abgnp.exe"));
        check(&"é".repeat(300), Some(&"é".repeat(255)));
    }
}
