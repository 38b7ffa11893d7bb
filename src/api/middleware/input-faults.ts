import type { Hook } from '@hono/zod-openapi';
import type { AdminEnv } from '../env.ts';
import { type ProblemError, refuse } from '../problem.ts';

/** Answers input that does not fit its schema, with every fault at once. */
export const answerInputFaults: Hook<unknown, AdminEnv, string, Response | undefined> = (result, c) => {
  if (result.success) return undefined;
  const errors = result.error.issues.map(
    (issue): ProblemError => ({ field: issue.path.join('.') || result.target, detail: issue.message }),
  );
  return refuse(c, { code: 'input-invalid' }, { errors });
};
