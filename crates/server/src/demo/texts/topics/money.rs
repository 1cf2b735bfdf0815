//! Invoices, discounts and payments.

use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Case, Goods, Topic};

pub(super) const INVOICE: Topic = Topic {
    titles: &["Invoice for {order}", "Company name on the invoice"],
    team: Team::Support,
    tag: "billing",
    goods: Goods::All,
    cases: &[
        Case {
            openings: &[
                "Hello, could I get a proper invoice for {order}? I only have the confirmation.",
                "where do I find the invoice? looked everywhere in the app",
            ],
            answers: &[
                "Here you are! From now on you'll also find all invoices under **Account → Orders → {order}**.",
                "There you go, it's attached. It should have come with the parcel, sorry!",
            ],
            encloses: Some(&[Piece::File(&media::INVOICE, "")]),
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Hi, I need our VAT number on the invoice for {order}, otherwise accounting won't take it.",
                "Good day, the name on the invoice is wrong. Could it be changed to the company's?",
            ],
            notes: &["Invoice reissued, old one cancelled (credit note 77{n})."],
            answers: &[
                "Here you are. The old one is cancelled, so please use only this version.",
                "I've corrected it. New invoices are made with these details automatically from now on.",
            ],
            encloses: Some(&[Piece::File(&media::INVOICE, "")]),
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}, sure! Which name and VAT number should be on it?",
        "Of course. Could you send me the exact name and address for it?",
        "Happy to. Whom should it be made out to, and shall I send it to {email}?",
    ],
    details: &[
        "{fullname}, {street}, {city}. To this e-mail please.",
        "Please make it out to {fullname}, {street}, {city}. The VAT number is DE 999 999 999.",
        "{fullname} Design, {street}, {city}. Sending it here in the chat is fine.",
    ],
    attachment: None,
    follow_ups: &[
        (
            "Does it show the VAT separately?",
            "Yes, one line per rate, at the bottom of the first page.",
        ),
        (
            "Could all my invoices go to accounting automatically?",
            "They could! Tell me the address and I'll add it as a copy recipient.",
        ),
        (
            "We need it as an e-invoice (XML).",
            "We can do that. I've sent the structured version by e-mail.",
        ),
        (
            "Is payment within 30 days possible?",
            "For companies, yes, after the second order. I've enabled it for you.",
        ),
    ],
    endings: &[
        ("Got it, accounting is happy.", "Happy accounting, happy world 😄"),
        ("Thank you very much!", "You're welcome, {name}."),
        ("Received. Thanks.", "Great! Have a nice day."),
    ],
};

