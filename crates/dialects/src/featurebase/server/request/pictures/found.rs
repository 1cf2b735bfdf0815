//! Which of the data URIs in a text the markdown parser takes for a picture's address.

use std::fmt::Write as _;

use inbox_model::markdown::{Block, Inline, Profile, parse};

/// A data URI that is a picture's address.
pub(super) struct Found {
    /// Where it begins and ends.
    pub(super) address: (usize, usize),
    /// How the picture is described.
    pub(super) alt: String,
}

/// Those among the data URIs that are pictures' addresses, in the order of the text.
pub(super) fn read(markdown: &str, addresses: &[(usize, usize)]) -> Vec<Found> {
    if addresses.is_empty() {
        return Vec::new();
    }
    let mut short = String::with_capacity(markdown.len().min(1 << 14));
    let mut from = 0;
    for (number, (start, end)) in addresses.iter().enumerate() {
        short.push_str(markdown.get(from..*start).unwrap_or_default());
        // To a text nothing goes wrong.
        let _ = write!(short, "{}{number}", super::START);
        from = *end;
    }
    short.push_str(markdown.get(from..).unwrap_or_default());
    let mut images = Vec::new();
    in_blocks(&parse(&short, Profile::Gfm), &mut images);
    let mut found: Vec<Found> = images
        .into_iter()
        .filter_map(|(number, alt)| Some(Found { address: *addresses.get(number)?, alt }))
        .collect();
    found.sort_by_key(|one| one.address);
    // A definition may be referred to many times.
    found.dedup_by_key(|one| one.address);
    found
}

/// As deep as the parser nests, which has a bound.
fn in_blocks(blocks: &[Block], images: &mut Vec<(usize, String)>) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                in_text(content, images);
            }
            Block::BlockQuote(blocks) => in_blocks(blocks, images),
            Block::List { items, .. } => {
                for item in items {
                    in_blocks(&item.blocks, images);
                }
            }
            Block::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    in_text(cell, images);
                }
            }
            Block::CodeBlock { .. } | Block::ThematicBreak | Block::Html(_) => {}
        }
    }
}

fn in_text(content: &[Inline], images: &mut Vec<(usize, String)>) {
    for inline in content {
        match inline {
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Link { content, .. } => in_text(content, images),
            Inline::Image { src, alt, .. } => {
                let number = src.strip_prefix(super::START).and_then(|rest| rest.parse().ok());
                images.extend(number.map(|number| (number, alt.clone())));
            }
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Mention { .. }
            | Inline::SoftBreak
            | Inline::HardBreak => {}
        }
    }
}
