//! Links to files: what a page can show without a token, for how long, and that nobody else can.

use axum::body::Body;
use axum::http::Request;
use inbox_model::time::{DAY, HOUR};
use inbox_model::{Command, Content, Media, Timestamp};
use inbox_server::clock;
use inbox_server::http::Settings;
use inbox_server::store::Act;
use serde_json::{Value, json};

use crate::crm;
use crate::files::{APIS, bare, post_media, says, upload};
use crate::intercom;
use crate::server::{ADA, ANA, Answer, Server, admin, contact_reply};
use crate::stack_auth;
use crate::tenants::Second;
use crate::voicebot::{ana, number};

/// The signed address of a file in an answer.
fn link_in(text: &str, file: &str) -> Option<String> {
    let begin = format!("/media/{file}?until=");
    text.match_indices(&begin).find_map(|(at, _)| {
        let rest = &text[at..];
        let is_part = |byte: char| byte.is_ascii_alphanumeric() || "/?=&-_".contains(byte);
        let end = rest.find(|byte| !is_part(byte)).unwrap_or(rest.len());
        rest[..end].contains("&signature=").then(|| rest[..end].to_owned())
    })
}

async fn show(server: &Server, link: &str, headers: &[(&str, &str)]) -> Answer {
    server.own(None, "GET", link, &Value::Null, headers).await
}

/// The conversation as somebody reads it through an API.
async fn read(server: &Server, api: &str, token: &str, id: &str) -> Answer {
    match api {
        "featurebase" => server.get(token, &format!("/{id}")).await,
        "intercom" => intercom::api::get(server, token, &format!("/conversations/{id}")).await,
        "stack-auth" => {
            let path = format!("/{}?projectId=internal", stack_auth::uuid(id));
            stack_auth::call(server, Some(token), "GET", &path, &Value::Null).await
        }
        "crm" => {
            let path = format!("/conversations/{}/messages", crm::uuid(id));
            crm::call(server, token, "GET", &path, Value::Null).await
        }
        _ => {
            let path = format!("/conversations/{}", number(id));
            server.vb(token, "GET", &path, Value::Null).await
        }
    }
}

fn image(id: &str) -> Value {
    json!([{ "type": "image", "id": id, "url": format!("/media/{id}"), "name": "plan.png" }])
}

/// A file in a message of Ada's to Ana; the conversation, and the link that Ana is told now.
async fn sent(server: &Server, file: &str) -> (String, String) {
    let id = server.conversation_of_ana().await;
    says(server, "featurebase", &server.ada, &id, &image(file)).await;
    let told = read(server, "featurebase", &server.ana, &id).await;
    (id, link_in(&told.text, file).unwrap())
}

#[tokio::test]
async fn what_a_message_carries_is_shown_without_a_token_through_every_api() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    for api in APIS {
        let file = upload(&server).await;
        let said = says(&server, api, &server.ada, &id, &image(&file)).await;
        assert!(said.status < 300, "{api}: {}", said.text);
        for token in [&server.ada, &server.ana] {
            let told = read(&server, api, token, &id).await;
            let link = link_in(&told.text, &file);
            let link = link.unwrap_or_else(|| panic!("{api}: {}", told.text));
            let shown = show(&server, &link, &[]).await;
            assert_eq!((shown.status, shown.text.as_str()), (200, "png"), "{api}");
            // What the answer to the message told is the same, so it is loaded once.
            if let Some(first) = link_in(&said.text, &file) {
                assert_eq!(first, link, "{api}");
            }
        }
    }
    // What is kept is the address alone.
    let rows = server.dump().await;
    let parts: Vec<&str> = rows.lines().filter(|row| row.starts_with("parts:")).collect();
    assert!(parts.iter().any(|row| row.contains("/media/")));
    assert!(!parts.iter().any(|row| row.contains("signature=")));
}

#[tokio::test]
async fn an_upload_is_answered_with_what_shows_it() {
    let server = Server::new().await;
    let mut links = Vec::new();
    for prefix in
        ["", "/featurebase", "/intercom", "/stack-auth/api/v1", "/voicebot/third-party/v1"]
    {
        let kept = post_media(&server, prefix, &server.ada, "plan.png", "image/png").await;
        links.push(kept.body["url"].as_str().unwrap().to_owned());
    }
    let kept = crm::files::upload(&server, &server.ada, "image/png", b"png").await;
    links.push(kept.body["url"].as_str().unwrap().to_owned());
    for link in links {
        assert_eq!(show(&server, &link, &[]).await.text, "png", "{link}");
        assert_eq!(show(&server, bare(&link), &[]).await.status, 401);
    }
}

