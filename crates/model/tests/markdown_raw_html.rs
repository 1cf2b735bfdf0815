//! Where raw HTML begins and ends. It is shown as text, so that it shows by what is not markup in it.

use inbox_model::markdown::{Options, Profile, render_html};

/// Of each text, what it is in HTML, here with `<`, `>` and `"` as they are. Blocks of raw HTML have
/// nothing around them.
fn check(cases: &[(&str, &str)]) {
    let options = Options { profile: Profile::CommonMark, bare: true, ..Options::default() };
    for (markdown, expected) in cases {
        let html = render_html(markdown, options);
        let html = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        assert_eq!(html.trim_end(), *expected, "{markdown}");
    }
}

#[test]
fn attributes_within_text() {
    check(&[
        ("x <a b=*c*> y", "<p>x <a b=*c*> y</p>"),
        ("x <a b='*c*'> y", "<p>x <a b='*c*'> y</p>"),
        ("x <a b\n= \"*c*\"\nd> y", "<p>x <a b\n= \"*c*\"\nd> y</p>"),
        ("x <a _b:.-1=*c*> y", "<p>x <a _b:.-1=*c*> y</p>"),
        ("x <a b=*c* /> y", "<p>x <a b=*c* /> y</p>"),
        ("x <a b=\"\" c=*d*> y", "<p>x <a b=\"\" c=*d*> y</p>"),
        // No blank before an attribute, none of its characters in a value without quotes, no end.
        ("x <a b=\"*c*\"d> y", "<p>x <a b=\"<em>c</em>\"d> y</p>"),
        ("x <a b=c\"*d*\"> y", "<p>x <a b=c\"<em>d</em>\"> y</p>"),
        ("x <a b==*c*> y", "<p>x <a b==<em>c</em>> y</p>"),
        ("x <a b=`*c*`> y", "<p>x <a b=<code>*c*</code>> y</p>"),
        ("x <a b=\"*c*", "<p>x <a b=\"<em>c</em></p>"),
        ("x <a b=*c*", "<p>x <a b=<em>c</em></p>"),
        ("x <a *b*> y", "<p>x <a <em>b</em>> y</p>"),
        ("x <a .b=\"*c*\"> y", "<p>x <a .b=\"<em>c</em>\"> y</p>"),
        ("x <a / b=\"*c*\"> y", "<p>x <a / b=\"<em>c</em>\"> y</p>"),
        // Closing tags have none.
        ("x </a b=\"*c*\"> y", "<p>x </a b=\"<em>c</em>\"> y</p>"),
    ]);
}

#[test]
fn names_of_tags_begin_with_a_letter() {
    check(&[
        ("x <h1 a=\"*b*\"> y", "<p>x <h1 a=\"*b*\"> y</p>"),
        ("x <a-1 b=\"*c*\"> y", "<p>x <a-1 b=\"*c*\"> y</p>"),
        ("x <1a b=\"*c*\"> y", "<p>x <1a b=\"<em>c</em>\"> y</p>"),
        ("x <-a b=\"*c*\"> y", "<p>x <-a b=\"<em>c</em>\"> y</p>"),
        ("x < a b=\"*c*\"> y", "<p>x < a b=\"<em>c</em>\"> y</p>"),
        ("x <a_ b=\"*c*\"> y", "<p>x <a_ b=\"<em>c</em>\"> y</p>"),
    ]);
}

#[test]
fn comments_instructions_declarations_and_sections_within_text() {
    check(&[
        ("a <!-- *b* --> *c*", "<p>a <!-- *b* --> <em>c</em></p>"),
        ("a <!-- *b* -- > *c*", "<p>a <!-- <em>b</em> -- > <em>c</em></p>"),
        // Whole comments, so that what is behind them is none.
        ("a <!--> *b* --> c", "<p>a <!--> <em>b</em> --> c</p>"),
        ("a <!---> *b* --> c", "<p>a <!---> <em>b</em> --> c</p>"),
        ("a <!----> *b* --> c", "<p>a <!----> <em>b</em> --> c</p>"),
        ("a <!-*b*--> c", "<p>a <!-<em>b</em>--> c</p>"),
        ("a <!-- *b*", "<p>a <!-- <em>b</em></p>"),
        ("a <!-- *b* <!--> *c*", "<p>a <!-- *b* <!--> <em>c</em></p>"),
        ("a <?*b*?> *c*", "<p>a <?*b*?> <em>c</em></p>"),
        ("a <?*b*> c", "<p>a <?<em>b</em>> c</p>"),
        ("a <!B *c*> *d*", "<p>a <!B *c*> <em>d</em></p>"),
        ("a <!1 *c*> d", "<p>a <!1 <em>c</em>> d</p>"),
        ("a <![CDATA[*b*]]> *c*", "<p>a <![CDATA[*b*]]> <em>c</em></p>"),
        ("a <![CDATA[]]> *c*", "<p>a <![CDATA[]]> <em>c</em></p>"),
        ("a <![cdata[*b*]]> c", "<p>a <![cdata[<em>b</em>]]> c</p>"),
        ("a <![CDATA[*b*]> c", "<p>a <![CDATA[<em>b</em>]> c</p>"),
    ]);
}

