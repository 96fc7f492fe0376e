//! What is wrong with a scenario: where, and in which way. `text` makes the sentences.

/// One problem, tied to the field it concerns.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Path of the field as in the file: `functions[0].headcount`, `assumptions.home.workspace`.
    pub path: String,
    /// In which way it is wrong.
    pub kind: IssueKind,
}

impl Issue {
    /// A problem of `kind` at `path`.
    pub fn new(path: impl Into<String>, kind: IssueKind) -> Self {
        Self { path: path.into(), kind }
    }
}

/// In which way a field is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum IssueKind {
    /// The text is not what the format asks for; the parser's own words.
    Unreadable(String),
    /// A file or link of a newer format than this program knows.
    NewerFormat {
        /// The format number found.
        found: u32,
        /// The newest format number known.
        known: u32,
    },
    /// NaN or infinite.
    NotANumber,
    /// Outside the range in which the quantity has a meaning.
    OutOfRange {
        /// The value that was stated.
        value: f64,
        /// Least value allowed.
        least: f64,
        /// Greatest value allowed.
        most: f64,
    },
    /// Low above likely or likely above high.
    OutOfOrder {
        /// Stated low.
        low: f64,
        /// Stated likely value.
        likely: f64,
        /// Stated high.
        high: f64,
    },
    /// A normal or lognormal whose ends are said to be bounds, which it does not have.
    NeedsPercentiles,
    /// A lognormal with an end at or below 0.
    NeedsPositiveEnds,
    /// A median so near one of its percentiles 10 and 90 that the curve through the three would run backwards.
    MedianNearEnd {
        /// Least median for these ends.
        least: f64,
        /// Greatest median for these ends.
        most: f64,
    },
    /// Nothing where at least one is needed.
    Missing,
    /// The work of a function stated both as people and as contacts.
    WorkStatedTwice,
    /// More entries than the program takes.
    TooMany {
        /// How many there are.
        count: usize,
        /// How many may be there.
        most: usize,
    },
    /// A text longer than allowed.
    TooLong {
        /// Characters allowed.
        most: usize,
    },
    /// An id with other characters than `a-z 0-9 _`, not starting with a letter, or of the wrong length; or a reserved word.
    BadId,
    /// The same id twice.
    DuplicateId(String),
    /// The key of an assumption that does not exist.
    UnknownAssumption(String),
    /// The key of a quantity that is not drawn, or a group of nothing.
    UnknownQuantity(String),
    /// A quantity said to move together with itself.
    CorrelatedWithItself,
    /// A pair that was named before.
    CorrelatedTwice,
    /// The id of a strategy that is not in the list.
    UnknownStrategy(String),
    /// In-house where a strategy is asked for that can save something against it.
    InHouseSavesNothing,
    /// 0 or less where there must be something.
    NotAboveZero,
    /// More than the whole where a share is asked for.
    NotAShare {
        /// The value that was stated, 1 being the whole.
        value: f64,
    },
    /// A field that has no meaning beside the others that are stated.
    MeansNothing,
    /// A function id that the portfolio does not have.
    UnknownFunction(String),
    /// Not the code of a country: two capital letters.
    NotACountry,
    /// A price for a transaction where nobody has said how many there are.
    NeedsTransactions,
    /// A country that does not belong to this geography.
    WrongGeography,
    /// The shares of one function add up to more than 1.
    SharesAboveOne {
        /// Their sum.
        sum: f64,
    },
}
