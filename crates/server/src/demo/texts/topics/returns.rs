//! What goes back, and why.

use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Case, Goods, Topic};

pub(super) const WRONG_SIZE: Topic = Topic {
    titles: &["Exchange {size} for {size2}", "Size of the {item}", "{item} too small"],
    team: Team::Orders,
    tag: "return",
    goods: Goods::Wear,
    cases: &[Case {
        openings: &[
            "Hello, the {item} in {size} is too tight on the shoulders. Can I swap it for a {size2}?",
            "I love the {item} but I should have listened to the reviews. It runs small! Can I exchange it?",
            "hi, ordered {size}, need {size2}. what's the fastest way?",
            "Hi there, my {item} arrived today. The colour is gorgeous, but it doesn't fit. Order {order}.",
            "Do your sizes run small? I usually wear {size} and can hardly breathe in this one 😅",
        ],
        notes: &[
            "{size2} in {colour}: 4 left. Reserved one.",
            "Third exchange up one size on this item this week. @Hana should we change the size chart?",
        ],
        answers: &[
            "Perfect. I've reserved a **{size2}** in {colour} for you. Here's how it goes:\n\n1. Print the label in your e-mail (or show the QR code at the shop)\n2. Drop off the parcel within 14 days\n3. The new one leaves as soon as yours is scanned",
            "Then **{size2}** is the right one. I've already sent it, so you don't have to wait: just put the {size} back in the same box with the label that comes with it.",
            "Done! A {size2} in {colour} is on its way and should be there by **{date2}**. The return label is in your inbox.",
        ],
        ..Case::USUAL
    }],
    checks: &[
        "Hi {name}! No problem at all. Is it unworn, with the label still on? Then I can arrange it right away.",
        "Of course! Just to be sure we get it right this time: could you tell me your chest and waist in cm?",
        "Sure thing. Would you like the same colour ({colour}) again?",
    ],
    details: &[
        "Yes, only tried on. Same colour again please, {colour}.",
        "Label is on, never worn outside. I'm 98 cm around the chest if that helps. Same colour.",
        "Unworn! {colour} again, thank you",
    ],
    follow_ups: &[
        ("Do I pay for the return?", "No, exchanges are free within Europe, both ways."),
        (
            "I've thrown the box away, is that bad?",
            "Not at all, any box or even a sturdy bag will do.",
        ),
        (
            "Is there a chart with real measurements somewhere?",
            "There is! On each product page under **Fit & size**. We measure every batch:\n\n| Size | Chest | Length |\n|---|---|---|\n| {size} | 94 cm | 68 cm |\n| {size2} | 100 cm | 70 cm |",
        ),
        (
            "What if {size2} is too big?",
            "Then we'll swap it again, as often as you need. Most people who change up stay with it though.",
        ),
        (
            "Can I return it in one of your shops too?",
            "Yes, in Bergen and Copenhagen. Bring the order number and you'll have the new size on the spot.",
        ),
    ],
    endings: &[
        ("~The {size2} fits like a glove. Thanks!", "Yay! 🎉 Enjoy it out there."),
        ("Brilliant service, thank you.", "Thank you, {name}, that's kind of you to say."),
        ("Perfect, dropping it off tomorrow.", "Great. I'll keep an eye out for it."),
    ],
    attachment: None,
};

