//! What conversation systems bring to the desk, each piece as an agent uses it.

use inbox_dialects::Capabilities;
use inbox_model::command::Envelope;
use inbox_model::conversation::Source;
use inbox_model::csat::{CsatRequest, CsatStatus, RatedAgent};
use inbox_model::handling::{ChannelAccount, EntryPoint, Profile};
use inbox_model::part::{Call, Message};
use inbox_model::reply_window::ReplyWindow;
use inbox_model::suggestion::Suggestion;
use inbox_model::tag::{Tag, TagApplication};
use inbox_model::time::{HOUR, MINUTE};
use inbox_model::tracking::Seen;
use inbox_model::{
    Channel, Command, Conversation, Delivery, Part, PartBody, Participant, ParticipantKind,
    Priority,
};
use inbox_widgets::sync::now;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{press, settle, type_into};
use crate::world::{customer, desk, everything, me, said, talk};

fn two() -> Vec<Part> {
    vec![said("p1", customer(), "Where is it?", 9), said("p2", me(), "On its way", 8)]
}

fn draft() -> Part {
    let body = PartBody::Suggestion(Suggestion::pending(Message::text("It left **today**")));
    let bot = Participant::new(ParticipantKind::Bot, "b1").named("Assistant");
    Part::new("d1".into(), body, Some(bot), now().plus(-MINUTE))
}

fn windowed(window: ReplyWindow) -> Conversation {
    let mut one = talk("c1", two());
    one.handling.reply_window = Some(window);
    one.source = Some(Source { channel: Channel::Whatsapp, ..Source::default() });
    one
}

#[wasm_bindgen_test]
async fn a_quote_goes_to_its_message() {
    let mut parts = two();
    parts[1].tracking.reply_to = Some("p1".into());
    let mut lost = said("p3", me(), "As I said", 7);
    lost.tracking.reply_to = Some("gone".into());
    parts.push(lost);
    let desk = desk(everything(), vec![talk("c1", parts)]).await;
    let quote = desk.button("In reply to Nour: Where is it?");
    assert_eq!(desk.stage.text(".quote-missing"), "Earlier message");
    quote.click();
    desk.until("the flash", |desk| desk.stage.all(".flash").len() == 1).await;
    let found = desk.stage.one(".flash");
    assert_eq!(found.get_attribute("data-part-id").as_deref(), Some("p1"));
    assert_eq!(desk.stage.focused().unwrap(), found.into());
}

#[wasm_bindgen_test]
async fn a_quote_of_what_is_not_built_yet_leads_there_too() {
    let mut parts: Vec<Part> =
        (0..200).map(|at| said(&format!("p{at:03}"), customer(), "Hello", 300 - at)).collect();
    parts[199].tracking.reply_to = Some("p003".into());
    let desk = desk(everything(), vec![talk("c1", parts)]).await;
    assert!(desk.stage.all("[data-part-id=p003]").is_empty());
    desk.button("In reply to Nour: Hello").click();
    desk.until("the flash", |desk| desk.stage.all(".flash").len() == 1).await;
    let found = desk.stage.one(".flash");
    assert_eq!(found.get_attribute("data-part-id").as_deref(), Some("p003"));
    let place = found.get_bounding_client_rect();
    let frame = desk.stage.one("[data-scroller=thread]").get_bounding_client_rect();
    assert!(place.top() >= frame.top() && place.bottom() <= frame.bottom(), "it is in sight");
}

