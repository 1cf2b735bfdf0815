//! Fractions, exactly in both directions and without tables.
//!
//! The standard library's ways from a double to its text and back are fast, and bring 20 KB of
//! tables and code (compressed) for two coordinates and a score. Here digits are kept one by one
//! and doubled or halved until the exponent is used up: slow, and a fiftieth of the size.

/// 0.d₁d₂d₃… × 10^point. Neither the first nor the last digit is zero; no digits are zero.
#[derive(Clone)]
struct Decimal {
    digits: Vec<u8>,
    point: i32,
}

/// A double has no more than 17 digits that tell it from its neighbours; the rest is for rounding.
const MOST_DIGITS: usize = 40;
/// Doubling this often at once keeps all sums within 32 bits.
const STRIDE: u32 = 16;
/// The exponent of the smallest double.
const SMALLEST: i32 = -1074;
/// One above the largest number that is exact with an exponent of zero.
const LIMIT: u64 = 1 << 53;

/// The nearest double to a JSON number; `None` where it is beyond all of them.
pub(super) fn read(text: &str) -> Option<f64> {
    let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (negative, exponent) = match exponent.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, exponent),
    };
    // Longer than any exponent with a meaning: as good as the largest.
    let exponent = exponent.trim_start_matches('+').parse().unwrap_or(i32::MAX / 2);
    let mut decimal = Decimal { digits: Vec::new(), point: 0 };
    let mut is_fraction = false;
    for byte in number.bytes() {
        match byte {
            b'.' => is_fraction = true,
            b'0' if decimal.digits.is_empty() => decimal.point -= i32::from(is_fraction),
            b'0'..=b'9' => {
                if decimal.digits.len() < MOST_DIGITS {
                    decimal.digits.push(byte - b'0');
                }
                decimal.point += i32::from(!is_fraction);
            }
            _ => {}
        }
    }
    decimal.trim();
    let exponent = if negative { -exponent } else { exponent };
    decimal.point = decimal.point.saturating_add(exponent);
    let value = if decimal.digits.is_empty() || decimal.point < -400 {
        0.0
    } else if decimal.point > 400 {
        return None;
    } else {
        decimal.to_f64()
    };
    value.is_finite().then_some(if text.starts_with('-') { -value } else { value })
}

/// A finite number in at most 17 digits, and no more than tell it from its neighbours: `51.5`,
/// `-0.12`, `1e-7`.
pub fn text(value: f64) -> String {
    let mut text = String::new();
    if value.is_sign_negative() {
        text.push('-');
    }
    let value = value.abs();
    let exact = Decimal::of(value);
    let mut short = exact.rounded(15);
    for places in [16, 17] {
        if short.to_f64().to_bits() == value.to_bits() {
            break;
        }
        short = exact.rounded(places);
    }
    short.write(&mut text);
    text
}

impl Decimal {
    /// All digits of a number that is not negative.
    fn of(value: f64) -> Self {
        let bits = value.to_bits();
        let fraction = bits % (LIMIT / 2);
        let (mut whole, exponent) = match i32::try_from(bits >> 52).unwrap_or(0) {
            0 => (fraction, SMALLEST),
            exponent => (fraction + LIMIT / 2, exponent - 1 + SMALLEST),
        };
        let mut decimal = Self { digits: Vec::new(), point: 0 };
        while whole > 0 {
            decimal.digits.insert(0, (whole % 10) as u8);
            decimal.point += 1;
            whole /= 10;
        }
        decimal.trim();
        for _ in 0..exponent {
            decimal.grow(1);
        }
        for _ in exponent..0 {
            decimal.shrink(1);
        }
        decimal
    }

