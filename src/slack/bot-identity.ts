import type { AuthorizeResult, webApi } from '@slack/bolt';

/** Who this app is in its workspace, as `auth.test` says. */
export interface BotIdentity {
  readonly botId: string | undefined;
  readonly botUserId: string | undefined;
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
}

const ASK_AGAIN_MS = 5000;

/** Learns the identity once. Nothing waits for it: a slow Slack at the start must not keep a card. */
export class BotIdentities {
  readonly #client: webApi.WebClient;
  readonly #onFailure: (error: unknown) => void;
  readonly #clock: () => number;
  #known: BotIdentity | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #underWay: Promise<BotIdentity | undefined> | undefined;

  constructor(client: webApi.WebClient, clock: () => number, onFailure: (error: unknown) => void) {
    this.#client = client;
    this.#clock = clock;
    this.#onFailure = onFailure;
  }

  /** The identity if it is known; else undefined, and Slack is asked (again, at most every five seconds) behind the caller's back. */
  current(): BotIdentity | undefined {
    if (this.#known === undefined && this.#clock() - this.#askedAt >= ASK_AGAIN_MS) void this.learn();
    return this.#known;
  }

  /** The identity, asked for if need be; undefined where Slack does not tell. Never rejects. */
  async learn(): Promise<BotIdentity | undefined> {
    if (this.#known !== undefined) return this.#known;
    this.#underWay ??= this.#ask().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #ask(): Promise<BotIdentity | undefined> {
    this.#askedAt = this.#clock();
    try {
      const { bot_id, user_id, team_id, enterprise_id } = await this.#client.auth.test();
      this.#known = { botId: bot_id, botUserId: user_id, teamId: team_id, enterpriseId: enterprise_id };
      return this.#known;
    } catch (error) {
      this.#onFailure(error);
      return undefined;
    }
  }

  /** Bolt's `authorize` for the one workspace: a fresh object each time, since Bolt writes each request's ids into it. */
  authorization(token: string): AuthorizeResult {
    const identity = this.current();
    return {
      botToken: token,
      ...(identity?.botId === undefined ? {} : { botId: identity.botId }),
      ...(identity?.botUserId === undefined ? {} : { botUserId: identity.botUserId }),
    };
  }
}
