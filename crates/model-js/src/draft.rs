//! Messages that are being written, and their files: [`inbox_model::validate::message`] and
//! [`inbox_model::validate::files`] for JavaScript.

use inbox_model::Channel;
use inbox_model::content::{Content, Media};
use inbox_model::validate::files::{self, FileKind, KindLimit};
use inbox_model::validate::{self, LimitChanges, Limits, TextLimit, message};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use crate::border::{answer, whole};
use crate::validation::none;

/// A file that is to be sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Attachment {
    /// Its name.
    name: Option<String>,
    /// Its type, as declared: `image/png`.
    mime: Option<String>,
    /// Its size in bytes.
    bytes: Option<f64>,
    /// What it is to be shown as; by its type where that is not said.
    kind: Option<FileKind>,
    /// What stands under it.
    caption: Option<String>,
}

impl Attachment {
    fn content(self) -> Content {
        let kind = self.kind.unwrap_or_else(|| FileKind::of(self.mime.as_deref()));
        let media = Media {
            // Where it will lie is not known before it is sent.
            id: Some("new".into()),
            name: self.name,
            mime: self.mime,
            bytes: self.bytes.map(whole),
            caption: self.caption,
            ..Media::default()
        };
        match kind {
            FileKind::Image => Content::Image(media),
            FileKind::Video => Content::Video(media),
            FileKind::Audio => Content::Audio { media, voice: false },
            FileKind::Document => Content::Document(media),
        }
    }
}

/// A message that is being written.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Draft {
    /// What it says, as markdown.
    text: Option<String>,
    /// The subject, of an e-mail.
    subject: Option<String>,
    /// What is attached.
    attachments: Option<Vec<Attachment>>,
}

/// How much of something there may be.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Longest {
    /// What is counted.
    unit: validate::Unit,
    /// How many there may be.
    max: f64,
}

impl Longest {
    fn limit(self) -> TextLimit {
        TextLimit::new(self.unit, whole(self.max))
    }
}

/// Which files of a kind there may be.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct FilesOfKind {
    /// Which types, as patterns: `image/png`, or `image/*` for all pictures.
    types: Vec<String>,
    /// The largest, in bytes.
    bytes: f64,
}

impl FilesOfKind {
    fn limit(&self) -> KindLimit {
        KindLimit::new(self.types.iter().map(String::as_str), whole(self.bytes))
    }
}

/// By which channel a message goes, and where it is allowed something else than the channel allows.
/// What is left out is the channel's.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct DraftOptions {
    /// The channel; `web` where nothing is said.
    channel: Option<Channel>,
    /// The text of a message.
    text: Option<Longest>,
    /// What stands under a file.
    caption: Option<Longest>,
    /// The subject.
    subject: Option<Longest>,
    /// How many files.
    files: Option<f64>,
    /// How many bytes all files have together.
    total_bytes: Option<f64>,
    /// Pictures.
    image: Option<FilesOfKind>,
    /// Films.
    video: Option<FilesOfKind>,
    /// Sound.
    audio: Option<FilesOfKind>,
    /// All other files.
    document: Option<FilesOfKind>,
}

impl DraftOptions {
    fn limits(&self) -> Limits {
        let kind = |given: &Option<FilesOfKind>| given.as_ref().map(FilesOfKind::limit);
        Limits::of(self.channel.as_ref().unwrap_or(&Channel::Web)).with(&LimitChanges {
            text: self.text.map(Longest::limit),
            caption: self.caption.map(Longest::limit),
            subject: self.subject.map(Longest::limit),
            files: self.files.map(whole),
            total_bytes: self.total_bytes.map(whole),
            image: kind(&self.image),
            video: kind(&self.video),
            audio: kind(&self.audio),
            document: kind(&self.document),
        })
    }
}

/// `[draft, options]`.
#[wasm_bindgen(js_name = validateDraft)]
pub fn validate_draft(arguments: JsValue) -> JsValue {
    answer(arguments, |(draft, options): (Draft, Option<DraftOptions>)| {
        let text = draft.text.map(Content::text);
        let before = usize::from(text.is_some());
        let files = draft.attachments.unwrap_or_default().into_iter().map(Attachment::content);
        let contents: Vec<Content> = text.into_iter().chain(files).collect();
        let limits = options.unwrap_or_default().limits();
        let mut problems = message::check(&contents, draft.subject.as_deref(), &limits);
        for problem in &mut problems {
            problem.field = place(&problem.field, before);
        }
        none(problems)
    })
}

/// Where a problem of the contents stands in a draft: `contents[2].caption` is `attachments[1].caption`
/// where a text goes before the files.
fn place(field: &str, before: usize) -> String {
    let Some(rest) = field.strip_prefix("contents") else { return field.to_owned() };
    let number = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match number.and_then(|(number, rest)| Some((number.parse::<usize>().ok()?, rest))) {
        Some((number, rest)) if number >= before => {
            format!("attachments[{}]{rest}", number - before)
        }
        _ => "text".to_owned(),
    }
}

/// `[attachments, options]`.
#[wasm_bindgen(js_name = validateAttachments)]
pub fn validate_attachments(arguments: JsValue) -> JsValue {
    answer(arguments, |(given, options): (Vec<Attachment>, Option<DraftOptions>)| {
        let contents: Vec<Content> = given.into_iter().map(Attachment::content).collect();
        let attachments = contents.iter().filter_map(files::Attachment::of);
        let limits = options.unwrap_or_default().limits();
        none(files::check_all("attachments", attachments.enumerate(), &limits.files))
    })
}
