/** A program: reads a workflow from its standard input by GitHub's own reader, and prints what is wrong with it as a list in JSON. */
import { text } from 'node:stream/consumers';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';

const content = await text(process.stdin);
const { context, value } = parseWorkflow({ name: 'ci.yml', content }, new NoOperationTraceWriter());
const faults = context.errors.getErrors().map(({ message }) => message);
if (value !== undefined) {
  const { errors = [] } = await convertWorkflowTemplate(context, value);
  faults.push(...errors.map(({ Message }) => Message));
}
process.stdout.write(JSON.stringify([...new Set(faults)]));
