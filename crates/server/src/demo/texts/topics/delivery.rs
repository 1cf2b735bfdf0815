//! Where parcels are, and where they should be.

use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Case, Goods, Topic};

pub(super) const ORDER_STATUS: Topic = Topic {
    titles: &["Where is order {order}?", "Order {order} still not here", "Delivery of {order}"],
    team: Team::Orders,
    tag: "shipping",
    goods: Goods::All,
    cases: &[Case {
        openings: &[
            "Hi! I ordered the {item} on {date} and the tracking hasn't moved since. Order {order}. Any idea where it is?",
            "Hello||where is my order? it said 2-4 days and that was a week ago",
            "Good morning, could you tell me when I can expect my {item}? The confirmation says {date} but nothing has arrived yet.",
            "hey so the tracking link in my email just gives me \"no information available\". is {order} actually shipped?",
            "Order {order} – I'm leaving for a trip on Saturday week and I really need the {item} before then 😬 Is it on its way?",
            "Is there a delay? My neighbour ordered two days after me and already got hers.",
        ],
        notes: &[
            "Parcel was scanned in {city} hub twice, then nothing. Asked {carrier} for a trace.",
            "{carrier} had a sorting backlog this week, third case today.",
            "Label was printed late, left us a day after the order. Our fault, not the carrier's.",
        ],
        answers: &[
            "Thank you! I found it: the parcel is at the {carrier} depot in **{city}** and goes out for delivery on **{date2}**.\n\nYou can follow it here: [{track}](https://track.example/{track})",
            "Got it. {carrier} had a sorting backlog, so it's running about two days late. Expected delivery is **{date2}**. The number is `{track}` in case you'd like to check yourself.\n\nSorry about that!",
            "Here is what I know:\n\n- left our warehouse on {date}\n- arrived in the {city} hub yesterday\n- delivery planned for **{date2}**\n\nIf it isn't there by the evening, write to me and I'll send a new one straight away.",
        ],
        ..Case::USUAL
    }],
    checks: &[
        "Hi {name}, thanks for getting in touch! I'm having a look right now. Could you confirm the postcode on the order for me?",
        "Hello {name}! Sorry for the wait. Let me check with {carrier}. Is the delivery address still {street} in {city}?",
        "Hi {name}, {me} here. I can see the order left our warehouse, but I'd like to check one thing first: did you get a text from {carrier} at all?",
    ],
    details: &[
        "Yes, {street}, {city}. No message from the carrier so far.",
        "Yes that's right. And no, nothing from {carrier}",
        "{street}, {city}, everything as before. I haven't heard anything.",
    ],
    follow_ups: &[
        (
            "Can the driver leave it with a neighbour? I'm at work all day.",
            "Of course, I've added a note for the driver: *leave with a neighbour*. You can also choose a parcel shop on the tracking page until midnight.",
        ),
        (
            "Do I have to sign for it?",
            "Only if the parcel is worth more than €300. This one will simply be handed over.",
        ),
        (
            "Will I get a text before it comes?",
            "Yes, {carrier} sends one in the morning with a two-hour window.",
        ),
        (
            "And if I'm not in?",
            "Then they try again the next working day, and after that it waits for 7 days in the parcel shop nearest to you.",
        ),
        (
            "The link works now, thanks. It says \"in transit\", is that good?",
            "That's good 🙂 It means it's in the van between two depots. The next scan should be in {city}.",
        ),
        (
            "why does the app still say preparing though?",
            "The app only updates once a day, I'm afraid. The carrier's page is always the most recent.",
        ),
    ],
    endings: &[
        (
            "~It just arrived! Thank you so much 🎉",
            "Wonderful, enjoy the {item}! If anything isn't right you know where to find us.",
        ),
        ("ok thanks", "You're welcome, {name}! Have a nice day."),
        (
            "Great, thanks for the quick help.",
            "Any time! I'll keep an eye on it until it's delivered.",
        ),
        ("Perfect, then I'll wait until {date2}.", "Thank you for your patience, {name}."),
    ],
    attachment: None,
};

