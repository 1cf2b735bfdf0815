//! The `text/event-stream` format, read from chunks of any size.

/// One event of a stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SseEvent {
    /// The `event:` line; empty means `message`.
    pub name: String,
    /// The `data:` lines, joined by line feeds.
    pub data: String,
    /// The last `id:` seen on the stream so far.
    pub id: Option<String>,
}

/// Reads events from a stream in chunks of any size, cut anywhere, in the middle of a character
/// too (WHATWG HTML, 9.2.6).
#[derive(Debug, Default)]
pub struct SseParser {
    line: Vec<u8>,
    after_carriage_return: bool,
    name: String,
    data: String,
    has_data: bool,
    last_id: Option<String>,
}

/// A line longer than this is cut: nobody's events are that long, and memory is finite.
const LONGEST_LINE: usize = 1 << 20;

impl SseParser {
    /// Takes the next bytes and returns the events that they complete.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<SseEvent> {
        let mut events = Vec::new();
        for &byte in bytes {
            let second_of_pair = byte == b'\n' && self.after_carriage_return;
            self.after_carriage_return = byte == b'\r';
            match byte {
                _ if second_of_pair => {}
                b'\n' | b'\r' => events.extend(self.end_line()),
                _ if self.line.len() < LONGEST_LINE => self.line.push(byte),
                _ => {}
            }
        }
        events
    }

    fn end_line(&mut self) -> Option<SseEvent> {
        let bytes = std::mem::take(&mut self.line);
        let line = String::from_utf8_lossy(&bytes);
        let line = line.strip_prefix('\u{feff}').unwrap_or(&line);
        if line.is_empty() {
            return self.dispatch();
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => {
                if self.has_data {
                    self.data.push('\n');
                }
                self.data.push_str(value);
                self.has_data = true;
            }
            "id" if !value.contains('\0') => self.last_id = Some(value.to_owned()),
            _ => {} // comments, `retry`, and what is to come
        }
        None
    }

    fn dispatch(&mut self) -> Option<SseEvent> {
        let name = std::mem::take(&mut self.name);
        let data = std::mem::take(&mut self.data);
        std::mem::take(&mut self.has_data).then(|| SseEvent {
            name,
            data,
            id: self.last_id.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STREAM: &str = ": hello\r\n\r\nid: 7\nevent: conversation\ndata: {\"a\":\ndata: \"é😀\"}\n\n\
                          event: typing\rdata:x\r\rdata\n\nevent: lost\n\n";

    fn events(chunks: &[&[u8]]) -> Vec<SseEvent> {
        let mut parser = SseParser::default();
        chunks.iter().flat_map(|chunk| parser.push(chunk)).collect()
    }

    #[test]
    fn reads_fields_ids_and_comments() {
        let event = |name: &str, data: &str, id: Option<&str>| SseEvent {
            name: name.into(),
            data: data.into(),
            id: id.map(Into::into),
        };
        let expected = [
            event("conversation", "{\"a\":\n\"é😀\"}", Some("7")),
            event("typing", "x", Some("7")),
            event("", "", Some("7")),
        ];
        assert_eq!(events(&[STREAM.as_bytes()]), expected);
    }

    proptest! {
        #[test]
        fn the_cuts_between_chunks_do_not_matter(cuts in prop::collection::vec(0..STREAM.len(), 0..8)) {
            let mut cuts = cuts;
            cuts.extend([0, STREAM.len()]);
            cuts.sort_unstable();
            let chunks: Vec<&[u8]> =
                cuts.windows(2).map(|two| &STREAM.as_bytes()[two[0]..two[1]]).collect();
            prop_assert_eq!(events(&chunks), events(&[STREAM.as_bytes()]));
        }

        #[test]
        fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = events(&[&bytes]);
        }
    }
}