#[wasm_bindgen_test]
async fn a_reaction_is_given_by_keyboard_and_taken_back() {
    let mut parts = two();
    parts[1].tracking.contact_reaction = Some("❤️".into());
    let desk = desk(everything(), vec![talk("c1", parts)]).await;
    assert!(desk.stage.text(".reactions").contains("Nour reacted with ❤️"));
    let bubble = desk.stage.one("[data-part-id=p1] .bubble");
    let opener = desk.button("Add a reaction");
    opener.focus().unwrap();
    opener.click();
    settle().await;
    assert_eq!(desk.stage.focused().unwrap().get_attribute("aria-label").unwrap(), "Thumbs up");
    let picker = desk.stage.one(".emoji-picker");
    press(&picker, "Escape", |_| ());
    settle().await;
    assert!(desk.stage.all(".emoji-picker").is_empty());
    assert_eq!(desk.stage.focused().unwrap(), opener.clone().into());
    opener.click();
    settle().await;
    // A pointer gives the opener the focus before it presses.
    opener.focus().unwrap();
    opener.click();
    settle().await;
    assert!(desk.stage.all(".emoji-picker").is_empty(), "a second press closes");
    opener.click();
    settle().await;
    let first = desk.button("Thumbs up");
    press(&first, "ArrowDown", |_| ());
    let below = desk.stage.focused().unwrap();
    assert_eq!(below.get_attribute("aria-label").unwrap(), "Sad");
    desk.button("Sad").click();
    let given = desk.command("a reaction", |one| matches!(one, Command::React { .. })).await;
    assert_eq!(given, Command::React { part: "p1".into(), emoji: Some("😢".into()) });
    assert_eq!(desk.stage.one("[data-part-id=p1] .bubble"), bubble, "the bubble was made again");
    desk.button("Change our reaction 😢").click();
    settle().await;
    desk.button("Remove our reaction").click();
    let back = Command::React { part: "p1".into(), emoji: None };
    desk.command("taking it back", |one| *one == back).await;
    desk.until("no chip", |desk| desk.stage.all(".reaction-own").is_empty()).await;
    let kept = desk.stage.focused().unwrap();
    assert_eq!(kept, opener.into(), "the focus stays with the message");
}

#[wasm_bindgen_test]
async fn the_tools_of_all_messages_are_one_stop() {
    let mut parts = two();
    parts.push(said("p3", customer(), "Thank you", 2));
    let desk = desk(everything(), vec![talk("c1", parts)]).await;
    let stops = |desk: &crate::world::Desk| {
        let tools = desk.stage.all(".message-tool[tabindex='0']").into_iter();
        let message = |one: web_sys::HtmlElement| one.closest("[data-part-id]").unwrap().unwrap();
        let mut ids: Vec<_> =
            tools.filter_map(|one| message(one).get_attribute("data-part-id")).collect();
        ids.dedup();
        ids
    };
    assert_eq!(stops(&desk), ["p3"], "the newest");
    let tool = desk.stage.all("[data-part-id=p3] .message-tool")[0].clone();
    tool.focus().unwrap();
    press(&tool, "ArrowUp", |_| ());
    settle().await;
    assert_eq!(stops(&desk), ["p2"]);
    press(&desk.stage.all("[data-part-id=p2] .message-tool")[0], "ArrowUp", |_| ());
    settle().await;
    assert_eq!(stops(&desk), ["p1"]);
    let react = desk.stage.all("[data-part-id=p1] .message-tool")[0].clone();
    press(&react, "ArrowRight", |_| ());
    assert_eq!(
        desk.stage.focused().unwrap().get_attribute("title").unwrap(),
        "Reply to this message"
    );
}

#[wasm_bindgen_test]
async fn what_the_channel_says_stands_below_with_a_way_on() {
    let mut parts = two();
    parts[1].delivery = Some(Delivery::Failed { code: "131047".into() });
    parts[1].tracking.delivery_info = Some("Number unknown".into());
    parts[1].tracking.subject = Some("Your order".into());
    parts[1].tracking.campaign = Some("Spring".into());
    parts[1].channel = Some(Channel::Email);
    parts[0].tracking.seen_by = vec![Seen { agent: "a2".into(), at: now() }];
    let can = Capabilities { seen: false, ..everything() };
    let desk = desk(can, vec![talk("c1", parts)]).await;
    let message = desk.stage.text("[data-part-id=p2]");
    for words in
        ["Not sent", "“Number unknown”", "Subject: Your order", "Campaign: Spring", "E-mail"]
    {
        assert!(message.contains(words), "{words} in {message}");
    }
    assert_eq!(desk.stage.text("[data-part-id=p1] .seen-by-names"), "Seen by Grace");
    assert_eq!(desk.buttons("Send again").len(), 1);
}

