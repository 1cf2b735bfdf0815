//! Addresses at the edges of their rules: in angle brackets, and bare ones as in GFM.

use inbox_model::markdown::{Options, Profile, render_html};

/// Of each text, what it is in HTML.
fn check(profile: Profile, cases: &[(&str, &str)]) {
    let options = Options { profile, bare: true, ..Options::default() };
    for (markdown, html) in cases {
        assert_eq!(render_html(markdown, options), format!("<p>{html}</p>\n"), "{markdown}");
    }
}

/// Checks that in angle brackets these are text.
fn check_none(addresses: &[&str]) {
    for address in addresses {
        check(Profile::CommonMark, &[(&format!("<{address}>"), &format!("&lt;{address}&gt;"))]);
    }
}

#[test]
fn schemes_have_two_to_thirty_two_letters_digits_and_signs() {
    let (longest, longer) = ("a".repeat(32), "a".repeat(33));
    for scheme in ["ab", "a+.-1", "A1", &longest] {
        for rest in ["", "b", "//b.c", ":", "[x](/y)*"] {
            let link = format!("<a href=\"{scheme}:{}\">", rest.replace(['[', ']'], "%"));
            let html = format!("{link}{scheme}:{rest}</a>");
            let html = html.replace("%x%", "%5Bx%5D");
            check(Profile::CommonMark, &[(&format!("<{scheme}:{rest}>"), &html)]);
        }
    }
    check_none(&["a:b", "1a:b", "+ab:c", ":a", "a_b:c", "ab:c d", &format!("{longer}:b")]);
}

#[test]
fn mail_addresses_are_those_of_html() {
    check(
        Profile::CommonMark,
        &[
            ("<a@b>", "<a href=\"mailto:a@b\">a@b</a>"),
            ("<a_b@c.d>", "<a href=\"mailto:a_b@c.d\">a_b@c.d</a>"),
            (
                "<.a!#$%&'*+/=?^_`{|}~-@b.c>",
                "<a href=\"mailto:.a!#$%&amp;'*+/=?%5E_%60%7B%7C%7D~-@b.c\">.a!#$%&amp;'*+/=?^_`{|}~-@b.c</a>",
            ),
            ("<a@b-c.1>", "<a href=\"mailto:a@b-c.1\">a@b-c.1</a>"),
        ],
    );
    check_none(&["@a.b", "a@", "a@b@c", "a(b@c.d", "a@b_c.d", "a@b c"]);
}

#[test]
fn labels_of_hosts_have_up_to_63_letters_and_no_hyphen_at_their_ends() {
    let (longest, longer) = ("b".repeat(63), "b".repeat(64));
    for host in [&format!("{longest}.c"), &format!("c.{longest}"), &longest] {
        let html = format!("<a href=\"mailto:a@{host}\">a@{host}</a>");
        check(Profile::CommonMark, &[(&format!("<a@{host}>"), &html)]);
    }
    check_none(&[&format!("a@{longer}.c"), &format!("a@c.{longer}"), &format!("a@{longer}")]);
    check_none(&["a@-b.c", "a@b-.c", "a@b.-c", "a@b.c-", "a@b-", "a@.b", "a@b..c", "a@b."]);
}

/// A bare address that is all of the text.
fn whole(address: &str) -> (&str, String) {
    (address, format!("<a href=\"{address}\">{address}</a>"))
}

#[test]
fn only_three_schemes_with_two_slashes_make_a_bare_address() {
    for scheme in ["http", "https", "ftp"] {
        let (address, html) = (format!("{scheme}://a.b"), whole(&format!("{scheme}://a.b")).1);
        check(Profile::Gfm, &[(&address, &html)]);
    }
    for text in [
        "https:/a.b",
        "https:x/a.b",
        "https:a.b",
        "sftp://a.b",
        "ftps://a.b",
        "httpx://a.b",
        "xhttps://a.b",
        "xyzhttp://a.b",
        "irc://a.b",
        "://a.b",
    ] {
        check(Profile::Gfm, &[(text, text)]);
    }
}

#[test]
fn bare_addresses_need_a_host() {
    for text in
        ["http:///a", "http://.", "http://...", "http://?a", "www.", "www..", "www....", "www./"]
    {
        check(Profile::Gfm, &[(text, text)]);
    }
    // Underscores are not in the last two labels.
    for text in ["www.shop.exa_mple", "www.a_b.c_d", "www.a_b.c", "http://a_b", "https://a.ü_b.c"]
    {
        check(Profile::Gfm, &[(text, text)]);
    }
    check(
        Profile::Gfm,
        &[
            ("www.a_b.c.d", "<a href=\"http://www.a_b.c.d\">www.a_b.c.d</a>"),
            ("www.a", "<a href=\"http://www.a\">www.a</a>"),
            // In whatever script.
            (
                "https://übung.example",
                "<a href=\"https://%C3%BCbung.example\">https://übung.example</a>",
            ),
            ("www.é", "<a href=\"http://www.%C3%A9\">www.é</a>"),
        ],
    );
}

#[test]
fn what_belongs_to_the_sentence_is_not_in_a_bare_address() {
    let address = whole("https://a.b/c").1;
    for after in [";", ";;", "'", "\"", "&x1;", "&lt;;", ")", "&x;)", "?!"] {
        let markdown = format!("https://a.b/c{after}");
        // What looks like a character reference is one only if there is such a name.
        let html = after.replace('&', "&amp;").replace("&amp;lt;", "&lt;").replace('"', "&quot;");
        check(Profile::Gfm, &[(&markdown, &format!("{address}{html}"))]);
    }
    check(
        Profile::Gfm,
        &[
            // No reference has no name.
            ("https://a.b/&;", "<a href=\"https://a.b/&amp;\">https://a.b/&amp;</a>;"),
            (
                "https://a.b/&amp;x;",
                "<a href=\"https://a.b/&amp;amp;x\">https://a.b/&amp;amp;x</a>;",
            ),
            ("https://a.b;", "<a href=\"https://a.b\">https://a.b</a>;"),
            ("www.a;", "<a href=\"http://www.a\">www.a</a>;"),
            ("https://a;b", "<a href=\"https://a;b\">https://a;b</a>"),
        ],
    );
}

#[test]
fn a_closing_bracket_ends_a_bare_address_only_after_an_opening_one() {
    let inside = "<a href=\"https://a.b/c%5Dd\">https://a.b/c]d</a>";
    let before = whole("https://a.b/c").1;
    for profile in [Profile::Gfm, Profile::Chat] {
        check(
            profile,
            &[("https://a.b/c]d", inside), ("[https://a.b/c]d", &format!("[{before}]d"))],
        );
    }
}

#[test]
fn wide_punctuation_ends_addresses_in_a_chat() {
    check(
        Profile::Chat,
        &[
            ("https://a.b。次", "<a href=\"https://a.b\">https://a.b</a>。次"),
            ("https://a.b/c、次", "<a href=\"https://a.b/c\">https://a.b/c</a>、次"),
            ("www.a.b！次", "<a href=\"http://www.a.b\">www.a.b</a>！次"),
            ("https://。", "https://。"),
            // Letters of the same scripts do not.
            (
                "https://見.b/次。",
                "<a href=\"https://%E8%A6%8B.b/%E6%AC%A1\">https://見.b/次</a>。",
            ),
            ("https://übung.b。", "<a href=\"https://%C3%BCbung.b\">https://übung.b</a>。"),
        ],
    );
    check(
        Profile::Gfm,
        &[("https://a.b。次", "<a href=\"https://a.b%E3%80%82%E6%AC%A1\">https://a.b。次</a>")],
    );
}
