//! Since yesterday: longer stories, other channels, and what has been put aside.

use inbox_model::{Channel, Priority};

use crate::demo::beat::Beat::{
    Agent, AgentSends, AskRating, Bot, Call, Choices, Chooses, Close, Customer, CustomerSends,
    Fate as SetFate, Note, Other, OwnNote, Priority as SetPriority, Rates, Reopen, Seen, SnoozeFor,
    Tag, Wait, Wake,
};
use crate::demo::beat::{Fate, Person, Piece, Scene};
use crate::demo::media;
use crate::demo::people::Colleague::{Camille, Jonas, Maya, Priya, Tomas};
use crate::demo::people::Team::{Orders, Support, Wholesale};

pub(super) static SCENES: [Scene; 12] = [
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
    Scene {
        contact: Person::customer(
            "Khadija Benali",
            "khadija.benali@mail.example",
            ("Casablanca", "MA"),
            "fr",
        ),
        title: "Carte cadeau",
        channel: Channel::Android,
        agent: Some(Camille),
        team: Some(Support),
        read: true,
        beats: &[
            (
                960,
                Customer(
                    "Bonjour, ma sœur n’a pas reçu la carte cadeau que je lui ai offerte pour ses 30 ans 😢",
                ),
            ),
            (
                930,
                Agent(
                    "Bonjour Khadija ! Il y a une petite coquille dans l’adresse : *gmial* au lieu de *gmail*. Je la renvoie tout de suite ?",
                ),
            ),
            (925, Customer("Oh non 🙈 oui s’il vous plaît !")),
            (
                900,
                Agent(
                    "C’est fait. Et j’ai ajouté **10 €** de notre part, pour l’attente. Joyeux anniversaire à elle ! 🎂",
                ),
            ),
            (850, Customer("Vous êtes adorables, merci infiniment ❤️")),
            (840, Close),
            (840, AskRating),
            (830, Rates(5, "Service exceptionnel")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Þórdís Björnsdóttir",
            "thordis@example.org",
            ("Seyðisfjörður", "IS"),
            "en",
        ),
        title: "Where does your wool come from?",
        channel: Channel::Web,
        agent: Some(Priya),
        team: Some(Support),
        read: true,
        beats: &[
            (
                1_350,
                Customer(
                    "Hi. You write \"Nordic wool\" on the Moss blanket. From which sheep, exactly? I keep sheep. I'll know if you make it up 🐑",
                ),
            ),
            (
                1_200,
                Agent(
                    "Hi Þórdís! I wouldn't dare 😄 So:\n\n> Moss is woven from **60 % Norwegian *spælsau*** and **40 % Icelandic lambswool**, spun in Lithuania.\n\nThe Icelandic part comes from three farms in the north-east. I can ask for the names.",
                ),
            ),
            (1_150, Customer("Now I'm impressed. North-east? I may know them. Names please!")),
            (900, OwnNote("Asked sourcing, answer by tomorrow.")),
            (899, SnoozeFor(2)),
            (770, Wake),
            (
                760,
                Agent(
                    "Here they are: Ytri-Hlíð, Brú and Klaustursel. And they said hello, apparently one of them bought a ram from you 🐏",
                ),
            ),
            (745, Customer("HA! That is Dalli. Best ram I ever had. I'm ordering two blankets.")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Olivia Hartley",
            "olivia.hartley@example.com",
            ("Toronto", "CA"),
            "en",
        )
        .with_avatar("olivia"),
        title: "Parcel arrived open",
        channel: Channel::Web,
        agent: Some(Maya),
        team: Some(Orders),
        read: true,
        beats: &[
            (
                2_100,
                Customer(
                    "Hi, my parcel arrived with a hole in it and the bowls inside are cracked. Not sure if that's you or the courier.",
                ),
            ),
            (
                2_099,
                CustomerSends(&[
                    Piece::File(&media::PARCEL, "outside"),
                    Piece::File(&media::MUG, "and this was in there too"),
                    Piece::Text("Two of the four bowls are fine."),
                ]),
            ),
            (2_040, Tag("damaged")),
            (
                2_030,
                Agent(
                    "Oh dear, that one lost a fight. I'm sorry, Olivia! It's the courier's doing but it's our job to fix. Would you like:\n\n- a complete new set, or\n- just the two bowls and the mug?",
                ),
            ),
            (1_980, Customer("Just the broken ones, no need to waste the good ones.")),
            (
                1_900,
                Agent("I like your thinking. Two bowls and a mug are on their way, double-boxed."),
            ),
            (1_899, Close),
            (
                900,
                Customer(
                    "They arrived, and they're perfect. But there's also a candle in the box?",
                ),
            ),
            (880, Agent("There is 🕯 A small thank-you for keeping the good ones.")),
            (860, Customer("🥹 thank you Maya")),
            (850, Close),
            (850, AskRating),
            (790, Rates(5, "They fixed it AND surprised me. Maya is a gem.")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Fatoumata Diallo",
            "f.diallo@example.org",
            ("Conakry", "GN"),
            "fr",
        ),
        title: "Livraison en Guinée",
        channel: Channel::Web,
        agent: Some(Camille),
        team: Some(Orders),
        read: false,
        beats: &[
            (
                1_010,
                Customer(
                    "Bonsoir, livrez-vous en Guinée ? Je voudrais équiper un petit camp d’été, une quinzaine de sacs de couchage.",
                ),
            ),
            (
                880,
                Agent(
                    "Bonsoir ! Oui, par DHL Express, comptez 6 à 8 jours. Pour quinze sacs, le port serait d’environ 210 €.",
                ),
            ),
            (760, Customer("C’est un peu cher pour l’association… Y a-t-il un tarif solidaire ?")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Ruth Abernathy",
            "ruth.abernathy@example.com",
            ("Hobart", "AU"),
            "en",
        ),
        title: "Lost in the returns portal",
        channel: Channel::Web,
        agent: Some(Jonas),
        team: Some(Orders),
        read: true,
        beats: &[
            (
                3_000,
                Customer(
                    "I've tried your returns page four times. It wants an order number, I type it, it says \"invalid\".",
                ),
            ),
            (2_999, Bot("Sorry to hear that! Which step are you on?")),
            (2_999, Choices(&["Order number", "Choosing a reason", "Printing the label"])),
            (2_998, Chooses(0)),
            (
                2_900,
                Agent(
                    "Hi Ruth! I see what's going on: the page doesn't like the letter **O** in the number, and yours starts with *FO*. I've made the label for you.",
                ),
            ),
            (2_899, Wait("started", "1 day")),
            (1_450, Wait("interrupted", "1 day")),
            (1_440, Customer("Label printed, parcel sent. Thanks Jonas!")),
            (1_400, Close),
            (1_300, Reopen),
            (1_299, SetPriority(Priority::Low)),
            (1_298, Other("sla_applied", r#"{"name":"First reply within 4 hours","met":true}"#)),
            (1_200, OwnNote("Keeping this open until the refund is through.")),
            (1_000, Customer("Just to say the tracking shows delivered on your side.")),
            (995, Agent("Perfect, I've refunded it this minute. **€119.00**, 3 to 5 days.")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Siobhán Ní Dhomhnaill",
            "siobhan@goldenhare.example",
            ("Galway", "IE"),
            "en",
        )
        .at("Golden Hare Books"),
        title: "Mugs for a bookshop café",
        channel: Channel::Ios,
        agent: Some(Tomas),
        team: Some(Wholesale),
        read: true,
        beats: &[
            (
                1_600,
                Customer(
                    "Hi! We're opening a café inside our bookshop and fell in love with the Ask mugs. 60 pieces, with a small hare on them?",
                ),
            ),
            (
                1_500,
                Agent(
                    "Hi Siobhán! A hare, how lovely. Enamel prints are possible from 48 pieces, two colours at most. Do you have the drawing as a vector file?",
                ),
            ),
            (1_490, Tag("wholesale")),
            (
                1_100,
                CustomerSends(&[
                    Piece::Text(
                        "I've only a sketch and an offer from your catalogue, is that enough to begin with?",
                    ),
                    Piece::File(&media::QUOTE, ""),
                ]),
            ),
            (
                1_060,
                Agent("It is! Our designer will trace it. You'd get a sample in about ten days."),
            ),
            (1_040, Customer("Go raibh míle maith agat! (That's a thousand thanks.)")),
            (1_030, SetFate(Fate::Created)),
        ],
    },
];
