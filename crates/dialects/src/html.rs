//! Vendors' HTML: the words of theirs, and what is written for their clients.

use inbox_model::markdown::{Profile, render_html};

/// The markdown as safe HTML, as people write it in a chat. Vendors' clients put it into a page as
/// it is, so what it may contain is decided here and not there.
pub(crate) fn html_of(markdown: &str) -> String {
    let mut html = render_html(markdown, Profile::Chat);
    html.truncate(html.trim_end().len());
    html
}

/// The text between the tags: a blank line between paragraphs, a line break for `<br>`, the five
/// entities of XML and `&nbsp;` decoded. What looks like markdown in it is escaped.
pub(crate) fn text_of(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    // Lower-casing ASCII moves no byte, so that an offset in one is an offset in the other.
    let lower = html.to_ascii_lowercase();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        push_words(&mut text, before);
        let Some((tag, after)) = after.split_once('>') else {
            rest = "";
            break;
        };
        rest = after;
        let name = tag.trim_start_matches('/');
        let name = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next();
        match name.unwrap_or_default().to_ascii_lowercase().as_str() {
            "br" => text.push('\n'),
            "p" | "div" | "li" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "blockquote" | "tr"
                if !text.is_empty() && !text.ends_with("\n\n") =>
            {
                text.push_str("\n\n");
            }
            // Their contents are no words.
            name @ ("script" | "style") if !tag.starts_with('/') => {
                let lower = lower.get(html.len() - rest.len()..).unwrap_or_default();
                let end = lower.find(&format!("</{name}")).unwrap_or(lower.len());
                rest = rest.get(end..).unwrap_or_default();
            }
            _ => {}
        }
    }
    push_words(&mut text, rest);
    text.trim().to_owned()
}

fn push_words(text: &mut String, words: &str) {
    let decoded = words
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    for letter in decoded.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            text.push('\\');
        }
        text.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stay_and_tags_go() {
        let check = |html: &str, text: &str| assert_eq!(text_of(html), text, "{html}");
        check("<p>Hi,</p><p>a &lt; b &amp;amp; c<br>next</p>", "Hi,\n\na \\< b &amp; c\nnext");
        check("no tags", "no tags");
        check("<style>p { x }</style><P class=\"a\">yes</P>", "yes");
        check("cut <off", "cut");
        check("<script>alert(1)", "");
        check("2*3*4", "2\\*3\\*4");
    }

    proptest! {
        #[test]
        fn no_text_panics(html in any::<String>()) {
            let _ = text_of(&html);
        }
    }
}
