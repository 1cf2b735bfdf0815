//! The shop as a company: other businesses, praise and blame.

use crate::demo::beat::{Case, Goods, Piece, Topic};
use crate::demo::media;
use crate::demo::people::Team;

pub(super) const BULK_ORDER: Topic = Topic {
    titles: &["Quote for {n} × {item}", "Bulk order for our team"],
    team: Team::Wholesale,
    tag: "wholesale",
    goods: Goods::Kit,
    cases: &[Case {
        openings: &[
            "Hello, we'd like {n} pieces of the {item} as gifts for our staff. What would be the price?",
            "Hi, do you do bulk orders with a logo? About {n} pieces.",
            "We run a small guesthouse and need about {n} of the {item}. Is there a price for businesses?",
        ],
        notes: &[
            "Margin is fine down to 18 % off at this quantity. Engraving takes 10 working days.",
        ],
        answers: &[
            "Here's a first calculation:\n\n| Quantity | per piece |\n|---|---|\n| 10+ | −10 % |\n| {n} | **−15 %** |\n| 100+ | −20 % |\n\nEngraving is €2 per piece, delivery to {city} is included. Shall I make it an offer?",
            "I've attached our price list for companies. For {n} pieces I can give you **15 %**, and the engraving of the first sample is free.",
        ],
        ..Case::USUAL
    }],
    checks: &[
        "Hello {name}, thank you for thinking of us! When would you need them, and would you like your logo on them?",
        "Gladly! Could you tell me the date you need them by and where they go?",
    ],
    details: &[
        "End of next month, delivered to one address in {city}. The logo would be nice but not essential.",
        "To {city}, in about six weeks. With a logo if the price is reasonable.",
    ],
    follow_ups: &[
        (
            "Could we see a sample first?",
            "Of course, one is on its way to you. Keep it either way.",
        ),
        ("What are the payment terms?", "30 days after delivery, or 2 % off within 10 days."),
        (
            "Which file do you need for the logo?",
            "A vector file is best: SVG, PDF or EPS, one colour.",
        ),
        (
            "Can we split it over two deliveries?",
            "Yes, as long as both are within the same quarter.",
        ),
    ],
    endings: &[
        (
            "~The offer is approved, please go ahead!",
            "Fantastic, thank you! I'll send the confirmation today.",
        ),
        (
            "We'll discuss it internally and come back to you.",
            "Perfect. The offer is valid for 30 days.",
        ),
        ("~The sample looks great. Order follows.", "Very happy to hear it, {name}!"),
    ],
    attachment: None,
};

pub(super) const PARTNERSHIP: Topic = Topic {
    titles: &["Cooperation?", "Press enquiry", "Collaboration idea"],
    team: Team::Wholesale,
    tag: "wholesale",
    goods: Goods::Kit,
    cases: &[
        Case {
            openings: &[
                "Hi! I run a hiking blog (about 40k readers a month) and would love to review the {item}.",
            ],
            notes: &["Looked at the site, honest reviews, decent numbers. I'd say yes. @Camille?"],
            answers: &[
                "We like it. We'd lend you one for six weeks, no strings attached: write what you think, good or bad. Is that all right?",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Hello, we organise a trail run in {city} and are looking for a partner for the goodie bags.",
            ],
            answers: &[
                "We can give you {n} mugs for the goodie bags. In return a small mention is enough.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Good afternoon, I'm writing a piece on repairable gear. Would someone have 20 minutes for an interview?",
            ],
            answers: &[
                "Happy to talk! Our founder is free on {date2} at 10 or at 14 o'clock. Which one suits you?",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}, that sounds interesting! Could you send a link and a few lines on what you have in mind?",
        "Hello! Thanks for asking us. When is it, and what would you need from us?",
    ],
    details: &[
        "It's in about two months. I'd send you a draft before anything is published. Here's the link: https://trails.example/{city}",
        "Here's our page: https://trails.example. We'd need an answer by {date2} if possible.",
    ],
    follow_ups: &[
        (
            "Do you want to see it before it's published?",
            "Only the technical facts, please. Opinions are yours.",
        ),
        (
            "Could you send photos for print?",
            "Yes: <https://fjordandfern.example/press>. Credit line: *Fjord & Fern*.",
        ),
        (
            "Do you also do affiliate links?",
            "No, we'd rather have readers know that nobody was paid.",
        ),
    ],
    endings: &[
        ("That's perfect, thank you!", "Looking forward to it!"),
        ("~Article is out, thanks again for your time.", "We loved it. Thank you, {name}!"),
    ],
    attachment: None,
};

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
            "Can I send you photos?",
            "Yes please! The nicest one of the month gets printed and hung up in the shop.",
        ),
        ("Will there be more colours?", "In spring: {colour} and {colour2}. But shh 🤫"),
    ],
    endings: &[("Keep it up!", "We will. Thank you, {name}!"), ("😊", "😊🌿")],
    attachment: Some(&[Piece::File(&media::CAMP, "")]),
};