    fn to_f64(&self) -> f64 {
        let mut scaled = self.clone();
        if scaled.digits.is_empty() {
            return 0.0;
        }
        let mut exponent = 0;
        loop {
            let whole = scaled.whole();
            if whole >= LIMIT {
                // 10^21 is more than enough for many steps at once.
                let steps = if scaled.point > 21 { STRIDE } else { 1 };
                scaled.shrink(steps);
                exponent += steps.cast_signed();
            } else if whole < LIMIT / 2 && exponent > SMALLEST {
                let far = scaled.point < 10 && exponent > SMALLEST + STRIDE.cast_signed();
                let steps = if far { STRIDE } else { 1 };
                scaled.grow(steps);
                exponent -= steps.cast_signed();
            } else {
                break;
            }
        }
        let whole = scaled.whole();
        let rounded = whole + u64::from(scaled.rounds_up(scaled.point, whole % 2 == 1));
        #[expect(clippy::cast_precision_loss, reason = "not above 2^53, where all are exact")]
        let mut value = rounded as f64;
        for _ in 0..exponent {
            value *= 2.0;
        }
        for _ in exponent..0 {
            value /= 2.0;
        }
        value
    }

    /// The part before the point, or `u64::MAX` where it is larger than any that matters.
    fn whole(&self) -> u64 {
        if self.point > 19 {
            return u64::MAX;
        }
        let digit = |place: i32| usize::try_from(place).ok().and_then(|at| self.digits.get(at));
        (0..self.point)
            .fold(0, |whole, place| whole * 10 + u64::from(digit(place).copied().unwrap_or(0)))
    }

    /// Whether what comes from `place` on is more than a half, or a half behind something odd.
    fn rounds_up(&self, place: i32, odd: bool) -> bool {
        let Ok(place) = usize::try_from(place) else { return false };
        match self.digits.get(place..) {
            None | Some([]) => false,
            Some([5]) => odd,
            Some([digit, ..]) => *digit >= 5,
        }
    }

    fn rounded(&self, places: usize) -> Self {
        let mut short = self.clone();
        short.digits.truncate(places);
        if short.digits.len() < self.digits.len() && self.digits.get(places) >= Some(&5) {
            while short.digits.pop_if(|last| *last == 9).is_some() {}
            if let Some(last) = short.digits.last_mut() {
                *last += 1;
            } else {
                short.digits.push(1);
                short.point += 1;
            }
        }
        short.trim();
        short
    }

    /// Multiplies by 2^steps, at most [`STRIDE`].
    fn grow(&mut self, steps: u32) {
        let mut carry = 0;
        for digit in self.digits.iter_mut().rev() {
            let sum = (u32::from(*digit) << steps) + carry;
            *digit = (sum % 10) as u8;
            carry = sum / 10;
        }
        while carry > 0 {
            self.digits.insert(0, (carry % 10) as u8);
            self.point += 1;
            carry /= 10;
        }
        self.trim();
    }

    /// Divides by 2^steps, at most [`STRIDE`].
    fn shrink(&mut self, steps: u32) {
        let mut rest = 0;
        let mut digits = Vec::with_capacity(self.digits.len() + STRIDE as usize);
        let mut given = self.digits.iter();
        loop {
            let digit = given.next();
            if digit.is_none() && rest == 0 {
                break;
            }
            rest = rest * 10 + u32::from(digit.copied().unwrap_or(0));
            // Below ten without that, which the compiler cannot know.
            let quotient = ((rest >> steps) % 10) as u8;
            rest %= 1 << steps;
            if quotient == 0 && digits.is_empty() {
                self.point -= 1;
            } else {
                digits.push(quotient);
            }
        }
        self.digits = digits;
        self.trim();
    }

    /// Takes zeros off the end.
    fn trim(&mut self) {
        while self.digits.pop_if(|last| *last == 0).is_some() {}
    }

    fn write(&self, out: &mut String) {
        let mut digits = self.digits.iter().map(|digit| char::from(b'0' + digit));
        let before = match self.point {
            _ if self.digits.is_empty() => 1,
            point @ -5..=21 => point,
            _ => 1,
        };
        if before <= 0 {
            out.push_str("0.");
        }
        for _ in before..0 {
            out.push('0');
        }
        for _ in 0..before {
            out.push(digits.next().unwrap_or('0'));
        }
        if let Some(first) = digits.next() {
            if before > 0 {
                out.push('.');
            }
            out.push(first);
            out.extend(digits);
        }
        if before != self.point && !self.digits.is_empty() {
            out.push('e');
            out.push_str(&(self.point - before).to_string());
        }
    }
}
