// One JSON value a line in; its form by RFC 8785, as the npm package canonicalize writes it, a line out (as a JSON string).
import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';

for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  console.log(JSON.stringify(canonicalize(JSON.parse(line))));
}
