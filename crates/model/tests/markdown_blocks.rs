//! Blocks at the edges of their rules: what makes a list loose, lazy lines, tables, checkboxes.

use inbox_model::markdown::{Options, Profile, render_html};

/// Of each text, what it is in HTML, here without the line feeds between tags.
fn check(profile: Profile, cases: &[(&str, &str)]) {
    let options = Options { profile, bare: true, ..Options::default() };
    for (markdown, expected) in cases {
        let html = render_html(markdown, options).replace(">\n", ">");
        assert_eq!(html, *expected, "{markdown}");
    }
}

#[test]
fn a_list_is_loose_by_blank_lines_of_its_own_only() {
    check(
        Profile::CommonMark,
        &[
            // A blank line within a quote, between it and what follows.
            ("- > a\n  >\n  b", "<ul><li><blockquote><p>a</p></blockquote>b</li></ul>"),
            ("- > a\n  >\n  > b", "<ul><li><blockquote><p>a</p><p>b</p></blockquote></li></ul>"),
            ("- > a\n  >\n- b", "<ul><li><blockquote><p>a</p></blockquote></li><li>b</li></ul>"),
            (
                "> - a\n>\n> - b",
                "<blockquote><ul><li><p>a</p></li><li><p>b</p></li></ul></blockquote>",
            ),
            (
                "- > - a\n  >\n  >   b\n  c",
                "<ul><li><blockquote><ul><li><p>a</p><p>b\nc</p></li></ul></blockquote></li></ul>",
            ),
            // A line of code is not blank, and a blank one within a fence separates nothing.
            ("-     a\n      b\n  c", "<ul><li><pre><code>a\nb\n</code></pre>c</li></ul>"),
            ("-     a\n\n  c", "<ul><li><pre><code>a\n</code></pre><p>c</p></li></ul>"),
            ("- ```\n  x\n\n- b", "<ul><li><pre><code>x\n\n</code></pre></li><li>b</li></ul>"),
            ("- ```\n  x\n\n  ```\n  b", "<ul><li><pre><code>x\n\n</code></pre>b</li></ul>"),
            // A definition is a block, though it leaves nothing.
            ("- [a]: /u\n\n  b", "<ul><li><p>b</p></li></ul>"),
            ("- [a]: /u\n  b", "<ul><li>b</li></ul>"),
            ("- a\n  - b\n\n- c", "<ul><li><p>a</p><ul><li>b</li></ul></li><li><p>c</p></li></ul>"),
        ],
    );
}

#[test]
fn four_columns_before_the_sign_of_a_quote_are_too_many() {
    check(
        Profile::CommonMark,
        &[
            ("> a\n   > b", "<blockquote><p>a\nb</p></blockquote>"),
            ("> a\n    > b", "<blockquote><p>a\n&gt; b</p></blockquote>"),
            (
                "> a\n>\n    > b",
                "<blockquote><p>a</p></blockquote><pre><code>&gt; b\n</code></pre>",
            ),
        ],
    );
}

#[test]
fn delimiter_rows() {
    let head = "<table><thead><tr><th>a</th><th>b</th></tr></thead></table>";
    check(
        Profile::Gfm,
        &[
            ("a|b\n-|-", head),
            ("a|b\n|-|-|", head),
            ("a|b\n | - | - | ", head),
            ("a|b\n---|-", head),
            // Bars are between columns, and nothing but dashes and colons is in one.
            ("a|b\n|- -|", "<p>a|b\n|- -|</p>"),
            ("a|b\n:-:-|", "<p>a|b\n:-:-|</p>"),
            ("a|b\n|-:-:|", "<p>a|b\n|-:-:|</p>"),
            ("a|b\n-|-x", "<p>a|b\n-|-x</p>"),
            ("a|b\n-|:", "<p>a|b\n-|:</p>"),
            ("a|b\n-||-", "<p>a|b\n-||-</p>"),
            // As many as the head has.
            ("a|b\n-|", "<p>a|b\n-|</p>"),
            ("a|b\n|-|-|-|", "<p>a|b\n|-|-|-|</p>"),
        ],
    );
}

#[test]
fn a_table_goes_on_in_its_own_container_only() {
    let head = "<table><thead><tr><th>a</th><th>b</th></tr></thead></table>";
    let row = head.replace("</table>", "<tbody><tr><td>c</td><td>d</td></tr></tbody></table>");
    check(
        Profile::Gfm,
        &[
            ("a|b\n-|-\nc|d", &row),
            ("> a|b\n> -|-\n> c|d", &format!("<blockquote>{row}</blockquote>")),
            ("> a|b\n> -|-\nc|d", &format!("<blockquote>{head}</blockquote><p>c|d</p>")),
            ("- a|b\n  -|-\nc|d", &format!("<ul><li>{head}</li></ul><p>c|d</p>")),
            ("a|b\n-|-\n> c|d", &format!("{head}<blockquote><p>c|d</p></blockquote>")),
            ("a|b\n-|-\n- c|d", &format!("{head}<ul><li>c|d</li></ul>")),
            // A bar alone is no row.
            ("a|b\n-|-\n|", &format!("{head}<p>|</p>")),
            ("> a|b\n> -|-\n|", &format!("<blockquote>{head}</blockquote><p>|</p>")),
        ],
    );
}

#[test]
fn checkboxes_stand_before_something() {
    let list = |item: &str| format!("<ul><li>{item}</li></ul>");
    let box_of = |checked: &str| format!("<input{checked} disabled=\"\" type=\"checkbox\"> ");
    let (empty, ticked) = (box_of(""), box_of(" checked=\"\""));
    let cases = [
        ("- [ ] a", list(&format!("{empty}a"))),
        ("- [\t] a", list(&format!("{empty}a"))),
        ("- [x] a", list(&format!("{ticked}a"))),
        ("- [X]\ta", list(&format!("{ticked}a"))),
        ("- [ ]\n  a", list(&format!("{empty}a"))),
        ("- [ ] \n  a", list(&format!("{empty}a"))),
        ("- [ ] a\n  ===", list(&format!("<h1>{empty}a</h1>"))),
        ("- [y] a", list("[y] a")),
        ("- [xx b", list("[xx b")),
        ("- [x) a", list("[x) a")),
        ("- (x] a", list("(x] a")),
        ("- ax] a", list("ax] a")),
        ("- [x]a", list("[x]a")),
        ("[x] a", "<p>[x] a</p>".to_owned()),
        ("- a\n\n  [x] b", list("<p>a</p><p>[x] b</p>")),
        // With nothing behind it, not even on the next line, it is text: blanks at the end of a
        // paragraph are no part of it.
        ("- [ ]", list("[ ]")),
        ("- [ ] ", list("[ ]")),
        ("- [x]\t\n- [ ]  a", format!("<ul><li>[x]</li><li>{empty}a</li></ul>")),
        ("- [ ] \n\n  b", list("<p>[ ]</p><p>b</p>")),
        ("- [ ] \n  ===", list("<h1>[ ]</h1>")),
    ];
    for (markdown, html) in &cases {
        check(Profile::Gfm, &[(markdown, html)]);
    }
    check(Profile::CommonMark, &[("- [ ] a", &list("[ ] a"))]);
}
