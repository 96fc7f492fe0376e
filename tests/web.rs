//! What the core promises on every target, checked in the browser as well as on the host.
//!
//! A plain `#[test]` is dropped silently on wasm, hence the other attribute under the same name.
#![allow(clippy::unwrap_used, reason = "clippy takes a wasm test for a plain function")]

#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// A link and a saved file hold numbers as text; one that came back an ulp off would give another answer.
#[test]
fn numbers_survive_being_written_as_text() {
    let mut bits: u64 = 0x5eed;
    for _ in 0..20_000 {
        bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let number = f64::from_bits(bits);
        if !number.is_finite() {
            continue;
        }
        let text = serde_json::to_string(&number).unwrap();
        let read: f64 = serde_json::from_str(&text).unwrap();
        assert_eq!(read.to_bits(), number.to_bits(), "{text}");
    }
}

/// Without vectors the simulation is three times slower, and nothing else would tell.
#[cfg(target_family = "wasm")]
#[test]
fn vector_instructions_are_switched_on() {
    let switched_on = cfg!(target_feature = "simd128");
    assert!(switched_on);
}
