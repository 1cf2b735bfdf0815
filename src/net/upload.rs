//! Sending a file, and how far it has come: what `fetch` does not tell.

use inbox_dialects::{Request, Response, UPLOAD_FIELD};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, EventTarget, FormData, ProgressEvent, XmlHttpRequest};

use super::transport::{NetError, Transport};

/// What becomes of a file on its way.
pub enum Sent {
    /// How much of it has left, in percent.
    Percent(u8),
    /// The server has answered.
    Answered(Response),
    /// No answer came.
    Lost,
}

/// A file on its way. It goes on for as long as this is kept.
pub struct Upload {
    request: XmlHttpRequest,
    heard: [Heard; 3],
}

impl Drop for Upload {
    fn drop(&mut self) {
        for (target, name, heard) in &self.heard {
            let heard = heard.as_ref().unchecked_ref();
            // What is not there need not be taken away.
            let _ = target.remove_event_listener_with_callback(name, heard);
        }
        let _ = self.request.abort();
    }
}

impl Transport {
    /// Sends a file under a name. `told` hears of it until the [`Upload`] is dropped.
    ///
    /// # Errors
    /// [`NetError`] where the browser refuses even to begin.
    pub fn upload(
        &self,
        to: &Request,
        file: &Blob,
        name: &str,
        told: impl Fn(Sent) + Clone + 'static,
    ) -> Result<Upload, NetError> {
        let lost = |_| NetError;
        let request = XmlHttpRequest::new().map_err(lost)?;
        let url = [self.base(), &to.path].concat();
        request.open(to.method.as_str(), &url).map_err(lost)?;
        for (name, value) in self.credentials() {
            request.set_request_header(name, &value).map_err(lost)?;
        }
        for (name, value) in &to.headers {
            request.set_request_header(name, value).map_err(lost)?;
        }
        let form = FormData::new().map_err(lost)?;
        form.append_with_blob_and_filename(UPLOAD_FIELD, file, name).map_err(lost)?;
        let heard = [
            {
                let told = told.clone();
                let hear = move |event: web_sys::Event| {
                    let event: ProgressEvent = event.unchecked_into();
                    if event.length_computable() && event.total() > 0.0 {
                        told(Sent::Percent(percent(event.loaded() / event.total())));
                    }
                };
                let target: EventTarget = request.upload().map_err(lost)?.unchecked_into();
                listen(target, "progress", hear)?
            },
            {
                let (told, asked) = (told.clone(), request.clone());
                let hear = move |_| {
                    let answer = || {
                        let body = asked.response_text().ok()??;
                        Some(Response { status: asked.status().ok()?, body })
                    };
                    told(answer().map_or(Sent::Lost, Sent::Answered));
                };
                listen(request.clone().unchecked_into(), "load", hear)?
            },
            listen(request.clone().unchecked_into(), "error", move |_| told(Sent::Lost))?,
        ];
        let upload = Upload { request, heard };
        upload.request.send_with_opt_form_data(Some(&form)).map_err(lost)?;
        Ok(upload)
    }
}

type Heard = (EventTarget, &'static str, Closure<dyn FnMut(web_sys::Event)>);

fn listen(
    target: EventTarget,
    name: &'static str,
    hear: impl FnMut(web_sys::Event) + 'static,
) -> Result<Heard, NetError> {
    let heard: Closure<dyn FnMut(web_sys::Event)> = Closure::new(hear);
    target
        .add_event_listener_with_callback(name, heard.as_ref().unchecked_ref())
        .map_err(|_| NetError)?;
    Ok((target, name, heard))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
fn percent(share: f64) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0) as u8
}
