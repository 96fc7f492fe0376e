//! What is known of a vendor before anything is signed: a score card.
//!
//! A score of 3 stands for the average vendor, which is what the catalogue's defaults describe; what another score changes
//! stands in [`super::effects`], and nowhere else.

use serde::{Deserialize, Serialize};

/// Least and greatest score.
pub const SCORES: (u8, u8) = (1, 5);
/// The score of an average vendor.
pub const AVERAGE: u8 = 3;

/// Declares the criteria once: a field of [`ScoreCard`] and a kind in [`Criterion`].
macro_rules! criteria {
    ($($(#[$about:meta])+ $criterion:ident in $field:ident;)+) => {
        /// What a vendor is judged by.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Criterion { $($(#[$about])+ $criterion,)+ }

        /// The scores of the vendor of a site, 1 (far below average) to 5 (far above). What is left out of a file is 3.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct ScoreCard {
            $($(#[$about])+ #[serde(skip_serializing_if = "is_average")] pub $field: u8,)+
        }

        impl Criterion {
            /// All criteria, in the order in which people read them.
            pub const ALL: &'static [Self] = &[$(Self::$criterion,)+];

            /// The stable id: its field in files.
            pub fn id(self) -> &'static str {
                match self { $(Self::$criterion => stringify!($field),)+ }
            }
        }

        impl ScoreCard {
            /// The score by `criterion`.
            pub fn score(&self, criterion: Criterion) -> u8 {
                match criterion { $(Criterion::$criterion => self.$field,)+ }
            }

            /// Gives `score` by `criterion`.
            pub fn set(&mut self, criterion: Criterion, score: u8) {
                match criterion { $(Criterion::$criterion => self.$field = score,)+ }
            }
        }

        impl Default for ScoreCard {
            fn default() -> Self {
                Self { $($field: AVERAGE,)+ }
            }
        }
    };
}

criteria! {
    /// Expertise and experience with this kind of work.
    Expertise in expertise;
    /// Technology: tools, integration, automation.
    Technology in technology;
    /// Communication: language, hours, reporting, how problems are told.
    Communication in communication;
    /// Flexibility and scale: how soon people and seats are there, and how many.
    Flexibility in flexibility;
    /// Security and compliance.
    Security in security;
    /// Cost transparency: whether one can see what one pays for.
    Transparency in transparency;
    /// Track record: how earlier contracts went.
    TrackRecord in track_record;
}

// Serde hands over a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_average(score: &u8) -> bool {
    *score == AVERAGE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_what_is_not_average() {
        assert_eq!(serde_json::to_string(&ScoreCard::default()).unwrap(), "{}");
        for criterion in Criterion::ALL {
            let mut card = ScoreCard::default();
            card.set(*criterion, 5);
            let text = format!("{{\"{}\":5}}", criterion.id());
            assert_eq!(serde_json::to_string(&card).unwrap(), text);
            assert_eq!(serde_json::from_str::<ScoreCard>(&text).unwrap(), card);
            assert_eq!(card.score(*criterion), 5);
        }
        for wrong in [r#"{"expertise":3.5}"#, r#"{"expertise":-1}"#, r#"{"expertise":"good"}"#, r#"{"luck":3}"#] {
            assert!(serde_json::from_str::<ScoreCard>(wrong).is_err(), "{wrong} was taken");
        }
    }
}
