//! Texts as values: RFC 8259 and nothing beside it.

use super::{Map, Number, Value};

/// How deep lists and objects may lie in each other. Each level takes a part of the stack, which
/// is small in a browser; the same limit as in `serde_json`.
const DEEPEST: u8 = 127;

/// Digits that no double is too small for, without an exponent.
const LONGEST_IN_RANGE: usize = 300;

/// The value that `text` is; `None` where it is no JSON, nested too deep, or has a
/// number in it that is beyond all doubles.
pub(super) fn value(text: &str) -> Option<Value> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let value = parser.value()?;
    parser.skip_blanks();
    (parser.at == text.len()).then_some(value)
}

struct Parser<'a> {
    text: &'a str,
    /// Offset of the next byte; always between two characters.
    at: usize,
    depth: u8,
}

impl Parser<'_> {
    /// The next byte. At the end a zero, which stands nowhere in JSON.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// Goes past `byte` if it comes next.
    fn accept(&mut self, byte: u8) -> bool {
        let here = self.peek() == byte;
        self.at += usize::from(here);
        here
    }

    fn skip_blanks(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    /// Goes past `byte` if it comes next or after blanks.
    fn accept_mark(&mut self, byte: u8) -> bool {
        self.skip_blanks();
        self.accept(byte)
    }

    fn value(&mut self) -> Option<Value> {
        self.skip_blanks();
        match self.peek() {
            b'"' => self.string().map(Value::String),
            mark @ (b'{' | b'[') => {
                self.at += 1;
                self.depth += 1;
                if self.depth > DEEPEST {
                    return None;
                }
                let value = if mark == b'{' { self.members() } else { self.items() };
                self.depth -= 1;
                value
            }
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        let here = self.text.get(self.at..)?.starts_with(word);
        self.at += word.len();
        here.then_some(value)
    }

    fn items(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        if !self.accept_mark(b']') {
            loop {
                items.push(self.value()?);
                if !self.goes_on(b']')? {
                    break;
                }
            }
        }
        Some(Value::Array(items))
    }

    fn members(&mut self) -> Option<Value> {
        let mut members = Map::default();
        if !self.accept_mark(b'}') {
            loop {
                self.skip_blanks();
                let name = self.string()?;
                if !self.accept_mark(b':') {
                    return None;
                }
                members.push(name, self.value()?);
                if !self.goes_on(b'}')? {
                    break;
                }
            }
        }
        Some(Value::Object(members))
    }

    /// Whether a comma comes next, or the end.
    fn goes_on(&mut self, end: u8) -> Option<bool> {
        if self.accept_mark(b',') {
            return Some(true);
        }
        self.accept(end).then_some(false)
    }

    fn string(&mut self) -> Option<String> {
        if !self.accept(b'"') {
            return None;
        }
        let mut text = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), b'"' | b'\\' | 0..=0x1f) {
                self.at += 1;
            }
            text.push_str(self.text.get(start..self.at)?);
            if self.accept(b'"') {
                return Some(text);
            }
            if !self.accept(b'\\') {
                return None;
            }
            text.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let mark = self.peek();
        self.at += 1;
        Some(match mark {
            b'"' | b'\\' | b'/' => char::from(mark),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.unit()?;
                // Characters beyond the first plane are written as two halves.
                if code & 0xfc00 == 0xd800 {
                    if !(self.accept(b'\\') && self.accept(b'u')) {
                        return None;
                    }
                    let low = self.unit()?;
                    if low & 0xfc00 != 0xdc00 {
                        return None;
                    }
                    code = 0x1_0000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
                }
                // A half without the other is no character.
                char::from_u32(code)?
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.peek()).to_digit(16)?;
            self.at += 1;
        }
        Some(unit)
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        self.accept(b'-');
        if !self.accept(b'0') {
            self.digits()?;
        }
        if self.accept(b'.') {
            self.digits()?;
        }
        let scientific = self.accept(b'e') || self.accept(b'E');
        if scientific {
            let _ = self.accept(b'-') || self.accept(b'+');
            self.digits()?;
        }
        let number = Number::of_source(self.text.get(start..self.at)?);
        // Beyond all doubles. Nobody means it, and what reads it next may refuse all the rest too.
        if (scientific || self.at - start > LONGEST_IN_RANGE) && number.as_f64().is_none() {
            return None;
        }
        Some(Value::Number(number))
    }

    /// One or more digits.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }
}
