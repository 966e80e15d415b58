import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Logger, LogLevel, type webApi } from '@slack/bolt';
import { type Installation, InstallProvider } from '@slack/oauth';
import type { InstallPage } from '../../cards/words/install-words.ts';
import { wordsIn } from '../../cards/words/languages.ts';
import { INSTALL_PATH, OAUTH_REDIRECT_PATH } from '../../core/install-paths.ts';
import type { Locale } from '../../core/locale.ts';
import type { Clock } from '../../core/time.ts';
import type { Reports } from '../../ops/telemetry.ts';
import type { Handler } from '../../ops/web.ts';
import type { DurableStore } from '../../storage/durable-store.ts';
import type { RateLimiterFactory } from '../../storage/rate-limiter.ts';
import type { StoredInstallation } from '../../tenants/installation.ts';
import { slackErrorOf } from '../retry-on-rate-limit.ts';
import { browserLocale } from './browser-locale.ts';
import { pageOfFailure } from './install-failure.ts';
import { nextPlace, storedInstallation } from './installed.ts';
import { type NextPlace, sendPage } from './page.ts';
import { BOT_SCOPES } from './scopes.ts';
import { STATE_SECONDS, stateStore } from './state-store.ts';

export interface InstallRoutesOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly redirectUrl: string;
  readonly durable: Pick<DurableStore, 'set' | 'take'>;
  readonly stateKey: (digest: string) => string;
  readonly rateLimiter: RateLimiterFactory;
  /** Under which the installations that are begun are counted. */
  readonly begunKey: string;
  /** Stores an installation. Rejects with `StorageUnavailable`. */
  readonly put: (installation: StoredInstallation) => Promise<void>;
  /** Told of an installation that is stored; the page does not wait for it. */
  readonly onInstalled: (installation: StoredInstallation) => void;
  readonly clientOptions: webApi.WebClientOptions;
  readonly clock: Clock;
  readonly nonce: () => string;
  readonly locale: Locale;
  readonly report: Pick<Reports, 'installStep' | 'installFailed'>;
}

/** A code, a state and a word of Slack's have some three hundred characters. */
const URL_MAX = 2000;

/** Anybody can begin an installation, and each one stores a state for ten minutes. All that costs more needs a state. */
const BEGUN = { points: 300, seconds: 60 };

/** What the library logs would name what strangers sent. What came of a step is reported here. */
const SILENT: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** `GET /slack/install`, which leads straight to Slack, and `GET /slack/oauth_redirect`, to which Slack leads back. */
export function installRoutes(options: InstallRoutesOptions): Readonly<Record<string, Handler>> {
  const { clientId, clientSecret, redirectUrl, clientOptions, clock, report, locale } = options;
  const urlOptions = { scopes: [...BOT_SCOPES], redirectUri: redirectUrl };
  const stored = new WeakMap<Installation, StoredInstallation>();
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateStore: stateStore({
      secret: options.stateSecret,
      durable: options.durable,
      keyOf: options.stateKey,
      clock,
      nonce: options.nonce,
      installOptions: urlOptions,
    }),
    stateCookieExpirationSeconds: STATE_SECONDS,
    directInstall: true,
    installationStore: {
      async storeInstallation(said: Installation) {
        const installation = storedInstallation(said, clock());
        await options.put(installation);
        stored.set(said, installation);
      },
      fetchInstallation: () => Promise.reject(new TypeError('the directory of tenants finds installations')),
    },
    clientOptions,
    logger: SILENT,
  });
  const begun = options.rateLimiter(BEGUN);

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    page: InstallPage,
    next?: NextPlace,
  ): void {
    report.installStep(page);
    if (response.headersSent) response.destroy();
    else sendPage(response, page, wordsIn(browserLocale(request.headers['accept-language'], locale)), next);
  }

  function failed(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const page = pageOfFailure(error);
    if (page === 'slack-failed' || page === 'unavailable') report.installFailed(error, slackErrorOf(error));
    answer(request, response, page);
  }

  async function begin(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if ((await begun.consume(options.begunKey)) > 0) return answer(request, response, 'busy');
    response.setHeader('cache-control', 'no-store');
    response.setHeader('referrer-policy', 'no-referrer');
    // The only step of the library's that can fail is to store the state.
    await provider.handleInstallPath(request, response, {}, urlOptions).then(
      () => report.installStep('begun'),
      (error: unknown) => {
        report.installFailed(error);
        answer(request, response, 'unavailable');
      },
    );
  }

  async function end(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = pageBeforeOAuth(request);
    if (refused !== undefined) return answer(request, response, refused);
    await provider.handleCallback(request, response, {
      success(said) {
        const installation = stored.get(said);
        answer(request, response, pageOf(said), nextPlace(said));
        if (installation !== undefined) options.onInstalled(installation);
      },
      failure: (error) => failed(request, response, error),
    });
  }

  const route =
    (run: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Handler =>
    (request, response) => {
      if (request.method !== 'GET') {
        response.writeHead(405, { allow: 'GET' }).end();
        return;
      }
      run(request, response).catch((error: unknown) => failed(request, response, error));
    };

  return { [INSTALL_PATH]: route(begin), [OAUTH_REDIRECT_PATH]: route(end) };
}

const pageOf = ({ isEnterpriseInstall }: Installation): InstallPage =>
  isEnterpriseInstall === true ? 'installed-organisation' : 'installed';

/** What is not worth a look at its state; undefined for what may be Slack's. The library takes the host from the request, so it must be one. */
function pageBeforeOAuth({ url = '', headers }: IncomingMessage): InstallPage | undefined {
  if (url.length > URL_MAX || !URL.canParse(`https://${headers.host}`)) return 'stale';
  const query = new URLSearchParams(url.split('?').slice(1).join('?'));
  const error = query.get('error');
  if (error !== null) return error === 'access_denied' ? 'declined' : 'refused';
  return query.has('code') && query.has('state') ? undefined : 'stale';
}