#[test]
fn blocks_of_known_names_interrupt_a_paragraph() {
    check(&[
        ("a\n<div>\n*b*\n\n*c*", "<p>a</p>\n<div>\n*b*\n<p><em>c</em></p>"),
        ("a\n<div *b*", "<p>a</p>\n<div *b*"),
        ("a\n<div\n*b*", "<p>a</p>\n<div\n*b*"),
        ("a\n<DIV/>*b*", "<p>a</p>\n<DIV/>*b*"),
        ("a\n</div>*b*", "<p>a</p>\n</div>*b*"),
        ("a\n</div/>*b*", "<p>a</p>\n</div/>*b*"),
        // The longest names there are.
        ("a\n<blockquote>*b*", "<p>a</p>\n<blockquote>*b*"),
        ("a\n<figcaption>*b*", "<p>a</p>\n<figcaption>*b*"),
        ("a\n<blockquotes>*b*", "<p>a\n<blockquotes><em>b</em></p>"),
        // The name ends at a blank, at `>` or at `/>`.
        ("a\n<div/x>*b*", "<p>a\n<div/x><em>b</em></p>"),
        ("a\n<div/ >*b*", "<p>a\n<div/ ><em>b</em></p>"),
        ("a\n<div!>*b*", "<p>a\n<div!><em>b</em></p>"),
        ("a\n<divx>*b*", "<p>a\n<divx><em>b</em></p>"),
        ("a\n<>*b*", "<p>a\n<><em>b</em></p>"),
    ]);
}

#[test]
fn blocks_of_other_names_are_whole_tags_alone_on_a_line() {
    check(&[
        ("<a b=\"\">\n*c*", "<a b=\"\">\n*c*"),
        ("<a b = c / >\n*c*", "<p><a b = c / >\n<em>c</em></p>"),
        ("</a >\t\n*c*", "</a >\t\n*c*"),
        ("<a/>\n*c*", "<a/>\n*c*"),
        ("<a b>*c*", "<p><a b><em>c</em></p>"),
        ("x\n<a b>\n*c*", "<p>x\n<a b>\n<em>c</em></p>"),
        // No whole tags: a value without anything, a slash in a closing tag.
        ("<a b=>\n*c*", "<p><a b=>\n<em>c</em></p>"),
        ("<a b= >\n*c*", "<p><a b= >\n<em>c</em></p>"),
        ("</a/>\n*c*", "<p></a/>\n<em>c</em></p>"),
        ("</a b>\n*c*", "<p></a b>\n<em>c</em></p>"),
        ("<1>\n*c*", "<p><1>\n<em>c</em></p>"),
    ]);
}

#[test]
fn blocks_with_an_end_of_their_own() {
    check(&[
        ("<!-- *a*\n\n*b* --> *c*\n*d*", "<!-- *a*\n\n*b* --> *c*\n<p><em>d</em></p>"),
        ("<!-->\n*a*", "<!-->\n<p><em>a</em></p>"),
        ("<!--->\n*a*", "<!--->\n<p><em>a</em></p>"),
        ("<pre>\n\n*a*</STYLE> *b*\n*c*", "<pre>\n\n*a*</STYLE> *b*\n<p><em>c</em></p>"),
        ("a\n<?b\n\n*c*", "<p>a</p>\n<?b\n\n*c*"),
        ("<!A\n\n*b*>\n*c*", "<!A\n\n*b*>\n<p><em>c</em></p>"),
        ("<![CDATA[\n\n*b*]]>\n*c*", "<![CDATA[\n\n*b*]]>\n<p><em>c</em></p>"),
    ]);
}

#[test]
fn a_block_in_a_message_is_a_paragraph_of_its_source() {
    for (markdown, html) in [
        ("<div>\n*a*", "<p>&lt;div&gt;\n*a*</p>\n"),
        ("a\n\n<div>", "<p>a</p>\n<p>&lt;div&gt;</p>\n"),
        ("> <div>", "<blockquote>\n<p>&lt;div&gt;</p>\n</blockquote>\n"),
    ] {
        assert_eq!(render_html(markdown, Profile::Chat), html, "{markdown}");
    }
}
