//! The HTML that the vendor sends beside the markdown.

/// The markdown as HTML.
pub(super) fn html_of(markdown: &str) -> String {
    let escaped = markdown.trim().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if escaped.is_empty() {
        return escaped;
    }
    format!("<p>{}</p>", escaped.replace("\n\n", "</p><p>").replace('\n', "<br>"))
}
