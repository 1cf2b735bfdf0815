//! What each channel carries, as data.
//!
//! | channel | text | caption | files | together | source |
//! |---|---|---|---|---|---|
//! | web, apps, others | 10,000 characters | the same | 20 of 25 MiB | 100 MiB | our choice |
//! | e-mail | 10,000 characters | the same | 20 of 25 MiB | 25 MiB | what Gmail and Outlook take (25 and 20 MB a message); text and number are our choice |
//! | SMS | 10 segments | 10 segments | 10 of 5 MiB, as MMS | 5 MiB | Twilio: 1,600 characters, 10 media, 5 MB a message; the networks take less of some |
//! | `WhatsApp` | 4,096 characters | 1,024 characters | 10: pictures 5 MiB, film and sound 16 MiB, documents 100 MiB | 100 MiB | Meta's Cloud API, *Text messages* and *Supported media types*; it carries one file a message, and how many messages one of ours may become is our choice |
//!
//! Each number can be changed by configuration, see [`LimitChanges`].

use serde::{Deserialize, Serialize};

use super::files::{FileLimits, KindLimit, MIB, known_types};
use super::unit::{TextLimit, Unit};
use crate::conversation::Channel;
use crate::draft;

/// The most segments of one text as SMS.
pub const SEGMENTS: u64 = 10;
/// The largest file that is kept, in bytes.
pub const FILE_BYTES: u64 = 25 * MIB;

/// What a channel carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The text of a message.
    pub text: TextLimit,
    /// What stands under a file.
    pub caption: TextLimit,
    /// The subject, of an e-mail.
    pub subject: TextLimit,
    /// What is attached.
    pub files: FileLimits,
}

impl Limits {
    /// What this channel carries, as far as nobody has configured anything else.
    ///
    /// ```
    /// use inbox_model::Channel;
    /// use inbox_model::validate::{Limits, Unit};
    ///
    /// assert_eq!(Limits::of(&Channel::Whatsapp).text.max, 4_096);
    /// assert_eq!(Limits::of(&Channel::Sms).text.unit, Unit::Segments);
    /// ```
    pub fn of(channel: &Channel) -> Self {
        let subject = super::line::SUBJECT;
        let text = text_limit(channel);
        match channel {
            Channel::Email => {
                Self { text, caption: text, subject, files: any(25 * MIB, 20, 25 * MIB) }
            }
            Channel::Sms => Self { text, caption: text, subject, files: any(5 * MIB, 10, 5 * MIB) },
            Channel::Whatsapp => {
                Self { text, caption: TextLimit::characters(1_024), subject, files: whatsapp() }
            }
            _ => Self { text, caption: text, subject, files: any(FILE_BYTES, 20, 100 * MIB) },
        }
    }

    /// The same with what a configuration says.
    #[must_use]
    pub fn with(mut self, changes: &LimitChanges) -> Self {
        let set = |value: &mut u64, change: Option<u64>| *value = change.unwrap_or(*value);
        self.text = changes.text.unwrap_or(self.text);
        self.caption = changes.caption.unwrap_or(self.caption);
        self.subject = changes.subject.unwrap_or(self.subject);
        set(&mut self.files.count, changes.files);
        set(&mut self.files.total_bytes, changes.total_bytes);
        for (kind, change) in [
            (&mut self.files.image, &changes.image),
            (&mut self.files.video, &changes.video),
            (&mut self.files.audio, &changes.audio),
            (&mut self.files.document, &changes.document),
        ] {
            if let Some(change) = change {
                kind.clone_from(change);
            }
        }
        self
    }
}

/// What a configuration says differently; what it leaves out stays.
///
/// ```
/// use inbox_model::Channel;
/// use inbox_model::validate::{LimitChanges, Limits};
///
/// let changes: LimitChanges = serde_json::from_str(r#"{"files": 3}"#).unwrap();
/// assert_eq!(Limits::of(&Channel::Web).with(&changes).files.count, 3);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LimitChanges {
    /// The text of a message.
    pub text: Option<TextLimit>,
    /// What stands under a file.
    pub caption: Option<TextLimit>,
    /// The subject of an e-mail.
    pub subject: Option<TextLimit>,
    /// How many files.
    pub files: Option<u64>,
    /// How many bytes all files have together.
    pub total_bytes: Option<u64>,
    /// Pictures.
    pub image: Option<KindLimit>,
    /// Films.
    pub video: Option<KindLimit>,
    /// Sound.
    pub audio: Option<KindLimit>,
    /// All other files.
    pub document: Option<KindLimit>,
}

/// How long a text may be on a channel, as far as nobody has configured anything else.
pub fn text_limit(channel: &Channel) -> TextLimit {
    match channel {
        Channel::Sms => TextLimit::new(Unit::Segments, SEGMENTS),
        Channel::Whatsapp => TextLimit::characters(4_096),
        _ => draft::TEXT,
    }
}

/// Any type, each file up to this size.
fn any(bytes: u64, count: u64, total_bytes: u64) -> FileLimits {
    let all = || KindLimit::new(["*/*"], bytes);
    FileLimits { image: all(), video: all(), audio: all(), document: all(), count, total_bytes }
}

