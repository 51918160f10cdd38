#!/bin/bash
# Plain Frictionless tools accept the schemas: the constraints of Data Package v2 and Table Schema that touch us, checked by an independent validator.
. "$(dirname "$0")/../lib.sh"

/usr/bin/python3 -c 'import jsonschema' 2>/dev/null || skip_all "python3-jsonschema is not there"

is_frictionless() {
    /usr/bin/python3 -B - "$1" <<'PYTHON'
import json, pathlib, sys
import jsonschema

PACKAGE = {
    "type": "object",
    "required": ["resources"],
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        "name": {"type": "string", "pattern": "^[-a-z0-9._/]+$"},
        "title": {"type": "string"},
        "resources": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name"],
                "oneOf": [{"required": ["data"]}, {"required": ["path"]}],
                "properties": {"name": {"type": "string"}, "schema": {"type": ["string", "object"]}},
            },
        },
    },
}
TYPES = ["string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time", "year",
         "yearmonth", "duration", "geopoint", "geojson", "any"]
SCHEMA = {
    "type": "object",
    "required": ["fields"],
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/tableschema.json"},
        "fields": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string"},
                    "title": {"type": "string"},
                    "type": {"enum": TYPES},
                    "format": {"type": "string"},
                    "constraints": {
                        "type": "object",
                        "properties": {"required": {"type": "boolean"},
                                       "enum": {"type": "array", "minItems": 1, "uniqueItems": True}},
                    },
                },
            },
        },
    },
}
folder = pathlib.Path(sys.argv[1])
package = json.loads((folder / "datapackage.json").read_text())
jsonschema.validate(package, PACKAGE)
for resource in package["resources"]:
    jsonschema.validate(json.loads((folder / resource["schema"]).read_text()), SCHEMA)
PYTHON
}

for folder in "$ROOT"/schemas/*/ "$ROOT"/tests/night/fourth/schemas/*/; do
    check "$(basename "$folder")" is_frictionless "$folder"
done
done_testing
