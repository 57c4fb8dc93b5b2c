"""strings.py FILE: the scalars of a YAML stream, a line each: document, path, text in hexadecimal."""
import sys
import yaml

MAY_BE_NUMBERS = {"format", "para", "c"}
def walk(path, key, value):
    if isinstance(value, dict):
        for k, v in value.items():
            assert isinstance(k, str), (path, k)
            walk(f"{path}/{k.encode().hex()}", k, v)
    elif isinstance(value, list):
        for i, v in enumerate(value):
            walk(f"{path}/{i}", key, v)
    else:
        assert isinstance(value, str) or key in MAY_BE_NUMBERS, (path, value)
        print(f"{path}={str(value).encode().hex()}")
for n, doc in enumerate(yaml.load_all(open(sys.argv[1], encoding="utf-8", newline=""), yaml.SafeLoader)):
    walk(str(n), "", doc)
