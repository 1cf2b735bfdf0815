//! Files that go with a message: their type, size and name, and how many there may be.
//!
//! A type is what is declared; where nothing is (or only that it is bytes), the ending of the name
//! counts. What a computer runs is refused whatever it is declared as. What each channel takes is in
//! [`Limits`](super::Limits). A file of which the size or the type is not known is not refused for it:
//! whoever gets it finds out.

mod name;
mod types;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use name::{NAME, check_name, plain_name};
pub use types::{is_of, known_types, type_of};

use super::problem::{Fault, Problem, item, within};
use crate::content::{Content, Media};

/// A mebibyte. Sizes that vendors give in MB are taken for this: that is what their errors name
/// (`WhatsApp`: "16777216").
pub const MIB: u64 = 1 << 20;

/// What a file is shown as, which decides how large it may be.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A picture.
    Image,
    /// A film.
    Video,
    /// Sound.
    Audio,
    /// Anything else.
    Document,
}

impl FileKind {
    /// The stable code, in `snake_case`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Document => "document",
        }
    }

    /// By the type of a file.
    pub fn of(mime: Option<&str>) -> Self {
        match mime.and_then(|mime| mime.split_once('/')).map(|(family, _)| family) {
            Some("image") => Self::Image,
            Some("video") => Self::Video,
            Some("audio") => Self::Audio,
            _ => Self::Document,
        }
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// What is known of a file before it is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attachment<'a> {
    /// Its name.
    pub name: Option<&'a str>,
    /// Its type, as declared.
    pub mime: Option<&'a str>,
    /// Its size in bytes.
    pub bytes: Option<u64>,
    /// What it is to be shown as; by its type where that is not said.
    pub kind: Option<FileKind>,
}

impl<'a> Attachment<'a> {
    /// The file of a content, if it has one.
    pub fn of(content: &'a Content) -> Option<Self> {
        let kind = match content {
            Content::Image(_) => FileKind::Image,
            Content::Video(_) => FileKind::Video,
            Content::Audio { .. } => FileKind::Audio,
            _ => FileKind::Document,
        };
        let Media { name, mime, bytes, .. } = content.media()?;
        let (name, mime) = (name.as_deref(), mime.as_deref());
        Some(Self { name, mime, bytes: *bytes, kind: Some(kind) })
    }
}

/// What may be sent as one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindLimit {
    /// Which types, as patterns: `image/png`, `image/*`, `*/*`.
    pub types: Vec<String>,
    /// The largest, in bytes.
    pub bytes: u64,
}

impl KindLimit {
    /// These types up to this size.
    pub fn new<'a>(types: impl IntoIterator<Item = &'a str>, bytes: u64) -> Self {
        Self { types: types.into_iter().map(str::to_owned).collect(), bytes }
    }
}

/// Which files may go with a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileLimits {
    /// Pictures.
    pub image: KindLimit,
    /// Films.
    pub video: KindLimit,
    /// Sound.
    pub audio: KindLimit,
    /// Everything else.
    pub document: KindLimit,
    /// How many.
    pub count: u64,
    /// How many bytes all of them have together.
    pub total_bytes: u64,
}

impl FileLimits {
    /// What may be sent as this.
    pub fn of(&self, kind: FileKind) -> &KindLimit {
        match kind {
            FileKind::Image => &self.image,
            FileKind::Video => &self.video,
            FileKind::Audio => &self.audio,
            FileKind::Document => &self.document,
        }
    }
}

/// Everything that is wrong with one file. Fields are `name`, `mime` and `bytes`, below `field`.
///
/// ```
/// use inbox_model::Channel;
/// use inbox_model::validate::{Limits, files::{self, Attachment}};
///
/// let limits = Limits::of(&Channel::Whatsapp).files;
/// let file = |name, mime, bytes| Attachment { name, mime, bytes, kind: None };
/// let codes = |attachment| -> Vec<_> {
///     files::check("file", &attachment, &limits).iter().map(|one| one.code()).collect()
/// };
/// assert!(codes(file(Some("a.png"), Some("image/png"), Some(5 << 20))).is_empty());
/// assert_eq!(codes(file(Some("a.png"), Some("image/png"), Some((5 << 20) + 1))), ["too_large"]);
/// assert_eq!(codes(file(Some("a.pdf.exe"), None, Some(0))), ["refused_type", "empty"]);
/// ```
pub fn check(field: &str, file: &Attachment<'_>, limits: &FileLimits) -> Vec<Problem> {
    let below = |name: &str| {
        if field.is_empty() { name.to_owned() } else { [field, ".", name].concat() }
    };
    let mut problems = Vec::new();
    if let Some(name) = file.name {
        problems.extend(within(&below("name"), check_name(name)));
    }
    let mime = type_of(file.mime, file.name);
    let kind = file.kind.unwrap_or_else(|| FileKind::of(mime.as_deref()));
    let limit = limits.of(kind);
    let any = |mime: &String| limit.types.iter().any(|pattern| is_of(mime, pattern));
    if types::is_run(file.mime, file.name) {
        problems.push(Problem::at(below("mime"), Fault::RefusedType));
    } else if !mime.as_ref().is_none_or(any) {
        problems.push(Problem::at(below("mime"), Fault::UnsupportedType { kind }));
    }
    match file.bytes {
        Some(0) => problems.push(Problem::at(below("bytes"), Fault::Empty)),
        Some(actual) if actual > limit.bytes => {
            let max = limit.bytes;
            problems.push(Problem::at(below("bytes"), Fault::TooLarge { max, actual }));
        }
        _ => {}
    }
    problems
}

/// Everything that is wrong with the files of one message: each by itself, at its place in the list,
/// how many there are, and how large they are together.
pub fn check_all<'a>(
    field: &str,
    files: impl IntoIterator<Item = (usize, Attachment<'a>)>,
    limits: &FileLimits,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (mut count, mut total) = (0_u64, 0_u64);
    for (at, file) in files {
        problems.extend(check(&item(field, at), &file, limits));
        count += 1;
        total = total.saturating_add(file.bytes.unwrap_or(0));
    }
    if count > limits.count {
        let fault = Fault::TooMany { max: limits.count, actual: count };
        problems.push(Problem::at(field, fault));
    }
    if total > limits.total_bytes {
        let fault = Fault::TotalTooLarge { max: limits.total_bytes, actual: total };
        problems.push(Problem::at(field, fault));
    }
    problems
}

#[cfg(test)]
mod tests;
