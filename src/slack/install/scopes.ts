/**
 * What the app may do in a workspace that installs it. `manifest.yml` and `manifest.workspaces.yml` declare the same, each with its reason. A
 * workspace gets a new one only by installing the app again. The last two are optional: whoever installs the app may decline them.
 */
export const BOT_SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'chat:write.public',
  'links:read',
  'links:write',
  'users:read',
  'users:read.email',
  'files:write',
  'im:write',
  'channels:read',
  'groups:read',
];
