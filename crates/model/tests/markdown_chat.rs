//! What [`Profile::Chat`] adds: mentions, emoji, images by host, links that say where they lead, a limit on
//! length.

use inbox_model::markdown::url::{disguised, host, whole_link};
use inbox_model::markdown::{
    Block, Images, Inline, Options, Profile, expand_shortcodes, parse, plain_name, render_html,
    to_html,
};
use proptest::prelude::*;

/// The names that a text mentions.
fn mentioned(markdown: &str, options: Options<'_>) -> Vec<String> {
    fn within(inlines: &[Inline], names: &mut Vec<String>) {
        for inline in inlines {
            match inline {
                Inline::Mention { name } => names.push(name.clone()),
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Strikethrough(content)
                | Inline::Link { content, .. } => within(content, names),
                _ => {}
            }
        }
    }
    let mut names = Vec::new();
    for block in parse(markdown, options) {
        if let Block::Paragraph(content) | Block::Heading { content, .. } = block {
            within(&content, &mut names);
        }
    }
    names
}

#[test]
fn names_are_mentioned() {
    let check = |markdown: &str, names: &[&str]| {
        assert_eq!(mentioned(markdown, Profile::Chat.into()), names, "{markdown}");
    };
    check("@maya", &["maya"]);
    check("Hi @maya, and @jonas.k!", &["maya", "jonas.k"]);
    check("# To @maya", &["maya"]);
    check("**@maya** _@jonas_ ~~@ida~~", &["maya", "jonas", "ida"]);
    check("(@maya) \"@jonas\"", &["maya", "jonas"]);
    check("@some_name_ here", &["some_name"]);
    check("a\n@maya", &["maya"]);
    // Not in addresses, in code, in links, in words, or where there is no name.
    for markdown in [
        "maya@shop.example",
        "a@maya",
        "@maya@shop.example",
        "https://a.b/@maya",
        "https://a@maya",
        "`@maya`",
        "    @maya",
        "[@maya](https://a.b)",
        "[x @maya y](https://a.b)",
        "![@maya](https://a.b)",
        "\\@maya",
        "@",
        "@ maya",
        "@-maya",
        "a.@maya",
        "<a href=\"@maya\">",
        "<https://a.b/ @maya>",
    ] {
        let expected: &[&str] = if markdown.starts_with("<https") { &["maya"] } else { &[] };
        check(markdown, expected);
    }
    for profile in [Profile::CommonMark, Profile::Gfm] {
        assert_eq!(mentioned("@maya", profile.into()), Vec::<String>::new());
    }
    assert_eq!(
        render_html("Hi @maya & @jonas", Profile::Chat),
        "<p>Hi <span class=\"mention\" dir=\"auto\">@maya</span> &amp; <span class=\"mention\" dir=\"auto\">@jonas</span></p>\n"
    );
    assert_eq!(
        render_html("[@maya](https://a.b) ![@jonas](/c)", Profile::Chat),
        "<p><a href=\"https://a.b\" target=\"_blank\" rel=\"noopener noreferrer nofollow ugc\" dir=\"auto\">@maya</a> @jonas</p>\n"
    );
}

#[cfg(feature = "company")]
#[test]
fn only_listed_names_are_mentioned() {
    let names = ["Maya Lee", "Maya", "Jonas <b>"].map(str::to_owned);
    let options = Options { mentions: Some(&names), ..Options::default() };
    let check = |markdown: &str, names: &[&str]| {
        assert_eq!(mentioned(markdown, options), names, "{markdown}");
    };
    check("@maya lee and @MAYA and @ida", &["Maya Lee", "Maya"]);
    check("@jonas <B>", &["Jonas <b>"]);
    check("a@maya @mayas", &[]);
    let nobody = Options { mentions: Some(&[]), ..Options::default() };
    assert_eq!(mentioned("@maya", nobody), Vec::<String>::new());
    assert_eq!(render_html("@maya", nobody), "<p>@maya</p>\n");
    assert_eq!(
        render_html("@jonas <b>!", options),
        "<p><span class=\"mention\" dir=\"auto\">@Jonas &lt;b&gt;</span>!</p>\n"
    );
}

