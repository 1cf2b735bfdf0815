//! Who the contact is, as far as the company has noted it down, and through which of its accounts
//! it talks with them.

use inbox_model::Conversation;
use inbox_model::handling::{ChannelAccount, Profile};

use super::section::{Fact, Label, Value, facts_section};
use crate::dom::{El, group};
use crate::i18n::{DeskText, I18n, use_i18n};
use crate::reactive::Memo;
use crate::sync::Engine;
use crate::ui::{Glyph, channel_word};

/// The sections about the contact and the account.
pub(super) fn profile(engine: Engine) -> El {
    let i18n = use_i18n();
    let current = engine.store.thread.conversation;
    let person = Memo::new(move |_| {
        current.get().map(|conversation| person(&conversation)).unwrap_or_default()
    });
    let account = Memo::new(move |_| {
        let account = current.get().and_then(|one| one.handling.account.clone());
        account.map(|account| account_facts(&account, i18n)).unwrap_or_default()
    });
    group().child(facts_section(Glyph::Person, DeskText::Profile, person)).child(facts_section(
        Glyph::Phone,
        DeskText::Account,
        account,
    ))
}

fn person(conversation: &Conversation) -> Vec<Fact> {
    let mut facts = Vec::new();
    if conversation.blocked {
        let label = Label::Text(DeskText::Person);
        facts.push(Fact { label, value: Value::State(false, DeskText::Blocked) });
    }
    if let Some(profile) = &conversation.handling.profile {
        facts.extend(noted(profile));
    }
    facts
}

fn noted(profile: &Profile) -> Vec<Fact> {
    let own = |label, text: &Option<String>| given(label, text.as_deref(), Value::Own);
    let word = |label, text: &Option<String>, word: fn(&str) -> Option<DeskText>| {
        given(label, text.as_deref(), |text| word(&text).map_or(Value::Own(text), Value::Word))
    };
    let named = [
        given(DeskText::Phone, profile.phone.as_deref(), |text| Value::Way("tel:", text)),
        given(DeskText::Email, profile.email.as_deref(), |text| Value::Way("mailto:", text)),
        own(DeskText::Address, &profile.address),
        own(DeskText::Birthday, &profile.date_of_birth),
        word(DeskText::Salutation, &profile.salutation, salutation),
        word(DeskText::Gender, &profile.gender, gender),
    ];
    let custom = profile.custom.iter().enumerate().filter_map(|(at, text)| {
        let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty())?;
        Some(Fact { label: Label::Field(at + 1), value: Value::Own(text.to_owned()) })
    });
    named.into_iter().flatten().chain(custom).collect()
}

/// A fact where there is a text for it.
fn given(label: DeskText, text: Option<&str>, value: impl Fn(String) -> Value) -> Option<Fact> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    Some(Fact { label: Label::Text(label), value: value(text.to_owned()) })
}

fn salutation(word: &str) -> Option<DeskText> {
    Some(match word {
        "formal_male" => DeskText::SalutationFormalMale,
        "formal_female" => DeskText::SalutationFormalFemale,
        "informal" => DeskText::SalutationInformal,
        _ => return None,
    })
}

fn gender(word: &str) -> Option<DeskText> {
    Some(match word {
        "undisclosed" => DeskText::GenderUndisclosed,
        "male" => DeskText::GenderMale,
        "female" => DeskText::GenderFemale,
        "diverse" => DeskText::GenderDiverse,
        _ => return None,
    })
}

fn account_facts(account: &ChannelAccount, i18n: I18n) -> Vec<Fact> {
    let fact = |label, value| Fact { label: Label::Text(label), value };
    let mut facts = Vec::new();
    if !account.name.is_empty() {
        facts.push(fact(DeskText::RecordName, Value::Own(account.name.clone())));
    }
    if !account.address.is_empty() {
        facts.push(fact(DeskText::Address, Value::Own(account.address.clone())));
    }
    if let Some(channel) = channel_word(&account.channel, i18n) {
        facts.push(fact(DeskText::AccountChannel, Value::Own(channel)));
    }
    let text = if account.in_sync { DeskText::Connected } else { DeskText::NotConnected };
    facts.push(fact(DeskText::AccountState, Value::State(account.in_sync, text)));
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_no_fact_and_fields_keep_their_numbers() {
        let profile = Profile {
            phone: Some("+49 1522 3567929".into()),
            address: Some("  ".into()),
            salutation: Some("formal_female".into()),
            gender: Some("as they say".into()),
            custom: vec![None, Some("Gold".into())],
            ..Profile::default()
        };
        let labelled = |label, value| Fact { label: Label::Text(label), value };
        assert_eq!(
            noted(&profile),
            [
                labelled(DeskText::Phone, Value::Way("tel:", "+49 1522 3567929".into())),
                labelled(DeskText::Salutation, Value::Word(DeskText::SalutationFormalFemale)),
                labelled(DeskText::Gender, Value::Own("as they say".into())),
                Fact { label: Label::Field(2), value: Value::Own("Gold".into()) },
            ]
        );
    }
}
