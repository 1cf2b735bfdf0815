//! What came in within the last hour or so: most of it still waits.

use inbox_model::{Channel, Priority};

use crate::demo::beat::Beat::{
    Agent, Bot, Choices, Chooses, Close, Customer, CustomerSends, From, Note, OwnNote,
    Priority as SetPriority, Seen, Suggestion, Tag,
};
use crate::demo::beat::{Person, Piece, Scene};
use crate::demo::media;
use crate::demo::people::Colleague::{Aoife, Hana, Jonas, Maya, Priya, Youssef};
use crate::demo::people::Team::{Orders, Support};

pub(super) static SCENES: [Scene; 14] = [
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
    Scene {
        contact: Person::customer("Emre Yıldız", "emre.yildiz@mail.example", ("İzmir", "TR"), "tr")
            .with_avatar("emre"),
        title: "FF-59940 teslimat",
        channel: Channel::Android,
        agent: Some(Aoife),
        team: Some(Orders),
        read: true,
        beats: &[
            (
                130,
                Customer(
                    "Merhaba, siparişim üç gündür gümrükte görünüyor. Benden bir belge isterler mi?",
                ),
            ),
            (
                101,
                Agent(
                    "Merhaba Emre Bey, kontrol ettim: belge gerekmiyor, faturayı biz gönderdik. En geç yarın çıkması lazım.",
                ),
            ),
            (80, Customer("Süper, teşekkürler. Kargo beni arar mı?")),
            (
                45,
                Agent(
                    "Evet, teslimattan önce SMS gelir. Bir aksilik olursa buraya yazın, ben takip ediyorum 🙂",
                ),
            ),
            (31, Customer("Çok sağ olun!")),
            (30, Seen),
        ],
    },
    Scene {
        contact: Person::customer("Nour Haddad", "nour.haddad@example.com", ("بيروت", "LB"), "ar")
            .with_avatar("nour"),
        title: "استبدال حذاء Fjell",
        channel: Channel::Ios,
        agent: Some(Youssef),
        team: Some(Orders),
        read: false,
        beats: &[
            (
                88,
                Customer(
                    "مرحباً، وصلني حذاء Fjell اليوم وهو جميل جداً لكنه يضغط على الأصابع. هل يمكن استبداله بمقاس أكبر؟",
                ),
            ),
            (87, CustomerSends(&[Piece::File(&media::SHOE, "هنا بالضبط")])),
            (61, Agent("أهلاً بك! بالتأكيد. هل استخدمته في الخارج أم جربته في البيت فقط؟")),
            (57, Customer("في البيت فقط، والعلبة موجودة")),
            (
                50,
                Agent(
                    "ممتاز. المقاس 39 متوفر باللونين:\n\n- أخضر **moss**\n- رمادي **charcoal**\n\nأيهما تفضلين؟",
                ),
            ),
            (34, Customer("الرمادي من فضلك 🙏 وهل تأتي شركة الشحن لأخذ القديم؟")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Maximiliane-Henriette Freifrau von Rabenfels-Lichtenau",
            "m.rabenfels@post.example",
            ("Bamberg", "DE"),
            "de",
        ),
        title: "Leinenbettwäsche „Ora“: Maße und Waschbarkeit",
        channel: Channel::Email,
        agent: Some(Jonas),
        team: Some(Support),
        read: false,
        beats: &[
            (
                190,
                Customer(
                    "Sehr geehrte Damen und Herren,\n\nich beabsichtige, vier Garnituren der Leinenbettwäsche „Ora“ für unser Gästehaus zu erwerben, und hätte hierzu drei Fragen:\n\n1. Sind auch Übergrößen (155 × 220 cm) lieferbar?\n2. Wie stark läuft das Leinen bei 60 °C ein?\n3. Gewähren Sie ab vier Garnituren einen Nachlass?\n\nMit freundlichen Grüßen\nM.-H. v. Rabenfels-Lichtenau",
                ),
            ),
            (
                120,
                Agent(
                    "Sehr geehrte Frau von Rabenfels-Lichtenau,\n\nvielen Dank für Ihre Anfrage. Gern der Reihe nach:\n\n1. Ja, 155 × 220 cm ist lieferbar, in *Hafer* und *Salbei*.\n2. Das Leinen ist vorgewaschen und läuft etwa **2 %** ein.\n3. Ab vier Garnituren gewähren wir **10 %**.\n\nDarf ich Ihnen Stoffmuster schicken?\n\nMit freundlichen Grüßen\nJonas Berg",
                ),
            ),
            (
                35,
                Customer(
                    "Sehr geehrter Herr Berg,\n\nhaben Sie Dank für die rasche und ausführliche Auskunft. Stoffmuster wären mir sehr recht, beide Farben bitte. Die Anschrift ist Ihnen bekannt.\n\nMit freundlichen Grüßen",
                ),
            ),
        ],
    },
    Scene {
        contact: Person::customer("张伟", "zhang.wei@mail.example", ("上海", "CN"), "zh"),
        title: "",
        channel: Channel::Web,
        agent: Some(Hana),
        team: Some(Support),
        read: true,
        beats: &[
            (160, Customer("你好，Skadi帐篷和Hatt天幕可以一起用吗？")),
            (118, Agent("您好！可以的，天幕可以直接搭在帐篷前面，形成一个大约6平方米的空间。")),
            (110, Customer("有图吗？")),
            (62, Agent("这是客户拍的一张，右边再加两根登山杖就可以了。")),
            (61, From(Hana, "另外，两件一起买可以打**九折**，优惠码：`SKADI-HATT`")),
            (48, Customer("好的，我考虑一下，谢谢")),
        ],
    },
    Scene {
        contact: Person::customer(
            "Ines Carvalho",
            "ines.carvalho@example.org",
            ("Lisbon", "PT"),
            "en",
        )
        .with_avatar("ines"),
        title: "Checkout shows €NaN",
        channel: Channel::Ios,
        agent: Some(Maya),
        team: Some(Support),
        read: false,
        beats: &[
            (
                140,
                Customer("Hello, I think I found a bug. The total in my cart is… not a number 😄"),
            ),
            (139, CustomerSends(&[Piece::File(&media::SCREEN, "iPhone 13, app version 5.12.1")])),
            (
                125,
                Agent(
                    "Ha, that's a first for me, and I'm very sorry I laughed. Thank you for the screenshot! Is there a gift card in your cart?",
                ),
            ),
            (119, Customer("There is! 50 euros, from my brother.")),
            (118, Tag("bug")),
            (
                112,
                OwnNote(
                    "Reproduced. Locale pt-PT, balance is read as `50,00` → NaN. Filed as APP-2231, @Priya same thing as the Tokyo case?",
                ),
            ),
            (
                104,
                Note(
                    Priya,
                    "Yes, identical. Fix is in 5.12.3, in review at the store since this morning.",
                ),
            ),
            (
                98,
                Agent(
                    "Found it, thanks to you: the app reads the comma in your balance as… nothing. The fix (**5.12.3**) is already with the store.\n\nUntil then, this works:\n\n1. take the gift card out\n2. go to the last step\n3. put it back in there",
                ),
            ),
            (70, Seen),
            (42, Customer("That worked! Order placed. Do I get a bug bounty in wool socks?")),
            (
                40,
                CustomerSends(&[
                    Piece::Text("And in case your developers want it, here's the log."),
                    Piece::File(&media::LOG, ""),
                ]),
            ),
        ],
    },
    Scene {
        contact: Person::visitor("", ("Rotterdam", "NL"), "en"),
        title: "",
        channel: Channel::Web,
        agent: None,
        team: None,
        read: false,
        beats: &[
            (58, Customer("do you ship to a parcel locker")),
            (58, Bot("Hi! I'm Fern, the shop's assistant 🌿 What is it about?")),
            (
                58,
                Choices(&[
                    "Delivery options",
                    "An order I've placed",
                    "A product",
                    "Something else",
                ]),
            ),
            (57, Chooses(0)),
            (
                57,
                Bot(
                    "We deliver to lockers in the **Netherlands, Germany, Poland and the Nordics**. Choose *Pick-up point* in the second step of the checkout and enter your postcode.\n\nDid that answer your question?",
                ),
            ),
            (57, Choices(&["Yes, thanks", "No, I'd like to talk to someone"])),
            (55, Chooses(1)),
            (
                54,
                Suggestion(
                    "Lockers in Rotterdam accept parcels up to 64 × 38 × 40 cm. Everything except the plant stand fits. Delivery takes 2 to 3 working days.",
                ),
            ),
            (53, Customer("my question is whether the plant stand fits in one. it's quite long")),
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
