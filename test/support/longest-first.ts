import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Parts of the paths of files that take long, most of it waiting; only the first keeps a core busy. vitest knows how
 * long a file takes only where it ran before.
 */
const LONGEST = [
  'test/visibility/two-companies',
  'test/faults/',
  'test/tracking/lane',
  'test/demo/',
  'test/tenants/command',
  'test/storage/erase',
  'test/visibility/markers',
  'test/entry-points/both-transports',
  'sandbox/redis/redis-sentinel',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const index = LONGEST.findIndex((part) => moduleId.includes(part));
  return index === -1 ? LONGEST.length : index;
};

/** The longest files begin first, so that none of them is left for the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
