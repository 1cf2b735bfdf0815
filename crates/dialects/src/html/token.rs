//! HTML in pieces: words and tags. What no browser would take for a tag is words.

/// A piece of HTML.
pub(super) enum Token<'a> {
    /// Text between tags, its entities not decoded.
    Words(&'a str),
    /// A tag.
    Tag(Tag<'a>),
}

/// A tag with what stands in it.
#[derive(Clone, Copy)]
pub(super) struct Tag<'a> {
    /// Its name as written.
    pub(super) name: &'a str,
    /// It ends an element.
    pub(super) closes: bool,
    attributes: &'a str,
}

impl Tag<'_> {
    /// Whether this is its name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The decoded value of an attribute.
    pub(super) fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
            let end = rest.find(|letter: char| letter.is_whitespace() || letter == '=')?;
            let (name, after) = rest.split_at_checked(end)?;
            let Some(value) = after.trim_start().strip_prefix('=') else {
                rest = after;
                continue;
            };
            let value = value.trim_start();
            let quote = value.chars().next().filter(|letter| matches!(letter, '"' | '\''));
            let (value, after) = match quote {
                Some(quote) => value.get(1..)?.split_once(quote)?,
                None => value
                    .split_at_checked(value.find(char::is_whitespace).unwrap_or(value.len()))?,
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(decode(value));
            }
            rest = after;
        }
    }
}

/// Takes the next piece off the front.
pub(super) fn next<'a>(rest: &mut &'a str) -> Option<Token<'a>> {
    let text = *rest;
    if text.is_empty() {
        return None;
    }
    if let Some(after) = text.strip_prefix("<!--") {
        *rest = after.split_once("-->").map_or("", |(_, after)| after);
        return Some(Token::Words(""));
    }
    if begins_tag(text) {
        let inside = text.get(1..).unwrap_or_default();
        // A tag without an end is cut off: nobody would show it.
        let end = end_of_tag(inside);
        *rest = end.and_then(|end| inside.get(end + 1..)).unwrap_or_default();
        let inside = inside.get(..end?).unwrap_or_default();
        let closes = inside.starts_with('/');
        let inside = inside.trim_start_matches('/');
        let name = |letter: char| !letter.is_ascii_alphanumeric();
        let (name, attributes) =
            inside.split_at_checked(inside.find(name).unwrap_or(inside.len()))?;
        return Some(Token::Tag(Tag { name, closes, attributes }));
    }
    let begins =
        |(at, _): &(usize, &str)| *at > 0 && begins_tag(text.get(*at..).unwrap_or_default());
    let end = text.match_indices('<').find(begins).map_or(text.len(), |(at, _)| at);
    let (words, after) = text.split_at_checked(end)?;
    *rest = after;
    Some(Token::Words(words))
}

/// Takes everything up to the end of this element off the front, its end tag too.
pub(super) fn until_end<'a>(rest: &mut &'a str, name: &str) -> &'a str {
    let text = *rest;
    let ends = |(at, _): &(usize, &str)| {
        let after = text.get(*at + 2..).unwrap_or_default();
        after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    let at = text.match_indices("</").find(ends).map_or(text.len(), |(at, _)| at);
    let (inside, after) = text.split_at_checked(at).unwrap_or_default();
    *rest = after.split_once('>').map_or("", |(_, after)| after);
    inside
}

fn begins_tag(text: &str) -> bool {
    let mut letters = text.bytes();
    letters.next() == Some(b'<')
        && letters.next().is_some_and(|letter| {
            letter.is_ascii_alphabetic() || matches!(letter, b'/' | b'!' | b'?')
        })
}

/// Where a tag ends, quotation marks respected.
fn end_of_tag(inside: &str) -> Option<usize> {
    let mut quote = None;
    for (at, letter) in inside.char_indices() {
        match (quote, letter) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    // A quotation mark that nothing ends is none.
    inside.find('>')
}

/// Bytes in which an entity must have ended.
const LONGEST_ENTITY: usize = 10;

/// The five entities of XML, `&nbsp;` and numbers. Others stay, and mean the same in markdown.
pub(super) fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        let end = after.bytes().take(LONGEST_ENTITY).position(|letter| letter == b';');
        let known = end.and_then(|end| Some((entity(after.get(..end)?)?, after.get(end + 1..)?)));
        if let Some((letter, after)) = known {
            decoded.push(letter);
            rest = after;
        } else {
            decoded.push('&');
            rest = after;
        }
    }
    decoded.push_str(rest);
    decoded
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "amp" => '&',
        "nbsp" => ' ',
        name => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?).filter(|letter| *letter != '\0')?
        }
    })
}