#[wasm_bindgen_test]
async fn a_call_tells_who_how_long_and_what() {
    let call = Call {
        inbound: true,
        duration_ms: 61_000,
        summary: Some("Asks for a refund".into()),
        recording_url: None,
    };
    let mut parts = two();
    parts.push(Part::new("k1".into(), PartBody::Call(call), Some(customer()), now()));
    let missed = Call { inbound: false, ..Call::default() };
    parts.push(Part::new("k2".into(), PartBody::Call(missed), Some(me()), now().plus(1)));
    let desk = desk(everything(), vec![talk("c1", parts)]).await;
    let text = desk.stage.text("[data-part-id=k1] .bubble");
    assert_eq!(text, "Call from the customerLength 1:01Summary by the assistantAsks for a refund");
    assert_eq!(desk.stage.text("[data-part-id=k2] .bubble"), "Call to the customer, not answered");
}

#[wasm_bindgen_test]
async fn a_draft_is_sent_edited_or_dismissed() {
    for (name, expected) in [
        ("Send", Command::SendSuggestion { part: "d1".into(), envelope: Envelope::default() }),
        ("Dismiss", Command::DismissSuggestion { part: "d1".into() }),
    ] {
        let mut one = talk("c1", vec![said("p1", customer(), "Where is it?", 9), draft()]);
        one.handling.pending_suggestion = Some("d1".into());
        let desk = desk(everything(), vec![one]).await;
        assert_eq!(desk.stage.all(".row-draft").len(), 1, "the row tells of the draft");
        desk.button(name).click();
        if name == "Send" {
            desk.send_now().await;
        }
        desk.command(name, |one| *one == expected).await;
        desk.until("it is settled", |desk| desk.stage.all(".draft-actions").is_empty()).await;
        let words = if name == "Send" { "Sent as suggested" } else { "Dismissed" };
        assert_eq!(desk.stage.text(".draft-settled"), words);
    }
}

/// Whoever has written since may have asked something else.
#[wasm_bindgen_test]
async fn an_outdated_draft_says_so_and_can_only_be_dismissed() {
    let since = said("p2", customer(), "It is here!", 0);
    let parts = vec![said("p1", customer(), "Where is it?", 9), draft(), since];
    let desk = desk(everything(), vec![talk("c1", parts)]).await;
    assert!(desk.stage.text(".draft-settled").starts_with("Somebody has written since"));
    assert!(desk.buttons("Edit").is_empty());
    desk.button("Dismiss").click();
    let dismissed = Command::DismissSuggestion { part: "d1".into() };
    desk.command("Dismiss", |one| *one == dismissed).await;
    desk.until("it is settled", |desk| desk.stage.text(".draft-settled") == "Dismissed").await;
}

#[wasm_bindgen_test]
async fn editing_a_draft_keeps_what_was_typed() {
    let one = talk("c1", vec![said("p1", customer(), "Where is it?", 9), draft()]);
    let desk = desk(everything(), vec![one]).await;
    type_into(&desk.field("Reply to Nour…"), "Dear Nour,");
    settle().await;
    desk.button("Edit").click();
    settle().await;
    let field: web_sys::HtmlTextAreaElement =
        wasm_bindgen::JsCast::unchecked_into(desk.field("Reply to Nour…"));
    assert_eq!(field.value(), "Dear Nour,\n\nIt left **today**");
    assert_eq!(desk.stage.focused().unwrap(), field.into());
    // A system that keeps drafts is told of which one the reply is made.
    desk.button("Send reply").click();
    desk.send_now().await;
    let made_of = |one: &Command| match one {
        Command::Reply { envelope, .. } => envelope.suggestion == Some("d1".into()),
        _ => false,
    };
    desk.command("a reply", made_of).await;
}

