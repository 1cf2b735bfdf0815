//! Earlier today: much of it closed, put aside or in good hands.

use inbox_model::Channel;

use crate::demo::beat::Beat::{
    Add, Agent, AgentSends, AskRating, Assign, Bot, Call, Close, Customer, Form, FormDone, Note,
    OwnNote, Rates, RedactCustomer, Seen, SnoozeUntil, Tag, Unassign, Untag, Wait,
};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Colleague::{Aoife, Jonas, Maya, Priya, Tomas};
use crate::demo::people::Team::{Orders, Support, Wholesale};
use crate::demo::tables::{Person, Scene};

pub(super) static SCENES: [Scene; 6] = [
    Scene {
        contact: Person::customer(
            "Paulo Mendes",
            "paulo.mendes@mail.example",
            ("Braga", "PT"),
            "en",
        ),
        title: "Payment details",
        channel: Channel::Web,
        agent: Some(Maya),
        team: Some(Support),
        read: true,
        beats: &[
            (
                280,
                Customer(
                    "Hi, my payment fails. My card is 4000 0000 0000 0002, can you try it from your side?",
                ),
            ),
            (277, RedactCustomer),
            (276, OwnNote("Customer posted his card number, removed it right away.")),
            (
                274,
                Agent(
                    "Hi Paulo! I've removed your message: **please never send card numbers in a chat**, not to us and not to anyone. We couldn't charge it from here anyway.\n\nHere's a secure payment link instead: <https://pay.example/FF-61020>",
                ),
            ),
            (273, Tag("privacy")),
            (228, Customer("Sorry, didn't think. The link worked!")),
            (190, Agent("All good, it happens. The order is confirmed, have a nice weekend!")),
            (189, Seen),
            (188, Close),
            (188, AskRating),
            (116, Rates(5, "Quick, and looked after me better than I did myself.")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Žofie Dvořáčková",
            "zofie.d@example.com",
            ("Olomouc", "CZ"),
            "en",
        ),
        title: "Plant stand in oat",
        channel: Channel::Web,
        agent: Some(Maya),
        team: Some(Support),
        read: true,
        beats: &[
            (
                1_480,
                Customer(
                    "Hello! Will the Bregne plant stand come back in oat? I've been checking every morning like a lunatic.",
                ),
            ),
            (
                1_320,
                AgentSends(&[
                    Piece::Text(
                        "Hi Žofie! You can stop checking 😄 It's due in week 49, and I've put your name on one. Here's how the colours look in daylight:",
                    ),
                    Piece::File(&media::COLOURS, ""),
                ]),
            ),
            (400, Customer("You're an angel. Oat it is.")),
            (310, Agent("Reserved! I'll write to you the minute it arrives.")),
            (309, SnoozeUntil(11 * 1_440)),
        ],
    },
    Scene {
        contact: Person::customer(
            "Oluwaseun Adeyemi",
            "seun.adeyemi@example.com",
            ("Ibadan", "NG"),
            "en",
        ),
        title: "Exchange M for L",
        channel: Channel::Web,
        agent: Some(Jonas),
        team: Some(Orders),
        read: true,
        beats: &[
            (
                1_700,
                Customer(
                    "Good afternoon. The Kvist shirt in M is a bit snug across the back. Could I exchange it?",
                ),
            ),
            (
                1_640,
                Agent("Good afternoon! Of course. L is 6 cm wider across the back; would that do?"),
            ),
            (1_610, Customer("That would be perfect.")),
            (1_605, Tag("return")),
            (
                1_500,
                AgentSends(&[
                    Piece::Text(
                        "Then here's your label. The L leaves as soon as the M is scanned.",
                    ),
                    Piece::File(&media::LABEL, ""),
                ]),
            ),
            (
                350,
                Customer(
                    "Dropped it off this morning. Thank you Jonas, this was the smoothest exchange I've ever had.",
                ),
            ),
            (320, Agent("Thank you, that's lovely to read! Your L is already being packed.")),
            (319, Close),
            (319, AskRating),
            (240, Rates(5, "Smooth. No fuss. Polite.")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Ingeborg Thorvaldsen",
            "ingeborg.t@post.example",
            ("Ålesund", "NO"),
            "en",
        ),
        title: "Candle arrived broken",
        channel: Channel::Email,
        agent: Some(Jonas),
        team: Some(Orders),
        read: true,
        beats: &[
            (4_300, Customer("The glass of the candle is in pieces. Again.")),
            (
                2_900,
                Agent(
                    "I'm sorry, Ingeborg! A new one is on the way. Would you mind sending a photo for the carrier?",
                ),
            ),
            (2_700, Customer("I threw it away. You did not ask for one last time.")),
            (1_500, Agent("Fair enough, no photo needed. The new one arrives tomorrow.")),
            (1_490, Tag("damaged")),
            (420, Customer("Arrived in one piece.")),
            (380, Close),
            (380, AskRating),
            (
                290,
                Rates(
                    2,
                    "The new candle is fine. But it is the third time, and nobody seems to write it down.",
                ),
            ),
            (
                250,
                Note(
                    Aoife,
                    "She's right. Packaging for glass changes next week, I'll write to her personally.",
                ),
            ),
        ],
    },
    Scene {
        contact: Person::customer("Elif Arslan", "elif@trailclub.example", ("Vienna", "AT"), "en")
            .at("Trail Club Wien"),
        title: "Group order for the trail club",
        channel: Channel::Web,
        agent: Some(Tomas),
        team: Some(Wholesale),
        read: true,
        beats: &[
            (
                1_900,
                Customer(
                    "Hi! Our club (34 people) wants matching Topp beanies. Is there a group price, and can we collect sizes in one list?",
                ),
            ),
            (
                1_800,
                Agent(
                    "Hi Elif! From 30 pieces it's **15 % off**, and you only need to send one table. Something like:\n\n| Name | Size | Colour |\n|---|---|---|\n| Elif | M | rust |\n| … | | |",
                ),
            ),
            (1_790, Tag("wholesale")),
            (900, Customer("Great. Tom does our money, I'd like him to be in this conversation.")),
            (890, Add("Tom Bergmann", "tom@trailclub.example")),
            (
                880,
                Agent("Welcome, Tom 👋 I'll send the invoice to you once the table is complete."),
            ),
            (500, Customer("We need until Monday, two people can't decide on a colour 🙄")),
            (480, Wait("started", "until Monday")),
            (470, Agent("Take your time!")),
            (469, SnoozeUntil(3 * 1_440)),
        ],
    },
    Scene {
        contact: Person::visitor("Sam", ("Glasgow", "GB"), "en"),
        title: "Repair: sleeping mat loses air",
        channel: Channel::Web,
        agent: Some(Priya),
        team: None,
        read: false,
        beats: &[
            (460, Customer("mat goes flat over night. is it the valve?")),
            (460, Bot("Thanks for your message! To save you time, could you fill this in?")),
            (
                459,
                Form(&[
                    ("product", "Which product?", "text"),
                    ("bought", "When did you buy it?", "date"),
                    ("email", "Your e-mail", "email"),
                ]),
            ),
            (452, FormDone),
            (380, Assign(Maya)),
            (379, Unassign),
            (378, Assign(Priya)),
            (
                350,
                Agent(
                    "Hi Sam! Easy test: blow it up, close the valve and hold it under water. Bubbles at the valve → new valve, bubbles elsewhere → patch.",
                ),
            ),
            (349, Tag("return")),
            (348, Untag("return")),
            (347, Tag("product question")),
            (
                335,
                Call(
                    true,
                    214,
                    "Sam did the test during the call: bubbles at the valve. A new valve costs nothing under the 5-year promise. **Next step:** send valve + instructions, address comes by chat.",
                ),
            ),
            (290, Customer("that was a nice call cheers. address: 3/1, 22 Otago Lane, Glasgow")),
        ],
    },
];
