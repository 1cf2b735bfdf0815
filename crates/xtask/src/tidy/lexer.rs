//! Tells code, string contents and comments apart, in Rust and in TypeScript, so that a rule about
//! code does not fire on a comment that explains it.

/// Which language a file is lexed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    /// Rust.
    Rust,
    /// TypeScript or JavaScript.
    Script,
}

/// A source text in three ways. Each has the lines and the length of the original; what does not
/// belong to it is blank.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Views {
    /// Code, with string literals reduced to their quotes.
    pub(super) code: String,
    /// Code and string contents.
    pub(super) code_and_strings: String,
    /// Comments only.
    pub(super) comments: String,
}

/// Lexes `text`. Anything goes: what is not valid source gives some views, never a panic.
pub(super) fn views(text: &str, language: Language) -> Views {
    let mut lexer =
        Lexer { text: text.as_bytes(), at: 0, kinds: Vec::with_capacity(text.len()), language };
    lexer.code(false);
    let view = |keep: &[Kind]| {
        let bytes = text.bytes().zip(&lexer.kinds);
        let kept = bytes
            .map(|(byte, kind)| if byte == b'\n' || keep.contains(kind) { byte } else { b' ' });
        String::from_utf8_lossy(&kept.collect::<Vec<_>>()).into_owned()
    };
    Views {
        code: view(&[Kind::Code]),
        code_and_strings: view(&[Kind::Code, Kind::String]),
        comments: view(&[Kind::Comment]),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    String,
    Comment,
}

struct Lexer<'a> {
    text: &'a [u8],
    at: usize,
    /// One entry per byte before `at`.
    kinds: Vec<Kind>,
    language: Language,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.text.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn is_at(&self, prefix: &[u8]) -> bool {
        self.text.get(self.at..).is_some_and(|rest| rest.starts_with(prefix))
    }

    fn take(&mut self, count: usize, kind: Kind) {
        let end = (self.at + count).min(self.text.len());
        self.kinds.extend(std::iter::repeat_n(kind, end - self.at));
        self.at = end;
    }

    /// Code up to the end, or up to the brace that closes a template's `${`.
    fn code(&mut self, in_template: bool) {
        let mut braces = 0_usize;
        while self.at < self.text.len() {
            match self.peek(0) {
                b'/' if self.is_at(b"//") => self.line_comment(),
                b'/' if self.is_at(b"/*") => self.block_comment(),
                b'/' if self.language == Language::Script && self.regex_may_start() => self.regex(),
                b'"' => self.string(b'"'),
                b'\'' if self.language == Language::Script => self.string(b'\''),
                b'\'' => self.char_or_lifetime(),
                b'`' if self.language == Language::Script => self.template(),
                b'r' if self.language == Language::Rust => self.raw_string_or_name(),
                b'{' => {
                    braces += 1;
                    self.take(1, Kind::Code);
                }
                b'}' if in_template && braces == 0 => return,
                b'}' => {
                    braces = braces.saturating_sub(1);
                    self.take(1, Kind::Code);
                }
                _ => self.take(1, Kind::Code),
            }
        }
    }

    fn line_comment(&mut self) {
        while self.at < self.text.len() && self.peek(0) != b'\n' {
            self.take(1, Kind::Comment);
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        while self.at < self.text.len() {
            if self.is_at(b"*/") {
                self.take(2, Kind::Comment);
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return;
                }
            } else if self.is_at(b"/*") && (depth == 0 || self.language == Language::Rust) {
                self.take(2, Kind::Comment);
                depth += 1;
            } else {
                self.take(1, Kind::Comment);
            }
        }
    }

    /// A literal with escapes. In a script it cannot run over a line's end.
    fn string(&mut self, quote: u8) {
        self.take(1, Kind::Code);
        while self.at < self.text.len() {
            match self.peek(0) {
                b'\\' => self.take(2, Kind::String),
                b'\n' if self.language == Language::Script => return,
                byte if byte == quote => return self.take(1, Kind::Code),
                _ => self.take(1, Kind::String),
            }
        }
    }

    fn char_or_lifetime(&mut self) {
        if self.peek(1) == b'\\' {
            return self.string(b'\'');
        }
        // The character may take up to four bytes; a lifetime has no quote after its first letter.
        let width = match self.peek(1) {
            0..0x80 => 1,
            0x80..0xE0 => 2,
            0xE0..0xF0 => 3,
            _ => 4,
        };
        if self.peek(1 + width) == b'\'' {
            self.take(1, Kind::Code);
            self.take(width, Kind::String);
        }
        self.take(1, Kind::Code);
    }

    /// At an `r`: a raw string, a raw identifier, or a letter of some name.
    fn raw_string_or_name(&mut self) {
        let before = self.at.checked_sub(1).and_then(|at| self.text.get(at)).copied().unwrap_or(0);
        let hashes = self.text.iter().skip(self.at + 1).take_while(|&&byte| byte == b'#').count();
        let starts = !is_word(before) || matches!(before, b'b' | b'c');
        self.take(1, Kind::Code);
        if !starts || self.peek(hashes) != b'"' {
            return;
        }
        self.take(hashes + 1, Kind::Code);
        while self.at < self.text.len() {
            let closes = (1..=hashes).all(|ahead| self.peek(ahead) == b'#');
            if self.peek(0) == b'"' && closes {
                return self.take(hashes + 1, Kind::Code);
            }
            self.take(1, Kind::String);
        }
    }

    fn template(&mut self) {
        self.take(1, Kind::Code);
        while self.at < self.text.len() {
            if self.is_at(b"${") {
                self.take(2, Kind::Code);
                self.code(true);
                self.take(1, Kind::Code);
            } else if self.peek(0) == b'`' {
                return self.take(1, Kind::Code);
            } else {
                let width = if self.peek(0) == b'\\' { 2 } else { 1 };
                self.take(width, Kind::String);
            }
        }
    }

    /// Whether a slash here begins a regular expression: it does where a value may begin.
    fn regex_may_start(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or_default().trim_ascii_end();
        let after_keyword = before.ends_with(b"return") || before.ends_with(b"typeof");
        after_keyword || before.last().is_none_or(|byte| b"(,=:[!&|?{};+-*%<>~^".contains(byte))
    }

    fn regex(&mut self) {
        self.take(1, Kind::Code);
        let mut in_class = false;
        while self.at < self.text.len() && self.peek(0) != b'\n' {
            match self.peek(0) {
                b'\\' => self.take(2, Kind::String),
                b'/' if !in_class => return self.take(1, Kind::Code),
                byte => {
                    in_class = byte == b'[' || (in_class && byte != b']');
                    self.take(1, Kind::String);
                }
            }
        }
    }
}

