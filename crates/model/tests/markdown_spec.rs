//! Every example of `CommonMark` 0.31.2 and of GFM 0.29, byte for byte.

use inbox_model::markdown::{Options, Profile, render_html};
use serde_json::Value;

/// Examples with raw HTML. Their output differs from the specification's in one way: the raw HTML
/// is escaped, because it is shown as text.
#[rustfmt::skip]
const RAW_HTML: &[u64] = &[
    21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164,
    165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183,
    184, 185, 186, 187, 188, 189, 190, 191, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536,
    613, 614, 615, 616, 617, 623, 625, 626, 627, 628, 629, 630, 631, 642, 643,
];

fn bare(markdown: &str, profile: Profile) -> String {
    render_html(markdown, Options { profile, bare: true, ..Options::default() })
}

fn examples(json: &str) -> Vec<(u64, String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let cases: Value = serde_json::from_str(json).unwrap_or_default();
    let one = |case: &Value| {
        let number = case["example"].as_u64().unwrap_or_default();
        (number, text(&case["section"]), text(&case["markdown"]), text(&case["html"]))
    };
    cases.as_array().into_iter().flatten().map(one).collect()
}

/// HTML with its escapes undone, so that escaped and raw HTML look the same.
fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Needs the names of all character references.
#[cfg(feature = "full")]
#[test]
fn every_example_of_commonmark() {
    let cases = examples(include_str!("spec/commonmark.json"));
    assert_eq!(cases.len(), 652);
    for (number, section, markdown, html) in cases {
        let ours = bare(&markdown, Profile::CommonMark);
        if RAW_HTML.contains(&number) {
            assert_ne!(ours, html, "example {number} ({section}) has no raw HTML: {markdown}");
            assert_eq!(
                unescaped(&ours),
                unescaped(&html),
                "example {number} ({section}): {markdown}"
            );
        } else {
            assert_eq!(ours, html, "example {number} ({section}): {markdown}");
        }
    }
}

/// Examples of GFM 0.29 with raw HTML, see [`RAW_HTML`]. 653 is the extension "Disallowed Raw HTML", which
/// is moot where all raw HTML is text: what it escapes is escaped like the rest.
#[rustfmt::skip]
const GFM_RAW_HTML: &[u64] = &[
    118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136,
    137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155,
    156, 157, 158, 159, 160, 170, 288, 289, 317, 327, 354, 484, 485, 486, 500, 503, 532, 544, 632,
    633, 634, 635, 636, 642, 644, 647, 648, 649, 650, 651, 653, 663, 664,
];

/// Examples from the part of GFM's specification that repeats `CommonMark`'s, before its extension for
/// bare addresses: these are links by that extension, and its own examples (621 to 631) say so. The
/// specification's test suite runs each example with the extensions of its section alone; a profile
/// has all of them. With what they are in [`Profile::Gfm`].
const GFM_BARE_ADDRESSES: &[(u64, &str)] = &[
    (610, "<p>&lt;<a href=\"http://foo.bar/baz\">http://foo.bar/baz</a> bim&gt;</p>\n"),
    (614, "<p>&lt;foo<a href=\"mailto:+@bar.example.com\">+@bar.example.com</a>&gt;</p>\n"),
    (616, "<p>&lt; <a href=\"http://foo.bar\">http://foo.bar</a> &gt;</p>\n"),
    (619, "<p><a href=\"http://example.com\">http://example.com</a></p>\n"),
    (620, "<p><a href=\"mailto:foo@bar.example.com\">foo@bar.example.com</a></p>\n"),
];

/// Needs the names of all character references.
///
/// No example is different because GFM stands on `CommonMark` 0.29 and this parser on 0.31.2.
#[cfg(feature = "full")]
#[test]
fn every_example_of_gfm() {
    let cases = examples(include_str!("spec/gfm.json"));
    assert_eq!(cases.len(), 673);
    for (number, section, markdown, html) in cases {
        let ours = bare(&markdown, Profile::Gfm);
        let said = format!("example {number} ({section}): {markdown}");
        if let Some((_, linked)) = GFM_BARE_ADDRESSES.iter().find(|(other, _)| *other == number) {
            assert_eq!(ours, *linked, "{said}");
            assert_eq!(bare(&markdown, Profile::CommonMark), html, "{said}");
        } else if GFM_RAW_HTML.contains(&number) {
            assert_ne!(ours, html, "no raw HTML: {said}");
            assert_eq!(unescaped(&ours), unescaped(&html), "{said}");
        } else {
            assert_eq!(ours, html, "{said}");
        }
    }
}