pub(super) const REFUND_STATUS: Topic = Topic {
    titles: &["Refund for {order}", "When do I get my money back?"],
    team: Team::Orders,
    tag: "refund",
    goods: Goods::All,
    cases: &[
        Case {
            openings: &[
                "I sent the {item} back on {date} and still haven't seen my refund of {price}.",
                "Hi, when will the refund for {order} arrive? The return was delivered to you a week ago according to tracking.",
                "still waiting for {price}…",
            ],
            notes: &["Return sat in the inbound cage, never booked in. Pushed it through by hand."],
            answers: &[
                "Found it: your return arrived but hadn't been booked in yet. I've done that now and released **{price}** to your card. Banks take 2 to 5 working days to show it.",
                "That took too long, and I'm sorry: the warehouse had put it aside. I've refunded **{price}** just now, it should be with you in 2 to 5 working days.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Hello. Your mail says \"refund issued\" but my bank says no. Who's right?",
                "You wrote that I'd been refunded for {order}. There's nothing on my account, and it's been over a week.",
            ],
            notes: &["Bank reference sent to the customer, nothing more we can do from here."],
            answers: &[
                "The refund of **{price}** left us on {date}. With a credit card it appears on the *next* statement, often without a notification. The reference for your bank is `{track}`.",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}, let me check with the warehouse. Did you pay by card, invoice or with a wallet?",
        "I understand, let's find it. Do you happen to have the drop-off receipt or the return number?",
        "Sorry about the wait! I'm looking it up. Which way did you pay?",
    ],
    details: &[
        "By card, the one ending in 4417. Return tracking is {track}.",
        "Credit card. I have the receipt: {track}",
        "Card. It was dropped off on {date}.",
    ],
    follow_ups: &[
        (
            "Does that include the shipping I paid?",
            "Yes, the full amount including shipping, because you returned the whole order.",
        ),
        (
            "Could I have a voucher instead?",
            "Gladly! I could make it a voucher with 10 % on top. Just say the word, otherwise it stays a refund.",
        ),
        (
            "My card was replaced since then, is that a problem?",
            "No, the bank forwards it to the new card automatically.",
        ),
        (
            "Can I have that in writing?",
            "You just got an e-mail with the credit note attached. Let me know if it's not there in ten minutes.",
        ),
    ],
    endings: &[
        ("~Money is there. Thanks for sorting it.", "Great, thanks for letting me know, {name}!"),
        (
            "OK, I'll wait until the end of the week then.",
            "Thank you. I've set a reminder to check on it myself.",
        ),
        ("~Finally here, thank you.", "Sorry again that you had to ask. Have a good day!"),
    ],
    attachment: None,
};

pub(super) const DAMAGED: Topic = Topic {
    titles: &["{item} arrived damaged", "Broken on arrival, {order}", "Damaged parcel"],
    team: Team::Orders,
    tag: "damaged",
    goods: Goods::Fragile,
    cases: &[Case {
        openings: &[
            "My parcel arrived with a big hole in the side and the {item} is damaged 😢",
            "Hi, unfortunately the {item} was broken when I opened the box. Order {order}.",
            "ok so this just arrived, see for yourself… the {item} didn't survive",
            "The box was completely soaked. What's the procedure?",
            "Hello, one corner is dented and there's a crack. It was meant to be a present, so I'm a bit upset.",
        ],
        notes: &[
            "Damage claim filed with {carrier}, photos attached to the order.",
            "4th broken one from this batch, the inner box is too thin. Told packaging.",
            "Customer says gift → send with wrapping, no charge.",
        ],
        answers: &[
            "Thanks for the photo, that's clear. A **new {item}** leaves today and should be with you on **{date2}**. You don't need to send the broken one back; please recycle it if you can.",
            "Thank you! That was clearly a rough ride. I've ordered a replacement and put a *fragile* note on it. If you'd rather have your money back, tell me before tonight.",
            "Got it, thank you. Would a discount of 40 % be an option if it still works for you? Otherwise I'll send a new one, whatever you prefer. For now a replacement is booked.",
        ],
        ..Case::USUAL
    }],
    checks: &[
        "Oh no, I'm so sorry! Could you send me a photo of the damage and one of the box? Then I'll sort out a new one.",
        "That's not how it should reach you, sorry {name}. A photo or two would help us claim it from {carrier}.",
        "I'm sorry to hear that! Please keep the packaging for now. Can you send a picture?",
    ],
    details: &[
        "Here you go. You can see where it was hit.",
        "Sure, see the photo. The inside padding was fine, so it must have been dropped.",
        "Photo attached, the packaging is still here.",
    ],
    follow_ups: &[
        (
            "Do I have to be at home for the carrier to inspect it?",
            "No, the photos are enough. You can throw the box away.",
        ),
        (
            "Could you pack it better this time? 🙂",
            "I've asked the packers to double-box it. And they will, they know me.",
        ),
        (
            "I need it before {date2}, it's a birthday present.",
            "I've upgraded it to express at no cost. It'll be there in time, gift-wrapped.",
        ),
        (
            "What should I do with the broken one?",
            "Keep it if any part is useful, otherwise please recycle it. We don't need it back.",
        ),
        (
            "Only one of the two is broken, do I get both again?",
            "I'm sending just the broken one, so you end up with two whole ones.",
        ),
    ],
    endings: &[
        (
            "~The new one is here and it's perfect. Thank you for the wrapping!",
            "You made my day, thank you! Happy birthday to whoever gets it 🎁",
        ),
        ("Thanks, very easy.", "That's how it should be. All the best, {name}!"),
        ("~It's here already. Wow, that was quick.", "We try! Enjoy it."),
    ],
    attachment: Some(&[Piece::File(&media::PARCEL, "the box, as it was at the door")]),
};

pub(super) const WRONG_ITEM: Topic = Topic {
    titles: &["Got something else than ordered", "Wrong article in {order}"],
    team: Team::Orders,
    tag: "return",
    goods: Goods::Wear,
    cases: &[Case {
        openings: &[
            "I ordered a {item} and got… a lantern? Nice lantern, but no.",
            "Hi! There's been a mix-up, the parcel has my name on it but someone else's things inside.",
            "Surprise: instead of my {item} there's a camping lantern in the parcel. Order {order}.",
            "Hello, the box says {item} but what's in it is something else entirely.",
        ],
        notes: &[
            "Pick error in aisle C again, neighbouring bins. Told the warehouse to swap the labels.",
        ],
        answers: &[
            "Thank you, found the mistake. Your **{item}** leaves today by express. A label for the wrong one is in your inbox; no rush, 30 days.",
            "Thanks! I've sent the right one. And you know what: please keep the other as an apology, sending it back and forth makes no sense.",
        ],
        ..Case::USUAL
    }],
    checks: &[
        "Oops! Sorry about that, {name}. Could you tell me the article number on the bag, or send a photo?",
        "That's on us. Is there a packing slip in the box? The number at the top would help me find the other half of the mix-up.",
    ],
    details: &[
        "Number on the bag is FF-ART 20{n}. The packing slip is the right one though.",
        "Here's a picture. The slip lists the {item}, so it was picked wrong.",
    ],
    follow_ups: &[
        (
            "Do I get charged twice?",
            "No, the replacement is free and you'll see it as €0.00 in your account.",
        ),
        (
            "Somebody else is probably waiting for this one…",
            "They are, and we've already sent them a new one. Thank you for thinking of them!",
        ),
        ("Express means tomorrow?", "If it leaves before 3 pm, which it will: yes, tomorrow."),
    ],
    endings: &[
        ("All sorted, thanks!", "Thank you for being so relaxed about it."),
        ("~Right one is here now 👌", "Great, have fun with it!"),
    ],
    attachment: Some(&[Piece::File(&media::WRONG, "")]),
};

pub(super) const MISSING_ITEM: Topic = Topic {
    titles: &["Something is missing in {order}", "Incomplete delivery"],
    team: Team::Orders,
    tag: "shipping",
    goods: Goods::All,
    cases: &[Case {
        openings: &[
            "Half of my order is missing. There should be a {item} in the box as well.",
            "Hi, {order} arrived today but without the {item}. The slip says it's included?",
            "Only one parcel came, weren't there supposed to be two?",
        ],
        notes: &["Weight doesn't match the full order, so it really wasn't packed."],
        answers: &[
            "The weight shows it never went in, so this is our mistake. The missing piece leaves today as a letter and is with you on **{date2}**.",
            "It was split into two parcels, and the second one is a day behind: `{track}`. Sorry that the mail didn't say so!",
        ],
        ..Case::USUAL
    }],
    checks: &[
        "Hi {name}, let me check whether it was split. How many boxes did you get, and what's the weight on the label?",
        "Sorry! How many boxes did you get, and is everything ticked on the packing slip?",
    ],
    details: &[
        "One box, 1.4 kg on the label. Everything is ticked.",
        "One box. On the slip everything is ticked.",
    ],
    follow_ups: &[
        (
            "Can you refund it instead? I've bought one locally.",
            "Of course, I've refunded {price} just now. And thanks for telling us.",
        ),
        ("Will it cost extra shipping?", "No, not a cent."),
    ],
    endings: &[
        ("~Complete now, thank you.", "Wonderful. Enjoy!"),
        ("ok great", "Have a good one, {name}!"),
    ],
    attachment: None,
};
