//! One company's many small matters: a hotel that has ordered for years. They are played one after
//! the other, again and again, and make the longest thread.

use crate::demo::beat::Beat::{
    Agent, AgentSends, Call, Customer, CustomerSends, OwnNote, Tag, Untag,
};
use crate::demo::beat::{Beat, Piece};
use crate::demo::media;
use crate::demo::tables::Person;

/// The customer.
pub(in crate::demo) const WHO: Person =
    Person::customer("Kari Solvang", "kari@hotel-solvang.example", ("Geiranger", "NO"), "en")
        .at("Hotel Solvang");

/// The title.
pub(in crate::demo) const TITLE: &str = "Hotel Solvang: everything";

/// How it began.
pub(in crate::demo) const FIRST: &[Beat] = &[
    Customer(
        "Hello Tomás, Kari here from Hotel Solvang. You said at the fair that we could simply write to you in one chat for everything, so here I am 🙂",
    ),
    Agent("Kari, welcome! Exactly, let's keep it all in here. What do you need first?"),
    Customer(
        "Bedding for the new wing, 18 rooms, and it has to be there before the season starts.",
    ),
    Tag("VIP"),
    Agent("18 rooms, so 36 sets plus six spare ones? I'll send you an offer this afternoon."),
];

/// The newest words, with minutes before now.
pub(in crate::demo) const LAST: &[(i64, Beat)] = &[
    (
        300,
        Customer(
            "Morning Tomás! Small emergency: a tour group of 40 comes on Friday instead of next week, and we're 12 blankets short 😰",
        ),
    ),
    (
        262,
        OwnNote(
            "12 × Moss charcoal: 9 in Bergen, 3 in the Copenhagen shop. @Jonas could the shop send theirs straight to Geiranger?",
        ),
    ),
    (
        241,
        Agent(
            "Morning Kari! Breathe, I've found twelve: nine here and three in Copenhagen. They travel separately but both arrive on **Thursday**.",
        ),
    ),
    (230, Customer("You're a magician. Send everything to the back door as usual.")),
    (101, Agent("Both parcels are on their way: `JJD0014711826` and `JJD0014711830`.")),
    (
        64,
        Customer(
            "Thank you!! One more thing, the group leader asks whether she could buy six of them to take home. Is the 30 % for resellers still on?",
        ),
    ),
];

