//! What a desk must be able to show: a very long message, a thread full of code, and the demo
//! customer's own conversations.

use inbox_model::Channel;

use crate::demo::beat::Beat::{
    Agent, AgentSends, AskRating, Close, Customer, CustomerSends, From, Note, OwnNote, Rates, Seen,
    Tag,
};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Colleague::{Jonas, Maya, Priya};
use crate::demo::people::Team::{Orders, Support, Wholesale};
use crate::demo::tables::{Person, Scene};

/// The customer who is signed in to the demo's messenger.
const LENA: Person =
    Person::customer("Lena Sommer", "lena.sommer@example.com", ("Freiburg", "DE"), "en")
        .with_avatar("lena");

/// Open, with an answer that the customer has not read.
pub(super) static LENA_OPEN: Scene = Scene {
    contact: LENA,
    title: "Tent for a weekend with kids",
    channel: Channel::Web,
    agent: Some(Maya),
    team: Some(Support),
    read: true,
    beats: &[
        (
            1_530,
            Customer(
                "Hi! We'd like to take our kids (4 and 7) camping for the first time. Would the Skadi be big enough for one adult and two children?",
            ),
        ),
        (
            1_495,
            Agent(
                "Hi Lena, what a nice plan! 🏕 For one adult and two small ones the **Skadi** works well: the inner tent is 2.25 × 1.40 m.\n\nIf you'd like to bring bags inside as well, have a look at the [Hatt tarp](https://fjordandfern.example/hatt), it makes a porch in two minutes.",
            ),
        ),
        (1_480, Customer("The porch sounds great, ours collect sticks and stones 😄")),
        (1_478, Customer("Is it hard to set up alone? My husband comes a day later.")),
        (
            1_440,
            OwnNote(
                "First-time campers. If they order, let's add the little \"my first tent\" booklet.",
            ),
        ),
        (
            1_435,
            Agent(
                "Not at all, one person needs about eight minutes:\n\n1. lay out the inner tent and peg the corners\n2. slide both poles through (they're colour-coded)\n3. throw the fly over it and clip it in\n\nOur tip: try it once in the garden.",
            ),
        ),
        (
            95,
            Customer(
                "We tried it in the living room, worked like a charm! Do I need anything under it?",
            ),
        ),
        (
            36,
            AgentSends(&[
                Piece::Text(
                    "Ha, living room is even better! A groundsheet is worth it on stony ground: it keeps the floor dry and whole. Here are the colours we have at the moment, the sheet comes in the same ones.",
                ),
                Piece::File(&media::COLOURS, "Moss, rust, fjord and oat"),
            ]),
        ),
        (
            34,
            Agent(
                "And because it's your first time: use `FIRSTNIGHT` for 10 % off the sheet. Have fun! 🌲",
            ),
        ),
    ],
};

/// Closed, with a rating.
pub(super) static LENA_RATED: Scene = Scene {
    contact: LENA,
    title: "Order FF-51873 delayed",
    channel: Channel::Web,
    agent: Some(Jonas),
    team: Some(Orders),
    read: true,
    beats: &[
        (
            30_300,
            Customer("Hello, my order FF-51873 was supposed to arrive on Monday. Could you check?"),
        ),
        (
            30_240,
            Agent(
                "Hello Lena! It's stuck in the depot in Karlsruhe, I've just given them a nudge. It should be with you tomorrow.",
            ),
        ),
        (30_235, Tag("shipping")),
        (30_200, Customer("Thanks, I'll be home.")),
        (28_700, Customer("It's here! All good.")),
        (28_640, Agent("Great, enjoy your new mugs ☕")),
        (28_630, Seen),
        (28_620, Close),
        (28_619, AskRating),
        (28_500, Rates(4, "Friendly and quick. One star off for the courier, not for you.")),
    ],
};

