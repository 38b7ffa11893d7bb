import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { dutyTexts } from './duty-text.ts';
import {
  type Refusal,
  type RefusalCode,
  type RefusalStatus,
  type RefusalText,
  refusals,
} from './refusals.ts';

/** One fault of several, where there can be more than one. */
const problemError = z
  .object({
    field: z.string().openapi({ description: 'Which part of the input, as a path: `court.en`, `text`.' }),
    detail: z.string().openapi({ description: 'What is wrong with it.' }),
    line: z.int().optional().openapi({ description: 'In a text: the line, counted from 1.' }),
  })
  .openapi('ProblemError');

/** One fault of one field. */
export type ProblemError = z.infer<typeof problemError>;

/** Why something was not done, as RFC 9457 (July 2023) lays it out. */
export const problemSchema = z
  .object({
    type: z
      .string()
      .openapi({ description: 'What kind of problem; a page about it stands at this address.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().openapi({ description: 'The kind, for programs.', enum: Object.keys(refusals) }),
    field: z.string().optional().openapi({ description: 'Which part of the input it is about.' }),
    remedy: z.string().openapi({ description: 'What to do about it.' }),
    errors: z.array(problemError).optional(),
    id: z.string().optional().openapi({ description: 'By which the cause is found in the log.' }),
  })
  .openapi('Problem');

/** Problem details as they are answered (RFC 9457). */
export type Problem = z.infer<typeof problemSchema>;

/** Facts that belong to one occurrence and to no verb's refusal. */
export interface Occurrence {
  readonly detail?: string;
  readonly errors?: readonly ProblemError[];
  readonly id?: string;
}

/** Answers with the refusal's row of the table. */
export function refuse(c: Context, refusal: Refusal, occurrence: Occurrence = {}) {
  const problem = problemOf(refusal, occurrence);
  return c.json(problem, textOf(refusal.code).status, { 'Content-Type': 'application/problem+json' });
}

/** The problem that a refusal is told as. */
function problemOf(refusal: Refusal, occurrence: Occurrence = {}): Problem {
  const { status, title, remedy } = textOf(refusal.code);
  const detail = occurrence.detail ?? detailOf(refusal);
  const errors = occurrence.errors ?? errorsOf(refusal);
  return {
    type: `/problems/${refusal.code}`,
    title,
    status,
    ...(detail !== '' && { detail }),
    code: refusal.code,
    ...('field' in refusal && { field: refusal.field }),
    remedy: 'remedy' in refusal ? refusal.remedy : remedy,
    ...(errors.length > 0 && { errors: [...errors] }),
    ...(occurrence.id !== undefined && { id: occurrence.id }),
  };
}

/** Every row by its code, for the page about each problem. */
export function findRefusalText(
  code: string,
): { status: RefusalStatus; title: string; remedy: string } | null {
  return isRefusalCode(code) ? textOf(code) : null;
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}

function textOf<Code extends RefusalCode>(code: Code): RefusalText<Code> {
  return refusals[code];
}

function detailOf<Code extends RefusalCode>(refusal: Extract<Refusal, { readonly code: Code }>): string {
  const text: RefusalText<Code> = refusals[refusal.code];
  return text.detail?.(refusal) ?? '';
}

function errorsOf(refusal: Refusal): readonly ProblemError[] {
  if (refusal.code === 'would-break')
    return dutyTexts('en', refusal.duties).map((detail) => ({ field: 'staffId', detail }));
  if (refusal.code !== 'text-unreadable') return [];
  return refusal.faults.map(({ line, remedy }) => ({ field: 'text', line, detail: remedy }));
}
