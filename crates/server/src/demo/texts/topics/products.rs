//! Questions about the goods themselves.

use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Case, Goods, Topic};

pub(super) const PRODUCT_QUESTION: Topic = Topic {
    titles: &["Question about the {item}", "{item}: the right one for me?"],
    team: Team::Support,
    tag: "product question",
    goods: Goods::Shelter,
    cases: &[
        Case {
            openings: &[
                "Hi! How heavy is the {item} really, with the bag and everything?",
                "weight of the {item}? the site says two different things",
            ],
            notes: &[
                "Weighed one from the shelf, the website is off by a few grams. @Camille can you correct the page?",
            ],
            answers: &[
                "I put one on the scales for you:\n\n| | weight |\n|---|---|\n| with bag | **{weight2}** |\n| without | {weight} |\n\nIt's not the lightest there is, but it takes a beating.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Is the {item} good enough for a week in Scotland in October? 🌧",
                "Hello, would the {item} be a good choice for the Kungsleden in September?",
            ],
            answers: &[
                "Yes, I'd take it. I used mine for two weeks in the Hardangervidda, in rain most days. Two tips: let it dry in the wind whenever the sun comes out, and don't pack it wet for more than a day.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Hello, I'm torn between the {item} and the lighter one. What would you take for a three-day hike?",
            ],
            answers: &[
                "Honestly? If you go only once or twice a year, the {item} is enough. The lighter one saves about 300 g, and costs a third more.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Good morning, is the {item} suitable for children (8 and 10)?",
                "hi, is the {item} ok for my daughter, she's nine",
            ],
            answers: &[
                "It is! Ours have used it since they were six. It's a bit large for them at first, but that's what teenagers are for.",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}, good question! What are you planning to do with it, more car camping or carrying it all day?",
        "Happy to help! How many of you are going, and do you carry everything yourselves?",
    ],
    details: &[
        "Two of us, carrying everything. I'd rather buy once and buy well.",
        "Mostly hiking, 4 to 5 hours a day, just the two of us.",
    ],
    attachment: None,
    follow_ups: &[
        ("Is it made without PFAS?", "Yes, since last year all our coatings are free of PFAS."),
        ("Which colours are there?", "At the moment {colour} and {colour2}."),
        (
            "Can I try it and send it back?",
            "At home, of course: 30 days. Please don't take it to the mud first 🙂",
        ),
        ("Where is it made?", "In our partner's factory in Portugal. We're there twice a year."),
        (
            "Does it fit in hand luggage?",
            "Packed small, just about. I'd put it in the hold to be safe.",
        ),
    ],
    endings: &[
        (
            "Super helpful, ordered one!",
            "Great choice, have a wonderful trip! Send us a picture 📷",
        ),
        ("Thanks, I'll think about it.", "Take your time, {name}. We're here."),
        (
            "That's the best advice I've had from a shop. Thank you!",
            "Aw, thank you! That goes on the fridge.",
        ),
    ],
};

pub(super) const STOCK: Topic = Topic {
    titles: &["{item} back in stock?", "{item} in {colour}"],
    team: Team::Support,
    tag: "product question",
    goods: Goods::Wear,
    cases: &[
        Case {
            openings: &[
                "When will the {item} in {colour} be back?",
                "Hi, the {item} is sold out everywhere. Will there be more?",
                "any chance for a restock of the {item} before the holidays?",
            ],
            notes: &[
                "Next container: {date2}, 60 pieces, half of them promised to wholesale already.",
            ],
            answers: &[
                "The next delivery is planned for **{date2}**. I've put your name on one and you'll get a mail with a link that's valid for 48 hours.",
                "There are 60 on a truck right now, due on **{date2}**. One of them is yours, I've written your name on the list.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "When will the {item} in {colour} be back?",
                "hello, do you have ONE {item} left in {colour}? please say yes",
            ],
            answers: &[
                "We found one that came back from a photo shoot, as good as new, {colour}. Want it for **{price2}** instead of {price}?",
            ],
            follow_ups: &[
                (
                    "Is there anything wrong with it?",
                    "Nothing at all. It was lying on a table for two hours, looking pretty.",
                ),
                ("Does it come with the guarantee?", "Of course, same as a new one."),
            ],
            endings: &[
                ("I'll take it!", "It's yours. The link is in your inbox."),
                ("YES. Yes please.", "Haha, done! The link is on its way."),
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Hi, is the {item} coming back in {colour}? I saw it in your spring journal.",
            ],
            answers: &[
                "That colour was only for the season, I'm sorry. The closest we have is {colour2}; here's how ours look in daylight.",
            ],
            encloses: Some(&[Piece::File(&media::COLOURS, "")]),
            follow_ups: &[(
                "Is {colour2} in stock?",
                "Yes, and it ships the same day if you order before three.",
            )],
            endings: &[
                ("What a pity, but thanks!", "Sorry! Maybe next season."),
                ("Oh, that's nice as well. Ordering it.", "Lovely choice!"),
            ],
            ..Case::USUAL
        },
        Case {
            ask: false,
            openings: &["Hello! Do you have the {item} in the Copenhagen shop?"],
            answers: &[
                "Yes, three as of this morning. I can ask them to keep one at the counter until tomorrow evening, just say the word.",
            ],
            follow_ups: &[("Yes please, until tomorrow!", "Done, under {name}. They open at ten.")],
            endings: &[("Great, see you tomorrow", "Have fun in the shop!")],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}, let me check with purchasing. Would another colour be an option?",
        "Let me look. Shall I reserve one for you if I find one?",
    ],
    details: &[
        "Only {colour} please. And a reservation would be great!",
        "I've set my heart on {colour}. A reservation would be lovely.",
    ],
    attachment: None,
    follow_ups: &[
        (
            "Can I pay now and get it later?",
            "We prefer not to take money for things we don't have. The reservation is safe though.",
        ),
        ("How many are you getting?", "About sixty, so you're well within."),
    ],
    endings: &[
        ("Great, I'll wait for the mail.", "Perfect, talk soon!"),
        ("Thank you 🙏", "With pleasure, {name}."),
    ],
};

pub(super) const WARRANTY: Topic = Topic {
    titles: &["Warranty: {item}", "Seam opened after one season"],
    team: Team::Support,
    tag: "return",
    goods: Goods::Shelter,
    cases: &[
        Case {
            openings: &[
                "Hi, I've had the {item} for 14 months and now a seam is coming apart. Is that covered?",
                "Hello, do you repair things? A seam on my {item} has opened, about ten centimetres.",
                "my {item} has a hole at the seam now. bought it last year, order {order}",
            ],
            notes: &[
                "Workshop says: seam tape, 20 minutes. Take it in.",
                "Covered by our 5-year promise, no need to discuss age.",
            ],
            answers: &[
                "That's covered by our **5-year promise**. Send it in with the label I've attached; the workshop needs about a week. It comes back washed and sealed, too.",
                "The workshop can fix it, and it's free. Here's the label; they need about a week.",
            ],
            encloses: Some(&[Piece::File(&media::LABEL, "")]),
            endings: &[
                (
                    "~It's back and better than new. Thank you to the workshop!",
                    "They'll be delighted! Happy trails, {name}.",
                ),
                ("OK, sending it off today.", "Great. I'll let you know when it's on the bench."),
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "The seam of my {item} gave way on the second night out. Not what I expect at {price}.",
            ],
            answers: &[
                "That shouldn't happen to anyone, and it can't be repaired properly either. You'll get a new one, it leaves today; the old one becomes spare parts for others.",
            ],
            endings: &[
                (
                    "~New one is here. That's why I buy from you.",
                    "Thank you for your patience, {name}!",
                ),
                ("Fair enough, thank you.", "Sorry again for the wet night."),
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}, sorry to hear that! Could you send a photo? Most things we can repair in our own workshop.",
        "That shouldn't happen so soon. A picture and the order number, please, then I'll ask the workshop.",
    ],
    details: &[
        "Here's the photo. Order {order}.",
        "Order {order}. The picture shows it quite well I think.",
    ],
    attachment: Some(&[Piece::File(&media::SEAM, "inside, on the left")]),
    follow_ups: &[
        (
            "I need it in two weeks, will that work?",
            "Yes. I've marked it as urgent; you'll have it before {date2}.",
        ),
        (
            "Does it cost anything?",
            "No. Only wear from years of use would, and then we'd ask you first.",
        ),
        ("Do you take things from other brands?", "For a fee, yes! Zips and seams from €15."),
        ("I don't have the receipt any more.", "Not needed, it's all in your order history."),
    ],
    endings: &[],
};

pub(super) const CARE: Topic = Topic {
    titles: &["Washing the {item}", "Care instructions"],
    team: Team::Support,
    tag: "product question",
    goods: Goods::Wool,
    cases: &[
        Case {
            openings: &[
                "How do I wash the {item}? The label says nothing about temperature.",
                "can the {item} go in the machine",
            ],
            notes: &["Care label is missing in the whole spring batch."],
            answers: &[
                "It's easy:\n\n- cold wash, wool programme\n- **no** softener\n- dry it lying flat, not on a radiator\n- if in doubt: hang it outside, it airs out overnight",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &["Help, I put the {item} in at 60° 😱 Is it lost?"],
            answers: &[
                "You may be lucky, it's more robust than it looks. Pull it gently into shape while damp and let it dry flat. It may be half a size smaller, but most come back.",
            ],
            endings: &[
                ("~Saved! It fits again. Thank you!!", "Phew! 😄"),
                ("I'll try that. Fingers crossed!", "Crossed! Tell us how it went, {name}."),
            ],
            ..Case::USUAL
        },
        Case {
            openings: &["Hi, my {item} smells of smoke after a campfire. Any tips?"],
            answers: &[
                "Hang it outside overnight, that's enough nine times out of ten. Otherwise a cold wash with a *spoonful of vinegar*.",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}! Don't worry. What colour is it, and has it ever been in the dryer?",
        "Good that you ask 🙂 Is it the current model (label inside on the left), and in which colour?",
    ],
    details: &[
        "{colour}, no dryer. It's the current model.",
        "The new one, in {colour}. I never use a dryer.",
    ],
    attachment: None,
    follow_ups: &[
        (
            "Which detergent do you recommend?",
            "Anything for wool, without enzymes. We use the plain one from the drugstore.",
        ),
        (
            "How often should I wash it?",
            "As rarely as possible! Three or four times a year is plenty.",
        ),
        (
            "And what about moths?",
            "Cedar, and freeze it for a night once a year. Sounds odd, works.",
        ),
    ],
    endings: &[
        ("Thanks for the tips.", "With pleasure, {name}!"),
        ("Good to know, thank you 🧦", "Happy washing!"),
    ],
};

pub(super) const SPARE_PART: Topic = Topic {
    titles: &["Spare part for the {item}", "Assembly question"],
    team: Team::Support,
    tag: "product question",
    goods: Goods::Built,
    cases: &[
        Case {
            openings: &[
                "I lost one screw of the {item}. Can I order it separately?",
                "moved house and of course one part is gone 🙃 any spares for the {item}?",
            ],
            notes: &["Part 7 is in drawer B2, plenty left."],
            answers: &[
                "I've put part 7 in an envelope for you, two of them to be safe. No charge. It should reach {city} by {date2}.",
            ],
            endings: &[
                ("~Envelope is here, fits. Thanks!", "Wonderful! 🔧"),
                ("Amazing, thank you!", "Have fun tinkering, {name}!"),
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Step 4 of the manual for the {item} makes no sense. Which side of part 7 goes up?",
            ],
            answers: &[
                "The drawing is upside down in the first print, sorry! The *rounded* side goes up. [Here's the corrected manual](https://fjordandfern.example/manuals).",
            ],
            endings: &[(
                "That makes so much more sense now, thank you",
                "Sorry for the headache, {name}!",
            )],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}, sure! Do you know roughly when you bought it? There are two versions.",
        "Of course. Could you tell me the order number? There are two versions of it.",
    ],
    details: &[
        "Last spring I think. It's part 7 in the drawing.",
        "It was order {order}. Number 7, the small one.",
    ],
    attachment: None,
    follow_ups: &[
        ("Which tool do I need?", "A 4 mm hex key. There's one taped under the base as well."),
        ("Can I use it until then?", "Yes, just don't put anything heavy on it."),
    ],
    endings: &[],
};
