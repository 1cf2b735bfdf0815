//! Sentences that fit any English conversation.

/// The assistant's first words.
pub(in crate::demo) const BOT_GREETINGS: [&str; 3] = [
    "Hi! I'm Fern, the shop's assistant 🌿 I'll find the right person for you. What is it about?",
    "Hello and welcome! While I look for a colleague, may I ask you one thing?",
    "Thanks for your message! We usually answer within two hours. One quick question so that it reaches the right team:",
];

/// What it offers.
pub(in crate::demo) const BOT_CHOICES: [&str; 4] =
    ["My order", "A return or refund", "A product", "Something else"];

/// What it asks for: identifier, label, kind.
pub(in crate::demo) const BOT_FORM: [(&str, &str, &str); 2] =
    [("order_number", "Order number", "text"), ("postcode", "Postcode", "text")];

/// How it passes on.
pub(in crate::demo) const BOT_HANDOVERS: [&str; 3] = [
    "Thank you! A colleague is on the way.",
    "Got it. I'm passing this to our team, they'll have everything you wrote.",
    "Perfect, that helps. Someone will be with you shortly.",
];

/// Summaries of calls.
pub(in crate::demo) const CALLS: [&str; 4] = [
    "Customer asked whether the change had gone through. Confirmed, nothing else open. Friendly call.",
    "Customer prefers phone. Explained the steps once more, sent the summary by e-mail. **Next step:** none.",
    "Voicemail left: we found the parcel, delivery on {date2}. Asked to call back if that doesn't suit.",
    "Talked through the options; customer chose the replacement. Address confirmed: {street}, {city}.",
];

/// Remarks with a good rating.
pub(in crate::demo) const PRAISE: [&str; 10] = [
    "Fast and friendly, thank you!",
    "{me} was brilliant.",
    "Best support I've had in years",
    "👍",
    "Solved in ten minutes.",
    "Very kind, and actually read what I wrote.",
    "❤️🌿",
    "Super helpful, would order again just for this.",
    "Great, although the first answer took a while.",
    "All good!",
];

/// Remarks with a poor one.
pub(in crate::demo) const BLAME: [&str; 6] = [
    "Took three days to get an answer.",
    "Nice people, but my parcel is still late.",
    "I had to explain everything twice",
    "ok",
    "The agent did their best, the carrier didn't.",
    "Would have liked a phone call.",
];
