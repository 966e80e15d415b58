import { readFileSync } from 'node:fs';
import { notesOf } from './changelog.ts';

const root = new URL('..', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

const { version: current }: { version: string } = JSON.parse(read('package.json'));
const [version = current] = process.argv.slice(2);
const notes = notesOf(read('CHANGELOG.md'), version);
if (notes === undefined) {
  console.error(`CHANGELOG.md has no section for ${version}.`);
  process.exitCode = 1;
} else console.log(notes);
