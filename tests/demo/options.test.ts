import { describe, expect, test } from 'vitest';
import { parseOptions } from '../../demo/options.ts';

describe('the demo’s command line', () => {
  test('without words: the evening before the verdict, on 4009 or the next port', () => {
    expect(parseOptions([])).toMatchObject({ do: 'serve', scene: 'overnight', port: 4009, exactly: false });
  });

  test('a replay is of the whole campaign and of what its record lacks, unless a scene is named', () => {
    const scenes = ['from-the-start', 'fictional'];
    expect(parseOptions(['--replay'])).toMatchObject({ do: 'replay', scenes });
    expect(parseOptions(['--replay', '--scene', 'release'])).toMatchObject({ scenes: ['release'] });
  });

  test('a named port is that one and no other', () => {
    expect(parseOptions(['--port', '5000'])).toMatchObject({ port: 5000, exactly: true });
  });

  test.each([
    [['--port', 'x'], 'not a port'],
    [['--port', '70000'], 'not a port'],
    [['--scene', 'nowhere'], 'no scene'],
    [['--what'], '--what'],
    [['word'], 'word'],
  ])('refuses %j with a reason', (args, reason) => {
    const options = parseOptions(args);
    expect(options.do).toBe('fail');
    if (options.do === 'fail') expect(options.reason).toContain(reason);
  });
});
