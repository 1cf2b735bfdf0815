//! Holds the parser to its promise that time is linear in the input, by counting steps of work (see
//! `scan::work`) instead of looking at a clock.

use super::scan::WORK;
use super::{Profile, parse, preview_text, render_html};

const KILOBYTE: usize = 1024;

/// What one byte may cost at most. The dearest are named character references, which search a list
/// of some kilobytes, and nested containers, which each look at the line.
const MAX_STEPS_PER_BYTE: usize = 700;

/// Texts whose repetition makes careless parsers slow.
#[rustfmt::skip]
const REPEATED: &[&str] = &[
    "a", "é", "\n", " ", "\t", "\\", "a \n", "a\n\n", "a  \n", "a\\\n", "\r\n", "\r", "\0",
    // Emphasis.
    "*", "_", "~", "*a ", " a*", "_a ", "**a *b ", "a**b", "*a_ ", "*a **a ", "***a", "a***", "*a*", "~~a ",
    "~a", "a~~b~ ", "_*~a", "*_**__", "“*", "*a_b~~", "**x* ", "*__*a",
    // Brackets.
    "[", "]", "[]", "![", "[[]", "[a](", "[a](b", "[a](<b", "[a](b \"", "[a](b '", "[a](b (", "[a](b(",
    "[a](\\(", "[a][", "[a][b", "[a] ", "![a](b)", "[a](b)", "[![", "![[]()", "[[a](b)", "](b)", "[\\]",
    "[`]", "[a](b \"c\\\" ", "[a]( ", "[\n", "*[a", "[*a](b",
    // Code and HTML.
    "`", "`a", "``a`", "<", "<a", "<a ", "<a b", "<a b='", "<a b=\"", "<a b='\"", "<a b=\" x='", "</a", "<!",
    "<!-", "<!--", "<!-->", "<!-- -", "<?", "<?a", "<!A ", "<![CDATA[", "<![CDATA[]", "<a:", "<a@", "<a@b.",
    "<a>", "</a>", "<!--a--><?",
    // Character references.
    "&", "&a", "&#", "&#x", "&amp;", "&none;", "&#65;", "&;",
    // Containers.
    ">", "> ", ">\n", "> a\n", "- ", "- a\n", "-\n", "- a\n\n", "-\n\n", "* ", "1. ", "1. a\n", "1) a\n",
    "> - ", "- > ", "+ *", " - a\n", "  - a\n", "- - a\n", "1. - ", "- [ ] a\n", ">>>>a\n", "- a\n  - b\n",
    "-   - ", "> >\n",
    // Leaves.
    "#", "# ", "# a #\n", "=", "a\n=\n", "=\n", "-", "a\n-", "---\n", "* * ", "_ _ _ _\n", "```\n", "```",
    "~~~\n", "```a\n", "    a\n", "    \n", "<div>\n", "</div>", "<pre>\n", "<!--\n", "<b>\n", "<?\n\n",
    "\ta\n",
    // Definitions.
    "[a]: b\n", "[a]:\n", "[a]: b \"", "[a]: b \"c\n", "[a]: <b\n", "[a]: b '\n", "[a]: b\n[a]\n\n", "[a\n",
    "[a]: b\n\"c\n",
    // Tables.
    "|", "||\n", "|-|\n", "|a|\n|-|\n", "a|b\n", "a|b\n-|-\n", "|a|\n|-|\n|b\n", "\\|", "a|b\n-|-|-\n", "|-",
    "|:-:|\n\n",
    // Bare addresses.
    "w", "www.", "www.a", "www.a.b ", ":", "http://", "http://a", "http://a.", "http://a.b ", "http://a_b",
    "http://a(", "https://a)", "http://a?!", "http://a&b;", "http://a&", "ftp://", "a@", "a@b.", "a@b.c ",
    "@", ".@", "a.b-c_d@", "http://a;", "http:", "[http://a", "<http://a>", "[<http://a>",
    // Mentions and shortcodes.
    "@a ", "@a", " @a.", "*@", "**@a**", "@a-", " @é", ":tada:", ":tada", ":a:", ":+", ": ", "::", " @a:tada: ",
];

fn all(numbers: impl Iterator<Item = usize>, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for number in numbers {
        text += &piece(number);
    }
    text
}

