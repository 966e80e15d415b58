import { openStage, type Stage } from '../stage.ts';
import { ownRedis } from './server/own-redis.ts';
import { startPage } from './server/page-server.ts';

/** A stage and its page. */
export interface PageData extends Stage {
  /** Where the page is. */
  readonly pageUrl: string;
}

/**
 * Opens the stage and serves its page, on port `PAGE_PORT` of 127.0.0.1 or a free one. If there is a redis-server program, the app
 * gets a Redis of its own, for the page to stop.
 */
export async function pageData(logFile: string): Promise<PageData> {
  const redis = await ownRedis();
  const stage = await openStage(logFile, redis === undefined ? {} : { REDIS_URL: redis.url });
  const { slack, conference, app, pushUrl } = stage;
  const port = Number(process.env.PAGE_PORT ?? 0);
  const page = await startPage({ slack, conference, appUrl: app.url, pushUrl, redis, port }).catch(
    async (error: unknown) => {
      await stage.close();
      throw error;
    },
  );
  return {
    ...stage,
    pageUrl: page.url,
    async close() {
      await page.close();
      await stage.close();
      await redis?.stop();
    },
  };
}
