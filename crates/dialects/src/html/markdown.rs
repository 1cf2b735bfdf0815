//! HTML as markdown, in one pass.

use super::token::{self, Tag, Token, decode};

/// Marks that stand on both sides of words.
const MARKS: [(&str, &str); 7] = [
    ("b", "**"),
    ("strong", "**"),
    ("i", "*"),
    ("em", "*"),
    ("s", "~~"),
    ("del", "~~"),
    ("strike", "~~"),
];
/// Elements that stand by themselves and have no mark of their own.
const BLOCKS: [&str; 10] =
    ["p", "div", "section", "article", "header", "footer", "table", "tr", "figure", "address"];
/// Elements whose contents are no words.
const SILENT: [&str; 4] = ["script", "style", "head", "template"];
/// Deepest nesting of lists, quotations and marks that is kept.
const DEPTH: usize = 16;

/// Converts; `plain` leaves out all marks.
pub(super) fn convert(html: &str, plain: bool) -> String {
    let mut writer = Writer { plain, ..Writer::default() };
    let mut rest = html;
    while let Some(token) = token::next(&mut rest) {
        match token {
            Token::Words(words) => writer.words(&decode(words)),
            Token::Tag(tag) => writer.tag(tag, &mut rest),
        }
    }
    writer.out.truncate(writer.out.trim_end().len());
    writer.out
}

/// What separates the next words from those before.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Break {
    #[default]
    None,
    Line,
    Block,
}

#[derive(Default)]
struct Writer {
    plain: bool,
    out: String,
    /// What every line begins with: quotations and the indents of lists.
    prefixes: Vec<String>,
    /// The next number of each list that is open; 0 for bullets.
    lists: Vec<u32>,
    pending: Break,
    /// There was space, which counts once something follows.
    space: bool,
    /// Marks that were opened and have nothing in them yet.
    opening: Vec<&'static str>,
    /// Where the words of each link begin, and where it leads.
    links: Vec<(usize, Option<String>)>,
    /// A heading's mark, or a list item's, was just written: no break before what follows.
    begun: bool,
}

impl Writer {
    fn tag(&mut self, tag: Tag<'_>, rest: &mut &str) {
        if let Some((_, mark)) = MARKS.iter().find(|(name, _)| tag.is(name)) {
            return if tag.closes { self.unmark(mark) } else { self.mark(mark) };
        }
        if let Some(name) = SILENT.iter().find(|name| tag.is(name) && !tag.closes) {
            token::until_end(rest, name);
            return;
        }
        if BLOCKS.iter().any(|name| tag.is(name)) {
            return self.part(Break::Block);
        }
        match tag.name.to_ascii_lowercase().as_str() {
            "br" => {
                self.space = false;
                self.flush();
                self.pending = Break::Line;
            }
            "td" | "th" => self.space = true,
            "hr" => {
                self.part(Break::Block);
                self.put("---");
                self.part(Break::Block);
            }
            "a" if tag.closes => self.unlink(),
            // Links do not nest.
            "a" if self.links.is_empty() => {
                self.separate();
                let target = tag.attribute("href").filter(|_| !self.plain);
                self.links.push((self.out.len(), target));
            }
            "img" if !tag.closes => self.picture(tag),
            "code" if !tag.closes => {
                let code = decode(token::until_end(rest, "code"));
                self.code(&code);
            }
            "pre" if !tag.closes => {
                let text = words_of(token::until_end(rest, "pre"));
                self.preformatted(&text);
            }
            "ul" | "ol" => self.list(tag),
            "li" if tag.closes => {
                self.prefixes.pop_if(|prefix| prefix.trim().is_empty());
                // An empty item is one too.
                self.begun = false;
                self.part(Break::Line);
            }
            "li" => self.item(),
            "blockquote" => {
                self.part(Break::Block);
                if tag.closes {
                    self.prefixes.pop_if(|prefix| prefix.starts_with('>'));
                } else if self.prefixes.len() < DEPTH {
                    self.prefixes.push("> ".into());
                }
            }
            name => {
                let level = name.strip_prefix('h').and_then(|level| level.parse::<usize>().ok());
                if let Some(level @ 1..=6) = level {
                    self.begun &= !tag.closes;
                    self.part(Break::Block);
                    if !tag.closes && !self.plain {
                        self.put(&["#".repeat(level), " ".into()].concat());
                        self.begun = true;
                    }
                }
            }
        }
    }

    /// A break of at least this size before what follows.
    fn part(&mut self, size: Break) {
        self.opening.clear();
        self.space = false;
        if !self.begun {
            self.pending = self.pending.max(size);
        }
    }

    /// Writes the break that is due.
    fn flush(&mut self) {
        let due = std::mem::take(&mut self.pending);
        self.begun = false;
        let prefix = self.prefixes.concat();
        if self.out.is_empty() {
            self.out.push_str(&prefix);
            return;
        }
        if due == Break::None {
            return;
        }
        self.out.push('\n');
        if due == Break::Block {
            self.out.push_str(prefix.trim_end());
            self.out.push('\n');
        }
        self.out.push_str(&prefix);
    }

