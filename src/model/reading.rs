//! How a scenario's file is read where a derived reader would say too little or be too large.
//!
//! Serde reads an object that one of its fields tells the rest of (`#[serde(tag)]`, `#[serde(untagged)]`) into a tree of its own
//! first. That costs the places of the errors within, and a second copy of all code that reads.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// An object in a file that says with one field which others it has: with all fields that there may be.
pub(super) trait Stated<'de>: Deserialize<'de> {
    /// What it stands for.
    type Value;

    /// Looks at which fields there are.
    ///
    /// # Errors
    /// When one is missing, or has no meaning here.
    fn value<E: Error>(self) -> Result<Self::Value, E>;
}

/// Reads an object and what it stands for.
///
/// # Errors
/// When it is not one.
pub(super) fn object<'de, T: Stated<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T::Value, D::Error> {
    deserializer.deserialize_map(ObjectVisitor::<T>(PhantomData))
}

/// The same within a visitor that takes something else as well.
///
/// # Errors
/// When the object is not one of its kind.
pub(super) fn entries<'de, T: Stated<'de>, A: MapAccess<'de>>(map: A) -> Result<T::Value, A::Error> {
    T::deserialize(MapAccessDeserializer::new(map))?.value()
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Stated<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T::Value, A::Error> {
        entries::<T, A>(map)
    }
}

/// Refuses the first field that is stated and not among those `expected`.
///
/// # Errors
/// When there is one.
pub(super) fn only<E: Error>(stated: &[(&str, bool)], expected: &'static [&'static str]) -> Result<(), E> {
    match stated.iter().find(|(field, is_stated)| *is_stated && !expected.contains(field)) {
        Some((field, _)) => Err(E::unknown_field(field, expected)),
        None => Ok(()),
    }
}

/// The value of a field that must be there.
///
/// # Errors
/// When it is not.
pub(super) fn needed<T, E: Error>(value: Option<T>, field: &'static str) -> Result<T, E> {
    value.ok_or_else(|| E::missing_field(field))
}

/// Reads a field that may be left out but not be null.
///
/// # Errors
/// Those of the value.
pub(super) fn stated<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