/// Commonmark examples without GFM's marks mean the same in GFM.
#[test]
fn gfm_changes_only_what_it_extends() {
    let mut compared = 0;
    for (number, _, markdown, _) in examples(include_str!("spec/commonmark.json")) {
        let extended = ["~", "|", "www.", "http", "ftp:", "@", "[ ]", ":-"];
        if extended.iter().all(|mark| !markdown.contains(mark)) {
            compared += 1;
            let plain = bare(&markdown, Profile::CommonMark);
            assert_eq!(bare(&markdown, Profile::Gfm), plain, "example {number}: {markdown}");
        }
    }
    assert!(compared > 500, "{compared}");
}

/// The rules of GFM's autolinks, each with its own example: what becomes a link (address and text),
/// and what stays text.
#[test]
fn bare_addresses() {
    let link = |href: &str, text: &str| format!("<a href=\"{href}\">{text}</a>");
    let www = |rest: &str| {
        link(&format!("http://www.shop.example{rest}"), &format!("www.shop.example{rest}"))
    };
    let http = |address: &str| link(address, address);
    let mail = |address: &str| link(&format!("mailto:{address}"), address);
    let cases = [
        ("www.shop.example", www("")),
        ("See www.shop.example/help for more.", format!("See {} for more.", www("/help"))),
        ("www.shop.example.", format!("{}.", www(""))),
        ("www.shop.example/a.b.", format!("{}.", www("/a.b"))),
        ("www.shop.example/a?!.,:*_~", format!("{}?!.,:*_~", www("/a"))),
        ("www.shop.example/q=a+(b)", www("/q=a+(b)")),
        ("www.shop.example/q=a+(b)))", format!("{}))", www("/q=a+(b)"))),
        ("(www.shop.example/q=a+(b))", format!("({})", www("/q=a+(b)"))),
        ("(www.shop.example/q=a+(b)", format!("({}", www("/q=a+(b)"))),
        ("www.shop.example/q=(a))+ok", www("/q=(a))+ok")),
        ("www.shop.example/q=a&amp;", format!("{}&amp;", www("/q=a"))),
        ("www.shop.example/q=a&hl;", format!("{}&amp;hl;", www("/q=a"))),
        ("www.shop.example/a<b", format!("{}&lt;b", www("/a"))),
        ("*www.shop.example*", format!("<em>{}</em>", www(""))),
        ("xwww.shop.example", "xwww.shop.example".into()),
        ("www.shop_a.example", "www.shop_a.example".into()),
        ("www.", "www.".into()),
        ("www", "www".into()),
        ("http://shop.example", http("http://shop.example")),
        (
            "(See https://a.shop.example/q=a+(b))",
            format!("(See {})", http("https://a.shop.example/q=a+(b)")),
        ),
        ("HTTPS://Shop.example/A", http("HTTPS://Shop.example/A")),
        ("ftp://a.b.c.", format!("{}.", http("ftp://a.b.c"))),
        ("http://localhost:8080/a_b_c", http("http://localhost:8080/a_b_c")),
        ("http:// https://", "http:// https://".into()),
        ("gopher://shop.example", "gopher://shop.example".into()),
        (
            "**https://shop.example/a*b**",
            format!("<strong>{}</strong>", http("https://shop.example/a*b")),
        ),
        ("`https://shop.example`", "<code>https://shop.example</code>".into()),
        ("a https://shop.example\nb", format!("a {}\nb", http("https://shop.example"))),
        ("you@shop.example", mail("you@shop.example")),
        (
            "hello@mail+xyz.example isn't, hello+xyz@mail.example is",
            format!("hello@mail+xyz.example isn't, {} is", mail("hello+xyz@mail.example")),
        ),
        ("a.b-c_d@a.b", mail("a.b-c_d@a.b")),
        ("a.b-c_d@a.b.", format!("{}.", mail("a.b-c_d@a.b"))),
        ("a.b-c_d@a.b-", "a.b-c_d@a.b-".into()),
        ("a.b-c_d@a.b_", "a.b-c_d@a.b_".into()),
        ("@shop.example a@b @", "@shop.example a@b @".into()),
        ("[https://shop.example](/x)", link("/x", "https://shop.example")),
        ("[see https://shop.example now](/x)", link("/x", "see https://shop.example now")),
        ("[https://shop.example] x", format!("[{}] x", http("https://shop.example"))),
        ("![https://shop.example](/x)", "<img src=\"/x\" alt=\"https://shop.example\" />".into()),
    ];
    for (markdown, html) in cases {
        assert_eq!(bare(markdown, Profile::Gfm), format!("<p>{html}</p>\n"), "{markdown}");
        assert!(!bare(markdown, Profile::CommonMark).contains("mailto:"), "{markdown}");
    }
}

