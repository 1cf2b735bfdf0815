//! Since yesterday: longer stories, other channels, and what has been put aside.

use inbox_model::Channel;

use crate::demo::beat::Beat::{
    Agent, AgentSends, AskRating, Bot, Call, Close, Customer, Fate as SetFate, Note, OwnNote, Seen,
    Tag,
};
use crate::demo::beat::{Fate, Piece};
use crate::demo::media;
use crate::demo::people::Colleague::{Jonas, Maya, Priya};
use crate::demo::people::Team::{Orders, Support, Wholesale};
use crate::demo::tables::{Person, Scene};

pub(super) static SCENES: [Scene; 6] = [
    Scene {
        contact: Person::customer("Tomasz Wójcik", "t.wojcik@post.example", ("Gdańsk", "PL"), "en"),
        title: "Please check your Ember stove",
        channel: Channel::Email,
        agent: Some(Maya),
        team: Some(Support),
        read: false,
        beats: &[
            (
                1_420,
                Agent(
                    "Hello Tomasz,\n\nyou bought an **Ember titanium stove** from us in spring. In a small batch the valve can be stiff in the cold. It's not dangerous, but we'd like to swap it.\n\nWould you look at the number under the burner? If it begins with `EM-24-07`, just reply with your address and we'll send a new valve.\n\nMaya",
                ),
            ),
            (1_300, SetFate(Fate::Sent)),
            (
                520,
                Customer(
                    "Hello Maya,\n\nmine is EM-24-07-1183. It has worked fine down to −8, but a new valve can't hurt.\n\nul. Długa 14/3, 80-831 Gdańsk\n\nTomasz",
                ),
            ),
        ],
    },
    Scene {
        contact: Person::customer("Patrick O’Neill", "patrick@example.com", ("Derry", "GB"), "en"),
        title: "Call about the reading lamp",
        channel: Channel::Phone,
        agent: Some(Priya),
        team: Some(Support),
        read: true,
        beats: &[
            (640, Customer("Could somebody ring me? I'm not great with typing. 07700 900 127")),
            (600, Call(false, 0, "")),
            (599, OwnNote("No answer, trying again after lunch.")),
            (
                560,
                Call(
                    false,
                    431,
                    "Lamp flickers on the lowest setting. Tried another bulb, same. Customer lives alone and needs the lamp in the evenings. **Next step:** send a new dimmer, he has a neighbour who can fit it.",
                ),
            ),
            (
                555,
                Agent(
                    "It was lovely talking to you, Patrick! As agreed, the new dimmer is on its way. If your neighbour has questions, he can ring me as well.",
                ),
            ),
            (540, Customer("ta very much")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Nordlicht GmbH – Kreditorenbuchhaltung",
            "rechnung@nordlicht.example",
            ("Kiel", "DE"),
            "de",
        )
        .at("Nordlicht GmbH"),
        title: "AW: Rechnung 2041-7783",
        channel: Channel::Email,
        agent: Some(Jonas),
        team: Some(Wholesale),
        read: false,
        beats: &[
            (
                5_800,
                Customer(
                    "Guten Tag,\n\nauf Rechnung 2041-7783 fehlt unsere Bestellnummer 4500-11872. Bitte um Korrektur, vorher können wir nicht zahlen.\n\nFreundliche Grüße\nKreditorenbuchhaltung",
                ),
            ),
            (
                4_300,
                AgentSends(&[
                    Piece::Text(
                        "Guten Tag,\n\nanbei die korrigierte Rechnung. Die Bestellnummer steht jetzt oben rechts.\n\nFreundliche Grüße\nJonas Berg",
                    ),
                    Piece::File(&media::INVOICE, ""),
                ]),
            ),
            (
                610,
                Customer(
                    "Guten Tag,\n\nvielen Dank. Leider ist die Nummer vertauscht: 4500-1**1**872, nicht 4500-1**7**812.\n\n> Die Bestellnummer steht jetzt oben rechts.\n\nStimmt, aber die falsche ;-)\n\nFreundliche Grüße",
                ),
            ),
        ],
    },
    Scene {
        contact: Person::visitor("", ("Hull", "GB"), "en"),
        title: "",
        channel: Channel::Sms,
        agent: None,
        team: Some(Orders),
        read: false,
        beats: &[
            (690, Customer("WHERES MY DELIVERY. driver said 9 to 11. Its 3")),
            (655, Bot("Hello! Please reply with your order number, it starts with FF-.")),
            (650, Customer("FF62008")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Nguyễn Thị Hạnh",
            "hanh.nguyen@example.com",
            ("Hà Nội", "VN"),
            "en",
        ),
        title: "Invoice name",
        channel: Channel::Web,
        agent: Some(Maya),
        team: Some(Support),
        read: true,
        beats: &[
            (
                1_200,
                Customer(
                    "Hello, the invoice shows my name as \"Hanh Nguyen Thi\". In Vietnamese the family name comes first: Nguyễn Thị Hạnh. Could you correct it? The marks matter too.",
                ),
            ),
            (1_120, Tag("billing")),
            (
                1_110,
                Agent(
                    "Dear Nguyễn Thị Hạnh, thank you for telling us, and I'm sorry. I've corrected it in your account, so that it's right from now on. The new invoice follows in a minute.",
                ),
            ),
            (1_105, AgentSends(&[Piece::File(&media::INVOICE, "")])),
            (
                1_100,
                OwnNote(
                    "Our checkout swaps the two fields for every country outside Europe. @Priya that must annoy a lot of people, can we file it?",
                ),
            ),
            (1_000, Note(Priya, "Filed as APP-2240. Also affects Hungary and Japan.")),
            (720, Customer("Thank you for taking it seriously. Most shops don't.")),
            (700, Agent("Names are important! Have a good day.")),
            (699, Seen),
            (698, Close),
            (698, AskRating),
        ],
    },
    Scene {
        contact: Person::visitor("Best SEO Rank 1 Guaranteed", ("Nowhere", "US"), "en"),
        title: "",
        channel: Channel::Web,
        agent: None,
        team: None,
        read: true,
        beats: &[
            (
                800,
                Customer(
                    "Dear Sir/Madam we can bring your website to rank 1 in 7 DAYS guaranteed!!! Reply YES for price. >>> [click here](https://rank-one.example) <<<",
                ),
            ),
            (780, Tag("complaint")),
            (779, Close),
        ],
    },
];
