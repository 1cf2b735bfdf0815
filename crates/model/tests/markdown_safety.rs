//! Nothing that anybody writes becomes a script, an unsafe address or a lie about one.

use inbox_model::markdown::url::{safe_image, safe_link};
use inbox_model::markdown::{Block, Images, Inline, Options, Profile, parse, render_html, to_html};
use proptest::prelude::*;

const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// What is wrong with a string of HTML: a tag, an attribute or an address that this crate never
/// writes. The reader knows just that HTML, and finds fault with everything else.
fn fault(html: &str) -> Option<String> {
    let mut parts = html.split('<');
    if parts.next().is_some_and(|text| text.contains('>')) {
        return Some("a loose > at the start".into());
    }
    parts.find_map(|part| match part.split_once('>') {
        Some((tag, text)) if !text.contains('>') => tag_fault(tag),
        _ => Some(format!("a loose < or > in {part}")),
    })
}

#[rustfmt::skip]
const TAGS: &[&str] = &[
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "code", "em", "strong", "del", "table", "thead",
    "tbody", "tr", "th", "td", "br", "hr", "a", "img", "input", "span",
];

fn tag_fault(tag: &str) -> Option<String> {
    let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    if !TAGS.contains(&name.trim_start_matches('/')) {
        return Some(format!("tag {tag}"));
    }
    let known: &[&str] = match name {
        "a" => &["href", "title", "target", "rel", "dir"],
        "span" => &["class", "dir"],
        "img" => &["src", "alt", "title", "loading", "referrerpolicy"],
        "ol" => &["start"],
        "code" => &["class"],
        "th" | "td" => &["align"],
        "input" => &["checked", "disabled", "type"],
        _ => &[],
    };
    let mut rest = attributes.trim_end_matches('/').trim();
    while !rest.is_empty() {
        let Some((attribute, (value, after))) = rest
            .split_once("=\"")
            .and_then(|(attribute, after)| Some((attribute, after.split_once('"')?)))
        else {
            return Some(format!("no attribute: {rest}"));
        };
        rest = after.trim_start();
        if !known.contains(&attribute) {
            return Some(format!("attribute {attribute} of {tag}"));
        }
        if ["href", "src"].contains(&attribute) && !leads_somewhere_safe(value) {
            return Some(format!("address {value}"));
        }
    }
    None
}

/// What a browser would make of an attribute that is an address: character references resolved,
/// tabs and line ends dropped, control characters and spaces in front ignored.
fn leads_somewhere_safe(attribute: &str) -> bool {
    let url: String =
        attribute.replace("&amp;", "&").chars().filter(|one| !"\t\r\n".contains(*one)).collect();
    let url = url.trim_start_matches(|one: char| one <= ' ').to_lowercase();
    let scheme: String =
        url.chars().take_while(|one| one.is_alphanumeric() || "+-.".contains(*one)).collect();
    let has_scheme =
        url[scheme.len()..].starts_with(':') && scheme.starts_with(char::is_alphabetic);
    !has_scheme || SCHEMES.contains(&scheme.as_str())
}

/// Calls `check` with every address in the tree, and whether an image is loaded from it.
fn each_address(blocks: &[Block], check: &mut dyn FnMut(&str, bool)) {
    fn within(inlines: &[Inline], check: &mut dyn FnMut(&str, bool)) {
        for inline in inlines {
            match inline {
                Inline::Link { href, content, .. } => {
                    check(href, false);
                    within(content, check);
                }
                Inline::Image { src, .. } => check(src, true),
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Strikethrough(content) => {
                    within(content, check);
                }
                _ => {}
            }
        }
    }
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => within(content, check),
            Block::BlockQuote(blocks) => each_address(blocks, check),
            Block::List { items, .. } => {
                for item in items {
                    each_address(&item.blocks, check);
                }
            }
            Block::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    within(cell, check);
                }
            }
            _ => {}
        }
    }
}

