import { mkdirSync, writeFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';

const [folder = 'dist'] = process.argv.slice(2);

/** Some of what is bundled is CommonJS and asks for Node's own modules by `require`. */
const REQUIRE =
  "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";

/**
 * Slack's packages load a client for sockets and a web server that an app over HTTP never uses: a quarter of the time of a start. They use
 * them only when a receiver is made, so each is loaded at its first use.
 */
const lazy: Plugin = {
  name: 'lazy',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(undici|express)$/ }, ({ path, importer, resolveDir }) =>
      importer.includes('/@slack/') ? { path, namespace: 'lazy', pluginData: resolveDir } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path, pluginData }) => ({
      contents: `const load = () => require('${path}');
        const get = (_, name) => name === '__esModule' || (name === 'default' ? load() : load()[name]);
        module.exports = new Proxy({}, { get });`,
      resolveDir: pluginData,
    }));
  },
};

/**
 * V8 keeps the text of a script in memory, in two bytes a character where one of them is not in Latin-1. esbuild escapes texts, but no templates
 * and no patterns: there an escape means the same, since no template reads its raw text.
 */
const ascii: Plugin = {
  name: 'ascii',
  setup({ onEnd }) {
    onEnd(({ outputFiles = [] }) => {
      mkdirSync(folder, { recursive: true });
      for (const { path, text } of outputFiles)
        writeFileSync(path, path.endsWith('.js') ? text.replace(/[^\0-\x7f]/g, escaped) : text);
    });
  },
};

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The app and all that it needs in one file, which starts in half the time of a thousand; and the command of `npm run tenants` in another. */
await build({
  entryPoints: { main: 'src/main.ts', tenants: 'src/tenants-command.ts' },
  outdir: folder,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: { js: REQUIRE },
  minifyWhitespace: true,
  plugins: [lazy, ascii],
  write: false,
  legalComments: 'external',
  logLevel: 'warning',
});
