//! The rest of this morning: some answered, some waiting for hours.

use inbox_model::{Channel, Priority};

use crate::demo::beat::Beat::{
    Agent, AgentSends, Customer, CustomerSends, Fate as SetFate, From, Note, OwnNote,
    Priority as SetPriority, Seen, SnoozeUntil, Suggestion, Tag,
};
use crate::demo::beat::{Fate, Piece};
use crate::demo::media;
use crate::demo::people::Colleague::{Aoife, Camille, Hana, Jonas, Priya, Tomas, Youssef};
use crate::demo::people::Team::{Orders, Support, Wholesale};
use crate::demo::tables::{Person, Scene};

pub(super) static SCENES: [Scene; 8] = [
    Scene {
        contact: Person::customer("Brendan Walsh", "b.walsh@example.com", ("Limerick", "IE"), "en"),
        title: "Third time I'm writing",
        channel: Channel::Email,
        agent: Some(Aoife),
        team: Some(Support),
        read: false,
        beats: &[
            (
                1_560,
                Customer(
                    "I returned a pair of boots on the 2nd. You received them on the 6th, I have the receipt. Where is my money?",
                ),
            ),
            (700, Customer("Hello??")),
            (
                210,
                Customer(
                    "This is the third time I'm writing. I have been a customer since 2016 and I have never been ignored like this. If I don't hear from you TODAY I'll have the bank reverse the payment.",
                ),
            ),
            (205, SetPriority(Priority::Urgent)),
            (204, Tag("complaint")),
            (
                180,
                Note(
                    Jonas,
                    "His mails went to the spam queue, I only saw the third. Return was booked in on the 6th, refund got stuck in approval. @Aoife can you take it? He's (rightly) furious.",
                ),
            ),
            (
                171,
                From(
                    Aoife,
                    "Dear Brendan,\n\nyou're right to be angry. Your first two messages ended up in a filter where nobody saw them. That's our failure, not yours.\n\nI've released the refund of **€139.00** myself just now, as an instant transfer. You should see it within the hour.\n\nMay I call you this afternoon? I'd like to apologise properly.\n\nAoife Byrne",
                ),
            ),
            (
                66,
                Customer(
                    "The money's there. Thank you.\n\nNo need to call. But do look at that filter, will you?",
                ),
            ),
        ],
    },
    Scene {
        contact: Person::customer(
            "Thiago Nascimento",
            "thiago.n@mail.example",
            ("São Paulo", "BR"),
            "pt",
        ),
        title: "Rastreamento",
        channel: Channel::Whatsapp,
        agent: Some(Tomas),
        team: Some(Orders),
        read: true,
        beats: &[
            (240, Customer("Oi! Vocês entregam em Ilhabela? É uma ilha, só chega de balsa 😅")),
            (205, Agent("Oi, Thiago! Entregamos sim, só leva um dia a mais.")),
            (190, Customer("Boa! Então vou pedir a rede e o lampião")),
            (150, Agent("Perfeito. Se fechar até as 15h, sai hoje ainda.")),
            (149, SetFate(Fate::Failed("number_not_reachable"))),
            (
                120,
                OwnNote(
                    "WhatsApp could not deliver the last one, his phone seems to be off. Trying again later.",
                ),
            ),
            (
                72,
                Agent(
                    "Oi de novo! Minha mensagem anterior não chegou: se fechar até as 15h, o pedido sai hoje.",
                ),
            ),
            (71, SetFate(Fate::Sent)),
        ],
    },
    Scene {
        contact: Person::customer(
            "Mateo Ruiz",
            "mateo.ruiz@example.com",
            ("Guadalajara", "MX"),
            "es",
        )
        .with_avatar("mateo"),
        title: "",
        channel: Channel::Android,
        agent: Some(Camille),
        team: Some(Support),
        read: false,
        beats: &[
            (170, CustomerSends(&[Piece::File(&media::VOICE, "")])),
            (168, Customer("perdón por el audio, voy manejando")),
            (
                131,
                Agent(
                    "¡Hola, Mateo! Lo escuché, sin problema. La linterna Nordlys dura unas **40 horas** al mínimo y 6 al máximo, y se carga por USB-C.",
                ),
            ),
            (104, Customer("Excelente. ¿Y aguanta la lluvia?")),
            (90, Agent("Sí, es IPX5: lluvia fuerte sí, sumergirla no 😉")),
            (77, Customer("Órale, va. ¿Me apartas dos?")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Yuki Nakamura",
            "nakamura@hotel-mori.example",
            ("Sapporo", "JP"),
            "en",
        )
        .at("Hotel Mori"),
        title: "Blankets for 24 rooms",
        channel: Channel::Email,
        agent: Some(Tomas),
        team: Some(Wholesale),
        read: false,
        beats: &[
            (
                2_900,
                Customer(
                    "Dear Fjord & Fern team,\n\nwe are renovating our hotel and would like to put a Moss blanket into each of the 24 rooms, plus six for the lounge. Could you send us your conditions for businesses?\n\nKind regards,\nYuki Nakamura",
                ),
            ),
            (2_880, Tag("wholesale")),
            (
                1_500,
                AgentSends(&[
                    Piece::Text(
                        "Dear Ms Nakamura,\n\nwith pleasure! For 30 pieces:\n\n| | per piece | total |\n|---|---|---|\n| list price | €95.00 | €2,850.00 |\n| **with 15 %** | **€80.75** | **€2,422.50** |\n\nFreight to Sapporo is about €180. I've attached our full list. Colours can be mixed.\n\nKind regards,\nTomás Oliveira",
                    ),
                    Piece::File(&media::PRICES, ""),
                ]),
            ),
            (
                84,
                CustomerSends(&[
                    Piece::Text(
                        "Dear Mr Oliveira,\n\nthank you, the conditions suit us. Please contact our interior architect about the colours, here are her details:",
                    ),
                    Piece::Card(
                        "Aiko Mori",
                        "+81 3 5550 0142",
                        "aiko@morikawa-interiors.example",
                        "Morikawa Interiors",
                    ),
                ]),
            ),
        ],
    },
    Scene {
        contact: Person::customer("अनन्या शर्मा", "ananya.sharma@example.com", ("जयपुर", "IN"), "hi"),
        title: "",
        channel: Channel::Web,
        agent: Some(Priya),
        team: Some(Support),
        read: true,
        beats: &[
            (220, Customer("नमस्ते! क्या Sundt बोतल में चाय गर्म रहेगी? और ढक्कन से टपकती तो नहीं? 😊")),
            (
                178,
                Agent(
                    "नमस्ते अनन्या जी! चाय लगभग **8 घंटे** गर्म रहती है, और बैग में उल्टी रखने पर भी नहीं टपकती।",
                ),
            ),
            (160, Customer("बढ़िया! क्या जयपुर में डिलीवरी होती है?")),
            (101, Agent("जी हाँ, 6 से 9 दिन में। सारे शुल्क कीमत में शामिल हैं।")),
            (94, Customer("धन्यवाद, अभी ऑर्डर करती हूँ 🙏")),
            (93, Seen),
        ],
    },
    Scene {
        contact: Person::customer("נועה לוי", "noa.levi@example.com", ("תל אביב", "IL"), "he"),
        title: "החזר על ההזמנה FF-57702",
        channel: Channel::Web,
        agent: Some(Youssef),
        team: Some(Orders),
        read: false,
        beats: &[
            (260, Customer("שלום, החזרתי שמיכה לפני שבועיים ועוד לא קיבלתי את הכסף.")),
            (
                231,
                Agent(
                    "שלום נועה, אני בודק. ההחזרה הגיעה אלינו ביום שלישי, ההחזר אושר עכשיו: **95 €**, תוך 3 עד 5 ימי עסקים.",
                ),
            ),
            (99, Customer("תודה! זה כולל גם את המשלוח?")),
        ],
    },
    Scene {
        contact: Person::customer("김서연", "seoyeon.kim@mail.example", ("서울", "KR"), "ko"),
        title: "재입고 문의",
        channel: Channel::Ios,
        agent: Some(Hana),
        team: Some(Support),
        read: true,
        beats: &[
            (300, Customer("안녕하세요! 모스 블랭킷 러스트 색상은 언제 다시 들어오나요?")),
            (
                270,
                Agent("안녕하세요, 서연님! 49주차에 60장 입고 예정입니다. 한 장 예약해 드릴까요?"),
            ),
            (262, Customer("네! 두 장 부탁드려요 🙏 하나는 엄마 선물이에요")),
            (230, Agent("두 장 예약 완료했습니다. 선물 포장도 무료로 해 드릴게요 🎁")),
            (225, Customer("와 감사합니다 ㅎㅎ")),
            (222, SnoozeUntil(6 * 1_440)),
        ],
    },
    Scene {
        contact: Person::customer(
            "Bjørn Sætre",
            "bjorn.saetre@post.example",
            ("Beitostølen", "NO"),
            "en",
        ),
        title: "Courier can't find the cabin",
        channel: Channel::Sms,
        agent: Some(Jonas),
        team: Some(Orders),
        read: false,
        beats: &[
            (180, Customer("Driver says he cannot find the cabin. There is only one cabin.")),
            (
                168,
                Agent(
                    "Hi Bjørn! The address on the label is only the road. Could you share the spot with me? I'll pass it on to the driver.",
                ),
            ),
            (
                151,
                CustomerSends(&[
                    Piece::Place(
                        61.249_3,
                        8.911_7,
                        "The cabin",
                        "Øvre Beitovegen, past the second gate",
                    ),
                    Piece::Text("Red door. There is a dog but she only looks serious."),
                ]),
            ),
            (
                140,
                OwnNote(
                    "Sent to the depot in Fagernes, driver is on tour again tomorrow from 8. Mentioned the dog.",
                ),
            ),
            (
                133,
                Agent(
                    "Got it, thank you! He'll try again **tomorrow between 8 and 11**, and he has been briefed about the dog 🐕",
                ),
            ),
            (107, Customer("Tomorrow I'm in town until noon. Can he put it under the porch?")),
            (
                106,
                Suggestion(
                    "Of course! I've told the driver: under the porch, tomorrow between 8 and 11. We'll text you as soon as it is there.",
                ),
            ),
        ],
    },
];
