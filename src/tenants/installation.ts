import * as v from 'valibot';
import { isSlackUserId, isTeamId, type SlackUserId, type TeamId } from '../core/person.ts';
import { type Installation, type InstallationRef, type TenantId, tenantId } from '../core/tenant.ts';

/** What Slack said when somebody installed the app. */
export interface StoredInstallation extends Installation {
  /** Undefined for an organisation. */
  readonly teamId: TeamId | undefined;
  /** Of the organisation, also where only a workspace in it installed the app. */
  readonly enterpriseId: TeamId | undefined;
  readonly isEnterpriseInstall: boolean;
  /** Of the workspace, or of the organisation. */
  readonly name: string | undefined;
  readonly appId: string | undefined;
  readonly botUserId: SlackUserId;
  readonly scopes: readonly string[];
  readonly installedBy: SlackUserId;
  /** Milliseconds since 1970. */
  readonly installedAt: number;
}

const NAME_MAX = 200;
const text = (max: number) => v.pipe(v.string(), v.nonEmpty(), v.maxLength(max));
const team = v.pipe(v.string(), v.guard(isTeamId));
const user = v.pipe(v.string(), v.guard(isSlackUserId));
const maybe = <T>(schema: v.GenericSchema<unknown, T>) => v.optional(schema);

const schema = v.object({
  botToken: v.pipe(text(500), v.startsWith('xoxb-')),
  teamId: maybe(team),
  enterpriseId: maybe(team),
  isEnterpriseInstall: v.boolean(),
  name: maybe(
    v.pipe(
      v.string(),
      v.transform((name) => name.slice(0, NAME_MAX)),
    ),
  ),
  appId: maybe(v.pipe(v.string(), v.regex(/^A[A-Z0-9]{1,30}$/))),
  botUserId: user,
  scopes: v.pipe(v.array(text(100)), v.maxLength(100)),
  installedBy: user,
  installedAt: v.number(),
});

const storedText = v.pipe(v.string(), v.parseJson(), schema);

/** An installation from what Slack said, or undefined for what cannot be one. */
export function installationFrom(said: unknown): StoredInstallation | undefined {
  return checked(v.safeParse(schema, said));
}

/** The same from what was stored. */
export function readInstallation(stored: string): StoredInstallation | undefined {
  return checked(v.safeParse(storedText, stored));
}

/** Slack's id of the organisation for which the app is installed, or else of the workspace. */
export function tenantOfInstallation(
  ref: Pick<InstallationRef, 'teamId' | 'enterpriseId' | 'isEnterpriseInstall'>,
): TenantId | undefined {
  return tenantId((ref.isEnterpriseInstall ? ref.enterpriseId : ref.teamId) ?? '');
}

function checked(read: v.SafeParseResult<typeof schema>): StoredInstallation | undefined {
  if (!read.success) return undefined;
  const { output } = read;
  const installation = {
    botToken: output.botToken,
    teamId: output.teamId,
    enterpriseId: output.enterpriseId,
    isEnterpriseInstall: output.isEnterpriseInstall,
    name: output.name,
    appId: output.appId,
    botUserId: output.botUserId,
    scopes: output.scopes,
    installedBy: output.installedBy,
    installedAt: output.installedAt,
  };
  return tenantOfInstallation(installation) === undefined ? undefined : installation;
}
