import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { Service } from 'kubernetes-models/v1/Service';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type Fields, fieldsAt, isFields, listAt, textAt } from '../../sandbox/slack/fields.ts';
import { variables } from '../../src/config/variables.ts';
import { onStage } from '../support/on-stage.ts';
import { fileText } from '../support/project.ts';

const at = (fields: Fields, path: string): Fields =>
  path.split('.').reduce((found, key) => fieldsAt(found, key) ?? {}, fields);

const documents = parseAllDocuments(fileText('deploy/kubernetes.yaml')).map((document) => {
  const parsed: unknown = document.toJS();
  return { faults: document.errors, resource: isFields(parsed) ? parsed : {} };
});
const resources = documents.map(({ resource }) => resource);
const nameOf = (resource: Fields) => textAt(at(resource, 'metadata'), 'name') ?? '';
const ofKind = (kind: string) => resources.filter((resource) => resource.kind === kind);

/** From the API's own description, as the package generates them. */
const SCHEMAS: Readonly<Record<string, (resource: Fields) => { validate(): void }>> = {
  'apps/v1 Deployment': (resource) => new Deployment(resource),
  'policy/v1 PodDisruptionBudget': (resource) => new PodDisruptionBudget(resource),
  'v1 Service': (resource) => new Service(resource),
};

const deployments = ofKind('Deployment').map((deployment) => {
  const pod = at(deployment, 'spec.template.spec');
  const container = listAt(pod, 'containers')[0] ?? {};
  const env = Object.fromEntries(listAt(container, 'env').map(({ name, value }) => [name, String(value)]));
  return { name: nameOf(deployment), deployment, pod, container, env };
});
const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;

describe('deploy/kubernetes.yaml', () => {
  test('is YAML with a web and a worker, a service and two budgets', () => {
    expect(documents.flatMap(({ faults }) => faults)).toEqual([]);
    expect(resources.map((resource) => `${resource.kind} ${nameOf(resource)}`)).toEqual([
      'Deployment meeting-cards-web',
      'Deployment meeting-cards-worker',
      'Service meeting-cards',
      'PodDisruptionBudget meeting-cards-web',
      'PodDisruptionBudget meeting-cards-worker',
    ]);
  });

  test.each(
    resources.map((resource) => [`${resource.apiVersion} ${resource.kind}`, nameOf(resource), resource]),
  )('has a %s, %s, that the published schema takes', (type, _name, resource) => {
    expect(() => SCHEMAS[String(type)]?.(isFields(resource) ? resource : {}).validate()).not.toThrow();
  });

  test('would be refused with a number of replicas that is a text', () => {
    const [{ deployment } = { deployment: {} }] = deployments;
    const wrong = { ...deployment, spec: { ...at(deployment, 'spec'), replicas: 'two' } };
    expect(() => SCHEMAS['apps/v1 Deployment']?.(wrong).validate()).toThrow('replicas');
  });
});

describe.each(deployments)('$name', ({ name, deployment, pod, container, env }) => {
  test('has pods with the labels that its selector, its budget and its spreading look for', () => {
    const labels = at(deployment, 'spec.template.metadata.labels');
    const budget = ofKind('PodDisruptionBudget').find((each) => nameOf(each) === name) ?? {};
    const [spreading = {}] = listAt(pod, 'topologySpreadConstraints');
    for (const selector of [
      at(deployment, 'spec.selector'),
      at(budget, 'spec.selector'),
      at(spreading, 'labelSelector'),
    ])
      expect(selector.matchLabels).toEqual(labels);
  });

  test('starts the image of the version of package.json', () => {
    const { version }: { version: string } = JSON.parse(fileText('package.json'));
    expect(container.image).toBe(`meeting-cards:${version}`);
  });

  test('sets only variables that the app knows', () => {
    expect(Object.keys(env).filter((each) => !Object.hasOwn(variables, each))).toEqual([]);
  });

  test('takes its probes to paths where the app of its role answers 200', async () => {
    const stage = await onStage({ env: { ...env, PORT: '0', DRAIN_GRACE_MS: '0' } });
    for (const probe of PROBES) {
      const { path, port } = at(container, `${probe}.httpGet`);
      expect(port).toBe('http');
      expect([probe, (await fetch(`${stage.appUrl}${path}`)).status]).toEqual([probe, 200]);
    }
  });

  test('has its port where the app listens', () => {
    expect(listAt(container, 'ports')).toEqual([{ name: 'http', containerPort: Number(env.PORT) }]);
  });

  test('is given the time to drain, ten seconds for what is in flight, and more', () => {
    const drainSeconds = Number(env.DRAIN_GRACE_MS) / 1000;
    expect(Number(pod.terminationGracePeriodSeconds)).toBeGreaterThan(drainSeconds + 10);
  });

  test('has a limit of memory above the 200 MB of docs/operations.md', () => {
    expect(at(container, 'resources.limits').memory).toBe('256Mi');
  });

  test('runs as a user who is not root, and cannot write', () => {
    expect(at(pod, 'securityContext').runAsNonRoot).toBe(true);
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsUser: 1000,
      runAsGroup: 1000,
      capabilities: { drop: ['ALL'] },
    });
  });
});

test('the service leads to the pods of web, which drain for longer than readiness takes to notice', () => {
  const [{ deployment, container, env } = { deployment: {}, container: {}, env: {} }] = deployments;
  const [service = {}] = ofKind('Service');
  expect(at(service, 'spec').selector).toEqual(at(deployment, 'spec.template.metadata.labels'));
  const { periodSeconds, failureThreshold } = at(container, 'readinessProbe');
  const noticedMs = Number(periodSeconds) * Number(failureThreshold) * 1000;
  expect(Number(env.DRAIN_GRACE_MS)).toBeGreaterThan(noticedMs);
});
