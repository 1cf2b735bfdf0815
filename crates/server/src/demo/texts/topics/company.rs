//! The shop as a company: other businesses, applicants, and people who are angry with it.

use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Case, Goods, Topic};

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
            "Fair question. We've turned the filter off and somebody now checks it by hand every morning. And you can always write to first-aid@fjordandfern.example.",
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