/// Closed, with attachments from both sides.
pub(super) static LENA_FILES: Scene = Scene {
    contact: LENA,
    title: "Zip of the Brisling jacket",
    channel: Channel::Ios,
    agent: Some(Priya),
    team: Some(Support),
    read: true,
    beats: &[
        (
            92_000,
            Customer(
                "Hi, the zip of my rain jacket has come apart at the bottom. I've had it for two years, is there anything you can do?",
            ),
        ),
        (
            91_998,
            CustomerSends(&[
                Piece::File(&media::ZIP, "bottom part"),
                Piece::File(&media::VOICE, ""),
                Piece::Text("(the voice message is my daughter explaining how it happened)"),
            ]),
        ),
        (
            91_600,
            AgentSends(&[
                Piece::Text(
                    "Best accident report ever 😄 Tell her it's not her fault, zips get tired. It's covered by our 5-year promise; here's the label for the workshop.",
                ),
                Piece::File(&media::LABEL, ""),
            ]),
        ),
        (91_590, Tag("return")),
        (84_000, Customer("Sent it off today!")),
        (
            76_000,
            Agent(
                "It's done and on its way back: new zip, and the workshop washed and proofed it too.",
            ),
        ),
        (
            74_500,
            CustomerSends(&[
                Piece::Text("It looks like new! Here it is, back in its natural habitat."),
                Piece::File(&media::CAMP, ""),
            ]),
        ),
        (74_400, Agent("Wonderful! Happy trails to you and your daughter 🌿")),
        (74_380, Seen),
        (74_370, Close),
    ],
};

/// A developer and much code.
pub(super) static CODE: Scene = Scene {
    contact: Person::customer(
        "Ruben Castellanos",
        "ruben@trailmix.example",
        ("Valencia", "ES"),
        "en",
    )
    .at("Trailmix"),
    title: "Stock feed returns 304 for ever",
    channel: Channel::Web,
    agent: Some(Priya),
    team: Some(Wholesale),
    read: false,
    beats: &[
        (
            410,
            Customer(
                "Hi, Ruben from Trailmix. Our import of your stock feed hasn't seen a change since Tuesday. This is what we do:\n\n```bash\ncurl -sS -D - -o feed.json \\\n  -H 'If-None-Match: \"b1946ac9\"' \\\n  https://feeds.fjordandfern.example/v1/stock.json\n```\n\nand we always get\n\n```http\nHTTP/2 304\netag: \"b1946ac9\"\ncache-control: max-age=300\n```",
            ),
        ),
        (
            385,
            Agent(
                "Hi Ruben! Thanks for the exact commands, that helps a lot. Could you run it once without the `If-None-Match` header and tell me the `etag` you get?",
            ),
        ),
        (
            372,
            Customer(
                "Sure:\n\n```http\nHTTP/2 200\netag: \"b1946ac9\"\ncontent-type: application/json\nage: 271334\n```\n\nSame tag, and look at the `age`. 271334 s is a bit more than three days.",
            ),
        ),
        (
            360,
            OwnNote(
                "`age: 271334` → the CDN has been serving one object since the deploy on Tuesday. Purge + check that the origin sends `Surrogate-Key`.",
            ),
        ),
        (
            341,
            Note(
                Maya,
                "Platform says the purge hook lost its token in the deploy. They're fixing it now.",
            ),
        ),
        (
            330,
            Agent(
                "You've found our bug: the cache in front of the feed was never told that there's something new. It's purged now. Could you try again?\n\nBy the way, if you only need what changed, this is lighter:\n\n```js\nconst since = new Date(Date.now() - 15 * 60_000).toISOString();\nconst url = `https://feeds.fjordandfern.example/v1/stock/changes?since=${since}`;\n\nfor await (const line of lines(await fetch(url))) {\n  const { sku, stock } = JSON.parse(line);\n  await update(sku, stock);\n}\n```",
            ),
        ),
        (
            312,
            Customer(
                "Works, 1,204 changes just came in 👍\n\nOne more: some lines have `\"stock\": null`. Is that zero or unknown?\n\n```json\n{\"sku\": \"SKADI-2P-MOSS\", \"stock\": 14}\n{\"sku\": \"HATT-TARP-OAT\", \"stock\": null}\n{\"sku\": \"MOSS-RUST\", \"stock\": 0, \"next\": \"2026-W49\"}\n```",
            ),
        ),
        (
            290,
            Agent(
                "Good question, and it's documented nowhere (yet):\n\n| value | meaning |\n|---|---|\n| `0` | sold out |\n| `null` | made to order, always available |\n| *missing* | discontinued |\n\nSo `null` should show as *available*.",
            ),
        ),
        (
            282,
            Customer(
                "Then our mapping was wrong all along 🙈\n\n```diff\n- const available = line.stock > 0;\n+ const available = line.stock === null || line.stock > 0;\n```",
            ),
        ),
        (270, From(Priya, "Exactly that. Your diff goes straight into our docs, thank you!")),
        (
            82,
            Customer(
                "One last thing: is there a checksum? We had a half-written file once. I'd do\n\n```python\nimport hashlib, pathlib\n\ndef intact(path: pathlib.Path, expected: str) -> bool:\n    return hashlib.sha256(path.read_bytes()).hexdigest() == expected\n```\n\nif you send a `Repr-Digest`.",
            ),
        ),
    ],
};