#[tokio::test]
async fn a_link_shows_its_file_and_no_other_and_says_nothing_of_what_is_there() {
    let server = Server::new().await;
    let (ours, other) = (upload(&server).await, upload(&server).await);
    let (_, link) = sent(&server, &ours).await;
    let (path, query) = link.split_once('?').unwrap();
    let (until, signature) = query.split_once('&').unwrap();
    let later: i64 = until.strip_prefix("until=").unwrap().parse().unwrap();
    let nothing = show(&server, &format!("/media/{}?{query}", "f".repeat(24)), &[]).await;
    assert_eq!(nothing.status, 404);
    for bad in [
        format!("/media/{other}?{query}"),
        format!("{path}?until={}&{signature}", later + 43_200),
        format!("{path}?{until}&{signature}A"),
        format!("{path}?{until}&signature="),
        format!("{path}?{signature}"),
        format!("{path}?until=99999999999999999999&{signature}"),
    ] {
        let answer = show(&server, &bad, &[]).await;
        assert_eq!((answer.status, answer.text.len()), (404, nothing.text.len()), "{bad}");
        assert_eq!(answer.headers["cache-control"], "no-store", "{bad}");
    }
    assert_eq!(show(&server, path, &[]).await.status, 401);
    // A token is as good as before, whatever stands in the address.
    for (token, status) in [(&server.ada, 200), (&server.ana, 200), (&server.leo, 404)] {
        for address in [path.to_owned(), format!("{path}?until=1&signature=x")] {
            let answer = server.own(Some(token), "GET", &address, &Value::Null, &[]).await;
            assert_eq!(answer.status, status, "{address}");
        }
    }
    assert_eq!(server.own(Some("x"), "GET", path, &Value::Null, &[]).await.status, 401);
}

/// When a link ends that is told at this instant, and whether it shows something now.
async fn told_at(server: &Server, id: &str, file: &str, at: Timestamp) -> (i64, u16) {
    let mut write = server.app.store().write(&server.organisation, at).await.unwrap();
    let told = write.conversation(&server.agent(ADA), &id.into(), true).await.unwrap().unwrap();
    drop(write);
    let files = told.parts.iter().flat_map(|part| part.contents()).filter_map(Content::media);
    let link = files.map(|media| media.url.clone()).find(|url| url.contains(file)).unwrap();
    let until = link.split(['=', '&']).nth(1).unwrap().parse::<i64>().unwrap() * 1000;
    (until - at.as_millis(), show(server, &link, &[]).await.status)
}

#[tokio::test]
async fn a_link_is_good_for_half_a_day_to_a_day() {
    let server = Server::new().await;
    let file = upload(&server).await;
    let (id, _) = sent(&server, &file).await;
    let now = clock::now();
    for hours in -60..=48 {
        let (good_for, status) = told_at(&server, &id, &file, now.plus(hours * HOUR)).await;
        assert!((DAY / 2 + 1..=DAY).contains(&good_for), "{good_for}");
        let is_over = hours * HOUR + good_for <= 0;
        assert_eq!(status, if is_over { 404 } else { 200 }, "{hours}");
    }
}

#[tokio::test]
async fn a_link_of_one_organisation_is_none_of_anothers() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let file = upload(&server).await;
    let (_, link) = sent(&server, &file).await;
    assert_eq!(show(&server, &link, &[]).await.status, 200);
    // The same file, were it another's: what was signed for the first does not show it.
    server.sql("UPDATE media SET organisation_id = (SELECT id FROM organisations WHERE name = 'Second')").await;
    assert_eq!(show(&server, &link, &[]).await.status, 404);
    let answer = server.own(Some(&second.cem), "GET", &link, &Value::Null, &[]).await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn what_is_redacted_is_not_shown_by_an_older_link() {
    let server = Server::new().await;
    let file = upload(&server).await;
    let (id, link) = sent(&server, &file).await;
    let told = server.get(&server.ada, &format!("/{id}")).await.body;
    let part = told["conversationParts"].as_array().unwrap().last().unwrap()["id"].clone();
    let redact =
        json!({ "conversationId": id, "conversationPartId": part, "type": "conversation_part" });
    assert_eq!(server.post(&server.ada, "/redact", redact).await.status, 200);
    assert_eq!(show(&server, &link, &[]).await.status, 404);
}

