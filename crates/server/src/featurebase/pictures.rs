//! Pictures that came inside a text, as data URIs, become files that are kept.

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use inbox_dialects::featurebase::server::WireError;
use inbox_model::validate::files::FileKind;
use inbox_model::{Content, Media};
use serde_json::Value;

use super::call::Call;
use super::fault::Fault;
use crate::http::finish_with;
use crate::media::{Enclosed, Incoming, MediaError, Refused};
use crate::store::Write;

/// Browsers read data URIs with and without the padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Takes the pictures out of the contents, which carry files of ours from then on. The files are to
/// be noted in the write that sends them and kept at its end; before that nothing is stored, so who
/// is not let in leaves nothing.
pub(super) fn take(contents: &mut [Content]) -> Result<Vec<Enclosed>, Fault> {
    let mut taken = Vec::new();
    for content in contents.iter_mut() {
        let Content::Image(media) = content else { continue };
        let Some(url) = media.url.get(..5).filter(|url| url.eq_ignore_ascii_case("data:")) else {
            continue;
        };
        let data = media.url.get(url.len()..).unwrap_or_default();
        let (incoming, bytes) = read(data, media.name.as_deref()).map_err(wrong)?;
        let file = Enclosed::new(incoming, bytes).map_err(fault)?;
        // The store knows the rest once the file is noted.
        *media = Media { id: Some(file.id()), ..Media::default() };
        taken.push(file);
    }
    Ok(taken)
}

/// Ends a write with its answer, and keeps the pictures that it has noted.
pub(super) async fn finish(
    call: &Call,
    write: Write,
    body: &Value,
    pictures: Vec<Enclosed>,
) -> Result<Response, Fault> {
    let files = call.app.media();
    finish_with(write, StatusCode::CREATED, body, files, pictures).await.map_err(fault)
}

fn fault(error: MediaError) -> Fault {
    match error {
        MediaError::Refused(refused) => wrong(refused),
        MediaError::Store(error) => error.into(),
        MediaError::Objects(error) => Fault::trouble(&error, "the files failed"),
    }
}

/// Reads what stands after `data:`.
fn read(data: &str, name: Option<&str>) -> Result<(Incoming, Bytes), Refused> {
    let no_picture = || Refused::of_type(FileKind::Image);
    let (head, body) = data.split_once(',').ok_or_else(no_picture)?;
    let mime = head.strip_suffix(";base64").ok_or_else(no_picture)?;
    let incoming = Incoming::new(name, Some(mime))?;
    if !incoming.mime().starts_with("image/") {
        return Err(no_picture());
    }
    let bytes = BASE64.decode(body).map_err(|_| no_picture())?;
    Ok((incoming, bytes.into()))
}

#[expect(clippy::needless_pass_by_value, reason = "what `map_err` gives")]
fn wrong(refused: Refused) -> Fault {
    let message = format!("A picture in the text cannot be kept: {refused}");
    WireError::invalid_content(message).with_param("bodyMarkdown").into()
}