fn whatsapp() -> FileLimits {
    FileLimits {
        image: KindLimit::new(["image/jpeg", "image/png"], 5 * MIB),
        video: KindLimit::new(["video/mp4", "video/3gpp", "video/3gp"], 16 * MIB),
        audio: KindLimit::new(
            ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"],
            16 * MIB,
        ),
        // Meta lists text, PDF and the office formats, and takes any valid type.
        document: KindLimit::new(["*/*"], 100 * MIB),
        count: 10,
        total_bytes: 100 * MIB,
    }
}

/// What is kept when it is uploaded, before anybody knows by which channel it will go: the known
/// types, each up to [`FILE_BYTES`] (our choice: as much as most mail servers take).
pub fn upload() -> FileLimits {
    let of = |family: &'static str| {
        let is = move |mime: &&str| mime.starts_with(family);
        KindLimit::new(known_types().filter(is), FILE_BYTES)
    };
    let others =
        known_types().filter(|mime| mime.starts_with("application/") || mime.starts_with("text/"));
    FileLimits {
        image: of("image/"),
        video: of("video/"),
        audio: of("audio/"),
        document: KindLimit::new(others, FILE_BYTES),
        count: 1,
        total_bytes: FILE_BYTES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::files::{Attachment, FileKind, check};

    #[test]
    fn each_channel_has_its_own() {
        let mib = |bytes: u64| bytes / MIB;
        for (channel, text, caption, sizes, count, total) in [
            (Channel::Web, (Unit::Characters, 10_000), 10_000, [25; 4], 20, 100),
            (Channel::Other("x".into()), (Unit::Characters, 10_000), 10_000, [25; 4], 20, 100),
            (Channel::Email, (Unit::Characters, 10_000), 10_000, [25; 4], 20, 25),
            (Channel::Sms, (Unit::Segments, 10), 10, [5; 4], 10, 5),
            (Channel::Whatsapp, (Unit::Characters, 4_096), 1_024, [5, 16, 16, 100], 10, 100),
        ] {
            let limits = Limits::of(&channel);
            assert_eq!((limits.text.unit, limits.text.max), text, "{channel:?}");
            assert_eq!((limits.caption.unit, limits.caption.max), (text.0, caption));
            assert_eq!((limits.subject.unit, limits.subject.max), (Unit::Bytes, 998));
            let files = &limits.files;
            let kinds = [FileKind::Image, FileKind::Video, FileKind::Audio, FileKind::Document];
            assert_eq!(kinds.map(|kind| mib(files.of(kind).bytes)), sizes);
            assert_eq!((files.count, mib(files.total_bytes)), (count, total));
            assert!(kinds.iter().all(|kind| files.of(*kind).bytes.is_multiple_of(MIB)));
        }
    }

    #[test]
    fn whatsapp_takes_few_types() {
        let limits = Limits::of(&Channel::Whatsapp).files;
        let is_taken = |mime: &str| {
            let file = Attachment { mime: Some(mime), ..Attachment::default() };
            check("", &file, &limits).is_empty()
        };
        for good in
            ["image/png", "image/jpeg", "video/mp4", "video/3gpp", "audio/ogg", "text/plain"]
        {
            assert!(is_taken(good), "{good}");
        }
        for bad in ["image/gif", "image/webp", "video/webm", "audio/wav"] {
            assert!(!is_taken(bad), "{bad}");
        }
    }

    #[test]
    fn a_configuration_changes_what_it_names() {
        let changes: LimitChanges = serde_json::from_str(
            r#"{"text":{"unit":"utf16","max":1},"caption":{"unit":"bytes","max":2},
                "subject":{"unit":"characters","max":3},"files":4,"total_bytes":5,
                "image":{"types":["image/a"],"bytes":6},"video":{"types":["video/a"],"bytes":7},
                "audio":{"types":["audio/a"],"bytes":8},"document":{"types":["a/a"],"bytes":9}}"#,
        )
        .unwrap();
        let limits = Limits::of(&Channel::Web);
        assert_eq!(limits.clone().with(&LimitChanges::default()), limits);
        let changed = limits.with(&changes);
        assert_eq!(changed.text, TextLimit::new(Unit::Utf16, 1));
        assert_eq!(changed.caption, TextLimit::new(Unit::Bytes, 2));
        assert_eq!(changed.subject, TextLimit::characters(3));
        let files = FileLimits {
            image: KindLimit::new(["image/a"], 6),
            video: KindLimit::new(["video/a"], 7),
            audio: KindLimit::new(["audio/a"], 8),
            document: KindLimit::new(["a/a"], 9),
            count: 4,
            total_bytes: 5,
        };
        assert_eq!(changed.files, files);
    }

    #[test]
    fn an_upload_is_of_a_known_type() {
        let limits = upload();
        let codes = |mime: &str, bytes: u64| -> Vec<_> {
            let file = Attachment { mime: Some(mime), bytes: Some(bytes), ..Attachment::default() };
            check("", &file, &limits).iter().map(crate::validate::Problem::code).collect()
        };
        for mime in known_types() {
            assert!(codes(mime, 26_214_400).is_empty(), "{mime}");
            assert_eq!(codes(mime, 26_214_401), ["too_large"], "{mime}");
        }
        for mime in ["text/html", "image/svg+xml", "video/x", "audio/x", "font/woff"] {
            assert_eq!(codes(mime, 1), ["unsupported_type"], "{mime}");
        }
        assert_eq!((limits.count, limits.total_bytes), (1, FILE_BYTES));
    }
}
