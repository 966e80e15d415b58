import { type Fields, textAt } from '../fields.ts';
import { newSecret } from './clock.ts';
import type { Identity } from './identity.ts';
import type { Workspace } from './workspace.ts';

/** The app as OAuth knows it. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Why Slack no longer takes a token. */
type End = 'account_inactive' | 'token_revoked';

/** What somebody agreed to. */
interface Grant {
  readonly identity: Identity;
  readonly userId: string;
  readonly scopes: string;
  readonly redirectUri: string | null;
  readonly rotates: boolean;
}

export interface ConsentGiven {
  /** Where the app sent the browser. */
  readonly authorizeUrl: string;
  /** Where it is installed: in the workspace, or in its organisation. */
  readonly workspace: Pick<Workspace, 'identity'>;
  readonly userId?: string;
  /** The app's settings have token rotation on. */
  readonly rotates?: boolean;
}

/** The tokens of every workspace, and how the app comes by them. */
export interface Tokens {
  /** Somebody agrees: the address to which Slack sends their browser back. */
  consent(given: ConsentGiven): string;
  /** The same for somebody who does not. */
  decline(given: Pick<ConsentGiven, 'authorizeUrl'>): string;
  /** The app is uninstalled: each of its tokens there is dead. */
  uninstall(workspace: Pick<Workspace, 'identity'>): void;
  revoke(token: string): void;
  /** The latest token of a workspace, or of its organisation. */
  latest(workspace: Pick<Workspace, 'identity'>): string;
}

/** The side of the server. */
export interface TokenDesk extends Tokens {
  /** `oauth.v2.access`: a code is good once. */
  exchange(args: Fields): Fields;
  /** The workspaces that a token is for, the first one first; or Slack's error. */
  workspacesOf(token: string): readonly Workspace[] | 'invalid_auth' | End;
}

/** Tokens of an organisation are for all its workspaces. Source: docs.slack.dev/authentication/installing-with-oauth */
export function tokens(app: OAuthApp, homeToken: string, workspaces: readonly Workspace[]): TokenDesk {
  const codes = new Map<string, Grant>();
  const owners = new Map<string, { readonly owner: string; end?: End }>();
  let minted = 0;

  function returning(authorizeUrl: string, answer: Readonly<Record<string, string>>): string {
    const asked = new URL(authorizeUrl).searchParams;
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ ...answer, state: asked.get('state') ?? '' }).toString();
    return back.href;
  }

  return {
    consent({ authorizeUrl, workspace: { identity }, userId = 'U0HAN', rotates = false }) {
      const asked = new URL(authorizeUrl).searchParams;
      const code = newSecret();
      const scopes = asked.get('scope') ?? '';
      codes.set(code, { identity, userId, scopes, redirectUri: asked.get('redirect_uri'), rotates });
      return returning(authorizeUrl, { code });
    },
    decline: ({ authorizeUrl }) => returning(authorizeUrl, { error: 'access_denied' }),
    uninstall({ identity }) {
      for (const token of owners.values())
        if (token.owner === ownerOf(identity)) token.end = 'account_inactive';
    },
    revoke(token) {
      const known = owners.get(token);
      if (known !== undefined) known.end = 'token_revoked';
    },
    latest({ identity }) {
      const own = [...owners].filter(([, { owner }]) => owner === ownerOf(identity));
      return own.at(-1)?.[0] ?? '';
    },
    workspacesOf(token) {
      if (token === homeToken) return workspaces.slice(0, 1);
      const known = owners.get(token);
      if (known === undefined) return 'invalid_auth';
      return known.end ?? workspaces.filter(({ identity }) => ownerOf(identity) === known.owner);
    },
    exchange(args) {
      if (textAt(args, 'client_id') !== app.clientId) return { ok: false, error: 'invalid_client_id' };
      if (textAt(args, 'client_secret') !== app.clientSecret)
        return { ok: false, error: 'bad_client_secret' };
      const code = textAt(args, 'code') ?? '';
      const grant = codes.get(code);
      if (grant === undefined) return { ok: false, error: 'invalid_code' };
      if ((textAt(args, 'redirect_uri') ?? null) !== grant.redirectUri)
        return { ok: false, error: 'bad_redirect_uri' };
      codes.delete(code);
      minted += 1;
      const owner = ownerOf(grant.identity);
      const token = `xoxb-${owner.toLowerCase()}-${minted}`;
      owners.set(token, { owner });
      return granted(grant, token);
    },
  };
}

const ownerOf = ({ teamId, enterprise, isEnterpriseInstall }: Identity): string =>
  isEnterpriseInstall && enterprise !== undefined ? enterprise.id : teamId;

/** Source: docs.slack.dev/reference/methods/oauth.v2.access */
const granted = ({ identity, userId, scopes, rotates }: Grant, token: string): Fields => ({
  ok: true,
  app_id: identity.appId,
  authed_user: { id: userId },
  scope: scopes,
  token_type: 'bot',
  access_token: token,
  ...(rotates ? { refresh_token: `xoxe-1-${token}`, expires_in: 43_200 } : {}),
  bot_user_id: identity.botUserId,
  team: identity.isEnterpriseInstall ? null : { id: identity.teamId, name: identity.teamName },
  enterprise: identity.enterprise ?? null,
  is_enterprise_install: identity.isEnterpriseInstall,
});
