import { type ContentHash, contentHash, type JsonValue } from './canonical.ts';
import type { AccountDeliveryId, AccountId } from './ids.ts';
import type { Language } from './language.ts';
import type { StoredImage } from './media.ts';
import type { Result } from './result.ts';
import type { TextDocument } from './text/document.ts';

/*
 * What services know of a network: what it can do, how long a text it takes, what a post becomes there, and the four
 * steps of putting that out (prepare, commit, reconcile, retract). Everything that differs between networks lies behind
 * this; a service that has to ask which network it is dealing with shows a fault of this page.
 */

/** The networks that a post can go out on beside the followers of its case. */
export const networkNames = [
  'mastodon',
  'bluesky',
  'telegram',
  'facebook',
  'wordpress',
  'x',
  'email',
] as const;
export type NetworkName = (typeof networkNames)[number];

/** As people call them, in every language. */
export const networkTitles = {
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  telegram: 'Telegram',
  facebook: 'Facebook',
  wordpress: 'WordPress',
  x: 'X',
  email: 'E-mail',
} as const satisfies Record<NetworkName, string>;

/** What a network can do and what it cannot: declared, so that nobody has to find out. */
export interface Abilities {
  /** Whether a text that is too long can go out in several parts, each in answer to the one before. */
  readonly threads: boolean;
  /** Whether what has gone out can be taken back. */
  readonly retract: boolean;
  /** Whether a post goes to each contact of the account by itself, instead of standing where everybody sees it. */
  readonly contacts: boolean;
  /** Whether it goes by the campaign's bot: while Telegram takes nothing from that, everything there waits. */
  readonly byBot: boolean;
  /**
   * Whether it can be told from its answers that the network has closed the account (`reconnect` for `SUSPENDED`), and not
   * only that our credentials are no longer taken.
   */
  readonly tellsSuspension: boolean;
  /**
   * Whether it can be told from its answers that credentials served once and have ended or were taken back there (`reconnect`
   * for `EXPIRED`): new ones are made then. Elsewhere they may as well have been wrong from the beginning.
   */
  readonly tellsExpiry: boolean;
  readonly repeat: Repeat;
}

/**
 * What makes a second try safe after one of which nobody knows whether it arrived:
 * - `created-once`: the network refuses to make the same thing twice, so it may be tried again at once;
 * - `looked-for`: what arrived can be found. Looked for at once and until `settlesAfter` seconds after the try; only what
 *   is then still not there is tried again. What cannot be looked for within `lookFor` seconds is left to a person;
 * - `never`: at most once. It is left to a person.
 */
export type Repeat =
  | { readonly kind: 'created-once' }
  | { readonly kind: 'looked-for'; readonly settlesAfter: number; readonly lookFor: number }
  | { readonly kind: 'never' };

/**
 * Of networks that say nothing else: a request that we stopped waiting for goes on for 90 s at most (Mastodon's web server
 * gives up after 60, X's and Meta's front ends within a minute), and after an hour a person is asked.
 */
export const LOOKED_FOR = { kind: 'looked-for', settlesAfter: 90, lookFor: 3600 } as const satisfies Repeat;

/** What one account may post, read from its server where that tells. Kept with the account; a type, to be JSON. */
export type Capabilities = {
  readonly text: {
    /** In the network's own unit; see `Network.measure`. */
    readonly max: number;
    /** A second limit, in bytes of UTF-8, where there is one. */
    readonly maxBytes: number | null;
    /** How long every web address counts, however long it is; null: as long as it is. */
    readonly perAddress: number | null;
  };
  /** Null: no images. */
  readonly images: {
    readonly max: number;
    readonly types: readonly string[];
    readonly maxBytes: number;
    /** Width times height; null: no limit of its own. */
    readonly maxPixels: number | null;
    /** Of the words for who cannot see it, in the network's unit; null: no limit of its own. */
    readonly maxAlt: number | null;
  } | null;
  /** In which the server keeps posts apart, where one account has several; a post must be in one of them. */
  readonly languages?: readonly string[];
  /** By which word of its own the server is told of a post's language, where its network knows more than one. */
  readonly languageWord?: string;
  /** By which its readers' clocks go (IANA); without it the campaign's. */
  readonly zone?: string;
  /**
   * The server, with its port, that is told to whom a post goes, where contacts are written to: as much a part of what is
   * approved as whose the account is.
   */
  readonly server?: string;
};

/** How long a network finds a text. It fits when neither figure is above its limit. */
export interface Measured {
  readonly length: number;
  readonly bytes: number;
  readonly fits: boolean;
}

