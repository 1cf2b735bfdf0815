//! The words that differ from conversation to conversation and stay the same within one.

use inbox_model::Timestamp;
use inbox_model::time::DAY;

use super::rng::Rng;
use super::tables::{Goods, Language};
use super::texts::goods::{ARTICLES, Article, COLOURS, SIZES, STREETS};

/// Values for the `{slots}` of texts.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    values: Vec<(&'static str, String)>,
}

impl Slots {
    /// Values for a conversation about `goods` that begins at `at` with a customer of that name
    /// and city.
    pub(super) fn draw(
        rng: &mut Rng,
        goods: Goods,
        at: Timestamp,
        customer: &Customer<'_>,
    ) -> Self {
        let fits = |article: &&Article| goods == Goods::All || article.shelves.contains(&goods);
        let shelf: Vec<_> = ARTICLES.iter().filter(fits).collect();
        let article = rng.pick(&shelf).map(|article| (article.name, article.price, article.grams));
        let (item, price, grams) = article.unwrap_or_default();
        let size = rng.below(SIZES.len() - 1);
        let (colour, colour2) = (rng.below(COLOURS.len()), rng.between(1, 4));
        let colour2 = colour + usize::try_from(colour2).unwrap_or(1);
        let language = customer.language;
        let ordered = at.plus(-rng.between(3, 12) * DAY);
        // A visitor tells an address when asked, though the shop has none on record.
        let told = format!("mail{}@example.com", rng.between(100, 999));
        let email = if customer.email.is_empty() { told } else { customer.email.to_owned() };
        let carriers = ["DHL", "PostNord", "DPD", "GLS", "UPS"];
        let values = vec![
            ("order", format!("FF-{}", rng.between(41_200, 97_900))),
            ("item", item.to_owned()),
            ("price", money(price, language)),
            ("price2", money(price * 85 / 100, language)),
            ("weight", format!("{grams} g")),
            ("weight2", format!("{} g", grams + 60)),
            ("size", SIZES.get(size).copied().unwrap_or("M").to_owned()),
            ("size2", SIZES.get(size + 1).copied().unwrap_or("L").to_owned()),
            ("colour", COLOURS.get(colour).copied().unwrap_or_default().to_owned()),
            (
                "colour2",
                COLOURS.get(colour2 % COLOURS.len()).copied().unwrap_or_default().to_owned(),
            ),
            ("date", day_and_month(ordered, language)),
            ("date2", day_and_month(at.plus(rng.between(2, 6) * DAY), language)),
            ("carrier", rng.text(&carriers).to_owned()),
            ("track", format!("JJD{:010}", rng.between(14_600_000, 9_999_999_999))),
            (
                "code",
                format!("FERN{}", rng.text(&["10", "15", "20", "-SPRING", "-HELLO", "-TRAIL"])),
            ),
            ("n", rng.between(12, 80).to_string()),
            ("street", format!("{} {}", rng.text(&STREETS), rng.between(2, 128))),
            ("city", customer.city.to_owned()),
            ("name", given_name(customer.name, language).to_owned()),
            ("fullname", customer.name.to_owned()),
            ("email", email),
            ("company", customer.company.to_owned()),
        ];
        Self { values }
    }

    /// Adds the set phrases of a language.
    #[must_use]
    pub(super) fn with_phrases(mut self, rng: &mut Rng, language: &Language) -> Self {
        for (name, phrases) in
            [("hello", language.hellos), ("thanks", language.thanks), ("bye", language.byes)]
        {
            self.values.push((name, rng.text(phrases).to_owned()));
        }
        self
    }

    /// Who speaks for the company: `{me}`.
    pub(super) fn set_agent(&mut self, given_name: &str) {
        self.values.retain(|(name, _)| *name != "me");
        self.values.push(("me", given_name.to_owned()));
    }

