//! A fresh seed. The only chance in the program that does not come from a seed.

use crate::model::RunSettings;

/// A seed that nobody has chosen, 0 to 2^53 - 1; `None` when the browser has no source of chance.
pub fn fresh_seed() -> Option<u64> {
    let mut bytes = [0_u8; 8];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(u64::from_le_bytes(bytes) & RunSettings::GREATEST_SEED)
}
