//! The command line: what is asked for alone on stdout, exit codes, one line on stderr.

use serde_json::Value;

use crate::client::send;
use crate::program::Folder;

async fn status(address: &str, token: &str) -> u16 {
    let authorization = format!("Bearer {}", token.trim());
    let headers = [("authorization", authorization.as_str())];
    send(address, "GET /session", &headers, "").await.unwrap().0
}

async fn me(address: &str, token: &str) -> Value {
    let authorization = format!("Bearer {}", token.trim());
    let headers = [("authorization", authorization.as_str())];
    send(address, "GET /session", &headers, "").await.unwrap().1["me"].clone()
}

#[tokio::test]
async fn tokens_are_made_and_revoked_while_the_server_runs() {
    let folder = Folder::new();
    let server = folder.serve(&[]).await;
    let address = &server.address;
    let create =
        async |arguments: &[&str]| folder.say(&[&["token", "create"], arguments].concat()).await;
    let agent = create(&["--role", "agent", "--name", "Ada Lovelace"]).await;
    assert!(agent.starts_with("iat_") && agent.ends_with('\n') && agent.lines().count() == 1);
    assert_eq!(me(address, &agent).await["name"], "Ada Lovelace");
    // The same name is the same agent, with one more token.
    let again = create(&["--role", "agent", "--name", "Ada Lovelace"]).await;
    assert_ne!(again, agent);
    assert_eq!(me(address, &again).await, me(address, &agent).await);
    // The site's id, then the store's own.
    let customer = create(&["--role", "customer", "--contact", "user-7"]).await;
    let who = me(address, &customer).await;
    assert_eq!(who["kind"], "customer");
    let by_id = create(&["--role", "customer", "--contact", who["id"].as_str().unwrap()]).await;
    assert_eq!(me(address, &by_id).await, who);
    // Revoked by text, and by id.
    folder.say(&["token", "revoke", agent.trim()]).await;
    assert_eq!((status(address, &agent).await, status(address, &again).await), (401, 200));
    let list = folder.say(&["token", "list"]).await;
    assert_eq!((list.lines().count(), list.matches("revoked").count()), (4, 1));
    let valid =
        list.lines().find(|line| line.contains("agent\t") && line.contains("\tvalid")).unwrap();
    folder.say(&["token", "revoke", valid.split('\t').next().unwrap()]).await;
    assert_eq!(status(address, &again).await, 401);
    assert_eq!(folder.run(&["token", "revoke", agent.trim()]).await.status.code(), Some(1));
    assert_eq!(server.stop().await, Some(0));
}

#[tokio::test]
async fn each_secret_is_the_same_every_time() {
    let folder = Folder::new();
    let mut secrets = Vec::new();
    for which in ["show", "seal"] {
        let secret = folder.say(&["secret", which]).await;
        assert!(secret.trim().len() >= 32 && secret.lines().count() == 1);
        assert_eq!(folder.say(&["secret", which]).await, secret);
        secrets.push(secret);
    }
    assert_ne!(secrets[0], secrets[1]);
}

#[tokio::test]
async fn a_wrong_question_gets_two_and_a_line() {
    let folder = Folder::new();
    for arguments in [
        &["token", "create", "--role", "agent"][..],
        &["token", "create", "--role", "agent", "--name", " "],
        &["token", "create", "--role", "king", "--name", "x"],
        &["serve", "--port", "99999"],
        &["serve", "--database", "postgres://elsewhere/inbox"],
        &["serve", "--database", "sqlite::memory:"],
        &["serve", "--assets", "no-such-folder"],
        &["serve", "--allow-origin", "*"],
        &["dance"],
    ] {
        let output = folder.run(arguments).await;
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
        assert!(output.stdout.is_empty() && error.len() > 20, "{arguments:?}: {error}");
        assert!(!error.contains("panicked"), "{arguments:?}: {error}");
    }
}

#[tokio::test]
async fn a_port_that_is_taken_gets_one_and_a_line() {
    let folder = Folder::new();
    let server = folder.serve(&[]).await;
    let port = server.address.rsplit(':').next().unwrap();
    let output = folder.run(&["serve", "--port", port]).await;
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(error.lines().last().unwrap().starts_with("inbox-server: cannot listen on"), "{error}");
    server.kill().await;
}

#[tokio::test]
async fn a_file_that_is_no_database_is_said_to_be_none() {
    let folder = Folder::new();
    std::fs::write(folder.path().join("notes.txt"), "milk, bread, eggs ".repeat(100)).unwrap();
    let output = folder.run(&["serve", "--database", "sqlite://notes.txt"]).await;
    assert!(!output.status.success());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("not a database"), "{error}");
    let kept = std::fs::read_to_string(folder.path().join("notes.txt")).unwrap();
    assert!(kept.starts_with("milk"));
}
