//! The files that go with what is being written: each belongs to a conversation's reply or note, is
//! uploaded at once whatever is in view, and is kept with the draft when the server has it.

use std::rc::Rc;

use inbox_model::validate::files::{self, Attachment, FileKind, FileLimits, plain_name, type_of};
use inbox_model::validate::{Fault, upload};
use inbox_model::{Content, ConversationId};
use web_sys::File;

use crate::reactive::RwSignal;
use crate::sync::{DraftMode, Engine, Upload, Uploaded};

/// To which draft a file belongs.
pub(super) type At = (ConversationId, DraftMode);

/// How far a file has come.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stage {
    /// It cannot be sent, and was not uploaded.
    Refused(Fault),
    /// On its way, in percent.
    Sending(u8),
    /// It did not arrive, for the reason behind this stable code.
    Failed(String),
    /// The server keeps it; this is what the message carries.
    Kept(Content),
}

/// A file.
#[derive(Clone)]
pub(super) struct Attached {
    pub(super) id: u32,
    pub(super) at: At,
    pub(super) name: String,
    pub(super) mime: Option<String>,
    pub(super) bytes: u64,
    pub(super) stage: Stage,
    /// What is sent again when it has failed; nothing of one that was kept before a reload.
    pub(super) file: Option<File>,
    /// Width and height of a picture.
    size: Option<(u32, u32)>,
    upload: Option<Rc<Upload>>,
}

impl Attached {
    fn limits(&self) -> Attachment<'_> {
        let (name, mime) = (Some(self.name.as_str()), self.mime.as_deref());
        Attachment { name, mime, bytes: Some(self.bytes), kind: None }
    }
}

/// All files of all drafts.
#[derive(Clone, Copy)]
pub(super) struct Files(RwSignal<Vec<Attached>>);

/// Why what is written cannot be sent yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Holds {
    /// So many are on their way.
    Waits(u32),
    /// Some have failed or were refused.
    Broken,
    /// All together they are too many or too large.
    Excess(Fault),
}

impl Files {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// What is attached to a draft, in order; follows it.
    pub(super) fn of(self, at: &At) -> Vec<Attached> {
        let all = self.0.get();
        all.into_iter().filter(|one| &one.at == at).collect()
    }

    /// A file as it is now; follows it.
    pub(super) fn get(self, id: u32) -> Option<Attached> {
        self.0.with(|all| all.iter().find(|one| one.id == id).cloned())
    }

    /// Attaches files and uploads those that can be sent.
    pub(super) fn add(self, engine: Engine, at: &At, files: &[File], limits: &FileLimits) {
        for file in files {
            let name = plain_name(&file.name()).unwrap_or_else(|| "file".to_owned());
            let declared = Some(file.type_()).filter(|mime| !mime.is_empty());
            let mime = type_of(declared.as_deref(), Some(&name));
            let id = self.push(at, name, mime, bytes_of(file), Stage::Sending(0), Some(file));
            let found = self.0.with_untracked(|all| {
                let one = all.iter().find(|one| one.id == id)?;
                fault_of(one, limits)
            });
            match found {
                Some(fault) => self.change(id, |one| one.stage = Stage::Refused(fault)),
                None => self.send(engine, id),
            }
        }
    }

    fn push(
        self,
        at: &At,
        name: String,
        mime: Option<String>,
        bytes: u64,
        stage: Stage,
        file: Option<&File>,
    ) -> u32 {
        let id = self.0.with_untracked(|all| all.last().map_or(0, |last| last.id + 1));
        let (at, file) = (at.clone(), file.cloned());
        let new = Attached { id, at, name, mime, bytes, stage, file, size: None, upload: None };
        self.0.update(|all| all.push(new));
        id
    }

    /// Uploads a file, for the first time or once more.
    pub(super) fn send(self, engine: Engine, id: u32) {
        let Some(one) = self.0.with_untracked(|all| all.iter().find(|one| one.id == id).cloned())
        else {
            return;
        };
        let Some(file) = one.file else { return };
        // The server takes what is declared, which browsers leave out where they do not know it.
        let mime = one.mime.unwrap_or_default();
        let whole = file.slice_with_f64_and_f64_and_content_type(0.0, file.size(), &mime);
        let told = move |news: Uploaded| {
            self.change(id, |one| match news {
                Uploaded::Percent(percent) => one.stage = Stage::Sending(percent),
                Uploaded::Failed(code) => {
                    one.stage = Stage::Failed(code);
                    one.upload = None;
                }
                Uploaded::Kept(mut media) => {
                    if let Some((width, height)) = one.size {
                        (media.width, media.height) = (Some(width), Some(height));
                    }
                    one.stage = Stage::Kept(Content::of_file(*media));
                    one.upload = None;
                }
            });
            self.keep(engine, &one.at);
        };
        let upload = whole.ok().and_then(|file| engine.upload(&file, &one.name, told));
        self.change(id, |one| {
            one.stage = match upload {
                Some(_) => Stage::Sending(0),
                None => Stage::Failed("unreachable".to_owned()),
            };
            one.upload = upload.map(Rc::new);
        });
    }

