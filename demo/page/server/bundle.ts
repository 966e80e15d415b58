import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The page's program and its style sheet, as the browser gets them. */
export interface Bundle {
  readonly script: string;
  readonly style: string;
}

const at = (name: string): string => fileURLToPath(new URL(`../client/${name}`, import.meta.url));

/** Built at each start, in memory: there is no build step to forget. */
export async function bundle(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: { script: at('main.tsx'), style: at('style/page.css') },
    outdir: 'page',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: textOf('script.js'), style: textOf('style.css') };
}
