//! Accounts, the app, and people's data.

use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Case, Goods, Topic};

pub(super) const LOGIN: Topic = Topic {
    titles: &["Can't log in", "Password reset doesn't arrive"],
    team: Team::Support,
    tag: "product question",
    goods: Goods::All,
    cases: &[
        Case {
            openings: &[
                "I can't log in any more. The password reset e-mail never arrives.",
                "login code expired before I could type it in, every time",
                "Dear team, your website doesn't like my password any longer, and I have only ever had the one.",
            ],
            notes: &[
                "Mail provider bounced us on {date}, address was on the suppression list. Removed.",
            ],
            answers: &[
                "Got it: your provider had bounced one of our mails, so our system stopped sending. I've lifted that and sent a new link. It's valid for 60 minutes.",
                "I've reset it. Here's what to do:\n\n1. open the link in the mail **in the same browser**\n2. choose a new password (12 characters or more)\n3. log in again on your other devices",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Hi, it says my account doesn't exist but I've ordered from you three times!",
                "Hello, I changed my e-mail address and now I'm locked out.",
            ],
            answers: &[
                "You had two accounts, one with a capital letter in the address. I've merged them. Please log in with **{email}**, all orders should be there.",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hi {name}, sorry about that! Which e-mail address do you use? And have you looked in the spam folder?",
        "Let's get you back in. Which address do you use, and are you trying in the app or on the website?",
    ],
    details: &[
        "{email}, on the website. Nothing in spam.",
        "In the browser, with {email}. Spam is empty.",
    ],
    attachment: None,
    follow_ups: &[
        (
            "Is there two-factor login?",
            "Yes, under **Account → Security**. We support passkeys as well.",
        ),
        (
            "Can I log in without a password?",
            "You can: choose *Send me a code*. It now lasts 15 minutes instead of 5.",
        ),
        ("Are my old orders gone?", "No, they're linked to the address and all visible again."),
    ],
    endings: &[
        ("I'm in! Thanks a lot.", "Welcome back, {name}! 🌿"),
        ("Works now.", "Great, have a nice day."),
        ("Thank you for your patience with an old man 😊", "Any time, it was a pleasure!"),
    ],
};

pub(super) const APP_BUG: Topic = Topic {
    titles: &["Total is NaN in the cart", "Bug report", "Error PAY-4012"],
    team: Team::Support,
    tag: "bug",
    goods: Goods::Kit,
    cases: &[Case {
        openings: &[
            "Hi, there's a bug: the total in my cart shows \"NaN\" and I can't pay.",
            "I keep getting \"Something went wrong (PAY-4012)\" at the checkout.",
            "your app won't let me buy things. the button is grey and says €NaN",
        ],
        notes: &[
            "Reproduced with 5.12.1: decimal comma, gift card in the cart. Filed as APP-2231.",
            "@Hana same error code as the two from yesterday.",
        ],
        answers: &[
            "I could reproduce it, thank you! It's filed as `APP-2231`. Until it's fixed, this works:\n\n- remove the gift card\n- add the item again\n- put the gift card back in the *last* step",
            "Our developers found it: a decimal comma in the balance. The fix is in **5.12.3**, which reaches the stores today or tomorrow.",
            "Thank you, that's a great report. For now please use the website for this step, your cart is the same there.",
        ],
        ..Case::USUAL
    }],
    checks: &[
        "Thanks for reporting it! Which version is it? You'll find it under **Settings → About**. A screenshot would help too.",
        "Oh, that's not nice. Which version and what phone do you have? And could you send a picture of it?",
    ],
    details: &[
        "Version 5.12.1, on a Pixel 8. The website is fine.",
        "5.12.1, iPhone 13, happens every time. See the screenshot.",
    ],
    attachment: Some(&[Piece::File(&media::SCREEN, "this is what I see")]),
    follow_ups: &[
        (
            "Do you need my logs?",
            "That would be wonderful! **Settings → Help → Send log**, and mention APP-2231.",
        ),
        (
            "Updated, and it still happens.",
            "Hmm. Could you clear the app's cache once? If it persists I'll connect you with a developer directly.",
        ),
        (
            "While we're at it: a dark mode would be great.",
            "You're not the only one! I've added your vote to the wish list.",
        ),
    ],
    endings: &[
        ("~Fixed with the update. Nice work!", "I'll pass that on, they'll be happy!"),
        ("ok, that'll do for now", "Thanks for bearing with us, {name}."),
    ],
};

pub(super) const NEWSLETTER: Topic = Topic {
    titles: &["Unsubscribe", "Too many e-mails"],
    team: Team::Support,
    tag: "privacy",
    goods: Goods::All,
    cases: &[
        Case {
            openings: &[
                "Please take me off the newsletter, the link at the bottom does nothing.",
                "I unsubscribed on {date} and still get mails. Please stop.",
            ],
            notes: &["Was on two lists (shop + magazine). Removed from both."],
            answers: &[
                "Done, you're off all lists as of now. One mail that was already queued might still reach you today.",
            ],
            endings: &[
                ("Thanks.", "You're welcome, {name}."),
                ("Peace at last 😌", "Enjoy the silence!"),
            ],
            ..Case::USUAL
        },
        Case {
            openings: &["Hi! I like you but 4 mails a week is a lot 😅 Can I get fewer?"],
            answers: &[
                "I've switched you to the monthly letter. That's one mail, on the first Sunday. You can change it any time [in your settings](https://fjordandfern.example/account/mail).",
            ],
            endings: &[("Monthly is perfect, thank you!", "See you on Sunday, then ☕")],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Sorry about that, {name}! Which address do they go to?",
        "Of course. Is it {email}, or another address?",
    ],
    details: &["{email}", "They go to {email}, and I think to my work address too."],
    attachment: None,
    follow_ups: &[
        ("Will I still get order confirmations?", "Yes, those are separate."),
        (
            "Does that include the magazine?",
            "Yes, it was a list of its own and I've changed that too.",
        ),
    ],
    endings: &[],
};

pub(super) const PRIVACY: Topic = Topic {
    titles: &["My data", "Request under GDPR"],
    team: Team::Support,
    tag: "privacy",
    goods: Goods::All,
    cases: &[
        Case {
            openings: &["Please delete my account and all data you have about me."],
            notes: &[
                "Identity confirmed. Deadline 30 days, ticket with the data protection officer opened.",
            ],
            answers: &[
                "Thank you, that's confirmed. Your account will be deleted within 30 days. Invoices we have to keep for tax reasons, but they're locked and used for nothing else.",
            ],
            ..Case::USUAL
        },
        Case {
            openings: &[
                "Under Art. 15 GDPR I'd like a copy of my personal data.",
                "hi, can I get everything you have stored about me?",
            ],
            notes: &["Identity confirmed. Export requested."],
            answers: &[
                "Your data will be ready to download within 48 hours; the link goes to {email} and works once. It contains orders, addresses, messages and consents.",
            ],
            ..Case::USUAL
        },
        Case {
            ask: false,
            openings: &["Hello, how long do you keep my address after an order?"],
            answers: &[
                "As long as the law wants it on the invoice, which is five years in Norway. For anything else it's gone after twelve months without an order.",
            ],
            ..Case::USUAL
        },
    ],
    checks: &[
        "Hello {name}, of course. To make sure it's really you, please confirm the last order number.",
        "Thank you for your message. I've just sent a code to {email}; could you tell me that and your last order number?",
    ],
    details: &["My last order was {order}.", "The code is 71{n}. Last order: {order}."],
    attachment: None,
    follow_ups: &[
        (
            "Do you pass data on to anyone?",
            "Only to the carrier (name, address, phone) and the payment provider. The full list is in our [privacy notice](https://fjordandfern.example/privacy).",
        ),
        ("Can I have that in writing?", "Of course, an e-mail with all of this is on its way."),
    ],
    endings: &[
        ("That was refreshingly simple. Thank you.", "Thank you, {name}. All the best!"),
        ("OK, thanks.", "You're welcome."),
    ],
};
