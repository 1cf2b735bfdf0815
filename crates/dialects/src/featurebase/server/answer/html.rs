//! The HTML that the vendor sends beside the markdown.

use inbox_model::markdown::{Profile, render_html};

/// The markdown as safe HTML, as people write it in a chat. Vendors' clients put it into a page as
/// it is, so what it may contain is decided here and not there.
pub(super) fn html_of(markdown: &str) -> String {
    let mut html = render_html(markdown, Profile::Chat);
    html.truncate(html.trim_end().len());
    html
}
