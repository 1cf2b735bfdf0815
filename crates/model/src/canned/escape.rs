//! Text of other people within markdown.

/// A value as markdown that says just that, within a line: what could begin or end a mark, a link, a
/// mention or an emoji is escaped, and line breaks are spaces.
///
/// ```
/// use inbox_model::canned::as_text;
///
/// assert_eq!(as_text("Mary-Jane O'Neil"), "Mary-Jane O'Neil");
/// assert_eq!(as_text("[me](https://x)"), "\\[me\\](https\\://x)");
/// ```
pub fn as_text(value: &str) -> String {
    let value: String = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(value.len());
    for (at, letter) in value.char_indices() {
        let begins_line =
            || value.get(..at).is_some_and(|before| before.bytes().all(|one| one.is_ascii_digit()));
        let special = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '@' | ':' | '!' => {
                true
            }
            '#' | '+' | '-' | '=' => at == 0,
            // A list begins with a number; an address has no space before its points.
            '.' => begins_line() || is_within_word(&value, at),
            ')' => begins_line(),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(if letter.is_control() { ' ' } else { letter });
    }
    escaped
}

/// Whether something else than a space comes after a point, as in `www.x`.
fn is_within_word(value: &str, at: usize) -> bool {
    value
        .get(at + 1..)
        .and_then(|after| after.chars().next())
        .is_some_and(|next| !next.is_whitespace())
}
