//! Character references: every numeric one, and the named ones that people write.
//!
//! The full list of HTML has 2,125 names and weighs more than the rest of the parser, so only the
//! five of XML, Latin-1, common typography, arrows and signs are known, and those that the examples
//! of the specification use. Any other name stays the text it is.

use super::scan::{at, slice, work};

/// `name` and what it stands for, then a space. What it stands for never begins with an ASCII
/// letter or digit, so it ends the name.
#[rustfmt::skip]
const NAMED: &str = "\
    quot\" amp& lt< gt> apos' nbsp\u{a0} iexcl¡ cent¢ pound£ curren¤ yen¥ brvbar¦ sect§ uml¨ \
    copy© ordfª laquo« not¬ shy\u{ad} reg® macr¯ deg° plusmn± sup2² sup3³ acute´ microµ para¶ \
    middot· cedil¸ sup1¹ ordmº raquo» frac14¼ frac12½ frac34¾ iquest¿ AgraveÀ AacuteÁ AcircÂ \
    AtildeÃ AumlÄ AringÅ AEligÆ CcedilÇ EgraveÈ EacuteÉ EcircÊ EumlË IgraveÌ IacuteÍ IcircÎ \
    IumlÏ ETHÐ NtildeÑ OgraveÒ OacuteÓ OcircÔ OtildeÕ OumlÖ times× OslashØ UgraveÙ UacuteÚ \
    UcircÛ UumlÜ YacuteÝ THORNÞ szligß agraveà aacuteá acircâ atildeã aumlä aringå aeligæ \
    ccedilç egraveè eacuteé ecircê eumlë igraveì iacuteí icircî iumlï ethð ntildeñ ograveò \
    oacuteó ocircô otildeõ oumlö divide÷ oslashø ugraveù uacuteú ucircû uumlü yacuteý thornþ \
    yumlÿ OEligŒ oeligœ ScaronŠ scaronš YumlŸ ZcaronŽ zcaronž ensp\u{2002} emsp\u{2003} \
    thinsp\u{2009} ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ dagger† Dagger‡ \
    bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› euro€ trade™ larr← uarr↑ rarr→ darr↓ \
    harr↔ lArr⇐ rArr⇒ hArr⇔ minus− infin∞ ne≠ le≤ ge≥ asymp≈ equiv≡ sum∑ radic√ alphaα betaβ \
    gammaγ deltaδ lambdaλ piπ sigmaσ omegaω DeltaΔ SigmaΣ OmegaΩ check✓ hearts♥ DcaronĎ \
    HilbertSpaceℋ DifferentialDⅆ ClockwiseContourIntegral∲ ngE≧\u{338} ";

/// The longest name in the list.
const MAX_NAME: usize = 24;

/// Adds what the reference at `start` stands for, and returns its length; 0 if there is none.
pub(super) fn decode(text: &str, start: usize, out: &mut String) -> usize {
    let bytes = text.as_bytes();
    if at(bytes, start) != b'&' {
        return 0;
    }
    let numeric = at(bytes, start + 1) == b'#';
    let hex = numeric && matches!(at(bytes, start + 2), b'x' | b'X');
    let first = start + 1 + usize::from(numeric) + usize::from(hex);
    let mut end = first;
    let mut code = 0;
    while end - first <= MAX_NAME {
        let byte = at(bytes, end);
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' | b'A'..=b'F' if hex => (byte | 32) - b'a' + 10,
            b'a'..=b'z' | b'A'..=b'Z' if !numeric => 0,
            _ => break,
        };
        // Eight digits are already too many, so overflow cannot pass for a short number.
        code =
            if end - first < 8 { code * if hex { 16 } else { 10 } + u32::from(digit) } else { 0 };
        end += 1;
    }
    if end == first || at(bytes, end) != b';' {
        return 0;
    }
    if numeric {
        if end - first > if hex { 6 } else { 7 } {
            return 0;
        }
        let character = char::from_u32(code).filter(|found| *found != '\0');
        out.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
    } else {
        let Some(found) = named(slice(text, first, end).as_bytes()) else { return 0 };
        out.push_str(found);
    }
    end + 1 - start
}

/// The text with its backslash escapes and character references resolved.
pub(super) fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = String::with_capacity(text.len());
    let mut start = 0;
    let mut index = 0;
    while index < bytes.len() {
        match at(bytes, index) {
            b'\\' if at(bytes, index + 1).is_ascii_punctuation() => {
                plain.push_str(slice(text, start, index));
                start = index + 1;
                index += 1;
            }
            b'&' => {
                let mut found = String::new();
                let length = decode(text, index, &mut found);
                if length > 0 {
                    plain.push_str(slice(text, start, index));
                    plain.push_str(&found);
                    start = index + length;
                    index = start - 1;
                }
            }
            _ => {}
        }
        index += 1;
    }
    plain.push_str(slice(text, start, bytes.len()));
    plain
}

/// What a name stands for. The list is short, so it is searched from its start.
fn named(name: &[u8]) -> Option<&'static str> {
    let names = NAMED.as_bytes();
    let mut index = 0;
    while index < names.len() {
        let value = index + name.len();
        let mut end = index;
        while names.get(end).is_some_and(|byte| *byte != b' ') {
            end += 1;
        }
        let matches = names.get(index..value) == Some(name);
        if matches && names.get(value).is_some_and(|byte| !byte.is_ascii_alphanumeric()) {
            return NAMED.get(value..end);
        }
        work(end + 1 - index);
        index = end + 1;
    }
    None
}
