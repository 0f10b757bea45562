// One JSON-LD document a line in; its canonical N-Quads (URDNA2015, now RDFC-1.0) or the error, a line out. In safe mode, in which nothing that a
// document says is dropped in silence, and without fetching anything.
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';

const documentLoader = (url) => { throw new Error(`asked for ${url}`); };
const options = { algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true, documentLoader };

for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  try {
    console.log(JSON.stringify({ quads: await jsonld.canonize(JSON.parse(line), options) }));
  } catch (error) {
    console.log(JSON.stringify({ error: `${error.message} ${JSON.stringify(error.details ?? {})}` }));
  }
}