    /// A picture's measures are known.
    pub(super) fn measured(self, id: u32, width: u32, height: u32) {
        self.change(id, |one| {
            one.size = Some((width, height));
            if let Stage::Kept(Content::Image(media)) = &mut one.stage {
                (media.width, media.height) = (Some(width), Some(height));
            }
        });
    }

    /// Takes a file away; one that is on its way is stopped.
    pub(super) fn remove(self, engine: Engine, id: u32) {
        let Some(at) = self
            .0
            .with_untracked(|all| all.iter().find(|one| one.id == id).map(|one| one.at.clone()))
        else {
            return;
        };
        self.0.update(|all| all.retain(|one| one.id != id));
        self.keep(engine, &at);
    }

    /// Takes what a message carries, and leaves the draft without files.
    pub(super) fn take(self, engine: Engine, at: &At) -> Vec<Content> {
        let kept = self.kept(at);
        self.0.update(|all| all.retain(|one| &one.at != at));
        self.keep(engine, at);
        kept
    }

    /// Attaches what the server has already: what was taken back, or kept over a reload.
    pub(super) fn put_back(self, engine: Engine, at: &At, contents: Vec<Content>) {
        for content in contents {
            let Some(media) = content.media() else { continue };
            let name = media.name.clone().unwrap_or_else(|| "file".to_owned());
            let (mime, bytes) = (media.mime.clone(), media.bytes.unwrap_or_default());
            self.push(at, name, mime, bytes, Stage::Kept(content), None);
        }
        self.keep(engine, at);
    }

    /// Attaches what the device has kept of a draft.
    pub(super) fn restore(self, engine: Engine, at: &At) {
        if self.0.with_untracked(|all| all.iter().any(|one| &one.at == at)) {
            return;
        }
        self.put_back(engine, at, engine.drafts().files(&at.0, at.1));
    }

    /// Why a draft cannot be sent yet; follows it.
    pub(super) fn holds(self, at: &At, limits: &FileLimits) -> Option<Holds> {
        let here = self.of(at);
        let waits = here.iter().filter(|one| matches!(one.stage, Stage::Sending(_))).count();
        if waits > 0 {
            return Some(Holds::Waits(u32::try_from(waits).unwrap_or(u32::MAX)));
        }
        if !here.iter().all(|one| matches!(one.stage, Stage::Kept(_))) {
            return Some(Holds::Broken);
        }
        let files = here.iter().map(Attached::limits).enumerate();
        let problem = files::check_all("", files, limits).into_iter().next();
        problem.map(|problem| Holds::Excess(problem.fault))
    }

    fn kept(self, at: &At) -> Vec<Content> {
        let content = |one: &Attached| match &one.stage {
            Stage::Kept(content) if &one.at == at => Some(content.clone()),
            _ => None,
        };
        self.0.with_untracked(|all| all.iter().filter_map(content).collect())
    }

    fn keep(self, engine: Engine, at: &At) {
        engine.drafts().set_files(&at.0, at.1, &self.kept(at));
    }

    fn change(self, id: u32, change: impl FnOnce(&mut Attached)) {
        self.0.update(|all| {
            if let Some(one) = all.iter_mut().find(|one| one.id == id) {
                change(one);
            }
        });
    }
}

/// What keeps a file from being sent, by what the server keeps and the channel carries.
fn fault_of(one: &Attached, limits: &FileLimits) -> Option<Fault> {
    let here = files::check("", &one.limits(), limits);
    let server = files::check("", &one.limits(), &upload());
    let fault = here.into_iter().chain(server).next().map(|problem| problem.fault);
    // The server takes nothing of which the type is not known.
    let unknown = Fault::UnsupportedType { kind: FileKind::Document };
    fault.or_else(|| one.mime.is_none().then_some(unknown))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number")]
fn bytes_of(file: &File) -> u64 {
    file.size() as u64
}
