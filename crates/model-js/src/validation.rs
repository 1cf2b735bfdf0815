//! Whether what somebody gives can be taken: [`inbox_model::validate`] for JavaScript.

use std::collections::BTreeMap;

use inbox_model::content::{Content, Media};
use inbox_model::validate::files::{self, FileKind, KindLimit};
use inbox_model::validate::form::{self, FieldKind, Value};
use inbox_model::validate::recipients::{self, AddressKind};
use inbox_model::validate::{
    self, Fault, LimitChanges, Limits, TextLimit, assignment, attributes, email, line, message,
    phone, rating, sms, snooze, url,
};
use inbox_model::{Channel, ParticipantId, TeamId};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::border::{Instant, Problem, answer, whole};

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

/// Nothing where there are no problems.
fn none(problems: Vec<validate::Problem>) -> Result<(), Vec<Problem>> {
    if problems.is_empty() { Ok(()) } else { Err(told(problems)) }
}

fn told(problems: Vec<validate::Problem>) -> Vec<Problem> {
    problems.into_iter().map(Problem::from).collect()
}

fn named(field: &str, faults: Vec<Fault>) -> Vec<Problem> {
    faults.into_iter().map(|fault| validate::Problem::at(field, fault).into()).collect()
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

/// What a text takes as short messages.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Segments {
    /// In which alphabet.
    #[cfg_attr(test, ts(type = "Encoding"))]
    encoding: &'static str,
    /// How many messages; 0 for an empty text.
    count: f64,
    /// How many units the text has: septets, or UTF-16 units.
    units: f64,
    /// How many units still fit before another message is needed.
    room: f64,
    /// The different characters for which the text is in UCS-2.
    forcing: Vec<char>,
    /// The text of each message. Together they are the text.
    pieces: Vec<String>,
}

#[expect(clippy::cast_precision_loss, reason = "numbers of JavaScript have no more than that")]
fn number(count: u64) -> f64 {
    count as f64
}

/// `[text]`.
#[wasm_bindgen(js_name = smsSegments)]
pub fn sms_segments(arguments: JsValue) -> JsValue {
    answer(arguments, |(text,): (String,)| {
        let sms::Segments { encoding, count, units, room, forcing } = sms::segments(&text);
        let pieces = sms::split(&text).into_iter().map(str::to_owned).collect();
        let (count, units, room) = (number(count), number(units), number(room));
        Ok(Segments { encoding: encoding.code(), count, units, room, forcing, pieces })
    })
}

/// `[text]`.
#[wasm_bindgen(js_name = validateEmail)]
pub fn validate_email(arguments: JsValue) -> JsValue {
    answer(arguments, |(text,): (String,)| {
        email::normalize(&text).map_err(|faults| named("", faults))
    })
}

/// `[text]`.
#[wasm_bindgen(js_name = validatePhone)]
pub fn validate_phone(arguments: JsValue) -> JsValue {
    answer(arguments, |(text,): (String,)| {
        phone::normalize(&text).map_err(|faults| named("", faults))
    })
}

/// `[text]`.
#[wasm_bindgen(js_name = validateUrl)]
pub fn validate_url(arguments: JsValue) -> JsValue {
    answer(arguments, |(text,): (String,)| {
        let faults = url::check(&text);
        if faults.is_empty() { Ok(text) } else { Err(named("", faults)) }
    })
}

/// `[recipients, channel]`.
#[wasm_bindgen(js_name = validateRecipients)]
pub fn validate_recipients(arguments: JsValue) -> JsValue {
    answer(arguments, |(given, channel): (Vec<String>, Channel)| {
        let given = given.iter().map(String::as_str);
        recipients::check("recipients", AddressKind::of(&channel), given).map_err(told)
    })
}

/// One field of a form, and what it demands.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct FormField {
    /// What its value is stored under.
    identifier: String,
    /// What it takes: `text`, `number`, `integer`, `email`, `phone`, `url`, `date`, `boolean`,
    /// `choice`, `list`, or a vendor's word for one of these. A word that is not known is a text.
    kind: String,
    /// Whether it has to be filled in.
    required: Option<bool>,
    /// Shortest text, in characters.
    min_length: Option<f64>,
    /// Longest text, in characters.
    max_length: Option<f64>,
    /// Smallest number.
    min: Option<f64>,
    /// Biggest number.
    max: Option<f64>,
    /// What there is to choose from.
    options: Option<Vec<String>>,
}

