import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { InstallPage } from '../../cards/words/install-words.ts';
import type { Words } from '../../cards/words/words.ts';
import { type Html, html, NOTHING } from './html.ts';

/** Where somebody goes on after an installation. */
export interface NextPlace {
  /** The workspace; undefined for an organisation. */
  readonly teamId: string | undefined;
  readonly appId: string | undefined;
  /** Where an organisation's administrators add the app to workspaces. */
  readonly organisationUrl: string | undefined;
}

const STATUS: Readonly<Record<InstallPage, number>> = {
  installed: 200,
  'installed-organisation': 200,
  declined: 200,
  stale: 400,
  'other-browser': 400,
  refused: 403,
  busy: 429,
  'slack-failed': 502,
  unavailable: 503,
};

const NOWHERE: NextPlace = { teamId: undefined, appId: undefined, organisationUrl: undefined };

const RETRY_AFTER_SECONDS = 60;

const STYLE = html`
:root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { max-width: 30rem; padding: 2rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
a { display: inline-block; margin: 0.5rem 1rem 0 0; }
a:first-of-type { padding: 0.6rem 1.2rem; border-radius: 0.4rem; background: #1f3a5f; color: #fff; text-decoration: none; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE.toString()).digest('base64');

/** Nothing is loaded, run, sent or framed; the one style is named by its hash. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Answers with a page in the reader's language. Nothing of the request is on it. */
export function sendPage(
  response: ServerResponse,
  page: InstallPage,
  words: Words,
  next: NextPlace = NOWHERE,
): void {
  const body = Buffer.from(textOf(page, words, next));
  const status = STATUS[page];
  if (status === 429 || status === 503) response.setHeader('retry-after', RETRY_AFTER_SECONDS);
  response.writeHead(status, {
    ...HEADERS,
    'content-language': words.locale,
    vary: 'accept-language',
    'content-length': body.length,
  });
  response.end(body);
}

function textOf(page: InstallPage, words: Words, next: NextPlace): string {
  const { title, text } = words.installPages[page];
  const app = page === 'installed' ? appAddress(next) : undefined;
  return html`<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${app === undefined ? NOTHING : html`<meta http-equiv="refresh" content="1; url=${app}">`}
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p>${links(page, words, next)}</p>
</main>
</body>
</html>
`.toString();
}

/** Beside the page of either path, also behind a proxy that puts a path before both. */
const INSTALL = 'install';

function links(page: InstallPage, words: Words, next: NextPlace): Html {
  switch (page) {
    case 'installed':
      return html`<a href="${appAddress(next)}">${words.openSlack}</a>
<a href="${clientAddress(next)}">${words.openInBrowser}</a>`;
    case 'installed-organisation':
      return next.organisationUrl === undefined
        ? NOTHING
        : html`<a href="${next.organisationUrl}">${words.addToWorkspaces}</a>`;
    default:
      return html`<a href="${INSTALL}">${words.installAgain}</a>`;
  }
}

/** Opens the app's page in Slack's desktop or mobile client. The ids are Slack's own: capitals and digits. */
function appAddress({ teamId, appId }: NextPlace): string {
  return teamId === undefined || appId === undefined
    ? 'slack://open'
    : `slack://app?team=${teamId}&id=${appId}`;
}

const clientAddress = ({ teamId }: NextPlace): string =>
  teamId === undefined ? 'https://app.slack.com/client' : `https://app.slack.com/client/${teamId}`;