/// The ways in which a script gets into a page.
#[rustfmt::skip]
const VECTORS: &[&str] = &[
    "<script>alert(1)</script>", "<SCRIPT SRC=//e.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>", "<a href=\"javascript:alert(1)\">x</a>", "<details open ontoggle=alert(1)>",
    "<style>@import 'javascript:alert(1)';</style>", "<math><mi xlink:href=\"javascript:alert(1)\">", "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>", "<?php echo '<script>' ?>", "<!doctype html><script>alert(1)</script>", "<form action=javascript:alert(1)>",
    "a <script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "*<b onmouseover=alert(1)>*", "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>", "```\n<script>alert(1)</script>\n```", "```<script>alert(1)</script>\nx\n```", "```\" onload=\"alert(1)\nx\n```",
    "~~~ a&#32;onload=alert(1)\nx\n~~~", "~~~ \"><script>\nx\n~~~", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](<javascript:alert(1)>)", "[x](< javascript:alert(1)>)",
    "[x](java\tscript:alert(1))", "[x](<java\tscript:alert(1)>)", "[x](<java\nscript:alert(1)>)", "[x](java&#9;script:alert(1))",
    "[x](java&#x0A;script:alert(1))", "[x](java&Tab;script:alert(1))", "[x](java&NewLine;script:alert(1))", "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;&#x61;vascript:alert(1))", "[x](javascript&colon;alert(1))", "[x](javascript&#58;alert(1))", "[x](javascript&#x3A;alert(1))",
    "[x](&#1;javascript:alert(1))", "[x](<&#32;javascript:alert(1)>)", "[x](<&#160;javascript:alert(1)>)", "[x](\u{1}javascript:alert(1))",
    "[x](\u{feff}javascript:alert(1))", "[x](\u{200b}javascript:alert(1))", "[x](javascript\\:alert(1))", "[x](\\javascript:alert(1))",
    "[x](j\\avascript:alert(1))", "[x](javascript%3Aalert(1))", "[x](%6aavascript:alert(1))", "[x](data:text/html,<script>alert(1)</script>)",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "[x](DATA:text/html,x)", "[x](vbscript:msgbox(1))", "[x](VBScript:x)",
    "[x](file:///etc/passwd)", "[x](blob:https://e.example/1)", "[x](view-source:x)", "[x](ｊavascript:alert(1))", "[x](javascript：alert(1))",
    "[x](x:javascript:alert(1))", "[x](feed:javascript:alert(1))", "[x](jar:javascript:alert(1)!/)", "[x]: javascript:alert(1)\n\n[x]",
    "[x]: <java&#9;script:alert(1)>\n\n[x][]", "[y][x]\n\n[x]: data:text/html,x 'y'", "![x](javascript:alert(1))", "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![x](mailto:a@b.c)", "![x](tel:1)", "[![x](javascript:alert(1))](javascript:alert(2))", "![![x](javascript:alert(1))](https://e.example)",
    "<javascript:alert(1)>", "<JAVASCRIPT:alert(1)>", "<data:text/html,x>", "<vbscript:x>", "<javascript:alert(1)//@b.c>", "<a@b.c\"onclick=alert(1)>",
    "[x](https://e.example \"onmouseover=alert(1)\")", "[x](https://e.example 'a\" onmouseover=\"alert(1)')", "[x](https://e.example \"a&quot; onclick=&quot;alert(1)\")",
    "[x](https://e.example/\"onmouseover=\"alert(1))", "[x](<https://e.example/\" onmouseover=\"alert(1)>)", "[x](https://e.example/&quot;&gt;&lt;script&gt;)",
    "![\" onerror=\"alert(1)](https://e.example)", "![x](https://e.example/\" 'x\" onerror=\"alert(1)')", "![<script>](https://e.example)",
    "[<script>](https://e.example)", "[x](https://e.example/<script>)", "https://e.example/\"onmouseover=\"alert(1)", "https://e.example/'><script>alert(1)</script>",
    "www.e.example/\"><script>alert(1)</script>", "javascript://e.example/%0aalert(1)", "javascript:alert(1)//@e.example", "x@e.example\"><script>alert(1)</script>",
    "|<script>|\n|-|\n|<img onerror=x>|", "|[x](javascript:alert(1))|\n|-|", "- [ ] <script>", "- [x] [x](javascript:alert(1))", "# <script>alert(1)</script>",
    "> <script>\n> alert(1)\n> </script>", "1. <div onclick=alert(1)>", "<div>\n*x* <script>\n</div>", "<pre>\n<script>alert(1)</script>\n</pre>",
    "<http://e.example/\"onclick=\"alert(1)>", "\0<script>alert(1)</script>", "<\0script>alert(1)</script>", "[x](java\0script:alert(1))", "<script\u{2028}>alert(1)</script>",
];