/** A post's text in one language, as every network is given it. */
export interface PostText {
  readonly document: TextDocument;
  readonly language: Language;
  /** With what it shows; empty where an emergency put that off, and then the network is told nothing of it. */
  readonly image: (StoredImage & { readonly alt: string }) | null;
  /** In the reader's words, what is stated on top of what contacts get before everybody else; null: no embargo. */
  readonly embargo: string | null;
  /** In the reader's words, of what they are warned; null: of nothing. */
  readonly warning: string | null;
}

/** JSON with names: what a network keeps in a payload, in what it prepared, and in an account's credentials. */
export type JsonObject = { readonly [key: string]: JsonValue };

/**
 * Exactly what is published in one call, before anything was uploaded: what an approval covers. A thread is several. Its
 * images are named by the SHA-256 of their bytes.
 */
export interface Payload {
  readonly content: JsonObject;
  readonly cost: Cost | null;
}

/** What publishing is expected to cost, in millionths of a US dollar. */
export type Cost = { readonly usdMicros: number };

/** By what an approval names a payload: the network and the content, to the letter. */
export function payloadHash(network: NetworkName, content: JsonObject): ContentHash {
  return contentHash({ type: 'payload', network, content });
}

/** Why a post cannot become a network's. Nothing is ever cut to fit. */
export type RenderRefusal =
  /** In the network's unit, or in bytes where that is what is too much. */
  | { readonly code: 'post-too-long'; readonly length: number; readonly limit: number }
  /** It could be split, but one word of it alone is longer than a part. */
  | { readonly code: 'word-too-long'; readonly length: number; readonly limit: number }
  | { readonly code: 'thread-too-long'; readonly limit: number }
  | { readonly code: 'no-images' }
  /** The server keeps its posts apart by language, and this is none of its. */
  | { readonly code: 'language-not-kept'; readonly language: Language }
  | { readonly code: 'alt-too-long'; readonly length: number; readonly limit: number };

/** What an account is opened with, by the names that its network gives the fields. */
export type Credentials = Readonly<Record<string, string>>;

/** An account with its credentials open: held for one step only. */
export interface Access {
  readonly accountId: AccountId;
  readonly credentials: Credentials;
  /** As `Identity.remoteId`, of one that is connected. */
  readonly remoteId?: string;
  /** Whom a delivery is for, where posts go to contacts. */
  readonly contact?: Contact;
}

/** Somebody that an account writes to, opened. */
export interface Contact {
  readonly address: string;
  /** By which they alone can say that they want nothing more; it tells nothing about them. */
  readonly token: string;
}

/** Whom the credentials belong to, as the network says. */
export interface Identity {
  /** As readers see it: `@bray@example.social`. */
  readonly handle: string;
  /** What never changes about the account on its network; two accounts of ours are never the same one. */
  readonly remoteId: string;
  readonly capabilities: Capabilities;
  /** When the credentials end, of a network that tells; without it, or null, it told no end. */
  readonly credentialsEndAt?: Temporal.Instant | null;
}

/** What the credentials of a network are made of. */
export interface CredentialField {
  readonly name: string;
  /** Whether it must never be shown again. */
  readonly secret: boolean;
  /** What to write there and where to get it, in English. */
  readonly help: string;
}

export type CredentialRefusal = {
  readonly code: 'credentials-malformed';
  readonly field: string;
  readonly remedy: string;
};

/** Where something stands once it is out. */
export interface Place {
  /** By which the network knows it. */
  readonly id: string;
  /** Where a person can look at it; null where there is no such place. */
  readonly url: string | null;
}

/** The reason of a `reconnect` when the network has closed, blocked or locked the account itself. */
export const SUSPENDED = 'suspended';

/** The reason of a `reconnect` when the credentials have ended, or somebody took them back at the network. */
export const EXPIRED = 'expired';

/** How a step failed. Each says what is certain about it. */
export type StepFailure =
  /** The network does not want this, now or ever. `reason` is a code of ours, never the network's words. */
  | { readonly kind: 'rejected'; readonly reason: string }
  /**
   * Not tried, or not carried out for anybody: what it would go out by is not to be had. It waits, about so many seconds,
   * and nothing of that is the account's fault.
   */
  | { readonly kind: 'held'; readonly seconds: number; readonly code: string }
  /** Not carried out; it may be tried again after so many seconds. */
  | { readonly kind: 'rate-limited'; readonly seconds: number }
  /** The account's credentials no longer serve; a person has to connect it again. */
  | { readonly kind: 'reconnect'; readonly reason: string }
  /** The network does not take it for this contact, now or ever (`lasting`); others are not concerned. */
  | { readonly kind: 'contact-refused'; readonly lasting: boolean; readonly reason: string }
  /** Certainly not carried out, for a reason that passes. */
  | { readonly kind: 'not-done'; readonly code: string };

