"""schema.py SCHEMA FILE...: validates YAML files against a JSON Schema."""
import json
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"SKIP {len(sys.argv) - 2}: {missing}")
    sys.exit(0)
schema = json.load(open(sys.argv[1], encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
bad = 0
for path in sys.argv[2:]:
    errors = list(validator.iter_errors(yaml.safe_load(open(path, encoding="utf-8", newline=""))))
    bad += bool(errors)
    for e in errors[:3]:
        print(f"{path}: {'/'.join(map(str, e.absolute_path))}: {e.message[:200]}")
print(f"{len(sys.argv) - 2 - bad} passed, {bad} failed")
sys.exit(bool(bad))
