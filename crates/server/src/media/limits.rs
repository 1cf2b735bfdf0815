//! Which files are kept: those of the model's known types, and no larger than it says.

use inbox_model::validate::files::{self, Attachment, FileKind, known_types, plain_name};
use inbox_model::validate::{Fault, Problem, upload};
use thiserror::Error;

pub use inbox_model::validate::FILE_BYTES;

/// Why a file is not kept: everything that is wrong with it, at least one thing.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{}.", .0.first().map_or(Fault::Empty, |problem| problem.fault))]
pub struct Refused(Vec<Problem>);

impl Refused {
    /// The stable code, in `snake_case`.
    pub fn code(&self) -> &'static str {
        match self.0.first().map(|problem| problem.fault) {
            Some(Fault::TooLarge { .. }) => "file_too_large",
            Some(Fault::Empty) => "file_empty",
            _ => "unsupported_file_type",
        }
    }

    /// Everything that is wrong.
    pub fn problems(&self) -> &[Problem] {
        &self.0
    }

    /// A file of a type that is not kept.
    pub(crate) fn of_type(kind: FileKind) -> Self {
        Self(vec![Problem::at("file.mime", Fault::UnsupportedType { kind })])
    }

    fn unless_none(problems: Vec<Problem>) -> Result<(), Self> {
        if problems.is_empty() { Ok(()) } else { Err(Self(problems)) }
    }
}

/// What is said of a file before it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    name: Option<String>,
    mime: &'static str,
}

impl Incoming {
    /// A file of this name and this declared type. Nobody guesses at a type by the name: it is given
    /// out as what it was declared.
    ///
    /// # Errors
    /// The type is not on the list or is not declared, or it is one that a computer runs.
    pub fn new(name: Option<&str>, mime: Option<&str>) -> Result<Self, Refused> {
        let name = name.and_then(plain_name);
        let file = Attachment { name: name.as_deref(), mime, ..Attachment::default() };
        Refused::unless_none(files::check("file", &file, &upload()))?;
        let declared = mime.and_then(|mime| mime.split(';').next()).unwrap_or_default().trim();
        let known = known_types().find(|known| known.eq_ignore_ascii_case(declared));
        let mime = known.ok_or_else(|| Refused::of_type(FileKind::of(mime)))?;
        Ok(Self { name, mime })
    }

    /// Whether a file of this size is kept.
    ///
    /// # Errors
    /// It is too large or empty.
    pub fn fits(&self, bytes: u64) -> Result<(), Refused> {
        let (mime, bytes) = (Some(self.mime), Some(bytes));
        let file = Attachment { mime, bytes, ..Attachment::default() };
        Refused::unless_none(files::check("file", &file, &upload()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_on_the_list_is_kept() {
        for good in ["image/png", "IMAGE/PNG", "text/plain; charset=utf-8"] {
            assert!(Incoming::new(None, Some(good)).is_ok(), "{good}");
        }
        let code = |name: Option<&str>, mime: Option<&str>| {
            Incoming::new(name, mime).map_err(|refused| refused.code())
        };
        for bad in [
            "text/html",
            "image/svg+xml",
            "application/javascript",
            "application/octet-stream",
            "",
            "image/png\r\nx",
        ] {
            assert_eq!(code(None, Some(bad)), Err("unsupported_file_type"), "{bad}");
            // Nobody guesses.
            assert_eq!(code(Some("a.png"), Some(bad)), Err("unsupported_file_type"), "{bad}");
        }
        assert_eq!(code(None, None), Err("unsupported_file_type"));
        assert_eq!(code(Some("photo.png.exe"), Some("image/png")), Err("unsupported_file_type"));
    }

    #[test]
    fn a_file_has_a_size() {
        let incoming = Incoming::new(None, Some("image/png")).unwrap();
        let code = |bytes| incoming.fits(bytes).map_err(|refused| refused.code());
        assert_eq!(code(0), Err("file_empty"));
        assert_eq!(code(1), Ok(()));
        assert_eq!(code(FILE_BYTES), Ok(()));
        assert_eq!(code(FILE_BYTES + 1), Err("file_too_large"));
    }

    #[test]
    fn a_name_is_a_name_and_no_path() {
        let check = |given: &str, name: Option<&str>| {
            let incoming = Incoming::new(Some(given), Some("image/png")).unwrap();
            assert_eq!(incoming.name(), name, "{given:?}");
        };
        check("a.png", Some("a.png"));
        check("../../etc/passwd", Some("passwd"));
        check("..", None);
        check("a\r\nb\u{202e}txt.png", Some("abtxt.png"));
    }
}