/// Whether `byte` can stand inside a name.
pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$' || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, text: &str, code: &str, comments: &str) {
        let views = views(text, language);
        assert_eq!(views.code, code, "code of {text}");
        assert_eq!(views.comments.trim(), comments, "comments of {text}");
        assert_eq!(views.code_and_strings.len(), text.len(), "length of {text}");
    }

    #[test]
    fn rust() {
        let check = |text, code, comments| check(Language::Rust, text, code, comments);
        check("a // b\nc", "a     \nc", "// b");
        check("a /* b /* c */ d */ e", "a                   e", "/* b /* c */ d */");
        check(r#"f("a // \" b", 'x')"#, r#"f("         ", ' ')"#, "");
        check(r##"r#"a " b"# c"##, r##"r#"     "# c"##, "");
        check(r#"br"\" var"x""#, r#"br" " var" ""#, "");
        check("fn f<'a>(x: &'a str) '\"' '\\'' 'ü'", "fn f<'a>(x: &'a str) ' ' '  ' '  '", "");
        check("r#type == \"r\"", "r#type == \" \"", "");
        check("\"open", "\"    ", "");
    }

    #[test]
    fn script() {
        let check = |text, code, comments| check(Language::Script, text, code, comments);
        check("a('b // c') // d", "a('      ')     ", "// d");
        check("/* a /* b */ c", "             c", "/* a /* b */");
        check("`a ${b + `c${d}`} e` + f", "`  ${b + ` ${d}`}  ` + f", "");
        check("x = /[/'\"]\\//g; y / 2 / 3", "x = /       /g; y / 2 / 3", "");
        check("return /'/.test(a)", "return / /.test(a)", "");
        check("'open\nb", "'    \nb", "");
    }

    #[test]
    fn strings_stay_in_their_view() {
        let views = views("f(\"a\") // \"b\"", Language::Rust);
        assert_eq!(views.code_and_strings.trim_end(), "f(\"a\")");
    }
}
