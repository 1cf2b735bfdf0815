//! Links to stored files, for what shows them and carries no token: `<img>`, `<video>`, `<a download>`.
//!
//! A file is kept as `/media/{id}`, and told to a reader as `/media/{id}?until=…&signature=…`, as object
//! stores do: whoever has the link can read this one file until then, and nothing else. It is made
//! here, where a part leaves the store for somebody who may see it, and nowhere else: text that
//! somebody typed never becomes one.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use inbox_model::time::HOUR;
use inbox_model::{MediaId, Part, Timestamp};
use sha2::Sha256;
use sqlx::Row;

use super::media::{self, KEPT, MEDIA, url_of};
use super::{OrganisationId, Result, Store, Write};

/// Links are good for one to two of these, in seconds, and all change at the same instants: so the same
/// file has the same address for hours, and is loaded once.
const STEP: i64 = 12 * HOUR / 1000;

/// What links are signed with.
#[derive(Clone)]
pub(super) struct Key(Hmac<Sha256>);

impl Key {
    /// The key that a secret makes. `None` does not happen: any length will do.
    pub(super) fn new(secret: &str) -> Option<Self> {
        Hmac::new_from_slice(secret.as_bytes()).ok().map(Self)
    }

    /// The same id may not be signed for one organisation and read for another.
    fn over(&self, organisation: &str, id: &str, until: i64) -> Hmac<Sha256> {
        self.0.clone().chain_update(format!("{organisation}\n{id}\n{until}"))
    }

    /// Until when a link is good, in seconds since 1970, if its signature is ours. The time that it
    /// takes tells nothing.
    fn until(&self, organisation: &str, id: &str, query: &str) -> Option<i64> {
        let value = |name| query.split('&').find_map(|pair| pair.strip_prefix(name));
        let until = value("until=")?.parse().ok()?;
        let signature = URL_SAFE_NO_PAD.decode(value("signature=")?).ok()?;
        let good = self.over(organisation, id, until).verify_slice(&signature);
        good.is_ok().then_some(until)
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key").finish_non_exhaustive()
    }
}

/// How files are told at one instant.
#[derive(Clone, Debug)]
pub(super) struct Links {
    key: Key,
    /// What stands before the path, where the reader's page is somebody else's.
    address: Option<Arc<str>>,
    until: i64,
}

impl Links {
    /// Where a reader finds a file.
    pub(super) fn url(&self, organisation: &OrganisationId, id: &MediaId) -> String {
        let (path, until) = (url_of(id.as_str()), self.until);
        let signature = self.key.over(organisation.as_str(), id.as_str(), until).finalize();
        let signature = URL_SAFE_NO_PAD.encode(signature.into_bytes());
        let address = self.address.as_deref().unwrap_or_default();
        format!("{address}{path}?until={until}&signature={signature}")
    }

    /// A part with its files as a reader finds them.
    pub(super) fn part(&self, organisation: &OrganisationId, mut part: Arc<Part>) -> Arc<Part> {
        let mut files = part.contents().iter().filter_map(|content| content.media());
        if files.all(|media| media.id.is_none()) {
            return part;
        }
        let told = Arc::make_mut(&mut part);
        for media in told.contents_mut().iter_mut().filter_map(|content| content.media_mut()) {
            if let Some(id) = media.id.as_ref().filter(|id| media.url == url_of(id.as_str())) {
                media.url = self.url(organisation, id);
            }
        }
        part
    }

    /// The file that an address of ours means when a client hands it back: a path, or one below some
    /// host with a signature that only we can have made, whether or not its time is over.
    pub(super) fn id_in(&self, organisation: &OrganisationId, address: &str) -> Option<MediaId> {
        let host = address.split_once("://").map(|(_, rest)| rest);
        let path = match host {
            Some(rest) => rest.get(rest.find('/')?..)?,
            None => address,
        };
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let id = path.strip_prefix("/media/")?;
        let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let is_id = id.len() == 24 && id.bytes().all(hex);
        let is_ours =
            || host.is_none() || self.key.until(organisation.as_str(), id, query).is_some();
        (is_id && is_ours()).then(|| MediaId::from(id))
    }
}

