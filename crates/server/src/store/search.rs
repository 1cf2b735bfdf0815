//! The words by which a conversation is found: kept folded, so that case and accents do not matter.

use inbox_model::search::{Field, folded, texts};
use inbox_model::{Conversation, Preview};
use sqlx::{Row, SqlitePool};

use super::Result;

/// What is looked through for agents, as the model says. Names and addresses as they are now are
/// found beside it.
pub(super) fn text_of(conversation: &Conversation, preview: Option<&Preview>) -> String {
    looked_through(conversation, preview, |_| true)
}

/// The same for contacts, who must not find out what notes say or how others are reached.
pub(super) fn public_text_of(conversation: &Conversation, preview: Option<&Preview>) -> String {
    let public = |field| matches!(field, Field::Title | Field::Subject | Field::Preview);
    looked_through(conversation, preview, public)
}

fn looked_through(
    conversation: &Conversation,
    preview: Option<&Preview>,
    wanted: impl Fn(Field) -> bool,
) -> String {
    let told =
        Conversation { parts: Vec::new(), preview: preview.cloned(), ..conversation.clone() };
    let texts = texts(&told).into_iter();
    folded(texts.filter(|(field, _)| wanted(*field)).map(|(_, text)| text))
}

/// The pattern of `LIKE … ESCAPE '\'` for a word that stands anywhere.
pub(super) fn pattern(word: &str) -> String {
    let mut pattern = String::from("%");
    for letter in word.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

/// So many rows are folded in one transaction.
const AT_ONCE: i64 = 500;

/// A table with texts that may not be folded yet: the rows that are not, and how they become so.
/// Texts are told as the columns after the id, and bound in their order before it.
const TABLES: [(&str, &str, bool); 3] = [
    (
        "SELECT id, search, public_search FROM conversations WHERE folded IS NULL LIMIT $1",
        "UPDATE conversations SET search = $1, public_search = $2, folded = 1 WHERE id = $3",
        false,
    ),
    (
        "SELECT id, COALESCE(name, ''), COALESCE(email, '') FROM contacts
         WHERE search IS NULL LIMIT $1",
        "UPDATE contacts SET search = $1 WHERE id = $2",
        true,
    ),
    (
        "SELECT id, name FROM tags WHERE search IS NULL LIMIT $1",
        "UPDATE tags SET search = $1 WHERE id = $2",
        true,
    ),
];

/// Folds the texts that were kept before they were folded; SQL cannot. What is folded is what a
/// former version had in small letters, so nothing has to be read again.
pub(super) async fn fold_kept(writer: &SqlitePool) -> Result<()> {
    for (of, to, joined) in TABLES {
        loop {
            let mut tx = writer.begin().await?;
            let rows = sqlx::query(of).bind(AT_ONCE).fetch_all(&mut *tx).await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                let texts = (1..row.len()).map(|at| row.try_get::<&str, _>(at));
                let texts: Vec<&str> = texts.collect::<std::result::Result<_, _>>()?;
                let mut update = sqlx::query(to);
                if joined {
                    update = update.bind(folded(texts.into_iter()));
                } else {
                    for text in texts {
                        update = update.bind(folded(text.lines()));
                    }
                }
                update.bind(row.try_get::<&str, _>(0)?).execute(&mut *tx).await?;
            }
            tx.commit().await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row of every table as a former version left it, which is more than one transaction's worth.
    #[tokio::test]
    async fn what_was_kept_in_small_letters_is_folded_once() {
        let name = format!("inbox-fold-{}", crate::id::uuid().unwrap());
        let file = std::env::temp_dir().join(name);
        let url = format!("sqlite://{}", file.display());
        let (writer, _) = crate::store::connect::open(&url).await.unwrap();
        let run = async |sql: &'static str| sqlx::query(sql).execute(&writer).await.unwrap();
        run("INSERT INTO organisations (id, name, created_at) VALUES ('o', 'O', 0)").await;
        run("INSERT INTO contacts (id, kind, name, email, created_at, updated_at, organisation_id)
             VALUES ('k', 'lead', 'Łukasz', 'É@x.y', 0, 0, 'o'), ('l', 'lead', NULL, NULL, 0, 0, 'o')")
        .await;
        run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 501)
             INSERT INTO tags (id, name, organisation_id) SELECT i, 'Straße', 'o' FROM n")
        .await;
        run("INSERT INTO conversations
               (id, version, public_version, state, created_at, activity_at, public_activity_at,
                public_updated_at, last_position, inbound_position, outbound_position,
                answer_position, data, organisation_id, search, public_search)
             VALUES ('c', 1, 1, 'open', 0, 0, 0, 0, 0, 0, 0, 0, '{}', 'o', 'crème\nbrûlée', 'crème')")
        .await;
        fold_kept(&writer).await.unwrap();
        let texts = async |sql: &'static str| {
            let rows = sqlx::query(sql).fetch_all(&writer).await.unwrap();
            rows.iter().map(|row| row.get::<String, _>(0)).collect::<Vec<_>>()
        };
        assert_eq!(
            texts("SELECT search FROM contacts ORDER BY id").await,
            ["lukasz\ne@x.y\n", "\n\n"]
        );
        assert_eq!(texts("SELECT DISTINCT search FROM tags").await, ["strasse\n"]);
        assert_eq!(texts("SELECT search FROM conversations").await, ["creme\nbrulee\n"]);
        assert_eq!(texts("SELECT public_search FROM conversations").await, ["creme\n"]);
        let left = "SELECT id FROM conversations WHERE folded IS NULL";
        assert!(texts(left).await.is_empty());
        writer.close().await;
        std::fs::remove_file(file).unwrap();
    }

    #[test]
    fn signs_of_the_pattern_language_stand_for_themselves() {
        assert_eq!(pattern("50%off_\\"), "%50\\%off\\_\\\\%");
    }
}
