//! Papers, and the templates that they are set by.

use std::path::Path;

use api::Failure;
use serde_json::{Map, Value, json};

use crate::answer::{ask, day, on_day};
use crate::args::Print;

/// Prints a paper. What it is about stands in one place of the command, whatever it is.
pub(crate) fn print(print: &Print) -> Result<Value, Failure> {
    let about = match print.paper.as_str() {
        "notice" => "decision",
        "person" => "person",
        "organization" => "organization",
        _ => "committee",
    };
    let mut request = Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            request.insert(name.to_owned(), value);
        }
    };
    put("paper", json!(print.paper));
    put(about, json!(print.about));
    put("decision", json!(print.decision));
    put("on", json!(on_day(print.on.clone())?));
    put("known_on", json!(print.known_on));
    put("from", json!(print.from.as_deref().map(day).transpose()?));
    put("order", json!(print.order));
    put("address", json!(print.address));
    put("sheet", json!(print.sheet));
    put("lanes", json!(print.lanes));
    put("office", json!(print.office));
    put("path", json!(print.output.display().to_string()));
    put("templates", json!(print.templates.as_ref().map(|folder| folder.display().to_string())));
    ask(&print.register, "print", Value::Object(request))
}

/// Lays the templates that ship into a folder, for an office to adapt.
pub(crate) fn templates(folder: &Path) -> Result<Value, Failure> {
    let written = api::commands::papers::write_templates(folder)?;
    Ok(json!({ "folder": folder.display().to_string(), "written": written }))
}
