import { basename } from 'node:path';
import type { Catalogue, VariableKind } from './read.ts';

/**
 * The generated modules by file name. Missing translations are simply left out, so that `tsc` refuses the
 * module as well.
 */
export function emitModules(reference: Catalogue, catalogues: readonly Catalogue[]): Map<string, string> {
  return new Map([
    ['keys.ts', emitKeys(reference)],
    ...catalogues.map((c): [string, string] => [`${c.language}.ts`, emitCatalogue(c)]),
    ['index.ts', emitIndex(catalogues)],
  ]);
}

const notice = (file: string) => `// Written by scripts/messages.ts from ${basename(file)}. Do not edit.\n`;

function emitKeys(reference: Catalogue): string {
  const rows = [...reference.messages.values()].map((message) => {
    const fields = [...message.variables].map(([name, kind]) => `${JSON.stringify(name)}: ${typeOf(kind)}`);
    return `  ${JSON.stringify(message.key)}: ${fields.length > 0 ? `{ ${fields.join('; ')} }` : 'undefined'};`;
  });
  return `${notice(reference.file)}
/** What each message wants to be told; \`undefined\` when nothing. */
export interface MessageArgs {
${rows.join('\n')}
}

export type MessageKey = keyof MessageArgs;
`;
}

function typeOf(kind: VariableKind): string {
  if (kind.kind === 'text') return 'string';
  if (kind.kind === 'number') return 'number';
  return kind.options.map((option) => JSON.stringify(option)).join(' | ');
}

function emitCatalogue(catalogue: Catalogue): string {
  const rows = [...catalogue.messages.values()]
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((message) => `  ${JSON.stringify(message.key)}: ${JSON.stringify(message.source)},`);
  return `${notice(catalogue.file)}
import type { MessageKey } from './keys.ts';

export const nativeChecked: boolean = ${catalogue.nativeChecked};

export const terms: string = ${JSON.stringify(catalogue.terms)};

export const messages = {
${rows.join('\n')}
} satisfies Record<MessageKey, string>;
`;
}

function emitIndex(catalogues: readonly Catalogue[]): string {
  const languages = catalogues.map((c) => c.language);
  return `${notice('*.ftl')}
import type { Language } from '../../domain/language.ts';
import type { MessageKey } from './keys.ts';
${languages.map((l) => `import * as ${l} from './${l}.ts';`).join('\n')}

export interface CatalogueSource {
  readonly nativeChecked: boolean;
  readonly terms: string;
  readonly messages: Readonly<Record<MessageKey, string>>;
}

export const sources = { ${languages.join(', ')} } satisfies Record<Language, CatalogueSource>;
`;
}
