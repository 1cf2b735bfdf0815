//! What came in within the last half hour: nearly all of it waits.

use inbox_model::{Channel, Priority};

use crate::demo::beat::Beat::{
    Agent, Bot, Close, Customer, CustomerSends, Note, OwnNote, Priority as SetPriority, Tag,
};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Colleague::{Hana, Jonas, Maya, Priya};
use crate::demo::people::Team::{Orders, Support};
use crate::demo::tables::{Person, Scene};

pub(super) static SCENES: [Scene; 8] = [
    Scene {
        contact: Person::customer(
            "Amara Okafor",
            "amara.okafor@example.com",
            ("Manchester", "GB"),
            "en",
        )
        .with_avatar("amara"),
        title: "Wedding present, needs to be there on Saturday",
        channel: Channel::Web,
        agent: Some(Maya),
        team: Some(Orders),
        read: false,
        beats: &[
            (
                52,
                Customer(
                    "Hi! I ordered the Moss wool blanket in rust as a wedding present, order FF-58214. The wedding is on SATURDAY and the tracking still says \"label created\" 😬",
                ),
            ),
            (51, SetPriority(Priority::High)),
            (
                44,
                Agent(
                    "Hi Amara! Saturday it is then, let me see what I can do. Is it going to your address or straight to the couple?",
                ),
            ),
            (
                41,
                Customer(
                    "Straight to them please. They're in Chester, I put their address in the delivery field",
                ),
            ),
            (40, Tag("shipping")),
            (
                36,
                OwnNote(
                    "Warehouse says the whole pallet missed yesterday's pick-up. @Jonas can you get this one onto the 5 pm express?",
                ),
            ),
            (
                29,
                Note(
                    Jonas,
                    "Pulled it. It's on my desk, waiting for the courier. Needs the gift card text though.",
                ),
            ),
            (
                27,
                Agent(
                    "Good news: my colleague Jonas has your parcel *in his hands* and it goes out by express at 5 pm. It'll be in Chester **tomorrow before noon**.\n\nOne question: what should the card say?",
                ),
            ),
            (6, Customer("Oh you're amazing!!")),
            (4, Customer("Card: \"To many warm evenings. With all our love, Amara & Tunde\"")),
            (
                2,
                Customer(
                    "and could you maybe leave out the price tag? I completely forgot about that",
                ),
            ),
        ],
    },
    Scene {
        contact: Person::visitor("🦊 foxtrot", ("Brighton", "GB"), "en").with_avatar("foxtrot"),
        title: "",
        channel: Channel::Web,
        agent: None,
        team: None,
        read: false,
        beats: &[
            (5, Customer("hey does the nordlys lantern have a red light mode")),
            (4, Customer("asking for a fox")),
            (
                3,
                Customer(
                    "ok it's me. i'm the fox. i do night photography and white light ruins everything",
                ),
            ),
        ],
    },
    Scene {
        contact: Person::customer(
            "Jean-Baptiste Lefèvre",
            "jb.lefevre@post.example",
            ("Annecy", "FR"),
            "fr",
        ),
        title: "",
        channel: Channel::Web,
        agent: None,
        team: None,
        read: false,
        beats: &[
            (
                9,
                Customer(
                    "Bonjour, je cherche une tente pour deux personnes et un chien (un berger australien, 25 kg…). La Skadi suffit-elle ou vaut-il mieux prendre plus grand ?",
                ),
            ),
            (
                7,
                Customer(
                    "On part trois semaines en Norvège en juillet, donc il faut qu’elle tienne la pluie 🌧️",
                ),
            ),
        ],
    },
    Scene {
        contact: Person::customer("田中 美咲", "misaki.tanaka@post.example", ("東京", "JP"), "ja")
            .with_avatar("yuki"),
        title: "お支払いについて",
        channel: Channel::Ios,
        agent: Some(Hana),
        team: Some(Support),
        read: false,
        beats: &[
            (
                38,
                Customer(
                    "こんにちは。先ほど注文しようとしたのですが、カード決済でエラーになってしまいました。二重に請求されていないか心配です。",
                ),
            ),
            (
                31,
                Agent(
                    "田中様、お問い合わせありがとうございます。ご心配をおかけして申し訳ございません。エラーの画面に番号は表示されましたか？",
                ),
            ),
            (24, CustomerSends(&[Piece::File(&media::SCREEN, "")])),
            (23, Customer("PAY-4012と出ています。")),
            (
                15,
                OwnNote(
                    "Same PAY-4012 as the Finnish case: gift card + decimal comma. One authorisation, nothing captured.",
                ),
            ),
            (
                12,
                Agent(
                    "ありがとうございます。確認いたしました。請求は**一度も確定しておりません**のでご安心ください。ギフトカードを一度外してから、最後の画面で再度入力していただけますでしょうか。",
                ),
            ),
            (
                10,
                Customer(
                    "できました！ありがとうございます😊\nちなみに、届くのはいつ頃になりますか？",
                ),
            ),
        ],
    },
    Scene {
        contact: Person::customer(
            "Declan Moriarty",
            "dec.moriarty@example.org",
            ("Cork", "IE"),
            "en",
        ),
        title: "",
        channel: Channel::Android,
        agent: Some(Maya),
        team: Some(Orders),
        read: false,
        beats: &[
            (75, Customer("helo")),
            (75, Customer("my pacakge is stil not here")),
            (74, Customer("its been 9 days")),
            (
                66,
                Agent(
                    "Hi Declan, sorry about that! Let me find it. Do you have the order number for me? It starts with FF-.",
                ),
            ),
            (30, Customer("FF 61177")),
            (29, Customer("sorry was on the bus")),
            (
                21,
                Agent(
                    "No worries! I've got it: it's been sitting in the Portlaoise depot since Tuesday because the house number is missing on the label. What's your number?",
                ),
            ),
            (13, Customer("oh")),
            (13, Customer("thats on me then 😅 its 14")),
            (12, Customer("14 Quay st")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Sofía Villanueva",
            "sofia.v@example.com",
            ("Zaragoza", "ES"),
            "es",
        ),
        title: "Taza rota en el pedido FF-60931",
        channel: Channel::Web,
        agent: None,
        team: Some(Orders),
        read: false,
        beats: &[
            (
                17,
                Customer(
                    "¡Hola! Acaba de llegar mi pedido y una de las tazas viene desconchada 😔 Es una pena porque son preciosas.",
                ),
            ),
            (
                16,
                CustomerSends(&[Piece::File(&media::MUG, "se ve bien aquí, arriba a la derecha")]),
            ),
            (
                15,
                Bot(
                    "¡Gracias por avisarnos! He pasado tu mensaje al equipo de pedidos, suelen responder en menos de una hora.",
                ),
            ),
        ],
    },
    Scene {
        contact: Person::customer(
            "Henrik Aasen",
            "henrik.aasen@post.example",
            ("Bodø", "NO"),
            "en",
        )
        .with_avatar("henrik"),
        title: "Just a thank-you",
        channel: Channel::Web,
        agent: Some(Priya),
        team: Some(Support),
        read: true,
        beats: &[
            (
                95,
                Customer(
                    "No problem to report for once. Back from nine days on the Lofoten with your tent. Two storms, zero drops inside.",
                ),
            ),
            (
                94,
                CustomerSends(&[Piece::File(&media::CAMP, "Day 6, half past ten in the evening")]),
            ),
            (
                70,
                Agent(
                    "Henrik, what a picture! 😍 We've all gathered around my screen. May we print it for the wall in the shop?",
                ),
            ),
            (
                33,
                Customer(
                    "Of course! Only if the name of the photographer is written as \"H. Aasen, retired\".",
                ),
            ),
            (
                22,
                Agent(
                    "Deal. And as every photo on the wall gets a pair of Rille socks: which size are your feet?",
                ),
            ),
            (19, Customer("43. But I did not do it for the socks 😄")),
            (18, Tag("praise")),
        ],
    },
    Scene {
        contact: Person::visitor("Greta", ("Berlin", "DE"), "en"),
        title: "",
        channel: Channel::Web,
        agent: None,
        team: None,
        read: false,
        beats: &[
            (28, Customer("hi, quick question")),
            (27, Customer("is anyone there?")),
            (
                20,
                Customer(
                    "ok I'll just ask: if I order today with express, does it arrive before the weekend? And can I change the address later if I'm not home after all?",
                ),
            ),
        ],
    },
];

/// Closed within the last hour, so that it can be seen near the top.
pub(super) static JUST_CLOSED: Scene = Scene {
    contact: Person::customer(
        "Callum Reid",
        "callum.reid@example.com",
        ("Fort William", "GB"),
        "en",
    ),
    title: "Pole slips out of its sleeve",
    channel: Channel::Web,
    agent: Some(Priya),
    team: Some(Support),
    read: true,
    beats: &[
        (
            330,
            Customer(
                "The pole on my Skadi keeps popping out at the top. I've filmed it because nobody believed me.",
            ),
        ),
        (
            329,
            CustomerSends(&[
                Piece::File(&media::POLE, "watch the right side"),
                Piece::File(&media::RATTLE, "and the sound it makes"),
            ]),
        ),
        (
            250,
            Agent(
                "I believe you! That's the old end cap: it was made 2 mm too short in the spring batch. I'm sending you two new ones, they just push on.",
            ),
        ),
        (244, Customer("Brilliant. Do I need glue?")),
        (215, Agent("No glue. Push until it clicks, then give it a quarter turn.")),
        (214, Tag("product question")),
        (92, Customer("Wait, there's an outdoor shop here that had the caps. Fits. Sorted!")),
        (
            71,
            Agent(
                "Even better! I've stopped ours, so nothing gets sent in vain. Enjoy the hills 🏔",
            ),
        ),
        (70, Close),
    ],
};
