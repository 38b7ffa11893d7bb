import * as fluent from '@fluent/syntax';

/** Something wrong in a catalogue, where it is, and what to do about it. */
export interface Fault {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
}

/**
 * What a caller passes for a variable. A `choice` is a word that picks a variant and is never printed; a
 * `number` is printed in the reader's digits and may pick a plural form; everything else is `text`.
 */
export type VariableKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly options: readonly string[] };

export interface Message {
  readonly key: string;
  readonly line: number;
  /** The message in Fluent syntax without its comment. */
  readonly source: string;
  readonly variables: ReadonlyMap<string, VariableKind>;
}

export interface Catalogue {
  readonly language: string;
  readonly file: string;
  /** From the line `### bray: native-checked = yes|no`. */
  readonly nativeChecked: boolean;
  /** All terms in Fluent syntax, without comments. */
  readonly terms: string;
  readonly messages: ReadonlyMap<string, Message>;
  /** Keys that are there, but with a fault, so that they are not in `messages`. */
  readonly faultyKeys: ReadonlySet<string>;
}

/** Parses one catalogue. Faults are listed in the order of their lines; a message with a fault is left out. */
export function readCatalogue(
  language: string,
  file: string,
  text: string,
): { catalogue: Catalogue; faults: Fault[] } {
  const faults: Fault[] = [];
  const lineOf = (node: fluent.BaseNode) =>
    node instanceof fluent.SyntaxNode && node.span ? fluent.lineOffset(text, node.span.start) + 1 : 1;
  const report: Report = (node, what, remedy) => faults.push({ file, line: lineOf(node), what, remedy });

  const resource = fluent.parse(text, { withSpans: true });
  const termNames = new Set(resource.body.filter((e) => e instanceof fluent.Term).map((e) => e.id.name));
  const messages = new Map<string, Message>();
  const terms: string[] = [];
  const faultyKeys = new Set<string>();
  let nativeChecked: boolean | undefined;

  for (const entry of resource.body) {
    if (entry instanceof fluent.Junk) {
      const first = entry.annotations[0];
      report(entry, `not valid Fluent: ${first?.message ?? 'unreadable'}`, 'see the Fluent syntax guide');
    } else if (entry instanceof fluent.ResourceComment) {
      const flag = /^bray: native-checked = (yes|no)$/m.exec(entry.content);
      if (flag) nativeChecked = flag[1] === 'yes';
    } else if (entry instanceof fluent.Term) {
      terms.push(withoutComment(entry));
    } else if (entry instanceof fluent.Message) {
      const before = faults.length;
      const variables = readVariables(entry, termNames, language, report);
      if (messages.has(entry.id.name)) {
        report(entry, `${entry.id.name} is defined twice`, 'remove one of the two');
      }
      if (faults.length > before) {
        faultyKeys.add(entry.id.name);
        continue;
      }
      messages.set(entry.id.name, {
        key: entry.id.name,
        line: lineOf(entry),
        source: withoutComment(entry),
        variables,
      });
    }
  }
  if (nativeChecked === undefined) {
    report(
      resource,
      'the catalogue does not say whether a native reader has checked it',
      'begin the file with the line "### bray: native-checked = no"',
    );
  }
  const catalogue = {
    language,
    file,
    nativeChecked: nativeChecked ?? false,
    terms: terms.join(''),
    messages,
    faultyKeys,
  };
  return { catalogue, faults };
}

type Report = (node: fluent.BaseNode, what: string, remedy: string) => void;

const serializer = new fluent.FluentSerializer();

function withoutComment(entry: fluent.Message | fluent.Term): string {
  const copy = entry.clone();
  copy.comment = null;
  return serializer.serializeEntry(copy);
}

