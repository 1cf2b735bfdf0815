//! Markdown of strangers.

use inbox_model::markdown::{Profile, parse, preview_text, render_html};

use crate::choice_and_text;

/// Tags that the renderer writes; anything else in its output came from the input.
#[rustfmt::skip]
const TAGS: &[&str] = &[
    "a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img",
    "input", "li", "ol", "p", "pre", "span", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
];

/// HTML of any text is balanced, has no tag but ours, no address but a safe one, and does not grow
/// out of proportion; a preview keeps to its length.
pub fn markdown(data: &[u8]) {
    let (choice, text) = choice_and_text(data);
    let profile = match choice % 3 {
        0 => Profile::Chat,
        1 => Profile::CommonMark,
        _ => Profile::Gfm,
    };
    assert_eq!(parse(&text, profile), parse(&text, profile), "the same text, the same tree");
    let html = render_html(&text, profile);
    // Ten thousand cells that were not written, and the references of a long definition.
    assert!(html.len() < 400 * text.len() + 500_000, "{} of {}", html.len(), text.len());
    balanced(&html);
    let most = usize::from(choice);
    let preview = preview_text(&text, most);
    assert!(preview.chars().count() <= most, "{preview} is longer than {most}");
    assert!(!preview.contains('\n'), "{preview} has lines");
}

fn balanced(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or_else(|| panic!("no end of <{part}"));
        assert!(!text.contains('>'), "a loose > in {text}");
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        assert!(TAGS.contains(&name), "<{tag}>");
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "</{closed}>");
        } else if !["br", "hr", "img", "input"].contains(&name) {
            open.push(name);
        }
        for attribute in [" href=\"", " src=\""] {
            if let Some((_, rest)) = tag.split_once(attribute) {
                safe(rest.split('"').next().unwrap_or_default());
            }
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
}

fn safe(address: &str) {
    let scheme: String = address.chars().take_while(|one| !":/?#".contains(*one)).collect();
    if address[scheme.len()..].starts_with(':') {
        let scheme = scheme.to_ascii_lowercase();
        assert!(["http", "https", "mailto", "tel"].contains(&scheme.as_str()), "{address}");
    }
}
