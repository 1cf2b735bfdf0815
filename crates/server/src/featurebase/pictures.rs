//! Pictures that came inside a text, as data URIs, become files that are kept.

use axum::body::Bytes;
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use inbox_dialects::featurebase::server::WireError;
use inbox_model::{Content, MediaId};

use super::call::Call;
use super::fault::Fault;
use crate::media::{Incoming, MediaError, Problem};

/// Browsers read data URIs with and without the padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Stores the pictures among the contents, which are files of ours from then on; their ids. It happens
/// before the write begins, since nobody else writes while that is under way. What is not sent after
/// all is forgotten as every file that nobody sends.
pub(super) async fn store(call: &Call, contents: &mut [Content]) -> Result<Vec<MediaId>, Fault> {
    let mut taken = Vec::new();
    for content in contents.iter_mut() {
        let Content::Image(media) = &*content else { continue };
        let Some(url) = media.url.get(..5).filter(|url| url.eq_ignore_ascii_case("data:")) else {
            continue;
        };
        let data = media.url.get(url.len()..).unwrap_or_default();
        let picture = read(data, media.name.as_deref()).map_err(wrong)?;
        taken.push((content, picture));
    }
    // All of them can be kept, or none is.
    let mut ids = Vec::with_capacity(taken.len());
    for (content, (incoming, bytes)) in taken {
        let (files, store) = (call.app.media(), call.app.store());
        let kept = async {
            let mut receiving = files.receive(incoming).await?;
            receiving.write(bytes).await?;
            let kept = receiving.finish().await?;
            files.note(store, call.principal.organisation(), kept, call.now).await
        };
        let media = kept.await.map_err(|error: MediaError| match error {
            MediaError::Refused(problem) => wrong(problem),
            MediaError::Store(error) => error.into(),
            MediaError::Objects(error) => Fault::trouble(&error, "the files failed"),
        })?;
        ids.extend(media.id.clone());
        *content = Content::Image(media);
    }
    Ok(ids)
}

/// Reads what stands after `data:`.
fn read(data: &str, name: Option<&str>) -> Result<(Incoming, Bytes), Problem> {
    let (head, body) = data.split_once(',').ok_or(Problem::Type)?;
    let mime = head.strip_suffix(";base64").ok_or(Problem::Type)?;
    let incoming = Incoming::new(name, Some(mime))?;
    if !incoming.mime().starts_with("image/") {
        return Err(Problem::Type);
    }
    let bytes = BASE64.decode(body).map_err(|_| Problem::Type)?;
    if bytes.is_empty() {
        return Err(Problem::Empty);
    }
    Ok((incoming, bytes.into()))
}

fn wrong(problem: Problem) -> Fault {
    let message = format!("A picture in the text cannot be kept. {problem}");
    WireError::invalid_content(message).with_param("bodyMarkdown").into()
}
