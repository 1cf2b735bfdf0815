//! Trees of the texts that were parsed last, so that a message is parsed once, however often it is drawn.

use std::sync::Arc;

use super::{Block, Options, parse};

/// Keeps the trees of the texts that were parsed last. Texts are found by what they say, so nothing
/// has to be thrown away when a message changes: it has another text then.
///
/// ```
/// use inbox_model::markdown::{Cache, Profile};
///
/// let mut cache = Cache::new(2);
/// let first = cache.get("*Hi*", Profile::Chat.into());
/// assert!(std::sync::Arc::ptr_eq(&first, &cache.get("*Hi*", Profile::Chat.into())));
/// ```
#[derive(Debug)]
pub struct Cache {
    /// In the order in which they were parsed.
    kept: Vec<Parsed>,
    texts: usize,
}

#[derive(Debug)]
struct Parsed {
    text: String,
    blocks: Arc<Vec<Block>>,
}

impl Cache {
    /// Longer texts are parsed each time, so that what is kept stays small: bytes.
    const LONGEST: usize = 8 * 1024;

    /// For so many texts.
    pub const fn new(texts: usize) -> Self {
        Self { kept: Vec::new(), texts }
    }

    /// The tree of a text. One cache serves one kind of options: they are not compared.
    pub fn get(&mut self, markdown: &str, options: Options<'_>) -> Arc<Vec<Block>> {
        if let Some(known) = self.kept.iter().find(|one| one.text == markdown) {
            return Arc::clone(&known.blocks);
        }
        let blocks = Arc::new(parse(markdown, options));
        if markdown.len() <= Self::LONGEST {
            if self.kept.len() >= self.texts {
                self.kept.remove(0);
            }
            self.kept.push(Parsed { text: markdown.to_owned(), blocks: Arc::clone(&blocks) });
        }
        blocks
    }
}

#[cfg(test)]
mod tests {
    use super::super::Profile;
    use super::*;

    #[test]
    fn texts_are_parsed_once_while_they_are_kept() {
        let mut cache = Cache::new(3);
        let mut check = |text: &str, kept: &[&str]| {
            assert_eq!(*cache.get(text, Profile::Chat.into()), parse(text, Profile::Chat));
            let found: Vec<&str> = cache.kept.iter().map(|one| one.text.as_str()).collect();
            assert_eq!(found, kept);
        };
        check("a", &["a"]);
        check("*b*", &["a", "*b*"]);
        check("a", &["a", "*b*"]);
        check("c", &["a", "*b*", "c"]);
        check("d", &["*b*", "c", "d"]);
        check("e", &["c", "d", "e"]);
        let longest = "f".repeat(Cache::LONGEST);
        check(&longest, &["d", "e", &longest]);
        check(&(longest.clone() + "f"), &["d", "e", &longest]);
        let first = cache.get("f", Profile::Chat.into());
        let second = cache.get("f", Profile::Chat.into());
        assert!(Arc::ptr_eq(&first, &second));
    }
}
