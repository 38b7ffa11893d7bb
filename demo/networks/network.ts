import type { RunningStandIn } from '../../sandbox/telegram/start.ts';
import type { ContactFacts } from '../../src/domain/contact.ts';
import type { Language } from '../../src/domain/language.ts';
import type { NetworkName } from '../../src/domain/network.ts';
import type { Run } from './runs.ts';

/** What a network of the demo is opened with. */
export interface Surroundings {
  /** By whose clock the network dates what is posted. */
  readonly now: () => Temporal.Instant;
  readonly telegram: RunningStandIn;
  /** The campaign's bot there. */
  readonly botId: number;
}

/** A network that stands in, with an account of the campaign in one language. */
export interface DemoNetwork {
  readonly name: NetworkName;
  readonly language: Language;
  /** By which readers know the account. */
  readonly title: string;
  /** Its address as it stands below the title; where the real one would be, since this one is on this machine. */
  readonly handle: string;
  /** Where the service finds the network, as its environment says it; empty where the credentials do. */
  readonly environment: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  /** Whom it writes to, where it writes to contacts. */
  readonly contacts: readonly ContactFacts[];
  /** What readers see there now, in the order in which it was accepted. */
  posts(): Promise<readonly ShownPost[]>;
  /** An image that was uploaded there, by what `ShownImage` names it. */
  image(id: string): Uint8Array | undefined;
  /** What the service should not have asked of it; empty when all was as it must be. */
  readonly wrongs: readonly string[];
  close(): Promise<void>;
}

/** A post as a reader sees it. */
export interface ShownPost {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** The post that it answers, in a thread. */
  readonly answers: string | null;
  /** The language that the network was told; null where it is told none. */
  readonly language: string | null;
  /** A headline, or a mail's subject. */
  readonly headline: string | null;
  readonly text: readonly Run[];
  /** A whole page instead of the text, where readers see HTML. */
  readonly html: string | null;
  readonly images: readonly ShownImage[];
  /** A preview of a page that the post links to. */
  readonly card: { readonly url: string; readonly title: string } | null;
  /** What stands around it: whom a mail is from, the tags of a blog. */
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

export interface ShownImage {
  readonly id: string;
  /** What it shows, for who cannot see it; null where the network takes no such words. */
  readonly alt: string | null;
}

/** What most posts have nothing of. */
export const plain = {
  answers: null,
  language: null,
  headline: null,
  html: null,
  images: [],
  card: null,
  details: [],
} as const satisfies Partial<ShownPost>;