pub(super) const DISCOUNT: Topic = Topic {
    titles: &["Code {code} doesn't work", "Discount not applied"],
    team: Team::Support,
    tag: "billing",
    goods: Goods::All,
    cases: &[
        Case {
            openings: &[
                "The code {code} doesn't work in the checkout, it says \"not valid for these items\". What's wrong?",
                "Can I combine {code} with the sale price? It doesn't let me.",
                "{code} → \"invalid\". Typed it five times, also with small letters.",
            ],
            notes: &[
                "{code} excludes sale items since Monday, but the banner still doesn't say so. Told marketing.",
            ],
            answers: &[
                "I see: the code excludes sale items, which our banner didn't say clearly. That's our fault, so here's one that works for you: `{code}-OK`. You pay **{price2}** instead of {price}.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "hi, I forgot to enter my code {code} 😭 can you apply it afterwards? order {order}",
                "Hello, silly me: I ordered without my voucher ({code}). Too late?",
            ],
            answers: &[
                "No problem, I've refunded the difference to your card. You end up paying **{price2}**.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Hello! I signed up for the newsletter and never got the 10 % code.",
                "Is there a student discount?",
            ],
            answers: &[
                "There is! Here's a fresh code, valid for 30 days and for everything: `{code}-NEW`. Enter it in the last step, below the total.",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}! Let me have a look. What's in your cart, and which e-mail address do you use?",
        "Sure, let me see. Are you logged in with {email}, and what is it for?",
    ],
    details: &[
        "A {item}, nothing else. I'm logged in with {email}.",
        "{email}, and only the {item}.",
        "The {item} for {price}. Yes, same e-mail.",
    ],
    attachment: None,
    follow_ups: &[
        (
            "Can I use it twice?",
            "Once per customer, sorry! But it's fine to put several things in one order.",
        ),
        ("Does it work in the app as well?", "It does. Tap on the total and then *Add code*."),
        (
            "Do you have codes like that more often?",
            "Twice a year, and there's always one in the newsletter.",
        ),
    ],
    endings: &[
        ("Wonderful, thanks!", "Great! Enjoy your {item}."),
        ("You're the best 🙏", "Love it. See you soon, {name}!"),
        ("Perfect, thank you.", "My pleasure. Have a good day!"),
    ],
};

pub(super) const PAYMENT_FAILED: Topic = Topic {
    titles: &["Payment declined", "Charged twice?", "Can't pay"],
    team: Team::Support,
    tag: "billing",
    goods: Goods::All,
    cases: &[
        Case {
            openings: &[
                "My payment was declined three times but the card works everywhere else.",
                "The page freezes after I confirm in my banking app. Did the order go through or not?",
            ],
            answers: &[
                "Your bank asked for a second confirmation which never came back to us, so nothing was charged. I've made a payment link for you, valid for 24 hours: <https://pay.example/{order}>",
                "The order didn't go through, and no money has left your account. If you try again, please use another browser or the app; the freeze is a known problem that we fix this week.",
            ],
            endings: &[
                (
                    "It went through now, thanks.",
                    "Wonderful! The confirmation should be in your inbox.",
                ),
                ("Ok, worked 😅", "Phew! Have a nice evening, {name}."),
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Hi, I was charged twice for {order}! {price} each.",
                "it says payment failed but the money is gone from my account???",
            ],
            notes: &[
                "Two authorisations, one capture. The second falls off in 3 to 5 days, nothing to refund.",
            ],
            answers: &[
                "I can see one *reservation* and one *payment*. The reservation was never collected and disappears by itself in 3 to 5 days. Your order {order} is paid **once**, and it's on its way.",
            ],
            endings: &[
                (
                    "~The second one disappeared today, as you said.",
                    "Great, thanks for telling us!",
                ),
                ("Ok phew 😅", "Phew indeed. Have a nice evening, {name}!"),
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}, let me check that right away. Roughly when did you try, and with which kind of card?",
        "Don't worry, nothing is lost. Could you tell me the time of the attempt and the last four digits? **Please don't send the whole number.**",
    ],
    details: &[
        "About twenty minutes ago, debit card, ends with 0032.",
        "Around noon, last digits 4417.",
    ],
    attachment: None,
    follow_ups: &[
        ("Can I pay by invoice next time?", "Yes, choose *Pay in 14 days* in the last step."),
        (
            "Is my card data stored with you?",
            "No. It stays with the payment provider, we only ever see the last four digits.",
        ),
        (
            "My bank wants a reference number.",
            "Sure: `{track}`. That's the one they can search for.",
        ),
    ],
    endings: &[],
};

pub(super) const GIFT_CARD: Topic = Topic {
    titles: &["Gift card", "Question about a gift card"],
    team: Team::Support,
    tag: "billing",
    goods: Goods::All,
    cases: &[
        Case {
            openings: &[
                "Hello, I bought a gift card for my sister and she never got the e-mail.",
                "hi! the gift card for my nephew hasn't arrived and his birthday is TODAY",
            ],
            notes: &["Recipient address had a typo (gmial). Resent to the corrected one."],
            answers: &[
                "Found it! There was a typo in the recipient's address. I've sent the card again, this time it should arrive.",
            ],
            endings: &[
                ("It's there now, thank you!", "Lovely. Somebody has good taste in relatives 🙂"),
                ("Arrived within a minute. Thanks!", "Great, and have a nice party!"),
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "How much is left on my gift card? The code is scratched off badly, I can't read the last digits.",
            ],
            answers: &[
                "There's **€42.50** left on it, valid for three years from the day it was bought. I've mailed you the full code again.",
            ],
            ..Case::USUAL
        },
        Case {
            ask: false,
            openings: &[
                "Hi, can I use two gift cards for one order?",
                "is it possible to combine gift cards",
            ],
            answers: &[
                "Yes! Enter the first code, press *Apply*, then the second. If anything is left over it stays on the second card.",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}! Sure, do you have the order number of the card?",
        "Let me look it up. Could you tell me the order number or the date it was bought?",
    ],
    details: &["It was order {order}.", "Order {order}, bought on {date}."],
    attachment: None,
    follow_ups: &[
        (
            "Can gift cards be printed? I'd like to put it in a card.",
            "Certainly, there's a version for printing in your account. It folds to A6.",
        ),
        ("Do they work in your shops as well?", "In both of them, Bergen and Copenhagen."),
        ("Do they expire?", "After three years, and we send a reminder two months before."),
    ],
    endings: &[
        ("Perfect, thanks.", "You're welcome!"),
        ("Good to know 👍", "Have a good one, {name}!"),
    ],
};

pub(super) const CANCEL: Topic = Topic {
    titles: &["Cancel {order}", "Please cancel my order"],
    team: Team::Orders,
    tag: "refund",
    goods: Goods::All,
    cases: &[Case {
        openings: &[
            "Hi, I'd like to cancel {order}, I ordered by mistake.",
            "Please cancel the {item}. I've just found out I'm getting one for my birthday 🙈",
            "can I still cancel? ordered 10 minutes ago",
            "Hello, I ordered twice by accident. Could you cancel one of them ({order})?",
        ],
        notes: &["Was in picking already, got it out by hand."],
        answers: &[
            "Caught it in time! **{order}** is cancelled and {price} goes back the way you paid, within 3 working days.",
            "It was packed already, but I got hold of it. **{order}** is cancelled, and you'll see {price} on your account in a few days.",
        ],
        ..Case::USUAL
    }],
    checks: &[
        "Hi {name}, let me see how far it is. Which order is it, and all of it?",
        "Sure. Do you want to cancel everything in the order or only the {item}?",
    ],
    details: &["All of {order} please.", "Everything in {order}, thank you."],
    attachment: None,
    follow_ups: &[
        ("Will I get a confirmation?", "Yes, by e-mail, in a few minutes."),
        ("And the free socks?", "Hah! They stay here too, I'm afraid 😄"),
        (
            "Could I order it again later at the same price?",
            "I've noted the price for you, it's good for four weeks.",
        ),
    ],
    endings: &[
        ("Great, thank you!", "No problem at all. See you another time, {name}!"),
        ("ok thx", "Have a good day!"),
    ],
};
