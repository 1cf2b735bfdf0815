//! The words of a refusal as a sentence, which is how most vendors write their errors.

/// Words with a capital and a full stop.
pub(crate) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.map_or_else(String::new, |first| format!("{first}{}.", letters.as_str()))
}