#[test]
fn shortcodes_are_emoji() {
    let check = |markdown: &str, html: &str| {
        assert_eq!(render_html(markdown, Profile::Chat), format!("<p>{html}</p>\n"), "{markdown}");
    };
    check("a :tada: b", "a 🎉 b");
    check(":+1::tada:", "👍🎉");
    check("*:fire:*", "<em>🔥</em>");
    check("![:fire:](/a)", "🔥");
    // Not in code, in addresses, in words, in times; and only those that there are.
    check("`:tada:`", "<code>:tada:</code>");
    check("\\:tada:", ":tada:");
    check("12:100:30 a:100:b", "12:100:30 a:100:b");
    check(":nobody: : :: :tada", ":nobody: : :: :tada");
    check("x:tada:", "x:tada:");
    assert!(render_html("http://a:80:b :tada:", Profile::Chat).contains(">http://a:80:b</a> 🎉"));
    assert!(render_html("https://a.b/:tada:c", Profile::Chat).contains("/:tada:c\""));
    for profile in [Profile::CommonMark, Profile::Gfm] {
        assert_eq!(render_html(":tada:", profile), "<p>:tada:</p>\n");
    }
}

#[test]
fn shortcodes_are_expanded_where_they_are_emoji() {
    let check = |markdown: &str, expanded: &str| {
        assert_eq!(expand_shortcodes(markdown), expanded, "{markdown}");
    };
    check("", "");
    check("a :tada: b\n:+1:", "a 🎉 b\n👍");
    check("`:tada:` :tada:", "`:tada:` 🎉");
    check("`` ` :tada: `` :tada:", "`` ` :tada: `` 🎉");
    check("`a\n:tada:` :tada:", "`a\n:tada:` 🎉");
    check("`a\n\n:tada:", "`a\n\n🎉");
    check("```\n:tada:\n```\n:tada:", "```\n:tada:\n```\n🎉");
    check("````\n```\n:tada:\n````\n:tada:", "````\n```\n:tada:\n````\n🎉");
    check("~~~\n```\n:tada:\n~~~\n:tada:", "~~~\n```\n:tada:\n~~~\n🎉");
    check("> ```\n> :tada:\n> ```\n:tada:", "> ```\n> :tada:\n> ```\n🎉");
    check("    :tada:\n\n\t:tada:\n\n:tada:", "    :tada:\n\n\t:tada:\n\n🎉");
    check("https://a.b/:tada: :tada:", "https://a.b/:tada: 🎉");
    check("[:tada:](https://a.b/:tada:)", "[🎉](https://a.b/:tada:)");
    check("\\:tada: :nobody: a:100:b", "\\:tada: :nobody: a:100:b");
    // An open backtick is none, but what is behind it is left alone.
    check("it`s :tada:", "it`s :tada:");
    // Where another thing would come of it, nothing changes.
    check("- ```\n:tada: **x", "- ```\n:tada: **x");
}

#[test]
fn images_are_shown_from_certain_hosts() {
    let hosts = ["media.shop.example".to_owned(), "localhost:8080".to_owned()];
    let own = ["self".to_owned()];
    let check = |images: Images<'_>, src: &str, allowed: bool| {
        assert_eq!(images.allow(src), allowed, "{images:?} {src}");
    };
    for src in [
        "https://media.shop.example/a.png",
        "HTTP://MEDIA.Shop.Example?a",
        "http://localhost:8080/a",
    ] {
        check(Images::None, src, false);
        check(Images::Hosts(&own), src, false);
        check(Images::Hosts(&hosts), src, true);
        check(Images::Any, src, true);
    }
    for src in ["/a.png", "a.png", "../a/b:c", "?a", "#a", ""] {
        check(Images::None, src, false);
        check(Images::Hosts(&own), src, true);
        check(Images::Hosts(&hosts), src, false);
        check(Images::Any, src, true);
    }
    for src in [
        "https://media.shop.example.thief.example/a",
        "https://media.shop.example@thief.example/a",
        "https://thief.example/media.shop.example",
        "https://thief.example\\@media.shop.example/a",
        "https:media.shop.example/a",
        "https:/media.shop.example",
        "https:///media.shop.example/a",
        "//media.shop.example/a",
        "/\\media.shop.example/a",
        "\\\\media.shop.example/a",
        "https://localhost/a",
        "https://media.shop.example:8080/a",
        "https://media.shop.example\u{202e}/a",
    ] {
        check(Images::Hosts(&hosts), src, false);
        check(Images::Hosts(&own), src, false);
    }
    for src in ["javascript:alert(1)", "data:image/png,x", " /a.png", "mailto:a@b.c"] {
        check(Images::Any, src, false);
        check(Images::Hosts(&own), src, false);
    }
}

