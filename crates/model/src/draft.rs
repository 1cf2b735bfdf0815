//! Whether what was typed can be sent.

use thiserror::Error;

use crate::content::Content;

/// What a channel can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Longest text of one message, in characters (Unicode scalar values).
    pub text_characters: usize,
}

impl Default for Limits {
    /// What every system here can carry on the web: 10,000 characters.
    fn default() -> Self {
        Self { text_characters: 10_000 }
    }
}

/// Why a draft cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// There is nothing in it but space and control characters.
    #[error("the message is empty")]
    Empty,
    /// The text is too long.
    #[error("the text has {actual} characters, at most {max} are possible")]
    TooLong {
        /// Longest possible, in characters.
        max: usize,
        /// As given, in characters.
        actual: usize,
    },
}

impl Problem {
    /// The stable code, in `snake_case`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "too_long",
        }
    }
}

/// Checks the contents of a message.
///
/// # Errors
/// The first [`Problem`] found.
pub fn check_contents(contents: &[Content], limits: &Limits) -> Result<(), Problem> {
    let mut says_something = false;
    for content in contents {
        if let Content::Text { markdown } = content {
            let actual = markdown.chars().count();
            if actual > limits.text_characters {
                return Err(Problem::TooLong { max: limits.text_characters, actual });
            }
            let shows = |letter: char| !letter.is_whitespace() && !letter.is_control();
            says_something |= markdown.chars().any(shows);
        } else {
            says_something = true;
        }
    }
    if says_something { Ok(()) } else { Err(Problem::Empty) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_alone_is_nothing_to_send() {
        let check = |text: &str| check_contents(&[Content::text(text)], &Limits::default());
        assert_eq!(check(""), Err(Problem::Empty));
        assert_eq!(check(" \n\t\u{a0}"), Err(Problem::Empty));
        assert_eq!(check("\u{0}"), Err(Problem::Empty));
        assert_eq!(check("\u{7} \u{1b}\u{9f}"), Err(Problem::Empty));
        assert_eq!(check("\u{0}."), Ok(()));
        assert_eq!(check("hi"), Ok(()));
        assert_eq!(check_contents(&[], &Limits::default()), Err(Problem::Empty));
    }

    #[test]
    fn length_counts_characters_and_not_bytes() {
        let limits = Limits { text_characters: 3 };
        assert_eq!(check_contents(&[Content::text("日本語")], &limits), Ok(()));
        assert_eq!(
            check_contents(&[Content::text("四文字だ")], &limits),
            Err(Problem::TooLong { max: 3, actual: 4 })
        );
    }
}
