//! A contact card in the vendor's form.

use inbox_model::content::{CardAddress, CardDetails, ContactCard};

use super::super::plain::day;
use super::wire;

pub(super) fn write(card: &ContactCard) -> wire::ContactContent {
    let details = card.details.as_deref().cloned().unwrap_or_default();
    let CardDetails {
        prefix,
        first_name,
        middle_name,
        last_name,
        suffix,
        birthday,
        job_title: title,
        department,
        addresses,
    } = details;
    let formatted_name = card.name.clone();
    let org = wire::ContactOrganization { company: card.organization.clone(), department, title };
    let works = org.company.is_some() || org.department.is_some() || org.title.is_some();
    let phones = card.phones.iter().cloned();
    let emails = card.emails.iter().cloned();
    wire::ContactContent {
        name: wire::ContactName {
            formatted_name,
            first_name,
            middle_name,
            last_name,
            prefix,
            suffix,
        },
        // A date, by the contract's format.
        birthday: birthday.filter(|birthday| day(birthday).is_some()),
        phones: phones.map(|one| wire::ContactPhone { phone: one.text, kind: one.kind }).collect(),
        emails: emails.map(|one| wire::ContactEmail { email: one.text, kind: one.kind }).collect(),
        addresses: addresses.into_iter().map(address).collect(),
        org: works.then_some(org),
    }
}

fn address(of: CardAddress) -> wire::ContactAddress {
    let CardAddress { street, postal_code: zip, city, region: state, country, country_code, kind } =
        of;
    wire::ContactAddress { street, city, state, zip, country, country_code, kind }
}