pub(super) const COMPLAINT: Topic = Topic {
    titles: &["Complaint", "Very disappointed", "Third time I write"],
    team: Team::Support,
    tag: "complaint",
    goods: Goods::All,
    cases: &[
        Case {
            openings: &[
                "I'm really disappointed. Two weeks, three e-mails, no answer. Is anyone there at all?",
                "This is the third time I write about {order}. I expect an answer TODAY.",
                "Your chat told me \"within the hour\" yesterday. That was 26 hours ago.",
            ],
            notes: &[
                "Mails landed in the spam queue since {date}. That's on us. Let's offer shipping back + voucher.",
                "Handle with care please, long-time customer (11 orders).",
            ],
            answers: &[
                "Here's what happened: your e-mails ended up in a filter they shouldn't have. The {item} goes out today by express, and the shipping cost is already refunded. I'm sorry for the silence.",
                "I've refunded **{price}** in full and the {item} is yours to keep. It doesn't bring back two weeks, but I hope it shows that we care.",
            ],
            ..Case::USUAL
        },
        Case {
            ask: false,
            openings: &[
                "The quality of the {item} has gone down a lot. I bought the same one in 2019 and it still holds.",
            ],
            notes: &["Fair point, we hear that about the 2024 batch a lot. Send a new one."],
            answers: &[
                "You're right about the quality: the material was changed two years ago, and we've changed it back this autumn. I'd like to send you one from the new batch, on us.",
            ],
            follow_ups: &[
                ("Do I have to send the old one back?", "No, keep it for the garden."),
                (
                    "Why was it changed at all?",
                    "The old supplier closed, and the next best wasn't good enough. The one we have now is.",
                ),
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hello {name}, you have every reason to be annoyed, and I'm sorry. I've read your earlier messages and I'll stay with this until it's done. Is {order} the only open matter?",
        "Hi {name}, thank you for writing again, even though you shouldn't have had to. I'm {me} and from now on I'm the one you talk to. What would be most urgent for you?",
    ],
    details: &[
        "Yes, only {order}. I just want the {item} or my money. Either is fine.",
        "The most urgent thing is that somebody tells me what's going on with {order}.",
    ],
    follow_ups: &[
        (
            "And who tells me that it won't happen again?",
            "Fair question. We've turned the filter off and somebody now checks it by hand every morning. My direct line is {me}@fjordandfern.example.",
        ),
        (
            "I want to speak to a manager.",
            "I understand. Aoife leads our team and will call you today between 2 and 4 pm, if that's all right?",
        ),
        (
            "You could at least have sent an automatic reply.",
            "We should have, yes. It's switched on now.",
        ),
    ],
    endings: &[
        (
            "Alright. Thank you for taking it seriously.",
            "Thank you for giving us the chance, {name}.",
        ),
        (
            "We'll see.",
            "You will. I'll write to you again on {date2} to check that everything arrived.",
        ),
        ("~All settled now. Case closed from my side.", "Thank you for your patience. I mean it."),
    ],
    attachment: None,
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

pub(super) const WORK_HERE: Topic = Topic {
    titles: &["Job in the workshop?", "Application"],
    team: Team::Wholesale,
    tag: "product question",
    goods: Goods::All,
    cases: &[Case {
        openings: &[
            "Hello, are you hiring for the Bergen shop? I know my way around tents 🙂",
            "Hi, I'm a textile student in {city} and looking for an internship in your repair workshop.",
        ],
        notes: &["@Hana sounds good for the workshop, they're one short from next month."],
        answers: &[
            "That sounds like a fit! Please send a few lines and a photo of something you've repaired to jobs@fjordandfern.example. No cover letter needed.",
            "We don't have anything open right now, but in spring the workshop grows by two. I've noted your name.",
        ],
        ..Case::USUAL
    }],
    checks: &[
        "Hi {name}, nice of you to ask! From when, and for how long?",
        "Hello! Tell us a bit about yourself, and when you could start.",
    ],
    details: &[
        "From next month, for three to six months. I've repaired bikes and sails before.",
        "I could start in four weeks. I sew, I speak three languages and I'm never late.",
    ],
    follow_ups: &[
        ("Is the internship paid?", "Yes, always."),
        (
            "Do I have to speak Norwegian?",
            "English is fine in the workshop. In the shop a little Norwegian helps.",
        ),
    ],
    endings: &[
        ("Sent! Thank you.", "Got it, you'll hear from us within a week."),
        ("Thanks, I'll try again in spring.", "Please do, {name}!"),
    ],
    attachment: Some(&[
        Piece::File(&media::ZIP, "before"),
        Piece::Text("and now it works again 🙂"),
    ]),
};
