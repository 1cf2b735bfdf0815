//! The sister's conversations: cabins by the water, let by the week.

use inbox_model::Channel;

use crate::demo::beat::Beat::{
    Agent, AskRating, Close, Customer, From, Note, OwnNote, Priority as SetPriority, Rates, Seen,
    SnoozeUntil, Tag, Unassign,
};
use crate::demo::contacts::DEMO_CUSTOMER_EMAIL;
use crate::demo::people::Colleague::{Maya, Noor};
use crate::demo::people::Team::{Bookings, Cabins};
use crate::demo::tables::{Person, Scene};

/// A conversation that goes to Noor and is read; what differs is said in each.
const USUAL: Scene = Scene {
    contact: Person::visitor("", ("", ""), "en"),
    title: "",
    channel: Channel::Web,
    agent: Some(Noor),
    team: Some(Bookings),
    read: true,
    beats: &[],
};

/// Every scene; the place in this list is the conversation's number, so new ones go to the end.
pub(in crate::demo) static SCENES: [Scene; 12] = [
    Scene {
        contact: Person::customer("Lena Sommer", DEMO_CUSTOMER_EMAIL, ("Hamburg", "DE"), "en"),
        title: "Arriving late on Friday",
        read: false,
        beats: &[
            (
                95,
                Customer(
                    "Hi! We have Kittelvik from Friday. The ferry only lands at 22:40, is that too late to check in?",
                ),
            ),
            (88, Tag("keys")),
            (
                87,
                Agent(
                    "Hello Lena, not at all. There is a **key box** beside the woodshed, and I'll send you its code on the day.\n\nNoor",
                ),
            ),
            (86, Seen),
            (9, Customer("Perfect. And is there a shop on the way that is still open then?")),
        ],
        ..USUAL
    },
    Scene {
        contact: Person::customer("Oskar Dahl", "oskar.dahl@example.org", ("Bergen", "NO"), "en"),
        title: "Sauna does not heat",
        team: Some(Cabins),
        read: false,
        beats: &[
            (
                44,
                Customer(
                    "We're at Solbakken. The sauna stove has been on for two hours and it's 31 degrees.",
                ),
            ),
            (41, SetPriority(inbox_model::Priority::High)),
            (
                40,
                OwnNote("Second time this month. @Maya do you still have the stove man's number?"),
            ),
            (
                38,
                From(
                    Noor,
                    "Sorry about that, Oskar! Could you check whether the breaker **no. 7** in the hall cupboard is up? It trips when the oven runs at the same time.",
                ),
            ),
            (12, Customer("It was down. Now it stays up, but the stove hums and stays cold.")),
        ],
        ..USUAL
    },
    Scene {
        contact: Person::visitor("", ("Utrecht", "NL"), "en"),
        agent: None,
        read: false,
        beats: &[(26, Customer("Do you have anything for six people and a dog in week 29?"))],
        ..USUAL
    },
    Scene {
        contact: Person::customer("Katrin Voss", "k.voss@example.com", ("Kiel", "DE"), "de"),
        title: "Rechnung für die Buchung im Mai",
        channel: Channel::Email,
        agent: Some(Maya),
        beats: &[
            (
                310,
                Customer(
                    "Guten Tag,\n\nfür unsere Buchung im Mai brauche ich bitte eine Rechnung auf die Firma.\n\nKatrin Voss",
                ),
            ),
            (290, Tag("booking")),
            (
                286,
                Agent(
                    "Guten Tag Frau Voss,\n\ngern. Auf welche Anschrift soll sie lauten?\n\nMaya Lindqvist",
                ),
            ),
            (120, Customer("Voss Segel, Am Kai 4, 24103 Kiel. Vielen Dank!")),
            (70, Agent("Die Rechnung ist unterwegs an diese Adresse. Schöne Grüße!")),
            (68, Close),
        ],
        ..USUAL
    },
    Scene {
        contact: Person::customer("Priscilla Owusu", "p.owusu@example.com", ("Leeds", "GB"), "en"),
        title: "Storm warning for our week",
        beats: &[
            (
                520,
                Customer("There's a storm warning for Thursday to Saturday. Can we move our stay?"),
            ),
            (505, Tag("weather")),
            (
                500,
                Note(
                    Maya,
                    "Boats stop at wind 7. Everybody in the bay may move for free until Wednesday noon.",
                ),
            ),
            (
                496,
                Agent(
                    "Of course, Priscilla. With a storm warning you can move to any free week, at no cost. Would the week of the 14th suit you?",
                ),
            ),
            (430, Customer("The 14th works. Thank you for making it this easy!")),
            (424, Agent("Done: you'll find the new dates in your booking. See you on the 14th!")),
            (423, Close),
            (422, AskRating),
            (300, Rates(5, "Sorted in ten minutes.")),
        ],
        ..USUAL
    },
    Scene {
        contact: Person::customer(
            "Matteo Ricci",
            "matteo.ricci@example.net",
            ("Turin", "IT"),
            "en",
        ),
        title: "Left a pair of gloves",
        team: Some(Cabins),
        beats: &[
            (1_500, Customer("I think I left brown leather gloves on the shelf in Nausthytta.")),
            (
                1_440,
                Agent(
                    "They're here! I'll post them tomorrow. Is the address of your booking right?",
                ),
            ),
            (1_380, Customer("Yes it is. Grazie mille!")),
            (1_370, SnoozeUntil(2_880)),
        ],
        ..USUAL
    },
    Scene {
        contact: Person::customer("Ines Carvalho", "ines.c@example.org", ("Porto", "PT"), "en"),
        title: "Gift card for my parents",
        channel: Channel::Email,
        beats: &[
            (
                2_950,
                Customer(
                    "Hello,\n\ncan I buy a gift card for a weekend and have it sent on paper?\n\nInês",
                ),
            ),
            (
                2_890,
                Agent(
                    "Hello Inês,\n\nyou can: choose *paper* at the checkout. It comes with a picture of the cabin.\n\nNoor",
                ),
            ),
            (2_700, Customer("Lovely, ordered. Thanks!")),
            (2_690, Close),
        ],
        ..USUAL
    },
    Scene {
        contact: Person::customer("Ragnhild Moe", "ragnhild.moe@example.com", ("Voss", "NO"), "en"),
        title: "Firewood for ten days",
        team: Some(Cabins),
        beats: &[
            (4_400, Customer("Is the wood that is there enough for ten days in October?")),
            (4_390, Tag("firewood")),
            (
                4_385,
                Agent(
                    "For evenings, yes. If you like it warm all day, order two more sacks and we'll have them under the roof when you come.",
                ),
            ),
            (4_200, Customer("Two more, please.")),
            (4_190, Agent("Noted!")),
            (4_188, Close),
        ],
        ..USUAL
    },
    Scene {
        contact: Person::customer(
            "Dev Malhotra",
            "dev.malhotra@example.com",
            ("London", "GB"),
            "en",
        ),
        title: "Company offsite, 14 people",
        agent: Some(Maya),
        beats: &[
            (
                5_900,
                Customer(
                    "We'd like three cabins side by side for an offsite in September, 14 people. Is there a room to work in?",
                ),
            ),
            (5_700, Tag("booking")),
            (
                5_690,
                Agent(
                    "Hi Dev, Solbakken, Kittelvik and Nausthytta share a bay, and the boathouse seats sixteen. I'll put together an offer.",
                ),
            ),
            (
                5_100,
                Agent(
                    "Here it is: three cabins, the boathouse and breakfast, **€4,850** for three nights.",
                ),
            ),
            (4_900, Customer("Looks great. I'm getting it signed off, give me a week.")),
            (4_890, SnoozeUntil(4_300)),
        ],
        ..USUAL
    },
    Scene {
        contact: Person::visitor("Jo", ("Gothenburg", "SE"), "en"),
        beats: &[
            (7_300, Customer("is there wifi")),
            (7_290, Agent("There is, in all cabins but Nausthytta, where there is only the sea.")),
            (7_250, Customer("nausthytta it is then")),
            (7_248, Close),
        ],
        ..USUAL
    },
    Scene {
        contact: Person::customer("Oskar Dahl", "oskar.dahl@example.org", ("Bergen", "NO"), "en"),
        title: "Bringing a boat",
        beats: &[
            (11_600, Customer("Can we moor our own boat at Solbakken? 21 feet.")),
            (11_500, Agent("You can, on the inner side of the jetty. It has 1.6 m at low tide.")),
            (11_450, Customer("That will do. Thanks!")),
            (11_440, Close),
            (11_430, AskRating),
            (11_000, Rates(4, "")),
        ],
        ..USUAL
    },
    Scene {
        contact: Person::customer("Yuki Tanabe", "yuki.tanabe@example.com", ("Oslo", "NO"), "en"),
        title: "Refund after we left early",
        beats: &[
            (
                14_200,
                Customer(
                    "We had to leave two days early because our son fell ill. Is there any chance of a refund?",
                ),
            ),
            (
                14_100,
                OwnNote(
                    "House rules say no. But they told us at once and the two nights were sold again.",
                ),
            ),
            (
                14_000,
                Agent(
                    "I'm sorry to hear that, Yuki, and I hope he is well again. The two nights were let to others, so you'll get them back in full.",
                ),
            ),
            (13_900, Customer("That is so kind. He is fine again!")),
            (13_890, Unassign),
            (13_880, Close),
        ],
        ..USUAL
    },
];
