//! The operations that the server itself says it has, read from its OpenAPI document.

use serde_json::{Value, json};

use super::{Method, Person, new_id, text};

/// One operation. Schemas are written out, without references.
pub struct Operation {
    pub method: Method,
    /// As in the document: `/api/v1/groups/{group_id}`.
    pub path: String,
    /// Names of the parameters in the path.
    pub ids: Vec<String>,
    /// Names and schemas of those after the `?`.
    pub query: Vec<(String, Value)>,
    /// Names and schemas of the body's fields, if it has a body.
    pub fields: Option<Vec<(String, Value)>>,
    /// Those that must not be left out.
    pub required: Vec<String>,
}

impl Operation {
    /// `GET /api/v1/groups`
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// A body in which every field that must be there is of the right type.
    pub fn sample(&self) -> Value {
        let fields = self.fields.iter().flatten().filter(|(name, _)| self.required.contains(name));
        fields.map(|(name, schema)| (name.clone(), sample(schema))).collect::<serde_json::Map<_, _>>().into()
    }
}

/// All operations, as anybody may read them.
pub async fn operations(anybody: &Person) -> Vec<Operation> {
    let document = anybody.send(anybody.at(Method::GET, "/api/openapi.json")).await.expect(200);
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            found.push(read(&document, path, method, operation));
        }
    }
    assert!(found.len() > 40, "the document names {} operations", found.len());
    found
}

fn read(document: &Value, path: &str, method: &str, operation: &Value) -> Operation {
    let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
    let placed = |place: &str| {
        let here = parameters.iter().filter(|parameter| parameter["in"] == place);
        here.map(|p| (text(&p["name"]), written_out(document, &p["schema"]))).collect::<Vec<_>>()
    };
    let body = written_out(document, &operation["requestBody"]["content"]["application/json"]["schema"]);
    let fields = body["properties"].as_object();
    let required = body["required"].as_array().into_iter().flatten().map(text).collect();
    Operation {
        method: Method::from_bytes(method.to_uppercase().as_bytes()).unwrap(),
        path: path.to_owned(),
        ids: placed("path").into_iter().map(|(name, _)| name).collect(),
        query: placed("query"),
        fields: fields.map(|fields| fields.iter().map(|(name, schema)| (name.clone(), schema.clone())).collect()),
        required,
    }
}

/// A schema in which every reference is replaced by what it names.
fn written_out(document: &Value, schema: &Value) -> Value {
    match schema {
        Value::Object(fields) => match fields.get("$ref").and_then(Value::as_str) {
            Some(name) => written_out(document, document.pointer(name.trim_start_matches('#')).unwrap()),
            None => fields.iter().map(|(name, part)| (name.clone(), written_out(document, part))).collect(),
        },
        Value::Array(parts) => parts.iter().map(|part| written_out(document, part)).collect(),
        other => other.clone(),
    }
}

/// What a schema asks for, and whether `null` will do as well.
pub fn kind(schema: &Value) -> (&Value, bool) {
    if let Some([first, rest @ ..]) = schema["oneOf"].as_array().map(Vec::as_slice) {
        return (first, rest.iter().any(|other| other["type"] == "null"));
    }
    (schema, schema["type"].as_array().is_some_and(|types| types.contains(&json!("null"))))
}

/// `string`, `integer`, `boolean`, `array` or `object`.
pub fn type_of(schema: &Value) -> &str {
    let named = &kind(schema).0["type"];
    named.as_str().or_else(|| named[0].as_str()).unwrap_or_else(|| panic!("{schema} has no type"))
}

/// Something of the right type.
pub fn sample(schema: &Value) -> Value {
    let (wanted, _) = kind(schema);
    if let Some(words) = wanted["enum"].as_array() {
        return words[0].clone();
    }
    match (type_of(schema), wanted["format"].as_str()) {
        ("string", Some("uuid")) => json!(new_id()),
        ("string", Some("date-time")) => json!("2100-01-01T00:00:00Z"),
        ("string", _) => json!("something"),
        ("integer", _) => json!(1),
        ("boolean", _) => json!(false),
        ("array", _) => json!([]),
        ("object", _) => {
            let fields = wanted["properties"].as_object().unwrap();
            fields.iter().map(|(name, schema)| (name.clone(), sample(schema))).collect::<serde_json::Map<_, _>>().into()
        }
        (other, _) => panic!("no sample of {other}"),
    }
}

/// Things of every wrong type.
pub fn wrong(schema: &Value) -> Vec<Value> {
    let (wanted, may_be_null) = kind(schema);
    let mut values = match type_of(schema) {
        "string" => vec![json!(7), json!(true), json!(["a"]), json!({ "a": 1 })],
        "integer" => vec![json!("1"), json!(1.5), json!(1e300), json!(true), json!([1]), json!({})],
        "boolean" => vec![json!("true"), json!(1), json!([]), json!({})],
        "array" => vec![json!("a"), json!(1), json!({ "0": "a" }), json!([{}])],
        "object" => {
            vec![json!("a"), json!(1), json!([]), json!([7]), json!(["something"]), json!({ "no_such_field": 1 })]
        }
        other => panic!("no wrong values for {other}"),
    };
    if wanted["format"] == "uuid" || wanted["format"] == "date-time" || wanted["enum"].is_array() {
        values.extend(["", "nonsense", "00000000-0000-0000-0000-00000000000g", "\u{0}"].map(|word| json!(word)));
    }
    if !may_be_null {
        values.push(Value::Null);
    }
    values
}
