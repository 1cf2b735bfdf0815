//! What the shop's people say often: a name to find it by, and the words.

/// The canned replies, by name.
pub(in crate::demo) const CANNED: [(&str, &str); 8] = [
    (
        "Welcome",
        "Hi {{customer.first_name | there}}, {{agent.first_name}} from {{workspace.name}} here. Thank you for writing, I'm on it and will be back with you shortly.",
    ),
    (
        "Ask for the order number",
        "Could you tell me the order number, {{customer.first_name | please}}? It begins with **FF-** and is in the subject of your confirmation.",
    ),
    (
        "Where is my parcel",
        "Your parcel is with the carrier. From Bergen it takes\n\n- 2 to 4 days within Norway,\n- 4 to 7 days to the rest of Europe.\n\nIf it isn't there by then, write to me here and I'll go and look for it.",
    ),
    (
        "How to return something",
        "No problem at all. You have 60 days:\n\n1. Pack it up, the box it came in is fine.\n2. Print the label from your account.\n3. Hand it in at any parcel shop.\n\nThe money is back on your account within five days after it reaches us.",
    ),
    (
        "Refund is on its way",
        "Done, {{customer.first_name | all set}}: the refund left us today. Banks take three to five days until it shows on your account.",
    ),
    (
        "Repair instead of new",
        "We'd rather mend it than sell you a new one. Send us a picture of the place, and I'll tell you what it takes. Most seams, zips and poles are free of charge, however old the thing is.",
    ),
    (
        "Out of stock",
        "I'm sorry, that one is gone for now. Shall I write to you when it is back, or would you like me to suggest something that is here?",
    ),
    (
        "Thank you and goodbye",
        "Glad that worked out, {{customer.first_name | and thank you}}! If anything else comes up, this chat stays open. Good weather, and warm feet.\n\n{{agent.first_name}}, {{workspace.name}}",
    ),
];