#[wasm_bindgen_test]
async fn a_closed_window_leaves_notes_and_a_restart() {
    let until = Some(now().plus(-HOUR));
    let desk =
        desk(everything(), vec![windowed(ReplyWindow { until, ..Default::default() })]).await;
    assert_eq!(desk.stage.text(".window-words"), "The time to reply has run out");
    assert!(desk.stage.all(".composer-field").is_empty());
    desk.button("Note").click();
    settle().await;
    assert_eq!(desk.stage.all(".composer-field").len(), 1, "a note can be written");
    assert_eq!(desk.stage.focused().unwrap(), desk.stage.one(".composer-field").into());
    desk.button("Restart conversation").click();
    desk.command("a restart", |one| matches!(one, Command::Restart { .. })).await;
    let waiting = |desk: &crate::world::Desk| {
        desk.stage.text(".window-words").starts_with("Waiting for the customer to write")
    };
    desk.until("waiting", waiting).await;
    assert!(desk.buttons("Restart conversation").is_empty());
}

#[wasm_bindgen_test]
async fn a_window_counts_down_quietly() {
    let until = Some(now().plus(5 * MINUTE));
    let desk =
        desk(everything(), vec![windowed(ReplyWindow { until, ..Default::default() })]).await;
    let words = desk.stage.one(".window-words");
    let first = words.text_content().unwrap();
    assert!(first.starts_with("You can reply for another 4:5"), "{first}");
    assert_eq!(words.get_attribute("aria-live").as_deref(), Some("off"));
    let said = |desk: &crate::world::Desk| {
        let all = desk.stage.all(".reply > [role=status]");
        all.iter().filter_map(|one| one.text_content()).collect::<String>()
    };
    assert_eq!(said(&desk), "The reply window closes soon");
    desk.until("a second", |desk| desk.stage.text(".window-words") != first).await;
    assert_eq!(said(&desk), "The reply window closes soon", "seconds are not said aloud");
    assert_eq!(desk.stage.all(".composer-field").len(), 1);
}

#[wasm_bindgen_test]
async fn a_source_that_decides_is_asked_again_when_the_time_is_over() {
    let until = Some(now().plus(1_500));
    let window = ReplyWindow { possible: Some(true), until, ..Default::default() };
    // With a stream nothing is asked for at intervals.
    let can = Capabilities { live: true, ..everything() };
    let desk = desk(can, vec![windowed(window)]).await;
    assert_eq!(desk.stage.all(".composer-field").len(), 1);
    let closed = |desk: &crate::world::Desk| {
        let words = desk.stage.all(".window-words");
        words
            .iter()
            .any(|one| one.text_content().as_deref() == Some("The time to reply has run out"))
    };
    desk.until("the end", closed).await;
    assert!(desk.stage.all(".composer-field").is_empty());
}

#[wasm_bindgen_test]
async fn an_account_that_is_not_connected_closes_the_field() {
    let mut one = windowed(ReplyWindow { until: Some(now().plus(HOUR)), ..Default::default() });
    one.handling.account = Some(Box::new(ChannelAccount {
        id: "1".into(),
        channel: Channel::Whatsapp,
        address: "+49 1522 3567929".into(),
        name: "Shop".into(),
        in_sync: false,
    }));
    let desk = desk(everything(), vec![one]).await;
    assert_eq!(desk.stage.text(".window-words"), "Your account for this channel is not connected");
    assert!(desk.stage.all(".composer-field").is_empty());
    assert!(desk.buttons("Restart conversation").is_empty(), "it would not go out, either");
    assert!(desk.stage.text(".details").contains("Not connected"));
}

#[wasm_bindgen_test]
async fn a_reply_goes_out_in_the_envelope_that_was_chosen() {
    let mut one = talk("c1", two());
    one.handling.profile = Some(Box::new(Profile {
        phone: Some("+44 7700 900123".into()),
        email: Some("nour@example.com".into()),
        ..Profile::default()
    }));
    let can = Capabilities { channel_choice: true, ..everything() };
    let desk = desk(can, vec![one]).await;
    assert!(desk.stage.all(".subject-field").is_empty(), "a text message has no subject");
    desk.button("E-mail").click();
    settle().await;
    type_into(&desk.field("Subject of the e-mail"), " Your parcel ");
    let refer = desk.stage.all("[data-part-id=p1] .message-tool").pop().unwrap();
    refer.click();
    settle().await;
    assert!(desk.stage.text(".reference").contains("Where is it?"));
    desk.button("Remove the reference").click();
    settle().await;
    assert!(desk.stage.all(".reference").is_empty());
    refer.click();
    settle().await;
    let field = desk.field("Reply to Nour…");
    assert_eq!(desk.stage.focused().unwrap(), field.clone().into());
    type_into(&field, "It is here");
    press(&field, "Enter", |_| ());
    desk.send_now().await;
    let sent = desk.command("a reply", |one| matches!(one, Command::Reply { .. })).await;
    let Command::Reply { envelope, .. } = sent else { unreachable!() };
    let expected = Envelope {
        channel: Some(Channel::Email),
        subject: Some("Your parcel".into()),
        reply_to: Some("p1".into()),
        external_id: None,
        suggestion: None,
    };
    assert_eq!(envelope, expected);
    assert!(desk.stage.all(".reference").is_empty(), "it was for this reply alone");
}