#[test]
fn other_images_are_links() {
    let link = |href: &str, text: &str| {
        format!(
            "<a href=\"{href}\" target=\"_blank\" rel=\"noopener noreferrer nofollow ugc\" dir=\"auto\">{text}</a>"
        )
    };
    let hosts = ["c.d".to_owned()];
    let check = |markdown: &str, html: &str| {
        let options = Options { images: Images::Hosts(&hosts), ..Options::default() };
        assert_eq!(render_html(markdown, options), format!("<p>{html}</p>\n"), "{markdown}");
    };
    check("![a](https://b.c/d.png)", &link("https://b.c/d.png", "a"));
    check("![](https://b.c/d.png)", &link("https://b.c/d.png", "https://b.c/d.png"));
    check("![](https://b.c/\u{202e}d)", &link("https://b.c/%E2%80%AEd", "https://b.c/d"));
    check("![ ](https://b.c)", &link("https://b.c", "https://b.c"));
    check("![a](/d.png) ![](//b.c)", "a ");
    check("[![a](https://b.c/d.png) e](https://f.g)", &link("https://f.g", "a e"));
    check(
        "![a](https://c.d/e.png)",
        "<img src=\"https://c.d/e.png\" alt=\"a\" loading=\"lazy\" referrerpolicy=\"no-referrer\" />",
    );
    // After a link, images are links again.
    check(
        "[a](https://f.g)![b](https://b.c)",
        &(link("https://f.g", "a") + &link("https://b.c", "b")),
    );
    assert_eq!(
        render_html("![a](https://b.c/d.png 'e')", Profile::Gfm),
        "<p><a href=\"https://b.c/d.png\" title=\"e\" target=\"_blank\" rel=\"noopener noreferrer nofollow ugc\" dir=\"auto\">a</a></p>\n"
    );
}

#[test]
fn links_in_messages_are_whole() {
    for url in
        ["https://a.b", "HTTP://a", "https://a:b@c/d", "mailto:a@b.c", "tel:+1", "https://a?b:c"]
    {
        assert_eq!(whole_link(url), Some(url));
    }
    for url in [
        "/a",
        "a",
        "./a:b",
        "?a:b",
        "#a:b",
        "//a.b",
        "",
        "https:a",
        "https:/a",
        "https:/a.b",
        "https:a/b",
        "https:///a",
        "https://",
        "http:\\\\a.b",
        "https://a\\b",
        "javascript:alert(1)",
        "ftp://a.b",
        " https://a.b",
    ] {
        assert_eq!(whole_link(url), None, "{url}");
        assert_eq!(render_html(&format!("[x](<{url}>)"), Profile::Chat), "<p>x</p>\n", "{url}");
    }
    // In a document they lead to other parts of it.
    assert!(render_html("[x](/a)", Profile::Gfm).contains("href=\"/a\""));
}