pub(super) const DELIVERED_BUT_MISSING: Topic = Topic {
    titles: &["Marked as delivered, nothing here", "{order} delivered to nobody"],
    team: Team::Orders,
    tag: "shipping",
    goods: Goods::All,
    cases: &[Case {
        openings: &[
            "The tracking says my parcel was delivered yesterday at 14:12. It wasn't. I was at home the whole afternoon!",
            "Hi, order {order} shows as delivered but there's nothing at the door and my neighbours haven't got it either.",
            "Hello, the {item} was supposedly handed to \"Reception\". I live in a house. There is no reception.",
            "Your courier says delivered, my doormat says otherwise 🤷",
        ],
        notes: &[
            "GPS of the scan is 2 streets away. Clear misdelivery, resend without waiting for the claim.",
            "Proof of delivery has a signature that is not the customer's name.",
            "@Camille second one from the same driver this month. Worth raising with the depot?",
        ],
        answers: &[
            "The GPS stamp is two streets away from you, so it went to the wrong door. I've booked a replacement for you, order **{order}-R**, free of charge. It leaves today.",
            "I've opened an investigation ({carrier} needs up to 3 working days). You don't have to wait for that: would you prefer\n\n1. a new {item} right away, or\n2. your money back?\n\nBoth are fine with us. Until you tell me otherwise I've reserved a new one.",
            "Good news: the driver remembers it and will collect it from the wrong address tomorrow morning. If you don't have it by **{date2}** I'll send a new one.",
        ],
        ..Case::USUAL
    }],
    checks: &[
        "Oh no, that's annoying. Could you check the usual hiding places (bins, shed, back door) while I ask {carrier} for the proof of delivery?",
        "I'm sorry, {name}. I've requested the GPS position and the signature from {carrier}. Is {street} the right address?",
        "That shouldn't happen. Give me a moment to pull up the delivery record. Is there a safe place you've agreed with {carrier}?",
    ],
    details: &[
        "Checked everywhere. Nothing. The address is {street}, that's correct.",
        "No safe place, and I've looked behind the bins and asked on both sides.",
        "Right address. I even asked the shop downstairs.",
    ],
    follow_ups: &[
        (
            "What if the first one turns up after all?",
            "Then just keep it closed and tell us, we'll send a label to return it. No cost for you.",
        ),
        (
            "Can I pick it up somewhere instead this time?",
            "Sure! I've changed the delivery to the parcel shop at {street}. You'll get a code by e-mail.",
        ),
        (
            "A replacement please, I need it this weekend.",
            "Done. I've upgraded it to express, so it should be with you on {date2}.",
        ),
        (
            "Will you tell the courier about this? It's the second time.",
            "We will. Every case goes into our monthly review with {carrier}, and yours is marked as a repeat.",
        ),
    ],
    endings: &[
        (
            "~Got it this morning, all good. Thanks for not making this complicated!",
            "So glad to hear it. Enjoy, and sorry again for the detour!",
        ),
        ("Thank you, that's very fair.", "Thank you for staying so calm about it, {name}."),
        (
            "~Update: found it. My son had put it in the garage. I'm so sorry 🙈",
            "Haha, no harm done! I've cancelled the replacement. Enjoy the {item}!",
        ),
    ],
    attachment: None,
};

pub(super) const ADDRESS_CHANGE: Topic = Topic {
    titles: &["Change of address for {order}", "Wrong address on my order"],
    team: Team::Orders,
    tag: "shipping",
    goods: Goods::All,
    cases: &[Case {
        openings: &[
            "Help, I just noticed my order {order} goes to my old flat. Can you still change it?",
            "Hello, I made a typo in the street name. Order {order}. It should be {street}, {city}.",
            "hi!! autofill put in my parents' address 🤦 can you send it to {city} instead?",
            "Good evening. I'd like the {item} delivered to my office rather than home, is that possible?",
        ],
        notes: &[
            "Already packed, told the warehouse to relabel (shelf 14).",
            "Address differs from the billing country, payment is clean though.",
        ],
        answers: &[
            "All done! **{order}** now goes to {street}, {city}. You'll get a new confirmation in a few minutes.",
            "I've changed it in the order, and told the warehouse as well because it was already packed. New delivery date: **{date2}**.",
            "It had already left, so I've redirected it with {carrier}. That adds one day, and there's no charge.",
        ],
        ..Case::USUAL
    }],
    checks: &[
        "Hi {name}, you're just in time I think. Could you send me the full new address?",
        "Sure! Which address should it be, and is there a company name or a name on the bell?",
        "Let me stop the label from being printed. What's the right address, please?",
    ],
    details: &[
        "{fullname}\n{street}\n{city}",
        "It's {street}, {city}. Bell says {name}.",
        "{street}, {city}, third floor. Thanks for being so quick!",
    ],
    follow_ups: &[
        (
            "Can you change it in my account too?",
            "Done as well, it's your default address now. The old one is still in the list, you can delete it under **Account → Addresses**.",
        ),
        (
            "Does the invoice change as well?",
            "The billing address stays as it is. If you need it on the invoice too, I can issue a corrected one.",
        ),
        (
            "Someone has to be there at the weekend?",
            "No, {carrier} only delivers to that area from Monday to Friday.",
        ),
    ],
    endings: &[
        ("You're a lifesaver, thanks!", "Happy to help! 🌿"),
        ("Confirmation is here. Thank you.", "Lovely. Have a good evening, {name}!"),
        ("thx", "👍"),
    ],
    attachment: None,
};

