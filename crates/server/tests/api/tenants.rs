//! A second organisation beside the first: people who look like those of the first, and a customer
//! whom both sites know under the same id.

use inbox_dialects::session::Team;
use inbox_model::tag::Tag;
use inbox_model::time::DAY;
use inbox_model::{Participant, ParticipantKind};
use inbox_server::clock;
use inbox_server::identity::{Claims, sign};
use inbox_server::store::{Contact, OrganisationId, Reader, Role};

use crate::server::{ADA, Server, begin};

/// Cem, an agent of the second organisation alone.
pub(crate) const CEM: &str = "cccccccccccccccccccccccc";
/// Ana again, as the second site's customer: the same id there, the same address.
pub(crate) const ANA_THERE: &str = "a1a1a1a1a1a1a1a1a1a1a1a1";
/// A lead of the second organisation.
pub(crate) const MO: &str = "d0d0d0d0d0d0d0d0d0d0d0d0";
/// A tag of the second, which is called as one of the first is.
pub(crate) const VIP_THERE: &str = "7b67b67b67b67b67b67b67b6";
/// A team of the second.
pub(crate) const TEAM_THERE: &str = "7ea7ea7ea7ea7ea7ea7ea7ea";

/// The second organisation. Ada is a member of both, Ben of the first, Cem of the second.
pub(crate) struct Second {
    pub(crate) id: OrganisationId,
    pub(crate) secret: String,
    pub(crate) cem: String,
    pub(crate) ana: String,
    pub(crate) mo: String,
}

impl Second {
    pub(crate) async fn beside(server: &Server) -> Self {
        let (store, now) = (server.app.store(), clock::now());
        let id = store.create_organisation("Second", now).await.unwrap().id;
        let mut write = store.write(&id, now).await.unwrap();
        let mut cem = Participant::new(ParticipantKind::Agent, CEM).named("Cem");
        cem.email = Some("cem@second.example".into());
        write.save_agent(&cem).await.unwrap();
        write.add_member(&ADA.into()).await.unwrap();
        let mut ana = Participant::new(ParticipantKind::Customer, ANA_THERE).named("Ana (second)");
        ana.email = Some("ana@home.example".into());
        let external_id = Some("user-ana".to_owned());
        write.save_contact(&Contact { participant: ana, external_id }).await.unwrap();
        let mo = Participant::new(ParticipantKind::Lead, MO).named("Mo");
        write.save_contact(&Contact { participant: mo, external_id: None }).await.unwrap();
        write.save_tag(&Tag { id: VIP_THERE.into(), name: "VIP".into() }).await.unwrap();
        write.save_team(&Team { id: TEAM_THERE.into(), name: "There".into() }).await.unwrap();
        write.finish(None).await.unwrap();
        Self {
            secret: store.identity_secret(&id).await.unwrap(),
            cem: server.token(Role::Agent, CEM, DAY).await,
            ana: server.token(Role::Customer, ANA_THERE, DAY).await,
            mo: server.token(Role::Customer, MO, DAY).await,
            id,
        }
    }

    /// An agent as the store knows them, acting for this organisation.
    pub(crate) fn agent(&self, id: &str) -> Reader {
        Reader::Agent { id: id.into(), organisation: self.id.clone() }
    }

    /// The header that names it.
    pub(crate) fn header(&self) -> [(&'static str, &str); 1] {
        [("x-org-id", self.id.as_str())]
    }

    /// Ana begins a conversation there; its id.
    pub(crate) async fn conversation_of_ana(&self, server: &Server) -> String {
        let answer = server.post(&self.ana, "", begin(ANA_THERE, "hello over there")).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.id()
    }

    /// A JWT of a site, for a customer of the organisation that it names.
    pub(crate) fn jwt(secret: &str, org: Option<&str>, sub: &str) -> String {
        let exp = u64::try_from(clock::now().as_millis() / 1000).unwrap() + 600;
        let org = org.map(str::to_owned);
        let claims = Claims { sub: sub.into(), exp, org, name: None, email: None, phone: None };
        sign(&claims, secret).unwrap()
    }
}
