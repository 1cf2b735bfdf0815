//! HTML straight from the text is the HTML of the text's tree.

use inbox_model::markdown::{
    Images, Options, Profile, parse, render_html, render_html_into, to_html,
};
use proptest::prelude::*;

/// Calls `check` with every combination of options.
fn each(mut check: impl FnMut(Options<'_>)) {
    let hosts = ["self".to_owned(), "a.b".to_owned()];
    let names = ["maya".to_owned(), "Maya Lee".to_owned()];
    for profile in [Profile::Chat, Profile::CommonMark, Profile::Gfm] {
        for images in [Images::None, Images::Hosts(&hosts), Images::Any] {
            for mentions in [None, Some(&names[..])] {
                for bare in [false, true] {
                    check(Options { profile, mentions, images, bare });
                }
            }
        }
    }
}

fn check(markdown: &str) {
    each(|options| {
        let tree = to_html(&parse(markdown, options), options);
        assert_eq!(render_html(markdown, options), tree, "{markdown:?} {options:?}");
        let mut used = "<b>before".to_owned();
        render_html_into(markdown, options, &mut used);
        assert_eq!(used, tree, "{markdown:?} {options:?}");
    });
}

#[test]
fn both_ways_lead_to_the_same() {
    for markdown in [
        "",
        "\n",
        "Hi",
        "*a **b** ~~c~~* `d` &amp; :tada: @maya lee\nb  \nc",
        "- [x] a\n- b *c*\n\n  > # d\n\n1. e\n===\nf",
        "a\n|b *c*|d|\n|-|:-:|\n|`e`|\n|f|g|h|\n\ni *j*",
        "|a|b|\n|-|-|\n\n# *c*",
        "# *a*\n## \n[b]: /c\n\n[b] *d*",
        "[a](https://b.c 'd') [https://e.f](https://g.h) [e.f](https://g.h) [e.f `i`](https://g.h)",
        "[![e.f](https://a.b/c)](https://g.h) [![e.f](data:a)](https://g.h) ![a *b* `c`\nd](https://a.b/c 'e')",
        "[@maya *b*\nc](tel:3) ![@maya](https://a.b) <https://bank.example@thief.example> [a](javascript:b)",
        "[a\u{202e}b &#8238; `c\u{202e}`](tel:3) ![a\u{202e}b](https://a.b/c) [\u{202e}](tel:3)",
        "`` ` `` ` a ` `  ` `a\nb` [` a\u{202e} `](tel:3)",
        "www.a.b a@b.c https://a.b <a@b.c>",
        "a\0b *c*\r\nd\re\r\r\nf\r",
        "<div>\n*a*\n\n```b c\n*d*\n```\n    e",
    ] {
        check(markdown);
    }
    let deep = "*a ".repeat(70) + "[b](tel:3)" + &" c*".repeat(70);
    check(&deep);
    // Beyond what is formatted.
    for (before, after) in [("*a*\n", "*b*\n\n`c`\r\nd"), ("*a*", "*b*"), ("- *a*\n", "b")] {
        let length = Profile::CHAT_BYTES - before.len() - 1;
        check(&(before.to_owned() + &"x".repeat(length) + "\n" + after));
        check(&("x".repeat(length) + before + after));
    }
}

fn texts() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    let pieces = vec![
        "a", "word ", "Wo ist es? ", "注文", "é", "🎉", " ", "  \n", "\n", "\n\n", "\r\n", "\r", "\t", "\0", "\\", "\\\n", "\u{202e}",
        "*", "**", "_", "~~", "~", "*a*", "**b**", "`", "``", "`c d`", "` e `", "[", "]", "](", ")", "![", "[f](https://g.h)",
        "[a.bc](https://g.h 'i')", "![", "![a](https://a.b/c)", "![a](/d)", "](/e)", "](https://thief.example)", "](javascript:a)", "[x]: https://y.z 'w'\n",
        "[x]", "[x][", "<", ">", "<b>", "<!--", "-->", "<https://a.b>", "<c@d.e>", "<div>\n", "&", "&amp;", "&#8238;", "&lt;", "\"",
        "https://a.b/c?d&e", "www.a.b", "a@b.c", "@maya", " @Maya Lee", ":tada:", ":",
        "- ", "* ", "1. ", "2) ", "> ", "# ", "## ", "    ", "---\n", "===\n", "```\n", "~~~ f\n", "- [ ] ", "- [x] ", "|", "|-|\n", "\n-|-\n", "a|b\n", "\\|",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_is_put_together(markdown in texts()) {
        check(&markdown);
    }

    #[test]
    fn whatever_is_written(markdown in any::<String>()) {
        check(&markdown);
    }
}
