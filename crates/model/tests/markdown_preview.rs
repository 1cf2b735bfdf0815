//! Previews: one line, no markup, never longer than asked, cut where a reader would cut.

use inbox_model::markdown::{Block, Inline, Profile, parse, preview_text};
use proptest::prelude::*;

#[test]
fn markup_leaves_its_text() {
    let cases = [
        ("", ""),
        (" \n\n ", ""),
        ("plain", "plain"),
        ("**bold** and *it* and ~~out~~", "bold and it and out"),
        ("a\nb  \nc\\\nd", "a b c d"),
        ("# Title\n\nText", "Title Text"),
        ("- one\n- two\n  1. three", "one two three"),
        ("- [ ] to do\n- [x] done", "to do done"),
        ("> quoted\n\nanswer", "quoted answer"),
        ("```rust\nlet  a = 1;\nb\n```", "let a = 1; b"),
        ("a `code` b", "a code b"),
        ("[text](https://a.b 'title') ![alt](c.png)", "text alt"),
        ("see https://a.b/c_d", "see https://a.b/c_d"),
        ("[x](javascript:alert(1))", "x"),
        ("|a|b|\n|-|-|\n|c|d|", "a b c d"),
        ("a\n\n---\n\nb", "a b"),
        ("<b>raw</b>\n\n<div>\n x\n</div>", "<b>raw</b> <div> x </div>"),
        ("&amp; \\* &copy;", "& * ©"),
        ("a\u{202e}b\u{2066}c\td\u{0}\u{7}e", "abc d\u{fffd} e"),
        ("[a][b]\n\n[b]: /c", "a"),
        ("\u{a0} a \u{3000} b", "a b"),
    ];
    for (markdown, line) in cases {
        assert_eq!(preview_text(markdown, 100), line, "{markdown:?}");
    }
}

#[test]
fn what_is_too_long_is_cut() {
    let family = "👩\u{200d}👩\u{200d}👧"; // 5 characters
    let cases: &[(&str, usize, &str)] = &[
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("abcdef", 1, "…"),
        ("abcdef", 0, ""),
        ("", 0, ""),
        ("ab cdef", 4, "ab…"),
        ("**abc**def", 4, "abc…"),
        ("abc ", 3, "abc"),
        ("ééééé", 3, "éé…"),
        // A letter and its accent, a hand and its colour, a family, a flag.
        ("abe\u{301}cd", 5, "abe\u{301}…"),
        ("abe\u{301}cd", 4, "ab…"),
        ("a👍🏽b", 3, "a…"),
        (&format!("a{family}b"), 6, "a…"),
        (&format!("{family}bc"), 6, &format!("{family}…")),
        ("a🇩🇪🇫🇷b", 5, "a🇩🇪…"),
        ("a🇩🇪🇫🇷b", 4, "a🇩🇪…"),
        ("a🇩🇪🇫🇷b", 3, "a…"),
        ("\u{301}\u{301}\u{301}", 2, "…"),
    ];
    for (markdown, most, line) in cases {
        assert_eq!(preview_text(markdown, *most), *line, "{markdown:?} to {most}");
    }
}

#[test]
fn chat_keeps_line_breaks_and_the_specifications_do_not() {
    let text = |text: &str| Inline::Text(text.into());
    let cases = [
        (Profile::Chat, Inline::HardBreak),
        (Profile::Gfm, Inline::SoftBreak),
        (Profile::CommonMark, Inline::SoftBreak),
    ];
    for (profile, between) in cases {
        let tree = vec![Block::Paragraph(vec![text("a"), between, text("b")])];
        assert_eq!(parse("a\nb", profile), tree);
        assert_eq!(parse("a \r\n b\r\n", profile), tree);
        assert_eq!(parse("a\rb", profile), tree);
    }
}

fn markdown() -> impl Strategy<Value = String> {
    let pieces = vec![
        "word", "e\u{301}", "👍🏽", "🇩🇪", "\u{200d}", " ", "\n", "\n\n", "*", "**", "`", "[", "](",
        ")", "- ", "> ", "# ", "|", "\\", "\u{202e}", "中",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn one_line_of_at_most_so_many_characters(markdown in markdown(), most in 0..40_usize) {
        let line = preview_text(&markdown, most);
        prop_assert!(line.chars().count() <= most, "{line:?}");
        prop_assert!(!line.contains(['\n', '\r', '\t', '\u{202e}']), "{line:?}");
        prop_assert_eq!(line.trim(), &line);
        let whole = preview_text(&markdown, 10_000);
        match line.strip_suffix('…') {
            Some(start) => prop_assert!(whole.starts_with(start), "{line:?} of {whole:?}"),
            None => prop_assert!(most == 0 || line == whole, "{line:?} of {whole:?}"),
        }
    }

    #[test]
    fn line_endings_do_not_matter(markdown in markdown()) {
        let tree = parse(&markdown, Profile::Gfm);
        prop_assert_eq!(parse(&markdown.replace('\n', "\r\n"), Profile::Gfm), tree.clone());
        prop_assert_eq!(parse(&markdown.replace('\n', "\r"), Profile::Gfm), tree);
    }
}
