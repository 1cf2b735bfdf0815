//! What a message carries, as the one markdown text that vendors have for it.

#[cfg(feature = "company")]
mod others;

use inbox_model::Content;
use inbox_model::part::Call;

/// Customers write nothing but text.
#[cfg(not(feature = "company"))]
mod others {
    use inbox_model::Content;

    pub(super) fn add(_: &mut String, _: &Content) {}
}

/// The contents as markdown, a blank line between one and the next. A single text is passed
/// through as it is.
pub(crate) fn markdown_of(contents: &[Content]) -> String {
    let mut blocks = String::new();
    for content in contents {
        match content {
            Content::Text { markdown } => add(&mut blocks, markdown),
            other => others::add(&mut blocks, other),
        }
    }
    blocks
}

/// A drafted reply, for a reader whose client has no such thing.
pub(crate) fn suggestion_markdown(contents: &[Content]) -> String {
    join(["**Suggested reply**", &markdown_of(contents)])
}

/// A phone call, for a reader whose client has no such thing.
pub(crate) fn call_markdown(call: &Call) -> String {
    let seconds = call.duration_ms / 1_000;
    let title = match (call.inbound, seconds) {
        (true, 0) => "**Missed call**".to_owned(),
        (false, 0) => "**Call without an answer**".to_owned(),
        (inbound, _) => {
            let direction = if inbound { "Incoming" } else { "Outgoing" };
            format!("**{direction} call**, {}:{:02} min", seconds / 60, seconds % 60)
        }
    };
    let summary = call.summary.as_deref().map(plain).unwrap_or_default();
    let recording = call.recording_url.as_deref().map(|url| link("Recording", url));
    join([&title, &summary, &recording.unwrap_or_default()])
}

fn join<const N: usize>(blocks: [&str; N]) -> String {
    let mut joined = String::new();
    for block in blocks {
        add(&mut joined, block);
    }
    joined
}

/// Adds a block after a blank line. An empty one is none.
fn add(blocks: &mut String, block: &str) {
    if !(blocks.is_empty() || block.is_empty()) {
        blocks.push_str("\n\n");
    }
    blocks.push_str(block);
}

pub(crate) fn link(name: &str, url: &str) -> String {
    ["[", &plain(name), "](", &target(url), ")"].concat()
}

/// Text that markdown shows as it is: what could begin or end a mark is escaped, and line breaks
/// become spaces, so that it stays within one paragraph.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let text = text.trim();
    for (at, letter) in text.char_indices() {
        let special = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' => true,
            '#' | '+' | '-' | '=' => at == 0,
            '.' | ')' => begins_list(text, at),
            ':' => begins_shortcode(text, at),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(if matches!(letter, '\n' | '\r') { ' ' } else { letter });
    }
    escaped
}