    /// Writes the break and the space that are due before words.
    fn separate(&mut self) {
        let space = std::mem::take(&mut self.space) && self.pending == Break::None && !self.begun;
        let fresh = self.out.is_empty();
        self.flush();
        if space && !fresh {
            self.out.push(' ');
        }
        for mark in std::mem::take(&mut self.opening) {
            if !self.plain {
                self.out.push_str(mark);
            }
        }
    }

    /// Writes what has a mark's meaning.
    fn put(&mut self, text: &str) {
        self.separate();
        self.out.push_str(text);
    }

    /// Writes words, in which space of any length is one space.
    fn words(&mut self, words: &str) {
        let mut pieces = words.split(|letter: char| letter.is_ascii_whitespace()).peekable();
        while let Some(piece) = pieces.next() {
            if !piece.is_empty() {
                let starts = self.begun || self.pending != Break::None || self.out.is_empty();
                self.separate();
                if self.plain {
                    self.out.push_str(piece);
                } else {
                    escape(&mut self.out, piece, starts);
                }
            }
            if pieces.peek().is_some() {
                self.space = true;
            }
        }
    }

    fn mark(&mut self, mark: &'static str) {
        if self.opening.len() < DEPTH {
            self.opening.push(mark);
        }
    }

    fn unmark(&mut self, mark: &'static str) {
        // Nothing was in it.
        if let Some(at) = self.opening.iter().rposition(|open| *open == mark) {
            self.opening.remove(at);
        } else if !self.plain {
            self.out.push_str(mark);
        }
    }

    fn unlink(&mut self) {
        let Some((start, Some(target))) = self.links.pop() else { return };
        let target: String = target.chars().filter(|letter| !letter.is_control()).collect();
        let words = self.out.get(start..).unwrap_or_default().to_owned();
        if words.trim().is_empty() {
            return;
        }
        self.out.truncate(start);
        // An address that stands for itself is a link without any marks.
        let bare = words.replace('\\', "");
        let is_web = target.starts_with("https://") || target.starts_with("http://");
        if is_web && bare == target && !target.contains(char::is_whitespace) {
            self.out.push_str(&target);
            return;
        }
        for piece in ["[", &words, "](", &crate::contents::target(&target), ")"] {
            self.out.push_str(piece);
        }
    }

    fn picture(&mut self, tag: Tag<'_>) {
        let name = tag.attribute("alt").unwrap_or_default();
        if self.plain {
            return self.words(&name);
        }
        let Some(url) = tag.attribute("src") else { return };
        let link = crate::contents::link(&name, &url);
        self.put(&["!", &link].concat());
    }

    fn code(&mut self, code: &str) {
        if self.plain || code.is_empty() {
            return self.words(code);
        }
        let fence = fence(code, 1);
        let room = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        let code = code.replace(['\n', '\r'], " ");
        self.put(&[&fence, room, &code, room, &fence].concat());
    }

    fn preformatted(&mut self, text: &str) {
        self.part(Break::Block);
        let fence = if self.plain { String::new() } else { fence(text, 3) };
        let lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
        let mut open = !self.plain;
        if open {
            self.put(&fence);
        }
        for line in lines {
            self.pending = if open || !self.out.is_empty() { Break::Line } else { Break::None };
            open = true;
            self.flush();
            self.out.push_str(line);
        }
        if !self.plain {
            self.pending = Break::Line;
            self.put(&fence);
        }
        self.part(Break::Block);
    }

    fn list(&mut self, tag: Tag<'_>) {
        if tag.closes {
            self.lists.pop();
            // Within an item the list ends with the line.
            return self.part(if self.lists.is_empty() { Break::Block } else { Break::Line });
        }
        self.part(if self.lists.is_empty() { Break::Block } else { Break::Line });
        let start = tag.attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1);
        self.lists.push(if tag.is("ol") { start } else { 0 });
    }

    fn item(&mut self) {
        self.part(Break::Line);
        let marker = match self.lists.last_mut() {
            Some(0) | None => "- ".to_owned(),
            Some(number) => {
                let marker = [&number.to_string(), ". "].concat();
                *number = number.saturating_add(1);
                marker
            }
        };
        self.put(&marker);
        self.begun = true;
        if self.prefixes.len() < DEPTH {
            self.prefixes.push(" ".repeat(marker.len()));
        }
    }
}

/// As many backticks as are nowhere in the code, and at least `least`.
fn fence(code: &str, least: usize) -> String {
    let runs = code.split(|letter| letter != '`').map(str::len);
    "`".repeat(runs.max().unwrap_or(0).saturating_add(1).max(least))
}

/// The words of what is preformatted, as they stand.
fn words_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(token) = token::next(&mut rest) {
        if let Token::Words(words) = token {
            text.push_str(&decode(words));
        }
    }
    text
}

/// Words that markdown shows as they are. `starts` says that they stand at the beginning of a line.
fn escape(out: &mut String, words: &str, starts: bool) {
    for (at, letter) in words.char_indices() {
        let special = match letter {
            '\\' | '`' | '*' | '_' | '#' | '[' | ']' | '<' | '>' | '~' | '|' => true,
            '&' => crate::contents::begins_entity(words, at),
            ':' => crate::contents::begins_shortcode(words, at),
            '+' | '-' | '=' => starts && at == 0,
            '.' | ')' => starts && crate::contents::begins_list(words, at),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(letter);
    }
}
