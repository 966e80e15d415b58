import * as v from 'valibot';
import type { InstallationContext, RequestContext } from './request-context.ts';

/** Acknowledges a request: with nothing, or with an answer that Slack shows. */
export type Ack = (answer?: unknown) => Promise<void>;

/** Runs a listener on a payload that was read; resolves to a fixed word for what came of it. */
export type Run<C> = (context: C, ack: Ack) => Promise<string>;

/** An entry of the registry. */
export interface Listener<C> {
  /** Every word that can come of it. */
  readonly outcomes: readonly string[];
  /** What metrics and the log call it, where that is not the id that Slack knows it by. */
  readonly entryPoint: string | undefined;
  /** Parses a payload; undefined where it does not have the shape that the listener needs. */
  read(body: unknown): Run<C> | undefined;
}

export type RequestListener = Listener<RequestContext>;
export type InstallationListener = Listener<InstallationContext>;

interface Definition<P, O extends string> {
  readonly payload: v.GenericSchema<unknown, P>;
  readonly outcomes: readonly O[];
  readonly entryPoint?: string;
}

interface Listen<C, P, O extends string> extends Definition<P, O> {
  readonly listen: (context: C, payload: P) => Promise<NoInfer<O>>;
}

/** Acknowledged before it runs. */
export function listener<P, const O extends string>(options: Listen<RequestContext, P, O>): RequestListener {
  return entryOf(options, acknowledgedFirst(options.listen));
}

/** The same for what happens to an installation: no person acts or waits. */
export function installationListener<P, const O extends string>(
  options: Listen<InstallationContext, P, O>,
): InstallationListener {
  return entryOf(options, acknowledgedFirst(options.listen));
}

/** Acknowledges by itself, with an answer of type `A`. */
export function answeringListener<A>() {
  return <P, const O extends string>(
    options: Definition<P, O> & {
      readonly listen: (
        context: RequestContext,
        payload: P,
        ack: (answer?: A) => Promise<void>,
      ) => Promise<NoInfer<O>>;
    },
  ): RequestListener => entryOf(options, options.listen);
}

function acknowledgedFirst<C, P>(listen: (context: C, payload: P) => Promise<string>) {
  return async (context: C, payload: P, ack: Ack): Promise<string> => {
    await ack();
    return listen(context, payload);
  };
}

function entryOf<C, P>(
  { payload, outcomes, entryPoint }: Definition<P, string>,
  listen: (context: C, payload: P, ack: Ack) => Promise<string>,
): Listener<C> {
  return {
    outcomes,
    entryPoint,
    read(body) {
      const read = v.safeParse(payload, body);
      return read.success ? (context, ack) => listen(context, read.output, ack) : undefined;
    },
  };
}

/** How Bolt lets a request be acknowledged. Events are acknowledged by Bolt itself, before they get here. */
export function ackOf(request: object): Ack {
  return 'ack' in request && typeof request.ack === 'function' ? request.ack.bind(request) : async () => {};
}
