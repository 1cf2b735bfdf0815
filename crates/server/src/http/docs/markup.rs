//! HTML that is well-formed and escaped, whatever the texts in it are.

use inbox_model::markdown::{Profile, render_html};

/// A piece of HTML under way.
#[derive(Default)]
pub(super) struct Markup {
    out: String,
}

/// Attributes: names and values.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Markup {
    /// An element with what `inner` puts into it.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Self),
    ) {
        self.tag(name, attributes);
        inner(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element with a text in it.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |inner| inner.text(text));
    }

    /// An element that has no end, as `meta` and `link`.
    pub(super) fn void(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                letter => self.out.push(letter),
            }
        }
    }

    /// A text with marks in it, as paragraphs: code, emphasis, links. Where a line ends in the source
    /// means nothing.
    pub(super) fn markdown(&mut self, text: &str) {
        let paragraphs: Vec<_> =
            text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
        self.out.push_str(&render_html(&paragraphs.join("\n\n"), Profile::Chat));
    }

    /// The whole document.
    pub(super) fn into_document(self) -> String {
        ["<!doctype html>\n", &self.out, "\n"].concat()
    }

    fn tag(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (attribute, value) in attributes {
            self.out.push(' ');
            self.out.push_str(attribute);
            self.out.push_str("=\"");
            self.text(value);
            self.out.push('"');
        }
        self.out.push('>');
    }
}

/// An anchor's id for a name: letters, digits and hyphens.
pub(super) fn anchor(kind: &str, name: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let name: String = name.chars().map(plain).collect();
    format!("{kind}-{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_a_tag() {
        let mut markup = Markup::default();
        let hostile = "\"><script>alert(1)</script>&";
        markup.element("p", &[("title", hostile)], |inner| {
            inner.text(hostile);
            inner.markdown(hostile);
        });
        let html = markup.into_document();
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("<p").count(), 2, "{html}");
    }
}
