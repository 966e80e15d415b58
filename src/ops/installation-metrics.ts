import { Counter, type Registry } from 'prom-client';
import {
  DEPARTURE_OUTCOMES,
  type DepartureOutcome,
  INSTALL_STEPS,
  type InstallStep,
  REQUEST_KINDS,
  type RequestKind,
} from './labels.ts';

/** What is counted of installations. No label names a workspace. */
export interface InstallationMetrics {
  installStep(step: InstallStep): void;
  departed(outcome: DepartureOutcome): void;
  unknownInstallation(kind: RequestKind): void;
}

export function installationMetrics(registry: Registry): InstallationMetrics {
  const registers = [registry];
  const steps = new Counter({
    name: 'meeting_cards_install_steps_total',
    help: 'Steps of installations, by what they ended with',
    labelNames: ['step'],
    registers,
  });
  const departures = new Counter({
    name: 'meeting_cards_departures_total',
    help: 'Installations that Slack said are over, by what came of it',
    labelNames: ['outcome'],
    registers,
  });
  const unknown = new Counter({
    name: 'meeting_cards_unknown_installations_total',
    help: 'Requests of workspaces that have no installation',
    labelNames: ['kind'],
    registers,
  });
  for (const step of INSTALL_STEPS) steps.inc({ step }, 0);
  for (const outcome of DEPARTURE_OUTCOMES) departures.inc({ outcome }, 0);
  for (const kind of REQUEST_KINDS) unknown.inc({ kind }, 0);
  return {
    installStep: (step) => steps.inc({ step }),
    departed: (outcome) => departures.inc({ outcome }),
    unknownInstallation: (kind) => unknown.inc({ kind }),
  };
}