#[tokio::test]
async fn an_address_that_a_client_hands_back_is_its_file() {
    let server = Server::new().await;
    let (file, unseen) = (upload(&server).await, upload(&server).await);
    let (id, link) = sent(&server, &file).await;
    let said_of = |address: &str| json!([{ "type": "image", "url": address }]);
    for address in [
        link.clone(),
        bare(&link).to_owned(),
        format!("https://inbox.example{link}"),
        format!("/media/{file}?until=1&signature=over"),
    ] {
        for api in APIS {
            for token in [&server.ada, &server.ana] {
                let said = says(&server, api, token, &id, &said_of(&address)).await;
                assert!(said.status < 300, "{api} {address}: {}", said.text);
                assert_eq!(link_in(&said.text, &file).as_ref(), Some(&link), "{api} {address}");
            }
        }
    }
    let foreign = said_of(&format!("https://evil.example{}", bare(&link)));
    let said = says(&server, "featurebase", &server.ada, &id, &foreign).await;
    assert_eq!(link_in(&said.text, &file), None);
    // To know an address is not to have the file.
    for api in APIS {
        let unseen = said_of(&format!("/media/{unseen}"));
        let refused = says(&server, api, &server.ana, &id, &unseen).await;
        assert!(refused.text.contains("media_not_found"), "{api} {}", refused.text);
    }
    // Nor does writing one down make a link of it.
    let typed = format!("see /media/{unseen} and <{}>", bare(&link));
    let said = server.post(&server.ana, &format!("/{id}/reply"), contact_reply(ANA, &typed)).await;
    assert_eq!(said.status, 201);
    assert!(!said.text.contains("signature="), "{}", said.text);
}

#[tokio::test]
async fn a_note_says_nothing_by_links_either() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let file = upload(&server).await;
    let mut body = admin(ADA, "note", "look");
    body["inbox"] = json!({ "contents": image(&file) });
    server.say(&id, body).await;
    for api in APIS {
        let told = read(&server, api, &server.ana, &id).await;
        assert!(!told.text.contains(&file), "{api}: {}", told.text);
    }
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn parts_of_a_file_are_given_for_players_and_downloads() {
    let server = Server::new().await;
    let kept = crm::files::upload(&server, &server.ada, "video/mp4", b"0123456789").await;
    let link = kept.body["url"].as_str().unwrap();
    let whole = show(&server, link, &[("accept-encoding", "gzip")]).await;
    assert_eq!((whole.status, whole.text.as_str()), (200, "0123456789"));
    assert_eq!(header(&whole, "accept-ranges"), "bytes");
    assert_eq!(header(&whole, "content-length"), "10");
    let tag = header(&whole, "etag");
    for (range, condition, status, text, given) in [
        ("bytes=0-", tag, 206, "0123456789", "bytes 0-9/10"),
        ("bytes=2-4", tag, 206, "234", "bytes 2-4/10"),
        ("bytes=8-99", tag, 206, "89", "bytes 8-9/10"),
        ("bytes=-3", tag, 206, "789", "bytes 7-9/10"),
        ("bytes=10-", tag, 416, "", "bytes */10"),
        ("bytes=2-4", "\"another\"", 200, "0123456789", ""),
        ("lines=2-4", tag, 200, "0123456789", ""),
        ("bytes=0-1,4-5", tag, 200, "0123456789", ""),
    ] {
        let headers = [("range", range), ("if-range", condition), ("accept-encoding", "gzip")];
        let answer = show(&server, link, &headers).await;
        assert_eq!((answer.status, answer.text.as_str()), (status, text), "{range}");
        assert_eq!(header(&answer, "content-range"), given, "{range}");
        if status < 400 {
            assert_eq!(header(&answer, "content-length"), text.len().to_string(), "{range}");
        }
    }
    let head = Request::head(link).body(Body::empty()).unwrap();
    let head = server.send(head).await;
    assert_eq!((head.status, head.text.as_str(), header(&head, "content-length")), (200, "", "10"));
    // The same is said to those who have a token.
    let part = [("range", "bytes=1-2")];
    let answer = server.own(Some(&server.ada), "GET", bare(link), &Value::Null, &part).await;
    assert_eq!((answer.status, answer.text.as_str()), (206, "12"));
    let again = show(&server, link, &[("if-none-match", tag)]).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
}

