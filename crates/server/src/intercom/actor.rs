//! In whose name something is done, and whom a request means. Admins and teams are named by number.

use inbox_dialects::ids::person_suffix_of_number;
use inbox_dialects::intercom::server::{ContactRef, WireError};
use inbox_model::{Participant, TeamId};

use super::fault::Fault;
use crate::store::{Contact, Write};

/// How the id of an admin or team with this number ends; `None` where it is no number as the server
/// writes them.
pub(super) fn suffix(number: &str) -> Option<String> {
    let value: u64 = number.parse().ok()?;
    person_suffix_of_number(value).filter(|_| value.to_string() == number)
}

/// The admin of this number. An agent's token may name any agent of the workspace.
pub(super) async fn admin(write: &mut Write, number: &str) -> Result<Participant, Fault> {
    let suffix = suffix(number).ok_or_else(WireError::not_found)?;
    let agent = write.agent_by_suffix(&suffix).await?;
    Ok(agent.ok_or_else(WireError::not_found)?)
}

/// The team of this number.
pub(super) async fn team(write: &mut Write, number: &str) -> Result<TeamId, Fault> {
    let suffix = suffix(number).ok_or_else(WireError::not_found)?;
    let team = write.team_by_suffix(&suffix).await?;
    Ok(team.ok_or_else(WireError::not_found)?.id)
}

/// A contact: by our id, else by the company's, else by address. What comes after the first that is
/// given only counts where the earlier names nobody.
pub(super) async fn contact(write: &mut Write, named: &ContactRef) -> Result<Contact, Fault> {
    if let Some(id) = &named.id
        && let Some(contact) = write.contact(id).await?
    {
        return Ok(contact);
    }
    if let Some(user_id) = &named.user_id
        && let Some(contact) = write.contact_by_external_id(user_id).await?
    {
        return Ok(contact);
    }
    if let Some(email) = &named.email
        && let Some(contact) = write.customer_by_email(email).await?
    {
        return Ok(contact);
    }
    Err(WireError::not_found().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_as_the_server_writes_it() {
        assert_eq!(suffix("255").as_deref(), Some("00000000000ff"));
        for none in ["", "0255", "+255", "-1", "ff", "2.0", "99999999999999999999"] {
            assert_eq!(suffix(none), None, "{none}");
        }
    }
}