/** What was uploaded and reserved before the call that publishes; kept with the delivery before that call. */
export type PrepareOutcome = { readonly kind: 'prepared'; readonly prepared: JsonObject } | StepFailure;

/** What the one call that makes something visible came to. */
export type CommitOutcome =
  | { readonly kind: 'published'; readonly at: Place }
  | StepFailure
  /** It may or may not stand there. */
  | { readonly kind: 'unknown'; readonly code: string };

/** What was found of something that may or may not stand there. */
export type ReconcileOutcome =
  | { readonly kind: 'found'; readonly at: Place }
  /** It does not stand there at this moment. */
  | { readonly kind: 'absent' }
  /** It could not be seen whether it stands there. */
  | { readonly kind: 'indeterminate'; readonly code: string }
  | { readonly kind: 'reconnect'; readonly reason: string };

/** What came of taking something down. */
export type RetractOutcome =
  | { readonly kind: 'retracted' }
  /** It was not there any more. */
  | { readonly kind: 'gone' }
  | StepFailure
  | { readonly kind: 'unknown'; readonly code: string };

/** Whose account the credentials lead to, and through which server where `Capabilities.server` names one. */
export interface Holder {
  readonly remoteId: string;
  readonly server?: string;
}

/** Whose account it is, or why that is not known. */
export type HolderOutcome = { readonly kind: 'told'; readonly holder: Holder } | StepFailure;

/** Whose an account is and what may be posted with it, or why that is not known. */
export type CheckOutcome = { readonly kind: 'recognised'; readonly identity: Identity } | StepFailure;

/** What a delivery is on its way to its network with. */
export interface Parcel {
  /** The delivery's id: the same in every try. */
  readonly key: AccountDeliveryId;
  readonly content: JsonObject;
  /** The part before, and the first part, of a thread; null for the first. */
  readonly answers: { readonly parent: Place; readonly root: Place } | null;
}

/** What an adapter is given to prepare a payload with. */
export interface PrepareTools {
  readonly now: Temporal.Instant;
  /** The bytes of an image of the payload, which have the hash that they are asked for by. */
  readonly image: (sha256: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** What an earlier try had prepared; null for the first. What must stay the same in every try is taken from it. */
  readonly before: JsonObject | null;
}

/** What an adapter is given for the one call that is seen. */
export interface CommitTools {
  /** Asked in the moment in which the first byte would leave: when it says no, nothing is done. */
  readonly mayStart: () => boolean;
  /** As in `PrepareTools`, for a network that takes an image only with what carries it. */
  readonly image: PrepareTools['image'];
}

/** What an adapter is given to look for what may stand there. */
export interface ReconcileTools {
  /** When the first try began. */
  readonly since: Temporal.Instant;
  /** What else of ours stands on the account: none of these is it. */
  readonly others: readonly string[];
}

/**
 * One network. No method throws for what the network or the way there does; none tries anything twice. `Access` is
 * never kept beyond the call, sessions that were opened with it may be.
 */
export interface Network {
  readonly name: NetworkName;
  readonly abilities: Abilities;
  readonly credentialFields: readonly CredentialField[];
  /** Reads credentials that somebody gave; asks nobody. */
  readCredentials(given: Readonly<Record<string, string>>): Result<Credentials, CredentialRefusal>;
  /** Whom these credentials belong to, and what may be posted with them; `language`: in which that will be. */
  check(access: Access, language?: Language): Promise<CheckOutcome>;
  /**
   * The same in one question at most, or in none where the credentials say it themselves: asked before the first post of a
   * process, and again when the credentials are others.
   */
  holder(access: Access): Promise<HolderOutcome>;
  /** Pure. As the network counts, of a text as it would stand there. */
  measure(text: string, capabilities: Capabilities): Measured;
  /** Pure: what a post becomes with these capabilities. */
  render(post: PostText, capabilities: Capabilities): Result<readonly Payload[], RenderRefusal>;
  /** Uploads and reserves; nothing is seen by anybody yet. */
  prepare(access: Access, parcel: Parcel, tools: PrepareTools): Promise<PrepareOutcome>;
  /** Publishes, once. */
  commit(access: Access, parcel: Parcel, prepared: JsonObject, tools: CommitTools): Promise<CommitOutcome>;
  /** Looks whether a commit stands whose outcome is unknown. */
  reconcile(
    access: Access,
    parcel: Parcel,
    prepared: JsonObject,
    tools: ReconcileTools,
  ): Promise<ReconcileOutcome>;
  /** Takes back what stands. Only where `abilities.retract`. */
  retract(access: Access, at: Place): Promise<RetractOutcome>;
}

/** Every network there is, by its name. */
export type Networks = { readonly [Name in NetworkName]: Network };
