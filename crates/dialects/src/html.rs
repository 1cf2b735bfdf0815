//! Vendors' HTML: what is written for their clients, and theirs as markdown.

#[cfg(any(feature = "company", feature = "intercom"))]
mod markdown;
#[cfg(any(feature = "company", feature = "intercom"))]
mod token;
#[cfg(any(test, not(any(feature = "company", feature = "intercom"))))]
mod words;

#[cfg(feature = "company")]
use inbox_model::markdown::{Images, Options, render_html};

/// The markdown as safe HTML, as people write it in a chat. Vendors' clients put it into a page as
/// it is, so what it may contain is decided here and not there.
#[cfg(feature = "company")]
pub(crate) fn html_of(markdown: &str) -> String {
    // Whether to load an image is for the client to say who shows it.
    let options = Options { images: Images::Any, ..Options::default() };
    let mut html = render_html(markdown, options);
    html.truncate(html.trim_end().len());
    html
}

/// A vendor's HTML as markdown: words with their emphasis, links, pictures, lists, quotations,
/// headings and code. What looks like markdown in the words is escaped, so that they are shown as they
/// are. What markdown has no mark for leaves its words; scripts and style sheets leave nothing.
#[cfg(any(feature = "company", feature = "intercom"))]
pub(crate) fn text_of(html: &str) -> String {
    markdown::convert(html, false)
}

/// The same for a messenger to whose dialect HTML is the exception: the words alone.
#[cfg(not(any(feature = "company", feature = "intercom")))]
#[cfg_attr(not(feature = "featurebase"), allow(dead_code, reason = "others have no HTML"))]
pub(crate) fn text_of(html: &str) -> String {
    words::text_of(html)
}

/// The same for a messenger, which needs no tables of marks to send what a customer has typed: it goes
/// as words, and as it was meant in the extension.
#[cfg(all(feature = "intercom", not(feature = "company")))]
pub(crate) fn html_of(markdown: &str) -> String {
    let mut html = String::from("<p>");
    for letter in markdown.trim_end().chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\n' => html.push_str("<br>"),
            letter => html.push(letter),
        }
    }
    html.push_str("</p>");
    html
}

