//! The common part of the tables, for the messenger: what people write.

/// Named character references: the five of XML, letters of Western European languages, common typography
/// and signs.
#[rustfmt::skip]
pub(in super::super) const NAMED: &str = "\
    AElig=Æ Aacute=Á Acirc=Â Agrave=À Aring=Å Atilde=Ã Auml=Ä Ccedil=Ç Eacute=É Ecirc=Ê \
    Egrave=È Euml=Ë Iacute=Í Icirc=Î Igrave=Ì Iuml=Ï Ntilde=Ñ Oacute=Ó Ocirc=Ô Ograve=Ò \
    Oslash=Ø Otilde=Õ Ouml=Ö Uacute=Ú Ucirc=Û Ugrave=Ù Uuml=Ü aacute=á acirc=â aelig=æ agrave=à \
    amp=& apos=' aring=å atilde=ã auml=ä bdquo=„ bull=• ccedil=ç cent=¢ check=✓ copy=© deg=° \
    divide=÷ eacute=é ecirc=ê egrave=è euml=ë euro=€ frac12=½ frac14=¼ frac34=¾ ge=≥ gt=> \
    hearts=♥ hellip=… iacute=í icirc=î igrave=ì iquest=¿ iuml=ï laquo=« larr=← ldquo=“ le=≤ \
    lsquo=‘ lt=< mdash=— micro=µ middot=· nbsp=\u{a0} ndash=– ne=≠ ntilde=ñ oacute=ó ocirc=ô \
    ograve=ò oslash=ø otilde=õ ouml=ö plusmn=± pound=£ quot=\" raquo=» rarr=→ rdquo=” reg=® \
    rsquo=’ sect=§ sup2=² sup3=³ szlig=ß times=× trade=™ uacute=ú ucirc=û ugrave=ù uuml=ü yen=¥ ";

/// The emoji of chats, by their most usual names.
#[cfg(any(test, not(feature = "company")))]
#[rustfmt::skip]
pub(in super::super) const EMOJI: &str = "\
    +1=👍 -1=👎 100=💯 birthday=🎂 clap=👏 cry=😢 eyes=👀 fire=🔥 gift=🎁 grinning=😀 heart=❤️ \
    heart_eyes=😍 joy=😂 muscle=💪 ok_hand=👌 pray=🙏 rocket=🚀 slightly_smiling_face=🙂 smile=😄 \
    smiley=😃 sob=😭 sparkles=✨ sweat_smile=😅 tada=🎉 thinking=🤔 thumbsdown=👎 thumbsup=👍 \
    warning=⚠️ wave=👋 white_check_mark=✅ wink=😉 x=❌ ";

/// P and S of the basic multilingual plane, as closed ranges in order, without those of scripts that are
/// seldom written in a chat (among them Tibetan, Mongolian and historic ones). Unassigned code points,
/// and letters among the letter-like symbols, are taken with their neighbours.
#[rustfmt::skip]
pub(in super::super) const PUNCTUATION: &[(u16, u16)] = &[
    (0x00a1, 0x00a9), (0x00ab, 0x00ac), (0x00ae, 0x00b1), (0x00b4, 0x00b4), (0x00b6, 0x00b8),
    (0x00bb, 0x00bb), (0x00bf, 0x00bf), (0x00d7, 0x00d7), (0x00f7, 0x00f7), (0x02c2, 0x02c5),
    (0x02d2, 0x02df), (0x02e5, 0x02eb), (0x02ed, 0x02ed), (0x02ef, 0x02ff), (0x0375, 0x0375),
    (0x037e, 0x037e), (0x0384, 0x0385), (0x0387, 0x0387), (0x03f6, 0x03f6), (0x0482, 0x0482),
    (0x055a, 0x055f), (0x0589, 0x058f), (0x05be, 0x05be), (0x05c0, 0x05c0), (0x05c3, 0x05c3),
    (0x05c6, 0x05c6), (0x05f3, 0x05f4), (0x0606, 0x060f), (0x061b, 0x061b), (0x061d, 0x061f),
    (0x066a, 0x066d), (0x06d4, 0x06d4), (0x06de, 0x06de), (0x06e9, 0x06e9), (0x0964, 0x0965),
    (0x0970, 0x0970), (0x0df4, 0x0df4), (0x0e3f, 0x0e3f), (0x0e4f, 0x0e4f), (0x0e5a, 0x0e5b),
    (0x104a, 0x104f), (0x10fb, 0x10fb), (0x1360, 0x1368), (0x17d4, 0x17d6), (0x17d8, 0x17db),
    (0x2010, 0x2027), (0x2030, 0x205e), (0x207a, 0x207e), (0x208a, 0x208e), (0x20a0, 0x20c0),
    (0x2100, 0x214f), (0x218a, 0x244a), (0x249c, 0x24e9), (0x2500, 0x2775), (0x2794, 0x2bff),
    (0x2e00, 0x2e2e), (0x2e30, 0x2ffb), (0x3001, 0x3004), (0x3008, 0x3020), (0x3030, 0x3030),
    (0x3036, 0x3037), (0x303d, 0x303f), (0x309b, 0x309c), (0x30a0, 0x30a0), (0x30fb, 0x30fb),
    (0x3190, 0x3191), (0x3196, 0x319f), (0x31c0, 0x31e3), (0x3200, 0x321e), (0x322a, 0x3247),
    (0x3250, 0x3250), (0x3260, 0x327f), (0x328a, 0x32b0), (0x32c0, 0x33ff), (0x4dc0, 0x4dff),
    (0xfb29, 0xfb29), (0xfbb2, 0xfbc2), (0xfd3e, 0xfd4f), (0xfdcf, 0xfdcf), (0xfdfc, 0xfdff),
    (0xfe10, 0xfe19), (0xfe30, 0xfe6b), (0xff01, 0xff0f), (0xff1a, 0xff20), (0xff3b, 0xff40),
    (0xff5b, 0xff65), (0xffe0, 0xffee), (0xfffc, 0xfffd),
];