#[test]
fn no_script_gets_through() {
    for profile in [Profile::Chat, Profile::Gfm, Profile::CommonMark] {
        for markdown in VECTORS {
            let html = render_html(markdown, profile);
            assert_eq!(fault(&html), None, "{markdown}\n{html}");
        }
    }
}

/// The reader above must be able to find fault.
#[test]
fn faults_are_found() {
    for html in [
        "<script>",
        "<p onclick=\"x\">",
        "<a href=\"javascript:x\">",
        "<a href=\" data:x\">",
        "<a href=\"jAva\tscript:x\">",
        "<img src=\"vbscript:x\" />",
        "<p>a > b</p>",
        "<a href=\"x\" onclick=\"y\">",
        "<svg>",
    ] {
        assert!(fault(html).is_some(), "{html}");
    }
    assert_eq!(fault("<p>a <a href=\"https://b.c\" title=\"d\">&lt;e&gt;</a><br />\n</p>"), None);
}

#[test]
fn unsafe_links_are_their_text() {
    let cases = [
        ("[**x**](javascript:alert(1)) y", "<p><strong>x</strong> y</p>\n"),
        ("![a *b*](data:image/png,x)", "<p>a b</p>\n"),
        ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"),
        ("ftp://a.b", "<p>ftp://a.b</p>\n"),
        ("[x]\n\n[x]: vbscript:a", "<p>x</p>\n"),
    ];
    for (markdown, html) in cases {
        assert_eq!(render_html(markdown, Profile::Chat), html, "{markdown}");
        // The renderer does not rely on the tree.
        assert_eq!(to_html(&parse(markdown, Profile::Gfm), Profile::Gfm), html, "{markdown}");
    }
}

/// As the specifications print it any scheme is a link, but for those that would run something.
#[test]
fn nothing_runs_as_the_specifications_print_it() {
    let bare = |markdown: &str, profile| {
        render_html(markdown, Options { profile, bare: true, ..Options::default() })
    };
    for profile in [Profile::CommonMark, Profile::Gfm] {
        for address in [
            "javascript:a",
            "JavaScript:a",
            "&#1;javascript:a",
            "java&Tab;script:a",
            "java&NewLine;script:a",
            "vbscript:a",
            "data:text/html,a",
            "blob:a",
            "file:///a",
            "view-source:a",
            "about:blank",
        ] {
            assert_eq!(bare(&format!("[x]({address})"), profile), "<p>x</p>\n", "{address}");
            assert_eq!(bare(&format!("![x]({address})"), profile), "<p>x</p>\n", "{address}");
        }
        assert_eq!(bare("[x](irc:a)", profile), "<p><a href=\"irc:a\">x</a></p>\n");
        assert_eq!(
            bare("![x](/javascript:a)", profile),
            "<p><img src=\"/javascript:a\" alt=\"x\" /></p>\n"
        );
    }
}

#[test]
fn links_leave_the_page_without_taking_it_along() {
    assert_eq!(
        render_html("[x](https://a.b 'c')", Profile::Chat),
        "<p><a href=\"https://a.b\" title=\"c\" target=\"_blank\" rel=\"noopener noreferrer nofollow ugc\" dir=\"auto\">x</a></p>\n"
    );
    let own = ["self".to_owned()];
    let images = Options { images: Images::Hosts(&own), ..Options::default() };
    assert_eq!(
        render_html("![x](/a.png)", images),
        "<p><img src=\"/a.png\" alt=\"x\" loading=\"lazy\" referrerpolicy=\"no-referrer\" /></p>\n"
    );
}