    /// `template` with its slots filled. What is not the name of a slot stays as it is, so that
    /// code can have braces.
    pub(super) fn fill(&self, template: &str) -> String {
        let mut filled = String::with_capacity(template.len() + 16);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let slot = after.split_once('}').and_then(|(name, behind)| {
                self.values.iter().find(|(known, _)| *known == name).map(|slot| (slot, behind))
            });
            if let Some(((_, value), behind)) = slot {
                filled.push_str(value);
                rest = behind;
            } else {
                filled.push('{');
                rest = after;
            }
        }
        filled.push_str(rest);
        filled
    }
}

/// Who the customer is, as far as texts care.
pub(super) struct Customer<'a> {
    /// Full name.
    pub(super) name: &'a str,
    /// Address.
    pub(super) email: &'a str,
    /// Home.
    pub(super) city: &'a str,
    /// Company.
    pub(super) company: &'a str,
    /// BCP 47.
    pub(super) language: &'a str,
}

/// How one is addressed: by the given name, or in full where the family name comes first.
fn given_name<'a>(name: &'a str, language: &str) -> &'a str {
    match language {
        "ja" | "zh" | "ko" => name,
        _ => name.split(' ').find(|word| word.chars().any(char::is_alphabetic)).unwrap_or(name),
    }
}

fn money(euros: u32, language: &str) -> String {
    match language {
        "en" => format!("€{euros}"),
        "ja" => format!("{euros}ユーロ"),
        "zh" => format!("{euros}欧元"),
        "ko" => format!("{euros}유로"),
        _ => format!("{euros} €"),
    }
}

fn day_and_month(at: Timestamp, language: &str) -> String {
    const ENGLISH: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let date = at.date(60);
    let (day, month) = (date.day, date.month);
    match language {
        "en" => {
            let name = ENGLISH.get(usize::from(month).saturating_sub(1));
            format!("{day} {}", name.copied().unwrap_or_default())
        }
        "de" | "pl" | "tr" => format!("{day:02}.{month:02}."),
        "ja" | "zh" => format!("{month}月{day}日"),
        "ko" => format!("{month}월 {day}일"),
        _ => format!("{day:02}/{month:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(language: &str) -> Slots {
        let customer = Customer {
            name: "Ana María Pérez",
            email: "ana@post.example",
            city: "Vigo",
            company: "",
            language,
        };
        let at = Timestamp::parse("2026-03-04T10:00:00Z").unwrap();
        Slots::draw(&mut Rng::new(5), Goods::Wear, at, &customer)
    }

    #[test]
    fn a_slot_has_one_value_and_code_keeps_its_braces() {
        let slots = drawn("es");
        let text = slots.fill("{name} from {city}: {order}, {order} {nothing} if (x) { y }");
        let (start, rest) = text.split_once(": ").unwrap();
        assert_eq!(start, "Ana from Vigo");
        let order = &rest[..8];
        assert_eq!(rest, format!("{order}, {order} {{nothing}} if (x) {{ y }}"));
    }

    #[test]
    fn the_agent_can_change() {
        let mut slots = drawn("en");
        slots.set_agent("Maya");
        slots.set_agent("Jonas");
        assert_eq!(slots.fill("Hi, {me} here"), "Hi, Jonas here");
    }

    #[test]
    fn money_and_dates_follow_the_language() {
        let at = Timestamp::parse("2026-03-04T10:00:00Z").unwrap();
        let check = |language, price, date| {
            assert_eq!((money(49, language), day_and_month(at, language)), (price, date));
        };
        let owned = |one: &str, two: &str| (one.to_owned(), two.to_owned());
        let pairs = [
            ("en", owned("€49", "4 March")),
            ("de", owned("49 €", "04.03.")),
            ("fr", owned("49 €", "04/03")),
            ("ja", owned("49ユーロ", "3月4日")),
        ];
        for (language, (price, date)) in pairs {
            check(language, price, date);
        }
    }
}