pub(super) const CUSTOMS: Topic = Topic {
    titles: &["Customs charge", "Import duty on {order}"],
    team: Team::Orders,
    tag: "shipping",
    goods: Goods::All,
    cases: &[
        Case {
            openings: &[
                "The courier wants 38 in customs fees before handing over the parcel. Is that right? I thought taxes were included.",
                "hi, there's a card from {carrier} in my letterbox, I'm supposed to pay VAT again?? Order {order}",
            ],
            notes: &["We collected VAT at checkout, so the carrier must not. Claim it back."],
            answers: &[
                "You've already paid VAT at checkout, so the carrier shouldn't ask for it again. I've sent them the proof; please **don't pay** anything yet. They'll release the parcel by {date2}.",
                "In this case the VAT is correct, I'm afraid: outside the EU it's collected at the door. The handling fee isn't your job though, I've refunded €7 to you.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "I got a letter from customs asking for an invoice for {order}. What do I do with this?",
                "My parcel has been \"held at customs\" since {date} 😩",
            ],
            notes: &[
                "HS code on the declaration was missing. Sent the commercial invoice to the broker again.",
            ],
            answers: &[
                "I've attached the commercial invoice that customs ask for, and sent it to the broker as well. If they write to you, forward it and quote `{track}`. It should be released by {date2}.",
            ],
            encloses: Some(&[Piece::File(&media::INVOICE, "")]),
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}, let me look at the papers of your parcel. Could you send me the reference number on the notice?",
        "Sorry about the trouble! I'm checking the declaration. Is there a reference number on what they sent you?",
    ],
    details: &[
        "The reference is {track}.",
        "It's a private order. Number on the notice: {track}",
        "There's only this: {track}",
    ],
    attachment: None,
    follow_ups: &[
        (
            "How long does that usually take?",
            "Two to three working days once they have everything. I check it every morning.",
        ),
        (
            "What happens if I refuse the parcel?",
            "Then it comes back to us and you get your money back, minus the shipping. But I'd rather solve it 🙂",
        ),
        (
            "Can you mark it as a gift next time?",
            "We're not allowed to, sorry. The declaration has to show the real value.",
        ),
    ],
    endings: &[
        ("~It's here now. Thank you for taking care of it!", "Great news, enjoy your {item}!"),
        ("Good to know, thanks", "You're welcome!"),
        ("OK, then I'll do that.", "Perfect. Write back here if they ask for anything else."),
    ],
};

pub(super) const PARCEL_SHOP: Topic = Topic {
    titles: &["Parcel shop closed", "Pick-up code for {order}"],
    team: Team::Orders,
    tag: "shipping",
    goods: Goods::Kit,
    cases: &[
        Case {
            openings: &[
                "I'm standing in front of the parcel shop and it's closed for holidays until next week. How do I get my {item}?",
                "hello, the shop that has my parcel has been shut for three days now. Order {order}",
            ],
            notes: &[
                "Shop at {street} is on the carrier's closed list, they didn't reroute. Filed.",
            ],
            answers: &[
                "I've had it moved to the locker at the station in {city}. It'll be there from **{date2}**, and the new code comes by text. You have 7 days to collect it.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Never received a pick-up code for {order}. The shop won't hand it over without one.",
                "They say I need a code for my {item} but I've only got an e-mail with a picture of a parcel 🙃",
            ],
            answers: &[
                "Here's your code: **4471**. It is valid for any {carrier} shop or locker in {city}. I've also extended the time by a week.",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Ugh, sorry {name}! Which shop is it? I'll see what {carrier} can do.",
        "Let me look. Which shop is it, and has your phone number changed?",
    ],
    details: &[
        "The one at {street}. My number is the same as ever.",
        "It's {street} in {city}, next to the bakery.",
    ],
    attachment: None,
    follow_ups: &[
        ("Can my wife collect it?", "Yes, with the code anyone can. No ID needed."),
        (
            "How long do they keep it?",
            "Seven days from now. If you need longer, tell me and I'll extend it again.",
        ),
        (
            "Could I have it at home instead?",
            "Of course. I've switched it to home delivery at {street}; that takes one more day.",
        ),
    ],
    endings: &[
        ("~Collected, thanks!", "Hooray! Have fun with the {item}."),
        ("Thank you, that works for me.", "Glad we found a way. Bye, {name}!"),
    ],
};
