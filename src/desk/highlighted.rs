//! Texts in which what is searched for stands out.

use inbox_model::search::spans;

use crate::dom::{El, el, group, plain};

/// A text of a row, with what has been typed marked, after who said it if anybody did. Which way the
/// line runs is the text's matter alone: the name before it may be of another script.
pub(super) fn highlighted(class: &str, by: &str, text: &str, words: &str) -> El {
    let line = el("span").class(class).attr("dir", "auto");
    // The space is outside, else it would stand on the far side of a name from right to left.
    let by = (!by.is_empty()).then(|| group().child(el("bdi").text(by)).child(plain(" ")));
    let pieces = pieces(text, words);
    if by.is_none() && text.is_empty() {
        return line;
    }
    let text = pieces.is_empty().then(|| plain(text));
    let pieces = pieces.iter().map(|(is_met, piece)| match is_met {
        true => el("mark").text(piece.as_str()),
        false => plain(piece),
    });
    line.maybe(by).maybe(text).children(pieces)
}

/// The pieces of a text, and whether they meet the words; empty where none does.
fn pieces(text: &str, words: &str) -> Vec<(bool, String)> {
    let spans = if words.is_empty() { Vec::new() } else { spans(text, words) };
    let mut pieces = Vec::new();
    let (mut letters, mut at) = (text.chars(), 0);
    let mut take = |is_met: bool, to: usize, at: &mut usize| {
        let piece: String = letters.by_ref().take(to.saturating_sub(*at)).collect();
        *at = to;
        if !piece.is_empty() {
            pieces.push((is_met, piece));
        }
    };
    for span in &spans {
        take(false, span.start, &mut at);
        take(true, span.end, &mut at);
    }
    if !spans.is_empty() {
        take(false, usize::MAX, &mut at);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_stands_out() {
        let check = |text: &str, words: &str, expected: &str| {
            let told = pieces(text, words).into_iter();
            let told =
                told.map(|(is_met, piece)| if is_met { format!("[{piece}]") } else { piece });
            assert_eq!(told.collect::<String>(), expected, "{text} {words}");
        };
        check("Where is my refund?", "refund", "Where is my [refund]?");
        check("Refunds and réfund", "refund", "[Refund]s and [réfund]");
        check("Tent", "tent", "[Tent]");
        check("Tent", "boat", "");
        check("Tent", "", "");
    }
}
