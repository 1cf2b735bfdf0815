//! Limits: how deep containers nest, how much of a message is formatted, how much of it a preview reads.

use inbox_model::markdown::{Block, Inline, Options, Profile, parse, preview_text, render_html};

#[test]
fn containers_nest_64_deep() {
    // The document is the first of them. A quote is one and a list two, and there is room for either.
    let html = |markdown: &str| render_html(markdown, Profile::CommonMark);
    for (sign, tag, most) in [("> ", "<blockquote>", 62), ("- ", "<ul>", 31), ("1. ", "<ol>", 31)] {
        for depth in [1, most - 1, most] {
            let html = html(&(sign.repeat(depth) + "a"));
            assert_eq!(html.matches(tag).count(), depth, "{sign}");
            assert!(html.contains("<p>a</p>") || html.contains("<li>a</li>"), "{sign}{depth}");
        }
        for depth in [most + 1, most + 20] {
            let html = html(&(sign.repeat(depth) + "a"));
            assert_eq!(html.matches(tag).count(), most, "{sign}");
            let text = sign.repeat(depth - most).replace('>', "&gt;") + "a</";
            assert!(html.contains(&text), "{sign}{depth}");
        }
    }
}

fn text(text: &str) -> Inline {
    Inline::Text(text.into())
}

/// What becomes of `after` behind as much as is formatted.
fn beyond(after: &str) -> Vec<Block> {
    let mut blocks = parse(&("x".repeat(Profile::CHAT_BYTES - 1) + "\n" + after), Profile::Chat);
    blocks.remove(0);
    blocks
}

#[test]
fn lines_beyond_the_limit_end_as_all_lines_do() {
    let one = vec![Block::Paragraph(vec![text("*a*"), Inline::HardBreak, text("b")])];
    let two = vec![Block::Paragraph(vec![text("*a*")]), Block::Paragraph(vec![text("b")])];
    for end in ["\n", "\r", "\r\n"] {
        for last in ["", end, &end.repeat(2)] {
            assert_eq!(beyond(&format!("*a*{end}b{last}")), one, "{end:?} {last:?}");
            assert_eq!(beyond(&format!("*a*{end}{end}b{last}")), two, "{end:?} {last:?}");
            assert_eq!(beyond(&format!("{end}*a*{end}{end}{end}b{last}")), two, "{end:?} {last:?}");
        }
    }
    assert_eq!(beyond(""), []);
    assert_eq!(beyond("\n\r\n\r"), []);
}

#[test]
fn what_is_formatted_ends_with_the_last_line_that_fits() {
    let paragraphs = |length: usize| {
        // The second line has so many bytes, its end included.
        let line = "*b*".to_owned() + &"x".repeat(length - 4) + "\n";
        let blocks = parse(&format!("*a*\n{line}*c*"), Profile::Chat);
        let styled = |block: &Block| match block {
            Block::Paragraph(content) => {
                content.iter().filter(|one| matches!(one, Inline::Emphasis(_))).count()
            }
            _ => 0,
        };
        blocks.iter().map(styled).collect::<Vec<usize>>()
    };
    let fits = Profile::CHAT_BYTES - "*a*\n".len();
    assert_eq!(paragraphs(fits - 1), [2, 0]);
    assert_eq!(paragraphs(fits), [2, 0]);
    assert_eq!(paragraphs(fits + 1), [1, 0]);
}

#[test]
fn a_line_longer_than_the_limit_ends_before_the_character_that_crosses_it() {
    for one in ["é", "見", "🎉"] {
        for before in ["", "x", "xy", "xyz"] {
            let fits = (Profile::CHAT_BYTES - before.len()) / one.len();
            let markdown = before.to_owned() + &one.repeat(fits + 3);
            let expected = vec![
                Block::Paragraph(vec![text(&(before.to_owned() + &one.repeat(fits)))]),
                Block::Paragraph(vec![text(&one.repeat(3))]),
            ];
            assert!(parse(&markdown, Profile::Chat) == expected, "{before}{one}");
        }
    }
}

#[test]
fn the_preview_of_a_long_block_reads_only_its_beginning() {
    // Whichever byte of a character the beginning would end at.
    for one in ["x", "é", "見", "🎉"] {
        for before in ["", "x", "xy", "xyz"] {
            let markdown = format!("*{before}{}*", one.repeat(20_000));
            let shown = format!("*{before}{}…", one.repeat(8 - before.len()));
            assert_eq!(preview_text(&markdown, 10), shown);
        }
    }
    // A short one is read to its end.
    assert_eq!(preview_text(&format!("*{}*", "é".repeat(20)), 10), "ééééééééé…");
}

#[test]
fn of_names_that_differ_in_case_only_the_first_is_mentioned() {
    let names = ["Maya", "maya", "MAYA", "Maya Lee"].map(str::to_owned);
    let options = Options { mentions: Some(&names), ..Options::default() };
    for (markdown, name) in [("@maya", "Maya"), ("@MAYA", "Maya"), ("@maya lee", "Maya Lee")] {
        let mention = Inline::Mention { name: name.into() };
        assert_eq!(parse(markdown, options), [Block::Paragraph(vec![mention])], "{markdown}");
    }
}