impl From<FormField> for form::Field {
    fn from(field: FormField) -> Self {
        Self {
            identifier: field.identifier,
            kind: FieldKind::of(&field.kind),
            required: field.required.unwrap_or_default(),
            min_length: field.min_length.map(whole),
            max_length: field.max_length.map(whole),
            min: field.min,
            max: field.max,
            options: field.options.unwrap_or_default(),
        }
    }
}

/// `[fields, answers]`.
#[wasm_bindgen(js_name = validateForm)]
pub fn validate_form(arguments: JsValue) -> JsValue {
    answer(arguments, |(fields, answers): (Vec<FormField>, BTreeMap<String, String>)| {
        let fields: Vec<form::Field> = fields.into_iter().map(form::Field::from).collect();
        let answers = answers.iter().map(|(name, answer)| (name.as_str(), answer.as_str()));
        let values = form::check(&fields, answers).map_err(told)?;
        let plain = values.into_iter().map(|(name, value)| (name, FormValue::from(value)));
        Ok(plain.collect::<BTreeMap<String, FormValue>>())
    })
}

/// What was filled into a field, as JavaScript has it.
#[derive(Serialize)]
#[serde(untagged)]
enum FormValue {
    Text(String),
    Number(f64),
    Boolean(bool),
    List(Vec<String>),
}

impl From<Value> for FormValue {
    fn from(value: Value) -> Self {
        match value {
            Value::Text(text)
            | Value::Email(text)
            | Value::Phone(text)
            | Value::Url(text)
            | Value::Date(text) => Self::Text(text),
            Value::Number(number) => Self::Number(number),
            Value::Boolean(yes) => Self::Boolean(yes),
            Value::List(several) => Self::List(several),
        }
    }
}

/// A rating as it is kept.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Rating {
    /// 1 (worst) to 5 (best).
    score: u8,
    /// What was added; nothing where nothing can be seen of it.
    remark: Option<String>,
}

/// `[score, remark]`.
#[wasm_bindgen(js_name = validateRating)]
pub fn validate_rating(arguments: JsValue) -> JsValue {
    answer(arguments, |(score, remark): (f64, Option<String>)| {
        let rating::Rating { score, remark } =
            rating::check(score, remark.as_deref()).map_err(told)?;
        Ok(Rating { score, remark })
    })
}

/// `[attributes]`.
#[wasm_bindgen(js_name = validateAttributes)]
pub fn validate_attributes(arguments: JsValue) -> JsValue {
    answer(arguments, |(given,): (BTreeMap<String, serde_json::Value>,)| {
        let texts: Vec<(String, String)> =
            given.into_iter().map(|(name, value)| (name, value.to_string())).collect();
        let attributes = texts.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        none(attributes::check(attributes, &attributes::AttributeLimits::default()))
    })
}

/// `[until, now]`.
#[wasm_bindgen(js_name = validateSnooze)]
pub fn validate_snooze(arguments: JsValue) -> JsValue {
    answer(arguments, |(Instant(until), Instant(now)): (Instant, Instant)| {
        match snooze::check(until, now) {
            None => Ok(()),
            Some(fault) => Err(named("", vec![fault])),
        }
    })
}

/// To whom a conversation goes, and who is known. `null` takes it from whoever has it; what is left
/// out stays as it is.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Assignment {
    /// The agent's id.
    agent: Option<String>,
    /// The team's id.
    team: Option<String>,
    /// The ids of all agents.
    agents: Option<Vec<String>>,
    /// The ids of all teams.
    teams: Option<Vec<String>>,
}

/// `[assignment]`.
#[wasm_bindgen(js_name = validateAssignment)]
pub fn validate_assignment(arguments: JsValue) -> JsValue {
    answer(arguments, |(given,): (Assignment,)| {
        let agent = given.agent.map(ParticipantId::from);
        let team = given.team.map(TeamId::from);
        let (agents, teams) = (given.agents.unwrap_or_default(), given.teams.unwrap_or_default());
        none(assignment::check(
            Some(agent.as_ref()),
            Some(team.as_ref()),
            |id| agents.iter().any(|known| known == id.as_str()),
            |id| teams.iter().any(|known| known == id.as_str()),
        ))
    })
}

/// `[text]`.
#[wasm_bindgen(js_name = validateTitle)]
pub fn validate_title(arguments: JsValue) -> JsValue {
    answer(arguments, |(text,): (String,)| {
        line::normalize(&text, line::TITLE).map_err(|faults| named("", faults))
    })
}