#[tokio::test]
async fn a_linked_file_is_kept_by_browsers_and_still_never_runs() {
    let server = Server::new().await;
    let file = upload(&server).await;
    let (_, link) = sent(&server, &file).await;
    let shown = show(&server, &link, &[]).await;
    let until: i64 = link.split(['=', '&']).nth(1).unwrap().parse().unwrap();
    let kept = header(&shown, "cache-control");
    let age =
        kept.strip_prefix("private, max-age=").and_then(|kept| kept.strip_suffix(", immutable"));
    let age: i64 = age.unwrap_or_else(|| panic!("{kept}")).parse().unwrap();
    assert!((until - clock::now().as_millis() / 1000 - age).abs() <= 1);
    assert_eq!(header(&shown, "content-disposition"), "attachment; filename*=UTF-8''plan.png");
    assert_eq!(header(&shown, "x-content-type-options"), "nosniff");
    assert!(header(&shown, "content-security-policy").contains("sandbox"));
    assert_eq!(header(&shown, "cross-origin-resource-policy"), "cross-origin");
    let by_token = server.own(Some(&server.ana), "GET", bare(&link), &Value::Null, &[]).await;
    assert_eq!(header(&by_token, "cache-control"), "no-store");
}

#[tokio::test]
async fn a_page_of_somebody_elses_is_told_whole_addresses() {
    let settings = Settings {
        allowed_origins: vec!["https://shop.example".parse().unwrap()],
        ..Settings::default()
    };
    let server = Server::with(settings).await;
    let file = upload(&server).await;
    let (id, link) = sent(&server, &file).await;
    let path = format!("/featurebase/v2/conversations/{id}");
    let told = async |headers: &[(&str, &str)]| {
        let answer = server.own(Some(&server.ana), "GET", &path, &Value::Null, headers).await;
        let at = answer.text.find(&link).unwrap();
        answer.text[..at].rsplit(['(', '"']).next().unwrap().to_owned()
    };
    let host = ("host", "inbox.example");
    assert_eq!(told(&[host]).await, "");
    assert_eq!(told(&[host, ("origin", "https://inbox.example")]).await, "");
    assert_eq!(told(&[host, ("origin", "https://shop.example")]).await, "https://inbox.example");
}

#[tokio::test]
async fn links_stay_good_over_a_restart() {
    let server = Server::new().await;
    let file = upload(&server).await;
    let (id, link) = sent(&server, &file).await;
    let again = Server::over(server.file().parent().unwrap().to_owned()).await;
    let told = again.app.store().conversation(&server.agent(ADA), &id.as_str().into()).await;
    let files = told.unwrap().unwrap().parts;
    let mut files = files.iter().flat_map(|part| part.contents()).filter_map(Content::media);
    assert!(files.any(|media| media.url == link));
}

/// What a rule of the model makes of a file's address, the store keeps as it was.
#[tokio::test]
async fn a_write_tells_links_and_keeps_none() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let file = upload(&server).await;
    let media = Media { id: Some(file.as_str().into()), ..Media::default() };
    let reply = Command::reply_of(vec![Content::Image(media)]);
    let ada = inbox_model::Participant::new(inbox_model::ParticipantKind::Agent, ADA);
    let mut write = server.write(clock::now()).await;
    let written = write.apply(&id.as_str().into(), None, &[Act::new(&ada, reply)]).await.unwrap();
    let told = written.added[0].contents()[0].media().unwrap().url.clone();
    write.finish(None).await.unwrap();
    assert_eq!(show(&server, &told, &[]).await.status, 200);
    // A later change of the same conversation does not keep what was told.
    let reply = Command::reply_of(vec![Content::text("thanks")]);
    let mut write = server.write(clock::now()).await;
    write.apply(&id.as_str().into(), None, &[Act::new(&ana(), reply)]).await.unwrap();
    write.finish(None).await.unwrap();
    assert!(!server.dump().await.contains("signature="));
}
