//! Two organisations on the command line, beside the server that runs.

use serde_json::{Value, json};

use crate::client::send;
use crate::program::{Folder, Server};

async fn session(server: &Server, token: &str, headers: &[(&str, &str)]) -> (u16, Value) {
    let authorization = format!("Bearer {token}");
    let headers = [headers, &[("authorization", authorization.as_str())]].concat();
    send(&server.address, "GET /session", &headers, "").await.unwrap()
}

#[tokio::test]
async fn an_operator_runs_two_organisations_in_one_store() {
    let folder = Folder::new();
    let server = folder.serve(&[]).await;
    let say = async |arguments: &[&str]| folder.say(arguments).await.trim_end().to_owned();
    let first = say(&["organisation", "list"]).await;
    let first = first.split('\t').next().unwrap().to_owned();
    say(&["organisation", "rename", &first, "North"]).await;
    let second = say(&["organisation", "create", "South"]).await;
    assert_eq!(second.len(), 36, "{second}");
    let list = say(&["organisation", "list"]).await;
    let rows: Vec<Vec<&str>> = list.lines().map(|row| row.split('\t').collect()).collect();
    assert_eq!((rows[0][0], rows[0][2]), (first.as_str(), "North"));
    assert_eq!((rows[1][0], rows[1][2]), (second.as_str(), "South"));
    // Agents of either, by id or name; the same name is somebody else.
    let create =
        async |arguments: &[&str]| say(&[&["token", "create", "--role"], arguments].concat()).await;
    let north = create(&["agent", "--name", "Ada"]).await;
    let south = create(&["agent", "--name", "Ada", "--organisation", "South"]).await;
    let (_, north_ada) = session(&server, &north, &[]).await;
    let (_, south_ada) = session(&server, &south, &[]).await;
    assert_eq!(
        (&north_ada["workspace"], &south_ada["workspace"]),
        (&json!("North"), &json!("South"))
    );
    assert_ne!(north_ada["me"]["id"], south_ada["me"]["id"]);
    // One agent for both.
    let ada = north_ada["me"]["id"].as_str().unwrap();
    let there = [("x-org-id", second.as_str())];
    assert_eq!(session(&server, &north, &there).await.0, 403);
    say(&["organisation", "add-agent", "South", ada]).await;
    assert_eq!(session(&server, &north, &there).await.1["workspace"], "South");
    assert_eq!(say(&["organisation", "agents", &second]).await.lines().count(), 2);
    say(&["organisation", "remove-agent", "South", ada]).await;
    assert_eq!(session(&server, &north, &there).await.0, 403);
    // Customers and secrets of either.
    let customer = ["customer", "--contact", "user-7"];
    let one = create(&customer).await;
    let other = create(&[&customer[..], &["--organisation", &second]].concat()).await;
    let (one, other) = (session(&server, &one, &[]).await.1, session(&server, &other, &[]).await.1);
    assert_eq!((&one["workspace"], &other["workspace"]), (&json!("North"), &json!("South")));
    assert_ne!(one["me"]["id"], other["me"]["id"]);
    let secret = say(&["secret", "show"]).await;
    assert_eq!(say(&["secret", "show", "--organisation", "North"]).await, secret);
    assert_ne!(say(&["secret", "show", "--organisation", "South"]).await, secret);
    let seal = say(&["secret", "seal"]).await;
    assert_ne!(say(&["secret", "seal", "--organisation", "South"]).await, seal);
    assert_eq!(server.stop().await, Some(0));
}

#[tokio::test]
async fn what_names_no_organisation_or_two_is_refused() {
    let folder = Folder::new();
    let first = folder.say(&["organisation", "create", "Twin"]).await;
    folder.say(&["organisation", "create", "Twin"]).await;
    for (arguments, code) in [
        (&["secret", "show", "--organisation", "Twin"][..], 1),
        (&["secret", "show", "--organisation", "nowhere"], 1),
        (&["secret", "show", "--organisation", ""], 1),
        (&["token", "create", "--role", "agent", "--name", "A", "--organisation", "Twin"], 1),
        (&["organisation", "agents", "nowhere"], 1),
        (&["organisation", "add-agent", first.trim(), "nobody"], 1),
        (&["organisation", "remove-agent", first.trim(), "nobody"], 1),
        (&["organisation", "create", " "], 2),
        (&["organisation", "create"], 2),
        (&["organisation"], 2),
    ] {
        let output = folder.run(arguments).await;
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {error}");
        assert!(output.stdout.is_empty() && !error.is_empty(), "{arguments:?}: {error}");
        assert!(!error.contains("panicked"), "{arguments:?}: {error}");
    }
    assert!(folder.say(&["secret", "show", "--organisation", first.trim()]).await.len() > 32);
}
