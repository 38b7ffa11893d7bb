import { type Language, languages } from '../../src/domain/language.ts';
import type { ServiceProcess } from '../service/process.ts';

/** What came back, without following where it leads. */
export interface Visit {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser reduced to what the page's safety rests on: a cookie, and the headers that browsers send. */
export class Visitor {
  readonly origin: string;
  readonly base: string;
  cookie: string | undefined;

  constructor(link: string) {
    this.origin = new URL(link).origin;
    this.base = `/${new URL(link).pathname.split('/')[1]}`;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Visit> {
    return this.#ask(path, { headers });
  }

  /** Sends a form as a browser does, from the page itself unless other headers are given. */
  async post(
    action: string,
    fields: Record<string, string | readonly string[]> = {},
    headers: Record<string, string | undefined> = {},
  ): Promise<Visit> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString();
    const sent = {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: this.origin,
      'Sec-Fetch-Site': 'same-origin',
      ...headers,
    };
    return this.#ask(`${this.base}/${action}`, {
      method: 'POST',
      body,
      headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >,
    });
  }

  /** The page as it stands now. */
  async page(): Promise<string> {
    const { status, text } = await this.get(this.base);
    if (status !== 200) throw new Error(`the page answered ${status}: ${text}`);
    return text;
  }

  /** The heading of the page as it stands now: which step it is. */
  async heading(): Promise<string> {
    return /<h1>(.*?)<\/h1>/.exec(await this.page())?.[1] ?? '';
  }

  async #ask(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Visit> {
    const response = await fetch(new URL(path, this.origin), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(this.cookie !== undefined && { Cookie: this.cookie }) },
    });
    const set = response.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';')[0];
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
}

/** Reads the one-time link that a process printed. */
export async function printedLink(service: ServiceProcess): Promise<string> {
  const [, link = ''] = await service.says(/^\s*(http:\/\/\S+\/(?:setup|unlock)\/[\w-]{43})$/m);
  return link;
}

/** Opens the printed link, as the first browser. */
export async function firstVisitor(service: ServiceProcess, language: Language = 'en'): Promise<Visitor> {
  const link = await printedLink(service);
  const visitor = new Visitor(link);
  const entered = await visitor.get(new URL(link).pathname, { 'Accept-Language': language });
  if (entered.status !== 200) throw new Error(`the link answered ${entered.status}`);
  return visitor;
}

export const campaignFields = {
  name: 'Free the Donkeys',
  languages: ['az', 'en'],
  zone: 'Asia/Baku',
  coordinator: 'Leyla',
  reads: [...languages],
};