#[test]
fn links_say_where_they_lead() {
    for (text, href, real) in [
        ("bank.example", "https://thief.example", Some("thief.example")),
        ("https://bank.example/a", "https://thief.example:8080/b", Some("thief.example:8080")),
        ("Go to https://bank.example now", "https://thief.example", Some("thief.example")),
        ("www.bank.example", "http://a.thief.example/?b", Some("a.thief.example")),
        (
            "https://bank.example@thief.example",
            "https://bank.example@thief.example",
            Some("thief.example"),
        ),
        ("банк.рф", "https://thief.example#a", Some("thief.example")),
        ("report.example", "https://shop.example/r", Some("shop.example")),
        ("http://report.pdf", "https://shop.example/r", Some("shop.example")),
        ("report.PDF", "https://shop.example/r", None),
        ("report.html", "https://shop.example/r", None),
        ("http://a", "https://b.c", Some("b.c")),
        ("boss@bank.example", "mailto:thief@thief.example?subject=a", Some("thief@thief.example")),
        ("boss@bank.example", "MAILTO:thief@thief.example", Some("thief@thief.example")),
        ("bank.example:443", "https://bank.example", Some("bank.example")),
        ("bank.example", "https://bank.example", None),
        (" BANK.example/a ", "https://www.bank.example/b", None),
        ("www.bank.example", "https://bank.example", None),
        ("http://bank.example?a", "https://BANK.example", None),
        ("our bank", "https://thief.example", None),
        ("the bank.example page", "https://thief.example", None),
        ("bank.example is ours", "https://thief.example", None),
        ("bank.example\tis", "https://thief.example", None),
        ("1.50", "https://shop.example", None),
        ("a.b", "https://shop.example", None),
        ("a.b\u{7f}", "https://shop.example", None),
        ("page", "https://shop.example", None),
        ("boss@bank.example", "mailto:BOSS@bank.example", None),
        ("mailto:boss@bank.example", "mailto:boss@bank.example", None),
        ("write to us", "mailto:a@b.c", None),
        ("bank.example", "tel:1", None),
        ("bank.example", "/a", None),
    ] {
        assert_eq!(disguised(text, href), real, "{text} {href}");
    }
    let shown = |markdown: &str| match parse(markdown, Profile::Chat).as_slice() {
        [Block::Paragraph(content)] => match content.as_slice() {
            [Inline::Link { content, .. }] => content.clone(),
            other => other.to_vec(),
        },
        _ => Vec::new(),
    };
    let text = |text: &str| Inline::Text(text.into());
    assert_eq!(shown("[bank.example](https://a.b)"), [text("bank.example (a.b)")]);
    assert_eq!(shown("[`bank`*.example*](https://a.b)").last(), Some(&text(" (a.b)")));
    assert_eq!(shown("[our bank](https://a.b)"), [text("our bank")]);
    assert_eq!(shown("https://a.bank@b.thief/"), [text("https://a.bank@b.thief/ (b.thief)")]);
    assert_eq!(shown("https://bank.example/x"), [text("https://bank.example/x")]);
    assert_eq!(shown("www.bank.example"), [text("www.bank.example")]);
    assert_eq!(shown("a@bank.example"), [text("a@bank.example")]);
    assert_eq!(shown("[![bank.example](/a)](https://a.b)").last(), Some(&text(" (a.b)")));
    assert!(!render_html("[bank.example](https://a.b)", Profile::Gfm).contains("(a.b)"));
}

#[test]
fn hosts_of_addresses() {
    for (url, found) in [
        ("https://a.b/c", Some("a.b")),
        ("HTTP://A.b:80?c", Some("A.b:80")),
        ("https://a@b@c#d", Some("c")),
        ("https://é.b", Some("é.b")),
        ("https://a b", None),
        ("https://a\u{7f}b", None),
        ("https://a@", None),
        ("https://a\\b", None),
        ("https:a", None),
        ("ftp://a.b", None),
        ("//a.b", None),
        ("/a", None),
    ] {
        assert_eq!(host(url), found, "{url}");
    }
}

