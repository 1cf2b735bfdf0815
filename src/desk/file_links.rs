//! Links to stored files end after some hours. A thread that stays open for longer is read anew before
//! they do, and when something shows nothing: then it has new ones.

use std::time::Duration;

use inbox_model::time::MINUTE;
use inbox_model::{Content, Media};
use leptos::prelude::*;

use crate::sync::Engine;

/// How long before its end a link is too old, and how often that is looked at. A device that was asleep
/// comes late, and is told by what does not load.
const AHEAD: i64 = 2 * MINUTE;
const EVERY: Duration = Duration::from_mins(1);

/// Keeps the links of the open thread alive; gives what is to be told of a file that does not load. All
/// links end together, so the thread is read once for all that do, and never again for the same ones.
pub(super) fn keep_links(engine: Engine) -> Callback<Media> {
    let thread = engine.store.thread;
    let asked = StoredValue::new(String::new());
    let renew = move |media: &Media| {
        let (Some(until), Some(id)) = (until(media), thread.id.get_untracked()) else { return };
        let link = [id.as_str(), until].join(" ");
        if asked.with_value(|before| *before != link) {
            asked.set_value(link);
            engine.look_again(&id);
        }
    };
    let look = move || {
        let over = engine.now().plus(AHEAD).as_millis() / 1000;
        let is_over = |media: &&Media| {
            until(media).and_then(|until| until.parse().ok()).is_some_and(|until: i64| until < over)
        };
        let parts = untrack(|| thread.parts());
        let mut files = parts.iter().flat_map(|part| part.contents()).filter_map(Content::media);
        if let Some(media) = files.find(is_over) {
            renew(media);
        }
    };
    if let Ok(timer) = set_interval_with_handle(look, EVERY) {
        on_cleanup(move || timer.clear());
    }
    Callback::new(move |media: Media| renew(&media))
}

/// Until when the link to a stored file is good, in seconds since 1970 as it says so.
fn until(media: &Media) -> Option<&str> {
    let (_, query) = media.url.split_once("?until=").filter(|_| media.id.is_some())?;
    query.split('&').next()
}
