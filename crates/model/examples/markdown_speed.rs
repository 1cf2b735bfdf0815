//! How long markdown takes: short chat messages, long replies, and 10 KB as a composer's preview has
//! them. `cargo run --release -p inbox-model --example markdown_speed`

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]
#![expect(clippy::disallowed_methods, reason = "it measures time")]

use std::hint::black_box;
use std::time::Instant;

use inbox_model::markdown::{Profile, parse, preview_text, render_html, to_html};

/// What people write to a shop, and it to them.
const MESSAGES: &[&str] = &[
    "Hi",
    "Thanks!",
    "ok, perfect 👍",
    "Hello, is anybody there?",
    LINE,
    "My order number is 48213, the address is Karl Johans gate 1, Oslo.",
    "Hi Maya, thank you for writing to us! I will have a look at it right now.",
    "Sorry about that.\nI have sent you a new one, it should arrive on Thursday.",
    "You can follow it here: https://track.example.com/p/48213?lang=en",
    "I have tried it twice & it still says \"payment failed\"",
    "Please write to support@shop.example and mention **48213**.",
    "The total is *49.90 EUR*, shipping included.",
    "Can you send me a screenshot of what you see when you press `Pay now`?",
    "Größe M ist leider ausverkauft, aber L hätten wir noch — soll ich sie zurücklegen?",
    "1. Open the settings\n2. Choose *Notifications*\n3. Switch off **Digest**",
    LINK,
    "It is 5 < 6 and a_b_c is a name",
    "こんにちは、注文した商品がまだ届いていません。確認していただけますか？",
    "Great, that works now :tada: thank you @maya",
    "> Which colour did you want?\n\nThe blue one, please.",
];

const LINE: &str = "Where is my order? It should have been here on Monday.";
const LINK: &str = "See [our returns page](https://shop.example/returns) for the details.";

const REPLY: &str = "Hi Maya,\n\nthank you for your patience! I have talked to the warehouse, and **this is what happened**:\n\n\
    1. Your parcel left on Monday, as [the tracking page](https://track.example.com/p/48213) says.\n\
    2. It was scanned in Oslo on *Tuesday at 14:05*.\n\
    3. Since then nobody has seen it.\n\n\
    > Could you please check with your neighbours?\n\n\
    If it does not turn up by Friday, I will send you a new one. You do not have to do anything for that; \
    just keep the number `48213` at hand, or write to support@shop.example.\n\n\
    | item | size | price |\n|------|:----:|------:|\n| Shirt, blue | M | 29.90 |\n| Socks | 42 | 9.90 |\n\n\
    Is there anything else that I can do for you? You will find the answers to most questions at https://shop.example/help.\n\n\
    Best regards\nJonas\n";

/// Nanoseconds that one call takes: the best of many rounds.
fn nanoseconds(mut work: impl FnMut()) -> u128 {
    let mut best = u128::MAX;
    let mut calls = 1_u32;
    for _ in 0..60 {
        let start = Instant::now();
        for _ in 0..calls {
            work();
        }
        let took = start.elapsed();
        best = best.min(took.as_nanos() / u128::from(calls));
        if took.as_micros() < 2000 {
            calls *= 2;
        }
    }
    best
}

fn main() {
    let count = MESSAGES.len() as u128;
    let all = |work: fn(&str)| {
        nanoseconds(|| MESSAGES.iter().for_each(|text| work(black_box(text)))) / count
    };
    let one = |text: &str, work: fn(&str)| nanoseconds(|| work(black_box(text)));
    let html = |text: &str| drop(black_box(render_html(text, Profile::Chat)));
    let tree = |text: &str| drop(black_box(parse(text, Profile::Chat)));
    println!("short messages   parse {:>7} ns, to HTML {:>7} ns each", all(tree), all(html));
    println!("  one line       parse {:>7} ns, to HTML {:>7} ns", one(LINE, tree), one(LINE, html));
    println!("  with a link    parse {:>7} ns, to HTML {:>7} ns", one(LINK, tree), one(LINK, html));
    println!(
        "long reply       parse {:>7} ns, to HTML {:>7} ns",
        one(REPLY, tree),
        one(REPLY, html)
    );
    let long = REPLY.repeat(10_240 / REPLY.len());
    println!(
        "{} bytes      parse {:>7} ns, to HTML {:>7} ns",
        long.len(),
        one(&long, tree),
        one(&long, html)
    );
    let blocks = parse(REPLY, Profile::Chat);
    println!(
        "long reply       the tree to HTML {:>7} ns",
        nanoseconds(|| drop(black_box(to_html(&blocks, Profile::Chat))))
    );
    println!(
        "preview of it    {:>7} ns",
        one(REPLY, |text| drop(black_box(preview_text(text, 120))))
    );
}
