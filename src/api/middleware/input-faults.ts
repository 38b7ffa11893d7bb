import type { Hook, z } from '@hono/zod-openapi';
import type { AdminEnv } from '../env.ts';
import { type ProblemError, refuse } from '../problem.ts';

/** Answers input that does not fit its schema, with every fault at once. */
export const answerInputFaults: Hook<unknown, AdminEnv, string, Response | undefined> = (result, c) => {
  if (result.success) return undefined;
  const errors = result.error.issues.flatMap((issue) => faultsOf(issue, result.target));
  return refuse(c, { code: 'input-invalid' }, { errors });
};

function faultsOf(issue: z.core.$ZodIssue, target: string): ProblemError[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), detail: 'is not known here' }));
  }
  const whole = target === 'json' ? 'body' : target;
  return [{ field: path.join('.') || whole, detail: issue.message }];
}
