//! markdown
/// preview
pub fn preview_text(markdown: &str, max_characters: usize) -> String {
    markdown.replace("**", "").chars().take(max_characters).collect()
}
