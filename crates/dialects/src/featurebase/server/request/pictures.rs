//! Pictures that stand in a text as data URIs (contract: "Images referenced by URL or as base64 data
//! URIs will be automatically uploaded and stored").
//!
//! A data URI is no text that anybody reads, so it is taken out before the length of the text is
//! looked at, and becomes a content of its own. Its address is the data URI still: whoever keeps files
//! stores it, and what nobody has stored the model refuses.

use inbox_model::{Content, Media};

/// Most pictures in one text.
const PICTURES: usize = 10;

/// Longest title of one, in bytes.
const TITLE_BYTES: usize = 255;

/// How a picture's data URI begins.
const START: &str = "data:image/";

/// The text without the pictures that it has as data URIs, and the pictures. What stands in code is
/// text. `None` where there are too many.
pub(super) fn cut(markdown: &str) -> Option<(String, Vec<Content>)> {
    let mut text = String::with_capacity(markdown.len().min(1 << 14));
    let mut pictures = Vec::new();
    // What is not copied yet, where the newest picture may begin, and whether this is code.
    let (mut from, mut open, mut at) = (0, None, 0);
    let (mut fenced, mut quoted) = (false, false);
    let bytes = markdown.as_bytes();
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        let in_code = fenced || quoted;
        match byte {
            b'\n' => quoted = false,
            b'`' if rest.starts_with(b"```") => {
                fenced = !fenced;
                at += 2;
            }
            b'`' => quoted = !quoted,
            b'\\' => at += 1,
            b'!' if rest.starts_with(b"![") && !in_code => open = Some(at),
            b']' if rest.starts_with(b"](") && !in_code => {
                let picture =
                    open.take().and_then(|start| Some((start, picture(markdown, start, at)?)));
                if let Some((start, (content, end))) = picture {
                    if pictures.len() == PICTURES {
                        return None;
                    }
                    pictures.push(content);
                    text.push_str(markdown.get(from..start).unwrap_or_default());
                    (from, at) = (end, end);
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    text.push_str(markdown.get(from..).unwrap_or_default());
    Some((text, pictures))
}

/// The picture whose name begins at `start` and ends at `close`, and where it ends; `None` where its
/// address is no data URI of a picture.
fn picture(markdown: &str, start: usize, close: usize) -> Option<(Content, usize)> {
    let name = markdown.get(start + 2..close)?.trim();
    let target = markdown.get(close + 2..)?;
    if !target.get(..START.len())?.eq_ignore_ascii_case(START) {
        return None;
    }
    // Looked at once, however many there are: it ends before whatever begins another one.
    let in_data = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=;,:.%-_".contains(byte);
    let length = target.bytes().take_while(in_data).count();
    let url = target.get(..length)?;
    let length = length + after(target.get(length..)?)?;
    let name = Some(name).filter(|name| !name.is_empty()).map(str::to_owned);
    let media = Media { url: url.to_owned(), name, ..Media::default() };
    Some((Content::Image(media), close + 2 + length))
}

/// How much of a text belongs to a picture after its address: a title, if there is one, and the end.
fn after(text: &str) -> Option<usize> {
    let mut rest = text.trim_start_matches(' ');
    if let Some(title) = rest.strip_prefix('"') {
        let end = title.bytes().take(TITLE_BYTES).position(|byte| byte == b'"')?;
        rest = title.get(end + 1..)?.trim_start_matches(' ');
    }
    Some(text.len() - rest.strip_prefix(')')?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, text: &str, expected: &[(&str, Option<&str>)]) {
        let (left, pictures) = cut(markdown).unwrap();
        assert_eq!(left, text, "{markdown}");
        let pictures: Vec<_> = pictures
            .iter()
            .map(|content| {
                let media = content.media().unwrap();
                (media.url.as_str(), media.name.as_deref())
            })
            .collect();
        assert_eq!(pictures, expected, "{markdown}");
    }

    #[test]
    fn a_picture_is_taken_out_of_the_text() {
        let png = "data:image/png;base64,AAAA";
        check("look ![a](data:image/png;base64,AAAA) here", "look  here", &[(png, Some("a"))]);
        check("![](data:image/png;base64,AAAA)", "", &[(png, None)]);
        check("![é [x]](data:image/png;base64,AAAA \"t\")!", "!", &[(png, Some("é [x]"))]);
        check("![a](DATA:IMAGE/png;base64,AAAA)", "", &[("DATA:IMAGE/png;base64,AAAA", Some("a"))]);
        check(
            &"![a](data:image/png;base64,AAAA)".repeat(2),
            "",
            &[(png, Some("a")), (png, Some("a"))],
        );
    }

    #[test]
    fn what_is_no_picture_stays() {
        for text in [
            "",
            "![a](https://x/a.png)",
            "[a](data:image/png;base64,AAAA)",
            "![a](data:text/html,x)",
            "![a](data:image/png;base64,AAAA",
            "`![a](data:image/png;base64,AAAA)`",
            "```\n![a](data:image/png;base64,AAAA)\n```",
            "\\![a](data:image/png;base64,AAAA)",
            "![a](d",
            "![a](data:image/png;base64,AAAA and more)",
            "![a](data:image/png;base64,AAAA \"t)",
            "![](é",
            "\\",
        ] {
            check(text, text, &[]);
        }
    }

    #[test]
    fn there_is_an_end_to_pictures_and_to_the_time_they_take() {
        let one = "![a](data:image/png;base64,AAAA)";
        assert!(cut(&one.repeat(PICTURES)).is_some());
        assert!(cut(&one.repeat(PICTURES + 1)).is_none());
        // Neither of these looks back or ahead for each of its pieces.
        for piece in
            ["](data:image/", "![", "![a](data:image/png", "![a](data:image/png \"", "`", "\\"]
        {
            let text = piece.repeat((1 << 20) / piece.len());
            assert_eq!(cut(&text), Some((text, Vec::new())), "{piece}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_read(text in "[!\\[\\]()`\\\\ a-z:/é\n]{0,40}|\\PC{0,40}") {
            let (left, pictures) = cut(&text).unwrap();
            if pictures.is_empty() {
                proptest::prop_assert_eq!(left, text);
            }
        }
    }
}
