import { type Copy, DockerfileParser, type Env, type From, type Instruction } from 'dockerfile-ast';
import { parseJson } from '../../../sandbox/slack/fields.ts';

/** One step of a stage, as far as this project's Dockerfile goes. */
export type Step =
  | { readonly kind: 'workdir'; readonly folder: string }
  | {
      readonly kind: 'copy';
      readonly from: string | undefined;
      readonly names: readonly string[];
      readonly to: string;
    }
  | { readonly kind: 'run'; readonly script: string }
  | { readonly kind: 'env'; readonly variables: Readonly<Record<string, string>> }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'expose'; readonly port: number }
  | { readonly kind: 'healthcheck'; readonly command: readonly string[] }
  | { readonly kind: 'cmd'; readonly command: readonly string[] };

export interface ImageStage {
  readonly image: string;
  readonly name: string | undefined;
  readonly steps: readonly Step[];
}

/** The stages of a Dockerfile; it rejects a step of another kind, which the replay could not run. */
export function stagesOf(text: string): readonly ImageStage[] {
  const stages: { image: string; name: string | undefined; steps: Step[] }[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (isFrom(instruction)) {
      stages.push({
        image: instruction.getImage() ?? '',
        name: instruction.getBuildStage() ?? undefined,
        steps: [],
      });
    } else stages.at(-1)?.steps.push(stepOf(instruction));
  }
  return stages;
}

const isFrom = (instruction: Instruction): instruction is From => instruction.getKeyword() === 'FROM';
const isCopy = (instruction: Instruction): instruction is Copy => instruction.getKeyword() === 'COPY';
const isEnv = (instruction: Instruction): instruction is Env => instruction.getKeyword() === 'ENV';

function stepOf(instruction: Instruction): Step {
  const rest = instruction.getArgumentsContent() ?? '';
  if (isCopy(instruction)) {
    const words = instruction.getArguments().map((word) => word.getValue());
    const from = instruction.getFromFlag()?.getValue() ?? undefined;
    return { kind: 'copy', from, names: words.slice(0, -1), to: words.at(-1) ?? '' };
  }
  if (isEnv(instruction)) {
    const pairs = instruction.getProperties().map((each) => [each.getName(), each.getValue() ?? '']);
    return { kind: 'env', variables: Object.fromEntries(pairs) };
  }
  switch (instruction.getKeyword()) {
    case 'WORKDIR':
      return { kind: 'workdir', folder: rest };
    case 'RUN':
      return { kind: 'run', script: rest };
    case 'USER': {
      const [uid, gid] = rest.split(':').map(Number);
      return { kind: 'user', uid: uid ?? Number.NaN, gid: gid ?? Number.NaN };
    }
    case 'EXPOSE':
      return { kind: 'expose', port: Number(rest) };
    case 'HEALTHCHECK':
      return { kind: 'healthcheck', command: commandIn(rest.slice(rest.indexOf('['))) };
    case 'CMD':
      return { kind: 'cmd', command: commandIn(rest) };
    default:
      throw new Error(`The replay does not know ${instruction.getKeyword()}.`);
  }
}

/** The form of a command that needs no shell: a list of words. */
function commandIn(text: string): readonly string[] {
  const parsed = parseJson(text);
  if (Array.isArray(parsed) && parsed.every((word) => typeof word === 'string')) return parsed;
  throw new Error(`Not a list of words: ${text}`);
}

/** What `docker build` can copy: the names that .dockerignore lets through. It has to begin with `*`, so that nothing else is. */
export function contextOf(dockerignore: string): readonly string[] {
  const [first, ...rest] = dockerignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  if (first !== '*' || rest.some((line) => !/^!\w[\w.-]*$/.test(line)))
    throw new Error('.dockerignore has more than `*` and names that are let through.');
  return rest.map((line) => line.slice(1));
}
