//! The files below what is being written: a picture of each, how far it has come, and the ways to
//! stop it, try it again or take it away.

use inbox_model::validate::Fault;
use inbox_model::validate::files::{FileLimits, KindLimit, MIB};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, ImageBitmap};

use super::attached::{At, Files, Holds, Stage};
use crate::dom::{El, Spot, el, group};
use crate::i18n::{I18n, Text, WriteText, use_i18n};
use crate::reactive::{Memo, Signal, effect};
use crate::sync::{Engine, spawn};
use crate::ui::{Glyph, icon};

/// The longer side of a small picture, in pixels of the canvas.
const SMALL: f64 = 96.0;

/// The list of a draft's files, and why they hold the message up.
pub(super) fn tray(
    engine: Engine,
    files: Files,
    at: Signal<At>,
    holds: Memo<Option<Holds>>,
    again: impl Fn() + Copy + 'static,
) -> El {
    let i18n = use_i18n();
    let ids = Memo::new(move |_| files.of(&at.get()).iter().map(|one| one.id).collect::<Vec<_>>());
    let list = move || {
        el("ul")
            .class("files")
            .attr("aria-label", i18n.tr(Text::Write(WriteText::Attached)))
            .each(move || ids.get(), move |id| row(engine, files, id, again, i18n))
    };
    let why = move || holds.get().map(|holds| words_of(&holds, i18n)).unwrap_or_default();
    group()
        .when(move || !ids.get().is_empty(), list)
        .child(el("p").class("files-why").attr("role", "status").text(why))
}

fn row(engine: Engine, files: Files, id: u32, again: impl Fn() + Copy + 'static, i18n: I18n) -> El {
    let Some(one) = files.get(id) else { return el("li") };
    let stage = Memo::new(move |_| files.get(id).map(|one| one.stage));
    let is_sending = move || matches!(stage.get(), Some(Stage::Sending(_)));
    let is_wrong = move || matches!(stage.get(), Some(Stage::Failed(_) | Stage::Refused(_)));
    let state = move || match stage.get() {
        Some(Stage::Sending(percent)) => {
            i18n.with(Text::Write(WriteText::FileSending), &[("n", &i18n.percent(percent.into()))])
        }
        Some(Stage::Kept(_)) => i18n.t(Text::Write(WriteText::FileReady)).to_owned(),
        Some(Stage::Failed(code)) => {
            let text = match code.as_str() {
                "unreachable" | "server" => WriteText::FileUnreachable,
                _ => WriteText::FileNotTaken,
            };
            i18n.t(Text::Write(text)).to_owned()
        }
        Some(Stage::Refused(fault)) => wrong(fault, i18n),
        None => String::new(),
    };
    let named = {
        let name = one.name.clone();
        move |text| i18n.with(Text::Write(text), &[("name", &name)])
    };
    let button = |glyph: Glyph, label: Box<dyn Fn() -> String>| {
        let label = Signal::derive(label);
        el("button")
            .attr("type", "button")
            .class("icon-button file-act")
            .attr("aria-label", label)
            .attr("title", label)
            .child(icon(glyph))
    };
    let retry = {
        let (named, can) = (named.clone(), one.file.is_some());
        let failed = move || can && matches!(stage.get(), Some(Stage::Failed(_)));
        let retry = move || {
            let named = named.clone();
            button(Glyph::Reload, Box::new(move || named(WriteText::FileRetry))).on_click(
                move || {
                    files.send(engine, id);
                    again();
                },
            )
        };
        group().when(failed, retry)
    };
    let label =
        move || named(if is_sending() { WriteText::FileCancel } else { WriteText::FileRemove });
    let remove = button(Glyph::Close, Box::new(label)).on_click(move || {
        files.remove(engine, id);
        again();
    });
    let bytes = one.bytes;
    let size = move || i18n.size(bytes);
    let percent = Memo::new(move |_| match stage.get() {
        Some(Stage::Sending(percent)) => Some(percent),
        _ => None,
    });
    let bar = {
        let name = one.name.clone();
        move || {
            let now = move || percent.get().unwrap_or(100).to_string();
            el("span")
                .class("file-bar")
                .attr("role", "progressbar")
                .attr("aria-label", name.as_str())
                .attr("aria-valuenow", now)
                .child(el("span").style("inline-size", move || [now(), "%".to_owned()].concat()))
        }
    };
    let text = el("span")
        .class("file-text")
        .child(el("span").class("file-name").attr("dir", "auto").text(one.name.as_str()))
        .child(
            el("span")
                .class("file-state")
                .child(el("span").attr("dir", "auto").text(size))
                .child(el("span").class_when("file-wrong", is_wrong).text(state)),
        )
        .when(is_sending, bar);
    el("li")
        .class("file")
        .class_when("file-broken", is_wrong)
        .child(face(files, id, one.mime.as_deref(), one.file))
        .child(text)
        .child(retry)
        .child(remove)
}

