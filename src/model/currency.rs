//! The currency that a scenario's amounts are in.

use serde::{Deserialize, Serialize};

/// Declares the currencies once: variant and ISO 4217 code.
macro_rules! currencies {
    ($($(#[$meta:meta])+ $variant:ident => $code:literal;)+) => {
        /// A currency. Written as its ISO 4217 code.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Currency {
            $($(#[$meta])+ #[serde(rename = $code)] $variant,)+
        }

        impl Currency {
            /// All currencies, in the order in which people choose from them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// ISO 4217 code of three letters.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }
    };
}

currencies! {
    /// US dollar, in which the catalogue's amounts of money are.
    #[default]
    UsDollar => "USD";
    /// Euro.
    Euro => "EUR";
    /// Pound sterling.
    PoundSterling => "GBP";
    /// Australian dollar.
    AustralianDollar => "AUD";
    /// Canadian dollar.
    CanadianDollar => "CAD";
    /// Danish krone.
    DanishKrone => "DKK";
    /// Indian rupee.
    IndianRupee => "INR";
    /// Japanese yen.
    Yen => "JPY";
    /// Mexican peso.
    MexicanPeso => "MXN";
    /// New Zealand dollar.
    NewZealandDollar => "NZD";
    /// Polish zloty.
    Zloty => "PLN";
    /// Singapore dollar.
    SingaporeDollar => "SGD";
    /// South African rand.
    Rand => "ZAR";
    /// Swedish krona.
    SwedishKrona => "SEK";
    /// Swiss franc.
    SwissFranc => "CHF";
}

impl Currency {
    /// The currency with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|currency| currency.code() == code)
    }

    /// Whether it is the catalogue's own.
    pub fn is_us_dollar(&self) -> bool {
        *self == Self::UsDollar
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_are_written_as_their_codes() {
        for currency in Currency::ALL {
            assert_eq!(Currency::from_code(currency.code()), Some(*currency));
            assert_eq!(serde_json::to_string(currency).unwrap(), format!("\"{}\"", currency.code()));
        }
        assert_eq!(Currency::default().code(), "USD");
    }
}