#[wasm_bindgen_test]
async fn who_writes_on_the_website_is_answered_there() {
    let mut parts = two();
    parts.push(draft());
    for part in &mut parts {
        part.channel = Some(Channel::Web);
    }
    let mut one = talk("c1", parts);
    one.source = Some(Source { channel: Channel::Web, ..Source::default() });
    one.handling.pending_suggestion = Some("d1".into());
    one.handling.profile =
        Some(Box::new(Profile { email: Some("nour@example.com".into()), ..Profile::default() }));
    let can = Capabilities { channel_choice: true, ..everything() };
    let desk = desk(can, vec![one]).await;
    assert_eq!(desk.button("Website").get_attribute("aria-pressed").as_deref(), Some("true"));
    assert!(desk.buttons("Text message").is_empty(), "there is no number");
    let field = desk.field("Reply to Nour…");
    type_into(&field, "Here");
    press(&field, "Enter", |_| ());
    desk.send_now().await;
    let sent = desk.command("a reply", |one| matches!(one, Command::Reply { .. })).await;
    let Command::Reply { envelope, .. } = sent else { unreachable!() };
    assert_eq!(envelope.channel, Some(Channel::Web));
}

#[wasm_bindgen_test]
async fn where_one_channel_is_closed_another_may_be_open() {
    let over = Some(now().plus(-HOUR));
    let window = ReplyWindow { possible: None, until: over, customer_must_write: false };
    let mut one = windowed(window);
    one.handling.profile =
        Some(Box::new(Profile { email: Some("nour@example.com".into()), ..Profile::default() }));
    let desk = desk(Capabilities { channel_choice: true, ..everything() }, vec![one]).await;
    let fields = |desk: &crate::world::Desk| desk.stage.all(".composer-field").len();
    assert_eq!(desk.button("WhatsApp").get_attribute("aria-pressed").as_deref(), Some("true"));
    assert_eq!(fields(&desk), 0, "WhatsApp's window is closed");
    desk.button("E-mail").click();
    desk.until("a field", |desk| fields(desk) == 1).await;
    assert!(desk.stage.all(".window-words").is_empty(), "e-mail has no window");
    let field = desk.field("Reply to Nour…");
    type_into(&field, "By mail then");
    press(&field, "Enter", |_| ());
    desk.send_now().await;
    let sent = desk.command("a reply", |one| matches!(one, Command::Reply { .. })).await;
    let Command::Reply { envelope, .. } = sent else { unreachable!() };
    assert_eq!(envelope.channel, Some(Channel::Email));
}

#[wasm_bindgen_test]
async fn a_draft_leaves_by_the_channel_that_is_chosen() {
    let mut parts = two();
    parts.push(draft());
    let mut one = talk("c1", parts);
    one.handling.pending_suggestion = Some("d1".into());
    let desk = desk(Capabilities { channel_choice: true, ..everything() }, vec![one]).await;
    desk.button("E-mail").click();
    settle().await;
    type_into(&desk.field("Subject of the e-mail"), "Your parcel");
    let send = desk.stage.all(".draft-actions .button-strong").remove(0);
    send.click();
    desk.send_now().await;
    let sent = desk.command("the draft", |one| matches!(one, Command::SendSuggestion { .. })).await;
    let Command::SendSuggestion { envelope, .. } = sent else { unreachable!() };
    assert_eq!(envelope.channel, Some(Channel::Email));
    assert_eq!(envelope.subject.as_deref(), Some("Your parcel"));
}

