//! Links at the edges of their rules: labels, destinations, titles, definitions.

use std::fmt::Write;

use inbox_model::markdown::{Options, Profile, render_html};

/// Of each text, what its first paragraph is in HTML.
fn check(cases: &[(&str, &str)]) {
    let options = Options { profile: Profile::CommonMark, bare: true, ..Options::default() };
    for (markdown, expected) in cases {
        let html = render_html(markdown, options);
        let first = html.split_inclusive("</p>\n").next().unwrap_or("");
        assert_eq!(first, format!("<p>{expected}</p>\n"), "{markdown}");
    }
}

/// The same where `[a]` and `[b c]` are defined.
fn check_defined(cases: &[(&str, &str)]) {
    for (markdown, expected) in cases {
        check(&[(&format!("{markdown}\n\n[a]: /u\n[ B\n c ]: /v"), expected)]);
    }
}

#[test]
fn destinations_and_their_escapes() {
    check(&[
        ("[x](/a\\)b)", "<a href=\"/a)b\">x</a>"),
        ("[x](/a\\\\*b)", "<a href=\"/a%5C*b\">x</a>"),
        ("[x](/a\\&amp;b)", "<a href=\"/a&amp;amp;b\">x</a>"),
        ("[x](/a&amp;\\&amp;&amp;)", "<a href=\"/a&amp;&amp;amp;&amp;\">x</a>"),
        // Only punctuation is escaped, no blank and no end.
        ("[x](/a\\b)", "<a href=\"/a%5Cb\">x</a>"),
        ("[x](/a\\ \"t\")", "<a href=\"/a%5C\" title=\"t\">x</a>"),
        ("[x]\n\n[x]: /a\\\n", "<a href=\"/a%5C\">x</a>"),
        ("[x]\n\n[x]: /a\\", "<a href=\"/a%5C\">x</a>"),
        ("[x](<a\\>b>)", "<a href=\"a%3Eb\">x</a>"),
        ("[x](<a\\\nb>)", "[x](&lt;a<br />\nb&gt;)"),
    ]);
    let nested = |depth: usize| "(".repeat(depth) + &")".repeat(depth);
    for depth in [1, 3, 32] {
        let link = format!("<a href=\"{}\">x</a>", nested(depth));
        check(&[(&format!("[x]({})", nested(depth)), &link)]);
    }
    // Deeper ones are beyond the limit, but in angle brackets they are signs like others.
    let deep = format!("[x]({})", nested(33));
    check(&[(&deep, &deep)]);
    let open = "(".repeat(40);
    check(&[(&format!("[x](<{open}>)"), &format!("<a href=\"{open}\">x</a>"))]);
}

#[test]
fn titles_and_their_escapes() {
    check(&[
        ("[x](/u \"a\\\"b\")", "<a href=\"/u\" title=\"a&quot;b\">x</a>"),
        ("[x](/u 'a\\'b')", "<a href=\"/u\" title=\"a'b\">x</a>"),
        ("[x](/u (a\\)b))", "<a href=\"/u\" title=\"a)b\">x</a>"),
        ("[x](/u (a\\(b))", "<a href=\"/u\" title=\"a(b\">x</a>"),
        ("[x](/u (a(b))", "[x](/u (a(b))"),
        ("[x](/u \"a\\b\")", "<a href=\"/u\" title=\"a\\b\">x</a>"),
        ("[x](/u \"a\\é\")", "<a href=\"/u\" title=\"a\\é\">x</a>"),
        ("[x](/u \"a\\\\\")", "<a href=\"/u\" title=\"a\\\">x</a>"),
        ("[x](/u \"a\\\")", "[x](/u &quot;a&quot;)"),
        ("[x](/u \"a\\", "[x](/u &quot;a\\"),
        // A blank is before each.
        ("[x](<b> \"t\")", "<a href=\"b\" title=\"t\">x</a>"),
        ("[x](<b>\"t\")", "[x](&lt;b&gt;&quot;t&quot;)"),
        ("[x](/u\"t\")", "<a href=\"/u%22t%22\">x</a>"),
        ("[x](/u\n\"t\"\n)", "<a href=\"/u\" title=\"t\">x</a>"),
    ]);
}

#[test]
fn labels_and_their_escapes() {
    check(&[
        ("[a\\]]\n\n[a\\]]: /u", "<a href=\"/u\">a]</a>"),
        ("[a\\[]\n\n[a\\[]: /u", "<a href=\"/u\">a[</a>"),
        ("[a\\b]\n\n[a\\b]: /u", "<a href=\"/u\">a\\b</a>"),
        ("[a\\é]\n\n[a\\é]: /u", "<a href=\"/u\">a\\é</a>"),
        ("[a\\\\]\n\n[a\\\\]: /u", "<a href=\"/u\">a\\</a>"),
        ("[a\\]\n\n[a\\]: /u", "[a]"),
        ("[ ]\n\n[ ]: /u", "[ ]"),
        ("[\\ ]\n\n[\\ ]: /u", "<a href=\"/u\">\\ </a>"),
    ]);
}

