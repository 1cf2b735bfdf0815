//! What systems with numbers for ids mean: found by the end of an id, or by the beginning.

use inbox_dialects::session::Team;
use inbox_model::tag::Tag;
use inbox_model::{ConversationId, Participant, ParticipantKind};
use inbox_server::clock;
use inbox_server::store::{Contact, Reader};

use crate::server::{ADA, ANA, LEO, Server, VIP, admin};

fn suffix(id: &str) -> &str {
    &id[11..]
}

#[tokio::test]
async fn people_teams_and_tags_are_found_by_the_end_of_their_ids() {
    let server = Server::new().await;
    let (store, ours) = (server.app.store(), &server.organisation);
    let sales = "5a1e5000000000000000cafe";
    let mut write = store.write(ours, clock::now()).await.unwrap();
    write.save_team(&Team { id: sales.into(), name: "Sales".into() }).await.unwrap();
    // What the same write has done counts.
    assert_eq!(write.team_by_suffix(suffix(sales)).await.unwrap().unwrap().name, "Sales");
    assert_eq!(write.agent_by_suffix(suffix(ADA)).await.unwrap().unwrap().id, Some(ADA.into()));
    let ana = write.contact_by_suffix(suffix(ANA)).await.unwrap().unwrap();
    assert_eq!(ana.external_id.as_deref(), Some("user-ana"));
    assert_eq!(write.tag_by_suffix(suffix(VIP)).await.unwrap().unwrap().name, "VIP");
    write.finish(None).await.unwrap();
    assert_eq!(store.team_by_suffix(ours, suffix(sales)).await.unwrap().unwrap().name, "Sales");
    let ada = store.agent_by_suffix(ours, suffix(ADA)).await.unwrap().unwrap();
    assert_eq!(ada.name.as_deref(), Some("Ada"));
    let leo = store.contact_by_suffix(ours, suffix(LEO)).await.unwrap().unwrap();
    assert_eq!(leo.participant.name.as_deref(), Some("Leo"));
    assert_eq!(store.tag_by_suffix(ours, suffix(VIP)).await.unwrap().unwrap().name, "VIP");
    // Of another kind, too short, too long, in capitals, nothing, and what SQL might take apart.
    for text in [
        suffix(VIP),
        &ADA[12..],
        &ADA[10..],
        &suffix(ADA).to_uppercase(),
        "",
        "0000000000000",
        "%%%%%%%%%%%%%",
        "aaaaaaaaaaaa'",
        "aaaaaaaaaaaaé",
    ] {
        assert_eq!(store.agent_by_suffix(ours, text).await.unwrap(), None, "{text}");
    }
}

#[tokio::test]
async fn two_that_end_alike_are_nobody() {
    let server = Server::new().await;
    let (store, ours) = (server.app.store(), &server.organisation);
    let mut write = store.write(ours, clock::now()).await.unwrap();
    let twin = format!("00000000000{}", suffix(ANA));
    let participant = Participant::new(ParticipantKind::Lead, twin.as_str());
    write.save_contact(&Contact { participant, external_id: None }).await.unwrap();
    write.save_tag(&Tag { id: twin.into(), name: "a tag is no contact".into() }).await.unwrap();
    write.finish(None).await.unwrap();
    assert_eq!(store.contact_by_suffix(ours, suffix(ANA)).await.unwrap(), None);
    assert!(store.tag_by_suffix(ours, suffix(ANA)).await.unwrap().is_some());
    assert!(store.contact_by_suffix(ours, suffix(LEO)).await.unwrap().is_some());
}

#[tokio::test]
async fn parts_are_found_by_the_beginning_of_their_ids_by_those_who_may_see_them() {
    let server = Server::new().await;
    let store = server.app.store();
    let id = server.conversation_of_ana().await;
    let mut parts = vec![];
    for kind in ["reply", "note", "reply"] {
        parts.push(server.say(&id, admin(ADA, kind, "x")).await.id());
    }
    let other = server.conversation_of_ana().await;
    let (id, other) = (ConversationId::from(id), ConversationId::from(other));
    let ada = server.agent(ADA);
    let contact =
        |id: &str| Reader::Contact { id: id.into(), organisation: server.organisation.clone() };
    for (part, public) in parts.iter().zip([true, false, true]) {
        let prefix = &part[..9];
        let found = async |reader: &Reader, id: &ConversationId, prefix: &str| {
            let found = store.part_id_by_prefix(reader, id, prefix).await.unwrap();
            let mut write = store.write(&server.organisation, clock::now()).await.unwrap();
            let within = write.part_id_by_prefix(reader, id, prefix).await.unwrap();
            assert_eq!(found, within);
            found.map(|part| part.as_str().to_owned())
        };
        assert_eq!(found(&ada, &id, prefix).await.as_ref(), Some(part));
        assert_eq!(found(&contact(ANA), &id, prefix).await.as_ref(), Some(part).filter(|_| public));
        assert_eq!(found(&contact(LEO), &id, prefix).await, None);
        assert_eq!(found(&ada, &other, prefix).await, None);
        for wrong in [&part[..8], &part[..10], part, "", "000000000", "%%%%%%%%%"] {
            assert_eq!(found(&ada, &id, wrong).await, None, "{wrong}");
        }
    }
}