/// A text of about so many bytes.
type Family = (&'static str, fn(usize) -> String);

/// The same, where repeating one piece is not enough.
const COMPOSED: &[Family] = &[
    ("links nested", |bytes| "[".repeat(bytes / 6) + "a" + &"](b)".repeat(bytes / 6)),
    ("images nested", |bytes| "![".repeat(bytes / 6) + "a" + &"](b)".repeat(bytes / 6)),
    ("emphasis nested", |bytes| "*a ".repeat(bytes / 6) + &" b*".repeat(bytes / 6)),
    ("strong nested", |bytes| "**a ".repeat(bytes / 8) + &" b**".repeat(bytes / 8)),
    ("one run closed", |bytes| "*".repeat(bytes / 2) + "a" + &"*".repeat(bytes / 2)),
    ("mixed nested", |bytes| "*_~".repeat(bytes / 6) + "a" + &"~_*".repeat(bytes / 6)),
    ("openers without closers", |bytes| "*a ".repeat(bytes / 6) + &" _b".repeat(bytes / 6)),
    ("closers without openers", |bytes| "_a ".repeat(bytes / 6) + &"b* ".repeat(bytes / 6)),
    ("runs of backticks", |bytes| {
        let runs = (1..).take_while(|length| length * length < 2 * bytes);
        all(runs, |length| "`".repeat(length) + " ")
    }),
    ("short runs of backticks", |bytes| {
        all(0..bytes / 32, |index| "`".repeat(1 + index % 62) + "a")
    }),
    ("quotes deep", |bytes| (">".repeat(100) + "a\n").repeat(bytes / 102)),
    ("lists deep, then blank lines", |bytes| "- ".repeat(60) + "a" + &"\n".repeat(bytes - 121)),
    ("lists deep, then text", |bytes| "- ".repeat(60) + "a" + &"\nb".repeat(bytes / 2)),
    ("quotes deep, then text", |bytes| "> ".repeat(60) + "a" + &"\nb".repeat(bytes / 2)),
    ("quotes deep, then code", |bytes| "> ".repeat(60) + "a\n" + &"    b\n".repeat(bytes / 6)),
    ("lists indented", |bytes| {
        let lines = (1..).take_while(|depth| depth * depth < bytes);
        all(lines, |depth| "  ".repeat(depth) + "- a\n")
    }),
    ("a long destination repeated", |bytes| {
        format!("[a]: /{}\n\n", "b".repeat(bytes / 2)) + &"[a]".repeat(bytes / 6)
    }),
    ("a long title repeated", |bytes| {
        format!("[a]: b '{}'\n\n", "c".repeat(bytes / 2)) + &"![a]".repeat(bytes / 8)
    }),
    ("definitions in order", |bytes| all(0..bytes / 12, |index| format!("[{index:05}]: b\n"))),
    ("definitions in reverse", |bytes| {
        all((0..bytes / 12).rev(), |index| format!("[{index:05}]: b\n"))
    }),
    ("definitions used", |bytes| {
        let definitions = all(0..bytes / 24, |index| format!("[{index}]: b\n"));
        let uses = all(0..bytes / 24, |index| format!("[{index}] "));
        definitions + "\n" + &uses
    }),
    ("labels alike", |bytes| {
        let label = "l".repeat(900);
        all(0..bytes / 910, |index| format!("[{label}{index}]: b\n"))
    }),
    ("a wide table of short rows", |bytes| {
        let columns = bytes / 6;
        "|a".repeat(columns) + "\n" + &"|-".repeat(columns) + "\n" + &"b\n".repeat(columns)
    }),
    ("a wide head below a narrow row", |bytes| {
        "a|".repeat(bytes / 4) + "\n" + &"-|".repeat(bytes / 8)
    }),
    ("an address of parentheses", |bytes| {
        "http://a.b/".to_owned() + &"(".repeat(bytes / 2) + &")".repeat(bytes / 2)
    }),
    ("an address of references", |bytes| "http://a.b/".to_owned() + &"&amp;".repeat(bytes / 5)),
    ("an address of dots", |bytes| "http://a.b/".to_owned() + &".".repeat(bytes)),
    ("a name before a sign", |bytes| "a".repeat(bytes) + "@"),
    ("tag with many attributes", |bytes| "<a".to_owned() + &" b=c".repeat(bytes / 4)),
    ("tags with many attributes", |bytes| {
        ("<a".to_owned() + &" b=c".repeat(100) + "\n").repeat(bytes / 403)
    }),
    ("quotes swapped in attributes", |bytes| "<a b='\" c=\"' <a d=\"'\" e='".repeat(bytes / 25)),
    ("a fence in every item", |bytes| "- ```\n".repeat(bytes / 6)),
    ("a paragraph of definitions", |bytes| "[a]: b 'c'\n".repeat(bytes / 11) + "d"),
    ("a paragraph of headings in waiting", |bytes| "a\n".repeat(bytes / 2) + "==="),
];

/// Steps of work for a text, to its tree or straight to its HTML, whichever are more, and the length
/// of that.
fn measure(markdown: &str, profile: Profile) -> (usize, usize) {
    let taken = || WORK.with(|count| count.replace(0));
    taken();
    parse(markdown, profile);
    let tree = taken();
    let html = render_html(markdown, profile).len();
    (taken().max(tree), html)
}

fn check(name: &str, profile: Profile, small: &str, large: &str) {
    let (steps_small, html_small) = measure(small, profile);
    let (steps, html) = measure(large, profile);
    // As dear per byte as in the small text, and a quarter more for logarithms and rounding.
    let grown = steps.saturating_sub(2048) * small.len() * 4;
    assert!(grown <= steps_small * large.len() * 5, "{name:?}: {steps_small} to {steps} steps");
    let grown = html.saturating_sub(8192) * small.len() * 4;
    assert!(grown <= html_small * large.len() * 5, "{name:?}: {html_small} to {html} bytes");
    let cost = steps / large.len();
    assert!(cost <= MAX_STEPS_PER_BYTE, "{name:?}: {cost} steps a byte");
}

#[test]
fn work_grows_with_the_text_and_not_faster() {
    for piece in REPEATED {
        // Where a block may begin, and within a paragraph.
        for start in ["", "a "] {
            let text = |bytes: usize| start.to_owned() + &piece.repeat(bytes / piece.len());
            check(piece, Profile::CommonMark, &text(KILOBYTE), &text(8 * KILOBYTE));
            check(piece, Profile::Chat, &text(8 * KILOBYTE), &text(64 * KILOBYTE));
        }
    }
    for (name, text) in COMPOSED {
        check(name, Profile::Chat, &text(8 * KILOBYTE), &text(64 * KILOBYTE));
    }
}

/// The families that are measured by the clock from JavaScript too: one text once, another repeated, one
/// in the middle, and one repeated as often.
#[test]
fn families_grow_with_the_text_and_not_faster() {
    let families = include_str!("../../tests/markdown_families.json");
    let families: Vec<serde_json::Value> = serde_json::from_str(families).unwrap();
    assert!(families.len() >= 12);
    for family in &families {
        let piece = |name: &str| family[name].as_str().unwrap();
        let (open, close) = (piece("open"), piece("close"));
        let text = |bytes: usize| {
            let count = bytes / (open.len() + close.len());
            [piece("once"), &open.repeat(count), piece("middle"), &close.repeat(count)].concat()
        };
        for profile in [Profile::Chat, Profile::CommonMark, Profile::Gfm] {
            check(piece("name"), profile, &text(8 * KILOBYTE), &text(64 * KILOBYTE));
        }
    }
}

#[test]
fn a_preview_reads_only_the_beginning() {
    for piece in ["word ", "word\n\n", "*a* [b](c) ", "> - a\n", "`a` "] {
        let text = piece.repeat(KILOBYTE * KILOBYTE / piece.len());
        WORK.with(|count| count.set(0));
        assert_eq!(preview_text(&text, 100).chars().count(), 100);
        let steps = WORK.with(std::cell::Cell::get);
        assert!(steps < 300 * KILOBYTE, "{piece:?}: {steps} steps");
    }
    // It reads on where the beginning is nearly all addresses.
    let links = format!("[a](/{})\n\n", "b".repeat(KILOBYTE)).repeat(KILOBYTE);
    assert_eq!(preview_text(&links, 100), "a ".repeat(49) + "a…");
}

/// The measure itself must see quadratic growth, or the test above proves nothing.
#[test]
#[should_panic(expected = "steps")]
fn quadratic_work_is_noticed() {
    let all_pairs = |bytes: usize| {
        let text = "a".repeat(bytes);
        WORK.with(|count| count.set(0));
        for start in 0..bytes {
            super::scan::run(text.as_bytes(), start, b'a');
        }
        WORK.with(std::cell::Cell::get)
    };
    let (small, large) = (all_pairs(64), all_pairs(512));
    assert!(large * 64 * 4 <= small * 512 * 5, "{small} to {large} steps");
}
