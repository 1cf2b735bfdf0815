//! Pictures that stand in a text as data URIs (contract: "Images referenced by URL or as base64 data
//! URIs will be automatically uploaded and stored").
//!
//! A data URI is no text that anybody reads, so it is taken out before the length of the text is
//! looked at, and becomes a content of its own. Its address is the data URI still: whoever keeps files
//! stores it, and what nobody has stored the model refuses.
//!
//! What is a picture and what is code is the markdown parser's to say. It reads the text with a short
//! address in place of each data URI, and the pictures are those whose address it gives back.

mod found;

use inbox_model::{Content, Media};

use found::Found;

/// Most pictures in one text.
const PICTURES: usize = 10;

/// How a picture's data URI begins.
const START: &str = "data:image/";

/// The text without the pictures that it has as data URIs, and the pictures. What stands in code is
/// text. `None` where there are too many.
pub(super) fn cut(markdown: &str) -> Option<(String, Vec<Content>)> {
    let addresses = addresses(markdown);
    let mut pictures = Vec::new();
    let found = found::read(markdown, &addresses);
    if found.len() > PICTURES {
        return None;
    }
    let mut text = String::with_capacity(markdown.len().min(1 << 14));
    let mut from = 0;
    for Found { address, alt } in found {
        let (Some(start), Some(end)) = (before(markdown, address.0), after(markdown, address.1))
        else {
            continue;
        };
        let (Some(kept), Some(url)) =
            (markdown.get(from..start), markdown.get(address.0..address.1))
        else {
            continue;
        };
        text.push_str(kept);
        from = end;
        let name = Some(alt.trim()).filter(|name| !name.is_empty()).map(str::to_owned);
        let media = Media { url: url.to_owned(), name, ..Media::default() };
        pictures.push(Content::Image(media));
    }
    text.push_str(markdown.get(from..).unwrap_or_default());
    Some((text, pictures))
}

/// Where data URIs of pictures begin and end, wherever they stand.
fn addresses(markdown: &str) -> Vec<(usize, usize)> {
    let bytes = markdown.as_bytes();
    let in_data = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=;,:.%-_".contains(byte);
    let mut addresses = Vec::new();
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let head = rest.get(..START.len());
        if head.is_some_and(|head| head.eq_ignore_ascii_case(START.as_bytes())) {
            let length = rest.iter().take_while(|byte| in_data(byte)).count();
            addresses.push((at, at + length));
            at += length;
        } else {
            at += 1;
        }
    }
    addresses
}

/// Where the picture with this address begins: at the `![` that belongs to the `](` before it.
fn before(markdown: &str, address: usize) -> Option<usize> {
    let head = markdown.get(..address)?;
    let head = head.strip_suffix('<').unwrap_or(head).trim_end_matches([' ', '\t', '\r', '\n']);
    let name = head.strip_suffix("](")?;
    let is_escaped = |at: usize| {
        let before = name.as_bytes().get(..at).unwrap_or_default();
        before.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
    };
    let mut depth = 0_usize;
    for (at, _) in name.rmatch_indices(['[', ']']).filter(|(at, _)| !is_escaped(*at)) {
        if name.get(at..)?.starts_with(']') {
            depth += 1;
        } else if depth > 0 {
            depth -= 1;
        } else {
            return name.get(..at)?.ends_with('!').then(|| at - 1);
        }
    }
    None
}

/// Where the picture whose address ends here ends: after its title, if there is one, and the `)`.
fn after(markdown: &str, address: usize) -> Option<usize> {
    let blank = [' ', '\t', '\r', '\n'];
    let rest = markdown.get(address..)?;
    let mut rest = rest.strip_prefix('>').unwrap_or(rest).trim_start_matches(blank);
    let close = match rest.bytes().next()? {
        b'"' => b'"',
        b'\'' => b'\'',
        b'(' => b')',
        _ => b' ',
    };
    if close != b' ' {
        let title = rest.get(1..)?;
        let mut escaped = false;
        let end = title.bytes().position(|byte| {
            let ends = byte == close && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        })?;
        rest = title.get(end + 1..)?.trim_start_matches(blank);
    }
    Some(markdown.len() - rest.strip_prefix(')')?.len())
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
    fn every_form_of_an_address_is_known() {
        let png = "data:image/png;base64,AAAA";
        for (markdown, text) in [
            ("a ` b ![a](data:image/png;base64,AAAA) c", "a ` b  c"),
            ("x ``` a ![a](data:image/png;base64,AAAA)", "x ``` a "),
            ("`a`![a](data:image/png;base64,AAAA)`b`", "`a``b`"),
            ("\\`![a](data:image/png;base64,AAAA)\\`", "\\`\\`"),
            ("![a](<data:image/png;base64,AAAA>)", ""),
            ("![a](<data:image/png;base64,AAAA> \"t\")", ""),
            ("![a](data:image/png;base64,AAAA 'it\\'s (t)')", ""),
            ("![a](data:image/png;base64,AAAA (t \"u\"))", ""),
            ("![a](data:image/png;base64,AAAA\n\"t\\\"u\"\n)", ""),
            ("![a]( data:image/png;base64,AAAA )", ""),
            ("![a](\ndata:image/png;base64,AAAA)", ""),
            ("![a](\r\ndata:image/png;base64,AAAA\r\n)", ""),
            ("text\n    ![a](data:image/png;base64,AAAA)", "text\n    "),
            ("~~~\n```\n~~~\n![a](data:image/png;base64,AAAA)", "~~~\n```\n~~~\n"),
            ("```\nx\n```\n![a](data:image/png;base64,AAAA)", "```\nx\n```\n"),
            ("- > **![a](data:image/png;base64,AAAA)**", "- > ****"),
            ("|a|\n|-|\n|![a](data:image/png;base64,AAAA)|", "|a|\n|-|\n||"),
            ("# ![a](data:image/png;base64,AAAA)", "# "),
            ("[![a](data:image/png;base64,AAAA)](https://x)", "[](https://x)"),
            ("`data:image/png` ![a](data:image/png;base64,AAAA)", "`data:image/png` "),
        ] {
            check(markdown, text, &[(png, Some("a"))]);
        }
        check("![\\]a\\[](data:image/png;base64,AAAA)", "", &[(png, Some("]a["))]);
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
            "````\n```\n![a](data:image/png;base64,AAAA)\n```\n````",
            "~~~\n![a](data:image/png;base64,AAAA)\n~~~",
            "~~~\n```\n~~~\n`![a](data:image/png;base64,AAAA)`",
            "    ![a](data:image/png;base64,AAAA)",
            "\t![a](data:image/png;base64,AAAA)",
            "> ```\n> ![a](data:image/png;base64,AAAA)",
            "``a ` ![a](data:image/png;base64,AAAA)``",
            "`a\n![a](data:image/png;base64,AAAA)`",
            "![a](<data:image/png;base64,AAAA)",
            "![a](data:image/png;base64,AAAA 't\")",
            "![a](data:image/png;base64,AAAA&amp;)",
            "![a] (data:image/png;base64,AAAA)",
            "data:image/png;base64,AAAA",
            "![a](https://x/a.png) data:image/0 (data:image/png)",
            "![a][p]\n\n[p]: data:image/png;base64,AAAA",
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
