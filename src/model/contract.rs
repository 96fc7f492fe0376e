//! What is agreed with a vendor, clause by clause.
//!
//! A clause has a few terms in plain words. The usual term of each stands for what the catalogue's defaults assume; what
//! another term changes stands in [`super::effects`], and nowhere else.

use super::site::is_default;
use serde::{Deserialize, Serialize};

/// Declares the clauses once: for each an enum of its terms, a field of [`ContractTerms`] and a kind in [`Clause`].
macro_rules! clauses {
    ($($(#[$about:meta])+ $clause:ident in $field:ident { $($(#[$meaning:meta])+ $term:ident => $id:literal,)+ })+) => {
        $(
            $(#[$about])+
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
            pub enum $clause { $($(#[$meaning])+ #[serde(rename = $id)] $term,)+ }
        )+

        /// A kind of clause.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Clause { $($(#[$about])+ $clause,)+ }

        /// A clause as agreed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Term { $($(#[$about])+ $clause($clause),)+ }

        /// The contract with the vendor of a site. What is left out of a file is as usual.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct ContractTerms {
            $($(#[$about])+ #[serde(skip_serializing_if = "is_default")] pub $field: $clause,)+
        }

        impl Clause {
            /// All clauses, in the order in which people read them.
            pub const ALL: &'static [Self] = &[$(Self::$clause,)+];

            /// The stable id: its field in files.
            pub fn id(self) -> &'static str {
                match self { $(Self::$clause => stringify!($field),)+ }
            }

            /// What can be agreed, from the least to the most.
            pub fn terms(self) -> &'static [Term] {
                match self { $(Self::$clause => &[$(Term::$clause($clause::$term),)+],)+ }
            }
        }

        impl Term {
            /// Which clause it is of.
            pub fn clause(self) -> Clause {
                match self { $(Self::$clause(_) => Clause::$clause,)+ }
            }

            /// The stable id, as written in files; distinct within its clause.
            pub fn id(self) -> &'static str {
                match self { $($(Self::$clause($clause::$term) => $id,)+)+ }
            }

            /// Whether it is what the catalogue's defaults assume.
            pub fn is_usual(self) -> bool {
                match self { $(Self::$clause(term) => is_default(&term),)+ }
            }
        }

        impl ContractTerms {
            /// What is agreed on `clause`.
            pub fn term(&self, clause: Clause) -> Term {
                match clause { $(Clause::$clause => Term::$clause(self.$field),)+ }
            }

            /// Agrees `term`.
            pub fn agree(&mut self, term: Term) {
                match term { $(Term::$clause(agreed) => self.$field = agreed,)+ }
            }
        }
    };
}

clauses! {
    /// Service-level agreement: what follows when the vendor misses the quality agreed.
    ServiceLevels in service_levels {
        /// No levels are agreed.
        None => "none",
        /// Levels with credits against the fee.
        #[default]
        Credits => "credits",
        /// Strict levels with credits that the vendor can earn back.
        Strict => "strict",
    }
    /// Statement of work: how exactly the work is described that the price contains.
    StatementOfWork in statement_of_work {
        /// An outline.
        Loose => "loose",
        /// What most contracts have.
        #[default]
        Usual => "usual",
        /// Every task with its volume and its quality.
        Tight => "tight",
    }
    /// Data-protection agreement.
    DataProtection in data_protection {
        /// None beyond what the law asks for.
        None => "none",
        /// The standard clauses.
        #[default]
        Standard => "standard",
        /// Audits by the buyer and certified staff.
        Audited => "audited",
    }
    /// How the price may rise.
    PriceRise in price_rise {
        /// Not at all: the first day's price holds.
        Fixed => "fixed",
        /// With an index of inflation, but never faster than a cap.
        Capped => "capped",
        /// With an index of inflation.
        #[default]
        Indexed => "indexed",
    }
    /// Who bears the exchange rate.
    ExchangeRate in exchange_rate {
        /// The vendor: the price is in the buyer's currency, whatever happens.
        Vendor => "vendor",
        /// Both, by a clause that passes a part on.
        #[default]
        Shared => "shared",
        /// The buyer: the price is in the vendor's currency.
        Buyer => "buyer",
    }
    /// Notice that the vendor has to give before it leaves.
    Notice in notice {
        /// A short one.
        Short => "short",
        /// What most contracts have.
        #[default]
        Usual => "usual",
        /// A long one.
        Long => "long",
    }
    /// Fee for ending the contract before its term.
    TerminationFee in termination_fee {
        /// None.
        None => "none",
        /// What most contracts have.
        #[default]
        Usual => "usual",
        /// A high one, which covers what the vendor has put in.
        High => "high",
    }
    /// Right to step in: to run the vendor's operation for as long as the vendor cannot.
    StepIn in step_in {
        /// None.
        #[default]
        None => "none",
        /// Agreed.
        Agreed => "agreed",
    }
    /// Plan for the end of the contract.
    ExitPlan in exit_plan {
        /// None.
        None => "none",
        /// A written one.
        #[default]
        Written => "written",
        /// A written one that is rehearsed and kept up to date.
        Rehearsed => "rehearsed",
    }
    /// Second vendor, chosen and kept ready.
    SecondSource in second_source {
        /// None.
        #[default]
        None => "none",
        /// One that could take over.
        Ready => "ready",
    }
}

impl Clause {
    /// The term of this clause with this id.
    pub fn term_from_id(self, id: &str) -> Option<Term> {
        self.terms().iter().copied().find(|term| term.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn terms_are_told_apart_and_one_of_each_clause_is_usual() {
        let clauses: BTreeSet<&str> = Clause::ALL.iter().map(|clause| clause.id()).collect();
        assert_eq!(clauses.len(), Clause::ALL.len());
        for clause in Clause::ALL {
            let ids: BTreeSet<&str> = clause.terms().iter().map(|term| term.id()).collect();
            assert_eq!(ids.len(), clause.terms().len(), "{clause:?}");
            assert_eq!(clause.terms().iter().filter(|term| term.is_usual()).count(), 1, "{clause:?}");
            assert!(ContractTerms::default().term(*clause).is_usual());
            for term in clause.terms() {
                assert_eq!((term.clause(), clause.term_from_id(term.id())), (*clause, Some(*term)));
            }
        }
    }

    #[test]
    fn a_file_holds_what_is_not_usual() {
        let mut terms = ContractTerms::default();
        assert_eq!(serde_json::to_string(&terms).unwrap(), "{}");
        terms.agree(Term::StatementOfWork(StatementOfWork::Tight));
        terms.agree(Term::StepIn(StepIn::Agreed));
        let text = r#"{"statement_of_work":"tight","step_in":"agreed"}"#;
        assert_eq!(serde_json::to_string(&terms).unwrap(), text);
        assert_eq!(serde_json::from_str::<ContractTerms>(text).unwrap(), terms);
        for wrong in [r#"{"step_in":"perhaps"}"#, r#"{"luck":"good"}"#, r#"{"step_in":true}"#, r#"{"step_in":null}"#] {
            assert!(serde_json::from_str::<ContractTerms>(wrong).is_err(), "{wrong} was taken");
        }
    }

    #[test]
    fn the_fields_in_files_are_the_ids() {
        for clause in Clause::ALL {
            for term in clause.terms().iter().filter(|term| !term.is_usual()) {
                let mut terms = ContractTerms::default();
                terms.agree(*term);
                let text = format!("{{\"{}\":\"{}\"}}", clause.id(), term.id());
                assert_eq!(serde_json::to_string(&terms).unwrap(), text);
            }
        }
    }
}
