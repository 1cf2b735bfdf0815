//! Texts in which what is searched for stands out.

use inbox_model::search::spans;

use super::place::Place;
use crate::dom::{El, el, group};
use crate::reactive::Memo;

/// A text of a row, with what has been typed marked.
pub(super) fn highlighted(place: Place, class: &str, text: impl Fn() -> String + 'static) -> El {
    marked(place, el("span").class(class).attr("dir", "auto"), text)
}

/// The same after who said it. Which way the line runs is the text's matter alone: the name before it
/// may be of another script.
pub(super) fn highlighted_by(
    place: Place,
    class: &str,
    by: impl Fn() -> String + Copy + 'static,
    text: impl Fn() -> String + 'static,
) -> El {
    // The space is outside, else it would stand on the far side of a name from right to left.
    let space = move || if by().is_empty() { String::new() } else { " ".to_owned() };
    let line = el("span").class(class).attr("dir", "auto").child(el("bdi").text(by)).text(space);
    marked(place, line, text)
}

fn marked(place: Place, line: El, text: impl Fn() -> String + 'static) -> El {
    // Made anew only when it says something else, or something else is looked for.
    let pieces = Memo::new(move |_| {
        let text = text();
        let pieces = place.search.with(|words| pieces(&text, words));
        (text, pieces)
    });
    line.live(move || {
        let (text, pieces) = pieces.get();
        if pieces.is_empty() {
            return group().text(text);
        }
        group().children(pieces.into_iter().map(|(is_met, piece)| {
            if is_met { el("mark").text(piece) } else { group().text(piece) }
        }))
    })
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
