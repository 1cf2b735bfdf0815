//! The words of HTML, for a messenger whose messages come as markdown but for the rare exception.

/// The text between the tags: a blank line between paragraphs, a line break for `<br>`, the five
/// entities of XML and `&nbsp;` decoded. What looks like markdown in it is escaped.
pub(super) fn text_of(html: &str) -> String {
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
