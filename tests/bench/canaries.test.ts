import { expect, test } from 'vitest';
import { formsOf } from '../../bench/support/canary-forms.ts';
import { CanaryScan } from '../../bench/support/canary-scan.ts';

test('a scan finds an id in every form, wherever it stands', () => {
  const id = 1_234_567_890_123_456;
  for (const { name, bytes } of formsOf(id)) {
    for (const before of [0, 1, 5]) {
      const scan = new CanaryScan([id, id + 1_000_000]);
      scan.bytes(Buffer.concat([Buffer.alloc(before, 0x31), bytes]), 'here');
      expect(scan.sightings.map(({ form, offset }) => [form, offset])).toContainEqual([name, before]);
    }
  }
  const other = new CanaryScan([id]);
  other.bytes(Buffer.from(`${id + 1} ${(id + 1).toString(16)}`), 'here');
  expect(other.sightings).toEqual([]);
});
