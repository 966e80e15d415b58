/** Who Slack says it is, and who the app is to it. With `enterprise`, the workspace is part of an organisation. */
export interface Identity {
  readonly teamId: string;
  readonly teamName: string;
  readonly teamDomain: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly enterprise?: { readonly id: string; readonly name: string };
  /** The app is installed for the whole organisation: payloads then come with `team: null`. */
  readonly isEnterpriseInstall: boolean;
}

export const homeIdentity: Identity = {
  teamId: 'T0HOME',
  teamName: 'Meeting Cards Inc',
  teamDomain: 'meeting-cards',
  appId: 'A0CARDS',
  botId: 'B0BOT',
  botUserId: 'U0BOT',
  isEnterpriseInstall: false,
};