/// A vendor's HTML as plain text: the same without marks and addresses.
#[cfg(feature = "server")]
pub(crate) fn plain_of(html: &str) -> String {
    markdown::convert(html, true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_stay_and_tags_go() {
        let check = |html: &str, text: &str| assert_eq!(text_of(html), text, "{html}");
        check("<p>Hi,</p><p>a &lt; b &amp;amp; c<br>next</p>", "Hi,\n\na \\< b \\&amp; c\nnext");
        check("no tags", "no tags");
        check("at 10:30 :tada: and: so", "at 10:30 \\:tada: and: so");
        check("<style>p { x }</style><P class=\"a\">yes</P>", "yes");
        check("cut <off", "cut");
        check("<script>alert(1)", "");
        check("2*3*4", "2\\*3\\*4");
        check("1 < 2 and 3<4", "1 \\< 2 and 3\\<4");
        check("<p>- no list</p><p>1. none</p>", "\\- no list\n\n1\\. none");
        check("<!-- a > b --><p>c</p>", "c");
        check("a\n  b", "a b");
    }

    #[test]
    fn a_messenger_has_the_words_alone() {
        let check = |html: &str, text: &str| assert_eq!(words::text_of(html), text, "{html}");
        check("<p>Hi,</p><p>a &lt; b &amp;amp; c<br>next</p>", "Hi,\n\na \\< b &amp; c\nnext");
        check("no tags", "no tags");
        check("<style>p { x }</style><P class=\"a\">yes</P>", "yes");
        check("cut <off", "cut");
        check("<script>alert(1)", "");
        check("2*3*4", "2\\*3\\*4");
    }

    #[test]
    fn marks_come_back() {
        let check = |html: &str, text: &str| assert_eq!(text_of(html), text, "{html}");
        check("a <b>bold</b> <em>and</em> <s>gone</s>", "a **bold** *and* ~~gone~~");
        check("<b> spaced </b>out", "**spaced** out");
        check("<b></b>x", "x");
        check(
            "<a href=\"https://x.example/?a=1&amp;b=2\">here</a>",
            "[here](https://x.example/?a=1&b=2)",
        );
        check("<a href='https://x.example'>https://x.example</a>", "https://x.example");
        check("<a>none</a>", "none");
        check("<img alt=\"a b\" src=\"https://x/a.png\">", "![a b](https://x/a.png)");
        check("<code>a*`b</code>", "``a*`b``");
        check("<pre><code>if (a) {\n  b\n}\n</code></pre>", "```\nif (a) {\n  b\n}\n```");
        check("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "- one\n- two");
        check(
            "<p>x</p><ol start=\"3\"><li>a<ul><li>b</li></ul></li><li>c</li></ol>",
            "x\n\n3. a\n   - b\n4. c",
        );
        check("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n>\n> b\n\nc");
        check("<h2>Title</h2>text", "## Title\n\ntext");
        check("a<hr>b", "a\n\n---\n\nb");
    }

    #[test]
    fn plain_text_has_no_marks() {
        let check = |html: &str, text: &str| assert_eq!(plain_of(html), text, "{html}");
        check("<p>a <b>b*</b></p><p><a href=\"https://x\">c</a> &amp; d</p>", "a b*\n\nc & d");
        check("<ul><li>one</li></ul>", "- one");
    }

    /// Markdown as people write it in a chat. Two lists or quotations in a row become one.
    fn typed() -> impl Strategy<Value = String> {
        // What is empty leaves nothing.
        let word = "[a-zA-Z0-9.,!?&<>#_*'é日-][a-zA-Z0-9 .,!?&<>#_*'é日-]{0,11}";
        let inline = prop_oneof![
            4 => word.prop_map(|text| inbox_escape(&text)),
            1 => "[a-z]{1,6}".prop_map(|text| format!("**{text}**")),
            1 => "[a-z]{1,6}".prop_map(|text| format!("*{text}*")),
            1 => "[a-z]{1,6}".prop_map(|text| format!("[{text}](https://x.example/{text})")),
            1 => "[a-z*_]{1,6}".prop_map(|text| format!("`{text}`")),
        ];
        let line = prop::collection::vec(inline, 1..4).prop_map(|all| all.join(" "));
        let block = prop_oneof![
            4 => line.clone(),
            1 => prop::collection::vec(line.clone(), 1..3).prop_map(|all| all.iter().map(|one| format!("- {one}")).collect::<Vec<_>>().join("\n")),
            1 => line.clone().prop_map(|one| format!("> {one}")),
            1 => line.prop_map(|one| format!("## {one}")),
            1 => Just("```\na *b*\n  c\n```".to_owned()),
        ];
        prop::collection::vec(block, 1..4).prop_map(|all| all.join("\n\nand\n\n"))
    }

    fn inbox_escape(text: &str) -> String {
        let mut escaped = String::new();
        for letter in text.chars() {
            if letter.is_ascii_punctuation() {
                escaped.push('\\');
            }
            escaped.push(letter);
        }
        escaped
    }

    /// Space of any length is shown as one space.
    fn spaced(html: &str) -> String {
        html.split(' ').filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn no_text_panics(html in any::<String>()) {
            let _ = (text_of(&html), plain_of(&html));
        }

        #[test]
        fn no_markup_panics(html in "(<|>|/|a|b|p|li|ul|ol|pre|code|img| |href=|\"|'|&|;|#|\n){0,40}") {
            let _ = (text_of(&html), plain_of(&html));
        }

        /// What is shown is the same after a way through HTML.
        #[test]
        fn what_is_typed_comes_back_as_it_is_shown(markdown in typed()) {
            let html = html_of(&markdown);
            let again = html_of(&text_of(&html));
            prop_assert_eq!(spaced(&again), spaced(&html), "{}", text_of(&html));
        }

        /// Whatever words there are, they are shown as they are.
        #[test]
        fn words_are_shown_as_they_are(words in "\\PC{0,20}|[-#>*_`~|()<>&!+=:;/ab1. \\[\\]\\\\]{0,24}") {
            let mut html = String::from("<p>");
            for letter in words.chars() {
                match letter {
                    '&' => html.push_str("&amp;"),
                    '<' => html.push_str("&lt;"),
                    '>' => html.push_str("&gt;"),
                    letter => html.push(letter),
                }
            }
            html.push_str("</p>");
            let shown = html_of(&text_of(&html));
            let squeeze = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
            prop_assert_eq!(squeeze(&plain_of(&shown)), squeeze(&words), "{}", text_of(&html));
        }
    }
}
