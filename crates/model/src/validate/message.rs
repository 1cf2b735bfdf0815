//! Whether a message can go by a channel: [`draft`] first, then what the channel takes of it.

use super::files::{Attachment, check_all};
use super::limits::Limits;
use super::line;
use super::problem::{Problem, item, within};
use crate::content::Content;
use crate::draft;

/// Everything that keeps contents from going by a channel; nothing where they can. Fields are
/// `contents`, `contents[1].caption` and the like, and `subject`.
///
/// ```
/// use inbox_model::validate::{Limits, message};
/// use inbox_model::{Channel, Content};
///
/// let text = [Content::text("word ".repeat(400))];
/// assert_eq!(message::check(&text, None, &Limits::of(&Channel::Email)), []);
/// let problems = message::check(&text, None, &Limits::of(&Channel::Sms));
/// assert_eq!((&*problems[0].field, problems[0].code()), ("contents[0].markdown", "too_long"));
/// ```
pub fn check(contents: &[Content], subject: Option<&str>, limits: &Limits) -> Vec<Problem> {
    let mut problems = draft::check_contents(contents, limits.text);
    for (at, content) in contents.iter().enumerate() {
        let caption = content.media().and_then(|media| media.caption.as_deref());
        let excess = caption.and_then(|caption| limits.caption.excess(caption));
        problems.extend(excess.map(|fault| Problem::at(item("contents", at) + ".caption", fault)));
    }
    let files = contents.iter().enumerate();
    let files = files.filter_map(|(at, content)| Some((at, Attachment::of(content)?)));
    problems.extend(check_all("contents", files, &limits.files));
    if let Some(subject) = subject {
        problems.extend(within("subject", line::check(subject, limits.subject)));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Media;
    use crate::conversation::Channel;
    use crate::validate::Fault;
    use crate::validate::unit::Unit;

    fn found(
        contents: &[Content],
        subject: Option<&str>,
        channel: &Channel,
    ) -> Vec<(String, &'static str)> {
        let problems = check(contents, subject, &Limits::of(channel));
        problems.into_iter().map(|problem| (problem.field.clone(), problem.code())).collect()
    }

    #[test]
    fn a_text_has_the_length_of_its_channel() {
        let check = |channel: &Channel, letter: &str, most: usize| {
            let of = |length| [Content::text(letter.repeat(length))];
            assert_eq!(found(&of(most), None, channel), [], "{channel:?}");
            let problem = ("contents[0].markdown".to_owned(), "too_long");
            assert_eq!(found(&of(most + 1), None, channel), [problem], "{channel:?}");
        };
        check(&Channel::Web, "é", 10_000);
        check(&Channel::Email, "é", 10_000);
        check(&Channel::Whatsapp, "🙂", 4_096);
        check(&Channel::Sms, "a", 1_530);
        check(&Channel::Sms, "日", 670);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_its_place() {
        let picture = |caption: usize| {
            Content::Image(Media {
                url: "https://x/a.gif".into(),
                name: Some("a/b.gif".into()),
                mime: Some("image/gif".into()),
                bytes: Some(6 << 20),
                caption: Some("c".repeat(caption)),
                ..Media::default()
            })
        };
        let contents = [Content::text("look"), picture(1_025), picture(1_024)];
        let at = |field: &str, code: &'static str| (field.to_owned(), code);
        assert_eq!(
            found(&contents, Some("a\nb"), &Channel::Whatsapp),
            [
                at("contents[1].caption", "too_long"),
                at("contents[1].name", "path_separator"),
                at("contents[1].mime", "unsupported_type"),
                at("contents[1].bytes", "too_large"),
                at("contents[2].name", "path_separator"),
                at("contents[2].mime", "unsupported_type"),
                at("contents[2].bytes", "too_large"),
                at("subject", "control_character"),
            ]
        );
        assert_eq!(found(&[], Some("hi"), &Channel::Email), [at("contents", "empty")]);
    }

    #[test]
    fn a_subject_is_a_line_of_an_email() {
        let text = [Content::text("hi")];
        let limits = Limits::of(&Channel::Email);
        assert_eq!(check(&text, Some(&"é".repeat(499)), &limits), []);
        let fault = Fault::TooLong { unit: Unit::Bytes, max: 998, actual: 999 };
        let long = "é".repeat(499) + "a";
        assert_eq!(check(&text, Some(&long), &limits), [Problem::at("subject", fault)]);
    }
}