/// A small picture of a picture, and a sign for everything else.
fn face(files: Files, id: u32, mime: Option<&str>, file: Option<File>) -> El {
    let place = el("span").class("file-face").attr("aria-hidden", "true");
    let is_picture = mime.is_some_and(|mime| mime.starts_with("image/"));
    let Some(file) = file.filter(|_| is_picture) else { return place.child(icon(Glyph::File)) };
    let spot = Spot::default();
    effect(move || {
        let Some(canvas) = spot.get().and_then(|one| one.dyn_into::<HtmlCanvasElement>().ok())
        else {
            return;
        };
        let file = file.clone();
        // What cannot be shown can still be sent.
        spawn(async move {
            if let Some((width, height)) = draw(&canvas, &file).await {
                files.measured(id, width, height);
            }
        });
    });
    place.child(el("canvas").at(spot))
}

/// Draws a picture small, and gives its measures. By canvas, because an address made for a file is
/// not allowed to be a picture on every page.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most SMALL")]
async fn draw(canvas: &HtmlCanvasElement, file: &File) -> Option<(u32, u32)> {
    let made = leptos::prelude::window().create_image_bitmap_with_blob(file).ok()?;
    let picture: ImageBitmap = JsFuture::from(made).await.ok()?.dyn_into().ok()?;
    let (width, height) = (picture.width(), picture.height());
    let longer = f64::from(width.max(height)).max(1.0);
    let scale = (SMALL / longer).min(1.0);
    let (small_width, small_height) = (f64::from(width) * scale, f64::from(height) * scale);
    canvas.set_width(small_width as u32);
    canvas.set_height(small_height as u32);
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(&picture, 0.0, 0.0, small_width, small_height)
        .ok()?;
    picture.close();
    Some((width, height))
}

/// What is wrong with a file or with all of them.
fn wrong(fault: Fault, i18n: I18n) -> String {
    let plain = |text| i18n.t(Text::Write(text)).to_owned();
    let sized = |text, bytes| i18n.with(Text::Write(text), &[("size", &most(bytes, i18n))]);
    match fault {
        Fault::TooLarge { max, .. } => sized(WriteText::FileTooLarge, max),
        Fault::TotalTooLarge { max, .. } => sized(WriteText::FilesTooLarge, max),
        Fault::TooMany { max, .. } => {
            let max = u32::try_from(max).unwrap_or(u32::MAX);
            i18n.count(Text::Write(WriteText::FilesTooMany), max)
        }
        Fault::Empty => plain(WriteText::FileEmpty),
        Fault::RefusedType => plain(WriteText::FileRuns),
        Fault::UnsupportedType { .. } => plain(WriteText::FileType),
        _ => plain(WriteText::FileName),
    }
}

fn words_of(holds: &Holds, i18n: I18n) -> String {
    match *holds {
        Holds::Waits(count) => i18n.count(Text::Write(WriteText::FilesWait), count),
        Holds::Broken => i18n.t(Text::Write(WriteText::FilesBroken)).to_owned(),
        Holds::Excess(fault) => wrong(fault, i18n),
    }
}

/// How many files of which size can go along.
pub(super) fn limits_in_words(limits: &FileLimits, i18n: I18n) -> String {
    let kinds = [&limits.image, &limits.video, &limits.audio, &limits.document];
    let largest = kinds.into_iter().map(|KindLimit { bytes, .. }| *bytes).max();
    let count = u32::try_from(limits.count).unwrap_or(u32::MAX);
    let words = i18n.count(Text::Write(WriteText::AttachHint), count);
    words.replace("{size}", &most(largest.unwrap_or_default(), i18n))
}

/// A limit, which is a whole number of mebibytes: vendors call them MB.
fn most(bytes: u64, i18n: I18n) -> String {
    const MB: u64 = 1_000_000;
    ["\u{2068}", &i18n.size(bytes / MIB * MB), "\u{2069}"].concat()
}
