//! Trees of the texts that were shown last, so that a message is parsed once, however often it is drawn.

use std::sync::Arc;

use super::{Block, Options, parse};

/// Keeps the trees of the texts that were asked for last. Texts are found by what they say, so nothing
/// has to be thrown away when a message changes: it has another text then.
///
/// ```
/// use inbox_model::markdown::{Cache, Profile};
///
/// let mut cache = Cache::new(2, 1024);
/// let first = cache.get("*Hi*", Profile::Chat.into());
/// assert!(std::sync::Arc::ptr_eq(&first, &cache.get("*Hi*", Profile::Chat.into())));
/// ```
#[derive(Debug)]
pub struct Cache {
    /// The one that was asked for last at the end.
    kept: Vec<(String, Arc<[Block]>)>,
    texts: usize,
    bytes: usize,
}

impl Cache {
    /// For so many texts, of so many bytes together. A longer text is parsed each time.
    pub const fn new(texts: usize, bytes: usize) -> Self {
        Self { kept: Vec::new(), texts, bytes }
    }

    /// The tree of a text. One cache serves one kind of options: they are not compared.
    pub fn get(&mut self, markdown: &str, options: Options<'_>) -> Arc<[Block]> {
        let known = self.kept.iter().position(|(text, _)| text == markdown);
        let entry = match known {
            Some(place) => self.kept.remove(place),
            None => (markdown.to_owned(), parse(markdown, options).into()),
        };
        let blocks = Arc::clone(&entry.1);
        self.kept.push(entry);
        self.shrink();
        blocks
    }

    /// Drops the oldest, as long as there are too many.
    fn shrink(&mut self) {
        let mut bytes = 0;
        let fits = |(text, _): &&(String, Arc<[Block]>)| {
            bytes += text.len();
            bytes <= self.bytes
        };
        let fitting = self.kept.iter().rev().take(self.texts).take_while(fits).count();
        self.kept.drain(..self.kept.len() - fitting);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Profile;
    use super::*;

    #[test]
    fn texts_are_parsed_once_while_they_are_kept() {
        let mut cache = Cache::new(3, 10);
        let mut check = |text: &str, kept: &[&str]| {
            assert_eq!(*cache.get(text, Profile::Chat.into()), *parse(text, Profile::Chat));
            let found: Vec<&str> = cache.kept.iter().map(|(text, _)| text.as_str()).collect();
            assert_eq!(found, kept);
        };
        check("a", &["a"]);
        check("*b*", &["a", "*b*"]);
        check("a", &["*b*", "a"]);
        check("c", &["*b*", "a", "c"]);
        check("d", &["a", "c", "d"]);
        check("12345678", &["c", "d", "12345678"]);
        check("123456789", &["123456789"]);
        check("e", &["123456789", "e"]);
        check("1234567890", &["1234567890"]);
        check("12345678901", &[]);
        let first = cache.get("f", Profile::Chat.into());
        let second = cache.get("f", Profile::Chat.into());
        assert!(Arc::ptr_eq(&first, &second));
    }
}
