import { signedHeaders } from '../sandbox/slack/signing.ts';

/** Who types what. */
export interface Typed {
  readonly userId: string;
  readonly text: string;
  /** Default: home. */
  readonly teamId?: string;
}

interface PlainRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const PATH = '/slack/events';

/**
 * Slash commands ready for the wire, each signed again once a second: what is measured is the server, so the generator prepares as much
 * as the signature's clock allows.
 */
export class SignedRequests {
  readonly #forms: readonly string[];
  readonly #secret: string;
  #second = 0;
  #made = new Map<number, Buffer>();

  constructor(typed: readonly Typed[], secret: string, responseUrl: string) {
    this.#secret = secret;
    this.#forms = typed.map(({ userId, text, teamId = 'T0HOME' }) =>
      new URLSearchParams({
        token: 'legacy',
        team_id: teamId,
        team_domain: 'home',
        channel_id: 'C0TEAM',
        channel_name: 'team',
        user_id: userId,
        user_name: userId.toLowerCase(),
        command: '/meeting',
        text,
        api_app_id: 'A0MEETINGS',
        is_enterprise_install: 'false',
        response_url: responseUrl,
        trigger_id: '1.2.3',
      }).toString(),
    );
  }

  /** The bytes of the nth request; the forms take turns. */
  take(nth: number): Buffer {
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#made = new Map();
    }
    const index = nth % this.#forms.length;
    const known = this.#made.get(index);
    if (known !== undefined) return known;
    const made = bytesOf(this.plain(index));
    this.#made.set(index, made);
    return made;
  }

  /** The nth request, signed now. */
  plain(nth: number): PlainRequest {
    const body = this.#forms[nth % this.#forms.length] ?? '';
    return {
      path: PATH,
      headers: {
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'accept-encoding': 'gzip,deflate',
        accept: 'application/json,*/*',
        'content-type': 'application/x-www-form-urlencoded',
        ...signedHeaders(this.#secret, body, Math.floor(Date.now() / 1000)),
      },
      body,
    };
  }
}

function bytesOf({ path, headers, body }: PlainRequest): Buffer {
  const all = { host: '127.0.0.1', ...headers, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
