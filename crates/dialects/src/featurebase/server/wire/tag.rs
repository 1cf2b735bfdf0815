//! Tags, and who put them where.

use utoipa::ToSchema;

/// A tag that is attached now.
#[derive(Clone, Debug, ToSchema)]
pub struct ConversationTag {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `tag`.
    #[schema(pattern = "^tag$")]
    pub r#type: String,
}

/// One attachment of a tag to a part, kept after it was removed.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConversationTagApplication {
    /// The tag.
    pub tag_id: String,
    /// When it was attached.
    #[schema(format = "date-time")]
    pub applied_at: String,
    /// Who attached it.
    #[schema(nullable = false)]
    pub applied_by: Option<ConversationTagMutationActor>,
    /// When it was removed.
    #[schema(format = "date-time")]
    pub removed_at: Option<String>,
    /// Who removed it.
    #[schema(nullable = false)]
    pub removed_by: Option<ConversationTagMutationActor>,
    /// The tag, while there is one.
    #[schema(nullable = false)]
    pub tag: Option<ConversationTag>,
}

/// Who attached or removed a tag.
#[derive(Clone, Debug, ToSchema)]
pub struct ConversationTagMutationActor {
    /// `admin`, `customer`, `lead`, `bot`, `integration`, `system` or `workflow`.
    pub r#type: String,
    /// Their id.
    pub id: Option<String>,
    /// Their name.
    pub name: Option<String>,
}

/// A tag with its newest attachment: the answer to attaching or removing one.
#[derive(Clone, Debug, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AttachedConversationTag {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `tag`.
    #[schema(pattern = "^tag$")]
    pub r#type: String,
    /// The part on which it hangs or hung.
    pub target_part_id: Option<String>,
    /// When it was attached.
    #[schema(format = "date-time")]
    pub applied_at: Option<String>,
    /// Who attached it.
    pub applied_by: Option<ConversationTagMutationActor>,
    /// When it was removed.
    #[schema(format = "date-time")]
    pub removed_at: Option<String>,
    /// Who removed it.
    pub removed_by: Option<ConversationTagMutationActor>,
}