#[test]
fn names_are_plain() {
    for (name, plain) in [
        ("Maya Lee", "Maya Lee"),
        ("  Maya \t\n Lee ", "Maya Lee"),
        ("Ma\u{202e}ya\u{2069}\u{200f}", "Maya"),
        ("Ma\u{200b}ya\u{feff}\u{ad}\u{180e}\u{2060}\u{2064}\u{206a}\u{206f}", "Maya"),
        ("Ma\u{0}\u{85}\u{1f}\u{7f}\u{9f}\u{2028}\u{2029}ya", "Maya"),
        ("می\u{200c}خواهم 👩\u{200d}🚀", "می\u{200c}خواهم 👩\u{200d}🚀"),
        ("\u{202e} \u{200b}", ""),
        ("", ""),
    ] {
        assert_eq!(plain_name(name), plain, "{name:?}");
    }
}

#[test]
fn what_is_beyond_the_limit_is_plain() {
    let line = "*a* b\n".repeat(Profile::CHAT_BYTES / 6 + 1);
    let text = format!("{line}\n\n*c*\n*d*\r\n\n\n# e");
    let blocks = parse(&text, Profile::Chat);
    let plain = |text: &str| Inline::Text(text.into());
    let Some((first, beyond)) = blocks.split_first() else { panic!("nothing") };
    let Block::Paragraph(content) = first else { panic!("{first:?}") };
    assert_eq!(
        content.iter().filter(|one| matches!(one, Inline::Emphasis(_))).count(),
        Profile::CHAT_BYTES / 6
    );
    assert_eq!(
        beyond,
        [
            Block::Paragraph(vec![plain("*a* b")]),
            Block::Paragraph(vec![plain("*c*"), Inline::HardBreak, plain("*d*")]),
            Block::Paragraph(vec![plain("# e")]),
        ]
    );
    // A line that is longer ends between characters.
    let long = "é".repeat(Profile::CHAT_BYTES / 2) + "é*b*";
    assert_eq!(parse(&format!("x{long}"), Profile::Chat).len(), 2);
    let at =
        |length: usize| parse(&("*a*".to_owned() + &"b".repeat(length - 3)), Profile::Chat).len();
    assert_eq!((at(Profile::CHAT_BYTES), at(Profile::CHAT_BYTES + 1)), (1, 2));
    assert_eq!(parse(&text, Profile::Gfm).len(), 3);
    assert!(render_html(&text, Profile::Chat).ends_with("<p>*c*<br />\n*d*</p>\n<p># e</p>\n"));
}

fn texts() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    let pieces = vec![
        "a", "b ", " ", "  ", "\n", "\n", "\n\n", "w", "ww", "www.a.b", "W", ":", ": ", ":tada:", ":fire:", "1", "1.", "1)", "-", "- ", "+", "=",
        "===", ">", "\"", "|", "\t", "\r", "\r\n", "é", "見", "@", "@maya", "`", "```", "~~~\n", "    ", "*", "_", "[", "](", "](/a)", ")", "/", "<", "&", "!", ".",
        "#", "\\", "'", "(", "http://", "\u{a0}", "\0",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6000))]

    /// The short way to HTML and the one by the tree end at the same.
    #[test]
    fn plain_texts_are_no_exception(text in texts()) {
        for profile in [Profile::Chat, Profile::Gfm, Profile::CommonMark] {
            prop_assert_eq!(render_html(&text, profile), to_html(&parse(&text, profile), profile), "{:?}", text);
        }
    }

    #[test]
    fn expanded_shortcodes_mean_the_same(text in texts()) {
        let expanded = expand_shortcodes(&text);
        prop_assert_eq!(parse(&expanded, Profile::Chat), parse(&text, Profile::Chat), "{:?} {:?}", text, expanded);
    }

    #[test]
    fn names_come_out_plain_whatever_they_are(name in any::<String>()) {
        let plain = plain_name(&name);
        prop_assert_eq!(plain_name(&plain), plain.clone());
        prop_assert!(plain.len() <= name.len());
    }

    #[test]
    fn addresses_never_panic(text in any::<String>(), href in "(https?://|mailto:|https:|)[a-z@:./\\\\é?#]{0,12}") {
        let _ = (disguised(&text, &href), disguised(&href, &text), host(&href), whole_link(&href), Images::Any.allow(&text));
    }
}