/// Whether the mark at `at` makes a numbered list of a text such as `1. Ada`.
pub(crate) fn begins_list(text: &str, at: usize) -> bool {
    let (number, rest) = text.split_at_checked(at).unwrap_or_default();
    let ends_word = rest.chars().nth(1).is_none_or(char::is_whitespace);
    at > 0 && ends_word && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the colon at `at` would be read together with what follows, as in `:tada:`.
pub(crate) fn begins_shortcode(text: &str, at: usize) -> bool {
    let after = text.get(at..).unwrap_or_default().bytes().skip(1);
    let mut rest = after.skip_while(|byte| byte.is_ascii_alphanumeric() || b"_+-".contains(byte));
    rest.next() == Some(b':')
}

/// A link target that no character of the address can end.
pub(crate) fn target(url: &str) -> String {
    // Browsers pass over these too, so nothing is lost.
    let blank = |letter: &char| letter.is_control() || (letter.is_whitespace() && *letter != ' ');
    let url: String = url.trim().chars().filter(|letter| !blank(letter)).collect();
    let mut encoded = String::with_capacity(url.len());
    for (at, letter) in url.char_indices() {
        match letter {
            '(' => encoded.push_str("%28"),
            ')' => encoded.push_str("%29"),
            '<' => encoded.push_str("%3C"),
            '>' => encoded.push_str("%3E"),
            '\\' => encoded.push_str("%5C"),
            ' ' => encoded.push_str("%20"),
            '&' if begins_entity(&url, at) => encoded.push_str("&amp;"),
            letter => encoded.push(letter),
        }
    }
    encoded
}

/// Whether the ampersand at `at` would be read together with what follows, as in `&lt;`.
pub(crate) fn begins_entity(url: &str, at: usize) -> bool {
    let after = url.get(at..).unwrap_or_default().bytes().skip(1);
    let mut rest = after.skip_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#');
    rest.next() == Some(b';')
}

#[cfg(test)]
mod tests {
    use inbox_model::Media;
    use inbox_model::content::{CardAddress, CardDetails, ContactCard, Location};
    use inbox_model::markdown::{Block, Inline, Profile, parse};
    use proptest::prelude::*;

    use super::*;

    fn media(name: &str, url: &str) -> Media {
        Media { name: Some(name.into()), url: url.into(), ..Media::default() }
    }

    #[test]
    fn every_kind_has_a_text() {
        let check = |content: Content, markdown: &str| {
            assert_eq!(markdown_of(&[content]), markdown);
        };
        check(Content::text(" *as* typed\n"), " *as* typed\n");
        check(
            Content::Image(media("a [1].png", "https://x/a b.png")),
            "![a \\[1\\].png](https://x/a%20b.png)",
        );
        let nameless = Media { url: "https://x/v".into(), ..Media::default() };
        check(Content::Video(nameless.clone()), "[Video](https://x/v)");
        check(
            Content::Audio { media: nameless.clone(), voice: true },
            "[Voice message](https://x/v)",
        );
        let captioned =
            Media { caption: Some("# one\n* two".into()), ..media("f.pdf", "https://x/(f)") };
        check(Content::Document(captioned), "[f.pdf](https://x/%28f%29)\n\n\\# one \\* two");
        let place = Location {
            latitude: 51.5,
            longitude: -0.12,
            name: None,
            address: Some("London".into()),
            url: None,
        };
        let map = "https://www.openstreetmap.org/?mlat=51.5&mlon=-0.12";
        check(Content::Location(place), &format!("[51.5, -0.12]({map})\n\nLondon"));
        let card = ContactCard {
            name: "Ada".into(),
            phones: vec!["+44 1".into()],
            emails: vec!["ada@example.com".into()],
            organization: Some("Engines".into()),
            details: CardDetails {
                job_title: Some("Countess".into()),
                addresses: vec![CardAddress {
                    city: Some("London".into()),
                    ..CardAddress::default()
                }],
                ..CardDetails::default()
            }
            .boxed(),
        };
        check(
            Content::ContactCard(card),
            "**Ada**  \nCountess  \nEngines  \nPhone: \\+44 1  \nE-mail: ada@example.com  \nLondon",
        );
    }

    #[test]
    fn a_name_cannot_break_out_of_its_link() {
        let hostile =
            Content::Document(media("x](https://evil)\n\n# big", "https://ok/) [y](https://evil"));
        let markdown = markdown_of(&[hostile]);
        assert_eq!(markdown, "[x\\](https://evil)  # big](https://ok/%29%20[y]%28https://evil)");
    }

    #[test]
    fn a_call_is_readable() {
        let call = Call {
            inbound: true,
            duration_ms: 200_000,
            summary: Some("Asked.".into()),
            recording_url: Some("https://x/r".into()),
        };
        assert_eq!(
            call_markdown(&call),
            "**Incoming call**, 3:20 min\n\nAsked.\n\n[Recording](https://x/r)"
        );
        assert_eq!(call_markdown(&Call { inbound: true, ..Call::default() }), "**Missed call**");
    }

    /// The words of running text; `None` where there is more than words and links.
    fn words(inlines: &[Inline]) -> Option<String> {
        let words = inlines.iter().map(|inline| match inline {
            Inline::Text(text) => Some(text.clone()),
            Inline::Mention { name } => Some(format!("@{name}")),
            Inline::Link { content, .. } => words(content),
            Inline::SoftBreak | Inline::HardBreak => Some(" ".to_owned()),
            _ => None,
        });
        words.collect()
    }

    fn without_space(text: &str) -> String {
        text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\0').collect()
    }

    fn hostile() -> impl Strategy<Value = String> {
        prop_oneof!["\\PC{0,20}", "[-#>*_`~|()<>&!+=:;/ab1. \\n\\[\\]\\\\]{0,24}"]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn plain_text_is_shown_as_it_is(text in hostile()) {
            let shown = match parse(&plain(&text), Profile::Chat).as_slice() {
                [] => Some(String::new()),
                [Block::Paragraph(content)] => words(content),
                _ => None,
            };
            prop_assert_eq!(shown.as_deref().map(without_space), Some(without_space(&text)));
        }

        #[test]
        fn a_file_is_one_link_whatever_it_is_called(name in hostile(), path in hostile()) {
            let url = format!("https://example.com/{path}");
            let blocks = parse(&markdown_of(&[Content::Document(media(&name, &url))]), Profile::Chat);
            let [Block::Paragraph(content)] = blocks.as_slice() else { panic!("{blocks:?}") };
            let [Inline::Link { href, content, .. }] = content.as_slice() else { panic!("{content:?}") };
            prop_assert_eq!(href, &target(&url).replace("&amp;", "&"));
            let shown = words(content).map(|words| without_space(&words));
            let name = if name.trim().is_empty() { "File".to_owned() } else { without_space(&name) };
            // A name that looks like an address comes with the one where the file is.
            let shown = shown.map(|words| words.strip_suffix("(example.com)").unwrap_or(&words).to_owned());
            prop_assert_eq!(shown, Some(name));
        }
    }
}