/// What the specifications leave to their sentences.
#[test]
fn rules_without_an_example() {
    let check = |profile: Profile, markdown: &str, html: &str| {
        assert_eq!(bare(markdown, profile), html, "{markdown}");
    };
    let address = "<a href=\"https://b.c\">https://b.c</a>";
    for profile in [Profile::CommonMark, Profile::Gfm, Profile::Chat] {
        // Links may not contain other links: the inner one counts.
        check(profile, "[a <https://b.c> d](/e)", &format!("<p>[a {address} d](/e)</p>\n"));
        check(
            profile,
            "[a [b <https://b.c>](/d) e](/f)",
            &format!("<p>[a [b {address}](/d) e](/f)</p>\n"),
        );
        check(
            profile,
            "![a <https://b.c> d](https://e.f)",
            "<p><img src=\"https://e.f\" alt=\"a https://b.c d\" /></p>\n",
        );
        check(
            profile,
            "<https://b.c> [d](https://e.f)",
            &format!("<p>{address} <a href=\"https://e.f\">d</a></p>\n"),
        );
    }
    // Anything but spaces and `<` belongs to a bare address, but in a chat.
    check(
        Profile::Gfm,
        "見よhttps://shop.example/あ。次",
        "<p>見よ<a href=\"https://shop.example/%E3%81%82%E3%80%82%E6%AC%A1\">https://shop.example/あ。次</a></p>\n",
    );
    for (end, after) in [("。次", "。次"), ("！", "！"), ("、", "、")] {
        check(
            Profile::Chat,
            &format!("見よhttps://shop.example/あ{end}"),
            &format!(
                "<p>見よ<a href=\"https://shop.example/%E3%81%82\">https://shop.example/あ</a>{after}</p>\n"
            ),
        );
    }
    // The delimiter row of a table with one column needs no bar, but in a chat.
    for (row, align) in
        [(":-", " align=\"left\""), (":-:", " align=\"center\""), ("-:", " align=\"right\"")]
    {
        let table =
            format!("<table>\n<thead>\n<tr>\n<th{align}>a</th>\n</tr>\n</thead>\n</table>\n");
        check(Profile::Gfm, &format!("a\n{row}"), &table);
        check(Profile::Gfm, &format!("a\n|{row}"), &table);
        check(Profile::Chat, &format!("a\n|{row}"), &table);
        check(Profile::Chat, &format!("a\n{row}"), &format!("<p>a<br />\n{row}</p>\n"));
        check(Profile::CommonMark, &format!("a\n{row}"), &format!("<p>a\n{row}</p>\n"));
        // Two columns have a bar.
        check(Profile::Gfm, &format!("a|b\n{row}"), &format!("<p>a|b\n{row}</p>\n"));
    }
    // Whatever has another length when its case is folded.
    for (label, other) in
        [("ẞ", "ss"), ("ﬃ", "FFI"), ("ΣΑΣ", "σας"), ("Ꭰ", "ꭰ"), ("İ", "i̇"), ("𐐀", "𐐨")]
    {
        if cfg!(feature = "full") {
            check(
                Profile::CommonMark,
                &format!("[{label}]: /u\n\n[{other}]"),
                &format!("<p><a href=\"/u\">{other}</a></p>\n"),
            );
        }
    }
}