#[wasm_bindgen_test]
async fn what_the_customer_thinks_stands_in_the_details() {
    let asked = |id: &str, status| CsatRequest {
        request_id: Some(id.into()),
        requested_at: Some(now().plus(-2 * HOUR)),
        rated_agent: Some(RatedAgent { kind: "teammate".into(), id: Some("a2".into()) }),
        ..CsatRequest::new(status)
    };
    let rated = CsatRequest {
        score: Some(4.0),
        remark: Some("Quick <b>help</b>".into()),
        rated_at: Some(now().plus(-HOUR)),
        change_lock_window_ends_at: Some(now().plus(HOUR)),
        is_latest_effective: true,
        ..asked("r2", CsatStatus::Rated)
    };
    let mut one = talk("c1", two());
    one.csat.history = vec![rated.clone(), asked("r1", CsatStatus::Expired)];
    one.csat.summary = Some(rated);
    let mut other = talk("c2", two());
    other.csat.summary = Some(CsatRequest {
        change_lock_window_ends_at: Some(now().plus(-MINUTE)),
        score: Some(2.0),
        ..asked("r3", CsatStatus::Rated)
    });
    let desk = desk(everything(), vec![one, other]).await;
    assert_eq!(desk.stage.all(".rating").len(), 2, "the one that counts is told once");
    let stars = desk.stage.one(".rating-stars");
    assert_eq!(stars.get_attribute("aria-label").as_deref(), Some("Rated 4 of 5"));
    assert_eq!(desk.stage.all(".rating-star[data-given=true]").len(), 4);
    let told = desk.stage.all(".rating")[0].text_content().unwrap();
    for words in ["Quick <b>help</b>", "For Grace", "Asked ", "Rated ", "Can be changed until "] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let earlier = desk.stage.all(".rating")[1].text_content().unwrap();
    assert!(earlier.contains("Not answered in time"), "{earlier}");
    desk.engine.open(Some("c2".into()));
    desk.until("the other rating", |desk| {
        desk.stage.all(".rating-star[data-given=true]").len() == 2
    })
    .await;
    assert!(!desk.stage.text(".rating").contains("Can be changed"), "the window has closed");
}

#[wasm_bindgen_test]
async fn the_header_does_what_the_system_can() {
    let desk = desk(everything(), vec![talk("c1", two())]).await;
    desk.button("Add a star").click();
    desk.command("a star", |one| *one == Command::SetStarred { on: true }).await;
    desk.until("the star", |desk| desk.stage.all(".row-star").len() == 1).await;
    assert_eq!(desk.buttons("Remove the star").len(), 1);
    desk.choose("Priority: Normal", "Urgent").await;
    let urgent = Command::SetPriority { priority: Priority::Urgent };
    desk.command("a priority", |one| *one == urgent).await;
    for (entry, expected) in [
        ("Mark as in progress", Command::SetInProgress { on: true }),
        ("Wait for the customer", Command::Pend),
        ("Archive", Command::SetArchived { on: true }),
    ] {
        desk.choose("More actions", entry).await;
        desk.command(entry, |one| *one == expected).await;
    }
    desk.choose("More actions", "Mark as unread").await;
    desk.command("unread", |one| *one == Command::MarkUnread).await;
    assert!(desk.engine.store.thread.id.get_untracked().is_none(), "who looks on has read it");
    let reads = |one: &Command| matches!(one, Command::MarkRead { .. });
    assert!(!desk.world.commands.borrow().iter().any(reads));
}

#[wasm_bindgen_test]
async fn what_a_system_cannot_do_is_not_there() {
    let mut parts = two();
    parts.push(draft());
    let desk =
        desk(Capabilities { notes: true, ..Default::default() }, vec![talk("c1", parts)]).await;
    for name in ["Add a star", "More actions", "Priority: Normal", "Starred", "Overdue"] {
        assert!(desk.buttons(name).is_empty(), "{name}");
    }
    for selector in [".message-tools", ".channel-choice", ".window-banner"] {
        assert!(desk.stage.all(selector).is_empty(), "{selector}");
    }
    assert!(desk.buttons("Dismiss").is_empty());
    assert_eq!(desk.buttons("Edit").len(), 1, "what it says can be written oneself");
    assert!(desk.stage.all(".details-section").len() == 1, "the tags alone");
}

