import type { HearingFacts } from '../../../domain/hearing.ts';
import type { HearingId } from '../../../domain/ids.ts';
import { done } from '../../../domain/result.ts';
import { translate } from '../../../i18n/index.ts';
import { factsOf } from '../../../services/hearings/facts.ts';
import { readHearing } from '../../../services/hearings/find.ts';
import { previewHearing } from '../../../services/hearings/preview.ts';
import { recordHearing, reviseHearing } from '../../../services/hearings/record.ts';
import { reviewFacts } from '../../../services/hearings/review.ts';
import type { RecordedRevision } from '../../../services/hearings/write.ts';
import { type FactsKind, factsPages } from '../facts-pages.ts';
import { hearingForm, newHearing, readHearingForm, tidied } from '../hearing-input.ts';
import { hearingFields } from '../html/hearing-form.ts';

const hearings: FactsKind<HearingId, HearingFacts> = {
  newPath: '/cases/:caseId/hearings/new',
  changePath: '/hearings/:hearingId/revisions/new',
  idParam: 'hearingId',
  unknown: { code: 'hearing-unknown' },
  title: (language, what) => translate(language, 'console-facts-hearing', { what }),
  rows: ['decided', 'disagreements'],
  begin: newHearing,
  formOf: hearingForm,
  tidied,
  read: readHearingForm,
  fields: hearingFields,
  async find(ctx, id) {
    const found = await readHearing(ctx, id);
    const newest = found?.revisions.at(-1);
    if (found === undefined || newest === undefined) return undefined;
    const waiting = found.revisions.find(({ state }) => state === 'in_review');
    const inEffect = found.revisions.find(({ state }) => state === 'in_effect');
    return {
      id,
      caseId: found.hearing.caseId,
      newest: newest.revision,
      waits: waiting !== undefined,
      facts: factsOf(waiting ?? inEffect ?? newest),
    };
  },
  preview: (ctx, { id, ...input }) => previewHearing(ctx, { ...input, hearingId: id }),
  async record(ctx, input) {
    const result = await recordHearing(ctx, input);
    return result.ok ? done({ approval: approvalOf(result.value) }) : result;
  },
  async revise(ctx, { id, ...input }) {
    const result = await reviseHearing(ctx, { ...input, hearingId: id });
    return result.ok ? done({ approval: approvalOf(result.value) }) : result;
  },
  review: (ctx, { id, ...input }) => reviewFacts(ctx, { ...input, hearingId: id }),
};

const approvalOf = ({ hearingId, revision }: RecordedRevision) =>
  `/console/hearings/${hearingId}/revisions/${revision}/approval`;

/** Where facts of a hearing are recorded and changed. */
export const hearingFactsRoutes = factsPages(hearings);
