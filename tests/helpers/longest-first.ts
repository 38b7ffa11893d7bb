import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders whose files start programs and wait for them: begun last, they would run when nothing else is left. */
const LONG = ['service', 'setup', 'demo', 'bench', 'db', 'scripts', 'sender'];

/**
 * The order of files. vitest's own goes by how long each took the last time; but on a fresh clone, as in CI, there
 * was no last time, and it goes by their size.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) =>
      LONG.some((folder) => moduleId.includes(`/tests/${folder}/`));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
