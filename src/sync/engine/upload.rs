//! Files on their way to the server, before a message carries them.

use std::rc::Rc;

use inbox_dialects::DialectError;
use inbox_model::Media;
use leptos::prelude::WithValue;
use web_sys::Blob;

use super::{Engine, Inner};
use crate::net::{Sent, Upload};

/// What becomes of a file.
pub enum Uploaded {
    /// How much of it has left, in percent.
    Percent(u8),
    /// The server keeps it.
    Kept(Box<Media>),
    /// It is not kept, for the reason behind this stable code.
    Failed(String),
}

impl Engine {
    /// Sends a file. It goes on for as long as what is returned is kept; `None` where it does not
    /// even begin.
    pub fn upload(
        self,
        file: &Blob,
        name: &str,
        told: impl Fn(Uploaded) + Clone + 'static,
    ) -> Option<Upload> {
        let inner = self.inner.try_with_value(Rc::clone)?;
        let to = inner.dialect.upload();
        let weak = Rc::downgrade(&inner);
        let hear = move |sent| {
            if let Some(inner) = weak.upgrade().filter(|inner| inner.alive.get()) {
                told(heard(&inner, sent));
            }
        };
        inner.transport.upload(&to, file, name, hear).ok()
    }
}

fn heard(inner: &Rc<Inner>, sent: Sent) -> Uploaded {
    let answer = match sent {
        Sent::Percent(percent) => return Uploaded::Percent(percent),
        Sent::Lost => return Uploaded::Failed("unreachable".to_owned()),
        Sent::Answered(answer) => inner.dialect.read_upload(&answer),
    };
    match answer {
        Ok(media) => Uploaded::Kept(Box::new(media)),
        Err(error) => {
            if error == DialectError::Unauthenticated {
                inner.signed_out();
            }
            Uploaded::Failed(error.code().to_owned())
        }
    }
}
