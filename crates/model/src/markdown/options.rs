//! How a text is read, and what its HTML is for.

use super::url;

/// Which dialect a text is read as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// GFM as people write in a chat: every line ending is a line break, `@name` mentions somebody,
    /// `:tada:` is an emoji, and the tree holds only links and images with safe addresses, links only with
    /// whole ones; others are their text. A delimiter row of a table has a bar in it (`:-` alone is more
    /// probably a face), and bare addresses end at ideographic and full-width punctuation. What is
    /// beyond [`Profile::CHAT_BYTES`] is plain text.
    #[default]
    Chat,
    /// `CommonMark` 0.31.2 alone.
    CommonMark,
    /// `CommonMark` with tables, strikethrough, task lists and bare addresses of GFM 0.29.
    Gfm,
}

impl Profile {
    /// How many bytes of a text [`Profile::Chat`] formats. Nobody reads a longer message, and it need not
    /// become a million nodes: the lines after that are shown as they are written. The other profiles
    /// have no limit, nor has the messenger (without the feature `company`): servers take no message
    /// as long as that.
    pub const CHAT_BYTES: usize = 200 * 1024;
}

/// Which images are shown as images. Loading one tells its server who reads when, so all others are
/// links to it, with the text that describes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Images<'a> {
    /// None of them.
    #[default]
    None,
    /// Those of certain servers: `media.shop.example`, or with a port where the address has one,
    /// `localhost:8080`; and `self` for addresses without a server, which mean that of the page.
    Hosts(&'a [String]),
    /// All of them.
    Any,
}

impl Images<'_> {
    /// Whether an image from here is shown. Whatever they allow, the address must be one that
    /// [`url::safe_image`] lets through.
    ///
    /// An address counts as one of a server only if it is plain about that: `https://`, and a host of
    /// letters, digits, dots and hyphens. Browsers read more than that as an address, such as
    /// `https:/a`, `/\a` and `https://a\@b`, and not all of them the same.
    ///
    /// ```
    /// use inbox_model::markdown::Images;
    ///
    /// let hosts = ["self".to_owned(), "media.shop.example".to_owned()];
    /// let images = Images::Hosts(&hosts);
    /// assert!(images.allow("https://media.shop.example/a.png") && images.allow("/a.png"));
    /// assert!(!images.allow("https://elsewhere.example/a.png") && !images.allow("//elsewhere.example/a.png"));
    /// ```
    pub fn allow(self, src: &str) -> bool {
        if url::safe_image(src).is_none() {
            return false;
        }
        match self {
            Images::None => false,
            Images::Any => true,
            Images::Hosts(hosts) => {
                let host = if url::is_relative(src) { Some("self") } else { url::host(src) };
                let is_it =
                    |known: &String| host.is_some_and(|host| host.eq_ignore_ascii_case(known));
                hosts.iter().any(is_it)
            }
        }
    }
}

/// How a text is read, and what its HTML is for. A [`Profile`] alone will do where an `Options` is asked
/// for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options<'a> {
    /// The dialect.
    pub profile: Profile,
    /// Whom a text in [`Profile::Chat`] can mention: names, which may have spaces in them, and of which the
    /// longest that fits counts, whatever its case. Other names stay text. `None` where nobody knows
    /// the names: then every `@name` is a mention.
    #[cfg(feature = "company")]
    pub mentions: Option<&'a [String]>,
    /// Which images the HTML shows.
    pub images: Images<'a>,
    /// HTML as the specifications of `CommonMark` and GFM print it: nothing is added to links, and they
    /// and images may have any address but one that a browser would run ([`url::is_inert`]). Raw HTML
    /// is text here too.
    pub bare: bool,
}

impl From<Profile> for Options<'_> {
    fn from(profile: Profile) -> Self {
        Self { profile, ..Self::default() }
    }
}
