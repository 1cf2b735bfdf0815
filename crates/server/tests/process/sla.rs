//! Deadlines on the command line, beside the server that runs.

use serde_json::{Value, json};

use crate::client::send;
use crate::program::{Folder, Server};

async fn told(server: &Server, token: &str) -> Value {
    let authorization = format!("Bearer {}", token.trim());
    let headers = [("authorization", authorization.as_str())];
    let head = "GET /crm/api/v1/conversations/sla";
    let (status, body) = send(&server.address, head, &headers, "").await.unwrap();
    assert_eq!(status, 200, "{body}");
    body
}

fn lines(first: &str, next: &str, soon: &str) -> String {
    format!("first-response\t{first}\nnext-response\t{next}\ndue-soon\t{soon}\n")
}

#[tokio::test]
async fn deadlines_are_set_for_one_organisation_while_the_server_runs() {
    let folder = Folder::new();
    folder.say(&["organisation", "create", "South"]).await;
    let server = folder.serve(&[]).await;
    let agent = ["token", "create", "--role", "agent", "--name", "Ada"];
    let north = folder.say(&agent).await;
    let south = folder.say(&[&agent[..], &["--organisation", "South"]].concat()).await;
    assert_eq!(folder.say(&["sla"]).await, lines("none", "none", "none"));
    assert_eq!(told(&server, &north).await["enabled"], json!(false));
    let set = ["sla", "--first-response", "30m", "--next-response", "120m", "--due-soon", "10m"];
    assert_eq!(folder.say(&set).await, lines("30m", "2h", "10m"));
    let policy = json!({
        "enabled": true, "first_response_minutes": 30, "next_response_minutes": 120,
        "due_soon_minutes": 10,
    });
    assert_eq!(told(&server, &north).await, policy);
    assert_eq!(told(&server, &south).await["enabled"], json!(false));
    // What is not named stays; asking changes nothing.
    assert_eq!(folder.say(&["sla", "--next-response", "1d"]).await, lines("30m", "1d", "10m"));
    assert_eq!(folder.say(&["sla"]).await, lines("30m", "1d", "10m"));
    let there = ["sla", "--organisation", "South", "--next-response", "4h"];
    assert_eq!(folder.say(&there).await, lines("none", "4h", "none"));
    assert_eq!(told(&server, &south).await["next_response_minutes"], json!(240));
    assert_eq!(folder.say(&["sla", "--off"]).await, lines("none", "none", "none"));
    assert_eq!(told(&server, &north).await["enabled"], json!(false));
    assert_eq!(told(&server, &south).await["enabled"], json!(true));
    assert_eq!(server.stop().await, Some(0));
}

#[tokio::test]
async fn opening_hours_are_set_and_told() {
    let folder = Folder::new();
    folder.say(&["sla", "--first-response", "30m"]).await;
    let before = folder.say(&["sla"]).await;
    let set = [
        "sla",
        "--hours",
        "mon-tue 09:00-17:00,sat 10:00-24:00",
        "--utc-offset",
        "+01:00",
        "--offset-change",
        "2026-10-25T01:00:00Z=+01:00",
        "--offset-change",
        "2026-03-29T01:00:00Z=+02:00",
        "--holiday",
        "2026-12-25",
    ];
    let lines = |offset: &str| {
        [
            before.as_str(),
            "hours\tmon 09:00-17:00,tue 09:00-17:00,sat 10:00-24:00\n",
            &format!("utc-offset\t{offset}\n"),
            "offset-change\t2026-03-29T01:00:00.000Z=+02:00\n",
            "offset-change\t2026-10-25T01:00:00.000Z=+01:00\n",
            "holiday\t2026-12-25\n",
        ]
        .concat()
    };
    assert_eq!(folder.say(&set).await, lines("+01:00"));
    // What is not named stays.
    assert_eq!(folder.say(&["sla", "--utc-offset", "-03:30"]).await, lines("-03:30"));
    assert_eq!(folder.say(&["sla", "--hours", "none"]).await, before);
    for wrong in [&["sla", "--holiday", "2026-12-25"][..], &["sla", "--hours", "always"]] {
        let output = folder.run(wrong).await;
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(folder.say(&["sla"]).await, before);
}

#[tokio::test]
async fn a_reply_window_is_set_and_told() {
    let folder = Folder::new();
    assert_eq!(folder.say(&["reply-window"]).await, "whatsapp\t1d\n");
    let sms = ["reply-window", "--channel", "sms", "--length", "36h"];
    assert_eq!(folder.say(&sms).await, "whatsapp\t1d\nsms\t36h\n");
    let whatsapp = ["reply-window", "--channel", "whatsapp", "--length", "none"];
    assert_eq!(folder.say(&whatsapp).await, "whatsapp\tnone\nsms\t36h\n");
    let again = ["reply-window", "--channel", "whatsapp"];
    assert_eq!(folder.say(&again).await, "whatsapp\t1d\nsms\t36h\n");
    for wrong in [
        &["reply-window", "--channel", "web", "--length", "1h"][..],
        &["reply-window", "--channel", "What's app", "--length", "1h"],
        &["reply-window", "--channel", "sms", "--length", "0m"],
        &["reply-window", "--length", "1h"],
    ] {
        let output = folder.run(wrong).await;
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(folder.say(&["reply-window"]).await, "whatsapp\t1d\nsms\t36h\n");
}

#[tokio::test]
async fn a_deadline_that_cannot_be_is_refused_and_changes_nothing() {
    let folder = Folder::new();
    folder.say(&["sla", "--first-response", "30m"]).await;
    for (arguments, code) in [
        (&["sla", "--first-response", "0m"][..], 2),
        (&["sla", "--first-response", "30"], 2),
        (&["sla", "--first-response", "-30m"], 2),
        (&["sla", "--next-response", "soon"], 2),
        (&["sla", "--next-response", "400d"], 2),
        (&["sla", "--off", "--next-response", "2h"], 2),
        // Nothing would ever be due, or everything soon.
        (&["sla", "--first-response", "none"], 2),
        (&["sla", "--due-soon", "30m"], 2),
        (&["sla", "--organisation", "nowhere", "--off"], 1),
    ] {
        let output = folder.run(arguments).await;
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {error}");
        assert!(output.stdout.is_empty() && !error.is_empty(), "{arguments:?}: {error}");
        assert!(!error.contains("panicked"), "{arguments:?}: {error}");
    }
    assert_eq!(folder.say(&["sla"]).await, lines("30m", "none", "none"));
}