/// What came after, in no order.
pub(in crate::demo) const MATTERS: &[&[Beat]] = &[
    &[
        Customer(
            "Good morning! Could we have {n} more Ask mugs? The guests keep \"forgetting\" to leave them behind.",
        ),
        Agent("Ha! {n} mugs, same price as last time. Order **{order}**, delivery {date2}."),
        Customer("Perfect. Same address, delivery entrance please."),
        Agent("Noted, as always: back door, ring twice."),
        Customer("👍"),
    ],
    &[
        Customer("The last invoice has the wrong cost centre on it. Should be 4471, not 4417."),
        OwnNote("Third time the numbers get swapped, putting it into the template."),
        AgentSends(&[
            Piece::Text(
                "Sorry! Here's the corrected one. I've put 4471 into your template so that it can't happen again.",
            ),
            Piece::File(&media::INVOICE, ""),
        ]),
        Customer("Thank you, sent on to accounting."),
    ],
    &[
        Customer(
            "Two of the blankets have come back from the laundry smaller. We washed at 40 as the label says.",
        ),
        CustomerSends(&[Piece::File(&media::COLOURS, "same colours again please")]),
        Agent(
            "That shouldn't happen at 40. I'm replacing both. Would you ask the laundry about the spin speed? More than 800 felts the wool.",
        ),
        Customer("They say 1,200 🙄 I'll have a word with them."),
        Agent("Then I know what happened 😄 The replacements leave today anyway."),
        Customer("You're too kind. Thanks!"),
    ],
    &[
        Customer(
            "What would you recommend for the reading corner? Lamps that don't look like an office.",
        ),
        Agent(
            "The **Lune**, in brass. Warm light (2,700 K), and the switch can be found in the dark.",
        ),
        Customer("Price for six?"),
        Agent("€93.50 each instead of €110. Shall I send one to look at first?"),
        Customer("Yes please."),
        Customer("It's here, and everybody loves it. Six, please!"),
        Agent("Six Lune lamps, order **{order}**. They arrive on {date2}."),
    ],
    &[
        Customer("Delivery {order} was one box short today, 3 of 4."),
        Agent(
            "The fourth went to Ålesund by mistake. It's on the truck that reaches you on {date2}.",
        ),
        Customer("No rush, we've enough until then."),
        OwnNote("Carrier mixed up pallets, they pay the extra run."),
        Agent("Thanks for being so relaxed, Kari."),
    ],
    &[
        Customer(
            "Is it possible to change the delivery day from Tuesday to Thursday? Tuesday is change-over day and nobody has a hand free.",
        ),
        Agent("Of course. From next week on it's Thursday, between 9 and 12."),
        Customer("Great, thank you."),
    ],
    &[
        Call(
            true,
            388,
            "Kari asked for options for the terrace: 12 chairs' worth of blankets and something against the wind. Wants a visit from us in spring. **Next step:** quote for 12 Moss and 3 Hatt tarps.",
        ),
        Agent(
            "As promised on the phone: 12 × Moss in charcoal and 3 × Hatt. With your 15 % that comes to **€1,272.45**.",
        ),
        Customer("Approved by the boss (me). Please go ahead."),
        Agent("Ordered: **{order}**. See you in spring!"),
    ],
    &[
        Customer(
            "A guest left a review about the breakfast bowls 😍 \"where can I buy these?\" Could we sell some at the reception?",
        ),
        Agent("What an honour! Yes: 30 % for resellers, and we'd take back what doesn't sell."),
        Customer("Let's try with 20 sets."),
        Agent("20 Sund sets with a small card about where they come from. Delivery {date2}."),
        Customer("Lovely idea with the card."),
    ],
    &[
        Customer("Quick one: can the doormats be washed?"),
        Agent("Shake, hose, sun. No machine, the backing doesn't like it."),
        Customer("ok, telling housekeeping"),
    ],
    &[
        Customer(
            "Hi, the candle refills we got smell different from the first ones. Is it a new recipe?",
        ),
        Agent(
            "Good nose! The juniper oil comes from another farm since last month. I'll ask whether we can get you the old one.",
        ),
        OwnNote("Two boxes of the old batch left in Bergen. Reserved for Solvang."),
        Agent(
            "I found two boxes of the old batch, they're yours. After that we'd have to get used to the new one.",
        ),
        Customer("Hehe, deal. The guests won't notice, but I would."),
    ],
    &[
        Customer(
            "Could you send me the certificates for the wool again? The eco-label people are coming on {date2}.",
        ),
        AgentSends(&[
            Piece::Text("Here you are, wool and dyes. The one for the linen follows tomorrow."),
            Piece::File(&media::QUOTE, ""),
        ]),
        Customer("You saved me an hour of searching."),
        Customer("Inspection passed 🎉"),
        Agent("Congratulations! 🌿"),
    ],
    &[
        Customer("One of the cast-iron pans has a crack. Kitchen swears nobody dropped it."),
        CustomerSends(&[Piece::File(
            &media::MUG,
            "can't find the photo of the pan, but it looked like this mug did",
        )]),
        Agent(
            "Lifetime guarantee on the pan, no questions asked. And please don't pour cold water into the hot one 😉",
        ),
        Customer("I'll pin that to the kitchen door."),
        Agent("New one arrives on {date2}."),
    ],
    &[
        Customer("I'm doing the budget… what will the prices be next year, roughly?"),
        Agent(
            "Textiles plus 3 %, everything else stays. If you order within four weeks, this year's prices hold.",
        ),
        AgentSends(&[Piece::File(&media::PRICES, "")]),
        Customer("Thank you, that's helpful. We'll order the linen early then."),
        Agent("I'll remind you in good time."),
    ],
    &[
        Customer("Someone from your team called about \"overdue payment\". We paid on {date}!"),
        OwnNote("Payment is there, was booked on the sister company. @Jonas please clear."),
        Agent(
            "You did, I'm sorry! It was booked to the wrong account. It's cleared, and nobody will call again.",
        ),
        Customer("All good, I was just surprised."),
        Tag("billing"),
        Untag("billing"),
    ],
    &[
        Customer("Can I get {n} of the small bottles with our logo for a conference group?"),
        Agent("When is the conference?"),
        Customer("In five weeks"),
        Agent("Then it's doable: engraving takes ten working days. €26 per piece with logo."),
        Customer("Go! Logo is the same file as last year."),
        Agent("Still have it. Proof comes tomorrow."),
        Customer("Proof approved."),
    ],
    &[
        Customer("Are you there over the long weekend?"),
        Agent("The warehouse rests, I don't: write if anything burns, otherwise from Tuesday."),
        Customer("Nothing burns, the chef has retired 😄"),
        Agent("Then enjoy the quiet!"),
    ],
    &[
        Customer(
            "New housekeeper starts on Monday. Is there a care guide for the linen in one page?",
        ),
        Agent(
            "There is now, I've just made one:\n\n- wash at 40, 60 if it must be\n- spin at 800 at most\n- hang up damp, no ironing needed\n- stains: cold water **first**\n\nPrint it and put it next to the machine.",
        ),
        Customer("You made that just for us? Takk!"),
        Agent("Bare hyggelig 🙂"),
    ],
    &[
        Customer("Storm closed the road, so please hold the delivery. Ferry isn't running either."),
        Agent("Held. I'm watching the road report and send it as soon as Geiranger is open."),
        Customer("Road is open again since this morning!"),
        Agent("Saw it. The truck leaves at noon, with you on {date2}."),
        Customer("Great service as ever"),
    ],
    &[
        Customer(
            "We need to reduce the standing order by half for the next two months, low season.",
        ),
        Agent(
            "Done: half from next month, back to full after that. Shout if you need more in between.",
        ),
        Customer("Perfect, thanks Tomás."),
    ],
    &[
        Customer("Question from the kitchen: are the boards made from one piece?"),
        Agent(
            "Glued from three strips, that's why they stay flat. Oil them once a month and they outlive us.",
        ),
        Customer("Which oil?"),
        Agent("Linseed, food grade. I'm putting a bottle into your next parcel."),
        Customer("😊"),
    ],
    &[
        Customer("Standing order for this month as usual please, plus {n} candles."),
        Agent("Booked as **{order}**, with you on {date2}."),
        Customer("Thanks!"),
        OwnNote("{n} candles on top this time, room service has discovered them."),
    ],
    &[
        Customer("Everything from {order} has arrived, but the driver left it in the rain."),
        CustomerSends(&[Piece::File(&media::PARCEL, "outer box")]),
        Agent("Oh no. Is what's inside dry?"),
        Customer("Yes, luckily. Just wanted you to know."),
        Agent(
            "Thank you, I'll tell the depot. Back door, *under the roof*, it's on the label now.",
        ),
    ],
    &[
        Customer("Who do I talk to about the loyalty thing?"),
        Agent("Me 😄 You're at 15 %, and from {n} more sets it's 18 %."),
        Customer("Tempting… let me ask the boss."),
        Customer("The boss (me again) says: next quarter."),
        Agent("The boss is wise."),
    ],
    &[
        Customer("Hi, can I return the six spare pillow cases from {order}? Unopened."),
        AgentSends(&[
            Piece::Text("Sure, here's the label. No hurry."),
            Piece::File(&media::LABEL, ""),
        ]),
        Customer("Sent today."),
        Agent("Arrived, and credited on your next invoice."),
    ],
    &[
        Customer(
            "Is the delivery on {date2} certain? We have a wedding party in the house that day.",
        ),
        Agent("It's on the truck list for 9 o'clock. Shall I ask them to come by seven?"),
        Customer("Seven would be brilliant, the guests are still asleep then."),
        OwnNote("Seven o'clock agreed with the driver, he gets breakfast."),
        Agent("Seven it is. He'd like coffee, he says."),
        Customer("He'll get waffles."),
    ],
    &[
        Customer(
            "{n} mugs arrived, two have a tiny chip at the handle. Not worth a claim, just so you know.",
        ),
        Agent("It's worth two new mugs though. They come with your next order."),
        Customer("You're spoiling us"),
        Agent("That's the plan 🌿"),
    ],
    &[
        Customer("Could you move invoice 2041-{n} into next month? Sorry to ask."),
        OwnNote("Fine, they've always paid. Moved the due date by 30 days."),
        Agent("No need to be sorry. It's due a month later now."),
        Customer("Thank you, that helps in the off-season."),
    ],
    &[
        Customer("Do you know somebody who repairs zips on tents? One of our guests is desperate."),
        Agent("Us! Send them over: two days in the workshop, free if it's one of ours."),
        Customer("It is a Skadi. He's hugging the receptionist."),
        Agent("Haha. Tell him to put a note with his room number into the bag."),
    ],
    &[
        Customer("The scale in the laundry says the new towels are lighter than the old ones?"),
        Agent(
            "They are, 450 instead of 500 g per m². They dry faster and last as long; if you'd rather have the heavy ones, I still have some.",
        ),
        Customer("Let's try the light ones for a month."),
        Agent("Good. I'll keep {n} of the heavy ones aside until you know."),
        Customer("The light ones are fine! You can let the others go."),
    ],
    &[
        Customer(
            "Photo shoot for the new brochure next week 📸 can we borrow a few things that look nice?",
        ),
        Agent("What do you have in mind?"),
        Customer("Lantern, tarp, two blankets in rust. For the terrace at dusk."),
        Agent("A box leaves today. Send it back whenever."),
        CustomerSends(&[
            Piece::File(&media::CAMP, "one of the outtakes, by the lake"),
            Piece::Text("It turned out wonderful."),
        ]),
        Agent("Wow! May we use that as well?"),
        Customer("Of course."),
    ],
];