#[test]
fn addresses() {
    let links = [
        "https://a.b",
        "HTTP://A.B",
        "mailto:a@b.c",
        "tel:+1",
        "/a",
        "a",
        "a/b:c",
        "?a:b",
        "#a:b",
        "//a.b",
        "",
        "a b",
        "../a",
        "é",
        "https://a.b/\u{202e}",
    ];
    let images = ["https://a.b/c.png", "http:a", "/a.png", "a.png?b=c:d"];
    let neither = [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "vbscript:x",
        "ftp://a.b",
        "file:///a",
        "localhost:1",
        "blob:x",
        ":a",
        "a:",
        "1:a",
        " https://a.b",
        "https://a.b ",
        "\thttps://a.b",
        "https://a.b\n",
        "java\tscript:x",
        "java\nscript:x",
        "java\rscript:x",
        "\u{1}javascript:x",
        "javascript\u{0}:x",
        "\u{a0}javascript:x",
        "/a\nb",
        "https\u{200b}:x",
        "http\\:x",
        "ｈttps:x",
        "https:\u{7f}",
    ];
    for url in links {
        assert_eq!(safe_link(url), Some(url), "{url:?}");
    }
    for url in images {
        assert_eq!(safe_image(url), Some(url), "{url:?}");
    }
    for url in neither {
        assert_eq!((safe_link(url), safe_image(url)), (None, None), "{url:?}");
    }
    assert_eq!((safe_image("mailto:a@b.c"), safe_image("tel:1")), (None, None));
}

#[test]
fn the_text_of_a_link_cannot_be_reordered() {
    let controls =
        "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}";
    let link = |href: &str, content: Vec<Inline>| {
        vec![Block::Paragraph(vec![Inline::Link { href: href.into(), title: None, content }])]
    };
    let text = |text: &str| vec![Inline::Text(text.into())];
    let cases = [
        (format!("[a{controls}b](tel:3)"), link("tel:3", text("ab"))),
        ("[a&#8238;b&#x2066;c](tel:4)".into(), link("tel:4", text("abc"))),
        (format!("[*a{controls}*](tel:2)"), link("tel:2", vec![Inline::Emphasis(text("a"))])),
        (format!("[`a{controls}b`](tel:3)"), link("tel:3", vec![Inline::Code("ab".into())])),
        (
            format!("[![a{controls}b](/c)](tel:4)"),
            link("tel:4", vec![Inline::Image { src: "/c".into(), alt: "ab".into(), title: None }]),
        ),
        ("<https://a.b/\u{202e}c>".into(), link("https://a.b/\u{202e}c", text("https://a.b/c"))),
        // In other text they are somebody's language.
        ("a\u{200f}b".into(), vec![Block::Paragraph(text("a\u{200f}b"))]),
    ];
    for (markdown, tree) in cases {
        assert_eq!(parse(&markdown, Profile::Chat), tree, "{markdown:?}");
    }
    // The address itself is percent-encoded.
    let html = render_html("<https://a.b/\u{202e}c>", Profile::Chat);
    assert!(html.contains("href=\"https://a.b/%E2%80%AEc\""), "{html}");
}

fn hostile() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    let pieces = vec![
        "<script>", "</script>", "<img src=x onerror=alert(1)>", "javascript:", "data:", "vbscript:", "alert(1)", "\"", "'", ">", "<", "[", "](", ")", "![",
        "[x]: ", "[x]", "&#106;", "&Tab;", "&colon;", "&#58;", "&quot;", "&lt;", "\\", "`", "```", "\n", "\n\n", " ", "\t", "\0", "\u{1}", "*", "_", "~~", "|",
        "|-|", "- ", "> ", "# ", "a", "https://", "www.", "@", ".b", "on", "=", "/", "\u{202e}", "é", "<!--", "-->", "<a href=", "onclick=", "<javascript:", "(",
        "- [x] ", ":", "%0a", "🧑‍🚀",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_script_however_it_is_put_together(markdown in hostile()) {
        for profile in [Profile::Chat, Profile::Gfm, Profile::CommonMark] {
            let html = render_html(&markdown, profile);
            prop_assert_eq!(fault(&html), None, "{}\n{}", markdown, html);
        }
        let mut bad = Vec::new();
        each_address(&parse(&markdown, Profile::Chat), &mut |url, image| {
            if (if image { safe_image(url) } else { safe_link(url) }).is_none() {
                bad.push(url.to_owned());
            }
        });
        prop_assert_eq!(bad, Vec::<String>::new());
    }

    #[test]
    fn any_text_means_something(text in any::<String>(), bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for text in [&text, &*String::from_utf8_lossy(&bytes)] {
            let html = render_html(text, Profile::Chat);
            prop_assert_eq!(fault(&html), None, "{}", text);
        }
    }
}
