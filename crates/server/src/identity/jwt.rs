//! The site's word for who its customer is: a JWT signed with the identity secret.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use inbox_model::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::hs256;

/// Clocks of site and server may differ by this much, in seconds.
const LEEWAY: u64 = 30;

/// Longest `sub`, `name`, `email` and `phone`, in bytes.
const LONGEST: usize = 255;

/// What the site says about a customer. Other claims are passed over, but for `nbf`, which counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// The site's own id of the customer, 1 to 255 bytes.
    pub sub: String,
    /// When the token ends, in seconds since 1970.
    pub exp: u64,
    /// The id of the organisation whose secret signs it; the store's first where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<String>,
    /// Their name, at most 255 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Their e-mail address, at most 255 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Their phone number, at most 255 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

impl Claims {
    /// When the token ends.
    pub fn expires_at(&self) -> Timestamp {
        let seconds = i64::try_from(self.exp).unwrap_or(i64::MAX);
        Timestamp::from_millis(seconds.saturating_mul(1000))
    }
}

/// Why a JWT is not believed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum JwtError {
    /// It is malformed, expired, or not signed with the secret.
    #[error("the token is not valid: {0}")]
    Invalid(#[from] jsonwebtoken::errors::Error),
    /// A claim is empty or too long.
    #[error("the claim {0} is empty or longer than {LONGEST} bytes")]
    Claim(&'static str),
    /// It has no claims that can be read.
    #[error("the claims cannot be read")]
    Unreadable,
}

/// The organisation that a token names, before anything of it is believed.
///
/// # Errors
/// The token has no claims, or the name is no text.
pub(super) fn organisation(token: &str) -> Result<Option<String>, JwtError> {
    #[derive(Deserialize)]
    struct Named {
        org: Option<String>,
    }
    let claims = token.split('.').nth(1).unwrap_or_default();
    let claims = URL_SAFE_NO_PAD.decode(claims).map_err(|_| JwtError::Unreadable)?;
    let named: Named = serde_json::from_slice(&claims).map_err(|_| JwtError::Unreadable)?;
    Ok(named.org)
}

/// Reads and checks a token. The signature comes first, and the algorithm is HS256 whatever the
/// token says of itself. `exp` is required.
///
/// # Errors
/// The token is not believed.
pub(super) fn verify(token: &str, secret: &str) -> Result<Claims, JwtError> {
    hs256::install();
    let mut validation = Validation::new(Algorithm::HS256);
    validation.leeway = LEEWAY;
    validation.validate_nbf = true;
    // The secret is this server's alone; a site may still name it as the audience.
    validation.validate_aud = false;
    validation.set_required_spec_claims(&["exp", "sub"]);
    let key = DecodingKey::from_secret(secret.as_bytes());
    let claims = jsonwebtoken::decode::<Claims>(token, &key, &validation)?.claims;
    let fits = |text: &str| (1..=LONGEST).contains(&text.trim().len());
    if !fits(&claims.sub) {
        return Err(JwtError::Claim("sub"));
    }
    if claims.name.as_deref().is_some_and(|name| !fits(name)) {
        return Err(JwtError::Claim("name"));
    }
    if claims.email.as_deref().is_some_and(|email| !fits(email)) {
        return Err(JwtError::Claim("email"));
    }
    if claims.phone.as_deref().is_some_and(|phone| !fits(phone)) {
        return Err(JwtError::Claim("phone"));
    }
    Ok(claims)
}

/// Signs a token as a site does.
///
/// # Errors
/// The claims cannot be written.
pub fn sign(claims: &Claims, secret: &str) -> Result<String, JwtError> {
    hs256::install();
    let key = EncodingKey::from_secret(secret.as_bytes());
    Ok(jsonwebtoken::encode(&Header::new(Algorithm::HS256), claims, &key)?)
}

#[cfg(test)]
mod tests {
    use hmac::{Hmac, Mac};
    use serde_json::json;
    use sha2::{Sha256, Sha384};

    use super::*;

    const SECRET: &str = "a secret of thirty-two characters";

    fn in_seconds(offset: i64) -> u64 {
        u64::try_from(crate::clock::now().as_millis() / 1000 + offset).unwrap()
    }

    fn unsigned(header: &serde_json::Value, claims: &serde_json::Value) -> String {
        let part = |value: &serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
        format!("{}.{}", part(header), part(claims))
    }

    fn hs256(text: &str, secret: &[u8]) -> String {
        let mac = Hmac::<Sha256>::new_from_slice(secret).unwrap().chain_update(text);
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }

    #[test]
    fn what_the_site_signs_is_believed() {
        let claims = Claims {
            sub: "user-7".into(),
            exp: in_seconds(60),
            org: None,
            name: Some("Ana".into()),
            email: None,
            phone: Some("+49 170 1234567".into()),
        };
        assert_eq!(verify(&sign(&claims, SECRET).unwrap(), SECRET).unwrap(), claims);
        // By hand, as a site's own library does it, with claims that mean nothing here.
        let header = json!({"typ": "JWT", "alg": "HS256"});
        let body = json!({"sub": "user-7", "exp": in_seconds(60), "aud": "inbox", "plan": "pro"});
        let token = hs256(&unsigned(&header, &body), SECRET.as_bytes());
        assert_eq!(verify(&token, SECRET).unwrap().sub, "user-7");
        // A clock that is behind by less than the leeway.
        let late = json!({"sub": "user-7", "exp": in_seconds(-20)});
        assert!(verify(&hs256(&unsigned(&header, &late), SECRET.as_bytes()), SECRET).is_ok());
    }

    #[test]
    fn what_anybody_else_makes_up_is_not() {
        let good = json!({"sub": "user-7", "exp": in_seconds(60)});
        let hs = json!({"alg": "HS256", "typ": "JWT"});
        let signed = |header: &serde_json::Value, body: &serde_json::Value| {
            hs256(&unsigned(header, body), SECRET.as_bytes())
        };
        let none = format!("{}.", unsigned(&json!({"alg": "none"}), &good));
        let hs384 = {
            let text = unsigned(&json!({"alg": "HS384"}), &good);
            let mac =
                Hmac::<Sha384>::new_from_slice(SECRET.as_bytes()).unwrap().chain_update(&text);
            format!("{text}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
        };
        let stripped = {
            let token = signed(&hs, &good);
            token.rsplit_once('.').map(|(head, _)| format!("{head}.")).unwrap()
        };
        for (why, token) in [
            ("alg none", none),
            ("no signature", stripped),
            ("another secret", hs256(&unsigned(&hs, &good), b"guess")),
            ("an RSA header over an HMAC", signed(&json!({"alg": "RS256"}), &good)),
            ("a longer hash", hs384),
            ("expired", signed(&hs, &json!({"sub": "user-7", "exp": in_seconds(-31)}))),
            ("no exp", signed(&hs, &json!({"sub": "user-7"}))),
            ("exp as a text", signed(&hs, &json!({"sub": "user-7", "exp": "9999999999"}))),
            ("exp below zero", signed(&hs, &json!({"sub": "user-7", "exp": -1}))),
            (
                "not yet",
                signed(&hs, &json!({"sub": "u", "exp": in_seconds(90), "nbf": in_seconds(60)})),
            ),
            ("no sub", signed(&hs, &json!({"exp": in_seconds(60)}))),
            ("an empty sub", signed(&hs, &json!({"sub": " ", "exp": in_seconds(60)}))),
            ("a long sub", signed(&hs, &json!({"sub": "x".repeat(256), "exp": in_seconds(60)}))),
            ("not a token", "a.b.c".to_owned()),
            ("dots", "..".to_owned()),
        ] {
            assert!(verify(&token, SECRET).is_err(), "{why}");
        }
    }
}