impl Store {
    /// The same store for one request, whose reader needs whole addresses: what stands before a path of
    /// this server, as `https://inbox.example`.
    #[must_use]
    pub fn told_at(&self, address: Option<Arc<str>>) -> Self {
        Self { address, ..self.clone() }
    }

    pub(super) fn links(&self, now: Timestamp) -> Links {
        let until = (now.as_millis().div_euclid(1000).div_euclid(STEP) + 2) * STEP;
        Links { key: self.shared.link_key.clone(), address: self.address.clone(), until }
    }

    /// The stored file that a link leads to, and for how many seconds it does so yet. `None` where the
    /// link is not ours or its time is over, as where there is no such file.
    ///
    /// # Errors
    /// The database fails.
    pub async fn linked_media(
        &self,
        id: &str,
        query: &str,
        now: Timestamp,
    ) -> Result<Option<(inbox_model::Media, i64)>> {
        let sql = format!("{MEDIA} WHERE m.id = $1 AND {KEPT}");
        let query_for = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id);
        let row = query_for.fetch_optional(self.readers()).await?;
        // What is not there is checked as well, so that the time tells nothing of it.
        let organisation: &str = row.as_ref().map_or(Ok(""), |row| row.try_get(4))?;
        let until = self.shared.link_key.until(organisation, id, query);
        let left = until.map_or(0, |until| until - now.as_millis().div_euclid(1000));
        let Some(row) = row.filter(|_| left > 0) else { return Ok(None) };
        Ok(Some((media::media(&row)?, left)))
    }
}

impl Write {
    pub(super) fn links(&self) -> Links {
        self.store().links(self.now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(secret: &str, until: i64) -> Links {
        Links { key: Key::new(secret).unwrap(), address: None, until }
    }

    #[test]
    fn a_link_is_good_for_its_file_its_organisation_and_its_time() {
        let (ours, theirs) = ("aaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbb");
        let (one, other) = (OrganisationId::of_test("one"), OrganisationId::of_test("other"));
        let told = links("s", 86_400).url(&one, &ours.into());
        let (path, query) = told.split_once('?').unwrap();
        assert_eq!(path, format!("/media/{ours}"));
        let key = Key::new("s").unwrap();
        assert_eq!(key.until(one.as_str(), ours, query), Some(86_400));
        for (organisation, id) in [(&other, ours), (&one, theirs)] {
            assert_eq!(key.until(organisation.as_str(), id, query), None);
        }
        for query in [
            "",
            "until=86400",
            "until=86400&signature=",
            &query.replace("86400", "86401"),
            &query.replace("signature=", "signature=A"),
            query.get(..query.len() - 1).unwrap(),
        ] {
            assert_eq!(key.until(one.as_str(), ours, query), None, "{query}");
        }
        assert_eq!(Key::new("t").unwrap().until(one.as_str(), ours, query), None);
        // Kept, so that links that are out stay good over an update.
        assert_eq!(query, "until=86400&signature=g3zT79LeTzsOyuvxuvYxqGyTleRSCbT34RBTwu2v73Q");
    }

    #[test]
    fn an_address_that_comes_back_is_known() {
        let id = "aaaaaaaaaaaaaaaaaaaaaaaa";
        let organisation = OrganisationId::of_test("one");
        let mut links = links("s", 86_400);
        let check = |links: &Links, address: &str, known: bool| {
            let found = links.id_in(&organisation, address);
            assert_eq!(found, known.then(|| MediaId::from(id)), "{address}");
        };
        check(&links, &format!("/media/{id}"), true);
        check(&links, &format!("/media/{id}?until=1&signature=x"), true);
        check(&links, &links.url(&organisation, &id.into()), true);
        for other in [
            "/media/f1".to_owned(),
            format!("/media/{}", id.to_uppercase()),
            format!("/media/{id}/x"),
            format!("/other/{id}"),
            format!("https://inbox.example/media/{id}"),
            format!("https://evil.example/media/{id}?until=86400&signature=x"),
            "https://inbox.example".to_owned(),
            String::new(),
        ] {
            check(&links, &other, false);
        }
        links.address = Some("https://inbox.example".into());
        check(&links, &links.url(&organisation, &id.into()), true);
        check(&links, &links.url(&OrganisationId::of_test("other"), &id.into()), false);
    }
}