#[test]
fn labels_have_up_to_999_characters() {
    // Characters, not bytes; and wherever in the text they are.
    for one in ["b", "é", "見", "🎉"] {
        for before in ["", "x [y] ", &"z".repeat(2000)] {
            let of = |length: usize| {
                let label = one.repeat(length);
                (format!("{before}[{label}]\n\n[{label}]: /u"), label)
            };
            let (markdown, label) = of(999);
            check(&[(&markdown, &format!("{before}<a href=\"/u\">{label}</a>"))]);
            let (markdown, label) = of(1000);
            check(&[(&markdown, &format!("{before}[{label}]"))]);
        }
    }
    // What is escaped counts with its backslash.
    let label = |escapes: usize| "\\*".repeat(escapes);
    check(&[
        (
            &format!("[x{0}]\n\n[x{0}]: /u", label(499)),
            &format!("<a href=\"/u\">x{}</a>", "*".repeat(499)),
        ),
        (&format!("[{0}]\n\n[{0}]: /u", label(500)), &format!("[{}]", "*".repeat(500))),
    ]);
}

#[test]
fn references_of_every_kind() {
    check_defined(&[
        ("[x][a]y", "<a href=\"/u\">x</a>y"),
        ("[a][]y z", "<a href=\"/u\">a</a>y z"),
        ("x [a][]y z", "x <a href=\"/u\">a</a>y z"),
        ("[a]y", "<a href=\"/u\">a</a>y"),
        ("[a] []", "<a href=\"/u\">a</a> []"),
        ("[a]x]", "<a href=\"/u\">a</a>x]"),
        ("[a]]", "<a href=\"/u\">a</a>]"),
        // What is no label.
        ("[a][ ]", "<a href=\"/u\">a</a>[ ]"),
        ("[a][b", "<a href=\"/u\">a</a>[b"),
        ("[a][", "<a href=\"/u\">a</a>["),
        ("[a](", "<a href=\"/u\">a</a>("),
        // A label that nothing defines.
        ("[a][d]", "[a][d]"),
        ("[d][]", "[d][]"),
    ]);
}

#[test]
fn labels_are_alike_but_for_case_and_blanks() {
    check_defined(&[
        ("[b c]", "<a href=\"/v\">b c</a>"),
        ("[ b   C ]", "<a href=\"/v\"> b   C </a>"),
        ("[x][B\tC\n]", "<a href=\"/v\">x</a>"),
        ("[bc]", "[bc]"),
        ("[b  c d]", "[b  c d]"),
    ]);
}

#[test]
fn the_first_of_several_definitions_counts() {
    for labels in ["a", "ab", "ba", "cabed", "gfedcba", "abcdefghijklm"] {
        for times in 1..5 {
            let mut markdown = String::new();
            for time in 1..=times {
                for label in labels.chars() {
                    let _ = writeln!(markdown, "[{label}]: /{label}{time}");
                }
            }
            let mut html = String::new();
            markdown.push('\n');
            for label in labels.chars() {
                let _ = write!(markdown, "[{label}] ");
                let _ = write!(html, "<a href=\"/{label}1\">{label}</a> ");
            }
            // Before the first, between them and behind the last.
            check(&[(&format!("{markdown}[aa] [0] [z]"), &format!("{html}[aa] [0] [z]"))]);
        }
    }
}

/// What they say is said in `markdown.rs`: without an end the output would be a multiple of the input.
#[test]
fn repeating_a_long_reference_ends() {
    // Four times the text and 4096 bytes more, which with this length is five destinations to the byte.
    let links = |longer: usize| {
        let around = "[a]: \n\n".len() + 10 * "[a],".len();
        let destination = "/".repeat(4 * around + 4096 + longer);
        let markdown = format!("[a]: {destination}\n\n{}", "[a],".repeat(10));
        let html = render_html(&markdown, Profile::CommonMark);
        assert!(html.ends_with("[a],</p>\n"), "{longer}");
        html.matches("<a ").count()
    };
    assert_eq!((links(0), links(1)), (5, 4));
    // Titles count as well.
    let titled = format!("[a]: /u '{}'\n\n{}", "t".repeat(10_000), "[a],".repeat(20));
    assert_eq!(render_html(&titled, Profile::CommonMark).matches("<a ").count(), 4);
}