/** Collects the variables of a message and refuses what the runtime would not understand. */
function readVariables(
  message: fluent.Message,
  termNames: ReadonlySet<string>,
  language: string,
  report: Report,
): Map<string, VariableKind> {
  const key = message.id.name;
  if (!message.value) report(message, `${key} has no text`, 'give it a value, or remove it');
  for (const attribute of message.attributes) {
    report(attribute, `${key} has the attribute .${attribute.id.name}`, 'make it a message of its own');
  }

  const uses = new Map<string, Use[]>();
  const use = (reference: fluent.VariableReference, how: Use) =>
    uses.set(reference.id.name, [...(uses.get(reference.id.name) ?? []), how]);

  const visitPattern = (pattern: fluent.Pattern): void => {
    for (const element of pattern.elements) {
      if (element instanceof fluent.Placeable) visitExpression(element.expression);
    }
  };
  const visitExpression = (expression: fluent.Expression | fluent.Placeable): void => {
    if (expression instanceof fluent.Placeable) visitExpression(expression.expression);
    else if (expression instanceof fluent.VariableReference) use(expression, { as: 'printed' });
    else if (expression instanceof fluent.FunctionReference) visitFunction(expression);
    else if (expression instanceof fluent.SelectExpression) visitSelect(expression);
    else if (expression instanceof fluent.TermReference) {
      if (!termNames.has(expression.id.name)) {
        report(
          expression,
          `${key} uses the unknown term -${expression.id.name}`,
          'define the term in this file, or write the words out',
        );
      }
    } else if (expression instanceof fluent.MessageReference) {
      report(
        expression,
        `${key} refers to the message ${expression.id.name}`,
        `share words through a term: { -${expression.id.name} }`,
      );
    }
  };
  const visitFunction = (reference: fluent.FunctionReference): void => {
    const [argument] = reference.arguments.positional;
    if (reference.id.name !== 'NUMBER') {
      report(
        reference,
        `${key} uses the function ${reference.id.name}`,
        'only NUMBER is known; dates come formatted from src/i18n/format.ts as text',
      );
    } else if (argument instanceof fluent.VariableReference) use(argument, { as: 'number' });
    else report(reference, `${key}: NUMBER without a variable`, 'write NUMBER($name)');
  };
  const visitSelect = (select: fluent.SelectExpression): void => {
    const { selector, variants } = select;
    const names = variants.map((v) => (v.key instanceof fluent.Identifier ? v.key.name : v.key.value));
    const plural = variants.every(
      (v) => v.key instanceof fluent.NumberLiteral || pluralCategories.has(v.key.name),
    );
    if (selector instanceof fluent.VariableReference && !plural) {
      use(selector, { as: 'choice', options: names.toSorted() });
    } else if (selector instanceof fluent.VariableReference || selector instanceof fluent.FunctionReference) {
      if (selector instanceof fluent.VariableReference) use(selector, { as: 'number' });
      else visitFunction(selector);
      const lacking = integerCategories(language).filter((category) => !names.includes(category));
      if (lacking.length > 0) {
        report(
          select,
          `${key} lacks the plural ${lacking.map((c) => `[${c}]`).join(', ')}`,
          `${language} counts in ${integerCategories(language).join(', ')}: add the variant`,
        );
      }
    } else {
      report(select, `${key} selects on something that is not a variable`, 'select on { $name -> … }');
    }
    for (const variant of variants) visitPattern(variant.value);
  };

  if (message.value) visitPattern(message.value);
  return new Map([...uses].map(([name, how]) => [name, kindOf(key, name, how, message, report)]));
}

type Use =
  | { readonly as: 'printed' }
  | { readonly as: 'number' }
  | { readonly as: 'choice'; readonly options: readonly string[] };

function kindOf(
  key: string,
  name: string,
  uses: readonly Use[],
  message: fluent.Message,
  report: Report,
): VariableKind {
  const choices = uses.filter((use) => use.as === 'choice');
  const [first] = choices;
  if (!first) return { kind: uses.some((use) => use.as === 'number') ? 'number' : 'text' };
  if (choices.length < uses.length) {
    report(
      message,
      `${key} both chooses by $${name} and prints it`,
      'a word that chooses a variant is a code and is never shown: pass what is printed as another variable',
    );
  }
  if (choices.some((choice) => choice.options.join() !== first.options.join())) {
    report(message, `${key} chooses by $${name} from two different lists`, 'make the variants the same');
  }
  return { kind: 'choice', options: first.options };
}

const pluralCategories: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** The plural categories that whole numbers fall into; we count people, hours and cases, never fractions. */
function integerCategories(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  const found = new Set<string>();
  for (let n = 0; n <= 200; n += 1) found.add(rules.select(n));
  return [...found];
}