/// A letter.
pub(super) static LETTER: Scene = Scene {
    contact: Person::customer(
        "Margaret Ellison-Whitfield",
        "margaret.ew@post.example",
        ("Keswick", "GB"),
        "en",
    ),
    title: "A long story about a short rope",
    channel: Channel::Email,
    agent: Some(Maya),
    team: Some(Support),
    read: false,
    beats: &[
        (
            265,
            Customer(
                "Dear people of Fjord & Fern,\n\nplease forgive the length of this. I am seventy-eight, it is raining, and I have a cup of tea and nothing else to do until four.\n\nIn the spring of last year my late husband's rucksack gave up. He had carried it since 1974, up every hill you can see from our kitchen and quite a few you can't. When the second strap went I decided that enough was enough and bought one of yours, the *Loft*, in the green one. I was sceptical. It weighs nothing, and I was brought up to believe that things which weigh nothing are worth nothing.\n\nI was wrong about that, and I want to say so first, because what follows might sound like a complaint and it isn't one.\n\nThe rucksack has been up Skiddaw eleven times now. It has been rained on, sat on, and on one occasion slept in by a lamb. It is as good as new. My neighbour Joan, who is eighty-one and competitive, has bought the same one in rust.\n\nNow to the rope. On the left side there is a little loop of cord with a toggle, meant (I suppose) for a walking pole. I use it for my stick. It is a good stick, ash, made by a man in Borrowdale, and it is **four centimetres longer** than whatever you had in mind. So the toggle sits exactly where my elbow wants to be. Every step: tap. Three hours up, two hours down, that is a great many taps.\n\nI have tried:\n\n1. tying a knot in the cord (it came undone at Latrigg),\n2. moving the toggle to the other side (now it taps the other elbow),\n3. a shorter stick (unthinkable),\n4. ignoring it (see above: I am seventy-eight).\n\nMy grandson says I should simply cut the cord and burn the end with a lighter so that it doesn't fray. He studies engineering and is probably right. But I don't like to take scissors to something that somebody has clearly thought about, and I'd rather ask the people who did the thinking.\n\nSo my questions are these:\n\n- Is there a longer cord that I could thread in its place, and would you sell me one?\n- If so, does one pull the old one out at the top or at the bottom? There is a small stitched bit and I am afraid of it.\n- Who designed the side pocket? It is exactly the size of a flask, and I'd like them to know that it has been noticed.\n\nThere is no hurry at all. The forecast is dreadful until the weekend and Joan has a cold.\n\nWith kind regards, and with thanks for a very good bag,\n\nMargaret Ellison-Whitfield (Mrs)\n\n*PS: The lamb was fine. She had only wanted to get out of the wind.*\n\n*PPS: My grandson, reading over my shoulder, says I should also ask whether \"it comes in a 40 litre\". I don't need one. He does.*",
            ),
        ),
        (240, Tag("product question")),
        (
            225,
            OwnNote(
                "Everybody please read this one 🥹 @Priya who designed the side pocket? I'd love to put them in touch.",
            ),
        ),
        (
            201,
            Note(
                Priya,
                "That was Inger, she's in on Thursday. I've printed it for her. Long cord = spare part 31, pull out at the *bottom*.",
            ),
        ),
        (
            86,
            Agent(
                "Dear Mrs Ellison-Whitfield,\n\nyour letter has been read aloud in our kitchen, twice, and there was a vote on the lamb (unanimous).\n\nThe cord exists: it's 12 cm longer, it's free, and it is already in an envelope to Keswick. You pull the old one out at the **bottom**; the stitched bit is only there to look important.\n\nInger designed the pocket, around her own flask. She is writing to you herself.\n\nAnd yes, it does come in 40 litres, in spring. Tell your grandson that he was right about the lighter, too.\n\nWarmly,\nMaya",
            ),
        ),
    ],
};
