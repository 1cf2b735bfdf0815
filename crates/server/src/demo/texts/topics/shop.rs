//! The shop as a place one likes: praise, visits, presents, and where things come from.

use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Case, Goods, Topic};

pub(super) const PRAISE: Topic = Topic {
    titles: &["Thank you!", "Feedback on the {item}"],
    team: Team::Support,
    tag: "praise",
    goods: Goods::Shelter,
    cases: &[
        Case {
            openings: &[
                "No question, I just wanted to say the {item} is wonderful. Best thing I've bought this year ❤️",
                "Hi, just back from ten days outdoors, and the {item} was brilliant. Please tell the team!",
            ],
            notes: &["For the wall 🌟"],
            answers: &[
                "Thank you! It's up on our board in the kitchen. As a small thanks, here's a code for next time: `{code}`.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Hello, small suggestion: could the {item} have a loop to hang it up? Otherwise perfect.",
            ],
            notes: &["Loop idea forwarded to design, fifth request."],
            answers: &[
                "I've passed it on to the designers, word for word. The idea with the loop is on the list for next season.",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "{name}, you just made the whole office smile! May we quote you on the product page?",
        "Thank you so much! Where did you take it?",
    ],
    details: &[
        "Sure, first name only please. I took it up to a lake near {city}.",
        "To the mountains near {city}. And of course you may use that, with my first name.",
    ],
    follow_ups: &[
        (
            "Can I send you more photos?",
            "Yes please! The nicest one of the month gets printed and hung up in the shop.",
        ),
        ("Will there be more colours?", "In spring: {colour} and {colour2}. But shh 🤫"),
    ],
    endings: &[("Keep it up!", "We will. Thank you, {name}!"), ("😊", "😊🌿")],
    attachment: Some(&[Piece::File(&media::CAMP, "")]),
};

pub(super) const SHOP_HOURS: Topic = Topic {
    titles: &["Opening hours", "Visit to the shop"],
    team: Team::Support,
    tag: "product question",
    goods: Goods::All,
    cases: &[
        Case {
            openings: &[
                "Are you open on Sunday before Christmas?",
                "Hi, is there parking near the shop?",
                "do you have a shop or online only",
            ],
            notes: &["Wrong hours on the map listing again. Fixed."],
            answers: &[
                "Bergen is open **Mon–Fri 10–18** and **Sat 10–16**, Strandgaten 12. On Sundays we're outside 😄 There's a car park three minutes away (Klostergarasjen).",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &["Hello, can I look at the {item} somewhere? I'm in Norway for a week."],
            answers: &[
                "You're very welcome! I've asked them to keep a {item} at the counter for you until the evening.",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}! Which of our two shops do you have in mind, Bergen or Copenhagen?",
        "Hello! When are you planning to come?",
    ],
    details: &["Bergen, this Saturday.", "Bergen please, probably at the weekend."],
    follow_ups: &[
        ("Are dogs allowed?", "Encouraged. There's a water bowl and occasionally a biscuit 🐕"),
        ("Can I bring a return?", "Sure, just have the order number with you."),
        (
            "Is it accessible by wheelchair?",
            "Yes, step-free from the side entrance, and the lift goes to the first floor.",
        ),
    ],
    endings: &[
        ("See you on Saturday!", "We're looking forward to it!"),
        ("Great, thanks", "Enjoy your day, {name}!"),
    ],
    attachment: None,
};

pub(super) const SUSTAINABILITY: Topic = Topic {
    titles: &["Where does the wool come from?", "Materials and certificates"],
    team: Team::Support,
    tag: "product question",
    goods: Goods::Wool,
    cases: &[
        Case {
            openings: &["Hi, where does the wool in the {item} come from? Is it mulesing-free?"],
            notes: &[
                "Certificate for the autumn batch is still missing on the page, asked sourcing.",
            ],
            answers: &[
                "Gladly, in detail:\n\n- wool from two farms in Uruguay, certified mulesing-free\n- spun and dyed in Portugal\n- sewn in Estonia\n\nThe certificate number is **FF-20{n}**, you can look it up yourself.",
            ],
            ..Case::USUAL
        },
        Case {
            ask: false,
            openings: &["What does \"climate neutral shipping\" actually mean at your shop?"],
            answers: &[
                "To be honest: it was marketing, and we've dropped the word. We now ship by rail where we can and tell you the grams of CO₂ per parcel instead.",
            ],
            follow_ups: &[
                (
                    "Is the packaging recyclable?",
                    "Paper and paper tape only. The little bag inside is made from starch, compostable at home.",
                ),
                (
                    "And returns?",
                    "They cost about as much as the way there, which is why we'd rather help you choose well.",
                ),
            ],
            ..Case::USUAL
        },
        Case {
            ask: false,
            openings: &[
                "Do you take old clothes back? I've got a jumper of yours from 2012 that's really done.",
            ],
            answers: &[
                "Yes! Send it in with the free label, we repair, resell or recycle it, and you get a voucher of €15.",
            ],
            encloses: Some(&[Piece::File(&media::LABEL, "")]),
            follow_ups: &[
                ("Does it have to be washed?", "Please, yes. The workshop has noses."),
                (
                    "What happens to it?",
                    "If it can be mended, it gets a second life in the shop. If not, it becomes yarn again.",
                ),
            ],
            endings: &[("Great idea. Thanks!", "Thank you for bringing it home, {name}.")],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Good question, {name}. Do you want the short answer or the one with certificates?",
        "Thank you for asking! Is it about this one piece or in general?",
    ],
    details: &[
        "With certificates please, I'm picky 😇",
        "About this one, but I'm curious in general too.",
    ],
    follow_ups: &[
        ("And the buttons?", "Corozo nut. No plastic in there at all."),
        (
            "How do you check the factories?",
            "Two visits a year, one of them unannounced, and the reports are on our site.",
        ),
        (
            "Is the packaging recyclable?",
            "Paper and paper tape only. The little bag inside is made from starch, compostable at home.",
        ),
    ],
    endings: &[
        ("That's an honest answer, thank you.", "You're welcome. Ask more of us like that!"),
        ("Convinced. Ordering.", "Yay! 🌱"),
    ],
    attachment: None,
};

pub(super) const GIFT_WRAP: Topic = Topic {
    titles: &["Gift wrapping", "Present for my dad"],
    team: Team::Support,
    tag: "product question",
    goods: Goods::Home,
    cases: &[
        Case {
            openings: &[
                "Hi, can you wrap the {item} as a present and add a card?",
                "It's a gift, so please don't put the invoice in the box! Order {order}",
            ],
            notes: &["Card text is on the order, brown paper + fern twig. No invoice in the box!"],
            answers: &[
                "All set: wrapped in brown paper with a twig of fern, your card on top, and **no invoice** in the box. It arrives by {date2}.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &["Hello, which of your things would you give to a dad who has everything?"],
            answers: &[
                "I'd go for the {item}: nobody has ever sent one back. I've put it into your cart with wrapping and the card, you only need to confirm.",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "What a nice idea! When does it have to be there, and what should the card say?",
        "Of course, {name}. By which date do you need it?",
    ],
    details: &[
        "By {date2} please. Card: \"For quiet evenings. Love, {name}\"",
        "Before {date2}. On the card just \"From {name}, with love\".",
    ],
    follow_ups: &[
        ("How much is the wrapping?", "It's on the house."),
        (
            "Could you send it directly to him?",
            "Sure, just tell me the address. The sender will be you.",
        ),
    ],
    endings: &[
        ("~He loved it!! Thank you 🎁", "That makes us very happy!"),
        ("Perfect, thanks a lot", "With pleasure, {name}."),
    ],
    attachment: None,
};
