import { readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import GithubSlugger from 'github-slugger';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { fileText } from './project.ts';

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

/** What of a page can be checked. */
export interface Page {
  readonly path: string;
  /** The depth of each heading. */
  readonly depths: readonly number[];
  /** The anchors that GitHub gives the headings. */
  readonly anchors: ReadonlySet<string>;
  /** The targets of links and pictures, as they are written. */
  readonly targets: readonly string[];
  /** The blocks of code for a shell. */
  readonly shell: readonly string[];
  /** The code in the text. */
  readonly code: readonly string[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['.', 'docs', 'docs/adr', 'demo', 'sandbox', '.github', '.github/ISSUE_TEMPLATE'];

/** The pages of the project, by their paths from its root. */
export const PAGES: readonly string[] = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => normalize(join(folder, name))),
);

export function pageAt(path: string): Page {
  const slugger = new GithubSlugger();
  const page = {
    path,
    depths: [] as number[],
    anchors: new Set<string>(),
    targets: [] as string[],
    shell: [] as string[],
    code: [] as string[],
  };
  visit(fromMarkdown(fileText(path)), (node) => {
    if (node.type === 'heading') {
      page.depths.push(node.depth);
      page.anchors.add(slugger.slug(textOf(node)));
    }
    if (node.type === 'link' || node.type === 'image') page.targets.push(node.url);
    if (node.type === 'code' && node.lang === 'sh') page.shell.push(node.value);
    if (node.type === 'inlineCode') page.code.push(node.value);
  });
  return page;
}

function visit(node: Node, look: (node: Node) => void): void {
  look(node);
  if ('children' in node) for (const child of node.children) visit(child, look);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Where a relative link leads, from the project's root; undefined for an address elsewhere. */
export function destinationOf(
  page: Page,
  target: string,
): { readonly path: string; readonly anchor: string } | undefined {
  if (/^[a-z]+:/.test(target)) return undefined;
  const [file = '', anchor = ''] = target.split('#', 2);
  return { path: file === '' ? page.path : normalize(join(dirname(page.path), file)), anchor };
}
