//! Running text at the edges of its rules: emphasis, what is struck out, character references.

use inbox_model::markdown::{Options, Profile, render_html};

/// Of each text, what it is in HTML.
fn check(profile: Profile, cases: &[(&str, &str)]) {
    let options = Options { profile, bare: true, ..Options::default() };
    for (markdown, expected) in cases {
        assert_eq!(render_html(markdown, options), format!("<p>{expected}</p>\n"), "{markdown}");
    }
}

#[test]
fn one_or_two_tildes_strike_out() {
    check(
        Profile::Gfm,
        &[
            ("~a~", "<del>a</del>"),
            ("~~a~~", "<del>a</del>"),
            ("~~a~", "~~a~"),
            ("~a~~", "~a~~"),
            ("x ~~~a~~~", "x ~~~a~~~"),
            ("~a ~~b~~ c~", "<del>a <del>b</del> c</del>"),
        ],
    );
    check(Profile::CommonMark, &[("~a~", "~a~"), ("~~a~~", "~~a~~")]);
}

/// A closer without an opener keeps only others like itself from looking for one there.
#[test]
fn what_closes_nothing_takes_no_opener_from_other_marks() {
    check(
        Profile::Gfm,
        &[
            ("*a b_ c*", "<em>a b_ c</em>"),
            ("**a b__ c**", "<strong>a b__ c</strong>"),
            ("***a b___ c***", "<em><strong>a b___ c</strong></em>"),
            ("_a b* c_", "<em>a b* c</em>"),
            ("__a b** c__", "<strong>a b** c</strong>"),
            ("___a b*** c___", "<em><strong>a b*** c</strong></em>"),
            ("_a b~ c_", "<em>a b~ c</em>"),
            ("__a b~~ c__", "<strong>a b~~ c</strong>"),
            ("~a b_ c~", "<del>a b_ c</del>"),
            ("~~a b__ c~~", "<del>a b__ c</del>"),
            ("~~a b~ c~~", "<del>a b~ c</del>"),
            // Those that could open as well.
            ("~a ._. b~", "<del>a ._. b</del>"),
            ("~a .__. b~", "<del>a .__. b</del>"),
            ("~~a .___. b~~", "<del>a .___. b</del>"),
            ("~~a .*. b~~", "<del>a .*. b</del>"),
            ("*a ._. b*", "<em>a ._. b</em>"),
        ],
    );
}

/// Runs of which one could do both match only if their lengths are no multiple of three together, or each.
#[test]
fn runs_of_which_one_could_do_both() {
    check(
        Profile::CommonMark,
        &[
            ("*a**b*", "<em>a**b</em>"),
            ("**a*b**", "<strong>a*b</strong>"),
            ("a***b***c", "a<em><strong>b</strong></em>c"),
            ("a***b******c", "a<em><strong>b</strong></em>***c"),
            ("a*b**c", "a*b**c"),
            ("a****b**c", "a****b**c"),
            ("a*b*c", "a<em>b</em>c"),
            ("a****b****c", "a<strong><strong>b</strong></strong>c"),
        ],
    );
}

#[test]
fn closers_that_close_several_openers() {
    check(
        Profile::CommonMark,
        &[
            ("*a **b***", "<em>a <strong>b</strong></em>"),
            ("**a *b***", "<strong>a <em>b</em></strong>"),
            ("*a *b**", "<em>a <em>b</em></em>"),
            ("*_**a**_*", "<em><em><strong>a</strong></em></em>"),
            ("*[**a**](/u)*", "<em><a href=\"/u\"><strong>a</strong></a></em>"),
            (
                "[*a*](/u)*b*[*c*](/u)",
                "<a href=\"/u\"><em>a</em></a><em>b</em><a href=\"/u\"><em>c</em></a>",
            ),
        ],
    );
}

#[test]
fn numeric_references_have_seven_digits_or_six() {
    check(
        Profile::CommonMark,
        &[
            ("&#1114111;", "\u{10ffff}"),
            ("&#x10ffff;", "\u{10ffff}"),
            ("&#X10FFFF;", "\u{10ffff}"),
            ("&#0000065;", "A"),
            ("&#x000041;", "A"),
            // No character.
            ("&#1114112;", "\u{fffd}"),
            ("&#9999999;", "\u{fffd}"),
            ("&#xffffff;", "\u{fffd}"),
            ("&#xd800;", "\u{fffd}"),
            ("&#0;", "\u{fffd}"),
            // Too many digits, more than a number can hold included.
            ("&#00000065;", "&amp;#00000065;"),
            ("&#x0000041;", "&amp;#x0000041;"),
            ("&#4294967361;", "&amp;#4294967361;"),
            ("&#xffffffff;", "&amp;#xffffffff;"),
            ("&#xfffffffff;", "&amp;#xfffffffff;"),
            ("x &#xfffffffff;", "x &amp;#xfffffffff;"),
            ("&#;", "&amp;#;"),
            ("&#x;", "&amp;#x;"),
            ("&#a;", "&amp;#a;"),
            ("&#65", "&amp;#65"),
        ],
    );
}