#[wasm_bindgen_test]
async fn a_customers_message_is_told_as_seen_once() {
    let mut parts = two();
    let mut before = said("p0", customer(), "Hello", 20);
    before.tracking.seen_by = vec![Seen { agent: "a1".into(), at: now() }];
    parts.insert(0, before);
    let desk = desk(everything(), vec![talk("c1", parts)]).await;
    desk.command("seen", |one| matches!(one, Command::MarkSeen { .. })).await;
    desk.until("its name", |desk| desk.stage.all("[data-part-id=p1] .seen-by").len() == 1).await;
    let thread = desk.stage.one("[data-scroller=thread]");
    thread.dispatch_event(&web_sys::Event::new("scroll").unwrap()).unwrap();
    settle().await;
    let commands = desk.world.commands.borrow();
    let seen: Vec<_> =
        commands.iter().filter(|one| matches!(one, Command::MarkSeen { .. })).collect();
    assert_eq!(seen, [&Command::MarkSeen { part: "p1".into(), agent: "a1".into() }]);
}

#[wasm_bindgen_test]
async fn the_details_tell_what_is_known() {
    let mut parts = two();
    parts[0].tag_applications = vec![
        TagApplication {
            tag_id: "t1".into(),
            name: Some("shipping".into()),
            applied_at: now(),
            applied_by: Some(Participant::new(ParticipantKind::Agent, "a2")),
            removed_at: None,
            removed_by: None,
        },
        TagApplication {
            tag_id: "t2".into(),
            name: Some("refund".into()),
            applied_at: now(),
            applied_by: None,
            removed_at: Some(now()),
            removed_by: Some(me()),
        },
    ];
    let mut one = talk("c1", parts);
    one.tags = vec![Tag { id: "t1".into(), name: "shipping".into() }];
    one.blocked = true;
    one.handling.profile = Some(Box::new(Profile {
        phone: Some("+44 7700 900123".into()),
        salutation: Some("informal".into()),
        custom: vec![None, Some("Gold".into())],
        ..Profile::default()
    }));
    one.handling.entry_points = vec![EntryPoint {
        id: "e1".into(),
        channel: "email".into(),
        adapter: "support-dashboard".into(),
        external_id: None,
        is_origin: true,
        metadata: None,
        created_at: now(),
        updated_at: now(),
    }];
    one.handling.sla.first_response_due_at = Some(now().plus(-2 * HOUR - MINUTE));
    one.handling.sla.next_response_due_at = Some(now().plus(12 * MINUTE + 1_000));
    one.custom_attributes.insert("vip".into(), "true".into());
    one.custom_attributes.insert("order".into(), "\"<b>FF-1</b>\"".into());
    one.custom_attributes.insert("broken".into(), "{\"a\":".into());
    let desk = desk(everything(), vec![one]).await;
    let text = desk.stage.text(".details");
    for words in [
        "Blocked",
        "+44 7700 900123",
        "Informal",
        "Field 2",
        "Gold",
        "E-mailBegan here",
        "support-dashboard",
        "Overdue by 2 hr 1 min",
        "Due in 12 min",
        "vipYes",
        "<b>FF-1</b>",
        "{\"a\":",
        "Added by Grace, ",
        "Removed by Ada, ",
        "On: “Where is it?”",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("Field 1"), "what is empty is not shown");
    let phone = desk.stage.one(".details a[href^='tel:']");
    assert_eq!(phone.get_attribute("href").as_deref(), Some("tel:+447700900123"));
    let on = desk.stage.all(".tag-on");
    on[0].click();
    desk.until("the flash", |desk| desk.stage.all(".flash").len() == 1).await;
}

