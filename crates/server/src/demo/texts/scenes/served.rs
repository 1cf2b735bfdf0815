//! Conversations held through a messenger service with a reply window of a day: open, about to close,
//! closed, waiting for the customer; through a number in sync and one that is not.

use inbox_model::Channel;

use crate::demo::beat::Beat::{self, Agent, Customer, CustomerSends, OwnNote, Seen};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Colleague::{Jonas, Maya, Priya, Tomas};
use crate::demo::people::Team::{Orders, Support};
use crate::demo::tables::{Person, Scene};
use crate::demo::world::Turn::{
    AgentQuotes, AgentReacts, Campaign, CustomerQuotes, Fails, Reacts, Restart, Through,
};
use crate::demo::world::{Number, Turn};

const fn out(turn: Turn) -> Beat {
    Beat::Outside(turn)
}

const TOO_LATE: Beat = out(Fails(
    "131047",
    "Re-engagement message: more than 24 hours have passed since the recipient last replied to the sender number.",
));
const NO_NUMBER: Beat = out(Fails(
    "133010",
    "Account not registered: the sender number is not registered with the service.",
));

/// All of them.
pub(super) static SCENES: [Scene; 10] = [
    // The window is open for most of a day.
    Scene {
        contact: Person::customer("Sofie Dahl", "sofie.dahl@post.example", ("Bergen", "NO"), "en"),
        title: "Wax for the Ull sweater",
        channel: Channel::Whatsapp,
        agent: Some(Maya),
        team: Some(Support),
        read: true,
        beats: &[
            (64, Customer("Hi! Is there anything I should know before washing the Ull sweater?")),
            (
                58,
                Agent(
                    "Hi Sofie! Cold water, wool soap, and dry it lying flat. That's all it needs 🧶",
                ),
            ),
            (52, out(Reacts("❤️"))),
            (47, out(CustomerQuotes("Flat on a towel or on a rack?"))),
            (41, out(AgentQuotes("A towel first, then a rack once it's only damp."))),
            (38, Seen),
        ],
    },
    // Seven minutes are left.
    Scene {
        contact: Person::customer("Aron Weiss", "aron.weiss@mail.example", ("Leipzig", "DE"), "de"),
        title: "Ersatzgestänge",
        channel: Channel::Whatsapp,
        agent: Some(Jonas),
        team: Some(Orders),
        read: true,
        beats: &[
            (
                1_476,
                Customer("Hallo, bei meinem Skadi ist eine Stange gebrochen. Gibt es die einzeln?"),
            ),
            (1_462, Agent("Hallo Aron, ja! Welche Farbe hat der Clip am Ende, rot oder grau?")),
            (1_433, Customer("Grau. Es ist die lange 👍")),
            (
                1_420,
                OwnNote("Clip grau = Gestänge B. Ich frage im Lager nach, ob noch eins da ist."),
            ),
        ],
    },
    // And here twenty-six.
    Scene {
        contact: Person::customer(
            "Ines Carvalho",
            "ines.carvalho@example.org",
            ("Porto", "PT"),
            "en",
        ),
        title: "Repair of a zip",
        channel: Channel::Whatsapp,
        agent: Some(Priya),
        team: Some(Support),
        read: true,
        beats: &[
            (1_420, Customer("The zip of my tent is stuck. Can I send you a photo?")),
            (
                1_414,
                CustomerSends(&[
                    Piece::File(&media::COLOURS, "the left one"),
                    Piece::Text("and this is where I live, in case somebody nearby can repair it"),
                    Piece::Place(41.1496, -8.6109, "Porto", "Rua das Flores, Porto"),
                    Piece::Card("Ines Carvalho", "+447700900311", "ines.carvalho@example.org", ""),
                ]),
            ),
            (
                1_390,
                Agent(
                    "Thanks Ines, I can see it. A drop of candle wax on the slider often does it. If not, we repair it for free.",
                ),
            ),
            (1_385, out(Reacts("🙏"))),
        ],
    },
    // Closed for two days; what was sent since has failed.
    Scene {
        contact: Person::customer(
            "Matteo Ricci",
            "matteo.ricci@example.com",
            ("Torino", "IT"),
            "en",
        ),
        title: "Where is my stove?",
        channel: Channel::Whatsapp,
        agent: Some(Maya),
        team: Some(Orders),
        read: true,
        beats: &[
            (3_020, Customer("Hello, my stove should have been here on Monday.")),
            (
                2_990,
                Agent("Hi Matteo, I'm asking the carrier and will be back as soon as they answer."),
            ),
            (2_984, Seen),
            (33, Agent("Good news: it is in Torino and comes tomorrow before noon.")),
            (32, TOO_LATE),
            (31, OwnNote("The window has closed. Restart the conversation, then tell him.")),
        ],
    },
    // Closed, and nobody has tried.
    Scene {
        contact: Person::customer(
            "Nadia Benali",
            "nadia.benali@post.example",
            ("Lyon", "FR"),
            "en",
        ),
        title: "A gift card",
        channel: Channel::Whatsapp,
        agent: None,
        team: Some(Support),
        read: true,
        beats: &[
            (4_400, Customer("Can gift cards be used for repairs as well?")),
            (4_330, Agent("Yes, for everything we do 🙂")),
            (4_329, out(Reacts("👍"))),
            (4_310, Customer("Wonderful. I'll get back to you when I know the amount.")),
        ],
    },
    // Restarted: the time runs, and the customer has to write first.
    Scene {
        contact: Person::customer(
            "Oskar Nowak",
            "oskar.nowak@mail.example",
            ("Gdańsk", "PL"),
            "en",
        ),
        title: "Exchange of boots",
        channel: Channel::Whatsapp,
        agent: Some(Maya),
        team: Some(Orders),
        read: true,
        beats: &[
            (5_900, Customer("The boots are too small. Do you have them in 44?")),
            (
                5_880,
                Agent(
                    "Not yet, they should come in this week. I'll write to you when they are here.",
                ),
            ),
            (5_870, Seen),
            (
                170,
                out(Restart(
                    "Hello! We would like to continue our conversation. Is that all right with you?",
                )),
            ),
        ],
    },
    // Restarted, and the customer agreed.
    Scene {
        contact: Person::customer("Ruth Amsel", "ruth.amsel@example.com", ("Graz", "AT"), "en"),
        title: "Size of a sleeping bag",
        channel: Channel::Whatsapp,
        agent: Some(Tomas),
        team: Some(Support),
        read: true,
        beats: &[
            (6_100, Customer("Which length of the sleeping bag would you take at 1.86 m?")),
            (
                420,
                out(Restart(
                    "Hello! We would like to continue our conversation. Is that all right with you?",
                )),
            ),
            (395, Customer("Oh yes please")),
            (380, Agent("Long. You'll want room for your feet, and for a bottle of warm water.")),
            (371, out(Reacts("😄"))),
        ],
    },
    // Through the old number, which is no longer connected.
    Scene {
        contact: Person::customer(
            "Hugo Lindgren",
            "hugo.lindgren@post.example",
            ("Malmö", "SE"),
            "en",
        ),
        title: "Number on the box",
        channel: Channel::Whatsapp,
        agent: Some(Jonas),
        team: Some(Support),
        read: true,
        beats: &[
            (215, Customer("Hej, I found this number on an old box. Is anybody there?")),
            (214, out(Through(Number::Old))),
            (180, Agent("Hi Hugo, yes! What can we do for you?")),
            (179, NO_NUMBER),
            (
                176,
                OwnNote(
                    "This is our old number: we hear him, he doesn't hear us. He has an e-mail address.",
                ),
            ),
        ],
    },
    // Begun by a campaign, and answered.
    Scene {
        contact: Person::customer("Freya Holm", "freya.holm@example.org", ("Aarhus", "DK"), "en"),
        title: "Autumn tents",
        channel: Channel::Whatsapp,
        agent: Some(Priya),
        team: Some(Support),
        read: true,
        beats: &[
            (
                1_700,
                out(Campaign(
                    "Autumn tents",
                    "Hi {name}! Our autumn tents are here, and as a member of the Fern Club you see them first: https://fjordandfern.example/autumn",
                )),
            ),
            (460, out(Reacts("😍"))),
            (455, Customer("They're beautiful! Does the green one come with a footprint?")),
            (430, Agent("It does, in this first week 🌲")),
            (425, Seen),
            (424, out(AgentReacts("❤️"))),
        ],
    },
    // Begun by a campaign, and not answered.
    Scene {
        contact: Person::customer("Emil Sand", "emil.sand@mail.example", ("Odense", "DK"), "en"),
        title: "Autumn tents",
        channel: Channel::Whatsapp,
        agent: None,
        team: Some(Support),
        read: true,
        beats: &[(
            1_150,
            out(Campaign(
                "Autumn tents",
                "Hi {name}! Our autumn tents are here, and as a member of the Fern Club you see them first: https://fjordandfern.example/autumn",
            )),
        )],
    },
];
