// strings.js js-yaml|yaml FILE: the scalars of a YAML stream, a line each: document, path, text in hexadecimal.
const numbers = new Set(['format', 'para', 'c']);
const lines = [];
const hex = (s) => Buffer.from(s, 'utf8').toString('hex');
function walk(path, key, value) {
	if (Array.isArray(value)) value.forEach((v, i) => walk(`${path}/${i}`, key, v));
	else if (value !== null && typeof value === 'object' && !(value instanceof Date))
		for (const [k, v] of Object.entries(value)) walk(`${path}/${hex(k)}`, k, v);
	else {
		if (typeof value !== 'string' && !numbers.has(key)) throw new Error(`${path}: ${value}`);
		lines.push(`${path}=${hex(String(value))}`);
	}
}
const [, , library, file] = process.argv;
const text = require('fs').readFileSync(file, 'utf8');
const yaml = require(library);
const docs = library === 'yaml'
	? yaml.parseAllDocuments(text).map((d) => { if (d.errors.length) throw d.errors[0]; return d.toJS(); })
	: yaml.loadAll(text);
docs.forEach((doc, n) => walk(String(n), '', doc));
console.log(lines.join('\n'));