#[wasm_bindgen_test]
async fn tags_are_added_and_removed() {
    let desk = desk(everything(), vec![talk("c1", two())]).await;
    assert!(desk.stage.text(".details").contains("No tags"));
    desk.choose("Add a tag", "vip").await;
    let vip = Tag { id: "t9".into(), name: "vip".into() };
    let added = Command::AttachTag { tag: vip.clone() };
    desk.command("a tag", |one| *one == added).await;
    let has = |desk: &crate::world::Desk| desk.stage.all(".tag-history").len() == 1;
    desk.until("who did it", has).await;
    assert!(desk.stage.text(".tag-history").starts_with("Added by Ada, "));
    desk.button("Remove the tag vip").click();
    let removed = Command::DetachTag { tag: vip };
    desk.command("its removal", |one| *one == removed).await;
    let gone = |desk: &crate::world::Desk| desk.stage.text(".details").contains("Removed by Ada");
    desk.until("its history", gone).await;
}

#[wasm_bindgen_test]
async fn rows_tell_what_runs_out() {
    let due = |id: &str, in_ms: i64| {
        let mut one = talk(id, two());
        one.handling.sla.first_response_due_at = Some(now().plus(in_ms));
        one
    };
    let mut closing = talk("c3", two());
    closing.handling.reply_window =
        Some(ReplyWindow { until: Some(now().plus(20 * MINUTE + 900)), ..Default::default() });
    let all = vec![due("c1", 12 * MINUTE + 900), due("c2", -MINUTE), closing, due("c4", 5 * HOUR)];
    let desk = desk(everything(), all).await;
    for (row, look, words) in [
        ("#row-c1", "soon", "Due in 12 min"),
        ("#row-c2", "overdue", "Overdue by 1 min"),
        ("#row-c3", "soon", "Reply window closes in 20 min"),
    ] {
        let due = desk.stage.one(&format!("{row} .row-due"));
        assert_eq!(due.get_attribute("data-due").as_deref(), Some(look), "{row}");
        assert_eq!(due.get_attribute("title").as_deref(), Some(words), "{row}");
        assert!(due.text_content().unwrap().contains(words), "{row} for those who hear it");
    }
    assert!(desk.stage.all("#row-c4 .row-due").is_empty());
}

#[wasm_bindgen_test]
async fn views_and_words_narrow_the_list() {
    let mut starred = talk("c2", two());
    starred.handling.starred = true;
    let mut away = talk("c3", two());
    away.handling.archived = true;
    let desk = desk(everything(), vec![talk("c1", two()), starred, away]).await;
    let rows = |desk: &crate::world::Desk| {
        let all = desk.stage.all(".row").into_iter();
        let mut ids: Vec<_> = all.filter_map(|row| row.get_attribute("data-conv-id")).collect();
        ids.sort();
        ids
    };
    assert_eq!(rows(&desk), ["c1", "c2"], "what was put away is not shown");
    desk.button("Starred").click();
    desk.until("the starred", |desk| rows(desk) == ["c2"]).await;
    assert!(
        desk.world
            .queries
            .borrow()
            .iter()
            .any(|query| query.starred == Some(true) && query.state.is_none())
    );
    // What it counts may stand beside its name.
    let view = |name: &str| {
        let mut all = desk.stage.all(".view-name").into_iter();
        all.find(|one| one.text_content().as_deref() == Some(name)).unwrap()
    };
    view("Overdue").click();
    desk.until("nothing", |desk| {
        rows(desk).is_empty() && desk.stage.all(".list .empty").len() == 1
    })
    .await;
    assert!(desk.stage.text(".list .empty").contains("Nobody waits too long"));
    desk.stage.all(".view")[0].click();
    desk.until("all", |desk| rows(desk) == ["c1", "c2"]).await;
    let field = desk.field("Search conversations");
    type_into(&field, "Talk c2");
    press(&field, "Enter", |_| ());
    desk.until("what is found", |desk| rows(desk) == ["c2"]).await;
    type_into(&field, "zebra");
    press(&field, "Enter", |_| ());
    desk.until("nothing", |desk| desk.stage.all(".list .empty").len() == 1).await;
    assert!(desk.stage.text(".list .empty").contains("Nothing found"));
    press(&field, "Escape", |_| ());
    desk.until("all again", |desk| rows(desk) == ["c1", "c2"]).await;
}
