/*
 * Reads the imports of TypeScript files, whatever their form, and judges them by the import table of
 * ARCHITECTURE.md: which folder may import which.
 */
import { posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** One import of one file. */
export interface Import {
  /** As written, e.g. `../domain/clock.ts` or `node:fs`; undefined when it is computed and cannot be known. */
  readonly specifier: string | undefined;
  /** Whether nothing of it is left at run time. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** Every `import`, `import type`, `export … from`, `import()`, `import('…').Type`, `require` and module URL. */
function readImports(path: string, text: string): Import[] {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const found: Import[] = [];
  const add = (node: { start: number }, specifier: string | undefined, typeOnly: boolean) =>
    found.push({ specifier, typeOnly, line: text.slice(0, node.start).split('\n').length });

  new Visitor({
    ImportDeclaration(node) {
      const names = node.specifiers;
      const onlyTypes =
        names.length > 0 &&
        names.every((name) => name.type === 'ImportSpecifier' && name.importKind === 'type');
      add(node, node.source.value, node.importKind === 'type' || onlyTypes);
    },
    ExportNamedDeclaration(node) {
      if (node.source !== null) add(node, node.source.value, node.exportKind === 'type');
    },
    ExportAllDeclaration(node) {
      add(node, node.source.value, node.exportKind === 'type');
    },
    ImportExpression(node) {
      add(node, literal(node.source), false);
    },
    TSImportType(node) {
      add(node, node.source.value, true);
    },
    TSImportEqualsDeclaration(node) {
      if (node.moduleReference.type === 'TSExternalModuleReference') {
        add(node, node.moduleReference.expression.value, node.importKind === 'type');
      }
    },
    CallExpression(node) {
      if (!isRequire(node.callee)) return;
      const specifier = literal(node.arguments[0]);
      // A package that is looked up by a computed name cannot be a file of ours; a path could.
      if (specifier !== undefined) add(node, specifier, false);
    },
    NewExpression(node) {
      // new URL('worker.ts', import.meta.url): how a file is named that runs in a process of its own.
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL') return;
      const specifier = literal(node.arguments[0]);
      if (specifier === undefined || !/\.m?[jt]s$/.test(specifier) || specifier.includes(':')) return;
      add(node, specifier.startsWith('.') ? specifier : `./${specifier}`, false);
    },
  }).visit(program);
  return found;
}

function literal(node: ESTree.Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.quasis.length === 1)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** `require('…')` and `require.resolve('…')`. */
function isRequire(callee: ESTree.Node): boolean {
  if (callee.type === 'MemberExpression') return isRequire(callee.object);
  return callee.type === 'Identifier' && callee.name === 'require';
}

/** The import table. A folder may always import itself; what has no line here may import nothing of src. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  config: ['domain'],
  i18n: ['domain'],
  db: ['domain'],
  crypto: ['domain'],
  http: ['domain'],
  telegram: ['domain', 'http'],
  networks: ['domain', 'http', 'telegram'],
  services: ['domain', 'config', 'i18n', 'db', 'crypto'],
  bots: ['services', 'domain', 'i18n', 'telegram'],
  sender: ['services', 'domain', 'i18n', 'telegram'],
  api: ['services', 'domain', 'i18n'],
  scheduler: ['services', 'domain', 'i18n'],
};
const MAY_IMPORT_ALL = ['main', 'cli'];

/** Judges files by their paths from the root of the project; answers one line per fault, none when all is well. */
export function judge(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, text] of files) {
    const targets: string[] = [];
    for (const found of readImports(path, text)) {
      const target = resolve(path, found);
      const reason = target === undefined ? unknowable(path, found) : forbidden(path, target, found);
      if (reason !== undefined)
        faults.push(`${path}:${found.line} imports ${found.specifier ?? '?'}: ${reason}`);
      if (target !== undefined && files.has(target)) targets.push(target);
    }
    graph.set(path, targets);
  }
  return [
    ...faults,
    ...cycles(graph).map((cycle) => `files import each other in a circle: ${cycle.join(' -> ')}`),
  ];
}

/** The path from the root that a relative import names; undefined for packages. */
function resolve(path: string, { specifier }: Import): string | undefined {
  return specifier?.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), specifier)) : undefined;
}

function unknowable(path: string, { specifier }: Import): string | undefined {
  if (specifier === undefined) return 'a computed import cannot be checked; write its path out';
  if (/^(?:\/|#|file:)/.test(specifier)) return 'files of the project are imported by relative paths';
  // node:crypto only computes (hashes, ids).
  const isBuiltIn = specifier.startsWith('node:') && specifier !== 'node:crypto';
  if (areaOf(path) === 'src/domain' && isBuiltIn) return 'domain does no I/O';
  return undefined;
}

/**
 * `src/<folder>`, or the first folder of anything else. The files that lie in src itself are the composition root
 * (`src/main`): they may import all, and only they and cli may import them. config.ts is for itself.
 */
function areaOf(path: string): string {
  const [top = '', next = '', ...deeper] = path.split('/');
  if (top !== 'src') return top;
  if (next === 'config.ts') return 'src/config';
  return deeper.length === 0 ? 'src/main' : `src/${next}`;
}

function forbidden(path: string, target: string, { typeOnly }: Import): string | undefined {
  const [from, to] = [areaOf(path), areaOf(target)];
  if (from === to) return undefined;
  if (from === 'sandbox') return to.startsWith('src/') ? 'sandbox imports nothing of src' : undefined;
  if (!from.startsWith('src/')) return undefined;
  if (to === 'sandbox' || to === 'demo' || to === 'tests' || to === 'bench') return `src never imports ${to}`;
  if (!to.startsWith('src/')) return undefined;
  const [folder, other] = [from.slice(4), to.slice(4)];
  if (MAY_IMPORT_ALL.includes(folder)) return undefined;
  if (!(MAY_IMPORT[folder] ?? []).includes(other)) return `${folder} may not import ${other}`;
  if (folder === 'services' && other === 'config' && !typeOnly)
    return 'services may import types of config only';
  if (folder === 'networks' && other === 'telegram' && !path.startsWith('src/networks/telegram')) {
    return 'of the networks only the Telegram one may import telegram';
  }
  return undefined;
}

/** One cycle for each group of files that reach each other. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (path: string) => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const next of graph.get(path) ?? []) walk(next);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) walk(path);
  return found;
}
