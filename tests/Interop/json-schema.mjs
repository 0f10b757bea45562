// json-schema.mjs FOLDER SCHEMA: one JSON value a line in; what is wrong with it by that schema (2020-12), a line out, empty where nothing is.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';

const [folder, schema] = process.argv.slice(2);
const ajv = new Ajv2020.default({ allErrors: true, strictTypes: false, strictTuples: false });
for (const file of readdirSync(folder).filter((name) => name.endsWith('.schema.json'))) {
  ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

const validate = ajv.getSchema(schema);
for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  validate(JSON.parse(line));
  console.log(JSON.stringify((validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)));
}
