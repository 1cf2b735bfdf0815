//! Letters without their accents, by code point.
//!
//! Each table has the place of one code point after the other: the letter that it folds to, or `_`
//! where it stays as it is. Capitals stay, because they are made small before a table is asked.
//! Source: the canonical decompositions of `UnicodeData.txt` with their marks left out, and the
//! letters with a stroke, hook or tail, which Unicode does not decompose.

/// Latin letters from U+00DF on.
pub(super) const LATIN: [u16; 369] = table(
    "_aaaaaa_ceeeeiiiidnooooo_ouuuuy_y_a_a_a_c_c_c_c_d_d_e_e_e_e_e_g_\
     g_g_g_h_h_i_i_i_i_i___j_kk_l_l_l___l_n_n_nn_n_o_o_o___r_r_r_s_s_\
     s_s_t_t_t_u_u_u_u_u_u_w_y__z_z_zsb__b____c___d_____f______kl___n\
     __o___p_____t_t__u___y_z_______________________a_i_o_u_u_u_u_u__\
     a_a_æ_g_g_k_o_o_ʒj____g___n_a_æ_o_a_a_e_e_i_i_o_o_r_r_u_u_s_t___\
     h_d___z_a_e_o_o_o_o_ylnt_____c__sz______e_j_q_r_y",
);

/// Latin letters from U+1E00 on: Vietnamese, Welsh, transliterations.
pub(super) const LATIN_MORE: [u16; 256] = table(
    "_a_b_b_b_c_d_d_d_d_d_e_e_e_e_e_f_g_h_h_h_h_h_i_i_k_k_k_l_l_l_l_m\
     _m_m_n_n_n_n_o_o_o_o_p_p_r_r_r_r_s_s_s_s_s_t_t_t_t_u_u_u_u_u_v_v\
     _w_w_w_w_w_x_x_y_z_z_zhtwy_sss___a_a_a_a_a_a_a_a_a_a_a_a_e_e_e_e\
     _e_e_e_e_i_i_o_o_o_o_o_o_o_o_o_o_o_o_u_u_u_u_u_u_u_y_y_y_y_____y",
);

/// Greek letters from U+0370 on.
pub(super) const GREEK: [u16; 144] = table(
    "____ʹ___________________________ι___________________________αεηι\
     υ_________________σ_______ιυουω_βθ_ϒϒφπ_________________________\
     κρσ__ε__________",
);

/// Greek letters from U+1F00 on: polytonic.
pub(super) const GREEK_MORE: [u16; 256] = table(
    "αααααααα________εεεεεε__________ηηηηηηηη________ιιιιιιιι________\
     οοοοοο__________υυυυυυυυ________ωωωωωωωω________ααεεηηιιοουυωω__\
     αααααααα________ηηηηηηηη________ωωωωωωωω________ααααα_αα______ι_\
     __ηηη_ηη________ιιιι__ιι________υυυυρρυυ__________ωωω_ωω________",
);

/// Cyrillic letters from U+0430 on.
pub(super) const CYRILLIC: [u16; 208] = table(
    "_________и______________________ее_г___і____киу_________________\
     _______ѵ________________________________________________________\
     __________________ж______________а_а___е___ә_ж_з___и_и_о___ө_э_у\
     _у_у_ч___ы______",
);

/// Turns the drawing of a table into numbers, while compiling.
#[expect(
    clippy::indexing_slicing,
    reason = "it runs while compiling, which an index out of range stops"
)]
const fn table<const N: usize>(text: &str) -> [u16; N] {
    let bytes = text.as_bytes();
    let mut letters = [0; N];
    let (mut from, mut to) = (0, 0);
    while to < N {
        let first = bytes[from] as u16;
        letters[to] = if first == b'_' as u16 {
            0
        } else if first < 0x80 {
            first
        } else if first < 0xE0 {
            (first & 0x1F) << 6 | (bytes[from + 1] as u16 & 0x3F)
        } else {
            (first & 0x0F) << 12
                | (bytes[from + 1] as u16 & 0x3F) << 6
                | (bytes[from + 2] as u16 & 0x3F)
        };
        from += match first {
            0..0x80 => 1,
            0x80..0xE0 => 2,
            _ => 3,
        };
        to += 1;
    }
    assert!(from == bytes.len(), "a table has as many letters as places");
    letters
}
