//! The published schemas, ready to be asked.

use jsonschema::Validator;
use serde_json::Value;

/// What a scenario file may look like.
pub const SCENARIO: &str = include_str!("../../../static/scenario.schema.json");
/// What a summary looks like.
pub const SUMMARY: &str = include_str!("../../../static/summary.schema.json");

/// A schema's text as a validator.
///
/// # Errors
/// When the text is not JSON, or not a schema.
pub fn validator(schema: &str) -> Result<Validator, Box<dyn std::error::Error>> {
    let schema: Value = serde_json::from_str(schema)?;
    Ok(jsonschema::draft202012::new(&schema)?)
}

/// What a validator has against a document, one line for each complaint.
pub fn complaints(validator: &Validator, document: &Value) -> Vec<String> {
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}
